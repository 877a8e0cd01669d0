#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What --quality prints against the same numbers from the SVG alone and from NetworkX.
. "$2/tests/reference/lib.sh"

need_python networkx
PYTHONDONTWRITEBYTECODE=1 "$python" "$source/tests/figure/values.py" "$command" "$source" "$scratch"
