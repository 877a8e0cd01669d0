/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of the map share. */
#ifndef ENT_LAYOUT_MAP_H
#define ENT_LAYOUT_MAP_H

#include "layout/lines.h"

/* A longitude relative to the map's centre, -180 to 180. */
double ent_i_map_relative(double longitude, double center);

/* A page position from a longitude that is relative already: -180 and 180 stay two edges. */
ent_i_point_t ent_i_map_place(const ent_i_map_t *map, double latitude, double relative);

/* The same of a map of the whole world, from the sine of the latitude. */
ent_i_point_t ent_i_map_world(const ent_i_map_t *map, double sine, double relative);

/* The same in units of the projection (radius of the globe 1), y upwards. */
ent_i_point_t ent_i_map_unit(const ent_i_map_t *map, double latitude, double relative);

/* The place of a point of a part's map, in units of the projection. */
void ent_i_map_unproject(const ent_i_map_t *map, ent_i_point_t unit, double *latitude,
                         double *relative);

/* Somewhere on the globe, longitude relative to the map's centre. */
typedef struct ent_i_place {
    double latitude;
    double relative;
} ent_i_place_t;

/* Adds the way from one place to the next as far as the map shows it, in two pieces where it leaves
 * the world on one side and comes back on the other. `begins`: not a continuation. */
ent_status_t ent_i_map_way(ent_i_lines_maker_t *maker, const ent_i_map_t *map, ent_i_place_t from,
                           ent_i_place_t to, bool begins, ent_error_t *err);

#endif
