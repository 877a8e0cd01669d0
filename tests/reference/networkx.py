# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares `entente rank` with NetworkX and python-igraph on random networks: networkx.py COMMAND SCRATCH"""
import csv
import io
import math
import os
import random
import subprocess
import sys

# This file bears the name of the package; its folder must not come first.
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import igraph
import networkx as nx
import numpy
from networkx.algorithms import bipartite

COMMAND, SCRATCH = sys.argv[1:3]
failures = 0
compared = 0


def rank(data, measures, *options):
    """The command's table: {measure: {id: value}}; an empty cell is NaN."""
    run = subprocess.run(
        [COMMAND, "rank", data, "--format", "csv", "--measure", ",".join(measures), *options],
        capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"rank {data} failed with {run.returncode}: {run.stderr}")
    rows = list(csv.DictReader(io.StringIO(run.stdout)))
    return {m: {r["id"]: float(r[m]) if r[m] else math.nan for r in rows} for m in measures}


def compare(what, got, want):
    global failures, compared
    if set(got) != set(want):
        print(f"{what}: actors differ: {sorted(set(got) ^ set(want))}")
        failures += 1
        return
    for actor, value in want.items():
        compared += 1
        both_undefined = math.isnan(value) and math.isnan(got[actor])
        if not both_undefined and not abs(got[actor] - value) <= 1e-9 * max(1, abs(value)):
            print(f"{what} of {actor}: {got[actor]!r}, not {value!r}")
            failures += 1


def leading_vectors(graph, weight):
    """Of each component by itself, by igraph's ARPACK: {actor: (entry, eigenvalue)}."""
    found = {}
    for component in nx.connected_components(graph):
        names = sorted(component)
        if len(names) == 1:
            found[names[0]] = (0.0, 0.0)
            continue
        part = graph.subgraph(names)
        place = {name: i for i, name in enumerate(names)}
        ig = igraph.Graph(n=len(names), edges=[(place[a], place[b]) for a, b in part.edges()])
        weights = [d["weight"] if weight else 1 for _, _, d in part.edges(data=True)]
        entries, value = ig.eigenvector_centrality(weights=weights, return_eigenvalue=True)
        found.update((name, (entry, value)) for name, entry in zip(names, entries))
    return found


def eigenvector(graph, weight):
    found = leading_vectors(graph, weight)
    largest = max(value for _, value in found.values())
    return {a: e if v > largest * (1 - 1e-9) else 0.0 for a, (e, v) in found.items()}


def networkx_values(graph):
    n = len(graph)
    lengths = dict(nx.all_pairs_dijkstra_path_length(graph, weight="length"))
    points = set(nx.articulation_points(graph))
    size = nx.effective_size(graph)
    return {
        "degree": dict(graph.degree()),
        "strength": dict(graph.degree(weight="weight")),
        "degree_normalised": nx.degree_centrality(graph),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "betweenness_normalised": nx.betweenness_centrality(graph),
        "closeness_wasserman_faust": nx.closeness_centrality(graph),
        "closeness_harmonic_sum": nx.harmonic_centrality(graph),
        "closeness_harmonic_weighted": {
            a: sum(1 / d for b, d in lengths[a].items() if b != a) / (n - 1) for a in graph},
        "coreness": nx.core_number(graph),
        "clustering": {a: c if graph.degree(a) > 1 else math.nan
                       for a, c in nx.clustering(graph).items()},
        "constraint": nx.constraint(graph),
        "constraint_weighted": nx.constraint(graph, weight="weight"),
        "effective_size": size,
        "efficiency": {a: s / graph.degree(a) if graph.degree(a) else math.nan
                       for a, s in size.items()},
        "articulation": {a: float(a in points) for a in graph},
    }


