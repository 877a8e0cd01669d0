/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The outline of a piece of a hull that has strangers among its members: where a field of distances
 * is zero, by marching squares. */
#include <math.h>
#include <stdlib.h>

#include "layout/hull.h"

/* Cells of a piece, about; neighbours of a member that triangles are tried with. */
enum { CELLS = 60000, NEAREST = 7 };

static const double finest = 1;         /* points a cell */
static const double bridge = 0.55;      /* half the width of a link, by the pad */
static const double berth = 1.2;        /* points between a stranger and the outline */
static const double straightness = .12; /* points that a corner may lie off and be left out */

/* Distances to the outline at the corners of a grid, negative inside. */
typedef struct field {
    ent_i_point_t corner;
    double step;
    size_t columns;
    size_t rows;
    double *value;
} field_t;

static ent_i_point_t at_node(const field_t *field, size_t column, size_t row)
{
    return (ent_i_point_t){field->corner.x + field->step * (double)column,
                           field->corner.y + field->step * (double)row};
}

static ent_status_t field_init(field_t *field, const ent_i_hull_piece_t *piece, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_hull_discs_t *discs = piece->discs;
    double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

    for (size_t i = 0; i < piece->member_count; i++) {
        ent_i_point_t at = discs->at[piece->member[i]];
        double reach = discs->radius[piece->member[i]] + discs->pad;

        left = fmin(left, at.x - reach);
        top = fmin(top, at.y - reach);
        right = fmax(right, at.x + reach);
        bottom = fmax(bottom, at.y + reach);
    }
    field->step = fmax(finest, sqrt((right - left) * (bottom - top) / CELLS));
    field->corner = (ent_i_point_t){left - 2 * field->step, top - 2 * field->step};
    field->columns = (size_t)((right - left) / field->step) + 6;
    field->rows = (size_t)((bottom - top) / field->step) + 6;
    ENT_TRY(ent_i_alloc(&field->value, field->columns * field->rows, sizeof *field->value, err));
    for (size_t i = 0; i < field->columns * field->rows; i++)
        field->value[i] = 4 * field->step;

cleanup:
    return status;
}

static size_t node_before(double x, double corner, double step, size_t count)
{
    double place = floor((x - corner) / step);

    return place <= 0 ? 0 : place >= (double)count ? count : (size_t)place;
}

/* Takes a rounded segment into the field (or, where it is a stranger's, out of it). */
static void draw_segment(field_t *field, ent_i_point_t from, ent_i_point_t to, double radius,
                         bool out)
{
    double reach = radius + 3 * field->step;
    size_t left =
        node_before(fmin(from.x, to.x) - reach, field->corner.x, field->step, field->columns);
    size_t right = node_before(fmax(from.x, to.x) + reach + field->step, field->corner.x,
                               field->step, field->columns);
    size_t top = node_before(fmin(from.y, to.y) - reach, field->corner.y, field->step, field->rows);
    size_t bottom = node_before(fmax(from.y, to.y) + reach + field->step, field->corner.y,
                                field->step, field->rows);

    for (size_t row = top; row < bottom; row++) {
        for (size_t column = left; column < right; column++) {
            double *value = &field->value[row * field->columns + column];
            double distance =
                ent_i_segment_distance(at_node(field, column, row), from, to) - radius;

            *value = out ? fmax(*value, -distance) : fmin(*value, distance);
        }
    }
}

/* How far a point is from a triangle; 0 inside. */
static double triangle_distance(ent_i_point_t point, const ent_i_point_t corner[3])
{
    double distance = INFINITY;
    int left = 0;

    for (int i = 0; i < 3; i++) {
        ent_i_point_t from = corner[i];
        ent_i_point_t to = corner[(i + 1) % 3];

        left += (to.x - from.x) * (point.y - from.y) - (to.y - from.y) * (point.x - from.x) > 0;
        distance = fmin(distance, ent_i_segment_distance(point, from, to));
    }
    return left == 0 || left == 3 ? 0 : distance;
}

