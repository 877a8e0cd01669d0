/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Discs pushed off each other, found by a grid: time O(n) a round, whatever their number. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/watch.h"
#include "layout/layout.h"
#include "layout/pack.h"

/* Rounds for a few; a crowd of many gets fewer: in it hardly any disc has room to spare. */
enum { MOST_ROUNDS = 400, LEAST_ROUNDS = 8, PAIR_ROUNDS = 400000000 };

/* Rounds for those that still touch, as long as some do: the middle of a star of hundreds spreads
 * slowly. And the gap that they get, by the one that was asked for. */
enum { MOST_TOUCH_ROUNDS = 300, LEAST_TOUCH_ROUNDS = 30, TOUCH_WORK = 4000000 };
static const double touch_gap = 0.1;

static const double most_cells = 4; /* for each disc */

typedef struct grid {
    double cell; /* side */
    size_t columns;
    size_t rows;
    size_t *first;   /* by cell: where its discs begin in `disc` */
    size_t *disc;    /* by cell, ascending */
    size_t *cell_of; /* by disc */
} grid_t;

typedef struct crowd {
    ent_i_point_t *position;
    const double *radius;
    size_t count;
    const ent_i_box_t *page;
    double gap;
} crowd_t;

static size_t step_of(double from, double at, double cell, size_t steps)
{
    double step = (at - from) / cell;

    return step <= 0 ? 0 : step >= (double)(steps - 1) ? steps - 1 : (size_t)step;
}

static size_t cell_of(const grid_t *grid, const crowd_t *crowd, size_t i)
{
    return step_of(crowd->page->y, crowd->position[i].y, grid->cell, grid->rows) * grid->columns +
           step_of(crowd->page->x, crowd->position[i].x, grid->cell, grid->columns);
}

static ent_status_t grid_init(grid_t *grid, const crowd_t *crowd, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double area = fmax(crowd->page->width * crowd->page->height, 1e-6);
    double mean = 0;

    for (size_t i = 0; i < crowd->count; i++)
        mean += (2 * crowd->radius[i] + crowd->gap) / (double)crowd->count;
    grid->cell = fmax(mean, sqrt(area / (most_cells * (double)crowd->count)));
    grid->columns = (size_t)fmin(fmax(crowd->page->width / grid->cell, 0), 1e4) + 1;
    grid->rows = (size_t)fmin(fmax(crowd->page->height / grid->cell, 0), 1e4) + 1;
    ENT_TRY(ent_i_alloc(&grid->first, grid->columns * grid->rows + 2, sizeof *grid->first, err));
    ENT_TRY(ent_i_alloc(&grid->disc, crowd->count, sizeof *grid->disc, err));
    ENT_TRY(ent_i_alloc(&grid->cell_of, crowd->count, sizeof *grid->cell_of, err));

cleanup:
    return status;
}

static void fill(grid_t *grid, const crowd_t *crowd)
{
    size_t cells = grid->columns * grid->rows;

    memset(grid->first, 0, (cells + 2) * sizeof *grid->first);
    for (size_t i = 0; i < crowd->count; i++) {
        grid->cell_of[i] = cell_of(grid, crowd, i);
        grid->first[grid->cell_of[i] + 2]++;
    }
    for (size_t c = 0; c < cells; c++)
        grid->first[c + 2] += grid->first[c + 1];
    for (size_t i = 0; i < crowd->count; i++)
        grid->disc[grid->first[grid->cell_of[i] + 1]++] = i;
}

