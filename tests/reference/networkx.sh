#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Ranks random networks with the command and compares with NetworkX and python-igraph.
# usage: networkx.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python igraph networkx
exec "$python" "$source/tests/reference/networkx.py" "$command" "$scratch"
