/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is known of one actor: its place in each view, its neighbours. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "answer/profile_i.h"
#include "document/rank.h"
#include "report/tables.h"

ent_status_t ent_profile_options_init(ent_profile_options_t *options, const ent_dataset_t *dataset,
                                      ent_error_t *err)
{
    ent_report_options_t report;
    ent_status_t status = ent_report_options_init(&report, dataset, err);

    if (status == ENT_OK)
        *options = (ent_profile_options_t){.network = report.network,
                                           .measure = report.measure,
                                           .runs = report.runs,
                                           .seed = report.seed,
                                           .language = report.language};
    return status;
}

/* Adds the measures of the list that the view has; all of the defaults where there is no list. */
static ent_status_t choose_measures(ent_i_viewed_t *view, const char *list, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *rest = list;

    ENT_TRY(ent_i_alloc(&view->measure, ent_measure_count(), sizeof *view->measure, err));
    if (list == NULL)
        return ent_measure_list(view->measure, &view->measure_count, NULL, view->network, err);
    while (rest != NULL) {
        const char *comma = strchr(rest, ',');
        ent_i_text_t name = {0};
        size_t one = 0;

        ent_i_text_add(&name, rest, comma != NULL ? (size_t)(comma - rest) : strlen(rest));
        if (name.failed)
            status = ent_i_no_memory(err);
        else
            status = ent_measure_list(view->measure + view->measure_count, &one,
                                      name.bytes != NULL ? name.bytes : "", view->network, NULL);
        ent_i_text_free(&name);
        if (status == ENT_EINVAL) /* not in this view; perhaps in another */
            status = ENT_OK;
        ENT_TRY(status);
        view->measure_count += one;
        rest = comma != NULL ? comma + 1 : NULL;
    }

cleanup:
    return status;
}

/* `--by group` compares the groups found. */
static bool wants_groups(const ent_i_viewed_t *view, const char *by)
{
    if (by != NULL && strcmp(by, "group") == 0)
        return true;
    for (size_t i = 0; i < view->measure_count; i++) {
        if (strncmp(view->measure[i]->name, "participation", 13) == 0)
            return true;
    }
    return false;
}

/* Its rank by each measure of a view, as `entente rank` gives it. */
static ent_status_t rank_in(ent_i_profile_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *viewed = &view->viewed;
    size_t actors = ent_network_actor_count(viewed->network);
    ent_i_place_t *place = NULL;

    ENT_TRY(ent_i_alloc(&view->rank, viewed->measure_count, sizeof *view->rank, err));
    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    for (size_t m = 0; m < viewed->measure_count; m++) {
        ent_i_profile_rank_t *rank = &view->rank[view->rank_count++];

        *rank = (ent_i_profile_rank_t){.measure = viewed->measure[m], .value = NAN, .rank = NAN};
        ent_i_rank(place, viewed->value + m * actors, actors, rank->measure->ascending);
        for (size_t i = 0; i < actors; i++) {
            rank->of += place[i].rank > 0;
            if (place[i].vertex == view->vertex) {
                rank->value = place[i].value;
                rank->rank = ent_i_place_rank(&place[i]);
            }
        }
        for (size_t i = 0; i < actors; i++) { /* false where either is NaN */
            if (place[i].rank >= rank->rank && place[i].rank <= rank->rank)
                rank->sharing++;
        }
    }

cleanup:
    free(place);
    return status;
}

/* Builds a view; one that does not hold the actor is left out. */
static ent_status_t open_view(ent_profile_t *profile, size_t index, ent_view_t kind,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_profile_view_t *view = &profile->view[index];

    view->kind = kind;
    ENT_TRY(ent_i_viewed_open(&view->viewed, profile->report.dataset, &profile->options.network,
                              kind, err));
    if (view->viewed.network == NULL)
        return ENT_OK;
    view->vertex = ent_network_vertex(view->viewed.network, profile->actor);
    if (view->vertex == ENT_NONE)
        ent_i_viewed_free(&view->viewed);

cleanup:
    return status;
}

static ent_status_t open_views(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_view_t asked = profile->options.network.view;

    for (size_t i = 0; i < ENT_REPORT_VIEWS; i++)
        ENT_TRY(open_view(profile, i, (ent_view_t)i, err));
    if (profile->view[ENT_VIEW_WHOLE].viewed.network == NULL)
        ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                           "The actor '%s' is left out by --where or --without; see who is left.",
                           profile->of->id));
    if (!profile->options.view_given || asked <= ENT_VIEW_AFFILIATIONS)
        return ENT_OK;
    ENT_TRY(open_view(profile, ENT_REPORT_VIEWS, asked, err));

cleanup:
    return status;
}

static bool has_tie(const ent_i_profile_view_t *view)
{
    const ent_network_t *network = view->viewed.network;

    for (size_t t = 0; network != NULL && t < ent_network_tie_count(network); t++) {
        ent_tie_t tie = ent_network_tie(network, t);

        if (tie.a == view->vertex || tie.b == view->vertex)
            return true;
    }
    return false;
}

/* The view of neighbours and group: the one asked for, else agreements where it has one. */
static ent_status_t choose_near(ent_profile_t *profile, ent_error_t *err)
{
    ent_view_t asked = profile->options.network.view;
    size_t index = asked <= ENT_VIEW_AFFILIATIONS ? (size_t)asked : ENT_REPORT_VIEWS;

    if (!profile->options.view_given)
        index = has_tie(&profile->view[ENT_VIEW_AGREEMENTS]) ? ENT_VIEW_AGREEMENTS : ENT_VIEW_WHOLE;
    profile->near = &profile->view[index];
    if (profile->near->viewed.network != NULL)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "The actor '%s' is not in the view %s, or that view has no tie.",
                      profile->of->id, ent_view_name(asked));
}

