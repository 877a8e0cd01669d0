/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente profile: one actor. */
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

typedef enum form { FORM_TEXT, FORM_JSON, FORM_TABLE } form_t;

/* Text, unless --format or the suffix of -o asks for JSON or the table of ties. */
static ent_status_t pick_form(form_t *form, ent_format_t *format, const cli_args_t *args,
                              ent_error_t *err)
{
    const char *path = args->value[CLI_OUTPUT];
    bool to_file = path != NULL && strcmp(path, "-") != 0;
    ent_status_t status = cli_output_format(format, args, err);

    if (status != ENT_OK)
        return status;
    *form = FORM_TEXT;
    if (*format == ENT_FORMAT_JSON)
        *form = FORM_JSON;
    else if (args->value[CLI_FORMAT] != NULL || args->value[CLI_EXCEL] != NULL ||
             (to_file && cli_has_suffix(path, ".csv")))
        *form = FORM_TABLE;
    else if (to_file && !cli_has_suffix(path, ".txt"))
        return cli_fail(err, ENT_EINVAL, "%s: a profile's name ends in .txt, .json or .csv", path);
    return ENT_OK;
}

static void read_options(ent_profile_options_t *options, const cli_session_t *session)
{
    const cli_args_t *args = session->args;

    options->network = session->options;
    options->view_given = args->value[CLI_VIEW] != NULL;
    cli_measure_options(&options->measure, args);
    options->measures = args->value[CLI_MEASURE];
    options->runs = cli_count(args, CLI_RUNS, options->runs);
    options->seed = cli_count(args, CLI_SEED, options->seed);
    if (args->value[CLI_LANG] != NULL)
        options->language = args->value[CLI_LANG];
}

static ent_status_t write_profile(const ent_profile_t *profile, const cli_args_t *args, form_t form,
                                  ent_format_t format, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ENT_OK;

    if (form == FORM_TABLE) {
        status = ent_profile_sheet(&sheet, profile, err);
        if (status == ENT_OK)
            status = cli_output_sheet(args, sheet, format, err);
    } else {
        status = form == FORM_JSON ? ent_profile_json(profile, &blob, err)
                                   : ent_profile_text(profile, &blob, err);
        if (status == ENT_OK)
            status = cli_output_blob(args, &blob, err);
    }
    ent_sheet_free(sheet);
    ent_blob_free(&blob);
    return status;
}

static ent_status_t profile_actor(const cli_session_t *session, ent_id_t actor, form_t form,
                                  ent_format_t format, ent_error_t *err)
{
    ent_profile_options_t options;
    ent_profile_t *profile = NULL;
    ent_status_t status = ent_profile_options_init(&options, session->dataset, err);

    if (status != ENT_OK)
        return status;
    read_options(&options, session);
    status = ent_profile_new(&profile, session->dataset, actor, &options, err);
    if (status == ENT_OK)
        status = write_profile(profile, session->args, form, format, err);
    ent_profile_free(profile);
    return status;
}

ent_status_t cli_run_profile(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    form_t form = FORM_TEXT;
    ent_format_t format;
    ent_id_t actor = ENT_NONE;
    ent_status_t status = pick_form(&form, &format, args, err);

    if (status == ENT_OK)
        status = cli_session_open(&session, args, err);
    if (status == ENT_OK)
        status = cli_session_refuse_faults(&session, err);
    if (status == ENT_OK)
        status = cli_session_options(&session, err);
    if (status == ENT_OK)
        status = ent_dataset_find(session.dataset, &actor, args->operand[1], err);
    if (status == ENT_OK)
        status = profile_actor(&session, actor, form, format, err);
    cli_session_close(&session);
    return status;
}
