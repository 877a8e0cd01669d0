/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "measure/solve.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/spread.h"

enum { SHARE_ROWS = 4096, WORTH_THREADS = 200000 /* entries: some 20 ms for tens of products */ };

typedef struct work {
    const ent_i_matrix_t *matrix;
    const ent_i_solve_room_t *room;
    double shift;
    const double *diagonal;
    double grid;   /* added and taken away again, it rounds a number to the grid */
    double length; /* of the step along the direction */
    double turn;   /* how much of the last direction is in the next */
} work_t;

typedef struct sharing {
    void (*run)(void *context, size_t from, size_t to);
    void *context;
    size_t size;
} sharing_t;

static size_t shares(const ent_i_matrix_t *matrix)
{
    return (matrix->size + SHARE_ROWS - 1) / SHARE_ROWS;
}

static double entry_at(const ent_i_matrix_t *matrix, size_t place)
{
    return matrix->entry[matrix->entry_at != NULL ? (size_t)matrix->entry_at[place] : place];
}

void ent_i_matrix_measure(ent_i_matrix_t *matrix, int threads)
{
    size_t places = 0;

    matrix->most = 0;
    for (size_t i = 0; i < matrix->size; i++) {
        size_t row = ent_i_matrix_row(matrix, i);
        size_t end = matrix->offset[row + 1];
        double sum = (double)(end - matrix->offset[row]);

        places += end - matrix->offset[row];
        if (matrix->entry != NULL) {
            sum = 0;
            for (size_t e = matrix->offset[row]; e < end; e++)
                sum += entry_at(matrix, e);
        }
        matrix->most = fmax(matrix->most, sum);
    }
    matrix->threads = places < WORTH_THREADS ? 1 : threads;
}

ent_status_t ent_i_solve_room_init(ent_i_solve_room_t *room, size_t rows, double *spread,
                                   ent_error_t *err)
{
    double **const vectors[] = {&room->image, &room->correction, &room->residual, &room->direction};
    ent_status_t status = ENT_OK;

    *room = (ent_i_solve_room_t){.spread = spread};
    for (size_t i = 0; status == ENT_OK && i < sizeof vectors / sizeof vectors[0]; i++)
        status = ent_i_alloc(vectors[i], rows, sizeof(double), err);
    if (status == ENT_OK)
        status = ent_i_alloc(&room->part, rows / SHARE_ROWS + 1, sizeof *room->part, err);
    return status;
}

void ent_i_solve_room_free(ent_i_solve_room_t *room)
{
    free(room->image);
    free(room->correction);
    free(room->residual);
    free(room->direction);
    free(room->part);
}

static void run_share(void *context, size_t share)
{
    const sharing_t *sharing = context;
    size_t from = share * SHARE_ROWS;
    size_t left = sharing->size - from;

    sharing->run(sharing->context, from, from + (left < SHARE_ROWS ? left : SHARE_ROWS));
}

void ent_i_by_share(const ent_i_matrix_t *matrix,
                    void (*run)(void *context, size_t from, size_t to), void *context)
{
    sharing_t sharing = {.run = run, .context = context, .size = matrix->size};

    ent_i_spread(run_share, &sharing, shares(matrix), matrix->threads);
}

typedef struct factors {
    const ent_i_matrix_t *matrix;
    const ent_i_solve_room_t *room;
    const double *a;
    const double *b;
} factors_t;

/* In four sums at a time, as each addition waits for the one before. */
static void dot_share(void *context, size_t from, size_t to)
{
    const factors_t *factors = context;
    const double *a = factors->a;
    const double *b = factors->b;
    ent_i_sum_t sum[4] = {{0}};
    size_t i = from;

    for (; i + 4 <= to; i += 4)
        for (size_t lane = 0; lane < 4; lane++)
            ent_i_sum_add(&sum[lane], a[i + lane] * b[i + lane]);
    for (; i < to; i++)
        ent_i_sum_add(&sum[0], a[i] * b[i]);
    for (size_t lane = 1; lane < 4; lane++)
        ent_i_sum_join(&sum[0], &sum[lane]);
    factors->room->part[from / SHARE_ROWS].sum = sum[0];
}

static double add_parts(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room)
{
    ent_i_sum_t sum = {0};

    for (size_t i = 0; i < shares(matrix); i++)
        ent_i_sum_join(&sum, &room->part[i].sum);
    return ent_i_sum_value(&sum);
}

double ent_i_dot(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room, const double *a,
                 const double *b)
{
    factors_t factors = {.matrix = matrix, .room = room, .a = a, .b = b};

    ent_i_by_share(matrix, dot_share, &factors);
    return add_parts(matrix, room);
}

static void lay_out(void *context, size_t from, size_t to)
{
    const factors_t *factors = context;

    for (size_t i = from; i < to; i++)
        factors->room->spread[ent_i_matrix_row(factors->matrix, i)] = factors->a[i];
}

static void multiply_share(void *context, size_t from, size_t to)
{
    const factors_t *factors = context;
    const ent_i_matrix_t *matrix = factors->matrix;
    const double *spread = factors->room->spread;

    for (size_t i = from; i < to; i++) {
        size_t row = ent_i_matrix_row(matrix, i);
        ent_i_sum_t sum = {0};

        for (size_t e = matrix->offset[row]; e < matrix->offset[row + 1]; e++) {
            double term = spread[matrix->column[e]];

            ent_i_sum_add(&sum, matrix->entry != NULL ? term * entry_at(matrix, e) : term);
        }
        factors->room->image[i] = ent_i_sum_value(&sum);
    }
}

