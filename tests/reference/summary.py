# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares summary.json of `entente report` with NetworkX on random networks: summary.py COMMAND SCRATCH"""
import csv
import io
import json
import math
import os
import random
import subprocess
import sys

# A file of this folder bears the name of the package; the folder must not come first.
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import networkx as nx

COMMAND, SCRATCH = sys.argv[1:3]
failures = 0
compared = 0


def run(*arguments):
    done = subprocess.run([COMMAND, *arguments], capture_output=True, text=True, encoding="utf-8")
    if done.returncode != 0:
        sys.exit(f"{arguments} failed with {done.returncode}: {done.stderr}")
    return done.stdout


def compare(what, got, want):
    global failures, compared
    compared += 1
    undefined = want is None or math.isnan(want)
    if undefined != (got is None) or not (undefined or abs(got - want) <= 1e-9 * max(1, abs(want))):
        print(f"{what}: {got!r}, not {want!r}")
        failures += 1


def write(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


def random_graph(seed):
    draw = random.Random(seed)
    n = draw.randint(6, 40)
    graph = nx.gnp_random_graph(n, draw.choice([1, 2, 4]) / n, seed=seed)
    graph = nx.relabel_nodes(graph, {i: f"n{i:02d}" for i in graph})
    for actor in graph:
        graph.nodes[actor]["class"] = draw.choice("ABC")
    for a, b in graph.edges:
        graph[a][b]["weight"] = draw.randint(1, 9)
    return graph


def mean(values):
    values = list(values)
    return sum(values) / len(values) if values else None


def distances(graph):
    """Of all components that are the largest: diameter and mean distance."""
    parts = list(nx.connected_components(graph))
    largest = max(len(part) for part in parts)
    lengths = [d for part in parts if len(part) == largest
               for row in dict(nx.all_pairs_shortest_path_length(graph.subgraph(part))).values()
               for d in row.values() if d > 0]
    return max(lengths, default=None), mean(lengths)


def assortativity(function, *arguments):
    """NaN where NetworkX divides by 0 or gets only noise."""
    try:
        value = function(*arguments)
    except (ZeroDivisionError, ValueError):
        return math.nan
    return value if abs(value) <= 1 + 1e-9 else math.nan


def network_numbers(graph):
    n = len(graph)
    clustering = nx.clustering(graph)
    degrees = dict(graph.degree())
    wedges = sum(k * (k - 1) for k in degrees.values())
    diameter, mean_distance = distances(graph)
    regular = len({graph.degree(a) for e in graph.edges for a in e}) < 2
    return {
        "actors": n,
        "ties": graph.number_of_edges(),
        "density": nx.density(graph),
        "components": nx.number_connected_components(graph),
        "giant_component": max(len(c) for c in nx.connected_components(graph)),
        "isolates": nx.number_of_isolates(graph),
        "bridges": len(list(nx.bridges(graph))),
        "articulation_points": len(list(nx.articulation_points(graph))),
        "largest_core": max(nx.core_number(graph).values()),
        "diameter": diameter,
        "mean_distance": mean_distance,
        "global_efficiency": nx.global_efficiency(graph),
        "transitivity": nx.transitivity(graph) if wedges else None,
        "clustering_mean_zero": mean(clustering.values()),
        "clustering_mean_skip": mean(c for a, c in clustering.items() if degrees[a] > 1),
        "degree_assortativity": None if regular
        else assortativity(nx.degree_assortativity_coefficient, graph),
        "centralisation_degree": sum(max(degrees.values()) - k for k in degrees.values()) / ((n - 1) * (n - 2)),
    }


def check_mixing(what, got, graph):
    between = sum(graph.nodes[a]["class"] != graph.nodes[b]["class"] for a, b in graph.edges)
    within = graph.number_of_edges() - between
    compare(f"{what}: internal", got["internal"], within)
    compare(f"{what}: external", got["external"], between)
    compare(f"{what}: E-I", got["ei"]["value"], (between - within) / (between + within))
    tied = {graph.nodes[a]["class"] for e in graph.edges for a in e}
    compare(f"{what}: assortativity", got["assortativity"]["value"],
            None if len(tied) < 2 else nx.attribute_assortativity_coefficient(graph, "class"))


def check(seed):
    graph = random_graph(seed)
    data = os.path.join(SCRATCH, f"data-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "nodes.csv"), ["Id", "Label", "class"], [[a, a, graph.nodes[a]["class"]] for a in graph])
    write(os.path.join(data, "edges.csv"), ["Source", "Target", "Type", "Weight"],
          [[a, b, "Undirected", d["weight"]] for a, b, d in graph.edges(data=True)])
    out = os.path.join(SCRATCH, f"report-{seed}")
    run("report", data, "-o", out, "--by", "class", "--draws", "1", "--runs", "1", "--quiet")
    with open(os.path.join(out, "summary.json"), encoding="utf-8") as file:
        whole = json.load(file)["views"]["whole"]
    for name, want in network_numbers(graph).items():
        compare(f"network {seed}: {name}", whole[name], want)
    check_mixing(f"network {seed}", next(m for m in whole["mixing"] if m["attribute"] == "class"), graph)
    rows = csv.DictReader(io.StringIO(run("rank", data, "--format", "csv", "--measure",
                                          "effective_size_weighted,efficiency_weighted")))
    size = nx.effective_size(graph, weight="weight")
    for row in rows:
        actor = row["id"]
        want = size[actor] if graph.degree(actor) else None
        for name, value in (("effective_size_weighted", want),
                            ("efficiency_weighted", want / graph.degree(actor) if want is not None else None)):
            compare(f"network {seed}: {name} of {actor}", float(row[name]) if row[name] else None, value)


for number in range(1, 16):
    check(number)
print(f"{compared} values compared, {failures} differ")
sys.exit(1 if failures or compared < 600 else 0)
