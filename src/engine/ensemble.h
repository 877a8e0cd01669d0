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
    ENT_I_FOR_REWIRING    /* ties rewired */
} ent_i_purpose_t;

typedef struct ent_i_ensemble {
    size_t draws;
    size_t width; /* numbers that one draw gives */
    uint64_t seed;
    ent_i_purpose_t purpose;
} ent_i_ensemble_t;

/* Makes one draw: fills row[width]. `data` may hold what draws share and use again. */
typedef ent_status_t ent_i_draw_fn(double *row, void *data, ent_i_random_t *random,
                                   ent_error_t *err);

/* Fills rows[draws][width]. The first draw that fails ends the run. */
ent_status_t ent_i_ensemble_run(double *rows, const ent_i_ensemble_t *ensemble, ent_i_draw_fn *draw,
                                void *data, ent_error_t *err);

#endif
