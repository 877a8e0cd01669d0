/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente path: how two actors are connected. */
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

static ent_status_t check_ends(const cli_args_t *args, ent_error_t *err)
{
    if (args->operand_count < 3)
        return cli_fail(err, ENT_EINVAL,
                        "'path' needs DATA and two actors by id, name or alias: path DATA A B");
    if (args->operand_count > 3)
        return cli_fail(err, ENT_EINVAL,
                        "'path' takes DATA and two actors; '%s' is one too many (a name with "
                        "blanks needs quotes)",
                        args->operand[3]);
    if (strcmp(args->operand[1], args->operand[2]) == 0)
        return cli_fail(err, ENT_EINVAL, "'%s' is given twice: a way has two ends",
                        args->operand[1]);
    return ENT_OK;
}

/* The ends of the way, and nobody who is to be avoided among them. */
static ent_status_t find_ends(ent_id_t end[2], const cli_session_t *session, ent_error_t *err)
{
    const cli_args_t *args = session->args;
    ent_status_t status = ENT_OK;

    for (int i = 0; i < 2 && status == ENT_OK; i++)
        status = ent_dataset_find(session->dataset, &end[i], args->operand[1 + i], err);
    if (status != ENT_OK)
        return status;
    if (end[0] == end[1])
        return cli_fail(err, ENT_EINVAL, "'%s' and '%s' are the same actor, %s: a way has two ends",
                        args->operand[1], args->operand[2],
                        ent_dataset_actor(session->dataset, end[0])->id);
    for (size_t i = 0; i < session->options.without_count; i++)
        for (int k = 0; k < 2; k++)
            if (session->options.without[i] == end[k])
                return cli_fail(err, ENT_EINVAL,
                                "%s is an end of the way and cannot be left out of it",
                                ent_dataset_actor(session->dataset, end[k])->id);
    return ENT_OK;
}

static void fill_options(ent_path_options_t *options, const cli_args_t *args)
{
    ent_path_options_init(options);
    options->weighted = args->value[CLI_WEIGHTED] != NULL || args->value[CLI_WEIGHT] != NULL;
    options->weight = (ent_weight_t)cli_word(args, CLI_WEIGHT, ENT_WEIGHT_STRENGTH);
    options->max_paths = cli_count(args, CLI_MAX_PATHS, options->max_paths);
    if (args->value[CLI_LANG] != NULL)
        options->language = args->value[CLI_LANG];
}

static ent_status_t write_path(const cli_session_t *session, const ent_path_t *path,
                               ent_format_t format, ent_error_t *err)
{
    const cli_args_t *args = session->args;
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    if (cli_output_wants_text(args)) {
        status = ent_path_text(&blob, path, err);
    } else if (format == ENT_FORMAT_JSON) {
        status = ent_path_json(&blob, path, err);
    } else {
        if (ent_path_count(path) == 0)
            cli_warn("no way connects the two, so the table has no row; without --format you "
                     "read what would join them");
        status = ent_path_sheet(&sheet, path, err);
        if (status == ENT_OK)
            status = ent_sheet_write(sheet, &blob, format, err);
    }
    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    return status;
}

ent_status_t cli_run_path(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    ent_path_options_t options;
    ent_path_t *path = NULL;
    ent_id_t end[2];
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    fill_options(&options, args);
    if (status == ENT_OK)
        status = check_ends(args, err);
    if (status == ENT_OK)
        status = cli_session_prepare(&session, args, err);
    if (status == ENT_OK)
        status = find_ends(end, &session, err);
    if (status == ENT_OK)
        status = cli_session_build(&session, err);
    if (status == ENT_OK)
        status = ent_path_find(&path, session.network, end[0], end[1], &options, err);
    if (status == ENT_OK)
        status = write_path(&session, path, format, err);
    ent_path_free(path);
    cli_session_close(&session);
    return status;
}