static ent_status_t measure_views(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_profile_options_t *options = &profile->options;
    size_t chosen = 0;

    for (size_t i = 0; i < ENT_PROFILE_VIEWS; i++) {
        ent_i_profile_view_t *view = &profile->view[i];

        if (view->viewed.network == NULL)
            continue;
        ENT_TRY(choose_measures(&view->viewed, options->measures, err));
        chosen += view->viewed.measure_count;
        if (view == profile->near || wants_groups(&view->viewed, options->measure.by))
            ENT_TRY(ent_i_viewed_group(&view->viewed, options->runs, options->seed,
                                       options->measure.threads, err));
        ENT_TRY(ent_i_viewed_measure(&view->viewed, &options->measure, err));
        ENT_TRY(rank_in(view, err));
    }
    if (chosen == 0 && options->measures != NULL) { /* says which there are */
        const ent_measure_t **list = NULL;
        size_t count;

        ENT_TRY(ent_i_alloc(&list, ent_measure_count(), sizeof *list, err));
        status =
            ent_measure_list(list, &count, options->measures, profile->near->viewed.network, err);
        free(list);
    }

cleanup:
    return status;
}

static int heaviest_first(const void *left, const void *right)
{
    const ent_i_profile_neighbour_t *a = left;
    const ent_i_profile_neighbour_t *b = right;

    if (a->weight > b->weight || a->weight < b->weight)
        return a->weight > b->weight ? -1 : 1;
    return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

static unsigned kinds_behind(const ent_network_t *network, size_t tie)
{
    unsigned kinds = 0;

    for (size_t i = 0; i < ent_network_tie_record_count(network, tie); i++)
        kinds |= 1U << ent_dataset_record(ent_network_dataset(network),
                                          ent_network_tie_record(network, tie, i))
                           ->kind;
    return kinds;
}

static ent_status_t find_neighbours(ent_profile_t *profile, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = profile->near->viewed.network;
    size_t actors = ent_network_actor_count(network);
    ent_id_t self = profile->near->vertex;
    ent_i_profile_neighbour_t *all = NULL;

    ENT_TRY(ent_i_alloc(&all, actors, sizeof *all, err));
    for (size_t t = 0; t < ent_network_tie_count(network); t++) {
        ent_tie_t tie = ent_network_tie(network, t);
        ent_id_t other = tie.a == self ? tie.b : tie.a;

        if (tie.a != self && tie.b != self)
            continue;
        all[other].weight += tie.weight;
        all[other].kinds |= kinds_behind(network, t);
    }
    for (size_t v = 0; v < actors; v++) {
        if (all[v].weight > 0) {
            all[profile->neighbour_count] = all[v];
            all[profile->neighbour_count++].vertex = (ent_id_t)v;
        }
    }
    if (profile->neighbour_count > 1)
        qsort(all, profile->neighbour_count, sizeof *all, heaviest_first);
    profile->neighbour = all;
    all = NULL;

cleanup:
    free(all);
    return status;
}

static ent_status_t begin(ent_profile_t *profile, const ent_dataset_t *dataset, ent_id_t actor,
                          const ent_profile_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    profile->actor = actor;
    profile->of = ent_dataset_actor(dataset, actor);
    if (options != NULL)
        profile->options = *options;
    else
        ENT_TRY(ent_profile_options_init(&profile->options, dataset, err));
    profile->options.network.focus = ENT_NONE;
    profile->report_options = (ent_report_options_t){.network = profile->options.network,
                                                     .language = profile->options.language,
                                                     .keep_going = true};
    ENT_TRY(ent_i_report_begin(&profile->report, dataset, &profile->report_options, err));

cleanup:
    return status;
}

ent_status_t ent_profile_new(ent_profile_t **profile, const ent_dataset_t *dataset, ent_id_t actor,
                             const ent_profile_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_profile_t *made = NULL;

    *profile = NULL;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    ENT_TRY(begin(made, dataset, actor, options, err));
    ENT_TRY(open_views(made, err));
    ENT_TRY(choose_near(made, err));
    ENT_TRY(measure_views(made, err));
    ENT_TRY(find_neighbours(made, err));
    ENT_TRY(ent_i_told_init(&made->told, dataset, made->report.language, err));
    ENT_TRY(ent_i_profile_aliases(made, err));
    ENT_TRY(ent_i_profile_ties(made, err));
    ENT_TRY(ent_i_profile_disputes(made, err));
    *profile = made;
    made = NULL;

cleanup:
    ent_profile_free(made);
    return status;
}

void ent_profile_free(ent_profile_t *profile)
{
    if (profile == NULL)
        return;
    for (size_t i = 0; i < ENT_PROFILE_VIEWS; i++) {
        ent_i_viewed_free(&profile->view[i].viewed);
        free(profile->view[i].rank);
    }
    ent_i_report_free(&profile->report);
    free(profile->tie);
    free(profile->neighbour);
    free(profile->dispute);
    ent_i_told_free(&profile->told);
    free(profile->alias);
    free(profile);
}

ent_view_t ent_profile_view(const ent_profile_t *profile)
{
    return profile->near->kind;
}
