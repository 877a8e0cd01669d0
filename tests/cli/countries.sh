#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Names of countries in Spanish and Korean against another list of them.
set -eu
command -v python3 >/dev/null || { echo "no python3 here"; exit 77; }
PYTHONDONTWRITEBYTECODE=1 python3 "$2/tests/cli/countries.py" "$2"
