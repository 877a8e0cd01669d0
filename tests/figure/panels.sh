#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Enlarged panels that stand on a map: what they show, and that they hide nothing.
. "$2/tests/reference/lib.sh"

need_python json
PYTHONDONTWRITEBYTECODE=1 "$python" "$source/tests/figure/panels.py" "$command" "$source" "$scratch"
