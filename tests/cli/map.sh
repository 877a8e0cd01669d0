#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# One table of ties as it comes, its columns named by --map: nothing is lost on the way.
. "$2/tests/cli/lib.sh"
map=source=city1+country1,target=city2+country2

# 8 rows: 5 ties of 7 places, a pair stated again the other way round, a self-tie, a blank line.
cat >twins.csv <<'END'
city1,country1,lat1,city2,country2
Cork,Ireland,51.9,Cologne,Germany
Cork,USA,31.2,Cologne,Germany
"Washington, D.C.",USA,38.9,Rome,Italy
Cologne,Germany,50.9,Cork,Ireland
Cork,Ireland,51.9,Cork,Ireland

Monaco,,43.7,Rome,Italy
Rome,Italy,41.9,Seoul,South Korea
END
run 1 check twins.csv --map $map
says out "twins.csv:6:"
says out "Cork, Ireland"
run 1 check twins.csv --map $map --format json
tr -d ' \n' <out | grep -q \
    '"rows":8,"used":5,"merged":1,"set_aside":0,"rejected":1,"blank":1' ||
    fail "the account: $(grep -A8 tables out)"

run 1 rank twins.csv --map $map
is_empty out
run 0 rank twins.csv --map $map --keep-going --measure degree --format csv
says err "1 row is rejected"
says err "7 actors and 5 ties"
cat >want <<'END'
rank,id,name,kind,country,degree
1,"Rome, Italy","Rome, Italy",actor,,3
2,"Cologne, Germany","Cologne, Germany",actor,,2
3,"Cork, Ireland","Cork, Ireland",actor,,1
3,"Cork, USA","Cork, USA",actor,,1
3,Monaco,Monaco,actor,,1
3,"Seoul, South Korea","Seoul, South Korea",actor,,1
3,"Washington, D.C., USA","Washington, D.C., USA",actor,,1
END
same out want "degrees of the places"

# From standard input, behind other separators, in another encoding: the same.
sed -n '1,5p;8,9p' twins.csv >sound.csv
run 0 rank sound.csv --map $map --measure degree --format csv
same out want "without the faulty row"
"$entente" rank - --map $map --measure degree --format csv <sound.csv >out 2>err
same out want "from standard input"
sed 's/"Washington, D.C."/"Washington; D.C."/; s/,/;/g; s/"Washington; D.C."/"Washington, D.C."/' \
    sound.csv >semicolons.csv
run 0 rank semicolons.csv --map $map --measure degree --format csv
same out want "with semicolons"
{ printf '\377\376'; iconv -f UTF-8 -t UTF-16LE sound.csv; } >utf16.csv
run 0 rank utf16.csv --map $map --measure degree --format csv
same out want "UTF-16 with its mark"

# A mapping that names a column which is not there.
run 2 rank sound.csv --map source=city1,target=city3
says err city3
run 2 rank sound.csv --map nonsense
says err nonsense

# The same kept in a file, and a folder whose headers are Korean.
printf '# where\nsource = city1 + country1\ntarget = city2 + country2\n' >places.map
run 0 rank sound.csv --map places.map --measure degree --format csv
same out want "mapped by a file"
printf 'source = city1\n  targte = city2\n' >slip.map
run 2 rank sound.csv --map slip.map
says err "slip.map:2:3: no table has a column 'targte', did you mean 'target'"
printf 'source = city1\ntarget = city3\n' >slip.map
run 2 rank sound.csv --map slip.map
says err "slip.map:2:1: --map target: sound.csv has no column 'city3', did you mean 'city"
run 2 rank sound.csv --map no-such.map
says err "found 'no-such.map' without '=', and there is no such file"
mkdir korean
printf '도시,이름,나라\ngongju,공주시,KR\nosan,오산시,KR\n' >korean/cities.csv
printf '갑,을,체결일\ngongju,오산시,2025-04\n' >korean/agreements.csv
cat >korean.map <<'END'
[cities.csv]
id = 도시
name = 이름
country = 나라

[agreements.csv]
party_a = 갑
party_b = 을
signed = 체결일
END
run 1 check korean
run 0 check korean --map korean.map
says out "0 errors, 0 warnings"
run 0 rank korean --map korean.map --measure degree --format csv
says out "1,gongju,공주시,city,KR,1"
cp korean.map spared
run 2 rank korean --map korean.map -o korean.map
says err "korean.map is one of the input files"
same korean.map spared "the mapping file"
run 0 report korean --map korean.map -o korean-report
says korean-report/manifest.json '"file": "korean.map"'
says korean-report/manifest.json "$(sha256sum korean.map | cut -d' ' -f1)"
says korean-report/manifest.json '"role": "map"'

