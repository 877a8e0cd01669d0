#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Figures in their three formats, the scene, and how well they are drawn.
. "$2/tests/cli/lib.sh"
cities=$source/datasets/learning-cities

for layout in force map bipartite; do
    view=agreements
    [ $layout != bipartite ] || view=affiliations
    for suffix in svg pdf png; do
        run 0 draw "$cities" --view $view --layout $layout -o $layout.$suffix
        is_empty out
    done
    xmllint --noout $layout.svg || fail "$layout.svg is not XML"
    head -c 5 $layout.pdf | grep -q '%PDF-' || fail "$layout.pdf is no PDF"
    head -c 4 $layout.png | grep -q PNG || fail "$layout.png is no PNG"
    # Text is text: in the SVG, and in the PDF.
    says $layout.svg '<text'
    pdftotext $layout.pdf - | grep -q '[A-Z][a-z]' || fail "no text in $layout.pdf"
done
grep -q 'Gongju' force.svg || fail "Gongju is not drawn"

run 0 draw "$cities" --view agreements -o -
same out force.svg "to standard output"
run 0 draw "$cities" --view agreements --scene scene.json -o again.SVG
same again.SVG force.svg "a suffix in capitals"
run 0 draw "$cities" --view agreements --scene -
same out scene.json "the scene on standard output"
python=$(command -v python3) && { "$python" -m json.tool scene.json >/dev/null || fail "scene.json"; }

run 0 draw "$cities" --view agreements --quality --format csv
says out "quality,value"
says out "clipped,0"
says out "missing_glyphs,0"
says out "label_overlaps,0"
run 0 draw "$cities" --view agreements --quality --format json
says out '{"label_overlaps": 0, "clipped": 0, "missing_glyphs": 0'
[ -z "$python" ] || "$python" -m json.tool out >/dev/null || fail "--quality --format json"

# Directed ties are drawn with an arrow each, in any layout that has lines, and so in the legend.
printf '%s\n' Source,Target,Type a,b,Directed b,a,Directed b,c,Directed >directed.csv
for layout in force arc circle concentric chord; do
    run 0 draw directed.csv --directed --layout $layout -o directed.svg
    arrows=$(sed -n '/<g class="ties"/,/<\/g>/p' directed.svg | grep -c 'class="arrow"')
    [ "$arrows" = 3 ] || [ $layout = chord ] || fail "$layout: $arrows arrows for three ties"
    says directed.svg '3 actors, 3 ties'
done
run 0 draw directed.csv --directed --layout matrix -o directed.svg
run 2 draw directed.csv --directed --layout timeline -o no.svg
says err "needs dates"

# A figure says of whom it is, and that ties were left out as chance.
run 0 draw "$source/datasets/davis" --view cities --backbone hypergeometric -o women.svg
says women.svg "members that share a network"
says women.svg "17 ties beyond chance (hypergeometric, p &lt; 0.05)"
run 0 draw "$source/datasets/davis" --view cities --backbone sdsm --correction holm -o women.svg
says women.svg "0 ties beyond chance (sdsm, p &lt; 0.05, holm)"

# Rings by a measure, labelled; where values crowd, with ranges.
for suffix in svg pdf png; do
    run 0 draw "$source/datasets/karate" --layout concentric --size-by betweenness -o rings.$suffix
    is_empty out
done
xmllint --noout rings.svg || fail "rings.svg is not XML"
says rings.svg 'class="ring-value"'
says rings.svg '>the nearer the middle, the higher: betweenness<'
says rings.svg 'in proportion to what an actor lacks of the highest betweenness'
run 0 draw "$cities" --layout concentric --lang es -o rings.svg
says rings.svg 'reúne un intervalo de grado'
says rings.svg '>0–2<'
run 0 draw "$cities" --view agreements --layout concentric --size-by closeness_component --lang ko -o rings.svg
says rings.svg '점선 동심원'

