#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every layout in every format: the same bytes in another locale, time zone and folder.
. "$2/tests/cli/lib.sh"
cities=$source/datasets/learning-cities

# The layouts that there are, as the command itself lists them.
run 2 draw "$cities" --layout none-such -o x.svg
layouts=$(sed -n 's/.*(\(.*\)).*/\1/p' err | tr -d ,)
case " $layouts " in
*" force map "*) ;;
*) fail "the layouts are not listed: $layouts" ;;
esac

# all DIR: each layout with a view that it is for.
all() {
    mkdir -p "$1" && cd "$1" || exit 99
    for layout in $layouts; do
        case $layout in
        bipartite) set -- --view affiliations ;;
        ego) set -- --view agreements --focus gongju ;;
        map | timeline) set -- ;;
        *) set -- --view agreements ;;
        esac
        for suffix in svg pdf png; do
            "$entente" draw "$cities" -q "$@" --layout "$layout" --lang ko --dpi 72 \
                --alt "$layout.txt" -o "$layout.$suffix" || echo "$layout.$suffix: not drawn"
        done
    done
}

(LC_ALL=C TZ=UTC all here) >plain 2>&1
is_empty plain
(LC_ALL=tr_TR.UTF-8 LANG=ko_KR.UTF-8 LANGUAGE=ko TZ=Asia/Seoul all "a folder/of another name") >other 2>&1
is_empty other
(cd here && ls) >files
while IFS= read -r file; do
    same "here/$file" "a folder/of another name/$file" "$file"
done <files
(cd here && for file in *.svg; do xmllint --noout "$file" || echo "$file is not XML"; done) >invalid 2>&1
is_empty invalid
# shellcheck disable=SC2086
set -- $layouts
[ "$(wc -l <files)" -eq $(($# * 4)) ] || fail "$# layouts, but $(wc -l <files) files"
finish
