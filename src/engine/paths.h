/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All shortest ways between two actors: their length, how many they are, the first of them, and
 * who lies on all of them. */
#ifndef ENT_ENGINE_PATHS_H
#define ENT_ENGINE_PATHS_H

#include "entente/network.h"

/* Sums of lengths that differ by less than this share of themselves are equal: a sum of 1/weight
 * depends in its last digits on the order in which it is taken. It is igraph's tolerance too, so
 * that these are the ways that betweenness_weighted counts. */
#define ENT_WAYS_TOLERANCE 1e-10

/* Ways are counted exactly up to here: whole numbers that every reader of JSON holds. */
#define ENT_WAYS_MOST UINT64_C(1000000000000000)

/* Ways are told apart by the actors that they pass; parallel ties make one way. */
typedef struct ent_i_ways {
    bool found;
    double length;    /* in ties, or the sum of their lengths */
    uint64_t count;   /* of shortest ways; ENT_WAYS_MOST + 1 stands for more than that */
    size_t shown;     /* how many are given here */
    size_t *first;    /* shown + 1: where each begins in `vertex` */
    ent_id_t *vertex; /* from A to B, way after way, in order of their actors */
    ent_id_t *on_all; /* between A and B on every shortest way, from A to B */
    size_t on_all_count;
} ent_i_ways_t;

/* Finds the shortest ways from `a` to another vertex `b`.
 *
 * `length` gives each tie's, finite and > 0; NULL: every tie is 1 long. At most `most` ways are
 * given, those whose actors come first. Free with ent_i_ways_free(), also after a failure.
 * Time: O(m log n), and O(n) each way given. */
ent_status_t ent_i_ways_find(ent_i_ways_t *ways, const ent_network_t *network, ent_id_t a,
                             ent_id_t b, const double *length, uint64_t most, ent_error_t *err);
void ent_i_ways_free(ent_i_ways_t *ways);

#endif
