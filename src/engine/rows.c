/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of 32-bit numbers, numbered breadth first. */
#include "engine/rows.h"

#include <stdlib.h>
#include <string.h>

#include "network/network_i.h"

void ent_i_rows_free(ent_i_rows_t *rows)
{
    free(rows->offset);
    free(rows->neighbour);
    free(rows->length);
    *rows = (ent_i_rows_t){0};
}

void ent_i_order_free(ent_i_order_t *order)
{
    free(order->order);
    free(order->place);
    free(order->start);
    *order = (ent_i_order_t){0};
}

static uint32_t degree(const ent_network_t *network, size_t vertex)
{
    size_t out = ent_i_degree(network, (ent_id_t)vertex);

    return (uint32_t)(network->directed
                          ? out + network->in_offset[vertex + 1] - network->in_offset[vertex]
                          : out);
}

/* Vertices by falling degree, equal ones ascending: sorted by counting. */
static ent_status_t rank_by_degree(uint32_t *ranked, const uint32_t *degrees, size_t count,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t most = 0;
    size_t *first = NULL;

    for (size_t v = 0; v < count; v++)
        most = degrees[v] > most ? degrees[v] : most;
    ENT_TRY(ent_i_alloc(&first, most + 2, sizeof *first, err));
    for (size_t v = 0; v < count; v++)
        first[most - degrees[v] + 1]++;
    for (size_t d = 0; d <= most; d++)
        first[d + 1] += first[d];
    for (size_t v = 0; v < count; v++)
        ranked[first[most - degrees[v]]++] = (uint32_t)v;

cleanup:
    free(first);
    return status;
}

/* Numbers the neighbours of a vertex that have no number yet; returns the next free number. */
static uint32_t number_row(ent_i_order_t *order, const size_t *offset, const ent_id_t *neighbour,
                           uint32_t vertex, uint32_t used)
{
    for (size_t i = offset[vertex]; i < offset[vertex + 1]; i++) {
        uint32_t to = (uint32_t)neighbour[i];

        if (order->place[to] == UINT32_MAX) {
            order->place[to] = used;
            order->order[used++] = to;
        }
    }
    return used;
}

ent_status_t ent_i_order_init(ent_i_order_t *order, const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;
    uint32_t *degrees = NULL;
    uint32_t *ranked = NULL;
    uint32_t used = 0;

    ENT_TRY(ent_i_alloc(&degrees, actors, sizeof *degrees, err));
    ENT_TRY(ent_i_alloc(&ranked, actors, sizeof *ranked, err));
    for (size_t v = 0; v < actors; v++)
        degrees[v] = degree(network, v);
    ENT_TRY(rank_by_degree(ranked, degrees, actors, err));
    ENT_TRY(ent_i_alloc(&order->order, actors, sizeof *order->order, err));
    ENT_TRY(ent_i_alloc(&order->place, actors, sizeof *order->place, err));
    ENT_TRY(ent_i_alloc(&order->start, actors + 1, sizeof *order->start, err));
    for (size_t v = 0; v < actors; v++)
        order->place[v] = UINT32_MAX;
    for (size_t i = 0; i < actors; i++) {
        if (order->place[ranked[i]] != UINT32_MAX)
            continue;
        order->start[order->components++] = used;
        order->place[ranked[i]] = used;
        order->order[used++] = ranked[i];
        for (uint32_t at = used - 1; at < used; at++) {
            uint32_t vertex = order->order[at];

            used = number_row(order, network->offset, network->neighbour, vertex, used);
            if (network->directed)
                used = number_row(order, network->in_offset, network->in_neighbour, vertex, used);
        }
    }
    order->start[order->components] = used;

cleanup:
    free(degrees);
    free(ranked);
    return status;
}

ent_status_t ent_i_rows_init(ent_i_rows_t *rows, const ent_network_t *network,
                             const ent_i_order_t *order, bool backwards, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool in = backwards && network->directed;
    const size_t *offset = in ? network->in_offset : network->offset;
    const ent_id_t *neighbour = in ? network->in_neighbour : network->neighbour;
    size_t actors = network->actor_count;
    uint32_t used = 0;

    rows->count = (uint32_t)actors;
    ENT_TRY(ent_i_alloc(&rows->offset, actors + 1, sizeof *rows->offset, err));
    ENT_TRY(ent_i_alloc(&rows->neighbour, offset[actors], sizeof *rows->neighbour, err));
    for (size_t v = 0; v < actors; v++) {
        uint32_t old = order->order[v];

        for (size_t i = offset[old]; i < offset[old + 1]; i++)
            rows->neighbour[used++] = order->place[neighbour[i]];
        rows->offset[v + 1] = used;
    }

cleanup:
    return status;
}

ent_status_t ent_i_rows_hubs_first(ent_i_rows_t *rows, const ent_i_rows_t *back, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = rows->count;
    uint32_t *degrees = NULL;
    uint32_t *ranked = NULL;
    uint32_t *sorted = NULL;

    ENT_TRY(ent_i_alloc(&degrees, count, sizeof *degrees, err));
    ENT_TRY(ent_i_alloc(&ranked, count, sizeof *ranked, err));
    ENT_TRY(ent_i_alloc(&sorted, rows->offset[count], sizeof *sorted, err));
    for (size_t v = 0; v < count; v++)
        degrees[v] = back->offset[v + 1] - back->offset[v];
    ENT_TRY(rank_by_degree(ranked, degrees, count, err));
    memset(degrees, 0, count * sizeof *degrees); /* from here on: how many each row has got */
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = back->offset[ranked[i]]; k < back->offset[ranked[i] + 1]; k++) {
            uint32_t to = back->neighbour[k];

            sorted[rows->offset[to] + degrees[to]++] = ranked[i];
        }
    free(rows->neighbour);
    rows->neighbour = sorted;
    sorted = NULL;

cleanup:
    free(degrees);
    free(ranked);
    free(sorted);
    return status;
}

ent_status_t ent_i_rows_measure(ent_i_rows_t *rows, const ent_network_t *network,
                                const ent_i_order_t *order, bool backwards, const double *length,
                                ent_error_t *err)
{
    bool in = backwards && network->directed;
    const size_t *offset = in ? network->in_offset : network->offset;
    const ent_id_t *via = in ? network->in_via : network->via;
    uint32_t used = 0;
    ent_status_t status =
        ent_i_alloc(&rows->length, rows->offset[rows->count], sizeof *rows->length, err);

    for (uint32_t v = 0; status == ENT_OK && v < rows->count; v++)
        for (size_t i = offset[order->order[v]]; i < offset[order->order[v] + 1]; i++)
            rows->length[used++] = length[via[i]];
    return status;
}
