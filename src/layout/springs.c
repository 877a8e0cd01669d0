/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Large graphs: igraph's Fruchterman–Reingold layout on a grid, from our start. */
#include <math.h>

#include "engine/igx.h"
#include "layout/stress.h"

/* Fewer rounds for a larger graph, so that a picture takes seconds. */
static igraph_integer_t rounds_for(size_t n)
{
    if (n <= 2000)
        return 400;
    return n <= 8000 ? 200 : n <= 40000 ? 100 : 40;
}

static ent_status_t make_graph(igraph_t *graph, igraph_vector_int_t *ends,
                               const ent_i_adjacency_t *from, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t v = 0; v < from->vertex_count; v++) {
        for (size_t i = from->offset[v]; i < from->offset[v + 1]; i++) {
            if ((size_t)from->neighbour[i] > v) {
                IGX_TRY(igraph_vector_int_push_back(ends, (igraph_integer_t)v));
                IGX_TRY(igraph_vector_int_push_back(ends, from->neighbour[i]));
            }
        }
    }
    IGX_TRY(igraph_create(graph, ends, (igraph_integer_t)from->vertex_count, false));

cleanup:
    return status;
}

ent_status_t ent_i_layout_springs(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                  uint64_t seed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_t drawn = {0};
    igraph_vector_int_t ends = {0};
    igraph_matrix_t place = {0};
    size_t n = graph->vertex_count;
    igx_scope_t scope;

    igx_enter(&scope);
    IGX_TRY(igraph_vector_int_init(&ends, 0));
    ENT_TRY(make_graph(&drawn, &ends, graph, err));
    IGX_TRY(igraph_matrix_init(&place, (igraph_integer_t)n, 2));
    for (size_t v = 0; v < n; v++) {
        MATRIX(place, (igraph_integer_t)v, 0) = position[v].x;
        MATRIX(place, (igraph_integer_t)v, 1) = position[v].y;
    }
    ENT_TRY(igx_seed(seed, err));
    IGX_TRY(igraph_layout_fruchterman_reingold(&drawn, &place, true, rounds_for(n),
                                               sqrt((double)n) / 2, IGRAPH_LAYOUT_GRID, NULL, NULL,
                                               NULL, NULL, NULL));
    for (size_t v = 0; v < n; v++) {
        position[v].x = MATRIX(place, (igraph_integer_t)v, 0);
        position[v].y = MATRIX(place, (igraph_integer_t)v, 1);
    }

cleanup:
    igraph_destroy(&drawn);
    igraph_vector_int_destroy(&ends);
    igraph_matrix_destroy(&place);
    igx_leave(&scope);
    return status;
}
