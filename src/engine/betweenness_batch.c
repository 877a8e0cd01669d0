/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness of a batch of sources.
 *
 * A wave finds who is how far from whom, then lanes of 16 sources count paths and sum dependencies.
 * Where distances from neighbouring sources differ so much that lanes run empty (a long ring),
 * where there are more paths than a double holds (a long lattice), in small blocks, and by lengths,
 * each source goes the plain way. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/watch.h"
#include "engine/betweenness_i.h"

enum {
    MOST_ENTRIES = 6, /* a vertex, of 16 sources: more is not worth lanes */
    SURE_BITS = 1000, /* in which a number of paths is sure to fit */
    DEGREES = 32,     /* told apart when vertices are put in order of degree */
    NEAR = 1 << 14    /* vertices whose rows a processor has at hand */
};

void ent_i_desk_free(ent_i_desk_t *desk)
{
    ent_i_wave_free(&desk->wave);
    free(desk->come);
    for (size_t g = 0; g < ENT_WAVE_GROUPS; g++) {
        free(desk->reached[g].vertex);
        free(desk->reached[g].mask);
        free(desk->reached[g].level);
    }
    ent_i_brandes_free(&desk->brandes);
    free(desk->now);
}

ent_status_t ent_i_desk_init(ent_i_desk_t *desk, uint32_t count, uint32_t arcs, bool lengths,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_brandes_init(&desk->brandes, count, arcs, lengths, err));
    if (lengths || count < ENT_LEAST_FOR_LANES)
        goto cleanup;
    ENT_TRY(ent_i_wave_init(&desk->wave, count, err));
    ENT_TRY(ent_i_alloc(&desk->come, count, sizeof *desk->come, err));
    ENT_TRY(ent_i_alloc(&desk->now, (size_t)count + 1, sizeof *desk->now, err));

cleanup:
    return status;
}

/* Room in a list for one more round and all that the wave has newly come to. */
static ent_status_t make_room_for_round(ent_i_reached_t *reached, uint32_t coming, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t wanted = reached->count + coming;

    ENT_TRY(ent_i_grow(&reached->level, &reached->level_capacity, reached->levels + 2,
                       sizeof *reached->level, err));
    ENT_TRY(ent_i_grow(&reached->vertex, &reached->vertex_capacity, wanted, sizeof *reached->vertex,
                       err));
    ENT_TRY(
        ent_i_grow(&reached->mask, &reached->mask_capacity, wanted, sizeof *reached->mask, err));

cleanup:
    return status;
}

static uint32_t degree_of(const ent_i_rows_t *rows, uint32_t vertex)
{
    uint32_t degree = rows->offset[vertex + 1] - rows->offset[vertex];

    return degree < DEGREES ? degree : DEGREES - 1;
}

/* Puts what the wave has newly come to in order of degree, by counting: loops over the neighbours
 * of one vertex after another then end as the last one did, which the processor foresees. Not in
 * large blocks, where rows in another order than memory has them take half as long again. */
static void order_by_degree(ent_i_desk_t *desk)
{
    const ent_i_wave_t *wave = &desk->wave;
    uint32_t first[DEGREES + 1] = {0};

    for (uint32_t k = 0; k < wave->active_count; k++)
        first[degree_of(wave->to, wave->active[k]) + 1]++;
    for (uint32_t d = 0; d < DEGREES; d++)
        first[d + 1] += first[d];
    for (uint32_t k = 0; k < wave->active_count; k++)
        desk->come[first[degree_of(wave->to, wave->active[k])]++] = wave->active[k];
}

/* Appends the vertices with new bits of the 16 that begin at bit `shift` of word `word`. Every
 * vertex is written, and stays where it has any: no branch is guessed wrong. */
static void list_lanes(ent_i_reached_t *reached, const ent_i_wave_t *wave, const uint32_t *come,
                       size_t word, unsigned shift)
{
    size_t used = reached->count;

    for (uint32_t k = 0; k < wave->active_count; k++) {
        uint32_t v = come[k];
        uint16_t mask = (uint16_t)(wave->front[(size_t)v * ENT_WAVE_WORDS + word] >> shift);

        reached->vertex[used] = v;
        reached->mask[used] = mask;
        used += mask != 0;
    }
    reached->count = used;
}

/* Lists what the wave has newly come to, by group of lanes. */
static ent_status_t list_round(ent_i_desk_t *desk, size_t groups, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_wave_t *wave = &desk->wave;
    const uint32_t *come = wave->high <= NEAR ? desk->come : wave->active;

    if (wave->high <= NEAR)
        order_by_degree(desk);
    for (size_t g = 0; g < groups; g++) {
        ent_i_reached_t *reached = &desk->reached[g];

        if (reached->overflowed)
            continue;
        ENT_TRY(make_room_for_round(reached, wave->active_count, err));
        reached->level[reached->levels++] = reached->count;
        list_lanes(reached, wave, come, g / 4, (unsigned)(g % 4) * ENT_LANES);
        reached->overflowed = reached->count > (size_t)MOST_ENTRIES * wave->high;
    }

cleanup:
    return status;
}

