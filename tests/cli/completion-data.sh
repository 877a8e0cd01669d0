#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# For the completion tests of each shell, read by `.`: what they complete in. The cases, with what
# the last word becomes, are in completion-cases.txt.
# shellcheck disable=SC2154
ln -s "$source/datasets" datasets
cat >ties.csv <<'TIES'
source,target
Modi'in,"Say ""Hi"" now"
a:b c,-dash first
$HOME `id` x,semi;colon & more
back\slash *y,Zürich
run$(touch pwned) y,Zürich
TIES
mkdir "a b"
cp ties.csv "a b/c (d).csv"
LC_ALL=C.UTF-8 TERM=dumb HOME=$scratch
export LC_ALL TERM HOME

# for_cases COMMAND: called with what is typed and what the last word becomes.
for_cases() {
    while IFS='|' read -r typed wanted; do
        "$1" "$typed" "$wanted" </dev/null
    done <"$source/tests/cli/completion-cases.txt"
    [ ! -e pwned ] || fail "a name was run as a command"
}
