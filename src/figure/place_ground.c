/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands still on a page while labels are placed: marks, boxes, ties. */
#include <math.h>
#include <stdlib.h>

#include "figure/place_i.h"

static const double cell_side = 24;   /* points */
static const double fine_cells = 2e5; /* at most, about */
static const double finest = 3;       /* points: side of a fine cell */
static const double hair = 1e-6;      /* points, by which rounding may be wrong */

bool ent_i_boxes_meet(const ent_i_box_t *a, const ent_i_box_t *b, double gap)
{
    return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
           a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

double ent_i_box_to_disc(const ent_i_box_t *box, ent_i_point_t center, double radius)
{
    double dx = ent_i_larger(ent_i_larger(box->x - center.x, center.x - box->x - box->width), 0);
    double dy = ent_i_larger(ent_i_larger(box->y - center.y, center.y - box->y - box->height), 0);

    return sqrt(dx * dx + dy * dy) - radius;
}

bool ent_i_box_meets_disc(const ent_i_box_t *box, ent_i_point_t center, double radius, double gap)
{
    return ent_i_box_to_disc(box, center, radius) < gap;
}

double ent_i_length_inside(const ent_i_box_t *box, ent_i_point_t from, ent_i_point_t to)
{
    double way[2] = {to.x - from.x, to.y - from.y};
    double start[2] = {from.x, from.y};
    double low[2] = {box->x, box->y};
    double high[2] = {box->x + box->width, box->y + box->height};
    double enter = 0, leave = 1;

    for (int axis = 0; axis < 2; axis++) {
        if (fabs(way[axis]) < 1e-12) {
            if (start[axis] < low[axis] || start[axis] > high[axis])
                return 0;
        } else {
            double a = (low[axis] - start[axis]) / way[axis];
            double b = (high[axis] - start[axis]) / way[axis];

            enter = ent_i_larger(enter, ent_i_smaller(a, b));
            leave = ent_i_smaller(leave, ent_i_larger(a, b));
        }
    }
    return leave > enter ? (leave - enter) * hypot(way[0], way[1]) : 0;
}

ent_i_cells_t ent_i_cells(const ent_i_box_t *page, double side)
{
    return (ent_i_cells_t){*page, side, (size_t)ent_i_larger(1, ceil(page->width / side)),
                           (size_t)ent_i_larger(1, ceil(page->height / side))};
}

/* The index of the cell that holds a distance from the page's edge, the nearest one off the page.
 */
static size_t cell_at(double distance, double side, size_t count)
{
    return (size_t)ent_i_smaller(ent_i_larger(distance / side, 0), (double)(count - 1));
}

ent_i_range_t ent_i_cells_of(const ent_i_cells_t *cells, const ent_i_box_t *box)
{
    double x = box->x - cells->page.x;
    double y = box->y - cells->page.y;

    return (ent_i_range_t){cell_at(x, cells->side, cells->columns),
                           cell_at(x + box->width, cells->side, cells->columns),
                           cell_at(y, cells->side, cells->rows),
                           cell_at(y + box->height, cells->side, cells->rows)};
}

static ent_i_box_t disc_box(const ent_i_ground_t *ground, size_t disc)
{
    double reach = ground->radius[disc] + ground->gap;

    return (ent_i_box_t){ground->disc[disc].x - reach, ground->disc[disc].y - reach, 2 * reach,
                         2 * reach};
}

/* Sorts the discs into the cells that they touch: counts first, then fills. */
static ent_status_t sort_discs(ent_i_terrain_t *terrain, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_ground_t *ground = terrain->ground;
    size_t cells = terrain->cells.columns * terrain->cells.rows;

    ENT_TRY(ent_i_alloc(&terrain->first, cells + 2, sizeof *terrain->first, err));
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < ground->disc_count; i++) {
            ent_i_box_t box = disc_box(ground, i);
            ent_i_range_t range = ent_i_cells_of(&terrain->cells, &box);

            for (size_t y = range.y0; y <= range.y1; y++) {
                for (size_t x = range.x0; x <= range.x1; x++) {
                    size_t *slot = &terrain->first[y * terrain->cells.columns + x + 1];

                    if (round == 0)
                        slot[1]++;
                    else
                        terrain->disc[(*slot)++] = i;
                }
            }
        }
        if (round == 0) {
            for (size_t c = 1; c <= cells; c++)
                terrain->first[c + 1] += terrain->first[c];
            ENT_TRY(
                ent_i_alloc(&terrain->disc, terrain->first[cells + 1], sizeof *terrain->disc, err));
        }
    }

cleanup:
    return status;
}

