#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Reports random networks with the command and compares summary.json and holes with NetworkX.
# usage: summary.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2 scratch=$3

for python in /usr/bin/python3 python3; do
    "$python" -c 'import networkx' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "skipped: needs python3-networkx"
    exit 77
fi
rm -rf "$scratch"
mkdir -p "$scratch"
exec "$python" "$source/tests/reference/summary.py" "$command" "$scratch"
