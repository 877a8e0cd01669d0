/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ent_network_mixing(): ties within and between groups, held against permuted labels. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "engine/ensemble.h"
#include "entente/chance.h"
#include "measure/chance.h"
#include "measure/mixing.h"

/* Numbers that one draw may give, all draws together. */
#define MOST_NUMBERS 2e7

enum { EI, ASSORTATIVITY, GROUPS }; /* places in a row; one a group from GROUPS on */

typedef struct permutation {
    const ent_i_context_t *context;
    ent_i_labels_t labels; /* of the last draw */
    const ent_i_labels_t *original;
    size_t *actor; /* those with a label */
    size_t actors;
    size_t *internal;
    size_t *external;
} permutation_t;

static void count(double *row, permutation_t *permutation)
{
    ent_i_mixing_t mixing;

    ent_i_count_mixed(permutation->internal, permutation->external, permutation->context,
                      &permutation->labels);
    ent_i_mix_counts(&mixing, permutation->internal, permutation->external,
                     permutation->labels.count);
    row[EI] = mixing.ei;
    row[ASSORTATIVITY] = mixing.assortativity;
    for (size_t g = 0; g < permutation->labels.count; g++)
        row[GROUPS + g] = ent_i_ei(permutation->internal[g], permutation->external[g]);
}

/* Fisher and Yates' shuffle of the labels that there are, from where they stood. */
static ent_status_t draw(double *row, void *desk, void *shared, ent_i_random_t *random,
                         ent_error_t *err)
{
    permutation_t *permutation = desk;
    ent_id_t *label = permutation->labels.of;
    const size_t *actor = permutation->actor;

    (void)shared;
    (void)err;
    for (size_t i = 0; i < permutation->actors; i++)
        label[actor[i]] = permutation->original->of[actor[i]];
    for (size_t i = permutation->actors; i > 1; i--) {
        size_t other = (size_t)ent_i_random_below(random, i);
        ent_id_t kept = label[actor[i - 1]];

        label[actor[i - 1]] = label[actor[other]];
        label[actor[other]] = kept;
    }
    count(row, permutation);
    return ENT_OK;
}

static void permutation_free(permutation_t *permutation)
{
    free(permutation->labels.of);
    free(permutation->actor);
    free(permutation->internal);
    free(permutation->external);
}

static ent_status_t permutation_init(permutation_t *permutation, const ent_i_context_t *context,
                                     const ent_i_labels_t *labels, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *permutation = (permutation_t){.context = context, .original = labels};
    permutation->labels.count = labels->count;
    ENT_TRY(
        ent_i_alloc(&permutation->labels.of, context->actors, sizeof *permutation->labels.of, err));
    ENT_TRY(ent_i_alloc(&permutation->actor, context->actors, sizeof *permutation->actor, err));
    ENT_TRY(ent_i_alloc(&permutation->internal, labels->count, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&permutation->external, labels->count, sizeof(size_t), err));
    for (size_t i = 0; i < context->actors; i++) {
        permutation->labels.of[i] = labels->of[i];
        if (labels->of[i] != ENT_NONE)
            permutation->actor[permutation->actors++] = i;
    }

cleanup:
    return status;
}

static ent_status_t begin(void **desk, void *shared, ent_error_t *err)
{
    const permutation_t *first = shared;
    permutation_t *made = NULL;
    ent_status_t status = ent_i_alloc(&made, 1, sizeof *made, err);

    if (status == ENT_OK)
        status = permutation_init(made, first->context, first->original, err);
    *desk = made;
    return status;
}

static void end(void *desk)
{
    if (desk != NULL)
        permutation_free(desk);
    free(desk);
}

/* The values of the attribute, or the numbers of the groups, in memory of the result's. */
static ent_status_t name_groups(ent_mixing_t *mixing, const ent_i_labels_t *labels,
                                ent_error_t *err)
{
    size_t room = 1;
    char *end;
    ent_status_t status = ENT_OK;

    for (size_t g = 0; g < labels->count; g++)
        room += labels->value != NULL ? strlen(labels->value[g]) + 1 : 24;
    ENT_TRY(ent_i_alloc(&mixing->values, room, 1, err));
    end = mixing->values;
    for (size_t g = 0; g < labels->count; g++) {
        mixing->group[g].value = end;
        if (labels->value != NULL)
            strcpy(end, labels->value[g]);
        else
            snprintf(end, 24, "%zu", g + 1);
        end += strlen(end) + 1;
    }

cleanup:
    return status;
}

