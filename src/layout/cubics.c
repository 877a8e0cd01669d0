/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Runs of points as few smooth curves. */
#include <math.h>

#include "layout/lines.h"

/* Where of its way a single point between two ends says how the way bends. */
static const double soonest = 0.2;

/* Points of a run that one cubic shall pass. */
typedef struct stretch {
    const ent_i_point_t *point;
    size_t count;
    double length;
} stretch_t;

static double distance(ent_i_point_t a, ent_i_point_t b)
{
    double x = b.x - a.x, y = b.y - a.y;

    return sqrt(x * x + y * y);
}

static stretch_t stretch_of(const ent_i_point_t *point, size_t count)
{
    stretch_t stretch = {point, count, 0};

    for (size_t i = 1; i < count; i++)
        stretch.length += distance(point[i - 1], point[i]);
    return stretch;
}

static ent_i_point_t mix(ent_i_point_t a, ent_i_point_t b, double t)
{
    return (ent_i_point_t){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

double ent_i_square_to(ent_i_point_t at, ent_i_point_t from, ent_i_point_t to)
{
    ent_i_point_t way = {to.x - from.x, to.y - from.y};
    double square = way.x * way.x + way.y * way.y;
    double share = 0, x = 0, y = 0;

    if (square > 0)
        share = ((at.x - from.x) * way.x + (at.y - from.y) * way.y) / square;
    share = ent_i_smaller(ent_i_larger(share, 0), 1);
    x = from.x + share * way.x - at.x;
    y = from.y + share * way.y - at.y;
    return x * x + y * y;
}

ent_i_point_t ent_i_curve_at(const ent_i_point_t curve[4], double t)
{
    double s = 1 - t;
    const double share[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
    ent_i_point_t at = {0, 0};

    for (int i = 0; i < 4; i++) {
        at.x += share[i] * curve[i].x;
        at.y += share[i] * curve[i].y;
    }
    return at;
}

bool ent_i_curve_is_straight(const ent_i_point_t curve[4], double off)
{
    ent_i_point_t way = {curve[3].x - curve[0].x, curve[3].y - curve[0].y};
    double square = way.x * way.x + way.y * way.y;
    double most = off * off * square;

    for (int i = 1; i < 3; i++) {
        ent_i_point_t to = {curve[i].x - curve[0].x, curve[i].y - curve[0].y};
        double along = to.x * way.x + to.y * way.y;
        double aside = to.x * way.y - to.y * way.x;

        if (!(along >= 0 && along <= square && aside * aside <= most))
            return false;
    }
    return true;
}

/* Of a cubic whose third difference is d, the parabola is off by sqrt(3)/36 |d| at most. */
bool ent_i_curve_parabola(ent_i_point_t *control, const ent_i_point_t curve[4], double off)
{
    double x = curve[3].x - curve[0].x + 3 * (curve[1].x - curve[2].x);
    double y = curve[3].y - curve[0].y + 3 * (curve[1].y - curve[2].y);

    control->x = (3 * (curve[1].x + curve[2].x) - curve[0].x - curve[3].x) / 4;
    control->y = (3 * (curve[1].y + curve[2].y) - curve[0].y - curve[3].y) / 4;
    return 3 * (x * x + y * y) <= 36 * 36 * off * off;
}

/* The parabola through three points, as a cubic; false where the middle one is next to an end. */
static bool fit_three(ent_i_point_t curve[4], const stretch_t *stretch)
{
    const ent_i_point_t *p = stretch->point;
    double t = distance(p[0], p[1]) / fmax(stretch->length, 1e-12), s = 1 - t;
    ent_i_point_t control;

    if (t < soonest || s < soonest)
        return false;
    control.x = (p[1].x - s * s * p[0].x - t * t * p[2].x) / (2 * s * t);
    control.y = (p[1].y - s * s * p[0].y - t * t * p[2].y) / (2 * s * t);
    curve[1] = mix(p[0], control, 2.0 / 3);
    curve[2] = mix(p[2], control, 2.0 / 3);
    return true;
}

/* The controls for which the squares of what the points are off are least; false where the points
 * do not tell, or only controls that are far off would do. */
static bool fit_many(ent_i_point_t curve[4], const stretch_t *stretch)
{
    double uu = 0, uv = 0, vv = 0, gone = 0, determinant = 0;
    ent_i_point_t u = {0, 0}, v = {0, 0};

    for (size_t i = 1; i + 1 < stretch->count; i++) {
        double t = 0, s = 0, first = 0, second = 0, x = 0, y = 0;

        gone += distance(stretch->point[i - 1], stretch->point[i]);
        t = gone / fmax(stretch->length, 1e-12);
        s = 1 - t;
        first = 3 * s * s * t;
        second = 3 * s * t * t;
        x = stretch->point[i].x - s * s * s * curve[0].x - t * t * t * curve[3].x;
        y = stretch->point[i].y - s * s * s * curve[0].y - t * t * t * curve[3].y;
        uu += first * first;
        uv += first * second;
        vv += second * second;
        u = (ent_i_point_t){u.x + first * x, u.y + first * y};
        v = (ent_i_point_t){v.x + second * x, v.y + second * y};
    }
    determinant = uu * vv - uv * uv;
    if (determinant < 1e-6)
        return false;
    curve[1].x = (u.x * vv - v.x * uv) / determinant;
    curve[1].y = (u.y * vv - v.y * uv) / determinant;
    curve[2].x = (v.x * uu - u.x * uv) / determinant;
    curve[2].y = (v.y * uu - u.y * uv) / determinant;
    return distance(curve[0], curve[1]) <= 0.6 * stretch->length &&
           distance(curve[3], curve[2]) <= 0.6 * stretch->length;
}

/* Whether the curve is by no more than `most` off any of the points, where each is on its way. */
static bool passes(const ent_i_point_t curve[4], const stretch_t *stretch, double most)
{
    double gone = 0;

    for (size_t i = 1; i + 1 < stretch->count; i++) {
        gone += distance(stretch->point[i - 1], stretch->point[i]);
        if (distance(ent_i_curve_at(curve, gone / fmax(stretch->length, 1e-12)),
                     stretch->point[i]) > most)
            return false;
    }
    return true;
}

static bool fit(ent_i_point_t curve[4], const stretch_t *stretch, double most)
{
    size_t last = stretch->count - 1;

    curve[0] = stretch->point[0];
    curve[3] = stretch->point[last];
    curve[1] = mix(curve[0], curve[3], 1.0 / 3);
    curve[2] = mix(curve[0], curve[3], 2.0 / 3);
    if (last == 1 || passes(curve, stretch, most))
        return true;
    return (last == 2 ? fit_three(curve, stretch) : fit_many(curve, stretch)) &&
           passes(curve, stretch, most);
}

/* Adds the curves of a stretch behind its first point, in halves where one does not do. */
static ent_status_t add_curves(ent_i_lines_maker_t *maker, const ent_i_point_t *point, size_t count,
                               double most, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    stretch_t stretch = stretch_of(point, count);
    ent_i_point_t curve[4];

    if (fit(curve, &stretch, most)) {
        for (int i = 1; i < 4; i++)
            ENT_TRY(ent_i_lines_add(maker, curve[i], err));
        return ENT_OK;
    }
    ENT_TRY(add_curves(maker, point, count / 2 + 1, most, err));
    ENT_TRY(add_curves(maker, point + count / 2, count - count / 2, most, err));

cleanup:
    return status;
}

ent_status_t ent_i_lines_curve(ent_i_lines_t *curves, const ent_i_lines_t *runs, double most,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};

    for (size_t r = 0, from = 0; r < runs->run_count; from = runs->end[r++]) {
        ENT_TRY(ent_i_lines_add(&maker, runs->point[from], err));
        if (runs->end[r] - from > 1)
            ENT_TRY(add_curves(&maker, &runs->point[from], runs->end[r] - from, most, err));
        ENT_TRY(ent_i_lines_end(&maker, 4, err));
    }
    *curves = maker.runs;

cleanup:
    if (status != ENT_OK)
        ent_i_lines_free(&maker.runs);
    return status;
}
