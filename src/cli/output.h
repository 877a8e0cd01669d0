/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where results go: standard output or the file of --output. */
#ifndef ENT_CLI_OUTPUT_H
#define ENT_CLI_OUTPUT_H

#include "cli/cli.h"

/* The form that --format, --excel, the suffix of --output or the terminal asks for. */
ent_status_t cli_output_format(ent_format_t *format, const cli_args_t *args, ent_error_t *err);

/* Of a command that prints text: whether it does, as nothing asks for a form for programs. */
bool cli_output_wants_text(const cli_args_t *args);

/* Writes to --output, or to standard output without one or with "-". */
ent_status_t cli_output_blob(const cli_args_t *args, const ent_blob_t *blob, ent_error_t *err);
ent_status_t cli_output_sheet(const cli_args_t *args, const ent_sheet_t *sheet, ent_format_t format,
                              ent_error_t *err);
/* A second table, to a file of its own (or "-") in the form that its suffix names. */
ent_status_t cli_output_side_sheet(const char *path, const cli_args_t *args,
                                   const ent_sheet_t *sheet, ent_error_t *err);
/* From here on files wait beside their places, until cli_output_release() of a run that went well
 * puts all of them there; of one that failed it removes them. */
void cli_output_gather(void);
ent_status_t cli_output_release(ent_status_t status, ent_error_t *err);
/* Writes to one place: a path, or "-". */
ent_status_t cli_output_to(const char *path, const ent_blob_t *blob, ent_error_t *err);

/* Writes the BibTeX entries of lists of citations (see entente/reference.h). */
ent_status_t cli_output_cites(const cli_args_t *args, const char *const *cites, size_t count,
                              ent_error_t *err);

/* The same of measures. */
ent_status_t cli_output_measure_cites(const cli_args_t *args, const ent_measure_t *const *measures,
                                      size_t count, ent_error_t *err);

/* Whether --output names a folder, which a command of its own looks after. */
bool cli_output_is_folder(const cli_args_t *args);

/* Fails where what --output, --scene, --alt or --pairs name cannot be written or would be a table
 * of DATA, before there is anything to write. */
ent_status_t cli_output_check(const cli_args_t *args, const char *data, ent_error_t *err);

/* Fails when a file to be written is one that was read. */
ent_status_t cli_output_spares_input(const char *path, const ent_dataset_t *dataset,
                                     ent_error_t *err);

/* Flushes standard output: ENT_EIO when it did not take everything. */
ent_status_t cli_output_finish(ent_error_t *err);

/* Whether a path ends in a suffix such as ".csv", in any case. */
bool cli_has_suffix(const char *path, const char *suffix);

#endif
