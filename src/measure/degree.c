/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Degree and its kin: neighbours, agreements, strength. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

ent_status_t ent_i_degree_values(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_adjacency(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = (double)ent_i_neighbours(context, i);
    return status;
}

ent_status_t ent_i_degree_normalised(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_degree_values(context, values, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = context->actors > 1 ? values[i] / (double)(context->actors - 1) : NAN;
    return status;
}

ent_status_t ent_i_strength(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const ent_network_t *network = context->network;

    (void)err;
    for (size_t i = 0; i < context->actors; i++) {
        values[i] = 0;
        for (size_t e = network->offset[i]; e < network->offset[i + 1]; e++)
            values[i] += network->weight[network->via[e]];
    }
    return ENT_OK;
}

/* Agreements behind the ties of one actor that `seen` does not yet have under its number. */
static size_t count_agreements(const ent_network_t *network, ent_id_t actor, ent_id_t *seen)
{
    size_t count = 0;

    for (size_t e = network->offset[actor]; e < network->offset[actor + 1]; e++) {
        size_t tie = (size_t)network->via[e];

        for (size_t r = 0; r < ent_network_tie_record_count(network, tie); r++) {
            ent_id_t record = ent_network_tie_record(network, tie, r);

            if (seen[record] == actor || ent_i_record_kind(network, record) != ENT_TIE_AGREEMENT)
                continue;
            seen[record] = actor;
            count++;
        }
    }
    return count;
}

ent_status_t ent_i_agreements(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const ent_dataset_t *dataset = context->network->dataset;
    size_t records = dataset != NULL ? ent_dataset_record_count(dataset) : 0;
    ent_id_t *seen = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&seen, records, sizeof *seen, err));
    for (size_t r = 0; r < records; r++)
        seen[r] = ENT_NONE;
    for (size_t i = 0; i < context->actors; i++)
        values[i] =
            dataset != NULL ? (double)count_agreements(context->network, (ent_id_t)i, seen) : 0;

cleanup:
    free(seen);
    return status;
}

/* Different actors in a row that is ascending. */
static size_t count_distinct(const ent_id_t *row, size_t length)
{
    size_t count = 0;

    for (size_t e = 0; e < length; e++)
        count += e == 0 || row[e] != row[e - 1];
    return count;
}

static void count_rows(const ent_i_context_t *context, double *values, const size_t *offset,
                       const ent_id_t *neighbour)
{
    for (size_t i = 0; i < context->actors; i++)
        values[i] = (double)count_distinct(neighbour + offset[i], offset[i + 1] - offset[i]);
}

ent_status_t ent_i_degree_in(ent_i_context_t *context, double *values, ent_error_t *err)
{
    (void)err;
    count_rows(context, values, context->network->in_offset, context->network->in_neighbour);
    return ENT_OK;
}

ent_status_t ent_i_degree_out(ent_i_context_t *context, double *values, ent_error_t *err)
{
    (void)err;
    count_rows(context, values, context->network->offset, context->network->neighbour);
    return ENT_OK;
}