# Coordinates beside the ends of ties are of the actors that no table lists: the place that most rows
# give, whatever their order, and what is no place is refused where it stands.
cat >placed.csv <<'END'
city1,lat1,lon1,city2,lat2,lon2
Seoul,37.57,126.98,Lima,-12.05,-77.04
Lima,-12.05,-77.04,Suva,-18.14,178.44
Lagoa,37.13,-8.46,Seoul,37.57,126.98
Lagoa,37.75,-25.54,Lima,-12.05,-77.04
Lagoa,37.75,-25.54,Suva,-18.14,178.44
Nowhere,,,Suva,-18.14,178.44
END
places=source=city1,target=city2,source_latitude=lat1,source_longitude=lon1
places=$places,target_latitude=lat2,target_longitude=lon2
run 0 draw placed.csv --map $places --layout map -o placed.svg
says err "1 actor has more than one place in these ties, such as 'Lagoa'"
says placed.svg 'Not on the map, as no coordinates are given: Nowhere.'
for name in Seoul Lima Suva Lagoa; do says placed.svg ">$name</text>"; done
{ sed -n 1p placed.csv; sed -n '2,$p' placed.csv | sort -r; } >turned.csv
run 0 draw turned.csv --map $places --layout map --title Placed --source x -o turned.svg
run 0 draw placed.csv --map $places --layout map --title Placed --source x -o placed.svg
same turned.svg placed.svg "whatever the order of the rows"
for wrong in 'nan,127' 'inf,127' '127,37' '37,181' '-90.01,0' '1e999,0' '37;127' 'x,y' '37,'; do
    printf 'source,source_latitude,source_longitude,target\nA,%s,B\n' "$wrong" >wrong.csv
    run 1 draw wrong.csv --layout map -o wrong.svg
    says err "wrong.csv:2:"
    [ ! -e wrong.svg ] || fail "wrong.svg was written"
done
run 0 check placed.csv --map $places

# Every tie has a line or is said not to be seen: four join actors at one place, three have lines.
cat >twin.csv <<'END'
city1,lat1,lon1,city2,lat2,lon2
City,37.57,126.98,University,37.57,126.98
City,37.57,126.98,Museum,37.57,126.98
Museum,37.57,126.98,University,37.57,126.98
Paris,48.86,2.35,Lab,48.86,2.35
City,37.57,126.98,Paris,48.86,2.35
Suva,-18.14,178.44,City,37.57,126.98
Suva,-18.14,178.44,Lab,48.86,2.35
END
unseen='Ties not seen, as their ends stand at one place or too near each other'
# text FILE: what an SVG says, on one line.
text() {
    sed 's/[^>]*>\([^<]*\)<.*/\1/' "$1" | tr '\n' ' '
}
for preset in report slide print; do
    run 0 draw twin.csv --map $places --layout map --preset $preset --alt twin.txt -o twin.svg
    text twin.svg | grep -qF "$unseen: 4." || fail "$preset does not say that four ties are not seen"
    says twin.txt "$unseen: 4."
    [ "$(grep -c '<path id="[^"]*" class="tie ' twin.svg)" = 3 ] || fail "$preset: not three lines"
done
run 0 draw twin.csv --map $places --layout map --lang es --alt - -o twin.svg
says out "Vínculos que no se ven, por estar sus extremos en un mismo lugar o demasiado cerca: 4."
run 0 draw twin.csv --map $places --layout map --lang ko --alt - -o twin.svg
says out "양 끝이 같은 곳에 있거나 너무 가까워 보이지 않는 연결: 4개."
# A line of 27 km lies under its two marks on a map of the world, but not on one of its own.
echo 'Incheon,37.46,126.71,City,37.57,126.98' >near.line
cat twin.csv near.line >near.csv
run 0 draw near.csv --map $places --layout map --alt - -o near.svg
says out "$unseen: 5."
{ head -1 twin.csv; cat near.line; } >near.csv
run 0 draw near.csv --map $places --layout map --alt - -o near.svg
lacks out "$unseen"
lacks near.svg "$unseen"
# Of the Irish ones, which touch as well, the lines are seen where they are enlarged.
run 0 draw "$source/datasets/learning-cities" --view agreements --layout map --alt - -o cities.svg
says out "$unseen: 1."
run 2 draw sound.csv --map $map --layout map -o no.svg
says err "fill these columns"

# Windows' code page is refused with the option that reads it, and read with it.
printf 'source,target\nM\351xico,Bogot\341\n' >windows.csv
run 1 rank windows.csv
says err --encoding=windows-1252
run 0 rank windows.csv --encoding windows-1252 --measure degree --format csv
says out "México"
run 2 rank windows.csv --encoding no-such
says err no-such

# A city without coordinates is listed as what it is: no network.
mkdir places
printf 'id,name,latitude,longitude\na,Suva,-18.1,178.4\nb,Apia,-13.8,-171.8\nc,Atlantis,,\n' \
    >places/cities.csv
printf 'id,party_a,party_b\n1,a,b\n2,b,c\n' >places/agreements.csv
run 0 draw places --layout map -o places.svg
says places.svg "Agreements with actors that have no place on the map"
says places.svg ">Atlantis<"
lacks places.svg "networks and organisations"
finish
