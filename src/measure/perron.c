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
#include "measure/exact_sum.h"

enum { STEPS_AT_MOST = 200, PRODUCTS_AT_MOST = 200000, POLISH_AT_MOST = 500 };

typedef struct work {
    const ent_i_matrix_t *matrix;
    double *vector;
    double *image; /* A vector */
    double *correction;
    double *residual;
    double *direction;
    double *product;
    double eigenvalue; /* Rayleigh quotient of the vector */
    double error;      /* norm of A vector - eigenvalue vector, over that of the vector */
    size_t products;   /* with the matrix, so far */
} work_t;

static void multiply(const ent_i_matrix_t *matrix, double *out, const double *in)
{
    for (size_t i = 0; i < matrix->size; i++) {
        ent_i_sum_t sum = {0};

        for (size_t e = matrix->offset[i]; e < matrix->offset[i + 1]; e++)
            ent_i_sum_add(&sum, matrix->entry != NULL ? matrix->entry[e] * in[matrix->column[e]]
                                                      : in[matrix->column[e]]);
        out[i] = ent_i_sum_value(&sum);
    }
}

static double dot(const double *a, const double *b, size_t size)
{
    ent_i_sum_t sum = {0};

    for (size_t i = 0; i < size; i++)
        ent_i_sum_add(&sum, a[i] * b[i]);
    return ent_i_sum_value(&sum);
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
    size_t size = work->matrix->size;
    double norm = dot(work->vector, work->vector, size);

    multiply(work->matrix, work->image, work->vector);
    work->products++;
    work->eigenvalue = dot(work->vector, work->image, size) / norm;
    for (size_t i = 0; i < size; i++)
        work->residual[i] = work->image[i] - work->eigenvalue * work->vector[i];
    work->error = sqrt(dot(work->residual, work->residual, size) / norm);
}

/* One step of conjugate gradients on shift - A. False when the direction has no positive
 * curvature: then its own Rayleigh quotient lies above the shift. */
static bool descend(work_t *work, double shift, double *square)
{
    size_t size = work->matrix->size;
    double curvature;
    double length;
    double next;

    multiply(work->matrix, work->product, work->direction);
    work->products++;
    for (size_t i = 0; i < size; i++)
        work->product[i] = shift * work->direction[i] - work->product[i];
    curvature = dot(work->direction, work->product, size);
    if (curvature <= 0)
        return false;
    length = *square / curvature;
    for (size_t i = 0; i < size; i++) {
        work->correction[i] += length * work->direction[i];
        work->residual[i] -= length * work->product[i];
    }
    next = dot(work->residual, work->residual, size);
    for (size_t i = 0; i < size; i++)
        work->direction[i] = work->residual[i] + next / *square * work->direction[i];
    *square = next;
    return true;
}

/* Solves (shift - A) correction = residual to three digits. False as descend(). */
static bool solve(work_t *work, double shift)
{
    size_t size = work->matrix->size;
    double square = dot(work->residual, work->residual, size);
    double goal = 1e-6 * square;

    for (size_t i = 0; i < size; i++) {
        work->correction[i] = 0;
        work->direction[i] = work->residual[i];
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
    size_t size = work->matrix->size;
    double norm;

    normalise(work->direction, size);
    norm = dot(work->direction, work->direction, size);
    multiply(work->matrix, work->product, work->direction);
    work->products++;
    if (dot(work->direction, work->product, size) / norm > work->eigenvalue * (1 + 1e-13))
        for (size_t i = 0; i < size; i++)
            work->vector[i] = work->direction[i];
}

/* Inverse iteration until rounding stops it. */
static bool iterate(work_t *work)
{
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
                work->vector[i] += work->correction[i];
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
    size_t size = work->matrix->size;
    double pull = work->eigenvalue / 2; /* keeps two modes from oscillating */
    double change = INFINITY;

    for (int step = 0; step < POLISH_AT_MOST && change > 1e-14; step++) {
        change = 0;
        multiply(work->matrix, work->image, work->vector);
        for (size_t i = 0; i < size; i++) {
            double next = (work->image[i] + pull * work->vector[i]) / (work->eigenvalue + pull);

            if (next > DBL_MIN)
                change = fmax(change, fabs(next - work->vector[i]) / next);
            work->vector[i] = next;
        }
    }
    normalise(work->vector, size);
}

static ent_status_t allocate(work_t *work, ent_error_t *err)
{
    double **const parts[] = {&work->image, &work->correction, &work->residual, &work->direction,
                              &work->product};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; status == ENT_OK && i < sizeof parts / sizeof parts[0]; i++)
        status = ent_i_alloc(parts[i], work->matrix->size, sizeof(double), err);
    return status;
}

ent_status_t ent_i_perron(const ent_i_matrix_t *matrix, double *vector, double *eigenvalue,
                          ent_error_t *err)
{
    work_t work = {.matrix = matrix, .vector = vector};
    ent_status_t status = ENT_OK;

    ENT_TRY(allocate(&work, err));
    for (size_t i = 0; i < matrix->size; i++)
        vector[i] = 1;
    if (!iterate(&work)) {
        status = ent_i_fail(err, ENT_ELIMIT,
                            "The eigenvector of a component of %zu actors did not converge; leave "
                            "the measures named eigenvector out.",
                            matrix->size);
        goto cleanup;
    }
    polish(&work);
    *eigenvalue = work.eigenvalue;

cleanup:
    free(work.image);
    free(work.correction);
    free(work.residual);
    free(work.direction);
    free(work.product);
    return status;
}
