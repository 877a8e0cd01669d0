/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How ties are drawn, and which are. */
#include "figure/plan_i.h"

#include <math.h>
#include <stdlib.h>

#include "network/network_i.h"

static ent_i_stroke_t stroke_of(ent_tie_kind_t kind)
{
    switch (kind) {
    case ENT_TIE_AGREEMENT:
        return ENT_STROKE_AGREEMENT;
    case ENT_TIE_MEMBERSHIP:
        return ENT_STROKE_MEMBERSHIP;
    case ENT_TIE_ATTENDANCE:
        return ENT_STROKE_ATTENDANCE;
    case ENT_TIE_EDGE:
    case ENT_TIE_KIND_COUNT:
        break;
    }
    return ENT_STROKE_EDGE;
}

void ent_i_draft_tie(ent_i_draft_t *draft, size_t tie)
{
    const ent_network_t *network = draft->network;
    ent_view_t view = ent_network_view(network);
    size_t count = ent_network_tie_record_count(network, tie);
    bool firm = false;

    draft->stroke[tie] = ENT_STROKE_SHARED;
    draft->status[tie] = ENT_STATUS_ACTIVE;
    for (size_t i = 0; i < count; i++) {
        ent_id_t record = ent_network_tie_record(network, tie, i);
        ent_tie_kind_t kind = ent_dataset_record_kind(network->dataset, record);
        ent_tie_status_t status = ent_dataset_record_status(network->dataset, record);
        bool membership = kind == ENT_TIE_MEMBERSHIP;
        ent_i_stroke_t stroke = stroke_of(kind);

        draft->member[tie] |= membership;
        if ((view == ENT_VIEW_CITIES || view == ENT_VIEW_NETWORKS) && membership)
            stroke = ENT_STROKE_SHARED;
        if (stroke > draft->stroke[tie]) {
            draft->stroke[tie] = stroke;
            firm = false;
        }
        if (stroke == draft->stroke[tie] && !firm) {
            firm = !ent_i_is_doubtful(status);
            draft->status[tie] = status;
        }
    }
    if (count == 0)
        draft->stroke[tie] = ENT_STROKE_EDGE;
}

/* Whether a record is a membership of a network that is a mark. */
static bool joins_badge(const ent_i_plan_t *plan, const ent_record_t *record, ent_id_t a,
                        ent_id_t b)
{
    return record->kind == ENT_TIE_MEMBERSHIP &&
           (ent_i_is_badge(plan, (size_t)a) || ent_i_is_badge(plan, (size_t)b));
}

/* Calls for each pair of parties, both in the view, of each planned or disputed record that does
 * not count. */
static ent_status_t each_aside(ent_i_draft_t *draft, ent_i_plan_t *plan,
                               ent_status_t (*visit)(ent_i_draft_t *, ent_i_plan_t *, ent_id_t,
                                                     ent_id_t, ent_id_t, ent_error_t *),
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    for (size_t i = 0; i < ent_network_aside_count(network); i++) {
        ent_id_t id = ent_network_aside(network, i);
        const ent_record_t *record = ent_dataset_record(network->dataset, id);

        if (!ent_i_network_awaits(network, id))
            continue;
        for (size_t p = 0; p < record->party_count; p++) {
            for (size_t q = p + 1; q < record->party_count; q++) {
                ent_id_t a = ent_network_vertex(network, record->party[p]);
                ent_id_t b = ent_network_vertex(network, record->party[q]);

                if (a != ENT_NONE && b != ENT_NONE && !joins_badge(plan, record, a, b))
                    ENT_TRY(visit(draft, plan, id, a, b, err));
            }
        }
    }

cleanup:
    return status;
}

static ent_status_t count_aside(ent_i_draft_t *draft, ent_i_plan_t *plan, ent_id_t record,
                                ent_id_t a, ent_id_t b, ent_error_t *err)
{
    (void)plan;
    (void)record;
    (void)err;
    draft->drawn_degree[a]++;
    draft->drawn_degree[b]++;
    return ENT_OK;
}

ent_status_t ent_i_draft_asides(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err)
{
    return each_aside(draft, plan, count_aside, err);
}

static ent_status_t add_link(ent_i_plan_t *plan, ent_i_link_t link, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(plan->link, plan->link_count, plan->link_capacity, err));
    plan->link[plan->link_count++] = link;
    plan->stroke_count[link.stroke]++;
    plan->status_used[link.status] |= ent_i_is_doubtful(link.status);
    for (int end = 0; end < 2; end++) {
        ent_i_mark_t *mark = &plan->mark[end == 0 ? link.a : link.b];

        mark->tied = true;
        mark->party |= link.stroke == ENT_STROKE_AGREEMENT;
        mark->member |= link.stroke == ENT_STROKE_MEMBERSHIP && link.tie != ENT_NONE;
    }

cleanup:
    return status;
}

