/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum {
    NEAR_POSITIONS = 12,
    DIRECTIONS = 24,
    MOST_SEGMENTS = 4000 /* beyond these the ties cover the page anyway */
};

static const double two_pi = 6.28318530717958648;
static const double cell = 24; /* points: side of a cell of the grid */

/* Discs by the cells of the page that they touch. */
typedef struct grid {
    size_t columns;
    size_t rows;
    size_t *first; /* columns · rows + 1 */
    size_t *disc;
} grid_t;

/* A place that is tried for a label. */
typedef struct trial {
    ent_i_box_t box;
    double cost;
    bool leader;
    ent_i_point_t from;
    ent_i_point_t to;
} trial_t;

typedef struct placer {
    const ent_i_ground_t *ground;
    grid_t grid;
    ent_i_box_t *taken; /* labels placed */
    size_t taken_count;
    ent_i_point_t *lead; /* leaders placed, in twos */
    size_t lead_count;
    bool desperate; /* leaders may run under marks and names: a name must be placed */
} placer_t;

bool ent_i_boxes_meet(const ent_i_box_t *a, const ent_i_box_t *b, double gap)
{
    return a->x < b->x + b->width + gap && b->x < a->x + a->width + gap &&
           a->y < b->y + b->height + gap && b->y < a->y + a->height + gap;
}

bool ent_i_box_meets_disc(const ent_i_box_t *box, ent_i_point_t center, double radius, double gap)
{
    double dx = fmax(fmax(box->x - center.x, center.x - box->x - box->width), 0);
    double dy = fmax(fmax(box->y - center.y, center.y - box->y - box->height), 0);

    return dx * dx + dy * dy < (radius + gap) * (radius + gap);
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

            enter = fmax(enter, fmin(a, b));
            leave = fmin(leave, fmax(a, b));
        }
    }
    return leave > enter ? (leave - enter) * hypot(way[0], way[1]) : 0;
}

/* The cells that a box touches: columns x0 … x1, rows y0 … y1. */
static void cells_of(const placer_t *placer, const ent_i_box_t *box, size_t range[4])
{
    const ent_i_box_t *page = &placer->ground->page;
    double last_x = (double)(placer->grid.columns - 1);
    double last_y = (double)(placer->grid.rows - 1);

    range[0] = (size_t)fmin(fmax((box->x - page->x) / cell, 0), last_x);
    range[1] = (size_t)fmin(fmax((box->x + box->width - page->x) / cell, 0), last_x);
    range[2] = (size_t)fmin(fmax((box->y - page->y) / cell, 0), last_y);
    range[3] = (size_t)fmin(fmax((box->y + box->height - page->y) / cell, 0), last_y);
}

static ent_i_box_t disc_box(const ent_i_ground_t *ground, size_t disc)
{
    double reach = ground->radius[disc] + ground->gap;

    return (ent_i_box_t){ground->disc[disc].x - reach, ground->disc[disc].y - reach, 2 * reach,
                         2 * reach};
}

static ent_status_t fill_grid(placer_t *placer, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_ground_t *ground = placer->ground;
    grid_t *grid = &placer->grid;
    size_t cells = 0, total = 0;

    grid->columns = (size_t)fmax(1, ceil(ground->page.width / cell));
    grid->rows = (size_t)fmax(1, ceil(ground->page.height / cell));
    cells = grid->columns * grid->rows;
    ENT_TRY(ent_i_alloc(&grid->first, cells + 2, sizeof *grid->first, err));
    for (int round = 0; round < 2; round++) {
        for (size_t i = 0; i < ground->disc_count; i++) {
            ent_i_box_t box = disc_box(ground, i);
            size_t range[4];

            cells_of(placer, &box, range);
            for (size_t y = range[2]; y <= range[3]; y++) {
                for (size_t x = range[0]; x <= range[1]; x++) {
                    size_t *slot = &grid->first[y * grid->columns + x + 1];

                    if (round == 0)
                        slot[1]++;
                    else
                        grid->disc[(*slot)++] = i;
                    total++;
                }
            }
        }
        if (round == 0) {
            for (size_t c = 1; c <= cells; c++)
                grid->first[c + 1] += grid->first[c];
            ENT_TRY(ent_i_alloc(&grid->disc, total, sizeof *grid->disc, err));
        }
    }

cleanup:
    return status;
}

