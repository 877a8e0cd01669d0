/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Finding groups: options in, the settled partition out. */
#include "entente/group.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "group/consensus.h"
#include "group/exact.h"
#include "group/runs.h"
#include "network/network_i.h"

#define MOST_RUNS 100000
#define SMALL_TIES 10000 /* above, nobody looks whether the optimum is soon known */
/* A run of spinglass takes three to four milliseconds an actor or sixteen ties: half a minute. */
#define SPINGLASS_STEPS 10000
#define SPINGLASS_TIES 16

void ent_group_options_init(ent_group_options_t *options)
{
    *options = (ent_group_options_t){
        .method = ENT_GROUP_DEFAULT, .runs = 100, .resolution = 1, .seed = 1, .threads = 1};
}

ent_group_method_t ent_group_method_default(const ent_network_t *network)
{
    return network->mode != NULL ? ENT_GROUP_BARBER : ENT_GROUP_LEIDEN;
}

const char *ent_group_method_name(ent_group_method_t method)
{
    const ent_i_group_method_t *row = ent_i_group_method(method);

    return row != NULL ? row->name : "unknown";
}

bool ent_group_method_find(ent_group_method_t *method, const char *name)
{
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++) {
        if (strcmp(ent_group_method_name((ent_group_method_t)i), name) == 0) {
            *method = (ent_group_method_t)i;
            return true;
        }
    }
    return false;
}

bool ent_group_method_has_resolution(ent_group_method_t method)
{
    const ent_i_group_method_t *row = ent_i_group_method(method);

    return row != NULL && row->resolution;
}

static bool is_long_for_spinglass(const ent_network_t *network, size_t runs)
{
    double size = (double)network->actor_count + (double)network->tie_count / SPINGLASS_TIES;

    return size * (double)runs > SPINGLASS_STEPS;
}

static ent_status_t check(const ent_network_t *network, const ent_group_options_t *options,
                          ent_error_t *err)
{
    const ent_i_group_method_t *method = ent_i_group_method(options->method);

    if (method == NULL)
        return ent_i_fail(err, ENT_EINVAL, "There is no such method of finding groups.");
    if (options->runs < 1 || options->runs > MOST_RUNS)
        return ent_i_fail(err, ENT_EINVAL, "The number of runs is %zu; it must be 1 to %d.",
                          options->runs, MOST_RUNS);
    if (!isfinite(options->resolution) || options->resolution <= 0)
        return ent_i_fail(err, ENT_EINVAL, "The resolution is %g; it must be above 0.",
                          options->resolution);
    if (options->resolution != 1 && !method->resolution)
        return ent_i_fail(err, ENT_EINVAL,
                          "%s has no resolution; leiden, louvain, spinglass, optimal and barber "
                          "have.",
                          method->name);
    if (options->method == ENT_GROUP_SPINGLASS && is_long_for_spinglass(network, options->runs))
        return ent_i_fail(
            err, ENT_ELIMIT,
            "spinglass on %zu actors and %zu ties in %zu runs would take too long; use leiden or "
            "fewer --runs.",
            network->actor_count, network->tie_count, options->runs);
    if (network->directed && options->method != ENT_GROUP_COMPONENTS)
        return ent_i_fail(err, ENT_EINVAL,
                          "%s is defined here without directions only; leave out --directed.",
                          method->name);
    if (network->mode == NULL && options->method == ENT_GROUP_BARBER)
        return ent_i_fail(err, ENT_EINVAL,
                          "barber is defined in two modes only (--view affiliations, --view "
                          "events); use leiden.");
    return ENT_OK;
}

static ent_status_t make_room(ent_groups_t *groups, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&groups->size, groups->count, sizeof *groups->size, err));
    ENT_TRY(ent_i_alloc(&groups->stability, groups->actor_count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&groups->group_stability, groups->count, sizeof(double), err));

cleanup:
    return status;
}

static ent_status_t settle_stability(ent_groups_t *groups, const ent_i_runs_t *runs,
                                     ent_error_t *err)
{
    ent_status_t status =
        ent_i_runs_stability(runs, groups->of, groups->count, groups->stability, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; runs->count == 1 && i < groups->actor_count; i++)
        groups->stability[i] = NAN;
    for (size_t i = 0; i < groups->actor_count; i++)
        groups->group_stability[groups->of[i]] += groups->stability[i];
    for (size_t i = 0; i < groups->count; i++)
        groups->group_stability[i] /= (double)groups->size[i];
    return ENT_OK;
}

static ent_status_t score(double *quality, double *modularity, const ent_network_t *network,
                          const ent_group_options_t *options, const ent_i_consensus_t *consensus,
                          ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_modularity_t score = {0};

    ENT_TRY(ent_i_modularity_init(&score, network, options->weighted, err));
    *quality =
        ent_i_modularity_of(&score, consensus->label, consensus->groups, options->resolution);
    *modularity = ent_i_modularity_of(&score, consensus->label, consensus->groups, 1);

cleanup:
    ent_i_modularity_free(&score);
    return status;
}

