/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The loops of a kernel, included by one source file for each instruction set, which defines
 * TARGET (the attribute of every function), bits_t (512 bits) with its operations, and numbers_t
 * (some of a row's 16 numbers) with EACH(do), which applies a macro to each part of a row. */

#include <string.h>

/* How many of a vertex's bits are set. */
TARGET static inline uint16_t count_bits(const uint64_t *word)
{
    int count = 0;

    for (size_t w = 0; w < ENT_WAVE_WORDS; w++)
        count += __builtin_popcountll(word[w]);
    return (uint16_t)count;
}

/* Takes the bits of the neighbours of one vertex that it needs, until it has them all. Four are
 * fetched at a time: they are far from each other. */
TARGET static inline bits_t gather(const ent_i_wave_t *wave, uint32_t vertex, bits_t need)
{
    const uint32_t *neighbour = wave->from->neighbour;
    uint32_t i = wave->from->offset[vertex];
    uint32_t end = wave->from->offset[vertex + 1];
    bits_t bits = bits_none();

    for (; end - i >= 4; i += 4) {
        bits_t b0 = bits_load(wave->front + (size_t)neighbour[i] * ENT_WAVE_WORDS);
        bits_t b1 = bits_load(wave->front + (size_t)neighbour[i + 1] * ENT_WAVE_WORDS);
        bits_t b2 = bits_load(wave->front + (size_t)neighbour[i + 2] * ENT_WAVE_WORDS);
        bits_t b3 = bits_load(wave->front + (size_t)neighbour[i + 3] * ENT_WAVE_WORDS);

        bits = bits_or(bits, bits_or(bits_or(b0, b1), bits_or(b2, b3)));
        if (!bits_any(bits_without(need, bits)))
            return need;
    }
    for (; i < end; i++)
        bits = bits_or(bits, bits_load(wave->front + (size_t)neighbour[i] * ENT_WAVE_WORDS));
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
        wave->fresh[count] = count_bits(wave->next + (size_t)v * ENT_WAVE_WORDS);
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
        wave->fresh[k] = count_bits(wave->next + at);
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
        ent_i_tally_t *own = &tally[wave->active[k]];
        uint32_t come = wave->fresh[k];

        own->reached += come;
        own->sum += (uint64_t)come * distance;
        own->inverse += come * inverse;
        own->farthest = distance > own->farthest ? distance : own->farthest;
    }
}

/* Rows are read and written in parts: part i of a row is the i-th numbers_t. */
#define PART(row, i) ((numbers_t *)(void *)(row))[i]
#define ZERO(i) numbers_t sum##i = numbers_none();
#define ADD(i) sum##i += numbers_masked(PART(other, i), shown, i);
#define KEEP(i) PART(own, i) = sum##i + numbers_masked(PART(own, i), ~mask & ALL_LANES, i);

enum {
    ALL_LANES = (1 << ENT_LANES) - 1,
    SHORT_ROW = 8, /* neighbours: all their rows are read sooner than chosen from */
    MOST_PICKED = 256
};

#if !defined(OWN_PICK)
/* Chooses the neighbours that show some of the lanes of `mask`, and which; returns how many. Each
 * is written, and stays where it shows any: no branch is guessed wrong. Both lists have room for 16
 * more than `count`. */
TARGET static inline uint32_t pick(uint32_t *picked, uint32_t *lanes, const uint32_t *neighbour,
                                   uint32_t count, const uint16_t *now, unsigned mask)
{
    uint32_t used = 0;

    for (uint32_t i = 0; i < count; i++) {
        unsigned shown = now[neighbour[i]] & mask;

        picked[used] = neighbour[i];
        lanes[used] = shown;
        used += shown != 0;
    }
    return used;
}
#endif

/* Adds to the sums of rows those of some vertices, each in the lanes that it shows. */
#define ADD_ROWS(count, vertex, lanes)                                                             \
    for (uint32_t i = 0; i < (count); i++) {                                                       \
        const double *other = row + (size_t)(vertex)*ENT_LANES;                                    \
        unsigned shown = (lanes);                                                                  \
                                                                                                   \
        EACH(ADD)                                                                                  \
    }

