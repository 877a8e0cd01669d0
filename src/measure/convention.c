/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Other programs' numbers, made from the measures of the table. */
#include "entente/convention.h"

#include <math.h>

#include "measure/measure_i.h"

static void multiply(double *values, size_t count, double factor)
{
    for (size_t i = 0; i < count; i++)
        values[i] *= factor;
}

/* Euclidean length 1, as long as it has any. */
static void normalise(double *values, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += values[i] * values[i];
    if (sum > 0)
        multiply(values, count, 1 / sqrt(sum));
}

static ent_status_t divide_by_reached(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const ent_i_components_t *components = &context->components;
    ent_status_t status = ent_i_need_components(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] /= (double)components->size[components->of[i]] - 1;
    return status;
}

static ent_status_t relate(ent_i_context_t *context, double *values, ent_relation_t relation,
                           ent_error_t *err)
{
    double others = (double)context->actors - 1;
    size_t actors = context->actors;

    switch (relation) {
    case ENT_RELATION_ZERO:
        for (size_t i = 0; i < actors; i++)
            values[i] = isnan(values[i]) ? 0 : values[i];
        break;
    case ENT_RELATION_TWICE:
        multiply(values, actors, 2);
        break;
    case ENT_RELATION_PERCENT:
        multiply(values, actors, 100);
        break;
    case ENT_RELATION_OVER_OTHERS:
        multiply(values, actors, 1 / others);
        break;
    case ENT_RELATION_OVER_REACHED:
        return divide_by_reached(context, values, err);
    case ENT_RELATION_OVER_PAIRS:
        multiply(values, actors, 2 / (others * (others - 1)));
        break;
    case ENT_RELATION_STAR_PERCENT:
        normalise(values, actors);
        multiply(values, actors, 100 * sqrt(2));
        break;
    case ENT_RELATION_UNIT_NORM:
        normalise(values, actors);
        break;
    case ENT_RELATION_CONNECTED_PERCENT:
        for (size_t i = 0; i < actors; i++)
            values[i] = values[i] > 0 ? 100 * values[i] : NAN;
        break;
    case ENT_RELATION_SAME:
    case ENT_RELATION_COUNT:
        break;
    }
    return ENT_OK;
}

ent_status_t ent_convention_compute(const ent_network_t *network, double *values,
                                    const ent_convention_t *const *conventions, size_t count,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_measure_options_t options;
    ent_i_context_t context[2]; /* weights as strengths, as distances */

    for (int i = 0; i < 2; i++) {
        ent_measure_options_init(&options);
        options.weight = i == 0 ? ENT_WEIGHT_STRENGTH : ENT_WEIGHT_DISTANCE;
        ent_i_context_init(&context[i], network, &options);
    }
    for (size_t i = 0; i < count; i++) {
        const ent_convention_t *convention = conventions[i];
        ent_i_context_t *its = &context[convention->distance];
        double *row = values + i * its->actors;

        if ((convention->modes & ent_measure_mode(network)) == 0) {
            status =
                ent_i_fail(err, ENT_EINVAL, "What %s prints by %s is not known of such a network.",
                           convention->program, convention->call);
            goto cleanup;
        }
        ENT_TRY(ent_i_measure_function(ent_measure_find(convention->measure))(its, row, err));
        ENT_TRY(relate(its, row, convention->relation, err));
    }

cleanup:
    for (int i = 0; i < 2; i++)
        ent_i_context_free(&context[i]);
    return status;
}
