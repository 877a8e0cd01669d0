/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What of the world a map shows, where it is centred, how it is fitted into its box. */
#include <math.h>

#include "layout/land.h"
#include "layout/map.h"
#include "layout/sphere.h"

static const double world_south = -58;  /* the ice below it is drawn only where somebody stands */
static const double at_the_edge = 0.25; /* of a cut tie: a place within 8° of the cut */
static const double widest = 50;        /* degrees from the middle to a place of a part */
static const double horizon = 80;       /* degrees from the middle to a corner of its map */
static const double margin = 0.09;      /* of the longer side */
static const double least_span = 5;     /* degrees: the outline says less of any nearer place */
static const double closest = 0.1;      /* the same of an enlarged part, even of one place */
static const double spot = 0.05;        /* degrees: places no farther off are one spot */
static const double lone_span = 9;      /* of one place: it still shows where on earth that is */

double ent_i_map_relative(double longitude, double center)
{
    double relative = longitude - center;

    if (fabs(relative) >= 360)
        relative = fmod(relative, 360);
    if (relative > 180)
        return relative - 360;
    return relative < -180 ? relative + 360 : relative;
}

double ent_i_map_center(const double *longitude, size_t count, const ent_id_t *a, const ent_id_t *b,
                        size_t tie_count)
{
    double best = 0, best_cost = INFINITY, best_land = INFINITY;

    for (int step = 0; step < 72; step++) {
        /* 0, 5, -5, 10, …: the first of equals is nearest to Greenwich */
        double center = 5.0 * ((step + 1) / 2) * (step % 2 == 1 ? 1 : -1);
        double cost = 0;
        double land = ent_i_land_on_meridian(center + 180);

        for (size_t t = 0; t < tie_count; t++) {
            double apart = ent_i_map_relative(longitude[a[t]], center) -
                           ent_i_map_relative(longitude[b[t]], center);

            cost += fabs(apart) > 180;
        }
        for (size_t i = 0; i < count; i++) {
            double relative = ent_i_map_relative(longitude[i], center);

            cost += fabs(relative) > 172 ? at_the_edge : 0;
        }
        if (cost < best_cost - 1e-9 || (cost < best_cost + 1e-9 && land < best_land - 1e-9)) {
            best = center;
            best_cost = cost;
            best_land = land;
        }
    }
    return best;
}

/* The middle of the smallest cap of the globe that holds the places, nearly: step by step towards
 * the farthest (M. Bădoiu and K. L. Clarkson, Smaller core-sets for balls, SODA 2003). Returns how
 * far the farthest is, in degrees. */
static double find_middle(ent_i_vector_t *middle, const double *latitude, const double *longitude,
                          size_t count)
{
    enum { STEPS = 100 };
    double far = 0;

    *middle = ent_i_on_sphere(latitude[0], longitude[0]);
    for (int step = 1; step <= STEPS; step++) {
        ent_i_vector_t farthest = *middle;
        double share = 1 / (double)(step + 1);
        double length = 0;

        far = 0;
        for (size_t i = 0; i < count; i++) {
            ent_i_vector_t at = ent_i_on_sphere(latitude[i], longitude[i]);
            double angle = ent_i_angle_between(*middle, at) / ent_i_radians;

            if (angle > far) {
                far = angle;
                farthest = at;
            }
        }
        if (step == 1 && far > 2 * widest + 1)
            return far; /* two places that no part holds */
        middle->x += share * (farthest.x - middle->x);
        middle->y += share * (farthest.y - middle->y);
        middle->z += share * (farthest.z - middle->z);
        length = sqrt(middle->x * middle->x + middle->y * middle->y + middle->z * middle->z);
        if (length < 1e-9)
            return 180;
        *middle = (ent_i_vector_t){middle->x / length, middle->y / length, middle->z / length};
    }
    return far;
}

