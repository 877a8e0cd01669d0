/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The logarithm of the likelihood is concave in x, so that steps that lead up lead to its maximum
 * from anywhere: first to and fro between the modes, then by Newton's method. Adding a number to
 * the x of one mode and taking it from the other's changes nothing: the last x of the smaller mode
 * stays where it is. */
#include "network/newton.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>

enum { STEPS_AT_MOST = 200, HALVINGS_AT_MOST = 60, SWEEPS = 10 };

static ent_status_t side_init(ent_i_newton_side_t *side, size_t count, ent_error_t *err)
{
    double **const parts[] = {&side->size, &side->degree, &side->x,
                              &side->next, &side->rest,   &side->weight};
    ent_status_t status = ent_i_alloc(&side->node, count, sizeof *side->node, err);

    for (size_t i = 0; status == ENT_OK && i < sizeof parts / sizeof parts[0]; i++)
        status = ent_i_alloc(parts[i], count, sizeof(double), err);
    return status;
}

ent_status_t ent_i_newton_init(ent_i_newton_t *newton, size_t rows, size_t columns,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t smaller = rows < columns ? rows : columns;

    ENT_TRY(side_init(&newton->side[0], rows, err));
    ENT_TRY(side_init(&newton->side[1], columns, err));
    ENT_TRY(ent_i_alloc(&newton->open, rows * columns, sizeof *newton->open, err));
    ENT_TRY(ent_i_alloc(&newton->probability, rows * columns, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&newton->cross, rows * columns, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&newton->schur, smaller * smaller, sizeof(double), err));

cleanup:
    return status;
}

void ent_i_newton_free(ent_i_newton_t *newton)
{
    for (int i = 0; i < 2; i++) {
        free(newton->side[i].node);
        free(newton->side[i].size);
        free(newton->side[i].degree);
        free(newton->side[i].x);
        free(newton->side[i].next);
        free(newton->side[i].rest);
        free(newton->side[i].weight);
    }
    free(newton->open);
    free(newton->probability);
    free(newton->cross);
    free(newton->schur);
}

/* Place of a pair of the larger and the smaller mode, whichever these are. */
static size_t cell(const ent_i_newton_t *newton, int large, size_t i, size_t j)
{
    return large == 0 ? i * newton->count[1] + j : j * newton->count[1] + i;
}

/* log(1 + exp(x)) */
static double softplus(double x)
{
    return x > 0 ? x + log1p(exp(-x)) : log1p(exp(x));
}

/* Of the parameters in `next`. */
static double likelihood(const ent_i_newton_t *newton)
{
    const ent_i_newton_side_t *row = &newton->side[0];
    const ent_i_newton_side_t *column = &newton->side[1];
    double sum = 0;

    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < newton->count[s]; i++)
            sum += newton->side[s].size[i] * newton->side[s].degree[i] * newton->side[s].next[i];
    for (size_t i = 0; i < newton->count[0]; i++)
        for (size_t j = 0; j < newton->count[1]; j++)
            if (newton->open[i * newton->count[1] + j])
                sum -= row->size[i] * column->size[j] * softplus(row->next[i] + column->next[j]);
    return sum;
}

/* Probabilities, gradient and second derivatives at x. Returns the largest miss of a degree, as a
 * share of it. */
static double differentiate(ent_i_newton_t *newton)
{
    ent_i_newton_side_t *row = &newton->side[0];
    ent_i_newton_side_t *column = &newton->side[1];
    double miss = 0;

    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < newton->count[s]; i++) {
            newton->side[s].rest[i] = newton->side[s].degree[i];
            newton->side[s].weight[i] = 0;
        }
    for (size_t i = 0; i < newton->count[0]; i++)
        for (size_t j = 0; j < newton->count[1]; j++) {
            size_t at = i * newton->count[1] + j;
            double p = newton->open[at] ? 1 / (1 + exp(-row->x[i] - column->x[j])) : 0;
            double both = p * (1 - p) * row->size[i] * column->size[j];

            newton->probability[at] = p;
            newton->cross[at] = both;
            row->rest[i] -= column->size[j] * p;
            column->rest[j] -= row->size[i] * p;
            row->weight[i] += both;
            column->weight[j] += both;
        }
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < newton->count[s]; i++) {
            miss = fmax(miss, fabs(newton->side[s].rest[i]) / newton->side[s].degree[i]);
            newton->side[s].rest[i] *= newton->side[s].size[i];
        }
    return miss;
}

