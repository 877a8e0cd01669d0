# SPDX-License-Identifier: GPL-2.0-or-later
"""What stands where in one of our SVG files, read from the file alone: texts as boxes by their own
length, size and anchor, marks as polygons, ties by their ids; and what meets or leaves the page."""
import math
import re
import sys
import xml.etree.ElementTree as xml

SVG = "{http://www.w3.org/2000/svg}"
TOP, FOOT = 0.72, 0.2  # of the letters' size, above and below the line they stand on
HAIR = 0.35  # points that two things may share by rounding


class Thing:
    """A convex polygon with what the file says of it."""

    def __init__(self, points, element, groups):
        self.points = points
        self.element = element
        self.groups = groups
        self.actor = element.get("data-id")
        self.kind = element.get("class") or ""
        self.x0 = min(x for x, _ in points)
        self.x1 = max(x for x, _ in points)
        self.y0 = min(y for _, y in points)
        self.y1 = max(y for _, y in points)
        self.text = "".join(element.itertext())

    def __repr__(self):
        return f"{self.kind or self.groups} {self.actor or ''} {self.text[:40]!r}"


def number(element, name, default=0.0):
    value = element.get(name)
    return default if value is None else float(value)


def turned(points, element):
    """The points under the element's own transform, of which we write rotations only."""
    transform = element.get("transform")
    if transform is None:
        return points
    found = re.fullmatch(r"rotate\((-?[\d.]+)[ ,]+(-?[\d.]+)[ ,]+(-?[\d.]+)\)", transform)
    assert found, f"a transform that this test does not know: {transform}"
    angle, cx, cy = (float(part) for part in found.groups())
    cos, sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
    return [(cx + (x - cx) * cos - (y - cy) * sin, cy + (x - cx) * sin + (y - cy) * cos)
            for x, y in points]


def text_points(element):
    x, y = number(element, "x"), number(element, "y")
    size = number(element, "font-size")
    length = number(element, "textLength")
    anchor = element.get("text-anchor", "start")
    if anchor == "middle":
        left = x - length / 2
    elif (anchor == "start") == (element.get("direction") != "rtl"):
        left = x
    else:
        left = x - length
    top, foot = y - TOP * size, y + FOOT * size
    box = [(left, top), (left + length, top), (left + length, foot), (left, foot)]
    return turned(box, element)


def path_points(element):
    """Points along a path, of a curve seventeen, and whether it is a polygon."""
    points, at, start = [], (0.0, 0.0), (0.0, 0.0)
    parts = re.findall(r"[A-Za-z]|-?(?:\d+\.?\d*|\.\d+)(?:e-?\d+)?", element.get("d"))
    command, i, straight = "", 0, True
    while i < len(parts):
        if parts[i].isalpha():
            command = parts[i]
            i += 1
        if command in "Zz":
            at = start
            continue
        here = at if command.islower() else (0.0, 0.0)
        kind = command.upper()
        if kind == "H":
            at = (here[0] + float(parts[i]), at[1])
            i += 1
        elif kind == "V":
            at = (at[0], here[1] + float(parts[i]))
            i += 1
        elif kind == "C":
            began, steer = at, []
            for _ in range(3):
                steer.append((here[0] + float(parts[i]), here[1] + float(parts[i + 1])))
                i += 2
            at = steer[2]
            for k in range(1, 17):
                t, s = k / 16, 1 - k / 16
                share = (s ** 3, 3 * s * s * t, 3 * s * t * t, t ** 3)
                points.append(tuple(sum(w * p[axis] for w, p in zip(share, (began, *steer)))
                                    for axis in (0, 1)))
            straight = False
            continue
        elif kind in "MLTSQ":
            for _ in range({"M": 1, "L": 1, "T": 1, "S": 2, "Q": 2}[kind]):
                at = (here[0] + float(parts[i]), here[1] + float(parts[i + 1]))
                i += 2
                points.append(at)
            straight = straight and kind in "ML"
            if kind == "M":
                start = at
                command = "l" if command == "m" else "L"
            continue
        elif kind == "A":
            at = (here[0] + float(parts[i + 5]), here[1] + float(parts[i + 6]))
            i += 7
            straight = False
        else:
            raise AssertionError(f"a path that this test does not know: {element.get('d')[:80]}")
        points.append(at)
    return points, straight and element.get("d")[-1] in "Zz"


