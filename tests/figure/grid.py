# SPDX-License-Identifier: GPL-2.0-or-later
"""Draws data sets in every layout and judges the files by themselves.

Usage: grid.py ENTENTE SOURCE SCRATCH [presets|all]
One preset, theme and language of each in turn; every preset; or all with all."""
import csv
import itertools
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import boxes
import tables

PRESETS = ("report", "slide", "web", "print", "poster")
THEMES = ("light", "dark")
LANGUAGES = ("en", "ko")
UNNAMED = {"map"}  # names those with a line or an agreement, and says so
VIEWS = ("whole", "agreements", "affiliations", "cities", "networks", "events")


class Grid:
    def __init__(self, entente, scratch):
        self.entente = entente
        self.scratch = scratch
        self.drawn = self.refused = 0
        self.faults = []
        self.left_out = {}
        self.refusal = ""

    def command(self, *words):
        return subprocess.run([self.entente, *map(str, words)], capture_output=True, text=True,
                              errors="replace", check=False)

    def layouts(self):
        return self.command("completion", "words", "--", "draw", "--layout", "").stdout.split()

    def views(self, data):
        """The views that a data set has anything in, and the degrees of its actors in each."""
        found = {}
        for view in VIEWS:
            got = self.command("rank", data, "--view", view, "--by", "degree", "--format", "csv")
            rows = list(csv.DictReader(got.stdout.splitlines())) if got.returncode == 0 else []
            if rows:
                found[view] = {row["id"]: float(row["degree"]) for row in rows}
        return found

    def draw(self, name, data, layout, *options, degrees=None):
        """One figure; a refusal is counted when the command says in a sentence why."""
        path = self.scratch / "figure.svg"
        words = ("draw", data, "--layout", layout, *options)
        got = self.command(*words, "-o", path, "--quality", "--format", "json")
        told = " ".join(map(str, (name, layout) + options))
        if got.returncode in (1, 2) and "entente: error: " in got.stderr:
            self.refused += 1
            self.refusal = got.stderr
            return None
        if got.returncode != 0:
            self.faults.append(f"{told}: exit {got.returncode}: {got.stderr[-300:]}")
            return None
        self.drawn += 1
        quality = json.loads(got.stdout)
        self.judge(told, path, quality, degrees)
        return quality

    def judge(self, told, path, quality, degrees):
        fault = self.faults.append
        if subprocess.run(["xmllint", "--noout", path], check=False, capture_output=True).returncode:
            fault(f"{told}: xmllint finds it no XML")
            return
        figure = boxes.Figure(path)
        overlaps = figure.overlaps()
        if overlaps or quality["label_overlaps"]:
            fault(f"{told}: {len(overlaps)} overlaps, {quality['label_overlaps']} by --quality: "
                  f"{overlaps[:2]}")
        if figure.outside or quality["clipped"]:
            fault(f"{told}: {len(figure.outside)} clipped, {quality['clipped']} by --quality: "
                  f"{figure.outside[:2]}")
        if quality["missing_glyphs"]:
            fault(f"{told}: {quality['missing_glyphs']} glyphs are missing")
        ragged = [text for text in figure.texts if text.text != text.text.strip()]
        if ragged:
            fault(f"{told}: a browser drops the blank about {ragged[:2]}")
        if len(figure.ids) != len(set(figure.ids)):
            fault(f"{told}: an id stands twice")
        self.left_out[told] = quality["labels_left_out"]
        if degrees is not None:
            self.look_for_first(told, figure, degrees)

    def look_for_first(self, told, figure, degrees):
        """Ten actors are named, among them all that have more ties than the eleventh."""
        actors = {mark.actor for mark in figure.marks if "actors" in mark.groups} - {None, ""}
        named = figure.named() & actors
        ranked = sorted(actors, key=lambda actor: -degrees[actor])
        least = degrees[ranked[10]] if len(ranked) > 10 else -1
        missing = [actor for actor in ranked[:10] if degrees[actor] > least and actor not in named]
        if missing or len(named) < min(10, len(actors)):
            self.faults.append(f"{told}: {len(named)} of {len(actors)} actors are named, "
                               f"not {missing}")


