/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network as the methods of finding groups take it. */
#include <stdlib.h>

#include "group/method.h"
#include "network/network_i.h"

/* Numbers the vertices that have a tie; isolates get ENT_NONE. */
static ent_status_t number_tied(ent_i_group_graph_t *graph, const ent_network_t *network,
                                ent_id_t *number, ent_error_t *err)
{
    ent_status_t status =
        ent_i_alloc(&graph->actor, network->actor_count, sizeof *graph->actor, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < network->actor_count; i++)
        number[i] = ENT_NONE;
    for (size_t i = 0; i < network->tie_count; i++)
        number[network->a[i]] = number[network->b[i]] = 0;
    for (size_t i = 0; i < network->actor_count; i++) {
        if (number[i] == ENT_NONE)
            continue;
        number[i] = (ent_id_t)graph->actor_count;
        graph->actor[graph->actor_count++] = (ent_id_t)i;
    }
    return ENT_OK;
}

/* Parallel ties stand side by side, as ties are in order of their ends. */
static bool repeats(const ent_network_t *network, size_t tie)
{
    return tie > 0 && network->a[tie] == network->a[tie - 1] &&
           network->b[tie] == network->b[tie - 1];
}

static ent_status_t fill(ent_i_group_graph_t *graph, const ent_network_t *network, bool weighted,
                         const ent_id_t *number, igraph_vector_int_t *ends, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < network->tie_count; i++) {
        double weight = weighted ? network->weight[i] : 1;
        ent_id_t a = number[network->a[i]];
        ent_id_t b = number[network->b[i]];

        VECTOR(graph->strength)[a] += weight;
        VECTOR(graph->strength)[b] += weight;
        graph->total += weight;
        if (repeats(network, i)) {
            VECTOR(graph->weight)[igraph_vector_size(&graph->weight) - 1] += weight;
        } else {
            IGX_TRY(igraph_vector_int_push_back(ends, a));
            IGX_TRY(igraph_vector_int_push_back(ends, b));
            IGX_TRY(igraph_vector_push_back(&graph->weight, weight));
        }
    }

cleanup:
    return status;
}

/* Brings the mean weight to 1: only the proportions of weights mean anything, but several of
 * igraph's methods compare with numbers of their own, and leave off or run wild on others. */
static void scale(ent_i_group_graph_t *graph)
{
    igraph_integer_t ties = igraph_vector_size(&graph->weight);
    double total = graph->total;

    for (igraph_integer_t i = 1; i < ties; i++)
        graph->weighted = graph->weighted || VECTOR(graph->weight)[i] != VECTOR(graph->weight)[0];
    for (igraph_integer_t i = 0; i < ties; i++)
        VECTOR(graph->weight)[i] = VECTOR(graph->weight)[i] / total * (double)ties;
    for (size_t i = 0; i < graph->actor_count; i++)
        VECTOR(graph->strength)[i] = VECTOR(graph->strength)[i] / total * (double)ties;
    graph->total = (double)ties;
}

ent_status_t ent_i_group_graph_init(ent_i_group_graph_t *graph, const ent_network_t *network,
                                    bool weighted, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_vector_int_t ends = {0};
    ent_id_t *number = NULL;

    *graph = (ent_i_group_graph_t){.network = network};
    ENT_TRY(ent_i_alloc(&number, network->actor_count, sizeof *number, err));
    ENT_TRY(number_tied(graph, network, number, err));
    IGX_TRY(igraph_vector_int_init(&ends, 0));
    IGX_TRY(igraph_vector_init(&graph->weight, 0));
    IGX_TRY(igraph_vector_init(&graph->strength, (igraph_integer_t)graph->actor_count));
    ENT_TRY(fill(graph, network, weighted, number, &ends, err));
    scale(graph);
    IGX_TRY(igraph_create(&graph->graph, &ends, (igraph_integer_t)graph->actor_count,
                          IGRAPH_UNDIRECTED));
    graph->made = true;

cleanup:
    igraph_vector_int_destroy(&ends);
    free(number);
    return status;
}

void ent_i_group_graph_free(ent_i_group_graph_t *graph)
{
    if (graph->made)
        igraph_destroy(&graph->graph);
    igraph_vector_destroy(&graph->weight);
    igraph_vector_destroy(&graph->strength);
    free(graph->actor);
}
