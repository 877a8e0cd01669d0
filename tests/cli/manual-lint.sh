#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The manual pages as they are installed, to mandoc's taste: not one remark.
. "$2/tests/cli/lib.sh"

command -v mandoc >/dev/null || { echo "no mandoc here"; exit 77; }
cmake --install "$(dirname "$entente")" --prefix "$scratch/usr" >log 2>&1 || fail "install: $(tail -3 log)"
cd usr/share/man/man1 || exit 99 # where the pages find each other
[ -s entente-rank.1 ] || fail "no pages are installed"
mandoc -T lint ./*.1 >"$scratch/remarks" 2>&1 || fail "mandoc: exit code $?"
is_empty "$scratch/remarks"
# A page that it must not like shows that it looks.
printf '.Dd today\n.Dt X 1\n.Os\n.Sh NAME\n' >"$scratch/bad.1"
! mandoc -T lint "$scratch/bad.1" >/dev/null 2>&1 || fail "mandoc likes anything"
finish