def combinations(which, turn):
    """Presets, themes and languages to draw in; what is not drawn now comes with another turn."""
    every = list(itertools.product(PRESETS, THEMES, LANGUAGES))
    if which == "all":
        return every
    if which == "presets":
        return [every[4 * i + (turn + i) % 4] for i in range(len(PRESETS))]
    return [every[(turn * 7) % len(every)]]


def shipped(grid, source, which):
    turn = 0
    for data in sorted((source / "datasets").iterdir()):
        for view, degrees in grid.views(data).items():
            if view == "cities" and data.name == "learning-cities" and not which:
                grid.draw(data.name, data, "map", "--view", view, "--preset", "poster")
                continue
            for layout in grid.layouts():
                for preset, theme, language in combinations(which, turn):
                    options = ["--view", view, "--preset", preset, "--theme", theme,
                               "--lang", language]
                    if layout == "ego":
                        options += ["--focus", max(degrees, key=lambda a: (degrees[a], a))]
                    named = layout not in UNNAMED
                    grid.draw(data.name, data, layout, *options,
                              degrees=degrees if named else None)
                turn += 1


def small(grid, source):
    """Small pages: the ten are named on them too, or the refusal names a size where they are."""
    for data in sorted((source / "datasets").iterdir()):
        for view, degrees in grid.views(data).items():
            for layout in grid.layouts():
                # a matrix of groups names these; two columns and one actor's are of another view
                if view not in ("whole", "agreements") or layout in UNNAMED | {"matrix"}:
                    continue
                options = ["--view", view]
                if layout == "ego":
                    options += ["--focus", max(degrees, key=lambda a: (degrees[a], a))]
                wanted = degrees if layout not in ("bipartite", "ego") else None
                if grid.draw(data.name, data, layout, *options, "--size", "60x50",
                             degrees=wanted) is not None:
                    continue
                found = re.search(r"take one of (\d+) by (\d+) mm, which is enough", grid.refusal)
                if found and grid.draw(data.name, data, layout, *options, "--size",
                                       "x".join(found.groups()), degrees=wanted) is None:
                    grid.faults.append(f"{data.name} {view} {layout}: {found[0]} is not enough")
                elif not found and "no room" in grid.refusal:
                    grid.faults.append(f"{data.name} {view} {layout}: {grid.refusal}")


def hostile(grid, which):
    """Tables that nobody should write: the figure holds, or a sentence says what is wrong."""
    turn = 0
    for name, data, degrees in tables.write_all(grid.scratch / "tables"):
        for layout in grid.layouts():
            for preset, theme, language in combinations(which, turn):
                options = ["--preset", preset, "--theme", theme, "--lang", language]
                if layout == "ego":
                    options += ["--focus", "a1"]
                named = layout not in UNNAMED and name not in tables.NAMELESS
                grid.draw(name, data, layout, *options, degrees=degrees if named else None)
            turn += 1


def main():
    entente, source, scratch = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
    which = "".join(sys.argv[4:])
    began = time.monotonic()
    scratch.mkdir(parents=True, exist_ok=True)
    grid = Grid(entente, scratch)
    if len(grid.layouts()) < 4:
        grid.faults.append("the command names no layouts")
    shipped(grid, source, which)
    small(grid, source)
    ours = grid.drawn
    hostile(grid, which)
    for fault in grid.faults:
        print(fault)
    print(f"{ours} figures of data sets, {grid.drawn - ours} of hostile tables, "
          f"{grid.refused} refused, {len(grid.faults)} faults, "
          f"{time.monotonic() - began:.0f} s")
    worst = sorted(grid.left_out.items(), key=lambda item: -item[1])[:12]
    print("most names left out:", *(f"  {count}: {told}" for told, count in worst), sep="\n")
    return 1 if grid.faults or ours < 20 else 0


if __name__ == "__main__":
    sys.exit(main())
