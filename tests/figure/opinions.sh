#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What programs that we did not write find in our PDF and PNG: structure, language, words, size.
. "$2/tests/cli/lib.sh"

for tool in qpdf mutool pngcheck pdfinfo pdftotext python3; do
    command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
cities=$source/datasets/learning-cities

for language in en es ko; do
    run 0 draw "$cities" --view agreements --lang $language -o $language.pdf
    qpdf --check $language.pdf >checked 2>&1 || fail "qpdf: $(tail -1 checked)"
    lacks checked WARNING
    mutool info $language.pdf >/dev/null 2>complaints || fail "mutool does not read $language.pdf"
    is_empty complaints
    mutool show $language.pdf trailer/Root >root
    says root "/Lang ($language)"
    says root "/DisplayDocTitle true"
    says root "/Marked true"
    # The picture has its words beside it, and title and notes are elements of their own.
    qpdf --qdf --object-streams=disable $language.pdf plain.pdf
    grep -a -A 20 '/Alt ' plain.pdf >figure
    grep -q '/S /Figure' figure || fail "the tag Figure has no words"
    pdfinfo -struct $language.pdf >tags 2>&1
    tr -s ' \n' '  ' <tags | grep -q '^Document H1 (block) P (block) Figure.* P (block) $' ||
        fail "tags of $language.pdf: $(cat tags)"
    pdftotext -raw $language.pdf text
    head -1 text | grep -q '^Learning cities: ' || fail "$language.pdf is not read from its title"
    tail -n 3 text | grep -q 'learning-cities' || fail "$language.pdf does not end with its source"
done
# Hangul can be searched for.
pdftotext ko.pdf - | grep -q 공주시 || fail "공주시 is not found in ko.pdf"
pdftotext -layout ko.pdf - | grep -q 유네스코한국위원회 || fail "a long name is not found in ko.pdf"
# Names that stand on rays, letter after letter on a slant, are found in whole: Latin and Hangul.
run 0 draw "$cities" --layout circle --lang ko -o rays.pdf --scene rays.json
awk 'BEGIN { print "source,target"
             for (i = 0; i < 60; i++) print "부산광역시 " i " City,مدينة " (i * 7 + 1) % 60 }' >ties.csv
run 0 draw ties.csv --layout circle -o mixed.pdf --scene mixed.json
for figure in rays mixed; do
    for mode in -raw -layout -nopgbrk; do
        pdftotext $mode $figure.pdf $figure.text
        python3 "$source/tests/figure/found.py" $figure.json $figure.text >lost ||
            fail "pdftotext $mode $figure.pdf: $(cat lost)"
    done
done
# poppler turns Arabic round: here it is in the file, in the order in which it is read, as UTF-16.
qpdf --qdf --object-streams=disable mixed.pdf plain.pdf
for i in 0 9 59; do
    hex=$(printf 'مدينة %d' $i | iconv -f UTF-8 -t UTF-16BE | od -A n -t x1 | tr -d ' \n')
    grep -a -i -q "/ActualText <feff$hex>" plain.pdf || fail "مدينة $i is not in mixed.pdf in whole"
done

run 0 draw "$cities" --view agreements --lang ko --dpi 150 -o ko.png
pngcheck -vt ko.png >chunks || fail "pngcheck: $(tail -1 chunks)"
says chunks "5906x5906 pixels/meter (150 dpi)"
says chunks "rendering intent = perceptual"
says chunks "keyword: Title"
says chunks "keyword: Description"
says chunks "language tag = ko"
finish
