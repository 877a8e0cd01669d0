/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress majorization. */
#include "layout/stress.h"

#include <math.h>
#include <stdlib.h>

#include "base/watch.h"

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

/* Moves a vertex to where its weighted distances ask it to be; returns how far it went. */
static double settle(ent_i_point_t *position, const int32_t *distance, size_t n, size_t v)
{
    double x = 0;
    double y = 0;
    double total = 0;
    double moved = 0;

    for (size_t u = 0; u < n; u++) {
        double d = distance[u];
        double dx = position[v].x - position[u].x;
        double dy = position[v].y - position[u].y;
        double apart = sqrt(dx * dx + dy * dy);
        double pull = apart > 1e-9 ? d / apart : 0;
        double weight = 0;

        if (u == v)
            continue;
        weight = 1 / (d * d);
        x += weight * (position[u].x + pull * dx);
        y += weight * (position[u].y + pull * dy);
        total += weight;
    }
    x /= total;
    y /= total;
    moved =
        sqrt((x - position[v].x) * (x - position[v].x) + (y - position[v].y) * (y - position[v].y));
    position[v].x = x;
    position[v].y = y;
    return moved;
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