# A map's areas and dots say what the tables do: two agreements of one pair are one partner, a guest
# of an event is no member, and a tie that has no line is counted.
mkdir placed
printf '%s\n' id,name,country,latitude,longitude a,A,KR,37,127 b,B,JP,36,138 c,C,IE,53,-7 d,D,DE,50,10 \
    >placed/cities.csv
printf '%s\n' id,name n,N >placed/networks.csv
printf '%s\n' id,name,start e,E,2020-05-01 >placed/events.csv
printf '%s\n' member,network,status c,n,planned d,n,active b,n,active >placed/memberships.csv
printf '%s\n' participant,event c,e b,e >placed/attendance.csv
printf '%s\n' id,party_a,party_b,type,signed x,a,b,mou,2019-01-01 y,a,b,treaty,2020-01-01 \
    >placed/agreements.csv
for rule in sum keep; do
    run 0 draw placed --layout map --parallel $rule -o placed.svg
    says placed.svg '<title>A (city, KR), agreement partners 1</title>'
    says placed.svg '<title>C (city, IE), agreement partners 0</title>'
    says placed.svg '>no membership known<'
    says placed.svg 'Ties without a line, as an end has no coordinates: 2 of '
done
grep -B1 '<title>C (' placed.svg | grep -q 'fill="#8a8a8a"' || fail "a guest is no member"
run 0 draw placed --layout map --view events -o placed.svg
says placed.svg '>no line on this map<'

# Arcs of countries with their totals; every tie in a ribbon.
for layout in circle chord; do
    for suffix in svg pdf png; do
        run 0 draw "$cities" --view agreements --layout $layout -o $layout.$suffix
        is_empty out
    done
    xmllint --noout $layout.svg || fail "$layout.svg is not XML"
    says $layout.svg '>South Korea<'
    run 0 draw "$cities" --view agreements --layout $layout --lang es -o es.svg
    says es.svg 'arco: '
    run 0 draw "$cities" --view agreements --layout $layout --lang ko -o ko.svg
    says ko.svg '호: '
    run 2 draw "$cities" --layout $layout --color-by no-such-column -o no.svg
done
says circle.svg '>9 actors, 21 ties (9 within)<'
says chord.svg 'Ties with an end for which no country is given: 5 of 41.'
run 0 draw "$source/datasets/karate" --layout chord -o chord.svg
says chord.svg '>group 1<'

run 0 draw "$cities" --view agreements --lang ko -o ko.svg
says ko.svg 공주
run 0 draw "$cities" --view agreements --title 'One & <two>' -o title.svg
xmllint --noout title.svg || fail "a title breaks the SVG"
says title.svg 'One &amp; &lt;two&gt;'

# The figure in words: a short line, an empty one, a long one; the same words in the files.
run 0 draw "$cities" --view agreements -o words.svg --alt words.alt.txt
is_empty out
[ "$(sed -n 1p words.alt.txt | wc -m)" -le 151 ] || fail "the short description is long"

[ -z "$(sed -n 2p words.alt.txt)" ] || fail "no empty line behind the short description"
says words.alt.txt "Cork and Gongju have the most agreement partners: 6 each."
sed -n 's/.*<desc[^>]*>\(.*\)<\/desc>.*/\1/p' words.svg >desc
sed -n 3p words.alt.txt >long
same desc long "the description of the SVG"
run 0 draw "$cities" --view agreements --alt -
same out words.alt.txt "the words on standard output"
# Outlines in words: nine parties of agreements are Korean and five Mexican, by the tables.
run 0 draw "$cities" --view agreements --hull country --alt - -o hulls.svg
says out "Outlines by country: KR – 9; MX – 5; "
run 0 draw "$source/datasets/les-miserables" --color-by group --alt -
says out "Colours by group: group 1 – "
run 0 draw "$cities" --view agreements --layout matrix --alt -
says out "Planned, in hollow cells: 4. Disputed, in half-filled cells: 8."
run 0 draw "$cities" --layout matrix --size 60x50 --lang es --alt -
says out "Previstos, contados entre los vínculos: "
run 2 draw "$cities" --alt - --quality
# Of several files none is replaced where one cannot be written, be it found out before the work …
for file in kept.svg kept.json; do echo old >$file; done
run 3 draw "$cities" --view agreements -o kept.svg --scene kept.json --alt nowhere/kept.txt
says err "nowhere/kept.txt"
# … or at its end, as standard output is full.
if [ -c /dev/full ]; then
    "$entente" draw "$cities" --view agreements -o kept.svg --scene kept.json --alt - \
        >/dev/full 2>err
    [ $? = 3 ] || fail "a full standard output: not exit code 3"
