# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares `entente path` with NetworkX on random networks: paths.py COMMAND SCRATCH"""
import csv
import json
import os
import random
import subprocess
import sys
from fractions import Fraction

# A file beside this one bears the name of the package; this folder must not come first.
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import networkx as nx

COMMAND, SCRATCH = sys.argv[1:3]
compared = failures = apart = several = 0


def path(data, a, b, *options):
    run = subprocess.run([COMMAND, "path", data, a, b, "--format", "json", "--max-paths", "100000", *options],
                         capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"path {data} {a} {b} {options} failed with {run.returncode}: {run.stderr}")
    return json.loads(run.stdout)


def write(seed, graph, directed):
    data = os.path.join(SCRATCH, str(seed))
    os.mkdir(data)
    with open(os.path.join(data, "nodes.csv"), "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([["Id", "Label"], *([a, a] for a in graph)])
    with open(os.path.join(data, "edges.csv"), "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows(
            [["Source", "Target", "Type", "Weight"],
             *([a, b, "Directed" if directed else "Undirected", d["weight"]] for a, b, d in graph.edges(data=True))])
    return data


def random_graph(draw, directed):
    n = draw.randint(6, 34)
    graph = nx.DiGraph() if directed else nx.Graph()
    graph.add_nodes_from(f"n{i:02d}" for i in range(n))
    share = draw.choice([1.3, 3, 5]) / n
    for i in range(n):
        for j in range(n if directed else i):
            if i != j and draw.random() < share:
                graph.add_edge(f"n{i:02d}", f"n{j:02d}", weight=draw.randint(1, 4))
    for _, _, d in graph.edges(data=True):
        d["strength"] = Fraction(1, d["weight"])  # exact: sums that are equal are equal
        d["distance"] = Fraction(d["weight"])
    return graph


def sides(graph, a, b):
    if graph.is_directed():
        return nx.descendants(graph, a) | {a}, nx.ancestors(graph, b) | {b}
    return nx.node_connected_component(graph, a), nx.node_connected_component(graph, b)


def compare(what, graph, found, a, b, weight):
    global compared, failures, apart, several
    compared += 1
    try:
        want = sorted(nx.all_shortest_paths(graph, a, b, weight=weight))
    except nx.NetworkXNoPath:
        apart += 1
        with_a, with_b = sides(graph, a, b)
        got = found["apart"]
        if found["count"] != 0 or found["length"] is not None or got is None or \
                set(got["with_a"]) != with_a or set(got["with_b"]) != with_b:
            print(f"{what}: no way, and not the same sides: {found}")
            failures += 1
        return
    several += len(want) > 1
    length = nx.path_weight(graph, want[0], weight) if weight else len(want[0]) - 1
    common = set.intersection(*(set(way) for way in want)) - {a, b}
    problems = []
    if [way["actors"] for way in found["paths"]] != want:
        problems.append(f"ways {[way['actors'] for way in found['paths']]}, not {want}")
    if found["count"] != len(want) or not found["count_is_exact"]:
        problems.append(f"count {found['count']}, not {len(want)}")
    if abs(found["length"] - float(length)) > 1e-9 * float(length):
        problems.append(f"length {found['length']}, not {float(length)}")
    if {actor["id"] for actor in found["on_every_way"]} != common:
        problems.append(f"on every way {found['on_every_way']}, not {sorted(common)}")
    for way in found["paths"]:
        if abs(sum(step["length"] for step in way["steps"]) - float(length)) > 1e-9 * float(length):
            problems.append(f"the steps of {way['actors']} do not add up")
        if not all(step["ties"] for step in way["steps"]):
            problems.append(f"a step of {way['actors']} has no tie")
    if problems:
        failures += 1
        print(what, *problems, sep="\n  ")


for seed in range(1, 31):
    draw = random.Random(seed)
    directed = seed % 3 == 0
    graph = random_graph(draw, directed)
    data = write(seed, graph, directed)
    flags = ["--directed"] if directed else []
    for _ in range(3):
        a, b, avoided = draw.sample(sorted(graph), 3)
        for weight in None, "strength", "distance":
            options = flags + (["--weight", weight] if weight else [])
            compare(f"{seed} {a} {b} {options}", graph, path(data, a, b, *options), a, b, weight)
        rest = graph.subgraph(set(graph) - {avoided})
        compare(f"{seed} {a} {b} avoiding {avoided}", rest,
                path(data, a, b, "--avoid", avoided, *flags), a, b, None)
print(f"{compared} questions compared ({apart} without a way, {several} with several), {failures} differ")
sys.exit(1 if failures or compared < 300 or apart < 20 or several < 50 else 0)
