#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Tests the pairs of random data with the command and compares with SciPy.
# usage: backbone.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python numpy scipy
exec "$python" "$source/tests/reference/backbone.py" "$command" "$scratch" "$source/datasets/davis"
