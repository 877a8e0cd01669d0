/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What every layout needs of a graph: neighbours, components, distances. */
#ifndef ENT_LAYOUT_GRAPH_H
#define ENT_LAYOUT_GRAPH_H

#include "base/memory.h"
#include "layout/layout.h"

/* The neighbours of v are neighbour[offset[v]] … neighbour[offset[v + 1] - 1]; a self-tie is not
 * among them, a parallel tie stands as often as it is given. */
typedef struct ent_i_adjacency {
    size_t vertex_count;
    size_t *offset;
    ent_id_t *neighbour;
} ent_i_adjacency_t;

ent_status_t ent_i_adjacency_init(ent_i_adjacency_t *adjacency, size_t vertex_count,
                                  size_t tie_count, const ent_id_t *a, const ent_id_t *b,
                                  ent_error_t *err);
void ent_i_adjacency_free(ent_i_adjacency_t *adjacency);

/* Distances in ties from `source` by breadth-first search; -1 where unreachable. `queue` has room
 * for every vertex. Returns how many were reached. */
size_t ent_i_adjacency_distances(const ent_i_adjacency_t *adjacency, int32_t *distance,
                                 ent_id_t *queue, ent_id_t source);

/* Components from the largest, equal sizes by first vertex; component c holds the vertices
 * member[first[c]] … member[first[c + 1] - 1], ascending. */
typedef struct ent_i_components {
    size_t count;
    size_t *first;
    ent_id_t *member;
    ent_id_t *index; /* by vertex: which member of its component it is */
} ent_i_components_t;

ent_status_t ent_i_components_init(ent_i_components_t *components,
                                   const ent_i_adjacency_t *adjacency, ent_error_t *err);
void ent_i_components_free(ent_i_components_t *components);

/* One component as a graph of its own, its members numbered in their order. Time of its size. */
ent_status_t ent_i_adjacency_part(ent_i_adjacency_t *part, const ent_i_adjacency_t *adjacency,
                                  const ent_i_components_t *components, size_t component,
                                  ent_error_t *err);

#endif
