/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dijkstra's search. The heap holds each open vertex once and knows its place, so that a shorter
 * way moves it up. */
#include "engine/search.h"

#include <math.h>
#include <stdlib.h>

#include "network/network_i.h"

#define UNSEEN SIZE_MAX

/* Equal distances go by vertex, so that the order of settling is one and the same. */
static bool before(const ent_i_search_t *search, ent_id_t left, ent_id_t right)
{
    double x = search->distance[left];
    double y = search->distance[right];

    return x < y || (x == y && left < right);
}

static void set(ent_i_search_t *search, size_t place, ent_id_t vertex)
{
    search->open[place] = vertex;
    search->place[vertex] = place;
}

static void rise(ent_i_search_t *search, ent_id_t vertex)
{
    size_t at = search->place[vertex];

    while (at > 0 && before(search, vertex, search->open[(at - 1) / 2])) {
        set(search, at, search->open[(at - 1) / 2]);
        at = (at - 1) / 2;
    }
    set(search, at, vertex);
}

static void sink(ent_i_search_t *search, ent_id_t vertex)
{
    size_t at = search->place[vertex];

    for (size_t child = 2 * at + 1; child < search->open_count; child = 2 * at + 1) {
        if (child + 1 < search->open_count &&
            before(search, search->open[child + 1], search->open[child]))
            child++;
        if (!before(search, search->open[child], vertex))
            break;
        set(search, at, search->open[child]);
        at = child;
    }
    set(search, at, vertex);
}

static void offer(ent_i_search_t *search, ent_id_t vertex, double distance)
{
    if (distance >= search->distance[vertex])
        return;
    if (search->place[vertex] == UNSEEN)
        set(search, search->open_count++, vertex);
    search->distance[vertex] = distance;
    rise(search, vertex);
}

static ent_id_t take_nearest(ent_i_search_t *search)
{
    ent_id_t nearest = search->open[0];
    ent_id_t last = search->open[--search->open_count];

    search->place[nearest] = UNSEEN;
    if (last != nearest) {
        set(search, 0, last);
        sink(search, last);
    }
    return nearest;
}

ent_status_t ent_i_search_init(ent_i_search_t *search, const ent_network_t *network,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;

    ENT_TRY(ent_i_alloc(&search->distance, actors, sizeof *search->distance, err));
    ENT_TRY(ent_i_alloc(&search->order, actors, sizeof *search->order, err));
    ENT_TRY(ent_i_alloc(&search->open, actors, sizeof *search->open, err));
    ENT_TRY(ent_i_alloc(&search->place, actors, sizeof *search->place, err));
    for (size_t i = 0; i < actors; i++)
        search->place[i] = UNSEEN;

cleanup:
    return status;
}

void ent_i_search_free(ent_i_search_t *search)
{
    free(search->distance);
    free(search->order);
    free(search->open);
    free(search->place);
    *search = (ent_i_search_t){0};
}

void ent_i_search_run(ent_i_search_t *search, const ent_network_t *network, const double *length,
                      ent_id_t source, bool backwards)
{
    bool in = backwards && network->directed;
    const size_t *offset = in ? network->in_offset : network->offset;
    const ent_id_t *neighbour = in ? network->in_neighbour : network->neighbour;
    const ent_id_t *via = in ? network->in_via : network->via;

    for (size_t i = 0; i < network->actor_count; i++)
        search->distance[i] = INFINITY;
    search->reached = 0;
    offer(search, source, 0);
    while (search->open_count > 0) {
        ent_id_t at = take_nearest(search);
        double distance = search->distance[at];

        search->order[search->reached++] = at;
        for (size_t i = offset[at]; i < offset[at + 1]; i++)
            offer(search, neighbour[i], distance + (length != NULL ? length[via[i]] : 1));
    }
}
