/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The E-I index of an actor against all permutations of the labels, without drawing any.
 *
 * Of N actors with a label, n_g have label g. Permuted, an actor has label g with chance n_g / N,
 * and of its k neighbours with a label x have its own with the hypergeometric chance
 * C(n_g - 1, x) C(N - n_g, k - x) / C(N - 1, k). */
#include <math.h>
#include <stdlib.h>

#include "measure/mixing.h"

typedef struct odds {
    const ent_i_context_t *context;
    ent_i_labels_t labels;
    size_t actors;         /* with a label */
    size_t *groups_of;     /* by size: how many groups have it */
    double *log_factorial; /* of 0 to actors */
    double *chance;        /* of 0 to k internal ties, for the k in hand */
} odds_t;

static void odds_free(odds_t *odds)
{
    ent_i_labels_free(&odds->labels);
    free(odds->groups_of);
    free(odds->log_factorial);
    free(odds->chance);
}

static ent_status_t odds_init(odds_t *odds, ent_i_context_t *context, ent_error_t *err)
{
    size_t *size = NULL;
    ent_status_t status = ENT_OK;

    *odds = (odds_t){.context = context};
    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_labels_by(&odds->labels, context, err));
    ENT_TRY(ent_i_alloc(&size, odds->labels.count, sizeof *size, err));
    ENT_TRY(ent_i_alloc(&odds->groups_of, context->actors + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&odds->log_factorial, context->actors + 1, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&odds->chance, context->actors + 1, sizeof(double), err));
    for (size_t i = 0; i < context->actors; i++)
        if (odds->labels.of[i] != ENT_NONE) {
            size[odds->labels.of[i]]++;
            odds->actors++;
        }
    for (size_t g = 0; g < odds->labels.count; g++)
        odds->groups_of[size[g]]++;
    for (size_t k = 1; k <= odds->actors; k++)
        odds->log_factorial[k] = odds->log_factorial[k - 1] + log((double)k);

cleanup:
    free(size);
    return status;
}

static double log_choose(const odds_t *odds, size_t n, size_t k)
{
    return odds->log_factorial[n] - odds->log_factorial[k] - odds->log_factorial[n - k];
}

/* Fills odds->chance for actors with k neighbours. */
static void weigh(const odds_t *odds, size_t k)
{
    double all = log_choose(odds, odds->actors - 1, k);

    for (size_t x = 0; x <= k; x++)
        odds->chance[x] = 0;
    for (size_t n = 1; n <= odds->actors; n++) {
        double share = (double)odds->groups_of[n] * (double)n / (double)odds->actors;

        if (odds->groups_of[n] == 0)
            continue;
        for (size_t x = 0; x <= k && x <= n - 1; x++)
            if (k - x <= odds->actors - n)
                odds->chance[x] += share * exp(log_choose(odds, n - 1, x) +
                                               log_choose(odds, odds->actors - n, k - x) - all);
    }
}

/* Neighbours with a label, and those of them with the actor's own. */
typedef struct place {
    size_t actor;
    size_t labelled;
    size_t internal;
} place_t;

static int by_labelled(const void *left, const void *right)
{
    const place_t *a = left;
    const place_t *b = right;

    return (a->labelled > b->labelled) - (a->labelled < b->labelled);
}

static place_t look(const odds_t *odds, size_t actor)
{
    const ent_i_adjacency_t *adjacency = &odds->context->adjacency;
    place_t place = {.actor = actor};

    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        ent_id_t there = odds->labels.of[adjacency->neighbour[e]];

        place.labelled += there != ENT_NONE;
        place.internal += there != ENT_NONE && there == odds->labels.of[actor];
    }
    return place;
}

/* Twice the smaller tail, the value itself in both. */
static double two_sided(const odds_t *odds, const place_t *place)
{
    double few = 0;
    double many = 0;

    for (size_t x = 0; x <= place->labelled; x++) {
        few += x <= place->internal ? odds->chance[x] : 0;
        many += x >= place->internal ? odds->chance[x] : 0;
    }
    return fmin(1, 2 * fmin(few, many));
}

ent_status_t ent_i_ei_index_p(ent_i_context_t *context, double *values, ent_error_t *err)
{
    odds_t odds;
    place_t *place = NULL;
    size_t count = 0;
    ent_status_t status = ENT_OK;

    ENT_TRY(odds_init(&odds, context, err));
    ENT_TRY(ent_i_alloc(&place, context->actors, sizeof *place, err));
    for (size_t i = 0; i < context->actors; i++) {
        values[i] = NAN;
        if (odds.labels.of[i] == ENT_NONE)
            continue;
        place[count] = look(&odds, i);
        count += place[count].labelled > 0;
    }
    if (count > 1)
        qsort(place, count, sizeof *place, by_labelled);
    for (size_t i = 0; i < count; i++) {
        if (i == 0 || place[i].labelled != place[i - 1].labelled)
            weigh(&odds, place[i].labelled);
        values[place[i].actor] = two_sided(&odds, &place[i]);
    }

cleanup:
    free(place);
    odds_free(&odds);
    return status;
}

ent_status_t ent_i_ei_index_expected(ent_i_context_t *context, double *values, ent_error_t *err)
{
    odds_t odds;
    double pairs = 0;
    double all;
    ent_status_t status = ENT_OK;

    ENT_TRY(odds_init(&odds, context, err));
    all = (double)odds.actors * ((double)odds.actors - 1);
    for (size_t n = 1; n <= odds.actors; n++)
        pairs += (double)odds.groups_of[n] * (double)n * ((double)n - 1);
    for (size_t i = 0; i < context->actors; i++) {
        bool tied = odds.labels.of[i] != ENT_NONE && look(&odds, i).labelled > 0;

        values[i] = tied ? 1 - 2 * pairs / all : (double)NAN;
    }

cleanup:
    odds_free(&odds);
    return status;
}
