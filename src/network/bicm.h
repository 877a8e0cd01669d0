/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The bipartite configuration model: how likely each tie of a two-mode network is, given how many
 * each actor has. */
#ifndef ENT_NETWORK_BICM_H
#define ENT_NETWORK_BICM_H

#include "network/types.h"

/* Fills probability[u * columns->count + v] for a row of type u and a column of type v, by maximum
 * likelihood, such that the expected degrees are those of the types. `rows` and `columns` are the
 * types of the two modes of `network`, either way round. ENT_ELIMIT without convergence;
 * ENT_EINVAL for a tie between realms; ENT_ENOMEM. */
ent_status_t ent_i_bicm(double *probability, const ent_network_t *network,
                        const ent_i_types_t *rows, const ent_i_types_t *columns, ent_error_t *err);

#endif
