/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The land as page rings: cut where the map ends, bent as the projection bends. */
#include "layout/land.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/lines.h"
#include "layout/map.h"

/* Degrees: longer sides are divided before they are projected; of the world, of a part. */
static const double longest[2] = {4, 1};

/* What is nearer of the coast is left out: in points, and in units of the projection (radius 1). */
static const double finest = 0.16, finest_unit = 0.0018;

/* Room for one ring while it is cut. A cut at most doubles the points: four cuts before the
 * projection, four behind it. */
typedef struct work {
    ent_i_point_t *ring;
    ent_i_point_t *half;
    ent_i_point_t *part;
    size_t projected; /* most points of a ring behind the projection */
} work_t;

/* Copies a ring with longitudes that run on without a jump, from its first relative to the map's
 * centre; returns its points, and its lowest and highest. A ring about a pole, which has no end
 * where it began, gets the side along that pole: two points more. */
static size_t unroll(ent_i_point_t *ring, const ent_i_land_point_t *point, size_t count,
                     double center, double *low, double *high)
{
    ring[0].x = ent_i_map_relative(point[0].longitude, center);
    ring[0].y = point[0].latitude;
    *low = *high = ring[0].x;
    for (size_t i = 1; i < count; i++) {
        double step = point[i].longitude - point[i - 1].longitude;

        if (fabs(step) > 180)
            step -= step > 0 ? 360 : -360;
        ring[i].x = ring[i - 1].x + step;
        ring[i].y = point[i].latitude;
        *low = fmin(*low, ring[i].x);
        *high = fmax(*high, ring[i].x);
    }
    if (fabs(ring[count - 1].x - ring[0].x) < 180)
        return count;
    ring[count] = (ent_i_point_t){ring[count - 1].x, copysign(90, ring[0].y)};
    ring[count + 1] = (ent_i_point_t){ring[0].x, copysign(90, ring[0].y)};
    return count + 2;
}

/* Projects a ring, its long sides in pieces; returns how many points it has now. */
static ent_status_t project(work_t *work, size_t *count, const ent_i_map_t *map, double shift,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t made = 0;

    for (size_t i = 0; i < *count; i++) {
        ent_i_point_t from = work->part[i];
        ent_i_point_t to = work->part[(i + 1) % *count];
        double side = fmax(fabs(to.x - from.x), fabs(to.y - from.y));
        size_t pieces = (size_t)fmax(1, ceil(side / longest[!map->whole]));

        if (made + pieces > work->projected)
            ENT_TRY(ent_i_fail(err, ENT_ELIMIT, "The outline has a side that is too long."));
        for (size_t k = 0; k < pieces; k++) {
            double share = (double)k / (double)pieces;

            work->half[made++] = ent_i_map_place(map, from.y + share * (to.y - from.y),
                                                 from.x + share * (to.x - from.x) + shift);
        }
    }
    *count = made;

cleanup:
    return status;
}

/* Cuts a projected ring to the map's box and adds what is left. */
static ent_status_t add_ring(ent_i_lines_maker_t *maker, work_t *work, size_t count,
                             const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_box_t *box = &map->box;
    ent_i_point_t last = {0, 0};

    count = ent_i_ring_cut(work->part, work->half, count, true, box->x, 1);
    count = ent_i_ring_cut(work->half, work->part, count, true, box->x + box->width, -1);
    count = ent_i_ring_cut(work->part, work->half, count, false, box->y, 1);
    count = ent_i_ring_cut(work->half, work->part, count, false, box->y + box->height, -1);
    for (size_t i = 0; i < count; i++) {
        double apart = hypot(work->half[i].x - last.x, work->half[i].y - last.y);

        if (i > 0 && i + 1 < count && apart < fmin(finest, finest_unit * map->scale))
            continue;
        last = work->half[i];
        ENT_TRY(ent_i_lines_add(maker, last, err));
    }
    ENT_TRY(ent_i_lines_end(maker, 3, err));

cleanup:
    return status;
}

/* Adds one ring, once for each turn of the world in which a part of it shows. */
static ent_status_t add_land(ent_i_lines_maker_t *maker, work_t *work,
                             const ent_i_land_point_t *point, size_t count, const ent_i_map_t *map,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double low = 0, high = 0;

    count = unroll(work->ring, point, count, map->center, &low, &high);
    for (int turn = -1; turn <= 1; turn++) {
        double west = map->west + 360.0 * turn;
        double east = map->east + 360.0 * turn;
        size_t kept = 0;

        if (high <= west || low >= east)
            continue;
        kept = ent_i_ring_cut(work->half, work->ring, count, true, west, 1);
        kept = ent_i_ring_cut(work->part, work->half, kept, true, east, -1);
        kept = ent_i_ring_cut(work->half, work->part, kept, false, map->south, 1);
        kept = ent_i_ring_cut(work->part, work->half, kept, false, map->north, -1);
        if (kept < 3)
            continue;
        ENT_TRY(project(work, &kept, map, -360.0 * turn, err));
        ENT_TRY(add_ring(maker, work, kept, map, err));
    }

cleanup:
    return status;
}

