#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The comparison of figures: what it counts is counted by hand, and it runs on a small data set.
. "$2/tests/cli/lib.sh"

for python in /usr/bin/python3 python3 ""; do
    [ -n "$python" ] || { echo "skipped: needs python3-scipy"; exit 77; }
    "$python" -c "import numpy, scipy" 2>/dev/null && break
done
# A square and its diagonals: they cross once. Sides are 1 and diagonals 2^0.5 at distance 1, so the
# stress is 1 - (4 + 2 * 2^0.5)^2 / (4 + 2 * 2) / 6. Label b leaves the page, lies over label a and
# over the mark of d, whose own lies on nobody's.
"$python" -B - "$source/bench/figures" <<'END' || fail "the measures are not those by hand"
import sys

sys.path.insert(0, sys.argv[1])
from measure import measure

places = [("a", 0, 0, [1, -2, 20, 4]), ("b", 10, 0, [18, -2, 20, 4]), ("c", 10, 10, []),
          ("d", 20, 0, [20, -2, 1, 4])]
found = measure({"type": 4, "nodes": [
    {"id": i, "at": [5 + x, 5 + y], "radius": [2, 2],
     "label": [5 + l[0], 5 + l[1], l[2], l[3]] if l else []} for i, x, y, l in places]},
    [("a", "b")], 30, 30)
# On labels: a's over b's and d's, b's over d's; on marks: a's on b and d, b's on d.
assert (found["overlaps"], found["covered"], found["clipped"]) == (3, 3, 1), found
assert (found["named"], found["placed"], found["crossings"]) == (3, 4, 0), found
corner = {"a": (0, 0), "b": (1, 0), "c": (1, 1), "d": (0, 1)}
square = {"type": 4, "nodes": [{"id": i, "at": at, "radius": [0, 0]} for i, at in corner.items()]}
found = measure(square, [(a, b) for a in "abcd" for b in "abcd" if a < b], 2, 2)
assert found["crossings"] == 1, found
assert abs(found["stress"] - (1 - (4 + 2 * 2**0.5) ** 2 / 8 / 6)) < 1e-12, found
END

ENTENTE=$entente sh "$source/bench/figures/run.sh" out-dir --runs 1 --only florentine >out 2>err
status=$?
[ "$status" -ne 77 ] || { cat out; [ "$failures" -eq 0 ] || finish; exit 77; }
[ "$status" -eq 0 ] || fail "run.sh: exit code $status: $(tail -1 err)"
for program in Entente "graphviz neato" "graphviz sfdp" "R igraph FR" "R igraph KK" \
               "NetworkX spring" "NetworkX kamada"; do
    grep -qE "^\| $program \| 0\.[0-9]{3} \|" out-dir/results.md || fail "no row of $program"
done
# Columns: program, stress, crossings, labels that overlap, labels on marks, clipped, named.
grep -qE '^\| Entente \|[^|]*\| [0-9]+ \| 0 \| 0 \| 0 \| 16 \|' out-dir/results.md ||
    fail "Entente's labels overlap, are clipped or missing: $(grep Entente out-dir/results.md)"
# Its stress is within 5 % of the best.
awk -F'|' '$2 ~ /Entente/ { own = $3 } $2 ~ /graphviz|igraph|NetworkX/ && (!best || $3 + 0 < best) {
    best = $3 + 0 } END { exit !(own > 0 && own <= 1.05 * best + 0.0005) }' out-dir/results.md ||
    fail "others have far less stress: $(head -3 out-dir/results.md | tail -1)"

# Generated data are read without a fault, and are the same each time.
for copy in one two; do
    "$python" "$source/bench/generate.py" S $copy
done
diff -r one two >differences || fail "generated data differ: $(head -3 differences)"
run 0 check one
says out "0 errors, 0 warnings"
run 0 rank one --view agreements --measure degree --format csv
[ "$(awk -F, 'FNR > 1 { sum += $NF } END { print sum }' out)" = 1800 ] ||
    fail "S has not 900 agreements"
finish
