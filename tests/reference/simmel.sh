#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Compares the ties that --ties backbone draws with the published definition, worked out slowly.
# usage: simmel.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_python fractions
exec "$python" "$source/tests/reference/simmel.py" "$command" "$scratch"
