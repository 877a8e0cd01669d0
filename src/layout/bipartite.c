/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two columns in an order with few crossings: barycentre sweeps, the best one kept. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/stress.h"

enum { SWEEPS = 24 };

static const double few = 0.5; /* a column this much shorter than the other stands by its ties */

typedef struct rank {
    double at; /* mean place of the neighbours */
    size_t before;
    ent_id_t vertex;
} rank_t;

typedef struct columns {
    const ent_i_adjacency_t *graph;
    ent_id_t *order[2];
    size_t count[2];
    size_t *place; /* of each vertex in its column */
    rank_t *rank;
    size_t *tree; /* sums for counting crossings */
} columns_t;

static int by_rank(const void *left, const void *right)
{
    const rank_t *a = left;
    const rank_t *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->before < b->before ? -1 : a->before > b->before;
}

/* The order to begin with: component by component, along the longest extent of each, so that the
 * sweeps need not carry anything far. */
static ent_status_t begin(columns_t *columns, const unsigned char *mode, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_adjacency_t *graph = columns->graph;
    ent_i_components_t components = {0};
    ent_i_adjacency_t part = {0};
    ent_i_point_t *place = NULL;

    ENT_TRY(ent_i_components_init(&components, graph, err));
    ENT_TRY(ent_i_alloc(&place, graph->vertex_count, sizeof *place, err));
    for (size_t c = 0; c < components.count; c++) {
        const ent_id_t *member = components.member + components.first[c];
        size_t count = components.first[c + 1] - components.first[c];

        ENT_TRY(ent_i_adjacency_part(&part, graph, &components, c, err));
        ENT_TRY(ent_i_layout_start(place, &part, err));
        for (size_t i = 0; i < count; i++)
            columns->rank[i] = (rank_t){place[i].x, i, member[i]};
        qsort(columns->rank, count, sizeof *columns->rank, by_rank);
        for (size_t i = 0; i < count; i++) {
            ent_id_t v = columns->rank[i].vertex;
            int side = mode[v] != 0;

            columns->place[v] = columns->count[side];
            columns->order[side][columns->count[side]++] = v;
        }
        ent_i_adjacency_free(&part);
    }

cleanup:
    ent_i_components_free(&components);
    ent_i_adjacency_free(&part);
    free(place);
    return status;
}

/* Orders one column by where the neighbours stand, from 0 to 1; who has none comes last. */
static void sweep(columns_t *columns, int side)
{
    const ent_i_adjacency_t *graph = columns->graph;
    size_t count = columns->count[side];
    double others = (double)columns->count[!side];

    for (size_t i = 0; i < count; i++) {
        ent_id_t v = columns->order[side][i];
        size_t ties = graph->offset[v + 1] - graph->offset[v];
        double sum = 0;

        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++)
            sum += (double)columns->place[graph->neighbour[k]] + 0.5;
        columns->rank[i].at = ties > 0 ? sum / (double)ties / others : 2;
        columns->rank[i].before = i;
        columns->rank[i].vertex = v;
    }
    qsort(columns->rank, count, sizeof *columns->rank, by_rank);
    for (size_t i = 0; i < count; i++) {
        columns->order[side][i] = columns->rank[i].vertex;
        columns->place[columns->rank[i].vertex] = i;
    }
}

/* Pairs of ties that cross, by a tree of prefix sums over the right column. */
static size_t crossings(columns_t *columns)
{
    const ent_i_adjacency_t *graph = columns->graph;
    size_t right = columns->count[1];
    size_t total = 0;
    size_t crossed = 0;

    memset(columns->tree, 0, (right + 1) * sizeof *columns->tree);
    for (size_t i = 0; i < columns->count[0]; i++) {
        ent_id_t v = columns->order[0][i];

        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++) {
            size_t not_past = 0;

            for (size_t p = columns->place[graph->neighbour[k]] + 1; p > 0; p &= p - 1)
                not_past += columns->tree[p];
            crossed += total - not_past;
        }
        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++) {
            for (size_t p = columns->place[graph->neighbour[k]] + 1; p <= right; p += p & (~p + 1))
                columns->tree[p]++;
            total++;
        }
    }
    return crossed;
}

