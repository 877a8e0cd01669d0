/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Things in a row, each as near as it can be to where it wants to stand. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "layout/layout.h"

/* Neighbours that would stand too close are merged into runs about their common mean. */
typedef struct run {
    double at; /* where its first should stand */
    size_t count;
} run_t;

ent_status_t ent_i_layout_spread(double *at, size_t count, double step, double first, double last,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    run_t *run = NULL;
    size_t runs = 0;
    size_t i = 0;

    ENT_TRY(ent_i_alloc(&run, count, sizeof *run, err));
    for (i = 0; i < count; i++) {
        run[runs++] = (run_t){at[i], 1};
        for (; runs > 1; runs--) {
            run_t *before = &run[runs - 2];
            run_t *own = &run[runs - 1];
            double ahead = step * (double)before->count;

            if (own->at >= before->at + ahead)
                break;
            before->at += ((own->at - ahead) - before->at) * (double)own->count /
                          (double)(before->count + own->count);
            before->count += own->count;
        }
    }
    i = 0;
    for (size_t r = 0; r < runs; r++) {
        for (size_t k = 0; k < run[r].count; k++, i++) {
            double least = first + step * ((double)i + 0.5);
            double most = last - step * ((double)(count - i) - 0.5);

            at[i] = fmin(fmax(run[r].at + step * (double)k, least), most);
        }
    }

cleanup:
    free(run);
    return status;
}
