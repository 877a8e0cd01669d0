#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente rank --sample: estimates with their errors, the same for any number of threads; refused
# where it means nothing.
. "$2/tests/cli/lib.sh"

# A ring of 300 with a chord from each fifth actor: one block. By symmetry every fifth actor has the
# same exact value.
awk 'BEGIN { print "a,b"
    for (i = 0; i < 300; i++) print "n" i ",n" (i + 1) % 300
    for (i = 0; i < 300; i += 5) print "n" i ",n" (i + 110) % 300 }' >ring.csv

run 0 rank ring.csv --measure betweenness --format csv
cp out exact
lacks exact error

# An estimate has its column of errors, and a note that says what they are.
run 0 rank ring.csv --measure degree,betweenness,betweenness_normalised --sample 100 --format csv
says out "rank,id,name,kind,country,degree,betweenness,betweenness_error,betweenness_normalised,betweenness_normalised_error"
tr '\n' ' ' <err | tr -s ' ' >note
says note "Betweenness is an estimate from 100 of 300 sources of shortest paths (seed 1)."
says note "none at all is farther than"
cp out one
run 0 rank ring.csv --measure degree,betweenness,betweenness_normalised --sample 100 --format csv --threads 7
same out one "--threads 7"
run 0 rank ring.csv --measure betweenness --sample 100 --seed 2 --format csv
cp out two
# 300 actors: at most one in 20 may lie outside its interval; and errors of nought would be a claim.
awk -F, 'FNR == 1 { next } NR == FNR { exact[$2] = $6; next }
    { off = $6 - exact[$2]; if (off < 0) off = -off; if (off > $7) outside++; if ($7 <= 0) sure++ }
    END { exit outside > 15 || sure > 0 }' exact two || fail "the errors do not hold"
cmp -s one two && fail "another seed gives the same"

# As many draws as there are sources: exact.
run 0 rank ring.csv --measure betweenness --sample 300 --format csv
says err "Betweenness is exact: the sample holds every source."
cut -d, -f1-6 out >values
same values exact "a sample of all"

# Wrong usage, told before the data are read.
run 2 rank nowhere --measure degree --sample 100
says err "--sample makes an estimate of betweenness, and 'degree' does not ask for it"
run 2 rank nowhere --sample 1
run 2 rank nowhere --sample some
run 2 report nowhere -o x --sample 100
says err "--sample is not an option of 'report'"
finish
