#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# For script tests, read by `. "$2/tests/cli/lib.sh"`: runs the command in an empty folder, keeps
# what it says, counts what is wrong. A test ends with `finish`.
# shellcheck disable=SC2034
entente=$1 source=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch" || exit 99
PATH=$(dirname "$entente"):$PATH
export PATH
failures=0

fail() {
    echo "FAILED: $*"
    failures=$((failures + 1))
}

# run CODE ARGUMENT...: runs entente, output in `out`, messages in `err`.
run() {
    wanted=$1
    shift
    "$entente" "$@" >out 2>err </dev/null
    got=$?
    if [ "$got" -ne "$wanted" ]; then
        fail "exit code $got, not $wanted: entente $*"
        head -5 err
    fi
}

# says FILE TEXT: one line of the file has the text.
says() {
    grep -qF -e "$2" "$1" || {
        fail "$1 does not say: $2"
        head -5 "$1"
    }
}

lacks() {
    ! grep -qF -e "$2" "$1" || fail "$1 says: $2"
}

is_empty() {
    [ ! -s "$1" ] || {
        fail "$1 is not empty"
        head -5 "$1"
    }
}

# same FILE FILE WHAT: byte for byte.
same() {
    cmp -s "$1" "$2" || {
        fail "not the same bytes: $3"
        diff "$1" "$2" | head -5
    }
}

# What follows needs a terminal: without one to be had, what came before is judged, and the rest
# skipped.
need_terminal() {
    SHELL=/bin/sh script -qec true /dev/null >/dev/null 2>&1 </dev/null && return
    [ "$failures" -eq 0 ] || finish
    echo "skipped: needs a pseudo-terminal (is /dev/pts mounted?)"
    exit 77
}

finish() {
    [ "$failures" -eq 0 ] || echo "$failures failed"
    [ "$failures" -eq 0 ]
    exit
}