/* The bounds of the places in units of the projection, y upwards, with a margin. */
static ent_i_box_t part_bounds(const ent_i_map_t *map, const double *latitude,
                               const double *longitude, size_t count, bool close)
{
    double left = INFINITY, right = -INFINITY, bottom = INFINITY, top = -INFINITY;
    double span = 0, least = 0, more = 0;

    for (size_t i = 0; i < count; i++) {
        ent_i_point_t unit =
            ent_i_map_unit(map, latitude[i], ent_i_map_relative(longitude[i], map->center));

        left = fmin(left, unit.x);
        right = fmax(right, unit.x);
        bottom = fmin(bottom, unit.y);
        top = fmax(top, unit.y);
    }
    span = fmax(right - left, top - bottom);
    least = (close                             ? closest
             : span < 2 * spot * ent_i_radians ? lone_span
                                               : least_span) *
            ent_i_radians;
    more = fmax(margin * span, (least - span) / 2);
    return (ent_i_box_t){left - more, bottom - more, right - left + 2 * more,
                         top - bottom + 2 * more};
}

enum { SIDE = 40 }; /* points of a box's edge that are looked at, on each of its sides */

/* A point of the edge of a part's box, from 0 to 4 · SIDE, in units of the projection. */
static ent_i_point_t edge_point(const ent_i_map_t *map, int i)
{
    double along = 2 * (double)(i % SIDE) / SIDE - 1;
    double x = i / SIDE == 0 ? along : i / SIDE == 1 ? 1 : i / SIDE == 2 ? -along : -1;
    double y = i / SIDE == 0 ? -1 : i / SIDE == 1 ? along : i / SIDE == 2 ? 1 : -along;

    return (ent_i_point_t){(map->box.x + (1 + x) * map->box.width / 2 - map->origin.x) / map->scale,
                           (map->origin.y - map->box.y - (1 - y) * map->box.height / 2) /
                               map->scale};
}

ent_i_box_t ent_i_map_extent(const ent_i_map_t *part, const ent_i_map_t *map)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;

    for (int i = 0; i < 4 * SIDE; i++) {
        double latitude = 0, relative = 0;
        ent_i_point_t at;

        ent_i_map_unproject(part, edge_point(part, i), &latitude, &relative);
        at = ent_i_map_project(map, latitude, part->center + relative);
        left = fmin(left, at.x);
        right = fmax(right, at.x);
        top = fmin(top, at.y);
        bottom = fmax(bottom, at.y);
    }
    return (ent_i_box_t){left, top, right - left, bottom - top};
}

/* What of the world a part's box can show, as a window of latitudes and relative longitudes. */
static void find_window(ent_i_map_t *map)
{
    static const double slack = 0.5; /* degrees: between two of the points looked at */
    double half_width = map->box.width / 2 / map->scale;
    double half_height = map->box.height / 2 / map->scale;
    ent_i_point_t middle = {(map->box.x + map->box.width / 2 - map->origin.x) / map->scale,
                            (map->origin.y - map->box.y - map->box.height / 2) / map->scale};

    map->west = map->south = INFINITY;
    map->east = map->north = -INFINITY;
    for (int i = 0; i < 4 * SIDE; i++) {
        double latitude = 0, relative = 0;

        ent_i_map_unproject(map, edge_point(map, i), &latitude, &relative);
        map->west = fmin(map->west, relative - slack);
        map->east = fmax(map->east, relative + slack);
        map->south = fmin(map->south, latitude - slack);
        map->north = fmax(map->north, latitude + slack);
    }
    for (int pole = -90; pole <= 90; pole += 180) {
        ent_i_point_t unit = ent_i_map_unit(map, pole, 0);

        if (fabs(unit.x - middle.x) > half_width || fabs(unit.y - middle.y) > half_height)
            continue;
        map->west = -180;
        map->east = 180;
        map->south = pole < 0 ? -90 : map->south;
        map->north = pole > 0 ? 90 : map->north;
    }
    map->west = fmax(map->west, -180);
    map->east = fmin(map->east, 180);
    map->south = fmax(map->south, -90);
    map->north = fmin(map->north, 90);
}

