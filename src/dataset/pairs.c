/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Records by kind and their first two parties, equal ones as they were read.
 *
 * They are put into a bucket each for their first party, as numbers made of the second party and of
 * the record, which are then sorted where they stand. Threads take a share of the first parties
 * each. */
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "dataset/dataset_i.h"

enum { FEW = 32 /* numbers that are sorted one into the other */ };

/* One kind of records. */
typedef struct pairs {
    const ent_dataset_t *dataset;
    unsigned kind;
    size_t actors;
    uint32_t *end;   /* by first party: where its bucket ends that has been filled so far */
    uint64_t *place; /* second party, record */
    size_t count;
    ent_id_t *order; /* of this kind's */
    size_t base;     /* records of the kinds before */
    size_t shares;
    ent_i_alikes_t *runs; /* by share */
    bool *failed;         /* by share */
} pairs_t;

size_t ent_i_shares(size_t records, int threads)
{
    enum { LEAST = 100000 };

    if (threads <= 1 || records < 2 * LEAST)
        return 1;
    return (size_t)threads < records / LEAST ? (size_t)threads : records / LEAST;
}

void ent_i_alike_free(ent_i_alikes_t *runs)
{
    free(runs->run);
    *runs = (ent_i_alikes_t){0};
}

static ent_status_t add_run(ent_i_alikes_t *runs, size_t first, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(runs->run, runs->count, runs->capacity, err);

    if (status == ENT_OK)
        runs->run[runs->count++] =
            (ent_i_alike_t){.first = (uint32_t)first, .count = (uint32_t)count};
    return status;
}

static int compare_places(const void *left, const void *right)
{
    uint64_t a = *(const uint64_t *)left;
    uint64_t b = *(const uint64_t *)right;

    return (a > b) - (a < b);
}

static void sort_bucket(uint64_t *place, size_t count)
{
    if (count > FEW) {
        qsort(place, count, sizeof *place, compare_places);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        uint64_t moved = place[i];
        size_t at = i;

        for (; at > 0 && place[at - 1] > moved; at--)
            place[at] = place[at - 1];
        place[at] = moved;
    }
}

/* Where the bucket of the first party begins that is the first of a share. Buckets begin where
 * those before end; nothing has been put into them yet. */
static size_t first_of(const pairs_t *pairs, size_t share)
{
    size_t wanted = pairs->count * share / pairs->shares;
    size_t low = 0;
    size_t high = pairs->actors;

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (pairs->end[middle] < wanted)
            low = middle + 1;
        else
            high = middle;
    }
    return share == pairs->shares ? pairs->actors : low;
}

/* Sorts the bucket that lies between two places, and lists it; notes pairs of several records. */
static ent_status_t list_bucket(pairs_t *pairs, size_t share, size_t first, size_t end)
{
    uint64_t *place = pairs->place;
    ent_status_t status = ENT_OK;
    size_t next;

    sort_bucket(&place[first], end - first);
    for (size_t i = first; i < end; i++)
        pairs->order[i] = (ent_id_t)(place[i] & UINT32_MAX);
    for (size_t i = first; i < end; i = next) {
        next = i + 1;
        while (next < end && place[next] >> 32 == place[i] >> 32)
            next++;
        if (next - i > 1)
            ENT_TRY(add_run(&pairs->runs[share], pairs->base + i, next - i, NULL));
    }

cleanup:
    return status;
}

typedef struct shared {
    pairs_t *pairs;
    size_t *first; /* by share, and one more */
} shared_t;

