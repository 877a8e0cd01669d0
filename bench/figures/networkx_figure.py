#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""A network as users of NetworkX and matplotlib draw it.

usage: networkx_figure.py spring|kamada NODES.csv TIES.csv FIGURE.svg WIDTH HEIGHT TYPE [PLACES.json]

WIDTH and HEIGHT in inches, TYPE in points; PLACES says where everything stands, in points.
"""
import csv
import json
import sys

import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt  # noqa: E402
import networkx as nx  # noqa: E402

MARK = 20  # the area of a mark, square points


def read(file):
    with open(file, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


def main(layout, nodes, ties, figure, width, height, size, places=None):
    width, height, size = float(width), float(height), float(size)
    graph = nx.Graph()
    label = {row["id"]: row["label"].replace("$", r"\$") for row in read(nodes)}
    graph.add_nodes_from(label)
    graph.add_edges_from((row["source"], row["target"]) for row in read(ties))
    if layout == "kamada":
        at = nx.kamada_kawai_layout(graph)
    else:
        at = nx.spring_layout(graph, seed=1)
    plt.rcParams["svg.fonttype"] = "none"
    plt.rcParams["svg.hashsalt"] = "1"
    page = plt.figure(figsize=(width, height))
    axes = page.add_axes([0, 0, 1, 1])
    axes.axis("off")
    nx.draw_networkx_edges(graph, at, ax=axes, width=0.5)
    nx.draw_networkx_nodes(graph, at, ax=axes, node_size=MARK)
    texts = nx.draw_networkx_labels(graph, at, label, font_size=size, ax=axes)
    page.savefig(figure, metadata={"Date": None})
    if places is None:
        return
    page.canvas.draw()
    scale = 72 / page.dpi
    found = []
    for node in graph:
        x, y = axes.transData.transform(at[node]) * scale
        box = texts[node].get_window_extent()
        wide = box.width * scale
        found.append({"id": node, "at": [x, height * 72 - y], "radius": [(MARK**0.5) / 2] * 2,
                      "label": [x - wide / 2, height * 72 - y - size / 2, wide, size]})
    with open(places, "w", encoding="utf-8") as out:
        json.dump({"type": size, "nodes": found}, out)


main(*sys.argv[1:])
