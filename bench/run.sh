#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Measures Entente beside python-igraph, NetworkX, R igraph, graph-tool and C on igraph, in turn and
# on the same generated data: OUT/SIZE/results.md, .csv and OUT/growth.svg.
# usage: [ENTENTE=COMMAND] sh bench/run.sh [S|M|L|XL] [OUT [OPTION]...]
# Options: --runs N, --patience S (default 240), --publish (puts the tables into docs).
# Without ENTENTE, what is missing is installed and a release built; a COMMAND is that of a build
# folder, which has the job programs in bench/, and packages that are not there are left out.
set -eu
top=$(realpath "$(dirname "$0")/..")
size=${1:-M}
[ $# -eq 0 ] || shift
out=${1:-$top/output/bench}
[ $# -eq 0 ] || shift

refuse() {
    echo "bench/run.sh: $1" >&2
    echo "usage: sh bench/run.sh [S|M|L|XL] [OUT [--runs N] [--patience SECONDS] [--publish]]" >&2
    exit 2
}
check_options() {
    while [ $# -gt 0 ]; do
        case $1 in
        --publish) ;;
        --runs | --patience)
            case ${2:-} in [1-9] | [1-9]*[0-9]) ;; *) refuse "$1 needs a number above 0" ;; esac
            case $2 in *[!0-9]*) refuse "$1: '$2' is not a whole number" ;; esac
            shift
            ;;
        *) refuse "there is no option '$1'" ;;
        esac
        shift
    done
}
case $size in S | M | L | XL) ;; *) refuse "'$size' is not S, M, L or XL" ;; esac
case $out in -*) refuse "a folder comes before '$out'" ;; esac
check_options "$@"

if [ -z "${ENTENTE:-}" ]; then
    sh "$top/examples/install-packages.sh" "$top/examples/packages.txt" "$top/bench/packages.txt"
    (cd "$top" && cmake --preset release -DENTENTE_TESTS=OFF >/dev/null &&
        cmake --build build/release --parallel "$(nproc)" \
            --target entente_command job_entente bench_kernels job_igraph >/dev/null)
    ENTENTE=$top/build/release/entente
fi
jobs=$(dirname "$ENTENTE")/bench
for program in "$ENTENTE" "$jobs/job_entente" "$jobs/kernels/bench_kernels" \
        "$jobs/job_igraph"; do
    [ -x "$program" ] || { echo "skipped: needs $program, built" && exit 77; }
done
[ -x /usr/bin/time ] || { echo "skipped: needs time" && exit 77; }
for python in /usr/bin/python3 python3 ""; do
    [ -n "$python" ] || { echo "skipped: needs python3-matplotlib and python3-scipy" && exit 77; }
    "$python" -c "import matplotlib, numpy, scipy" 2>/dev/null && break
done
mkdir -p "$out"
out=$(realpath "$out")
exec "$python" -B "$top/bench/compare.py" "$size" "$out" "$ENTENTE" "$jobs" "$@"
