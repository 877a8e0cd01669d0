#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# entente draw --layout-from: who stands stays, newcomers stand beside their neighbours.
. "$2/tests/cli/lib.sh"

# Where the marks of a scene stand: id, x, y.
places() {
    sed 's/{"shape"/\n{"shape"/g' "$1" |
        sed -n 's/.*"class":"actor".*"actor":"\([^"]*\)".*"center":\[\([^,]*\),\([^]]*\)\].*/\1,\2,\3/p' |
        sort
}

refuses() { # file, words of the message
    if "$entente" draw new -o never.svg --layout-from "$1" >out 2>&1; then
        fail "$1 is taken"
    fi
    grep -q "$2" out || fail "$1: $(cat out)"
    [ ! -e never.svg ] || fail "$1: a figure is written all the same"
}

cp -R "$source/datasets/florentine" old
cp -R "$source/datasets/florentine" new
"$entente" draw old -o old.svg --scene old.json -q
places old.json >old.csv
[ "$(wc -l <old.csv)" -ge 15 ] || fail "the scene has no marks: $(wc -l <old.csv)"

# One family more, tied to the Medici.
medici=Medici
echo newcomer,Newcomer,rest >>new/nodes.csv
echo Medici,newcomer,Undirected >>new/edges.csv
"$entente" draw new -o new.svg --scene new.json --layout-from old.json --quality --format json \
    >quality 2>notes || fail "$(cat notes)"
places new.json >new.csv
[ "$(wc -l <new.csv)" -eq $(($(wc -l <old.csv) + 1)) ] || fail "nobody came"
grep -v newcomer new.csv | cmp -s - old.csv || fail "those who stood have moved"
grep -q '"label_overlaps": 0' quality || fail "labels overlap: $(cat quality)"
grep -q '"clipped": 0' quality || fail "clipped: $(cat quality)"
grep -q '1 of 1[0-9] actors have no place' notes || fail "nothing is said of the newcomer: $(cat notes)"

# The newcomer is nearer to the Medici than most are.
awk -F, -v m="$medici" '
    { x[$1] = $2; y[$1] = $3 }
    END {
        own = sqrt((x["newcomer"] - x[m]) ^ 2 + (y["newcomer"] - y[m]) ^ 2)
        for (id in x)
            if (id != m && id != "newcomer")
                further += sqrt((x[id] - x[m]) ^ 2 + (y[id] - y[m]) ^ 2) > own
        exit !(further >= 10)
    }' new.csv || fail "the newcomer stands far from its neighbour"

# Twice the same bytes; back again, the newcomer is a stranger.
"$entente" draw new -o again.svg --layout-from old.json -q
cmp -s new.svg again.svg || fail "two runs differ"
"$entente" draw old -o back.svg --scene back.json --layout-from new.json 2>notes
places back.json | cmp -s - old.csv || fail "those who stay have moved"
grep -q '1 actor there is not in this network' notes || fail "nothing is said of the stranger"

# A table of positions in any unit: neighbours in it stay neighbours.
{ echo id,x,y; sed 's/,/,1/' old.csv; } >table.csv
"$entente" draw new -o table.svg --scene table.json --layout-from table.csv --quality --format json \
    -q >quality
grep -q '"label_overlaps": 0, "clipped": 0' quality || fail "$(cat quality)"

# Marks that come to stand on others are counted, and only then.
lacks notes 'Marks that overlap'
{ echo id,x,y; sed 's/^\(Medici\|Pazzi\),.*/\1,100,100/' old.csv; } >near.csv
"$entente" draw old -o near.svg --layout-from near.csv --quality --format json >quality 2>notes
grep -q '"min_gap": -' quality || fail "none overlap: $(cat quality)"
says notes 'Marks that overlap, as they keep their places: 2.'

# What is no positions is refused, with the place.
printf 'id,x,y\n%s,nan,2\n' "$medici" >nan.csv
refuses nan.csv "nan.csv:2:.*not a coordinate"
printf 'id,x,y\n%s,1e999,2\n' "$medici" >huge.csv
refuses huge.csv "huge.csv:2:.*not a coordinate"
printf 'id;x;y\n%s;1,5;2\n' "$medici" >comma.csv
refuses comma.csv "comma.csv:2:.*not a coordinate; positions have a decimal point"
printf 'id,x,y\n%s,,2\n' "$medici" >empty.csv
refuses empty.csv "empty.csv:2:.*not a coordinate"
printf 'id,x,y\n%s,1,2\n%s,1,3\n' "$medici" "$medici" >twice.csv
refuses twice.csv "twice.csv:3:1.*twice"
printf 'id,x\na,1\n' >short.csv
refuses short.csv "short.csv:1:1.*'y' is missing"
printf 'id,x,y\n' >none.csv
refuses none.csv "none.csv:1:1.*no position"
printf '{"schema": "entente/scene/1", "width": 1, "height": 1, "items": []}' >none.json
refuses none.json "none.json:1:1.*no actor"
printf '{"a": NaN}' >nan.json
refuses nan.json "nan.json:1:.*not JSON"
sed 's/"center":\[[^]]*\]/"center":[null,1]/' old.json >null.json
refuses null.json "null.json:1:1.*has no place"
printf '[]' >array.json
refuses array.json "not a scene"
cp old.json old.txt
refuses old.txt "old.txt: positions are read from"
refuses missing.json "missing.json"
if "$entente" draw old -o never.svg --layout circle --layout-from old.json >out 2>&1; then
    fail "a circle keeps positions"
