/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The loops of a kernel, included by one source file for each instruction set, which defines
 * TARGET (the attribute of every function), bits_t (512 bits) with its operations, and numbers_t
 * (some of a row's 16 numbers) with EACH(do), which applies a macro to each part of a row. */

#include <string.h>

/* Takes the bits of the neighbours of one vertex that it needs, until it has them all. */
TARGET static inline bits_t gather(const ent_i_wave_t *wave, uint32_t vertex, bits_t need)
{
    const uint32_t *neighbour = wave->from->neighbour;
    uint32_t end = wave->from->offset[vertex + 1];
    bits_t bits = bits_none();

    for (uint32_t i = wave->from->offset[vertex]; i < end; i++) {
        bits = bits_or(bits, bits_load(wave->front + (size_t)neighbour[i] * ENT_WAVE_WORDS));
        if (i % 8 == 7 && !bits_any(bits_without(need, bits)))
            break;
    }
    return bits_and(bits, need);
}

/* Every vertex takes. */
TARGET static uint32_t pull(ent_i_wave_t *wave)
{
    _Alignas(64) uint64_t all[ENT_WAVE_WORDS];
    bits_t full;
    uint32_t count = 0;

    memcpy(all, wave->full, sizeof all);
    full = bits_load(all);
    for (uint32_t v = wave->low; v < wave->high; v++) {
        uint64_t *seen = wave->seen + (size_t)v * ENT_WAVE_WORDS;
        bits_t need = bits_without(full, bits_load(seen));
        bits_t bits;

        if (!bits_any(need))
            continue;
        bits = gather(wave, v, need);
        if (!bits_any(bits))
            continue;
        bits_store(wave->next + (size_t)v * ENT_WAVE_WORDS, bits);
        bits_store(seen, bits_or(bits_load(seen), bits));
        wave->coming[count++] = v;
    }
    return count;
}

/* The vertices with new bits hand them on. */
TARGET static uint32_t push(ent_i_wave_t *wave)
{
    uint32_t count = 0;

    for (uint32_t k = 0; k < wave->active_count; k++) {
        uint32_t v = wave->active[k];
        bits_t bits = bits_load(wave->front + (size_t)v * ENT_WAVE_WORDS);

        for (uint32_t i = wave->to->offset[v]; i < wave->to->offset[v + 1]; i++) {
            uint32_t to = wave->to->neighbour[i];
            uint64_t *next = wave->next + (size_t)to * ENT_WAVE_WORDS;
            bits_t fresh = bits_without(bits, bits_load(wave->seen + (size_t)to * ENT_WAVE_WORDS));
            bits_t had;

            if (!bits_any(fresh))
                continue;
            had = bits_load(next);
            if (!bits_any(had))
                wave->coming[count++] = to;
            bits_store(next, bits_or(had, fresh));
        }
    }
    for (uint32_t k = 0; k < count; k++) {
        size_t at = (size_t)wave->coming[k] * ENT_WAVE_WORDS;

        bits_store(wave->seen + at,
                   bits_or(bits_load(wave->seen + at), bits_load(wave->next + at)));
    }
    return count;
}

TARGET static bool step(ent_i_wave_t *wave)
{
    const uint32_t *offset = wave->to->offset;
    size_t all = (size_t)wave->from->offset[wave->high] - wave->from->offset[wave->low] +
                 wave->high - wave->low;
    size_t pushed = 0;
    uint32_t count;
    uint32_t *active = wave->active;
    uint64_t *front = wave->front;

    for (uint32_t k = 0; k < wave->active_count; k++)
        pushed += offset[active[k] + 1] - offset[active[k]];
    count = 4 * pushed < all ? push(wave) : pull(wave);
    for (uint32_t k = 0; k < wave->active_count; k++)
        bits_store(front + (size_t)active[k] * ENT_WAVE_WORDS, bits_none());
    wave->active = wave->coming;
    wave->active_count = count;
    wave->coming = active;
    wave->front = wave->next;
    wave->next = front;
    return count > 0;
}

TARGET static void count(ent_i_tally_t *tally, const ent_i_wave_t *wave, uint32_t distance,
                         ent_i_wide_t inverse)
{
    for (uint32_t k = 0; k < wave->active_count; k++) {
        const uint64_t *word = wave->front + (size_t)wave->active[k] * ENT_WAVE_WORDS;
        ent_i_tally_t *own = &tally[wave->active[k]];
        uint32_t come = 0;

        for (size_t w = 0; w < ENT_WAVE_WORDS; w++)
            come += (uint32_t)__builtin_popcountll(word[w]);
        own->reached += come;
        own->sum += (uint64_t)come * distance;
        own->inverse += come * inverse;
        own->farthest = distance > own->farthest ? distance : own->farthest;
    }
}

/* Rows are read and written in parts: part i of a row is the i-th numbers_t. */
#define PART(row, i) ((numbers_t *)(void *)(row))[i]
#define ZERO(i) numbers_t sum##i = numbers_none();
#define ADD(i) sum##i += PART(other, i);
#define KEEP_MASKED(i) PART(own, i) = numbers_masked(sum##i, mask, i);
#define COPY(i) PART(to, i) = PART(from, i);
#define CLEAR(i) PART(to, i) = numbers_none();

TARGET static inline void clear_rows(double *now, const ent_i_reached_t *reached, size_t first,
                                     size_t end)
{
    for (size_t k = first; k < end; k++) {
        double *to = now + (size_t)reached->vertex[k] * ENT_LANES;

        EACH(CLEAR)
    }
}

TARGET static inline void show_rows(double *now, const double *row, const ent_i_reached_t *reached,
                                    size_t first, size_t end)
{
    for (size_t k = first; k < end; k++) {
        double *to = now + (size_t)reached->vertex[k] * ENT_LANES;
        const double *from = row + k * ENT_LANES;

        EACH(COPY)
    }
}

/* Counts shortest paths from the sources outwards: row[k] becomes those to entry k. */
TARGET static void count_paths(const ent_i_lanes_t *lanes)
{
    const ent_i_rows_t *rows = lanes->from;
    const ent_i_reached_t *reached = lanes->reached;
    const size_t *level = reached->level;
    double *row = lanes->row;
    double *now = lanes->now;

    for (size_t k = 0; k < level[1]; k++) {
        for (unsigned lane = 0; lane < ENT_LANES; lane++)
            row[k * ENT_LANES + lane] = reached->mask[k] >> lane & 1;
    }
    show_rows(now, row, reached, 0, level[1]);
    for (size_t d = 1; d < reached->levels; d++) {
        for (size_t k = level[d]; k < level[d + 1]; k++) {
            uint32_t v = reached->vertex[k];
            uint32_t end = rows->offset[v + 1];
            double *own = row + k * ENT_LANES;
            unsigned mask = reached->mask[k];

            EACH(ZERO)
            for (uint32_t i = rows->offset[v]; i < end; i++) {
                const double *other = now + (size_t)rows->neighbour[i] * ENT_LANES;

                EACH(ADD)
            }
            EACH(KEEP_MASKED)
        }
        clear_rows(now, reached, level[d - 1], level[d]);
        show_rows(now, row, reached, level[d], level[d + 1]);
    }
    clear_rows(now, reached, level[reached->levels - 1], level[reached->levels]);
}

/* What a vertex hands to the vertices before it, by path: its weight and its dependency over the
 * paths to it. `sum` holds what the vertices behind it have handed. */
#define DEPEND(i)                                                                                  \
    numbers_t paths##i = PART(own, i);                                                             \
    numbers_t depend##i = sum##i * paths##i;                                                       \
    PART(own, i) = numbers_where((depend##i + target) / paths##i, paths##i);                       \
    sum##i = depend##i * PART(lanes->of_source, i);
#define SQUARE(i) sum##i *= depend##i;

/* Sums dependencies from the farthest vertices inwards. */
TARGET static void sum_dependencies(const ent_i_lanes_t *lanes)
{
    const ent_i_rows_t *rows = lanes->to;
    const ent_i_reached_t *reached = lanes->reached;
    const size_t *level = reached->level;
    double *row = lanes->row;
    double *now = lanes->now;

    for (size_t d = reached->levels - 1; d >= 1; d--) {
        bool last = d == reached->levels - 1;

        for (size_t k = level[d]; k < level[d + 1]; k++) {
            uint32_t v = reached->vertex[k];
            uint32_t end = last ? rows->offset[v] : rows->offset[v + 1];
            double *own = row + k * ENT_LANES;
            numbers_t target = numbers_all(lanes->weight[v]);

            EACH(ZERO)
            for (uint32_t i = rows->offset[v]; i < end; i++) {
                const double *other = now + (size_t)rows->neighbour[i] * ENT_LANES;

                EACH(ADD)
            }
            EACH(DEPEND)
            lanes->total[v] += TOTAL(sum);
            if (lanes->squares != NULL) {
                EACH(SQUARE)
                lanes->squares[v] += TOTAL(sum);
            }
        }
        if (!last)
            clear_rows(now, reached, level[d + 1], level[d + 2]);
        if (d > 1)
            show_rows(now, row, reached, level[d], level[d + 1]);
    }
}

TARGET static void add_dependencies(const ent_i_lanes_t *lanes)
{
    count_paths(lanes);
    sum_dependencies(lanes);
}
