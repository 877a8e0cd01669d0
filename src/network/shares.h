/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What actors of one mode share of the other: the pairs of a projection, actor by actor. */
#ifndef ENT_NETWORK_SHARES_H
#define ENT_NETWORK_SHARES_H

#include "network/network_i.h"

typedef struct ent_i_shares {
    double *weight;  /* by vertex; 0 where nothing is shared */
    ent_id_t *other; /* the vertices with a weight, in order */
    size_t count;
} ent_i_shares_t;

ent_status_t ent_i_shares_init(ent_i_shares_t *shares, const ent_network_t *incidence,
                               ent_error_t *err);
void ent_i_shares_free(ent_i_shares_t *shares);

/* Gathers the vertices behind `vertex` that share a neighbour with it: how many neighbours, or with
 * `newman` the sum of 1 / (k - 1) over them, k the degree. Forgets what was gathered before. */
void ent_i_shares_gather(ent_i_shares_t *shares, const ent_network_t *incidence, ent_id_t vertex,
                         bool newman);

#endif
