/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two columns, members and what they belong to: where on the page each vertex stands. */
#include <math.h>
#include <stdlib.h>

#include "layout/untangle.h"

static const double few = 0.5; /* a column this much shorter than the other stands by its ties */

/* Stands a column's vertices evenly over the height. */
static void spread(ent_i_point_t *position, const ent_id_t *order, size_t count,
                   const ent_i_box_t *box)
{
    for (size_t i = 0; i < count; i++)
        position[order[i]].y = box->y + box->height * ((double)i + 0.5) / (double)count;
}

/* Stands a short column's vertices at the mean height of their neighbours, in order and at least
 * a step apart. */
static ent_status_t follow(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                           const ent_i_columns_t *columns, int side, const ent_i_box_t *box,
                           double step, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
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
                                  const ent_i_adjacency_t *adjacency,
                                  const ent_i_columns_t *columns, const ent_i_box_t *box,
                                  ent_error_t *err)
{
    double left = box->x;
    double right = box->x + box->width;
    int shorter = columns->count[0] <= columns->count[1] ? 0 : 1;
    size_t few_count = columns->count[shorter];

    for (size_t side = 0; side < 2; side++) {
        for (size_t i = 0; i < columns->count[side]; i++) {
            ent_id_t v = columns->order[side][i];
            ent_i_box_t room = ent_i_layout_room(graph, (size_t)v);

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
        return follow(position, adjacency, columns, shorter, box,
                      fmin(box->height / (double)few_count, 30), err);
    return ENT_OK;
}

ent_status_t ent_i_layout_bipartite(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                    const unsigned char *mode, const ent_i_box_t *box,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t adjacency = {0};
    ent_i_columns_t columns = {0};

    ENT_TRY(ent_i_adjacency_init(&adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(ent_i_columns_init(&columns, &adjacency, mode, err));
    ENT_TRY(place_columns(position, graph, &adjacency, &columns, box, err));

cleanup:
    ent_i_columns_free(&columns);
    ent_i_adjacency_free(&adjacency);
    return status;
}
