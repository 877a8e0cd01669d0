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
    double *parting;     /* by actor, in the step at hand: what each unit of that takes along */
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

/* 1 + 0.85 * what reaches actor i in one step. */
static double arriving(const walk_t *walk, size_t i)
{
    ent_i_sum_t sum = {0};

    for (size_t e = walk->offset[i]; e < walk->offset[i + 1]; e++) {
        double part = walk->parting[walk->source[e]];

        ent_i_sum_add(&sum, walk->share != NULL ? part * walk->share[walk->via[e]] : part);
    }
    return 1 + damping * ent_i_sum_value(&sum);
}

/* One step from `now` and what was before it, whose place the next takes, as only the own value of
 * an actor is asked for; returns the largest relative change. Ties without direction make the
 * spectrum real, so that Chebyshev's weights may push the step further. */
static double advance(const walk_t *walk, double *before, const double *now, double push,
                      size_t actors)
{
    double change = 0;

    for (size_t i = 0; i < actors; i++)
        walk->parting[i] = now[i] / walk->leaving[i]; /* nobody asks where no tie leaves */
    for (size_t i = 0; i < actors; i++) {
        double next = before[i] + push * (arriving(walk, i) - before[i]);

        change = fmax(change, fabs(next - now[i]) / fmax(fabs(now[i]), 1));
        before[i] = next;
    }
    return change;
}

static double next_push(double push, int step, bool directed)
{
    if (directed)
        return 1;
    return step == 1 ? 1 / (1 - damping * damping / 2) : 1 / (1 - damping * damping * push / 4);
}

/* Returns which of the two buffers holds the solution. */
static const double *iterate(const walk_t *walk, double *now, double *before, size_t actors,
                             bool directed)
{
    double push = 1;
    double change = INFINITY;

    for (size_t i = 0; i < actors; i++)
        now[i] = before[i] = 1;
    for (int step = 0; step < STEPS_AT_MOST && change > 4e-15; step++) {
        double *next = before;

        push = step == 0 ? 1 : next_push(push, step, directed);
        change = advance(walk, before, now, push, actors);
        before = now;
        now = next;
    }
    return now;
}

static ent_status_t pagerank(ent_i_context_t *context, double *values, bool weighted,
                             ent_error_t *err)
{
    size_t actors = context->actors;
    double *memory = NULL;
    walk_t walk = {0};
    ent_i_sum_t sum = {0};
    const double *found;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&memory, actors, 3 * sizeof *memory, err));
    walk.leaving = memory + actors;
    walk.parting = memory + 2 * actors;
    walk_init(&walk, context->network, weighted);
    found = iterate(&walk, values, memory, actors, context->network->directed);
    for (size_t i = 0; i < actors; i++)
        ent_i_sum_add(&sum, found[i]);
    for (size_t i = 0; i < actors; i++)
        values[i] = found[i] / ent_i_sum_value(&sum);

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
