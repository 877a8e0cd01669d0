#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# docs/gallery.md and its figures are what docs/gallery.sh writes.
. "$2/tests/cli/lib.sh"

again="write it again: sh docs/gallery.sh COMMAND"
sh "$source/docs/gallery.sh" "$entente" . || fail "docs/gallery.sh fails"
cmp gallery.md "$source/docs/gallery.md" || fail "docs/gallery.md is old; $again"
for file in "$source"/docs/gallery/*; do
    [ -s "gallery/$(basename "$file")" ] || fail "$(basename "$file") is none of the gallery's"
done
if cmp -s gallery/fonts.txt "$source/docs/gallery/fonts.txt"; then
    for file in gallery/*; do
        cmp "$file" "$source/docs/$file" || fail "docs/$file is old; $again"
    done
else
    echo "the fonts here are not those that the gallery was drawn with: bytes not compared"
fi
# Every layout is in it.
"$entente" help draw | tr -s ' \n' ' ' | sed 's/.*--layout=LAYOUT[^[]*\[\([^]]*\)\].*/\1/' |
    tr -d ' ' | tr ',' '\n' >layouts
[ "$(wc -l <layouts)" -ge 4 ] || fail "the help names no layouts"
while IFS= read -r layout; do
    [ "$layout" = force ] || says gallery.md "--layout $layout"
done <layouts
finish
