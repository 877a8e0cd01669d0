#!/usr/bin/python3
# SPDX-License-Identifier: GPL-2.0-or-later
"""Writes a data set shaped like the world's city partnerships, the same bytes each time.

usage: generate.py S|M|L|XL FOLDER

Cities lie in countries whose sizes follow Zipf's law, and each has a Pareto fitness. Each signs an
agreement; the others are signed by cities drawn by fitness, with a partner drawn by fitness in a
country that the own country favours, or close a triangle. A share of the cities keeps to small
groups, so that the largest component has the share `giant`. M has the size and shape that are
published of Wikipedia's sister cities: 11,600 actors, 15,200 ties, 61 % in the largest component,
clustering 0.11. Only uniform numbers are drawn, so that the bytes do not hang on a library's
version.
"""
import os
import sys
from typing import NamedTuple

import numpy as np

SEED = 20240607
SYLLABLES = (
    "ba be bo bra can cas do dor el fa fon gar gro ham hel ing ja ka kra la len lin lo ma mar mo "
    "mün na nor o pa par po que ra ro são sa sel sten ta tor ul va ver vil wa zü å").split()

# Codes of ISO 3166-1; which country is how large means nothing.
COUNTRIES = (
    "AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ "
    "BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM "
    "DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS "
    "GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN "
    "KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ "
    "MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM "
    "PN PR PS PT PW PY QA RE RO RS RU RW SA SB SC SD SE SG SH SI").split()


class Size(NamedTuple):
    cities: int
    agreements: int
    countries: int
    networks: int
    giant: float  # share of the cities in the largest component
    home: float  # of the agreements within a country
    triangles: float  # of the later agreements that close a triangle


SIZES = {
    "S": Size(400, 900, 30, 12, 0.97, 0.25, 0.25),
    "M": Size(12000, 16000, 150, 60, 0.64, 0.10, 0.80),
    "L": Size(100000, 1000000, 180, 300, 0.97, 0.35, 0.15),
    "XL": Size(1000000, 5000000, 200, 1000, 0.97, 0.35, 0.15),
}


class Draw:
    """What is drawn by lot, all from one stream of uniform numbers."""

    def __init__(self):
        self.stream = np.random.Generator(np.random.PCG64(SEED))

    def uniform(self, *shape):
        return self.stream.random(shape)

    def below(self, limit, count):
        return np.minimum((self.uniform(count) * limit).astype(np.int64), limit - 1)

    def pareto(self, alpha, *shape):
        return (1 - self.uniform(*shape)) ** (-1 / alpha) - 1

    def normal(self, count):
        radius = np.sqrt(-2 * np.log(1 - self.uniform(count)))
        return radius * np.cos(2 * np.pi * self.uniform(count))

    def order(self, count):
        return np.argsort(self.uniform(count), kind="stable")

    def weighted(self, weights, count):
        sums = np.cumsum(weights)
        picked = np.searchsorted(sums, self.uniform(count) * sums[-1], side="right")
        return np.minimum(picked, len(weights) - 1)


class World:
    """Cities in order of their countries, with what decides who signs with whom."""

    def __init__(self, draw, size):
        self.draw, self.size = draw, size
        zipf = 1 / np.arange(1, size.countries + 1) ** 0.9
        self.country = np.sort(draw.weighted(zipf, size.cities))
        self.first = np.searchsorted(self.country, np.arange(size.countries + 1))
        fitness = draw.pareto(1.9, size.cities) + 0.3
        ties = 2 * size.agreements / size.cities
        most = fitness.mean() * ties**-0.3 * size.cities**0.42
        self.fitness = np.minimum(fitness, most)
        self.apart = draw.uniform(size.cities) > size.giant
        self.sums = np.concatenate([[0], np.cumsum(np.where(self.apart, 0, self.fitness))])
        self.favour = np.cumsum(self.affinity(zipf), axis=1)
        self.favour[:, -1] = 1

    def affinity(self, zipf):
        """The chance, by country, that a partner lies in each country; rows add up to 1."""
        count = self.size.countries
        table = np.zeros((count, count))
        for country in range(count):
            keys = -np.log(1 - self.draw.uniform(count)) / zipf
            friends = np.argsort(keys, kind="stable")[: min(count, 12)]
            table[country, friends] = self.draw.pareto(1.2, len(friends)) + 0.1
        mass = np.diff(self.sums[self.first])
        table = (table + table.T) * mass
        np.fill_diagonal(table, 0)
        table += 1e-6 * mass
        table *= (1 - self.size.home) / table.sum(axis=1, keepdims=True)
        table[np.arange(count), np.arange(count)] += self.size.home
        return table

    def signers(self, count):
        return self.draw.weighted(np.diff(self.sums), count)

    def partners(self, signers):
        country = np.empty(len(signers), np.int64)
        own, chance = self.country[signers], self.draw.uniform(len(signers))
        for each in np.unique(own):
            at = np.nonzero(own == each)[0]
            country[at] = np.searchsorted(self.favour[each], chance[at])
        country = np.minimum(country, self.size.countries - 1)
        low, high = self.sums[self.first[country]], self.sums[self.first[country + 1]]
        point = low + self.draw.uniform(len(signers)) * (high - low)
        return np.clip(np.searchsorted(self.sums, point, side="right") - 1, 0,
                       self.size.cities - 1)


def add(keys, a, b, cities):
    """Adds the pairs that are not there; a pair is one number."""
    pair = np.unique(np.minimum(a, b)[a != b] * cities + np.maximum(a, b)[a != b])
    return np.concatenate([keys, pair[~np.isin(pair, keys)]])


