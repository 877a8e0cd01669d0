#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Asks the command for ways in random networks and compares with NetworkX.
# usage: paths.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python networkx
exec "$python" "$source/tests/reference/paths.py" "$command" "$scratch"
