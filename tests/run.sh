#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Installs what is missing, builds with every warning an error, and runs all tests.
# Usage: sh tests/run.sh [OPTION OF CTEST]...
set -eu
cd "$(dirname "$0")/.."

sh examples/install-packages.sh examples/packages.txt tests/packages.txt
cmake --preset dev
cmake --build build/dev --parallel "$(nproc)"
ctest --test-dir build/dev --parallel "$(nproc)" --output-on-failure "$@"
