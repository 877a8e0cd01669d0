/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers of a network as a whole. */
#include <math.h>
#include <stdlib.h>

#include "measure/mixing.h"
#include "measure/reported.h"
#include "measure/shape.h"

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

static bool one_mode(const ent_network_t *network)
{
    return network->mode == NULL && !network->directed;
}

/* Pairs of actors that are tied; in a directed network, in one direction. */
static double tied_pairs(const ent_i_context_t *context)
{
    const ent_network_t *network = context->network;
    size_t pairs = 0;

    if (!network->directed)
        return (double)context->adjacency.offset[context->actors] / 2;
    for (size_t i = 0; i < network->tie_count; i++)
        pairs += i == 0 || network->a[i] != network->a[i - 1] || network->b[i] != network->b[i - 1];
    return (double)pairs;
}

static void count_actors(ent_summary_t *summary, const ent_i_context_t *context)
{
    const ent_network_t *network = context->network;
    double actors = (double)context->actors;
    double possible = actors * (actors - 1) / (network->directed ? 1 : 2);

    summary->actors = context->actors;
    summary->ties = network->tie_count;
    for (size_t i = 0; i < context->actors; i++) {
        summary->isolates += ent_i_neighbours(context, i) == 0;
        if (network->mode != NULL)
            summary->mode_actors[network->mode[i]]++;
    }
    if (network->mode != NULL)
        possible = (double)summary->mode_actors[0] * (double)summary->mode_actors[1];
    summary->density = ratio(tied_pairs(context), possible);
}

/* Sum of how far the values stay behind the largest. */
static double lag(const double *values, size_t count)
{
    double largest = 0;
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        largest = fmax(largest, values[i]);
    for (size_t i = 0; i < count; i++)
        sum += largest - values[i];
    return sum;
}

static ent_status_t measure_centralisation(ent_summary_t *summary, ent_i_context_t *context,
                                           ent_error_t *err)
{
    double n = (double)context->actors;
    double *values = NULL;
    ent_status_t status = ENT_OK;

    if (context->actors < 3)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&values, context->actors, sizeof *values, err));
    ENT_TRY(ent_i_degree_values(context, values, err));
    summary->centralisation_degree = lag(values, context->actors) / ((n - 1) * (n - 2));
    ENT_TRY(ent_i_betweenness_normalised(context, values, err));
    summary->centralisation_betweenness = lag(values, context->actors) / (n - 1);
    if (context->components.count > 1)
        goto cleanup;
    ENT_TRY(ent_i_closeness_freeman(context, values, err));
    summary->centralisation_closeness =
        lag(values, context->actors) * (2 * n - 3) / ((n - 1) * (n - 2));

cleanup:
    free(values);
    return status;
}

static ent_status_t measure_cuts(ent_summary_t *summary, ent_i_context_t *context, ent_error_t *err)
{
    ent_status_t status = ent_i_need_cuts(context, err);

    if (status != ENT_OK)
        return status;
    summary->bridges = context->cuts.bridges;
    for (size_t i = 0; i < context->actors; i++)
        summary->articulation_points += context->cuts.articulation[i];
    return ENT_OK;
}

static ent_status_t measure_core(ent_summary_t *summary, ent_i_context_t *context, ent_error_t *err)
{
    double *values = NULL;
    ent_status_t status = ENT_OK;

    if (context->network->directed)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&values, context->actors, sizeof *values, err));
    ENT_TRY(ent_i_coreness(context, values, err));
    for (size_t i = 0; i < context->actors; i++)
        summary->largest_core = fmax(summary->largest_core, values[i]);

cleanup:
    free(values);
    return status;
}

static ent_status_t mix_by(ent_i_mixing_t *mixing, const ent_i_context_t *context,
                           const char *column, ent_error_t *err)
{
    ent_i_labels_t labels = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_labels_read(&labels, context->network, column, err));
    ENT_TRY(ent_i_mix(mixing, context, &labels, err));

cleanup:
    ent_i_labels_free(&labels);
    return status;
}

static ent_status_t measure_mixing(ent_summary_t *summary, const ent_i_context_t *context,
                                   ent_error_t *err)
{
    ent_i_mixing_t country = {0};
    ent_i_mixing_t region = {0};
    ent_i_mixing_t kind = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(mix_by(&country, context, "country", err));
    ENT_TRY(mix_by(&region, context, "region", err));
    ENT_TRY(mix_by(&kind, context, "kind", err));
    summary->assortativity_country = country.assortativity;
    summary->assortativity_region = region.assortativity;
    summary->assortativity_kind = kind.assortativity;
    summary->ei_country = country.ei;
    summary->ei_region = region.ei;
    summary->ei_kind = kind.ei;
    summary->ei_country_ties = country.internal + country.external;
    summary->ei_region_ties = region.internal + region.external;

cleanup:
    return status;
}

ent_status_t ent_network_summarise(const ent_network_t *network, ent_summary_t *summary,
                                   const ent_measure_options_t *options, ent_error_t *err)
{
    ent_i_context_t context;
    ent_status_t status = ENT_OK;

    ent_i_summary_start(summary);
    ent_i_context_init(&context, network, options);
    ENT_TRY(ent_i_summary_shape(summary, &context, err));
    count_actors(summary, &context);
    ENT_TRY(measure_cuts(summary, &context, err));
    ENT_TRY(measure_core(summary, &context, err));
    ENT_TRY(measure_mixing(summary, &context, err));
    ENT_TRY(ent_i_reported_by_all(&summary->reported_by_both, network, err));
    if (one_mode(network))
        ENT_TRY(measure_centralisation(summary, &context, err));

cleanup:
    ent_i_context_free(&context);
    return status;
}
