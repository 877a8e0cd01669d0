#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What other programs find in our figures: fonts, text, ids, dates.
. "$2/tests/cli/lib.sh"

for tool in pdffonts pdftotext pdfinfo xmllint python3; do
    command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
cities=$source/datasets/learning-cities

run 0 draw "$cities" --view agreements --lang ko -o ko.pdf
pdffonts ko.pdf >fonts
[ "$(wc -l <fonts)" -gt 3 ] || fail "no fonts in ko.pdf"
# columns from the right: emb sub uni object ID
tail -n +3 fonts | awk '$(NF - 4) != "yes"' | grep . && fail "a font is not embedded"
pdftotext ko.pdf text
says text 공주
pdfinfo ko.pdf >info
says info "CreationDate:    Thu Jan  1 00:00:00 1970"
says info "Title:           Learning cities"
says info "Tagged:          yes"
grep -a -q '/Lang (ko)' ko.pdf || fail "ko.pdf does not say its language"
grep -a -q '/Alt <FEFF' ko.pdf || fail "ko.pdf has no picture in words"
TZ=Asia/Seoul SOURCE_DATE_EPOCH=1700000000 "$entente" draw "$cities" --view agreements -o dated.pdf
TZ=UTC pdfinfo -isodates dated.pdf | grep -q 'CreationDate: *2023-11-14T22:13:20' ||
    fail "SOURCE_DATE_EPOCH: $(pdfinfo dated.pdf | grep Creation)"

# Three figures in one page: every id once, nothing that a strict page forbids.
run 0 draw "$cities" --view agreements -o network.svg
run 0 draw "$cities" --layout map -o map.svg
run 0 draw "$cities" --view affiliations --layout bipartite -o affiliations.svg
{
    echo '<page>'
    for figure in network map affiliations; do
        xmllint --noout $figure.svg || fail "$figure.svg is not XML"
        tail -n +2 $figure.svg
        lacks $figure.svg 'style='
        lacks $figure.svg 'href'
        lacks $figure.svg ' nan'
        lacks $figure.svg 'inf'
    done
    echo '</page>'
} >page.xml
xmllint --noout page.xml || fail "the three in one page are not XML"
grep -o ' id="[^"]*"' page.xml | sort | uniq -d >twice
is_empty twice
says map.svg 'width="170mm"'
says map.svg '<desc id="map-whole-desc">'

# Each mark and each line carries what a screen reader says.
grep -c '<circle id="force-agreements-n[0-9]*".*<title>' network.svg >count
[ "$(cat count)" -gt 20 ] || fail "few marks have titles: $(cat count)"
grep -q '<path id="force-agreements-t[0-9]*" class="tie agreement".*<title>.*mou 2025-04' network.svg ||
    fail "no tie says what it is"

# Where no font has Hangul, the figure is drawn and says what to install.
dejavu=$(fc-match -f '%{file}' 'DejaVu Sans' 2>/dev/null) || dejavu=
if [ -f "$dejavu" ]; then
    cat >fonts.conf <<END
<?xml version="1.0"?>
<fontconfig><dir>$(dirname "$dejavu")</dir><cachedir>$scratch/cache</cachedir></fontconfig>
END
    FONTCONFIG_FILE=$scratch/fonts.conf "$entente" draw "$cities" --view agreements --lang ko \
        -o boxes.png 2>err || fail "a missing font stops it"
    says err fonts-nanum
    FONTCONFIG_FILE=$scratch/fonts.conf "$entente" draw "$cities" --view agreements -o plain.png 2>err
    lacks err fonts-nanum
    # Debian's own lists of files say which package has a font for each of these.
    while read -r name package; do
        printf 'source,target\n%s,Seoul\n' "$name" >ties.csv
        FONTCONFIG_FILE=$scratch/fonts.conf "$entente" draw ties.csv -o script.svg --quality \
            --format json 2>err >quality.json || fail "$name is not drawn"
        says err "install $package"
        lacks quality.json '"missing_glyphs": 0,'
        xmllint --noout script.svg || fail "$name makes no XML"
    done <<'END'
서울 fonts-nanum
北京 fonts-noto-cjk
とうきょう fonts-noto-cjk
दिल्ली fonts-noto-core
กรุงเทพ fonts-noto-core
አዲስ fonts-noto-core
🦊🦝 fonts-noto-color-emoji
END
    # Two letters of one name are two, however often they were measured.
    for layout in force arc circle matrix; do
        printf 'source,target\n서울,Seoul\n' >ties.csv
        FONTCONFIG_FILE=$scratch/fonts.conf "$entente" draw ties.csv --layout $layout -o script.svg \
            --scene script.json --quality --format json 2>err >quality.json
        python3 -c "import json
texts = [i['text'] for i in json.load(open('script.json'))['items'] if i['shape'] == 'text']
print(sum(text.count('서') + text.count('울') for text in texts))" >boxes
        [ "$(cat boxes)" -ge 2 ] || fail "$layout does not name 서울"
        says quality.json "\"missing_glyphs\": $(cat boxes),"
    done
    # These it has, letters that are joined and marks that stack included.
    for name in القاهرة ירושלים Ελλάδα 'Đà Nẵng'; do
        printf 'source,target\n%s,Seoul\n' "$name" >ties.csv
        FONTCONFIG_FILE=$scratch/fonts.conf "$entente" draw ties.csv -o script.svg --quality \
            --format json 2>err >quality.json || fail "$name is not drawn"
        says quality.json '"missing_glyphs": 0,'
    done
fi

# Where the disk is full there is no half a figure.
(
    trap '' XFSZ
    ulimit -f 8
    for suffix in svg pdf png; do
        "$entente" draw "$cities" -o full.$suffix 2>err
        got=$?
        [ $got -eq 3 ] || echo "full.$suffix: exit code $got, not 3"
        [ ! -e full.$suffix ] || echo "full.$suffix is there"
    done
) >halves 2>&1
is_empty halves

# The same bytes in a locale with a decimal comma.
LC_ALL=de_DE.UTF-8 LANG=ko_KR.UTF-8 "$entente" draw "$cities" --view agreements -o comma.svg
same comma.svg network.svg "in another locale"
finish