def circle_points(element, corners=24):
    cx, cy, r = number(element, "cx"), number(element, "cy"), number(element, "r")
    return [(cx + r * math.cos(2 * math.pi * k / corners),
             cy + r * math.sin(2 * math.pi * k / corners)) for k in range(corners)]


class Figure:
    def __init__(self, path):
        self.root = xml.parse(path).getroot()
        _, _, self.width, self.height = (float(v) for v in self.root.get("viewBox").split())
        self.texts, self.marks, self.ties, self.ids = [], [], {}, []
        self.outside = []
        self.walk(self.root, ())

    def walk(self, parent, groups):
        for element in parent:
            kind = element.tag.removeprefix(SVG)
            if element.get("id"):
                self.ids.append(element.get("id"))
            if kind == "g":
                self.walk(element, groups + (element.get("class") or "",))
            elif kind == "text":
                thing = Thing(text_points(element), element, groups)
                if thing.text.strip():
                    self.texts.append(thing)
                    self.look_at_edge(thing, 0)
            elif kind == "circle":
                thing = Thing(circle_points(element), element, groups)
                self.look_at_edge(thing, self.pen(element))
                self.keep_mark(thing)
            elif kind == "path" and element.get("class") != "paper":
                points, polygon = path_points(element)
                if not points:
                    continue
                thing = Thing(points, element, groups)
                self.look_at_edge(thing, self.pen(element))
                if re.search(r"-t\d+$", element.get("id") or ""):
                    self.ties[element.get("id")] = thing
                if polygon and len(points) <= 8:
                    self.keep_mark(thing)
            else:
                assert kind in ("title", "desc", "path", "metadata", "defs", "style"), kind

    def pen(self, element):
        return number(element, "stroke-width") / 2 if element.get("stroke") else 0

    def keep_mark(self, thing):
        ours = thing.actor is not None or thing.kind == "folded" or "legend" in thing.groups
        if ours and thing.element.get("fill", "none") != "none":
            self.marks.append(thing)

    def look_at_edge(self, thing, pen):
        slack = 0.02
        if (thing.x0 - pen < -slack or thing.y0 - pen < -slack or
                thing.x1 + pen > self.width + slack or thing.y1 + pen > self.height + slack):
            self.outside.append(thing)

    def overlaps(self):
        """Pairs of texts, and pairs of a text and a mark of another actor or of the legend."""
        found = []
        for i, one in enumerate(self.texts):
            for other in self.texts[i + 1:]:
                if meet(one, other):
                    found.append((one, other))
            for mark in self.marks:
                if not (one.actor is not None and one.actor == mark.actor) and meet(one, mark):
                    found.append((one, mark))
        return found

    def named(self):
        return {text.actor for text in self.texts if text.actor is not None}


def meet(a, b):
    """Whether two convex polygons share more than a hair in every direction of their sides."""
    if a.x0 >= b.x1 - HAIR or b.x0 >= a.x1 - HAIR or a.y0 >= b.y1 - HAIR or b.y0 >= a.y1 - HAIR:
        return False
    for shape in (a.points, b.points):
        for (x, y), (u, v) in zip(shape, shape[1:] + shape[:1]):
            length = math.hypot(u - x, v - y)
            if length == 0:
                continue
            nx, ny = (v - y) / length, (x - u) / length
            p = [nx * s + ny * t for s, t in a.points]
            q = [nx * s + ny * t for s, t in b.points]
            if min(p) >= max(q) - HAIR or min(q) >= max(p) - HAIR:
                return False
    return True


def main():
    """Prints what is wrong with each file named."""
    for path in sys.argv[1:]:
        figure = Figure(path)
        for one, other in figure.overlaps():
            print(f"{path}: {one!r} is on {other!r}")
        for thing in figure.outside:
            print(f"{path}: {thing!r} leaves the page")


if __name__ == "__main__":
    main()
