/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that share a hash.
 *
 * Threads mark shares of the names, and put the marks of each part of the hashes, all that begin
 * with the same bits, into a list of their own: as many parts as it takes for one to stay in a
 * processor's cache while it is sorted. Threads then take parts. Where marks would need much
 * memory, some parts are done before the names are marked again for the next. */
#include <stdlib.h>

#include "base/spread.h"
#include "dataset/near_i.h"

enum {
    SERIES = 32,            /* so many names of one hash are a series, not slips */
    FEW = 16,               /* marks that are sorted one into the other */
    A_PART = 1 << 16,       /* marks */
    MOST_AT_ONCE = 6 << 20, /* marks: some 72 MB */
    MOST_BITS = 12          /* that say the part */
};

/* The parts that are done at once. */
typedef struct stage {
    const ent_i_search_t *search;
    ent_i_marker_t *mark;
    ent_i_near_t *judge;
    size_t expected; /* marks of a part and share */
    int bits;
    size_t first;
    size_t parts;
    ent_i_marks_t *list;  /* by share and part */
    ent_i_pairs_t *pairs; /* by part */
    bool *failed;         /* by share, then by part */
} stage_t;

static void mark_share(void *context, size_t share)
{
    const stage_t *stage = context;
    const ent_i_search_t *search = stage->search;
    size_t actors = search->dataset->actor_count;
    size_t end = actors * (share + 1) / search->shares;
    ent_i_sink_t sink = {.list = &stage->list[share * stage->parts],
                         .bits = stage->bits,
                         .first = stage->first,
                         .parts = stage->parts};

    for (size_t part = 0; part < stage->parts && !sink.failed; part++)
        sink.failed = ent_i_grow(&sink.list[part].mark, &sink.list[part].capacity, stage->expected,
                                 sizeof *sink.list->mark, NULL) != ENT_OK;
    for (size_t i = actors * share / search->shares; i < end && !sink.failed; i++)
        stage->mark(search, i, &sink);
    stage->failed[share] = sink.failed;
}

static bool is_before(const ent_i_mark_t *a, const ent_i_mark_t *b)
{
    if (a->high != b->high)
        return a->high < b->high;
    return a->low != b->low ? a->low < b->low : a->actor < b->actor;
}

static int compare_marks(const void *left, const void *right)
{
    return is_before(left, right) ? -1 : is_before(right, left);
}

static void sort_bucket(ent_i_mark_t *mark, size_t count)
{
    if (count > FEW)
        qsort(mark, count, sizeof *mark, compare_marks);
    for (size_t i = 1; count <= FEW && i < count; i++) {
        ent_i_mark_t moved = mark[i];
        size_t at = i;

        for (; at > 0 && is_before(&moved, &mark[at - 1]); at--)
            mark[at] = mark[at - 1];
        mark[at] = moved;
    }
}

/* The marks of one part, from all shares. */
static ent_i_marks_t *list_of(const stage_t *stage, size_t share, size_t part)
{
    return &stage->list[share * stage->parts + part];
}

/* Where a mark nearly stands among those of its part: hashes are spread evenly, so that the bits
 * behind those of the part say it. */
static size_t bucket_of(const stage_t *stage, const ent_i_mark_t *mark, int bits)
{
    return (size_t)(uint32_t)(mark->high << stage->bits) >> (32 - bits);
}

/* Puts the marks of a part in order. */
static ent_status_t sort_part(const stage_t *stage, size_t part, ent_i_marks_t *sorted)
{
    size_t shares = stage->search->shares;
    ent_status_t status = ENT_OK;
    uint32_t *end = NULL; /* by bucket */
    uint32_t begin = 0;
    int bits = 1;

    for (size_t share = 0; share < shares; share++)
        sorted->count += list_of(stage, share, part)->count;
    while (bits < 20 && (size_t)2 << bits < sorted->count)
        bits++;
    ENT_TRY(ent_i_alloc(&end, (size_t)1 << bits, sizeof *end, NULL));
    ENT_TRY(
        ent_i_grow(&sorted->mark, &sorted->capacity, sorted->count, sizeof *sorted->mark, NULL));
    for (size_t share = 0; share < shares; share++) {
        const ent_i_marks_t *list = list_of(stage, share, part);

        for (size_t i = 0; i < list->count; i++)
            end[bucket_of(stage, &list->mark[i], bits)]++;
    }
    for (size_t b = 0; b < (size_t)1 << bits; b++) {
        uint32_t marks = end[b];

        end[b] = begin;
        begin += marks;
    }
    for (size_t share = 0; share < shares; share++) {
        const ent_i_marks_t *list = list_of(stage, share, part);

        for (size_t i = 0; i < list->count; i++)
            sorted->mark[end[bucket_of(stage, &list->mark[i], bits)]++] = list->mark[i];
    }
    for (size_t b = 0, first = 0; b < (size_t)1 << bits; first = end[b++])
        if (end[b] > first)
            sort_bucket(&sorted->mark[first], end[b] - first);

cleanup:
    free(end);
    return status;
}

