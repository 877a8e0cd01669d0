/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The methods of finding groups: our own, and one function each over igraph's. */
#include "group/method.h"

#include <math.h>

#include "base/watch.h"
#include "group/exact.h"

/* igraph's exact method solves an integer programme whose size grows with the square of this. */
#define OPTIMAL_ACTORS 60
#define OPTIMAL_SECONDS 60
/* Ties removed one by one, each time with all shortest paths anew: about a minute. */
#define EDGE_BETWEENNESS_STEPS 1e10
/* Where a path, the worst of networks, takes ten seconds to a minute. */
#define EIGENVECTOR_STEPS 5e7
#define WALK_STEPS 4
#define SPINS 25

static const igraph_vector_t *weights(const ent_i_group_graph_t *graph)
{
    return graph->weighted ? &graph->weight : NULL;
}

static ent_status_t infomap(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                            igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_real_t code_length;

    (void)task;
    IGX_TRY(
        igraph_community_infomap(&graph->graph, weights(graph), NULL, 1, membership, &code_length));

cleanup:
    return status;
}

static ent_status_t walktrap(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                             igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_matrix_int_t merges = {0};
    igraph_vector_t modularity = {0};

    (void)task;
    IGX_TRY(igraph_matrix_int_init(&merges, 0, 0));
    IGX_TRY(igraph_vector_init(&modularity, 0));
    IGX_TRY(igraph_community_walktrap(&graph->graph, weights(graph), WALK_STEPS, &merges,
                                      &modularity, membership));

cleanup:
    igraph_vector_destroy(&modularity);
    igraph_matrix_int_destroy(&merges);
    return status;
}

static ent_status_t fast_greedy(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                                igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_matrix_int_t merges = {0};
    igraph_vector_t modularity = {0};

    (void)task;
    IGX_TRY(igraph_matrix_int_init(&merges, 0, 0));
    IGX_TRY(igraph_vector_init(&modularity, 0));
    IGX_TRY(igraph_community_fastgreedy(&graph->graph, weights(graph), &merges, &modularity,
                                        membership));

cleanup:
    igraph_vector_destroy(&modularity);
    igraph_matrix_int_destroy(&merges);
    return status;
}

/* igraph takes one set of weights both for lengths and for modularity, which are opposites for us:
 * so the order of removal is found with lengths, the best cut with strengths. */
static ent_status_t edge_betweenness(const ent_i_group_graph_t *graph,
                                     const ent_i_group_task_t *task,
                                     igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_vector_int_t removed = {0};
    igraph_vector_t modularity = {0};
    igraph_vector_t length = {0};
    double ties = (double)igraph_ecount(&graph->graph);

    (void)task;
    if (ties * ties * (double)graph->actor_count > EDGE_BETWEENNESS_STEPS)
        return ent_i_fail(err, ENT_ELIMIT,
                          "edge-betweenness on %zu actors and %.0f ties would take too long; use "
                          "leiden or walktrap.",
                          graph->actor_count, ties);
    IGX_TRY(igraph_vector_int_init(&removed, 0));
    IGX_TRY(igraph_vector_init(&modularity, 0));
    IGX_TRY(igraph_vector_init_copy(&length, &graph->weight));
    for (igraph_integer_t i = 0; i < igraph_vector_size(&length); i++)
        VECTOR(length)[i] = 1 / VECTOR(length)[i];
    IGX_TRY(igraph_community_edge_betweenness(&graph->graph, &removed, NULL, NULL, NULL, NULL, NULL,
                                              IGRAPH_UNDIRECTED, graph->weighted ? &length : NULL));
    IGX_TRY(igraph_community_eb_get_merges(&graph->graph, IGRAPH_UNDIRECTED, &removed,
                                           weights(graph), NULL, NULL, &modularity, membership));

cleanup:
    igraph_vector_destroy(&length);
    igraph_vector_destroy(&modularity);
    igraph_vector_int_destroy(&removed);
    return status;
}

/* igraph 0.10.2 rounds the weights to whole numbers here; a power of two keeps the digits. */
static ent_status_t label_propagation(const ent_i_group_graph_t *graph,
                                      const ent_i_group_task_t *task,
                                      igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_vector_t scaled = {0};

    (void)task;
    IGX_TRY(igraph_vector_init_copy(&scaled, &graph->weight));
    if (graph->weighted)
        igraph_vector_scale(&scaled, ldexp(1, 32 - ilogb(igraph_vector_max(&scaled))));
    IGX_TRY(igraph_community_label_propagation(&graph->graph, membership, IGRAPH_ALL,
                                               graph->weighted ? &scaled : NULL, NULL, NULL));

cleanup:
    igraph_vector_destroy(&scaled);
    return status;
}

