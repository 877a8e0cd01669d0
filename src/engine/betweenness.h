/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Exact betweenness of an undirected network, ties of one length. */
#ifndef ENT_ENGINE_BETWEENNESS_H
#define ENT_ENGINE_BETWEENNESS_H

#include "engine/kernel.h"

/* For each vertex the sum over pairs of others of the share of their shortest paths that pass it;
 * parallel ties make paths of their own. `kernel` NULL: the fastest. The digits depend neither on
 * `threads` nor on the kernel. Time: O(n m) at worst, far less where blocks are small.
 * U. Brandes, A faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25
 * (2001), https://doi.org/10.1080/0022250X.2001.9990249 */
ent_status_t ent_i_betweenness_undirected(double *values, const ent_network_t *network, int threads,
                                          const ent_i_kernel_t *kernel, ent_error_t *err);

/* betweenness_one.c: what one vertex as source adds, the plain way; also the verifier of the lanes.
 */
typedef struct ent_i_brandes {
    double *paths; /* by vertex, as are the next three */
    double *handed;
    uint32_t *distance; /* UINT32_MAX before and after */
    uint32_t *queue;
} ent_i_brandes_t;

ent_status_t ent_i_brandes_init(ent_i_brandes_t *brandes, uint32_t count, ent_error_t *err);
void ent_i_brandes_free(ent_i_brandes_t *brandes);
/* Adds the dependencies of `source` on all other vertices to `total`, the source counted
 * weight[source] times and each target weight[target] times. */
void ent_i_betweenness_one(double *total, const ent_i_rows_t *rows, const double *weight,
                           uint32_t source, ent_i_brandes_t *brandes);

#endif