/* Sets scale and origin for bounds in units of the projection. */
static void set_scale(ent_i_map_t *map, const ent_i_box_t *bounds, const ent_i_box_t *box)
{
    map->shape = bounds->height / bounds->width;
    map->scale = fmin(box->width / bounds->width, box->height / bounds->height);
    map->box = *box;
    if (map->whole) { /* the box hugs the world; a part of it is drawn to the box's edges */
        map->box.width = bounds->width * map->scale;
        map->box.height = bounds->height * map->scale;
        map->box.x = box->x + (box->width - map->box.width) / 2;
        map->box.y = box->y + (box->height - map->box.height) / 2;
    }
    map->origin.x = map->box.x + map->box.width / 2 - map->scale * (bounds->x + bounds->width / 2);
    map->origin.y =
        map->box.y + map->box.height / 2 + map->scale * (bounds->y + bounds->height / 2);
}

/* Makes a part's box narrower or lower where it would show what lies behind the horizon. */
static void keep_before_horizon(ent_i_map_t *map)
{
    double corner = 2 * sin(horizon / 2 * ent_i_radians) * map->scale;
    double x = map->box.x + map->box.width / 2;
    double y = map->box.y + map->box.height / 2;
    double wide = 2 * (corner - fabs(x - map->origin.x));
    double high = 2 * (corner - fabs(y - map->origin.y));

    if (hypot(map->box.width, map->box.height) <= fmin(wide, high))
        return;
    if (map->box.width > map->box.height)
        map->box.width =
            fmax(map->box.height, sqrt(fmax(0, wide * wide - map->box.height * map->box.height)));
    else
        map->box.height =
            fmax(map->box.width, sqrt(fmax(0, high * high - map->box.width * map->box.width)));
    map->box.x = x - map->box.width / 2;
    map->box.y = y - map->box.height / 2;
}

/* Fits a part of the world about the middle of the places; false when they span more than that. */
static bool fit_part(ent_i_map_t *map, double meridian, const double *latitude,
                     const double *longitude, size_t count, const ent_i_box_t *box, bool close)
{
    ent_i_vector_t middle;
    ent_i_box_t bounds;
    double far = 0;

    map->whole = false;
    if (count == 0)
        return false;
    far = find_middle(&middle, latitude, longitude, count);
    if (far > widest)
        return false;
    map->middle = atan2(middle.z, hypot(middle.x, middle.y)) / ent_i_radians;
    map->center = atan2(middle.y, middle.x) / ent_i_radians;
    if (!isnan(meridian)) {
        middle = ent_i_on_sphere(map->middle, meridian);
        map->center = meridian;
        for (size_t i = 0; i < count; i++)
            if (ent_i_angle_between(middle, ent_i_on_sphere(latitude[i], longitude[i])) >
                widest * ent_i_radians)
                return false;
    }
    bounds = part_bounds(map, latitude, longitude, count, close);
    set_scale(map, &bounds, box);
    if (far < spot)
        map->shape = 0;
    keep_before_horizon(map);
    find_window(map);
    return true;
}

/* The bounds of the world, in units of the projection, y upwards. */
static ent_i_box_t world_bounds(const ent_i_map_t *map)
{
    double right = ent_i_map_unit(map, 0, 180).x;
    double top = ent_i_map_unit(map, map->north, 0).y;
    double bottom = ent_i_map_unit(map, map->south, 0).y;

    return (ent_i_box_t){-right, bottom, 2 * right, top - bottom};
}

void ent_i_map_fit(ent_i_map_t *map, double center, double meridian, const double *latitude,
                   const double *longitude, size_t count, const ent_i_box_t *box)
{
    ent_i_box_t bounds;

    *map = (ent_i_map_t){.whole = false};
    if (fit_part(map, meridian, latitude, longitude, count, box, false))
        return;
    *map = (ent_i_map_t){.whole = true,
                         .center = isnan(meridian) ? center : meridian,
                         .west = -180,
                         .east = 180,
                         .south = world_south,
                         .north = 90};
    for (size_t i = 0; i < count; i++)
        map->south = fmax(-90, fmin(map->south, latitude[i] - 2));
    bounds = world_bounds(map);
    set_scale(map, &bounds, box);
}

void ent_i_map_enlarge(ent_i_map_t *map, const double *latitude, const double *longitude,
                       size_t count, const ent_i_box_t *box)
{
    *map = (ent_i_map_t){.whole = false};
    if (!fit_part(map, NAN, latitude, longitude, count, box, true))
        ent_i_map_fit(map, count > 0 ? longitude[0] : 0, NAN, latitude, longitude, count, box);
}
