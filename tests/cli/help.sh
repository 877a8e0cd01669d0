#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Help, manual pages and version: complete, from one table, on standard output.
. "$2/tests/cli/lib.sh"

run 0 --help
is_empty err
cp out overview
run 0 help
same out overview "help and --help"
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' overview)
[ "$(echo "$commands" | wc -l)" -ge 8 ] || fail "the overview lists too few commands"
for later in suggest lapse diff export; do
    ! echo "$commands" | grep -qx "$later" || fail "'$later' is offered, and is not there"
done

# has_sections PAGE: the sections that every page has.
has_sections() {
    for section in NAME SYNOPSIS DESCRIPTION "EXIT STATUS" EXAMPLES "SEE ALSO"; do
        grep -qx "\.Sh $section" "$1" || fail "$1 has no section $section"
    done
}
mkdir man1
run 0 help --man
cp out man1/entente.1
has_sections man1/entente.1
for section in COMMANDS ENVIRONMENT FILES; do
    says man1/entente.1 ".Sh $section"
done
for command in $commands; do
    run 0 help "$command"
    is_empty err
    cp out page
    run 0 "$command" --help
    same out page "help $command and $command --help"
    run 0 -h "$command"
    same out page "help $command and -h $command"
    # Examples lead.
    [ "$(sed -n 3p page)" = "Examples:" ] || fail "help $command does not begin with examples"
    says page "Usage: entente $command"
    awk 'length > 80 && !/^  entente / { print FILENAME ": " $0; bad = 1 } END { exit bad }' page ||
        fail "help $command has lines of more than 80 columns"
    says man1/entente.1 ".Xr entente-$command 1"
    run 0 help --man "$command"
    is_empty err
    cp out "man1/entente-$command.1"
    has_sections "man1/entente-$command.1"
    [ -s "$source/src/cli/manual/$command.txt" ] || fail "no prose for the page of $command"
    # The options of the help and those of the manual page are the same, with the same arguments.
    sed -n 's/^  \(    \|-[a-z], \)\(--[a-z-]*\(=[A-Za-z]*\)\{0,1\}\).*/\2/p' page >options
    [ -s options ] || fail "help $command lists no options"
    sed -n 's/\\//g; s/ Ns = Ns Ar /=/; s/^\.It .*Fl -\([a-zA-Z=-]*\)$/--\1/p' out >manual
    same options manual "the options of help $command and of its manual page"
    # So are the examples.
    sed -n '/^Examples:/,/^Usage:/s/^  \(entente.*\)/\1/p' page >examples
    sed -n 's/\\(aq/'"'"'/g; s/\\//g; s/^\$ //p' out >manual
    same examples manual "the examples of help $command and of its manual page"
done
run 0 help rank --man
same out man1/entente-rank.1 "help rank --man"
run 2 help --man rnak
says err "did you mean 'rank'?"
if command -v man >/dev/null; then
    for page in man1/*.1; do
        MANWIDTH=80 man -l --warnings=all "$page" >shown 2>warnings
        is_empty warnings
        says shown "EXIT STATUS"
    done
fi

run 0 --version
grep -qE '^entente [0-9]+\.[0-9]+\.[0-9]+$' out || fail "--version: $(cat out)"
run 0 rank --version
finish
