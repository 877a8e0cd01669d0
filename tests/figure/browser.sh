#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# A browser and librsvg show the same of our SVG: both pictures, of 480 pixels' width, are compared
# in blocks of 8 by 8 pixels, so that letters may be set a little otherwise.
. "$2/tests/cli/lib.sh"

for tool in chromium rsvg-convert python3; do
    command -v $tool >/dev/null || { echo "no $tool here"; exit 77; }
done
cities=$source/datasets/learning-cities

cat >blocks.py <<'END'
# blocks.py ONE TWO: the share of blocks whose mean differs by more than a tenth of the scale.
import struct
import sys
import zlib


def read(path):
    data = open(path, "rb").read()
    at, pixels = 8, b""
    while at < len(data):
        size, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + size]
        if kind == b"IHDR":
            width, height, depth, color = struct.unpack(">IIBB", body[:10])
            assert depth == 8 and color in (2, 6)
            step = 3 if color == 2 else 4
        elif kind == b"IDAT":
            pixels += body
        at += 12 + size
    raw, rows, last = zlib.decompress(pixels), [], bytearray(width * step)
    for y in range(height):
        way = raw[y * (width * step + 1)]
        row = bytearray(raw[y * (width * step + 1) + 1:(y + 1) * (width * step + 1)])
        for i in range(len(row)):
            left = row[i - step] if i >= step else 0
            up, corner = last[i], last[i - step] if i >= step else 0
            guess = left + up - corner
            near = min((abs(guess - left), 0, left), (abs(guess - up), 1, up),
                       (abs(guess - corner), 2, corner))[2]
            row[i] = row[i] + (0, left, up, (left + up) // 2, near)[way] & 255
        rows.append(row)
        last = row
    return width, height, [[sum(row[x * step:x * step + 3]) / 3 for x in range(width)]
                           for row in rows]


one, two = read(sys.argv[1]), read(sys.argv[2])
width, height = min(one[0], two[0]), min(one[1], two[1])
assert width >= 470 and height >= 200, (one[:2], two[:2])
blocks = unlike = dark = 0
for y in range(0, height - 7, 8):
    for x in range(0, width - 7, 8):
        mean = [sum(sum(picture[2][y + k][x:x + 8]) for k in range(8)) / 64
                for picture in (one, two)]
        blocks += 1
        dark += mean[0] < 250
        unlike += abs(mean[0] - mean[1]) > 25.5
assert dark > 0.05 * blocks, "an empty picture"
print("%.4f" % (unlike / blocks))
END

for figure in "force --view agreements --lang ko" "map" "bipartite --view affiliations --lang es"; do
    # shellcheck disable=SC2086
    run 0 draw "$cities" -q --layout $figure -o figure.svg
    rsvg-convert -w 480 figure.svg -o rsvg.png
    height=$(python3 -c "import struct
print(struct.unpack('>I', open('rsvg.png', 'rb').read()[20:24])[0])")
    {
        printf '<!doctype html><meta charset="utf-8"><style>body{margin:0}svg{width:480px;height:%spx;' "$height"
        printf 'display:block}</style>'
        tail -n +2 figure.svg
    } >page.html
    HOME=$scratch timeout 60 chromium --headless --no-sandbox --disable-gpu --hide-scrollbars \
        --force-device-scale-factor=1 --window-size="480,$height" --screenshot="$scratch/chromium.png" \
        "file://$scratch/page.html" >browser 2>&1 || { fail "chromium: $(tail -1 browser)"; continue; }
    unlike=$(python3 blocks.py rsvg.png chromium.png) || { fail "$figure: not compared"; continue; }
    [ "$(echo "$unlike" | cut -c1-4)" = 0.00 ] || fail "$figure: $unlike of the blocks are unlike"
done
finish
