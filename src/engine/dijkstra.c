/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dijkstra's search with a heap of four children a node, which knows the place of each vertex. */
#include "engine/dijkstra.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

enum { CHILDREN = 4, LINE = 64 };

#define UNSEEN UINT32_MAX

ent_status_t ent_i_dijkstra_init(ent_i_dijkstra_t *search, uint32_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t bytes = ((size_t)count + 2 * CHILDREN) * sizeof *search->open;

    ENT_TRY(ent_i_alloc(&search->stop, count, sizeof *search->stop, err));
    ENT_TRY(ent_i_alloc(&search->order, count, sizeof *search->order, err));
    ENT_TRY(ent_i_alloc(&search->memory, bytes + LINE, 1, err));
    /* the first children, number 1 on, begin a cache line, and so all their like */
    search->open = (ent_i_open_t *)ent_i_aligned(search->memory, LINE) + CHILDREN - 1;
    for (uint32_t v = 0; v < count; v++)
        search->stop[v] = (ent_i_stop_t){.distance = INFINITY, .place = UNSEEN};

cleanup:
    return status;
}

void ent_i_dijkstra_free(ent_i_dijkstra_t *search)
{
    free(search->stop);
    free(search->order);
    free(search->memory);
    *search = (ent_i_dijkstra_t){0};
}

static inline void set(ent_i_dijkstra_t *search, uint32_t place, ent_i_open_t open)
{
    search->open[place] = open;
    search->stop[open.vertex].place = place;
}

static inline void rise(ent_i_dijkstra_t *search, uint32_t place, ent_i_open_t open)
{
    while (place > 0) {
        uint32_t parent = (place - 1) / CHILDREN;

        if (search->open[parent].distance <= open.distance)
            break;
        set(search, place, search->open[parent]);
        place = parent;
    }
    set(search, place, open);
}

static inline uint32_t nearest_child(const ent_i_open_t *open, uint32_t first, uint32_t end)
{
    uint32_t nearest = first;

    for (uint32_t child = first + 1; child < end; child++)
        nearest = open[child].distance < open[nearest].distance ? child : nearest;
    return nearest;
}

static inline void sink(ent_i_dijkstra_t *search, ent_i_open_t open)
{
    uint32_t place = 0;

    for (uint32_t first = 1; first < search->open_count; first = CHILDREN * place + 1) {
        uint32_t end = first + CHILDREN;
        uint32_t child =
            nearest_child(search->open, first, end < search->open_count ? end : search->open_count);

        if (open.distance <= search->open[child].distance)
            break;
        set(search, place, search->open[child]);
        place = child;
    }
    set(search, place, open);
}

static inline void offer(ent_i_dijkstra_t *search, uint32_t vertex, double distance)
{
    ent_i_stop_t *stop = &search->stop[vertex];

    if (distance >= stop->distance)
        return;
    stop->distance = distance;
    rise(search, stop->place == UNSEEN ? search->open_count++ : stop->place,
         (ent_i_open_t){distance, vertex});
}

void ent_i_dijkstra_run(ent_i_dijkstra_t *search, const ent_i_rows_t *rows, uint32_t source)
{
    search->reached = 0;
    search->open_count = 0;
    offer(search, source, 0);
    while (search->open_count > 0) {
        ent_i_open_t at = search->open[0];

        if (--search->open_count > 0)
            sink(search, search->open[search->open_count]);
        search->stop[at.vertex].rank = search->reached;
        search->order[search->reached++] = at.vertex;
        for (uint32_t i = rows->offset[at.vertex]; i < rows->offset[at.vertex + 1]; i++)
            offer(search, rows->neighbour[i], at.distance + rows->length[i]);
    }
}

void ent_i_dijkstra_forget(ent_i_dijkstra_t *search)
{
    for (uint32_t k = 0; k < search->reached; k++)
        search->stop[search->order[k]] = (ent_i_stop_t){.distance = INFINITY, .place = UNSEEN};
    search->reached = 0;
}
