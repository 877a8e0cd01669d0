#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente draw --quality: crossings of all ties, or, of more than 4,000, none instead of some.
. "$2/tests/cli/lib.sh"

# So many actors round a ring, each tied to the next two.
ring() { # actors, file
    awk -v n="$1" 'BEGIN {
        print "source,target"
        for (i = 0; i < n; i++)
            for (k = 1; k < 3; k++)
                printf "n%04d,n%04d\n", i, (i + k) % n
    }' >"$2"
}

ring 2000 ring.csv
run 0 draw ring.csv --layout circle -o ring.svg --quality --format json -q
grep -q '"crossings": [1-9]' out || fail "4,000 ties: $(cat out)"
ring 2001 larger.csv
run 0 draw larger.csv --layout circle -o ring.svg --quality --format json -q
says out '"crossings": null, "ties_through_marks": null, "stress": 0.'
run 0 draw larger.csv --layout circle -o ring.svg --quality --format csv -q
grep -qx 'crossings,' out || fail "the table says $(grep crossings out)"
finish
