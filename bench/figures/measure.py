# SPDX-License-Identifier: GPL-2.0-or-later
"""How well figures are drawn, measured alike for every program.

A figure is what `places` says: {"type": points, "nodes": [{"id", "at": [x, y], "radius": [x, y],
"label": [x, y, width, height] or a list of such, one a line}]}, in points from the upper left.
"""
import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components, dijkstra

HAIR = 0.5  # points by which boxes may meet
MOST_SOURCES = 500  # of distances; above, so many are drawn by lot


def stress(at, ties):
    """Mean of (s |x - y| - d)^2 / d^2 over pairs of the largest component, at the best s."""
    count = len(at)
    both = np.concatenate([ties, ties[:, ::-1]])
    graph = csr_matrix((np.ones(len(both)), (both[:, 0], both[:, 1])), (count, count))
    of = connected_components(graph)[1]
    largest = np.nonzero(of == np.bincount(of).argmax())[0]
    graph, at = graph[largest][:, largest], at[largest]
    sources = np.arange(len(largest))
    if len(sources) > MOST_SOURCES:
        sources = np.random.Generator(np.random.PCG64(1)).permutation(sources)[:MOST_SOURCES]
    ratio = []
    distances = dijkstra(graph, unweighted=True, indices=sources)
    for source, distance in zip(sources, distances):
        drawn = np.hypot(*(at - at[source]).T)
        ratio.append(drawn[distance > 0] / distance[distance > 0])
    ratio = np.concatenate(ratio)
    return 1 - ratio.sum() ** 2 / (ratio**2).sum() / len(ratio)


def crossings(at, ties):
    """Pairs of ties without a common end that cross, drawn straight."""
    a, b = at[ties[:, 0]], at[ties[:, 1]]

    def turn(p, q, r):
        return (q[..., 0] - p[..., 0]) * (r[..., 1] - p[..., 1]) - (
            q[..., 1] - p[..., 1]) * (r[..., 0] - p[..., 0])

    found = 0
    for i in range(len(ties) - 1):
        c, d, rest = a[i + 1:], b[i + 1:], ties[i + 1:]
        apart = ~((rest == ties[i, 0]) | (rest == ties[i, 1])).any(axis=1)
        found += int((apart & (turn(a[i], b[i], c) * turn(a[i], b[i], d) < 0)
                      & (turn(c, d, a[i]) * turn(c, d, b[i]) < 0)).sum())
    return found


def boxes(places):
    """Labels as rows of left, top, right, bottom, and the node of each."""
    rows, owners = [], []
    for node, what in enumerate(places["nodes"]):
        lines = what.get("label") or []
        for line in [lines] if lines and np.isscalar(lines[0]) else lines:
            if line[2] == 0:  # no name
                continue
            rows.append([line[0], line[1], line[0] + line[2], line[1] + line[3]])
            owners.append(node)
    return np.array(rows).reshape(-1, 4), np.array(owners, int)


def marks(places):
    return np.array([[node["at"][0] - node["radius"][0], node["at"][1] - node["radius"][1],
                      node["at"][0] + node["radius"][0], node["at"][1] + node["radius"][1]]
                     for node in places["nodes"]]).reshape(-1, 4)


def meet(box, others):
    """Which of the others share more than a hair with the box."""
    return (np.minimum(box[2:], others[:, 2:]) - np.maximum(box[:2], others[:, :2]) > HAIR).all(1)


def overlaps(places):
    """Pairs of labels that overlap, and labels that lie on the mark of another."""
    label, owner = boxes(places)
    mark = marks(places)
    pairs = covered = 0
    for i in range(len(label)):
        pairs += int((meet(label[i], label[i + 1:]) & (owner[i + 1:] != owner[i])).sum())
        on = meet(label[i], mark)
        on[owner[i]] = False
        covered += int(on.sum())
    return pairs, covered


def clipped(places, width, height):
    """Labels and marks that leave the page."""
    found = np.concatenate([boxes(places)[0], marks(places)])
    return int(((found[:, :2] < -HAIR).any(1) | (found[:, 2:] > [width + HAIR, height + HAIR])
                .any(1)).sum())


def measure(places, ties, width, height):
    """All of it; `ties` are pairs of ids."""
    number = {node["id"]: i for i, node in enumerate(places["nodes"])}
    kept = sorted({tuple(sorted((number[a], number[b]))) for a, b in ties
                   if a in number and b in number and a != b})
    kept = np.array(kept, int).reshape(-1, 2)
    at = np.array([node["at"] for node in places["nodes"]], float)
    pairs, covered = overlaps(places)
    return {"stress": stress(at, kept), "crossings": crossings(at, kept), "overlaps": pairs,
            "covered": covered, "clipped": clipped(places, width, height),
            "named": len(set(boxes(places)[1])), "placed": len(at), "type": places["type"]}
