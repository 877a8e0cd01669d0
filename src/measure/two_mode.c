/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Centrality in two modes: normalised by what is possible between modes of these sizes. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

static void count_modes(const ent_i_context_t *context, size_t size[2])
{
    size[0] = 0;
    size[1] = 0;
    for (size_t i = 0; i < context->actors; i++)
        size[context->network->mode[i]]++;
}

ent_status_t ent_i_degree_two_mode(ent_i_context_t *context, double *values, ent_error_t *err)
{
    size_t size[2];
    ent_status_t status = ent_i_degree_values(context, values, err);

    count_modes(context, size);
    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        size_t other = size[1 - context->network->mode[i]];

        values[i] = other > 0 ? values[i] / (double)other : NAN;
    }
    return status;
}

/* Of an actor in a mode of `own` actors, with `other` in the other mode. */
static double closeness(const ent_i_reach_t *reach, size_t own, size_t other)
{
    double reached = (double)reach->reached;
    double best = (double)other + 2 * ((double)own - 1);

    if (other == 0)
        return NAN;
    return reach->reached > 0 ? best / reach->sum * (reached / (double)(own + other - 1)) : 0;
}

ent_status_t ent_i_closeness_two_mode(ent_i_context_t *context, double *values, ent_error_t *err)
{
    size_t size[2];
    ent_status_t status = ent_i_need_reach(context, ENT_I_PLAIN, err);

    count_modes(context, size);
    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        int mode = context->network->mode[i];

        values[i] = closeness(&context->reach[ENT_I_PLAIN][i], size[mode], size[1 - mode]);
    }
    return status;
}

/* The largest betweenness that an actor in a mode of `own` actors can have. */
static double largest_betweenness(size_t own, size_t other)
{
    double m = (double)other;
    double s;
    double t;

    if (own == 0 || other == 0)
        return 0;
    s = (double)((own - 1) / other);
    t = (double)((own - 1) % other);
    return (m * m * (s + 1) * (s + 1) + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2;
}

ent_status_t ent_i_betweenness_two_mode(ent_i_context_t *context, double *values, ent_error_t *err)
{
    size_t size[2];
    double largest[2];
    ent_status_t status = ent_i_betweenness(context, values, err);

    count_modes(context, size);
    largest[0] = largest_betweenness(size[0], size[1]);
    largest[1] = largest_betweenness(size[1], size[0]);
    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double most = largest[context->network->mode[i]];

        values[i] = most > 0 ? values[i] / most : NAN;
    }
    return status;
}

/* Sum over the actors of one mode of degree squared: what counting pairs through them costs. */
static double cost_through(const ent_i_context_t *context, int mode)
{
    double cost = 0;

    for (size_t i = 0; i < context->actors; i++)
        if (context->network->mode[i] == mode)
            cost += (double)ent_i_neighbours(context, i) * (double)ent_i_neighbours(context, i);
    return cost;
}

/* Four-cycles with `first` and a later actor of its mode in opposite corners; `shared` is zero
 * before and after. */
static double cycles_at(const ent_i_context_t *context, size_t first, size_t *shared)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    double cycles = 0;

    for (size_t e = adjacency->offset[first]; e < adjacency->offset[first + 1]; e++) {
        size_t middle = (size_t)adjacency->neighbour[e];

        /* Each further neighbour in common closes a cycle with each that came before. */
        for (size_t f = adjacency->offset[middle]; f < adjacency->offset[middle + 1]; f++)
            if ((size_t)adjacency->neighbour[f] > first)
                cycles += (double)shared[adjacency->neighbour[f]]++;
    }
    for (size_t e = adjacency->offset[first]; e < adjacency->offset[first + 1]; e++) {
        size_t middle = (size_t)adjacency->neighbour[e];

        for (size_t f = adjacency->offset[middle]; f < adjacency->offset[middle + 1]; f++)
            shared[adjacency->neighbour[f]] = 0;
    }
    return cycles;
}

ent_status_t ent_i_robins_alexander(double *value, const ent_i_context_t *context, ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    int mode = cost_through(context, 1) <= cost_through(context, 0) ? 0 : 1;
    size_t *shared = NULL;
    double cycles = 0;
    double paths = 0;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&shared, context->actors, sizeof *shared, err));
    for (size_t i = 0; i < context->actors; i++) {
        double others = (double)ent_i_neighbours(context, i) - 1;

        if (context->network->mode[i] != mode)
            continue;
        cycles += cycles_at(context, i, shared);
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            paths +=
                others * ((double)ent_i_neighbours(context, (size_t)adjacency->neighbour[e]) - 1);
    }
    *value = paths > 0 ? 4 * cycles / paths : NAN;

cleanup:
    free(shared);
    return status;
}
