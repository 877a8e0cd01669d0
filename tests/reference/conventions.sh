#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What other programs print, as `measures --compare` claims, beside what they print.
# usage: conventions.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2 scratch=$3

for python in /usr/bin/python3 python3; do
    "$python" -c 'import igraph, networkx, numpy, scipy' 2>/dev/null && break
    python=
done
if [ -z "$python" ]; then
    echo "skipped: needs python3-networkx, python3-igraph, python3-numpy and python3-scipy"
    exit 77
fi
if ! Rscript --vanilla -e 'suppressMessages({library(igraph); library(sna)})' 2>/dev/null; then
    echo "skipped: needs r-base-core, r-cran-igraph and r-cran-sna"
    exit 77
fi
rm -rf "$scratch"
mkdir -p "$scratch"
exec "$python" "$source/tests/reference/conventions.py" "$command" "$source" "$scratch"
