# SPDX-License-Identifier: GPL-2.0-or-later
"""The CSV reader against Python's csv module in strict mode.

Usage: compare_csv.py READER  (the program of csv.c)

On every string of up to seven of the characters  a , " LF CR  and on random longer ones: the reader
finds no fault exactly where RFC 4180 has none, and then gives the rows that Python gives. And
whatever Python writes, the reader reads."""
import csv
import io
import itertools
import random
import re
import subprocess
import sys

FIELD = r'(?:"(?:[^"]|"")*"|[^",\r\n]*)'
RECORD = FIELD + "(?:," + FIELD + ")*"
TABLE = re.compile(RECORD + r"(?:(?:\r\n|\r|\n)" + RECORD + ")*")


def python_rows(text):
    """Rows with text in them, or None where Python refuses."""
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error:
        return None
    return [row for row in rows if any(row)]


def reader_rows(line):
    """The same from the reader's answer; None when a record is faulty."""
    if line == "refused":
        return []
    records = line.split()
    if "!" in records:
        return None
    rows = [[bytes.fromhex(field).decode() for field in record.split(",")]
            for record in records if record != "-"]
    return [row for row in rows if any(row)]


def ask(reader, texts):
    """The reader's answers to many tables at once."""
    given = "".join(text.encode().hex() + "\n" for text in texts)
    answer = subprocess.run([reader], input=given, capture_output=True, text=True, check=True)
    lines = answer.stdout.split("\n")[:-1]
    assert len(lines) == len(texts), (len(lines), len(texts))
    return lines


def any_text(rng):
    for length in range(1, 8):
        for letters in itertools.product('a,"\n\r', repeat=length):
            yield "".join(letters)
    for _ in range(20000):
        yield "".join(rng.choices('ab,"\n\r', weights=(4, 2, 4, 5, 3, 1), k=rng.randint(8, 60)))


def written_table(rng):
    rows = [["".join(rng.choices('a \t,;"\n\r서é', k=rng.randint(0, 6)))
             for _ in range(rng.randint(1, 4))] for _ in range(rng.randint(1, 5))]
    out = io.StringIO(newline="")
    csv.writer(out, quoting=csv.QUOTE_ALL,
               lineterminator=rng.choice(["\n", "\r\n", "\r"])).writerows(rows)
    return [row for row in rows if any(row)], out.getvalue()


def main():
    reader = sys.argv[1]
    rng = random.Random(1)
    wrong = compared = 0
    texts = list(any_text(rng))
    for text, line in zip(texts, ask(reader, texts)):
        ours = reader_rows(line)
        theirs = python_rows(text) if TABLE.fullmatch(text) else None
        compared += ours is not None
        if ours != theirs:
            wrong += 1
            print(f"{text!r}: reader {ours}, Python {theirs}")
    tables = [written_table(rng) for _ in range(5000)]
    for (rows, text), line in zip(tables, ask(reader, [text for _, text in tables])):
        compared += 1
        if reader_rows(line) != rows:
            wrong += 1
            print(f"{text!r}: reader {reader_rows(line)}, written {rows}")
    print(f"{compared} tables compared, {wrong} wrong")
    return wrong > 0 or compared < 10000


sys.exit(main())
