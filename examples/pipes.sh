#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Entente between other programs: ties come in on standard input, tables go out as CSV or JSON.
# Usage: sh examples/pipes.sh [ENTENTE]
set -eu
entente=${1:-build/release/entente}

# Ties from another program, whatever their columns are called; one row an actor comes out.
printf 'from;to\nSeoul;Busan\nSeoul;Daegu\nDaegu;Busan\nDaegu;Ulsan\n' |
    "$entente" rank - --map source=from,target=to --measure degree --format csv |
    awk -F, 'NR > 1 && $1 == 1 { print $3 " has the most partners: " $6 }'

# Two columns that make one name, as `City, Country`.
printf 'city1,country1,city2,country2\nCork,Ireland,Cologne,Germany\nCork,USA,Cologne,Germany\n' |
    "$entente" rank - --map source=city1+country1,target=city2+country2 --measure degree \
        --format csv

# The exit code says whether the tables are sound; nothing else has to be read.
if printf 'source,target\nAlpha,Alpha\n' | "$entente" check - >/dev/null; then
    echo "sound"
else
    echo "not sound: exit code $?"
fi
