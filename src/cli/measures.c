/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente measures: the table of measures. */
#include "cli/message.h"
#include "cli/output.h"

ent_status_t cli_run_measures(const cli_args_t *args, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status != ENT_OK)
        return status;
    if (args->operand_count > 0)
        return cli_fail(err, ENT_EINVAL, "'measures' takes no DATA, got '%s'", args->operand[0]);
    status = ent_measures_sheet(&sheet, err);
    if (status == ENT_OK)
        status = cli_output_sheet(args, sheet, format, err);
    ent_sheet_free(sheet);
    return status;
}
