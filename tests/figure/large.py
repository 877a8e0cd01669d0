# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the marks and ties of a large figure back from its SVG and compares them with its scene.

Usage: large.py ENTENTE SCRATCH, with the data in SCRATCH/m."""
import collections
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
MOST_BYTES = 1_000_000
CASES = (("whole",), ("whole", "--color-by", "group"), ("agreements", "--color-by", "country"),
         ("agreements", "--layout", "circle", "--ties", "all"))


def tenths(number):
    """The tenths that a number of a scene, which has three decimals, may have been rounded to."""
    return {round(10 * (number + slack)) for slack in (-0.0006, 0.0006)}


def places(point):
    return {(x, y) for x in tenths(point[0]) for y in tenths(point[1])}


def parts_of(path):
    return re.findall(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)", path)


def pieces(path):
    """The dots and lines of a path of ours, in tenths of a point: (start, end), of a dot twice the
    same."""
    parts, i, at, command = parts_of(path), 0, (0, 0), ""
    while i < len(parts):
        if parts[i].isalpha():
            command = parts[i]
            i += 1
        if command in "hH":
            assert float(parts[i]) == 0
            yield at, at
            i += 1
            continue
        steps = {"c": 3, "q": 2}.get(command, 1)
        numbers = [round(10 * float(part)) for part in parts[i:i + 2 * steps]]
        i += 2 * steps
        there = (numbers[-2], numbers[-1])
        if command != "M":
            there = (at[0] + there[0], at[1] + there[1])
        if command in "lqc":
            yield at, there
        else:
            assert command in "Mm", command
        at = there


def read(path):
    """The dots by place and the ties by their ends, lower end first."""
    dots, ties = collections.Counter(), collections.Counter()
    shapes = 0
    for group in xml.parse(path).getroot().iter(f"{SVG}g"):
        for element in group.findall(f"{SVG}path"):
            if group.get("class") == "actors" and element.get("stroke-linecap") == "round":
                dots.update(start for start, _ in pieces(element.get("d")))
            elif group.get("class") == "actors":
                shapes += element.get("d").count("Z")
            elif "tie" in (group.get("class") or "").split():
                ties.update(tuple(sorted(ends)) for ends in pieces(element.get("d")))
    return dots, shapes, ties


def expect(scene):
    """The same of the scene, which the SVG is written from: for each dot and tie all that it may
    have been rounded to."""
    dots, ties = [], []
    shapes = 0
    for item in scene["items"]:
        kind = (item.get("class") or "").split()
        if "tie" in kind:
            for run in item["runs"]:
                ties.append({tuple(sorted((a, b)))
                             for a in places(run[0]) for b in places(run[-1])})
        elif item.get("actor") is not None and item["shape"] == "circle":
            dots.append(places(item["center"]))
        elif item.get("actor") is not None and item["shape"] == "path":
            shapes += 1
    return dots, shapes, ties


def unmet(counted, wanted):
    """How many of those wanted are not among the counted, each of which meets one: who was met by
    one that another needs takes another of its own choices."""
    holders = {place: [] for place in counted}

    def meet(item, asked):
        for choice in sorted(wanted[item]):
            if choice in asked or choice not in holders:
                continue
            asked.add(choice)
            held = holders[choice]
            if len(held) < counted[choice]:
                held.append(item)
                return True
            for k, other in enumerate(held):
                if meet(other, asked):
                    held[k] = item
                    return True
        return False

    return sum(not meet(item, set()) for item in
               sorted(range(len(wanted)), key=lambda item: len(wanted[item])))


def main():
    entente, scratch = sys.argv[1], Path(sys.argv[2])
    faults = []
    for view, *options in CASES:
        svg = scratch / "figure.svg"
        words = [entente, "draw", scratch / "m", "--view", view, *options, "-o", svg]
        scene = scratch / "scene.json"
        subprocess.run([*words, "--scene", scene], check=True, capture_output=True)
        got = subprocess.run([*words, "--quality", "--format", "json"], check=True,
                             capture_output=True, text=True)
        quality = json.loads(got.stdout)
        told = " ".join((view, *options))
        size = svg.stat().st_size
        found, wanted = read(svg), expect(json.loads(scene.read_text()))
        print(told, size, sum(found[0].values()), found[1], sum(found[2].values()), quality)
        if size > MOST_BYTES:
            faults.append(f"{told}: {size} bytes")
        for what, drawn, known in (("dots", found[0], wanted[0]), ("ties", found[2], wanted[2])):
            missing = unmet(drawn, known)
            if missing or sum(drawn.values()) != len(known):
                faults.append(f"{told}: {sum(drawn.values())} {what}, not {len(known)}, of which "
                              f"{missing} are not found")
        if found[1] != wanted[1]:
            faults.append(f"{told}: {found[1]} other marks, not {wanted[1]}")
        if quality["label_overlaps"] or quality["clipped"]:
            faults.append(f"{told}: {quality}")
        if "circle" not in options and (quality["min_gap"] <= 0 or
                                        quality["largest_component_share"] < 0.5):
            faults.append(f"{told}: {quality}")
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
