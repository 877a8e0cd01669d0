/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties within and between groups: the E-I index, nominal assortativity, participation. */
#include "measure/mixing.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

typedef struct entry {
    const char *text;
    size_t actor;
} entry_t;

static int compare_entries(const void *a, const void *b)
{
    const entry_t *left = a;
    const entry_t *right = b;
    int order = strcmp(left->text, right->text);

    return order != 0 ? order : (left->actor > right->actor) - (left->actor < right->actor);
}

/* Fills `entries` with the actors that have the attribute. */
static size_t collect(ent_i_labels_t *labels, entry_t *entries, const ent_network_t *network,
                      const char *column)
{
    size_t count = 0;

    for (size_t i = 0; i < network->actor_count; i++) {
        ent_id_t actor = ent_network_actor(network, (ent_id_t)i);
        const char *text = NULL;

        labels->of[i] = ENT_NONE;
        if (network->dataset != NULL && actor != ENT_NONE)
            text = ent_dataset_attribute(network->dataset, actor, column);
        labels->known = labels->known || text != NULL;
        if (text != NULL && text[0] != '\0')
            entries[count++] = (entry_t){text, i};
    }
    return count;
}

ent_status_t ent_i_labels_read(ent_i_labels_t *labels, const ent_network_t *network,
                               const char *column, ent_error_t *err)
{
    entry_t *entries = NULL;
    size_t count;
    ent_status_t status = ENT_OK;

    *labels = (ent_i_labels_t){0};
    ENT_TRY(ent_i_alloc(&labels->of, network->actor_count, sizeof *labels->of, err));
    ENT_TRY(ent_i_alloc(&entries, network->actor_count, sizeof *entries, err));
    count = collect(labels, entries, network, column);
    qsort(entries, count, sizeof *entries, compare_entries);
    ENT_TRY(ent_i_alloc(&labels->value, count, sizeof *labels->value, err));
    for (size_t k = 0; k < count; k++) {
        if (k == 0 || strcmp(entries[k].text, entries[k - 1].text) != 0)
            labels->value[labels->count++] = entries[k].text;
        labels->of[entries[k].actor] = (ent_id_t)(labels->count - 1);
    }

cleanup:
    free(entries);
    return status;
}

static ent_status_t check_groups(const ent_i_context_t *context, ent_error_t *err)
{
    const ent_id_t *group = context->options.group;

    for (size_t i = 0; i < context->actors; i++)
        if (group[i] < 0 || (size_t)group[i] >= context->actors)
            return ent_i_fail(err, ENT_EINVAL,
                              "Actor %zu has the group %d; groups are numbered from 0 and fewer "
                              "than the actors.",
                              i, (int)group[i]);
    return ENT_OK;
}

/* The groups that the options give, as labels. */
static ent_status_t labels_of_groups(ent_i_labels_t *labels, const ent_i_context_t *context,
                                     ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(check_groups(context, err));
    ENT_TRY(ent_i_alloc(&labels->of, context->actors, sizeof *labels->of, err));
    labels->known = true;
    for (size_t i = 0; i < context->actors; i++) {
        labels->of[i] = context->options.group[i];
        if ((size_t)labels->of[i] >= labels->count)
            labels->count = (size_t)labels->of[i] + 1;
    }

cleanup:
    return status;
}

ent_status_t ent_i_labels_by(ent_i_labels_t *labels, const ent_i_context_t *context,
                             ent_error_t *err)
{
    const char *by = context->options.by;
    ent_status_t status = ENT_OK;

    *labels = (ent_i_labels_t){0};
    if (by != NULL && strcmp(by, "group") == 0 && context->options.group != NULL)
        return labels_of_groups(labels, context, err);
    ENT_TRY(ent_i_labels_read(labels, context->network, by != NULL ? by : "country", err));
    if (by != NULL && !labels->known)
        status = ent_i_fail(err, ENT_EINVAL,
                            "No actor of this network has a column \"%s\" for ei_index and "
                            "brokerage; name one that the tables of actors have with --by.",
                            by);

cleanup:
    return status;
}

void ent_i_labels_free(ent_i_labels_t *labels)
{
    free(labels->of);
    free(labels->value);
    *labels = (ent_i_labels_t){0};
}

double ent_i_ei(size_t internal, size_t external)
{
    double all = (double)internal + (double)external;

    return all > 0 ? ((double)external - (double)internal) / all : NAN;
}

