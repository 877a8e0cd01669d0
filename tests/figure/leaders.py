# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges the leaders of a scene: `leaders.py SCENE`. Says which are longer than nine letters are
high, look like a tie, or touch the mark that they point at, and all but one that run into a mark:
the last resort for one of the ten. And whose of the ten actors with most ties have no name."""
import collections
import json
import math
import sys

LONGEST = 9.2  # heights of letters, measured from the mark's rim


def near(point, a, b):
    """How near a point comes to a line from a to b."""
    way = (b[0] - a[0], b[1] - a[1])
    square = way[0] ** 2 + way[1] ** 2
    share = ((point[0] - a[0]) * way[0] + (point[1] - a[1]) * way[1]) / square
    share = max(0, min(1, share))
    return math.dist(point, (a[0] + share * way[0], a[1] + share * way[1]))


def middle(corners):
    return tuple(sum(c[i] for c in corners) / len(corners) for i in (0, 1))


def marks_of(items):
    """The middle and the least reach of each mark, by actor."""
    found = {}
    for item in items:
        if item.get("actor") is None or item["shape"] not in ("circle", "path"):
            continue
        if item["shape"] == "circle":
            found.setdefault(item["actor"], (tuple(item["center"]), item["radius"]))
        elif item.get("closed"):
            at = middle(item["runs"][0])
            reach = max(math.dist(at, corner) for corner in item["runs"][0])
            found.setdefault(item["actor"], (at, 0.6 * reach))
    return found


def judge(leader, marks, letters):
    """What is wrong with one leader."""
    if not leader.get("closed") or leader.get("stroke") or not leader.get("fill"):
        return "is a stroke, as ties are"
    corners = [tuple(corner) for corner in leader["runs"][0]]
    tip, name = middle(corners[:2]), middle(corners[2:])
    if 3 * math.dist(*corners[:2]) > math.dist(*corners[2:]):
        return "has no tip"
    if math.dist(tip, name) > LONGEST * letters:
        return f"is {math.dist(tip, name) / letters:.1f} letters long"
    for actor, (at, radius) in marks.items():
        if near(at, tip, name) < 0.9 * radius:
            return f"runs into {actor}"
        if math.dist(tip, at) < radius + 0.4:
            return f"touches {actor}"
    return None


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        items = json.load(file)["items"]
    marks = marks_of(items)
    labels = [item for item in items if item.get("class") == "label"]
    leaders = [item for item in items if item.get("class") == "leader"]
    wrong = [] if leaders else ["there are no leaders to judge"]
    over = 0
    for leader in leaders:
        fault = judge(leader, marks, labels[0]["size"])
        over += fault is not None and fault.startswith("runs")
        if fault and (over > 1 or not fault.startswith("runs")):
            wrong.append(f"the leader at {leader.get('runs')} {fault}")
    ties = [item for item in items if "runs" in item and (item.get("class") or "").startswith("tie")]
    wrong += [f"{tie.get('title')} is filled" for tie in ties if tie.get("fill")]
    degree = collections.Counter()
    for tie in ties:
        for end in tie["runs"][0][0], tie["runs"][0][-1]:
            degree[min(marks, key=lambda a, end=end: math.dist(marks[a][0], end))] += 1
    named = {label.get("actor") for label in labels}
    least = degree.most_common(11)[-1][1]
    wrong += [f"{actor} has no name" for actor, count in degree.most_common(10)
              if count > least and actor not in named]
    print(*wrong[:10], sep="\n", end="\n" if wrong else "")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
