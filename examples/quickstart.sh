#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# From a clone to the report of the world's learning cities: installs what is missing, builds, runs.
set -eu
cd "$(dirname "$0")/.."

sh examples/install-packages.sh examples/packages.txt

echo "Building (a minute or two) ..."
mkdir -p build
if ! { cmake --preset release -DENTENTE_TESTS=OFF &&
       cmake --build build/release --parallel "$(nproc)"; } >build/quickstart.log 2>&1; then
    cat build/quickstart.log >&2
    exit 4
fi

build/release/entente report datasets/learning-cities -o output/learning-cities
