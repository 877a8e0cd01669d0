/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness by blocks, of each block by batches of sources.
 *
 * The sources of a block are cut into batches, which depend on their number and the block's size
 * alone, and neighbouring batches make a share, which has sums of its own. In a round every process
 * fills some places with sums of shares, its threads taking one after the other; then the shares
 * are added up in order. So no digit depends on the number of either. What a batch does is in
 * betweenness_batch.c. The blocks of an undirected network are its biconnected parts, those of a
 * directed one its components. A sample is dealt to the blocks by their size; small blocks are run
 * in full. */
#include "engine/betweenness.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>
#include <string.h>

#include "base/crew.h"
#include "base/watch.h"
#include "engine/betweenness_i.h"
#include "engine/distances.h"
#include "engine/ensemble.h"
#include "network/network_i.h"

enum {
    MOST_SHARES = 256,
    LEAST_PLACES = 16,           /* or as many as there are shares */
    FULL_PLACES = 1 << 20,       /* numbers in all places, from which on there are fewer of them */
    SMALL_BATCH_ABOVE = 1 << 15, /* vertices: a quarter of the batch, for a quarter of its lists */
    LEAST_DRAWS = 64,            /* in a block of which a sample is taken */
    LENGTHS_COST = 16            /* times as much as lanes, a source and tie */
};

static const double worth_threads = 1e7; /* sources times ties */

typedef struct job {
    const ent_i_betweenness_how_t *how;
    const ent_i_kernel_t *kernel;
    int threads;
    bool directed;
    ent_i_order_t order;
    ent_i_rows_t rows; /* the whole network's, as is the next */
    ent_i_rows_t back;
    ent_i_blocks_t blocks; /* of an undirected network */
    uint32_t block_count;
    uint32_t largest;
    size_t sources; /* of all blocks */
    size_t drawn;   /* vertices of blocks of which a sample is taken, and these blocks */
    size_t drawn_blocks;
    uint32_t *place;
    ent_i_desk_t *desk;

    ent_i_block_t block; /* the one that is run, its sources, and how they are cut */
    ent_i_sources_t source;
    uint32_t batch;
    uint32_t batches;
    uint32_t each; /* batches of a share */
    uint32_t shares;
    uint32_t places; /* of this process in a round, each for the sums of one share */
    size_t numbers;  /* of one share: of the block's vertices, and as many squares of a sample */
    double *sums;    /* places · numbers */
    double *heard;   /* numbers: those of another process' share */
    double *added;   /* numbers: of all shares up to here */

    double *values; /* by number, as are the next two */
    double *error;
    double *bound;

    size_t run; /* sources that are run */
    ent_i_task_t *task;
} job_t;

static uint32_t block_size(const job_t *job, uint32_t which)
{
    return job->directed ? job->order.start[which + 1] - job->order.start[which]
                         : (uint32_t)(job->blocks.first[which + 1] - job->blocks.first[which]);
}

/* How often a source of a block is drawn; 0: it is run in full. */
static uint32_t draws_of(const job_t *job, uint32_t which)
{
    double size = block_size(job, which);
    double part = ceil((double)job->how->sample * (size / (double)job->sources));
    double draws = fmax(part, LEAST_DRAWS);

    return job->how->sample == 0 || draws >= size ? 0 : (uint32_t)draws;
}

/* How a block is cut: by its size and the number of its sources. */
static void cut_block(job_t *job)
{
    uint32_t count = job->block.rows.count;
    uint32_t sources = job->source.count;
    uint32_t most = count > SMALL_BATCH_ABOVE ? ENT_WAVE_BITS / 4 : ENT_WAVE_BITS;
    uint32_t even = (sources / ENT_LANES / ENT_LANES + 1) * ENT_LANES;

    job->batch = count < ENT_LEAST_FOR_LANES ? count : even < 64 ? 64 : even < most ? even : most;
    job->batches = (sources + job->batch - 1) / job->batch;
    job->each = (job->batches + MOST_SHARES - 1) / MOST_SHARES;
    job->shares = (job->batches + job->each - 1) / job->each;
    job->numbers = (size_t)count * (job->source.draws > 0 ? 2 : 1);
    job->places = FULL_PLACES / job->numbers < LEAST_PLACES
                      ? LEAST_PLACES
                      : (uint32_t)(FULL_PLACES / job->numbers);
    if (job->how->places > 0)
        job->places = job->how->places;
    if (job->places > job->shares)
        job->places = job->shares;
}

/* Makes the sums of one share in a place for them. */
static void run_share(const job_t *job, ent_i_desk_t *desk, size_t share, double *place)
{
    size_t count = job->block.rows.count;
    ent_i_sums_t sums = {.total = place};
    size_t end = (share + 1) * job->each;

    if (job->source.draws > 0)
        sums.squares = place + count;
    memset(place, 0, job->numbers * sizeof *place);
    for (size_t b = share * job->each; b < end && b < job->batches && desk->status == ENT_OK; b++) {
        uint32_t first = (uint32_t)b * job->batch;
        uint32_t left = job->source.count - first;
        uint32_t sources = left < job->batch ? left : job->batch;

        desk->status =
            ent_i_batch_run(desk, job->kernel, &job->block, &job->source, first, sources, &sums);
        ent_i_task_step(job->task, sources);
    }
}

