/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Eigenvector centrality, by component. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

#include "measure/exact_sum.h"
#include "measure/perron.h"

/* The actors of the components, one component behind the other, each ascending. */
typedef struct listing {
    size_t *offset; /* component count + 1 */
    ent_id_t *actor;
} listing_t;

static void listing_free(listing_t *listing)
{
    free(listing->offset);
    free(listing->actor);
}

static ent_status_t listing_make(listing_t *listing, const ent_i_context_t *context,
                                 ent_error_t *err)
{
    const ent_i_components_t *components = &context->components;
    size_t *end = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&listing->offset, components->count + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&listing->actor, context->actors, sizeof(ent_id_t), err));
    ENT_TRY(ent_i_alloc(&end, components->count, sizeof(size_t), err));
    for (size_t c = 0; c < components->count; c++) {
        listing->offset[c + 1] = listing->offset[c] + components->size[c];
        end[c] = listing->offset[c];
    }
    for (size_t i = 0; i < context->actors; i++)
        listing->actor[end[components->of[i]]++] = (ent_id_t)i;

cleanup:
    free(end);
    return status;
}

/* Every component's vector into `leading`. */
static ent_status_t solve_components(const ent_i_context_t *context, ent_i_leading_t *leading,
                                     int form, const listing_t *listing,
                                     const ent_i_perron_room_t *room, ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    bool weighted = form == ENT_I_WEIGHTED;
    ent_i_matrix_t matrix = {.offset = adjacency->offset,
                             .column = adjacency->neighbour,
                             .entry = weighted ? adjacency->weight : adjacency->ties,
                             .entry_at = weighted ? adjacency->entry : NULL};
    ent_status_t status = ENT_OK;

    for (size_t c = 0; status == ENT_OK && c < context->components.count; c++) {
        matrix.size = context->components.size[c];
        matrix.row = listing->actor + listing->offset[c];
        if (matrix.size > 1) {
            ent_i_matrix_measure(&matrix, context->options.threads);
            status = ent_i_perron(&matrix, &leading->value[c], room, err);
        }
        leading->largest = fmax(leading->largest, leading->value[c]);
    }
    return status;
}

ent_status_t ent_i_need_leading(ent_i_context_t *context, int form, ent_error_t *err)
{
    ent_i_leading_t *leading = &context->leading[form];
    ent_i_perron_room_t room = {0};
    listing_t listing = {0};
    ent_status_t status = ENT_OK;

    if (leading->value != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_components(context, err));
    ENT_TRY(ent_i_alloc(&leading->vector, context->actors, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&leading->value, context->components.count, sizeof(double), err));
    ENT_TRY(listing_make(&listing, context, err));
    ENT_TRY(ent_i_perron_room_init(&room, context->components.largest, leading->vector, err));
    ENT_TRY(solve_components(context, leading, form, &listing, &room, err));

cleanup:
    ent_i_perron_room_free(&room);
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
