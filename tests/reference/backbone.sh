#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Tests the pairs of random data with the command and compares with SciPy.
# usage: backbone.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2 scratch=$3

for python in /usr/bin/python3 python3; do
    "$python" -c 'import numpy, scipy' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "skipped: needs python3-numpy and python3-scipy"
    exit 77
fi
rm -rf "$scratch"
mkdir -p "$scratch"
exec "$python" "$source/tests/reference/backbone.py" "$command" "$scratch" "$source/datasets/davis"
