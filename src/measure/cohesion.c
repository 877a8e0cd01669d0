/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Cohesion round an actor: coreness and clustering. */
#include "measure/measure_i.h"

#include <math.h>
#include <stdlib.h>

/* igraph counts parallel ties, so it gets the network without them. */
ent_status_t ent_i_coreness(ent_i_context_t *context, double *values, ent_error_t *err)
{
    igraph_vector_int_t cores = {0};
    igraph_t simple;
    bool copied = false; /* igraph_copy() leaves nothing to destroy when it fails */
    igx_scope_t scope;
    ent_status_t status = ENT_OK;

    igx_enter(&scope);
    ENT_TRY(ent_i_need_graph(context, err));
    IGX_TRY(igraph_vector_int_init(&cores, 0));
    IGX_TRY(igraph_copy(&simple, &context->graph->graph));
    copied = true;
    IGX_TRY(igraph_simplify(&simple, true, true, NULL));
    IGX_TRY(igraph_coreness(&simple, &cores, IGRAPH_ALL));
    for (size_t i = 0; i < context->actors; i++)
        values[i] = (double)VECTOR(cores)[i];

cleanup:
    if (copied)
        igraph_destroy(&simple);
    igraph_vector_int_destroy(&cores);
    igx_leave(&scope);
    return status;
}

ent_status_t ent_i_clustering(ent_i_context_t *context, double *values, ent_error_t *err)
{
    ent_status_t status = ent_i_need_triangles(context, err);

    for (size_t i = 0; status == ENT_OK && i < context->actors; i++) {
        double degree = (double)ent_i_neighbours(context, i);

        values[i] = degree > 1 ? (double)context->triangles[i] / (degree * (degree - 1) / 2) : NAN;
    }
    return status;
}
