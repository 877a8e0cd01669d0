#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# What other programs print, as `measures --compare` claims, beside what they print.
# usage: conventions.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python igraph networkx numpy scipy
need_r igraph sna
exec "$python" "$source/tests/reference/conventions.py" "$command" "$source" "$scratch"
