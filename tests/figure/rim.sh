#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Names about a circle stand beside what they name; many ties in it leave its ground to be seen.
. "$2/tests/reference/lib.sh"

need_python json
PYTHONDONTWRITEBYTECODE=1 "$python" "$source/tests/figure/rim.py" "$command" "$scratch"