/* This process' shares of a round. */
static ent_status_t run_shares(const job_t *job, ent_i_stretch_t mine, ent_error_t *err)
{
    double part = (double)(mine.to - mine.from) / job->shares;
    double work = part * job->source.count * job->block.rows.offset[job->block.rows.count] *
                  (job->how->length != NULL ? LENGTHS_COST : 1);

    if (work < worth_threads || job->threads < 2) {
        for (size_t share = mine.from; share < mine.to; share++)
            run_share(job, job->desk, share, job->sums + (share - mine.from) * job->numbers);
    } else {
#pragma omp parallel for schedule(dynamic, 1) num_threads(job->threads)
        for (size_t share = mine.from; share < mine.to; share++)
            run_share(job, &job->desk[omp_get_thread_num()], share,
                      job->sums + (share - mine.from) * job->numbers);
    }
    for (int t = 0; t < job->threads; t++)
        if (job->desk[t].status != ENT_OK) {
            if (err != NULL)
                *err = job->desk[t].error;
            return job->desk[t].status;
        }
    return ENT_OK;
}

static void add_share(const job_t *job, const double *sums)
{
    for (size_t i = 0; i < job->numbers; i++)
        job->added[i] += sums[i];
}

/* Adds up the shares of a round, `to` - `from` of them, as `members` processes have made them. */
static ent_status_t add_round(const job_t *job, size_t from, size_t to, size_t members,
                              ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();
    ent_status_t status = ENT_OK;

    for (size_t member = 0; member < members; member++) {
        ent_i_stretch_t its = ent_i_crew_stretch_of(member, members, to - from);

        for (size_t k = its.from; k < its.to; k++) {
            bool own = members == 1 || member == crew->me;
            double *sums = own ? job->sums + (k - its.from) * job->numbers : job->heard;

            if (members > 1)
                ENT_TRY(ent_i_crew_tell(member, sums, job->numbers * sizeof *sums, err));
            add_share(job, sums);
        }
    }

cleanup:
    return status;
}

/* All shares, round by round. A single one every process makes for itself. */
static ent_status_t run_rounds(job_t *job, ent_error_t *err)
{
    const ent_i_crew_t *crew = ent_i_crew();
    size_t members = job->shares > 1 ? crew->count : 1;
    size_t me = members > 1 ? crew->me : 0;
    size_t step = members * job->places;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&job->sums, job->places * job->numbers, sizeof *job->sums, err));
    ENT_TRY(ent_i_alloc(&job->added, job->numbers, sizeof *job->added, err));
    if (members > 1)
        ENT_TRY(ent_i_alloc(&job->heard, job->numbers, sizeof *job->heard, err));
    for (size_t from = 0; from < job->shares; from += step) {
        size_t to = from + step < job->shares ? from + step : job->shares;
        ent_i_stretch_t mine = ent_i_crew_stretch_of(me, members, to - from);

        mine.from += from;
        mine.to += from;
        ENT_TRY(run_shares(job, mine, err));
        ENT_TRY(add_round(job, from, to, members, err));
    }

cleanup:
    return status;
}

/* Adds what the block has given; each pair was met from both its ends unless ties have directions.
 */
static void take_values(job_t *job)
{
    size_t count = job->block.rows.count;
    double met = job->directed ? 1 : 2;
    double all = 0;

    for (size_t i = 0; i < count; i++)
        all += job->block.weight[i];
    for (size_t i = 0; i < count; i++) {
        uint32_t v = job->block.vertex[i];
        double total = job->added[i];

        job->values[v] += total / met;
        if (job->source.draws > 0) {
            double squares = job->added[count + i];
            double range = all * (all - job->block.weight[i]);

            job->error[v] +=
                ent_i_sources_bound(&job->source, total, squares, range, job->drawn_blocks) / met;
            job->bound[v] +=
                ent_i_sources_bound(&job->source, total, squares, range, job->drawn) / met;
        }
    }
}

static ent_status_t run_block(job_t *job, uint32_t which, ent_i_doubt_t *doubt, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t draws = draws_of(job, which);

    if (job->directed)
        ENT_TRY(ent_i_block_init_component(&job->block, &job->order, which, &job->rows, &job->back,
                                           err));
    else
        ENT_TRY(ent_i_block_init(&job->block, &job->blocks, which, &job->rows, job->place, err));
    ENT_TRY(ent_i_sources_init(&job->source, &job->block, draws, job->how->seed,
                               (uint64_t)ENT_I_FOR_SOURCES << 48 | which, err));
    doubt->sources += draws > 0 ? draws : job->source.count;
    cut_block(job);
    ENT_TRY(run_rounds(job, err));
    take_values(job);

cleanup:
    free(job->sums);
    free(job->heard);
    free(job->added);
    job->sums = job->heard = job->added = NULL;
    ent_i_sources_free(&job->source);
    ent_i_block_free(&job->block);
    return status;
}

