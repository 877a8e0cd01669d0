#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# For the scripts of this folder, read by `. "$2/tests/reference/lib.sh"`: an empty scratch folder,
# and the programs that give second opinions, without which a test is skipped.
# shellcheck disable=SC2034
set -eu
command=$1 source=$2 scratch=$3
rm -rf "$scratch"
mkdir -p "$scratch"

# need_python MODULE...: sets `python` to one that has them all (a Debian package is python3-MODULE).
need_python() {
    wanted=$(echo "$*" | sed 's/ /, /g')
    for python in /usr/bin/python3 python3; do
        "$python" -c "import $wanted" 2>/dev/null && return
    done
    echo "skipped: needs python3 with $wanted"
    exit 77
}

# need_r PACKAGE...
need_r() {
    for package in "$@"; do
        Rscript --vanilla -e "library($package)" >/dev/null 2>&1 && continue
        echo "skipped: needs r-base-core and r-cran-$package"
        exit 77
    done
}
