/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness by blocks, of each block by batches of sources.
 *
 * The sources of a block are cut into batches, which depend on its size alone, and batches are
 * dealt to shares, of which each has sums of its own. Threads take shares; the shares are added up
 * in order. So no digit depends on the number of threads. Within a batch a wave finds who is how
 * far from whom, then lanes of 16 sources count paths and sum dependencies. Where distances from
 * neighbouring sources differ so much that lanes run empty (a long ring), and in small blocks, each
 * source goes the plain way. */
#include "engine/betweenness.h"

#include <math.h>
#include <omp.h>
#include <stdlib.h>

#include "engine/blocks.h"
#include "network/network_i.h"

enum {
    LEAST_FOR_LANES = 64, /* vertices of a block */
    MOST_SHARES = 32,
    FULL_SHARES = 1 << 24,       /* numbers in all shares, from which on there are fewer of them */
    SMALL_BATCH_ABOVE = 1 << 15, /* vertices: half the batch, for half the memory */
    MOST_ENTRIES = 6             /* a vertex, of 16 sources: more is not worth lanes */
};

static const double worth_threads = 1e7; /* sources times ties */

/* What one thread works in. */
typedef struct desk {
    ent_i_wave_t wave;
    ent_i_reached_t reached[ENT_WAVE_GROUPS];
    ent_i_brandes_t brandes;
    double *row;
    size_t row_capacity;
    void *row_memory;
    double *now;
    void *now_memory;
    ent_status_t status;
    ent_error_t error;
} desk_t;

typedef struct job {
    const ent_i_kernel_t *kernel;
    const ent_i_block_t *block;
    uint32_t batch; /* sources in one */
    uint32_t batches;
    uint32_t shares;
    double *sums; /* shares · vertices of the block */
} job_t;

static void desk_free(desk_t *desk)
{
    ent_i_wave_free(&desk->wave);
    for (size_t g = 0; g < ENT_WAVE_GROUPS; g++) {
        free(desk->reached[g].vertex);
        free(desk->reached[g].mask);
        free(desk->reached[g].level);
    }
    ent_i_brandes_free(&desk->brandes);
    free(desk->row_memory);
    free(desk->now_memory);
}

static ent_status_t desk_init(desk_t *desk, uint32_t count, bool lanes, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_brandes_init(&desk->brandes, count, err));
    if (!lanes)
        goto cleanup;
    ENT_TRY(ent_i_wave_init(&desk->wave, count, err));
    ENT_TRY(
        ent_i_alloc(&desk->now_memory, (size_t)count * ENT_LANES * sizeof *desk->now + 64, 1, err));
    desk->now = ent_i_aligned(desk->now_memory, 64);

cleanup:
    return status;
}

static ent_status_t add_entry(ent_i_reached_t *reached, uint32_t vertex, unsigned mask, size_t most,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (reached->count >= most) {
        reached->overflowed = true;
        return ENT_OK;
    }
    ENT_TRY(ENT_GROW(reached->vertex, reached->count, reached->vertex_capacity, err));
    ENT_TRY(ENT_GROW(reached->mask, reached->count, reached->mask_capacity, err));
    reached->vertex[reached->count] = vertex;
    reached->mask[reached->count++] = (uint16_t)mask;

cleanup:
    return status;
}

/* Lists what the wave has newly come to, by group of lanes. */
static ent_status_t list_round(desk_t *desk, uint32_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t most = (size_t)MOST_ENTRIES * count;

    for (size_t g = 0; g < ENT_WAVE_GROUPS; g++) {
        ent_i_reached_t *reached = &desk->reached[g];

        ENT_TRY(ent_i_grow(&reached->level, &reached->level_capacity, reached->levels + 2,
                           sizeof *reached->level, err));
        reached->level[reached->levels++] = reached->count;
    }
    for (uint32_t k = 0; k < desk->wave.active_count; k++) {
        uint32_t v = desk->wave.active[k];
        const uint64_t *word = desk->wave.front + (size_t)v * ENT_WAVE_WORDS;

        for (size_t w = 0; w < ENT_WAVE_WORDS; w++)
            for (unsigned part = 0; word[w] >> 16 * part != 0; part++) {
                ent_i_reached_t *reached = &desk->reached[4 * w + part];
                unsigned mask = (unsigned)(word[w] >> 16 * part & 0xFFFF);

                if (mask != 0 && !reached->overflowed)
                    ENT_TRY(add_entry(reached, v, mask, most, err));
                if (part == 3)
                    break;
            }
    }

cleanup:
    return status;
}

