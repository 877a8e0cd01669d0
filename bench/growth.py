#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws how times and memory grow with the network, from all sizes in a folder: growth.py OUT"""
import json
import os
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

# Okabe and Ito's colours, by program, and marks for those who do not see them.
LOOKS = {"Entente": ("#000000", "o"), "C on igraph": ("#E69F00", "s"),
         "python-igraph": ("#0072B2", "^"), "R igraph": ("#009E73", "D"),
         "graph-tool": ("#CC79A7", "v"), "NetworkX": ("#D55E00", "X")}
PANELS = {"tables to network": "s", "closeness and harmonic": "s", "betweenness": "s",
          "Leiden": "s", "layout": "s", "peak memory": "MiB"}
JOBS = ["whole", "wide", "pairs"]


def points(out, quantity):
    """By program: ties, median, lowest, highest, and whether it is from a sample."""
    found = {}
    for size in "S", "M", "L", "XL":
        path = os.path.join(out, size, "results.json")
        if not os.path.exists(path):
            continue
        with open(path, encoding="utf-8") as told:
            told = json.load(told)
        ties = next(iter(told["found"].values()))["Entente"]["ties"]
        for program in LOOKS:
            rows = [row for job in JOBS for row in told["rows"]
                    if (row["job"], row["quantity"], row["program"]) == (job, quantity, program)]
            if rows and not (quantity == "peak memory" and rows[0]["job"] == "pairs"):
                row = rows[0]
                found.setdefault(program, []).append(
                    (ties, row["median"], row["low"], row["high"], row["sample"]))
    return found


def panel(axes, name, unit, found):
    for program, at in found.items():
        color, mark = LOOKS[program]
        ties, median, low, high, sample = zip(*at)
        axes.errorbar(ties, median, [[m - l for m, l in zip(median, low)],
                                     [h - m for m, h in zip(median, high)]],
                      color=color, linewidth=2 if program == "Entente" else 1, capsize=2)
        for x, y, part in zip(ties, median, sample):
            axes.plot(x, y, mark, color=color, markersize=5,
                      markerfacecolor="white" if part else color)
    axes.set(xscale="log", yscale="log", title=f"{name}, {unit}", xlabel="ties")
    axes.grid(alpha=0.3, linewidth=0.5)
    axes.spines[["top", "right"]].set_visible(False)


def main(out):
    pyplot.rcParams.update({"font.size": 8, "axes.titlesize": 9, "svg.hashsalt": "entente",
                            "svg.fonttype": "none", "font.family": "DejaVu Sans"})
    figure, grid = pyplot.subplots(2, 3, figsize=(9, 5.6))
    for axes, (name, unit) in zip(grid.flat, PANELS.items()):
        panel(axes, name, unit, points(out, name))
    handles = [matplotlib.lines.Line2D([], [], color=color, marker=mark, markersize=5, label=name,
                                       linewidth=2 if name == "Entente" else 1)
               for name, (color, mark) in LOOKS.items()]
    handles.append(matplotlib.lines.Line2D([], [], color="black", marker="o", linewidth=0,
                                           markerfacecolor="white", label="from a sample"))
    figure.legend(handles=handles, loc="lower center", ncols=7, frameon=False)
    figure.tight_layout(rect=(0, 0.06, 1, 1))
    figure.savefig(os.path.join(out, "growth.svg"), metadata={"Date": None})


if __name__ == "__main__":
    main(sys.argv[1])
