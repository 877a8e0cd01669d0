# SPDX-License-Identifier: GPL-2.0-or-later
# Holds the data sets against their own datapackage.json: columns, types, patterns, keys, references;
# and the numbers of rows in each README.md against the tables.
import csv
import json
import re
import sys
from datetime import date
from pathlib import Path


def days(text, whole):
    """First or last day of a date of any precision; None where it is open."""
    text = text.rstrip('~?%')
    if text in ('', '..'):
        return None
    part = [int(x) for x in text.split('-')] + ([] if whole else [])
    year, month, day = (part + [0, 0])[:3]
    if whole:
        return date(year, month or 1, day or 1)
    if day:
        return date(year, month, day)
    month = month or 12
    following = date(year + month // 12, month % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1)


def check_date(text):
    first, _, last = text.partition('/')
    low, high = days(first, True), days(last or first, False)
    if low and high and low > high:
        raise ValueError(f'{text} ends before it begins')


def check_cell(field, cell):
    limit = field.get('constraints', {})
    if cell == '':
        return 'is empty' if limit.get('required') else None
    if cell != cell.strip():
        return 'has a blank at its edge'
    if field['type'] == 'integer' and not re.fullmatch(r'-?(0|[1-9]\d*)', cell):
        return 'is no whole number'
    if field['type'] == 'number' and not re.fullmatch(r'-?\d+(\.\d+)?', cell):
        return 'is no number'
    if 'enum' in limit and cell not in limit['enum']:
        return 'is not in the list of values'
    if 'pattern' in limit and not re.fullmatch(limit['pattern'], cell):
        return 'does not match the pattern'
    if 'minimum' in limit and float(cell) < limit['minimum']:
        return 'is too small'
    if 'maximum' in limit and float(cell) > limit['maximum']:
        return 'is too large'
    if field['description'].startswith('EDTF'):
        try:
            check_date(cell)
        except ValueError as why:
            return f'is no date: {why}'
    return None


def read(folder, resource, fail):
    path = folder / resource['path']
    raw = path.read_bytes()
    if raw.startswith(b'\xef\xbb\xbf') or b'\r' in raw or not raw.endswith(b'\n'):
        fail(path, 0, 'has a byte-order mark, a carriage return or no final newline')
    lines = list(csv.reader(raw.decode(resource['encoding']).splitlines(), strict=True))
    fields = resource['schema']['fields']
    names = [field['name'] for field in fields]
    if lines[0] != names:
        fail(path, 1, f'header is {lines[0]}, the package says {names}')
    rows = []
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(names):
            fail(path, number, f'has {len(line)} cells, not {len(names)}')
            continue
        for field, cell in zip(fields, line):
            why = check_cell(field, cell)
            if why:
                fail(path, number, f'{field["name"]} "{cell}" {why}')
        rows.append(dict(zip(names, line)))
    return rows


def check_unique(path, rows, columns, fail):
    seen = {}
    for number, row in enumerate(rows, 2):
        key = tuple(row[column] for column in columns)
        if key in seen:
            fail(path, number, f'repeats the key {key} of line {seen[key]}')
        seen.setdefault(key, number)


def check_references(path, rows, column, separator, keys, fail):
    for number, row in enumerate(rows, 2):
        cells = row[column].split(separator) if separator else [row[column]]
        for cell in cells:
            if row[column] != '' and cell not in keys:
                fail(path, number, f'{column} "{cell}" is not there')
        if len(set(cells)) < len(cells):
            fail(path, number, f'{column} names one thing twice')


def check_package(folder, fail):
    package = json.loads((folder / 'datapackage.json').read_text(encoding='utf-8'))
    tables = {r['name']: read(folder, r, fail) for r in package['resources']}
    if {p.name for p in folder.glob('*.csv')} != {r['path'] for r in package['resources']}:
        fail(folder, 0, 'the package does not list the tables that are there')
    for resource in package['resources']:
        rows, schema = tables[resource['name']], resource['schema']
        path = folder / resource['path']
        key = schema.get('primaryKey', [])
        if key:
            check_unique(path, rows, [key] if isinstance(key, str) else key, fail)
        for field in schema['fields']:
            if field.get('constraints', {}).get('unique'):
                check_unique(path, rows, [field['name']], fail)
        for foreign in schema.get('foreignKeys', []):
            other = foreign['reference']
            keys = {row[other['fields']] for row in tables[other['resource']]}
            check_references(path, rows, foreign['fields'], None, keys, fail)
        for foreign in schema.get('entente:references', []):
            keys = {row[foreign['key']] for name in foreign['resources'] for row in tables[name]}
            check_references(path, rows, foreign['field'], foreign.get('separator'), keys, fail)
    return tables


def check_readme(folder, tables, fail):
    path = folder / 'README.md'
    told = re.findall(r'^\| `(\w+)\.csv` \| (\d+) \|', path.read_text(encoding='utf-8'), re.M)
    if dict(told) != {name: str(len(rows)) for name, rows in tables.items()}:
        fail(path, 0, f'tells of {told}')


def main():
    faults = []

    def fail(path, line, what):
        faults.append(f'{path}:{line}: {what}')

    folders = sorted(Path(sys.argv[1]).iterdir())
    for folder in folders:
        tables = check_package(folder, fail)
        check_readme(folder, tables, fail)
        print(folder.name, {name: len(rows) for name, rows in tables.items()})
    print('\n'.join(faults))
    return 1 if faults or not folders else 0


if __name__ == '__main__':
    sys.exit(main())
