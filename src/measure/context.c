/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The context of one call: adjacency, components and distances, made once. */
#include "engine/betweenness.h"
#include "measure/measure_i.h"

#include <stdlib.h>

void ent_i_context_init(ent_i_context_t *context, const ent_network_t *network,
                        const ent_measure_options_t *options)
{
    *context = (ent_i_context_t){.network = network, .actors = network->actor_count};
    if (options != NULL)
        context->options = *options;
    else
        ent_measure_options_init(&context->options);
}

void ent_i_context_free(ent_i_context_t *context)
{
    if (context->adjacency.entry == NULL) { /* else they are the network's */
        free(context->adjacency.offset);
        free(context->adjacency.neighbour);
        free(context->adjacency.weight);
    }
    free(context->adjacency.ties);
    free(context->components.of);
    free(context->components.size);
    for (int i = 0; i < ENT_I_FORM_COUNT; i++)
        free(context->reach[i]);
    free(context->cuts.articulation);
    free(context->cuts.dependents);
    free(context->cuts.bridge_to);
    for (int i = 0; i < 2; i++) {
        free(context->leading[i].vector);
        free(context->leading[i].value);
        free(context->betweenness[i]);
        free(context->betweenness_error[i]);
    }
    free(context->triangles);
    free(context->brokers);
    *context = (ent_i_context_t){0};
}

/* Adds a neighbour behind those of the row, or counts it into the last one. */
static void push_neighbour(ent_i_adjacency_t *adjacency, size_t row, size_t *end,
                           ent_id_t neighbour, double weight)
{
    if (*end > row && adjacency->neighbour[*end - 1] == neighbour) {
        adjacency->weight[*end - 1] += weight;
        adjacency->ties[*end - 1] += 1;
        return;
    }
    adjacency->neighbour[*end] = neighbour;
    adjacency->weight[*end] = weight;
    adjacency->ties[*end] = 1;
    (*end)++;
}

/* Merges the ascending rows of one actor: ties out of it and, when directed, into it. */
static void merge_rows(ent_i_adjacency_t *adjacency, size_t *end, const ent_network_t *network,
                       size_t actor)
{
    size_t row = *end;
    size_t out = network->offset[actor];
    size_t out_end = network->offset[actor + 1];
    size_t in = network->directed ? network->in_offset[actor] : 0;
    size_t in_end = network->directed ? network->in_offset[actor + 1] : 0;

    while (out < out_end || in < in_end) {
        if (in == in_end ||
            (out < out_end && network->neighbour[out] <= network->in_neighbour[in])) {
            push_neighbour(adjacency, row, end, network->neighbour[out],
                           network->weight[network->via[out]]);
            out++;
        } else {
            push_neighbour(adjacency, row, end, network->in_neighbour[in],
                           network->weight[network->in_via[in]]);
            in++;
        }
    }
}

ent_status_t ent_i_need_adjacency(ent_i_context_t *context, ent_error_t *err)
{
    const ent_network_t *network = context->network;
    ent_i_adjacency_t *adjacency = &context->adjacency;
    size_t room = 2 * network->tie_count;
    size_t end = 0;
    ent_status_t status = ENT_OK;

    if (adjacency->entry != NULL || adjacency->ties != NULL)
        return ENT_OK;
    if (!network->directed && network->simple) {
        *adjacency = (ent_i_adjacency_t){.offset = network->offset,
                                         .neighbour = network->neighbour,
                                         .entry = network->via,
                                         .weight = network->weight};
        return ENT_OK;
    }
    ENT_TRY(ent_i_alloc(&adjacency->offset, context->actors + 1, sizeof *adjacency->offset, err));
    ENT_TRY(ent_i_alloc(&adjacency->neighbour, room, sizeof *adjacency->neighbour, err));
    ENT_TRY(ent_i_alloc(&adjacency->weight, room, sizeof *adjacency->weight, err));
    ENT_TRY(ent_i_alloc(&adjacency->ties, room, sizeof *adjacency->ties, err));
    for (size_t i = 0; i < context->actors; i++) {
        merge_rows(adjacency, &end, network, i);
        adjacency->offset[i + 1] = end;
    }

cleanup:
    return status;
}

