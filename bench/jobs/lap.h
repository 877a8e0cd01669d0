/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How long each phase of a job takes: a line of JSON a phase on standard error, at once, so that
 * what a stopped job has done is known. */
#ifndef BENCH_LAP_H
#define BENCH_LAP_H

#include <stdio.h>
#include <time.h>

static struct timespec lap_start;

/* Ends a phase (its name) and begins the next; NULL begins the first. */
static inline void lap(const char *phase)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    if (phase != NULL)
        fprintf(stderr, "{\"phase\": \"%s\", \"seconds\": %.6f}\n", phase,
                (double)(now.tv_sec - lap_start.tv_sec) +
                    (double)(now.tv_nsec - lap_start.tv_nsec) * 1e-9);
    lap_start = now;
}

#endif
