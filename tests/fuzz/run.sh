#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Fuzzes the readers with libFuzzer (clang), starting from the saved corpora.
# Usage: sh tests/fuzz/run.sh [SECONDS]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
cmake --preset asan -B build/fuzz -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DENTENTE_SANITIZE=address,undefined,fuzzer-no-link >/dev/null
cmake --build build/fuzz --parallel "$(nproc)" --target fuzzer_dataset fuzzer_csv | tail -1
mkdir -p build/fuzz/crashes
# fuzz TARGET CORPUS
fuzz() {
    mkdir -p "build/fuzz/found-$1"
    LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0 \
        "build/fuzz/tests/fuzzer_$1" -max_total_time="$((seconds / 2))" -timeout=5 -max_len=4096 \
        -print_final_stats=1 -artifact_prefix=build/fuzz/crashes/ \
        "build/fuzz/found-$1" "$2" 2>"build/fuzz/log-$1" || { tail -60 "build/fuzz/log-$1"; exit 1; }
    grep -E '^stat::number_of_executed_units|^#[0-9]+.*DONE' "build/fuzz/log-$1"
}
fuzz csv tests/fuzz/csv
fuzz dataset tests/fuzz/corpus
