#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Writes FOLDER/gallery.md and the figures beside it, from the shipped data sets.
# usage: sh docs/gallery.sh COMMAND [FOLDER]     (FOLDER: docs)
set -eu
entente=$(realpath "$1")
top=$(realpath "$(dirname "$0")/..")
folder=$(realpath "${2:-$top/docs}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
rm -rf "$folder/gallery"
mkdir "$folder/gallery"
ln -s "$top/datasets" "$work/datasets"
ln -s "$folder/gallery" "$work/output"
cd "$work"

# Shown as readers type it; run by that name too.
# shellcheck disable=SC2317
entente() { "$entente" "$@"; }

# figure 'HEADING' 'WHAT IT SHOWS' 'COMMAND': draws, and writes the section of it.
# The back quotes are Markdown's.
# shellcheck disable=SC2016
figure() {
    eval "$3" 2>"$work/messages" || { cat "$work/messages" >&2; exit 1; }
    file=${3##*-o output/}
    file=${file%% *}
    bytes=$(wc -c <"output/$file")
    case $file in
    *.png) most=200000 ;; # of a map of the world, whose outline alone is 130 KB as SVG
    *) most=60000 ;;
    esac
    [ "$bytes" -le "$most" ] || { echo "$file: $bytes bytes, $most at most" >&2; exit 1; }
    alt=$(eval "$3 --scene=-" 2>/dev/null |
        sed -n 's/.*"brief":"\(\([^"\\]\|\\.\)*\)".*/\1/p' | sed 's/\\"/"/g')
    printf '\n## %s\n\n' "$1"
    printf '%s\n' "$2" | fmt -w 100
    printf '\n```sh\n%s\n```\n\n![%s](gallery/%s)\n' "$3" "$alt" "$file"
}

# The fonts that the figures were drawn with: others are as wide as they are.
for family in "Noto Sans" "DejaVu Sans Condensed" "DejaVu Sans" "NanumGothic"; do
    fc-match -f '%{family[0]} %{fontversion}\n' "$family"
done >"$folder/gallery/fonts.txt"

exec >"$folder/gallery.md"
cat <<'END'
# Gallery

Every layout and the options that change most, each with the command that drew it. This page and
its figures are written by `sh docs/gallery.sh COMMAND`. [Figures](figures.md) says how to choose.
END

figure 'Who signed with whom' \
    'The agreements between learning cities. Distance follows the number of ties between two; components stand apart. Colour and shape are the kind of actor, area is the degree.' \
    'entente draw datasets/learning-cities --view agreements -o output/agreements.svg'
figure 'On the map' \
    'The same on an Equal Earth map whose edge cuts the fewest ties; ties are great circles.' \
    'entente draw datasets/learning-cities --layout map --dpi 100 -o output/map.png'
figure 'One country on the map' \
    'A part of the world is drawn about its own middle. Names in Korean, as are legend and notes.' \
    'entente draw datasets/learning-cities --layout map --where country=KR --lang ko -o output/korea.svg'
figure 'Groups' \
    'The karate club of Zachary, coloured by the groups that are found, as by entente groups.' \
    'entente draw datasets/karate --color-by group -o output/karate.svg'
figure 'Outlines' \
    'Outlines about the two clubs into which it fell apart; colours are the groups that are found.' \
    'entente draw datasets/karate --hull club --color-by group -o output/club.svg'
figure 'Brokers' \
    'The marriages of Florentine families; area is betweenness.' \
    'entente draw datasets/florentine --size-by betweenness -o output/florentine.svg'
figure 'Two columns' \
    'The Southern Women of Davis, Gardner and Gardner and the events they came to, ordered so that few ties cross.' \
    'entente draw datasets/davis --view affiliations --layout bipartite -o output/davis.svg'
figure 'Members and events in a plane' \
    'The same network, laid out by distances.' \
    'entente draw datasets/davis --view affiliations -o output/davis-force.svg'
figure 'One actor and its surroundings' \
    'Rings are distances in ties from the Medici.' \
    'entente draw datasets/florentine --layout ego --focus Medici --hops 3 -o output/medici.svg'
figure 'Rings by a measure' \
    'The higher the betweenness, the nearer to the middle.' \
    'entente draw datasets/florentine --layout concentric --size-by betweenness -o output/rings.svg'
figure 'Arcs' \
    'Actors on one line, ties as half circles.' \
    'entente draw datasets/florentine --layout arc -o output/arc.svg'
figure 'Round a circle' \
    'Those of one country on one arc, with the number of its actors and ties.' \
    'entente draw datasets/learning-cities --view agreements --layout circle --color-by country -o output/circle.svg'
figure 'Country by country' \
    'A ribbon is as wide as the ties between two countries weigh.' \
    'entente draw datasets/learning-cities --view agreements --layout chord -o output/chord.svg'
figure 'A matrix' \
    'A square for each tie, rows and columns in the order of the groups that are found.' \
    'entente draw datasets/florentine --layout matrix --color-by group -o output/matrix.svg'
figure 'By date' \
    'When agreements were signed and how long they run; what is planned or disputed is dashed.' \
    'entente draw datasets/learning-cities --view agreements --layout timeline -o output/timeline.svg'
figure 'For a slide, on dark paper' \
    'Sixteen to nine, larger type, light on dark.' \
    'entente draw datasets/learning-cities --view agreements --preset slide --theme dark -o output/slide.svg'
figure 'For print without colour' \
    'Greys that differ in luminance; the shape of a mark still says its kind.' \
    'entente draw datasets/learning-cities --view agreements --color-by region --palette grey -o output/grey.svg'
figure 'For a column of a journal' \
    'A page of 85 mm with the same type.' \
    'entente draw datasets/florentine --size 85x70 --note "Marriages of the 15th century." -o output/column.svg'
figure 'Networks that share members' \
    'A tie is the members that two networks have in common; its width is their number.' \
    'entente draw datasets/learning-cities --view networks -o output/networks.svg'
figure 'Who met whom' \
    'Events and those who attended.' \
    'entente draw datasets/learning-cities --view events -o output/events.svg'
