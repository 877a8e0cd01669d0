#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# zsh can read its completions.
. "$2/tests/cli/lib.sh"

command -v zsh >/dev/null || { echo "no zsh here"; exit 77; }
run 0 completion zsh
zsh -n out || fail "zsh cannot read it"
says out agreements
finish
