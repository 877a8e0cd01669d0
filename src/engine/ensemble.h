/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many seeded draws of one experiment: permutations, rewirings, resamples.
 *
 * Draw k has random numbers that depend on the seed, the purpose and k alone, and fills row k: what
 * comes out does not depend on the order in which draws are made, nor on how many are asked for. */
#ifndef ENT_ENGINE_ENSEMBLE_H
#define ENT_ENGINE_ENSEMBLE_H

#include "base/error.h"
#include "base/random.h"

/* What draws of one seed are for, so that two experiments share no random numbers. */
typedef enum ent_i_purpose {
    ENT_I_FOR_LABELS = 1, /* labels permuted over actors */
    ENT_I_FOR_REWIRING,   /* ties rewired */
    ENT_I_FOR_SOURCES,    /* sources of shortest paths */
    ENT_I_FOR_GROUPS      /* runs of a method of finding groups */
} ent_i_purpose_t;

typedef struct ent_i_ensemble {
    size_t draws;
    size_t width; /* numbers that one draw gives */
    uint64_t seed;
    ent_i_purpose_t purpose;
} ent_i_ensemble_t;

/* What is done in each draw. */
typedef struct ent_i_experiment {
    /* Makes what draws one after the other work in: every thread has its own. NULL: nothing. */
    ent_status_t (*begin)(void **desk, void *shared, ent_error_t *err);
    void (*end)(void *desk);
    /* Makes one draw: fills row[width]. Neither `shared` nor igraph may be changed or called by a
     * draw, as others are made at the same time. */
    ent_status_t (*draw)(double *row, void *desk, void *shared, ent_i_random_t *random,
                         ent_error_t *err);
    void *shared;
    double steps; /* that a draw takes, about: whether threads are worth it */
} ent_i_experiment_t;

/* Fills rows[draws][width] by so many threads at most. The first draw that fails ends the run. */
ent_status_t ent_i_ensemble_run(double *rows, const ent_i_ensemble_t *ensemble,
                                const ent_i_experiment_t *experiment, int threads,
                                ent_error_t *err);

#endif
