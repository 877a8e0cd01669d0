/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many seeded draws, one after the other. */
#include "engine/ensemble.h"

ent_status_t ent_i_ensemble_run(double *rows, const ent_i_ensemble_t *ensemble, ent_i_draw_fn *draw,
                                void *data, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t k = 0; k < ensemble->draws; k++) {
        ent_i_random_t random;

        ent_i_random_init(&random, ensemble->seed, (uint64_t)ensemble->purpose << 48 | k);
        ENT_TRY(draw(rows + k * ensemble->width, data, &random, err));
    }

cleanup:
    return status;
}