fi
for file in kept.svg kept.json; do
    [ "$(cat $file)" = old ] || fail "a run that failed has replaced $file"
done
[ -z "$(find . -name '.entente-*')" ] || fail "files in the making are left"
run 0 draw "$cities" --view agreements -o kept.svg --scene kept.json --alt kept.txt
same kept.svg words.svg "one of three files"
[ "$(head -c 4 kept.json)" != old ] || fail "the scene was not replaced"
echo old >pairs.csv
if [ -c /dev/full ]; then
    "$entente" rank "$source/datasets/davis" --view cities --backbone sdsm --pairs pairs.csv \
        >/dev/full 2>err
    [ $? = 3 ] || fail "ranks to a full standard output: not exit code 3"
    [ "$(cat pairs.csv)" = old ] || fail "a run that failed has replaced the pairs"
fi
run 3 rank "$source/datasets/davis" --view cities --backbone sdsm --pairs nowhere/p.csv -o ranks.csv
[ ! -e ranks.csv ] || fail "ranks without their pairs"
run 0 rank "$source/datasets/davis" --view cities --backbone sdsm --pairs pairs.csv -o ranks.csv
[ "$(head -c 4 pairs.csv)" != old ] || fail "the pairs were not replaced"
says ranks.csv rank
run 2 draw "$cities" --alt x.svg -o x.svg
says err "cannot both be x.svg"

# Furniture: what the caller says, where the legend stands, a page of the caller's.
run 0 draw "$cities" --view agreements --subtitle 'One year' --source 'own survey' \
    --note 'First note' --note 'Second note.' --legend none --size 85x90 -o column.svg
for words in '>One year<' 'First note. Second note. Source: own survey.'; do
    tr '\n' ' ' <column.svg | sed 's/<\/text> <text class="note"[^>]*>/ /g' | grep -qF "$words" ||
        fail "column.svg does not say $words"
done
says column.svg 'width="85mm" height="90mm"'
lacks column.svg 'class="legend"><'
lacks column.svg '<text class="legend"'
for size in 85 x90 85x 85x90x90 0x0 85x49 85x1e9 85xnan -85x90 '85 x 90'; do
    run 2 draw "$cities" "--size=$size" -o no.svg
    says err "--size"
done
run 2 draw "$cities" --legend besides -o no.svg
says err "did you mean 'beside'"
long=$(printf 'long %.0s' $(seq 50))
run 2 draw "$source/datasets/karate" --size 60x50 --title "$long" --note "$long" -o no.svg
says err "no room for a picture"
says err "by 63 mm, which is enough"
run 0 draw "$source/datasets/karate" --size 76x63 --title "$long" --note "$long" -o long.svg
run 2 draw "$source/datasets/davis" --layout matrix --size 60x50 -o no.svg
says err "the names that must stand on it"

# Coasts only, unless borders are asked for, which come with a sentence on their source.
run 0 draw "$cities" --layout map -o coasts.svg
if grep -q 'class="borders"' coasts.svg; then fail "borders that nobody asked for"; fi
run 0 draw "$cities" --layout map --borders --lang es -o borders.svg
says borders.svg 'class="borders"'
says borders.svg 'Fronteras: Natural Earth'