/* Adds a record that does not count, unless the pair is drawn already. */
static ent_status_t add_aside(ent_i_draft_t *draft, ent_i_plan_t *plan, ent_id_t id, ent_id_t a,
                              ent_id_t b, ent_error_t *err)
{
    const ent_record_t *record = ent_dataset_record(draft->network->dataset, id);
    ent_i_link_t link = {.a = plan->mark_of[a],
                         .b = plan->mark_of[b],
                         .stroke = stroke_of(record->kind),
                         .status = record->status,
                         .weight = 1,
                         .tie = ENT_NONE,
                         .record = id};

    if (link.a == ENT_NONE || link.b == ENT_NONE)
        return ENT_OK;
    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *other = &plan->link[i];

        if ((other->a == link.a && other->b == link.b) ||
            (other->a == link.b && other->b == link.a))
            return ENT_OK;
    }
    return add_link(plan, link, err);
}

/* Planned or disputed memberships of networks that are marks have no line to be dashed. */
static void count_hidden_asides(ent_i_plan_t *plan, const ent_network_t *network)
{
    for (size_t i = 0; i < ent_network_aside_count(network); i++) {
        ent_id_t id = ent_network_aside(network, i);
        const ent_record_t *record = ent_dataset_record(network->dataset, id);
        ent_id_t a = ent_network_vertex(network, record->party[0]);
        ent_id_t b = ent_network_vertex(network, record->party[1]);

        plan->hidden_asides += ent_i_network_awaits(network, id) && a != ENT_NONE &&
                               b != ENT_NONE && joins_badge(plan, record, a, b);
    }
}

/* The weight behind what is drawn: of a tie of several kinds, the records of the kind drawn. */
static double drawn_weight(const ent_i_draft_t *draft, size_t tie)
{
    const ent_network_t *network = draft->network;
    size_t count = ent_network_tie_record_count(network, tie);
    size_t same = 0;

    for (size_t i = 0; i < count; i++) {
        ent_id_t record = ent_network_tie_record(network, tie, i);

        same += stroke_of(ent_dataset_record_kind(network->dataset, record)) == draft->stroke[tie];
    }
    return same == 0 || same == count ? network->weight[tie] : (double)same;
}

/* A link and its pair, the lower mark first. */
typedef struct pair {
    ent_id_t low;
    ent_id_t high;
    size_t link;
} pair_t;

static int by_pair(const void *left, const void *right)
{
    const pair_t *a = left;
    const pair_t *b = right;

    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    if (a->high != b->high)
        return a->high < b->high ? -1 : 1;
    return a->link < b->link ? -1 : a->link > b->link;
}

/* Bends the ties of one pair apart. */
static void bend_pair(ent_i_plan_t *plan, const pair_t *pair, size_t count, bool directed)
{
    size_t forward = 0;

    for (size_t i = 0; i < count; i++) {
        ent_i_link_t *link = &plan->link[pair[i].link];
        double place = (double)i - ((double)count - 1) / 2;

        link->siblings = count;
        link->bend = link->a == pair[i].low ? place : -place;
        forward += link->a == pair[i].low;
    }
    if (count > 1) {
        plan->reciprocal |= directed && forward > 0 && forward < count;
        plan->parallel |= !directed || forward > 1 || count - forward > 1;
    }
}

static ent_status_t bend_apart(ent_i_plan_t *plan, bool directed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    pair_t *pair = NULL;
    size_t from = 0;

    ENT_TRY(ent_i_alloc(&pair, plan->link_count, sizeof *pair, err));
    for (size_t i = 0; i < plan->link_count; i++) {
        ent_id_t a = plan->link[i].a;
        ent_id_t b = plan->link[i].b;

        pair[i] = (pair_t){a < b ? a : b, a < b ? b : a, i};
    }
    qsort(pair, plan->link_count, sizeof *pair, by_pair);
    for (size_t i = 1; i <= plan->link_count; i++) {
        if (i < plan->link_count && pair[i].low == pair[from].low &&
            pair[i].high == pair[from].high)
            continue;
        bend_pair(plan, &pair[from], i - from, directed);
        from = i;
    }

cleanup:
    free(pair);
    return status;
}

ent_status_t ent_i_draft_links(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    plan->least_weight = INFINITY;
    ENT_TRY(ent_i_draft_thin(plan, draft, err));
    for (size_t t = 0; t < network->tie_count; t++) {
        ent_i_link_t link = {.a = plan->mark_of[network->a[t]],
                             .b = plan->mark_of[network->b[t]],
                             .stroke = draft->stroke[t],
                             .status = draft->status[t],
                             .weight = drawn_weight(draft, t),
                             .tie = (ent_id_t)t,
                             .record = ENT_NONE};

        if (draft->hidden[t] || link.a == ENT_NONE || link.b == ENT_NONE) {
            plan->hidden_ties++;
            continue;
        }
        plan->least_weight = fmin(plan->least_weight, link.weight);
        plan->most_weight = fmax(plan->most_weight, link.weight);
        ENT_TRY(add_link(plan, link, err));
    }
    ENT_TRY(each_aside(draft, plan, add_aside, err));
    count_hidden_asides(plan, network);
    ENT_TRY(bend_apart(plan, network->directed, err));

cleanup:
    return status;
}
