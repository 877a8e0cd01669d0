/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization. */
#include "layout/stress.h"

#include <math.h>
#include <stdlib.h>

#include "base/watch.h"

enum { TERMS = 128 }; /* at a time */
static const double hair = 1e-9;
static const double enough = 2e-4; /* of a tie's length: rounds end when nothing moves further */

ent_status_t ent_i_all_distances(int32_t *distance, const ent_i_adjacency_t *graph,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *queue = NULL;

    ENT_TRY(ent_i_alloc(&queue, graph->vertex_count, sizeof *queue, err));
    for (size_t v = 0; v < graph->vertex_count; v++)
        ent_i_adjacency_distances(graph, distance + v * graph->vertex_count, queue, (ent_id_t)v);

cleanup:
    free(queue);
    return status;
}

typedef struct sum {
    double x;
    double y;
    double total;
} sum_t;

/* What the vertices from … to - 1 want of one. The terms stand in tables, which the compiler fills
 * several at a time; they are added one behind the other, so that the digits stay. */
static void add_wishes(sum_t *sum, const ent_i_point_t *position, const int32_t *distance,
                       size_t from, size_t to, ent_i_point_t own, double scale)
{
    double x[TERMS], y[TERMS], weight[TERMS];

    for (size_t first = from; first < to; first += TERMS) {
        const ent_i_point_t *at = position + first;
        const int32_t *ties = distance + first;
        size_t count = to - first < TERMS ? to - first : TERMS;

        for (size_t i = 0; i < count; i++) {
            double dx = own.x - at[i].x;
            double dy = own.y - at[i].y;
            double apart = sqrt(dx * dx + dy * dy);
            double length = scale * ties[i];
            double pull = length / (apart > hair ? apart : INFINITY);

            weight[i] = 1 / (length * length);
            x[i] = weight[i] * (at[i].x + pull * dx);
            y[i] = weight[i] * (at[i].y + pull * dy);
        }
        for (size_t i = 0; i < count; i++) {
            sum->x += x[i];
            sum->y += y[i];
            sum->total += weight[i];
        }
    }
}

ent_i_point_t ent_i_stress_goal(const ent_i_point_t *position, const int32_t *distance, size_t n,
                                size_t v, double scale)
{
    sum_t sum = {0};

    add_wishes(&sum, position, distance, 0, v, position[v], scale);
    add_wishes(&sum, position, distance, v + 1, n, position[v], scale);
    return (ent_i_point_t){sum.x / sum.total, sum.y / sum.total};
}

/* Moves a vertex to where its distances ask it to be; returns how far it went. */
static double settle(ent_i_point_t *position, const int32_t *distance, size_t n, size_t v)
{
    ent_i_point_t goal = ent_i_stress_goal(position, distance, n, v, 1);
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
    int32_t *distance = NULL;

    if (n < 2)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&distance, n * n, sizeof *distance, err));
    ENT_TRY(ent_i_all_distances(distance, graph, err));
    rounds = rounds < 40 ? 40 : rounds > 300 ? 300 : rounds;
    for (size_t round = 0; round < rounds && furthest > enough; round++) {
        ENT_TRY(ent_i_go_on(err));
        furthest = 0;
        for (size_t v = 0; v < n; v++)
            furthest = fmax(furthest, settle(position, distance + v * n, n, v));
    }

cleanup:
    free(distance);
    return status;
}