# Two columns are of memberships unless events are asked for; who has no row is counted.
run 0 draw "$cities" --view affiliations --layout bipartite -o columns.svg
run 0 draw "$cities" --layout bipartite -o whole.svg
says err "shows the view affiliations"
same whole.svg columns.svg "the memberships of the view whole"
run 0 draw "$cities" --layout bipartite --hub gnlc --pendants all --quality --format json -o rows.svg
says out '"label_overlaps": 0, "clipped": 0, "missing_glyphs": 0, "labels_left_out": 0'
drawn=$(grep -o 'class="tie membership[^"]*"' rows.svg | grep -cv planned)
hidden=$(sed 's/[^>]*>\([^<]*\)<.*/\1/' rows.svg | tr '\n' ' ' |
    sed -n 's/.*least important [0-9]*, with \([0-9]*\) ties.*/\1/p')
[ "$((drawn + hidden))" -ge 461 ] || fail "of 461 ties $drawn are drawn and $hidden said to be hidden"
run 2 draw "$source/datasets/karate" --layout bipartite -o no.svg
says err "neither memberships nor attendances"
run 2 draw "$cities" --view agreements --layout bipartite -o no.svg
says err "--view affiliations"

# Directed ties have heads; findings, which are of ties that two share, have nothing to say of them.
printf 'Source,Target,Type\na,b,Directed\nb,a,Directed\n' >directed.csv
run 0 draw directed.csv --directed -o directed.svg
[ "$(grep -c 'class="arrow"' directed.svg)" = 5 ] || fail "not two heads, and three in the legend"

# A tie without a direction is two, and all that tell of it say so.
printf 'Source,Target,Type\na,b,Directed\nb,c,Undirected\nc,d,Undirected\n' >mixed.csv
run 0 draw mixed.csv --directed -o mixed.svg
says err '2 ties have no direction; each counts as two ties, one each way.'
says mixed.svg 'Without a direction, drawn and counted once each way: 2.'
run 0 rank mixed.csv --directed --measure degree_in
says err '2 ties have no direction; each counts as two ties, one each way.'
run 0 draw directed.csv --directed -o directed.svg
lacks directed.svg 'Without a direction'

# A repeated edge is merged in the account; what it counts for is told where the rows are told of.
printf 'Source,Target\na,b\na,b\nb,c\n' >parallel.csv
for rule in count:2 sum:2 keep:3; do
    run 0 draw parallel.csv --parallel "${rule%:*}" -o parallel.svg
    says parallel.svg "3 actors, ${rule#*:} ties"
done
run 0 check parallel.csv
says out '3 rows = 2 used + 1 merged'
run 0 report parallel.csv -o parallel
says parallel/ledger.csv 'repeats the tie of line 2, and counts beside it'

run 2 draw "$cities" --view agreements --color-by no-such-column -o no.svg
says err no-such-column
[ ! -e no.svg ] || fail "no.svg was written"
run 2 draw "$source/datasets/karate" --layout map -o no.svg
run 2 draw "$source/datasets/karate" --layout bipartite -o no.svg
run 2 draw "$cities" --hub 'Gongjoo' -o no.svg
says err Gongju
run 2 draw "$cities" --hub gongju -o no.svg
says err "'gongju' is of the kind city"
run 0 draw "$cities" --hub gnlc -o hub.svg
run 2 draw "$cities" --size 10x10 -o no.svg
says err 'a page is 60 to 2000 mm wide and 50 to 2000 mm high'
printf 'a,b\nx,N1\ny,N1\ny,N2\n' >modes.csv
run 2 draw modes.csv --layout bipartite -o no.svg
says err 'member=COLUMN,network=COLUMN'
run 0 draw modes.csv --map member=a,network=b --layout bipartite -o modes.svg

