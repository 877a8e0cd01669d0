/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far the work is, on one line of a terminal that is rewritten; elsewhere nothing is said. */
#ifndef ENT_CLI_PROGRESS_H
#define ENT_CLI_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct cli_progress {
    bool shown;    /* the line is there */
    bool terminal; /* there is one to show it on */
    size_t done;
    size_t count;
    struct timespec began;
} cli_progress_t;

void cli_progress_begin(cli_progress_t *progress, size_t count, bool quiet);
void cli_progress_step(cli_progress_t *progress);
void cli_progress_show(cli_progress_t *progress);
/* Clears the line, so that others can be written. */
void cli_progress_hide(cli_progress_t *progress);

#endif
