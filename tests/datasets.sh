#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# The shipped data sets are read without a fault, and what their sources dispute is told.
set -eu
entente=$1 datasets=$2/datasets
for folder in "$datasets"/*/; do
    told=$("$entente" check "$folder" 2>&1)
    printf '%s\n' "$told" | grep -q '0 errors, 0 warnings' ||
        { printf '%s\n' "$folder" "$told"; exit 1; }
done
told=$("$entente" check "$datasets/learning-cities")
for dispute in 'slp-festival-2025, start_date' 'slp-festival-2025, korean_delegations' \
    'gnlc, member_count' 'colombian-network, member_count'; do
    printf '%s\n' "$told" | grep -q "^contradiction: $dispute:" ||
        { echo "nothing is said of $dispute"; exit 1; }
done
for claim in '300 (.*says seed-yangcheon' '356 (.*says seed-eunpyeong'; do
    printf '%s\n' "$told" | grep -q "^  $claim" ||
        { echo "the two articles are not held against each other: $claim"; exit 1; }
done
