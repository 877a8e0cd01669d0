#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The same bytes whatever the order of the rows, the locale, the time zone and the threads.
. "$2/tests/cli/lib.sh"

# everything DATA DIR: what the commands make of a data set.
everything() {
    mkdir -p "$2"
    "$entente" rank "$1" --format csv >"$2/rank.csv" &&
        "$entente" rank "$1" --view affiliations --format json >"$2/affiliations.json" &&
        "$entente" groups "$1" --view agreements --format json >"$2/groups.json" &&
        "$entente" draw "$1" --view agreements --color-by group -o "$2/network.svg" &&
        "$entente" draw "$1" --layout map -o "$2/map.png" &&
        "$entente" draw "$1" --view agreements -o "$2/network.pdf" &&
        "$entente" report "$1" -o "$2/report" >written
} 2>>messages

# compare DIR DIR WHAT [NAME...]: the two folders but for the files named.
compare() {
    one=$1 two=$2 what=$3
    shift 3
    for name; do
        rm -f "$two/report/$name" "$two/report/excel/$name"
    done
    (cd "$two" && find . -type f | sort) >files
    [ "$(wc -l <files)" -gt 20 ] || fail "few files to compare"
    while IFS= read -r file; do
        cmp -s "$one/$file" "$two/$file" || fail "$what: $file differs"
    done <files
}

mkdir plain shuffled
cp "$source"/datasets/learning-cities/* plain
cp plain/* shuffled
for table in plain/*.csv; do
    {
        head -1 "$table"
        # No quoted line breaks in these tables, so that a line is a row.
        tail -n +2 "$table" | awk -v seed=7 'BEGIN { srand(seed) } { print rand() "\t" $0 }' |
            LC_ALL=C sort | cut -f2-
    } >"shuffled/${table#plain/}"
    [ "$(LC_ALL=C sort "$table" | cksum)" = "$(LC_ALL=C sort "shuffled/${table#plain/}" | cksum)" ] ||
        fail "$table was not just shuffled"
done
cmp -s plain/agreements.csv shuffled/agreements.csv && fail "nothing was shuffled"

# One folder name for both, as it is the data set's name.
mv plain cities
everything cities plain-out || fail "plain: $(tail -1 messages)"
mv cities plain
mv shuffled cities
everything cities shuffled-out || fail "shuffled: $(tail -1 messages)"
mv cities shuffled
# Row positions are what these files are about.
compare plain-out shuffled-out "shuffled rows" ledger.csv ties.csv contradictions.csv \
    manifest.json index.html

mv plain cities
(
    LC_ALL=de_DE.UTF-8 LANG=ko_KR.UTF-8 LANGUAGE=es TZ=Asia/Seoul OMP_NUM_THREADS=3
    FC_LANG=ja PANGO_LANGUAGE=zh
    export LC_ALL LANG LANGUAGE TZ OMP_NUM_THREADS FC_LANG PANGO_LANGUAGE
    everything cities elsewhere-out
) || fail "elsewhere: $(tail -1 messages)"
compare plain-out elsewhere-out "another locale, time zone and number of threads"
for threads in 1 2 5; do
    run 0 rank cities --format csv --threads $threads
    same out plain-out/rank.csv "$threads threads"
done
(umask 077 && everything cities umask-out) || fail "umask"
compare plain-out umask-out "another umask"
finish
