/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances by lengths: a search from every actor, each process and thread taking some of
 * them.
 *
 * Sums are taken in the order in which vertices are settled, by rising distance: actors equal by
 * symmetry get the same digits, whatever the threads. Where all ties are equally long, distances
 * are those in ties times the length. */
#include <omp.h>
#include <stdlib.h>

#include "base/crew.h"
#include "base/watch.h"
#include "engine/dijkstra.h"
#include "engine/distances.h"
#include "network/network_i.h"

static const double worth_threads = 1e6; /* actors times ties: some 20 ms */

static void sum_up(ent_i_reach_t *reach, const ent_i_dijkstra_t *search)
{
    *reach = (ent_i_reach_t){.reached = search->reached - 1};
    for (uint32_t k = 1; k < search->reached; k++) {
        double distance = search->stop[search->order[k]].distance;

        reach->sum += distance;
        reach->sum_inverse += 1 / distance;
        reach->farthest = distance;
    }
}

bool ent_i_equal_lengths(const double *length, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (length[i] < length[0] || length[i] > length[0])
            return false;
    return true;
}

static ent_status_t scale_distances(ent_i_reach_t *reach, const ent_network_t *network,
                                    double length, bool backwards, int threads, ent_error_t *err)
{
    ent_status_t status = ent_i_distances(network, reach, backwards, threads, err);

    for (size_t i = 0; status == ENT_OK && i < network->actor_count; i++) {
        reach[i].sum *= length;
        reach[i].sum_inverse /= length;
        reach[i].farthest *= length;
    }
    return status;
}

static void run_source(ent_i_dijkstra_t *search, ent_i_reach_t *found, const ent_i_rows_t *rows,
                       uint32_t source, ent_i_task_t *task)
{
    if (ent_i_task_is_over(task))
        return;
    ent_i_dijkstra_run(search, rows, source);
    sum_up(&found[source], search);
    ent_i_dijkstra_forget(search);
    ent_i_task_step(task, 1);
}

ent_status_t ent_i_distances_weighted(const ent_network_t *network, ent_i_reach_t *reach,
                                      const double *length, bool backwards, int threads,
                                      ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;
    ent_i_order_t order = {0};
    ent_i_rows_t rows = {0};
    ent_i_dijkstra_t *search = NULL;
    ent_i_task_t task;
    ent_i_reach_t *found = NULL; /* by number */
    ent_i_stretch_t mine = ent_i_crew_stretch(actors);

    if (ent_i_equal_lengths(length, network->tie_count))
        return scale_distances(reach, network, network->tie_count > 0 ? length[0] : 1, backwards,
                               threads, err);
    if (threads < 1 || (double)actors * (double)network->offset[actors] < worth_threads)
        threads = 1;
    ENT_TRY(ent_i_order_init(&order, network, err));
    ENT_TRY(ent_i_rows_init(&rows, network, &order, backwards, err));
    ENT_TRY(ent_i_rows_measure(&rows, network, &order, backwards, length, err));
    ENT_TRY(ent_i_alloc(&search, (size_t)threads, sizeof *search, err));
    for (int t = 0; t < threads; t++)
        ENT_TRY(ent_i_dijkstra_init(&search[t], rows.count, err));
    ENT_TRY(ent_i_alloc(&found, actors, sizeof *found, err));
    ent_i_task_begin(&task, "distances by length", "actors", mine.to - mine.from);
    if (threads == 1) {
        for (size_t v = mine.from; v < mine.to; v++)
            run_source(search, found, &rows, (uint32_t)v, &task);
    } else {
#pragma omp parallel for schedule(dynamic, 16) num_threads(threads)
        for (size_t v = mine.from; v < mine.to; v++)
            run_source(&search[omp_get_thread_num()], found, &rows, (uint32_t)v, &task);
    }
    ENT_TRY(ent_i_task_end(&task, err));
    ENT_TRY(ent_i_crew_give(found, actors, sizeof *found, err));
    for (size_t v = 0; v < actors; v++)
        reach[order.order[v]] = found[v];

cleanup:
    for (int t = 0; t < threads && search != NULL; t++)
        ent_i_dijkstra_free(&search[t]);
    free(search);
    free(found);
    ent_i_order_free(&order);
    ent_i_rows_free(&rows);
    return status;
}
