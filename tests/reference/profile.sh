#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The profile's JSON against what `entente rank` says and against the rows of the tables.
# usage: profile.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python csv json
exec "$python" "$source/tests/reference/profile.py" "$command" "$source/datasets"
