/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances in ties: waves from 512 actors at a time.
 *
 * The number of bits that newly come to an actor in round d is the number of actors that have it at
 * distance d. The bits travel against the ties, so that this is the actor's own distance to them.
 * It asks its neighbours of highest degree first: these have most of the bits that it needs.
 * Everything is summed in whole numbers, the inverses in units of 2⁻⁸⁰: actors equal by symmetry
 * get the same digits, and these depend neither on the order of the waves nor on who, of several
 * threads and processes, sends them. */
#include "engine/distances.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/watch.h"
#include "engine/kernel.h"
#include "network/network_i.h"

enum {
    UNIT_BITS = 80,       /* of the inverses */
    ACTORS_TOLD = 1 << 15 /* by one process to the others at a time */
};

static const double worth_threads = 3e8; /* actors times ties, both ways: some 15 ms */

/* What one thread works in. */
typedef struct desk {
    ent_i_wave_t wave;
    ent_i_tally_t *tally; /* by number */
    uint32_t source[ENT_WAVE_BITS];
} desk_t;

typedef struct job {
    const ent_i_kernel_t *kernel;
    ent_i_order_t order;
    ent_i_rows_t from;   /* whom an actor takes bits from */
    ent_i_rows_t to;     /* whom it hands them to; empty in an undirected network */
    uint32_t *component; /* by number */
    ent_i_task_t task;
} job_t;

static void desk_free(desk_t *desk)
{
    ent_i_wave_free(&desk->wave);
    free(desk->tally);
}

static ent_status_t desk_init(desk_t *desk, const job_t *job, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_wave_init(&desk->wave, job->from.count, err));
    ENT_TRY(ent_i_alloc(&desk->tally, job->from.count, sizeof *desk->tally, err));
    desk->wave.from = &job->from;
    desk->wave.to = job->to.offset != NULL ? &job->to : &job->from;

cleanup:
    return status;
}

/* Sends a wave from a batch of actors and counts whom it comes to. */
static void run_batch(desk_t *desk, job_t *job, uint32_t first)
{
    ent_i_wave_t *wave = &desk->wave;
    uint32_t left = job->from.count - first;
    uint32_t sources = left < ENT_WAVE_BITS ? left : ENT_WAVE_BITS;
    uint32_t distance = 1;

    wave->low = job->order.start[job->component[first]];
    wave->high = job->order.start[job->component[first + sources - 1] + 1];
    if (ent_i_task_is_over(&job->task))
        return;
    for (uint32_t s = 0; s < sources; s++)
        desk->source[s] = first + s;
    ent_i_wave_start(wave, desk->source, sources);
    while (job->kernel->step(wave)) {
        job->kernel->count(desk->tally, wave, distance, ((ent_i_wide_t)1 << UNIT_BITS) / distance);
        distance++;
    }
    ent_i_task_step(&job->task, sources);
}

static ent_status_t job_init(job_t *job, const ent_network_t *network, bool backwards,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_order_init(&job->order, network, err));
    ENT_TRY(ent_i_rows_init(&job->from, network, &job->order, backwards, err));
    if (network->directed)
        ENT_TRY(ent_i_rows_init(&job->to, network, &job->order, !backwards, err));
    ENT_TRY(ent_i_rows_hubs_first(&job->from, network->directed ? &job->to : &job->from, err));
    ENT_TRY(ent_i_alloc(&job->component, network->actor_count, sizeof *job->component, err));
    for (uint32_t c = 0; c < job->order.components; c++)
        for (uint32_t v = job->order.start[c]; v < job->order.start[c + 1]; v++)
            job->component[v] = c;

cleanup:
    return status;
}

static void job_free(job_t *job)
{
    ent_i_order_free(&job->order);
    ent_i_rows_free(&job->from);
    ent_i_rows_free(&job->to);
    free(job->component);
}

static void add_tally(ent_i_tally_t *all, const ent_i_tally_t *tally)
{
    all->reached += tally->reached;
    all->sum += tally->sum;
    all->inverse += tally->inverse;
    all->farthest = tally->farthest > all->farthest ? tally->farthest : all->farthest;
}

/* Adds up what each process has counted, of a few thousand actors at a time. */
static ent_status_t add_processes(ent_i_tally_t *tally, size_t actors, ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();
    ent_i_tally_t *told = NULL; /* by process and actor */
    ent_status_t status = ENT_OK;

    if (crew->count == 1)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&told, crew->count * ACTORS_TOLD, sizeof *told, err));
    for (size_t first = 0; first < actors; first += ACTORS_TOLD) {
        size_t count = actors - first < ACTORS_TOLD ? actors - first : ACTORS_TOLD;

        memcpy(told + crew->me * count, tally + first, count * sizeof *told);
        ENT_TRY(ent_i_crew_give(told, crew->count, count * sizeof *told, err));
        memset(tally + first, 0, count * sizeof *tally);
        for (size_t i = 0; i < crew->count * count; i++)
            add_tally(&tally[first + i % count], &told[i]);
    }

cleanup:
    free(told);
    return status;
}

static ent_i_reach_t reach_of(const ent_i_tally_t *tally)
{
    return (ent_i_reach_t){.reached = tally->reached,
                           .sum = (double)tally->sum,
                           .sum_inverse = ldexp((double)tally->inverse, -UNIT_BITS),
                           .farthest = tally->farthest};
}

ent_status_t ent_i_distances_by(ent_i_reach_t *reach, const ent_network_t *network, bool backwards,
                                int threads, const ent_i_kernel_t *kernel, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;
    job_t job = {.kernel = kernel};
    size_t batches = (actors + ENT_WAVE_BITS - 1) / ENT_WAVE_BITS;
    ent_i_stretch_t mine = {0, batches};
    desk_t *desk = NULL;

    if (batches > 1)
        mine = ent_i_crew_stretch(batches);
    if (threads < 1 || (double)actors * (double)network->offset[actors] < worth_threads)
        threads = 1;
    ENT_TRY(job_init(&job, network, backwards, err));
    ENT_TRY(ent_i_alloc(&desk, (size_t)threads, sizeof *desk, err));
    for (int t = 0; t < threads; t++)
        ENT_TRY(desk_init(&desk[t], &job, err));
    ent_i_task_begin(&job.task, "distances", "actors", actors);
    if (threads == 1) {
        for (size_t batch = mine.from; batch < mine.to; batch++)
            run_batch(desk, &job, (uint32_t)(batch * ENT_WAVE_BITS));
    } else {
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (size_t batch = mine.from; batch < mine.to; batch++)
            run_batch(&desk[omp_get_thread_num()], &job, (uint32_t)(batch * ENT_WAVE_BITS));
    }
    ENT_TRY(ent_i_task_end(&job.task, err));
    for (int t = 1; t < threads; t++)
        for (size_t v = 0; v < actors; v++)
            add_tally(&desk->tally[v], &desk[t].tally[v]);
    if (batches > 1)
        ENT_TRY(add_processes(desk->tally, actors, err));
    for (size_t v = 0; v < actors; v++)
        reach[job.order.order[v]] = reach_of(&desk->tally[v]);

cleanup:
    for (int t = 0; t < threads && desk != NULL; t++)
        desk_free(&desk[t]);
    free(desk);
    job_free(&job);
    return status;
}

ent_status_t ent_i_distances(const ent_network_t *network, ent_i_reach_t *reach, bool backwards,
                             int threads, ent_error_t *err)
{
    return ent_i_distances_by(reach, network, backwards, threads, ent_i_kernel(), err);
}
