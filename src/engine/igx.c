/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The seam to igraph: handlers, seeds, and a network as igraph's graph. */
#include "engine/igx.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/watch.h"
#include "entente/igraph.h"
#include "network/network_i.h"

static char first_reason[200];

/* igraph may free `reason` in IGRAPH_FINALLY_FREE(), so copy it before. */
static void keep_first_reason(const char *reason, const char *file, int line, igraph_error_t code)
{
    (void)file;
    (void)line;
    (void)code;
    if (first_reason[0] == '\0' && reason != NULL)
        snprintf(first_reason, sizeof first_reason, "%s", reason);
    IGRAPH_FINALLY_FREE();
}

/* A library does not print; what igraph warns of is settled by our own definitions. */
static void drop_warning(const char *reason, const char *file, int line)
{
    (void)reason;
    (void)file;
    (void)line;
}

static clock_t deadline; /* 0: none */

/* Who interrupts igraph frees what it holds, here, as the functions that have it on their stack are
 * gone when it returns. Not so under a deadline: that is for the integer programme, which goes on
 * to use it until it has wound up, and whose end igraph reports as an error. */
static igraph_error_t ask_leave(void *data)
{
    (void)data;
    if (!ent_i_cancelled() && (deadline == 0 || clock() <= deadline))
        return IGRAPH_SUCCESS;
    if (deadline == 0)
        IGRAPH_FINALLY_FREE();
    return IGRAPH_INTERRUPTED;
}

void igx_enter(igx_scope_t *scope)
{
    first_reason[0] = '\0';
    scope->previous_error = igraph_set_error_handler(keep_first_reason);
    scope->previous_warning = igraph_set_warning_handler(drop_warning);
    scope->previous_interruption = igraph_set_interruption_handler(ask_leave);
}

void igx_leave(igx_scope_t *scope)
{
    igraph_set_error_handler(scope->previous_error);
    igraph_set_warning_handler(scope->previous_warning);
    igraph_set_interruption_handler(scope->previous_interruption);
}

ent_status_t igx_fail(igraph_error_t code, ent_error_t *err)
{
    if (code == IGRAPH_ENOMEM)
        return ent_i_no_memory(err);
    if (code == IGRAPH_INTERRUPTED && ent_i_cancelled())
        return ent_i_go_on(err);
    return ent_i_fail(err, ENT_EIGRAPH, "igraph: %s",
                      first_reason[0] != '\0' ? first_reason : igraph_strerror(code));
}

ent_status_t igx_seed(uint64_t seed, ent_error_t *err)
{
    igraph_error_t code = igraph_rng_seed(igraph_rng_default(), seed);

    return code == IGRAPH_SUCCESS ? ENT_OK : igx_fail(code, err);
}

void igx_deadline(int seconds)
{
    deadline = clock() + seconds * CLOCKS_PER_SEC;
}

void igx_deadline_end(void)
{
    deadline = 0;
}

static ent_status_t copy_graph(const ent_network_t *network, igraph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_vector_int_t ends = {0};
    igraph_integer_t ties = (igraph_integer_t)network->tie_count;

    IGX_TRY(igraph_vector_int_init(&ends, 2 * ties));
    for (igraph_integer_t i = 0; i < ties; i++) {
        VECTOR(ends)[2 * i] = network->a[i];
        VECTOR(ends)[2 * i + 1] = network->b[i];
    }
    IGX_TRY(igraph_create(graph, &ends, (igraph_integer_t)network->actor_count, network->directed));

cleanup:
    igraph_vector_int_destroy(&ends);
    return status;
}

static ent_status_t copy_weights(const ent_network_t *network, igraph_vector_t *weight,
                                 ent_error_t *err)
{
    igraph_integer_t ties = (igraph_integer_t)network->tie_count;
    igraph_error_t code = igraph_vector_init(weight, ties);

    if (code != IGRAPH_SUCCESS)
        return igx_fail(code, err);
    for (igraph_integer_t i = 0; i < ties; i++)
        VECTOR(*weight)[i] = network->weight[i];
    return ENT_OK;
}

ent_status_t ent_network_to_igraph(const ent_network_t *network, igraph_t *graph,
                                   igraph_vector_t *weight, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igx_scope_t scope;

    igx_enter(&scope);
    if (weight != NULL)
        ENT_TRY(copy_weights(network, weight, err));
    status = copy_graph(network, graph, err);
    if (status != ENT_OK && weight != NULL)
        igraph_vector_destroy(weight);

cleanup:
    igx_leave(&scope);
    return status;
}