/* Spreads the length of a tie over the fine cells that it passes. */
static void spread(ent_i_terrain_t *terrain, ent_i_point_t from, ent_i_point_t to)
{
    const ent_i_cells_t *fine = &terrain->fine;
    double length = hypot(to.x - from.x, to.y - from.y);
    size_t steps = (size_t)ceil(ent_i_smaller(length / fine->side, 1e4)) + 1;

    for (size_t i = 0; i < steps; i++) {
        double t = ((double)i + 0.5) / (double)steps;
        double x = (from.x + t * (to.x - from.x) - fine->page.x) / fine->side;
        double y = (from.y + t * (to.y - from.y) - fine->page.y) / fine->side;

        if (x >= 0 && y >= 0 && x < (double)fine->columns && y < (double)fine->rows)
            terrain->ink[((size_t)y + 1) * (fine->columns + 1) + (size_t)x + 1] +=
                length / (double)steps;
    }
}

/* Sums of the ties' lengths over all that lies above and to the left. */
static ent_status_t sum_ink(ent_i_terrain_t *terrain, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_ground_t *ground = terrain->ground;
    const ent_i_box_t *page = &ground->page;
    ent_i_cells_t *fine = &terrain->fine;
    size_t wide;

    *fine = ent_i_cells(page, ent_i_larger(finest, sqrt(page->width * page->height / fine_cells)));
    wide = fine->columns + 1;
    if (ground->segment_count == 0 || ground->segment_count > ENT_MOST_SEGMENTS)
        goto cleanup;
    ENT_TRY(ent_i_alloc(&terrain->ink, wide * (fine->rows + 1), sizeof *terrain->ink, err));
    for (size_t i = 0; i < ground->segment_count; i++)
        spread(terrain, ground->segment[2 * i], ground->segment[2 * i + 1]);
    for (size_t y = 1; y <= fine->rows; y++) {
        double row = 0;

        for (size_t x = 1; x <= fine->columns; x++) {
            row += terrain->ink[y * wide + x];
            terrain->ink[y * wide + x] = terrain->ink[(y - 1) * wide + x] + row;
        }
    }

cleanup:
    return status;
}

ent_status_t ent_i_terrain_new(ent_i_terrain_t **terrain, const ent_i_ground_t *ground,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_terrain_t *made = NULL;

    *terrain = NULL;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->ground = ground;
    made->cells = ent_i_cells(&ground->page, cell_side);
    ENT_TRY(sort_discs(made, err));
    ENT_TRY(sum_ink(made, err));
    *terrain = made;
    made = NULL;

cleanup:
    ent_i_terrain_free(made);
    return status;
}

void ent_i_terrain_free(ent_i_terrain_t *terrain)
{
    if (terrain == NULL)
        return;
    free(terrain->first);
    free(terrain->disc);
    free(terrain->ink);
    free(terrain);
}

/* The sum at any point, by the four corners about it. */
static double ink_before(const ent_i_terrain_t *terrain, double x, double y)
{
    const ent_i_cells_t *fine = &terrain->fine;
    size_t wide = fine->columns + 1;
    double u =
        ent_i_smaller(ent_i_larger((x - fine->page.x) / fine->side, 0), (double)fine->columns);
    double v = ent_i_smaller(ent_i_larger((y - fine->page.y) / fine->side, 0), (double)fine->rows);
    size_t column = (size_t)ent_i_smaller(u, (double)fine->columns - 1);
    size_t row = (size_t)ent_i_smaller(v, (double)fine->rows - 1);
    const double *at = &terrain->ink[row * wide + column];
    double s = u - (double)column;
    double t = v - (double)row;

    return (1 - t) * ((1 - s) * at[0] + s * at[1]) + t * ((1 - s) * at[wide] + s * at[wide + 1]);
}

double ent_i_terrain_ink(const ent_i_terrain_t *terrain, const ent_i_box_t *box)
{
    double right = box->x + box->width;
    double bottom = box->y + box->height;

    if (terrain->ink == NULL)
        return 0;
    return ent_i_larger(
        0, ink_before(terrain, right, bottom) - ink_before(terrain, box->x, bottom) -
               ink_before(terrain, right, box->y) + ink_before(terrain, box->x, box->y));
}

bool ent_i_terrain_is_free(const ent_i_terrain_t *terrain, const ent_i_box_t *box, size_t own)
{
    const ent_i_ground_t *ground = terrain->ground;
    const ent_i_box_t *page = &ground->page;
    ent_i_range_t range = ent_i_cells_of(&terrain->cells, box);

    if (box->x < page->x || box->y < page->y || box->x + box->width > page->x + page->width ||
        box->y + box->height > page->y + page->height)
        return false;
    for (size_t i = 0; i < ground->blocked_count; i++) {
        if (ent_i_boxes_meet(box, &ground->blocked[i], ground->gap))
            return false;
    }
    for (size_t y = range.y0; y <= range.y1; y++) {
        for (size_t x = range.x0; x <= range.x1; x++) {
            size_t at = y * terrain->cells.columns + x;

            for (size_t i = terrain->first[at]; i < terrain->first[at + 1]; i++) {
                size_t disc = terrain->disc[i];

                if (ent_i_box_meets_disc(box, ground->disc[disc], ground->radius[disc],
                                         disc == own ? 0 : ground->gap))
                    return false;
            }
        }
    }
    return true;
}

