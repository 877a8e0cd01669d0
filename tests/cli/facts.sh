#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The textbook networks through the command: every value of tests/reference, and those that books
# print.
. "$2/tests/cli/lib.sh"
reference=$source/tests/reference

# agrees REFERENCE TABLE: every cell of the reference, joined by id or name, to 1e-9 of its size.
agrees() {
    awk -F, -v table="$2" '
    FNR == 1 { for (i = 1; i <= NF; i++) column[FILENAME, i] = $i; next }
    FILENAME == table {
        for (i = 6; i <= NF; i++) {
            value[$2, column[FILENAME, i]] = $i; value[$3, column[FILENAME, i]] = $i
        }
        has[$2] = has[$3] = 1; rows++; next
    }
    {
        if (!($1 in has)) { print "no row of " $1; bad = 1 }
        lines++
        for (i = 2; i <= NF; i++) {
            measure = column[FILENAME, i]
            if (!(($1, measure) in value)) continue
            got = value[$1, measure]; compared++
            far = got - $i; if (far < 0) far = -far
            size = $i < 0 ? -$i : $i; if (size < 1) size = 1
            if ((got == "") != ($i == "") || far > 1e-9 * size) {
                print $1 ", " measure ": " got ", not " $i; bad = 1
            }
        }
    }
    END {
        if (rows != lines) { print rows " rows, not " lines; bad = 1 }
        if (compared < 3 * lines) { print "too little was compared"; bad = 1 }
        exit bad
    }' "$2" "$1" || fail "$2 and $1"
}

all=degree,betweenness,betweenness_normalised,closeness_component,closeness_wasserman_faust
all=$all,closeness_unreachable_n,closeness_harmonic,eigenvector,pagerank,constraint
all=$all,effective_size,coreness,clustering,eccentricity
for name in karate:karate florentine:florentine16 kite:kite les-miserables:les_miserables; do
    run 0 rank "$source/datasets/${name%:*}" --measure $all --format csv
    cp out "${name%:*}.csv"
    agrees "$reference/${name#*:}_actors.csv" "${name%:*}.csv"
done
run 0 rank "$source/datasets/florentine" --without Pucci --measure $all --format csv
cp out florentine15.csv
agrees "$reference/florentine15_actors.csv" florentine15.csv
run 0 rank "$source/datasets/davis" --view affiliations --format csv \
    --measure degree_two_mode,closeness_two_mode,betweenness_two_mode,eigenvector_two_mode
cp out davis.csv
awk -F, -v OFS=, '{ print $1, $4, $5, $6, $7 }' "$reference/davis_modes.csv" >davis_reference.csv
agrees davis_reference.csv davis.csv

# Davis, as Borgatti and Everett (1997) print them.
grep -q '^[0-9]*,[^,]*,Evelyn[^,]*,[^,]*,[^,]*,0.571428571429,0.8,0.0965847' davis.csv ||
    fail "Evelyn: $(grep Evelyn davis.csv)"
grep -q '^[0-9]*,E8,[^,]*,[^,]*,[^,]*,0.777777777778,0.846153846154,0.24381' davis.csv ||
    fail "E8: $(grep E8 davis.csv)"
for measure in degree_normalised betweenness_normalised betweenness_weighted_normalised; do
    run 2 rank "$source/datasets/davis" --view affiliations --measure $measure
    says err "'$measure' is not defined in a two-mode network"
done

# The women of Davis, who are no cities: 139 of 153 pairs met.
run 0 rank "$source/datasets/davis" --view cities --measure strength --format csv
says err "no cities"
says err "18 actors and 139 ties"
awk -F, 'NR > 1 { sum += $6 } END { exit sum != 2 * 322 }' out || fail "strengths of the women"

# 17 of the pairs are more than chance explains, each tested by itself; none after Holm's
# correction, and none by the stochastic degree sequence model. Evelyn and Theresa: 49 / 3003.
for model in "hypergeometric:17" "hypergeometric --correction holm:0" "sdsm:0" "sdsm-ec:0"; do
    # shellcheck disable=SC2086 # a model and its option are words
    run 0 rank "$source/datasets/davis" --view cities --backbone ${model%:*} --measure degree \
        --format csv --pairs pairs.csv
    says err "${model##*:} of the 139 pairs"
    awk -F, -v want="${model##*:}" 'NR > 1 { sum += $6; if ($6 > 0) tied++ }
        END { exit sum != 2 * want || (want > 0) != (tied > 0) || NR != 19 }' out ||
        fail "ties of $model"
    [ "$(wc -l <pairs.csv)" -eq 140 ] || fail "pairs of $model"
    awk -F, -v want="${model##*:}" 'NR > 1 { sum += $10 } END { exit sum != want }' pairs.csv ||
        fail "pairs kept by $model"
done
run 0 rank "$source/datasets/davis" --view cities --backbone hypergeometric --pairs pairs.json -o r.csv
is_empty out
grep -q '"Evelyn Jefferson".*"Theresa Anderson".*"shared": *7,.*"p": *0.016317016317,' pairs.json ||
    fail "Evelyn and Theresa"

# The works behind a backbone are cited with those behind the measures.
run 0 rank "$source/datasets/davis" --view cities --backbone sdsm-ec --correction bh --cite \
    --pairs cited.csv
[ "$(wc -l <cited.csv)" -eq 140 ] || fail "no pairs beside the works cited"
for key in neal2024 saracco2015 benjamini1995 freeman1978; do
    says out "{$key,"
done

# An actor out of everybody's reach is first by eccentricity, and a note says why.
run 0 rank "$source/datasets/florentine" --measure eccentricity
says err "1 actor without ties ranks first"