/* Whether a label may stand in a box at all. */
static bool is_free(const placer_t *placer, const ent_i_wish_t *wish, const ent_i_box_t *box)
{
    const ent_i_ground_t *ground = placer->ground;
    const ent_i_box_t *page = &ground->page;
    size_t range[4];

    if (box->x < page->x || box->y < page->y || box->x + box->width > page->x + page->width ||
        box->y + box->height > page->y + page->height)
        return false;
    for (size_t i = 0; i < placer->taken_count; i++) {
        if (ent_i_boxes_meet(box, &placer->taken[i], ground->gap))
            return false;
    }
    for (size_t i = 0; i < ground->blocked_count; i++) {
        if (ent_i_boxes_meet(box, &ground->blocked[i], ground->gap))
            return false;
    }
    for (size_t i = 0; i < placer->lead_count; i++) {
        if (ent_i_length_inside(box, placer->lead[2 * i], placer->lead[2 * i + 1]) > 0)
            return false;
    }
    cells_of(placer, box, range);
    for (size_t y = range[2]; y <= range[3]; y++) {
        for (size_t x = range[0]; x <= range[1]; x++) {
            size_t at = y * placer->grid.columns + x;

            for (size_t i = placer->grid.first[at]; i < placer->grid.first[at + 1]; i++) {
                size_t disc = placer->grid.disc[i];

                if (!(ground->cover && ground->soft[disc]) &&
                    ent_i_box_meets_disc(box, ground->disc[disc], ground->radius[disc],
                                         disc == wish->disc ? 0 : ground->gap))
                    return false;
            }
        }
    }
    return true;
}

static bool segments_cross(ent_i_point_t a, ent_i_point_t b, ent_i_point_t c, ent_i_point_t d)
{
    double side_c = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
    double side_d = (b.x - a.x) * (d.y - a.y) - (b.y - a.y) * (d.x - a.x);
    double side_a = (d.x - c.x) * (a.y - c.y) - (d.y - c.y) * (a.x - c.x);
    double side_b = (d.x - c.x) * (b.y - c.y) - (d.y - c.y) * (b.x - c.x);

    return side_c * side_d < 0 && side_a * side_b < 0;
}

/* Whether another disc lies in a leader's way. One that meets the leader's own cannot be avoided,
 * a soft one need not be. */
static bool disc_is_in_the_way(const placer_t *placer, const ent_i_wish_t *wish,
                               const trial_t *trial, size_t disc)
{
    const ent_i_ground_t *ground = placer->ground;
    ent_i_point_t own = ground->disc[wish->disc];
    ent_i_point_t other = ground->disc[disc];
    ent_i_box_t box = disc_box(ground, disc);

    if (disc == wish->disc || (ground->soft != NULL && ground->soft[disc]) ||
        hypot(own.x - other.x, own.y - other.y) <
            ground->radius[wish->disc] + ground->radius[disc] + ground->gap)
        return false;
    return ent_i_length_inside(&box, trial->from, trial->to) > 0;
}

/* Whether a leader runs into a label or another mark or crosses another leader. */
static bool leader_is_free(const placer_t *placer, const ent_i_wish_t *wish, const trial_t *trial)
{
    const ent_i_ground_t *ground = placer->ground;

    for (size_t i = 0; i < placer->taken_count && !placer->desperate; i++) {
        if (ent_i_length_inside(&placer->taken[i], trial->from, trial->to) > 0)
            return false;
    }
    for (size_t i = 0; i < placer->lead_count; i++) {
        if (segments_cross(trial->from, trial->to, placer->lead[2 * i], placer->lead[2 * i + 1]))
            return false;
    }
    for (size_t i = 0; i < ground->disc_count && !placer->desperate; i++) {
        if (disc_is_in_the_way(placer, wish, trial, i))
            return false;
    }
    return true;
}

