/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One data set of a batch, and what became of it. */
#ifndef ENT_CLI_BATCH_H
#define ENT_CLI_BATCH_H

#include "cli/folders.h"

typedef enum cli_batch_state {
    CLI_BATCH_FAILED,
    CLI_BATCH_WRITTEN,
    CLI_BATCH_FRESH,
    CLI_BATCH_STALE, /* would be written */
    CLI_BATCH_STATES
} cli_batch_state_t;

/* Of fixed size: it lies in memory that processes share. */
typedef struct cli_batch_result {
    cli_batch_state_t state;
    bool ended; /* the process came to its end and filled this */
    int code;   /* exit code */
    size_t rows;
    size_t rejected;
    size_t actors; /* of the report's view whole, and its ties; of none when it failed */
    size_t ties;
    char message[900];
} cli_batch_result_t;

/* "written", "fresh", … */
const char *cli_batch_state_name(cli_batch_state_t state);

/* Writes the report of one data set where something changed; tells what fails, and keeps it. */
void cli_batch_one(cli_batch_result_t *result, const cli_args_t *args, const cli_folder_t *folder);

#endif