/* Puts the consensus in the place of the best run. */
static ent_status_t settle_consensus(ent_groups_t *groups, const ent_network_t *network,
                                     const ent_i_runs_t *runs, const ent_group_options_t *options,
                                     ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_consensus_t consensus = {0};

    ENT_TRY(ent_i_consensus_find(&consensus, runs, options, err));
    ENT_TRY(score(&groups->quality, &groups->modularity, network, options, &consensus, err));
    groups->consensus = true;
    groups->consensus_rounds = consensus.rounds;
    groups->consensus_settled = consensus.settled;
    groups->count = consensus.groups;
    memcpy(groups->of, consensus.label, groups->actor_count * sizeof *groups->of);

cleanup:
    ent_i_consensus_free(&consensus);
    return status;
}

/* Holds the quality against the largest that there is, where that is soon known. */
static ent_status_t settle_optimum(ent_groups_t *groups, const ent_network_t *network,
                                   const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_group_graph_t graph = {0};
    igraph_vector_int_t label = {0};
    ent_i_exact_t exact;

    groups->optimum = NAN;
    if (network->directed || network->tie_count == 0)
        return ENT_OK;
    if (options->method == ENT_GROUP_OPTIMAL)
        groups->optimum = groups->quality;
    if (network->tie_count <= SMALL_TIES) {
        IGX_TRY(igraph_vector_int_init(&label, 0));
        ENT_TRY(ent_i_group_graph_init(&graph, network, options->weighted, err));
        ENT_TRY(ent_i_exact_find(&exact, &graph, options->resolution, &label, err));
        if (exact.possible)
            groups->optimum = exact.quality;
        if (exact.possible && options->method == ENT_GROUP_OPTIMAL)
            groups->distinct_optima = (size_t)fmin(exact.optima, 1e15);
    }
    groups->proven = groups->quality >= groups->optimum - SAME_QUALITY;
    if (groups->proven) /* one number, summed in two orders */
        groups->optimum = groups->quality;

cleanup:
    ent_i_group_graph_free(&graph);
    igraph_vector_int_destroy(&label);
    return status;
}

static ent_status_t settle(ent_groups_t *groups, const ent_network_t *network,
                           const ent_i_runs_t *runs, const ent_group_options_t *options,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t best;

    ENT_TRY(ent_i_runs_best(runs, &best, &groups->runs_at_best, &groups->distinct_optima, err));
    ENT_TRY(ent_i_runs_median(runs, &groups->modularity_median, err));
    groups->runs = runs->count;
    groups->count = runs->groups[best];
    groups->modularity = groups->modularity_best = runs->modularity[best];
    groups->resolution = options->resolution;
    groups->quality = runs->quality[best];
    ENT_TRY(ent_i_alloc(&groups->of, groups->actor_count, sizeof *groups->of, err));
    memcpy(groups->of, ent_i_runs_label(runs, best), groups->actor_count * sizeof *groups->of);
    if (options->consensus)
        ENT_TRY(settle_consensus(groups, network, runs, options, err));
    ENT_TRY(make_room(groups, err));
    ENT_TRY(
        ent_i_partition_sort(groups->of, groups->actor_count, groups->size, groups->count, err));
    ENT_TRY(settle_stability(groups, runs, err));
    ENT_TRY(settle_optimum(groups, network, options, err));

cleanup:
    return status;
}

ent_status_t ent_groups_find(ent_groups_t **groups, const ent_network_t *network,
                             const ent_group_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_group_options_t settled;
    ent_groups_t *made = NULL;
    ent_i_runs_t runs = {0};
    igx_scope_t scope;

    ent_group_options_init(&settled);
    if (options != NULL)
        settled = *options;
    if (settled.method == ENT_GROUP_DEFAULT)
        settled.method = ent_group_method_default(network);
    igx_enter(&scope);
    ENT_TRY(check(network, &settled, err));
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->method = settled.method;
    made->weighted = settled.weighted;
    made->actor_count = network->actor_count;
    ENT_TRY(ent_i_runs_make(&runs, network, &settled, err));
    ENT_TRY(settle(made, network, &runs, &settled, err));
    *groups = made;
    made = NULL;

cleanup:
    ent_i_runs_free(&runs);
    ent_groups_free(made);
    ent_i_memory_trim(network->tie_count);
    igx_leave(&scope);
    return status;
}

void ent_groups_free(ent_groups_t *groups)
{
    if (groups == NULL)
        return;
    free(groups->of);
    free(groups->size);
    free(groups->stability);
    free(groups->group_stability);
    free(groups);
}
