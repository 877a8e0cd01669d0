#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What the command answers to the shells; and bash, at a terminal and without any package for it.
. "$2/tests/cli/lib.sh"
. "$source/tests/cli/completion-data.sh"

# answers "ANSWER ANSWER ..." WORD...: without what they mean.
answers() {
    wanted_answers=$1
    shift
    run 0 completion words -- "$@"
    is_empty err
    got=$(cut -f1 out | tr '\n' ' ' | sed 's/ $//')
    [ "$got" = "$wanted_answers" ] || fail "$*: got '$got', not '$wanted_answers'"
}
answers "report rank" r
answers "--view= --verbose --version" rank --v
answers "agreements affiliations" rank x --view a
answers "--measure=degree,coreness" rank --measure=degree,coren
answers "planned,expired" check x --include planned,e
answers "" check x --include planned,plan
answers "bash zsh fish" completion ""
answers "check completion" help c
answers "" nonsense r
answers "" rank --nonsense=r
answers "" rank --=
run 0 completion words
is_empty out
answers "rank" --color always ra
answers "kind=city" check datasets/learning-cities --where kind=ci
answers "Gongju Gongju City" profile datasets/learning-cities Gongj
answers "공주 공주시" profile datasets/learning-cities 공 # name_ko and an alias, each once
answers "Gongju Gongju City" measures --compare datasets/learning-cities Gongj
answers "" profile datasets/learning-cities gongju ""
answers "" rank datasets/learning-cities --without "no such actor"
answers "" rank datasets/learning-cities --seed ""
# A dash in front passes for an option where one may stand, and for a name behind `--`.
answers "--without=-dash first" rank ties.csv --without=-d
# The data are read as the options say.
printf 'source,target\nan "inner" name,y\n' >lax.csv
answers "" profile lax.csv an
answers 'an "inner" name' profile lax.csv --lax-quotes an
printf 'source,target,weight\nUlm,Graz,"1,5"\n' >comma.csv
answers "Ulm" profile comma.csv --decimal=, U
answers "Ulm" profile comma.csv --decimal , U
run 0 completion words -- rank ties.csv --without ""
[ "$(wc -l <out)" -eq 9 ] || fail "not all the actors of ties.csv: $(cat out)"
for word in "" --output=; do
    run 0 completion words -- rank "$word"
    [ "$(cat out)" = "$(printf '\tfiles')" ] || fail "rank $word: no files are offered"
done
answers "" rank x ""
is_empty out

# Names in all languages mean the actor; a name of two actors gives their ids.
run 0 completion words -- rank datasets/learning-cities --without Cor
grep -qx "$(printf 'Cork\tcork')" out || fail "Cork is not offered: $(cat out)"
mkdir twins
printf 'id,name,name_ko\na1,Twin,쌍\nb1,Twin,둥\nc1,Lone,홀\n' >twins/cities.csv
answers "a1 b1" rank twins --without Tw
answers "홀" rank twins --without 홀
answers "a1 b1 c1" rank twins --without ""

# Broken data, no data and standard input: no answer, no message.
printf 'id,name\nx,"never closed\n\377\n' >twins/cities.csv
run 0 completion words -- rank twins --without ""
is_empty err
answers "" rank nowhere --without ""
answers "" rank - --without ""
# Control characters reach no terminal.
printf 'id,name\nok,Fine\nbad,Ring\007\033[31m\n' >twins/cities.csv
run 0 completion words -- rank twins --without ""
! LC_ALL=C grep -q "$(printf '[\001-\010\013-\037]')" out || fail "control characters: $(cat -v out)"

# Every command and every option of its help is offered, and nothing else.
"$entente" help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >commands
run 0 completion words -- ""
cut -f1 out >offered
same commands offered "the commands and their completions"
while IFS= read -r command; do
    "$entente" help "$command" </dev/null | sed -n 's/^  .\{4\}\(--[a-z-]*=\{0,1\}\).*/\1/p' >options
    run 0 completion words -- "$command" --
    cut -f1 out >offered
    same options offered "options of $command and their completions"
done <commands

# bash at a terminal: the line is completed, then made the arguments of printf.
run 0 completion bash
cp out entente.bash
bash -n entente.bash || fail "bash cannot read it"
# shellcheck disable=SC2317
bash_completes() {
    {
        echo 'PS1=; source ./entente.bash'
        printf '%s\t\001printf "<%%s>\\n" \005; exit\n' "$1"
    } >keys
    SHELL=/bin/sh timeout 20 script -qec 'bash --norc --noprofile -i' /dev/null <keys >out 2>&1
    tr -d '\r' <out | sed 's,/>$,>,' | grep -qxF -e "<$2>" || fail "bash: '$1' does not become '$2': $(cat -v out)"
}
need_terminal
for_cases bash_completes
finish
