#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Reports random networks with the command and compares summary.json and holes with NetworkX.
# usage: summary.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python networkx
exec "$python" "$source/tests/reference/summary.py" "$command" "$scratch"
