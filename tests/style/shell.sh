#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The scripts are as shellcheck wants them.
set -eu
command -v shellcheck >/dev/null || { echo "no shellcheck here"; exit 77; }
cd "$2"
find docs examples tests bench -name "*.sh" -o -name "*.sbatch" 2>/dev/null | sort | xargs shellcheck
shellcheck -s bash src/cli/shells/entente.bash
[ ! -f .ci/run ] || shellcheck .ci/run
