#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The table of modules as a test: fails when a module includes one that is not below it.
# A module may use those to its right, and public headers; the command, public headers only. The
# command for many processes is made of the command and of the seam in base/crew.h.
set -eu
cd "${2:-.}/src"
bad=0
while read -r module allowed; do
    [ -d "$module" ] || continue
    used_by_module=$(find "$module" -name '*.[ch]' -exec cat {} + |
        sed -n 's/^ *# *include "\([a-z]*\)\/.*/\1/p' | sort -u)
    for used in $used_by_module; do
        case " $module entente $allowed " in
        *" $used "*) ;;
        *) echo "src/$module must not include src/$used"; bad=1 ;;
        esac
    done
done <<EOT
base
table    base
dataset  base table
network  base dataset
engine   base network
measure  base network engine
group    base network engine measure
scenario base dataset network engine measure group
layout   base network engine group
figure   base network measure group layout
exchange base dataset network measure group layout
document base table dataset network measure group
report   base table dataset network measure group scenario layout figure exchange document
answer   base table dataset network engine measure group document report
proof    base table dataset network measure figure document report
cli
mpi      base cli
EOT
for module in */; do
    grep -q "^${module%/}\( \|$\)" "${2:-..}/tests/layers.sh" ||
        { echo "src/$module is not in the table of modules"; bad=1; }
done
# Only these may name the libraries behind them.
for pair in 'igraph[./]:engine' 'csv\.h:table' 'zlib\.h:table|figure' 'cairo|pango:figure' 'omp\.h:engine' 'mpi\.h:mpi' \
            'jansson\.h:dataset|figure|document|report' 'libxml/:figure|report|exchange'; do
    found=$(grep -lE "^ *# *include <[a-z/]*(${pair%%:*})" -r . |
            grep -vE "^\./(${pair##*:})/" || true)
    [ -z "$found" ] || { echo "must not include <${pair%%:*}>: $found"; bad=1; }
done
# The one public header that names a library is include/entente/igraph.h.
if grep -nE '^ *# *include <(igraph|csv|zlib|cairo|pango|glib|jansson|libxml)' -r ../include \
        --exclude=igraph.h; then
    echo "a public header must not name a library"; bad=1
fi
exit $bad
