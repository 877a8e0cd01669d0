/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many seeded draws, spread over processes and threads. */
#include "engine/ensemble.h"

#include <omp.h>
#include <stdlib.h>

#include "base/crew.h"
#include "base/memory.h"
#include "base/watch.h"

static const double worth_threads = 2e7; /* steps: some 20 ms */

static const char *const called[] = {[ENT_I_FOR_LABELS] = "permutations",
                                     [ENT_I_FOR_REWIRING] = "rewirings",
                                     [ENT_I_FOR_GROUPS] = "groups"};

/* One thread's. */
typedef struct seat {
    void *desk;
    ent_status_t status;
    ent_error_t error;
} seat_t;

static void draw_one(double *rows, const ent_i_ensemble_t *ensemble,
                     const ent_i_experiment_t *experiment, size_t k, seat_t *seat,
                     ent_i_task_t *task)
{
    ent_i_random_t random;

    if (seat->status != ENT_OK || ent_i_task_is_over(task))
        return;
    ent_i_random_init(&random, ensemble->seed, (uint64_t)ensemble->purpose << 48 | k);
    ent_i_crew_part();
    seat->status = experiment->draw(rows + k * ensemble->width, seat->desk, experiment->shared,
                                    &random, &seat->error);
    ent_i_crew_meet();
    ent_i_task_step(task, 1);
}

ent_status_t ent_i_ensemble_run(double *rows, const ent_i_ensemble_t *ensemble,
                                const ent_i_experiment_t *experiment, int threads, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    seat_t *seat = NULL;
    ent_i_task_t task;
    ent_i_stretch_t mine = ent_i_crew_stretch(ensemble->draws);

    if (threads < 1 || (double)(mine.to - mine.from) * experiment->steps < worth_threads)
        threads = 1;
    ENT_TRY(ent_i_alloc(&seat, (size_t)threads, sizeof *seat, err));
    for (int t = 0; t < threads && experiment->begin != NULL; t++)
        ENT_TRY(experiment->begin(&seat[t].desk, experiment->shared, err));
    ent_i_task_begin(&task, called[ensemble->purpose],
                     ensemble->purpose == ENT_I_FOR_GROUPS ? "runs" : "draws", mine.to - mine.from);
    if (threads == 1) {
        for (size_t k = mine.from; k < mine.to; k++)
            draw_one(rows, ensemble, experiment, k, seat, &task);
    } else {
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
        for (size_t k = mine.from; k < mine.to; k++)
            draw_one(rows, ensemble, experiment, k, &seat[omp_get_thread_num()], &task);
    }
    status = ent_i_task_end(&task, err);
    for (int t = 0; t < threads && status == ENT_OK; t++) {
        status = seat[t].status;
        if (status != ENT_OK && err != NULL)
            *err = seat[t].error;
    }
    ENT_TRY(status);
    ENT_TRY(ent_i_crew_give(rows, ensemble->draws, ensemble->width * sizeof *rows, err));

cleanup:
    for (int t = 0; t < threads && seat != NULL && experiment->end != NULL; t++)
        experiment->end(seat[t].desk);
    free(seat);
    return status;
}
