# SPDX-License-Identifier: GPL-2.0-or-later
"""Finds from a table of agreements on which days each may hold and does for sure, and compares with
the bars of the timeline: read from the SVG alone, on the scale that its own dates give.

Usage: timeline.py ENTENTE SOURCE SCRATCH"""
import calendar
import csv
import re
import subprocess
import sys
import xml.etree.ElementTree as xml
from datetime import date, timedelta
from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"
AS_OF = date(2024, 6, 1)
NEVER, EVER = date.max, date.min
HAIR = 0.6  # points: rounding, and days too few to be seen
LEAST = 2.0  # points: what a short bar is widened to, at most

TABLE = """party_a,party_b,type,signed,to,term_months,status
A,B,mou,2024-02-01/..,2031-12-31,,active
A,C,mou,2024-02-01/..,,,active
A,D,mou,2020-02-01,2025-01-01/..,,active
A,E,mou,../2022,2026,,active
A,F,mou,2021,,36,active
A,G,mou,2021-03-04,,24,active
A,H,mou,2020,2030,,terminated
A,I,mou,2020~,2022~,,active
A,J,mou,2026-01-01,2030,,planned
A,K,mou,,2027,,active
A,L,mou,1850,2030,,active
A,M,mou,2020-02-29,2020-02-29,,active
A,N,mou,2021-06-01,,,withdrawn
A,O,mou,2021-06-01,2022,,expired
A,P,mou,,2030,,terminated
A,Q,mou,2022-05,2024,,terminated
A,R,mou,2025-05-01,2029,,terminated
A,S,mou,2023-01/2023-06,,,disputed
A,T,mou,2024-06-01,2031,,active
A,U,mou,2024-06-01,,,withdrawn
A,V,mou,2025,,,active
"""
faults = []


def bounds(cell):
    """The first and the last day that a cell may mean; None where it is empty."""
    if not cell:
        return None
    parts = [part.rstrip("~?") for part in cell.split("/")]
    first, last = EVER, NEVER
    if parts[0] != "..":
        first = date(*map(int, (parts[0] + "-01-01").split("-")[:3]))
    if parts[-1] != "..":
        fields = list(map(int, parts[-1].split("-")))
        month = fields[1] if len(fields) > 1 else 12
        last = date(fields[0], month,
                    fields[2] if len(fields) > 2 else calendar.monthrange(fields[0], month)[1])
    return first, last


def months_on(day, months):
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


def reading(row):
    """(first, last) days on which a tie may hold and does, ends of its bar, and whether it is over.
    None where there is no such day."""
    start, end = bounds(row["signed"]), bounds(row["to"])
    if end is None and row["term_months"]:
        end = tuple(months_on(day, int(row["term_months"])) for day in start)
    over = row["status"] in ("expired", "terminated", "withdrawn")
    began = start or (EVER, NEVER)
    if over and began[0] <= AS_OF:
        ceiling = max(AS_OF - timedelta(1), began[0])
        if end is not None and end[0] <= ceiling:
            end = end[0], min(end[1], ceiling)
        else:
            end = began[0], ceiling
    elif over:
        over, end = False, (began[0], end[1] if end else NEVER)
    elif end is not None:
        over = end[1] < AS_OF
    if end is None:  # none is given: the bar stops and an arrow says that the tie does not
        stop = max(AS_OF, began[1] if began[1] != NEVER else began[0])
        sure = (began[1], stop) if began[1] != NEVER else None
        return (began[0], stop), sure, over, True
    sure = (began[1], end[0]) if began[1] <= end[0] else None
    return (began[0], end[1]), sure, over, False


def box(path):
    numbers = [float(found) for found in re.findall(r"-?\d+\.?\d*", path.get("d"))]
    return min(numbers[::2]), max(numbers[::2]), min(numbers[1::2]), max(numbers[1::2])


class Timeline:
    def __init__(self, path):
        self.root = xml.parse(path).getroot()
        ticks = [(text.text, float(text.get("x"))) for text in self.root.iter(SVG + "text")
                 if text.get("class") == "tick" and re.fullmatch(r"\d{4}", text.text)]
        (first, x), (last, u) = ticks[0], ticks[-1]
        self.first, self.x = date(int(first), 1, 1), x
        self.day = (u - x) / (date(int(last), 1, 1) - self.first).days
        guides = next(group for group in self.root.iter(SVG + "g") if group.get("class") == "guides")
        self.right = max(box(line)[1] for line in guides)
        self.left = x
        self.rows = {}
        for group in self.root.iter(SVG + "g"):
            if (group.get("class") or "").startswith("record"):
                self.rows[group.find(SVG + "title").text.split(":")[0]] = group

    def at(self, day, behind):
        """Where a day is; or, as the last one of a bar, its end."""
        if day in (EVER, NEVER):
            return self.left if day == EVER else self.right
        x = self.x + ((day - self.first).days + behind) * self.day
        return min(self.right, max(self.left, x))


