/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization. */
#include "layout/stress.h"

#include <math.h>
#include <stdlib.h>

#include "base/watch.h"

enum { LANES = 4, TERMS = 32 * LANES }; /* sums at once; terms of all of them at a time */
enum { FLOATS = 2 * LANES };            /* of which as many fit where half as many doubles do */

static const float hair = 1e-24F;  /* keeps what divides by a square from zero */
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
#define ADD_TERMS(name, number_t, lanes)                                                           \
    static void name(number_t sum[lanes], const number_t *term, size_t count)                      \
    {                                                                                              \
        size_t whole = count / (lanes) * (lanes);                                                  \
                                                                                                   \
        for (size_t i = 0; i < whole; i += (lanes)) {                                              \
            for (size_t lane = 0; lane < (lanes); lane++)                                          \
                sum[lane] += term[i + lane];                                                       \
        }                                                                                          \
        for (size_t i = whole; i < count; i++)                                                     \
            sum[i - whole] += term[i];                                                             \
    }
ADD_TERMS(add_terms, double, LANES)
ADD_TERMS(add_floats, float, FLOATS)

static double whole_of(const double sum[LANES])
{
    return (sum[0] + sum[1]) + (sum[2] + sum[3]);
}

static size_t terms_from(size_t first, size_t n)
{
    return n - first < TERMS ? n - first : TERMS;
}

static double whole_of_floats(const float sum[FLOATS])
{
    double whole = 0;

    for (size_t lane = 0; lane < FLOATS; lane++)
        whole += (double)sum[lane];
    return whole;
}

/* What the others want of one: the mean, weighted by 1/d², of the spots at the wanted distance from
 * each, where the line to it passes now. How far that is from where it is comes in floats. */
ent_i_point_t ent_i_stress_goal(const ent_i_stands_t *stands, const float *nearness, size_t n,
                                size_t v, double scale)
{
    float x[TERMS], y[TERMS], weight[TERMS];
    float sum_x[FLOATS] = {0}, sum_y[FLOATS] = {0}, total[FLOATS] = {0};
    float own_x = stands->x[v], own_y = stands->y[v], length = (float)scale;

    for (size_t first = 0; first < n; first += TERMS) {
        const float *at_x = stands->x + first;
        const float *at_y = stands->y + first;
        const float *near = nearness + first;
        size_t count = terms_from(first, n);

        for (size_t i = 0; i < count; i++) {
            float dx = own_x - at_x[i];
            float dy = own_y - at_y[i];
            float push = near[i] * (length * (1 / sqrtf(dx * dx + dy * dy + hair)) - near[i]);

            weight[i] = near[i] * near[i];
            x[i] = push * dx;
            y[i] = push * dy;
        }
        add_floats(sum_x, x, count);
        add_floats(sum_y, y, count);
        add_floats(total, weight, count);
    }
    return (ent_i_point_t){(double)own_x + whole_of_floats(sum_x) / whole_of_floats(total),
                           (double)own_y + whole_of_floats(sum_y) / whole_of_floats(total)};
}

ent_status_t ent_i_stands_new(ent_i_stands_t *stands, const ent_i_point_t *position, size_t count,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *stands = (ent_i_stands_t){0};
    ENT_TRY(ent_i_alloc(&stands->x, count, sizeof *stands->x, err));
    ENT_TRY(ent_i_alloc(&stands->y, count, sizeof *stands->y, err));
    for (size_t v = 0; v < count; v++)
        ent_i_stands_set(stands, v, position[v]);

cleanup:
    return status;
}

void ent_i_stands_free(ent_i_stands_t *stands)
{
    free(stands->x);
    free(stands->y);
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
static double settle(ent_i_point_t *position, ent_i_stands_t *stands, const float *nearness,
                     size_t n, size_t v)
{
    ent_i_point_t goal = ent_i_stress_goal(stands, nearness, n, v, 1);
    double x = goal.x - position[v].x;
    double y = goal.y - position[v].y;

    position[v] = goal;
    ent_i_stands_set(stands, v, goal);
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
    ent_i_stands_t stands = {0};

    if (n < 2)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&nearness, n * n, sizeof *nearness, err));
    ENT_TRY(ent_i_all_nearness(nearness, graph, err));
    ENT_TRY(ent_i_stands_new(&stands, position, n, err));
    rounds = rounds < 40 ? 40 : rounds > 300 ? 300 : rounds;
    for (size_t round = 0; round < rounds && furthest > enough; round++) {
        ENT_TRY(ent_i_go_on(err));
        furthest = 0;
        for (size_t v = 0; v < n; v++)
            furthest = ent_i_larger(furthest, settle(position, &stands, nearness + v * n, n, v));
    }

cleanup:
    free(nearness);
    ent_i_stands_free(&stands);
    return status;
}
