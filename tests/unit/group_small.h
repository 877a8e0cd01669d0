/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All partitions of a few actors, and small random networks, for the tests of groups. */
#ifndef ENT_TESTS_GROUP_SMALL_H
#define ENT_TESTS_GROUP_SMALL_H

#include "base/random.h"
#include "entente/group.h"
#include "network/network_i.h"

enum { SMALL_ACTORS = 8 };

/* Calls `visit` with every partition of `count` actors, SMALL_ACTORS at most, as restricted growth
 * strings. */
static inline void small_partitions(ent_id_t *label, size_t at, size_t count, ent_id_t groups,
                                    void (*visit)(void *context, const ent_id_t *label),
                                    void *context)
{
    if (at == count || at == SMALL_ACTORS) {
        visit(context, label);
        return;
    }
    for (ent_id_t g = 0; g <= groups; g++) {
        label[at] = g;
        small_partitions(label, at + 1, count, g == groups ? groups + 1 : groups, visit, context);
    }
}

/* Modularity as its definition reads, pair by pair over all ordered pairs: Barber's in two modes,
 * Newman and Girvan's in one. */
static inline double small_modularity(const ent_network_t *network, const ent_id_t *label,
                                      double resolution)
{
    double tie[SMALL_ACTORS][SMALL_ACTORS] = {{0}};
    double end[SMALL_ACTORS] = {0};
    double total = 0;
    double sum = 0;

    for (size_t i = 0; i < network->tie_count; i++) {
        tie[network->a[i]][network->b[i]] += network->weight[i];
        tie[network->b[i]][network->a[i]] += network->weight[i];
        end[network->a[i]] += network->weight[i];
        end[network->b[i]] += network->weight[i];
        total += network->weight[i];
    }
    for (size_t i = 0; i < network->actor_count; i++) {
        for (size_t j = 0; j < network->actor_count; j++) {
            if (label[i] != label[j])
                continue;
            if (network->mode == NULL)
                sum += (tie[i][j] - resolution * end[i] * end[j] / (2 * total)) / (2 * total);
            else if (network->mode[i] < network->mode[j])
                sum += (tie[i][j] - resolution * end[i] * end[j] / total) / total;
        }
    }
    return sum;
}

typedef struct small_search {
    const ent_network_t *network;
    double resolution;
    double best;
    size_t optima;
} small_search_t;

/* Whether an actor without ties is in company, which no quality minds. */
static inline bool small_idle_company(const ent_network_t *network, const ent_id_t *label)
{
    for (size_t i = 0; i < network->actor_count; i++) {
        for (size_t j = 0; j < network->actor_count; j++) {
            if (i != j && label[i] == label[j] && ent_i_degree(network, (ent_id_t)i) == 0)
                return true;
        }
    }
    return false;
}

static inline void small_judge(void *context, const ent_id_t *label)
{
    small_search_t *search = context;
    double quality = small_modularity(search->network, label, search->resolution);

    if (small_idle_company(search->network, label))
        return;
    if (quality > search->best + 1e-9) {
        search->best = quality;
        search->optima = 0;
    }
    search->optima += quality > search->best - 1e-9;
}

/* The highest modularity of any partition, and how many have it with actors without ties alone. */
static inline small_search_t small_optimum(const ent_network_t *network, double resolution)
{
    small_search_t search = {.network = network, .resolution = resolution, .best = -2};
    ent_id_t label[SMALL_ACTORS];

    small_partitions(label, 0, network->actor_count, 0, small_judge, &search);
    return search;
}

/* A network of SMALL_ACTORS; in two modes the first half is one of them. NULL without ties. */
static inline ent_network_t *small_network(uint64_t seed, bool two_mode, bool weighted)
{
    const unsigned char mode[SMALL_ACTORS] = {0, 0, 0, 0, 1, 1, 1, 1};
    ent_tie_t ties[SMALL_ACTORS * SMALL_ACTORS];
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count = 0;
    double share;

    ent_i_random_init(&random, seed, 0);
    share = 0.2 + 0.6 * ent_i_random_unit(&random);
    for (ent_id_t i = 0; i < SMALL_ACTORS; i++) {
        for (ent_id_t j = i + 1; j < SMALL_ACTORS; j++) {
            if (two_mode && mode[i] == mode[j])
                continue;
            if (ent_i_random_unit(&random) < share)
                ties[count++] =
                    (ent_tie_t){i, j, weighted ? 1 + (double)ent_i_random_below(&random, 4) : 1};
        }
    }
    if (count == 0)
        return NULL;
    if (ent_network_from_ties(&network, SMALL_ACTORS, ties, count, two_mode ? mode : NULL, false,
                              NULL) != ENT_OK)
        return NULL;
    return network;
}

#endif
