/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Kernels beside bare loops over the same rows. */
#include "limits.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "engine/betweenness_i.h"
#include "network/network_i.h"

enum { BARE_ROUNDS = 200000000 }; /* entries that a bare loop visits, about */

/* What a kernel moves: rows of 64 bytes (wave), of 128 (lanes), of 16 (Dijkstra). */
typedef struct load {
    const char *name;
    double rows;
    double bare; /* seconds a row */
} load_t;

static double seconds(clockid_t clock)
{
    struct timespec now;

    clock_gettime(clock, &now);
    return (double)now.tv_sec + 1e-9 * (double)now.tv_nsec;
}

double bench_now(void)
{
    return seconds(CLOCK_PROCESS_CPUTIME_ID);
}

double bench_wall(void)
{
    return seconds(CLOCK_MONOTONIC);
}

/* Reads the rows of all neighbours of all vertices and adds them up. */
#define BARE(name, width)                                                                          \
    __attribute__((target_clones("avx512f", "avx2", "default"))) static double name(               \
        const ent_i_rows_t *rows, const double *table)                                             \
    {                                                                                              \
        double sum[width] = {0};                                                                   \
        double all = 0;                                                                            \
                                                                                                   \
        for (uint32_t v = 0; v < rows->count; v++)                                                 \
            for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++)                       \
                for (int k = 0; k < (width); k++)                                                  \
                    sum[k] += table[(size_t)rows->neighbour[i] * (width) + (size_t)k];             \
        for (int k = 0; k < (width); k++)                                                          \
            all += sum[k];                                                                         \
        return all;                                                                                \
    }
BARE(bare_16_bytes, 2)
BARE(bare_64_bytes, 8)
BARE(bare_128_bytes, 16)

/* Makes the compiler compute a sum that nobody reads. */
static void keep(double sum)
{
    __asm__ volatile("" : : "g"(sum));
}

typedef double bare_fn(const ent_i_rows_t *rows, const double *table);

static ent_status_t time_bare(double *seconds, const ent_i_rows_t *rows, bare_fn *bare,
                              size_t width, ent_error_t *err)
{
    void *memory = NULL;
    uint32_t arcs = rows->offset[rows->count];
    int rounds = 1 + (int)(BARE_ROUNDS / (double)width / (arcs + 1.0));
    double begun;
    ent_status_t status = ent_i_alloc(&memory, rows->count * width * sizeof(double) + 64, 1, err);

    if (status != ENT_OK)
        return status;
    keep(bare(rows, ent_i_aligned(memory, 64)));
    begun = bench_now();
    for (int r = 0; r < rounds; r++)
        keep(bare(rows, ent_i_aligned(memory, 64)));
    *seconds = (bench_now() - begun) / rounds / arcs;
    free(memory);
    return ENT_OK;
}

/* One batch: what the wave visits in rows and the lanes in rows; the wave's seconds. */
static double run_wave(load_t *wave_load, load_t *lanes_load, ent_i_wave_t *wave,
                       const ent_i_kernel_t *kernel, const uint32_t *source, uint32_t count)
{
    const ent_i_rows_t *rows = wave->to;
    double took = 0;
    double begun;

    ent_i_wave_start(wave, source, count);
    for (bool more = true; more; took += bench_now() - begun) {
        double pushed = 0;

        for (uint32_t k = 0; k < wave->active_count; k++) {
            uint32_t v = wave->active[k];
            const uint64_t *word = wave->front + (size_t)v * ENT_WAVE_WORDS;
            double degree = rows->offset[v + 1] - rows->offset[v];

            pushed += degree;
            for (int g = 0; g < ENT_WAVE_GROUPS; g++)
                if ((word[g / 4] >> 16 * (g % 4) & 0xFFFF) != 0)
                    lanes_load->rows += 2 * degree;
        }
        wave_load->rows += fmin(pushed, rows->offset[rows->count]);
        begun = bench_now();
        more = kernel->step(wave);
    }
    return took;
}

/* A line of the table. */
static void print_load(const load_t *load, const char *instructions, double took)
{
    printf("%s,%s,%.6f,%.6f,%.0f\n", load->name, instructions, took, load->rows * load->bare,
           load->rows);
    fflush(stdout);
}

static ent_status_t time_sources(load_t *wave_load, load_t *lanes_load, ent_i_wave_t *wave,
                                 ent_i_desk_t *desk, double *total, const ent_i_kernel_t *kernel,
                                 const ent_i_block_t *block, const ent_i_sources_t *sources)
{
    ent_status_t status = ENT_OK;
    double waves = 0;
    double lanes = 0;

    wave_load->rows = lanes_load->rows = 0;
    for (uint32_t first = 0; first < sources->count && status == ENT_OK; first += ENT_WAVE_BITS) {
        uint32_t left = sources->count - first;
        uint32_t count = left < ENT_WAVE_BITS ? left : ENT_WAVE_BITS;
        double begun;

        waves += run_wave(wave_load, lanes_load, wave, kernel, sources->vertex + first, count);
        begun = bench_now();
        status = ent_i_batch_run(desk, kernel, block, sources, first, count,
                                 &(ent_i_sums_t){.total = total});
        lanes += bench_now() - begun;
    }
    print_load(wave_load, kernel->name, waves);
    print_load(lanes_load, kernel->name, lanes);
    return status;
}

