# SPDX-License-Identifier: GPL-2.0-or-later
"""What a run of compare.py found, as tables: goals and ratios, in OUT and in docs."""
import json
import os
import re
import shutil
import subprocess
import time

TOP = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
PAGE = os.path.join(TOP, "docs", "performance.md")
FIGURE = "performance-growth.svg"
GROWTH = [f"![Growth of time and memory with the number of ties]({FIGURE})", "",
          "Medians, lowest and highest; both axes logarithmic. Peak memory is of the whole job for",
          "S and M, and of the job without all-pairs measures for L and XL."]
OWN = "Entente"
SIZES = ["S", "M", "L", "XL"]
PROGRAMS = [OWN, "C on igraph", "python-igraph", "R igraph", "graph-tool", "NetworkX"]
MEBI = 1024 * 1024
JOB_NAMES = {
    "whole": "The whole job: tables, all measures exact, groups, result table, one diagram",
    "wide": "The job without all-pairs measures: tables, other measures, groups, result table",
    "pairs": "All-pairs measures",
    "picture": "Drawing as PNG, 1600 × 1200, every tie",
    "start": "Whole processes on small data",
}
# number, size, job, quantity, peer, at least so many times faster
RATIOS = [
    (1, "M", "whole", "whole process", "python-igraph", 25),
    (1, "M", "whole", "whole process", "R igraph", 25),
    (1, "M", "whole", "whole process", "NetworkX", 1000),
    (2, "M", "whole", "betweenness", "C on igraph", 30),
    (2, "L", "pairs", "betweenness", "C on igraph", 30),
    (3, "M", "whole", "closeness and harmonic", "C on igraph", 250),
    (3, "L", "pairs", "closeness and harmonic", "C on igraph", 1000),
    (4, "XL", "wide", "tables to network", "python-igraph", 10),
    (5, "L", "wide", "whole process", "python-igraph", 8),
    (6, "M", "whole", "layout", "C on igraph", 10),
    (7, "L", "picture", "drawing", "C on igraph", 1),
]
# number, size, job, quantity, program, at most, unit, what it is called
LIMITS = [
    (5, "L", "wide", "peak memory", OWN, 150, "MiB"),
    (5, "XL", "wide", "peak memory", OWN, 1024, "MiB"),
    (8, "S", "start", "whole process", OWN, 0.020, "s"),
    (8, "S", "start", "whole process", "entente report", 1, "s"),
    (10, "M", "whole", "peak memory", OWN, 60, "MiB"),
]


