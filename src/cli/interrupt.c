/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/interrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <sys/time.h>

#include "cli/progress.h"

enum { PATIENCE = 700000 }; /* microseconds */

static atomic_int came; /* the signal; 0: none */

static void end_by(int number)
{
    signal(number, SIG_DFL);
    raise(number);
}

void cli_interrupt_end(void)
{
    if (came != 0)
        end_by(came);
}

static void lose_patience(int number)
{
    (void)number;
    cli_progress_hide();
    cli_interrupt_end();
}

/* Only what may be called here is: setitimer() is the bare system call. */
static void take_note(int number)
{
    const struct itimerval patience = {.it_value = {.tv_usec = PATIENCE}};

    if (came != 0)
        return;
    came = number;
    setitimer(ITIMER_REAL, &patience, NULL);
}

/* Neither handler has waiting calls begun anew: who waits for a terminal or a pipe is to notice. */
void cli_interrupt_setup(void)
{
    static const int ends[] = {SIGINT, SIGTERM, SIGHUP};
    struct sigaction note = {.sa_handler = take_note, .sa_flags = (int)SA_RESETHAND};
    struct sigaction late = {.sa_handler = lose_patience};
    struct sigaction now;

    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (sigaction(ends[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            sigaction(ends[i], &note, NULL);
    sigaction(SIGALRM, &late, NULL);
}

bool cli_interrupted(void *context)
{
    (void)context;
    return came != 0;
}
