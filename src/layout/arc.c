/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Great circles between places, cut where the map ends. */
#include <math.h>

#include "layout/map.h"
#include "layout/sphere.h"

static const double fine_step = 0.02;   /* radians between two points of an arc */
static const double opposite = 3.14159; /* radians: from here on there are many shortest ways */
static const double sharpest = 10;      /* degrees of longitude between them */

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

/* A great circle: cos(t) of the one vector and sin(t) of the other, `angle` long. */
typedef struct circle {
    ent_i_vector_t from;
    ent_i_vector_t aside; /* at a right angle to it */
    double angle;
} circle_t;

/* The ends are not opposite. */
static circle_t circle_through(ent_i_vector_t a, ent_i_vector_t b)
{
    circle_t circle = {a, {0, 0, 0}, ent_i_angle_between(a, b)};
    double along = a.x * b.x + a.y * b.y + a.z * b.z;
    ent_i_vector_t off = {b.x - along * a.x, b.y - along * a.y, b.z - along * a.z};
    double length = sqrt(off.x * off.x + off.y * off.y + off.z * off.z);

    if (length > 0)
        circle.aside = (ent_i_vector_t){off.x / length, off.y / length, off.z / length};
    return circle;
}

static ent_i_vector_t point_of(const circle_t *circle, double cosine, double sine)
{
    const ent_i_vector_t *a = &circle->from;
    const ent_i_vector_t *u = &circle->aside;

    return (ent_i_vector_t){cosine * a->x + sine * u->x, cosine * a->y + sine * u->y,
                            cosine * a->z + sine * u->z};
}

static ent_i_vector_t point_at(const circle_t *circle, double share)
{
    return point_of(circle, cos(share * circle->angle), sin(share * circle->angle));
}

double ent_i_map_lowest(double latitude_a, double longitude_a, double latitude_b,
                        double longitude_b)
{
    circle_t circle = circle_through(ent_i_on_sphere(latitude_a, longitude_a),
                                     ent_i_on_sphere(latitude_b, longitude_b));
    double turn = atan2(-circle.aside.z, -circle.from.z); /* where all of the circle is lowest */

    if (circle.angle > fine_step && circle.angle < opposite && turn > 0 && turn < circle.angle)
        return -asin(fmin(1, hypot(circle.from.z, circle.aside.z))) / ent_i_radians;
    return fmin(latitude_a, latitude_b);
}

/* A point of an arc over the world. */
typedef struct spot {
    double sine; /* of its latitude */
    double relative;
    ent_i_point_t at; /* on the page */
} spot_t;

/* `at` counts longitudes from the map's centre. */
static spot_t spot_of(ent_i_vector_t at, const ent_i_map_t *map)
{
    double sine = fmax(-1, fmin(1, at.z)), relative = atan2(at.y, at.x) / ent_i_radians;

    return (spot_t){sine, relative, ent_i_map_world(map, sine, relative)};
}

static spot_t spot_at(double latitude, double relative, const ent_i_map_t *map)
{
    return (spot_t){sin(latitude * ent_i_radians), relative,
                    ent_i_map_place(map, latitude, relative)};
}

/* An arc while it is followed over a map, point by point: the next is the last one turned on. */
typedef struct walk {
    const ent_i_map_t *map;
    ent_i_lines_maker_t maker;
    circle_t circle;
    size_t pieces;
    double cosine, sine; /* of how far it has gone */
    double turn_cosine, turn_sine;
} walk_t;

static ent_i_vector_t next_point(walk_t *walk)
{
    double cosine = walk->cosine * walk->turn_cosine - walk->sine * walk->turn_sine;

    walk->sine = walk->sine * walk->turn_cosine + walk->cosine * walk->turn_sine;
    walk->cosine = cosine;
    return point_of(&walk->circle, cosine, walk->sine);
}

/* From one spot to the next, which may lie beyond the edge of the world. */
static ent_status_t add_way(walk_t *walk, const spot_t *from, const spot_t *to, bool begins,
                            ent_error_t *err)
{
    if (fabs(to->relative - from->relative) <= 180)
        return add_piece(&walk->maker, &walk->map->box, from->at, to->at, begins, err);
    return ent_i_map_way(
        &walk->maker, walk->map, (ent_i_place_t){asin(from->sine) / ent_i_radians, from->relative},
        (ent_i_place_t){asin(to->sine) / ent_i_radians, to->relative}, begins, err);
}

/* Follows one piece over the world, in parts where the longitude turns fast near a pole. */
static ent_status_t walk_piece(walk_t *walk, size_t piece, spot_t *before, const spot_t *end,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    spot_t next = spot_of(next_point(walk), walk->map);
    double turned = fabs(remainder(next.relative - before->relative, 360));
    size_t parts = (size_t)fmax(1, ceil(turned / sharpest));

    for (size_t k = 1; k <= parts; k++) {
        double share = ((double)(piece - 1) + (double)k / (double)parts) / (double)walk->pieces;

        if (parts > 1)
            next = spot_of(point_at(&walk->circle, share), walk->map);
        if (piece == walk->pieces && k == parts)
            next = *end;
        ENT_TRY(add_way(walk, before, &next, piece == 1 && k == 1, err));
        *before = next;
    }

cleanup:
    return status;
}

