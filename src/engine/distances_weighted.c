/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by lengths: a search from every actor. Sums are taken in the order in which vertices
 * are settled, by rising distance. */
#include "engine/distances.h"
#include "engine/search.h"
#include "network/network_i.h"

static void sum_up(const ent_i_search_t *search, ent_i_reach_t *reach)
{
    *reach = (ent_i_reach_t){0};
    for (size_t i = 1; i < search->reached; i++) {
        double distance = search->distance[search->order[i]];

        reach->reached++;
        reach->sum += distance;
        reach->sum_inverse += 1 / distance;
        reach->farthest = distance;
    }
}

ent_status_t ent_i_distances_weighted(const ent_network_t *network, ent_i_reach_t *reach,
                                      const double *length, bool backwards, ent_error_t *err)
{
    ent_i_search_t search = {0};
    ent_status_t status = ent_i_search_init(&search, network, err);

    for (size_t i = 0; status == ENT_OK && i < network->actor_count; i++) {
        ent_i_search_run(&search, network, length, (ent_id_t)i, backwards);
        sum_up(&search, &reach[i]);
    }
    ent_i_search_free(&search);
    return status;
}