/* Numbers the component of `first`; returns its size. */
static size_t flood(const ent_i_adjacency_t *adjacency, ent_id_t *component, ent_id_t number,
                    ent_id_t *queue, ent_id_t first)
{
    size_t head = 0;
    size_t tail = 0;

    component[first] = number;
    queue[tail++] = first;
    while (head < tail) {
        ent_id_t actor = queue[head++];

        for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
            ent_id_t next = adjacency->neighbour[e];

            if (component[next] != ENT_NONE)
                continue;
            component[next] = number;
            queue[tail++] = next;
        }
    }
    return tail;
}

ent_status_t ent_i_need_components(ent_i_context_t *context, ent_error_t *err)
{
    ent_i_components_t *made = &context->components;
    ent_id_t *queue = NULL;
    ent_status_t status = ENT_OK;

    if (made->size != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_alloc(&queue, context->actors, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&made->of, context->actors, sizeof *made->of, err));
    ENT_TRY(ent_i_alloc(&made->size, context->actors, sizeof *made->size, err));
    for (size_t i = 0; i < context->actors; i++)
        made->of[i] = ENT_NONE;
    for (size_t i = 0; i < context->actors; i++) {
        size_t size;

        if (made->of[i] != ENT_NONE)
            continue;
        size = flood(&context->adjacency, made->of, (ent_id_t)made->count, queue, (ent_id_t)i);
        made->size[made->count++] = size;
        if (size > made->largest)
            made->largest = size;
    }

cleanup:
    free(queue);
    return status;
}

/* The length of each tie: its weight as a distance, or one over its strength. */
static ent_status_t make_lengths(double **lengths, const ent_i_context_t *context, ent_error_t *err)
{
    const ent_network_t *network = context->network;
    ent_status_t status = ent_i_alloc(lengths, network->tie_count, sizeof **lengths, err);

    for (size_t i = 0; status == ENT_OK && i < network->tie_count; i++)
        (*lengths)[i] = context->options.weight == ENT_WEIGHT_DISTANCE ? network->weight[i]
                                                                       : 1 / network->weight[i];
    return status;
}

ent_status_t ent_i_need_reach(ent_i_context_t *context, int form, ent_error_t *err)
{
    ent_i_reach_t *reach = NULL;
    double *lengths = NULL;
    ent_status_t status = ENT_OK;

    if (context->reach[form] != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&reach, context->actors, sizeof *reach, err));
    if (form == ENT_I_WEIGHTED) {
        ENT_TRY(make_lengths(&lengths, context, err));
        ENT_TRY(ent_i_distances_weighted(context->network, reach, lengths, false,
                                         context->options.threads, err));
    } else {
        ENT_TRY(ent_i_distances(context->network, reach, form == ENT_I_BACKWARDS,
                                context->options.threads, err));
    }
    context->reach[form] = reach;
    reach = NULL;

cleanup:
    free(lengths);
    free(reach);
    return status;
}

ent_status_t ent_i_need_betweenness(ent_i_context_t *context, int form, ent_error_t *err)
{
    const ent_measure_options_t *options = &context->options;
    ent_i_betweenness_how_t how = {
        .threads = options->threads, .sample = options->sample, .seed = options->seed};
    ent_i_doubt_t doubt = {0};
    double *values = NULL;
    double *lengths = NULL;
    ent_status_t status = ENT_OK;

    if (context->betweenness[form] != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&values, context->actors, sizeof *values, err));
    ENT_TRY(ent_i_alloc(&doubt.error, context->actors, sizeof *doubt.error, err));
    if (form == ENT_I_WEIGHTED)
        ENT_TRY(make_lengths(&lengths, context, err));
    how.length = lengths;
    ENT_TRY(ent_i_betweenness_find(values, context->network, &how, &doubt, err));
    if (options->taken != NULL)
        options->taken[form] = (ent_sample_t){doubt.sources, doubt.of, doubt.bound};
    context->betweenness[form] = values;
    context->betweenness_error[form] = doubt.error;
    values = doubt.error = NULL;

cleanup:
    free(lengths);
    free(values);
    free(doubt.error);
    return status;
}