# Five conventions of closeness on the Florentine families with Pucci.
run 0 rank "$source/datasets/florentine" --format csv --measure closeness_freeman,\
closeness_unreachable_n,closeness_component,closeness_wasserman_faust,closeness_harmonic
grep -q ',Medici,Medici,actor,,0,0.365853658537,0.56,0.522666666667,0.633333333333$' out ||
    fail "Medici: $(grep Medici out)"

# The same five under the names of the programs that print them, and UCINET's percent of 105 pairs.
run 0 measures --compare "$source/datasets/florentine" Medici --format csv
for row in 'NetworkX,closeness_centrality(G),0.522666666667,1,' \
    '"R sna","closeness(x, gmode=""graph"")",0,1,' 'Gephi,Closeness Centrality,0.56,1,' \
    'R igraph from 1.3,closeness(g),0.04,1,' 'UCINET,nBetweenness,45.2380952381,1,' \
    'UCINET,nCloseness,,,closeness_freeman'; do
    tr -d '"' <out | grep -qF "$(echo "$row" | tr -d '"')" || fail "no row $row"
done

# Karate: the best partition known, found whatever the seed.
for seed in 1 2 3; do
    run 0 groups "$source/datasets/karate" --seed $seed --format json
    grep -q '"modularity": *0.41978961' out || fail "seed $seed: $(grep modularity out)"
done
# What is proven, and what many runs agree on.
run 0 groups "$source/datasets/florentine" --format csv
says err 'modularity 0.3987500'
says err 'it is proven that no partition has a higher modularity'
run 0 groups "$source/datasets/florentine" --method components --format csv
says err 'a partition of higher modularity exists'
# At another resolution there are partitions of higher modularity than the 0.34 that is printed.
run 0 groups "$source/datasets/florentine" --method optimal --resolution 2 --format csv
says err 'modularity 0.3400000'
says err 'no partition has a higher modularity at resolution 2'
run 4 groups "$source/datasets/learning-cities" --view networks --method leading-eigenvector
says err 'leading-eigenvector does not converge on this network; use leiden'
run 0 groups "$source/datasets/karate" --method optimal --format json
grep -q '"optimum": 0.41978961' out || fail "$(grep optimum out)"
grep -q '"proven": true' out || fail "$(grep proven out)"
run 0 groups "$source/datasets/karate" --consensus --format csv
says err 'modularity 0.4197896'
says err 'the consensus of 100 runs'

# Southern Women: the four modules of the largest Barber modularity that is known.
run 0 groups "$source/datasets/davis" --view affiliations --format json
grep -q '"method": "barber"' out || fail "barber is not the default in two modes"
grep -q '"modularity": 0.34553717' out || fail "Davis: $(grep modularity out)"

# Given partitions: the club after the split; Davis' first nine women with E1 to E8.
run 0 groups "$source/datasets/karate" --against club --format csv
says err 'club has modularity 0.3582347 and E-I -0.717949: 67 pairs'
grep -qx '2,Mr. Hi,11' out || fail "cross table: $(cat out)"
cp out club.csv
mkdir -p two
cp "$source/datasets/davis/memberships.csv" two
awk -v OFS=, 'NR == 1 { print "id,name,side"; next } { split($0, f, ",")
    print f[1], f[2], NR <= 10 ? "first" : "second" }' "$source/datasets/davis/organisations.csv" \
    >two/organisations.csv
awk -v OFS=, 'NR == 1 { print "id,name,side"; next } { split($0, f, ",")
    print f[1], f[2], NR <= 9 ? "first" : "second" }' "$source/datasets/davis/networks.csv" \
    >two/networks.csv
run 0 groups two --view affiliations --against side
says err 'side has modularity 0.318394'
run 0 groups "$source/datasets/karate" --weighted --against club --format csv
says err 'weighted modularity 0.4449036'
says err 'club has modularity 0.39143'
run 0 groups "$source/datasets/karate" --format csv
cp out found.csv
run 0 groups "$source/datasets/karate" --against found.csv --format json
grep -q '"adjusted_rand": 1,' out || fail "against itself: $(grep adjusted out)"
run 2 groups "$source/datasets/karate" --against clab
says err "did you mean 'club'?"
run 1 groups "$source/datasets/karate" --against club.csv
says err 'club.csv:1:1'
run 3 groups "$source/datasets/karate" --against none.csv
run 2 groups "$source/datasets/karate" --against club --method core-periphery

# The cores of the fifteen Florentine families that have marriages, by both patterns.
run 0 groups "$source/datasets/florentine" --without Pucci --method core-periphery --format csv
says err 'core_all_ties: 3 of 15 actors in the core, r = 0.329853, exact'
says err 'core_ignoring_between: 3 of 15 actors in the core, r = 0.422577, exact'
cut -d, -f 1,5,6 out | sed -n '2,6p' | tr '\n' ' ' >cores
echo 'Medici,1,1 Guadagni,1,0 Strozzi,1,0 Ridolfi,0,1 Tornabuoni,0,1 ' | tr -d '\n' | cmp -s - cores ||
    fail "cores: $(cat cores)"
run 0 groups "$source/datasets/karate" --method core-periphery
says err 'heuristic: the best of 100 starts'
run 2 groups "$source/datasets/davis" --view affiliations --method core-periphery
says err '--view whole'
run 2 groups "$source/datasets/karate" --method core-periphery --resolution 2
says err 'no resolution'
# A count of one is said in the singular.
printf 'a,b\nUlm,Bern\n' >one.csv
run 0 check one.csv
says out 'one.csv: 1 row = 1 used'
run 0 groups one.csv --format csv
says err 'note: 1 group by leiden'
run 0 report one.csv -o one
! grep -E '(^|[^0-9.,])1 (rows|ties|groups|actors|members|runs) ' one/index.html ||
    fail "a count of one stands in the plural"
finish
