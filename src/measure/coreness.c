/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Coreness, by taking away one after the other the actor that has the fewest neighbours left: as
 * many as it then has, or had an actor before it, is its coreness.
 *
 * V. Batagelj, M. Zaversnik, An O(m) algorithm for cores decomposition of networks (2003),
 * https://arxiv.org/abs/cs/0310049. The actors stand in one list, by the number of neighbours that
 * they have left. Whoever loses one changes places with the first of those that have as many as it
 * had, and the border between the two numbers moves on by one: no step looks for anything. Nobody's
 * number falls below that of the actor taken away, so that in the end it is the coreness.
 *
 * Needs 12 bytes an actor beside the ties. The tests' slow verifier takes away whoever has fewer
 * than k left, for each k. */
#include "measure/measure_i.h"

#include <stdlib.h>

typedef struct peel {
    const ent_i_adjacency_t *adjacency;
    uint32_t *left;  /* by actor: neighbours that are not taken away, or its coreness */
    uint32_t *order; /* the actors, ascending by `left` */
    uint32_t *place; /* by actor: where it stands in `order` */
    uint32_t *begin; /* by number: where in `order` those begin that have so many left, or more */
} peel_t;

static void peel_free(peel_t *peel)
{
    free(peel->left);
    free(peel->order);
    free(peel->place);
    free(peel->begin);
}

static ent_status_t peel_init(peel_t *peel, const ent_i_context_t *context, ent_error_t *err)
{
    size_t actors = context->actors;
    size_t most = 0;
    ent_status_t status = ENT_OK;

    peel->adjacency = &context->adjacency;
    for (size_t i = 0; i < actors; i++)
        most = ent_i_neighbours(context, i) > most ? ent_i_neighbours(context, i) : most;
    ENT_TRY(ent_i_alloc(&peel->left, actors, sizeof *peel->left, err));
    ENT_TRY(ent_i_alloc(&peel->order, actors, sizeof *peel->order, err));
    ENT_TRY(ent_i_alloc(&peel->place, actors, sizeof *peel->place, err));
    ENT_TRY(ent_i_alloc(&peel->begin, most + 2, sizeof *peel->begin, err));
    for (size_t i = 0; i < actors; i++) {
        peel->left[i] = (uint32_t)ent_i_neighbours(context, i);
        peel->begin[peel->left[i] + 1]++;
    }
    for (size_t k = 0; k <= most; k++)
        peel->begin[k + 1] += peel->begin[k];
    for (size_t i = 0; i < actors; i++) {
        peel->place[i] = peel->begin[peel->left[i]]++;
        peel->order[peel->place[i]] = (uint32_t)i;
    }
    for (size_t k = most + 1; k > 0; k--)
        peel->begin[k] = peel->begin[k - 1];
    peel->begin[0] = 0;

cleanup:
    return status;
}

/* One neighbour fewer: changes places with the first that has as many, which then is the last of
 * those that have one less. */
static void lose(peel_t *peel, uint32_t actor)
{
    uint32_t to = peel->begin[peel->left[actor]]++;
    uint32_t from = peel->place[actor];
    uint32_t other = peel->order[to];

    peel->order[to] = actor;
    peel->place[actor] = to;
    peel->order[from] = other;
    peel->place[other] = from;
    peel->left[actor]--;
}

ent_status_t ent_i_coreness(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    peel_t peel = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(peel_init(&peel, context, err));
    for (size_t i = 0; i < context->actors; i++) {
        uint32_t actor = peel.order[i];

        values[actor] = peel.left[actor];
        for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
            uint32_t other = (uint32_t)adjacency->neighbour[e];

            if (peel.left[other] > peel.left[actor])
                lose(&peel, other);
        }
    }

cleanup:
    peel_free(&peel);
    return status;
}
