# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares `entente measures --compare` with the programs themselves: conventions.py COMMAND SOURCE SCRATCH

Every row that claims to be compared must have a witness here: python-igraph, NetworkX, or R igraph
and R sna through conventions.R."""
import csv
import io
import math
import os
import random
import subprocess
import sys

# A file of this folder bears the name of a package; the folder must not come first.
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import igraph
import networkx as nx
from networkx.algorithms import bipartite

COMMAND, SOURCE, SCRATCH = sys.argv[1:4]
failures = compared = 0


def write(folder, ties, actors, modes):
    """The network as tables of a data set, and as plain files for R; returns the view to take."""
    os.makedirs(folder)
    table = lambda name: open(os.path.join(folder, name), "w", encoding="utf-8", newline="")
    with table("r_nodes.csv.txt") as nodes, table("r_edges.csv.txt") as edges:
        csv.writer(nodes).writerows([["id"], *([a] for a in actors)])
        csv.writer(edges).writerows([["source", "target", "weight"], *ties])
    if modes is None:
        with table("nodes.csv") as nodes, table("edges.csv") as edges:
            csv.writer(nodes).writerows([["Id"], *([a] for a in actors)])
            csv.writer(edges).writerows([["Source", "Target", "Weight"], *ties])
        return "whole"
    for kind, mode in (("organisations.csv", 0), ("networks.csv", 1)):
        with table(kind) as out:
            csv.writer(out).writerows([["id", "name"], *([a, a] for a in actors if modes[a] == mode)])
    with table("memberships.csv") as out:
        csv.writer(out).writerows([["member", "network"], *(t[:2] for t in ties)])
    return "affiliations"


def of_r(folder):
    run = subprocess.run(
        ["Rscript", "--vanilla", f"{SOURCE}/tests/reference/conventions.R",
         f"{folder}/r_nodes.csv.txt", f"{folder}/r_edges.csv.txt"],
        capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"R failed on {folder}: {run.stderr}")
    found = {}
    for line in run.stdout.splitlines():
        program, call, actor, value = line.split("\t")
        found.setdefault((program, call), {})[actor] = math.nan if value in ("NaN", "NA") else float(value)
    return found


def of_python(graph, modes):
    names = list(graph)
    place = {name: i for i, name in enumerate(names)}
    ig = igraph.Graph(n=len(names), edges=[(place[a], place[b]) for a, b in graph.edges()])
    weights = [w for _, _, w in graph.edges(data="weight")]
    by_name = lambda values: dict(zip(names, values))
    found = {
        ("igraph", "degree()"): by_name(ig.degree()),
        ("igraph", "strength(weights=weight)"): by_name(ig.strength(weights=weights)),
        ("igraph", "betweenness()"): by_name(ig.betweenness()),
        ("igraph", "betweenness(weights=weight)"): by_name(ig.betweenness(weights=weights)),
        ("igraph", "eccentricity()"): by_name(ig.eccentricity()),
        ("igraph", "eigenvector_centrality()"): by_name(ig.eigenvector_centrality()),
        ("igraph", "pagerank()"): by_name(ig.pagerank()),
        ("igraph", "pagerank(weights=weight)"): by_name(ig.pagerank(weights=weights)),
        ("igraph", "eigenvector_centrality(weights=weight)"): by_name(ig.eigenvector_centrality(weights=weights)),
        ("igraph", "coreness()"): by_name(ig.coreness()),
        ("igraph", "transitivity_local_undirected()"): by_name(ig.transitivity_local_undirected()),
        ("igraph", "constraint()"): by_name(ig.constraint()),
        ("igraph", "constraint(weights=weight)"): by_name(ig.constraint(weights=weights)),
        ("python-igraph", "harmonic_centrality()"): by_name(ig.harmonic_centrality()),
        ("python-igraph from 0.9", "closeness()"): by_name(ig.closeness()),
        ("python-igraph from 0.9", "closeness(weights=weight)"): by_name(ig.closeness(weights=weights)),
    }
    x = "NetworkX"
    found.update({
        (x, "G.degree"): dict(graph.degree()),
        (x, "degree_centrality(G)"): nx.degree_centrality(graph),
        (x, 'G.degree(weight="weight")'): dict(graph.degree(weight="weight")),
        (x, "betweenness_centrality(G)"): nx.betweenness_centrality(graph),
        (x, "betweenness_centrality(G, normalized=False)"): nx.betweenness_centrality(graph, normalized=False),
        (x, 'betweenness_centrality(G, weight="weight")'): nx.betweenness_centrality(graph, weight="weight"),
        (x, "closeness_centrality(G)"): nx.closeness_centrality(graph),
        (x, "closeness_centrality(G, wf_improved=False)"): nx.closeness_centrality(graph, wf_improved=False),
        (x, 'closeness_centrality(G, distance="weight", wf_improved=False)'):
            nx.closeness_centrality(graph, distance="weight", wf_improved=False),
        (x, "harmonic_centrality(G)"): nx.harmonic_centrality(graph),
        # Both to the last digit: the default tolerance shows the first six.
        (x, "pagerank(G, weight=None)"): nx.pagerank(graph, weight=None, tol=1e-14, max_iter=10000),
        (x, "pagerank(G)"): nx.pagerank(graph, tol=1e-14, max_iter=10000),
        (x, "core_number(G)"): nx.core_number(graph),
        (x, "clustering(G)"): nx.clustering(graph),
        (x, "constraint(G)"): nx.constraint(graph),
        (x, 'constraint(G, weight="weight")'): nx.constraint(graph, weight="weight"),
        (x, "effective_size(G)"): nx.effective_size(graph),
    })
    if nx.is_connected(graph):
        vector = nx.eigenvector_centrality_numpy(graph)
        found[x, "eigenvector_centrality_numpy(G)"] = vector
        found[x, 'eigenvector_centrality_numpy(G, weight="weight")'] = nx.eigenvector_centrality_numpy(
            graph, weight="weight")
    if modes is not None:
        own = [a for a in names if modes[a] == 0]
        found.update({
            (x, "bipartite.degree_centrality(G, nodes)"): bipartite.degree_centrality(graph, own),
            (x, "bipartite.closeness_centrality(G, nodes)"): bipartite.closeness_centrality(graph, own),
            (x, "bipartite.betweenness_centrality(G, nodes)"): bipartite.betweenness_centrality(graph, own),
        })
    return found


def compare(folder, actor, view, witnesses, seen):
    global failures, compared
    run = subprocess.run([COMMAND, "measures", "--compare", folder, actor, "--view", view, "--format", "csv"],
                         capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"measures --compare {folder} {actor} failed: {run.stderr}")
    for row in csv.DictReader(io.StringIO(run.stdout)):
        if row["known"] != "compared with it":
            continue
        key = row["program"], row["call"]
        for witness in witnesses:
            if key not in witness:
                continue
            got = float(row["value"]) if row["value"] else math.nan
            want = witness[key][actor]
            seen.add(key)
            compared += 1
            if not (math.isnan(got) and math.isnan(want)) and not abs(got - want) <= 1e-9 * max(1, abs(want)):
                print(f"{folder}: {actor}: {key}: {got!r}, not {want!r}")
                failures += 1
        seen.claim(key)


class Seen(set):
    """The calls with a witness, and all calls that claim one."""
    def __init__(self):
        super().__init__()
        self.claimed = set()

    def claim(self, key):
        self.claimed.add(key)


def networks():
    draw = random.Random(7)
    for size, ties in ((9, 14), (14, 20), (24, 40)):
        actors = [f"a{i:02d}" for i in range(size)]
        pairs = draw.sample([(a, b) for i, a in enumerate(actors) for b in actors[i + 1:]], ties)
        yield f"one{size}", actors, [(*p, draw.choice([1, 2, 5])) for p in pairs], None
    # A tree and a cycle on it hang together, so that every program has an eigenvector.
    actors = [f"a{i:02d}" for i in range(12)]
    pairs = [(actors[i], actors[draw.randrange(i)]) for i in range(1, 12)] + [(actors[0], actors[11])]
    yield "connected", actors, [(*p, draw.choice([1, 3])) for p in {tuple(sorted(p)) for p in pairs}], None
    for own, other, ties in ((7, 4, 12), (12, 6, 30)):
        modes = {**{f"m{i:02d}": 0 for i in range(own)}, **{f"n{i:02d}": 1 for i in range(other)}}
        pairs = draw.sample([(a, b) for a in modes for b in modes if modes[a] < modes[b]], ties)
        tied = {a for p in pairs for a in p}
        actors = [a for a in modes if modes[a] == 1 or a in tied]
        yield f"two{own}", actors, [(*p, 1) for p in pairs], modes


seen = Seen()
for name, actors, ties, modes in networks():
    folder = os.path.join(SCRATCH, name)
    view = write(folder, ties, actors, modes)
    graph = nx.Graph()
    graph.add_nodes_from(actors)
    graph.add_weighted_edges_from(ties)
    witnesses = [of_python(graph, modes), of_r(folder)]
    for actor in actors:
        compare(folder, actor, view, witnesses, seen)
missing = seen.claimed - seen
print(f"{compared} values of {len(seen)} calls compared, {failures} differ")
for program, call in sorted(missing):
    print(f"no witness: {program}: {call}")
sys.exit(1 if failures or missing or compared < 2000 else 0)
