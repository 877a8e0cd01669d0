/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness the plain way: one source at a time, breadth first or, by lengths, as Dijkstra.
 *
 * By lengths a tie lies on a shortest path when it leads from a vertex settled earlier to one whose
 * distance it makes up, but for ENT_WAYS_TOLERANCE of it: sums of the same lengths in another order
 * differ in their last digits, and must count as equal. The distance is the least of all sums, so
 * no vertex is nearer than it, and who is settled first never depends on what was found first.
 *
 * The number of paths can grow by a factor with every tie, beyond what a double holds. A source
 * from which it does is run again in steps: vertex v then has paths[v] · 2^(512 · step[v]) paths,
 * and of numbers more than a step apart the smaller one is lost in the greater. */
#include <stdlib.h>

#include "base/memory.h"
#include "engine/betweenness_i.h"
#include "engine/paths.h"

static const double most_paths = 0x1p1000; /* a weight over so many is not yet lost */
static const double whole_step = 0x1p512;

ent_status_t ent_i_brandes_init(ent_i_brandes_t *brandes, uint32_t count, uint32_t arcs,
                                bool lengths, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&brandes->paths, count, sizeof *brandes->paths, err));
    ENT_TRY(ent_i_alloc(&brandes->handed, count, sizeof *brandes->handed, err));
    ENT_TRY(ent_i_alloc(&brandes->step, count, sizeof *brandes->step, err));
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
    free(brandes->step);
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

/* Adds the paths to `from` to those to `to`. */
static inline void add_paths(ent_i_brandes_t *brandes, uint32_t to, uint32_t from, bool in_steps)
{
    double more = brandes->paths[from];

    if (in_steps && brandes->step[to] != brandes->step[from]) {
        bool above = brandes->step[from] > brandes->step[to];
        uint32_t high = brandes->step[above ? from : to];
        double great = above ? more : brandes->paths[to];
        double small = above ? brandes->paths[to] : more;

        more = high - brandes->step[above ? to : from] > 1 ? 0 : small / whole_step;
        brandes->paths[to] = great;
        brandes->step[to] = high;
    }
    brandes->paths[to] += more;
    if (in_steps && brandes->paths[to] >= whole_step) {
        brandes->paths[to] /= whole_step;
        brandes->step[to]++;
    }
}

static inline void no_paths(ent_i_brandes_t *brandes, uint32_t vertex, bool in_steps)
{
    brandes->paths[vertex] = 0;
    if (in_steps)
        brandes->step[vertex] = 0;
}

static inline void only_path(ent_i_brandes_t *brandes, uint32_t source, bool in_steps)
{
    no_paths(brandes, source, in_steps);
    brandes->paths[source] = 1;
}

/* What `hand`, which is to be multiplied by paths to `behind`, comes to in the steps of `vertex`,
 * which has no more of them. */
static inline double in_steps_of(const ent_i_brandes_t *brandes, uint32_t vertex, uint32_t behind,
                                 double hand, bool in_steps)
{
    uint32_t apart = in_steps ? brandes->step[behind] - brandes->step[vertex] : 0;

    return apart == 0 ? hand : apart == 1 ? hand / whole_step : 0;
}

/* Counts the shortest paths to every vertex; returns how many are reached, in `queue` by distance;
 * `fit` is whether their numbers do. */
static inline uint32_t count_paths(const ent_i_rows_t *rows, uint32_t source,
                                   ent_i_brandes_t *brandes, bool in_steps, bool *fit)
{
    uint32_t used = 1;

    brandes->queue[0] = source;
    brandes->distance[source] = 0;
    only_path(brandes, source, in_steps);
    *fit = true;
    for (uint32_t at = 0; at < used; at++) {
        uint32_t v = brandes->queue[at];
        uint32_t next = brandes->distance[v] + 1;

        *fit = *fit && brandes->paths[v] < most_paths;
        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == UINT32_MAX) {
                brandes->distance[to] = next;
                no_paths(brandes, to, in_steps);
                brandes->queue[used++] = to;
            }
            if (brandes->distance[to] == next)
                add_paths(brandes, to, v, in_steps);
        }
    }
    return used;
}

