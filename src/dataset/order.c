/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records in their final order: by kind, then the first two parties, then all else. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "dataset/dataset_i.h"

enum { AHEAD = 16 /* ties that are fetched before they are moved */ };

static int compare_parties(const ent_record_t *a, const ent_record_t *b)
{
    for (size_t i = 0; i < a->party_count && i < b->party_count; i++)
        if (a->party[i] != b->party[i])
            return a->party[i] < b->party[i] ? -1 : 1;
    if (a->party_count != b->party_count)
        return a->party_count < b->party_count ? -1 : 1;
    return (int)a->directed - (int)b->directed;
}

/* Unknown dates come last. */
static int compare_periods(const ent_period_t *a, const ent_period_t *b)
{
    if (a->known != b->known)
        return a->known ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a->last > b->last) - (a->last < b->last);
}

/* NaN comes last. */
static int compare_numbers(double a, double b)
{
    if (isnan(a) || isnan(b))
        return isnan(a) - isnan(b);
    return (a > b) - (a < b);
}

static int compare_words(const ent_record_t *a, const ent_record_t *b)
{
    const char *const left[] = {a->id,           a->type,   a->role,        a->signed_by,
                                a->on_behalf_of, a->event,  a->topics,      a->signed_text,
                                a->from_text,    a->source, a->reported_by, a->note};
    const char *const right[] = {b->id,           b->type,   b->role,        b->signed_by,
                                 b->on_behalf_of, b->event,  b->topics,      b->signed_text,
                                 b->from_text,    b->source, b->reported_by, b->note};
    int order = 0;

    for (size_t i = 0; order == 0 && i < sizeof left / sizeof *left; i++)
        order = strcmp(left[i], right[i]);
    return order;
}

size_t ent_i_first_row(const ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    return tie->is_whole ? dataset->whole[tie->more].row[0] : tie->row;
}

/* Of one pair: most of what there is to sort is in order by it. */
static int compare_records(const void *left, const void *right, void *data)
{
    const ent_dataset_t *dataset = data;
    ent_record_t a, b;
    int order;

    ent_i_record_whole(dataset, *(const ent_id_t *)left, &a);
    ent_i_record_whole(dataset, *(const ent_id_t *)right, &b);
    order = compare_parties(&a, &b);
    if (order == 0)
        order = compare_periods(&a.start, &b.start);
    if (order == 0)
        order = compare_periods(&a.end, &b.end);
    if (order == 0)
        order = compare_words(&a, &b);
    if (order == 0)
        order = (int)a.status - (int)b.status;
    if (order == 0)
        order = compare_numbers(a.weight, b.weight);
    if (order == 0)
        order = compare_numbers(a.confidence, b.confidence);
    return order != 0
               ? order
               : ent_i_compare_rows(dataset, ent_i_first_row(dataset, *(const ent_id_t *)left),
                                    ent_i_first_row(dataset, *(const ent_id_t *)right));
}

static ent_status_t open_repeats(ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status =
        ent_i_alloc(&dataset->repeats, dataset->record_count, sizeof *dataset->repeats, err);

    for (size_t i = 0; status == ENT_OK && i < dataset->record_count; i++)
        dataset->repeats[i] = ENT_NONE;
    return status;
}

/* Edges of one pair stand together now: the first is the tie, the others repeat it. */
static ent_status_t mark_repeats(ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t first = ENT_NONE;

    for (size_t i = 0; i < dataset->record_count; i++) {
        const ent_i_tie_t *tie = &dataset->tie[i];

        if (tie->kind != ENT_TIE_EDGE)
            continue;
        if (first == ENT_NONE || !ent_i_same_pair(&dataset->tie[first], tie) ||
            dataset->tie[first].directed != tie->directed) {
            first = (ent_id_t)i;
            continue;
        }
        if (dataset->repeats == NULL)
            ENT_TRY(open_repeats(dataset, err));
        dataset->repeats[i] = first;
        if (tie->is_whole)
            dataset->whole[tie->more].repeats = first;
    }

cleanup:
    return status;
}

/* Orders those of each pair by all else, which few records need. */
static void order_runs(ent_dataset_t *dataset, ent_id_t *order, const ent_i_alikes_t *runs)
{
    for (size_t r = 0; r < runs->count; r++)
        if (runs->run[r].count > 1)
            qsort_r(&order[runs->run[r].first], runs->run[r].count, sizeof *order, compare_records,
                    dataset);
}

/* Leads the rows of a record to where it stands now. */
static void lead_rows(ent_dataset_t *dataset, ent_id_t record)
{
    const ent_i_tie_t *tie = &dataset->tie[record];
    const ent_record_t *whole = tie->is_whole ? &dataset->whole[tie->more] : NULL;
    size_t count = whole != NULL ? whole->row_count : 1;

    for (size_t r = 0; r < count; r++) {
        ent_i_row_t *row = &dataset->row[whole != NULL ? whole->row[r] : tie->row];

        if (!row->is_actor)
            row->of = record;
    }
}

/* Records are moved by several threads, each to a share of the places. */
typedef struct move {
    ent_dataset_t *dataset;
    const ent_id_t *order;
    ent_i_tie_t *tie;
    size_t count;
    size_t shares;
} move_t;

static void move_share(void *context, size_t share)
{
    const move_t *move = context;
    size_t end = move->count * (share + 1) / move->shares;

    for (size_t i = move->count * share / move->shares; i < end; i++) {
        if (i + AHEAD < end)
            __builtin_prefetch(&move->dataset->tie[move->order[i + AHEAD]]);
        move->tie[i] = move->dataset->tie[move->order[i]];
    }
}

static void lead_share(void *context, size_t share)
{
    const move_t *move = context;
    size_t end = move->count * (share + 1) / move->shares;

    for (size_t i = move->count * share / move->shares; i < end; i++) {
        if (i + AHEAD < end)
            __builtin_prefetch(&move->dataset->row[move->dataset->tie[i + AHEAD].row], 1);
        lead_rows(move->dataset, (ent_id_t)i);
    }
}

ent_status_t ent_i_order_records(ent_dataset_t *dataset, ent_id_t *order, size_t count,
                                 const ent_i_alikes_t *runs, int threads, ent_error_t *err)
{
    move_t move = {
        .dataset = dataset, .order = order, .count = count, .shares = ent_i_shares(count, threads)};
    ent_status_t status = ENT_OK;

    order_runs(dataset, order, runs);
    ENT_TRY(ent_i_alloc(&move.tie, count, sizeof *move.tie, err));
    ent_i_scattered(move.tie, count * sizeof *move.tie);
    ent_i_spread(move_share, &move, move.shares, (int)move.shares);
    free(dataset->tie);
    dataset->tie = move.tie;
    dataset->record_count = dataset->tie_capacity = count;
    ent_i_spread(lead_share, &move, move.shares, (int)move.shares);
    ENT_TRY(mark_repeats(dataset, err));

cleanup:
    return status;
}
