/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ways of ties over a map. */
#include <math.h>
#include <stdlib.h>

#include "figure/map_i.h"

/* Lines: more of them cover the map wherever a name stands. */
static const size_t covering = 20000;

enum { PIECES = 8 };                /* of a curve that names keep clear of … */
static const double close_to = 0.1; /* … within so many points of its way */

static double distance(ent_i_point_t a, ent_i_point_t b)
{
    return hypot(b.x - a.x, b.y - a.y);
}

static double length_of(const ent_i_lines_t *runs)
{
    double length = 0;

    for (size_t r = 0, i = 0; r < runs->run_count; i = runs->end[r++]) {
        for (; i + 1 < runs->end[r]; i++)
            length += distance(runs->point[i], runs->point[i + 1]);
    }
    return length;
}

/* How far aside the controls of one cubic of a run stand, of the farthest: that of 4 t (1 - t) from
 * t = `from` to t = `to`, in the polar form of which each control has its own three parameters. */
static void set_aside(double aside[4], double from, double to)
{
    for (int i = 0; i < 4; i++) {
        const double t[3] = {i < 3 ? from : to, i < 2 ? from : to, i < 1 ? from : to};
        double sum = t[0] + t[1] + t[2];

        aside[i] = 4.0 / 3 * (sum - t[0] * t[1] - t[1] * t[2] - t[2] * t[0]);
    }
}

/* Bends a run of curves by `bend` at its half, to the right of the way from its first point to its
 * last; both stay, and no control leaves the box. */
static void bend_run(ent_i_point_t *point, size_t count, double bend, const ent_i_box_t *box)
{
    double x = point[count - 1].x - point[0].x, y = point[count - 1].y - point[0].y;
    double length = fmax(hypot(x, y), 1e-9);
    double all = 0, from = 0;
    ent_i_point_t before = point[0]; /* where a curve began before it was bent */

    for (size_t p = 0; p + 3 < count; p += 3)
        all += distance(point[p], point[p + 3]);
    for (size_t p = 0; p + 3 < count; p += 3) {
        double to = from + distance(before, point[p + 3]) / fmax(all, 1e-9);
        double aside[4];

        before = point[p + 3];
        set_aside(aside, from, to);
        from = to;
        for (size_t i = p == 0 ? 0 : 1; i < 4; i++) {
            ent_i_point_t *at = &point[p + i];

            at->x -= y / length * bend * aside[i];
            at->y += x / length * bend * aside[i];
            at->x = fmin(fmax(at->x, box->x), box->x + box->width);
            at->y = fmin(fmax(at->y, box->y), box->y + box->height);
        }
    }
}

ent_status_t ent_i_map_curves(ent_i_lines_t *curves, const ent_i_atlas_t *atlas,
                              const ent_i_map_t *map, const ent_i_link_t *link, double most,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_t runs = {0};
    double bend = 0;

    ENT_TRY(ent_i_map_arc(&runs, map, atlas->latitude[link->a], atlas->longitude[link->a],
                          atlas->latitude[link->b], atlas->longitude[link->b], err));
    ENT_TRY(ent_i_lines_curve(curves, &runs, most, err));
    if (link->bend != 0)
        bend = ent_i_bend_of(atlas->page, link, length_of(&runs));
    for (size_t r = 0, from = 0; r < curves->run_count && bend != 0; from = curves->end[r++])
        bend_run(&curves->point[from], curves->end[r] - from, bend, &map->box);

cleanup:
    ent_i_lines_free(&runs);
    return status;
}

/* Whether the line from one mark to another may be too short to be seen: they touch, or stand at
 * the two edges where the world is cut. */
static bool may_hide(const ent_i_map_t *map, ent_i_point_t a, ent_i_point_t b, double reach)
{
    return distance(a, b) < reach ||
           (map->whole && fabs(a.y - b.y) < reach && fabs(a.x - b.x) > map->box.width / 4);
}

/* Whether two marks cover all of the line between them on a map. */
static ent_status_t is_covered(bool *covered, const ent_i_atlas_t *atlas, const ent_i_map_t *map,
                               const ent_i_link_t *link, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_t curves = {0};
    double radius_a = atlas->page->plan.mark[link->a].radius;
    double radius_b = atlas->page->plan.mark[link->b].radius;
    ent_i_point_t a = atlas->page->at[link->a];
    ent_i_point_t b = atlas->page->at[link->b];

    if (map != &atlas->map) { /* an enlarged map may show neither */
        a = ent_i_map_project(map, atlas->latitude[link->a], atlas->longitude[link->a]);
        b = ent_i_map_project(map, atlas->latitude[link->b], atlas->longitude[link->b]);
    } else if (!may_hide(map, a, b, radius_a + radius_b)) {
        *covered = false;
        return ENT_OK;
    }
    *covered = true;
    ENT_TRY(ent_i_map_curves(&curves, atlas, map, link, close_to, err));
    for (size_t r = 0, p = 0; r < curves.run_count && *covered; p = curves.end[r++]) {
        for (; p + 3 < curves.end[r] && *covered; p += 3) {
            for (int i = 0; i <= PIECES && *covered; i++) {
                ent_i_point_t at = ent_i_curve_at(&curves.point[p], (double)i / PIECES);

                *covered = distance(at, a) <= radius_a || distance(at, b) <= radius_b;
            }
        }
    }

cleanup:
    ent_i_lines_free(&curves);
    return status;
}

ent_status_t ent_i_map_unseen(size_t *count, const ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &atlas->page->plan;

    *count = 0;
    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];
        bool covered = ent_i_map_shows(atlas, link);

        if (covered)
            ENT_TRY(is_covered(&covered, atlas, &atlas->map, link, err));
        for (size_t k = 0; k < atlas->inset_count && covered; k++)
            ENT_TRY(is_covered(&covered, atlas, &atlas->inset[k].map, link, err));
        *count += covered;
    }

cleanup:
    return status;
}

/* Segments that grow. */
typedef struct segments {
    ent_i_point_t *point; /* in twos */
    size_t count;
    size_t capacity;
} segments_t;

static ent_status_t add_segments(segments_t *segments, const ent_i_point_t curve[4],
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_point_t from = curve[0];

    for (int i = 1; i <= PIECES; i++) {
        ent_i_point_t to = ent_i_curve_at(curve, (double)i / PIECES);

        ENT_TRY(ent_i_grow(&segments->point, &segments->capacity, 2 * segments->count + 2,
                           sizeof *segments->point, err));
        segments->point[2 * segments->count] = from;
        segments->point[2 * segments->count + 1] = to;
        segments->count++;
        from = to;
    }

cleanup:
    return status;
}

ent_status_t ent_i_map_segments(ent_i_point_t **segment, size_t *count, const ent_i_atlas_t *atlas,
                                const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &atlas->page->plan;
    segments_t segments = {0};
    ent_i_lines_t curves = {0};

    if (plan->link_count > covering)
        return ENT_OK;
    for (size_t i = 0; i < plan->link_count && segments.count <= ENT_MOST_SEGMENTS; i++) {
        if (!ent_i_map_shows(atlas, &plan->link[i]))
            continue;
        ENT_TRY(ent_i_map_curves(&curves, atlas, map, &plan->link[i], close_to, err));
        for (size_t r = 0, p = 0; r < curves.run_count; p = curves.end[r++]) {
            for (; p + 3 < curves.end[r]; p += 3)
                ENT_TRY(add_segments(&segments, &curves.point[p], err));
        }
        ent_i_lines_free(&curves);
    }

cleanup:
    ent_i_lines_free(&curves);
    *segment = segments.point;
    *count = segments.count;
    return status;
}
