/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente rank: centralities as a table. */
#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

static bool some_begins(const ent_measure_t *const *measures, size_t count, const char *name)
{
    for (size_t i = 0; i < count; i++)
        if (strncmp(measures[i]->name, name, strlen(name)) == 0)
            return true;
    return false;
}

static bool needs_attribute(const ent_measure_t *const *measures, size_t count)
{
    return some_begins(measures, count, "ei_") || some_begins(measures, count, "broker_");
}

static bool needs_groups(const ent_measure_t *const *measures, size_t count, const char *by)
{
    return some_begins(measures, count, "participation") ||
           (by != NULL && strcmp(by, "group") == 0 && needs_attribute(measures, count));
}

/* Who has no value of the attribute is left out of the measures by attribute: say how many. */
static void tell_missing(const ent_network_t *network, const char *by)
{
    size_t missing = 0;

    if (strcmp(by, "group") == 0)
        return; /* the groups found: everybody is in one */
    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        ent_id_t actor = ent_network_actor(network, (ent_id_t)i);
        const char *text = actor == ENT_NONE
                               ? NULL
                               : ent_dataset_attribute(ent_network_dataset(network), actor, by);

        missing += text == NULL || text[0] == '\0';
    }
    if (missing > 0)
        cli_note("%zu of %zu actor%s %s no %s: %s left out of what compares it.", missing,
                 ent_network_actor_count(network), ent_network_actor_count(network) == 1 ? "" : "s",
                 missing == 1 ? "has" : "have", by, missing == 1 ? "it is" : "they are");
}

static size_t count_isolates(const ent_network_t *network)
{
    size_t count = ent_network_actor_count(network);
    bool *tied = calloc(count + 1, sizeof *tied);

    if (tied == NULL)
        return 0;
    for (size_t i = 0; i < ent_network_tie_count(network); i++) {
        ent_tie_t tie = ent_network_tie(network, i);

        count -= !tied[tie.a];
        tied[tie.a] = true;
        count -= !tied[tie.b];
        tied[tie.b] = true;
    }
    free(tied);
    return count;
}

/* Nobody is far from an actor without ties: it ranks first, which reads oddly. */
static void explain_eccentricity(const ent_network_t *network, const ent_measure_t *first)
{
    size_t isolates;

    if (strcmp(first->name, "eccentricity") != 0)
        return;
    isolates = count_isolates(network);
    if (isolates > 0)
        cli_note("Eccentricity looks no further than an actor's own component, so %zu actor%s "
                 "without ties rank%s first, with 0.",
                 isolates, isolates == 1 ? "" : "s", isolates == 1 ? "s" : "");
}

static ent_status_t write_pairs(const cli_session_t *session, ent_error_t *err)
{
    const char *path = session->args->value[CLI_PAIRS];
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ENT_OK;

    if (path == NULL)
        return ENT_OK;
    status = ent_pairs_sheet(&sheet, session->network, err);
    if (status == ENT_OK)
        status = cli_output_side_sheet(path, session->args, sheet, err);
    ent_sheet_free(sheet);
    return status;
}

/* The groups that participation and --by group are about, found as `groups` would. */
static ent_status_t find_groups(ent_groups_t **groups, const cli_session_t *session,
                                ent_error_t *err)
{
    ent_group_options_t how;

    cli_group_options(&how, session->args);
    return ent_groups_find(groups, session->network, &how, err);
}

/* What an estimate is worth: said once for betweenness by ties and once for it by lengths. */
static void tell_sample(const ent_sample_t *taken, const char *form, uint64_t seed)
{
    if (taken->sources == 0)
        return;
    if (taken->sources >= taken->of) {
        cli_note("Betweenness%s is exact: the sample holds every source.", form);
        return;
    }
    cli_note("Betweenness%s is an estimate from %zu of %zu sources of shortest paths (seed %ju). "
             "With a chance of 95 %% at least an actor is no farther from its exact value than its "
             "column of errors says; and with as much, none at all is farther than %.3g pairs.",
             form, taken->sources, taken->of, (uintmax_t)seed, taken->bound);
}

static ent_status_t print_ranks(const cli_session_t *session, const ent_measure_t *const *measures,
                                size_t count, ent_format_t format, ent_error_t *err)
{
    ent_measure_options_t options;
    ent_sample_t taken[2] = {{0}, {0}};
    ent_groups_t *groups = NULL;
    ent_blob_t blob = {0};
    ent_status_t status = ENT_OK;

    cli_measure_options(&options, session->args);
    options.taken = options.sample > 0 ? taken : NULL;
    if (needs_groups(measures, count, options.by)) {
        status = find_groups(&groups, session, err);
        options.group = groups == NULL ? NULL : groups->of;
    }
    if (status == ENT_OK)
        status = ent_rank_write(&blob, session->network, measures, count, &options,
                                session->args->value[CLI_SHOW], format, err);
    if (status == ENT_OK && needs_attribute(measures, count))
        tell_missing(session->network, options.by != NULL ? options.by : "country");
    if (status == ENT_OK) {
        tell_sample(&taken[0], "", options.seed);
        tell_sample(&taken[1], " by weights", options.seed);
    }
    if (status == ENT_OK && count > 0)
        explain_eccentricity(session->network, measures[0]);
    if (status == ENT_OK)
        status = cli_output_blob(session->args, &blob, err);
    ent_blob_free(&blob);
    ent_groups_free(groups);
    return status;
}

static ent_status_t rank_network(const cli_session_t *session, ent_format_t format,
                                 ent_error_t *err)
{
    const cli_args_t *args = session->args;
    const ent_measure_t **measures = calloc(ent_measure_count() + 1, sizeof *measures);
    size_t count = 0;
    ent_status_t status;

    if (measures == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the measures");
    status = ent_measure_list(measures, &count, args->value[CLI_MEASURE], session->network, err);
    cli_output_gather();
    if (status == ENT_OK)
        status = write_pairs(session, err);
    if (status == ENT_OK && args->value[CLI_CITE] != NULL)
        status = cli_output_measure_cites(args, measures, count, err);
    else if (status == ENT_OK)
        status = print_ranks(session, measures, count, format, err);
    status = cli_output_release(status, err);
    free(measures);
    return status;
}

ent_status_t cli_run_rank(const cli_args_t *args, ent_error_t *err)
{
    const char *list = args->value[CLI_MEASURE];

    if (args->value[CLI_SAMPLE] != NULL && list != NULL && strstr(list, "betweenness") == NULL)
        return cli_fail(err, ENT_EINVAL,
                        "--sample makes an estimate of betweenness, and '%s' does not ask for it: "
                        "name betweenness in --measure, or leave --sample out",
                        list);
    return cli_session_table(args, rank_network, err);
}
