/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Clustering: how many of the ties among an actor's neighbours there are. */
#include "measure/measure_i.h"

#include <math.h>

ent_status_t ent_i_clustering(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_triangles(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double degree = (double)ent_i_neighbours(context, i);

        values[i] = degree > 1 ? (double)context->triangles[i] / (degree * (degree - 1) / 2) : NAN;
    }
    return status;
}
