#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The profile's JSON against what `entente rank` says and against the rows of the tables.
# usage: profile.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2

for python in /usr/bin/python3 python3; do
    "$python" -c 'import csv, json' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "skipped: needs python3"
    exit 77
fi
exec "$python" "$source/tests/reference/profile.py" "$command" "$source/datasets"
