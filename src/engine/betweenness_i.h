/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The steps of betweenness: one source, a batch of sources, a block. */
#ifndef ENT_ENGINE_BETWEENNESS_I_H
#define ENT_ENGINE_BETWEENNESS_I_H

#include "engine/betweenness.h"
#include "engine/blocks.h"
#include "engine/dijkstra.h"

/* Which sources of a block are run, ascending, each how often. */
typedef struct ent_i_sources {
    uint32_t count;
    uint32_t *vertex;
    double *times;
    double scale;   /* of a sample: what the squares are multiplied by; 0: all sources */
    uint32_t draws; /* of a sample, repeated ones counted again */
} ent_i_sources_t;

/* Where dependencies are added up, by vertex; `squares` NULL where nobody asks for them. */
typedef struct ent_i_sums {
    double *total;
    double *squares;
} ent_i_sums_t;

/* betweenness_one.c: what one vertex as source adds, the plain way; the verifier of the lanes, and
 * the only way by lengths. */
typedef struct ent_i_brandes {
    double *paths; /* by vertex, as are the next four */
    double *handed;
    uint32_t *step;     /* of very many paths: how often these are to be multiplied by 2^512 */
    uint32_t *distance; /* UINT32_MAX before and after; NULL by lengths */
    uint32_t *queue;
    ent_i_dijkstra_t search; /* by lengths only, as are the next two */
    uint32_t *before;        /* the vertices before each on its shortest paths, row by row */
    uint32_t *before_end;    /* by rank */
} ent_i_brandes_t;

ent_status_t ent_i_brandes_init(ent_i_brandes_t *brandes, uint32_t count, uint32_t arcs,
                                bool lengths, ent_error_t *err);
void ent_i_brandes_free(ent_i_brandes_t *brandes);
/* Adds the dependencies of `source` on all other vertices, the source counted `times` times and
 * each target as often as its weight. */
void ent_i_betweenness_one(const ent_i_sums_t *sums, const ent_i_block_t *block, uint32_t source,
                           double times, ent_i_brandes_t *brandes);

/* betweenness_batch.c: what one thread works in. */
typedef struct ent_i_desk {
    ent_i_wave_t wave;
    uint32_t *come; /* whom it has newly come to, by degree */
    ent_i_reached_t reached[ENT_WAVE_GROUPS];
    ent_i_brandes_t brandes;
    uint16_t *now;
    ent_status_t status;
    ent_error_t error;
} ent_i_desk_t;

enum { ENT_LEAST_FOR_LANES = 64 }; /* vertices of a block */

/* For blocks of `count` vertices and `arcs` entries at most. Free also after a failure. */
ent_status_t ent_i_desk_init(ent_i_desk_t *desk, uint32_t count, uint32_t arcs, bool lengths,
                             ent_error_t *err);
void ent_i_desk_free(ent_i_desk_t *desk);
/* Adds what the sources first … first + count - 1 of the list give, ENT_WAVE_BITS at most. */
ent_status_t ent_i_batch_run(ent_i_desk_t *desk, const ent_i_kernel_t *kernel,
                             const ent_i_block_t *block, const ent_i_sources_t *sources,
                             uint32_t first, uint32_t count, const ent_i_sums_t *sums);

/* betweenness_sources.c: every vertex of the block as often as its weight; or `draws` draws with
 * as many chances each. Free also after a failure. */
ent_status_t ent_i_sources_init(ent_i_sources_t *sources, const ent_i_block_t *block,
                                uint32_t draws, uint64_t seed, uint64_t stream, ent_error_t *err);
void ent_i_sources_free(ent_i_sources_t *sources);
/* How far, before pairs are halved, the value of a vertex of a sampled block may be from the true
 * one, with a chance of 95 % at least that so many such values at once are no farther. `range`:
 * what a draw gives at most. */
double ent_i_sources_bound(const ent_i_sources_t *sources, double total, double squares,
                           double range, size_t values);

#endif
