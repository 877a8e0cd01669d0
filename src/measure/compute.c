/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ent_measure_compute(): refuses what is not defined here, and shares work between the rest. */
#include "measure/measure_i.h"
#include "measure/names.h"

#include <math.h>
#include <string.h>

unsigned ent_measure_mode(const ent_network_t *network)
{
    if (network == NULL)
        return ENT_FOR_ONE_MODE | ENT_FOR_TWO_MODE | ENT_FOR_DIRECTED;
    if (network->directed)
        return ENT_FOR_DIRECTED;
    return network->mode != NULL ? ENT_FOR_TWO_MODE : ENT_FOR_ONE_MODE;
}

void ent_i_measure_names(ent_i_text_t *text, unsigned mode, bool defined)
{
    const char *between = "";
    bool brokers = false;

    for (size_t i = 0; i < ent_measure_count(); i++) {
        const ent_measure_t *measure = ent_measure_at(i);
        bool broker = strncmp(measure->name, "broker_", strlen("broker_")) == 0;

        if (((measure->modes & mode) != 0) != defined || (broker && brokers))
            continue;
        ent_i_text_puts(text, between);
        ent_i_text_puts(text, broker ? "broker_*" : measure->name);
        between = ", ";
        brokers = brokers || broker;
    }
}

static ent_status_t refuse(const ent_measure_t *measure, unsigned mode, ent_error_t *err)
{
    const char *where = mode == ENT_FOR_DIRECTED   ? "a directed network"
                        : mode == ENT_FOR_TWO_MODE ? "a network of two modes"
                                                   : "a network of one mode without directions";
    bool few = mode == ENT_FOR_DIRECTED; /* the shorter list says the same */
    ent_i_text_t names = {0};
    ent_blob_t list = {0};
    ent_status_t status = ENT_OK;

    ent_i_measure_names(&names, mode, few);
    ENT_TRY(ent_i_text_finish(&names, &list, err));
    status = ent_i_fail(err, ENT_EINVAL, "The measure %s is not defined in %s; %s %s.",
                        measure->name, where, few ? "these are:" : "all are but:", list.bytes);

cleanup:
    ent_i_text_free(&names);
    ent_blob_free(&list);
    return status;
}

bool ent_measure_is_sampled(const ent_measure_t *measure)
{
    return measure != NULL && strncmp(measure->name, "betweenness", strlen("betweenness")) == 0;
}

static void swap_errors(ent_i_context_t *context)
{
    for (int form = 0; form < 2; form++) {
        double *values = context->betweenness[form];

        context->betweenness[form] = context->betweenness_error[form];
        context->betweenness_error[form] = values;
    }
}

/* The errors of one measure: whatever it makes of betweenness, made of its error. */
static ent_status_t fill_errors(ent_i_context_t *context, double *errors,
                                const ent_measure_t *measure, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < context->actors; i++)
        errors[i] = NAN;
    if (!ent_measure_is_sampled(measure))
        return ENT_OK;
    swap_errors(context);
    status = ent_i_measure_function(measure)(context, errors, err);
    swap_errors(context);
    return status;
}

ent_status_t ent_measure_compute(const ent_network_t *network, double *values,
                                 const ent_measure_t *const *measures, size_t count,
                                 const ent_measure_options_t *options, ent_error_t *err)
{
    ent_i_context_t context;
    unsigned mode = ent_measure_mode(network);
    ent_status_t status = ENT_OK;

    ent_i_context_init(&context, network, options);
    for (size_t i = 0; i < count; i++) {
        if (ent_i_measure_function(measures[i]) == NULL) {
            status = ent_i_fail(err, ENT_EINVAL, "Measure %zu is no row of the table.", i);
            goto cleanup;
        }
        if ((measures[i]->modes & mode) == 0) {
            status = refuse(measures[i], mode, err);
            goto cleanup;
        }
    }
    if (context.options.taken != NULL)
        memset(context.options.taken, 0, 2 * sizeof *context.options.taken);
    for (size_t i = 0; i < count; i++) {
        ENT_TRY(ent_i_measure_function(measures[i])(&context, values + i * context.actors, err));
        if (context.options.errors != NULL)
            ENT_TRY(fill_errors(&context, context.options.errors + i * context.actors, measures[i],
                                err));
    }

cleanup:
    ent_i_context_free(&context);
    ent_i_memory_trim(network->tie_count);
    return status;
}
