/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances in ties: a breadth-first search from 64 actors at a time.
 *
 * Bit s of seen[v] says that search s has reached v. In one round every vertex of the front hands
 * its bits to its neighbours, which keep those that are new to them; so searches that pass through
 * the same vertices in the same round share the work. The number of vertices that search s reaches
 * in round d is the number of actors at distance d. Per search the sums are taken by rising d from
 * whole numbers, so actors equal by symmetry get the same digits. */
#include "engine/distances.h"

#include <stdlib.h>
#include <string.h>

#include "network/network_i.h"

#define LANES 64

/* Invariant between rounds: front[v] != 0 for the vertices listed in `active` only, next[v] == 0
 * for all. */
typedef struct search {
    const size_t *offset;
    const ent_id_t *neighbour;
    uint64_t *seen;
    uint64_t *front;
    uint64_t *next;
    ent_id_t *active;
    size_t active_count;
    ent_id_t *coming;
} search_t;

static void start(search_t *search, size_t first, size_t count, size_t actors)
{
    memset(search->seen, 0, actors * sizeof *search->seen);
    search->active_count = count;
    for (size_t lane = 0; lane < count; lane++) {
        uint64_t bit = UINT64_C(1) << lane;

        search->seen[first + lane] = bit;
        search->front[first + lane] = bit;
        search->active[lane] = (ent_id_t)(first + lane);
    }
}

/* Hands the bits of the front on; returns how many vertices have new ones. */
static size_t hand_on(search_t *search)
{
    size_t count = 0;

    for (size_t i = 0; i < search->active_count; i++) {
        ent_id_t from = search->active[i];
        uint64_t bits = search->front[from];

        search->front[from] = 0;
        for (size_t j = search->offset[from]; j < search->offset[from + 1]; j++) {
            ent_id_t to = search->neighbour[j];
            uint64_t fresh = bits & ~search->seen[to];

            if (fresh == 0)
                continue;
            if (search->next[to] == 0)
                search->coming[count++] = to;
            search->next[to] |= fresh;
        }
    }
    return count;
}

/* Makes the vertices with new bits the front and counts the new ones by lane. */
static void arrive(search_t *search, size_t count, size_t by_lane[LANES])
{
    ent_id_t *passed = search->active;
    uint64_t *cleared = search->front;

    for (size_t i = 0; i < count; i++) {
        ent_id_t at = search->coming[i];

        search->seen[at] |= search->next[at];
        for (uint64_t bits = search->next[at]; bits != 0; bits &= bits - 1)
            by_lane[__builtin_ctzll(bits)]++;
    }
    search->active = search->coming;
    search->active_count = count;
    search->coming = passed;
    search->front = search->next;
    search->next = cleared;
}

static void run(search_t *search, ent_i_reach_t *reach, size_t first, size_t count, size_t actors)
{
    size_t arrived;

    start(search, first, count, actors);
    for (double distance = 1; (arrived = hand_on(search)) > 0; distance++) {
        size_t by_lane[LANES] = {0};

        arrive(search, arrived, by_lane);
        for (size_t lane = 0; lane < count; lane++) {
            ent_i_reach_t *of = &reach[first + lane];

            if (by_lane[lane] == 0)
                continue;
            of->reached += by_lane[lane];
            of->sum += distance * (double)by_lane[lane];
            of->sum_inverse += (double)by_lane[lane] / distance;
            of->farthest = distance;
        }
    }
}

ent_status_t ent_i_distances(const ent_network_t *network, ent_i_reach_t *reach, bool backwards,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool in = backwards && network->directed;
    size_t actors = network->actor_count;
    search_t search = {.offset = in ? network->in_offset : network->offset,
                       .neighbour = in ? network->in_neighbour : network->neighbour};

    ENT_TRY(ent_i_alloc(&search.seen, actors, sizeof *search.seen, err));
    ENT_TRY(ent_i_alloc(&search.front, actors, sizeof *search.front, err));
    ENT_TRY(ent_i_alloc(&search.next, actors, sizeof *search.next, err));
    ENT_TRY(ent_i_alloc(&search.active, actors, sizeof *search.active, err));
    ENT_TRY(ent_i_alloc(&search.coming, actors, sizeof *search.coming, err));
    for (size_t i = 0; i < actors; i++)
        reach[i] = (ent_i_reach_t){0};
    for (size_t first = 0; first < actors; first += LANES)
        run(&search, reach, first, actors - first < LANES ? actors - first : LANES, actors);

cleanup:
    free(search.seen);
    free(search.front);
    free(search.next);
    free(search.active);
    free(search.coming);
    return status;
}
