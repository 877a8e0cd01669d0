/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/trails.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/sort.h"

enum { MOST_OF_TRAIL = 16 /* lines */, BITS_AT_ONCE = 16, MOST_AT_ONCE = (1 << BITS_AT_ONCE) - 1 };

static const size_t none = (size_t)-1;

/* An end of a line, in tenths of a point. */
typedef struct end {
    long at[2];
    size_t slot; /* 2 × line, + 1 at its other end */
} end_t;

/* The points where lines meet, while trails are walked. */
typedef struct web {
    size_t count; /* lines */
    end_t *end;   /* by place: those of one point beside each other */
    size_t *node; /* by slot: the first of its point */
    size_t *left; /* by such a first: lines that are in no trail yet */
    size_t *next; /* by such a first: where to look for the next of them */
    bool *used;   /* by line */
    size_t steps;
} web_t;

static void web_free(web_t *web)
{
    free(web->end);
    free(web->node);
    free(web->left);
    free(web->next);
    free(web->used);
}

/* Sorts slots by one coordinate; those that share it keep their order. */
static ent_status_t sort_by(ent_id_t *order, ent_id_t *key, const end_t *end, size_t slots,
                            size_t axis)
{
    ent_status_t status = ENT_OK;
    long low = LONG_MAX, high = LONG_MIN;

    for (size_t s = 0; s < slots; s++) {
        low = end[s].at[axis] < low ? end[s].at[axis] : low;
        high = end[s].at[axis] > high ? end[s].at[axis] : high;
    }
    for (unsigned long left = slots > 0 ? (unsigned long)(high - low) : 0, bits = 0; left > 0;
         left >>= BITS_AT_ONCE, bits += BITS_AT_ONCE) {
        for (size_t s = 0; s < slots; s++)
            key[s] = (ent_id_t)((unsigned long)(end[s].at[axis] - low) >> bits & MOST_AT_ONCE);
        ENT_TRY(ent_i_sort_by_key(order, slots, key,
                                  (left < MOST_AT_ONCE ? left : MOST_AT_ONCE) + 1, NULL));
    }

cleanup:
    return status;
}

/* The ends of lines, those of one point beside each other: by x, then y, then slot. */
static ent_status_t sort_ends(web_t *web, const end_t *end, size_t slots)
{
    ent_status_t status = ENT_OK;
    ent_id_t *order = NULL, *key = NULL;

    ENT_TRY(ent_i_alloc(&order, slots, sizeof *order, NULL));
    ENT_TRY(ent_i_alloc(&key, slots, sizeof *key, NULL));
    for (size_t s = 0; s < slots; s++)
        order[s] = (ent_id_t)s;
    for (size_t axis = 2; axis-- > 0;)
        ENT_TRY(sort_by(order, key, end, slots, axis));
    for (size_t s = 0; s < slots; s++)
        web->end[s] = end[order[s]];

cleanup:
    free(order);
    free(key);
    return status;
}

static ent_status_t web_init(web_t *web, const ent_i_item_t *item)
{
    ent_status_t status = ENT_OK;
    size_t count = item->run_count, slots = 2 * count, span = ent_i_span(item->shape);
    end_t *end = NULL;

    web->count = count;
    ENT_TRY(ent_i_alloc(&end, slots, sizeof *end, NULL));
    ENT_TRY(ent_i_alloc(&web->end, slots, sizeof *web->end, NULL));
    ENT_TRY(ent_i_alloc(&web->node, slots, sizeof *web->node, NULL));
    ENT_TRY(ent_i_alloc(&web->left, slots, sizeof *web->left, NULL));
    ENT_TRY(ent_i_alloc(&web->next, slots, sizeof *web->next, NULL));
    ENT_TRY(ent_i_alloc(&web->used, count, sizeof *web->used, NULL));
    for (size_t s = 0; s < slots; s++) {
        ent_i_point_t at = item->point[span * (s / 2) + (s % 2 == 0 ? 0 : span - 1)];

        end[s] = (end_t){{lround(at.x * 10), lround(at.y * 10)}, s};
    }
    ENT_TRY(sort_ends(web, end, slots));
    for (size_t i = 0, first = 0; i < slots; i++) {
        if (memcmp(web->end[i].at, web->end[first].at, sizeof web->end[i].at) != 0)
            first = i;
        web->node[web->end[i].slot] = first;
        web->left[first]++;
        web->next[first] = first;
    }

cleanup:
    free(end);
    return status;
}

/* The slot of a line at a point that is in no trail yet; none. */
static size_t next_at(web_t *web, size_t node)
{
    size_t *next = &web->next[node];

    if (web->left[node] == 0)
        return none;
    while (web->used[web->end[*next].slot / 2])
        ++*next;
    return web->end[*next].slot;
}

/* Walks on from a point as long as there are lines. */
static void walk(ent_i_trails_t *trails, web_t *web, size_t node)
{
    size_t length = 0;

    for (size_t slot = next_at(web, node); slot != none && length < MOST_OF_TRAIL; length++) {
        web->used[slot / 2] = true;
        web->left[node]--;
        trails->step[web->steps++] = slot;
        node = web->node[slot ^ 1];
        web->left[node]--;
        slot = next_at(web, node);
    }
    if (length > 0)
        trails->first[++trails->count] = web->steps;
}

/* Trails begin where an odd number of lines meet, as one has to end there; the rest are rounds. */
static void find_trails(ent_i_trails_t *trails, web_t *web)
{
    for (size_t i = 0; i < 2 * web->count; i++) {
        if (web->left[i] % 2 == 1)
            walk(trails, web, i);
    }
    for (size_t i = 0; i < 2 * web->count; i++) {
        while (web->left[i] > 0)
            walk(trails, web, i);
    }
}

ent_status_t ent_i_trails_init(ent_i_trails_t *trails, const ent_i_item_t *item)
{
    ent_status_t status = ENT_OK;
    web_t web = {0};

    *trails = (ent_i_trails_t){.item = item};
    ENT_TRY(ent_i_alloc(&trails->step, item->run_count, sizeof *trails->step, NULL));
    ENT_TRY(ent_i_alloc(&trails->first, item->run_count + 1, sizeof *trails->first, NULL));
    ENT_TRY(web_init(&web, item));
    find_trails(trails, &web);

cleanup:
    web_free(&web);
    return status;
}

void ent_i_trails_free(ent_i_trails_t *trails)
{
    free(trails->step);
    free(trails->first);
}

void ent_i_trails_line(ent_i_point_t *point, const ent_i_trails_t *trails, size_t step)
{
    size_t span = ent_i_span(trails->item->shape), slot = trails->step[step];
    const ent_i_point_t *line = trails->item->point + span * (slot / 2);

    for (size_t k = 0; k < span; k++)
        point[k] = line[slot % 2 == 1 ? span - 1 - k : k];
}
