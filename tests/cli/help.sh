#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Help, manual page and version: complete, from one table, on standard output.
. "$2/tests/cli/lib.sh"

run 0 --help
is_empty err
cp out overview
run 0 help
same out overview "help and --help"
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' overview)
[ "$(echo "$commands" | wc -l)" -ge 8 ] || fail "the overview lists too few commands"
for later in profile path suggest lapse diff export batch verify; do
    ! echo "$commands" | grep -qx "$later" || fail "'$later' is offered, and is not there"
done

run 0 help --man
cp out entente.1
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
    # Every option of the page is in the manual.
    options=$(sed -n 's/^  .\{4\}\(--[a-z-]*\).*/\1/p' page)
    [ -n "$options" ] || fail "help $command lists no options"
    for option in $options; do
        grep -qF -e "$(echo "$option" | sed 's/-/\\-/g')" entente.1 ||
            fail "$option is not in the manual"
    done
done
if command -v man >/dev/null; then
    MANWIDTH=80 man -l --warnings=all entente.1 >page 2>warnings
    is_empty warnings
    says page "EXIT STATUS"
fi

run 0 --version
grep -qE '^entente [0-9]+\.[0-9]+\.[0-9]+$' out || fail "--version: $(cat out)"
run 0 rank --version
finish