def short(value):
    """Three digits, none of them lost before the point."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def plain(value):
    """The same without powers of ten."""
    return f"{value:.6f}".rstrip("0").rstrip(".") if value < 0.001 else short(value)


class Told:
    def __init__(self, out, size):
        with open(os.path.join(out, size, "results.json"), encoding="utf-8") as told:
            self.__dict__.update(json.load(told))
        self.by = {(row["job"], row["quantity"], row["program"]): row for row in self.rows}

    def ratio(self, row):
        if row["stopped"]:
            return f"> {short(row['ratio'])}×"
        about = "~ " if row["sample"] else ""
        if row["runs"] == 1:
            return f"{about}{short(row['ratio'])}×"
        return (f"{about}{short(row['ratio'])}× "
                f"({short(row['ratio_low'])}–{short(row['ratio_high'])})")

    def cell(self, row):
        value = plain(row["median"])
        if row["program"] == OWN:
            return f"{value} ({plain(row['low'])}–{plain(row['high'])})"
        if row["stopped"]:
            return f"stopped; **{self.ratio(row)}**"
        return f"{'~ ' if row['sample'] else ''}{value} · **{self.ratio(row)}**"

    def table(self, job):
        programs = [name for name in PROGRAMS if any(
            row["program"] == name and row["job"] == job for row in self.rows)]
        quantities = list(dict.fromkeys(row["quantity"] for row in self.rows if row["job"] == job))
        yield "| | " + " | ".join(programs) + " |\n|" + "---|" * (len(programs) + 1)
        for quantity in quantities:
            unit = "MiB" if quantity == "peak memory" else "s"
            rows = [self.by.get((job, quantity, program)) for program in programs]
            yield f"| {quantity}, {unit} | " + " | ".join(
                self.cell(row) if row else "–" for row in rows) + " |"
        for key, name in (("louvain", "modularity of Louvain"), ("leiden", "modularity of Leiden"),
                          ("stress", "stress of the layout")):
            values = [self.found.get(job, {}).get(program, {}).get(key) for program in programs]
            if any(value is not None for value in values):
                yield f"| {name} | " + " | ".join(
                    "–" if value is None else f"{value:.4f}" for value in values) + " |"
        if job == "whole":
            yield "| SVG, MB | " + " | ".join(
                f"{self.sizes[name] / 1e6:.2f}" if name in self.sizes else "–"
                for name in programs) + " |"

    def starts(self):
        yield "| process | s | MiB | |\n|---|---|---|---|"
        for (job, quantity, program), row in self.by.items():
            if job == "start" and quantity == "whole process":
                name = "entente rank" if program == OWN else program
                peak = self.by.get((job, "peak memory", program))
                yield (f"| {name} | {plain(row['median'])} ({plain(row['low'])}–"
                       f"{plain(row['high'])}) | {peak['median'] if peak else 0:.0f} | "
                       f"{'' if program == OWN else self.ratio(row)} |")

    def apart(self, job):
        """The largest difference between anybody's results and Entente's."""
        return max((value for name, told in self.found[job].items() if name != OWN
                    for value in told["apart"].values()), default=0)

    def remarked(self, job):
        for name, why in self.remarks.get(job, {}).items():
            yield f"* {name}: {why}."
        if job in self.found:
            yield (f"* Results agree: measures to {self.apart(job):.0e} of the largest "
                   "value; whole numbers are the same.")
        if job == "pairs":
            yield (f"* ~: igraph from {self.sources} sources, times their share of all; Entente "
                   "from all. What igraph finds for those agrees, and Entente's betweenness adds "
                   f"up to its distances to {self.found[job][OWN]['sums']:.0e}.")

    def kernel_table(self):
        """The kernels beside the time to fetch every row that they need, once."""
        yield ("| kernel, one thread | instructions | s | ns a row | to fetch a row | times the "
               "limit |\n|---|---|---|---|---|---|")
        for row in self.kernels:
            each = [1e9 * row[key] / max(row["rows"], 1) for key in ("seconds", "limit")]
            yield (f"| {row['kernel']} | {row['instructions']} | {plain(row['seconds'])} | "
                   f"{short(each[0])} | {short(each[1])} | "
                   f"{short(row['seconds'] / max(row['limit'], 1e-9))}× |")

    def goals(self):
        """Number, goal, what was measured, whether it is reached."""
        for number, size, job, quantity, peer, least in RATIOS:
            row = self.by.get((job, quantity, peer))
            if size == self.size and row:
                met = row["ratio"] >= least
                yield (number, f"{size}: {quantity} ≥ {least:,}× {peer}", self.ratio(row),
                       "yes" if met else "not shown" if row["stopped"] else "**no**")
        for number, size, job, quantity, program, most, unit in LIMITS:
            row = self.by.get((job, quantity, program))
            if size == self.size and row:
                name = {"Entente": "entente rank"}.get(program, program) if job == "start" else ""
                yield self.limit(number, f"{name or quantity} ≤ {most:g} {unit}",
                                 row["median"], most, unit)
        yield from self.other_goals()

    def limit(self, number, text, value, most, unit):
        return (number, f"{self.size}: {text}", f"{plain(value)} {unit}",
                "yes" if value <= most else "**no**")

    def other_goals(self):
        seconds = self.by.get(("wide", "tables to network", OWN))
        if self.size == "XL" and seconds:
            rate = self.bytes / 1e6 / seconds["median"]
            yield (4, "XL: tables to network ≥ 200 MB/s", f"{rate:.0f} MB/s",
                   "yes" if rate >= 200 else "**no**")
        if self.size == "L" and "pairs" in self.found:
            most = 250 + self.threads * 128 * self.found["pairs"][OWN]["actors"] / MEBI
            peak = self.by["pairs", "peak memory", OWN]["median"]
            yield self.limit(10, "peak memory, all exact ≤ 250 MiB + threads · 128 · n bytes = "
                             f"{most:.0f} MiB", peak, round(most), "MiB")
        if self.size == "M":
            yield self.limit(7, "SVG ≤ 1 MB", self.sizes["by kind"] / 1e6, 1, "MB")
            yield self.limit(7, "SVG, coloured by group ≤ 1 MB", self.sizes[OWN] / 1e6, 1, "MB")
            found = self.found["whole"]
            if "C on igraph" in found:
                own, peer = found[OWN]["stress"], found["C on igraph"]["stress"]
                yield (6, "M: stress below that of igraph's FR", f"{own:.3f}; {peer:.3f}",
                       "yes" if own < peer else "**no**")

    def block(self):
        """All of it as Markdown."""
        first = next(iter(self.found.values()))[OWN]
        yield (f"{first['actors']:,} actors, {first['ties']:,} ties, {self.bytes / 1e6:.3g} MB of "
               f"tables. The run took {self.took / 60:.1f} minutes; the load of the machine was "
               f"{self.load[0]:.1f} before and {self.load[1]:.1f} after.")
        for job in JOB_NAMES:
            if any(row["job"] == job for row in self.rows):
                yield f"\n#### {JOB_NAMES[job]}\n"
                yield from self.starts() if job == "start" else self.table(job)
                remarks = list(self.remarked(job))
                yield from ["", *remarks] if remarks else []
        if self.kernels:
            yield "\n#### Kernels and their limit\n"
            yield from self.kernel_table()


def goal_table(told):
    yield "| | goal | measured | reached |\n|---|---|---|---|"
    for number, goal, measured, met in sorted(
            (row for each in told for row in each.goals()), key=lambda row: row[0]):
        yield f"| {number} | {goal} | {measured} | {met} |"


def machine():
    """What was measured on, and which versions."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((line.split(":", 1)[1].strip() for line in lines
                      if line.startswith("model name")), "unknown processor")
    packages = ["libigraph-dev", "python3-igraph", "r-cran-igraph", "python3-graph-tool",
                "python3-networkx"]
    versions = []
    for package in packages:
        asked = subprocess.run(["dpkg-query", "-W", "-f=${Version}", package], check=False,
                               capture_output=True, text=True)
        if asked.returncode == 0 and asked.stdout:
            versions.append(f"{package} {asked.stdout}")
    return (f"{model}, {len(os.sched_getaffinity(0))} processors; {', '.join(versions)}; "
            f"{time.strftime('%B %Y')}.")


