# SPDX-License-Identifier: GPL-2.0-or-later
"""Profiles against the ranks of `entente rank` and the rows of the tables, read with csv."""
import csv
import json
import os
import subprocess
import sys

command, datasets = sys.argv[1:]
VIEWS = ("whole", "agreements", "affiliations")


def run(*arguments):
    return subprocess.run((command,) + arguments, check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode()


def ranking(data, view, measure):
    rows = csv.DictReader(run("rank", data, "--view", view, "--measure", measure,
                              "--format", "csv").splitlines())
    return [(row["id"], row["rank"], row[measure]) for row in rows]


def check_ranks(data, profile):
    own = profile["actor"]["id"]
    for view, held in profile["views"].items():
        for measure, place in held["ranks"].items():
            rows = ranking(data, view, measure)
            rank, value = next(row[1:] for row in rows if row[0] == own)
            assert (place["rank"] is None) == (rank == ""), (own, view, measure)
            if rank != "":
                assert place["rank"] == int(rank) and place["value"] == float(value), measure
                assert place["sharing"] == sum(row[1] == rank for row in rows), measure
            assert place["of"] == sum(row[1] != "" for row in rows), measure
            assert held["actors"] == len(rows), view


def table(data, name):
    path = os.path.join(data, name)
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        return [(f"{name}:{reader.line_num}", row) for row in reader]


def parties(row):
    listed = row.get("parties", "").split(";")
    return {part.strip() for part in [row["party_a"], row["party_b"], *listed] if part.strip()}


def check_ties(data, profile):
    own = profile["actor"]["id"]
    wanted = {"agreements": [(place, row) for place, row in table(data, "agreements.csv")
                             if own in parties(row)],
              "memberships": [(place, row) for place, row in table(data, "memberships.csv")
                              if own in (row["member"], row["network"])],
              "attendance": [(place, row) for place, row in table(data, "attendance.csv")
                             if own in (row["participant"], row["event"])]}
    for kind, rows in wanted.items():
        ties = profile["ties"][kind]
        assert sorted(sum((tie["rows"] for tie in ties), [])) == sorted(row[0] for row in rows)
        for place, row in rows:
            tie = next(tie for tie in ties if place in tie["rows"])
            listed = [part.strip() for part in row["source"].split(";") if part.strip()]
            assert [source["id"] for source in tie["sources"]] == listed, place
            assert tie["status"] == (row["status"] or "active"), place
            assert tie.get("type", "") == row.get("type", ""), place
            assert tie["note"] == row["note"], place


def check_sources(data, profile):
    known = {row["id"]: row for _, row in table(data, "sources.csv")}
    for tie in profile["ties"]["agreements"]:
        for source in tie["sources"]:
            assert source["title"] == known[source["id"]]["title"]
            assert source["url"] == known[source["id"]]["url"]


def check_claims(data, profile):
    rows = dict(table(data, "claims.csv"))
    for point in profile["contradictions"]:
        for claim in point["claims"]:
            row = rows[claim["row"]]
            assert (row["property"], row["value"]) == (point["property"], claim["value"])


cities = os.path.join(datasets, "learning-cities")
for actor in ("gongju", "san-luis-potosi", "cork", "gnlc", "slp-festival-2025"):
    made = json.loads(run("profile", cities, actor, "--format", "json", "--runs", "5"))
    check_ranks(cities, made)
    check_ties(cities, made)
    check_sources(cities, made)
    check_claims(cities, made)
gongju = json.loads(run("profile", cities, "공주", "--format", "json"))
mous = [tie for tie in gongju["ties"]["agreements"]
        if tie["type"] == "mou" and tie["signed"].startswith("2025-04")]
assert len(mous) == 3 and all(tie["sources"] for tie in mous)
assert {point["property"] for point in gongju["contradictions"]
        if point["subject"] == "slp-festival-2025"} >= {"start_date", "end_date"}
florentine = os.path.join(datasets, "florentine")
medici = json.loads(run("profile", florentine, "Medici", "--format", "json"))
check_ranks(florentine, medici)
assert sorted(row["id"] for row in medici["neighbours"]) == sorted(
    {row["Source"], row["Target"]}.difference({"Medici"}).pop()
    for _, row in table(florentine, "edges.csv") if "Medici" in (row["Source"], row["Target"]))
