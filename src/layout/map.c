/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The Equal Earth projection: where it is centred, how it is fitted, where places fall.
 * B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, International Journal of
 * Geographical Information Science 33 (2019), https://doi.org/10.1080/13658816.2018.1504949 */
#include <math.h>

#include "layout/land.h"
#include "layout/map.h"

static const double radians = 0.017453292519943295;
static const double half_root_3 = 0.86602540378443865;
static const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;

static const double world_south = -58;  /* the ice below it is drawn only where somebody stands */
static const double at_the_edge = 0.25; /* of a cut tie: a place within 8° of the cut */
static const double local_span = 120;   /* degrees: a third of the world */
static const double least_span = 4;     /* degrees: a map of one place still shows where it is */

double ent_i_map_relative(double longitude, double center)
{
    double relative = fmod(longitude - center, 360);

    if (relative > 180)
        return relative - 360;
    return relative < -180 ? relative + 360 : relative;
}

/* The projection itself: longitude relative to the central meridian, y upwards, radius 1. */
static ent_i_point_t equal_earth(double latitude, double relative)
{
    double t = asin(half_root_3 * sin(latitude * radians));
    double t2 = t * t;
    double t6 = t2 * t2 * t2;
    double slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2);

    return (ent_i_point_t){relative * radians * cos(t) / (half_root_3 * slope),
                           t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))};
}

ent_i_point_t ent_i_map_place(const ent_i_map_t *map, double latitude, double relative)
{
    ent_i_point_t unit = equal_earth(latitude, relative);

    return (ent_i_point_t){map->origin.x + map->scale * unit.x,
                           map->origin.y - map->scale * unit.y};
}

ent_i_point_t ent_i_map_project(const ent_i_map_t *map, double latitude, double longitude)
{
    return ent_i_map_place(map, latitude, ent_i_map_relative(longitude, map->center));
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

/* The extent of the places, with a margin; false when they span more than a part of the world. */
static bool local_extent(ent_i_map_t *map, const double *latitude, const double *longitude,
                         size_t count)
{
    double margin = 0;

    map->west = map->south = INFINITY;
    map->east = map->north = -INFINITY;
    for (size_t i = 0; i < count; i++) {
        double relative = ent_i_map_relative(longitude[i], map->center);

        map->west = fmin(map->west, relative);
        map->east = fmax(map->east, relative);
        map->south = fmin(map->south, latitude[i]);
        map->north = fmax(map->north, latitude[i]);
    }
    if (count == 0 || map->east - map->west > local_span || map->north - map->south > 75 ||
        map->north > 80 || map->south < -80)
        return false;
    margin = fmax(0.08 * fmax(map->east - map->west, map->north - map->south), least_span / 2);
    map->west -= margin;
    map->east += margin;
    map->south = fmax(map->south - margin, -90);
    map->north = fmin(map->north + margin, 90);
    return true;
}

/* The bounds of what the map shows, in units of the projection, y upwards. */
static ent_i_box_t unit_bounds(const ent_i_map_t *map)
{
    double left = INFINITY, right = -INFINITY;
    double top = equal_earth(map->north, 0).y;
    double bottom = equal_earth(map->south, 0).y;

    for (int i = 0; i <= 20; i++) {
        double latitude = map->south + (map->north - map->south) * i / 20;

        left = fmin(left, equal_earth(latitude, map->west).x);
        right = fmax(right, equal_earth(latitude, map->east).x);
    }
    if (map->south < 0 && map->north > 0) {
        left = fmin(left, equal_earth(0, map->west).x);
        right = fmax(right, equal_earth(0, map->east).x);
    }
    return (ent_i_box_t){left, bottom, right - left, top - bottom};
}

void ent_i_map_fit(ent_i_map_t *map, double center, const double *latitude, const double *longitude,
                   size_t count, const ent_i_box_t *box)
{
    ent_i_box_t bounds;
    double south = world_south;

    map->center = center;
    map->whole = !local_extent(map, latitude, longitude, count);
    if (map->whole) {
        for (size_t i = 0; i < count; i++)
            south = fmin(south, latitude[i] - 2);
        map->west = -180;
        map->east = 180;
        map->south = fmax(south, -90);
        map->north = 90;
    }
    bounds = unit_bounds(map);
    map->scale = fmin(box->width / bounds.width, box->height / bounds.height);
    map->box = *box;
    if (map->whole) { /* the box hugs the world; a part of it is drawn to the box's edges */
        map->box.width = bounds.width * map->scale;
        map->box.height = bounds.height * map->scale;
        map->box.x = box->x + (box->width - map->box.width) / 2;
        map->box.y = box->y + (box->height - map->box.height) / 2;
    }
    map->origin.x = map->box.x + map->box.width / 2 - map->scale * (bounds.x + bounds.width / 2);
    map->origin.y = map->box.y + map->box.height / 2 + map->scale * (bounds.y + bounds.height / 2);
}
