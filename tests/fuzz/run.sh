#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Fuzzes the CSV reader and the data set with libFuzzer (clang), from the saved corpora on.
# Usage: sh tests/fuzz/run.sh [SECONDS FOR EACH]
set -eu
cd "$(dirname "$0")/../.."
seconds=${1:-60}
cmake --preset asan -B build/fuzz -DCMAKE_C_COMPILER=clang -DCMAKE_BUILD_TYPE=RelWithDebInfo \
    -DENTENTE_SANITIZE=address,undefined,fuzzer-no-link >/dev/null
cmake --build build/fuzz --parallel "$(nproc)" --target fuzzer_csv fuzzer_dataset | tail -1
for target in csv:tests/fuzz/csv dataset:tests/fuzz/corpus; do
    name=${target%%:*}
    mkdir -p "build/fuzz/found/$name" build/fuzz/crashes
    LSAN_OPTIONS=suppressions=$PWD/tests/leaks.supp:print_suppressions=0 \
        "build/fuzz/tests/fuzzer_$name" -max_total_time="$seconds" -timeout=5 -max_len=4096 \
        -print_final_stats=1 -artifact_prefix=build/fuzz/crashes/ \
        "build/fuzz/found/$name" "${target#*:}" 2>build/fuzz/log ||
        { tail -60 build/fuzz/log; exit 1; }
    echo "$name: $(sed -n 's/^stat::number_of_executed_units: *//p' build/fuzz/log) inputs"
done
