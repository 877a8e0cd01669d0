/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ctrl-C and its like: the work under way is cancelled, what is half made is put away, and the
 * command ends by the signal. Where the work does not come to ask within most of a second, or on a
 * second signal, the command ends at once; whatever file it was writing has another name. */
#ifndef ENT_CLI_INTERRUPT_H
#define ENT_CLI_INTERRUPT_H

#include <stdbool.h>

/* From now on SIGINT, SIGTERM and SIGHUP cancel; one that the caller has ignored stays so. */
void cli_interrupt_setup(void);

/* For ent_watch_t: whether a signal came. */
bool cli_interrupted(void *context);

/* Ends the process by the signal that came; returns where none did. */
void cli_interrupt_end(void);

#endif
