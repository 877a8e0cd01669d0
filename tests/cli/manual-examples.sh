#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every example of every manual page is run as its reader would, at a terminal and in a fresh copy of
# the data sets. What it prints is what the page says (src/cli/manual/NAME-N.txt), and what it
# writes is there and of the kind that its name promises. In a page, "[3 more lines]" stands for
# that many lines, "[... what they are]" for any number. That the numbers in the pages are true is
# for tests/reference/manual.py to say.
. "$2/tests/cli/lib.sh"
pages=$source/src/cli/manual

need_terminal
cp -r "$source/datasets" datasets
mkdir output

# What the page leaves out is cut from what was printed: heads and tails are then the same.
cut_out() {
    awk 'NR == FNR { page[++lines] = $0; if (/^\[/) mark = lines; next }
         { printed[++count] = $0 }
         END {
             gap = mark ? count - lines + 1 : 0
             told = mark && page[mark] ~ /^\[[0-9]+ / ? substr(page[mark], 2) + 0 : gap
             if (mark && (gap < 1 || told != gap)) print "left out: " gap " lines"
             for (i = 1; i <= count; i++) {
                 if (mark && i == mark) print page[mark]
                 if (!mark || i < mark || i >= mark + gap) print printed[i]
             }
         }' "$1" "$2"
}

is_kind() {
    case $1 in
    *.svg) xmllint --noout "$1" ;;
    *.pdf) [ "$(head -c 5 "$1")" = "%PDF-" ] ;;
    *.png) [ "$(head -c 4 "$1" | tail -c 3)" = "PNG" ] ;;
    *.json) grep -q '^[[{]' "$1" && [ -s "$1" ] ;;
    *.csv) head -1 "$1" | grep -q , ;;
    */all) [ -s "$1/batch.csv" ] && [ -s "$1/batch.jsonl" ] ;;
    *.*) [ -s "$1" ] ;;
    *) [ -s "$1/index.html" ] && [ -s "$1/manifest.json" ] ;;
    esac
}

for command in $("$entente" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    "$entente" help "$command" | sed -n '/^Examples:/,/^Usage:/s/^  \(entente.*\)/\1/p' >lines
    [ "$(wc -l <lines)" -ge 2 ] || fail "$command has fewer than two examples"
    number=0
    while IFS= read -r line; do
        number=$((number + 1))
        want=$pages/$command-$number.txt
        [ -f "$want" ] || : >empty
        [ -f "$want" ] || want=empty
        SHELL=/bin/sh script -qec "{ $line; } 2>err" /dev/null </dev/null >out
        code=$?
        sed 's/\r$//; 1s/^\^D\x08\x08//' out >printed
        [ "$code" -eq 0 ] || echo "[exit status $code]" >>printed
        cut_out "$want" printed >shown
        same "$want" shown "the page of '$line' and what it prints"
        written=$(echo "$line" | sed -n 's/.* -o \([^ -][^ ]*\).*/\1/p; s/.* --scene \([^ -][^ ]*\).*/\1/p')
        for file in $written; do
            is_kind "$file" || fail "'$line' does not write $file as it should"
        done
        [ -s "$want" ] || [ -n "$written" ] || fail "'$line': its page shows nothing of it"
    done <lines
    [ ! -e "$pages/$command-$((number + 1)).txt" ] ||
        fail "$command has no example $((number + 1)), whose output is kept"
done
diff -r "$source/datasets" datasets || fail "an example changed its data"
finish