/* What a box covers of the ties, in heights of the label. */
static double covered(const placer_t *placer, const ent_i_box_t *box)
{
    const ent_i_ground_t *ground = placer->ground;
    double length = 0;

    if (ground->segment_count > MOST_SEGMENTS)
        return 0;
    for (size_t i = 0; i < ground->segment_count; i++)
        length += ent_i_length_inside(box, ground->segment[2 * i], ground->segment[2 * i + 1]);
    return length / box->height;
}

/* The label's box in one of the positions beside its disc, from the best liked. */
static trial_t near_trial(const placer_t *placer, const ent_i_wish_t *wish, int position)
{
    /* where the label's centre is, as shares of the distance that it has to keep */
    static const double way[NEAR_POSITIONS][3] = {
        {1, 0, 0},      {0, 1, 0.25},    {-1, 0, 0.3},    {0, -1, 0.35},
        {1, 0.55, 0.4}, {1, -0.55, 0.4}, {-1, 0.55, 0.6}, {-1, -0.55, 0.6},
        {0.6, 1, 0.6},  {0.6, -1, 0.65}, {-0.6, 1, 0.75}, {-0.6, -1, 0.8}};
    ent_i_point_t center = placer->ground->disc[wish->disc];
    double reach = placer->ground->radius[wish->disc] + placer->ground->gap;
    double x = way[position][0] *
               (wish->width / 2 +
                (way[position][1] != 0 && fabs(way[position][0]) >= 1 ? 0.75 * reach : reach));
    double y = way[position][1] * (wish->height / 2 + reach);

    return (trial_t){.box = {center.x + x - wish->width / 2, center.y + y - wish->height / 2,
                             wish->width, wish->height},
                     .cost = way[position][2]};
}

/* The label's box at a distance, with the leader that leads there. */
static trial_t far_trial(const placer_t *placer, const ent_i_wish_t *wish, double distance,
                         int direction)
{
    ent_i_point_t center = placer->ground->disc[wish->disc];
    double radius = placer->ground->radius[wish->disc];
    double angle = two_pi * direction / DIRECTIONS;
    double dx = cos(angle), dy = sin(angle);
    ent_i_point_t end = {center.x + (radius + distance) * dx, center.y + (radius + distance) * dy};
    trial_t trial = {.leader = true};

    trial.from = (ent_i_point_t){center.x + radius * dx, center.y + radius * dy};
    trial.box = (ent_i_box_t){end.x, end.y - wish->height / 2, wish->width, wish->height};
    if (fabs(dx) < 0.3) { /* up or down: the leader meets the middle of the label's edge */
        trial.box.x = end.x - wish->width / 2;
        trial.box.y = dy < 0 ? end.y - wish->height : end.y;
    } else if (dx < 0) {
        trial.box.x = end.x - wish->width;
    }
    trial.to = end;
    trial.cost = 1.7 + distance / 12 + (fabs(dx) < 0.3 ? 0.2 : 0) + 0.1 * fabs(dy);
    return trial;
}

static bool is_on_side(const ent_i_wish_t *wish, const trial_t *trial, ent_i_point_t center)
{
    if (wish->side == ENT_SIDE_LEFT)
        return trial->box.x + trial->box.width <= center.x;
    return wish->side == ENT_SIDE_ANY || trial->box.x >= center.x;
}

