/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A graph and coarser and coarser pictures of it. */
#ifndef ENT_LAYOUT_LEVELS_H
#define ENT_LAYOUT_LEVELS_H

#include "layout/graph.h"

/* One picture: each of its vertices stands for a star of vertices of the one before, by the
 * star's middle. */
typedef struct ent_i_level {
    size_t count;
    size_t *offset; /* as in ent_i_adjacency_t */
    ent_id_t *neighbour;
    float *length;    /* by neighbour: ties along a way that joins the two middles */
    ent_id_t *middle; /* by vertex: the vertex of the graph itself that it stands for */
    ent_id_t *up;     /* by vertex: where it belongs in the next picture; NULL in the last */
    float *out;       /* by vertex: ties from its middle to that of `up` */
} ent_i_level_t;

typedef struct ent_i_levels {
    ent_i_level_t *level; /* level[0] is the graph */
    size_t count;
    size_t capacity;
} ent_i_levels_t;

/* Coarsens a connected graph until at most `enough` vertices are left (at least one). Vertices are
 * taken from the busiest, equals by number; each takes the free neighbours that hang on it alone
 * and two others; those that find none join the smallest star beside them. So every star has two
 * members or more, and there are at most log2(n) levels, each of which takes O(n + m) time.
 * S. Hachul, M. Jünger, Drawing large graphs with a potential-field-based multilevel algorithm,
 * Graph Drawing 2004, https://doi.org/10.1007/978-3-540-31843-9_29 (its solar systems). */
ent_status_t ent_i_levels_init(ent_i_levels_t *levels, const ent_i_adjacency_t *graph,
                               size_t enough, ent_error_t *err);
void ent_i_levels_free(ent_i_levels_t *levels);

#endif
