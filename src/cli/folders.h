/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The folders of a batch: one a data set, called as the data set is, below one DIR. */
#ifndef ENT_CLI_FOLDERS_H
#define ENT_CLI_FOLDERS_H

#include "cli/cli.h"

/* The folder of one data set. */
typedef struct cli_folder {
    const char *data; /* as the command line names it */
    char *name;
    char *path; /* DIR/NAME */
} cli_folder_t;

/* Names them all. ENT_EINVAL where two would share a folder, be it in another case, or one would
 * stand where data are. Free with cli_folders_free(), also after a failure. */
ent_status_t cli_folders_name(cli_folder_t **folder, const cli_args_t *args, const char *dir,
                              ent_error_t *err);
void cli_folders_free(cli_folder_t *folder, size_t count);

/* Makes DIR where it is not there, and holds it for this run alone: *fd is to be closed. A run that
 * has just been killed is waited for. ENT_EIO where another run holds it. */
ent_status_t cli_folders_lock(int *fd, const char *dir, ent_error_t *err);

#endif
