/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Eigenvector centrality, by component. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

#include "measure/exact_sum.h"
#include "measure/perron.h"

/* The actors of the components, one component behind the other. */
typedef struct listing {
    size_t *offset;  /* component count + 1 */
    ent_id_t *actor; /* by place in the list */
    ent_id_t *place; /* of each actor within its component */
} listing_t;

static void listing_free(listing_t *listing)
{
    free(listing->offset);
    free(listing->actor);
    free(listing->place);
}

static ent_status_t listing_make(listing_t *listing, const ent_i_context_t *context,
                                 ent_error_t *err)
{
    const ent_i_components_t *components = &context->components;
    size_t *end = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&listing->offset, components->count + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&listing->actor, context->actors, sizeof(ent_id_t), err));
    ENT_TRY(ent_i_alloc(&listing->place, context->actors, sizeof(ent_id_t), err));
    ENT_TRY(ent_i_alloc(&end, components->count, sizeof(size_t), err));
    for (size_t c = 0; c < components->count; c++) {
        listing->offset[c + 1] = listing->offset[c] + components->size[c];
        end[c] = listing->offset[c];
    }
    for (size_t i = 0; i < context->actors; i++) {
        ent_id_t c = components->of[i];

        listing->place[i] = (ent_id_t)(end[c] - listing->offset[c]);
        listing->actor[end[c]++] = (ent_id_t)i;
    }

cleanup:
    free(end);
    return status;
}

/* Rows of one component's matrix, in buffers that serve all components. */
typedef struct rows {
    size_t *offset;
    ent_id_t *column;
    double *entry;
} rows_t;

static void rows_free(rows_t *rows)
{
    free(rows->offset);
    free(rows->column);
    free(rows->entry);
}

static ent_status_t rows_make(rows_t *rows, const ent_i_context_t *context, ent_error_t *err)
{
    size_t largest = context->components.largest;
    size_t entries = context->adjacency.offset[context->actors];
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&rows->offset, largest + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&rows->column, entries, sizeof(ent_id_t), err));
    ENT_TRY(ent_i_alloc(&rows->entry, entries, sizeof(double), err));

cleanup:
    return status;
}

static void rows_fill(rows_t *rows, const ent_i_context_t *context, const listing_t *listing,
                      size_t component, int form)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    const double *entry = form == ENT_I_WEIGHTED ? adjacency->weight : adjacency->ties;
    size_t first = listing->offset[component];
    size_t end = 0;

    rows->offset[0] = 0;
    for (size_t k = 0; k < context->components.size[component]; k++) {
        size_t actor = (size_t)listing->actor[first + k];

        for (size_t e = adjacency->offset[actor]; e < adjacency->offset[actor + 1]; e++) {
            rows->column[end] = listing->place[adjacency->neighbour[e]];
            rows->entry[end++] = entry[e];
        }
        rows->offset[k + 1] = end;
    }
}

/* Every component's vector into `leading`; `local` has room for the largest. */
static ent_status_t solve_components(ent_i_context_t *context, ent_i_leading_t *leading, int form,
                                     const listing_t *listing, rows_t *rows, double *local,
                                     ent_error_t *err)
{
    bool plain = form == ENT_I_PLAIN && context->network->simple;
    ent_status_t status = ENT_OK;

    for (size_t c = 0; status == ENT_OK && c < context->components.count; c++) {
        size_t size = context->components.size[c];
        ent_i_matrix_t matrix = {size, rows->offset, rows->column, plain ? NULL : rows->entry};

        if (size == 1)
            continue;
        rows_fill(rows, context, listing, c, form);
        status = ent_i_perron(&matrix, local, &leading->value[c], err);
        for (size_t k = 0; status == ENT_OK && k < size; k++)
            leading->vector[listing->actor[listing->offset[c] + k]] = local[k];
        leading->largest = fmax(leading->largest, leading->value[c]);
    }
    return status;
}

ent_status_t ent_i_need_leading(ent_i_context_t *context, int form, ent_error_t *err)
{
    ent_i_leading_t *leading = &context->leading[form];
    listing_t listing = {0};
    rows_t rows = {0};
    double *local = NULL;
    ent_status_t status = ENT_OK;

    if (leading->value != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_components(context, err));
    ENT_TRY(ent_i_alloc(&leading->vector, context->actors, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&leading->value, context->components.count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&local, context->components.largest, sizeof(double), err));
    ENT_TRY(listing_make(&listing, context, err));
    ENT_TRY(rows_make(&rows, context, err));
    ENT_TRY(solve_components(context, leading, form, &listing, &rows, local, err));

cleanup:
    free(local);
    rows_free(&rows);
    listing_free(&listing);
    return status;
}

ent_status_t ent_i_eigenvector_component(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_leading(context, ENT_I_PLAIN, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++)
        values[i] = context->leading[ENT_I_PLAIN].vector[i];
    return status;
}

/* Zero but in the components whose eigenvalue is the largest, or as good as. */
static ent_status_t dominant(ent_i_context_t *context, double *values, int form, ent_error_t *err)
{
    const ent_i_leading_t *leading = &context->leading[form];
    ent_status_t status = ent_i_need_leading(context, form, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double value = leading->value[context->components.of[i]];

        values[i] = value >= leading->largest * (1 - 1e-9) ? leading->vector[i] : 0;
    }
    return status;
}

ent_status_t ent_i_eigenvector(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return dominant(context, values, ENT_I_PLAIN, err);
}

ent_status_t ent_i_eigenvector_weighted(ent_i_context_t *context, double *values, ent_error_t *err)
{
    return dominant(context, values, ENT_I_WEIGHTED, err);
}

/* The singular vectors are the two modes' parts of the eigenvector, each of unit norm. */
ent_status_t ent_i_eigenvector_two_mode(ent_i_context_t *context, double *values, ent_error_t *err)
{
    const unsigned char *mode = context->network->mode;
    const ent_id_t *component = NULL;
    ent_i_sum_t(*square)[2] = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_eigenvector(context, values, err));
    component = context->components.of;
    ENT_TRY(ent_i_alloc(&square, context->components.count, sizeof *square, err));
    for (size_t i = 0; i < context->actors; i++)
        ent_i_sum_add(&square[component[i]][mode[i]], values[i] * values[i]);
    for (size_t i = 0; i < context->actors; i++)
        if (values[i] > 0)
            values[i] /= sqrt(ent_i_sum_value(&square[component[i]][mode[i]]));

cleanup:
    free(square);
    return status;
}
