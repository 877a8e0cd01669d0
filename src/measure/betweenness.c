/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness: how many shortest paths pass through an actor. */
#include "measure/measure_i.h"

#include <math.h>

static ent_status_t raw(ent_i_context_t *context, double *values, int form, ent_error_t *err)
{
    ent_status_t status = ent_i_need_betweenness(context, form, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = context->betweenness[form][i];
    return status;
}

static ent_status_t normalised(ent_i_context_t *context, double *values, int form, ent_error_t *err)
{
    double actors = (double)context->actors;
    double pairs = (actors - 1) * (actors - 2) / 2;
    ent_status_t status = raw(context, values, form, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = context->actors > 2 ? values[i] / pairs : NAN;
    return status;
}

ent_status_t ent_i_betweenness(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return raw(context, values, ENT_I_PLAIN, err);
}

ent_status_t ent_i_betweenness_normalised(ent_i_context_t *context, double *values,
                                          ent_error_t *err)
{
    return normalised(context, values, ENT_I_PLAIN, err);
}

ent_status_t ent_i_betweenness_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return raw(context, values, ENT_I_WEIGHTED, err);
}

ent_status_t ent_i_betweenness_weighted_normalised(ent_i_context_t *context, double *values,
                                                   ent_error_t *err)
{
    return normalised(context, values, ENT_I_WEIGHTED, err);
}
