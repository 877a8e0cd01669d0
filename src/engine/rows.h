/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ties of a network as the kernels read them: compressed rows of 32-bit numbers, the vertices
 * numbered anew by component and breadth first, so that neighbours lie near each other in memory
 * and searches from neighbouring numbers share their work. */
#ifndef ENT_ENGINE_ROWS_H
#define ENT_ENGINE_ROWS_H

#include "entente/network.h"

/* The neighbours of v are neighbour[offset[v]] … neighbour[offset[v + 1] - 1]; a parallel tie
 * stands as often as it is there. */
typedef struct ent_i_rows {
    uint32_t count; /* of vertices */
    uint32_t *offset;
    uint32_t *neighbour;
    double *length; /* of the tie to each neighbour; NULL: all alike */
} ent_i_rows_t;

void ent_i_rows_free(ent_i_rows_t *rows);

/* Breadth-first numbering: order[new] is the vertex of the network. Components stand one after the
 * other; each begins with its vertex of highest degree, the first of equals; component c holds the
 * numbers start[c] … start[c + 1] - 1. In a directed network whatever the directions. */
typedef struct ent_i_order {
    uint32_t *order;
    uint32_t *place; /* by vertex of the network: its new number */
    uint32_t *start;
    uint32_t components;
} ent_i_order_t;

ent_status_t ent_i_order_init(ent_i_order_t *order, const ent_network_t *network, ent_error_t *err);
void ent_i_order_free(ent_i_order_t *order);

/* The rows of a network in that numbering; `backwards`: the sources of each vertex of a directed
 * network, not its targets. Free with ent_i_rows_free(), also after a failure. */
ent_status_t ent_i_rows_init(ent_i_rows_t *rows, const ent_network_t *network,
                             const ent_i_order_t *order, bool backwards, ent_error_t *err);
/* Puts the neighbours of each vertex in order of falling degree, so that who asks one after the
 * other finds early what he looks for. `back`: the rows the other way, of an undirected network the
 * same. Before lengths are added. Time: O(n + m). */
ent_status_t ent_i_rows_hubs_first(ent_i_rows_t *rows, const ent_i_rows_t *back, ent_error_t *err);
/* Adds the lengths to rows made so: `length` gives each tie's, finite and > 0. */
ent_status_t ent_i_rows_measure(ent_i_rows_t *rows, const ent_network_t *network,
                                const ent_i_order_t *order, bool backwards, const double *length,
                                ent_error_t *err);

#endif
