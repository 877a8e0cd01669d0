/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PageRank with damping 0.85.
 *
 * Solves y = 1 + 0.85 * (what the walk brings from the neighbours) and scales y to the sum 1: a
 * walk that jumps anywhere from actors without ties has the same shares. igraph's solver stops at
 * 1e-10 and sums in parallel; here each value is right to the last digits and does not show the
 * order of the neighbours or the number of threads. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

#include "measure/exact_sum.h"

enum { STEPS_AT_MOST = 1000 };

static const double damping = 0.85;

/* Where the walk comes from, and how likely it takes the way here from there. */
typedef struct walk {
    const size_t *offset;
    const ent_id_t *source;
    const ent_id_t *via;
    const double *share; /* weight of each tie; NULL: each is 1 */
    double *leaving;     /* number or strength of the ties that leave an actor */
} walk_t;

static void walk_init(walk_t *walk, const ent_network_t *network, bool weighted)
{
    walk->offset = network->directed ? network->in_offset : network->offset;
    walk->source = network->directed ? network->in_neighbour : network->neighbour;
    walk->via = network->directed ? network->in_via : network->via;
    walk->share = weighted ? network->weight : NULL;
    for (size_t i = 0; i < network->actor_count; i++) {
        ent_i_sum_t sum = {0};

        for (size_t e = network->offset[i]; e < network->offset[i + 1]; e++)
            ent_i_sum_add(&sum, weighted ? network->weight[network->via[e]] : 1);
        walk->leaving[i] = ent_i_sum_value(&sum);
    }
}

/* 1 + 0.85 * what reaches actor i in one step when actor j holds value[j]. */
static double arriving(const walk_t *walk, const double *value, size_t i)
{
    ent_i_sum_t sum = {0};

    for (size_t e = walk->offset[i]; e < walk->offset[i + 1]; e++) {
        ent_id_t from = walk->source[e];
        double part = value[from] / walk->leaving[from];

        ent_i_sum_add(&sum, walk->share != NULL ? part * walk->share[walk->via[e]] : part);
    }
    return 1 + damping * ent_i_sum_value(&sum);
}

/* One step from `now` (and `before`) into `next`; returns the largest relative change. Ties without
 * direction make the spectrum real, so that Chebyshev's weights may push the step further. */
static double advance(const walk_t *walk, double *next, const double *now, const double *before,
                      double push, size_t actors)
{
    double change = 0;

    for (size_t i = 0; i < actors; i++) {
        next[i] = before[i] + push * (arriving(walk, now, i) - before[i]);
        change = fmax(change, fabs(next[i] - now[i]) / fmax(fabs(now[i]), 1));
    }
    return change;
}

static double next_push(double push, int step, bool directed)
{
    if (directed)
        return 1;
    return step == 1 ? 1 / (1 - damping * damping / 2) : 1 / (1 - damping * damping * push / 4);
}

/* Leaves the solution in buffer[0]. */
static void iterate(const walk_t *walk, double *buffer[3], size_t actors, bool directed)
{
    double push = 1;
    double change = INFINITY;

    for (size_t i = 0; i < actors; i++) {
        buffer[0][i] = 1;
        buffer[1][i] = 1;
    }
    for (int step = 0; step < STEPS_AT_MOST && change > 4e-15; step++) {
        double *oldest = buffer[1];

        push = step == 0 ? 1 : next_push(push, step, directed);
        change = advance(walk, buffer[2], buffer[0], buffer[1], push, actors);
        buffer[1] = buffer[0];
        buffer[0] = buffer[2];
        buffer[2] = oldest;
    }
}

static ent_status_t pagerank(ent_i_context_t *context, double *values, bool weighted,
                             ent_error_t *err)
{
    size_t actors = context->actors;
    double *memory = NULL;
    walk_t walk = {0};
    ent_i_sum_t sum = {0};
    double *buffer[3];
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&memory, actors, 4 * sizeof *memory, err));
    for (size_t i = 0; i < 3; i++)
        buffer[i] = memory + i * actors;
    walk.leaving = memory + 3 * actors;
    walk_init(&walk, context->network, weighted);
    iterate(&walk, buffer, actors, context->network->directed);
    for (size_t i = 0; i < actors; i++)
        ent_i_sum_add(&sum, buffer[0][i]);
    for (size_t i = 0; i < actors; i++)
        values[i] = buffer[0][i] / ent_i_sum_value(&sum);

cleanup:
    free(memory);
    return status;
}

ent_status_t ent_i_pagerank(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return pagerank(context, values, false, err);
}

ent_status_t ent_i_pagerank_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return pagerank(context, values, true, err);
}
