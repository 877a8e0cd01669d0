#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Each public header compiles alone: as strict C17, and as C++.
set -eu
source=$2 scratch=$3
rm -rf "$scratch"; mkdir -p "$scratch"
igraph=$(pkg-config --cflags igraph)
for header in "$source"/include/entente/*.h; do
    name=$(basename "$header")
    printf '#include "entente/%s"\n#include "entente/%s"\nint header_is_alone = 0;\n' \
        "$name" "$name" >"$scratch/$name.c"
    cp "$scratch/$name.c" "$scratch/$name.cc"
    strict="-Wall -Wextra -Wpedantic -Werror"
    libraries=
    # igraph's own headers do not keep to such rules; as system headers they are not judged.
    [ "$name" != igraph.h ] || libraries=$(echo "$igraph" | sed 's/-I/-isystem /g')
    # shellcheck disable=SC2086
    ${CC:-cc} -std=c17 $strict -Wstrict-prototypes -Wconversion -I"$source/include" $libraries \
        -fsyntax-only "$scratch/$name.c" || exit 1
    # shellcheck disable=SC2086
    ${CXX:-c++} -std=c++17 $strict -I"$source/include" $libraries -fsyntax-only \
        "$scratch/$name.cc" || exit 1
done
