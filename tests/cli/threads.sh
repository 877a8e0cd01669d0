#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every command gives the same bytes with 1, 2 and 7 threads, and starts none for small work.
. "$2/tests/cli/lib.sh"
awk 'BEGIN { print "source,target,weight"; n = 4000
    for (i = 0; i < 3 * n; i++) {
        k = int(i / n); print "a" i % n ",a" (i + 1 + k * (7 + i % 1013)) % n "," 1 + i % 3 } }' \
    >ties.csv

data="$source/datasets"
for threads in 1 2 7; do
    mkdir "by$threads"
    all="betweenness,betweenness_weighted,closeness_harmonic,closeness_harmonic_weighted"
    run 0 rank ties.csv --measure $all --threads $threads -o "by$threads/rank.csv"
    run 0 rank ties.csv --directed --measure betweenness,closeness_harmonic_in \
        --threads $threads -o "by$threads/directed.csv"
    run 0 rank "$data/learning-cities" --threads $threads -o "by$threads/cities.csv"
    run 0 groups "$data/florentine" --threads $threads --format csv
    cp out "by$threads/groups.csv"
    run 0 profile "$data/florentine" Medici --threads $threads --format json
    cp out "by$threads/profile.json"
    run 0 draw "$data/karate" --size-by betweenness --threads $threads -o "by$threads/figure.svg"
    run 0 report "$data/karate" --draws 200 --threads $threads -o "by$threads/report"
    run 0 batch "$data/kite" --draws 200 --threads $threads -o "by$threads/batch"
done
for threads in 2 7; do
    diff -r by1 "by$threads" >differences || fail "$threads threads: $(head -5 differences)"
done

# The environment of other programs has no say.
OMP_NUM_THREADS=1 OMP_THREAD_LIMIT=1 "$entente" rank ties.csv --measure betweenness --threads 2 \
    --format csv >one 2>err || fail "a limit of threads"
run 0 rank ties.csv --measure betweenness --threads 2 --format csv
cmp -s one out || fail "OMP_THREAD_LIMIT changes a digit"

if command -v strace >/dev/null; then
    # A check for leaks at the end, in a build that has one, would be a thread of its own.
    ASAN_OPTIONS="${ASAN_OPTIONS-}:detect_leaks=0" \
        strace -f -o calls "$entente" rank "$data/karate" --threads 7 --format csv >out 2>err
    grep -qE 'clone3?\(' calls && fail "threads for small work"
fi
run 2 rank "$data/karate" --threads 0
says err "--threads"
run 2 rank "$data/karate" --threads many
finish