/* Sends a wave from a batch of sources and lists where it comes. */
static ent_status_t send_wave(ent_i_desk_t *desk, const ent_i_kernel_t *kernel,
                              const ent_i_block_t *block, const uint32_t *source, uint32_t count,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_wave_t *wave = &desk->wave;
    size_t groups = (count + ENT_LANES - 1) / ENT_LANES;

    wave->from = block->back.offset != NULL ? &block->back : &block->rows;
    wave->to = &block->rows;
    wave->low = 0;
    wave->high = block->rows.count;
    for (size_t g = 0; g < groups; g++) {
        desk->reached[g].count = desk->reached[g].levels = 0;
        desk->reached[g].overflowed = false;
    }
    ent_i_wave_start(wave, source, count);
    do {
        ENT_TRY(list_round(desk, groups, err));
    } while (kernel->step(wave));
    for (size_t g = 0; g < groups; g++) {
        ent_i_reached_t *reached = &desk->reached[g];

        reached->level[reached->levels] = reached->count;
        while (reached->levels > 1 && reached->level[reached->levels - 1] == reached->count)
            reached->levels--;
    }

cleanup:
    return status;
}

static ent_status_t run_plain(ent_i_desk_t *desk, const ent_i_block_t *block,
                              const ent_i_sources_t *sources, uint32_t first, uint32_t count,
                              const ent_i_sums_t *sums, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (uint32_t s = first; s < first + count; s++) {
        ENT_TRY(ent_i_go_on(err));
        ent_i_betweenness_one(sums, block, sources->vertex[s], sources->times[s], &desk->brandes);
    }

cleanup:
    return status;
}

/* How many bits the number of paths may grow by with each distance: of the ties to a vertex, an
 * undirected one leads on, unless the vertex is the last. */
static double bits_a_level(const ent_i_wave_t *wave)
{
    const uint32_t *offset = wave->from->offset;
    uint32_t most = 2;

    for (uint32_t v = 0; v < wave->high; v++)
        most = offset[v + 1] - offset[v] > most ? offset[v + 1] - offset[v] : most;
    return log2(wave->from == wave->to ? most - 1 : most);
}

/* Where numbers of paths may not fit, the dependencies are added up aside. One that did not makes
 * what they come to no number; then nothing is taken of it, and `fit` is false. */
static ent_status_t try_lanes(bool *fit, const ent_i_kernel_t *kernel, ent_i_lanes_t *lanes,
                              const ent_i_sums_t *sums, uint32_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t numbers = sums->squares != NULL ? (size_t)2 * count : count;

    ENT_TRY(ent_i_alloc(&lanes->total, numbers, sizeof *lanes->total, err));
    lanes->squares = sums->squares != NULL ? lanes->total + count : NULL;
    kernel->add_dependencies(lanes);
    *fit = true;
    for (uint32_t v = 0; v < count; v++)
        *fit = *fit && isfinite(lanes->total[v]);
    for (uint32_t v = 0; v < count && *fit; v++) {
        sums->total[v] += lanes->total[v];
        if (sums->squares != NULL)
            sums->squares[v] += lanes->squares[v];
    }

cleanup:
    free(lanes->total);
    return status;
}

static ent_status_t run_lanes(ent_i_desk_t *desk, const ent_i_kernel_t *kernel,
                              const ent_i_block_t *block, const ent_i_sources_t *sources,
                              uint32_t first, uint32_t count, const ent_i_sums_t *sums,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double bits;

    ENT_TRY(send_wave(desk, kernel, block, sources->vertex + first, count, err));
    bits = bits_a_level(&desk->wave);
    for (uint32_t lane = 0; lane < count; lane += ENT_LANES) {
        const ent_i_reached_t *reached = &desk->reached[lane / ENT_LANES];
        uint32_t used = count - lane < ENT_LANES ? count - lane : ENT_LANES;
        ent_i_lanes_t lanes = {.from = desk->wave.from,
                               .to = desk->wave.to,
                               .weight = block->weight,
                               .reached = reached,
                               .row = desk->wave.room,
                               .now = desk->now,
                               .total = sums->total,
                               .squares = sums->squares};
        bool fit = true;

        ENT_TRY(ent_i_go_on(err));
        if (reached->overflowed) {
            ENT_TRY(run_plain(desk, block, sources, first + lane, used, sums, err));
            continue;
        }
        memcpy(lanes.of_source, sources->times + first + lane, used * sizeof *lanes.of_source);
        if (bits * (double)reached->levels < SURE_BITS)
            kernel->add_dependencies(&lanes);
        else
            ENT_TRY(try_lanes(&fit, kernel, &lanes, sums, block->rows.count, err));
        if (!fit)
            ENT_TRY(run_plain(desk, block, sources, first + lane, used, sums, err));
    }
    ent_i_wave_clear_room(&desk->wave);

cleanup:
    return status;
}

ent_status_t ent_i_batch_run(ent_i_desk_t *desk, const ent_i_kernel_t *kernel,
                             const ent_i_block_t *block, const ent_i_sources_t *sources,
                             uint32_t first, uint32_t count, const ent_i_sums_t *sums)
{
    if (block->rows.length == NULL && block->rows.count >= ENT_LEAST_FOR_LANES)
        return run_lanes(desk, kernel, block, sources, first, count, sums, &desk->error);
    return run_plain(desk, block, sources, first, count, sums, &desk->error);
}
