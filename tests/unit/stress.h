/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Stress by its definition, of connected graphs. */
#ifndef ENT_TESTS_STRESS_H
#define ENT_TESTS_STRESS_H

#include <stdlib.h>

#include "layout/graph.h"
#include "unit/unit.h"

/* Mean of (s · drawn − d)²/d² over all pairs at the best scale s. */
static double stress_of(const ent_i_point_t *position, const ent_i_adjacency_t *graph)
{
    ent_id_t *queue = calloc(graph->vertex_count, sizeof *queue);
    int32_t *distance = calloc(graph->vertex_count, sizeof *distance);
    double sum = 0, squares = 0, pairs = 0;

    assert_true(queue != NULL && distance != NULL);
    for (size_t v = 0; v < graph->vertex_count; v++) {
        ent_i_adjacency_distances(graph, distance, queue, (ent_id_t)v);
        for (size_t u = 0; u < graph->vertex_count; u++) {
            double ratio = 0;

            if (u == v)
                continue;
            ratio =
                hypot(position[u].x - position[v].x, position[u].y - position[v].y) / distance[u];
            sum += ratio;
            squares += ratio * ratio;
            pairs++;
        }
    }
    free(queue);
    free(distance);
    return 1 - sum * sum / squares / pairs;
}

#endif
