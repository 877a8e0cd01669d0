/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente rank: centralities as a table. */
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

static bool needs_groups(const ent_measure_t *const *measures, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(measures[i]->name, "participation", strlen("participation")) == 0)
            return true;
    return false;
}

static ent_status_t rank_network(const cli_session_t *session, ent_format_t format,
                                 ent_error_t *err)
{
    const cli_args_t *args = session->args;
    const ent_measure_t **measures = calloc(ent_measure_count() + 1, sizeof *measures);
    ent_measure_options_t options;
    ent_groups_t *groups = NULL;
    ent_sheet_t *sheet = NULL;
    size_t count = 0;
    ent_status_t status;

    if (measures == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the measures");
    cli_measure_options(&options, args);
    status = ent_measure_list(measures, &count, args->value[CLI_MEASURE], session->network, err);
    if (status == ENT_OK && needs_groups(measures, count)) {
        ent_group_options_t how;

        cli_group_options(&how, args);
        status = ent_groups_find(&groups, session->network, &how, err);
        options.group = groups == NULL ? NULL : groups->of;
    }
    if (status == ENT_OK)
        status = ent_rank_sheet(&sheet, session->network, measures, count, &options,
                                args->value[CLI_SHOW], err);
    if (status == ENT_OK)
        status = cli_output_sheet(args, sheet, format, err);
    ent_sheet_free(sheet);
    ent_groups_free(groups);
    free(measures);
    return status;
}

ent_status_t cli_run_rank(const cli_args_t *args, ent_error_t *err)
{
    return cli_session_table(args, rank_network, err);
}
