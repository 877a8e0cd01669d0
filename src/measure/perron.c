/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The leading eigenvector by inverse iteration: each step solves (shift - A) correction = residual
 * by conjugate gradients, with the shift just above the eigenvalue.
 *
 * Power iteration needs a million steps on a path of 3,000 actors and oscillates on two modes;
 * here a step needs about the square root of that, and the far end of the spectrum does not
 * matter. All arithmetic on vectors is by entry, by numbers common to all entries, or by sums
 * whose order does not show. */
#include "measure/perron.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/spread.h"

enum { STEPS_AT_MOST = 200, PRODUCTS_AT_MOST = 200000, POLISH_AT_MOST = 500 };

static const double as_near = 2; /* of a double's rounding: as residuals come to zero */

typedef struct work {
    const ent_i_matrix_t *matrix;
    ent_i_solve_room_t room;
    double *vector;
    double eigenvalue; /* Rayleigh quotient of the vector */
    double error;      /* norm of A vector - eigenvalue vector, over that of the vector */
    size_t products;   /* with the matrix, so far */
    bool converged;
} work_t;

static void multiply(work_t *work, const double *vector)
{
    ent_i_multiply(work->matrix, &work->room, vector);
    work->products++;
}

static double dot(const work_t *work, const double *a, const double *b)
{
    return ent_i_dot(work->matrix, &work->room, a, b);
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
    const ent_i_solve_room_t *room = &work->room;
    double norm = dot(work, work->vector, work->vector);

    multiply(work, work->vector);
    work->eigenvalue = dot(work, work->vector, room->image) / norm;
    for (size_t i = 0; i < work->matrix->size; i++)
        room->residual[i] = room->image[i] - work->eigenvalue * work->vector[i];
    work->error = sqrt(dot(work, room->residual, room->residual) / norm);
}

/* Goes on from the direction that showed the shift to be too low, if it is better at all: at the
 * end of the way rounding shows the same. */
static void restart(work_t *work)
{
    const ent_i_solve_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double norm;

    normalise(room->direction, size);
    norm = dot(work, room->direction, room->direction);
    multiply(work, room->direction);
    if (dot(work, room->direction, room->image) / norm > work->eigenvalue * (1 + 1e-13))
        for (size_t i = 0; i < size; i++)
            work->vector[i] = room->direction[i];
}

/* Takes from the residual what rounding left in it of the vector itself, to which it is at right
 * angles: as near to the eigenvalue as the shift is in the end, that little would be most of the
 * correction and take most of the time, to no use. */
static void straighten(work_t *work)
{
    double *residual = work->room.residual;
    double share = dot(work, residual, work->vector) / dot(work, work->vector, work->vector);

    for (size_t i = 0; i < work->matrix->size; i++)
        residual[i] -= share * work->vector[i];
}

/* How far a step lowers the residual of its equations. As long as the shift is far from the
 * eigenvalue, a correction that is solved for more exactly is hardly better. */
static double goal_at(double error)
{
    return error > 0.1 ? 0.4 : error > 1e-2 ? 0.1 : error > 1e-3 ? 2e-2 : 5e-3;
}

/* Inverse iteration until rounding stops it. */
static bool iterate(work_t *work)
{
    const ent_i_solve_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double before = INFINITY;

    for (int step = 0; step < STEPS_AT_MOST; step++) {
        measure_error(work);
        if (work->error <= as_near * DBL_EPSILON * work->eigenvalue ||
            (work->error < 1e-11 * work->eigenvalue && work->error > before / 2))
            return true;
        before = work->error;
        straighten(work);
        if (ent_i_solve(work->matrix, room, work->eigenvalue + work->error, NULL,
                        goal_at(work->error / work->eigenvalue), &work->products,
                        PRODUCTS_AT_MOST)) {
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
    const ent_i_solve_room_t *room = &work->room;
    size_t size = work->matrix->size;
    double pull = work->eigenvalue / 2; /* keeps two modes from oscillating */
    double change = INFINITY;

    for (int step = 0; step < POLISH_AT_MOST && change > 1e-14; step++) {
        change = 0;
        multiply(work, work->vector);
        for (size_t i = 0; i < size; i++) {
            double next = (room->image[i] + pull * work->vector[i]) / (work->eigenvalue + pull);

            if (next > DBL_MIN)
                change = fmax(change, fabs(next - work->vector[i]) / next);
            work->vector[i] = next;
        }
    }
    normalise(work->vector, size);
}

static void find(void *context)
{
    work_t *work = context;

    for (size_t i = 0; i < work->matrix->size; i++)
        work->vector[i] = 1;
    work->converged = iterate(work);
    if (work->converged)
        polish(work);
}

ent_status_t ent_i_perron_room_init(ent_i_perron_room_t *room, size_t rows, double *spread,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *room = (ent_i_perron_room_t){0};
    ENT_TRY(ent_i_alloc(&room->vector, rows, sizeof *room->vector, err));
    ENT_TRY(ent_i_solve_room_init(&room->solve, rows, spread, err));

cleanup:
    return status;
}

void ent_i_perron_room_free(ent_i_perron_room_t *room)
{
    free(room->vector);
    ent_i_solve_room_free(&room->solve);
}

ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *eigenvalue,
                          const ent_i_perron_room_t *room, ent_error_t *err)
{
    work_t work = {.matrix = matrix, .room = room->solve, .vector = room->vector};

    ent_i_lead(find, &work, matrix->threads);
    if (!work.converged)
        return ent_i_fail(err, ENT_ELIMIT,
                          "The eigenvector of a component of %zu actors did not converge; leave "
                          "the measures named eigenvector out.",
                          matrix->size);
    for (size_t i = 0; i < matrix->size; i++)
        room->solve.spread[ent_i_matrix_row(matrix, i)] = work.vector[i];
    *eigenvalue = work.eigenvalue;
    return ENT_OK;
}