# Groups of a large network come from fewer runs than those of `groups`, and the figure says so.
awk 'BEGIN { print "a,b"
    for (i = 0; i < 3000; i++) { print i "," (i + 1) % 3000; print i "," (i * i + 7) % 3000 } }' >many.csv
for how in '--layout chord' '--layout matrix' '--color-by group' '--layout circle --hull group'; do
    # shellcheck disable=SC2086
    run 0 draw many.csv --keep-going $how -o many.svg
    tr '\n' ' ' <many.svg | sed 's/<[^>]*>/ /g' | grep -qE 'best of +[1-9][0-9] +runs' ||
        fail "many.svg does not say how many runs: $how"
    lacks many.svg 'entente groups'
    [ "$(grep -c "groups. makes 100" err)" = 1 ] || fail "no hint on runs: $how"
done
awk 'BEGIN { print "a,b"
    for (i = 0; i < 60; i++) for (j = 0; j < i; j++) if ((i * j + i) % 3 == 0) print i "," j }' >thick.csv
for lang in en es ko; do
    run 0 draw thick.csv --ties backbone --lang $lang -o thin.svg --alt thin.txt
    lacks thin.svg 'ties all'
    lacks thin.txt 'ties all'
    [ "$(grep -c -e '--ties all draws them' err)" = 1 ] || fail "no hint on ties in $lang"
done
run 0 draw "$source/datasets/karate" --layout chord -o few.svg
lacks few.svg 'best of'

# A page too small for as many rows of groups as there are; a picture that no program would open.
run 0 draw "$cities" --layout matrix --size 60x50 -o matrix.svg --quality --format json
says out '"label_overlaps": 0, "clipped": 0'
run 0 draw "$cities" --layout circle --size 2000x60 --quality --format json
says out '"label_overlaps": 0, "clipped": 0'
run 2 draw "$cities" --view agreements --size 2000x2000 --dpi 2400 -o no.png
says err "smaller resolution"
[ ! -e no.png ] || fail "no.png was written"

# A place in mid-ocean has no land about it; nor is there a hull of a network without members.
mkdir ocean
printf 'id,name,country,latitude,longitude\na,Alone,PT,30,-40\nb,Beside,ES,30.1,-40\n' >ocean/cities.csv
printf 'party_a,party_b,signed\na,b,2020\n' >ocean/agreements.csv
run 0 draw ocean --layout map -o ocean.svg
if grep -q ' d=""' ocean.svg; then fail "a shape without points"; fi
run 0 draw ocean --layout circle --hull network -o circle.svg

# Who stands at a pole is seen there.
printf 'id,name,latitude,longitude\na,North,90,0\nb,South,-90,0\n' >ocean/cities.csv
run 0 draw ocean --layout map -o poles.svg
[ "$(grep -c 'class="city" data-id' poles.svg)" = 2 ] || fail "not two poles"

# Agreements stand out, but a crowd of them is no black cloud.
opacity() {
    sed -n 's/.*class="tie agreement"[^>]* stroke-opacity="\([^"]*\)".*/\1/p' "$1" | sort -u
}
run 0 draw "$cities" --view agreements -o few.svg
[ "$(opacity few.svg)" = 0.9 ] || fail "agreements are not dark: $(opacity few.svg)"
awk 'BEGIN { for (i = 0; i < 1500; i++) print "a" i ",A" i >"ocean/cities.csv"
    for (i = 0; i < 8000; i++) print "a" i % 1500 ",a" (i + 1 + int(i / 1500)) % 1500 >"ocean/agreements.csv" }'
sed -i '1i id,name' ocean/cities.csv
sed -i '1i party_a,party_b' ocean/agreements.csv
run 0 draw ocean --ties all -o crowd.svg
[ "$(opacity crowd.svg | tail -n 1 | cut -c1-3)" = 0.4 ] ||
    fail "8,000 agreements are not fainter: $(opacity crowd.svg)"
finish
