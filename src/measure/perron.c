/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The leading eigenvector by inverse iteration: each step solves (shift - A) correction = residual
 * by conjugate gradients, with the shift just above the eigenvalue.
 *
 * Power iteration needs a million steps on a path of 3,000 actors and oscillates on two modes;
 * here a step needs about the square root of that, and the far end of the spectrum does not
 * matter. All arithmetic on vectors is by entry, by numbers common to all entries, or by sums
 * whose order does not show.
 *
 * The matrix is read where it stands. Vectors are by place in the block; the one to be multiplied
 * is first laid out by row of the whole matrix, in what will hold the result. */
#include "measure/perron.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "measure/exact_sum.h"

enum { STEPS_AT_MOST = 200, PRODUCTS_AT_MOST = 200000, POLISH_AT_MOST = 500 };

typedef struct work {
    const ent_i_matrix_t *matrix;
    ent_i_perron_room_t room;
    double *vector;
    double *spread;    /* by row of the whole matrix */
    double eigenvalue; /* Rayleigh quotient of the vector */
    double error;      /* norm of A vector - eigenvalue vector, over that of the vector */
    size_t products;   /* with the matrix, so far */
} work_t;

/* One row times the vector that is spread. */
static double multiply_row(const ent_i_matrix_t *matrix, const double *spread, size_t row)
{
    ent_i_sum_t sum = {0};

    for (size_t e = matrix->offset[row]; e < matrix->offset[row + 1]; e++) {
        double term = spread[matrix->column[e]];

        if (matrix->entry != NULL)
            term *= matrix->entry[matrix->entry_at != NULL ? (size_t)matrix->entry_at[e] : e];
        ent_i_sum_add(&sum, term);
    }
    return ent_i_sum_value(&sum);
}

static void multiply(work_t *work, double *out, const double *in)
{
    const ent_i_matrix_t *matrix = work->matrix;

    for (size_t i = 0; i < matrix->size; i++)
        work->spread[matrix->row[i]] = in[i];
    for (size_t i = 0; i < matrix->size; i++)
        out[i] = multiply_row(matrix, work->spread, (size_t)matrix->row[i]);
    work->products++;
}

/* In four sums at a time, as each addition waits for the one before. */
static double dot(const double *a, const double *b, size_t size)
{
    ent_i_sum_t sum[4] = {{0}};
    size_t i = 0;

    for (; i + 4 <= size; i += 4)
        for (size_t lane = 0; lane < 4; lane++)
            ent_i_sum_add(&sum[lane], a[i + lane] * b[i + lane]);
    for (; i < size; i++)
        ent_i_sum_add(&sum[0], a[i] * b[i]);
    for (size_t lane = 1; lane < 4; lane++) {
        ent_i_sum_add(&sum[0], sum[lane].sum);
        ent_i_sum_add(&sum[0], sum[lane].error);
    }
    return ent_i_sum_value(&sum[0]);
}

/* Makes the entries positive and the largest 1. */
static void normalise(double *vector, size_t size)
{
    double largest = 0;

    for (size_t i = 0; i < size; i++)
        largest = fmax(largest, fabs(vector[i]));
    for (size_t i = 0; i < size; i++)
        vector[i] = fabs(vector[i]) / largest;
}

/* Image, Rayleigh quotient and residual of the vector as it is now. */
static void measure_error(work_t *work)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double norm = dot(work->vector, work->vector, size);

    multiply(work, room->image, work->vector);
    work->eigenvalue = dot(work->vector, room->image, size) / norm;
    for (size_t i = 0; i < size; i++)
        room->residual[i] = room->image[i] - work->eigenvalue * work->vector[i];
    work->error = sqrt(dot(room->residual, room->residual, size) / norm);
}

/* One step of conjugate gradients on shift - A. False when the direction has no positive
 * curvature: then its own Rayleigh quotient lies above the shift. */
static bool descend(work_t *work, double shift, double *square)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double curvature;
    double length;
    double next;

    multiply(work, room->image, room->direction);
    for (size_t i = 0; i < size; i++)
        room->image[i] = shift * room->direction[i] - room->image[i];
    curvature = dot(room->direction, room->image, size);
    if (curvature <= 0)
        return false;
    length = *square / curvature;
    for (size_t i = 0; i < size; i++) {
        room->correction[i] += length * room->direction[i];
        room->residual[i] -= length * room->image[i];
    }
    next = dot(room->residual, room->residual, size);
    for (size_t i = 0; i < size; i++)
        room->direction[i] = room->residual[i] + next / *square * room->direction[i];
    *square = next;
    return true;
}

