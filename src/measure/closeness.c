/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Closeness in each of its conventions, and eccentricity: what is made of an actor's distances. */
#include "measure/measure_i.h"

#include <math.h>

/* One actor's value from its distances; `actors` are those of the network. */
typedef double convention_fn(const ent_i_reach_t *reach, size_t actors);

static ent_status_t fill(ent_i_context_t *context, double *values, int form,
                         convention_fn *convention, ent_error_t *err)
{
    ent_status_t status = ent_i_need_reach(context, form, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = convention(&context->reach[form][i], context->actors);
    return status;
}

static double harmonic(const ent_i_reach_t *reach, size_t actors)
{
    return actors > 1 ? reach->sum_inverse / (double)(actors - 1) : NAN;
}

static double harmonic_sum(const ent_i_reach_t *reach, size_t actors)
{
    (void)actors;
    return reach->sum_inverse;
}

static double harmonic_component(const ent_i_reach_t *reach, size_t actors)
{
    (void)actors;
    return reach->reached > 0 ? reach->sum_inverse / (double)reach->reached : NAN;
}

static double component(const ent_i_reach_t *reach, size_t actors)
{
    (void)actors;
    return reach->reached > 0 ? (double)reach->reached / reach->sum : NAN;
}

static double wasserman_faust(const ent_i_reach_t *reach, size_t actors)
{
    double reached = (double)reach->reached;

    if (actors < 2)
        return NAN;
    return reach->reached > 0 ? reached / (double)(actors - 1) * (reached / reach->sum) : 0;
}

static double unreachable_n(const ent_i_reach_t *reach, size_t actors)
{
    double others = (double)actors - 1;
    double missed = others - (double)reach->reached;

    return actors > 1 ? others / (reach->sum + missed * (double)actors) : NAN;
}

static double freeman(const ent_i_reach_t *reach, size_t actors)
{
    if (actors < 2)
        return NAN;
    return reach->reached == actors - 1 ? (double)reach->reached / reach->sum : 0;
}

static double farthest(const ent_i_reach_t *reach, size_t actors)
{
    (void)actors;
    return reach->farthest;
}

ent_status_t ent_i_closeness_harmonic(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, harmonic, err);
}

ent_status_t ent_i_closeness_harmonic_sum(ent_i_context_t *context, double *values,
                                          ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, harmonic_sum, err);
}

ent_status_t ent_i_closeness_harmonic_component(ent_i_context_t *context, double *values,
                                                ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, harmonic_component, err);
}

ent_status_t ent_i_closeness_component(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, component, err);
}

ent_status_t ent_i_closeness_wasserman_faust(ent_i_context_t *context, double *values,
                                             ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, wasserman_faust, err);
}

ent_status_t ent_i_closeness_unreachable_n(ent_i_context_t *context, double *values,
                                           ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, unreachable_n, err);
}

ent_status_t ent_i_closeness_freeman(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, freeman, err);
}

ent_status_t ent_i_closeness_harmonic_weighted(ent_i_context_t *context, double *values,
                                               ent_error_t *err)
{
    return fill(context, values, ENT_I_WEIGHTED, harmonic, err);
}

ent_status_t ent_i_closeness_component_weighted(ent_i_context_t *context, double *values,
                                                ent_error_t *err)
{
    return fill(context, values, ENT_I_WEIGHTED, component, err);
}

ent_status_t ent_i_closeness_harmonic_in(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, ENT_I_BACKWARDS, harmonic, err);
}

ent_status_t ent_i_closeness_harmonic_out(ent_i_context_t *context, double *values,
                                          ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, harmonic, err);
}

ent_status_t ent_i_eccentricity(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, ENT_I_PLAIN, farthest, err);
}
