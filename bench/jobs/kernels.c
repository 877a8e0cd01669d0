/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far the kernels are from the limit: what they take, in one thread, beside the time to fetch
 * each row of numbers that their method must fetch at least once, and nothing else.
 *   job_kernels DATA [betweenness-too: 1|0]
 * A line of JSON a kernel and instruction set on standard output. The rows: of a wave of 512
 * searches, 64 bytes a vertex, once for each end of each tie; of 16 lanes, 128 bytes a vertex, once
 * on the way out and once on the way back, in blocks of three vertices and more. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "engine/betweenness.h"
#include "engine/blocks.h"
#include "engine/distances.h"
#include "entente/entente.h"

enum { ROUNDS = 3, WAVE_ROW = ENT_WAVE_WORDS, LANE_ROW = ENT_LANES };

typedef struct work {
    ent_dataset_t *dataset;
    ent_network_t *network;
    ent_i_order_t order;
    ent_i_rows_t rows;
    uint64_t *wave_row;
    double *lane_row;
    ent_i_reach_t *reach;
    double *values;
    double *parted;
    uint32_t *place;
} work_t;

static volatile double kept; /* so that no sum is left out as useless */

static double now(void)
{
    struct timespec time;

    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

/* Seconds to fetch the rows of the neighbours of the vertices low … high - 1, once. */
static double fetch_bits(const work_t *work, const ent_i_rows_t *rows, uint32_t low, uint32_t high)
{
    uint64_t sum[WAVE_ROW] = {0};
    double start = now();

    for (uint32_t i = rows->offset[low]; i < rows->offset[high]; i++) {
        const uint64_t *row = work->wave_row + (size_t)rows->neighbour[i] * WAVE_ROW;

        for (size_t word = 0; word < WAVE_ROW; word++)
            sum[word] |= row[word];
    }
    kept += (double)(sum[0] ^ sum[WAVE_ROW - 1]);
    return now() - start;
}

static double fetch_numbers(const work_t *work, const ent_i_rows_t *rows)
{
    double sum[LANE_ROW] = {0};
    double start = now();

    for (uint32_t i = 0; i < rows->offset[rows->count]; i++) {
        const double *row = work->lane_row + (size_t)rows->neighbour[i] * LANE_ROW;

        for (size_t lane = 0; lane < LANE_ROW; lane++)
            sum[lane] += row[lane];
    }
    kept += sum[0] + sum[LANE_ROW - 1];
    return now() - start;
}

/* The limit of the waves: by component, as many passes as there are waves; the best of some. */
static double limit_of_waves(const work_t *work, double *fetched)
{
    double limit = 0;

    *fetched = 0;
    for (uint32_t c = 0; c < work->order.components; c++) {
        uint32_t low = work->order.start[c], high = work->order.start[c + 1];
        double waves = ceil((double)(high - low) / ENT_WAVE_BITS), best = INFINITY;

        for (int round = 0; round < ROUNDS; round++)
            best = fmin(best, fetch_bits(work, &work->rows, low, high));
        limit += waves * best;
        *fetched += waves * (double)(work->rows.offset[high] - work->rows.offset[low]);
    }
    return limit;
}

static ent_status_t limit_of_lanes(const work_t *work, double *limit, double *fetched,
                                   ent_error_t *err)
{
    ent_i_blocks_t blocks = {0};
    ent_status_t status = ent_i_blocks_init(&blocks, work->parted, &work->rows, &work->order, err);

    *limit = *fetched = 0;
    for (uint32_t k = 0; k < blocks.count && status == ENT_OK; k++) {
        ent_i_block_t block = {0};
        double batches = ceil((double)(blocks.first[k + 1] - blocks.first[k]) / ENT_LANES);
        double best = INFINITY;

        status = ent_i_block_init(&block, &blocks, k, &work->rows, work->place, err);
        for (int round = 0; round < ROUNDS && status == ENT_OK; round++)
            best = fmin(best, fetch_numbers(work, &block.rows));
        if (status == ENT_OK) {
            *limit += 2 * batches * best;
            *fetched += 2 * batches * (double)block.rows.offset[block.rows.count];
        }
        ent_i_block_free(&block);
    }
    ent_i_blocks_free(&blocks);
    return status;
}

static void tell(const char *kernel, const char *set, double seconds, double limit, double fetched)
{
    printf("{\"kernel\": \"%s\", \"set\": \"%s\", \"seconds\": %.6f, \"limit\": %.6f, \"rows\": "
           "%.0f}\n",
           kernel, set, seconds, limit, fetched);
    fflush(stdout);
}

static ent_status_t run(work_t *work, bool betweenness, ent_error_t *err)
{
    static const char *const sets[] = {"plain", "avx2", "avx512"};
    double limit[2], fetched[2];
    ent_status_t status = ENT_OK;

    limit[0] = limit_of_waves(work, &fetched[0]);
    if (betweenness)
        status = limit_of_lanes(work, &limit[1], &fetched[1], err);
    for (size_t i = 0; i < sizeof sets / sizeof *sets && status == ENT_OK; i++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(sets[i]);
        ent_i_betweenness_how_t how = {.kernel = kernel, .threads = 1};
        double best[2] = {INFINITY, INFINITY};

        for (int round = 0; round < ROUNDS && kernel != NULL && status == ENT_OK; round++) {
            double start = now();

            status = ent_i_distances_by(work->reach, work->network, false, 1, kernel, err);
            best[0] = fmin(best[0], now() - start);
            start = now();
            if (betweenness && status == ENT_OK)
                status = ent_i_betweenness_find(work->values, work->network, &how, NULL, err);
            best[1] = fmin(best[1], now() - start);
        }
        if (kernel == NULL || status != ENT_OK)
            continue;
        tell("waves of 512 searches", sets[i], best[0], limit[0], fetched[0]);
        if (betweenness)
            tell("betweenness in 16 lanes", sets[i], best[1], limit[1], fetched[1]);
    }
    return status;
}

static ent_status_t get_room(work_t *work)
{
    size_t count = ent_network_actor_count(work->network) + 1;

    work->wave_row = aligned_alloc(64, count * WAVE_ROW * sizeof *work->wave_row);
    work->lane_row = aligned_alloc(64, count * LANE_ROW * sizeof *work->lane_row);
    work->reach = calloc(count, sizeof *work->reach);
    work->values = calloc(count, sizeof *work->values);
    work->parted = calloc(count, sizeof *work->parted);
    work->place = calloc(count, sizeof *work->place);
    if (work->wave_row == NULL || work->lane_row == NULL || work->reach == NULL ||
        work->values == NULL || work->parted == NULL || work->place == NULL)
        return ENT_ENOMEM;
    memset(work->wave_row, 1, count * WAVE_ROW * sizeof *work->wave_row);
    memset(work->lane_row, 0, count * LANE_ROW * sizeof *work->lane_row);
    memset(work->place, 0xff, count * sizeof *work->place);
    return ENT_OK;
}

static ent_status_t open_network(work_t *work, const char *data, ent_error_t *err)
{
    ent_network_options_t options;
    ent_status_t status = ent_dataset_open(&work->dataset, data, NULL, err);

    if (status == ENT_OK)
        status = ent_network_options_init(&options, work->dataset, err);
    options.view = ENT_VIEW_AGREEMENTS;
    if (status == ENT_OK)
        status = ent_network_new(&work->network, work->dataset, &options, err);
    if (status == ENT_OK)
        status = ent_i_order_init(&work->order, work->network, err);
    if (status == ENT_OK)
        status = ent_i_rows_init(&work->rows, work->network, &work->order, false, err);
    return status == ENT_OK ? get_room(work) : status;
}

int main(int argc, char **argv)
{
    work_t work = {0};
    ent_error_t err = {0};
    ent_status_t status;

    if (argc < 2 || argc > 3) {
        fprintf(stderr, "usage: job_kernels DATA [0|1]\n");
        return 2;
    }
    status = open_network(&work, argv[1], &err);
    if (status == ENT_OK)
        status = run(&work, argc < 3 || atoi(argv[2]) != 0, &err);
    if (status != ENT_OK)
        fprintf(stderr, "%s: %s\n", ent_status_name(status), err.message);
    free(work.place);
    free(work.parted);
    free(work.values);
    free(work.reach);
    free(work.lane_row);
    free(work.wave_row);
    ent_i_rows_free(&work.rows);
    ent_i_order_free(&work.order);
    ent_network_free(work.network);
    ent_dataset_free(work.dataset);
    return status == ENT_OK ? 0 : 1;
}
