/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The outlines of letters for a broad stroke about them, which needs few of their points: in a
 * document these outlines are nine tenths of all that is drawn. */
#include <math.h>

#include "figure/draw.h"

static const double unseen = 0.02; /* of the size of the letters: how far a halo may be off */

enum { MOST_PASSED = 32 };

/* Points of an outline that were passed since the last one that was drawn. */
typedef struct way {
    cairo_t *cr;
    double most; /* that they may lie off a straight line */
    ent_i_point_t from;
    ent_i_point_t passed[MOST_PASSED];
    size_t count;
} way_t;

static bool is_straight(const way_t *way, ent_i_point_t to)
{
    for (size_t i = 0; i < way->count; i++)
        if (ent_i_square_to(way->passed[i], way->from, to) > way->most * way->most)
            return false;
    return true;
}

/* Draws a line to the last point that was passed. */
static void draw_passed(way_t *way)
{
    if (way->count == 0)
        return;
    way->from = way->passed[way->count - 1];
    way->count = 0;
    cairo_line_to(way->cr, way->from.x, way->from.y);
}

static void pass(way_t *way, ent_i_point_t to)
{
    if (way->count == MOST_PASSED || !is_straight(way, to))
        draw_passed(way);
    way->passed[way->count++] = to;
}

static void follow(way_t *way, const cairo_path_data_t *step)
{
    ent_i_point_t to = {0, 0};

    if (step->header.type != CAIRO_PATH_CLOSE_PATH)
        to = (ent_i_point_t){step[1].point.x, step[1].point.y};
    switch (step->header.type) {
    case CAIRO_PATH_MOVE_TO:
        draw_passed(way);
        way->from = to;
        cairo_move_to(way->cr, to.x, to.y);
        break;
    case CAIRO_PATH_LINE_TO:
    case CAIRO_PATH_CURVE_TO: /* a flat path has none */
        pass(way, to);
        break;
    case CAIRO_PATH_CLOSE_PATH:
        draw_passed(way);
        cairo_close_path(way->cr);
        break;
    }
}

void ent_i_trace_halo(cairo_t *cr, PangoLayoutLine *line, double x, double size)
{
    way_t way = {.cr = cr, .most = unseen * size};
    double tolerance = cairo_get_tolerance(cr);
    double across = way.most, down = 0;
    cairo_path_t *path = NULL;

    cairo_user_to_device_distance(cr, &across, &down);
    cairo_set_tolerance(cr, hypot(across, down) / 2);
    cairo_move_to(cr, x, 0);
    pango_cairo_layout_line_path(cr, line);
    path = cairo_copy_path_flat(cr);
    cairo_set_tolerance(cr, tolerance);
    cairo_new_path(cr);
    for (int i = 0; i < path->num_data; i += path->data[i].header.length)
        follow(&way, &path->data[i]);
    draw_passed(&way);
    cairo_path_destroy(path);
}
