/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente groups: communities. */
#include <math.h>
#include <stdio.h>

#include "cli/compare.h"
#include "cli/core.h"
#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

/* How the partition stands to the best run. */
static void tell_consensus(const ent_groups_t *groups)
{
    const char *plural = groups->consensus_rounds == 1 ? "" : "s";

    cli_note("these are the consensus of %zu run%s after %zu round%s; the best run has modularity "
             "%.7f",
             groups->runs, groups->runs == 1 ? "" : "s", groups->consensus_rounds, plural,
             groups->modularity_best);
    if (!groups->consensus_settled)
        cli_warn("the runs did not come to agree; the best division of the last round is shown");
}

/* The modularity that is printed is at resolution 1; what is proven, at the one asked for. */
static void tell_optimum(const ent_groups_t *groups)
{
    char at[48] = "";

    if (groups->resolution != 1)
        snprintf(at, sizeof at, " at resolution %g", groups->resolution);
    if (groups->proven)
        cli_note("it is proven that no partition has a higher modularity%s", at);
    else if (!isnan(groups->optimum))
        cli_note("a partition of higher modularity%s exists; --method optimal finds it", at);
}

/* What the table has no place for. */
static void tell_quality(const ent_groups_t *groups)
{
    const char *name = ent_group_method_name(groups->method);
    const char *plural = groups->count == 1 ? "" : "s";
    const char *weighted = groups->weighted ? "weighted " : "";

    if (isnan(groups->modularity))
        cli_note("%zu group%s by %s", groups->count, plural, name);
    else if (groups->consensus)
        cli_note("%zu group%s by %s, %smodularity %.7f", groups->count, plural, name, weighted,
                 groups->modularity);
    else
        cli_note("%zu group%s by %s, %smodularity %.7f: the best of %zu run%s, reached by %zu (%zu "
                 "distinct partition%s)",
                 groups->count, plural, name, weighted, groups->modularity, groups->runs,
                 groups->runs == 1 ? "" : "s", groups->runs_at_best, groups->distinct_optima,
                 groups->distinct_optima == 1 ? "" : "s");
    if (groups->consensus)
        tell_consensus(groups);
    tell_optimum(groups);
}

static bool asks_for_core(const cli_args_t *args)
{
    return cli_word(args, CLI_METHOD, 0) == ENT_GROUP_METHOD_COUNT;
}

static ent_status_t group_network(const cli_session_t *session, ent_format_t format,
                                  ent_error_t *err)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status;

    if (asks_for_core(session->args))
        return cli_core_table(session, format, err);
    cli_group_options(&options, session->args);
    if (options.method == ENT_GROUP_DEFAULT)
        options.method = ent_group_method_default(session->network);
    if (session->args->value[CLI_CITE] != NULL) {
        bool against = session->args->value[CLI_AGAINST] != NULL;
        const char *cites[] = {ent_group_method_cite(options.method),
                               options.consensus ? ent_group_consensus_cite() : NULL,
                               against ? ent_partition_cite() : NULL};

        return cli_output_cites(session->args, cites, 3, err);
    }
    status = ent_groups_find(&groups, session->network, &options, err);
    if (status != ENT_OK)
        return status;
    if (session->args->value[CLI_AGAINST] != NULL) {
        if (format != ENT_FORMAT_JSON)
            tell_quality(groups);
        status = cli_compare(session, groups, &options, format, err);
    } else if (format == ENT_FORMAT_JSON) {
        status = ent_groups_json(&blob, session->network, groups, options.seed, err);
        if (status == ENT_OK)
            status = cli_output_blob(session->args, &blob, err);
    } else {
        tell_quality(groups);
        status = ent_groups_sheet(&sheet, session->network, groups, err);
        if (status == ENT_OK)
            status = cli_output_sheet(session->args, sheet, format, err);
    }
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    ent_groups_free(groups);
    return status;
}

/* What a method cannot do whatever the data are. */
static ent_status_t check_method(const cli_args_t *args, ent_group_method_t method,
                                 ent_error_t *err)
{
    size_t view = cli_word(args, CLI_VIEW, ENT_VIEW_WHOLE);
    const char *name = ent_group_method_name(method);

    if (cli_real(args, CLI_RESOLUTION, 1) != 1 && !ent_group_method_has_resolution(method))
        return cli_fail(err, ENT_EINVAL, "--resolution: %s has no resolution", name);
    if (method == ENT_GROUP_BARBER && view != ENT_VIEW_AFFILIATIONS && view != ENT_VIEW_EVENTS)
        return cli_fail(err, ENT_EINVAL,
                        "%s needs two modes: give --view affiliations or --view events", name);
    return ENT_OK;
}

static ent_status_t check_usage(const cli_args_t *args, ent_error_t *err)
{
    const char *with = args->value[CLI_AGAINST];
    ent_status_t status = ENT_OK;
    ent_group_method_t method;

    if (asks_for_core(args))
        return cli_core_usage(args, err);
    if (args->value[CLI_METHOD] != NULL)
        status = check_method(args, (ent_group_method_t)cli_word(args, CLI_METHOD, 0), err);
    if (status == ENT_OK && with != NULL && ent_group_method_find(&method, with))
        status = check_method(args, method, err);
    return status;
}

ent_status_t cli_run_groups(const cli_args_t *args, ent_error_t *err)
{
    ent_status_t status = check_usage(args, err);

    return status == ENT_OK ? cli_session_table(args, group_network, err) : status;
}