def igraph_values(graph):
    names = sorted(graph)
    place = {name: i for i, name in enumerate(names)}
    ties = list(graph.edges(data=True))
    ig = igraph.Graph(n=len(names), edges=[(place[a], place[b]) for a, b, _ in ties])
    lengths = [d["length"] for _, _, d in ties]
    values = {
        "betweenness": ig.betweenness(),
        "betweenness_weighted": ig.betweenness(weights=lengths),
        "closeness_component": ig.closeness(normalized=True),
        "closeness_component_weighted": ig.closeness(weights=lengths, normalized=True),
        "closeness_harmonic": ig.harmonic_centrality(normalized=True),
        "closeness_harmonic_weighted": ig.harmonic_centrality(weights=lengths, normalized=True),
        "eccentricity": ig.eccentricity(),
        "pagerank": ig.pagerank(),
        "pagerank_weighted": ig.pagerank(weights=[d["weight"] for _, _, d in ties]),
        "coreness": ig.coreness(),
        "clustering": ig.transitivity_local_undirected(mode="nan"),
        "constraint": ig.constraint(),
    }
    found = {m: dict(zip(names, v)) for m, v in values.items()}
    found["eigenvector"] = eigenvector(graph, None)
    found["eigenvector_weighted"] = eigenvector(graph, "weight")
    found["eigenvector_component"] = {a: e for a, (e, _) in leading_vectors(graph, None).items()}
    return found


def random_graph(seed):
    draw = random.Random(seed)
    n = draw.randint(5, 45)
    graph = nx.Graph()
    graph.add_nodes_from(f"n{i:02d}" for i in range(n))
    for i in range(n):
        for j in range(i):
            if draw.random() < draw.choice([0.5, 1, 2.5]) / n:
                weight = draw.randint(1, 9)
                graph.add_edge(f"n{i:02d}", f"n{j:02d}", weight=weight, length=1 / weight)
    return graph


