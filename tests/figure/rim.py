# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the scenes of a chord diagram with one large arc and many small ones, and of a circle of 500
ties: each name is beside its arc, and the ties cover less than half of the way about the circle."""
import json
import math
import os
import subprocess
import sys

command, scratch = sys.argv[1:3]

# One country tied to 22 others, the first of which have many cities: small arcs stand in a row.
folder = os.path.join(scratch, 'countries')
os.makedirs(folder, exist_ok=True)
sizes = [150, 90, 60] + [20 - i // 2 for i in range(16)]
cities, ties = [], []
for i, size in enumerate(sizes):
    for k in range(size):
        cities.append(f'c{i}-{k},City {i} {k},Country {i:02}')
        ties.append(f'h{len(ties) % 150},c{i}-{k}')
cities += [f'h{k},Home {k},Home' for k in range(150)]
with open(os.path.join(folder, 'cities.csv'), 'w', encoding='utf-8') as file:
    file.write('id,name,land\n' + '\n'.join(cities) + '\n')
with open(os.path.join(folder, 'agreements.csv'), 'w', encoding='utf-8') as file:
    file.write('party_a,party_b\n' + '\n'.join(ties) + '\n')


def draw(layout, preset='report'):
    scene = os.path.join(scratch, layout + '.json')
    subprocess.run([command, 'draw', folder, '--layout', layout, '--color-by', 'land', '--preset',
                    preset, '-o', os.path.join(scratch, layout + '.svg'), '--scene', scene,
                    '--quiet'], check=True)
    with open(scene, encoding='utf-8') as file:
        return json.load(file)['items']


for preset in 'report', 'slide', 'web', 'print':
    items = draw('chord', preset)
    arcs = {item['title'].split(':')[0]: item['runs'][0] for item in items
            if item.get('class') == 'arc'}
    names = [item for item in items if item.get('class') == 'label']
    counts = [item for item in items if item.get('class') == 'count']
    assert len(arcs) >= 8 and len(names) >= 0.8 * len(arcs), (preset, len(arcs), len(names))
    assert len(counts) == len(names), (preset, len(counts), len(names))
    for name, count in zip(sorted(names, key=lambda item: item['actor']),
                           sorted(counts, key=lambda item: item['actor'])):
        assert name['at'][1] == count['at'][1], (preset, name['text'], 'not on one line')
        y = name['box'][1] + name['box'][3] / 2
        own = [point[1] for point in arcs[name['actor']]]
        off = max(min(own) - y, y - max(own), 0)
        assert off <= 2 * name['size'], (preset, name['text'], off)

items = draw('circle')
lines = [item for item in items if item.get('class', '').startswith('tie ')]
marks = [item['center'] for item in items if item['shape'] == 'circle' and item.get('actor')]
assert len(lines) == len(ties)
middle = [sum(at[axis] for at in marks) / len(marks) for axis in range(2)]
around = 2 * math.pi * max(math.dist(at, middle) for at in marks)
covered = sum(2 * line['width'] * int(line['stroke'][7:9], 16) / 255 for line in lines)
assert covered < 0.5 * around, covered / around