/* Sends a wave from a batch of sources and lists where it comes. */
static ent_status_t send_wave(desk_t *desk, const job_t *job, uint32_t first, uint32_t sources,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_wave_t *wave = &desk->wave;

    wave->from = wave->to = &job->block->rows;
    wave->low = 0;
    wave->high = job->block->rows.count;
    for (size_t g = 0; g < ENT_WAVE_GROUPS; g++) {
        desk->reached[g].count = desk->reached[g].levels = 0;
        desk->reached[g].overflowed = false;
    }
    ent_i_wave_start(wave, first, sources);
    do {
        ENT_TRY(list_round(desk, wave->high, err));
    } while (job->kernel->step(wave));
    for (size_t g = 0; g < ENT_WAVE_GROUPS; g++) {
        ent_i_reached_t *reached = &desk->reached[g];

        reached->level[reached->levels] = reached->count;
        while (reached->levels > 1 && reached->level[reached->levels - 1] == reached->count)
            reached->levels--;
    }

cleanup:
    return status;
}

static ent_status_t make_room(desk_t *desk, size_t entries, ent_error_t *err)
{
    size_t wanted = entries + entries / 4;
    ent_status_t status;

    if (entries <= desk->row_capacity)
        return ENT_OK;
    free(desk->row_memory);
    desk->row_memory = NULL;
    desk->row_capacity = 0;
    status = ent_i_alloc(&desk->row_memory, wanted * ENT_LANES * sizeof *desk->row + 64, 1, err);
    if (status == ENT_OK) {
        desk->row = ent_i_aligned(desk->row_memory, 64);
        desk->row_capacity = wanted;
    }
    return status;
}

/* One batch by lanes: adds the dependencies of the sources first … first + sources - 1. */
static ent_status_t run_lanes(desk_t *desk, const job_t *job, uint32_t first, uint32_t sources,
                              double *total, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_block_t *block = job->block;

    ENT_TRY(send_wave(desk, job, first, sources, err));
    for (uint32_t lane = 0; lane < sources; lane += ENT_LANES) {
        const ent_i_reached_t *reached = &desk->reached[lane / ENT_LANES];
        _Alignas(64) double of_source[ENT_LANES] = {0};
        uint32_t lanes = sources - lane < ENT_LANES ? sources - lane : ENT_LANES;

        if (reached->overflowed) {
            for (uint32_t i = 0; i < lanes; i++)
                ent_i_betweenness_one(total, &block->rows, block->weight, first + lane + i,
                                      &desk->brandes);
            continue;
        }
        for (uint32_t i = 0; i < lanes; i++)
            of_source[i] = block->weight[first + lane + i];
        ENT_TRY(make_room(desk, reached->count, err));
        job->kernel->add_dependencies(total, &block->rows, block->weight, of_source, reached,
                                      desk->row, desk->now);
    }

cleanup:
    return status;
}

static void run_share(desk_t *desk, const job_t *job, uint32_t share)
{
    uint32_t count = job->block->rows.count;
    double *total = job->sums + (size_t)share * count;

    for (uint32_t b = share; b < job->batches && desk->status == ENT_OK; b += job->shares) {
        uint32_t first = b * job->batch;
        uint32_t sources = count - first < job->batch ? count - first : job->batch;

        if (count >= LEAST_FOR_LANES) {
            desk->status = run_lanes(desk, job, first, sources, total, &desk->error);
            continue;
        }
        for (uint32_t s = first; s < first + sources; s++)
            ent_i_betweenness_one(total, &job->block->rows, job->block->weight, s, &desk->brandes);
    }
}

