#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Ranks random networks with the command and compares with R sna.
# usage: sna.sh COMMAND SOURCE SCRATCH
set -eu
command=$1 source=$2 scratch=$3

if ! Rscript --vanilla -e 'library(sna)' >/dev/null 2>&1; then
    echo "skipped: needs r-base-core and r-cran-sna"
    exit 77
fi
rm -rf "$scratch"
mkdir -p "$scratch"
exec Rscript --vanilla "$source/tests/reference/sna.R" "$command" "$scratch" "$source"
