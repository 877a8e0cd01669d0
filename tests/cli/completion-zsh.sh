#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# zsh reads its completions, and completes commands, options and choices.
. "$2/tests/cli/lib.sh"

command -v zsh >/dev/null || { echo "no zsh here"; exit 77; }
run 0 completion zsh
cp out _entente
zsh -n _entente || fail "zsh cannot read it"

# An interactive shell on a terminal of its own; a word is completed where the echo shows it whole.
cat >ask.zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; fpath=($PWD $fpath); autoload -U compinit; compinit -D -u'
zpty -w shell 'bindkey "^I" complete-word; echo re""ady'
zpty -r -m shell line '*ready*'
for word in "$@"; do
    zpty -w -n shell "$word"$'\t'$'\C-a'"print -r -- '<'"$'\C-e'"'>'"$'\n'
    zpty -r -m shell line $'*\n<*>*'
    print -r -- "$line"
done
END
completes() {
    HOME=$scratch timeout 20 zsh -f ask.zsh "$2" >out 2>err || fail "zsh: $(cat err)"
    grep -qF -e "<$1" out || fail "'$2' is not completed to '$1': $(cat -v out)"
}
completes "entente report" "entente rep"
completes "entente rank --view=agreements" "entente rank --view=ag"
completes "entente rank --measure=degree,coreness" "entente rank --measure=degree,core"
completes "entente help draw" "entente help dr"
completes "entente completion fish" "entente completion f"
finish
