/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a matrix: groups after each other, in each the best tied first. */
#include <stdlib.h>

#include "base/memory.h"
#include "layout/layout.h"

typedef struct rank {
    size_t group;
    size_t degree;
    ent_id_t vertex;
} rank_t;

static int by_rank(const void *left, const void *right)
{
    const rank_t *a = left;
    const rank_t *b = right;

    if (a->group != b->group)
        return a->group < b->group ? -1 : 1;
    if (a->degree != b->degree)
        return a->degree > b->degree ? -1 : 1;
    return a->vertex < b->vertex ? -1 : a->vertex > b->vertex;
}

ent_status_t ent_i_layout_blocks(ent_id_t *order, const ent_i_layout_graph_t *graph,
                                 const size_t *group, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    rank_t *rank = NULL;

    ENT_TRY(ent_i_alloc(&rank, graph->vertex_count, sizeof *rank, err));
    for (size_t v = 0; v < graph->vertex_count; v++)
        rank[v] = (rank_t){.group = group[v], .vertex = (ent_id_t)v};
    for (size_t t = 0; t < graph->tie_count; t++) {
        rank[graph->a[t]].degree++;
        rank[graph->b[t]].degree++;
    }
    qsort(rank, graph->vertex_count, sizeof *rank, by_rank);
    for (size_t v = 0; v < graph->vertex_count; v++)
        order[v] = rank[v].vertex;

cleanup:
    free(rank);
    return status;
}