/* Whether a label stands so near to another mark that it could be taken for its name. */
static bool is_crowded(const placer_t *placer, const ent_i_wish_t *wish, const trial_t *trial)
{
    const ent_i_ground_t *ground = placer->ground;
    double gap = (trial->leader ? 5 : 2.5) * ground->gap;
    ent_i_box_t around = {trial->box.x - gap, trial->box.y - gap, trial->box.width + 2 * gap,
                          trial->box.height + 2 * gap};
    size_t range[4];

    cells_of(placer, &around, range);
    for (size_t y = range[2]; y <= range[3]; y++) {
        for (size_t x = range[0]; x <= range[1]; x++) {
            size_t at = y * placer->grid.columns + x;

            for (size_t i = placer->grid.first[at]; i < placer->grid.first[at + 1]; i++) {
                size_t disc = placer->grid.disc[i];

                if (disc != wish->disc && !(ground->soft != NULL && ground->soft[disc]) &&
                    ent_i_box_meets_disc(&trial->box, ground->disc[disc], ground->radius[disc],
                                         gap))
                    return true;
            }
        }
    }
    return false;
}

/* Keeps the trial where it is allowed and cheaper than the best so far. */
static void consider(const placer_t *placer, const ent_i_wish_t *wish, const trial_t *trial,
                     trial_t *best)
{
    trial_t priced = *trial;

    if (priced.cost >= best->cost || !is_free(placer, wish, &priced.box) ||
        !is_on_side(wish, &priced, placer->ground->disc[wish->disc]))
        return;
    priced.cost +=
        1 - exp(-covered(placer, &priced.box) / 2) + (is_crowded(placer, wish, &priced) ? 0.5 : 0);
    if (priced.cost >= best->cost || (priced.leader && !leader_is_free(placer, wish, &priced)))
        return;
    *best = priced;
}

/* The cheapest free place for a label; its cost is infinite where there is none. */
static trial_t find_place(const placer_t *placer, const ent_i_wish_t *wish)
{
    trial_t best = {.cost = INFINITY};
    double longest = wish->must ? hypot(placer->ground->page.width, placer->ground->page.height)
                     : wish->may_lead ? 26
                                      : 0;

    for (int p = 0; p < NEAR_POSITIONS; p++) {
        trial_t trial = near_trial(placer, wish, p);

        consider(placer, wish, &trial, &best);
    }
    for (double d = 5; d <= longest && (d <= 30 || best.cost == INFINITY); d += d < 60 ? 3.5 : 8) {
        for (int k = 0; k < DIRECTIONS; k++) {
            trial_t trial = far_trial(placer, wish, d, k);

            consider(placer, wish, &trial, &best);
        }
    }
    return best;
}

static void place(placer_t *placer, ent_i_wish_t *wish)
{
    trial_t best = find_place(placer, wish);

    if (best.cost == INFINITY && wish->must) {
        placer->desperate = true;
        best = find_place(placer, wish);
        placer->desperate = false;
    }
    if (best.cost == INFINITY)
        return;
    wish->placed = true;
    wish->box = best.box;
    wish->leader = best.leader;
    wish->from = best.from;
    wish->to = best.to;
    placer->taken[placer->taken_count++] = best.box;
    if (best.leader) {
        placer->lead[2 * placer->lead_count] = best.from;
        placer->lead[2 * placer->lead_count + 1] = best.to;
        placer->lead_count++;
    }
}

ent_status_t ent_i_place_labels(ent_i_wish_t *wish, size_t count, const ent_i_ground_t *ground,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    placer_t placer = {.ground = ground};

    ENT_TRY(fill_grid(&placer, err));
    ENT_TRY(ent_i_alloc(&placer.taken, count, sizeof *placer.taken, err));
    ENT_TRY(ent_i_alloc(&placer.lead, 2 * count, sizeof *placer.lead, err));
    for (size_t i = 0; i < count; i++)
        place(&placer, &wish[i]);

cleanup:
    free(placer.grid.first);
    free(placer.grid.disc);
    free(placer.taken);
    free(placer.lead);
    return status;
}
