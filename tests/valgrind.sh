#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# One test program under valgrind: no error, no block lost by us.
# Usage: sh tests/valgrind.sh PROGRAM
set -eu
suppressions=$(dirname "$0")/valgrind.supp
log=$(mktemp)
trap 'rm -f "$log"' EXIT
G_SLICE=always-malloc valgrind --quiet --error-exitcode=9 --leak-check=full \
    --errors-for-leak-kinds=definite,indirect --suppressions="$suppressions" "$1" >"$log" 2>&1 || {
    echo "$1 under valgrind:"
    tail -60 "$log"
    exit 1
}
echo "$(basename "$1"): clean"
