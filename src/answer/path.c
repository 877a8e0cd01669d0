/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How two actors are connected: the facts. */
#include <math.h>
#include <stdlib.h>

#include "answer/path_i.h"
#include "network/network_i.h"

#define MAX_PATHS 20

void ent_path_options_init(ent_path_options_t *options)
{
    *options = (ent_path_options_t){
        .weight = ENT_WEIGHT_STRENGTH, .max_paths = MAX_PATHS, .language = "en"};
}

static ent_status_t find_end(const ent_network_t *network, ent_id_t *vertex, ent_id_t actor,
                             ent_error_t *err)
{
    *vertex = ENT_NONE;
    if (actor >= 0 && (size_t)actor < ent_dataset_actor_count(network->dataset))
        *vertex = ent_network_vertex(network, actor);
    else
        return ent_i_fail(err, ENT_EINVAL, "An end of the way is not in the data set.");
    if (*vertex != ENT_NONE)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "%s (%s) is not in this network: the view is %s; see --view, --where, "
                      "--without and --avoid.",
                      ent_dataset_actor(network->dataset, actor)->name,
                      ent_dataset_actor(network->dataset, actor)->id,
                      ent_view_name(network->options.view));
}

static ent_status_t measure_ties(ent_path_t *path, ent_error_t *err)
{
    const ent_network_t *network = path->network;
    bool strength = path->options.weight == ENT_WEIGHT_STRENGTH;
    ent_status_t status = ent_i_alloc(&path->length, network->tie_count, sizeof(double), err);

    for (size_t i = 0; status == ENT_OK && i < network->tie_count; i++)
        path->length[i] = strength ? 1 / network->weight[i] : network->weight[i];
    return status;
}

ent_status_t ent_path_find(ent_path_t **path, const ent_network_t *network, ent_id_t a, ent_id_t b,
                           const ent_path_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_path_t *made = NULL;

    *path = NULL;
    if (network->dataset == NULL)
        return ent_i_fail(err, ENT_EINVAL, "Ways are told between actors of a data set.");
    if (a == b)
        return ent_i_fail(err, ENT_EINVAL, "A way has two ends; name two different actors.");
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->network = network;
    made->dataset = network->dataset;
    if (options != NULL)
        made->options = *options;
    else
        ent_path_options_init(&made->options);
    ENT_TRY(ent_i_told_init(&made->told, made->dataset, made->options.language, err));
    made->rejected = ent_dataset_rejected_count(made->dataset);
    ENT_TRY(find_end(network, &made->a, a, err));
    ENT_TRY(find_end(network, &made->b, b, err));
    if (made->options.weighted)
        ENT_TRY(measure_ties(made, err));
    ENT_TRY(ent_i_ways_find(&made->ways, network, made->a, made->b, made->length,
                            made->options.max_paths, err));
    if (!made->ways.found)
        ENT_TRY(ent_i_path_apart(made, err));
    *path = made;
    made = NULL;

cleanup:
    ent_path_free(made);
    return status;
}

void ent_path_free(ent_path_t *path)
{
    if (path == NULL)
        return;
    ent_i_told_free(&path->told);
    ent_i_ways_free(&path->ways);
    for (int i = 0; i < 2; i++) {
        free(path->side[i].vertex);
        free(path->side[i].distance);
    }
    free(path->length);
    free(path->aside);
    free(path->shared);
    free(path);
}

double ent_path_length(const ent_path_t *path)
{
    return path->ways.found ? path->ways.length : (double)INFINITY;
}

uint64_t ent_path_count(const ent_path_t *path)
{
    return path->ways.count;
}

size_t ent_path_listed(const ent_path_t *path)
{
    return path->ways.shown;
}

const ent_id_t *ent_path_way(const ent_path_t *path, size_t way, size_t *count)
{
    *count = path->ways.first[way + 1] - path->ways.first[way];
    return &path->ways.vertex[path->ways.first[way]];
}

/* Neighbours come ascending. */
static size_t first_entry(const ent_path_t *path, ent_id_t from, ent_id_t to)
{
    const ent_network_t *network = path->network;
    size_t low = network->offset[from];
    size_t high = network->offset[from + 1];

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (network->neighbour[middle] < to)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t ent_i_path_tie(const ent_path_t *path, ent_id_t from, ent_id_t to)
{
    const ent_network_t *network = path->network;
    size_t entry = first_entry(path, from, to);
    ent_id_t best = network->via[entry];

    for (size_t i = entry; i < network->offset[from + 1] && network->neighbour[i] == to; i++)
        if (path->length != NULL && path->length[network->via[i]] < path->length[best])
            best = network->via[i];
    return (size_t)best;
}

void ent_i_path_each_record(const ent_path_t *path, ent_id_t from, ent_id_t to,
                            ent_i_path_tell_t *tell, void *context)
{
    const ent_network_t *network = path->network;

    for (size_t i = first_entry(path, from, to);
         i < network->offset[from + 1] && network->neighbour[i] == to; i++) {
        size_t tie = (size_t)network->via[i];

        for (size_t k = 0; k < ent_network_tie_record_count(network, tie); k++)
            tell(context, ent_network_tie_record(network, tie, k));
    }
}
