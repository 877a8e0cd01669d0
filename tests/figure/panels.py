# SPDX-License-Identifier: GPL-2.0-or-later
"""Reads the scene of maps whose panels stand on the map itself: no mark and no line of the main map
lies under a panel, whoever stands in its frame stands in it too, and farther apart."""
import json
import math
import os
import subprocess
import sys

command, source, scratch = sys.argv[1:4]


def draw(name, arguments):
    scene = os.path.join(scratch, name + '.json')
    figure = os.path.join(scratch, name + '.svg')
    subprocess.run([command, 'draw', *arguments, '--layout', 'map', '-o', figure, '--scene', scene,
                    '--quiet'], check=True)
    with open(scene, encoding='utf-8') as file:
        return json.load(file)['items']


def box_of(item):
    x, y = zip(*item['runs'][0])
    return min(x), min(y), max(x), max(y)


def holds(box, point):
    return box[0] <= point[0] <= box[2] and box[1] <= point[1] <= box[3]


def points_of(run, curved):
    """Points close to each other along a run of lines or of cubics."""
    for i in range(0, len(run) - 1, 3 if curved else 1):
        for k in range(21):
            t, s = k / 20, 1 - k / 20
            share = (s ** 3, 3 * s * s * t, 3 * s * t * t, t ** 3) if curved else (s, t)
            yield [sum(w * p[axis] for w, p in zip(share, run[i:])) for axis in range(2)]


def check(name, arguments, least):
    items = draw(name, arguments)
    boxes = [box_of(item) for item in items
             if item.get('class') == 'inset' and item['shape'] == 'path']
    frames, panels = boxes[0::2], boxes[1::2]
    assert len(frames) == len(panels) >= least, (name, len(frames), least)
    marks = [item for item in items if item['shape'] == 'circle' and item.get('actor')]
    main = {item['actor']: item['center'] for item in marks if item.get('id')}
    ties = [item for item in items if item.get('id') and item.get('class', '').startswith('tie')]
    assert main and ties, name
    for frame, panel in zip(frames, panels):
        assert not [actor for actor, at in main.items() if holds(panel, at)], name
        for tie in ties:
            for run in tie['runs']:
                for at in points_of(run, tie['shape'] == 'curve'):
                    assert not holds(panel, at), (name, tie['id'], at)
        crowd = [actor for actor, at in main.items() if holds(frame, at)]
        again = {item['actor']: item['center'] for item in marks
                 if not item.get('id') and holds(panel, item['center'])}
        assert len(crowd) >= 5 and set(crowd) <= set(again), (name, crowd, sorted(again))
        for a in crowd:
            for b in crowd:
                assert math.dist(again[a], again[b]) >= 2 * math.dist(main[a], main[b]), (name, a, b)


cities = os.path.join(source, 'datasets', 'learning-cities')
check('slide', [cities, '--view', 'agreements', '--preset', 'slide'], 2)
check('whole', [cities, '--preset', 'slide', '--theme', 'dark'], 1)

# A part of the world: six places about 2 km apart and two some 200 km off.
part = os.path.join(scratch, 'part')
os.makedirs(part, exist_ok=True)
places = [(37.500, 127.000), (37.516, 127.004), (37.484, 126.996), (37.504, 127.024),
          (37.496, 126.976), (37.488, 127.020), (35.9, 128.6), (36.6, 125.2)]
with open(os.path.join(part, 'cities.csv'), 'w', encoding='utf-8') as file:
    file.write('id,name,latitude,longitude\n')
    for i, (latitude, longitude) in enumerate(places):
        file.write(f'c{i},Place number {i},{latitude},{longitude}\n')
with open(os.path.join(part, 'agreements.csv'), 'w', encoding='utf-8') as file:
    file.write('party_a,party_b\n')
    for i in range(1, len(places)):
        file.write(f'c0,c{i}\n')
check('part', [part, '--view', 'agreements', '--preset', 'slide'], 1)
check('part-report', [part, '--view', 'agreements'], 1)


def write(name, places):
    """A data set of places, each tied to the next."""
    folder = os.path.join(scratch, name)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'cities.csv'), 'w', encoding='utf-8') as file:
        file.write('id,name,latitude,longitude\n')
        for i, (latitude, longitude) in enumerate(places):
            file.write(f'p{i:03},Place {i},{latitude:.3f},{longitude:.3f}\n')
    with open(os.path.join(folder, 'agreements.csv'), 'w', encoding='utf-8') as file:
        file.write('party_a,party_b\n')
        for i in range(1, len(places)):
            file.write(f'p{i - 1:03},p{i:03}\n')
    return folder


def panels_of(name, arguments):
    """The panels of a map, and the places of each mark drawn."""
    items = draw(name, arguments)
    boxes = [box_of(item) for item in items
             if item.get('class') == 'inset' and item['shape'] == 'path']
    return boxes[1::2], {tuple(item['center'])
                         for item in items if item['shape'] == 'circle' and item.get('actor')}


# A crowd of 200 over 20 by 12 degrees and four places overseas: one panel, which holds nine tenths
# of it and is filled by it, not cut through it.
crowd = [(42 + 12 * (i * 0.6180339887 % 1), -4 + 20 * (i * 0.7548776662 % 1)) for i in range(200)]
overseas = [(5.2, -52.6), (-21.0, 55.3), (-26.3, -48.8), (35.7, 139.7)]
panels, centers = panels_of('crowd', [write('crowd', crowd + overseas), '--view', 'agreements'])
assert len(panels) == 1, len(panels)
inside = [at for at in centers if holds(panels[0], at)]
assert len(inside) >= 180, len(inside)
across, down = ([at[axis] for at in inside] for axis in range(2))
for axis, along in enumerate((across, down)):
    share = (max(along) - min(along)) / (panels[0][axis + 2] - panels[0][axis])
    assert share >= 0.6, (axis, share)

# Places at one point: there is nothing to enlarge.
panels, centers = panels_of('spot', [write('spot', [(36.5, 127.1)] * 12), '--view', 'agreements'])
assert not panels and centers, panels
panels, centers = panels_of('spots', [write('spots', [(36.5, 127.1)] * 12 + overseas),
                                      '--view', 'agreements'])
assert not panels and centers, panels
