/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network as igraph sees it, for tests that ask igraph the same question. */
#ifndef ENT_TEST_IGRAPH_OF_H
#define ENT_TEST_IGRAPH_OF_H

#include "entente/igraph.h"
#include "network/network_i.h"
#include "unit/unit.h"

typedef struct igraph_of {
    igraph_t graph;
    igraph_vector_t weight; /* strength by tie; empty when every weight is 1 */
} igraph_of_t;

static inline igraph_of_t igraph_of(const ent_network_t *network)
{
    igraph_of_t made;
    ent_error_t err;

    assert_ok(ent_network_to_igraph(network, &made.graph, &made.weight, &err));
    if (!network->weighted)
        igraph_vector_clear(&made.weight);
    return made;
}

static inline void igraph_of_free(igraph_of_t *made)
{
    igraph_destroy(&made->graph);
    igraph_vector_destroy(&made->weight);
}

#endif