static ent_status_t leading_eigenvector(const ent_i_group_graph_t *graph,
                                        const ent_i_group_task_t *task,
                                        igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_arpack_options_t options;
    igraph_error_t code;
    double ties = (double)igraph_ecount(&graph->graph);

    (void)task;
    if (ties * (double)graph->actor_count > EIGENVECTOR_STEPS)
        return ent_i_fail(err, ENT_ELIMIT,
                          "leading-eigenvector on %zu actors and %.0f ties would take too long; "
                          "use leiden.",
                          graph->actor_count, ties);
    igraph_arpack_options_init(&options);
    code = igraph_community_leading_eigenvector(&graph->graph, weights(graph), NULL, membership,
                                                (igraph_integer_t)graph->actor_count, &options,
                                                NULL, false, NULL, NULL, NULL, NULL, NULL);
    if (code == IGRAPH_ARPACK_MAXIT || code == IGRAPH_ARPACK_NOSHIFT ||
        code == IGRAPH_ARPACK_FAILED)
        return ent_i_fail(err, ENT_ELIMIT,
                          "leading-eigenvector does not converge on this network; use leiden.");
    IGX_TRY(code);

cleanup:
    return status;
}

static ent_status_t spinglass(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                              igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_bool_t connected;

    IGX_TRY(igraph_is_connected(&graph->graph, &connected, IGRAPH_WEAK));
    if (!connected)
        return ent_i_fail(
            err, ENT_EINVAL,
            "spinglass is defined only where all actors with a tie hang together; use "
            "leiden or louvain.");
    IGX_TRY(igraph_community_spinglass(&graph->graph, weights(graph), NULL, NULL, membership, NULL,
                                       SPINS, false, 1, 0.01, 0.99, IGRAPH_SPINCOMM_UPDATE_CONFIG,
                                       task->resolution, IGRAPH_SPINCOMM_IMP_ORIG, 1));

cleanup:
    return status;
}

/* igraph's integer programme, stopped when it takes too long. */
static ent_status_t optimal_by_igraph(const ent_i_group_graph_t *graph,
                                      igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_error_t code;

    igx_deadline(OPTIMAL_SECONDS);
    code = igraph_community_optimal_modularity(&graph->graph, NULL, membership, weights(graph));
    igx_deadline_end();
    if (code == IGRAPH_INTERRUPTED && !ent_i_cancelled()) {
        (void)igx_fail(code, NULL);
        return ent_i_fail(
            err, ENT_ELIMIT,
            "optimal did not end within %d seconds of computing on %zu actors and %d ties; use "
            "leiden.",
            OPTIMAL_SECONDS, graph->actor_count, (int)igraph_ecount(&graph->graph));
    }
    IGX_TRY(code);

cleanup:
    return status;
}

static ent_status_t optimal(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                            igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_i_exact_t exact;
    ent_status_t status = ent_i_exact_find(&exact, graph, task->resolution, membership, err);

    if (status != ENT_OK || exact.possible)
        return status;
    if (ent_network_is_two_mode(graph->network))
        return ent_i_fail(err, ENT_ELIMIT,
                          "optimal in two modes takes components of at most 16 actors; use "
                          "barber, or leiden.");
    if (task->resolution != 1)
        return ent_i_fail(err, ENT_ELIMIT,
                          "optimal at a resolution takes components of at most 16 actors; use "
                          "leiden.");
    if (graph->actor_count > OPTIMAL_ACTORS)
        return ent_i_fail(err, ENT_ELIMIT,
                          "optimal takes at most %d actors with a tie, these are %zu; use leiden.",
                          OPTIMAL_ACTORS, graph->actor_count);
    return optimal_by_igraph(graph, membership, err);
}

static ent_status_t components(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                               igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    (void)task;
    IGX_TRY(igraph_connected_components(&graph->graph, membership, NULL, NULL, IGRAPH_WEAK));

cleanup:
    return status;
}

static const ent_i_group_method_t methods[ENT_GROUP_METHOD_COUNT] = {
    [ENT_GROUP_LEIDEN] = {"leiden", ent_i_climb_leiden, NULL, true, true},
    [ENT_GROUP_LOUVAIN] = {"louvain", ent_i_climb_louvain, NULL, true, true},
    [ENT_GROUP_INFOMAP] = {"infomap", NULL, infomap, true, false},
    [ENT_GROUP_WALKTRAP] = {"walktrap", NULL, walktrap, false, false},
    [ENT_GROUP_FAST_GREEDY] = {"fast-greedy", NULL, fast_greedy, false, false},
    [ENT_GROUP_EDGE_BETWEENNESS] = {"edge-betweenness", NULL, edge_betweenness, false, false},
    [ENT_GROUP_LABEL_PROPAGATION] = {"label-propagation", NULL, label_propagation, true, false},
    [ENT_GROUP_LEADING_EIGENVECTOR] = {"leading-eigenvector", NULL, leading_eigenvector, false,
                                       false},
    [ENT_GROUP_SPINGLASS] = {"spinglass", NULL, spinglass, true, true},
    [ENT_GROUP_OPTIMAL] = {"optimal", NULL, optimal, false, true},
    [ENT_GROUP_COMPONENTS] = {"components", NULL, components, false, false},
    [ENT_GROUP_BARBER] = {"barber", NULL, ent_i_group_barber, true, true},
};

const ent_i_group_method_t *ent_i_group_method(ent_group_method_t method)
{
    return (unsigned)method < ENT_GROUP_METHOD_COUNT ? &methods[method] : NULL;
}
