#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# fish can read its completions.
. "$2/tests/cli/lib.sh"

command -v fish >/dev/null || { echo "no fish here"; exit 77; }
run 0 completion fish
fish -n out || fail "fish cannot read it"
says out agreements
finish
