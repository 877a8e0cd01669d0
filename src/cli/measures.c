/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente measures: the table of measures, their references, or one actor under the conventions of
 * other programs. */
#include <stdlib.h>

#include "cli/message.h"
#include "cli/output.h"
#include "cli/session.h"

static ent_status_t print_sheet(const cli_args_t *args, const ent_measure_t *const *measures,
                                size_t count, ent_format_t format, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_measures_sheet(&sheet, measures, count, err);

    if (status == ENT_OK)
        status = cli_output_sheet(args, sheet, format, err);
    ent_sheet_free(sheet);
    return status;
}

static ent_status_t print_markdown(const cli_args_t *args, const ent_measure_t *const *measures,
                                   size_t count, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status = ent_measures_markdown(&blob, measures, count, err);

    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_blob_free(&blob);
    return status;
}

static ent_status_t compare_actor(const cli_session_t *session, ent_format_t format,
                                  ent_error_t *err)
{
    const char *name = session->args->operand[1];
    ent_sheet_t *sheet = NULL;
    ent_id_t actor;
    ent_id_t vertex;
    ent_status_t status = ent_dataset_find(session->dataset, &actor, name, err);

    if (status != ENT_OK)
        return status;
    vertex = ent_network_vertex(session->network, actor);
    if (vertex == ENT_NONE)
        return cli_fail(err, ENT_EINVAL, "'%s' is not in the view %s; see --view", name,
                        ent_view_name(ent_network_view(session->network)));
    status = ent_conventions_sheet(&sheet, session->network, vertex, err);
    if (status == ENT_OK)
        status = cli_output_sheet(session->args, sheet, format, err);
    ent_sheet_free(sheet);
    return status;
}

/* Without --compare there are no data that an option could speak of. */
static ent_status_t check_options(const cli_args_t *args, ent_error_t *err)
{
    for (size_t id = 0; id < CLI_OPTION_COUNT; id++) {
        const cli_option_t *option = cli_option((cli_option_id_t)id);

        if (args->value[id] != NULL &&
            (option->section == CLI_ON_INPUT || option->section == CLI_ON_NETWORK))
            return cli_fail(err, ENT_EINVAL,
                            "--%s is about DATA, which 'measures' reads with "
                            "--compare alone",
                            option->name);
    }
    if (args->operand_count > 0)
        return cli_fail(err, ENT_EINVAL,
                        "'measures' takes DATA and ACTOR with --compare alone, got '%s'",
                        args->operand[0]);
    return ENT_OK;
}

static ent_status_t print_table(const cli_args_t *args, ent_error_t *err)
{
    const ent_measure_t **measures;
    ent_format_t format;
    size_t count;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status != ENT_OK)
        return status;
    measures = calloc(ent_measure_count() + 1, sizeof *measures);
    if (measures == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the measures");
    status = ent_measure_list(measures, &count, args->value[CLI_MEASURE], NULL, err);
    if (status == ENT_OK && args->value[CLI_CITE] != NULL)
        status = cli_output_measure_cites(args, measures, count, err);
    else if (status == ENT_OK && args->value[CLI_MARKDOWN] != NULL)
        status = print_markdown(args, measures, count, err);
    else if (status == ENT_OK)
        status = print_sheet(args, measures, count, format, err);
    free(measures);
    return status;
}

ent_status_t cli_run_measures(const cli_args_t *args, ent_error_t *err)
{
    ent_status_t status;

    if (args->value[CLI_COMPARE] != NULL) {
        if (args->value[CLI_MEASURE] != NULL || args->value[CLI_CITE] != NULL ||
            args->value[CLI_MARKDOWN] != NULL)
            return cli_fail(err, ENT_EINVAL,
                            "--compare has a table of its own, without --measure, --cite and "
                            "--markdown");
        return cli_session_table(args, compare_actor, err);
    }
    status = check_options(args, err);
    return status == ENT_OK ? print_table(args, err) : status;
}
