/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/shares.h"

#include <stdlib.h>

ent_status_t ent_i_shares_init(ent_i_shares_t *shares, const ent_network_t *incidence,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&shares->weight, incidence->actor_count, sizeof *shares->weight, err));
    ENT_TRY(ent_i_alloc(&shares->other, incidence->actor_count, sizeof *shares->other, err));

cleanup:
    return status;
}

void ent_i_shares_free(ent_i_shares_t *shares)
{
    free(shares->weight);
    free(shares->other);
}

void ent_i_shares_gather(ent_i_shares_t *shares, const ent_network_t *incidence, ent_id_t vertex,
                         bool newman)
{
    for (size_t i = 0; i < shares->count; i++)
        shares->weight[shares->other[i]] = 0;
    shares->count = 0;
    for (size_t i = incidence->offset[vertex]; i < incidence->offset[vertex + 1]; i++) {
        ent_id_t middle = incidence->neighbour[i];
        double size = (double)ent_i_degree(incidence, middle);

        for (size_t j = incidence->offset[middle]; j < incidence->offset[middle + 1]; j++) {
            ent_id_t other = incidence->neighbour[j];

            if (other <= vertex)
                continue;
            if (shares->weight[other] == 0)
                shares->other[shares->count++] = other;
            shares->weight[other] += newman ? 1 / (size - 1) : 1;
        }
    }
    if (shares->count > 0)
        qsort(shares->other, shares->count, sizeof *shares->other, ent_i_compare_ids);
}
