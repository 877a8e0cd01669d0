#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# An SVG file of ours where its fonts are not: a browser sets it in another that is much wider, and
# still no text overlaps another or a mark or leaves the page, for each holds its textLength.
. "$2/tests/cli/lib.sh"

for tool in chromium fc-match python3; do
    command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
family="DejaVu Serif"
[ "$(fc-match -f '%{family}' "$family")" = "$family" ] || { echo "no $family here"; exit 77; }
cities=$source/datasets/learning-cities

look() {
    PYTHONDONTWRITEBYTECODE=1 python3 "$source/tests/figure/other_font.py" "$@"
}

# browse [free]: the figure in the browser, in the other font.
browse() {
    look page figure.svg "$family" "$@" >page.html
    HOME=$scratch timeout 60 chromium --headless --no-sandbox --disable-gpu \
        --force-device-scale-factor=8 --dump-dom "file://$scratch/page.html" >dom 2>browser ||
        fail "chromium: $(tail -1 browser)"
}

for figure in "force --view agreements" "force --preset slide" map "map --view agreements --lang es" \
    "bipartite --view affiliations" "circle --view agreements" "timeline --preset print"; do
    # shellcheck disable=SC2086
    run 0 draw "$cities" -q --layout $figure -o figure.svg
    browse
    look judge figure.svg dom >wrong || fail "$figure: not judged"
    is_empty wrong
done

# Without its lengths the last of them overlaps, so that this test can fail.
run 0 draw "$cities" -q --layout map -o figure.svg
browse free
[ "$(look count figure.svg dom)" -gt 0 ] || fail "nothing overlaps without textLength"
finish
