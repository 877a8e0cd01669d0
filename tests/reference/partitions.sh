#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Divides random networks with the command and checks every number by NetworkX and by hand.
# usage: partitions.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python networkx
exec "$python" "$source/tests/reference/partitions.py" "$command" "$scratch"
