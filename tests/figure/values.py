# SPDX-License-Identifier: GPL-2.0-or-later
"""Recomputes what `draw --quality` prints from the file alone, with distances by NetworkX, and
finds every row of the tables in the figure.

Usage: values.py ENTENTE SOURCE SCRATCH"""
import csv
import itertools
import json
import math
import re
import subprocess
import sys
from pathlib import Path

import networkx

import boxes

faults = []
# Ties that run through marks, at most; none in others.
MOST_THROUGH = {"les-miserables": 2}
# Of the novel on a slide, at most a third above the best that others reach on any page.
MOST_STRESS = {"les-miserables slide": 1.33 * 0.087}


def check(told, name, got, want, tolerance):
    same = (got is None) == (want is None) and (got is None or abs(got - want) <= tolerance)
    if not same:
        faults.append(f"{told}: {name} is {got}, recomputed {want}")


def rows(path):
    with open(path, encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


def draw(entente, data, scratch, *options):
    """The figure as SVG and as scene, and its quality."""
    paths = scratch / "figure.svg", scratch / "scene.json"
    got = subprocess.run([entente, "draw", data, *options, "-o", paths[0], "--scene", paths[1],
                          "--quality", "--format", "json"],
                         capture_output=True, text=True, check=True)
    return (boxes.Figure(paths[0]), json.loads(paths[1].read_text(encoding="utf-8")),
            json.loads(got.stdout))


def area(points):
    return abs(sum(x * v - u * y for (x, y), (u, v) in zip(points, points[1:] + points[:1]))) / 2


def marks_of(figure):
    """Middle and radius of a disc of the same area, by actor."""
    found = {}
    for mark in figure.marks:
        if mark.actor is None or "actors" not in mark.groups:
            continue
        if mark.element.get("r"):
            middle = boxes.number(mark.element, "cx"), boxes.number(mark.element, "cy")
            found[mark.actor] = middle, boxes.number(mark.element, "r")
        else:
            count = len(mark.points)
            middle = (sum(x for x, _ in mark.points) / count,
                      sum(y for _, y in mark.points) / count)
            found[mark.actor] = middle, math.sqrt(area(mark.points) / math.pi)
    return found


def side(a, b, c):
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def crossings(pairs, at):
    count = 0
    for (a, b), (c, d) in itertools.combinations(pairs, 2):
        if len({a, b, c, d}) == 4:
            p, q, r, s = at[a], at[b], at[c], at[d]
            count += side(p, q, r) * side(p, q, s) < 0 and side(r, s, p) * side(r, s, q) < 0
    return count


def nearest(point, line):
    """How near a way through points comes to another point."""
    least = math.inf
    for (x, y), (u, v) in zip(line, line[1:]):
        square = (u - x) ** 2 + (v - y) ** 2
        share = ((point[0] - x) * (u - x) + (point[1] - y) * (v - y)) / square if square else 0
        share = max(0, min(1, share))
        least = min(least, math.dist(point, (x + share * (u - x), y + share * (v - y))))
    return least


def through(figure, marks):
    """Ties that come nearer to the middle of a mark, at none of their ends, than 0.8 of its radius."""
    return sum(nearest(middle, tie.points) < 0.8 * radius
               for tie in figure.ties.values() for middle, radius in marks.values()
               if min(math.dist(middle, tie.points[0]), math.dist(middle, tie.points[-1])) > radius)


def stress(graph, at):
    """Mean square of (scale · drawn − true) / true, at the scale that makes it least."""
    drawn, squares, pairs = 0, 0, 0
    for a, lengths in networkx.all_pairs_shortest_path_length(graph):
        for b, length in lengths.items():
            if length > 0:
                ratio = math.dist(at[a], at[b]) / length
                drawn += ratio
                squares += ratio * ratio
                pairs += 1
    scale = drawn / squares
    return (scale * scale * squares - 2 * scale * drawn + pairs) / pairs


def check_ties(told, figure, at, graph):
    """A line each, from mark to mark."""
    found = [frozenset(min(at, key=lambda actor, end=end: math.dist(at[actor], end))
                       for end in (tie.points[0], tie.points[-1]))
             for tie in figure.ties.values()]
    wanted = [frozenset(edge) for edge in graph.edges]
    if sorted(map(sorted, found)) != sorted(map(sorted, wanted)):
        faults.append(f"{told}: ties and rows differ: {set(found) ^ set(wanted)}")


def check_layout(told, layout, figure, graph):
    """Each tie once as a line between its marks, or in a cell on each side of the diagonal."""
    at = {actor: middle for actor, (middle, _) in marks_of(figure).items()}
    if layout == "matrix":
        cells = sum(element.get("class") == "cell" for element in figure.root.iter())
        check(told, "cells", cells, 2 * graph.number_of_edges(), 0)
        check(told, "ties", len(figure.ties), graph.number_of_edges(), 0)
    else:
        check(told, "marks", len(at), graph.number_of_nodes(), 0)
        check_ties(told, figure, at, graph)


def check_edges(told, figure, scene, quality, graph):
    marks = marks_of(figure)
    at = {actor: middle for actor, (middle, _) in marks.items()}
    pairs = [tuple(edge) for edge in graph.edges]

    if set(marks) != set(graph.nodes):
        faults.append(f"{told}: {set(marks) ^ set(graph.nodes)} are not both rows and marks")
        return
    check_ties(told, figure, at, graph)
    check(told, "crossings", quality["crossings"], crossings(pairs, at), 1)
    check(told, "ties_through_marks", quality["ties_through_marks"], through(figure, marks), 0)
    most = MOST_THROUGH.get(told.split()[0], 0)
    if quality["ties_through_marks"] > most:
        faults.append(f"{told}: {quality['ties_through_marks']} ties run through marks, not {most}")
    check(told, "stress", quality["stress"], stress(graph, at), 1e-3)
    if quality["stress"] > MOST_STRESS.get(told, 1):
        faults.append(f"{told}: a stress of {quality['stress']}")
    gap = min(math.dist(p, q) - r - s
              for (p, r), (q, s) in itertools.combinations(marks.values(), 2))
    check(told, "min_gap", quality["min_gap"], gap / 72 * 25.4, 0.02)
    largest = max(networkx.connected_components(graph), key=len)
    boxed = [(p[0] - r, p[1] - r, p[0] + r, p[1] + r)
             for actor, (p, r) in marks.items() if actor in largest]
    left, top = min(b[0] for b in boxed), min(b[1] for b in boxed)
    right, bottom = max(b[2] for b in boxed), max(b[3] for b in boxed)
    check(told, "largest_component_share", quality["largest_component_share"],
          (right - left) * (bottom - top) / figure.width / figure.height, 1e-3)
    check(told, "labels_left_out", quality["labels_left_out"],
          len(set(marks) - figure.named()), 0)
    check(told, "label_overlaps", quality["label_overlaps"], len(figure.overlaps()), 0)
    check(told, "clipped", quality["clipped"], len(figure.outside), 0)
    check_scene(told, figure, scene)


def check_scene(told, figure, scene):
    """The scene has the shapes, texts and boxes of the SVG."""
    texts = [item for item in scene["items"] if item["shape"] == "text" and item["text"].strip()]
    if [item["text"] for item in texts] != [text.text for text in figure.texts]:
        faults.append(f"{told}: the texts of scene and SVG differ")
        return
    for item, text in zip(texts, figure.texts):
        x, y, width, height = item["box"]
        inside = (x - 0.1 <= text.x0 and text.x1 <= x + width + 0.1 and
                  y - 0.1 <= text.y0 and text.y1 <= y + height + 0.1)
        if not inside:
            faults.append(f"{told}: the scene's box {item['box']} does not hold {text!r}")
    circles = sum(item["shape"] == "circle" for item in scene["items"])
    in_svg = sum(1 for _ in figure.root.iter(boxes.SVG + "circle"))
    check(told, "circles", circles, in_svg, 0)


def networks(source):
    """Data sets whose ties are plain rows, as NetworkX graphs."""
    for name in ("florentine", "karate", "kite", "les-miserables"):
        folder = source / "datasets" / name
        nodes, edges = rows(folder / "nodes.csv"), rows(folder / "edges.csv")
        graph = networkx.Graph()
        graph.add_nodes_from(node.get("Id") or node["id"] for node in nodes)
        graph.add_edges_from((edge.get("Source") or edge["source"],
                              edge.get("Target") or edge["target"]) for edge in edges)
        yield name, folder, graph, ("--view", "whole")
    folder = source / "datasets" / "davis"
    graph = networkx.Graph((row["member"], row["network"])
                           for row in rows(folder / "memberships.csv"))
    yield "davis", folder, graph, ("--view", "affiliations")


def in_force(row, day):
    """Whether a tie counts: it is active, may have begun, and may not be over."""
    start = (row.get("from") or row.get("signed") or "").split("/")[0].rstrip("?~")
    end = (row.get("to") or "").split("/")[-1].rstrip("?~")
    return (row["status"] == "active" and start <= day[:len(start)] and
            (not end or end >= day[:len(end)]))


def check_whole(entente, source, scratch):
    """Of the world's learning cities: each membership, agreement and attendance in force is a line,
    a ring, a folded member or said to be hidden."""
    folder = source / "datasets" / "learning-cities"
    figure, _, _ = draw(entente, folder, scratch, "--pendants", "all")
    notes = " ".join(text.text for text in figure.texts if text.kind == "note")
    unseen = sum(int(count) for count in re.findall(r"(\d+) of the \d+ members of", notes))
    rings = sum("actors" in mark.groups for mark in rings_of(figure))
    ties = set()
    told = subprocess.run([entente, "rank", folder, "--format", "csv"], capture_output=True,
                          text=True, check=True).stderr
    day = re.search(r"as of (\d{4}-\d\d-\d\d)", told).group(1)
    for name, parties in (("attendance", ("participant", "event")),
                          ("memberships", ("member", "network")),
                          ("agreements", ("party_a", "party_b"))):
        for row in rows(folder / f"{name}.csv"):
            several = [party for party in row.get("parties", "").split(";") if party]
            several = several or [row[party] for party in parties]
            if in_force(row, day):
                ties.update(map(frozenset, itertools.combinations(several, 2)))
    check("learning-cities", "ties drawn or said to be hidden",
          len(figure.ties) + rings + unseen, len(ties), 0)


def rings_of(figure):
    return [boxes.Thing([(0, 0)], element, ("actors",))
            for group in figure.root.iter(boxes.SVG + "g") if group.get("class") == "actors"
            for element in group.iter(boxes.SVG + "circle") if element.get("class") == "badge"]


def main():
    entente, source, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    for name, folder, graph, options in networks(source):
        for preset in ("report", "slide"):
            figure, scene, quality = draw(entente, folder, scratch, "--preset", preset,
                                          "--pendants", "all", *options)
            check_edges(f"{name} {preset}", figure, scene, quality, graph)
        for layout in (("bipartite",) if name == "davis" else
                       ("concentric", "circle", "arc", "matrix")):
            figure, _, _ = draw(entente, folder, scratch, "--layout", layout, *options)
            check_layout(f"{name} {layout}", layout, figure, graph)
    check_whole(entente, source, scratch)
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
