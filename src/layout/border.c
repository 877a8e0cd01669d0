/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Borders between countries: sides that two rings of the outline share. */
#include <math.h>
#include <stdlib.h>

#include "layout/land.h"
#include "layout/map.h"

static const double longest = 1; /* degrees: longer sides are drawn in pieces */

/* A side of a ring, its ends in order. */
typedef struct side {
    ent_i_land_point_t low, high;
    size_t from; /* the point that it begins at */
} side_t;

static int by_point(const ent_i_land_point_t *a, const ent_i_land_point_t *b)
{
    if (a->longitude != b->longitude)
        return a->longitude < b->longitude ? -1 : 1;
    return a->latitude < b->latitude ? -1 : a->latitude > b->latitude;
}

static int by_ends(const void *left, const void *right)
{
    const side_t *a = left;
    const side_t *b = right;
    int order = by_point(&a->low, &b->low);

    if (order == 0)
        order = by_point(&a->high, &b->high);
    return order != 0 ? order : a->from < b->from ? -1 : a->from > b->from;
}

/* Marks where a shared side begins, in the first ring that has it; `ends` are the last points of
 * rings, where none begins. */
static ent_status_t find_shared(bool *shared, const bool *ends, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    side_t *side = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&side, ent_i_land_point_count, sizeof *side, err));
    for (size_t i = 0; i + 1 < ent_i_land_point_count; i++) {
        const ent_i_land_point_t *a = &ent_i_land_point[i];
        const ent_i_land_point_t *b = &ent_i_land_point[i + 1];

        if (ends[i])
            continue;
        side[count].low = by_point(a, b) < 0 ? *a : *b;
        side[count].high = by_point(a, b) < 0 ? *b : *a;
        side[count++].from = i;
    }
    qsort(side, count, sizeof *side, by_ends);
    for (size_t i = 0; i + 1 < count; i++)
        shared[side[i].from] = by_point(&side[i].low, &side[i + 1].low) == 0 &&
                               by_point(&side[i].high, &side[i + 1].high) == 0;

cleanup:
    free(side);
    return status;
}

/* Adds one side, in pieces where it is long. */
static ent_status_t add_side(ent_i_lines_maker_t *maker, const ent_i_map_t *map, size_t from,
                             bool begins, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_land_point_t *a = &ent_i_land_point[from];
    double east = ent_i_map_relative(a[1].longitude, a->longitude);
    double north = a[1].latitude - a->latitude;
    size_t pieces = (size_t)fmax(1, ceil(fmax(fabs(east), fabs(north)) / longest));
    ent_i_place_t before = {a->latitude, ent_i_map_relative(a->longitude, map->center)};

    for (size_t k = 1; k <= pieces; k++) {
        double share = (double)k / (double)pieces;
        ent_i_place_t next = {a->latitude + share * north,
                              ent_i_map_relative(a->longitude + share * east, map->center)};

        ENT_TRY(ent_i_map_way(maker, map, before, next, begins && k == 1, err));
        before = next;
    }

cleanup:
    return status;
}

ent_status_t ent_i_map_borders(ent_i_lines_t *runs, const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_maker_t maker = {0};
    bool *shared = NULL;
    bool *ends = NULL;

    ENT_TRY(ent_i_alloc(&shared, ent_i_land_point_count, sizeof *shared, err));
    ENT_TRY(ent_i_alloc(&ends, ent_i_land_point_count, sizeof *ends, err));
    for (size_t i = 0; i < ent_i_land_point_count; i += ent_i_land_ring(i) + 1)
        ends[i + ent_i_land_ring(i)] = true;
    ENT_TRY(find_shared(shared, ends, err));
    for (size_t i = 0; i < ent_i_land_point_count; i++) {
        if (shared[i])
            ENT_TRY(add_side(&maker, map, i, i == 0 || !shared[i - 1], err));
    }
    ENT_TRY(ent_i_lines_end(&maker, 2, err));
    *runs = maker.runs;
    maker.runs = (ent_i_lines_t){0};

cleanup:
    free(shared);
    free(ends);
    ent_i_lines_free(&maker.runs);
    return status;
}
