/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties made straight from records, without links that are gathered, sorted and merged (links.c).
 *
 * Records of one kind stand in the order of their first two parties, and vertices in that of their
 * actors. Where a view takes the two parties of each record as they are, its records come in the
 * order of the ties that they are part of, those of one tie next to each other. Threads take a
 * share of the records each: they count its ties first, then write them behind those of the shares
 * before. Where any record turns out not to fit, nothing is made. */
#include <stdlib.h>

#include "base/spread.h"
#include "network/view.h"

typedef struct share {
    size_t first; /* record; those of one pair are in one share */
    size_t end;
    size_t ties;
    size_t links;
    ent_i_end_t begin; /* where its ties are put */
    ent_id_t least[2]; /* ends of its first tie and of its last */
    ent_id_t most[2];
    bool unfit;
    ent_status_t status;
} share_t;

typedef struct straight {
    const ent_i_view_t *view;
    unsigned kind;
    bool keep;
    share_t *share;
    size_t count;
} straight_t;

/* The kind of all records that count, which none of the others stand between; false where there
 * may be more than one. */
static bool find_kind(const ent_i_view_t *view, unsigned *kind)
{
    unsigned kinds = ent_i_view_kinds(view);

    if (view->record_count == 0)
        return false;
    *kind = ent_i_view_tie(view, 0)->kind;
    if (ent_i_view_tie(view, view->record_count - 1)->kind == *kind)
        return (kinds & 1U << *kind) != 0;
    *kind = (unsigned)__builtin_ctz(kinds | 1U << ENT_TIE_KIND_COUNT);
    return kinds == 1U << *kind;
}

static bool is_same(const ent_i_view_t *view, size_t a, size_t b)
{
    const ent_i_tie_t *left = ent_i_view_tie(view, a);
    const ent_i_tie_t *right = ent_i_view_tie(view, b);

    return left->party[0] == right->party[0] && left->party[1] == right->party[1];
}

/* The vertices that a record ties; false where it ties none. */
static bool find_ends(const straight_t *straight, size_t record, ent_id_t end[2])
{
    const ent_i_view_t *view = straight->view;
    const ent_i_tie_t *tie;

    if (!ent_i_view_wants(view, 1U << straight->kind, record))
        return false;
    tie = ent_i_view_tie(view, record);
    end[0] = view->network->vertex[tie->party[0]];
    end[1] = view->network->vertex[tie->party[1]];
    return end[0] != ENT_NONE && end[1] != ENT_NONE;
}

static bool precedes(const ent_id_t a[2], const ent_id_t b[2])
{
    return a[0] < b[0] || (a[0] == b[0] && a[1] < b[1]);
}

static void count_share(void *context, size_t index)
{
    const straight_t *straight = context;
    share_t *share = &straight->share[index];
    bool once = straight->kind == ENT_TIE_MEMBERSHIP || straight->kind == ENT_TIE_ATTENDANCE;
    ent_id_t last[2] = {-1, -1};
    ent_id_t end[2];

    for (size_t i = share->first; i < share->end && !share->unfit; i++) {
        if (!find_ends(straight, i, end))
            continue;
        share->unfit =
            end[0] >= end[1] || precedes(end, last) || ent_i_view_is_of_many(straight->view, i);
        if (share->links == 0)
            share->least[0] = end[0], share->least[1] = end[1];
        share->ties += precedes(last, end) || (straight->keep && !once);
        share->links++;
        last[0] = end[0];
        last[1] = end[1];
    }
    share->most[0] = last[0];
    share->most[1] = last[1];
}

/* Puts what was gathered of one pair, mostly one link, and forgets it. */
static ent_status_t put(const straight_t *straight, ent_i_links_t *links, ent_i_end_t *end)
{
    ent_network_t *network = straight->view->network;
    const ent_i_link_t *link = links->link;
    ent_status_t status = ENT_OK;

    if (links->count == 1) {
        network->a[end->tie] = link->a;
        network->b[end->tie] = link->b;
        network->weight[end->tie] = link->weight;
        if (network->record_offset != NULL)
            network->record_offset[end->tie] = (uint32_t)end->record;
        network->record[end->record++] = link->record;
        end->tie++;
    } else if (links->count > 1) {
        status = ent_i_network_put(network, end, links, straight->keep, NULL);
    }
    links->count = 0;
    return status;
}

