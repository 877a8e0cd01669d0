/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/scene.h"

#include <assert.h>
#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void ent_i_scene_free(ent_i_scene_t *scene)
{
    free(scene->item);
    ent_i_arena_free(&scene->arena);
    memset(scene, 0, sizeof *scene);
}

ent_status_t ent_i_scene_status(const ent_i_scene_t *scene, ent_error_t *err)
{
    return scene->failed ? ent_i_no_memory(err) : ENT_OK;
}

ent_i_item_t *ent_i_scene_add(ent_i_scene_t *scene, ent_i_shape_t shape)
{
    ent_i_item_t *item = &scene->lost;

    if (!scene->failed &&
        ENT_GROW(scene->item, scene->item_count, scene->item_capacity, NULL) != ENT_OK)
        scene->failed = true;
    if (!scene->failed)
        item = &scene->item[scene->item_count++];
    memset(item, 0, sizeof *item);
    item->shape = shape;
    return item;
}

ent_i_item_t *ent_i_scene_circle(ent_i_scene_t *scene, ent_i_point_t center, double radius)
{
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_CIRCLE);

    assert(isfinite(center.x) && isfinite(center.y) && isfinite(radius));
    item->center = center;
    item->radius = radius;
    return item;
}

/* Gives the item copies of points and run ends. */
static void set_points(ent_i_scene_t *scene, ent_i_item_t *item, const ent_i_point_t *point,
                       size_t count, const size_t *end, size_t runs)
{
    ent_i_point_t *points = ent_i_arena_alloc(&scene->arena, (count + 1) * sizeof *points);
    size_t *ends = ent_i_arena_alloc(&scene->arena, (runs + 1) * sizeof *ends);

    if (points == NULL || ends == NULL) {
        scene->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++) {
        assert(isfinite(point[i].x) && isfinite(point[i].y));
        points[i] = point[i];
    }
    for (size_t i = 0; i < runs; i++)
        ends[i] = end[i];
    item->point = points;
    item->point_count = count;
    item->end = ends;
    item->run_count = runs;
}

ent_i_item_t *ent_i_scene_path(ent_i_scene_t *scene, const ent_i_point_t *point, size_t count,
                               bool closed)
{
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_PATH);

    item->closed = closed;
    set_points(scene, item, point, count, &count, 1);
    return item;
}

ent_i_item_t *ent_i_scene_runs(ent_i_scene_t *scene, const ent_i_lines_t *runs, bool closed)
{
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_PATH);

    item->closed = closed;
    set_points(scene, item, runs->point, runs->point_count, runs->end, runs->run_count);
    return item;
}

ent_i_item_t *ent_i_scene_curves(ent_i_scene_t *scene, const ent_i_lines_t *curves)
{
    ent_i_item_t *item = ent_i_scene_runs(scene, curves, false);

    item->shape = ENT_SHAPE_CURVE;
    return item;
}

ent_i_item_t *ent_i_scene_line(ent_i_scene_t *scene, ent_i_point_t from, ent_i_point_t to)
{
    const ent_i_point_t point[2] = {from, to};

    return ent_i_scene_path(scene, point, 2, false);
}

ent_i_item_t *ent_i_scene_each(ent_i_scene_t *scene, ent_i_shape_t shape,
                               const ent_i_point_t *point, size_t count)
{
    const size_t span = ent_i_span(shape);
    ent_i_item_t *item = ent_i_scene_add(scene, shape);
    size_t *end = malloc((count + 1) * sizeof *end);

    item->each = true;
    if (end == NULL) {
        scene->failed = true;
        return item;
    }
    for (size_t i = 0; i < count; i++)
        end[i] = span * (i + 1);
    set_points(scene, item, point, span * count, end, count);
    free(end);
    return item;
}

ent_i_item_t *ent_i_scene_curve(ent_i_scene_t *scene, const ent_i_point_t point[4])
{
    const size_t end = 4;
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_CURVE);

    set_points(scene, item, point, 4, &end, 1);
    return item;
}

ent_i_item_t *ent_i_scene_open(ent_i_scene_t *scene, const char *class)
{
    ent_i_item_t *item = ent_i_scene_add(scene, ENT_SHAPE_GROUP);

    item->class = class;
    return item;
}

void ent_i_scene_close(ent_i_scene_t *scene)
{
    ent_i_scene_add(scene, ENT_SHAPE_GROUP_END);
}

ent_i_color_t ent_i_faded(ent_i_color_t color, double alpha)
{
    color.alpha = alpha;
    return color;
}

void ent_i_item_stroke(ent_i_item_t *item, ent_i_color_t color, double width)
{
    item->stroked = true;
    item->stroke = color;
    item->line_width = width;
}

void ent_i_item_fill(ent_i_item_t *item, ent_i_color_t color)
{
    item->filled = true;
    item->fill = color;
}

