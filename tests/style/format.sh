#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The sources are as clang-format 14 leaves them.
set -eu
formatter=$(command -v clang-format-14 || command -v clang-format) ||
    { echo "no clang-format here"; exit 77; }
case $("$formatter" --version) in
*"version 14."*) ;;
*) echo "clang-format 14 is the one that judges"; exit 77 ;;
esac
cd "$2"
find src include tests examples bench -name '*.[ch]' -exec "$formatter" --dry-run -Werror {} +
