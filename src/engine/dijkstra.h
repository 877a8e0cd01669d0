/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by lengths from one vertex after another, on rows.
 *
 * E. W. Dijkstra, A note on two problems in connexion with graphs, Numerische Mathematik 1 (1959),
 * https://doi.org/10.1007/BF01386390. The open vertices stand in a heap of which each node has four
 * children, so that the children share a cache line: A. LaMarca, R. E. Ladner, The influence of
 * caches on the performance of heaps, ACM Journal of Experimental Algorithmics 1 (1996),
 * https://doi.org/10.1145/235141.235145. The slow, simple form of the same is ent_i_search_run()
 * of engine/search.h; tests hold both against igraph. */
#ifndef ENT_ENGINE_DIJKSTRA_H
#define ENT_ENGINE_DIJKSTRA_H

#include "engine/rows.h"

/* What a search knows of a vertex. */
typedef struct ent_i_stop {
    double distance; /* INFINITY where no way leads, and before and after a search */
    uint32_t place;  /* in the heap */
    uint32_t rank;   /* in the order of settling */
} ent_i_stop_t;

typedef struct ent_i_open {
    double distance;
    uint32_t vertex;
} ent_i_open_t;

/* A search, and the room that it works in. */
typedef struct ent_i_dijkstra {
    ent_i_stop_t *stop; /* by vertex */
    uint32_t *order;    /* the vertices reached, by rising distance, the source first */
    uint32_t reached;
    ent_i_open_t *open;
    void *memory; /* of `open` */
    uint32_t open_count;
} ent_i_dijkstra_t;

/* Room for searches among `count` vertices. Zero the search before; free it also after a failure.
 */
ent_status_t ent_i_dijkstra_init(ent_i_dijkstra_t *search, uint32_t count, ent_error_t *err);
void ent_i_dijkstra_free(ent_i_dijkstra_t *search);

/* Searches along `rows`, which have lengths. A distance is the least of all ways' sums, each taken
 * from the source on: it depends on no numbering. Forget the search before the next one. Time: O(m
 * log n) at worst. */
void ent_i_dijkstra_run(ent_i_dijkstra_t *search, const ent_i_rows_t *rows, uint32_t source);
void ent_i_dijkstra_forget(ent_i_dijkstra_t *search);

#endif
