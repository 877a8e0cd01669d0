/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far the work is, on one line of a terminal that is rewritten; elsewhere nothing is said. */
#ifndef ENT_CLI_PROGRESS_H
#define ENT_CLI_PROGRESS_H

#include "entente/watch.h"

/* Whether there is a terminal to show it on, and somebody there: not with --quiet, nor where the
 * environment has CI or TERM=dumb. */
void cli_progress_setup(bool quiet);

/* For ent_watch_t: shows work that goes on for a while, some times a second. */
void cli_progress_tell(void *context, const ent_progress_t *progress);

/* Clears the line, so that others can be written. A signal handler may call it. */
void cli_progress_hide(void);

#endif
