/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The outline of the land, embedded by outline/embed.cmake: closed rings one after the other, each
 * ending with the point that it began with. Degrees. */
#ifndef ENT_LAYOUT_LAND_H
#define ENT_LAYOUT_LAND_H

#include <stdbool.h>
#include <stddef.h>

typedef struct ent_i_land_point {
    double longitude;
    double latitude;
} ent_i_land_point_t;

extern const ent_i_land_point_t ent_i_land_point[];
extern const size_t ent_i_land_point_count;

/* Points of the ring that begins at `first`, without the last, which repeats the first. */
size_t ent_i_land_ring(size_t first);

/* Degrees of latitude at which a meridian crosses land, the ice of the south left out. */
double ent_i_land_on_meridian(double longitude);

/* Whether a place is on the land drawn; longitude from -180 to 180. */
bool ent_i_is_on_land(double latitude, double longitude);

#endif