static void count_sources(job_t *job)
{
    for (uint32_t k = 0; k < job->block_count; k++) {
        uint32_t size = block_size(job, k);

        job->sources += size;
        job->largest = size > job->largest ? size : job->largest;
    }
    for (uint32_t k = 0; k < job->block_count; k++) {
        uint32_t draws = draws_of(job, k);

        job->drawn += draws > 0 ? block_size(job, k) : 0;
        job->drawn_blocks += draws > 0;
        job->run += draws > 0 ? draws : block_size(job, k);
    }
}

static ent_status_t job_init(job_t *job, const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = network->actor_count;

    ENT_TRY(ent_i_order_init(&job->order, network, err));
    ENT_TRY(ent_i_rows_init(&job->rows, network, &job->order, false, err));
    if (job->how->length != NULL)
        ENT_TRY(ent_i_rows_measure(&job->rows, network, &job->order, false, job->how->length, err));
    ENT_TRY(ent_i_alloc(&job->values, actors, sizeof *job->values, err));
    ENT_TRY(ent_i_alloc(&job->error, actors, sizeof *job->error, err));
    ENT_TRY(ent_i_alloc(&job->bound, actors, sizeof *job->bound, err));
    ENT_TRY(ent_i_alloc(&job->place, actors, sizeof *job->place, err));
    for (size_t v = 0; v < actors; v++)
        job->place[v] = UINT32_MAX;
    if (job->directed) {
        ENT_TRY(ent_i_rows_init(&job->back, network, &job->order, true, err));
        if (job->how->length != NULL)
            ENT_TRY(
                ent_i_rows_measure(&job->back, network, &job->order, true, job->how->length, err));
        job->block_count = job->order.components;
    } else {
        ENT_TRY(ent_i_blocks_init(&job->blocks, job->values, &job->rows, &job->order, err));
        job->block_count = job->blocks.count;
    }
    count_sources(job);
    if ((double)job->largest * job->largest < worth_threads / 64)
        job->threads = 1;
    ENT_TRY(ent_i_alloc(&job->desk, (size_t)job->threads, sizeof *job->desk, err));
    for (int t = 0; t < job->threads; t++)
        ENT_TRY(ent_i_desk_init(&job->desk[t], job->largest, job->rows.offset[job->rows.count],
                                job->how->length != NULL, err));

cleanup:
    return status;
}

static void job_free(job_t *job)
{
    for (int t = 0; t < job->threads && job->desk != NULL; t++)
        ent_i_desk_free(&job->desk[t]);
    free(job->desk);
    free(job->place);
    free(job->values);
    free(job->error);
    free(job->bound);
    ent_i_order_free(&job->order);
    ent_i_rows_free(&job->rows);
    ent_i_rows_free(&job->back);
    ent_i_blocks_free(&job->blocks);
}

static ent_status_t run_blocks(job_t *job, ent_i_doubt_t *doubt, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_status_t ended;
    ent_i_task_t task;

    ent_i_task_begin(&task, "betweenness", "actors", job->run);
    job->task = &task;
    for (uint32_t k = 0; k < job->block_count && status == ENT_OK; k++)
        if (block_size(job, k) > 2) /* a pair has nobody between */
            status = run_block(job, k, doubt, err);
    ended = ent_i_task_end(&task, err);
    return status == ENT_OK ? ended : status;
}

ent_status_t ent_i_betweenness_find(double *values, const ent_network_t *network,
                                    const ent_i_betweenness_how_t *how, ent_i_doubt_t *doubt,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_betweenness_how_t taken = *how;
    ent_i_doubt_t unasked = {0};
    job_t job = {.how = &taken,
                 .kernel = how->kernel != NULL ? how->kernel : ent_i_kernel(),
                 .threads = how->threads < 1 ? 1 : how->threads,
                 .directed = network->directed};

    if (how->length != NULL && ent_i_equal_lengths(how->length, network->tie_count))
        taken.length = NULL;
    doubt = doubt != NULL ? doubt : &unasked;
    ENT_TRY(job_init(&job, network, err));
    *doubt = (ent_i_doubt_t){.error = doubt->error, .of = job.sources};
    ENT_TRY(run_blocks(&job, doubt, err));
    for (size_t v = 0; v < network->actor_count; v++) {
        values[job.order.order[v]] = job.values[v];
        doubt->bound = fmax(doubt->bound, job.bound[v]);
        if (doubt->error != NULL)
            doubt->error[job.order.order[v]] = job.error[v];
    }

cleanup:
    job_free(&job);
    return status;
}