static bool meets_stranger(const ent_i_hull_discs_t *discs, const ent_i_point_t corner[3])
{
    for (size_t i = 0; i < discs->count; i++) {
        if (!discs->member[i] &&
            triangle_distance(discs->at[i], corner) < discs->radius[i] + discs->pad)
            return true;
    }
    return false;
}

static void draw_triangle(field_t *field, const ent_i_point_t corner[3], double radius)
{
    double left = fmin(corner[0].x, fmin(corner[1].x, corner[2].x)) - radius;
    double right = fmax(corner[0].x, fmax(corner[1].x, corner[2].x)) + radius;
    double top = fmin(corner[0].y, fmin(corner[1].y, corner[2].y)) - radius;
    double bottom = fmax(corner[0].y, fmax(corner[1].y, corner[2].y)) + radius;
    size_t last = node_before(right, field->corner.x, field->step, field->columns - 1);
    size_t lowest = node_before(bottom, field->corner.y, field->step, field->rows - 1);

    for (size_t row = node_before(top, field->corner.y, field->step, field->rows); row <= lowest;
         row++) {
        for (size_t column = node_before(left, field->corner.x, field->step, field->columns);
             column <= last; column++) {
            double *value = &field->value[row * field->columns + column];

            *value = fmin(*value, triangle_distance(at_node(field, column, row), corner) - radius);
        }
    }
}

/* The members nearest to one, itself not among them; returns how many. */
static size_t find_nearest(size_t nearest[NEAREST], const ent_i_hull_piece_t *piece, size_t of)
{
    const ent_i_hull_discs_t *discs = piece->discs;
    double distance[NEAREST];
    size_t count = 0;

    for (size_t i = 0; i < piece->member_count; i++) {
        size_t member = piece->member[i];
        double far =
            hypot(discs->at[member].x - discs->at[of].x, discs->at[member].y - discs->at[of].y);
        size_t place = count;

        if (member == of || far > discs->longest)
            continue;
        while (place > 0 && distance[place - 1] > far)
            place--;
        if (place == NEAREST)
            continue;
        count += count < NEAREST;
        for (size_t k = count - 1; k > place; k--) {
            distance[k] = distance[k - 1];
            nearest[k] = nearest[k - 1];
        }
        distance[place] = far;
        nearest[place] = member;
    }
    return count;
}

/* What lies between members that are near each other, where no stranger does. */
static void fill_triangles(field_t *field, const ent_i_hull_piece_t *piece)
{
    const ent_i_hull_discs_t *discs = piece->discs;

    for (size_t i = 0; i < piece->member_count; i++) {
        size_t nearest[NEAREST];
        size_t count = find_nearest(nearest, piece, piece->member[i]);

        for (size_t p = 0; p < count; p++) {
            for (size_t q = p + 1; q < count; q++) {
                const ent_i_point_t corner[3] = {discs->at[piece->member[i]], discs->at[nearest[p]],
                                                 discs->at[nearest[q]]};

                if (hypot(corner[1].x - corner[2].x, corner[1].y - corner[2].y) <= discs->longest &&
                    !meets_stranger(discs, corner))
                    draw_triangle(field, corner, discs->pad);
            }
        }
    }
}

static void fill_field(field_t *field, const ent_i_hull_piece_t *piece)
{
    const ent_i_hull_discs_t *discs = piece->discs;

    for (size_t i = 0; i < piece->link_count; i++)
        draw_segment(field, discs->at[piece->link[2 * i]], discs->at[piece->link[2 * i + 1]],
                     bridge * discs->pad, false);
    fill_triangles(field, piece);
    for (size_t i = 0; i < piece->member_count; i++)
        draw_segment(field, discs->at[piece->member[i]], discs->at[piece->member[i]],
                     discs->radius[piece->member[i]] + discs->pad, false);
    for (size_t i = 0; i < discs->count; i++) {
        if (!discs->member[i])
            draw_segment(field, discs->at[i], discs->at[i], discs->radius[i] + berth, true);
    }
    for (size_t i = 0; i < piece->member_count; i++) /* none of them is lost to a near stranger */
        draw_segment(field, discs->at[piece->member[i]], discs->at[piece->member[i]],
                     discs->radius[piece->member[i]] + 0.3, false);
}