static ent_status_t put_records(const straight_t *straight, const share_t *share,
                                ent_i_links_t *links)
{
    ent_i_end_t end = share->begin;
    ent_status_t status = ENT_OK;
    ent_id_t vertex[2];

    for (size_t i = share->first; i < share->end; i++) {
        ent_i_link_t link;

        if (!find_ends(straight, i, vertex))
            continue;
        link = ent_i_view_link(straight->view, vertex[0], vertex[1], (ent_id_t)i);
        if (!ent_i_is_weight(link.weight))
            return ENT_EDATA;
        if (links->count > 0 && (links->link->a != link.a || links->link->b != link.b))
            ENT_TRY(put(straight, links, &end));
        ENT_TRY(ent_i_links_add(links, link, NULL));
    }
    ENT_TRY(put(straight, links, &end));

cleanup:
    return status;
}

static void put_share(void *context, size_t index)
{
    const straight_t *straight = context;
    ent_i_links_t links = {0};

    straight->share[index].status = put_records(straight, &straight->share[index], &links);
    free(links.link);
}

static void cut(straight_t *straight)
{
    size_t records = straight->view->record_count;
    size_t first = 0;

    for (size_t s = 0; s < straight->count; s++) {
        size_t end = records * (s + 1) / straight->count;

        while (end > first && end < records && is_same(straight->view, end - 1, end))
            end++;
        straight->share[s].first = first;
        straight->share[s].end = first = end < first ? first : end;
    }
}

/* Sums up the shares; false where one does not fit or they are not in order. */
static bool add_up(straight_t *straight, ent_i_end_t *sum)
{
    const share_t *before = NULL;

    for (size_t s = 0; s < straight->count; s++) {
        share_t *share = &straight->share[s];

        share->begin = *sum;
        sum->tie += share->ties;
        sum->record += share->links;
        if (share->unfit ||
            (before != NULL && share->links > 0 && !precedes(before->most, share->least)))
            return false;
        if (share->links > 0)
            before = share;
    }
    return true;
}

/* Weights that are none, or whose sum is none, are told of where links are gathered. */
static ent_status_t judge(const straight_t *straight, bool *made, ent_error_t *err)
{
    *made = true;
    for (size_t s = 0; s < straight->count; s++) {
        if (straight->share[s].status == ENT_ENOMEM)
            return ent_i_no_memory(err);
        *made = *made && straight->share[s].status == ENT_OK;
    }
    return ENT_OK;
}

static void drop(ent_network_t *network)
{
    free(network->a);
    free(network->b);
    free(network->weight);
    free(network->record_offset);
    free(network->record);
    network->a = network->b = network->record = NULL;
    network->weight = NULL;
    network->record_offset = NULL;
}

ent_status_t ent_i_view_straight(ent_i_view_t *view, bool keep, bool *made, ent_error_t *err)
{
    ent_network_t *network = view->network;
    straight_t straight = {
        .view = view, .keep = keep, .count = ent_i_dataset_shares(view->dataset)};
    ent_i_end_t sum = {0};
    ent_status_t status = ENT_OK;

    *made = false;
    if (ent_i_view_projected(view) || view->star != NULL || view->member_offset != NULL ||
        network->directed || network->mode != NULL || !find_kind(view, &straight.kind))
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&straight.share, straight.count, sizeof *straight.share, err));
    cut(&straight);
    ent_i_spread(count_share, &straight, straight.count, (int)straight.count);
    if (!add_up(&straight, &sum))
        goto cleanup;
    ENT_TRY(ent_i_check_records(sum.record, err));
    ENT_TRY(ent_i_network_open(network, sum.tie, sum.record, sum.record != sum.tie || sum.tie == 0,
                               err));
    ent_i_spread(put_share, &straight, straight.count, (int)straight.count);
    if (network->record_offset != NULL)
        network->record_offset[sum.tie] = (uint32_t)sum.record;
    ENT_TRY(judge(&straight, made, err));
    if (!*made)
        drop(network);

cleanup:
    free(straight.share);
    return status;
}
