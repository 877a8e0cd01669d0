#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# fish can read its completions.
. "$2/tests/cli/lib.sh"

command -v fish >/dev/null || { echo "no fish here"; exit 77; }
run 0 completion fish
fish -n out || fail "fish cannot read it"
cp out entente.fish
for line in 'entente r:rank' 'entente rank --view=:--view=agreements' 'entente help d:draw' \
            'entente rank --measure degree,core:degree,coreness' 'entente completion z:zsh'; do
    HOME=$scratch fish -c "source entente.fish; complete -C '${line%:*}'" >out 2>err
    cut -f1 out | grep -qx -e "${line##*:}" || fail "'${line%:*}' is not completed: $(cat out err)"
done
finish
