/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente groups --method core-periphery: both patterns side by side. */
#include "cli/core.h"

#include <math.h>

#include "cli/message.h"
#include "cli/output.h"

/* What the table has no place for; above all, whether the core is proven. */
static void tell(const ent_core_t *core)
{
    const char *name = ent_core_pattern_name(core->pattern);

    if (isnan(core->correlation))
        cli_note("%s: undefined, as ties or pattern do not vary", name);
    else if (core->exact)
        cli_note("%s: %zu of %zu actors in the core, r = %.6f, exact: the best of all cores (%zu "
                 "with that value)",
                 name, core->size, core->actor_count, core->correlation, core->optima);
    else
        cli_note("%s: %zu of %zu actors in the core, r = %.6f, heuristic: the best of %zu start%s, "
                 "reached by %zu (%zu distinct core%s); a better one may exist",
                 name, core->size, core->actor_count, core->correlation, core->starts,
                 core->starts == 1 ? "" : "s", core->starts_at_best, core->optima,
                 core->optima == 1 ? "" : "s");
}

static ent_status_t write(const cli_session_t *session, ent_core_t *const *cores, uint64_t seed,
                          ent_format_t format, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    if (format == ENT_FORMAT_JSON) {
        status = ent_core_json(&blob, session->network, cores, seed, err);
        if (status == ENT_OK)
            status = cli_output_blob(session->args, &blob, err);
    } else {
        for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
            tell(cores[p]);
        status = ent_core_sheet(&sheet, session->network, cores, err);
        if (status == ENT_OK)
            status = cli_output_sheet(session->args, sheet, format, err);
    }
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    return status;
}

ent_status_t cli_core_usage(const cli_args_t *args, ent_error_t *err)
{
    size_t view = cli_word(args, CLI_VIEW, ENT_VIEW_WHOLE);

    if (args->value[CLI_RESOLUTION] != NULL)
        return cli_fail(err, ENT_EINVAL, "--resolution: core-periphery has no resolution");
    if (args->value[CLI_WEIGHTED] != NULL)
        return cli_fail(err, ENT_EINVAL, "--weighted: core-periphery asks only who is tied");
    if (args->value[CLI_CONSENSUS] != NULL)
        return cli_fail(err, ENT_EINVAL, "--consensus: core-periphery has no runs that agree");
    if (args->value[CLI_AGAINST] != NULL)
        return cli_fail(err, ENT_EINVAL, "--against: core-periphery finds no groups to compare");
    if (view == ENT_VIEW_AFFILIATIONS || view == ENT_VIEW_EVENTS)
        return cli_fail(err, ENT_EINVAL,
                        "core-periphery is for one set of actors, and --view %s has two; use "
                        "--view whole, agreements, cities or networks",
                        ent_view_name((ent_view_t)view));
    return ENT_OK;
}

ent_status_t cli_core_table(const cli_session_t *session, ent_format_t format, ent_error_t *err)
{
    const char *cite = ent_core_cite();
    ent_core_t *cores[ENT_CORE_PATTERN_COUNT] = {NULL};
    ent_core_options_t options;
    ent_status_t status = ENT_OK;

    if (session->args->value[CLI_CITE] != NULL)
        return cli_output_cites(session->args, &cite, 1, err);
    ent_core_options_init(&options);
    options.starts = cli_count(session->args, CLI_RUNS, options.starts);
    options.seed = cli_count(session->args, CLI_SEED, options.seed);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT && status == ENT_OK; p++) {
        options.pattern = (ent_core_pattern_t)p;
        status = ent_core_find(&cores[p], session->network, &options, err);
    }
    if (status == ENT_OK)
        status = write(session, cores, options.seed, format, err);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_core_free(cores[p]);
    return status;
}