def close_triangles(world, keys, count):
    """For some ties x-y, y's neighbour z: the pairs x-z."""
    cities, draw = world.size.cities, world.draw
    a, b = keys // cities, keys % cities
    source, target = np.concatenate([a, b]), np.concatenate([b, a])
    target = target[np.argsort(source, kind="stable")]
    first = np.searchsorted(np.sort(source), np.arange(cities + 1))
    tie, turned = draw.below(len(keys), count), draw.uniform(count) < 0.5
    x, y = np.where(turned, b[tie], a[tie]), np.where(turned, a[tie], b[tie])
    x, y = x[~world.apart[x]], y[~world.apart[x]]
    chance = draw.uniform(len(y))
    return x, target[first[y] + (chance * (first[y + 1] - first[y])).astype(np.int64)]


def sign(world):
    """The agreements, as two arrays of cities."""
    size, draw = world.size, world.draw
    cities = size.cities
    keys = np.empty(0, np.int64)
    within = np.nonzero(~world.apart)[0]
    keys = add(keys, within, world.partners(within), cities)
    apart = np.nonzero(world.apart)[0]
    apart = apart[draw.order(len(apart))]
    half = len(apart) // 2
    keys = add(keys, apart[:half], apart[half : 2 * half], cities)
    if len(apart) > 0:  # some pairs become small groups
        at = draw.below(len(apart), len(apart) // 6)
        beside = np.minimum(at + 1 + draw.below(3, len(at)), len(apart) - 1)
        keys = add(keys, apart[at], apart[beside], cities)
    while len(keys) < size.agreements:
        missing = size.agreements - len(keys)
        closing = int(missing * size.triangles)
        signers = world.signers(missing - closing)
        keys = add(keys, signers, world.partners(signers), cities)
        if closing > 0:
            keys = add(keys, *close_triangles(world, keys, closing), cities)
    keys = keys[draw.order(len(keys))][: size.agreements]
    turned = draw.uniform(len(keys)) < 0.5
    a, b = keys // cities, keys % cities
    return np.where(turned, b, a), np.where(turned, a, b)


def quoted(text):
    return '"' + text.replace('"', '""') + '"' if "," in text or '"' in text else text


def names(draw, count):
    """Made-up names; some with accents, blanks, commas and quotes."""
    lengths, picks, kinds = 2 + draw.below(3, count), draw.below(
        len(SYLLABLES), 4 * count).reshape(-1, 4), draw.uniform(count)
    for length, pick, kind in zip(lengths, picks, kinds):
        name = "".join(SYLLABLES[i] for i in pick[:length]).capitalize()
        if kind < 0.02:
            name += ", " + SYLLABLES[pick[3]].upper()
        elif kind < 0.023:
            name += ' "' + SYLLABLES[pick[3]] + '"'
        elif kind < 0.10:
            name = "San " + name
        elif kind < 0.15:
            name += "-" + SYLLABLES[pick[2]] + "burg"
        yield quoted(name)


def write(folder, file, header, lines):
    with open(os.path.join(folder, file), "w", encoding="utf-8", newline="") as out:
        out.write(header + "\n")
        out.writelines(lines)


def main(name, folder):
    size, draw = SIZES[name], Draw()
    world = World(draw, size)
    a, b = sign(world)
    # Ids ascend with the rows of the table and say nothing of the structure.
    row = draw.order(size.cities)
    city = 60 + np.cumsum(1 + draw.below(23, size.cities))
    middle = draw.uniform(2, size.countries)
    lat = np.clip((middle[0] * 105 - 40)[world.country] + 3 * draw.normal(size.cities), -55, 71)
    lon = (middle[1] * 270 - 120)[world.country] + 5 * draw.normal(size.cities)
    called = list(names(draw, size.cities))
    os.makedirs(folder, exist_ok=True)
    write(folder, "cities.csv", "id,name,country,latitude,longitude", (
        f"Q{city[i]},{called[v]},{COUNTRIES[world.country[v]]},{lat[v]:.4f},{lon[v]:.4f}\n"
        for i, v in enumerate(np.argsort(row, kind="stable"))))
    write(folder, "networks.csv", "id,name,founded", (
        f'N{k},"Network of {SYLLABLES[k % len(SYLLABLES)].capitalize()} Cities, {k}",'
        f"{1950 + k % 70}\n" for k in range(size.networks)))
    members = size.cities * 5 // 2
    joined = draw.weighted(world.fitness, members) * size.networks + draw.weighted(
        1 / np.arange(1, size.networks + 1) ** 0.8, members)
    joined = np.unique(joined)
    joined = joined[draw.order(len(joined))]
    since = 1960 + draw.below(65, len(joined))
    write(folder, "memberships.csv", "member,network,from", (
        f"Q{city[row[pair // size.networks]]},N{pair % size.networks},{year}\n"
        for pair, year in zip(joined, since)))
    late = np.sort(draw.uniform(len(a), 5), axis=1)[:, 3]  # most are of the last decades
    year, month, day = 1947 + (late * 78).astype(int), 1 + draw.below(12, len(a)), 1 + draw.below(
        28, len(a))
    write(folder, "agreements.csv", "party_a,party_b,signed", (
        f"Q{city[row[a[i]]]},Q{city[row[b[i]]]},{year[i]}-{month[i]:02d}-{day[i]:02d}\n"
        for i in range(len(a))))


if __name__ == "__main__":
    if len(sys.argv) != 3 or sys.argv[1] not in SIZES:
        sys.exit(__doc__.split("\n\n")[1])
    main(*sys.argv[1:])