/* Waves and lanes, in each set of instructions that the machine has. */
static ent_status_t load_waves(load_t *wave_load, load_t *lanes_load, const ent_i_block_t *block,
                               const ent_i_sources_t *sources, ent_error_t *err)
{
    static const char *const sets[] = {"plain", "avx2", "avx512"};
    ent_status_t status = ENT_OK;
    ent_i_wave_t wave = {
        .from = &block->rows, .to = &block->rows, .low = 0, .high = block->rows.count};
    ent_i_desk_t *desk = NULL;
    double *total = NULL;

    ENT_TRY(ent_i_wave_init(&wave, block->rows.count, err));
    ENT_TRY(ent_i_alloc(&desk, 1, sizeof *desk, err));
    ENT_TRY(ent_i_alloc(&total, block->rows.count, sizeof *total, err));
    ENT_TRY(ent_i_desk_init(desk, block->rows.count, block->rows.offset[block->rows.count], false,
                            err));
    for (size_t i = 0; i < sizeof sets / sizeof *sets; i++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(sets[i]);

        if (kernel != NULL)
            ENT_TRY(
                time_sources(wave_load, lanes_load, &wave, desk, total, kernel, block, sources));
    }

cleanup:
    if (desk != NULL)
        ent_i_desk_free(desk);
    free(desk);
    free(total);
    ent_i_wave_free(&wave);
    return status;
}

static ent_status_t load_search(load_t *load, const ent_i_block_t *block,
                                const ent_i_sources_t *sources, ent_error_t *err)
{
    ent_i_dijkstra_t search = {0};
    double begun = bench_now();
    ent_status_t status = ent_i_dijkstra_init(&search, block->rows.count, err);

    for (uint32_t s = 0; status == ENT_OK && s < sources->count; s++) {
        ent_i_dijkstra_run(&search, &block->rows, sources->vertex[s]);
        ent_i_dijkstra_forget(&search);
    }
    load->rows = (double)sources->count * block->rows.offset[block->rows.count];
    print_load(load, "plain", bench_now() - begun);
    ent_i_dijkstra_free(&search);
    return status;
}

static ent_status_t find_largest(ent_i_block_t *block, const ent_network_t *network,
                                 const double *length, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_order_t order = {0};
    ent_i_rows_t rows = {0};
    ent_i_blocks_t blocks = {0};
    double *parted = NULL;
    uint32_t *place = NULL;
    uint32_t largest = 0;

    ENT_TRY(ent_i_order_init(&order, network, err));
    ENT_TRY(ent_i_rows_init(&rows, network, &order, false, err));
    ENT_TRY(ent_i_rows_measure(&rows, network, &order, false, length, err));
    ENT_TRY(ent_i_alloc(&parted, rows.count, sizeof *parted, err));
    ENT_TRY(ent_i_alloc(&place, rows.count, sizeof *place, err));
    for (uint32_t v = 0; v < rows.count; v++)
        place[v] = UINT32_MAX;
    ENT_TRY(ent_i_blocks_init(&blocks, parted, &rows, &order, err));
    for (uint32_t k = 0; k < blocks.count; k++)
        if (blocks.first[k + 1] - blocks.first[k] >
            blocks.first[largest + 1] - blocks.first[largest])
            largest = k;
    if (blocks.count > 0)
        ENT_TRY(ent_i_block_init(block, &blocks, largest, &rows, place, err));

cleanup:
    ent_i_order_free(&order);
    ent_i_rows_free(&rows);
    ent_i_blocks_free(&blocks);
    free(parted);
    free(place);
    return status;
}

ent_status_t bench_limits(const ent_network_t *network, const double *length, uint32_t sources,
                          ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_block_t block = {0};
    ent_i_sources_t source = {0};
    load_t wave = {.name = "waves of 512 searches"};
    load_t lanes = {.name = "betweenness in 16 lanes"};
    load_t search = {.name = "search by lengths"};

    printf("kernel,instructions,seconds,limit,rows\n");
    ENT_TRY(find_largest(&block, network, length, err));
    if (block.rows.count == 0)
        goto cleanup;
    ENT_TRY(ent_i_sources_init(&source, &block, 0, 0, 0, err));
    source.count = source.count < sources ? source.count : sources;
    ENT_TRY(time_bare(&wave.bare, &block.rows, bare_64_bytes, 8, err));
    ENT_TRY(time_bare(&lanes.bare, &block.rows, bare_128_bytes, 16, err));
    ENT_TRY(time_bare(&search.bare, &block.rows, bare_16_bytes, 2, err));
    ENT_TRY(load_search(&search, &block, &source, err));
    free(block.rows.length);
    block.rows.length = NULL;
    ENT_TRY(load_waves(&wave, &lanes, &block, &source, err));

cleanup:
    ent_i_sources_free(&source);
    ent_i_block_free(&block);
    return status;
}