def write(out, size):
    """OUT/SIZE/results.md."""
    told = Told(out, size)
    with open(os.path.join(out, size, "results.md"), "w", encoding="utf-8") as page:
        page.write("\n".join([f"### {size}\n", machine() + "\n", *goal_table([told]), "",
                              *told.block()]) + "\n")


def put(page, name, lines):
    """Replaces what stands between the marks of that name."""
    begin, end = f"<!-- {name}: written by bench/run.sh -->", f"<!-- {name}: end -->"
    text = "\n".join([begin, *lines, end])
    found, count = re.subn(re.escape(begin) + ".*?" + re.escape(end), lambda _: text, page,
                           flags=re.S)
    if count != 1:
        raise SystemExit(f"{PAGE} has no place for {name}")
    return found


def publish(out, size):
    """Puts the size's tables, the goals of all sizes in OUT and their figure into docs."""
    done = [name for name in SIZES if os.path.exists(os.path.join(out, name, "results.json"))]
    told = [Told(out, name) for name in done]
    with open(PAGE, encoding="utf-8") as page:
        text = page.read()
    text = put(text, "goals", [*goal_table(told), "", *GROWTH])
    text = put(text, size, [machine(), "", *told[done.index(size)].block()])
    with open(PAGE, "w", encoding="utf-8") as page:
        page.write(text)
    shutil.copy(os.path.join(out, "growth.svg"), os.path.join(TOP, "docs", FIGURE))
