#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Draws the same networks by Entente, graphviz, R igraph and NetworkX on the same page, measures the
# figures alike and times the programs: OUT/results.md and the pictures.
# usage: [ENTENTE=COMMAND] [ENTENTE_TWINCITIES=twin_cities.csv] sh bench/figures/run.sh [OUT [OPTION]...]
# Options: --runs N (default 5), --only DATA.
set -eu
top=$(realpath "$(dirname "$0")/../..")
out=${1:-$top/output/figures}
[ $# -eq 0 ] || shift
entente=${ENTENTE:-$top/build/release/entente}

missing() {
    echo "skipped: needs $1"
    exit 77
}

[ -x "$entente" ] || missing "the command, built: cmake --preset release && cmake --build build/release"
[ -x /usr/bin/time ] || missing "time"
for program in neato sfdp; do
    command -v "$program" >/dev/null || missing "graphviz"
done
Rscript --vanilla -e 'library(igraph); stopifnot(capabilities("cairo"))' >/dev/null 2>&1 ||
    missing "r-base-core and r-cran-igraph"
for python in /usr/bin/python3 python3 ""; do
    [ -n "$python" ] || missing "python3-matplotlib, python3-networkx and python3-scipy"
    "$python" -c "import matplotlib, networkx, scipy" 2>/dev/null && break
done
exec "$python" -B "$top/bench/figures/compare.py" "$entente" "$out" "$@"