static void sort_share(void *context, size_t share)
{
    const shared_t *shared = context;
    pairs_t *pairs = shared->pairs;
    size_t first = shared->first[share];
    size_t end = shared->first[share + 1];
    size_t begin = first < pairs->actors ? pairs->end[first] : 0;

    for (size_t i = 0; i < pairs->dataset->record_count; i++) {
        const ent_i_tie_t *tie = &pairs->dataset->tie[i];
        size_t party = (size_t)tie->party[0];

        if (tie->kind == pairs->kind && party >= first && party < end)
            pairs->place[pairs->end[party]++] = (uint64_t)(uint32_t)tie->party[1] << 32 | i;
    }
    for (size_t party = first; party < end; party++) {
        if (list_bucket(pairs, share, begin, pairs->end[party]) != ENT_OK)
            pairs->failed[share] = true;
        begin = pairs->end[party];
    }
}

static void count_buckets(pairs_t *pairs)
{
    uint32_t begin = 0;

    memset(pairs->end, 0, pairs->actors * sizeof *pairs->end);
    for (size_t i = 0; i < pairs->dataset->record_count; i++)
        if (pairs->dataset->tie[i].kind == pairs->kind)
            pairs->end[pairs->dataset->tie[i].party[0]]++;
    for (size_t i = 0; i < pairs->actors; i++) {
        uint32_t count = pairs->end[i];

        pairs->end[i] = begin;
        begin += count;
    }
}

static ent_status_t order_kind(pairs_t *pairs, ent_i_alikes_t *runs, ent_error_t *err)
{
    shared_t shared = {.pairs = pairs};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&shared.first, pairs->shares + 1, sizeof *shared.first, err));
    count_buckets(pairs);
    for (size_t share = 0; share <= pairs->shares; share++)
        shared.first[share] = first_of(pairs, share);
    ent_i_spread(sort_share, &shared, pairs->shares, (int)pairs->shares);
    for (size_t share = 0; share < pairs->shares; share++) {
        if (pairs->failed[share]) {
            status = ent_i_no_memory(err);
            goto cleanup;
        }
        for (size_t i = 0; i < pairs->runs[share].count; i++)
            ENT_TRY(add_run(runs, pairs->runs[share].run[i].first, pairs->runs[share].run[i].count,
                            err));
        pairs->runs[share].count = 0;
    }

cleanup:
    free(shared.first);
    return status;
}

ent_status_t ent_i_order_pairs(const ent_dataset_t *dataset, ent_id_t *order, size_t actors,
                               int threads, ent_i_alikes_t *runs, ent_error_t *err)
{
    pairs_t pairs = {.dataset = dataset,
                     .actors = actors,
                     .order = order,
                     .shares = ent_i_shares(dataset->record_count, threads)};
    size_t count[ENT_TIE_KIND_COUNT] = {0};
    ent_status_t status = ENT_OK;
    size_t most = 0;

    for (size_t i = 0; i < dataset->record_count; i++)
        count[dataset->tie[i].kind]++;
    for (size_t kind = 0; kind < ENT_TIE_KIND_COUNT; kind++)
        most = count[kind] > most ? count[kind] : most;
    ENT_TRY(ent_i_alloc(&pairs.end, actors, sizeof *pairs.end, err));
    ENT_TRY(ent_i_alloc(&pairs.place, most, sizeof *pairs.place, err));
    ent_i_scattered(pairs.place, most * sizeof *pairs.place);
    ENT_TRY(ent_i_alloc(&pairs.runs, pairs.shares, sizeof *pairs.runs, err));
    ENT_TRY(ent_i_alloc(&pairs.failed, pairs.shares, sizeof *pairs.failed, err));
    for (unsigned kind = 0; kind < ENT_TIE_KIND_COUNT; kind++) {
        pairs.kind = kind;
        pairs.count = count[kind];
        if (pairs.count > 0)
            ENT_TRY(order_kind(&pairs, runs, err));
        pairs.order += pairs.count;
        pairs.base += pairs.count;
    }

cleanup:
    for (size_t share = 0; pairs.runs != NULL && share < pairs.shares; share++)
        ent_i_alike_free(&pairs.runs[share]);
    free(pairs.runs);
    free(pairs.failed);
    free(pairs.end);
    free(pairs.place);
    return status;
}
