# SPDX-License-Identifier: GPL-2.0-or-later
"""Tables that are hard to draw, each with an actor a1, written by rule: always the same."""
import csv

LONG = "Autonomous Metropolitan Learning City and Its Surroundings of the Upper Valley "
ZALGO = "Z" + "\u0315\u0321\u0334\u0346" * 60 + "a\u0300\u0301\u0302\u0303lgo" + "\u0489" * 40
ARABIC = "\u0645\u062f\u064a\u0646\u0629 \u0627\u0644\u062a\u0639\u0644\u0645"
HEBREW = "\u05e2\u05d9\u05e8 \u05dc\u05d5\u05de\u05d3\u05ea"

# Names of which nothing is left to show: whether ten are named cannot be asked.
NAMELESS = {"blank-names"}

# Figures that need no other font than those that the build installs.
SCRIPTS = ["서울", ARABIC, HEBREW, "Ελλάδα", "Москва", "e\u0301a\u0308o\u0323", "Łódź", "Đà Nẵng"]


def ring(count):
    return [(i, (i + 1) % count) for i in range(count)] if count > 2 else [(0, 1)][:count - 1]


def clique(count):
    return [(i, k) for i in range(count) for k in range(i)]


def grown(count, links):
    """A network as they grow: each newcomer ties to some before it, near and far by turns."""
    seed, ties = 12345, set()
    for i in range(1, count):
        for _ in range(links):
            seed = (seed * 1103515245 + 12345) % 2**31
            share = (seed >> 8) / 2**23
            ties.add((i, int(i * share * share)))
    return sorted((a, b) for a, b in ties if a != b)


def degrees(count, ties):
    found = {f"a{i + 1}": 0 for i in range(count)}
    for a, b in ties:
        found[f"a{a + 1}"] += 1
        found[f"a{b + 1}"] += 1
    return found


def names(rule):
    return lambda i: rule[i % len(rule)] + (f" {i // len(rule)}" if i >= len(rule) else "")


CASES = {
    "nobody": (0, [], str),
    "one": (1, [], lambda i: "Alone"),
    "two": (2, [(0, 1)], lambda i: f"City {i}"),
    "no-ties": (40, [], lambda i: f"Lonely city {i}"),
    "clique-of-60": (60, clique(60), lambda i: f"{LONG[:50]} {i}"),
    "star-of-500": (500, [(0, i) for i in range(1, 500)], lambda i: f"Member city {i}"),
    "eleven-of-a-rank": (11, ring(11), lambda i: f"City of equal rank {i}"),
    "names-of-300": (40, ring(40), lambda i: f"{i} " + (LONG * 4)[:300]),
    "names-of-5000": (12, ring(12), lambda i: str(i) + "x" * 5000),
    "giant-words": (60, clique(60), lambda i: f"{i:02}" + "W" * 300),
    "one-name": (30, ring(30), lambda i: "San Luis"),
    "blank-names": (15, ring(15), lambda i: " \u00a0" if i % 2 else "\u200b"),
    "zalgo": (15, ring(15), lambda i: f"{ZALGO} {i}"),
    "scripts": (24, ring(24), names(SCRIPTS)),
    "right-to-left": (30, clique(8) + ring(30), names([ARABIC, HEBREW, f"{HEBREW} (x) 12"])),
    "overrides": (12, ring(12), lambda i: f"\u202eabc\u2066 {i}\u200f"),
    "markup": (12, ring(12), lambda i: f"</text><script>&amp;\"'{i}]]>"),
    "controls": (12, ring(12), lambda i: f"a\u0085b\x7f\u2028{i}\ufeff"),
    "thousands": (2500, grown(2500, 2), lambda i: f"Learning city {i}"),
}

# Coordinates, given or not, some of which nobody can draw.
PLACES = {
    "on-one-spot": [("37.5", "127")] * 40,
    "on-a-pole": [("90", "0"), ("-90", "180"), ("90", "-180")] * 5,
    "at-the-date-line": [("10", "179.99"), ("10", "-179.99"), ("-17", "180")] * 5,
    "some-nowhere": [("37.5", "127"), ("", ""), ("19.4", "-99.1")] * 5,
    "nowhere": [("", "")] * 12,
    "not-a-number": [("37.5", "127"), ("nan", "10")] * 5,
    "endless": [("37.5", "127"), ("10", "inf")] * 5,
    "off-the-globe": [("37.5", "127"), ("91", "10")] * 5,
}


def write(folder, name, header, rows):
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / name, "w", newline="", encoding="utf-8") as out:
        writer = csv.writer(out)
        writer.writerow(header)
        writer.writerows(rows)


def write_all(folder):
    """Writes every table into a folder of its own; yields its name, folder and degrees."""
    for name, (count, ties, called) in CASES.items():
        write(folder / name, "nodes.csv", ("id", "label"),
              [(f"a{i + 1}", called(i)) for i in range(count)])
        write(folder / name, "edges.csv", ("source", "target"),
              [(f"a{a + 1}", f"a{b + 1}") for a, b in ties])
        yield name, folder / name, degrees(count, ties)
    for name, places in PLACES.items():
        write(folder / name, "cities.csv", ("id", "name", "country", "lat", "lon"),
              [(f"a{i + 1}", f"City number {i}", "KR", *place) for i, place in enumerate(places)])
        write(folder / name, "agreements.csv", ("id", "parties", "type", "signed"),
              [(f"m{a}", f"a{a + 1};a{b + 1}", "mou", "2020-01-01") for a, b in ring(len(places))])
        yield name, folder / name, degrees(len(places), ring(len(places)))