static void describe(ent_mixing_t *mixing, const permutation_t *permutation, const double *row)
{
    const ent_i_labels_t *labels = permutation->original;

    mixing->actors = permutation->actors;
    mixing->missing = permutation->context->actors - permutation->actors;
    mixing->ei.value = row[EI];
    for (size_t i = 0; i < permutation->actors; i++)
        mixing->group[labels->of[permutation->actor[i]]].actors++;
    for (size_t g = 0; g < mixing->group_count; g++) {
        mixing->group[g].internal = permutation->internal[g];
        mixing->group[g].external = permutation->external[g];
        mixing->internal += permutation->internal[g];
        mixing->external += permutation->external[g];
    }
    mixing->external /= 2;
}

static void hold_against(ent_mixing_t *mixing, const double *row, const double *rows, size_t draws,
                         size_t width)
{
    ent_i_chance(&mixing->ei, row[EI], rows + EI, draws, width);
    ent_i_chance(&mixing->assortativity, row[ASSORTATIVITY], rows + ASSORTATIVITY, draws, width);
    for (size_t g = 0; g < mixing->group_count; g++)
        ent_i_chance(&mixing->group[g].ei, row[GROUPS + g], rows + GROUPS + g, draws, width);
}

static ent_status_t fill(ent_mixing_t *mixing, ent_i_context_t *context,
                         const ent_i_labels_t *labels, ent_error_t *err)
{
    size_t width = GROUPS + labels->count;
    ent_i_ensemble_t ensemble = {mixing->draws, width, context->options.seed, ENT_I_FOR_LABELS};
    permutation_t permutation = {0};
    ent_i_experiment_t experiment = {
        .begin = begin, .end = end, .draw = draw, .shared = &permutation};
    double *row = NULL;
    double *rows = NULL;
    ent_status_t status = ENT_OK;

    mixing->group_count = labels->count;
    ENT_TRY(ent_i_alloc(&mixing->group, labels->count, sizeof *mixing->group, err));
    ENT_TRY(name_groups(mixing, labels, err));
    ENT_TRY(permutation_init(&permutation, context, labels, err));
    ENT_TRY(ent_i_alloc(&row, width, sizeof *row, err));
    count(row, &permutation);
    describe(mixing, &permutation, row);
    mixing->too_large =
        (double)mixing->draws * (double)(context->actors + context->network->tie_count) >
            ENT_CHANCE_BUDGET ||
        (double)mixing->draws * (double)width > MOST_NUMBERS;
    if (mixing->too_large)
        ensemble.draws = 0;
    ENT_TRY(ent_i_alloc(&rows, ensemble.draws * width, sizeof *rows, err));
    experiment.steps = (double)(context->actors + context->network->tie_count);
    ENT_TRY(ent_i_ensemble_run(rows, &ensemble, &experiment, context->options.threads, err));
    hold_against(mixing, row, rows, ensemble.draws, width);

cleanup:
    free(rows);
    free(row);
    permutation_free(&permutation);
    return status;
}

ent_status_t ent_network_mixing(ent_mixing_t **mixing, const ent_network_t *network, const char *by,
                                const ent_measure_options_t *options, ent_error_t *err)
{
    ent_i_context_t context;
    ent_i_labels_t labels = {0};
    ent_mixing_t *made = NULL;
    ent_status_t status = ENT_OK;

    *mixing = NULL;
    ent_i_context_init(&context, network, options);
    context.options.by = by;
    ENT_TRY(ent_i_need_adjacency(&context, err));
    ENT_TRY(ent_i_labels_by(&labels, &context, err));
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->draws = context.options.draws;
    made->attribute = strdup(by != NULL ? by : "country");
    if (made->attribute == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    ENT_TRY(fill(made, &context, &labels, err));
    *mixing = made;
    made = NULL;

cleanup:
    ent_mixing_free(made);
    ent_i_labels_free(&labels);
    ent_i_context_free(&context);
    return status;
}

void ent_mixing_free(ent_mixing_t *mixing)
{
    if (mixing == NULL)
        return;
    free(mixing->attribute);
    free(mixing->group);
    free(mixing->values);
    free(mixing);
}
