#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# docs/measures.md is what docs/measures.sh writes.
. "$2/tests/cli/lib.sh"

sh "$source/docs/measures.sh" "$entente" >measures.md || fail "docs/measures.sh fails"
cmp measures.md "$source/docs/measures.md" ||
    fail "docs/measures.md is old: sh docs/measures.sh COMMAND >docs/measures.md"
# Every measure has its section, once.
"$entente" measures --format json | tr ',' '\n' | sed -n 's/.*"measure": "\(.*\)"/### \1/p' >want
sed -n '/^## All measures/,$p' measures.md | grep '^### ' >got
cmp want got || fail "a measure has no section"
[ "$(wc -l <want)" -ge 40 ] || fail "the list of measures is short"
finish
