#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Every data set and hostile tables in every layout: nothing overlaps, nothing is clipped, no glyph
# is missing, the highest-ranked are named. With a fourth word, "presets", every preset of
# each; "all", every theme and language of those too (minutes); else one of each in turn.
set -eu
command=$1 source=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
for tool in python3 xmllint; do
    command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
PYTHONDONTWRITEBYTECODE=1 python3 "$source/tests/figure/grid.py" "$command" "$source" "$scratch" "${4:-}"