/* How a block is cut: by its size alone. */
static void cut_block(job_t *job)
{
    uint32_t count = job->block->rows.count;
    uint32_t most = count > SMALL_BATCH_ABOVE ? ENT_WAVE_BITS / 2 : ENT_WAVE_BITS;
    uint32_t even = (count / ENT_LANES / ENT_LANES + 1) * ENT_LANES;

    job->batch = count < LEAST_FOR_LANES ? count : even < 64 ? 64 : even < most ? even : most;
    job->batches = (count + job->batch - 1) / job->batch;
    job->shares = job->batches < MOST_SHARES ? job->batches : MOST_SHARES;
    while (job->shares > 8 && (uint64_t)job->shares * count > FULL_SHARES)
        job->shares /= 2;
}

static ent_status_t run_block(double *values, job_t *job, desk_t *desk, int threads,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_block_t *block = job->block;
    size_t count = block->rows.count;
    double work = (double)count * block->rows.offset[count];

    cut_block(job);
    ENT_TRY(ent_i_alloc(&job->sums, job->shares * count, sizeof *job->sums, err));
    if (work < worth_threads || threads < 2) {
        for (uint32_t share = 0; share < job->shares; share++)
            run_share(desk, job, share);
    } else {
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (uint32_t share = 0; share < job->shares; share++)
            run_share(&desk[omp_get_thread_num()], job, share);
    }
    for (int t = 0; t < threads; t++)
        if (desk[t].status != ENT_OK) {
            if (err != NULL)
                *err = desk[t].error;
            status = desk[t].status;
            goto cleanup;
        }
    for (size_t i = 0; i < count; i++) {
        double sum = 0;

        for (uint32_t share = 0; share < job->shares; share++)
            sum += job->sums[share * count + i];
        values[block->vertex[i]] += sum / 2;
    }

cleanup:
    free(job->sums);
    job->sums = NULL;
    return status;
}

/* All blocks, one after the other; values by number in `rows`. */
static ent_status_t run_blocks(double *values, const ent_i_blocks_t *blocks,
                               const ent_i_rows_t *rows, int threads, const ent_i_kernel_t *kernel,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_block_t block = {0};
    job_t job = {.kernel = kernel, .block = &block};
    desk_t *desk = NULL;
    uint32_t *place = NULL;
    size_t largest = 0;

    for (uint32_t k = 0; k < blocks->count; k++)
        if (blocks->first[k + 1] - blocks->first[k] > largest)
            largest = blocks->first[k + 1] - blocks->first[k];
    if ((double)largest * (double)largest < worth_threads / 64)
        threads = 1;
    ENT_TRY(ent_i_alloc(&desk, (size_t)threads, sizeof *desk, err));
    for (int t = 0; t < threads; t++)
        ENT_TRY(desk_init(&desk[t], (uint32_t)largest, largest >= LEAST_FOR_LANES, err));
    ENT_TRY(ent_i_alloc(&place, rows->count, sizeof *place, err));
    for (uint32_t v = 0; v < rows->count; v++)
        place[v] = UINT32_MAX;
    for (uint32_t k = 0; k < blocks->count; k++) {
        ENT_TRY(ent_i_block_init(&block, blocks, k, rows, place, err));
        ENT_TRY(run_block(values, &job, desk, threads, err));
        ent_i_block_free(&block);
    }

cleanup:
    ent_i_block_free(&block);
    for (int t = 0; t < threads && desk != NULL; t++)
        desk_free(&desk[t]);
    free(desk);
    free(place);
    return status;
}

ent_status_t ent_i_betweenness_undirected(double *values, const ent_network_t *network, int threads,
                                          const ent_i_kernel_t *kernel, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_order_t order = {0};
    ent_i_rows_t rows = {0};
    ent_i_blocks_t blocks = {0};
    double *found = NULL;

    ENT_TRY(ent_i_order_init(&order, network, err));
    ENT_TRY(ent_i_rows_init(&rows, network, &order, false, err));
    ENT_TRY(ent_i_alloc(&found, network->actor_count, sizeof *found, err));
    ENT_TRY(ent_i_blocks_init(&blocks, found, &rows, &order, err));
    ENT_TRY(run_blocks(found, &blocks, &rows, threads < 1 ? 1 : threads,
                       kernel != NULL ? kernel : ent_i_kernel(), err));
    for (size_t v = 0; v < network->actor_count; v++)
        values[order.order[v]] = found[v];

cleanup:
    ent_i_order_free(&order);
    ent_i_rows_free(&rows);
    ent_i_blocks_free(&blocks);
    free(found);
    return status;
}
