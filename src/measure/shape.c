/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances, clustering and assortativity of a network as a whole. */
#include "measure/shape.h"

#include <math.h>
#include <stdlib.h>

static double ratio(double part, double whole)
{
    return whole > 0 ? part / whole : NAN;
}

/* Everything that is not a count starts undefined. */
void ent_i_summary_start(ent_summary_t *summary)
{
    *summary = (ent_summary_t){.density = NAN,
                               .diameter = NAN,
                               .mean_distance = NAN,
                               .global_efficiency = NAN,
                               .transitivity = NAN,
                               .clustering_mean_zero = NAN,
                               .clustering_mean_skip = NAN,
                               .robins_alexander = NAN,
                               .degree_assortativity = NAN,
                               .assortativity_country = NAN,
                               .assortativity_region = NAN,
                               .assortativity_kind = NAN,
                               .ei_country = NAN,
                               .ei_region = NAN,
                               .ei_kind = NAN,
                               .centralisation_degree = NAN,
                               .centralisation_betweenness = NAN,
                               .centralisation_closeness = NAN,
                               .largest_core = NAN,
                               .reported_by_both = NAN};
}

/* Where several components are the largest, the pairs of all of them count. */
static ent_status_t measure_distances(ent_summary_t *summary, ent_i_context_t *context,
                                      ent_error_t *err)
{
    const ent_i_components_t *components = &context->components;
    double actors = (double)context->actors;
    double reached = 0;
    double sum = 0;
    double inverse = 0;
    double diameter = 0;
    ent_status_t status = ent_i_need_reach(context, ENT_I_PLAIN, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        const ent_i_reach_t *reach = &context->reach[ENT_I_PLAIN][i];

        inverse += reach->sum_inverse;
        if (components->size[components->of[i]] < components->largest)
            continue;
        reached += (double)reach->reached;
        sum += reach->sum;
        diameter = fmax(diameter, reach->farthest);
    }
    summary->global_efficiency = ratio(inverse, actors * (actors - 1));
    summary->mean_distance = ratio(sum, reached);
    summary->diameter = reached > 0 ? diameter : NAN;
    return status;
}

static ent_status_t measure_clustering(ent_summary_t *summary, ent_i_context_t *context,
                                       ent_error_t *err)
{
    double closed = 0;
    double wedges = 0;
    double sum = 0;
    double defined = 0;
    ent_status_t status = ent_i_need_triangles(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double degree = (double)ent_i_neighbours(context, i);
        double pairs = degree * (degree - 1) / 2;

        if (pairs < 1)
            continue;
        closed += (double)context->triangles[i];
        wedges += pairs;
        sum += (double)context->triangles[i] / pairs;
        defined++;
    }
    summary->transitivity = ratio(closed, wedges);
    summary->clustering_mean_zero = ratio(sum, (double)context->actors);
    summary->clustering_mean_skip = ratio(sum, defined);
    return status;
}

/* Pearson's correlation of the degrees at both ends, ties taken both ways; in whole numbers, so
 * that a regular network gives 0/0 and not noise. */
static void measure_assortativity(ent_summary_t *summary, const ent_i_context_t *context)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    double ends = (double)adjacency->offset[context->actors];
    double sum = 0;
    double squares = 0;
    double products = 0;

    for (size_t i = 0; i < context->actors; i++) {
        double degree = (double)ent_i_neighbours(context, i);

        sum += degree * degree;
        squares += degree * degree * degree;
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            products += degree * (double)ent_i_neighbours(context, (size_t)adjacency->neighbour[e]);
    }
    if (ends * squares - sum * sum > 0)
        summary->degree_assortativity =
            (ends * products - sum * sum) / (ends * squares - sum * sum);
}

ent_status_t ent_i_summary_shape(ent_summary_t *summary, ent_i_context_t *context, ent_error_t *err)
{
    const ent_network_t *network = context->network;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_components(context, err));
    summary->components = context->components.count;
    summary->giant = context->components.largest;
    ENT_TRY(measure_distances(summary, context, err));
    if (!network->directed)
        measure_assortativity(summary, context);
    if (network->mode != NULL)
        ENT_TRY(ent_i_robins_alexander(&summary->robins_alexander, context, err));
    else if (!network->directed)
        ENT_TRY(measure_clustering(summary, context, err));

cleanup:
    return status;
}
