#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every command that the README and the guides show is run, and succeeds.
. "$2/tests/cli/lib.sh"

ln -s "$source/datasets" datasets
mkdir output
count=0
for page in README.md docs/user-guide.md docs/data-format.md docs/methods.md docs/measures.md \
        docs/figures.md; do
    # The two commands that build and test would build and test themselves.
    awk '/^```sh$/ { shown = 1; next } /^```/ { shown = 0 } shown' "$source/$page" |
        grep -v '^sh ' >commands
    while IFS= read -r line; do
        count=$((count + 1))
        sh -euc "$line" >out 2>err </dev/null ||
            fail "$page: '$line': exit code $?: $(tail -1 err)"
    done <commands
done
[ "$count" -ge 10 ] || fail "only $count commands were found"
[ -s output/learning-cities/index.html ] || fail "no report was written"
finish
