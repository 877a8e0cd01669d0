/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The blocks of a network: its largest parts that no single vertex holds together.
 *
 * Shortest paths between vertices of two blocks pass the vertices between the blocks, whatever the
 * rest; so betweenness is the sum of what each block gives on its own, each of its vertices
 * standing for all that hangs on it, and of a closed form for the pairs that a vertex parts.
 * J. Hopcroft, R. Tarjan, Algorithm 447: efficient algorithms for graph manipulation,
 * Communications of the ACM 16 (1973), https://doi.org/10.1145/362248.362272
 * R. Puzis, Y. Elovici, P. Zilberman, S. Dolev, U. Brandes, Topology manipulations for speeding
 * betweenness centrality computation, Journal of Complex Networks 3 (2015),
 * https://doi.org/10.1093/comnet/cnu015 */
#ifndef ENT_ENGINE_BLOCKS_H
#define ENT_ENGINE_BLOCKS_H

#include "engine/rows.h"

/* Blocks of three vertices or more: block k holds vertex[first[k]] … vertex[first[k + 1] - 1].
 * `weight` says for how many vertices each of these stands: itself and all that are reached
 * through it without entering the block. */
typedef struct ent_i_blocks {
    uint32_t count;
    size_t *first;
    uint32_t *vertex;
    double *weight;
} ent_i_blocks_t;

/* Finds the blocks of an undirected network, and of each vertex how many pairs of others it alone
 * parts: parted[v]. Time O(n + m). Free also after a failure. */
ent_status_t ent_i_blocks_init(ent_i_blocks_t *blocks, double *parted, const ent_i_rows_t *rows,
                               const ent_i_order_t *order, ent_error_t *err);
void ent_i_blocks_free(ent_i_blocks_t *blocks);

/* One block by itself, its vertices numbered breadth first: vertex[i] is the i-th vertex's number
 * in the network. */
typedef struct ent_i_block {
    ent_i_rows_t rows;
    ent_i_rows_t back; /* of a directed network: whose ties lead to each vertex; else empty */
    uint32_t *vertex;
    double *weight;
} ent_i_block_t;

/* `place` has an entry for every vertex of the network, UINT32_MAX before and after. Free also
 * after a failure. */
ent_status_t ent_i_block_init(ent_i_block_t *block, const ent_i_blocks_t *blocks, uint32_t which,
                              const ent_i_rows_t *rows, uint32_t *place, ent_error_t *err);
/* A component of a directed network by itself, each vertex standing for itself: in one direction a
 * vertex between blocks does not part what it parts in the other. */
ent_status_t ent_i_block_init_component(ent_i_block_t *block, const ent_i_order_t *order,
                                        uint32_t which, const ent_i_rows_t *rows,
                                        const ent_i_rows_t *back, ent_error_t *err);
void ent_i_block_free(ent_i_block_t *block);

#endif
