#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
# Writes docs/measures.md to standard output, from the command's own table of measures.
# Usage: sh docs/measures.sh COMMAND >docs/measures.md
set -eu
entente=$(realpath "$1")
cd "$(dirname "$0")/.."

# An example: the command line as a reader types it, and what it prints.
# shellcheck disable=SC2317
entente() { "$entente" "$@"; }
# The back quotes are Markdown's.
# shellcheck disable=SC2016
show() {
    printf '```sh\n%s\n```\n\n```text\n' "$1"
    eval "$1" 2>/dev/null | sed 's/ *$//'
    printf '```\n'
}

cat <<'END'
# Measures

This page is written by `docs/measures.sh` from the table that the command, its help and its
reports use. A name carries its convention: rival programs print different numbers under one word,
and [what they print](#one-actor-under-every-convention) can be looked up.

n and m are the actors and ties of the view; d is a distance in ties; n_i is the number of actors in
the component of the actor. Undefined is an empty cell, never 0. Values are rounded to 12
significant digits before ranking and writing.

## The Medici by hand

The marriages among 16 Florentine families of the 15th century (Padgett and Ansell 1993), of which
the Pucci married none of the others.

END
show 'entente rank datasets/florentine --format table --measure degree,betweenness,betweenness_normalised,constraint,effective_size | head -4'
cat <<'END'

The Medici have 6 partners. Among these there is one marriage (Ridolfi and Tornabuoni), so their
effective size is 6 - 2 * 1 / 6 = 5.6667. Of the 105 pairs of other families, half pairs counted,
47.5 reach each other by the Medici: 47.5 / 105 = 0.4524. Without the Pucci there are 91 pairs, and
the same 47.5 give the published 0.5220: an isolate lowers every normalised value.

Their distances are 1 to 6 families, 2 to 5 and 3 to 3, in sum 25; the Pucci are out of reach. Each
convention makes another number of it.

| measure | by hand | value |
|---|---|---|
| `closeness_component` | 14 / 25 | 0.56 |
| `closeness_wasserman_faust` | 14 / 15 * 14 / 25 | 0.522667 |
| `closeness_unreachable_n` | 15 / (25 + 16) | 0.365854 |
| `closeness_freeman` | some family is out of reach | 0 |
| `closeness_harmonic` | (6 + 5 / 2 + 3 / 3) / 15 | 0.633333 |

END
show 'entente rank datasets/florentine --format table --measure closeness_harmonic,closeness_component,closeness_wasserman_faust,closeness_unreachable_n,closeness_freeman | head -3'
cat <<'END'

## The Medici as brokers

Two groups of fifteen families: the Medici with four of the families they married, and the rest (the
column `split`; the Pucci have no value and are left out).

END
show 'entente rank datasets/florentine --by split --format table --measure broker_total,broker_coordinator,broker_consultant,broker_gatekeeper,broker_representative,broker_liaison | head -4'
cat <<'END'

Of the six partners of the Medici four are of their own group: 4 * 3 = 12 ordered pairs, of which
Ridolfi and Tornabuoni are tied both ways, so 10 as coordinator. The other two, Albizzi and
Barbadori, are not tied: 2 as consultant. From outside in 2 * 4 = 8 as gatekeeper, as many back out
as representative, 28 in all. With 20 ties among 15 families the density d is 40 / (15 * 14), and
chance would give d^2 (1 - d) * 14 * 13 = 5.3454 of them.

END
show 'entente rank datasets/florentine --by split --format table --measure broker_total,broker_total_expected,broker_total_z,broker_coordinator_z,broker_consultant_z | head -3'
cat <<'END'

## Evelyn Jefferson by hand

The 18 women of Davis' Southern Women (1941) met at 14 social events: a network of two modes, in
which no tie joins two women or two events. The one-mode formulas cannot reach 1 there; these are
divided by the largest value that two modes of these sizes allow (Borgatti and Everett 1997).

END
show 'entente rank datasets/davis --view affiliations --format table --measure degree_two_mode,closeness_two_mode,betweenness_two_mode,betweenness | grep -E "rank|Evelyn"'
cat <<'END'

Evelyn went to 8 of the 14 events: 8 / 14 = 0.5714. A woman is at best 1 from each of the 14 events
and 2 from each of the 17 other women, 14 + 2 * 17 = 48; Evelyn's distances add up to 60: 48 / 60 =
0.8. No woman of 18 can lie between more than 445 pairs (s = 1, t = 3); Evelyn lies between 42.9802:
0.0966.

## One actor under every convention

`entente measures --compare` shows what other programs print of one actor, so that a table from
elsewhere can be recognised. Rows that are "compared with it" are held by the tests against the
program itself; the others are as its makers document it. The harmonic closeness of the Medici, for
one:

END
show 'entente measures --compare datasets/florentine Medici --format table | grep -E "^(quantity|harmonic)" | cut -c 23-133'
cat <<'END'

## All measures

END
"$entente" measures --markdown
