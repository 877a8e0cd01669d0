/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks of a dozen shapes and many sizes, undirected or directed, with lengths: what all-pairs
 * kernels are held against igraph on. */
#ifndef ENT_TESTS_SHAPES_H
#define ENT_TESTS_SHAPES_H

#include <stdlib.h>

#include "base/random.h"
#include "network/network_i.h"
#include "unit/unit.h"

enum { MOST_TIES = 12000, NETWORKS = 500 };

static const char *const kernels[] = {"plain", "avx2", "avx512"};
static const int threads[] = {1, 2, 7};

static ent_tie_t ties[MOST_TIES];
static double length[MOST_TIES];

typedef struct shape {
    size_t actors;
    size_t ties;
} shape_t;

static inline void join(shape_t *shape, size_t a, size_t b)
{
    if (a == b || shape->ties == MOST_TIES)
        return;
    ties[shape->ties++] = (ent_tie_t){(ent_id_t)(a < b ? a : b), (ent_id_t)(a < b ? b : a), 1};
}

static inline size_t below(ent_i_random_t *random, size_t limit)
{
    return (size_t)ent_i_random_below(random, limit);
}

static inline void make_random(shape_t *shape, ent_i_random_t *random, size_t from, size_t count,
                               size_t wanted)
{
    for (size_t i = 0; i < wanted && count > 1; i++)
        join(shape, from + below(random, count), from + below(random, count));
}

static inline void make_ring(shape_t *shape, size_t from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        join(shape, from + i, from + (i + 1) % count);
}

/* One of a dozen shapes, by number. */
static inline shape_t make_shape(size_t number, ent_i_random_t *random)
{
    static const size_t sizes[] = {0, 1, 2, 3, 5, 17, 63, 64, 65, 150, 300, 500};
    size_t n = sizes[number / 12 % 12];
    shape_t shape = {.actors = n};

    switch (number % 12) {
    case 0: /* sparse, in pieces */
        make_random(&shape, random, 0, n, n / 2);
        break;
    case 1: /* dense */
        make_random(&shape, random, 0, n, 8 * n);
        break;
    case 2: /* a tree */
        for (size_t i = 1; i < n; i++)
            join(&shape, i, below(random, i));
        break;
    case 3: /* a long path */
        for (size_t i = 1; i < n; i++)
            join(&shape, i - 1, i);
        break;
    case 4: /* a ring: distances from neighbouring sources differ */
        make_ring(&shape, 0, n);
        break;
    case 5: /* a clique */
        for (size_t i = 0; i < n && i < 80; i++)
            for (size_t j = 0; j < i; j++)
                join(&shape, i, j);
        break;
    case 6: /* a star */
        for (size_t i = 1; i < n; i++)
            join(&shape, 0, i);
        break;
    case 7: /* two modes */
        for (size_t i = 0; i < 3 * n && n > 4; i++)
            join(&shape, below(random, n / 3), n / 3 + below(random, n - n / 3));
        break;
    case 8: /* rings that share one actor each */
        for (size_t at = 0; at + 5 < n; at += 5)
            make_ring(&shape, at, 6);
        break;
    case 9: /* a lattice: very many shortest paths */
        for (size_t i = 0; i < n; i++) {
            if ((i + 1) % 20 != 0 && i + 1 < n)
                join(&shape, i, i + 1);
            if (i + 20 < n)
                join(&shape, i, i + 20);
        }
        break;
    case 10: /* two dense parts on one bridge, with leaves */
        make_random(&shape, random, 0, n / 3, n);
        make_random(&shape, random, n / 3, n / 3, n);
        if (n > 5)
            join(&shape, 0, n / 3);
        for (size_t i = 2 * (n / 3); i < n && n > 5; i++)
            join(&shape, i, below(random, 2 * (n / 3)));
        break;
    default: /* random, about connected */
        make_random(&shape, random, 0, n, 2 * n);
    }
    return shape;
}

/* The rows of those who are tied to `from`, of an undirected network also the other way. */
static inline void lay_out_rows(const shape_t *shape, bool in, bool both, size_t **offset,
                                ent_id_t **neighbour, ent_id_t **via)
{
    size_t used = 0;

    *offset = calloc(shape->actors + 1, sizeof **offset);
    *neighbour = calloc(2 * shape->ties + 1, sizeof **neighbour);
    *via = calloc(2 * shape->ties + 1, sizeof **via);
    for (size_t v = 0; v < shape->actors; v++) {
        for (size_t i = 0; i < shape->ties; i++) {
            size_t from = (size_t)(in ? ties[i].b : ties[i].a);
            size_t to = (size_t)(in ? ties[i].a : ties[i].b);

            if (from != v && !(both && to == v))
                continue;
            (*via)[used] = (ent_id_t)i;
            (*neighbour)[used++] = (ent_id_t)(from == v ? to : from);
        }
        (*offset)[v + 1] = used;
    }
}

/* Lays the ties out as they are given, parallel ones each for itself. */
static inline ent_network_t *lay_out(const shape_t *shape, bool directed)
{
    ent_network_t *network = calloc(1, sizeof *network);

    assert_non_null(network);
    network->actor_count = shape->actors;
    network->tie_count = shape->ties;
    network->directed = directed;
    network->a = calloc(shape->ties + 1, sizeof *network->a);
    network->b = calloc(shape->ties + 1, sizeof *network->b);
    network->weight = calloc(shape->ties + 1, sizeof *network->weight);
    for (size_t i = 0; i < shape->ties; i++) {
        network->a[i] = ties[i].a;
        network->b[i] = ties[i].b;
        network->weight[i] = 1;
    }
    lay_out_rows(shape, false, !directed, &network->offset, &network->neighbour, &network->via);
    if (directed)
        lay_out_rows(shape, true, false, &network->in_offset, &network->in_neighbour,
                     &network->in_via);
    return network;
}

/* Lengths of four kinds: of strengths 1 to 5 and of tenths, where equal sums differ in their last
 * digits by the order in which they are taken; small whole numbers; any. */
static inline void make_lengths(size_t kind, size_t count, ent_i_random_t *random)
{
    for (size_t i = 0; i < count; i++) {
        double whole = (double)(1 + below(random, 5));

        length[i] = kind == 0   ? 1 / whole
                    : kind == 1 ? whole / 10
                    : kind == 2 ? whole
                                : 0.01 + ent_i_random_unit(random);
    }
}

/* Turns about every second tie, by lot. */
static inline void turn_some(const shape_t *shape, ent_i_random_t *random)
{
    for (size_t i = 0; i < shape->ties; i++)
        if (below(random, 2) == 1)
            ties[i] = (ent_tie_t){ties[i].b, ties[i].a, 1};
}

#endif
