#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The bars of a timeline against the days that its table gives, read from the SVG alone.
. "$2/tests/reference/lib.sh"

need_python csv
PYTHONDONTWRITEBYTECODE=1 "$python" "$source/tests/figure/timeline.py" "$command" "$source" "$scratch"