/* Solves schur * step = step in place, by Cholesky; `last` stays 0. False unless the matrix is
 * positive definite. */
static bool cholesky(double *matrix, double *step, size_t size, size_t last)
{
    for (size_t j = 0; j < last; j++) {
        for (size_t k = 0; k < j; k++)
            matrix[j * size + j] -= matrix[j * size + k] * matrix[j * size + k];
        if (!(matrix[j * size + j] > 0))
            return false;
        matrix[j * size + j] = sqrt(matrix[j * size + j]);
        for (size_t i = j + 1; i < last; i++) {
            for (size_t k = 0; k < j; k++)
                matrix[i * size + j] -= matrix[i * size + k] * matrix[j * size + k];
            matrix[i * size + j] /= matrix[j * size + j];
        }
    }
    for (size_t i = 0; i < last; i++) {
        for (size_t k = 0; k < i; k++)
            step[i] -= matrix[i * size + k] * step[k];
        step[i] /= matrix[i * size + i];
    }
    for (size_t i = last; i-- > 0;) {
        for (size_t k = i + 1; k < last; k++)
            step[i] -= matrix[k * size + i] * step[k];
        step[i] /= matrix[i * size + i];
    }
    step[last] = 0;
    return true;
}

/* The full step into `next`: the larger mode, whose block is diagonal, is eliminated first. */
static bool find_step(ent_i_newton_t *newton)
{
    int large = newton->count[0] >= newton->count[1] ? 0 : 1;
    ent_i_newton_side_t *side = &newton->side[large];
    ent_i_newton_side_t *other = &newton->side[1 - large];
    size_t size = newton->count[1 - large];

    for (size_t i = 0; i < newton->count[large]; i++)
        if (!(side->weight[i] > 0))
            return false;
    for (size_t j = 0; j < size; j++) {
        other->next[j] = other->rest[j];
        for (size_t k = 0; k <= j; k++)
            newton->schur[j * size + k] = j == k ? other->weight[j] : 0;
    }
    for (size_t i = 0; i < newton->count[large]; i++)
        for (size_t j = 0; j < size; j++) {
            double share = newton->cross[cell(newton, large, i, j)] / side->weight[i];

            other->next[j] -= share * side->rest[i];
            for (size_t k = 0; k <= j; k++)
                newton->schur[j * size + k] -= share * newton->cross[cell(newton, large, i, k)];
        }
    if (!cholesky(newton->schur, other->next, size, size - 1))
        return false;
    for (size_t i = 0; i < newton->count[large]; i++) {
        side->next[i] = side->rest[i];
        for (size_t j = 0; j < size; j++)
            side->next[i] -= newton->cross[cell(newton, large, i, j)] * other->next[j];
        side->next[i] /= side->weight[i];
    }
    return true;
}

/* Degree of one type at x = `at`, less the degree wanted, and its slope. */
static double excess(const ent_i_newton_t *newton, int mode, size_t i, double at, double *slope)
{
    const ent_i_newton_side_t *other = &newton->side[1 - mode];
    double sum = -newton->side[mode].degree[i];

    *slope = 0;
    for (size_t j = 0; j < newton->count[1 - mode]; j++) {
        double p = 1 / (1 + exp(-at - other->x[j]));

        if (!newton->open[cell(newton, mode, i, j)])
            continue;
        sum += other->size[j] * p;
        *slope += other->size[j] * p * (1 - p);
    }
    return sum;
}

/* Between which values the x of one type lies: as if all of the other mode were alike, and as the
 * most or the least likely to be tied. */