void ent_i_item_turn(ent_i_item_t *item, double degrees)
{
    double angle = degrees / 180 * 3.14159265358979323846;
    /* of a quarter exactly: the box of such a text must be as sharp as that of a level one */
    double along = fmod(degrees, 180) == 0 || fmod(degrees, 90) != 0 ? cos(angle) : 0;
    double across = fmod(degrees, 180) != 0 ? sin(angle) : 0;
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    for (int corner = 0; corner < 4; corner++) {
        double x = item->box.x + (corner & 1 ? item->box.width : 0) - item->center.x;
        double y = item->box.y + (corner & 2 ? item->box.height : 0) - item->center.y;

        left = fmin(left, x * along - y * across);
        right = fmax(right, x * along - y * across);
        top = fmin(top, x * across + y * along);
        bottom = fmax(bottom, x * across + y * along);
    }
    item->turn = degrees;
    item->box =
        (ent_i_box_t){item->center.x + left, item->center.y + top, right - left, bottom - top};
}

const char *ent_i_scene_copy(ent_i_scene_t *scene, const char *text)
{
    const char *copy = ent_i_arena_text(&scene->arena, text, strlen(text));

    if (copy == NULL)
        scene->failed = true;
    return copy != NULL ? copy : "";
}

const char *ent_i_scene_printf(ent_i_scene_t *scene, const char *format, ...)
{
    char *made = NULL;
    const char *copy = "";
    va_list args;

    va_start(args, format);
    if (vasprintf(&made, format, args) < 0) {
        made = NULL; /* which vasprintf() leaves undefined */
        scene->failed = true;
    } else {
        copy = ent_i_scene_copy(scene, made);
    }
    va_end(args);
    free(made);
    return copy;
}

static double curve_at(const double p[4], double t)
{
    double s = 1 - t;

    return s * s * s * p[0] + 3 * s * s * t * p[1] + 3 * s * t * t * p[2] + t * t * t * p[3];
}

/* Widens a range to hold a coordinate of a curve: its ends, and where its slope is 0. */
static void widen(double range[2], const double p[4])
{
    double a = p[3] - 3 * p[2] + 3 * p[1] - p[0];
    double b = 2 * (p[2] - 2 * p[1] + p[0]);
    double c = p[1] - p[0];
    double root = sqrt(fmax(b * b - 4 * a * c, 0));
    const double t[4] = {0, 1, fabs(a) > 1e-9 ? (-b + root) / (2 * a) : -c / b,
                         fabs(a) > 1e-9 ? (-b - root) / (2 * a) : -c / b};

    for (int i = 0; i < 4; i++) {
        if (t[i] >= 0 && t[i] <= 1) { /* neither holds of NaN */
            range[0] = fmin(range[0], curve_at(p, t[i]));
            range[1] = fmax(range[1], curve_at(p, t[i]));
        }
    }
}

static ent_i_box_t box_of_curves(const ent_i_item_t *item)
{
    double half = item->stroked ? item->line_width / 2 : 0;
    double x[2] = {INFINITY, -INFINITY}, y[2] = {INFINITY, -INFINITY};

    for (size_t run = 0, i = 0; run < item->run_count; i = item->end[run++]) {
        for (; i + 4 <= item->end[run]; i += 3) {
            const ent_i_point_t *p = &item->point[i];

            widen(x, (const double[4]){p[0].x, p[1].x, p[2].x, p[3].x});
            widen(y, (const double[4]){p[0].y, p[1].y, p[2].y, p[3].y});
        }
    }
    if (item->point_count == 0)
        return (ent_i_box_t){0};
    return (ent_i_box_t){x[0] - half, y[0] - half, x[1] - x[0] + 2 * half, y[1] - y[0] + 2 * half};
}

ent_i_box_t ent_i_item_box(const ent_i_item_t *item)
{
    double half = item->stroked ? item->line_width / 2 : 0;
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    switch (item->shape) {
    case ENT_SHAPE_TEXT:
        return item->box;
    case ENT_SHAPE_CIRCLE:
        half += item->radius;
        return (ent_i_box_t){item->center.x - half, item->center.y - half, 2 * half, 2 * half};
    case ENT_SHAPE_CURVE:
        return box_of_curves(item);
    case ENT_SHAPE_PATH:
        for (size_t i = 0; i < item->point_count; i++) {
            left = fmin(left, item->point[i].x - half);
            top = fmin(top, item->point[i].y - half);
            right = fmax(right, item->point[i].x + half);
            bottom = fmax(bottom, item->point[i].y + half);
        }
        if (item->point_count > 0)
            return (ent_i_box_t){left, top, right - left, bottom - top};
        return (ent_i_box_t){0};
    case ENT_SHAPE_GROUP:
    case ENT_SHAPE_GROUP_END:
        break;
    }
    return (ent_i_box_t){0};
}
