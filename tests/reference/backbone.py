# SPDX-License-Identifier: GPL-2.0-or-later
"""Compares `entente rank --backbone --pairs` with SciPy on random data: backbone.py COMMAND SCRATCH DAVIS

The hypergeometric tail is scipy.stats.hypergeom's. The configuration model is fitted a second way,
actor by actor and not type by type, with scipy.optimize on the likelihood, and what two actors
share is convolved with numpy. Holm and Benjamini-Hochberg follow their papers."""
import csv
import json
import math
import os
import random
import subprocess
import sys

import numpy
from scipy import optimize, special, stats

COMMAND, SCRATCH, DAVIS = sys.argv[1:4]
failures = 0
compared = 0


def pairs(data, model, *options):
    """The command's table of pairs, and how many ties its network has."""
    path = os.path.join(SCRATCH, "pairs.json")
    run = subprocess.run(
        [COMMAND, "rank", data, "--view", "cities", "--backbone", model, "--measure", "degree",
         "--format", "json", "--pairs", path, *options],
        capture_output=True, text=True, encoding="utf-8")
    if run.returncode != 0:
        sys.exit(f"rank {data} failed with {run.returncode}: {run.stderr}")
    with open(path, encoding="utf-8") as file:
        return json.load(file), sum(row["degree"] for row in json.loads(run.stdout)) / 2


def compare(what, got, want, tolerance):
    global failures, compared
    compared += 1
    if not abs(got - want) <= tolerance * max(abs(want), 1e-12):
        print(f"{what}: {got!r}, not {want!r}")
        failures += 1


def fit(matrix, possible):
    """Probabilities with the row and column sums of the matrix, 0 where nothing is possible."""
    rows, columns = matrix.shape
    wanted = numpy.concatenate([matrix.sum(axis=1), matrix.sum(axis=0)])

    def odds(x):
        return numpy.add.outer(x[:rows], x[rows:])

    def cost(x):
        return (possible * numpy.logaddexp(0, odds(x))).sum() - x @ wanted

    def slope(x):
        p = possible * special.expit(odds(x))
        return numpy.concatenate([p.sum(axis=1), p.sum(axis=0)]) - wanted

    def bend(x):
        w = possible * special.expit(odds(x)) * special.expit(-odds(x))
        return numpy.block([[numpy.diag(w.sum(axis=1)), w], [w.T, numpy.diag(w.sum(axis=0))]])

    x = optimize.minimize(cost, numpy.zeros(rows + columns), jac=slope, method="BFGS",
                          options={"maxiter": 200}).x
    for _ in range(25):
        step = numpy.linalg.lstsq(bend(x), slope(x), rcond=1e-12)[0]
        while cost(x - step) > cost(x) + 1e-12 and abs(step).max() > 1e-12:
            step = step / 2
        x = x - step
    return possible * special.expit(odds(x)), abs(slope(x)).max()


def tail(chances, shared):
    distribution = numpy.ones(1)
    for chance in chances:
        distribution = numpy.convolve(distribution, [1 - chance, chance])
    return distribution[shared:].sum()


def corrected(levels, tests):
    order = sorted(levels, key=levels.get)
    holm, bh, running = {}, {}, 0
    for place, pair in enumerate(order):
        running = max(running, (tests - place) * levels[pair])
        holm[pair] = min(1, running)
    running = 1
    for place in reversed(range(len(order))):
        running = min(running, tests / (place + 1) * levels[order[place]])
        bh[order[place]] = running
    return holm, bh


