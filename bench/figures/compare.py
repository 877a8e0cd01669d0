#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws the same networks by Entente and by others, measures them alike and times them.

usage: compare.py COMMAND OUT [--runs N] [--only DATA]
"""
import argparse
import csv
import json
import os
import re
import statistics
import subprocess
import sys

import measure

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path.insert(1, os.path.dirname(HERE))
from process import Run  # noqa: E402  (it stands a folder above)

WIDTH, HEIGHT, TYPE = 170, 150, 6.6  # the page of --preset report, mm; type in points
POINTS = 72 / 25.4
PATIENCE = 60  # seconds; what takes longer is stopped
MANY = 2000  # above so many actors nobody names all: the others draw none of the names
TWINS = "source=city1+country1,target=city2+country2"
# Name, what is drawn, options. Hubs and pendants are drawn in full and planned and disputed ties
# are ties, as the others know none of these.
DOUBTFUL = ["--include", "planned,disputed"]
SHIPPED = [
    ("florentine", "florentine", []),
    ("davis", "davis", ["--view", "affiliations"]),
    ("karate", "karate", []),
    ("les-miserables", "les-miserables", []),
    ("learning-cities, agreements", "learning-cities", ["--view", "agreements", *DOUBTFUL]),
    ("learning-cities, whole", "learning-cities", ["--hub", "gnlc", *DOUBTFUL]),
]


def call(command, **options):
    return subprocess.run(command, check=True, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, **options).stdout


def read(file):
    with open(file, encoding="utf-8", newline="") as rows:
        return list(csv.DictReader(rows))


class Network:
    """What all draw: Entente's data and options, and actors and ties as tables for the others."""

    def __init__(self, name, data, options, out):
        self.name, self.data, self.options = name, data, options
        self.folder = os.path.join(out, re.sub(r"[^a-z0-9]+", "-", name.lower()))
        os.makedirs(self.folder, exist_ok=True)
        self.nodes, self.ties = (os.path.join(self.folder, n) for n in ("nodes.csv", "ties.csv"))

    def read(self, entente, pairs):
        """`pairs` gives the ties; the actors are those that Entente ranks in the view."""
        options = [o for o in self.options if o not in ("--hub", "gnlc")]
        ranked = csv.DictReader(call(
            [entente, "rank", self.data, *options, "-q", "--format", "csv", "--measure",
             "degree"]).splitlines())
        self.label = {row["id"]: row["name"] for row in ranked}
        self.pairs = sorted({tuple(sorted(pair)) for pair in pairs
                             if set(pair) <= set(self.label) and pair[0] != pair[1]})
        named = len(self.label) <= MANY
        with open(self.nodes, "w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(["id", "label"])
            rows.writerows([key, text if named else ""] for key, text in self.label.items())
        with open(self.ties, "w", encoding="utf-8", newline="") as out:
            rows = csv.writer(out, lineterminator="\n")
            rows.writerow(["source", "target"])
            rows.writerows(self.pairs)
        self.write_dot(named)
        return self

    def write_dot(self, named):
        """As graphviz users do: overlaps removed, everything else left to it."""
        def quoted(text):
            return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

        with open(os.path.join(self.folder, "network.dot"), "w", encoding="utf-8") as out:
            out.write(f'graph {{ size="{WIDTH / 25.4:.3f},{HEIGHT / 25.4:.3f}!" overlap=false\n'
                      f'node [fontsize={TYPE} margin="0.03,0.02" width=0.1 height=0.1]\n')
            for key, text in self.label.items():
                out.write(f"{quoted(key)} [label={quoted(text if named else '')}]\n")
            for a, b in self.pairs:
                out.write(f"{quoted(a)} -- {quoted(b)}\n")
            out.write("}\n")


def shipped_pairs(entente, data, options, folder):
    """The ties that count in a view, from the table of a report."""
    view = options[1] if "--view" in options else "whole"
    kinds = {"affiliations": {"membership"}, "agreements": {"agreement"}}.get(view)
    report = os.path.join(folder, "report")
    include = options[options.index("--include") :] if "--include" in options else []
    call([entente, "report", data, "-o", report, "-q", "--runs", "1", "--draws", "1", *include])
    for row in read(os.path.join(report, "ties.csv")):
        if row["counts"] != "yes" or (kinds and row["kind"] not in kinds):
            continue
        parties = row["parties"].split(";")
        yield from ((a, b) for i, a in enumerate(parties) for b in parties[i + 1:])


def networks(entente, out, only):
    """The data sets, one by one."""
    def wanted(name):
        return only is None or only in name

    for name, data, options in SHIPPED:
        if wanted(name):
            path = os.path.join(TOP, "datasets", data)
            net = Network(name, path, options, out)
            yield net.read(entente, shipped_pairs(entente, path, options, net.folder))
    twins = os.environ.get("ENTENTE_TWINCITIES")
    for name, country in ("twincities, South Korea", "South Korea"), ("twincities, whole", None):
        if twins and wanted(name):
            rows = [row for row in read(twins)
                    if country in (None, row["country1"], row["country2"])]
            net = Network(name, "", ["--map", TWINS, "--keep-going"], out)
            net.data = os.path.join(net.folder, "part.csv")
            with open(net.data, "w", encoding="utf-8", newline="") as file:
                part = csv.DictWriter(file, rows[0].keys(), lineterminator="\n")
                part.writeheader()
                part.writerows(rows)
            ends = ((f"{r['city1']}, {r['country1']}", f"{r['city2']}, {r['country2']}")
                    for r in rows)
            yield net.read(entente, ends)
    if wanted("M"):
        net = Network("M", os.path.join(out, "m", "data"), ["--view", "agreements"], out)
        call([sys.executable, os.path.join(TOP, "bench", "generate.py"), "M", net.data])
        ties = read(os.path.join(net.data, "agreements.csv"))
        yield net.read(entente, [(row["party_a"], row["party_b"]) for row in ties])


# Each program: the command that draws, and what reads where it put everything.


def entente_command(net, entente, figure):
    return [entente, "draw", net.data, *net.options, "--preset", "report", "--pendants", "all",
            "-q", "-o", figure]


def entente_places(net, entente, figure):
    scene_file = figure + ".json"
    call([*entente_command(net, entente, figure), "--scene", scene_file])
    with open(scene_file, encoding="utf-8") as file:
        scene = json.load(file)
    nodes = {}
    for item in scene["items"]:
        actor = item.get("actor")
        if not actor:
            continue
        if item["shape"] == "text":
            size, left, wide = item["size"], item["box"][0], item["box"][2]
            line = [left, item["at"][1] - 0.8 * size, wide, size]
            nodes[actor].setdefault("label", []).append(line)
        elif actor not in nodes and item["shape"] == "circle":
            nodes[actor] = {"id": actor, "at": item["center"], "radius": [item["radius"]] * 2}
        elif actor not in nodes and item.get("closed"):
            corner = item["runs"][0]
            at = [sum(c[i] for c in corner) / len(corner) for i in (0, 1)]
            reach = [max(abs(c[i] - at[i]) for c in corner) for i in (0, 1)]
            nodes[actor] = {"id": actor, "at": at, "radius": reach}
    return {"type": TYPE, "nodes": list(nodes.values())}


def graphviz_command(program):
    def command(net, _, figure):
        return [program, "-Tsvg", os.path.join(net.folder, "network.dot"), "-o", figure]

    return command


def graphviz_places(program):
    def places(net, _, figure):
        dot = os.path.join(net.folder, "network.dot")
        drawn = json.loads(call([program, "-Tjson", dot], timeout=4 * PATIENCE))
        with open(figure, encoding="utf-8") as file:
            text = file.read()
        scale = float(re.search(r"scale\(([0-9.]+)", text).group(1))
        size = [float(x) for x in re.search(r'width="(\d+)pt" height="(\d+)pt"', text).groups()]
        bounds = [float(x) for x in drawn["bb"].split(",")]
        nodes = []
        for item in drawn["objects"]:
            x, y = (float(v) for v in item["pos"].split(","))
            at = [(x - bounds[0] + 4) * scale, (bounds[3] - y + 4) * scale]
            reach = [float(item[side]) * 36 * scale for side in ("width", "height")]
            wide = sum(op["width"] for op in item.get("_ldraw_", []) if op["op"] == "T") * scale
            nodes.append({"id": item["name"], "at": at, "radius": reach})
            if item["label"]:
                nodes[-1]["label"] = [at[0] - wide / 2, at[1] - TYPE * scale / 2, wide,
                                      TYPE * scale]
        return {"type": TYPE * scale, "nodes": nodes, "page": size}

    return places


def script_command(*program):
    def command(net, _, figure, *places):
        return [*program, net.nodes, net.ties, figure, f"{WIDTH / 25.4:.4f}",
                f"{HEIGHT / 25.4:.4f}", str(TYPE), *places]

    return command


def script_places(command):
    def places(net, entente, figure):
        file = figure + ".json"
        call(command(net, entente, figure, file), timeout=4 * PATIENCE)
        with open(file, encoding="utf-8") as written:
            return json.load(written)

    return places


def programs():
    """(name, file, command, places, most actors) of those that are installed."""
    here = [("Entente", "entente", entente_command, entente_places)]
    for program in "neato", "sfdp":
        here.append((f"graphviz {program}", program, graphviz_command(program),
                     graphviz_places(program)))
    for layout, name in ("fr", "R igraph FR"), ("kk", "R igraph KK"):
        command = script_command("Rscript", "--vanilla", os.path.join(HERE, "igraph.R"), layout)
        here.append((name, f"igraph-{layout}", command, script_places(command)))
    for layout in "spring", "kamada":
        command = script_command(sys.executable, os.path.join(HERE, "networkx_figure.py"), layout)
        here.append((f"NetworkX {layout}", f"networkx-{layout}", command, script_places(command)))
    return here


def compare(net, entente, runs):
    """One row a program; runs are interleaved, so that a busy machine is busy for all."""
    seconds, failed = {}, {}
    for _ in range(runs):
        for name, file, command, _ in programs():
            figure = os.path.join(net.folder, file + ".svg")
            if name not in failed:
                log = os.path.join(net.folder, "log")
                run = Run(command(net, entente, figure), log, PATIENCE)
                seconds.setdefault(name, []).append(run.wall)
                if run.failed:
                    failed[name] = run.failed
    for name, file, _, places in programs():
        figure = os.path.join(net.folder, file + ".svg")
        row = {"data": net.name, "program": name, "failed": failed.get(name),
               "actors": len(net.label), "ties": len(net.pairs)}
        if not row["failed"]:
            found = places(net, entente, figure)
            page = found.get("page", [WIDTH * POINTS, HEIGHT * POINTS])
            row.update(measure.measure(found, net.pairs, *page))
            row.update(seconds=statistics.median(seconds[name]), bytes=os.path.getsize(figure))
        yield row


def summary(rows):
    """Entente against the best of the others, a row a data set."""
    yield ("| data | stress | best of the others | | labels that overlap or lie on marks | fewest "
           "of the others | clipped | fewest of the others | seconds |\n|" + "---|" * 9)
    done = [row for row in rows if not row["failed"]]
    for own in done:
        rest = [r for r in done if r["data"] == own["data"] and r["program"] != "Entente"]
        if own["program"] != "Entente" or not rest:
            continue
        best = min(rest, key=lambda row: row["stress"])
        yield (f"| {own['data']} | {own['stress']:.3f} | {best['stress']:.3f} "
               f"({best['program']}) | {100 * (own['stress'] / best['stress'] - 1):+.0f} % | "
               f"{own['overlaps'] + own['covered']:,} | "
               f"{min(row['overlaps'] + row['covered'] for row in rest):,} | "
               f"{own['clipped']:,} | {min(row['clipped'] for row in rest):,} | "
               f"{own['seconds']:.2f} |")


def table(rows):
    """The rows as Markdown, a table a data set."""
    data = None
    for row in rows:
        if row["data"] != data:
            data = row["data"]
            yield (f"\n### {data}: {row['actors']:,} actors, {row['ties']:,} ties\n\n"
                   "| program | stress | crossings | labels that overlap | labels on marks | "
                   "clipped | named | type, pt | seconds | SVG, KB |\n|" + "---|" * 10)
        if row["failed"]:
            yield f"| {row['program']} | {row['failed']} |" + " |" * 8
        else:
            yield (f"| {row['program']} | {row['stress']:.3f} | {row['crossings']:,} | "
                   f"{row['overlaps']:,} | {row['covered']:,} | {row['clipped']:,} | "
                   f"{row['named']:,} | {row['type']:.1f} | {row['seconds']:.2f} | "
                   f"{row['bytes'] / 1000:,.0f} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    parser.add_argument("command")
    parser.add_argument("out")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--only", help="data sets whose names hold this")
    given = parser.parse_args()
    os.makedirs(given.out, exist_ok=True)
    entente = os.path.realpath(given.command)
    rows = []
    results = os.path.join(given.out, "results.md")
    for net in networks(entente, given.out, given.only):
        runs = given.runs if len(net.label) <= MANY else min(given.runs, 3)
        for row in compare(net, entente, runs):
            rows.append(row)
            print(json.dumps(row), file=sys.stderr, flush=True)
        with open(results, "w", encoding="utf-8") as out:
            out.write("\n".join([*summary(rows), *table(rows)]) + "\n")


if __name__ == "__main__":
    main()
