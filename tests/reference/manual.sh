#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The numbers that the manual pages show, against reference values and counts made without Entente.
# usage: manual.sh COMMAND SOURCE SCRATCH
set -eu
source=$2

for python in /usr/bin/python3 python3; do
    "$python" -c 'import igraph, networkx' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "skipped: needs python3-networkx and python3-igraph"
    exit 77
fi
exec "$python" "$source/tests/reference/manual.py" "$source"
