#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Leaders among many small components: short, off the marks of strangers, and of another shape than
# ties, in every preset and theme; nothing but colour differs between themes.
. "$2/tests/cli/lib.sh"

python=/usr/bin/python3
[ -x $python ] || { echo "no python3 here"; exit 77; }

# Stars of 24, 20, … ties, then triples and pairs, with names as long as those of towns.
awk 'function name(kind, i, k) { return kind " of the Upper Valley " i "." k }
     BEGIN { print "source,target"
             for (i = 0; i < 40; i++)
                 for (k = 1; k <= (i < 3 ? 24 - 4 * i : 9 - i / 6); k++)
                     print name("Chapel", i, 0) "," name("Town", i, k)
             for (i = 0; i < 60; i++)
                 print name("Mill", i, 0) "," name("Ford", i, 1) "\n" \
                     name("Mill", i, 0) "," name("Ford", i, 2)
             for (i = 0; i < 130; i++)
                 print name("Bridge", i, 0) "," name("Ferry", i, 1) }' >stars.csv
for preset in report slide web print poster; do
    for theme in light dark; do
        run 0 draw stars.csv --preset $preset --theme $theme -o stars.svg --scene $theme.json -q
        PYTHONDONTWRITEBYTECODE=1 $python "$source/tests/figure/leaders.py" $theme.json ||
            fail "leaders in $preset, $theme"
    done
done
run 0 draw "$source/datasets/learning-cities" -o cities.svg --scene cities.json -q
PYTHONDONTWRITEBYTECODE=1 $python "$source/tests/figure/leaders.py" cities.json ||
    fail "leaders of learning cities"
finish
