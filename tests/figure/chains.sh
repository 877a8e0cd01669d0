#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Chains, a ladder and a grid can be drawn without a crossing, and room for marks and names leaves
# them so: no tie crosses another or runs through a stranger's mark.
. "$2/tests/cli/lib.sh"

python=/usr/bin/python3
[ -x $python ] || { echo "no python3 here"; exit 77; }

# holds NAME MOST_STRESS: draws NAME.csv and judges the figure.
holds() {
    run 0 draw "$1.csv" -o "$1.svg" --scene "$1.json" --quality --format json
    $python "$source/tests/figure/chains.py" out "$1.json" "$1.csv" "$2" ||
        fail "the figure of $1 is not in order"
}

awk 'BEGIN { print "source,target"; for (i = 0; i < 60; i++) print "p" i ",p" i + 1 }' >chain.csv
awk 'BEGIN { print "source,target"
             for (i = 0; i < 20; i++)
                 print "Municipality of Saint " i " on the River,Municipality of Saint " i + 1 \
                     " on the River" }' >names.csv
awk 'BEGIN { print "source,target"
             for (i = 0; i < 25; i++) print "u" i ",w" i
             for (i = 0; i < 24; i++) print "u" i ",u" i + 1 "\nw" i ",w" i + 1 }' >ladder.csv
awk 'BEGIN { print "source,target"
             for (i = 0; i < 12; i++) for (k = 0; k < 11; k++)
                 print "r" i "c" k ",r" i "c" k + 1 "\nr" k "c" i ",r" k + 1 "c" i }' >grid.csv
# A chain on a line has no stress, and a ladder and a grid some 0.01.
holds chain 0.03
holds names 0.03
holds ladder 0.03
holds grid 0.03
finish