fi

# With nobody known the figure is what it is without the option, every byte.
{ echo id,x,y; echo somebody,1,2; echo another,3,4; } >foreign.csv
"$entente" draw old -o foreign.svg --layout-from foreign.csv 2>notes || fail "$(cat notes)"
cmp -s foreign.svg old.svg || fail "with nobody known the figure is another"
grep -q "none of this network's actors" notes || fail "nothing is said of that: $(cat notes)"

# With few known it is that figure, moved: distances between those with ties are as they were, but
# for one factor, and nobody leaves the page.
distances() { # places: between each two of the first with ties, in the order of their ids
    grep -v Pucci "$1" | awk -F, '
        { x[NR] = $2; y[NR] = $3 }
        END {
            for (i = 1; i <= NR; i++)
                for (k = 1; k < i; k++)
                    print sqrt((x[i] - x[k]) ^ 2 + (y[i] - y[k]) ^ 2)
        }'
}
distances old.csv >far
for known in 1 2 5; do
    # turned by a quarter, so that they stood elsewhere
    { echo id,x,y; head -$known old.csv | awk -F, '{ print $1 "," 1000 - $3 "," $2 }'; } >few.csv
    "$entente" draw old -o few.svg --scene few.json --layout-from few.csv --quality \
        --format json >quality 2>notes || fail "$(cat notes)"
    grep -q "Places are known of $known of 1[0-9] actors" notes || fail "$known: $(cat notes)"
    grep -q '"label_overlaps": 0, "clipped": 0' quality || fail "$known: $(cat quality)"
    places few.json >few-places.csv
    distances few-places.csv | paste -d ' ' - far | awk '
        { ratio = $1 / $2; if (NR == 1) first = ratio }
        ratio < 0.999 * first || ratio > 1.001 * first { bent++ }
        END { exit bent > 0 || NR < 90 || first < 0.8 }' || fail "$known known: the figure is bent"
done
# Those who stood mirrored are mirrored.
{ echo id,x,y; head -6 old.csv | awk -F, '{ print $1 "," 1000 - $2 "," $3 }'; } >few.csv
"$entente" draw old -o few.svg --scene few.json --layout-from few.csv -q
places few.json >few-places.csv
head -6 old.csv | cut -d , -f 1,2 >before
head -6 few-places.csv | cut -d , -f 2 | paste -d , before - | awk -F, '
    { x[NR] = $2; now[NR] = $3 }
    END {
        for (i = 1; i <= NR; i++)
            for (k = 1; k < i; k++)
                wrong += (x[i] - x[k]) * (now[i] - now[k]) > 1
        exit wrong > 0
    }' || fail "what was mirrored is not"

# One more without a tie stands in the row of such, which says what they are.
cp -R old more
echo alone,Alone,rest >>more/nodes.csv
"$entente" draw more -o more.svg --scene more.json --layout-from old.json -q
places more.json >more.csv
awk -F, '$1 == "Pucci" { row = $3 } $1 == "alone" { own = $3 }
    END { exit !(row != "" && row == own) }' more.csv || fail "there are two rows: $(cat more.csv)"
grep -q '"class":"isolates"' old.json || fail "the row has no heading"
grep -q '"class":"isolates"' more.json || fail "the row has lost its heading"

# Nobody stands on the words about those without a tie: of these four one comes to the foot's left.
mkdir few
printf 'id,name\na,A\nb,B\nc,C\nd,D\ne,E\n' >few/cities.csv
printf 'party_a,party_b\na,b\nb,c\nc,d\n' >few/agreements.csv
printf 'id,x,y\nstranger,1,2\n' >stranger.csv
"$entente" draw few -o few.svg --layout-from stranger.csv --quality --format json >quality 2>notes ||
    fail "$(cat notes)"
grep -q '"label_overlaps": 0' quality || fail "labels overlap: $(cat quality)"
finish
