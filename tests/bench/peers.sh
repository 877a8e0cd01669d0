#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The comparison with peers: it runs on small data, its tables hold everybody who is there, it
# writes the page, and it refuses results that differ. Nothing here is timed.
. "$2/tests/cli/lib.sh"

# The programs of the comparison need not free what they hold when they end.
ASAN_OPTIONS=detect_leaks=0
export ASAN_OPTIONS

# What is asked is checked before anything is installed, built or looked for.
refuses() {
    text=$1
    shift
    ENTENTE=nowhere/entente sh "$source/bench/run.sh" "$@" >out 2>err
    [ $? -eq 2 ] || fail "not refused: run.sh $*"
    says err "$text"
    says err "usage: sh bench/run.sh [S|M|L|XL]"
}
refuses "'Q' is not S, M, L or XL" Q
refuses "a folder comes before '--runs'" S --runs 3
refuses "there is no option '--rums'" S out-dir --rums 3
refuses "--runs needs a number above 0" S out-dir --runs
refuses "--runs needs a number above 0" S out-dir --publish --runs 0
refuses "--patience: '1e-2' is not a whole number" S out-dir --patience 1e-2

# A copy, as the page is written into the tree.
mkdir -p tree/docs
cp -R "$source/bench" tree/bench
cp "$source/docs/performance.md" tree/docs
ENTENTE=$entente sh tree/bench/run.sh S "$PWD/out-dir" --runs 1 --patience 100 --publish >out 2>err
status=$?
[ "$status" -ne 77 ] || { cat out; exit 77; }
[ "$status" -eq 0 ] || fail "run.sh: exit code $status: $(tail -3 err)"

page=tree/docs/performance.md
for row in '| | Entente | C on igraph |' '| whole process, s | ' '| peak memory, MiB | ' \
        '| betweenness, s | ' '| stress of the layout | ' 'Results agree: measures to ' \
        '| entente rank | ' '| entente report | ' '| waves of 512 searches | plain | ' \
        '| betweenness in 16 lanes | plain | ' '| search by lengths | plain | '; do
    says out-dir/S/results.md "$row"
    says $page "$row"
done
grep -qE '^\| 8 \| S: entente rank ≤ 0.02 s \| [0-9.]+ s \| (yes|\*\*no\*\*) \|$' $page ||
    fail "the page does not say whether goal 8 is reached"
for size in M L XL; do
    says $page "<!-- $size: written by bench/run.sh -->"
done
[ -s tree/docs/performance-growth.svg ] || fail "no figure of growth"
# Of every program that is there, all that it knows: NetworkX and graph-tool do not know Leiden.
for program in Entente "C on igraph" python-igraph "R igraph" NetworkX; do
    grep -q "^\* $program: not installed" out-dir/S/results.md && continue
    for quantity in "whole process" betweenness Louvain "layout and drawing"; do
        grep -q "^S,whole,$quantity,$program,[1-9]" out-dir/S/results.csv ||
            fail "no $quantity of $program"
    done
done

for python in /usr/bin/python3 python3; do
    "$python" -c "import numpy, scipy" 2>/dev/null && break
done
check() {
    "$python" -B "$source/bench/check.py" "$@" >out 2>err
}
whole=out-dir/S/whole
check out-dir/S/data Entente=$whole/entente C=$whole/c-on-igraph ||
    fail "results that agreed differ: $(cat out err)"
# One betweenness that is 1e-8 of the largest too high, one actor less, groups that are none.
mkdir high less apart
awk -F, -v OFS=, 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "betweenness") c = i }
    NR == 9 { $c = sprintf("%.12g", $c + 1e-3) } { print }' $whole/c-on-igraph/result.csv \
    >high/result.csv
sed 5d $whole/c-on-igraph/result.csv >less/result.csv
awk -F, -v OFS=, 'NR > 1 { $NF = NR } { print }' $whole/c-on-igraph/result.csv >apart/result.csv
for wrong in "high: betweenness differs by" "less: other actors" "apart: leiden reaches"; do
    name=${wrong%%:*}
    if check out-dir/S/data Entente=$whole/entente "$name=$name"; then
        fail "results that differ pass: $name"
    fi
    says out "$wrong"
done

# Two triangles joined by a tie, by hand: degree 2 or 3; modularity 6/7 - 2 (7/14)^2 = 5/14; and
# betweenness adds up to the actors within the shortest ways: 4 pairs at distance 2, 4 at 3.
mkdir hand
printf '%s\n' party_a,party_b a,b b,c a,c c,d d,e e,f d,f >hand/agreements.csv
{
    echo id,name,country,closeness,betweenness,leiden
    for row in a,,,.5,0,1 b,,,.5,0,1 c,,,.714285714285714,6,1 d,,,.714285714285714,6,2 e,,,.5,0,2 \
        f,,,.5,0,2; do
        echo $row
    done
} >hand/result.csv
check hand Entente=hand --pairs || fail "the sums by hand do not fit: $(cat out err)"
says out '"leiden": 0.35714285714285'
sed -i 's/^c\(.*\),6,1/c\1,7,1/' hand/result.csv
if check hand Entente=hand --pairs; then
    fail "a betweenness too high by 1 passes"
fi
says out "betweenness does not add up to the distances"
finish
