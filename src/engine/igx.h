/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The seam to igraph: the only way the library calls it.
 *
 * igraph reports an error by calling a process-wide handler once for every frame it unwinds, and
 * aborts by default. Between igx_enter() and igx_leave() our handler keeps the first message
 * instead; igx_leave() puts back whatever handlers the application had. We do not use
 * IGRAPH_FINALLY: igraph unwinds that whole stack at its first error, our entries with it, so
 * objects freed in a `cleanup:` block would be freed twice.
 *
 * Debian's igraph 0.10.2 is built with IGRAPH_THREAD_SAFE 0: one thread only. */
#ifndef ENT_ENGINE_IGX_H
#define ENT_ENGINE_IGX_H

#include <igraph.h>

#include "base/error.h"
#include "entente/network.h"

/* Work that asks for leave to go on also asks who looks on (see base/watch.h). */
typedef struct igx_scope {
    igraph_error_handler_t *previous_error;
    igraph_warning_handler_t *previous_warning;
    igraph_interruption_handler_t *previous_interruption;
} igx_scope_t;

void igx_enter(igx_scope_t *scope);
void igx_leave(igx_scope_t *scope);

/* Seeds igraph's random generator; before every call that draws. */
ent_status_t igx_seed(uint64_t seed, ent_error_t *err);

/* From now on, igraph's integer programme, the only work that this is for, ends with
 * IGRAPH_INTERRUPTED after so many seconds of processor time; until igx_deadline_end(). */
void igx_deadline(int seconds);
void igx_deadline_end(void);

/* Turns igraph's code and the kept message into our status. */
ent_status_t igx_fail(igraph_error_t code, ent_error_t *err);

/* Like ENT_TRY, for a call that returns igraph_error_t. */
#define IGX_TRY(call)                                                                              \
    do {                                                                                           \
        igraph_error_t igx_code = (call);                                                          \
        if (igx_code != IGRAPH_SUCCESS) {                                                          \
            status = igx_fail(igx_code, err);                                                      \
            goto cleanup;                                                                          \
        }                                                                                          \
    } while (0)

#endif
