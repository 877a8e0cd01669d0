/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/pack.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/layout.h"

/* How many widths are tried; fewer where there are many boxes, among which one always fits. */
enum { WIDTHS = 12, FEWER_WIDTHS = 10, MANY = 200 };

/* A step of the skyline: from x to the next step's x the floor is at y. */
typedef struct step {
    double x;
    double y;
} step_t;

typedef struct skyline {
    step_t *step; /* the last one stands at the right wall */
    size_t count;
    double width;
} skyline_t;

typedef struct sized {
    size_t index;
    double width;
    double height;
} sized_t;

static int highest_first(const void *left, const void *right)
{
    const sized_t *a = left;
    const sized_t *b = right;

    if (a->height != b->height)
        return a->height > b->height ? -1 : 1;
    if (a->width != b->width)
        return a->width > b->width ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

/* The floor under a box of `width` that begins at a step; `most` where it is not lower than that or
 * the wall is in the way. */
static double floor_at(const skyline_t *skyline, size_t first, double width, double most)
{
    double right = skyline->step[first].x + width;
    double y = 0;

    if (right > skyline->width * (1 + 1e-12))
        return most;
    for (size_t i = first; i + 1 < skyline->count && skyline->step[i].x < right && y < most; i++)
        y = ent_i_larger(y, skyline->step[i].y);
    return ent_i_smaller(y, most);
}

/* Raises the floor between x and x + width to y. */
static void raise_floor(skyline_t *skyline, size_t first, double width, double y)
{
    double right = skyline->step[first].x + width;
    size_t last = first; /* the first step that begins at or behind `right` */
    double under = 0;

    while (last < skyline->count && skyline->step[last].x < right - 1e-12) {
        under = skyline->step[last].y;
        last++;
    }
    if (last == skyline->count)
        last = skyline->count - 1;
    if (skyline->step[last].x > right + 1e-12) {
        memmove(skyline->step + first + 2, skyline->step + last,
                (skyline->count - last) * sizeof *skyline->step);
        skyline->count = skyline->count - last + first + 2;
        skyline->step[first + 1] = (step_t){right, under};
    } else {
        memmove(skyline->step + first + 1, skyline->step + last,
                (skyline->count - last) * sizeof *skyline->step);
        skyline->count = skyline->count - last + first + 1;
    }
    skyline->step[first].y = y;
}

/* Packs into a strip of a width; returns how high it gets, or that it gets higher than `most`:
 * INFINITY, with some boxes not packed. */
static double pack_strip(ent_i_box_t *box, const sized_t *order, size_t count, skyline_t *skyline,
                         double most)
{
    double top = 0;

    skyline->count = 2;
    skyline->step[0] = (step_t){0, 0};
    skyline->step[1] = (step_t){skyline->width, 0};
    for (size_t i = 0; i < count; i++) {
        size_t best = 0;
        double best_y = INFINITY;

        for (size_t s = 0; s + 1 < skyline->count; s++) {
            double y = floor_at(skyline, s, order[i].width, best_y);

            if (y < best_y) {
                best_y = y;
                best = s;
            }
        }
        box[order[i].index].x = skyline->step[best].x;
        box[order[i].index].y = best_y;
        raise_floor(skyline, best, order[i].width, best_y + order[i].height);
        top = ent_i_larger(top, best_y + order[i].height);
        if (top > most)
            return INFINITY;
    }
    return top;
}

ent_status_t ent_i_pack(ent_i_box_t *box, size_t count, double aspect, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    sized_t *order = NULL;
    skyline_t skyline = {0};
    double widest = 0;
    double area = 0;
    double best = INFINITY;
    double best_width = 0;
    int widths = count > MANY ? FEWER_WIDTHS : WIDTHS;

    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&skyline.step, 2 * count + 4, sizeof *skyline.step, err));
    for (size_t i = 0; i < count; i++) {
        order[i] = (sized_t){i, box[i].width, box[i].height};
        widest = fmax(widest, box[i].width);
        area += box[i].width * box[i].height;
    }
    qsort(order, count, sizeof *order, highest_first);
    for (int w = 0; w < widths; w++) {
        double height = 0;

        skyline.width = fmax(widest, sqrt(area * aspect) * (0.85 + 1.2 * w / widths));
        height = pack_strip(box, order, count, &skyline, best / aspect);
        if (fmax(skyline.width, height * aspect) < best) {
            best = fmax(skyline.width, height * aspect);
            best_width = skyline.width;
        }
    }
    skyline.width = best_width;
    pack_strip(box, order, count, &skyline, INFINITY);

cleanup:
    free(order);
    free(skyline.step);
    return status;
}
