/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente check: every fault, every contradiction, and what became of each row. */
#include "cli/output.h"
#include "cli/session.h"

static ent_status_t write_check(const cli_session_t *session, ent_error_t *err)
{
    const cli_args_t *args = session->args;
    ent_blob_t blob = {0};
    ent_sheet_t *sheet = NULL;
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status != ENT_OK)
        return status;
    if (cli_output_wants_text(args)) {
        status = ent_check_text(&blob, session->dataset, &session->selection, err);
    } else if (format == ENT_FORMAT_JSON) {
        status = ent_check_json(&blob, session->dataset, &session->selection, err);
    } else {
        status = ent_check_sheet(&sheet, session->dataset, err);
        if (status == ENT_OK)
            status = ent_sheet_write(sheet, &blob, format, err);
    }
    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_sheet_free(sheet);
    ent_blob_free(&blob);
    return status;
}

ent_status_t cli_run_check(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status == ENT_OK)
        status = cli_session_open(&session, args, err);
    if (status == ENT_OK)
        status = write_check(&session, err);
    /* The faults are what was asked for: they are told, and the exit code says that there are. */
    if (status == ENT_OK && ent_dataset_error_count(session.dataset) > 0)
        status = ENT_EDATA;
    cli_session_close(&session);
    return status;
}