/* Adds to the sums of rows what the neighbours of `v` show in the lanes of `mask`. */
#define ADD_NEIGHBOURS                                                                             \
    const uint32_t *next = rows->neighbour + rows->offset[v];                                      \
    uint32_t left = rows->offset[v + 1] - rows->offset[v];                                         \
                                                                                                   \
    if (left <= SHORT_ROW) {                                                                       \
        ADD_ROWS(left, next[i], now[next[i]] & mask)                                               \
        left = 0;                                                                                  \
    }                                                                                              \
    while (left > 0) {                                                                             \
        uint32_t some = left < MOST_PICKED ? left : MOST_PICKED;                                   \
        uint32_t chosen = pick(picked, picked_lanes, next, some, now, mask);                       \
                                                                                                   \
        ADD_ROWS(chosen, picked[i], picked_lanes[i])                                               \
        next += some;                                                                              \
        left -= some;                                                                              \
    }

/* From now on the vertices at distance d show the lanes that have them there. */
TARGET static inline void show(uint16_t *now, const ent_i_reached_t *reached, size_t d)
{
    for (size_t k = reached->level[d]; k < reached->level[d + 1]; k++)
        now[reached->vertex[k]] = reached->mask[k];
}

TARGET static inline void hide(uint16_t *now, const ent_i_reached_t *reached, size_t d)
{
    for (size_t k = reached->level[d]; k < reached->level[d + 1]; k++)
        now[reached->vertex[k]] = 0;
}

/* Counts shortest paths from the sources outwards: the row of each vertex becomes those to it. */
TARGET static void count_paths(const ent_i_lanes_t *lanes)
{
    const ent_i_rows_t *rows = lanes->from;
    const ent_i_reached_t *reached = lanes->reached;
    const size_t *level = reached->level;
    double *row = lanes->row;
    uint16_t *now = lanes->now;
    uint32_t picked[MOST_PICKED + 16];
    uint32_t picked_lanes[MOST_PICKED + 16];

    for (size_t k = 0; k < level[1]; k++)
        for (unsigned lane = 0; lane < ENT_LANES; lane++)
            row[(size_t)reached->vertex[k] * ENT_LANES + lane] = reached->mask[k] >> lane & 1;
    show(now, reached, 0);
    for (size_t d = 1; d < reached->levels; d++) {
        for (size_t k = level[d]; k < level[d + 1]; k++) {
            uint32_t v = reached->vertex[k];
            double *own = row + (size_t)v * ENT_LANES;
            unsigned mask = reached->mask[k];

            EACH(ZERO)
            ADD_NEIGHBOURS
            EACH(KEEP)
        }
        hide(now, reached, d - 1);
        show(now, reached, d);
    }
}

/* What a vertex hands to the vertices before it, by path, in place of the paths: its weight and its
 * dependency over the paths to it. `sum` holds what the vertices behind it have handed. Other lanes
 * of the row stay as they are: less the paths, they are what is left of it, to the last digit. */
#define DEPEND(i)                                                                                  \
    numbers_t paths##i = numbers_masked(PART(own, i), mask, i);                                    \
    numbers_t depend##i = sum##i * paths##i;                                                       \
    PART(own, i) =                                                                                 \
        PART(own, i) - paths##i + numbers_masked((depend##i + target) / paths##i, mask, i);        \
    sum##i = depend##i * PART(lanes->of_source, i);
#define SQUARE(i) sum##i *= depend##i;

/* Sums dependencies from the farthest vertices inwards. */
TARGET static void sum_dependencies(const ent_i_lanes_t *lanes)
{
    const ent_i_rows_t *rows = lanes->to;
    const ent_i_reached_t *reached = lanes->reached;
    const size_t *level = reached->level;
    double *row = lanes->row;
    uint16_t *now = lanes->now;
    uint32_t picked[MOST_PICKED + 16];
    uint32_t picked_lanes[MOST_PICKED + 16];

    hide(now, reached, reached->levels - 1);
    for (size_t d = reached->levels - 1; d >= 1; d--) {
        for (size_t k = level[d]; k < level[d + 1]; k++) {
            uint32_t v = reached->vertex[k];
            double *own = row + (size_t)v * ENT_LANES;
            unsigned mask = reached->mask[k];
            numbers_t target = numbers_all(lanes->weight[v]);

            EACH(ZERO)
            if (d + 1 < reached->levels) {
                ADD_NEIGHBOURS
            }
            EACH(DEPEND)
            lanes->total[v] += TOTAL(sum);
            if (lanes->squares != NULL) {
                EACH(SQUARE)
                lanes->squares[v] += TOTAL(sum);
            }
        }
        if (d + 1 < reached->levels)
            hide(now, reached, d + 1);
        if (d > 1)
            show(now, reached, d);
    }
}

TARGET static void add_dependencies(const ent_i_lanes_t *lanes)
{
    count_paths(lanes);
    sum_dependencies(lanes);
}
