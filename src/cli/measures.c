/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente measures: the table of measures, or their references. */
#include <stdlib.h>

#include "cli/message.h"
#include "cli/output.h"

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

ent_status_t cli_run_measures(const cli_args_t *args, ent_error_t *err)
{
    const ent_measure_t **measures;
    ent_format_t format;
    size_t count;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status != ENT_OK)
        return status;
    if (args->operand_count > 0)
        return cli_fail(err, ENT_EINVAL, "'measures' takes no DATA, got '%s'", args->operand[0]);
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
