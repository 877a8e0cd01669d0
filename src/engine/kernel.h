/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The two inner loops of all measures built on distances in ties, compiled for several instruction
 * sets and chosen when the program runs. Every set gives the same digits: sums are taken in one
 * order, and no multiplication is fused with an addition.
 *
 * The wave: breadth-first searches from up to 512 vertices at once. Bit s of a vertex's 512 says
 * that search s has come here. In a round every vertex takes the bits of its neighbours and keeps
 * those that are new to it; where few vertices have new bits these hand them on instead. Searches
 * that pass through the same vertices in the same round share the work.
 * M. Then et al., The more the merrier: efficient multi-source graph traversal, Proceedings of the
 * VLDB Endowment 8 (2014), https://doi.org/10.14778/2735496.2735507
 *
 * The lanes: shortest paths counted and dependencies summed for 16 sources at once, a vertex having
 * a row of 16 numbers: first the paths to it, then, in their place, what it hands to the vertices
 * before it. The wave has told before at which distance from which source each vertex lies. While
 * the vertices at one distance are done, those at the distance before show the lanes that have them
 * there, 16 bits a vertex; so one look at these bits tells a vertex which rows of its neighbours it
 * needs, and in which lanes. In large networks that is less than half of them, and fetching rows is
 * what takes the time. The slow, simple form of the same is ent_i_betweenness_one() in
 * engine/betweenness_one.c; tests hold the two against each other. */
#ifndef ENT_ENGINE_KERNEL_H
#define ENT_ENGINE_KERNEL_H

#include "engine/rows.h"

enum {
    ENT_WAVE_BITS = 512,
    ENT_WAVE_WORDS = ENT_WAVE_BITS / 64,
    ENT_LANES = 16,
    ENT_WAVE_GROUPS = ENT_WAVE_BITS / ENT_LANES
};

/* Searches under way. Between rounds `front` has bits for the vertices of `active` only, namely
 * those that are new, and `next` has none. */
typedef struct ent_i_wave {
    const ent_i_rows_t *from; /* whom a vertex takes bits from */
    const ent_i_rows_t *to;   /* whom it hands them to; of an undirected network the same rows */
    uint32_t low;             /* the searches stay among the vertices low … high - 1 */
    uint32_t high;
    uint64_t *seen; /* ENT_WAVE_WORDS a vertex */
    uint64_t *front;
    uint64_t *next;
    double *room;                  /* where `front` and `next` lie: ENT_LANES numbers a vertex */
    uint64_t full[ENT_WAVE_WORDS]; /* the bits of all searches */
    uint32_t *active;
    uint32_t *coming;
    uint16_t *fresh; /* how many new bits each of `active` has, after a step */
    uint32_t active_count;
    void *memory;
} ent_i_wave_t;

/* Room for waves over `count` vertices. Zero the wave before; free it also after a failure. */
ent_status_t ent_i_wave_init(ent_i_wave_t *wave, uint32_t count, ent_error_t *err);
void ent_i_wave_free(ent_i_wave_t *wave);
/* Between waves `room` may be used otherwise; this gives it back. */
void ent_i_wave_clear_room(ent_i_wave_t *wave);
/* Starts searches from different vertices, at most ENT_WAVE_BITS: search s from source[s]. `from`,
 * `to`, `low` and `high` are set before. */
void ent_i_wave_start(ent_i_wave_t *wave, const uint32_t *source, uint32_t sources);

/* Which vertices lanes reach, distance after distance: entries level[d] … level[d + 1] - 1 are at
 * distance d from some of the 16 sources, those of `mask`. A vertex has an entry for each distance
 * that it has from one of them. */
typedef struct ent_i_reached {
    uint32_t *vertex;
    uint16_t *mask;
    size_t count;
    size_t vertex_capacity;
    size_t mask_capacity;
    size_t *level; /* levels + 1 */
    size_t levels;
    size_t level_capacity;
    bool overflowed; /* too many entries to be worth it */
} ent_i_reached_t;

/* GCC's and clang's whole numbers of 128 bits. */
__extension__ typedef unsigned __int128 ent_i_wide_t;

/* Who is at which distance from one vertex, counted. */
typedef struct ent_i_tally {
    ent_i_wide_t inverse; /* sum of 1/distance in units of the caller's */
    uint64_t sum;         /* of distances */
    uint32_t reached;
    uint32_t farthest;
} ent_i_tally_t;

/* Sixteen sources at once. Adds to total[v] the dependencies of the lanes' sources on each vertex
 * v, but not on the sources themselves: of lane l of_source[l] times, each target counted
 * weight[target] times; to squares[v], unless it is NULL, their squares of_source[l] times. `row`
 * has 16 numbers a vertex, whatever they are; `now` the lanes that each vertex shows, none before
 * and after, and one entry more, which may be read with the last. */
typedef struct ent_i_lanes {
    _Alignas(64) double of_source[ENT_LANES];
    const ent_i_rows_t *from; /* whom a vertex takes numbers of paths from */
    const ent_i_rows_t *to;   /* whom it takes dependencies from */
    const double *weight;
    const ent_i_reached_t *reached;
    double *row;
    uint16_t *now;
    double *total;
    double *squares;
} ent_i_lanes_t;

typedef struct ent_i_kernel {
    const char *name;
    /* One round of a wave: afterwards `front` and `active` are what has newly come; returns whether
     * anything has. */
    bool (*step)(ent_i_wave_t *wave);
    /* Adds to each vertex' tally the searches that have newly come to it, all at one distance. */
    void (*count)(ent_i_tally_t *tally, const ent_i_wave_t *wave, uint32_t distance,
                  ent_i_wide_t inverse);
    void (*add_dependencies)(const ent_i_lanes_t *lanes);
} ent_i_kernel_t;

/* The fastest that this machine can run. */
const ent_i_kernel_t *ent_i_kernel(void);
/* By name, "plain", "avx2" or "avx512"; NULL where the machine cannot run it. */
const ent_i_kernel_t *ent_i_kernel_named(const char *name);

extern const ent_i_kernel_t ent_i_kernel_plain;
#if defined(__x86_64__)
extern const ent_i_kernel_t ent_i_kernel_avx2;
extern const ent_i_kernel_t ent_i_kernel_avx512;
#endif

#endif
