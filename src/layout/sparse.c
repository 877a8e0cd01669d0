/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress on the distances to neighbours and to some pivots, for graphs too large for all of them.
 */
#include <math.h>
#include <stdlib.h>

#include "layout/stress.h"

/* A pivot stands for the vertices that are nearest to it. */
enum { PIVOTS = 64, ROUNDS = 50 };

static const double enough = 5e-3; /* of a tie's length, on average over a round */
static const double golden_angle = 2.39996322972865332;

typedef struct sparse {
    const ent_i_adjacency_t *graph;
    size_t pivots;
    ent_id_t pivot[PIVOTS];
    int32_t *distance; /* pivot by pivot, a row of all vertices */
    double *weight;    /* the same */
} sparse_t;

static ent_id_t busiest(const ent_i_adjacency_t *graph)
{
    size_t best = 0;

    for (size_t v = 1; v < graph->vertex_count; v++) {
        if (graph->offset[v + 1] - graph->offset[v] > graph->offset[best + 1] - graph->offset[best])
            best = v;
    }
    return (ent_id_t)best;
}

/* Pivots at even steps of a breadth-first walk, so that they are at every distance from the
 * middle, and the distances from each. */
static void choose_pivots(sparse_t *sparse, ent_id_t *queue)
{
    const ent_i_adjacency_t *graph = sparse->graph;
    size_t n = graph->vertex_count;

    ent_i_adjacency_distances(graph, sparse->distance, queue, busiest(graph));
    for (size_t p = 0; p < sparse->pivots; p++)
        sparse->pivot[p] = queue[p * n / sparse->pivots];
    for (size_t p = 0; p < sparse->pivots; p++)
        ent_i_adjacency_distances(graph, sparse->distance + p * n, queue, sparse->pivot[p]);
}

/* The weight of vertex and pivot: 1/d² for each vertex of the pivot's own that lies at most half as
 * far from it as this one. */
static void weigh(sparse_t *sparse, size_t *within, size_t furthest)
{
    size_t n = sparse->graph->vertex_count;

    for (size_t p = 0; p < sparse->pivots; p++) {
        const int32_t *distance = sparse->distance + p * n;

        for (size_t d = 0; d <= furthest; d++)
            within[d] = 0;
        for (size_t v = 0; v < n; v++) {
            bool own = true;

            for (size_t q = 0; q < sparse->pivots && own; q++) {
                int32_t other = sparse->distance[q * n + v];

                own = other > distance[v] || (other == distance[v] && q >= p);
            }
            within[distance[v]] += own;
        }
        for (size_t d = 1; d <= furthest; d++)
            within[d] += within[d - 1];
        for (size_t v = 0; v < n; v++) {
            double d = distance[v];

            sparse->weight[p * n + v] = d > 0 ? (double)within[distance[v] / 2] / (d * d) : 0;
        }
    }
}

/* What one other vertex asks of this one. */
typedef struct pull {
    double x, y, total;
} pull_t;

static void ask(pull_t *pull, ent_i_point_t own, ent_i_point_t other, double distance,
                double weight)
{
    double dx = own.x - other.x;
    double dy = own.y - other.y;
    double apart = sqrt(dx * dx + dy * dy);
    double stretch = apart > 1e-9 ? distance / apart : 0;

    pull->x += weight * (other.x + stretch * dx);
    pull->y += weight * (other.y + stretch * dy);
    pull->total += weight;
}

static double settle(const sparse_t *sparse, ent_i_point_t *position, size_t v)
{
    const ent_i_adjacency_t *graph = sparse->graph;
    size_t n = graph->vertex_count;
    pull_t pull = {0};
    double moved = 0;

    for (size_t i = graph->offset[v]; i < graph->offset[v + 1]; i++)
        ask(&pull, position[v], position[graph->neighbour[i]], 1, 1);
    for (size_t p = 0; p < sparse->pivots; p++) {
        double weight = sparse->weight[p * n + v];

        if (weight > 0)
            ask(&pull, position[v], position[sparse->pivot[p]], sparse->distance[p * n + v],
                weight);
    }
    pull.x /= pull.total;
    pull.y /= pull.total;
    moved = hypot(pull.x - position[v].x, pull.y - position[v].y);
    position[v].x = pull.x;
    position[v].y = pull.y;
    return moved;
}

/* Lays out a graph in which nobody hangs on one tie alone, or hardly anybody. */
static ent_status_t lay_out_core(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    sparse_t sparse = {.graph = graph, .pivots = n < PIVOTS ? n : PIVOTS};
    ent_id_t *queue = NULL;
    size_t *within = NULL;
    double moved = INFINITY;

    ENT_TRY(ent_i_layout_start(position, graph, err));
    ENT_TRY(ent_i_alloc(&queue, n, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&within, n + 1, sizeof *within, err));
    ENT_TRY(ent_i_alloc(&sparse.distance, sparse.pivots * n, sizeof *sparse.distance, err));
    ENT_TRY(ent_i_alloc(&sparse.weight, sparse.pivots * n, sizeof *sparse.weight, err));
    choose_pivots(&sparse, queue);
    weigh(&sparse, within, n - 1);
    for (int round = 0; round < ROUNDS && moved > enough * (double)n; round++) {
        moved = 0;
        for (size_t v = 0; v < n; v++)
            moved += settle(&sparse, position, v);
    }

cleanup:
    free(queue);
    free(within);
    free(sparse.distance);
    free(sparse.weight);
    return status;
}

/* Whether a vertex hangs on one tie; of two that have only each other the first does not. */
static bool is_leaf(const ent_i_adjacency_t *graph, size_t v)
{
    ent_id_t other = graph->neighbour[graph->offset[v]];

    return graph->offset[v + 1] - graph->offset[v] == 1 &&
           (graph->offset[other + 1] - graph->offset[other] > 1 || (size_t)other < v);
}

ent_status_t ent_i_layout_sparse(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_i_adjacency_t core = {0};
    ent_i_point_t *place = NULL;
    ent_id_t *member = NULL;
    size_t *leaves = NULL;
    size_t count = 0;

    if (n < 2)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&member, n, sizeof *member, err));
    ENT_TRY(ent_i_alloc(&place, n, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&leaves, n, sizeof *leaves, err));
    for (size_t v = 0; v < n; v++) {
        if (!is_leaf(graph, v))
            member[count++] = (ent_id_t)v;
    }
    ENT_TRY(ent_i_adjacency_part(&core, graph, member, count, err));
    if (count > 1)
        ENT_TRY(lay_out_core(place, &core, err));
    for (size_t i = 0; i < count; i++)
        position[member[i]] = place[i];
    for (size_t v = 0; v < n; v++) { /* leaves stand about their only neighbour, as seeds do */
        ent_id_t hub = graph->neighbour[graph->offset[v]];
        double angle = 0, reach = 0;

        if (!is_leaf(graph, v))
            continue;
        angle = golden_angle * (double)(leaves[hub]++ + (size_t)hub);
        reach = 0.35 + 0.1 * sqrt((double)leaves[hub]);
        position[v].x = position[hub].x + reach * cos(angle);
        position[v].y = position[hub].y + reach * sin(angle);
    }

cleanup:
    ent_i_adjacency_free(&core);
    free(place);
    free(member);
    free(leaves);
    return status;
}
