/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness, exact or from a sample of sources. */
#ifndef ENT_ENGINE_BETWEENNESS_H
#define ENT_ENGINE_BETWEENNESS_H

#include "engine/kernel.h"

/* How it is computed; all 0: exactly, by ties, with one thread and the fastest kernel. */
typedef struct ent_i_betweenness_how {
    const double *length; /* of each tie, finite and > 0; NULL: all alike */
    int threads;
    const ent_i_kernel_t *kernel;
    size_t sample;   /* draws of a source in all; 0: every source */
    uint64_t seed;   /* of the draws */
    uint32_t places; /* for sums that a process has at a time; 0: as many as it sees fit */
} ent_i_betweenness_how_t;

/* What a sample has left in doubt. */
typedef struct ent_i_doubt {
    double *error;  /* by vertex: it is no farther from its true value, with a chance of 95 % at
                       least; 0 where nothing was left to chance */
    double bound;   /* no vertex at all is farther, with a chance of 95 % at least */
    size_t sources; /* draws made, and sources of blocks that were run in full */
    size_t of;      /* sources that an exact run has */
} ent_i_doubt_t;

/* For each vertex the sum over pairs of others (directed: ordered pairs) of the share of their
 * shortest paths that pass it; parallel ties make paths of their own. Paths by lengths are equally
 * short when they differ by no more than ENT_WAYS_TOLERANCE of themselves (engine/paths.h). The
 * digits depend neither on `threads` nor on the kernel nor on `places`. `doubt` may be NULL; else
 * its `error` has room for every vertex. Time: O(n m) at worst, by lengths O(n m log n), far less
 * where blocks are small; of a sample as many shares of that as it has sources. U. Brandes, A
 * faster algorithm for betweenness centrality, Journal of Mathematical Sociology 25 (2001),
 * https://doi.org/10.1080/0022250X.2001.9990249 */
ent_status_t ent_i_betweenness_find(double *values, const ent_network_t *network,
                                    const ent_i_betweenness_how_t *how, ent_i_doubt_t *doubt,
                                    ent_error_t *err);

#endif