/* Follows an arc over all of the world. */
static ent_status_t walk_world(walk_t *walk, spot_t from, const spot_t *end, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 1; i <= walk->pieces; i++)
        ENT_TRY(walk_piece(walk, i, &from, end, err));

cleanup:
    return status;
}

/* A part's map as seen by vectors: what stands where needs no angles. */
typedef struct view {
    ent_i_vector_t middle, east, north;
    double edge; /* cosine of the angle from the middle beyond which no piece is looked at */
} view_t;

static double along(ent_i_vector_t a, ent_i_vector_t b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

/* As ent_i_map_place() (Snyder's 22-4, 22-5, 24-2). */
static ent_i_point_t place_in(const view_t *view, const ent_i_map_t *map, ent_i_vector_t at)
{
    double scale = map->scale * sqrt(2 / (1 + along(view->middle, at)));

    return (ent_i_point_t){map->origin.x + scale * along(view->east, at),
                           map->origin.y - scale * along(view->north, at)};
}

static view_t view_of(const ent_i_map_t *map, double piece)
{
    double x = fmax(map->origin.x - map->box.x, map->box.x + map->box.width - map->origin.x);
    double y = fmax(map->origin.y - map->box.y, map->box.y + map->box.height - map->origin.y);
    double corner = 2 * asin(fmin(1, hypot(x, y) / map->scale / 2));

    return (view_t){ent_i_on_sphere(map->middle, map->center), ent_i_on_sphere(0, map->center + 90),
                    ent_i_on_sphere(map->middle + 90, map->center),
                    fmax(0, cos(fmin(corner + piece, opposite)))};
}

/* Whether all of a great circle is beyond what is looked at. */
static bool passes_by(const view_t *view, const circle_t *circle)
{
    const ent_i_vector_t *a = &circle->from, *u = &circle->aside;
    ent_i_vector_t pole = {a->y * u->z - a->z * u->y, a->z * u->x - a->x * u->z,
                           a->x * u->y - a->y * u->x};
    double sine = along(view->middle, pole); /* of the angle from the middle to the circle */

    return circle->angle > 0 && sqrt(fmax(0, 1 - sine * sine)) <= view->edge;
}

/* Follows an arc over a part of the world. Passed over is what is farther off than the box's
 * corners by a piece, and what lies more than 90° from the middle, as behind the horizon straight
 * pieces mislead. */
static ent_status_t walk_part(walk_t *walk, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_map_t *map = walk->map;
    const view_t view = view_of(map, walk->circle.angle / fmax(1, (double)walk->pieces));
    ent_i_vector_t at = walk->circle.from;
    bool seen = along(view.middle, at) > view.edge;
    bool begins = true;
    ent_i_point_t before = seen ? place_in(&view, map, at) : map->origin;

    if (passes_by(&view, &walk->circle))
        return ENT_OK;
    for (size_t i = 1; i <= walk->pieces; i++) {
        bool was_seen = seen;
        ent_i_point_t next;

        at = next_point(walk);
        seen = along(view.middle, at) > view.edge;
        next = seen ? place_in(&view, map, at) : map->origin;
        if (seen && was_seen)
            ENT_TRY(add_piece(&walk->maker, &map->box, before, next, begins, err));
        begins = !seen || !was_seen;
        before = next;
    }

cleanup:
    return status;
}

ent_status_t ent_i_map_arc(ent_i_lines_t *runs, const ent_i_map_t *map, double latitude_a,
                           double longitude_a, double latitude_b, double longitude_b,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double first = ent_i_map_relative(longitude_a, map->center);
    double last = ent_i_map_relative(longitude_b, map->center);
    ent_i_vector_t a = ent_i_on_sphere(latitude_a, map->whole ? first : longitude_a);
    ent_i_vector_t b = ent_i_on_sphere(latitude_b, map->whole ? last : longitude_b);
    walk_t walk = {.map = map, .circle = circle_through(a, b), .cosine = 1};

    if (walk.circle.angle >= opposite) { /* of all the ways one along the equator's side of b */
        b = ent_i_on_sphere(latitude_b > 0 ? latitude_b - 0.01 : latitude_b + 0.01,
                            (map->whole ? last : longitude_b) + 0.02);
        walk.circle = circle_through(a, b);
    }
    walk.pieces = (size_t)ceil(walk.circle.angle / fmax(map->step, fine_step));
    walk.turn_cosine = cos(walk.circle.angle / fmax(1, (double)walk.pieces));
    walk.turn_sine = sin(walk.circle.angle / fmax(1, (double)walk.pieces));
    if (map->whole) {
        spot_t end = spot_at(latitude_b, last, map);

        ENT_TRY(walk_world(&walk, spot_at(latitude_a, first, map), &end, err));
    } else {
        ENT_TRY(walk_part(&walk, err));
    }
    ENT_TRY(ent_i_lines_end(&walk.maker, 2, err));
    *runs = walk.maker.runs;

cleanup:
    if (status != ENT_OK)
        ent_i_lines_free(&walk.maker.runs);
    return status;
}
