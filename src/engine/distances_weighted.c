/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by lengths: Dijkstra's search from every actor, with a binary heap.
 *
 * The heap holds each open vertex once and knows its place, so that a shorter way moves it up.
 * Sums are taken in the order in which vertices are settled, by rising distance. */
#include <math.h>
#include <stdlib.h>

#include "engine/distances.h"
#include "network/network_i.h"

#define UNSEEN SIZE_MAX

typedef struct heap {
    double *distance; /* by vertex; INFINITY until a way is known */
    ent_id_t *open;   /* the heap itself */
    size_t *place;    /* by vertex: where it stands in `open`; UNSEEN when it does not */
    size_t count;
} heap_t;

/* Equal distances go by vertex, so that the order of settling is one and the same. */
static bool before(const heap_t *heap, ent_id_t left, ent_id_t right)
{
    double x = heap->distance[left];
    double y = heap->distance[right];

    return x < y || (x == y && left < right);
}

static void set(heap_t *heap, size_t place, ent_id_t vertex)
{
    heap->open[place] = vertex;
    heap->place[vertex] = place;
}

static void rise(heap_t *heap, ent_id_t vertex)
{
    size_t at = heap->place[vertex];

    while (at > 0 && before(heap, vertex, heap->open[(at - 1) / 2])) {
        set(heap, at, heap->open[(at - 1) / 2]);
        at = (at - 1) / 2;
    }
    set(heap, at, vertex);
}

static void sink(heap_t *heap, ent_id_t vertex)
{
    size_t at = heap->place[vertex];

    for (size_t child = 2 * at + 1; child < heap->count; child = 2 * at + 1) {
        if (child + 1 < heap->count && before(heap, heap->open[child + 1], heap->open[child]))
            child++;
        if (!before(heap, heap->open[child], vertex))
            break;
        set(heap, at, heap->open[child]);
        at = child;
    }
    set(heap, at, vertex);
}

static void offer(heap_t *heap, ent_id_t vertex, double distance)
{
    if (distance >= heap->distance[vertex])
        return;
    if (heap->place[vertex] == UNSEEN)
        set(heap, heap->count++, vertex);
    heap->distance[vertex] = distance;
    rise(heap, vertex);
}

static ent_id_t take_nearest(heap_t *heap)
{
    ent_id_t nearest = heap->open[0];
    ent_id_t last = heap->open[--heap->count];

    heap->place[nearest] = UNSEEN;
    if (last != nearest) {
        set(heap, 0, last);
        sink(heap, last);
    }
    return nearest;
}

static void search(const ent_network_t *network, heap_t *heap, const double *length, bool in,
                   ent_id_t source, ent_i_reach_t *reach)
{
    const size_t *offset = in ? network->in_offset : network->offset;
    const ent_id_t *neighbour = in ? network->in_neighbour : network->neighbour;
    const ent_id_t *via = in ? network->in_via : network->via;

    for (size_t i = 0; i < network->actor_count; i++)
        heap->distance[i] = INFINITY;
    offer(heap, source, 0);
    while (heap->count > 0) {
        ent_id_t at = take_nearest(heap);
        double distance = heap->distance[at];

        if (at != source) {
            reach->reached++;
            reach->sum += distance;
            reach->sum_inverse += 1 / distance;
            reach->farthest = distance;
        }
        for (size_t i = offset[at]; i < offset[at + 1]; i++)
            offer(heap, neighbour[i], distance + length[via[i]]);
    }
}

ent_status_t ent_i_distances_weighted(const ent_network_t *network, ent_i_reach_t *reach,
                                      const double *length, bool backwards, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;
    heap_t heap = {0};

    ENT_TRY(ent_i_alloc(&heap.distance, actors, sizeof *heap.distance, err));
    ENT_TRY(ent_i_alloc(&heap.open, actors, sizeof *heap.open, err));
    ENT_TRY(ent_i_alloc(&heap.place, actors, sizeof *heap.place, err));
    for (size_t i = 0; i < actors; i++)
        heap.place[i] = UNSEEN;
    for (size_t i = 0; i < actors; i++) {
        reach[i] = (ent_i_reach_t){0};
        search(network, &heap, length, backwards && network->directed, (ent_id_t)i, &reach[i]);
    }

cleanup:
    free(heap.distance);
    free(heap.open);
    free(heap.place);
    return status;
}
