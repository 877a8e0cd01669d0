#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Ranks random networks with the command and compares with R sna.
# usage: sna.sh COMMAND SOURCE SCRATCH
. "$2/tests/reference/lib.sh"

need_r sna
exec Rscript --vanilla "$source/tests/reference/sna.R" "$command" "$scratch" "$source"
