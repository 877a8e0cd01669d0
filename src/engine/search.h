/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by lengths from one actor: Dijkstra's search with a binary heap that can be used again
 * for the next actor. */
#ifndef ENT_ENGINE_SEARCH_H
#define ENT_ENGINE_SEARCH_H

#include "entente/network.h"

/* What a search found, and the room that it works in. */
typedef struct ent_i_search {
    double *distance; /* by vertex; INFINITY where no way leads */
    ent_id_t *order;  /* the vertices reached, by rising distance, equal ones by vertex */
    size_t reached;   /* how many, the source among them */
    ent_id_t *open;   /* the heap */
    size_t *place;    /* by vertex: where it stands in `open`, or SIZE_MAX */
    size_t open_count;
} ent_i_search_t;

/* Room for searches in a network. Zero the search before; free it also after a failure. */
ent_status_t ent_i_search_init(ent_i_search_t *search, const ent_network_t *network,
                               ent_error_t *err);
void ent_i_search_free(ent_i_search_t *search);

/* Searches from one vertex. `length` gives each tie's, finite and > 0; NULL: every tie is 1 long.
 * `backwards`: in a directed network, the distances to the vertex. Time: O(m log n). */
void ent_i_search_run(ent_i_search_t *search, const ent_network_t *network, const double *length,
                      ent_id_t source, bool backwards);

#endif
