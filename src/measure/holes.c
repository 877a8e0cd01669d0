/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Structural holes: constraint, effective size, efficiency. */
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
            whole += weighted ? adjacency->weight[e] : 1;
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            direct[e] = (weighted ? adjacency->weight[e] : 1) / whole;
    }
}

static ent_status_t constraint(ent_i_context_t *context, double *values, bool weighted,
                               ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    attention_t attention = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(
        ent_i_alloc(&attention.direct, adjacency->offset[context->actors], sizeof(double), err));
    ENT_TRY(
        ent_i_alloc(&attention.indirect, adjacency->offset[context->actors], sizeof(double), err));
    pay_attention(context, attention.direct, weighted);
    ENT_TRY(ent_i_each_triangle(context, go_between, &attention, err));
    for (size_t i = 0; i < context->actors; i++) {
        values[i] = ent_i_neighbours(context, i) > 0 ? 0 : NAN;
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            values[i] += pow(attention.direct[e] + attention.indirect[e], 2);
    }

cleanup:
    free(attention.direct);
    free(attention.indirect);
    return status;
}

ent_status_t ent_i_constraint(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return constraint(context, values, false, err);
}

ent_status_t ent_i_constraint_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return constraint(context, values, true, err);
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