/* The countries that are known to differ tell most names of one hash apart, and take no look at the
 * names themselves. */
static bool may_be_near(const ent_i_search_t *search, ent_id_t a, ent_id_t b)
{
    uint32_t left = search->form[a].home;
    uint32_t right = search->form[b].home;

    return left == right ||
           (left >> 16 == right >> 16 && ((left & 0xFFFFU) == 0 || (right & 0xFFFFU) == 0));
}

static ent_status_t judge_run(const stage_t *stage, const ent_i_mark_t *mark, size_t count,
                              ent_i_pairs_t *pairs)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < count; i++)
        for (size_t j = i + 1; j < count; j++) {
            ent_id_t a = mark[i].actor;
            ent_id_t b = mark[j].actor;
            ent_i_why_t why;

            if (a == b || !may_be_near(stage->search, a, b) ||
                !stage->judge(stage->search, a, b, &why))
                continue;
            ENT_TRY(ENT_GROW(pairs->pair, pairs->count, pairs->capacity, NULL));
            pairs->pair[pairs->count++] =
                (ent_i_pair_t){.a = a < b ? a : b, .b = a < b ? b : a, .why = why};
        }

cleanup:
    return status;
}

static ent_status_t judge_marks(const stage_t *stage, const ent_i_marks_t *sorted,
                                ent_i_pairs_t *pairs)
{
    const ent_i_mark_t *mark = sorted->mark;
    ent_status_t status = ENT_OK;
    size_t end;

    for (size_t first = 0; first < sorted->count; first = end) {
        end = first + 1;
        while (end < sorted->count && mark[end].high == mark[first].high &&
               mark[end].low == mark[first].low)
            end++;
        if (end - first > 1 && end - first <= SERIES)
            ENT_TRY(judge_run(stage, &mark[first], end - first, pairs));
    }

cleanup:
    return status;
}

static void judge_part(void *context, size_t part)
{
    const stage_t *stage = context;
    ent_i_marks_t sorted = {0};

    stage->failed[part] = sort_part(stage, part, &sorted) != ENT_OK ||
                          judge_marks(stage, &sorted, &stage->pairs[part]) != ENT_OK;
    free(sorted.mark);
}

static ent_status_t spread(stage_t *stage, void (*run)(void *context, size_t index), size_t count,
                           ent_error_t *err)
{
    ent_i_spread(run, stage, count, (int)stage->search->shares);
    for (size_t i = 0; i < count; i++)
        if (stage->failed[i])
            return ent_i_no_memory(err);
    return ENT_OK;
}

static ent_status_t take_pairs(ent_i_search_t *search, const ent_i_pairs_t *found, ent_error_t *err)
{
    ent_i_pairs_t *pairs = &search->pairs;
    ent_status_t status = ent_i_grow(&pairs->pair, &pairs->capacity, pairs->count + found->count,
                                     sizeof *pairs->pair, err);

    if (status == ENT_OK && found->count > 0)
        memcpy(pairs->pair + pairs->count, found->pair, found->count * sizeof *found->pair);
    if (status == ENT_OK)
        pairs->count += found->count;
    return status;
}

static ent_status_t do_stage(ent_i_search_t *search, stage_t *stage, ent_error_t *err)
{
    size_t lists = search->shares * stage->parts;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&stage->list, lists, sizeof *stage->list, err));
    ENT_TRY(ent_i_alloc(&stage->pairs, stage->parts, sizeof *stage->pairs, err));
    ENT_TRY(ent_i_alloc(&stage->failed, lists, sizeof *stage->failed, err));
    ENT_TRY(spread(stage, mark_share, search->shares, err));
    ENT_TRY(spread(stage, judge_part, stage->parts, err));
    for (size_t part = 0; part < stage->parts; part++)
        ENT_TRY(take_pairs(search, &stage->pairs[part], err));

cleanup:
    for (size_t i = 0; stage->list != NULL && i < lists; i++)
        free(stage->list[i].mark);
    for (size_t part = 0; stage->pairs != NULL && part < stage->parts; part++)
        free(stage->pairs[part].pair);
    free(stage->list);
    free(stage->pairs);
    free(stage->failed);
    return status;
}

ent_status_t ent_i_near_search(ent_i_search_t *search, ent_i_marker_t *mark, ent_i_near_t *judge,
                               size_t expected, ent_error_t *err)
{
    size_t stages = expected / MOST_AT_ONCE + 1;
    ent_status_t status = ENT_OK;
    size_t parts, at_once;
    int bits = 0;

    while (bits < MOST_BITS && expected >> bits > A_PART)
        bits++;
    parts = (size_t)1 << bits;
    at_once = (parts + stages - 1) / stages;
    for (size_t first = 0; first < parts; first += at_once) {
        size_t left = parts - first;
        stage_t stage = {.search = search,
                         .mark = mark,
                         .judge = judge,
                         .expected = expected / parts / search->shares,
                         .bits = bits,
                         .first = first,
                         .parts = left < at_once ? left : at_once};

        ENT_TRY(do_stage(search, &stage, err));
    }

cleanup:
    return status;
}
