# SPDX-License-Identifier: GPL-2.0-or-later
"""Random networks divided by the command and by a column: every number of `groups --against` once
more, pair by pair, and modularity by NetworkX. usage: partitions.py COMMAND SCRATCH"""
import itertools
import json
import math
import os
import random
import subprocess
import sys

# A file beside this one bears the name of the package; this folder must not come first.
sys.path = [p for p in sys.path
            if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import networkx

command, scratch = sys.argv[1:3]
bad = 0


def near(got, want, what):
    global bad
    if want is None and got is None:
        return
    if want is None or got is None or abs(got - want) > 1e-9 * max(1, abs(want)):
        print(f"{what}: {got}, not {want}")
        bad += 1


def entropy(parts, count):
    return -sum(len(p) / count * math.log(len(p) / count) for p in parts)


def agreement(one, other):
    """VI, NMI (mean of the entropies), adjusted Rand and Rand of two labellings."""
    count = len(one)

    def parts(label):
        return [[v for v in label if label[v] == value] for value in sorted(set(label.values()))]

    mutual = 0
    for p, q in itertools.product(parts(one), parts(other)):
        both = len(set(p) & set(q))
        if both:
            mutual += both / count * math.log(both * count / len(p) / len(q))
    h = entropy(parts(one), count), entropy(parts(other), count)
    pairs = list(itertools.combinations(sorted(one), 2))
    same = [(one[a] == one[b], other[a] == other[b]) for a, b in pairs]
    both = sum(x and y for x, y in same)
    first, second = sum(x for x, _ in same), sum(y for _, y in same)
    expected = first * second / len(pairs)
    most = (first + second) / 2
    return (sum(h) - 2 * mutual, 2 * mutual / sum(h) if sum(h) else 1,
            (both - expected) / (most - expected) if most != expected else 1,
            sum(x == y for x, y in same) / len(pairs))


def run(folder, *words):
    out = subprocess.run([command, "groups", folder, "--format", "json", "--quiet", *words],
                         check=True, capture_output=True, text=True).stdout
    return json.loads(out)


def check(seed):
    draw = random.Random(seed)
    actors = [f"v{i:02}" for i in range(draw.randint(3, 30))]
    graph = networkx.Graph()
    graph.add_nodes_from(actors)
    share = draw.uniform(0.02, 0.5)
    graph.add_edges_from(p for p in itertools.combinations(actors, 2) if draw.random() < share)
    values = draw.randint(1, 5)
    kind = {v: f"k{draw.randrange(values)}" for v in actors}
    folder = os.path.join(scratch, str(seed))
    os.makedirs(folder)
    with open(os.path.join(folder, "nodes.csv"), "w", encoding="utf-8") as file:
        file.write("Id,Label,sort\n" + "".join(f"{v},{v},{kind[v]}\n" for v in actors))
    with open(os.path.join(folder, "edges.csv"), "w", encoding="utf-8") as file:
        file.write("Source,Target\n" + "".join(f"{a},{b}\n" for a, b in graph.edges))
    got = run(folder, "--against", "sort", "--runs", "5")
    found = {v: g["id"] for g in got["groups"] for v in g["members"]}
    with_ = got["comparison"]
    want = agreement(found, kind)
    near(with_["variation_of_information"], want[0], f"{seed}: VI")
    near(with_["normalised_mutual_information"], want[1], f"{seed}: NMI")
    near(with_["adjusted_rand"], want[2], f"{seed}: adjusted Rand")
    near(with_["rand"], want[3], f"{seed}: Rand")
    near(sum(row["actors"] for row in with_["table"]), len(actors), f"{seed}: cells")
    for row in with_["table"]:
        near(row["actors"], sum(str(found[v]) == row["group"] and kind[v] == row["other"]
                                for v in actors), f"{seed}: cell")
    if graph.number_of_edges() == 0:
        near(got["modularity"], None, f"{seed}: modularity without ties")
        near(with_["ei"], None, f"{seed}: E-I without ties")
        return

    def modularity(label):
        return networkx.community.modularity(
            graph, [{v for v in actors if label[v] == value} for value in set(label.values())])

    near(got["modularity"], modularity(found), f"{seed}: modularity found")
    near(with_["modularity"], modularity(kind), f"{seed}: modularity given")
    external = sum(kind[a] != kind[b] for a, b in graph.edges)
    near(with_["ei"], (2 * external - graph.number_of_edges()) / graph.number_of_edges(),
         f"{seed}: E-I")


for seed in range(40):
    check(seed)
sys.exit(bad > 0)
