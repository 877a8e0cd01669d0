/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A command line from its words to its exit code, for the programs that have one. */
#ifndef ENT_CLI_RUN_H
#define ENT_CLI_RUN_H

#include "cli/cli.h"

/* Reads the command line and runs its subcommand. `check` looks at it before; NULL: all that
 * parses may run. What fails is in `err`, and not yet told. */
ent_status_t cli_run(int argc, char **argv,
                     ent_status_t (*check)(const cli_args_t *args, ent_error_t *err),
                     ent_error_t *err);

/* Tells what has failed; returns the exit code, or ends by the signal that cancelled the work. */
int cli_run_end(ent_status_t status, const ent_error_t *err);

#endif
