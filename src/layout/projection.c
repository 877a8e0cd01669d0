/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The two projections of maps: Equal Earth of the whole world, Lambert's azimuthal equal-area of a
 * part of it; both true to area.
 * B. Šavrič, T. Patterson, B. Jenny, The Equal Earth map projection, International Journal of
 * Geographical Information Science 33 (2019), https://doi.org/10.1080/13658816.2018.1504949
 * J. P. Snyder, Map projections: a working manual, U.S. Geological Survey Professional Paper 1395
 * (1987), pages 182-190, https://doi.org/10.3133/pp1395 */
#include <math.h>

#include "layout/map.h"
#include "layout/sphere.h"

static const double half_root_3 = 0.86602540378443865;
static const double a1 = 1.340264, a2 = -0.081106, a3 = 0.000893, a4 = 0.003796;
static const double opposite = 1e-14; /* of 2: nearer to the antipode there is no direction */

/* `sine` is the latitude's. */
static ent_i_point_t equal_earth(double sine, double relative)
{
    double t = asin(half_root_3 * sine);
    double t2 = t * t;
    double t6 = t2 * t2 * t2;
    double slope = a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2);

    return (ent_i_point_t){relative * ent_i_radians * cos(t) / (half_root_3 * slope),
                           t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))};
}

/* Snyder's (22-4), (22-5), (24-2); the antipode, a circle of radius 2, is put on its right. */
static ent_i_point_t azimuthal(double middle, double latitude, double relative)
{
    double sine = sin(middle * ent_i_radians), cosine = cos(middle * ent_i_radians);
    double up = sin(latitude * ent_i_radians), flat = cos(latitude * ent_i_radians);
    double toward = cos(relative * ent_i_radians);
    double one_and_cosine = 1 + sine * up + cosine * flat * toward;
    double scale = 0;

    if (one_and_cosine < opposite)
        return (ent_i_point_t){2, 0};
    scale = sqrt(2 / one_and_cosine);
    return (ent_i_point_t){scale * flat * sin(relative * ent_i_radians),
                           scale * (cosine * up - sine * flat * toward)};
}

ent_i_point_t ent_i_map_unit(const ent_i_map_t *map, double latitude, double relative)
{
    return map->whole ? equal_earth(sin(latitude * ent_i_radians), relative)
                      : azimuthal(map->middle, latitude, relative);
}

/* Snyder's (20-14), (20-15), (24-16). */
void ent_i_map_unproject(const ent_i_map_t *map, ent_i_point_t unit, double *latitude,
                         double *relative)
{
    double sine = sin(map->middle * ent_i_radians), cosine = cos(map->middle * ent_i_radians);
    double far = fmin(hypot(unit.x, unit.y), 2);
    double angle = 2 * asin(far / 2);

    *latitude = map->middle;
    *relative = 0;
    if (far == 0)
        return;
    *latitude = asin(fmax(-1, fmin(1, cos(angle) * sine + unit.y * sin(angle) * cosine / far))) /
                ent_i_radians;
    *relative = atan2(unit.x * sin(angle), far * cosine * cos(angle) - unit.y * sine * sin(angle)) /
                ent_i_radians;
}

static ent_i_point_t on_page(const ent_i_map_t *map, ent_i_point_t unit)
{
    return (ent_i_point_t){map->origin.x + map->scale * unit.x,
                           map->origin.y - map->scale * unit.y};
}

ent_i_point_t ent_i_map_world(const ent_i_map_t *map, double sine, double relative)
{
    return on_page(map, equal_earth(sine, relative));
}

ent_i_point_t ent_i_map_place(const ent_i_map_t *map, double latitude, double relative)
{
    return on_page(map, ent_i_map_unit(map, latitude, relative));
}

ent_i_point_t ent_i_map_project(const ent_i_map_t *map, double latitude, double longitude)
{
    return ent_i_map_place(map, latitude, ent_i_map_relative(longitude, map->center));
}