def check(name, data, cities, networks, matrix, possible):
    keep_rows, keep_columns = matrix.any(axis=1), matrix.any(axis=0)
    cities = [c for c, kept in zip(cities, keep_rows) if kept]
    matrix = matrix[keep_rows][:, keep_columns]
    possible = possible[keep_rows][:, keep_columns]
    degree = matrix.sum(axis=1)
    tests = len(cities) * (len(cities) - 1) / 2
    share = matrix @ matrix.T
    for model in "hypergeometric", "sdsm", "sdsm-ec":
        chance = None
        if model != "hypergeometric":
            chance, miss = fit(matrix, possible if model == "sdsm-ec" else numpy.ones(matrix.shape))
            if miss > 1e-9:  # on the border, where the parameters run away; the unit tests go there
                continue
        rows, ties = pairs(data, model, "--correction", "bh", "--alpha", "0.2")
        want, mean = {}, {}
        for i, a in enumerate(cities):
            for j, b in enumerate(cities[:i]):
                shared = int(share[i, j])
                if shared == 0:
                    continue
                pair = min(a, b), max(a, b)
                if chance is None:
                    want[pair] = stats.hypergeom.sf(shared - 1, matrix.shape[1], degree[i], degree[j])
                    mean[pair] = degree[i] * degree[j] / matrix.shape[1]
                else:
                    want[pair] = tail(chance[i] * chance[j], shared)
                    mean[pair] = chance[i] @ chance[j]
        holm, bh = corrected(want, tests)
        if {(r["a"], r["b"]) for r in rows} != set(want):
            sys.exit(f"{name}, {model}: pairs differ")
        for row in rows:
            pair = row["a"], row["b"]
            compare(f"{name}, {model}, {pair}: p", row["p"], want[pair], 1e-8)
            compare(f"{name}, {model}, {pair}: expected", row["expected"], mean[pair], 1e-8)
            compare(f"{name}, {model}, {pair}: p_holm", row["p_holm"], holm[pair], 1e-8)
            compare(f"{name}, {model}, {pair}: p_bh", row["p_bh"], bh[pair], 1e-8)
            if abs(bh[pair] - 0.2) > 1e-9:
                compare(f"{name}, {model}, {pair}: kept", row["kept"], bh[pair] < 0.2, 0)
        compare(f"{name}, {model}: ties", ties, sum(r["kept"] for r in rows), 0)


def write(path, head, rows):
    with open(path, "w", newline="", encoding="utf-8") as file:
        csv.writer(file).writerows([head, *rows])


def check_random(seed):
    draw = random.Random(seed)
    countries = ["KR", "MX", "IE", ""][:2 + seed % 3]
    cities = {f"c{i:02d}": draw.choice(countries) for i in range(draw.randint(5, 22))}
    networks = {f"w{i:02d}": (draw.choice(["national", "global"]), draw.choice(countries))
                for i in range(draw.randint(3, 14))}
    closed = {w: c for w, (scope, c) in networks.items() if scope == "national" and c}
    density = draw.choice([0.2, 0.4, 0.6])
    ties = [(c, w) for c in cities for w in networks
            if (w not in closed or cities[c] in ("", closed[w])) and draw.random() < density]
    data = os.path.join(SCRATCH, f"backbone-{seed}")
    os.mkdir(data)
    write(os.path.join(data, "cities.csv"), ["id", "name", "country"],
          [[c, c, country] for c, country in cities.items()])
    write(os.path.join(data, "networks.csv"), ["id", "name", "scope", "country"],
          [[w, w, scope, country] for w, (scope, country) in networks.items()])
    write(os.path.join(data, "memberships.csv"), ["member", "network"], ties)
    tied = set(ties)
    matrix = numpy.array([[(c, w) in tied for w in networks] for c in cities], dtype=float)
    possible = numpy.array([[w not in closed or cities[c] in ("", closed[w]) for w in networks]
                            for c in cities], dtype=float)
    check(f"data {seed}", data, list(cities), list(networks), matrix, possible)


def check_davis():
    with open(os.path.join(DAVIS, "memberships.csv"), encoding="utf-8") as file:
        ties = {(row["member"], row["network"]) for row in csv.DictReader(file)}
    women = sorted({a for a, _ in ties})
    events = sorted({b for _, b in ties})
    matrix = numpy.array([[(a, b) in ties for b in events] for a in women], dtype=float)
    check("Davis", DAVIS, women, events, matrix, numpy.ones(matrix.shape))


check_davis()
for number in range(1, 41):
    check_random(number)
print(f"{compared} values compared, {failures} differ")
sys.exit(1 if failures or compared < 5000 else 0)