static void forget_distances(ent_i_brandes_t *brandes, uint32_t reached)
{
    for (uint32_t at = 0; at < reached; at++)
        brandes->distance[brandes->queue[at]] = UINT32_MAX;
}

/* Whether numbers of paths fit; nothing is added else. */
static inline bool run_by_ties(const ent_i_sums_t *sums, const ent_i_block_t *block,
                               uint32_t source, double times, ent_i_brandes_t *brandes,
                               bool in_steps)
{
    const ent_i_rows_t *rows = &block->rows;
    bool fit;
    uint32_t reached = count_paths(rows, source, brandes, in_steps, &fit);

    for (uint32_t at = reached; at-- > 1 && fit;) {
        uint32_t v = brandes->queue[at];
        double depend = 0;

        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == brandes->distance[v] + 1)
                depend += in_steps_of(brandes, v, to, brandes->handed[to], in_steps);
        }
        depend *= brandes->paths[v];
        add(sums, v, depend, times);
        brandes->handed[v] = (block->weight[v] + depend) / brandes->paths[v];
    }
    forget_distances(brandes, reached);
    return fit;
}

/* Counts the paths to every vertex reached, in order of settling, and lists who is before whom;
 * returns whether their numbers fit. */
static inline bool count_long_paths(ent_i_brandes_t *brandes, const ent_i_rows_t *back,
                                    bool in_steps)
{
    const ent_i_stop_t *stop = brandes->search.stop;
    uint32_t used = 0;
    bool fit = true;

    only_path(brandes, brandes->search.order[0], in_steps);
    brandes->before_end[0] = 0;
    for (uint32_t at = 1; at < brandes->search.reached; at++) {
        uint32_t v = brandes->search.order[at];
        double most = stop[v].distance + ENT_WAYS_TOLERANCE * stop[v].distance;

        no_paths(brandes, v, in_steps);
        for (uint32_t i = back->offset[v]; i < back->offset[v + 1]; i++) {
            uint32_t from = back->neighbour[i];

            if (stop[from].distance + back->length[i] <= most && stop[from].rank < at) {
                brandes->before[used++] = from;
                add_paths(brandes, v, from, in_steps);
            }
        }
        brandes->before_end[at] = used;
        brandes->handed[v] = 0;
        fit = fit && brandes->paths[v] < most_paths;
    }
    return fit;
}

static inline void sum_long_paths(const ent_i_sums_t *sums, const ent_i_block_t *block,
                                  double times, ent_i_brandes_t *brandes, bool in_steps)
{
    double *handed = brandes->handed;

    handed[brandes->search.order[0]] = 0;
    for (uint32_t at = brandes->search.reached; at-- > 1;) {
        uint32_t v = brandes->search.order[at];
        double depend = handed[v] * brandes->paths[v];
        double hand = (block->weight[v] + depend) / brandes->paths[v];

        add(sums, v, depend, times);
        for (uint32_t i = brandes->before_end[at - 1]; i < brandes->before_end[at]; i++)
            handed[brandes->before[i]] +=
                in_steps_of(brandes, brandes->before[i], v, hand, in_steps);
    }
}

static void run_by_lengths(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                           double times, ent_i_brandes_t *brandes)
{
    const ent_i_rows_t *back = block->back.offset != NULL ? &block->back : &block->rows;

    ent_i_dijkstra_run(&brandes->search, &block->rows, source);
    if (count_long_paths(brandes, back, false)) {
        sum_long_paths(sums, block, times, brandes, false);
    } else {
        count_long_paths(brandes, back, true);
        sum_long_paths(sums, block, times, brandes, true);
    }
    ent_i_dijkstra_forget(&brandes->search);
}

void ent_i_betweenness_one(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                           double times, ent_i_brandes_t *brandes)
{
    if (block->rows.length != NULL)
        run_by_lengths(sums, block, source, times, brandes);
    else if (!run_by_ties(sums, block, source, times, brandes, false))
        run_by_ties(sums, block, source, times, brandes, true);
}
