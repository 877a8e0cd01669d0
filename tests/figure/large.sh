#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A network of 12,000 actors as an SVG: small, with every mark and every tie of the scene in it, no
# mark on another, and half of the page for its largest component.
set -eu
command=$1 source=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"
python=/usr/bin/python3
$python -c "import numpy" 2>/dev/null || { echo "no NumPy here"; exit 77; }
PYTHONDONTWRITEBYTECODE=1
export PYTHONDONTWRITEBYTECODE
$python "$source/bench/generate.py" M "$scratch/m" >/dev/null
$python "$source/tests/figure/large.py" "$command" "$scratch"
