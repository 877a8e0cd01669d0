#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The reference values of tests/reference, from the shipped data sets through the command, to
# 1e-9 (of values above 1, as the command prints 12 digits).
# usage: textbook.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
failed=0

# compare DATASET REFERENCE [OPTION...]: all columns of REFERENCE that are measures
compare() {
    dataset=$1 reference=$source/tests/reference/$2.csv
    shift 2
    measures=$("$command" measures --format csv | awk -F, -v reference="$reference" '
        BEGIN { getline head < reference; n = split(head, column, ",")
                for (i = 2; i <= n; i++) wanted[column[i]] = 1 }
        $1 in wanted { list = list (list == "" ? "" : ",") $1 }
        END { print list }')
    "$command" rank "$source/datasets/$dataset" --format csv --measure "$measures" "$@" \
        >"$scratch/$dataset.csv" 2>"$scratch/$dataset.txt"
    awk -F, -v what="$dataset" '
        function differ(a, b) { a -= b; return (a < 0 ? -a : a) > 1e-9 * (b > 1 ? b : 1) }
        FNR == 1 { file++; for (i = 1; i <= NF; i++) head[file, i] = $i; columns[file] = NF; next }
        file == 1 { actors++; for (i = 2; i <= NF; i++) { want[$1, head[1, i]] = $i; known[$1] = 1 } }
        file == 2 {
            ranked++
            if (!($2 in known)) { print what ": who is " $2 "?"; bad = 1 }
            for (i = 6; i <= NF; i++) {
                compared++
                value = want[$2, head[2, i]]
                if (($i == "") != (value == "") || differ($i, value)) {
                    print what ": " head[2, i] " of " $2 " is " $i ", not " value; bad = 1
                }
            }
        }
        END {
            if (ranked != actors || compared < 4 * actors) {
                print what ": " ranked " of " actors " actors, " compared " values"; bad = 1
            }
            exit bad
        }' "$reference" "$scratch/$dataset.csv" || failed=1
}

compare karate karate_actors
compare florentine florentine16_actors
compare kite kite_actors
compare les-miserables les_miserables_actors
compare davis davis_modes --view affiliations
exit $failed