/* Sweeps left and right in turn and leaves the best order found. */
static void untangle(columns_t *columns, size_t *best_place, size_t vertex_count)
{
    size_t best = SIZE_MAX;

    for (int i = 0; i < SWEEPS && best > 0; i++) {
        size_t crossed = 0;

        if (i > 0)
            sweep(columns, i % 2);
        crossed = crossings(columns);
        if (crossed < best) {
            best = crossed;
            memcpy(best_place, columns->place, vertex_count * sizeof *best_place);
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < columns->count[side]; i++)
            columns->rank[i].vertex = columns->order[side][i];
        for (size_t i = 0; i < columns->count[side]; i++)
            columns->order[side][best_place[columns->rank[i].vertex]] = columns->rank[i].vertex;
    }
}

/* Stands a column's vertices evenly over the height. */
static void spread(ent_i_point_t *position, const ent_id_t *order, size_t count,
                   const ent_i_box_t *box)
{
    for (size_t i = 0; i < count; i++)
        position[order[i]].y = box->y + box->height * ((double)i + 0.5) / (double)count;
}

/* Stands a short column's vertices at the mean height of their neighbours, in order and at least
 * a step apart. */
static ent_status_t follow(ent_i_point_t *position, const columns_t *columns, int side,
                           const ent_i_box_t *box, double step, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_adjacency_t *graph = columns->graph;
    const ent_id_t *order = columns->order[side];
    size_t count = columns->count[side];
    double *at = NULL;

    ENT_TRY(ent_i_alloc(&at, count, sizeof *at, err));
    for (size_t i = 0; i < count; i++) {
        size_t ties = graph->offset[order[i] + 1] - graph->offset[order[i]];
        double sum = 0;

        for (size_t k = graph->offset[order[i]]; k < graph->offset[order[i] + 1]; k++)
            sum += position[graph->neighbour[k]].y;
        at[i] = ties > 0 ? sum / (double)ties : box->y + box->height;
    }
    ENT_TRY(ent_i_layout_spread(at, count, step, box->y, box->y + box->height, err));
    for (size_t i = 0; i < count; i++)
        position[order[i]].y = at[i];

cleanup:
    free(at);
    return status;
}

static ent_status_t place_columns(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                  const columns_t *columns, const ent_i_box_t *box,
                                  ent_error_t *err)
{
    double left = box->x;
    double right = box->x + box->width;
    int shorter = columns->count[0] <= columns->count[1] ? 0 : 1;
    size_t few_count = columns->count[shorter];

    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < columns->count[side]; i++) {
            ent_id_t v = columns->order[side][i];
            double r = graph->radius[v];
            ent_i_box_t room =
                graph->room != NULL ? graph->room[v] : (ent_i_box_t){-r, -r, 2 * r, 2 * r};

            if (side == 0)
                left = fmax(left, box->x - room.x);
            else
                right = fmin(right, box->x + box->width - room.x - room.width);
        }
    }
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < columns->count[side]; i++)
            position[columns->order[side][i]].x = side == 0 ? left : right;
        spread(position, columns->order[side], columns->count[side], box);
    }
    if ((double)few_count < few * (double)columns->count[!shorter] && few_count > 0)
        return follow(position, columns, shorter, box, fmin(box->height / (double)few_count, 30),
                      err);
    return ENT_OK;
}

ent_status_t ent_i_layout_bipartite(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                    const unsigned char *mode, const ent_i_box_t *box,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_i_adjacency_t adjacency = {0};
    columns_t columns = {.graph = &adjacency};
    size_t *best_place = NULL;

    ENT_TRY(ent_i_adjacency_init(&adjacency, n, graph->tie_count, graph->a, graph->b, err));
    ENT_TRY(ent_i_alloc(&columns.order[0], n, sizeof *columns.order[0], err));
    ENT_TRY(ent_i_alloc(&columns.order[1], n, sizeof *columns.order[1], err));
    ENT_TRY(ent_i_alloc(&columns.place, n, sizeof *columns.place, err));
    ENT_TRY(ent_i_alloc(&columns.rank, n, sizeof *columns.rank, err));
    ENT_TRY(ent_i_alloc(&columns.tree, n + 1, sizeof *columns.tree, err));
    ENT_TRY(ent_i_alloc(&best_place, n, sizeof *best_place, err));
    ENT_TRY(begin(&columns, mode, err));
    untangle(&columns, best_place, n);
    ENT_TRY(place_columns(position, graph, &columns, box, err));

cleanup:
    free(columns.order[0]);
    free(columns.order[1]);
    free(columns.place);
    free(columns.rank);
    free(columns.tree);
    free(best_place);
    ent_i_adjacency_free(&adjacency);
    return status;
}
