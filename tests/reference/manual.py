# SPDX-License-Identifier: GPL-2.0-or-later
"""Judges the numbers in src/cli/manual/NAME-N.txt, which tests/cli/manual-examples.sh compares with
what the command prints: manual.py SOURCE. The witnesses are the values of tests/reference, NetworkX
and igraph, and plain counts of the rows of datasets/, made here. Every file with a number in it
must have a witness or a reason why it needs none."""
import collections
import csv
import glob
import itertools
import math
import os
import re
import sys

SOURCE = sys.argv[1]
# A file beside this one bears the name of a package; its folder must not come first.
sys.path = [p for p in sys.path if os.path.abspath(p or ".") != os.path.dirname(os.path.abspath(__file__))]

import igraph
import networkx as nx

failures = 0


def check(true, what):
    global failures
    if not true:
        print("FAILED:", what)
        failures += 1


def table(path):
    with open(os.path.join(SOURCE, path), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def page(name):
    with open(os.path.join(SOURCE, "src/cli/manual", name), encoding="utf-8") as file:
        return file.read().splitlines()


def close(shown, value, digits):
    return math.isclose(float(shown), float(value), rel_tol=0.51 * 10 ** (1 - digits), abs_tol=1e-15)


def days(text, last):
    """The first or last day of a date of any precision, as a text that sorts."""
    text = text.strip("~?")
    if "/" in text:
        text = text.split("/")[1 if last else 0]
    if text in ("", ".."):
        return "9999" if last else "0000"
    return text + ("-99" * (3 - len(text.split("-"))) if last else "")


def rank_1():
    """Betweenness and degree of the Florentine families: tests/reference."""
    known = {row["node"]: row for row in table("tests/reference/florentine16_actors.csv")}
    seen = [line.split() for line in page("rank-1.txt")[1:]]
    check(len(seen) == len(known) == 16, "rank-1: 16 families")
    for rank, name, _, _, betweenness, degree in seen:
        check(close(betweenness, known[name]["betweenness"], 6), f"rank-1: betweenness of {name}")
        check(int(degree) == int(known[name]["degree"]), f"rank-1: degree of {name}")
        better = sum(float(row["betweenness"]) > float(known[name]["betweenness"]) + 1e-9
                     for row in known.values())
        check(int(rank) == better + 1, f"rank-1: rank of {name}")


AS_OF = "2026-02-03"


def in_force(row):
    """Whether an agreement counts on the date that the page's data have by default."""
    start = days(row["from"] or row["signed"], False)
    end = row["to"]
    if not end and row["term_months"] and (row["from"] or row["signed"]):
        month = [int(part) for part in (row["from"] or row["signed"]).split("-")[:2]] + [12]
        months = month[0] * 12 + month[1] - 1 + int(row["term_months"])
        end = f"{months // 12}-{months % 12 + 1:02}"
    return (row["status"] or "active") == "active" and start <= AS_OF <= days(end, True)


def rank_2():
    """Partners by agreements in force, among the parties of any: counted in agreements.csv."""
    cities = {row["id"] for row in table("datasets/learning-cities/cities.csv")}
    partners = collections.defaultdict(set)
    signatories = set()
    for row in table("datasets/learning-cities/agreements.csv"):
        parties = row["parties"].split(";") if row["parties"] else [row["party_a"], row["party_b"]]
        signatories.update(parties)
        if in_force(row):
            for a, b in itertools.permutations(parties, 2):
                partners[a].add(b)
    lines = page("rank-2.txt")
    seen = [line.split() for line in lines[1:] if line[0] != "["]
    check(len(seen) >= 5, "rank-2: five cities")
    for row in seen:
        rank, identifier, degree = int(row[0]), row[1], int(row[-1])
        check(degree == len(partners[identifier]), f"rank-2: partners of {identifier}")
        better = sum(len(others) > degree for others in partners.values())
        check(rank == better + 1, f"rank-2: rank of {identifier}")
    listed = len(signatories & cities)
    left = int(re.match(r"\[(\d+) more", lines[-1]).group(1))
    check(listed == len(seen) + left, f"rank-2: {listed} cities are parties")


def rank_3():
    """Two-mode closeness and degree of Davis: tests/reference."""
    known = {row["node"]: row for row in table("tests/reference/davis_modes.csv")}
    lines = page("rank-3.txt")
    seen = list(csv.DictReader(line for line in lines if line[0] != "["))
    for row in seen:
        for measure in ("closeness_two_mode", "degree_two_mode"):
            check(close(row[measure], known[row["id"]][measure], 12), f"rank-3: {measure} of {row['id']}")
    best = sorted((-float(row["closeness_two_mode"]) for row in known.values()))[:5]
    check(all(close(row["closeness_two_mode"], -value, 11) for row, value in zip(seen, best)), "rank-3: order")
    check(lines[-1] == f"[{len(known) - len(seen)} more lines]", "rank-3: 32 actors")


def profile_1():
    """Gongju's agreements in force, line by line, and its row: the tables."""
    lines = page("profile-1.txt")
    text = "\n".join(lines)
    cities = table("datasets/learning-cities/cities.csv")
    place = next(i for i, row in enumerate(cities) if row["id"] == "gongju")
    check(f"Described by cities.csv:{place + 2} [1]" in text, "profile-1: its row")
    check(f"{float(cities[place]['latitude']):.8g}, {float(cities[place]['longitude']):.8g};" in text,
          "profile-1: its place")
    agreements = table("datasets/learning-cities/agreements.csv")
    own = {i + 2: row for i, row in enumerate(agreements)
           if "gongju" in [row["party_a"], row["party_b"], *row["parties"].split(";")]}
    check(f"Agreements: {len(own)}" in lines, "profile-1: how many agreements")
    ties = re.split(r"^  \* ", text[text.index("Agreements:"):], flags=re.M)[1:]
    check(len(ties) == len(own), "profile-1: all agreements")
    for tie in ties:
        row = own.pop(int(re.search(r"in agreements.csv:(\d+) ", tie).group(1)))
        check(in_force(row) and "; active" in tie, "profile-1: in force")
        check(tie.startswith(row["type"] + ": "), "profile-1: type")
        check(("signed " + row["signed"] if row["signed"] else "from " + row["from"]) in tie,
              "profile-1: date")


def check_1():
    """Rows, rows set aside and contradictions: counted in the tables."""
    folder = "datasets/learning-cities/"
    total = 0
    for line in page("check-1.txt"):
        match = re.match(r"(\w+\.csv): (\d+) rows = (\d+) used \+ 0 merged \+ (\d+) set aside \+ 0", line)
        if not match:
            continue
        name, count, used, aside = match.group(1), *map(int, match.groups()[1:])
        content = table(folder + name)
        total += len(content)
        check(len(content) == count == used + aside, f"check-1: rows of {name}")
        if name == "agreements.csv":
            check(aside == sum(not in_force(row) for row in content), f"check-1: set aside in {name}")
        elif "status" in content[0]:
            out = sum((row["status"] or "active") != "active" or bool(row.get("to"))
                      and days(row["to"], True) < AS_OF for row in content)
            check(aside == out, f"check-1: set aside in {name}")
    check(f"all tables: {total} rows" in "\n".join(page("check-1.txt")), "check-1: rows of all tables")
    claims = collections.defaultdict(list)
    for row in table(folder + "claims.csv"):
        claims[row["subject"], row["property"]].append(row)

    def disagree(a, b):
        overlap = not a["as_of"] or not b["as_of"] or (
            days(a["as_of"], False) <= days(b["as_of"], True) and days(b["as_of"], False) <= days(a["as_of"], True))
        return a["value"] != b["value"] and overlap

    # Claims that are linked through pairs that disagree are one contradiction.
    pairs = nx.Graph((id(a), id(b)) for group in claims.values()
                     for a, b in itertools.combinations(group, 2) if disagree(a, b))
    found = nx.number_connected_components(pairs)
    check(f", {found} contradictions" in page("check-1.txt")[-1], f"check-1: {found} contradictions")


def karate():
    ties = [(row["Source"], row["Target"]) for row in table("datasets/karate/edges.csv")]
    return nx.Graph(ties), igraph.Graph.TupleList(ties)


def groups_1():
    """The partition of the highest modularity, which igraph's exact search finds (0.4198, U. Brandes
    et al., On modularity clustering, IEEE TKDE 20, 172-188 (2008))."""
    _, graph = karate()
    best = graph.community_optimal_modularity()
    groups = sorted(({graph.vs[i]["name"] for i in group} for group in best), key=len, reverse=True)
    check(close(best.modularity, 0.4197896, 6), "groups-1: modularity of the optimum")
    lines = page("groups-1.txt")
    seen = [line.split() for line in lines[1:] if line[0] != "["]
    for number, size, _, identifier, *_ in seen:
        group = groups[int(number) - 1]
        check(int(size) == len(group) and identifier in group, f"groups-1: the group of {identifier}")
    check(lines[-1] == f"[{34 - len(seen)} more lines]", "groups-1: 34 members")


def groups_2():
    """Walktrap's partition by igraph, its modularity by NetworkX."""
    network, graph = karate()
    groups = [{graph.vs[i]["name"] for i in group} for group in graph.community_walktrap().as_clustering()]
    shown = next(line.split(": ")[1].strip(",") for line in page("groups-2.txt") if "modularity" in line)
    check(close(shown, nx.algorithms.community.modularity(network, groups), 11), "groups-2: modularity")


def measures_3():
    """The Medici's degree and its rank, by count of the marriages; tests/reference/conventions.py
    compares all rows of such tables with the programs."""
    degree = collections.Counter(name for row in table("datasets/florentine/edges.csv")
                                 for name in (row["Source"], row["Target"]))
    best = max(degree.values())
    for line in page("measures-3.txt")[1:3]:
        value, rank = line.split("  degree")[-2].split()[-2:]
        check(float(value) == degree["Medici"] and (rank == "1") == (best == degree["Medici"]),
              "measures-3: degree of the Medici")


def batch_1(name="batch-1.txt"):
    """Rows, actors and ties of two data sets, counted in their tables."""
    def count(dataset, table):
        with open(os.path.join(SOURCE, "datasets", dataset, table + ".csv"), newline="") as file:
            return len(list(csv.reader(file))) - 1

    nodes, edges = count("karate", "nodes"), count("karate", "edges")
    actors, ties = count("davis", "organisations") + count("davis", "networks"), count("davis", "memberships")
    lines = page(name)
    check(f" karate ({nodes + edges} rows, {nodes} actors, {edges} ties)" in lines[0], f"{name}: karate")
    check(f" davis ({actors + ties} rows, {actors} actors, {ties} ties)" in lines[1], f"{name}: davis")
    check(lines[2].startswith("2 data sets: ") and "2 " + lines[0].split()[0] in lines[2], f"{name}: sum")


def batch_2():
    batch_1("batch-2.txt")


def path_1():
    """The shortest ways between two families: NetworkX."""
    network = nx.Graph((r["Source"], r["Target"]) for r in table("datasets/florentine/edges.csv"))
    ways = sorted(nx.all_shortest_paths(network, "Acciaiuoli", "Peruzzi"))
    lines = page("path-1.txt")
    check(lines[0] == f"Acciaiuoli and Peruzzi: {len(ways)} shortest ways, {len(ways[0]) - 1} ties long.",
          "path-1: number and length")
    check([line for line in lines if " – " in line] ==
          [f"{i + 1}. {' – '.join(way)}" for i, way in enumerate(ways)], "path-1: the ways")
    rows = {frozenset((r["Source"], r["Target"])): f"edges.csv:{i + 2}; no source is named"
            for i, r in enumerate(table("datasets/florentine/edges.csv"))}
    steps = [(line.strip(" .").removesuffix(" are tied").split(" and "), lines[i + 1].strip())
             for i, line in enumerate(lines) if line.endswith("are tied.")]
    check(len(steps) == 8 and all(row in (rows[frozenset(ends)], "rows and sources as in way 1")
                                  for ends, row in steps), "path-1: the rows")


def path_2():
    """Two members of one network, whom no agreement ties: the rows."""
    rows = {r["member"]: i + 2 for i, r in enumerate(table("datasets/learning-cities/memberships.csv"))
            if r["network"] == "gnlc"}
    lines = page("path-2.txt")
    check(lines[0].endswith(": 1 shortest way, 2 ties long.") and "san-luis-potosi" in rows, "path-2: by the GNLC")
    check(not any({"cork", "san-luis-potosi"} <= {r["party_a"], r["party_b"], *r["parties"].split(";")}
                  for r in table("datasets/learning-cities/agreements.csv")), "path-2: no direct tie")
    check(f"      memberships.csv:{rows['cork']}" in lines, "path-2: the row")


WITNESSES = {f.__name__.replace("_", "-") + ".txt": f for f in
             (rank_1, rank_2, rank_3, profile_1, check_1, groups_1, groups_2, measures_3,
              batch_1, batch_2, path_1, path_2)}
# Dates of arguments and of the head of a page are no findings.
REASONS = {"help-2.txt": "the head of a page", "measures-4.txt": "references, not results",
           "report-2.txt": "the name of the folder"}

for path in sorted(glob.glob(os.path.join(SOURCE, "src/cli/manual/*-[0-9]*.txt"))):
    name = os.path.basename(path)
    if name in WITNESSES:
        WITNESSES[name]()
    elif name not in REASONS:
        check(not re.search(r"\d", "\n".join(page(name))), f"{name} has numbers and no witness here")
print(f"{len(WITNESSES)} outputs judged, {failures} failed")
sys.exit(failures > 0)
