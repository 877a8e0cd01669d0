/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One data set of a batch, in a process of its own. */
#include <string.h>

#include "cli/batch.h"
#include "cli/message.h"
#include "cli/reports.h"

const char *cli_batch_state_name(cli_batch_state_t state)
{
    static const char *const names[CLI_BATCH_STATES] = {"failed", "written", "fresh", "stale"};

    return names[state];
}

/* What a reader finds in the report, whether it is written now or was before: the view whole. */
static ent_status_t count_network(cli_batch_result_t *result, const cli_session_t *session,
                                  ent_error_t *err)
{
    ent_network_t *network = NULL;
    ent_status_t status = ent_network_new(&network, session->dataset, &session->options, err);

    if (status == ENT_OK) {
        result->actors = ent_network_actor_count(network);
        result->ties = ent_network_tie_count(network);
    }
    ent_network_free(network);
    return status;
}

static ent_status_t write_report(cli_batch_result_t *result, const cli_session_t *session,
                                 const char *dir, ent_error_t *err)
{
    ent_report_options_t options;
    bool fresh = false;
    ent_status_t status = cli_report_options(&options, session, err);

    if (status == ENT_OK && session->args->value[CLI_FORCE] == NULL)
        status = ent_report_is_fresh(&fresh, session->dataset, dir, &options, err);
    if (status != ENT_OK)
        return status;
    result->state = fresh ? CLI_BATCH_FRESH : CLI_BATCH_STALE;
    if (fresh || session->args->value[CLI_DRY_RUN] != NULL)
        return ENT_OK;
    status = ent_report_write(session->dataset, dir, &options, cli_report_warn, NULL, err);
    result->state = status == ENT_OK ? CLI_BATCH_WRITTEN : CLI_BATCH_FAILED;
    return status;
}

static ent_status_t report_on(cli_batch_result_t *result, const cli_args_t *args,
                              const cli_folder_t *folder, ent_error_t *err)
{
    cli_session_t session = {0};
    cli_args_t one = *args;
    const char *data[] = {folder->data};
    ent_status_t status;

    one.operand = data;
    one.operand_count = 1;
    status = cli_session_open(&session, &one, err);
    if (status == ENT_OK) {
        result->rows = ent_dataset_row_count(session.dataset);
        result->rejected = ent_dataset_rejected_count(session.dataset);
        status = cli_session_options(&session, err);
    }
    if (status == ENT_OK)
        status = cli_session_refuse_faults(&session, err);
    if (status == ENT_OK)
        status = count_network(result, &session, err);
    if (status == ENT_OK)
        status = write_report(result, &session, folder->path, err);
    cli_session_close(&session);
    return status;
}

static void keep_message(cli_batch_result_t *result, const ent_error_t *err)
{
    char line[24] = "";

    if (err->line > 0)
        snprintf(line, sizeof line, ":%llu", (unsigned long long)err->line);
    snprintf(result->message, sizeof result->message, "%s%s%s%s", err->file, line,
             err->file[0] != '\0' ? ": " : "", err->message);
}

void cli_batch_one(cli_batch_result_t *result, const cli_args_t *args, const cli_folder_t *folder)
{
    ent_error_t err = {0};
    ent_status_t status;

    cli_message_about(folder->name);
    status = report_on(result, args, folder, &err);
    if (status != ENT_OK) {
        result->state = CLI_BATCH_FAILED;
        keep_message(result, &err);
        cli_error(&err);
    }
    result->code = cli_exit_code(status);
    result->ended = true;
}