size_t ent_i_land_ring(size_t first)
{
    const ent_i_land_point_t *point = ent_i_land_point;
    size_t i = first + 1;

    while (i < ent_i_land_point_count && (point[i].longitude != point[first].longitude ||
                                          point[i].latitude != point[first].latitude))
        i++;
    return i - first;
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return a < b ? -1 : a > b;
}

/* Where a ring crosses a meridian, as latitudes; at most `room` of them. */
static size_t find_crossings(double *latitude, size_t room, size_t first, size_t count,
                             double longitude)
{
    const ent_i_land_point_t *point = ent_i_land_point + first;
    size_t found = 0;

    for (size_t i = 0; i < count && found < room; i++) {
        double from = ent_i_map_relative(point[i].longitude, longitude);
        double to = ent_i_map_relative(point[i + 1].longitude, longitude);

        if ((from < 0) != (to < 0) && fabs(to - from) < 180)
            latitude[found++] = point[i].latitude +
                                from / (from - to) * (point[i + 1].latitude - point[i].latitude);
    }
    return found;
}

double ent_i_land_on_meridian(double longitude)
{
    enum { ROOM = 256 };
    double latitude[ROOM];
    double land = 0;

    for (size_t i = 0; i < ent_i_land_point_count; i += ent_i_land_ring(i) + 1) {
        size_t count = find_crossings(latitude, ROOM, i, ent_i_land_ring(i), longitude);

        qsort(latitude, count, sizeof *latitude, ascending);
        for (size_t k = 0; k + 1 < count; k += 2)
            land += fmax(0, latitude[k + 1] - fmax(latitude[k], -60));
    }
    return land;
}

/* By the sides of all rings that lie north of it on its meridian. */
bool ent_i_is_on_land(double latitude, double longitude)
{
    const ent_i_land_point_t *point = ent_i_land_point;
    bool inside = false;

    for (size_t i = 0; i < ent_i_land_point_count; i += ent_i_land_ring(i) + 1) {
        size_t count = ent_i_land_ring(i);

        for (size_t k = i; k < i + count; k++) {
            double from = point[k].longitude - longitude, to = point[k + 1].longitude - longitude;

            if ((from < 0) != (to < 0) && fabs(to - from) < 180)
                inside ^= point[k].latitude +
                              from / (from - to) * (point[k + 1].latitude - point[k].latitude) >
                          latitude;
        }
    }
    return inside;
}

ent_status_t ent_i_map_land(ent_i_lines_t *rings, const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};
    work_t work = {0};
    size_t largest = 0;

    for (size_t i = 0; i < ent_i_land_point_count; i += ent_i_land_ring(i) + 1)
        largest = ent_i_land_ring(i) > largest ? ent_i_land_ring(i) : largest;
    work.projected = 4 * largest + 400;
    ENT_TRY(ent_i_alloc(&work.ring, largest + 2, sizeof *work.ring, err));
    ENT_TRY(ent_i_alloc(&work.half, 16 * work.projected, sizeof *work.half, err));
    ENT_TRY(ent_i_alloc(&work.part, 16 * work.projected, sizeof *work.part, err));
    for (size_t i = 0; i < ent_i_land_point_count; i += ent_i_land_ring(i) + 1)
        ENT_TRY(add_land(&maker, &work, ent_i_land_point + i, ent_i_land_ring(i), map, err));
    *rings = maker.runs;
    maker.runs = (ent_i_lines_t){0};

cleanup:
    free(work.ring);
    free(work.half);
    free(work.part);
    ent_i_lines_free(&maker.runs);
    return status;
}

ent_status_t ent_i_map_frame(ent_i_lines_t *rings, const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};
    const ent_i_box_t *box = &map->box;
    const ent_i_point_t corner[4] = {{box->x, box->y},
                                     {box->x + box->width, box->y},
                                     {box->x + box->width, box->y + box->height},
                                     {box->x, box->y + box->height}};

    if (map->whole) {
        for (int i = 0; i <= 60; i++)
            ENT_TRY(ent_i_lines_add(
                &maker,
                ent_i_map_place(map, map->south + (map->north - map->south) * i / 60, map->west),
                err));
        for (int i = 0; i <= 60; i++)
            ENT_TRY(ent_i_lines_add(
                &maker,
                ent_i_map_place(map, map->north + (map->south - map->north) * i / 60, map->east),
                err));
    } else {
        for (int i = 0; i < 4; i++)
            ENT_TRY(ent_i_lines_add(&maker, corner[i], err));
    }
    ENT_TRY(ent_i_lines_end(&maker, 3, err));
    *rings = maker.runs;
    maker.runs = (ent_i_lines_t){0};

cleanup:
    ent_i_lines_free(&maker.runs);
    return status;
}