double ent_i_terrain_nearest(const ent_i_terrain_t *terrain, const ent_i_box_t *box, size_t own,
                             double most)
{
    const ent_i_ground_t *ground = terrain->ground;
    ent_i_box_t around = {box->x - most, box->y - most, box->width + 2 * most,
                          box->height + 2 * most};
    ent_i_range_t range = ent_i_cells_of(&terrain->cells, &around);
    double nearest = most;

    for (size_t y = range.y0; y <= range.y1; y++) {
        for (size_t x = range.x0; x <= range.x1; x++) {
            size_t at = y * terrain->cells.columns + x;

            for (size_t i = terrain->first[at]; i < terrain->first[at + 1]; i++) {
                size_t disc = terrain->disc[i];

                if (disc != own && !(ground->soft != NULL && ground->soft[disc]))
                    nearest = ent_i_smaller(
                        nearest, ent_i_box_to_disc(box, ground->disc[disc], ground->radius[disc]));
            }
        }
    }
    return nearest;
}

/* Whether two points are nearer than that; hypot() is for those at the edge of it. */
static bool is_near(double x, double y, double reach)
{
    double square = x * x + y * y;

    return square < reach * reach * (1 + hair) && hypot(x, y) < reach;
}

/* Whether a disc lies in a leader's way. */
static bool is_in_the_way(const ent_i_ground_t *ground, size_t disc, size_t own, ent_i_point_t from,
                          ent_i_point_t to)
{
    ent_i_point_t mine = ground->disc[own];
    ent_i_point_t other = ground->disc[disc];
    double x = to.x - from.x, y = to.y - from.y;
    double square = x * x + y * y;
    double reach = ground->radius[disc] + ground->gap;
    double t = 0;

    if (disc == own || (ground->soft != NULL && ground->soft[disc]) ||
        is_near(mine.x - other.x, mine.y - other.y, ground->radius[own] + reach))
        return false;
    if (square > 0)
        t = ((other.x - from.x) * x + (other.y - from.y) * y) / square;
    t = t < 0 ? 0 : t > 1 ? 1 : t;
    return is_near(from.x + t * x - other.x, from.y + t * y - other.y, reach);
}

/* The part of a line that lies in a row of cells, and a hair more; the first and the last row hold
 * what is above and below the page as well. */
static ent_i_box_t piece_in_row(const ent_i_cells_t *cells, size_t row, ent_i_point_t from,
                                ent_i_point_t to)
{
    double top = cells->page.y + (double)row * cells->side;
    double low = row == 0 ? -INFINITY : top - hair;
    double high = row + 1 == cells->rows ? INFINITY : top + cells->side + hair;
    double way = to.y - from.y;
    double enter = 0, leave = 1;
    double start, end;

    if (fabs(way) > hair) {
        double a = (low - from.y) / way, b = (high - from.y) / way;

        enter = ent_i_smaller(ent_i_larger(ent_i_smaller(a, b), 0), 1);
        leave = ent_i_smaller(ent_i_larger(ent_i_larger(a, b), 0), 1);
    }
    start = from.x + enter * (to.x - from.x);
    end = from.x + leave * (to.x - from.x);
    return (ent_i_box_t){ent_i_smaller(start, end) - hair, top, fabs(end - start) + 2 * hair, 0};
}

bool ent_i_terrain_lets_pass(const ent_i_terrain_t *terrain, ent_i_point_t from, ent_i_point_t to,
                             size_t own)
{
    const ent_i_ground_t *ground = terrain->ground;
    ent_i_box_t box = {ent_i_smaller(from.x, to.x) - hair, ent_i_smaller(from.y, to.y) - hair,
                       fabs(to.x - from.x) + 2 * hair, fabs(to.y - from.y) + 2 * hair};
    ent_i_range_t range = ent_i_cells_of(&terrain->cells, &box);

    for (size_t i = 0; i < ground->blocked_count; i++) {
        if (ent_i_length_inside(&ground->blocked[i], from, to) > 0)
            return false;
    }
    for (size_t y = range.y0; y <= range.y1; y++) {
        ent_i_box_t piece = piece_in_row(&terrain->cells, y, from, to);
        ent_i_range_t row = ent_i_cells_of(&terrain->cells, &piece);

        for (size_t x = row.x0; x <= row.x1; x++) {
            size_t at = y * terrain->cells.columns + x;

            for (size_t i = terrain->first[at]; i < terrain->first[at + 1]; i++) {
                if (is_in_the_way(ground, terrain->disc[i], own, from, to))
                    return false;
            }
        }
    }
    return true;
}
