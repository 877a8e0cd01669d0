#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# bash completes commands, options and choices.
. "$2/tests/cli/lib.sh"

run 0 completion bash
cp out entente.bash
bash -n entente.bash || fail "bash cannot read it"

cat >ask.bash <<'END'
source ./entente.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_entente
printf '%s\n' "${COMPREPLY[@]}"
END
# completes ANSWERS WORD...
completes() {
    answer=$1
    shift
    got=$(bash ask.bash "$@" | sort | tr '\n' ' ' | sed 's/ $//')
    [ "$got" = "$answer" ] || fail "$*: got '$got', not '$answer'"
}
completes "rank report" entente r
completes "--verbose --version --view=" entente rank --v
completes "agreements" entente rank --view = ag
completes "agreements" entente rank --view ag
completes "degree,coreness" entente rank x --measure = degree,core
completes "bash" entente completion b
completes "draw" entente help d
completes "" entente rank datasets/fl
# Every command and every option of its help is completed.
run 0 completion bash
for command in $("$entente" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
    "$entente" help "$command" | sed -n 's/^  .\{4\}\(--[a-z-]*=\{0,1\}\).*/\1/p' | sort >options
    bash ask.bash entente "$command" -- | sort >completed
    same options completed "options of $command and their completions"
done
finish
