/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Great circles between places, cut where the map ends. */
#include <math.h>

#include "layout/map.h"

static const double radians = 0.017453292519943295;
static const double step = 0.02;        /* radians between two points of an arc */
static const double opposite = 3.14159; /* radians: from here on there are many shortest ways */
static const double sharpest = 10;      /* degrees of longitude between them */

typedef struct vector {
    double x, y, z;
} vector_t;

static vector_t on_sphere(double latitude, double longitude)
{
    double lat = latitude * radians;
    double lon = longitude * radians;

    return (vector_t){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

/* The point at `share` of the way; the ends are not opposite. */
static vector_t between(vector_t a, vector_t b, double angle, double share)
{
    double from = sin((1 - share) * angle) / sin(angle);
    double to = sin(share * angle) / sin(angle);

    return (vector_t){from * a.x + to * b.x, from * a.y + to * b.y, from * a.z + to * b.z};
}

static double angle_between(vector_t a, vector_t b)
{
    vector_t cross = {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};

    return atan2(sqrt(cross.x * cross.x + cross.y * cross.y + cross.z * cross.z),
                 a.x * b.x + a.y * b.y + a.z * b.z);
}

/* Adds a straight piece as far as it lies in the map's box (Liang and Barsky); begins a new run
 * where it enters. */
static ent_status_t add_piece(ent_i_lines_maker_t *maker, const ent_i_box_t *box,
                              ent_i_point_t from, ent_i_point_t to, bool begins, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double way[4] = {from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y};
    double room[4] = {from.x - box->x, box->x + box->width - from.x, from.y - box->y,
                      box->y + box->height - from.y};
    double enter = 0, leave = 1;

    for (int side = 0; side < 4; side++) {
        if (fabs(way[side]) < 1e-12) {
            if (room[side] < -1e-9)
                leave = -1;
        } else if (way[side] < 0) {
            enter = fmax(enter, room[side] / way[side]);
        } else {
            leave = fmin(leave, room[side] / way[side]);
        }
    }
    if (leave <= enter)
        return ent_i_lines_end(maker, 2, err);
    if (begins || enter > 0) {
        ENT_TRY(ent_i_lines_end(maker, 2, err));
        ENT_TRY(ent_i_lines_add(
            maker,
            (ent_i_point_t){from.x + enter * (to.x - from.x), from.y + enter * (to.y - from.y)},
            err));
    }
    ENT_TRY(ent_i_lines_add(
        maker, (ent_i_point_t){from.x + leave * (to.x - from.x), from.y + leave * (to.y - from.y)},
        err));
    if (leave < 1)
        ENT_TRY(ent_i_lines_end(maker, 2, err));

cleanup:
    return status;
}

/* Whether a part's map is far from showing a place: behind its horizon straight pieces mislead. */
static bool is_behind(const ent_i_map_t *map, ent_i_place_t at)
{
    ent_i_point_t unit = {0, 0};

    if (map->whole)
        return false;
    unit = ent_i_map_unit(map, at.latitude, at.relative);
    return unit.x * unit.x + unit.y * unit.y > 2; /* more than 90° from the middle */
}

ent_status_t ent_i_map_way(ent_i_lines_maker_t *maker, const ent_i_map_t *map, ent_i_place_t from,
                           ent_i_place_t to, bool begins, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double edge = from.relative > 0 ? 180 : -180;
    double beyond = to.relative + 2 * edge; /* where `to` is, counted on from `from` */
    double share = 0, latitude = 0;

    if (is_behind(map, from) || is_behind(map, to))
        return ent_i_lines_end(maker, 2, err);
    if (!map->whole || fabs(to.relative - from.relative) <= 180)
        return add_piece(maker, &map->box, ent_i_map_place(map, from.latitude, from.relative),
                         ent_i_map_place(map, to.latitude, to.relative), begins, err);
    share = beyond == from.relative ? 0.5 : (edge - from.relative) / (beyond - from.relative);
    latitude = from.latitude + share * (to.latitude - from.latitude);
    ENT_TRY(add_piece(maker, &map->box, ent_i_map_place(map, from.latitude, from.relative),
                      ent_i_map_place(map, latitude, edge), begins, err));
    ENT_TRY(add_piece(maker, &map->box, ent_i_map_place(map, latitude, -edge),
                      ent_i_map_place(map, to.latitude, to.relative), true, err));

cleanup:
    return status;
}

static ent_i_place_t place_of(vector_t at, const ent_i_map_t *map)
{
    return (ent_i_place_t){atan2(at.z, hypot(at.x, at.y)) / radians,
                           ent_i_map_relative(atan2(at.y, at.x) / radians, map->center)};
}

double ent_i_map_lowest(double latitude_a, double longitude_a, double latitude_b,
                        double longitude_b)
{
    enum { STEPS = 90 };
    vector_t a = on_sphere(latitude_a, longitude_a);
    vector_t b = on_sphere(latitude_b, longitude_b);
    double angle = angle_between(a, b);
    double lowest = fmin(latitude_a, latitude_b);

    for (int i = 1; i < STEPS && angle > step && angle < opposite; i++) {
        vector_t at = between(a, b, angle, (double)i / STEPS);

        lowest = fmin(lowest, atan2(at.z, hypot(at.x, at.y)) / radians);
    }
    return lowest;
}

ent_status_t ent_i_map_arc(ent_i_lines_t *runs, const ent_i_map_t *map, double latitude_a,
                           double longitude_a, double latitude_b, double longitude_b,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};
    vector_t a = on_sphere(latitude_a, longitude_a);
    vector_t b = on_sphere(latitude_b, longitude_b);
    ent_i_place_t before = {latitude_a, ent_i_map_relative(longitude_a, map->center)};
    double angle = angle_between(a, b);
    size_t pieces = 0;

    if (angle >= opposite) { /* of all the ways take one along the equator's side of b */
        b = on_sphere(latitude_b > 0 ? latitude_b - 0.01 : latitude_b + 0.01, longitude_b + 0.02);
        angle = angle_between(a, b);
    }
    pieces = (size_t)ceil(angle / step);
    for (size_t i = 1; i <= pieces; i++) {
        ent_i_place_t next = place_of(between(a, b, angle, (double)i / (double)pieces), map);
        double turned = fabs(remainder(next.relative - before.relative, 360));
        size_t parts = (size_t)fmax(1, ceil(turned / sharpest)); /* more than one near a pole */

        for (size_t k = 1; k <= parts; k++) {
            double share = ((double)(i - 1) + (double)k / (double)parts) / (double)pieces;

            if (parts > 1)
                next = place_of(between(a, b, angle, share), map);
            if (i == pieces && k == parts)
                next = (ent_i_place_t){latitude_b, ent_i_map_relative(longitude_b, map->center)};
            ENT_TRY(ent_i_map_way(&maker, map, before, next, i == 1 && k == 1, err));
            before = next;
        }
    }
    ENT_TRY(ent_i_lines_end(&maker, 2, err));
    *runs = maker.runs;

cleanup:
    if (status != ENT_OK)
        ent_i_lines_free(&maker.runs);
    return status;
}
