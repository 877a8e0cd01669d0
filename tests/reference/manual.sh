#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The numbers that the manual pages show, against reference values and counts made without Entente.
# usage: manual.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python igraph networkx
exec "$python" "$source/tests/reference/manual.py" "$source"
