/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the parts of the map share. */
#ifndef ENT_LAYOUT_MAP_H
#define ENT_LAYOUT_MAP_H

#include "layout/layout.h"

/* A longitude relative to the map's centre, -180 to 180. */
double ent_i_map_relative(double longitude, double center);

/* A page position from a longitude that is relative already: -180 and 180 stay two edges. */
ent_i_point_t ent_i_map_place(const ent_i_map_t *map, double latitude, double relative);

#endif
