/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Options of measures and groups, from the command line. */
#ifndef ENT_CLI_NUMBERS_H
#define ENT_CLI_NUMBERS_H

#include "cli/cli.h"

void cli_measure_options(ent_measure_options_t *options, const cli_args_t *args);
/* So many processes, this one among them, share the processors that it may run on: without
 * --threads each takes its part of them. */
void cli_processors_share(int processes);
/* How many threads a run may keep busy. */
int cli_threads(const cli_args_t *args);
void cli_group_options(ent_group_options_t *options, const cli_args_t *args);

#endif
