/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Structural holes: constraint and its hierarchy, effective size, efficiency. */
#include "measure/triangles.h"

#include <math.h>
#include <stdlib.h>

/* By place in the adjacency: the share of an actor's attention that a neighbour has, and what
 * comes to the neighbour by way of others. */
typedef struct attention {
    double *direct;
    double *indirect;
} attention_t;

/* Each of the three is a go-between for the other two. */
static void go_between(void *data, const ent_i_triangle_t *triangle)
{
    attention_t *attention = data;
    const size_t *next = triangle->to_next;
    const size_t *last = triangle->to_last;

    for (int i = 0; i < 3; i++) {
        int j = (i + 1) % 3;
        int k = (i + 2) % 3;

        attention->indirect[next[i]] += attention->direct[last[i]] * attention->direct[last[k]];
        attention->indirect[last[i]] += attention->direct[next[i]] * attention->direct[next[j]];
    }
}

static void pay_attention(const ent_i_context_t *context, double *direct, bool weighted)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;

    for (size_t i = 0; i < context->actors; i++) {
        double whole = 0;

        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            whole += weighted ? ent_i_strength_at(adjacency, e) : 1;
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            direct[e] = (weighted ? ent_i_strength_at(adjacency, e) : 1) / whole;
    }
}

static void attention_free(attention_t *attention)
{
    free(attention->direct);
    free(attention->indirect);
}

static ent_status_t attend(attention_t *attention, ent_i_context_t *context, bool weighted,
                           ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(
        ent_i_alloc(&attention->direct, adjacency->offset[context->actors], sizeof(double), err));
    ENT_TRY(
        ent_i_alloc(&attention->indirect, adjacency->offset[context->actors], sizeof(double), err));
    pay_attention(context, attention->direct, weighted);
    ENT_TRY(ent_i_each_triangle(context, go_between, attention, err));

cleanup:
    return status;
}

/* Burt's c_ij: how far the neighbour at a place constrains the actor of the row. */
static double dyadic(const attention_t *attention, size_t place)
{
    return pow(attention->direct[place] + attention->indirect[place], 2);
}

static double sum_dyadic(const attention_t *attention, const ent_i_adjacency_t *adjacency,
                         size_t actor)
{
    double sum = 0;

    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++)
        sum += dyadic(attention, e);
    return sum;
}

/* Sum over neighbours of r ln r / (N ln N), r their constraint over the mean one. */
static double concentration(const attention_t *attention, const ent_i_adjacency_t *adjacency,
                            size_t actor)
{
    double count = (double)(adjacency->offset[actor + 1] - adjacency->offset[actor]);
    double mean = sum_dyadic(attention, adjacency, actor) / count;
    double sum = 0;

    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        double ratio = dyadic(attention, e) / mean;

        sum += ratio > 0 ? ratio * log(ratio) : 0;
    }
    return fmax(0, sum / (count * log(count)));
}

/* Of one actor: what its neighbours' constraint on it comes to. */
typedef double (*tightness_t)(const attention_t *attention, const ent_i_adjacency_t *adjacency,
                              size_t actor);

/* NaN for actors with fewer neighbours than `least`. */
static ent_status_t fill(ent_i_context_t *context, double *values, tightness_t tightness,
                         size_t least, bool weighted, ent_error_t *err)
{
    attention_t attention = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(attend(&attention, context, weighted, err));
    for (size_t i = 0; i < context->actors; i++)
        values[i] = ent_i_neighbours(context, i) >= least
                        ? tightness(&attention, &context->adjacency, i)
                        : (double)NAN;

cleanup:
    attention_free(&attention);
    return status;
}

ent_status_t ent_i_constraint(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, sum_dyadic, 1, false, err);
}

ent_status_t ent_i_constraint_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, sum_dyadic, 1, true, err);
}

ent_status_t ent_i_hierarchy(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, concentration, 2, false, err);
}

ent_status_t ent_i_hierarchy_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return fill(context, values, concentration, 2, true, err);
}

ent_status_t ent_i_effective_size(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_triangles(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double degree = (double)ent_i_neighbours(context, i);

        values[i] = degree > 0 ? degree - 2 * (double)context->triangles[i] / degree : NAN;
    }
    return status;
}

ent_status_t ent_i_efficiency(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_effective_size(context, values, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] /= (double)ent_i_neighbours(context, i);
    return status;
}

/* What is redundant in the neighbours of each actor, by their strengths. */
typedef struct redundancy {
    const ent_i_adjacency_t *adjacency;
    const double *whole;    /* strength of each actor */
    const double *greatest; /* of its ties */
    double *sum;            /* by actor */
} redundancy_t;

/* Of neighbours j and q that are tied: p_iq m_jq + p_ij m_qj. */
static void add_redundancy(void *data, const ent_i_triangle_t *triangle)
{
    const redundancy_t *found = data;
    const ent_i_adjacency_t *adjacency = found->adjacency;

    for (int i = 0; i < 3; i++) {
        size_t actor = triangle->actor[i];
        size_t next = triangle->actor[(i + 1) % 3];
        size_t last = triangle->actor[(i + 2) % 3];
        double across = ent_i_strength_at(adjacency, triangle->to_next[(i + 1) % 3]);

        found->sum[actor] +=
            (ent_i_strength_at(adjacency, triangle->to_last[i]) / found->greatest[next] +
             ent_i_strength_at(adjacency, triangle->to_next[i]) / found->greatest[last]) *
            across / found->whole[actor];
    }
}

ent_status_t ent_i_effective_size_weighted(ent_i_context_t *context, double *values,
                                           ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    double *whole = NULL;
    double *greatest = NULL;
    double *sum = NULL;
    redundancy_t found;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_alloc(&whole, context->actors, sizeof *whole, err));
    ENT_TRY(ent_i_alloc(&greatest, context->actors, sizeof *greatest, err));
    ENT_TRY(ent_i_alloc(&sum, context->actors, sizeof *sum, err));
    for (size_t i = 0; i < context->actors; i++)
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++) {
            double strength = ent_i_strength_at(adjacency, e);

            whole[i] += strength;
            greatest[i] = fmax(greatest[i], strength);
        }
    found = (redundancy_t){adjacency, whole, greatest, sum};
    ENT_TRY(ent_i_each_triangle(context, add_redundancy, &found, err));
    for (size_t i = 0; i < context->actors; i++)
        values[i] = whole[i] > 0 ? (double)ent_i_neighbours(context, i) - sum[i] : (double)NAN;

cleanup:
    free(sum);
    free(greatest);
    free(whole);
    return status;
}

ent_status_t ent_i_efficiency_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_effective_size_weighted(context, values, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] /= (double)ent_i_neighbours(context, i);
    return status;
}