/* Moves a pair apart along the line between them, the smaller one further. */
static bool part(const crowd_t *crowd, size_t i, size_t k)
{
    static const ent_i_point_t ways[4] = {{1, 0}, {0, 1}, {-0.6, 0.8}, {0.8, 0.6}};
    ent_i_point_t *a = &crowd->position[i];
    ent_i_point_t *b = &crowd->position[k];
    double want = crowd->radius[i] + crowd->radius[k] + crowd->gap;
    ent_i_point_t way = {b->x - a->x, b->y - a->y};
    double square = way.x * way.x + way.y * way.y;
    double apart = 0, push = 0, share = 0;

    if (square >= want * want)
        return false;
    apart = sqrt(square);
    if (apart < 1e-9) { /* at one spot */
        way = ways[(i + k) % 4];
        apart = 0;
    } else {
        way = (ent_i_point_t){way.x / apart, way.y / apart};
    }
    push = want - apart + 1e-3 * want;
    share = crowd->radius[k] / ent_i_larger(crowd->radius[i] + crowd->radius[k], 1e-12);
    a->x -= push * share * way.x;
    a->y -= push * share * way.y;
    b->x += push * (1 - share) * way.x;
    b->y += push * (1 - share) * way.y;
    return push > 0.05 * crowd->gap + 1e-2 * want;
}

/* Parts a disc from all that are not larger; returns whether one was in its way. */
static bool clear(const grid_t *grid, const crowd_t *crowd, size_t i)
{
    double reach = 2 * crowd->radius[i] + crowd->gap;
    ent_i_point_t at = crowd->position[i];
    size_t left = step_of(crowd->page->x, at.x - reach, grid->cell, grid->columns);
    size_t right = step_of(crowd->page->x, at.x + reach, grid->cell, grid->columns);
    size_t top = step_of(crowd->page->y, at.y - reach, grid->cell, grid->rows);
    size_t bottom = step_of(crowd->page->y, at.y + reach, grid->cell, grid->rows);
    bool moved = false;

    for (size_t row = top; row <= bottom; row++) {
        size_t end = grid->first[row * grid->columns + right + 1];

        for (size_t d = grid->first[row * grid->columns + left]; d < end; d++) {
            size_t k = grid->disc[d];

            if (crowd->radius[k] < crowd->radius[i] ||
                (crowd->radius[k] == crowd->radius[i] && k > i))
                moved |= part(crowd, i, k);
        }
    }
    return moved;
}

static double keep(double at, double reach, double low, double high)
{
    if (2 * reach > high - low)
        return (low + high) / 2;
    return ent_i_smaller(ent_i_larger(at, low + reach), high - reach);
}

ent_status_t ent_i_push_discs(ent_i_point_t *position, const double *radius, size_t count,
                              const ent_i_box_t *page, double gap, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    crowd_t crowd = {position, radius, count, page, gap};
    grid_t grid = {0};
    size_t rounds = PAIR_ROUNDS / (count * count + 1);
    size_t touch = TOUCH_WORK / (count + 1);
    bool moved = true;
    ent_i_task_t task;

    if (count == 0)
        return ENT_OK;
    ENT_TRY(grid_init(&grid, &crowd, err));
    rounds = rounds < LEAST_ROUNDS ? LEAST_ROUNDS : rounds > MOST_ROUNDS ? MOST_ROUNDS : rounds;
    touch = touch < LEAST_TOUCH_ROUNDS ? LEAST_TOUCH_ROUNDS : touch;
    touch = touch > MOST_TOUCH_ROUNDS ? MOST_TOUCH_ROUNDS : touch;
    ent_i_task_begin(&task, "pushing marks apart", "rounds", rounds + touch);
    for (size_t round = 0; round < rounds + touch && moved; round++) {
        if (!ent_i_task_step(&task, 1))
            break;
        if (round == rounds)
            crowd.gap *= touch_gap;
        moved = false;
        fill(&grid, &crowd);
        for (size_t i = 0; i < count; i++)
            moved |= clear(&grid, &crowd, i);
        for (size_t i = 0; i < count; i++) {
            position[i].x = keep(position[i].x, radius[i], page->x, page->x + page->width);
            position[i].y = keep(position[i].y, radius[i], page->y, page->y + page->height);
        }
    }
    ENT_TRY(ent_i_task_end(&task, err));

cleanup:
    free(grid.first);
    free(grid.disc);
    free(grid.cell_of);
    return status;
}
