/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties that run through the marks of strangers: each seems to be two. */
#include <math.h>
#include <string.h>

#include "figure/quality.h"

/* Pieces of a curve, as the tests cut it too. */
enum { PIECES = 16 };

static const double within_rim = 0.8; /* of a mark's radius: a tie nearer to its middle is in it */

/* Whether a line or, cut into pieces, a curve comes so near to a point. */
static bool comes_near(const ent_i_point_t *point, bool curved, ent_i_point_t at, double reach)
{
    ent_i_point_t before = point[0];
    double left = before.x, right = before.x, top = before.y, foot = before.y;
    size_t last = curved ? 3 : 1;

    for (size_t i = 1; i <= last; i++) { /* a curve stays between its points */
        left = fmin(left, point[i].x);
        right = fmax(right, point[i].x);
        top = fmin(top, point[i].y);
        foot = fmax(foot, point[i].y);
    }
    if (at.x < left - reach || at.x > right + reach || at.y < top - reach || at.y > foot + reach)
        return false;
    if (!curved)
        return ent_i_square_to(at, point[0], point[1]) < reach * reach;
    for (int i = 1; i <= PIECES; i++) {
        ent_i_point_t next = ent_i_curve_at(point, (double)i / PIECES);

        if (ent_i_square_to(at, before, next) < reach * reach)
            return true;
        before = next;
    }
    return false;
}

static bool is_end(ent_i_point_t end, ent_i_point_t at, double radius)
{
    return hypot(end.x - at.x, end.y - at.y) < radius;
}

/* Whether the runs of an item from one to another go through a mark where none of them ends. */
static bool goes_through(const ent_i_item_t *item, size_t from, size_t to, ent_i_point_t at,
                         double radius)
{
    bool curved = item->shape == ENT_SHAPE_CURVE;
    size_t step = curved ? 3 : 1;
    bool through = false;

    for (size_t run = from; run < to; run++) {
        size_t first = run > 0 ? item->end[run - 1] : 0, last = item->end[run] - 1;

        if (is_end(item->point[first], at, radius) || is_end(item->point[last], at, radius))
            return false;
        for (size_t i = first; i + step <= last && !through; i += step)
            through = comes_near(&item->point[i], curved, at, within_rim * radius);
    }
    return through;
}

double ent_i_scene_through(const ent_i_drawn_t *drawn)
{
    const ent_i_scene_t *scene = drawn->scene;
    size_t count = 0;

    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];
        size_t runs = item->each ? 1 : item->run_count; /* of one tie */
        bool line = item->shape == ENT_SHAPE_PATH || item->shape == ENT_SHAPE_CURVE;

        if (!line || item->class == NULL || strncmp(item->class, "tie ", 4) != 0)
            continue;
        for (size_t run = 0; run < item->run_count; run += runs) {
            for (size_t m = 0; m < drawn->mark_count; m++)
                count += drawn->shown[m] &&
                         goes_through(item, run, run + runs, drawn->at[m], drawn->radius[m]);
        }
    }
    return (double)count;
}