/* Solves (shift - A) correction = residual to three digits. False as descend(). */
static bool solve(work_t *work, double shift)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double square = dot(room->residual, room->residual, size);
    double goal = 1e-6 * square;

    for (size_t i = 0; i < size; i++) {
        room->correction[i] = 0;
        room->direction[i] = room->residual[i];
    }
    for (size_t step = 0; square > goal && step < 2 * size + 100; step++)
        if (work->products > PRODUCTS_AT_MOST || !descend(work, shift, &square))
            return work->products > PRODUCTS_AT_MOST;
    return true;
}

/* Goes on from the direction that showed the shift to be too low, if it is better at all: at the
 * end of the way rounding shows the same. */
static void restart(work_t *work)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double norm;

    normalise(room->direction, size);
    norm = dot(room->direction, room->direction, size);
    multiply(work, room->image, room->direction);
    if (dot(room->direction, room->image, size) / norm > work->eigenvalue * (1 + 1e-13))
        for (size_t i = 0; i < size; i++)
            work->vector[i] = room->direction[i];
}

/* Inverse iteration until rounding stops it. */
static bool iterate(work_t *work)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double before = INFINITY;

    for (int step = 0; step < STEPS_AT_MOST; step++) {
        measure_error(work);
        if (work->error <= DBL_EPSILON / 4 * work->eigenvalue ||
            (work->error < 1e-11 * work->eigenvalue && work->error > before / 2))
            return true;
        before = work->error;
        if (solve(work, work->eigenvalue + work->error)) {
            for (size_t i = 0; i < size; i++)
                work->vector[i] += room->correction[i];
        } else {
            restart(work);
        }
        normalise(work->vector, size);
        if (work->products > PRODUCTS_AT_MOST)
            return false;
    }
    return false;
}

/* A few steps of power iteration. They give the entries that are small beside the largest, which
 * so far are right only in comparison with it, as many correct digits as the others. */
static void polish(work_t *work)
{
    const ent_i_perron_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double pull = work->eigenvalue / 2; /* keeps two modes from oscillating */
    double change = INFINITY;

    for (int step = 0; step < POLISH_AT_MOST && change > 1e-14; step++) {
        change = 0;
        multiply(work, room->image, work->vector);
        for (size_t i = 0; i < size; i++) {
            double next = (room->image[i] + pull * work->vector[i]) / (work->eigenvalue + pull);

            if (next > DBL_MIN)
                change = fmax(change, fabs(next - work->vector[i]) / next);
            work->vector[i] = next;
        }
    }
    normalise(work->vector, size);
}

ent_status_t ent_i_perron_room_init(ent_i_perron_room_t *room, size_t rows, ent_error_t *err)
{
    double **const parts[] = {&room->vector, &room->image, &room->correction, &room->residual,
                              &room->direction};
    ent_status_t status = ENT_OK;

    *room = (ent_i_perron_room_t){0};
    for (size_t i = 0; status == ENT_OK && i < sizeof parts / sizeof parts[0]; i++)
        status = ent_i_alloc(parts[i], rows, sizeof(double), err);
    return status;
}

void ent_i_perron_room_free(ent_i_perron_room_t *room)
{
    free(room->vector);
    free(room->image);
    free(room->correction);
    free(room->residual);
    free(room->direction);
}

ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *vector, double *eigenvalue,
                          const ent_i_perron_room_t *room, ent_error_t *err)
{
    work_t work = {.matrix = matrix, .room = *room, .vector = room->vector, .spread = vector};

    for (size_t i = 0; i < matrix->size; i++)
        work.vector[i] = 1;
    if (!iterate(&work))
        return ent_i_fail(err, ENT_ELIMIT,
                          "The eigenvector of a component of %zu actors did not converge; leave "
                          "the measures named eigenvector out.",
                          matrix->size);
    polish(&work);
    for (size_t i = 0; i < matrix->size; i++)
        vector[matrix->row[i]] = work.vector[i];
    *eigenvalue = work.eigenvalue;
    return ENT_OK;
}
