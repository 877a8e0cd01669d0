# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares `entente draw --ties backbone` with the definition of Nocaj, Ortmann and Brandes (2015)
on random networks: simmel.py COMMAND SCRATCH

Cycles of four are listed one by one, numbers are fractions, neighbours up to a rank are sets, and
a tie is of some maximum spanning forest if its ends do not hang together by stronger ones."""
import itertools
import os
import random
import re
import subprocess
import sys
from fractions import Fraction

COMMAND, SCRATCH = sys.argv[1:3]
KEPT = 4  # ties an actor


def cycles(near, edges):
    """In how many cycles of four each tie is."""
    count = dict.fromkeys(edges, 0)
    for u, v in edges:
        for x in near[v] - {u}:
            count[u, v] += len((near[x] & near[u]) - {u, v})
    return count


def embeddedness(near, edges):
    count = cycles(near, edges)
    total = {u: sum(count[min(u, v), max(u, v)] for v in near[u]) for u in near}
    return {(u, v): Fraction(count[u, v] ** 2, total[u] * total[v] or 1)
            for u, v in edges}


def overlap(near, edges):
    weight = embeddedness(near, edges)

    def upto(u):
        """The neighbours up to each rank."""
        of = {v: weight[min(u, v), max(u, v)] for v in near[u]}
        return [{v for v in of if of[v] >= least} for least in sorted(set(of.values()), reverse=True)]

    prefixes = {u: upto(u) for u in near}
    result = {}
    for u, v in edges:
        best = Fraction(0)
        for a, b in itertools.zip_longest(prefixes[u], prefixes[v]):
            a = prefixes[u][-1] if a is None else a
            b = prefixes[v][-1] if b is None else b
            best = max(best, Fraction(len(a & b), len(a | b)))
        result[u, v] = best
    return result if any(result.values()) else weight


def hang_together(u, v, edges):
    reached, new = {u}, {u}
    while new:
        new = {x for edge in edges for x in edge if edge[0] in new or edge[1] in new} - reached
        reached |= new
    return v in reached


def backbone(edges):
    near = {}
    for u, v in edges:
        near.setdefault(u, set()).add(v)
        near.setdefault(v, set()).add(u)
    weight = overlap(near, edges)
    ranked = sorted(weight.values(), reverse=True)
    wanted = KEPT * len(near)
    least = ranked[wanted - 1] if wanted <= len(ranked) else 0
    return [i for i, edge in enumerate(edges)
            if 0 < weight[edge] >= least or
            not hang_together(*edge, [other for other in edges if weight[other] > weight[edge]])]


def drawn(edges):
    with open(os.path.join(SCRATCH, "edges.csv"), "w", encoding="utf-8") as file:
        file.write("Source,Target\n")
        file.writelines(f"n{u:03},n{v:03}\n" for u, v in edges)
    figure = os.path.join(SCRATCH, "figure.svg")
    subprocess.run([COMMAND, "draw", os.path.join(SCRATCH, "edges.csv"), "--ties", "backbone", "-q", "-o",
                    figure], check=True)
    with open(figure, encoding="utf-8") as file:
        svg = file.read()
    hidden = re.search(r"is drawn; ([\d,]+) of ", svg)
    kept = sorted(int(tie) for tie in re.findall(r' id="force-whole-t(\d+)"', svg))
    return kept, int(hidden.group(1).replace(",", "")) if hidden else 0


def networks():
    rng = random.Random(11)
    for trial in range(12):
        size, blocks = 12 + 2 * trial, 1 + trial % 3
        yield f"blocks {trial}", [
            (u, v) for u, v in itertools.combinations(range(size), 2)
            if rng.random() < (0.85 if u % blocks == v % blocks else 0.3)]
    yield "two modes", [(u, 20 + v) for u in range(20) for v in range(20) if rng.random() < 0.6]
    yield "clique", list(itertools.combinations(range(14), 2))
    yield "tree", [(v // 2, v) for v in range(1, 20)]


failures = thinned = 0
for name, edges in networks():
    want = backbone(edges)
    got, hidden = drawn(edges)
    thinned += hidden > 0
    if got != want or hidden != len(edges) - len(want):
        failures += 1
        print(f"{name}: draws {len(got)} of {len(edges)} ties, {hidden} said to be hidden; {len(want)} are right")
if thinned < 8:
    failures += 1
    print(f"only {thinned} networks were thinned")
sys.exit(1 if failures else 0)