def check(told, what, got, want, tolerance=HAIR):
    if abs(got - want) > tolerance:
        faults.append(f"{told}: {what} is at {got:.2f}, by the table at {want:.2f}")


def check_row(line, told, row, group):
    maybe, sure, over, endless = reading(row)
    outlined = row["status"] in ("planned", "disputed")
    pieces = [(path.get("class").split(), box(path)) for path in group if path.get("class")]
    bars = [(kind, where) for kind, where in pieces if kind[0] in ("sure", "maybe")]
    now = line.at(AS_OF, 0)
    begin, end = line.at(maybe[0], 0), line.at(maybe[1], not endless)
    check(told, "the bar's begin", min(where[0] for _, where in bars), begin, LEAST)
    if not (outlined and endless):  # an outline goes on to the head of its arrow
        check(told, "the bar's end", max(where[1] for _, where in bars), max(end, begin), LEAST)
    dark = [where for kind, where in bars if kind[0] == "sure"]
    if (sure is not None) != bool(dark):
        faults.append(f"{told}: sure on {sure}, drawn {dark}")
    elif dark:
        check(told, "the sure part's begin", min(where[0] for where in dark),
              line.at(sure[0], 0), LEAST if over else HAIR)
    if dark and sure and not (outlined and endless):
        check(told, "the sure part's end", max(where[1] for where in dark),
              max(line.at(sure[1], not endless), line.at(sure[0], 0)), LEAST)
    if over and max(where[1] for _, where in bars) > now + HAIR:
        faults.append(f"{told}: over, and drawn beyond the as-of date")
    height = {}
    for kind, where in () if outlined else bars:
        height.setdefault("ahead" in kind, set()).add(round(where[3] - where[2], 1))
        if where[0] < now - HAIR and where[1] > now + HAIR:
            faults.append(f"{told}: one piece before and behind the as-of date")
        if ("ahead" in kind) != ((where[0] + where[1]) / 2 > now):
            faults.append(f"{told}: thin where it should not be, or the other way round")
    if len(height) == 2 and max(height[True]) > 0.6 * min(height[False]):
        faults.append(f"{told}: not thinner behind the as-of date: {height}")
    arrows = [where for kind, where in pieces if kind[0] == "arrow"]
    left = any(where[1] <= line.left + HAIR for where in arrows)
    right = any(where[0] >= now - HAIR for where in arrows)
    if left != (maybe[0] < line.first) or right != (endless or maybe[1] == NEVER):
        faults.append(f"{told}: arrows left {left}, right {right}")


def main():
    entente, scratch = sys.argv[1], Path(sys.argv[3])
    folder = scratch / "ties"
    folder.mkdir(parents=True)
    (folder / "agreements.csv").write_text(TABLE, encoding="utf-8")
    subprocess.run([entente, "draw", folder, "--layout", "timeline", "--as-of", str(AS_OF), "-q",
                    "-o", scratch / "t.svg"], check=True)
    line = Timeline(scratch / "t.svg")
    rows = list(csv.DictReader(TABLE.splitlines()))
    for row in rows:
        told = f"{row['party_a']} – {row['party_b']}"
        if told not in line.rows:
            faults.append(f"{told}: no row")
            continue
        check_row(line, told, row, line.rows[told])
    if len(line.rows) != len(rows):
        faults.append(f"{len(line.rows)} rows for {len(rows)} agreements")
    # The end that a term gives is said as `profile` says it.
    told = subprocess.run([entente, "profile", folder, "F", "-q"], capture_output=True, text=True,
                          check=True).stdout
    if "for 36 months, last day in force 2024;" not in told:
        faults.append(f"profile: {told[:300]}")
    if line.rows["A – F"].find(SVG + "title").text != "A – F: mou 2021 – 2024":
        faults.append(line.rows["A – F"].find(SVG + "title").text)
    notes = " ".join(text.text for text in line.root.iter(SVG + "text")
                     if text.get("class") == "note")
    if re.search(r"\b0\b", notes):
        faults.append(f"a note of nothing: {notes}")
    print(*faults, sep="\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
