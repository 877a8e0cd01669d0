#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What the house asks of every file: its licence line, its length, no line too long, no leftovers.
set -eu
cd "$2"
bad=0
sources=$(find src include tests examples bench -name '*.[ch]' | sort)
for file in $sources; do
    head -1 "$file" | grep -q '^/\* SPDX-License-Identifier: GPL-2.0-or-later \*/$' ||
        { echo "$file: the first line is not the licence"; bad=1; }
    lines=$(wc -l <"$file")
    case $file in
    src/layout/outline/*) ;; # a table of coordinates
    *) [ "$lines" -le 600 ] || { echo "$file: $lines lines, 600 at most"; bad=1; } ;;
    esac
    # A function starts at a brace in the first column and ends at one.
    awk -v file="$file" '/^\{/ { start = NR } /^\}/ { if (start && NR - start - 1 > 80) {
        printf "%s:%d: a function of %d lines, 80 at most\n", file, start, NR - start - 1; bad = 1 }
        start = 0 } END { exit bad }' "$file" || bad=1
done
for file in $(find docs examples tests bench -name '*.sh' 2>/dev/null | sort); do
    sed -n 2p "$file" | grep -q '^# SPDX-License-Identifier: GPL-2.0-or-later$' ||
        { echo "$file: the second line is not the licence"; bad=1; }
done
# Brackets keep this line from finding itself.
if grep -nE '\b(TO[D]O|FIX[M]E|XX[X])\b' -r src include tests examples bench; then
    echo "an open end belongs in an issue, not in the tree"; bad=1
fi
if grep -nE '[[:space:]]+$' -r src include --include='*.[ch]'; then
    echo "blanks at the end of a line"; bad=1
fi
for file in examples/packages.txt tests/packages.txt tests/packages-ci.txt bench/packages.txt; do
    twice=$(sort "$file" | uniq -d | tr '\n' ' ')
    [ -z "$twice" ] || { echo "$file: more than once: $twice"; bad=1; }
done
exit $bad
