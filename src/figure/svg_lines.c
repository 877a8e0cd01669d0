/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Lines of one look as an SVG: trails through the points that they share take half of the bytes. */
#include <math.h>
#include <stdlib.h>

#include "figure/svg_i.h"

/* Trails that one path takes, until there are so many paths; lines of one trail. Lines of one path
 * do not darken each other. */
enum { TRAILS_A_PATH = 100, MOST_PATHS = 64, MOST_OF_TRAIL = 16 };

static const size_t none = (size_t)-1;

/* An end of a line, in tenths of a point. */
typedef struct end {
    long x;
    long y;
    size_t slot; /* 2 × line, + 1 at its other end */
} end_t;

typedef struct trails {
    const ent_i_item_t *item;
    size_t span;
    size_t count; /* lines */
    end_t *end;   /* by place: those of one point beside each other */
    size_t *node; /* by slot: the first of its point */
    size_t *left; /* by such a first: lines that are in no trail yet */
    size_t *next; /* by such a first: where to look for the next of them */
    bool *used;   /* by line */
    size_t *step; /* slots at which lines are entered, trail by trail */
    size_t steps;
    size_t *first; /* by trail, one more: of `step` */
    size_t trail_count;
} trails_t;

static int by_point(const void *left, const void *right)
{
    const end_t *a = left;
    const end_t *b = right;

    if (a->x != b->x)
        return a->x < b->x ? -1 : 1;
    if (a->y != b->y)
        return a->y < b->y ? -1 : 1;
    return a->slot < b->slot ? -1 : a->slot > b->slot;
}

static void trails_free(trails_t *trails)
{
    free(trails->end);
    free(trails->node);
    free(trails->left);
    free(trails->next);
    free(trails->used);
    free(trails->step);
    free(trails->first);
}

static ent_status_t trails_init(trails_t *trails, const ent_i_item_t *item)
{
    ent_status_t status = ENT_OK;
    size_t count = item->run_count, slots = 2 * count;

    *trails = (trails_t){.item = item, .span = ent_i_span(item->shape), .count = count};
    ENT_TRY(ent_i_alloc(&trails->end, slots, sizeof *trails->end, NULL));
    ENT_TRY(ent_i_alloc(&trails->node, slots, sizeof *trails->node, NULL));
    ENT_TRY(ent_i_alloc(&trails->left, slots, sizeof *trails->left, NULL));
    ENT_TRY(ent_i_alloc(&trails->next, slots, sizeof *trails->next, NULL));
    ENT_TRY(ent_i_alloc(&trails->used, count, sizeof *trails->used, NULL));
    ENT_TRY(ent_i_alloc(&trails->step, count, sizeof *trails->step, NULL));
    ENT_TRY(ent_i_alloc(&trails->first, count + 1, sizeof *trails->first, NULL));
    for (size_t s = 0; s < slots; s++) {
        const ent_i_point_t *line = item->point + trails->span * (s / 2);
        ent_i_point_t at = line[s % 2 == 0 ? 0 : trails->span - 1];

        trails->end[s] = (end_t){lround(at.x * 10), lround(at.y * 10), s};
    }
    qsort(trails->end, slots, sizeof *trails->end, by_point);
    for (size_t i = 0, first = 0; i < slots; i++) {
        if (trails->end[i].x != trails->end[first].x || trails->end[i].y != trails->end[first].y)
            first = i;
        trails->node[trails->end[i].slot] = first;
        trails->left[first]++;
        trails->next[first] = first;
    }

cleanup:
    return status;
}

/* The slot of a line at a point that is in no trail yet; none. */
static size_t next_at(trails_t *trails, size_t node)
{
    size_t *next = &trails->next[node];

    if (trails->left[node] == 0)
        return none;
    while (trails->used[trails->end[*next].slot / 2])
        ++*next;
    return trails->end[*next].slot;
}

/* Walks on from a point as long as there are lines. */
static void walk(trails_t *trails, size_t node)
{
    size_t length = 0;

    for (size_t slot = next_at(trails, node); slot != none && length < MOST_OF_TRAIL; length++) {
        trails->used[slot / 2] = true;
        trails->left[node]--;
        trails->step[trails->steps++] = slot;
        node = trails->node[slot ^ 1];
        trails->left[node]--;
        slot = next_at(trails, node);
    }
    if (length > 0)
        trails->first[++trails->trail_count] = trails->steps;
}

/* Trails begin where an odd number of lines meet, as one has to end there; the rest are rounds. */
static void find_trails(trails_t *trails)
{
    for (size_t i = 0; i < 2 * trails->count; i++) {
        if (trails->left[i] % 2 == 1)
            walk(trails, i);
    }
    for (size_t i = 0; i < 2 * trails->count; i++) {
        while (trails->left[i] > 0)
            walk(trails, i);
    }
}

static void put_trail(ent_i_text_t *out, const trails_t *trails, size_t trail)
{
    bool curved = trails->item->shape == ENT_SHAPE_CURVE;
    size_t span = trails->span;

    for (size_t i = trails->first[trail]; i < trails->first[trail + 1]; i++) {
        size_t slot = trails->step[i];
        bool back = slot % 2 == 1;
        const ent_i_point_t *line = trails->item->point + span * (slot / 2);
        ent_i_point_t from = line[back ? span - 1 : 0];
        bool first = i == trails->first[trail];

        if (first) {
            ent_i_text_putc(out, 'M');
            ent_i_svg_step(out, from, 0, 0, true);
            ent_i_text_putc(out, curved ? 'c' : 'l');
        }
        for (size_t k = 1; k < span; k++)
            ent_i_svg_step(out, line[back ? span - 1 - k : k], lround(from.x * 10),
                           lround(from.y * 10), first && k == 1);
    }
}

void ent_i_svg_lines(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item)
{
    trails_t trails;
    size_t paths = 0;

    if (trails_init(&trails, item) != ENT_OK) {
        out->failed = true;
        goto cleanup;
    }
    find_trails(&trails);
    paths = trails.trail_count / TRAILS_A_PATH + 1;
    paths = paths < MOST_PATHS ? paths : MOST_PATHS;
    ent_i_text_puts(out, "<g");
    ent_i_svg_identity(out, scene, item);
    ent_i_svg_paint(out, item);
    ent_i_text_puts(out, ">\n");
    for (size_t path = 0; path < paths; path++) {
        ent_i_text_puts(out, "<path d=\"");
        for (size_t trail = path; trail < trails.trail_count; trail += paths)
            put_trail(out, &trails, trail);
        ent_i_text_puts(out, "\"/>\n");
    }
    ent_i_text_puts(out, "</g>\n");

cleanup:
    trails_free(&trails);
}
