/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The members that stand for a network in its agreements (--expand). */
#include <stdlib.h>
#include <string.h>

#include "network/view.h"

static bool is_membership(const ent_i_view_t *view, size_t record)
{
    const ent_i_tie_t *of = ent_i_view_tie(view, record);

    return of->kind == ENT_TIE_MEMBERSHIP && ent_i_view_counts(view, record) &&
           !view->left_out[of->party[0]];
}

/* Sorts the members of each network and keeps each once (several offices are several records). */
static void tidy_members(ent_i_view_t *view)
{
    size_t begin = 0;
    size_t kept = 0;

    for (size_t network = 0; network < view->actor_count; network++) {
        size_t end = view->member_offset[network + 1];
        size_t first = kept;

        qsort(&view->member[begin], end - begin, sizeof *view->member, ent_i_compare_ids);
        for (size_t i = begin; i < end; i++) {
            if (kept == first || view->member[kept - 1] != view->member[i])
                view->member[kept++] = view->member[i];
        }
        view->member_offset[network + 1] = kept;
        begin = end;
    }
}

static ent_status_t list_members(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *at = NULL;

    ENT_TRY(
        ent_i_alloc(&view->member_offset, view->actor_count + 1, sizeof *view->member_offset, err));
    for (size_t i = 0; i < view->record_count; i++) {
        if (is_membership(view, i))
            view->member_offset[ent_i_view_tie(view, i)->party[1] + 1]++;
    }
    for (size_t i = 0; i < view->actor_count; i++)
        view->member_offset[i + 1] += view->member_offset[i];
    ENT_TRY(ent_i_alloc(&view->member, view->member_offset[view->actor_count], sizeof *view->member,
                        err));
    ENT_TRY(ent_i_alloc(&at, view->actor_count + 1, sizeof *at, err));
    memcpy(at, view->member_offset, (view->actor_count + 1) * sizeof *at);
    for (size_t i = 0; i < view->record_count; i++) {
        const ent_i_tie_t *tie = ent_i_view_tie(view, i);

        if (is_membership(view, i))
            view->member[at[tie->party[1]]++] = tie->party[0];
    }
    tidy_members(view);

cleanup:
    free(at);
    return status;
}

/* An agreement whose network has no known members links the network itself, rather than nobody. */
static void choose_expanded(ent_i_view_t *view)
{
    for (size_t i = 0; i < view->record_count; i++) {
        bool memberless = false;
        size_t count;
        const ent_id_t *party = ent_i_view_parties(view, i, &count);

        if (ent_i_view_tie(view, i)->kind != ENT_TIE_AGREEMENT || !ent_i_view_counts(view, i))
            continue;
        for (size_t j = 0; j < count; j++) {
            ent_i_side_t side = ent_i_view_side(view, party[j]);

            if (ent_i_view_kind(view, party[j]) == ENT_KIND_NETWORK && side.count == 0)
                memberless = true;
            for (size_t k = 0; view->options->view == ENT_VIEW_AGREEMENTS && k < side.count; k++)
                view->chosen[side.member[k]] = true;
        }
        view->memberless += memberless;
    }
}

ent_status_t ent_i_view_members(ent_i_view_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (view->options->expand != ENT_EXPAND_NONE) {
        ENT_TRY(list_members(view, err));
        choose_expanded(view);
    }
    for (size_t i = 0; i < view->actor_count; i++)
        view->chosen[i] = view->chosen[i] && !view->left_out[i] && !view->filtered[i];

cleanup:
    return status;
}

ent_i_side_t ent_i_view_side(const ent_i_view_t *view, ent_id_t party)
{
    ent_i_side_t side = {.self = party};

    if (view->member_offset == NULL)
        return side;
    side.member = &view->member[view->member_offset[party]];
    side.count = view->member_offset[party + 1] - view->member_offset[party];
    if (side.count > 0 && view->options->expand == ENT_EXPAND_MEMBERS)
        side.self = ENT_NONE;
    return side;
}
