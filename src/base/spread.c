/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/spread.h"

#include <pthread.h>
#include <sched.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

enum { LOOKS = 20000 /* for work, or its end: some hundredths of a millisecond */ };

/* A thread that leads and others that stand by. Who helps takes one task after the other by
 * counting down `open`, and sleeps where there is none for a while; the leader waits for tasks that
 * were taken, never for who took none. */
typedef struct team {
    _Atomic uint64_t open; /* upper half: which work it is; lower half: its tasks not yet taken */
    atomic_size_t unfinished;
    atomic_bool over;
    pthread_mutex_t lock;
    pthread_cond_t called; /* there is work, or no more to come */
    void (*run)(void *context, size_t index);
    void *context;
} team_t;

static _Thread_local team_t *led; /* by this thread */

/* Takes a task and does it; false when there is none. */
static bool help(team_t *team)
{
    uint64_t open = atomic_load_explicit(&team->open, memory_order_acquire);

    while ((uint32_t)open > 0) {
        if (!atomic_compare_exchange_weak_explicit(&team->open, &open, open - 1,
                                                   memory_order_acq_rel, memory_order_acquire))
            continue;
        team->run(team->context, (uint32_t)open - 1);
        atomic_fetch_sub_explicit(&team->unfinished, 1, memory_order_release);
        return true;
    }
    return false;
}

static bool has_news(team_t *team)
{
    return (uint32_t)atomic_load_explicit(&team->open, memory_order_acquire) > 0 ||
           atomic_load_explicit(&team->over, memory_order_acquire);
}

/* The lock is taken after there is news, and news is looked for under it: nobody sleeps through. */
static void call(team_t *team)
{
    pthread_mutex_lock(&team->lock);
    pthread_cond_broadcast(&team->called);
    pthread_mutex_unlock(&team->lock);
}

static void await(team_t *team)
{
    for (int looks = 0; looks < LOOKS; looks++) {
        if (has_news(team))
            return;
    }
    pthread_mutex_lock(&team->lock);
    while (!has_news(team))
        pthread_cond_wait(&team->called, &team->lock);
    pthread_mutex_unlock(&team->lock);
}

static void stand_by(team_t *team)
{
    while (!atomic_load_explicit(&team->over, memory_order_acquire)) {
        if (!help(team))
            await(team);
    }
}

static void lead_through(team_t *team, void (*run)(void *context, size_t index), void *context,
                         size_t count)
{
    uint64_t work = atomic_load_explicit(&team->open, memory_order_relaxed) >> 32;
    int looks = 0;

    led = NULL; /* a task that spreads something itself has no team */
    team->run = run;
    team->context = context;
    atomic_store_explicit(&team->unfinished, count, memory_order_relaxed);
    atomic_store_explicit(&team->open, (work + 1) << 32 | count, memory_order_release);
    call(team);
    while (help(team))
        ;
    while (atomic_load_explicit(&team->unfinished, memory_order_acquire) > 0)
        if (++looks > LOOKS)
            sched_yield();
    led = team;
}

void ent_i_lead(void (*lead)(void *context), void *context, int threads)
{
    team_t team = {.lock = PTHREAD_MUTEX_INITIALIZER, .called = PTHREAD_COND_INITIALIZER};

    if (threads <= 1 || led != NULL) {
        lead(context);
        return;
    }
#pragma omp parallel num_threads(threads)
    {
#pragma omp master
        {
            led = &team;
            lead(context);
            led = NULL;
            atomic_store_explicit(&team.over, true, memory_order_release);
            call(&team);
        }
        stand_by(&team);
    }
}

void ent_i_spread(void (*run)(void *context, size_t index), void *context, size_t count,
                  int threads)
{
    if (threads <= 1 || count <= 1) {
        for (size_t i = 0; i < count; i++)
            run(context, i);
        return;
    }
    if (led != NULL && count <= UINT32_MAX) {
        lead_through(led, run, context, count);
        return;
    }
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
    for (size_t i = 0; i < count; i++)
        run(context, i);
}
