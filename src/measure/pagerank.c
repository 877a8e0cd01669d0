/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PageRank with damping 0.85.
 *
 * Solves y = 1 + 0.85 * (what the walk brings from the neighbours) and scales y to the sum 1: a
 * walk that jumps anywhere from actors without ties has the same shares. igraph's solver stops at
 * 1e-10 and sums in parallel; here each value is right to the last digits and does not show the
 * order of the neighbours or the number of threads.
 *
 * Where ties have no direction, with y = S z and S the strengths, S / 0.85 - A is a system that
 * conjugate gradients solve; where they have, the walk goes step by step. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

#include "base/spread.h"
#include "measure/solve.h"

enum { STEPS_AT_MOST = 1000, PRODUCTS_AT_MOST = 10000 };

static const double damping = 0.85;

typedef struct walk {
    ent_i_matrix_t matrix; /* its rows: where the walk comes from, and how strong the ties are */
    ent_i_solve_room_t room;
    bool directed;
    double *leaving; /* number or strength of the ties that leave an actor; over 0.85 in a system */
    double *parting; /* by actor: what each unit of that takes along */
    double *value;   /* by actor: what is asked for, but for the scale */
} walk_t;

static void walk_free(walk_t *walk)
{
    ent_i_solve_room_free(&walk->room);
    free(walk->room.spread);
    free(walk->leaving);
    free(walk->parting);
}

static void add_up_leaving(walk_t *walk, const ent_network_t *network, bool weighted)
{
    for (size_t i = 0; i < network->actor_count; i++) {
        ent_i_sum_t sum = {0};

        for (size_t e = network->offset[i]; e < network->offset[i + 1]; e++)
            ent_i_sum_add(&sum, weighted ? network->weight[network->via[e]] : 1);
        walk->leaving[i] = ent_i_sum_value(&sum);
    }
}

static ent_status_t walk_init(walk_t *walk, const ent_i_context_t *context, double *values,
                              bool weighted, ent_error_t *err)
{
    const ent_network_t *network = context->network;
    bool directed = network->directed;
    size_t actors = context->actors;
    double *spread = NULL;
    ent_status_t status = ENT_OK;

    *walk = (walk_t){.directed = directed, .value = values};
    walk->matrix = (ent_i_matrix_t){
        .size = actors,
        .offset = directed ? network->in_offset : network->offset,
        .column = directed ? network->in_neighbour : network->neighbour,
        .entry = weighted ? network->weight : NULL,
        .entry_at = directed ? network->in_via : network->via,
    };
    ent_i_matrix_measure(&walk->matrix, context->options.threads);
    ENT_TRY(ent_i_alloc(&walk->leaving, actors, sizeof *walk->leaving, err));
    ENT_TRY(ent_i_alloc(&walk->parting, actors, sizeof *walk->parting, err));
    ENT_TRY(ent_i_alloc(&spread, actors, sizeof *spread, err));
    ENT_TRY(ent_i_solve_room_init(&walk->room, actors, spread, err));
    add_up_leaving(walk, network, weighted);

cleanup:
    walk->room.spread = spread;
    return status;
}

/* One step of the walk; returns the largest relative change. */
static double advance(walk_t *walk)
{
    double change = 0;

    for (size_t i = 0; i < walk->matrix.size; i++)
        walk->parting[i] = walk->value[i] / walk->leaving[i]; /* nobody asks where no tie leaves */
    ent_i_multiply(&walk->matrix, &walk->room, walk->parting);
    for (size_t i = 0; i < walk->matrix.size; i++) {
        double next = 1 + damping * walk->room.image[i];

        change = fmax(change, fabs(next - walk->value[i]) / next);
        walk->value[i] = next;
    }
    return change;
}

static void walk_on(void *context)
{
    walk_t *walk = context;
    double change = INFINITY;

    for (size_t i = 0; i < walk->matrix.size; i++)
        walk->value[i] = 1;
    for (int step = 0; step < STEPS_AT_MOST && change > 4e-15; step++)
        change = advance(walk);
}

/* Values and residual of what parts as it is now; returns the largest relative residual. */
static double measure_error(walk_t *walk)
{
    double error = 0;

    ent_i_multiply(&walk->matrix, &walk->room, walk->parting);
    for (size_t i = 0; i < walk->matrix.size; i++) {
        double next = 1 + damping * walk->room.image[i];
        double left = next - damping * walk->leaving[i] * walk->parting[i];

        error = fmax(error, fabs(left) / next);
        walk->value[i] = next;
        walk->room.residual[i] = left / damping;
    }
    return error;
}

/* Solves for what parts, and again for what is left of that, until rounding stops it. */
static void settle(void *context)
{
    walk_t *walk = context;
    size_t products = 0;
    double before = INFINITY;
    double error;

    for (size_t i = 0; i < walk->matrix.size; i++) /* who has no ties: 1 */
        walk->leaving[i] = walk->leaving[i] > 0 ? walk->leaving[i] / damping : 1 / damping;
    while ((error = measure_error(walk)) > 4e-15 && error < before / 2) {
        before = error;
        ent_i_solve(&walk->matrix, &walk->room, 0, walk->leaving, fmax(1e-7, 1e-16 / error),
                    &products, PRODUCTS_AT_MOST);
        for (size_t i = 0; i < walk->matrix.size; i++)
            walk->parting[i] += walk->room.correction[i];
    }
}

static ent_status_t pagerank(ent_i_context_t *context, double *values, bool weighted,
                             ent_error_t *err)
{
    walk_t walk = {0};
    ent_i_sum_t sum = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(walk_init(&walk, context, values, weighted, err));
    ent_i_lead(walk.directed ? walk_on : settle, &walk, walk.matrix.threads);
    for (size_t i = 0; i < context->actors; i++)
        ent_i_sum_add(&sum, values[i]);
    for (size_t i = 0; i < context->actors; i++)
        values[i] /= ent_i_sum_value(&sum);

cleanup:
    walk_free(&walk);
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