def write(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


def check_one_mode(seed):
    graph = random_graph(seed)
    data = os.path.join(SCRATCH, f"one-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "nodes.csv"), ["Id", "Label"], [[a, a] for a in graph])
    write(os.path.join(data, "edges.csv"), ["Source", "Target", "Type", "Weight"],
          [[a, b, "Undirected", d["weight"]] for a, b, d in graph.edges(data=True)])
    for package in networkx_values, igraph_values:
        want = package(graph)
        got = rank(data, sorted(want))
        for measure in want:
            compare(f"{package.__name__} {seed}: {measure}", got[measure], want[measure])


def check_two_mode(seed):
    draw = random.Random(seed)
    cities = [f"c{i:02d}" for i in range(draw.randint(2, 15))]
    networks = [f"w{i:02d}" for i in range(draw.randint(1, 9))]
    ties = [(c, w) for c in cities for w in networks if draw.random() < 0.3]
    data = os.path.join(SCRATCH, f"two-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "cities.csv"), ["id", "name"], [[c, c] for c in cities])
    write(os.path.join(data, "networks.csv"), ["id", "name"], [[w, w] for w in networks])
    write(os.path.join(data, "memberships.csv"), ["member", "network"], ties)
    graph = nx.Graph(ties)
    members = [c for c in cities if c in graph]  # the view leaves out who never joined
    graph.add_nodes_from(networks)
    want = {"degree_two_mode": bipartite.degree_centrality(graph, members),
            "closeness_two_mode": bipartite.closeness_centrality(graph, members)}
    if min(len(members), len(networks)) > 1:
        want["betweenness_two_mode"] = bipartite.betweenness_centrality(graph, members)
    vectors = singular_vectors(graph, members, networks)
    if vectors is not None:
        want["eigenvector_two_mode"] = vectors
    got = rank(data, sorted(want), "--view", "affiliations")
    for measure in want:
        compare(f"two modes {seed}: {measure}", got[measure], want[measure])
    graph.add_nodes_from(cities)
    check_projections(f"two modes {seed}", data, graph, cities, networks)


def singular_vectors(graph, members, networks):
    """By numpy, each of unit norm; None where the two largest singular values are about equal."""
    matrix = numpy.array([[float(graph.has_edge(c, w)) for w in networks] for c in members])
    left, values, right = numpy.linalg.svd(matrix) if matrix.size else (None, [0.0], None)
    if values[0] == 0 or (len(values) > 1 and values[1] > values[0] * (1 - 1e-6)):
        return None
    return {**{c: abs(x) for c, x in zip(members, left[:, 0])},
            **{w: abs(x) for w, x in zip(networks, right[0])}}


def check_projections(what, data, graph, cities, networks):
    project = {
        "count": bipartite.weighted_projected_graph,
        "newman": bipartite.collaboration_weighted_projected_graph,
        "jaccard": bipartite.overlap_weighted_projected_graph,
    }
    for view, side in ("cities", cities), ("networks", networks):
        for weight, function in project.items():
            projected = function(graph, side)
            got = rank(data, ["degree", "strength"], "--view", view, "--projection", weight)
            compare(f"{what}: degree in {view}", got["degree"], dict(projected.degree()))
            compare(f"{what}: {weight} in {view}", got["strength"],
                    dict(projected.degree(weight="weight")))


def check_directed(seed):
    draw = random.Random(seed)
    graph = nx.gnp_random_graph(draw.randint(3, 25), draw.choice([0.05, 0.1, 0.3]), seed=seed, directed=True)
    graph = nx.relabel_nodes(graph, {i: f"n{i:02d}" for i in graph})
    data = os.path.join(SCRATCH, f"directed-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "nodes.csv"), ["Id", "Label"], [[a, a] for a in graph])
    write(os.path.join(data, "edges.csv"), ["Source", "Target", "Type"], [[a, b, "Directed"] for a, b in graph.edges])
    others = len(graph) - 1
    want = {
        "degree_in": dict(graph.in_degree()), "degree_out": dict(graph.out_degree()),
        "betweenness": nx.betweenness_centrality(graph, normalized=False),
        "closeness_harmonic_in": {a: h / others for a, h in nx.harmonic_centrality(graph).items()},
        "closeness_harmonic_out": {a: h / others for a, h in nx.harmonic_centrality(graph.reverse()).items()},
        "pagerank": dict(zip(graph, igraph.Graph.from_networkx(graph).pagerank())),
    }
    got = rank(data, sorted(want), "--directed")
    for measure in want:
        compare(f"directed {seed}: {measure}", got[measure], want[measure])


def check_parallel(seed):
    """Pairs that are listed more than once: merged into their sum, or kept as parallel ties."""
    draw = random.Random(seed)
    names = [f"n{i:02d}" for i in range(draw.randint(4, 20))]
    ties = [(*draw.sample(names, 2), draw.randint(1, 5)) for _ in range(2 * len(names))]
    ties += draw.sample(ties, len(names) // 2)
    data = os.path.join(SCRATCH, f"parallel-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "nodes.csv"), ["Id", "Label"], [[a, a] for a in names])
    write(os.path.join(data, "edges.csv"), ["Source", "Target", "Weight"], ties)
    place = {name: i for i, name in enumerate(names)}
    kept = igraph.Graph(n=len(names), edges=[(place[a], place[b]) for a, b, _ in ties])
    kept.es["weight"] = [w for _, _, w in ties]
    summed = kept.copy().simplify(combine_edges="sum")
    want = {"strength": summed.strength(weights="weight"), "degree": summed.degree(),
            "betweenness": summed.betweenness(), "pagerank_weighted": summed.pagerank(weights="weight"),
            "constraint_weighted": summed.constraint(weights="weight"), "coreness": summed.coreness()}
    got = rank(data, sorted(want))
    for measure in want:
        compare(f"parallel {seed}: {measure}", got[measure], dict(zip(names, want[measure])))
    want = {"betweenness": kept.betweenness(), "pagerank": kept.pagerank()}
    got = rank(data, sorted(want), "--parallel", "keep")
    for measure in want:
        compare(f"parallel {seed}, kept: {measure}", got[measure], dict(zip(names, want[measure])))


for number in range(1, 81):
    check_one_mode(number)
for number in range(1, 61):
    check_two_mode(number)
for number in range(1, 31):
    check_directed(number)
    check_parallel(number)
print(f"{compared} values compared, {failures} differ")
sys.exit(1 if failures or compared < 60000 else 0)