void ent_i_multiply(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room,
                    const double *vector)
{
    factors_t factors = {.matrix = matrix, .room = room, .a = vector};

    ent_i_by_share(matrix, lay_out, &factors);
    ent_i_by_share(matrix, multiply_share, &factors);
}

static double diagonal_at(const work_t *work, size_t place)
{
    return work->diagonal != NULL ? work->diagonal[place] : work->shift;
}

/* The first `grid` such that no sum of a row, of entries up to `largest`, is rounded. */
static void set_grid(work_t *work, double largest)
{
    int exponent;

    frexp(largest * fmax(work->matrix->most, 1), &exponent);
    work->grid = ldexp(3, exponent);
}

/* A row times the vector that is laid out on the grid. */
static double multiply_on_grid(const work_t *work, size_t row)
{
    const ent_i_matrix_t *matrix = work->matrix;
    const double *spread = work->room->spread;
    size_t end = matrix->offset[row + 1];
    double sum = 0;

    if (matrix->entry == NULL) {
        for (size_t e = matrix->offset[row]; e < end; e++)
            sum += spread[matrix->column[e]];
        return sum;
    }
    for (size_t e = matrix->offset[row]; e < end; e++)
        sum += (spread[matrix->column[e]] * entry_at(matrix, e) + work->grid) - work->grid;
    return sum;
}

/* Image of the direction; sums its curvature. */
static void look_ahead(void *context, size_t from, size_t to)
{
    const work_t *work = context;
    const ent_i_solve_room_t *room = work->room;
    factors_t factors = {.room = room, .a = room->direction, .b = room->image};

    for (size_t i = from; i < to; i++)
        room->image[i] = diagonal_at(work, i) * room->direction[i] -
                         multiply_on_grid(work, ent_i_matrix_row(work->matrix, i));
    dot_share(&factors, from, to);
}

/* One step along the direction; sums the square of the residual that is left. */
static void go_ahead(void *context, size_t from, size_t to)
{
    const work_t *work = context;
    const ent_i_solve_room_t *room = work->room;
    ent_i_sum_t sum[4] = {{0}};
    double largest = 0;

    for (size_t i = from; i < to; i++) {
        double residual = room->residual[i] - work->length * room->image[i];
        double scaled = residual / diagonal_at(work, i);

        room->correction[i] += work->length * room->direction[i];
        room->residual[i] = residual;
        largest = fmax(largest, fabs(scaled));
        ent_i_sum_add(&sum[i % 4], residual * scaled);
    }
    for (size_t lane = 1; lane < 4; lane++)
        ent_i_sum_join(&sum[0], &sum[lane]);
    room->part[from / SHARE_ROWS].sum = sum[0];
    room->part[from / SHARE_ROWS].residual = largest;
}

/* The next direction, laid out on the grid. */
static void turn(void *context, size_t from, size_t to)
{
    const work_t *work = context;
    const ent_i_solve_room_t *room = work->room;
    double largest = 0;

    for (size_t i = from; i < to; i++) {
        double next = room->residual[i] / diagonal_at(work, i) + work->turn * room->direction[i];

        largest = fmax(largest, fabs(next));
        room->direction[i] = next;
        room->spread[ent_i_matrix_row(work->matrix, i)] = (next + work->grid) - work->grid;
    }
    room->part[from / SHARE_ROWS].direction = largest;
}

/* The largest of all shares is at most this: what is left of the direction, and the residual. */
static double largest_ahead(const work_t *work)
{
    double residual = 0;
    double direction = 0;

    for (size_t i = 0; i < shares(work->matrix); i++) {
        residual = fmax(residual, work->room->part[i].residual);
        direction = fmax(direction, work->room->part[i].direction);
    }
    return residual + work->turn * direction;
}

/* Steps by `length` and finds the next direction; returns the square of the residual. */
static double descend(work_t *work, double length, double before)
{
    double square;

    work->length = length;
    ent_i_by_share(work->matrix, go_ahead, work);
    square = add_parts(work->matrix, work->room);
    work->turn = before > 0 ? square / before : 0;
    set_grid(work, largest_ahead(work));
    ent_i_by_share(work->matrix, turn, work);
    return square;
}

bool ent_i_solve(const ent_i_matrix_t *matrix, const ent_i_solve_room_t *room, double shift,
                 const double *diagonal, double goal, size_t *products, size_t products_at_most)
{
    work_t work = {.matrix = matrix, .room = room, .shift = shift, .diagonal = diagonal};
    double square;
    double enough;

    for (size_t i = 0; i < matrix->size; i++)
        room->correction[i] = room->direction[i] = room->image[i] = 0;
    for (size_t i = 0; i < shares(matrix); i++)
        room->part[i].direction = 0;
    square = descend(&work, 0, 0);
    enough = goal * goal * square;
    for (size_t step = 0; square > enough && step < 2 * matrix->size + 100; step++) {
        double curvature;

        if (*products >= products_at_most)
            return true;
        ent_i_by_share(matrix, look_ahead, &work);
        *products += 1;
        curvature = add_parts(matrix, room);
        if (curvature <= 0)
            return false;
        square = descend(&work, square / curvature, square);
    }
    return true;
}
