#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Any number of processes writes the bytes that entente writes with one thread and with two.
. "$2/tests/cli/lib.sh"
. "$2/tests/mpi/lib.sh"
make_ties 1 1500 3600 >ties.csv # several batches of searches, and one large block
paths=degree,betweenness,closeness_harmonic,closeness_component,eccentricity
weighted=betweenness_weighted,closeness_harmonic_weighted,closeness_component_weighted

# compare NAME ARGUMENT...: the tables and messages of all.
compare() {
    name=$1
    shift
    for threads in 1 2; do
        "$entente" "$@" --threads "$threads" >"want-$threads" 2>want-err </dev/null ||
            fail "$name: entente $*"
    done
    same want-1 want-2 "$name by one thread and by two"
    for n in 1 2 3; do
        together "$n" "$@" --threads $((3 - n > 1 ? 2 : 1)) || fail "$name by $n: $(head -3 err)"
        same out want-1 "$name by $n processes"
        sed 's/^entente-mpi:/entente:/' err >told
        same told want-err "what $name by $n processes says"
    done
}

compare "learning cities" rank "$source/datasets/learning-cities" --format csv
compare "a projection" rank "$source/datasets/davis" --view cities --measure "$paths,$weighted" --format json
compare "a directed network" rank ties.csv --directed --format csv \
    --measure degree_in,betweenness,closeness_harmonic_in,closeness_harmonic_out
compare "a large network" rank ties.csv --measure "$paths,$weighted" --format csv
compare "runs of groups" groups "$source/datasets/karate" --runs 50 --format json
compare "groups of a large network" groups ties.csv --weighted --runs 7 --format csv
compare "no ties" rank "$source/datasets/florentine" --where name=Pucci --format csv

# Rewirings and permutations are a report's; its manifest is the same too.
for n in 0 1 2 3; do
    mkdir "by-$n"
    cd "by-$n" || exit 99
    ln -s "$source/datasets/florentine" data
    if [ "$n" -eq 0 ]; then
        "$entente" report data -o report --threads 2 >out 2>err || fail "report: $(cat err)"
    else
        together "$n" report data -o report --threads 1 || fail "report by $n: $(cat err)"
    fi
    sed -i 's/^entente-mpi:/entente:/' err
    cd ..
    diff -r by-0 "by-$n" >differs || fail "the report by $n processes: $(head -3 differs)"
done
says by-3/report/summary.json '"draws": 1000'
"$entente" verify by-3/report >out 2>err || fail "verify: $(cat out err)"

# Standard input, and a file of output.
together 3 rank - --measure "$paths" -o ranks.csv <ties.csv || fail "standard input: $(cat err)"
"$entente" rank ties.csv --measure "$paths" -o want.csv 2>/dev/null
same ranks.csv want.csv "the file of three processes"
is_empty out
finish
