/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances from every actor to all others, summed up; on the network's own rows, without igraph.
 *
 * Everything that is built on distances (closeness in its conventions, eccentricity, diameter, mean
 * distance, efficiency) needs of each actor only four numbers, which one pass gives together. */
#ifndef ENT_ENGINE_DISTANCES_H
#define ENT_ENGINE_DISTANCES_H

#include "engine/kernel.h"

/* What is at which distance from one actor; the actor itself is not counted. */
typedef struct ent_i_reach {
    size_t reached;     /* actors */
    double sum;         /* of the distances to them */
    double sum_inverse; /* of 1/distance */
    double farthest;    /* the greatest distance; 0 when nothing is reached */
} ent_i_reach_t;

/* Distances in ties. `reach` receives one entry an actor. `backwards`: in a directed network, the
 * distances to the actor instead of from it. Time: O(n m / 512) at best, O(n (n + m)) at worst. The
 * digits do not depend on `threads`. */
ent_status_t ent_i_distances(const ent_network_t *network, ent_i_reach_t *reach, bool backwards,
                             int threads, ent_error_t *err);
/* The same by a kernel of one's choice, for tests. */
ent_status_t ent_i_distances_by(ent_i_reach_t *reach, const ent_network_t *network, bool backwards,
                                int threads, const ent_i_kernel_t *kernel, ent_error_t *err);

/* Distances by lengths: `length` gives each tie's, finite and > 0. Time: O(n m log n) at worst; as
 * ent_i_distances() where all are equal. The digits do not depend on `threads`. */
ent_status_t ent_i_distances_weighted(const ent_network_t *network, ent_i_reach_t *reach,
                                      const double *length, bool backwards, int threads,
                                      ent_error_t *err);
/* Whether all lengths are one. */
bool ent_i_equal_lengths(const double *length, size_t count);

#endif
