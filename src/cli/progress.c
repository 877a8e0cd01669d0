/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/progress.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

void cli_progress_begin(cli_progress_t *progress, size_t count, bool quiet)
{
    const char *term = getenv("TERM");

    *progress = (cli_progress_t){.count = count};
    progress->terminal =
        !quiet && isatty(STDERR_FILENO) && term != NULL && strcmp(term, "dumb") != 0;
    clock_gettime(CLOCK_MONOTONIC, &progress->began);
}

void cli_progress_step(cli_progress_t *progress)
{
    progress->done++;
}

static double seconds_since(const struct timespec *began)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - began->tv_sec) + (double)(now.tv_nsec - began->tv_nsec) / 1e9;
}

void cli_progress_show(cli_progress_t *progress)
{
    double seconds;
    double rate;

    if (!progress->terminal || progress->done == progress->count)
        return;
    seconds = seconds_since(&progress->began);
    rate = seconds > 0 ? (double)progress->done / seconds : 0;
    cli_progress_hide(progress);
    fprintf(stderr, "%zu of %zu done", progress->done, progress->count);
    if (rate > 0)
        fprintf(stderr, ", %.2g a second, %.0f s left", rate,
                (double)(progress->count - progress->done) / rate);
    fflush(stderr);
    progress->shown = true;
}

void cli_progress_hide(cli_progress_t *progress)
{
    if (progress->shown)
        fputs("\r\033[K", stderr);
    progress->shown = false;
}
