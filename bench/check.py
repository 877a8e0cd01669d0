#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Whether all did the same job: holds the results of a job against each other.

usage: check.py DATA OWN=FOLDER NAME=FOLDER... [--pairs] [--stress]

Each folder has a result.csv (and places.csv). Whole numbers must be equal, others agree to 1e-9 of
the largest in their column, and modularity be within 0.03 (of Leiden) or 0.06 (of Louvain, by which
single climbs differ on L) of the best. Prints what was found as JSON; a difference is exit code 1. --pairs: the first has betweenness and closeness of all, whose
sums must fit. --stress: the stress of the places.
"""
import csv
import json
import os
import sys

import numpy as np
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import connected_components

HERE = os.path.dirname(os.path.abspath(__file__))
EXACT = ["memberships", "degree", "coreness"]
CLOSE = ["closeness", "harmonic", "betweenness", "pagerank", "eigenvector"]
OWN_NAMES = {"closeness_component": "closeness", "closeness_harmonic": "harmonic"}
NEAR = 1e-9
LESS = {"louvain": 0.06, "leiden": 0.03}


def read(path):
    """The ids, and the other columns as numbers; an empty cell is NaN."""
    with open(path, encoding="utf-8", newline="") as table:
        rows = csv.reader(table)
        header = next(rows)
        wanted = [i for i, name in enumerate(header) if name not in ("id", "name", "country")]
        ids, values = [], []
        for row in rows:
            ids.append(row[header.index("id")])
            values.append([float(row[i] or "nan") for i in wanted])
    table = np.array(values).reshape(-1, len(wanted))
    return ids, {OWN_NAMES.get(header[i], header[i]): table[:, k] for k, i in enumerate(wanted)}


class Network:
    """The agreements as pairs of numbers, in order of the ids of the first result."""

    def __init__(self, data, ids):
        self.number = {key: i for i, key in enumerate(ids)}
        with open(os.path.join(data, "agreements.csv"), encoding="utf-8", newline="") as table:
            rows = csv.reader(table)
            next(rows)
            ties = np.array([[self.number[row[0]], self.number[row[1]]] for row in rows])
        ties = np.sort(ties.reshape(-1, 2), axis=1)
        self.ties = np.unique(ties[ties[:, 0] != ties[:, 1]], axis=0)
        self.degree = np.bincount(self.ties.ravel(), minlength=len(ids))

    def modularity(self, group):
        group = np.unique(group, return_inverse=True)[1]
        a, b = group[self.ties.T]
        total = np.bincount(group, self.degree)
        return float((a == b).mean() - ((total / (2 * len(self.ties))) ** 2).sum())

    def components(self):
        count = len(self.degree)
        graph = csr_matrix((np.ones(len(self.ties)), self.ties.T), (count, count))
        return connected_components(graph, directed=False)[1]


def in_order(network, ids, columns):
    """The columns in the network's order; None when the actors are not the same."""
    if len(ids) != len(network.number) or not all(key in network.number for key in ids):
        return None
    at = np.array([network.number[key] for key in ids])
    if len(np.unique(at)) != len(at):
        return None
    return {name: column[np.argsort(at)] for name, column in columns.items()}


def compare(own, other):
    """By column, how far the two are apart, and which differ."""
    apart, wrong = {}, []
    for name in EXACT + CLOSE:
        if name not in own or name not in other:
            continue
        known = np.isfinite(other[name])
        if not known.any() or (name == "betweenness" and not np.isfinite(other["closeness"]).all()):
            continue  # of a sample of sources: no number of its own
        scale = np.abs(own[name]).max() or 1.0
        difference = np.abs(own[name] - other[name])[known]
        apart[name] = float(np.nan_to_num(difference, nan=np.inf).max() / scale)
        if apart[name] > (0 if name in EXACT else NEAR):
            wrong.append(name)
    return apart, wrong


def sums_fit(network, own):
    """All betweenness adds up to the actors between the ends of all pairs: distances less 1."""
    size = np.bincount(network.components())[network.components()] - 1.0
    far = np.where(size > 0, size / np.where(size > 0, own["closeness"], 1), 0).sum() / 2
    inner = far - size.sum() / 2
    return abs(own["betweenness"].sum() - inner) / max(inner, 1)


def stress(network, folder):
    sys.path.insert(0, os.path.join(HERE, "figures"))
    import measure

    ids, axes = read(os.path.join(folder, "places.csv"))
    places = in_order(network, ids, axes)
    return float(measure.stress(np.stack([places["x"], places["y"]], axis=1), network.ties))


def main(data, folders, options):
    found, faults, own, network = {}, [], None, None
    for name, folder in folders:
        ids, columns = read(os.path.join(folder, "result.csv"))
        if own is None:
            network = Network(data, ids)
        columns = in_order(network, ids, columns)
        if columns is None:
            faults.append(f"{name}: other actors")
            continue
        own = own or columns
        apart, wrong = compare(own, columns)
        faults += [f"{name}: {column} differs by {apart[column]:.1e}" for column in wrong]
        told = {"actors": len(ids), "ties": len(network.ties), "apart": apart}
        for method in LESS:
            if method in columns and np.isfinite(columns[method]).all():
                told[method] = network.modularity(columns[method].astype(int))
        found[name] = told
    for method in LESS:
        best = max((told[method] for told in found.values() if method in told), default=0)
        faults += [f"{name}: {method} reaches {told[method]:.4f}, the best {best:.4f}"
                   for name, told in found.items()
                   if told.get(method, best) < best - LESS[method]]
    if "--pairs" in options:
        found[folders[0][0]]["sums"] = sums_fit(network, own)
        if found[folders[0][0]]["sums"] > NEAR:
            faults.append("betweenness does not add up to the distances")
    if "--stress" in options:
        for name, folder in folders:
            if os.path.exists(os.path.join(folder, "places.csv")):
                found[name]["stress"] = stress(network, folder)
    print(json.dumps({"found": found, "faults": faults}))
    return 1 if faults else 0


if __name__ == "__main__":
    arguments = [word.split("=", 1) for word in sys.argv[2:] if not word.startswith("--")]
    sys.exit(main(sys.argv[1], arguments, [w for w in sys.argv[2:] if w.startswith("--")]))
