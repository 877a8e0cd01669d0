/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One view of a data set, from options to a finished network. */
#include "network/view.h"

#include <stdlib.h>
#include <string.h>

#define MAX_PROJECTED_EDGES 20000000

ent_status_t ent_network_options_init(ent_network_options_t *options, const ent_dataset_t *dataset,
                                      ent_error_t *err)
{
    *options = (ent_network_options_t){
        .focus = ENT_NONE, .hops = 1, .max_projected_edges = MAX_PROJECTED_EDGES, .alpha = 0.05};
    return ent_selection_init(&options->selection, dataset, NULL, NULL, err);
}

static bool is_actor(const ent_dataset_t *dataset, ent_id_t actor)
{
    return actor >= 0 && (size_t)actor < ent_dataset_actor_count(dataset);
}

static ent_status_t check(const ent_dataset_t *dataset, const ent_network_options_t *options,
                          ent_error_t *err)
{
    if ((unsigned)options->view >= ENT_VIEW_COUNT)
        return ent_i_fail(err, ENT_EINVAL, "There is no such view.");
    if (options->directed && options->view != ENT_VIEW_WHOLE)
        return ent_i_fail(err, ENT_EINVAL,
                          "The view '%s' has no directions; --directed goes with the view whole.",
                          ent_view_name(options->view));
    if (options->backbone != ENT_BACKBONE_NONE && options->view != ENT_VIEW_CITIES &&
        options->view != ENT_VIEW_NETWORKS)
        return ent_i_fail(err, ENT_EINVAL,
                          "The view '%s' is no projection; --backbone goes with the views cities "
                          "and networks.",
                          ent_view_name(options->view));
    for (size_t i = 0; i < options->without_count; i++) {
        if (!is_actor(dataset, options->without[i]))
            return ent_i_fail(err, ENT_EINVAL, "An actor to leave out is not in the data set.");
    }
    if (options->focus != ENT_NONE && !is_actor(dataset, options->focus))
        return ent_i_fail(err, ENT_EINVAL, "The actor in focus is not in the data set.");
    if (options->focus != ENT_NONE && options->hops < 0)
        return ent_i_fail(err, ENT_EINVAL, "--hops is %d; it must be 0 or more.", options->hops);
    return ENT_OK;
}

/* The caller's strings and arrays need not outlive the call. */
static ent_status_t copy_options(ent_network_t *network, const ent_network_options_t *options,
                                 ent_error_t *err)
{
    ent_id_t *without;
    size_t size = options->without_count * sizeof *without;

    network->options = *options;
    network->options.where = NULL;
    network->options.without = NULL;
    if (options->where != NULL) {
        network->options.where =
            ent_i_arena_text(&network->arena, options->where, strlen(options->where));
        if (network->options.where == NULL)
            return ent_i_no_memory(err);
    }
    if (options->without_count > 0) {
        without = ent_i_arena_alloc(&network->arena, size);
        if (without == NULL)
            return ent_i_no_memory(err);
        memcpy(without, options->without, size);
        network->options.without = without;
    }
    return ENT_OK;
}

static ent_status_t build(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_network_t *network = view->network;
    bool keep = view->options->parallel == ENT_PARALLEL_KEEP;
    bool made = false;

    ENT_TRY(ent_i_view_choose(view, err));
    ENT_TRY(ent_i_view_members(view, err));
    ENT_TRY(ent_i_view_vertices(view, err));
    if (ent_i_view_projected(view))
        ENT_TRY(ent_i_view_project(view, err));
    ENT_TRY(ent_i_view_straight(view, keep, &made, err));
    if (!made) {
        ENT_TRY(ent_i_view_links(view, err));
        ENT_TRY(ent_i_network_merge(network, &view->links, keep, true, err));
    }
    if (ent_i_view_projected(view))
        ENT_TRY(ent_i_view_project_records(view, err));
    view->projected_ties = network->tie_count;
    ENT_TRY(ent_i_network_index(network, err));
    if (view->options->focus != ENT_NONE)
        ENT_TRY(ent_i_view_focus(view, err));
    ENT_TRY(ent_i_view_aside(view, err));
    ENT_TRY(ent_i_view_notes(view, err));

cleanup:
    return status;
}

static void view_free(ent_i_view_t *view)
{
    free(view->judged);
    free(view->left_out);
    free(view->filtered);
    free(view->chosen);
    free(view->member_offset);
    free(view->member);
    free(view->star);
    free(view->links.link);
    ent_network_free(view->incidence);
    ent_network_free(view->network);
}

ent_status_t ent_network_new(ent_network_t **network, const ent_dataset_t *dataset,
                             const ent_network_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_view_t view = {.dataset = dataset,
                         .actor_count = ent_dataset_actor_count(dataset),
                         .record_count = ent_dataset_record_count(dataset),
                         .dominant = ENT_NONE};

    ENT_TRY(check(dataset, options, err));
    ENT_TRY(ent_i_alloc(&view.network, 1, sizeof *view.network, err));
    ENT_TRY(copy_options(view.network, options, err));
    view.options = &view.network->options;
    view.network->dataset = dataset;
    view.network->directed = options->directed;
    ENT_TRY(build(&view, err));
    *network = view.network;
    view.network = NULL;

cleanup:
    view_free(&view);
    ent_i_memory_trim(status == ENT_OK ? (*network)->tie_count : 0);
    return status;
}
