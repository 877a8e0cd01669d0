/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `report` and `batch` share. */
#ifndef ENT_CLI_REPORTS_H
#define ENT_CLI_REPORTS_H

#include "cli/session.h"

/* The tables that `batch` writes beside the reports. */
#define CLI_BATCH_CSV "batch.csv"
#define CLI_BATCH_JSON "batch.jsonl"

/* The options of a report; those of the session's network must be read. */
ent_status_t cli_report_options(ent_report_options_t *options, const cli_session_t *session,
                                ent_error_t *err);

/* DIR must not be DATA or hold it. Judged before reading: it is a slip of the command line. */
ent_status_t cli_report_spares_data(const char *dir, const char *data, ent_error_t *err);

/* Tells a warning of a figure. */
void cli_report_warn(void *context, const char *warning);

#endif
