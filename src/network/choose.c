/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who and what counts in a view. */
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "network/view.h"

unsigned ent_i_view_kinds(const ent_i_view_t *view)
{
    static const unsigned kinds[ENT_VIEW_COUNT] = {
        [ENT_VIEW_WHOLE] = 1U << ENT_TIE_MEMBERSHIP | 1U << ENT_TIE_AGREEMENT |
                           1U << ENT_TIE_ATTENDANCE | 1U << ENT_TIE_EDGE,
        [ENT_VIEW_AGREEMENTS] = 1U << ENT_TIE_AGREEMENT,
        [ENT_VIEW_AFFILIATIONS] = 1U << ENT_TIE_MEMBERSHIP,
        [ENT_VIEW_CITIES] = 1U << ENT_TIE_AGREEMENT,
        [ENT_VIEW_NETWORKS] = 1U << ENT_TIE_AGREEMENT,
        [ENT_VIEW_EVENTS] = 1U << ENT_TIE_ATTENDANCE,
    };

    if (view->options->backbone != ENT_BACKBONE_NONE)
        return 0;
    return kinds[view->options->view];
}

/* Says whether there are any. */
static bool choose_kind(ent_i_view_t *view, ent_kind_t kind)
{
    bool any = false;

    for (size_t i = 0; i < view->actor_count; i++) {
        if (ent_i_view_kind(view, (ent_id_t)i) == kind)
            view->chosen[i] = any = true;
    }
    return any;
}

/* Whatever their status or date, so that nobody vanishes on the day that an agreement ends. */
static void choose_parties(ent_i_view_t *view, ent_tie_kind_t kind)
{
    for (size_t i = 0; i < view->record_count; i++) {
        size_t count;
        const ent_id_t *party;

        if (ent_i_view_tie(view, i)->kind != kind)
            continue;
        party = ent_i_view_parties(view, i, &count);
        for (size_t j = 0; j < count; j++)
            view->chosen[party[j]] = true;
    }
}

/* A row of a matrix states a member even where it states no membership. */
static void choose_matrix_rows(ent_i_view_t *view)
{
    const ent_dataset_t *dataset = view->dataset;

    if (ent_dataset_table_count(dataset) != 1 ||
        strcmp(ent_dataset_table(dataset, 0)->role, "matrix") != 0)
        return;
    for (size_t i = 0; i < ent_dataset_row_count(dataset); i++) {
        ent_id_t member = ent_dataset_row(dataset, i).actor;

        if (member != ENT_NONE && ent_i_view_kind(view, member) != ENT_KIND_NETWORK)
            view->chosen[member] = true;
    }
}

/* The members of networks, of whatever kind, for data that know no cities: people, ministries. */
static void choose_members(ent_i_view_t *view)
{
    for (size_t i = 0; i < view->record_count; i++) {
        const ent_i_tie_t *tie = ent_i_view_tie(view, i);

        if (tie->kind != ENT_TIE_MEMBERSHIP ||
            ent_i_view_kind(view, tie->party[0]) == ENT_KIND_NETWORK)
            continue;
        view->chosen[tie->party[0]] = true;
        view->no_cities = true;
    }
}

static void choose_by_view(ent_i_view_t *view)
{
    switch (view->options->view) {
    case ENT_VIEW_AGREEMENTS:
        choose_parties(view, ENT_TIE_AGREEMENT);
        break;
    case ENT_VIEW_AFFILIATIONS:
        (void)choose_kind(view, ENT_KIND_NETWORK);
        choose_parties(view, ENT_TIE_MEMBERSHIP);
        choose_matrix_rows(view);
        break;
    case ENT_VIEW_EVENTS:
        (void)choose_kind(view, ENT_KIND_EVENT);
        choose_parties(view, ENT_TIE_ATTENDANCE);
        break;
    case ENT_VIEW_CITIES:
        if (!choose_kind(view, ENT_KIND_CITY)) {
            choose_members(view);
            choose_matrix_rows(view);
        }
        break;
    case ENT_VIEW_NETWORKS:
        (void)choose_kind(view, ENT_KIND_NETWORK);
        break;
    case ENT_VIEW_WHOLE:
    case ENT_VIEW_COUNT:
        for (size_t i = 0; i < view->actor_count; i++)
            view->chosen[i] = true;
        break;
    }
}

/* Records are judged by several threads, each a share of them. */
typedef struct judging {
    ent_i_view_t *view;
    unsigned *judgements; /* by share */
    size_t shares;
} judging_t;

static void judge_share(void *context, size_t share)
{
    const judging_t *judging = context;
    ent_i_view_t *view = judging->view;
    size_t end = view->record_count * (share + 1) / judging->shares;
    unsigned judgements = 0;

    for (size_t i = view->record_count * share / judging->shares; i < end; i++) {
        ent_count_t judged =
            ent_i_selection_judge(&view->options->selection, view->dataset, (ent_id_t)i);

        view->judged[i] = (unsigned char)judged;
        judgements |= 1U << judged;
    }
    judging->judgements[share] = judgements;
}

static ent_status_t judge_records(ent_i_view_t *view, ent_error_t *err)
{
    judging_t judging = {.view = view, .shares = ent_i_dataset_shares(view->dataset)};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&view->judged, view->record_count, sizeof *view->judged, err));
    ENT_TRY(ent_i_alloc(&judging.judgements, judging.shares, sizeof *judging.judgements, err));
    ent_i_spread(judge_share, &judging, judging.shares, (int)judging.shares);
    for (size_t i = 0; i < judging.shares; i++)
        view->judgements |= judging.judgements[i];

cleanup:
    free(judging.judgements);
    return status;
}

/* An actor that fails the filter is no vertex, but a network that does still joins its members in
 * the projection to cities, where it is none anyway. */
static ent_status_t filter(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_where_t *where = NULL;

    if (view->options->where == NULL || view->options->where[0] == '\0')
        return ENT_OK;
    ENT_TRY(ent_i_where_new(&where, view->options->where, view->dataset, err));
    for (size_t i = 0; i < view->actor_count; i++) {
        bool matches;

        ENT_TRY(ent_i_where_match(where, view->dataset, (ent_id_t)i, &matches, err));
        view->filtered[i] = !matches;
    }

cleanup:
    ent_i_where_free(where);
    return status;
}

ent_status_t ent_i_view_choose(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(judge_records(view, err));
    ENT_TRY(ent_i_alloc(&view->left_out, view->actor_count, sizeof *view->left_out, err));
    ENT_TRY(ent_i_alloc(&view->filtered, view->actor_count, sizeof *view->filtered, err));
    ENT_TRY(ent_i_alloc(&view->chosen, view->actor_count, sizeof *view->chosen, err));
    for (size_t i = 0; i < view->options->without_count; i++)
        view->left_out[view->options->without[i]] = true;
    ENT_TRY(filter(view, err));
    choose_by_view(view);

cleanup:
    return status;
}