static void bracket(const ent_i_newton_t *newton, int mode, size_t i, double range[2])
{
    const ent_i_newton_side_t *other = &newton->side[1 - mode];
    double degree = newton->side[mode].degree[i];
    double possible = 0;
    double least = INFINITY;
    double most = -INFINITY;

    for (size_t j = 0; j < newton->count[1 - mode]; j++)
        if (newton->open[cell(newton, mode, i, j)]) {
            possible += other->size[j];
            least = fmin(least, other->x[j]);
            most = fmax(most, other->x[j]);
        }
    range[0] = log(degree / (possible - degree)) - most;
    range[1] = log(degree / (possible - degree)) - least;
}

/* The x of one type that gives its degree, the other mode as it is. */
static double balanced(const ent_i_newton_t *newton, int mode, size_t i)
{
    double range[2];
    double at;

    bracket(newton, mode, i, range);
    at = (range[0] + range[1]) / 2;
    for (int step = 0; step < HALVINGS_AT_MOST; step++) {
        double slope;
        double sum = excess(newton, mode, i, at, &slope);
        double next = at - sum / slope;

        range[sum > 0] = at;
        if (!(next > range[0] && next < range[1]))
            next = (range[0] + range[1]) / 2;
        if (fabs(next - at) <= 1e-12 * fmax(1, fabs(at)))
            return next;
        at = next;
    }
    return at;
}

/* The one mode's best x with the other's as they are, to and fro: it always leads up, though
 * slowly, from anywhere. */
static void balance(ent_i_newton_t *newton)
{
    for (int sweep = 0; sweep < SWEEPS; sweep++)
        for (int mode = 0; mode < 2; mode++)
            for (size_t i = 0; i < newton->count[mode]; i++)
                newton->side[mode].x[i] = balanced(newton, mode, i);
}

/* Goes the way of the step in `next` as far as it leads up. */
static bool climb(ent_i_newton_t *newton)
{
    double before = 1;
    double height;

    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < newton->count[s]; i++) {
            double step = newton->side[s].next[i];

            newton->side[s].next[i] = newton->side[s].x[i];
            newton->side[s].rest[i] = step;
        }
    height = likelihood(newton);
    for (int halving = 0; halving < HALVINGS_AT_MOST; halving++, before /= 2) {
        for (int s = 0; s < 2; s++)
            for (size_t i = 0; i < newton->count[s]; i++)
                newton->side[s].next[i] = newton->side[s].x[i] + before * newton->side[s].rest[i];
        if (likelihood(newton) < height - 1e-13 * fabs(height))
            continue;
        for (int s = 0; s < 2; s++)
            for (size_t i = 0; i < newton->count[s]; i++)
                newton->side[s].x[i] = newton->side[s].next[i];
        return true;
    }
    return false;
}

/* As if nothing were close to certain: p = degree * degree / ties. */
static void start(ent_i_newton_t *newton)
{
    double ties = 0;

    for (size_t i = 0; i < newton->count[0]; i++)
        ties += newton->side[0].size[i] * newton->side[0].degree[i];
    for (int s = 0; s < 2; s++)
        for (size_t i = 0; i < newton->count[s]; i++)
            newton->side[s].x[i] = log(newton->side[s].degree[i]) - log(ties) / 2;
}

ent_status_t ent_i_newton_solve(ent_i_newton_t *newton, ent_error_t *err)
{
    double before = INFINITY;
    double miss = INFINITY;

    start(newton);
    balance(newton);
    for (int step = 0; step < STEPS_AT_MOST; step++) {
        miss = differentiate(newton);
        /* At the end each step squares the miss, until rounding stops it. */
        if (miss <= DBL_EPSILON || (miss < 1e-10 && miss >= before / 4))
            return ENT_OK;
        before = miss;
        if (!find_step(newton) || !climb(newton))
            balance(newton);
    }
    return ent_i_fail(err, ENT_ELIMIT,
                      "The bipartite configuration model of %zu and %zu types of actors did not "
                      "converge (degrees are missed by %.2g of their size); use --backbone "
                      "hypergeometric.",
                      newton->count[0], newton->count[1], miss);
}