void ent_i_count_mixed(size_t *internal, size_t *external, const ent_i_context_t *context,
                       const ent_i_labels_t *labels)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;

    for (size_t k = 0; k < labels->count; k++) {
        internal[k] = 0;
        external[k] = 0;
    }
    for (size_t i = 0; i < context->actors; i++)
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++) {
            ent_id_t here = labels->of[i];
            ent_id_t there = labels->of[adjacency->neighbour[e]];

            if (here == ENT_NONE || there == ENT_NONE)
                continue;
            if (here != there)
                external[here]++;
            else if ((size_t)adjacency->neighbour[e] > i)
                internal[here]++;
        }
}

void ent_i_mix_counts(ent_i_mixing_t *mixing, const size_t *internal, const size_t *external,
                      size_t labels)
{
    double ties;
    double expected = 0;

    *mixing = (ent_i_mixing_t){0};
    for (size_t k = 0; k < labels; k++) {
        mixing->internal += internal[k];
        mixing->external += external[k]; /* each twice */
    }
    mixing->external /= 2;
    ties = (double)mixing->internal + (double)mixing->external;
    for (size_t k = 0; ties > 0 && k < labels; k++)
        expected += pow((double)(2 * internal[k] + external[k]) / (2 * ties), 2);
    mixing->ei = ent_i_ei(mixing->internal, mixing->external);
    mixing->assortativity = ties > 0 && expected < 1
                                ? ((double)mixing->internal / ties - expected) / (1 - expected)
                                : NAN;
}

ent_status_t ent_i_mix(ent_i_mixing_t *mixing, const ent_i_context_t *context,
                       const ent_i_labels_t *labels, ent_error_t *err)
{
    size_t *internal = NULL;
    size_t *external = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&internal, labels->count, sizeof *internal, err));
    ENT_TRY(ent_i_alloc(&external, labels->count, sizeof *external, err));
    ent_i_count_mixed(internal, external, context, labels);
    ent_i_mix_counts(mixing, internal, external, labels->count);

cleanup:
    free(internal);
    free(external);
    return status;
}

static void fill_ei(const ent_i_context_t *context, double *values, const ent_i_labels_t *labels)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;

    for (size_t i = 0; i < context->actors; i++) {
        size_t count[2] = {0, 0}; /* internal, external */

        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++) {
            ent_id_t there = labels->of[adjacency->neighbour[e]];

            if (there != ENT_NONE)
                count[there != labels->of[i]]++;
        }
        values[i] = labels->of[i] != ENT_NONE ? ent_i_ei(count[0], count[1]) : NAN;
    }
}

ent_status_t ent_i_ei_index(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_i_labels_t labels = {0};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_labels_by(&labels, context, err));
    fill_ei(context, values, &labels);

cleanup:
    ent_i_labels_free(&labels);
    return status;
}

/* `into` has a zero for each group, before and after. */
static double participation_of(const ent_i_context_t *context, size_t actor, double *into,
                               bool weighted)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    const ent_id_t *group = context->options.group;
    double whole = 0;
    double squares = 0;

    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        double amount = weighted ? ent_i_strength_at(adjacency, e) : 1;

        into[group[adjacency->neighbour[e]]] += amount;
        whole += amount;
    }
    for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
        double *amount = &into[group[adjacency->neighbour[e]]];

        squares += pow(*amount / whole, 2);
        *amount = 0;
    }
    return whole > 0 ? fmax(0, 1 - squares) : NAN;
}

static ent_status_t participation(ent_i_context_t *context, double *values, bool weighted,
                                  ent_error_t *err)
{
    double *into = NULL;
    ent_status_t status = ENT_OK;

    if (context->options.group == NULL)
        return ent_i_fail(err, ENT_EINVAL, "The measure participation needs groups of actors.");
    ENT_TRY(check_groups(context, err));
    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_alloc(&into, context->actors, sizeof *into, err));
    for (size_t i = 0; i < context->actors; i++)
        values[i] = participation_of(context, i, into, weighted);

cleanup:
    free(into);
    return status;
}

ent_status_t ent_i_participation(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return participation(context, values, false, err);
}

ent_status_t ent_i_participation_weighted(ent_i_context_t *context, double *values,
                                          ent_error_t *err)
{
    return participation(context, values, true, err);
}
