/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Work done in processes of its own, some at once: one that fails, crashes or is killed takes none
 * of the others with it. */
#ifndef ENT_CLI_WORKERS_H
#define ENT_CLI_WORKERS_H

#include "cli/cli.h"

typedef struct cli_work {
    size_t count;                                 /* pieces of work */
    size_t jobs;                                  /* at most so many at once */
    void (*prepare)(void *context, size_t index); /* run here before the process begins */
    void (*task)(void *context, size_t index);    /* run in the new process */
    /* Run here when it has ended, in no order; `outcome` is that of waitpid(). */
    void (*done)(void *context, size_t index, int outcome);
    void (*tick)(void *context); /* twice a second, and after every piece */
    void *context;
    int signal; /* receives SIGINT, SIGTERM or SIGHUP where one ended the work, else 0 */
} cli_work_t;

/* Does the work. Where a signal ends it, every process is gone on return. Processes that are left
 * alone by a killed parent end at once. */
ent_status_t cli_workers_run(cli_work_t *work, ent_error_t *err);

#endif
