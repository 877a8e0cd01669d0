#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente draw --layout circle: ties within an arc are said of all arcs that have some, or of none.
. "$2/tests/cli/lib.sh"

# Nine countries of four, in each one tie within.
mkdir arcs
awk 'BEGIN {
    split("BR FR JP KE MX NO PL RS TR", code, " ")
    print "id,name,country" >"arcs/cities.csv"
    print "party_a,party_b" >"arcs/agreements.csv"
    for (i = 0; i < 36; i++) {
        printf "n%d,City %d,%s\n", i, i, code[int(i / 4) + 1] >"arcs/cities.csv"
        if (i % 4 == 0)
            print "n" i ",n" i + 1 >"arcs/agreements.csv"
        for (k = 1; k < 4; k++)
            print "n" i ",n" (i + 5 * k) % 36 >"arcs/agreements.csv"
    }
}'
for preset in report slide web print poster; do
    run 0 draw arcs --layout circle --preset $preset -o arcs.svg -q
    grep -o 'class="count"[^<]*<' arcs.svg >counts
    [ "$(wc -l <counts)" -ge 8 ] || fail "$preset: $(wc -l <counts) arcs have totals"
    within=$(grep -c within counts)
    [ "$within" -eq 0 ] || [ "$within" -eq "$(wc -l <counts)" ] ||
        fail "$preset: of $(wc -l <counts) arcs $within say how many ties are within"
done
finish
