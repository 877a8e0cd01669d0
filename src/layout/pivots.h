/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Some vertices that stand for all others: distances to them are known, those between all pairs
 * need not be. */
#ifndef ENT_LAYOUT_PIVOTS_H
#define ENT_LAYOUT_PIVOTS_H

#include "layout/graph.h"

/* Multiples of ENT_PIVOT_LANES, at most the bits of a word; fewer where a row for each vertex would
 * take too much memory. */
enum { ENT_PIVOT_LANES = 8, ENT_MOST_PIVOTS = 64, ENT_FEW_PIVOTS = 32 };

typedef struct ent_i_pivots {
    size_t count; /* of pivots in a row: a multiple of ENT_PIVOT_LANES, the last ones may be void */
    ent_id_t vertex[ENT_MOST_PIVOTS];
    float *distance; /* by vertex a row of `count`: in ties */
    float *weight;   /* the same: what the pivot stands for, over the square of the distance */
    float *total;    /* by vertex: the sum of its weights */
    int32_t *index;  /* by vertex: which pivot it is; -1: none */
} ent_i_pivots_t;

/* How many pivots a graph of so many vertices gets. */
size_t ent_i_pivot_count(size_t vertex_count);

/* Finds the distances of a connected graph from pivots->vertex[0 … chosen - 1], all different, and
 * what these stand for: each for the vertices that are nearer to it than to any other, with weight
 * number/d² at distance d (0 where d is 0). The paper counts only those within d/2, which in a
 * small world, where all are near, leaves out most of the graph: stress 0.27 in place of 0.17. M.
 * Ortmann, M. Klimenta, U. Brandes, A sparse stress model, Journal of Graph Algorithms and
 * Applications 21 (2017), https://doi.org/10.7155/jgaa.00440. All searches go at once, a bit each
 * (M. Then et al., The more the merrier, VLDB 8 (2014), https://doi.org/10.14778/2735496.2735507).
 * Time O(count · (n + m)) at most, memory 8 · count bytes a vertex: 51 MB for 100,000. */
ent_status_t ent_i_pivots_measure(ent_i_pivots_t *pivots, size_t chosen,
                                  const ent_i_adjacency_t *graph, ent_error_t *err);
void ent_i_pivots_free(ent_i_pivots_t *pivots);

#endif