/* Sides of cells have numbers: 2 · node for the one to its right, 2 · node + 1 for the one below.
 */
static size_t side_of(const field_t *field, size_t column, size_t row, int side)
{
    size_t node = row * field->columns + column;

    switch (side) {
    case 0: /* top */
        return 2 * node;
    case 1: /* right */
        return 2 * (node + 1) + 1;
    case 2: /* bottom */
        return 2 * (node + field->columns);
    default: /* left */
        return 2 * node + 1;
    }
}

/* Where the outline crosses a side. */
static ent_i_point_t crossing(const field_t *field, size_t side)
{
    size_t node = side / 2;
    size_t other = side % 2 == 0 ? node + 1 : node + field->columns;
    double share = field->value[node] / (field->value[node] - field->value[other]);
    ent_i_point_t at = at_node(field, node % field->columns, node / field->columns);

    if (side % 2 == 0)
        at.x += share * field->step;
    else
        at.y += share * field->step;
    return at;
}

/* Links the sides that the outline crosses in the order in which it does. */
static void link_cell(const field_t *field, size_t *next, size_t column, size_t row)
{
    /* from and to, inside on the left; by which corners are inside (1 top left, 2 top right, 4
     * bottom right, 8 bottom left): pairs of sides; -1 ends */
    static const signed char ways[16][5] = {
        {-1},       {3, 0, -1}, {0, 1, -1}, {3, 1, -1}, {1, 2, -1},       {3, 0, 1, 2, -1},
        {0, 2, -1}, {3, 2, -1}, {2, 3, -1}, {2, 0, -1}, {0, 1, 2, 3, -1}, {2, 1, -1},
        {1, 3, -1}, {1, 0, -1}, {0, 3, -1}, {-1},
    };
    size_t node = row * field->columns + column;
    const double *value = field->value;
    unsigned inside = (value[node] < 0 ? 1U : 0U) | (value[node + 1] < 0 ? 2U : 0U) |
                      (value[node + field->columns + 1] < 0 ? 4U : 0U) |
                      (value[node + field->columns] < 0 ? 8U : 0U);

    for (const signed char *way = ways[inside]; *way >= 0; way += 2)
        next[side_of(field, column, row, way[0])] = side_of(field, column, row, way[1]) + 1;
}

/* Whether the point is needed between its neighbours. */
static bool is_corner(ent_i_point_t before, ent_i_point_t at, ent_i_point_t behind)
{
    return ent_i_segment_distance(at, before, behind) > straightness;
}

static ent_status_t follow(ent_i_lines_maker_t *maker, const field_t *field, size_t *next,
                           size_t start, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t side = start;
    ent_i_point_t kept = crossing(field, start);

    ENT_TRY(ent_i_lines_add(maker, kept, err));
    while (next[side] != 0) {
        size_t here = next[side] - 1;
        ent_i_point_t at = crossing(field, here);

        next[side] = 0;
        side = here;
        if (next[here] == 0)
            break;
        if (is_corner(kept, at, crossing(field, next[here] - 1))) {
            ENT_TRY(ent_i_lines_add(maker, at, err));
            kept = at;
        }
    }
    ENT_TRY(ent_i_lines_end(maker, 3, err));

cleanup:
    return status;
}

ent_status_t ent_i_hull_contour(ent_i_lines_maker_t *maker, const ent_i_hull_piece_t *piece,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    field_t field = {0};
    size_t *next = NULL; /* by side: the next one and 1; 0: none */
    size_t sides;

    ENT_TRY(field_init(&field, piece, err));
    fill_field(&field, piece);
    sides = 2 * field.columns * field.rows;
    ENT_TRY(ent_i_alloc(&next, sides, sizeof *next, err));
    for (size_t row = 0; row + 1 < field.rows; row++) {
        for (size_t column = 0; column + 1 < field.columns; column++)
            link_cell(&field, next, column, row);
    }
    for (size_t side = 0; side < sides; side++) {
        if (next[side] != 0)
            ENT_TRY(follow(maker, &field, next, side, err));
    }

cleanup:
    free(field.value);
    free(next);
    return status;
}
