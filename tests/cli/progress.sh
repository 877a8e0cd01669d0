#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The bar of long work: on a terminal, no wider than it, gone at the end; nowhere else.
. "$2/tests/cli/lib.sh"
command -v script >/dev/null || { echo "skipped: no script (bsdutils)"; exit 77; }

awk 'BEGIN { print "source,target"; n = 5000
    for (i = 0; i < 3 * n; i++) {
        k = int(i / n); print "a" i % n ",a" (i + 1 + k * (7 + i % 1013)) % n } }' >ties.csv

# on_terminal COLUMNS ARGUMENT...: standard error is a terminal, whose text goes into `screen`.
on_terminal() {
    width=$1
    shift
    env -u CI TERM=xterm script -qec "stty cols $width; '$entente' $* >out" /dev/null >screen \
        </dev/null || fail "on a terminal: entente $*"
}
long="rank ties.csv --measure betweenness_weighted --weight distance --threads 1 --format csv"

on_terminal 70 "$long"
tr '\r' '\n' <screen | sed 's/\x1b\[K//g' | grep '/s' >lines
[ -s lines ] || fail "no bar on a terminal"
grep -qE '^[a-z ]+ \[[= ]+\] +[0-9]+ %  [0-9.]+[kM]? actors/s  [0-9.]+ (s|min|h) left$' lines ||
    fail "the bar reads: $(head -1 lines)"
awk 'length($0) > 69 { exit 1 }' lines || fail "a line is wider than the terminal"
# Shares grow.
grep -oE '[0-9]+ %' lines | sort -nc || fail "the bar falls back"
# The last thing that the line gets is to be cleared.
tail -c 60 screen | tr '\r' '\n' | grep -q '[0-9] left.*[0-9]$' && fail "the bar stays"
cp out with

on_terminal 30 "$long"
tr '\r' '\n' <screen | sed 's/\x1b\[K//g' | awk '/%/ && length($0) > 29 { exit 1 }' ||
    fail "a line is wider than a narrow terminal"

# Nowhere else, and the result is the same.
on_terminal 70 "$long" --quiet
grep -q '%' screen && fail "a bar with --quiet"
env CI=true TERM=xterm script -qec "'$entente' $long >out" /dev/null >screen </dev/null
grep -q '%' screen && fail "a bar in CI"
env -u CI TERM=dumb script -qec "'$entente' $long >out" /dev/null >screen </dev/null
grep -q '%' screen && fail "a bar on a dumb terminal"
# shellcheck disable=SC2086
run 0 $long
grep -q '%' err && fail "a bar in a pipe"
cmp -s out with || fail "the bar changes the result"

# Short work shows none.
on_terminal 70 "rank '$source/datasets/davis' --format csv"
grep -q '%' screen && fail "a bar on short work"
finish
