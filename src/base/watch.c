/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/watch.h"

#include <pthread.h>

ent_watch_t ent_i_watch;

/* The task that is told of, and whose thread tells of it. */
static _Atomic(ent_i_task_t *) outermost;
static pthread_t teller;

ent_watch_t ent_watch_set(const ent_watch_t *watch)
{
    ent_watch_t before = ent_i_watch;

    ent_i_watch = watch != NULL ? *watch : (ent_watch_t){0};
    return before;
}

ent_status_t ent_i_go_on(ent_error_t *err)
{
    if (!ent_i_cancelled())
        return ENT_OK;
    return ent_i_fail(err, ENT_ECANCELLED, "The work was cancelled.");
}

static void tell(const ent_i_task_t *task, size_t done)
{
    ent_progress_t progress = task->progress;

    progress.done = (double)done < progress.total ? (double)done : progress.total;
    ent_i_watch.progress(ent_i_watch.context, &progress);
}

void ent_i_task_begin(ent_i_task_t *task, const char *what, const char *unit, size_t total)
{
    ent_i_task_t *nobody = NULL;

    task->progress = (ent_progress_t){.what = what, .unit = unit, .total = (double)total};
    atomic_init(&task->done, 0);
    atomic_init(&task->cancelled, false);
    task->told =
        ent_i_watch.progress != NULL && atomic_compare_exchange_strong(&outermost, &nobody, task);
    if (task->told) {
        teller = pthread_self();
        tell(task, 0);
    }
}

bool ent_i_task_step(ent_i_task_t *task, size_t done)
{
    size_t before = atomic_fetch_add_explicit(&task->done, done, memory_order_relaxed);

    if (task->told && pthread_equal(teller, pthread_self()))
        tell(task, before + done);
    if (!ent_i_cancelled())
        return true;
    atomic_store_explicit(&task->cancelled, true, memory_order_relaxed);
    return false;
}

ent_status_t ent_i_task_end(ent_i_task_t *task, ent_error_t *err)
{
    if (task->told) {
        tell(task, SIZE_MAX);
        atomic_store(&outermost, NULL);
        task->told = false;
    }
    if (!atomic_load(&task->cancelled))
        return ENT_OK;
    return ent_i_fail(err, ENT_ECANCELLED, "The work was cancelled.");
}
