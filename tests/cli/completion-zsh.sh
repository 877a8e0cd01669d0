#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# zsh, at a terminal, completes by what the command answers.
. "$2/tests/cli/lib.sh"

command -v zsh >/dev/null || { echo "no zsh here"; exit 77; }
. "$source/tests/cli/completion-data.sh"
run 0 completion zsh
cp out _entente
zsh -n _entente || fail "zsh cannot read it"

# The line is completed, then made the arguments of printf.
cat >ask.zsh <<'ZSH'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell 'PROMPT=; fpath=($PWD $fpath); autoload -U compinit; compinit -D -u'
zpty -w shell 'bindkey "^I" complete-word; echo re""ady'
zpty -r -m shell line '*ready*'
zpty -w -n shell "$1"$'\t'$'\C-a'"printf '<%s>\n' "$'\C-e'"; echo d''one"$'\n'
zpty -r -m shell line '*done*'
print -r -- "$line"
ZSH
# shellcheck disable=SC2317
zsh_completes() {
    timeout 20 zsh -f ask.zsh "$1" >out 2>err || fail "zsh: $(cat err)"
    tr -d '\r' <out | grep -qxF -e "<$2>" || fail "zsh: '$1' does not become '$2': $(cat -v out)"
}
for_cases zsh_completes
finish
