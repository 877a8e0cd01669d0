/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness the plain way: one source at a time, breadth first or, by lengths, as Dijkstra.
 *
 * By lengths a tie lies on a shortest path when it leads from a vertex settled earlier to one whose
 * distance it makes up, but for ENT_WAYS_TOLERANCE of it: sums of the same lengths in another order
 * differ in their last digits, and must count as equal. The distance is the least of all sums, so
 * no vertex is nearer than it, and who is settled first never depends on what was found first. */
#include <stdlib.h>

#include "base/memory.h"
#include "engine/betweenness_i.h"
#include "engine/paths.h"

ent_status_t ent_i_brandes_init(ent_i_brandes_t *brandes, uint32_t count, uint32_t arcs,
                                bool lengths, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&brandes->paths, count, sizeof *brandes->paths, err));
    ENT_TRY(ent_i_alloc(&brandes->handed, count, sizeof *brandes->handed, err));
    if (lengths) {
        ENT_TRY(ent_i_dijkstra_init(&brandes->search, count, err));
        ENT_TRY(ent_i_alloc(&brandes->before, arcs, sizeof *brandes->before, err));
        ENT_TRY(ent_i_alloc(&brandes->before_end, count, sizeof *brandes->before_end, err));
        goto cleanup;
    }
    ENT_TRY(ent_i_alloc(&brandes->distance, count, sizeof *brandes->distance, err));
    ENT_TRY(ent_i_alloc(&brandes->queue, count, sizeof *brandes->queue, err));
    for (uint32_t v = 0; v < count; v++)
        brandes->distance[v] = UINT32_MAX;

cleanup:
    return status;
}

void ent_i_brandes_free(ent_i_brandes_t *brandes)
{
    free(brandes->paths);
    free(brandes->handed);
    free(brandes->distance);
    free(brandes->queue);
    ent_i_dijkstra_free(&brandes->search);
    free(brandes->before);
    free(brandes->before_end);
    *brandes = (ent_i_brandes_t){0};
}

static void add(const ent_i_sums_t *sums, uint32_t vertex, double depend, double times)
{
    sums->total[vertex] += times * depend;
    if (sums->squares != NULL)
        sums->squares[vertex] += times * (depend * depend);
}

/* Counts the shortest paths to every vertex; returns how many are reached, in `queue` by distance.
 */
static uint32_t count_paths(const ent_i_rows_t *rows, uint32_t source, ent_i_brandes_t *brandes)
{
    uint32_t used = 1;

    brandes->queue[0] = source;
    brandes->distance[source] = 0;
    brandes->paths[source] = 1;
    for (uint32_t at = 0; at < used; at++) {
        uint32_t v = brandes->queue[at];
        uint32_t next = brandes->distance[v] + 1;

        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == UINT32_MAX) {
                brandes->distance[to] = next;
                brandes->paths[to] = 0;
                brandes->queue[used++] = to;
            }
            if (brandes->distance[to] == next)
                brandes->paths[to] += brandes->paths[v];
        }
    }
    return used;
}

static void run_by_ties(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                        double times, ent_i_brandes_t *brandes)
{
    const ent_i_rows_t *rows = &block->rows;
    uint32_t reached = count_paths(rows, source, brandes);

    for (uint32_t at = reached; at-- > 1;) {
        uint32_t v = brandes->queue[at];
        double depend = 0;

        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == brandes->distance[v] + 1)
                depend += brandes->handed[to];
        }
        depend *= brandes->paths[v];
        add(sums, v, depend, times);
        brandes->handed[v] = (block->weight[v] + depend) / brandes->paths[v];
    }
    for (uint32_t at = 0; at < reached; at++)
        brandes->distance[brandes->queue[at]] = UINT32_MAX;
}

/* Counts the paths to every vertex reached, in order of settling, and lists who is before whom. */
static void count_long_paths(ent_i_brandes_t *brandes, const ent_i_rows_t *back)
{
    const ent_i_stop_t *stop = brandes->search.stop;
    uint32_t used = 0;

    brandes->paths[brandes->search.order[0]] = 1;
    brandes->before_end[0] = 0;
    for (uint32_t at = 1; at < brandes->search.reached; at++) {
        uint32_t v = brandes->search.order[at];
        double most = stop[v].distance + ENT_WAYS_TOLERANCE * stop[v].distance;
        double paths = 0;

        for (uint32_t i = back->offset[v]; i < back->offset[v + 1]; i++) {
            uint32_t from = back->neighbour[i];

            if (stop[from].distance + back->length[i] <= most && stop[from].rank < at) {
                brandes->before[used++] = from;
                paths += brandes->paths[from];
            }
        }
        brandes->before_end[at] = used;
        brandes->paths[v] = paths;
        brandes->handed[v] = 0;
    }
}

static void run_by_lengths(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                           double times, ent_i_brandes_t *brandes)
{
    const ent_i_rows_t *back = block->back.offset != NULL ? &block->back : &block->rows;
    double *handed = brandes->handed;

    ent_i_dijkstra_run(&brandes->search, &block->rows, source);
    count_long_paths(brandes, back);
    handed[source] = 0;
    for (uint32_t at = brandes->search.reached; at-- > 1;) {
        uint32_t v = brandes->search.order[at];
        double depend = handed[v] * brandes->paths[v];
        double hand = (block->weight[v] + depend) / brandes->paths[v];

        add(sums, v, depend, times);
        for (uint32_t i = brandes->before_end[at - 1]; i < brandes->before_end[at]; i++)
            handed[brandes->before[i]] += hand;
    }
    ent_i_dijkstra_forget(&brandes->search);
}

void ent_i_betweenness_one(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                           double times, ent_i_brandes_t *brandes)
{
    if (block->rows.length != NULL)
        run_by_lengths(sums, block, source, times, brandes);
    else
        run_by_ties(sums, block, source, times, brandes);
}
