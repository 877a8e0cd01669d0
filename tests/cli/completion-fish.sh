#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# fish completes by what the command answers.
. "$2/tests/cli/lib.sh"

command -v fish >/dev/null || { echo "no fish here"; exit 77; }
. "$source/tests/cli/completion-data.sh"
run 0 completion fish
cp out entente.fish
fish -n entente.fish || fail "fish cannot read it"
# shellcheck disable=SC2016
echo 'source entente.fish; complete -C "$argv[1]"' >ask.fish
# A folder ends in a slash here.
# shellcheck disable=SC2317
fish_completes() {
    timeout 20 fish ask.fish "$1" >out 2>err || fail "fish: $(cat err)"
    is_empty err
    cut -f1 out | sed 's,/$,,' | grep -qxF -e "$2" || fail "fish: '$1' does not become '$2': $(cat out)"
}
for_cases fish_completes
finish
