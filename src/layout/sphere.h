/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Places on the globe as unit vectors. */
#ifndef ENT_LAYOUT_SPHERE_H
#define ENT_LAYOUT_SPHERE_H

#include <math.h>

static const double ent_i_radians = 0.017453292519943295; /* of a degree */

typedef struct ent_i_vector {
    double x, y, z;
} ent_i_vector_t;

/* Degrees north and east. */
static inline ent_i_vector_t ent_i_on_sphere(double latitude, double longitude)
{
    double lat = latitude * ent_i_radians;
    double lon = longitude * ent_i_radians;

    return (ent_i_vector_t){cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)};
}

/* Radians, 0 to pi. */
static inline double ent_i_angle_between(ent_i_vector_t a, ent_i_vector_t b)
{
    ent_i_vector_t cross = {a.y * b.z - a.z * b.y, a.z * b.x - a.x * b.z, a.x * b.y - a.y * b.x};

    return atan2(sqrt(cross.x * cross.x + cross.y * cross.y + cross.z * cross.z),
                 a.x * b.x + a.y * b.y + a.z * b.z);
}

#endif
