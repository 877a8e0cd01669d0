# SPDX-License-Identifier: GPL-2.0-or-later
"""What the jobs in Python share: the time of each phase, the tables in, the result out."""
import csv
import json
import os
import sys
import time


class Job:
    """One run: its name, the folder of the data and the folder for what it writes."""

    def __init__(self):
        self.name, self.data, self.folder = sys.argv[1:4]
        self.start = time.perf_counter()

    def lap(self, phase):
        """Ends a phase; what a stopped job has done is known, as each is written at once."""
        now = time.perf_counter()
        print(json.dumps({"phase": phase, "seconds": round(now - self.start, 6)}),
              file=sys.stderr, flush=True)
        self.start = time.perf_counter()

    def rows(self, name):
        with open(os.path.join(self.data, name), encoding="utf-8", newline="") as table:
            return list(csv.DictReader(table))

    def read(self):
        """The cities by id, how many networks each belongs to, and the agreements as pairs."""
        self.cities = {row["id"]: row for row in self.rows("cities.csv")}
        self.networks = self.rows("networks.csv")
        self.memberships = {}
        for row in self.rows("memberships.csv"):
            self.memberships[row["member"]] = self.memberships.get(row["member"], 0) + 1
        self.pairs = [(row["party_a"], row["party_b"]) for row in self.rows("agreements.csv")]

    def write(self, ids, columns):
        """A row an actor; a column is a list in the order of the ids."""
        with open(self.path("result.csv"), "w", encoding="utf-8", newline="") as table:
            out = csv.writer(table, lineterminator="\n")
            out.writerow(["id", "name", "country", "memberships", *columns])
            for key, *values in zip(ids, *columns.values()):
                city = self.cities[key]
                out.writerow([key, city["name"], city["country"], self.memberships.get(key, 0),
                              *values])

    def write_places(self, ids, places):
        """Where the layout puts everybody, for those who judge it."""
        with open(self.path("places.csv"), "w", encoding="utf-8", newline="") as table:
            out = csv.writer(table, lineterminator="\n")
            out.writerow(["id", "x", "y"])
            out.writerows([key, *place] for key, place in zip(ids, places))

    def path(self, name):
        return os.path.join(self.folder, name)
