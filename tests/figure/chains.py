# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether a drawing without crossings keeps its order: `chains.py QUALITY SCENE TIES STRESS`. Says
what crosses, what runs through a stranger's mark, and a stress above the one given."""
import json
import math
import sys


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def cross(s, t):
    (a, b), (c, d) = s, t
    return side(a, b, c) * side(a, b, d) < 0 and side(c, d, a) * side(c, d, b) < 0


def through(tie, center, radius):
    """The line comes nearer to the middle than four fifths of the radius, between its ends."""
    a, b = tie
    way = (b[0] - a[0], b[1] - a[1])
    square = way[0] ** 2 + way[1] ** 2
    share = ((center[0] - a[0]) * way[0] + (center[1] - a[1]) * way[1]) / square
    return 0 < share < 1 and abs(side(a, b, center)) / math.sqrt(square) < 0.8 * radius


quality, scene, ties, most = sys.argv[1:]
with open(quality, encoding="utf-8") as file:
    stress = json.load(file)["stress"]
with open(scene, encoding="utf-8") as file:
    items = json.load(file)["items"]
with open(ties, encoding="utf-8") as file:
    expected = len(file.read().split("\n")) - 2
marks = [(i["center"], i["radius"]) for i in items if i["shape"] == "circle" and "actor" in i]
lines = [(i["title"], i["runs"][0]) for i in items if i.get("class", "").startswith("tie ")]
wrong = [] if len(lines) == expected else [f"{len(lines)} ties are drawn, not {expected}"]
if not stress < float(most):
    wrong.append(f"stress {stress}, not below {most}")
for i, (title, line) in enumerate(lines):
    ends = [tuple(p) for p in line]
    wrong += [f"{title} crosses {other}" for other, end in lines[:i] if cross(line, end)]
    wrong += [f"{title} runs through the mark at {c}" for c, r in marks
              if tuple(c) not in ends and through(line, c, r)]
print(*wrong[:10], sep="\n", end="\n" if wrong else "")
sys.exit(1 if wrong else 0)
