#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Runs Entente and its peers in turn on generated data and writes tables of ratios.

usage: compare.py SIZE OUT COMMAND JOBS [--runs N] [--patience S] [--publish]

COMMAND is the command, JOBS the folder of job_entente and the others.
"""
import argparse
import csv
import json
import os
import shutil
import statistics
import subprocess
import sys
import time

import tables
from process import Run

HERE = os.path.dirname(os.path.abspath(__file__))
TABLES = ["agreements.csv", "cities.csv", "memberships.csv", "networks.csv"]
OWN = "Entente"
OWN_PATIENCE = 3600  # seconds; without Entente there is nothing to compare
ENOUGH = 30  # seconds that a program may take of a job before it gets no further round
RUNS = {"S": 9, "M": 5, "L": 3, "XL": 2}
JOBS = {"S": ["whole", "start"], "M": ["whole", "picture"], "L": ["wide", "pairs", "picture"],
        "XL": ["wide"]}
SOURCES = {"S": 50, "M": 100, "L": 100, "XL": 10}
KERNEL_SOURCES = {"L": 1024}
# Programs that know a job and the Debian packages they come in; Entente knows all jobs.
PEERS = {
    "C on igraph": (["whole", "wide", "pairs", "picture"], "libigraph-dev", None),
    "python-igraph": (["whole", "wide"], "python3-igraph and python3-cairo",
                      "import igraph, cairo"),
    "R igraph": (["whole", "wide"], "r-base-core and r-cran-igraph", None),
    "graph-tool": (["whole", "wide"], "python3-graph-tool, python3-gi-cairo and gir1.2-gtk-3.0",
                   "import graph_tool.draw as d; d.graph_draw"),
    "NetworkX": (["whole", "wide"], "python3-networkx and python3-matplotlib",
                 "import networkx, matplotlib, scipy"),
}
SCRIPTS = {"python-igraph": "python_igraph.py", "graph-tool": "graph_tool_job.py",
           "NetworkX": "networkx_job.py"}
# What is compared of a run: phases that are added up. Those with one of "layout" and "compose" are
# the layout that a drawing starts from, alone or within it.
PHASES = {
    "tables to network": ["read", "build"],
    "closeness and harmonic": ["closeness+harmonic", "closeness", "harmonic"],
    "betweenness": ["betweenness"],
    "degree, PageRank, eigenvector, coreness": ["degree", "pagerank", "eigenvector", "coreness"],
    "Louvain": ["louvain"],
    "Leiden": ["leiden"],
    "result table": ["write"],
    "layout": ["layout alone", "layout"],
    "layout and drawing": ["compose", "layout", "draw"],
}
LEFT_OUT = {"XL": {"NetworkX": "left out, as it would need some gigabytes and minutes"}}
SAMPLED = ["closeness and harmonic", "betweenness"]


class Bench:
    def __init__(self, given):
        self.size, self.entente, self.jobs = given.size, given.command, given.jobs
        self.runs, self.patience = given.runs or RUNS[given.size], given.patience
        self.out = os.path.join(given.out, given.size)
        self.data = os.path.join(self.out, "data")
        self.threads = len(os.sched_getaffinity(0))
        self.rows = []  # job, round, program, beside which peer, quantity, value
        self.remarks, self.found = {}, {}  # by job: programs that failed; what check.py found

    def generate(self):
        script = os.path.join(HERE, "generate.py")
        subprocess.run([sys.executable, "-B", script, self.size, self.data], check=True)
        self.bytes = sum(os.path.getsize(os.path.join(self.data, name)) for name in TABLES)

    def folder(self, job, program):
        path = os.path.join(self.out, job, program.lower().replace(" ", "-"))
        os.makedirs(path, exist_ok=True)
        return path

    def command(self, job, program):
        given = [job, self.data, self.folder(job, program)]
        if program == OWN:
            return [os.path.join(self.jobs, "job_entente"), *given, str(self.threads)]
        if program == "C on igraph":
            return [os.path.join(self.jobs, "job_igraph"), *given, str(SOURCES[self.size])]
        if program == "R igraph":
            return ["Rscript", "--vanilla", os.path.join(HERE, "jobs", "igraph.R"), *given]
        return [sys.executable, "-B", os.path.join(HERE, "jobs", SCRIPTS[program]), *given]

    def starts(self):
        """The job `start`: whole processes that do little, so that their start counts."""
        report = os.path.join(self.folder("start", OWN), "report")
        commands = {
            OWN: [self.entente, "rank", self.data, "--view", "agreements", "-q", "--format", "csv"],
            "entente report": [self.entente, "report", self.data, "-q", "-o", report],
            "python3 -c pass": [sys.executable, "-c", "pass"]}
        for module in "igraph", "networkx, matplotlib.pyplot":
            commands[f"import {module}"] = [sys.executable, "-c", f"import {module}"]
        if shutil.which("Rscript"):
            commands["R: library(igraph)"] = ["Rscript", "--vanilla", "-e", "library(igraph)"]
        return commands

    def run(self, job, program, command=None):
        log = os.path.join(self.folder(job, OWN if command else program), "log")
        patience = OWN_PATIENCE if program == OWN else self.patience
        run = Run(command or self.command(job, program), log, patience)
        if program == OWN and job == "whole" and not run.failed:
            # The layout alone; within the diagram it is not told apart.
            layout = Run(self.command("layout", OWN), log + "-layout", self.patience)
            run.phase["layout alone"] = layout.phase.get("layout", 0)
            shutil.copy(os.path.join(self.folder("layout", OWN), "places.csv"),
                        self.folder(job, OWN))
        return run

    def quantities(self, job, program, run):
        """What is compared, by name. Writing places down is for check.py and not counted."""
        found = {"whole process": run.wall - run.phase.get("places", 0)}
        if not run.stopped:
            found.update({"processor time": run.cpu, "peak memory": run.peak})
        if job == "picture":
            found = {"drawing": run.phase.get("draw")}
        elif job == "pairs" and program != OWN:
            found = {}
        known = ["tables to network", *SAMPLED] if job == "pairs" else PHASES
        for name in known if job in ("whole", "wide", "pairs") else []:
            parts = PHASES[name][:1] if program == OWN and name == "layout" else PHASES[name]
            told = [run.phase[part] for part in parts if part in run.phase]
            if told and not (name == "layout and drawing" and "draw" not in run.phase):
                found[name] = sum(told)
        return {name: value for name, value in found.items() if value is not None}

    def record(self, job, turn, program, beside, run):
        for name, value in self.quantities(job, program, run).items():
            self.rows.append([job, turn, program, beside, name, value])
        print(f"{job} {turn} {program}: {run.failed or f'{run.wall:.3f} s'}", file=sys.stderr,
              flush=True)

    def peers(self, job):
        """Those that know the job and are there; the others are remarked."""
        if job == "start":
            return {name: command for name, command in self.starts().items() if name != OWN}
        found = {}
        for name, (jobs, packages, probe) in PEERS.items():
            if job not in jobs:
                continue
            if name in LEFT_OUT.get(self.size, {}):
                self.remarks.setdefault(job, {})[name] = LEFT_OUT[self.size][name]
                continue
            there = name != "R igraph" or shutil.which("Rscript") and subprocess.run(
                ["Rscript", "--vanilla", "-e", "library(igraph)"], check=False,
                capture_output=True).returncode == 0
            if probe:
                there = subprocess.run([sys.executable, "-c", probe], check=False,
                                       capture_output=True).returncode == 0
            if there:
                found[name] = None
            else:
                self.remarks.setdefault(job, {})[name] = f"not installed ({packages})"
        return found

    def measure(self, job):
        """Entente, a peer, Entente, the next peer, …, so that a busy machine is busy for all."""
        peers, spent = self.peers(job), {}
        own = self.starts()[OWN] if job == "start" else None
        if job == "picture":
            self.run("layout", OWN)
            shutil.copy(os.path.join(self.folder("layout", OWN), "places.csv"),
                        self.folder(job, "C on igraph"))
        for turn in range(self.runs):
            for name, command in peers.items():
                if name in self.remarks.get(job, {}) or spent.get(name, 0) > ENOUGH:
                    continue
                for program in OWN, name:
                    run = self.run(job, program, own if program == OWN else command)
                    if run.failed and program == OWN:
                        sys.exit(f"{job}: Entente {run.failed}")
                    if run.failed:
                        self.remarks.setdefault(job, {})[name] = run.failed
                    if not run.failed or run.stopped:
                        self.record(job, turn, program, name, run)
                    spent[name] = spent.get(name, 0) + run.wall

    def kernels(self):
        """What bench_kernels tells; L from a sample, as all would take minutes in each set."""
        if self.size == "XL":
            return []
        told = subprocess.run(
            [os.path.join(self.jobs, "kernels", "bench_kernels"), "limits", self.data,
             str(KERNEL_SOURCES.get(self.size, 0))],
            stdout=subprocess.PIPE, text=True, check=True).stdout
        return [{key: float(value) if key in ("seconds", "limit", "rows") else value
                 for key, value in row.items()} for row in csv.DictReader(told.splitlines())]

    def check(self, job):
        """Nobody compares different jobs: results that differ end it."""
        if job in ("start", "picture"):
            return
        done = [OWN] + [name for name in self.peers(job) if name not in self.remarks.get(job, {})]
        option = {"whole": ["--stress"], "pairs": ["--pairs"]}.get(job, [])
        checked = subprocess.run(
            [sys.executable, "-B", os.path.join(HERE, "check.py"), self.data,
             *[f"{name}={self.folder(job, name)}" for name in done], *option],
            stdout=subprocess.PIPE, text=True, check=False)
        told = json.loads(checked.stdout or '{"faults": ["check.py fails"]}')
        if told["faults"] or checked.returncode:
            sys.exit("the results differ:\n  " + "\n  ".join(told["faults"]))
        self.found[job] = told["found"]

    def scale(self, job, program, quantity):
        """By how much a sample of sources is short of all."""
        if job != "pairs" or program == OWN or quantity not in SAMPLED:
            return 1
        actors = self.found[job][OWN]["actors"]
        return actors / min(actors, SOURCES[self.size])

    def results(self):
        """A row a job, quantity and program: the median and spread, and the ratio to Entente."""
        groups = {}
        for job, turn, program, beside, quantity, value in self.rows:
            by = groups.setdefault((job, quantity), {}).setdefault(program, {})
            by[turn, beside] = value * self.scale(job, program, quantity)
        for (job, quantity), programs in groups.items():
            for program, values in programs.items():
                beside = {key: programs.get(OWN, {}).get(key) for key in values}
                pairs = [values[key] / own for key, own in beside.items() if own]
                yield {
                    "size": self.size, "job": job, "quantity": quantity, "program": program,
                    "runs": len(values), "median": statistics.median(values.values()),
                    "low": min(values.values()), "high": max(values.values()),
                    "ratio": statistics.median(values.values()) / statistics.median(
                        [own for own in beside.values() if own]) if pairs else "",
                    "ratio_low": min(pairs, default=""), "ratio_high": max(pairs, default=""),
                    "sample": int(self.scale(job, program, quantity) != 1),
                    "stopped": int("stopped" in self.remarks.get(job, {}).get(program, "") and
                                   quantity == "whole process")}

    def sizes(self):
        """Bytes of the diagrams, by program."""
        found = {}
        for program in [OWN, *PEERS] if "whole" in JOBS[self.size] else []:
            file = os.path.join(self.folder("whole", program), "figure.svg")
            if program == OWN or program not in self.remarks.get("whole", {}):
                found[program] = os.path.getsize(file)
        if "picture" in JOBS[self.size]:
            file = os.path.join(self.folder("picture", OWN), "figure.svg")
            found["by kind"] = os.path.getsize(file)
        return found


def write_csv(path, rows):
    with open(path, "w", encoding="utf-8", newline="") as out:
        table = csv.DictWriter(out, rows[0].keys(), lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", maxsplit=1)[0])
    for name in "size", "out", "command", "jobs":
        parser.add_argument(name, choices=RUNS if name == "size" else None)
    parser.add_argument("--runs", type=int)
    parser.add_argument("--patience", type=float, default=240,
                        help="seconds before a run is stopped")
    parser.add_argument("--publish", action="store_true", help="put the tables into docs")
    given = parser.parse_args()
    start, load = time.time(), os.getloadavg()[0]
    bench = Bench(given)
    bench.generate()
    for job in JOBS[bench.size]:
        bench.measure(job)
        bench.check(job)
    rows = list(bench.results())
    names = ["job", "round", "program", "beside", "quantity", "value"]
    write_csv(os.path.join(bench.out, "runs.csv"), [dict(zip(names, row)) for row in bench.rows])
    write_csv(os.path.join(bench.out, "results.csv"), rows)
    told = {"size": bench.size, "rows": rows, "found": bench.found, "remarks": bench.remarks,
            "bytes": bench.bytes, "sizes": bench.sizes(), "threads": bench.threads,
            "sources": SOURCES[bench.size], "kernels": bench.kernels(), "load": [load, os.getloadavg()[0]],
            "took": time.time() - start}
    with open(os.path.join(bench.out, "results.json"), "w", encoding="utf-8") as out:
        json.dump(told, out, indent=1)
    tables.write(given.out, bench.size)
    subprocess.run([sys.executable, "-B", os.path.join(HERE, "growth.py"), given.out], check=True)
    if given.publish:
        tables.publish(given.out, bench.size)


if __name__ == "__main__":
    main()
