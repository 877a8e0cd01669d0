/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Long work that can be watched and cancelled.
 *
 * A loop of no known length asks ent_i_go_on() at each batch. One of known length is a task: begun,
 * stepped at each batch, ended:
 *
 *     ent_i_task_begin(&task, "betweenness", "actors", count);
 *     for (...; !ent_i_task_is_over(&task); ...) {
 *         ...
 *         ent_i_task_step(&task, batch);
 *     }
 *     ENT_TRY(ent_i_task_end(&task, err));
 *
 * Steps may be taken by several threads at once. A batch should take milliseconds: a question costs
 * a few nanoseconds, and a second without one is too long for who pressed Ctrl-C. */
#ifndef ENT_BASE_WATCH_H
#define ENT_BASE_WATCH_H

#include <stdatomic.h>

#include "base/error.h"
#include "entente/watch.h"

extern ent_watch_t ent_i_watch;

/* Whether the work is to end. */
static inline bool ent_i_cancelled(void)
{
    return ent_i_watch.cancelled != NULL && ent_i_watch.cancelled(ent_i_watch.context);
}

/* ENT_OK, or ENT_ECANCELLED with the message. */
ent_status_t ent_i_go_on(ent_error_t *err);

typedef struct ent_i_task {
    ent_progress_t progress; /* but for what is done */
    atomic_size_t done;
    atomic_bool cancelled;
    bool told; /* it is the outermost: the watcher hears of it */
} ent_i_task_t;

/* The texts are borrowed. Every task that is begun is ended. */
void ent_i_task_begin(ent_i_task_t *task, const char *what, const char *unit, size_t total);

/* So many more are done. False: the rest is not to be. */
bool ent_i_task_step(ent_i_task_t *task, size_t done);

/* Whether a step has returned false, in whatever thread. */
static inline bool ent_i_task_is_over(const ent_i_task_t *task)
{
    return atomic_load_explicit(&task->cancelled, memory_order_relaxed);
}

/* ENT_ECANCELLED when a step returned false. */
ent_status_t ent_i_task_end(ent_i_task_t *task, ent_error_t *err);

#endif
