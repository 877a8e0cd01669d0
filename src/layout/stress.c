/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization. */
#include "layout/stress.h"

#include <math.h>
#include <stdlib.h>

#include "base/watch.h"

enum { LANES = 4, TERMS = 32 * LANES }; /* sums at once; terms of all of them at a time */

static const double hair = 1e-24;  /* keeps what divides by a square from zero */
static const double enough = 2e-4; /* of a tie's length: rounds end when nothing moves further */

ent_status_t ent_i_all_nearness(float *nearness, const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_id_t *queue = NULL;
    int32_t *distance = NULL;

    ENT_TRY(ent_i_alloc(&queue, n, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&distance, n, sizeof *distance, err));
    for (size_t v = 0; v < n; v++) {
        ent_i_adjacency_distances(graph, distance, queue, (ent_id_t)v);
        for (size_t u = 0; u < n; u++)
            nearness[v * n + u] = u == v ? 0 : 1 / (float)distance[u];
    }

cleanup:
    free(queue);
    free(distance);
    return status;
}

/* Adds terms to as many sums as there are lanes, each in the order of its terms: the digits are the
 * same however many the machine adds at once. */
static void add_terms(double sum[LANES], const double *term, size_t count)
{
    size_t whole = count / LANES * LANES;

    for (size_t i = 0; i < whole; i += LANES) {
        for (size_t lane = 0; lane < LANES; lane++)
            sum[lane] += term[i + lane];
    }
    for (size_t i = whole; i < count; i++)
        sum[i - whole] += term[i];
}

static double whole_of(const double sum[LANES])
{
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static size_t terms_from(size_t first, size_t n)
{
    return n - first < TERMS ? n - first : TERMS;
}

/* What the others want of one: the mean, weighted by 1/d², of the spots at the wanted distance from
 * each, where the line to it passes now. The line's direction is computed to the seven digits of a
 * float. */
ent_i_point_t ent_i_stress_goal(const ent_i_point_t *position, const float *nearness, size_t n,
                                size_t v, double scale)
{
    double x[TERMS], y[TERMS], weight[TERMS];
    double sum_x[LANES] = {0}, sum_y[LANES] = {0}, total[LANES] = {0};
    ent_i_point_t own = position[v];

    for (size_t first = 0; first < n; first += TERMS) {
        const ent_i_point_t *at = position + first;
        const float *near = nearness + first;
        size_t count = terms_from(first, n);

        for (size_t i = 0; i < count; i++) {
            double dx = own.x - at[i].x;
            double dy = own.y - at[i].y;
            double pull = scale * near[i] * (1 / sqrtf((float)(dx * dx + dy * dy + hair)));

            weight[i] = (double)near[i] * near[i];
            x[i] = weight[i] * at[i].x + pull * dx;
            y[i] = weight[i] * at[i].y + pull * dy;
        }
        add_terms(sum_x, x, count);
        add_terms(sum_y, y, count);
        add_terms(total, weight, count);
    }
    return (ent_i_point_t){whole_of(sum_x) / whole_of(total), whole_of(sum_y) / whole_of(total)};
}

ent_i_ratios_t ent_i_stress_ratios(ent_i_point_t own, const ent_i_point_t *position,
                                   const float *nearness, size_t n)
{
    double ratio[TERMS], square[TERMS];
    double sum[LANES] = {0}, squares[LANES] = {0};

    for (size_t first = 0; first < n; first += TERMS) {
        const ent_i_point_t *at = position + first;
        const float *near = nearness + first;
        size_t count = terms_from(first, n);

        for (size_t i = 0; i < count; i++) {
            double dx = own.x - at[i].x;
            double dy = own.y - at[i].y;

            square[i] = (dx * dx + dy * dy) * near[i] * near[i];
            ratio[i] = sqrt(square[i]);
        }
        add_terms(sum, ratio, count);
        add_terms(squares, square, count);
    }
    return (ent_i_ratios_t){whole_of(sum), whole_of(squares)};
}

/* Moves a vertex to where its distances ask it to be; returns how far it went. */
static double settle(ent_i_point_t *position, const float *nearness, size_t n, size_t v)
{
    ent_i_point_t goal = ent_i_stress_goal(position, nearness, n, v, 1);
    double x = goal.x - position[v].x;
    double y = goal.y - position[v].y;

    position[v] = goal;
    return sqrt(x * x + y * y);
}

ent_status_t ent_i_layout_stress(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    size_t rounds = n == 0 ? 0 : 30000000 / (n * n); /* at most about a second */
    double furthest = 1;
    float *nearness = NULL;

    if (n < 2)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&nearness, n * n, sizeof *nearness, err));
    ENT_TRY(ent_i_all_nearness(nearness, graph, err));
    rounds = rounds < 40 ? 40 : rounds > 300 ? 300 : rounds;
    for (size_t round = 0; round < rounds && furthest > enough; round++) {
        ENT_TRY(ent_i_go_on(err));
        furthest = 0;
        for (size_t v = 0; v < n; v++)
            furthest = fmax(furthest, settle(position, nearness + v * n, n, v));
    }

cleanup:
    free(nearness);
    return status;
}
