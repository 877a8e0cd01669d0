/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/session.h"

#include <stdlib.h>
#include <string.h>

#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"

/* What a person reads of each kind; `check` lists them all. */
enum { ERRORS_SHOWN = 20, OTHERS_SHOWN = 5 };

/* How many operands follow DATA. */
static size_t actors_behind(cli_command_id_t command)
{
    if (command == CLI_PATH)
        return 2;
    return command == CLI_PROFILE || command == CLI_MEASURES ? 1 : 0;
}

ent_status_t cli_session_data(const char **data, const cli_args_t *args, ent_error_t *err)
{
    const char *name = cli_command_name(args->command);
    size_t actors = actors_behind(args->command);

    if (args->operand_count == 0)
        return cli_fail(err, ENT_EINVAL,
                        "'%s' needs DATA: a folder of tables, one CSV file of ties, or -", name);
    if (args->operand_count < 1 + actors)
        return cli_fail(err, ENT_EINVAL, "'%s' needs an ACTOR behind DATA: an id, name or alias",
                        name);
    if (args->operand_count > 1 + actors)
        return cli_fail(err, ENT_EINVAL, "'%s' takes one DATA%s; '%s' is one too many", name,
                        actors > 0 ? " and one ACTOR" : "", args->operand[1 + actors]);
    *data = args->operand[0];
    return ENT_OK;
}

ent_status_t cli_session_open(cli_session_t *session, const cli_args_t *args, ent_error_t *err)
{
    const char *data = NULL;
    const char *as_of = args->value[CLI_AS_OF];
    ent_status_t status = cli_session_data(&data, args, err);

    session->args = args;
    if (status != ENT_OK)
        return status;
    if (as_of != NULL) {
        /* A given date needs no data to be judged, and usage is judged first. */
        status = ent_selection_init(&session->selection, NULL, as_of, NULL, err);
        if (status != ENT_OK)
            return status;
    }
    status = cli_output_check(args, data, err);
    if (status != ENT_OK)
        return status;
    ent_dataset_options_init(&session->dataset_options);
    session->dataset_options.encoding = args->value[CLI_ENCODING];
    session->dataset_options.map = args->value[CLI_MAP];
    session->dataset_options.matrix = args->value[CLI_MATRIX] != NULL;
    session->dataset_options.decimal = args->value[CLI_DECIMAL];
    session->dataset_options.lax_quotes = args->value[CLI_LAX_QUOTES] != NULL;
    session->dataset_options.directed = args->value[CLI_DIRECTED] != NULL;
    session->dataset_options.threads = cli_threads(args);
    status = ent_dataset_open(&session->dataset, data, &session->dataset_options, err);
    if (status == ENT_OK)
        status = ent_selection_init(&session->selection, session->dataset, as_of,
                                    args->value[CLI_INCLUDE], err);
    if (status == ENT_OK && !cli_output_is_folder(args))
        status = cli_output_spares_input(args->value[CLI_OUTPUT], session->dataset, err);
    if (status == ENT_OK)
        status = cli_output_spares_input(args->value[CLI_SCENE], session->dataset, err);
    if (status == ENT_OK)
        status = cli_output_spares_input(args->value[CLI_ALT], session->dataset, err);
    if (status == ENT_OK)
        status = cli_output_spares_input(args->value[CLI_PAIRS], session->dataset, err);
    return status;
}

/* Tells the faults of one severity, as many as a person reads. */
static void tell_faults(const cli_session_t *session, ent_severity_t severity, const char *noun)
{
    size_t few = severity == ENT_ERROR ? ERRORS_SHOWN : OTHERS_SHOWN;
    size_t most = session->args->value[CLI_VERBOSE] != NULL ? SIZE_MAX : few;
    size_t found = 0;

    for (size_t i = 0; i < ent_dataset_fault_count(session->dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(session->dataset, i);

        if (fault->severity == severity && found++ < most)
            cli_fault(fault);
    }
    if (found > most)
        cli_insist("and %zu more %s%s: 'entente check %s' lists them", found - most, noun,
                   found - most == 1 ? "" : "s", ent_dataset_path(session->dataset));
}

ent_status_t cli_session_refuse_faults(cli_session_t *session, ent_error_t *err)
{
    const cli_args_t *args = session->args;
    size_t rejected = ent_dataset_rejected_count(session->dataset);
    const char *data = ent_dataset_path(session->dataset);

    session->rejected = ent_dataset_error_count(session->dataset) > 0;
    if (session->rejected && args->value[CLI_KEEP_GOING] == NULL) {
        tell_faults(session, ENT_ERROR, "error");
        if (rejected == 0)
            return cli_fail(err, ENT_EDATA,
                            "%s: the tables are at fault and nothing is written; mend them, or go "
                            "on without what is at fault with --keep-going",
                            data);
        return cli_fail(err, ENT_EDATA,
                        "%s: %zu row%s rejected and nothing is written; mend the tables, or go on "
                        "without such rows with --keep-going",
                        data, rejected, rejected == 1 ? " is" : "s are");
    }
    if (args->value[CLI_QUIET] == NULL)
        tell_faults(session, ENT_WARNING, "warning");
    if (args->value[CLI_VERBOSE] != NULL)
        tell_faults(session, ENT_NOTE, "note");
    if (session->rejected && rejected == 0)
        cli_insist("%s: what is at fault is left out (--keep-going); 'entente check' names it",
                   data);
    else if (session->rejected)
        cli_insist("%s: %zu row%s rejected and left out (--keep-going); 'entente check' names %s",
                   data, rejected, rejected == 1 ? " is" : "s are", rejected == 1 ? "it" : "them");
    return ENT_OK;
}

static ent_status_t find_actors(cli_session_t *session, ent_error_t *err)
{
    const cli_args_t *args = session->args;

    session->without = calloc(args->without_count + 1, sizeof *session->without);
    if (session->without == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for %zu actors", args->without_count);
    for (size_t i = 0; i < args->without_count; i++) {
        ent_status_t status =
            ent_dataset_find(session->dataset, &session->without[i], args->without[i], err);

        if (status != ENT_OK)
            return status;
    }
    session->options.without = session->without;
    session->options.without_count = args->without_count;
    if (args->value[CLI_FOCUS] == NULL)
        return ENT_OK;
    session->options.hops = (int)cli_count(args, CLI_HOPS, 1);
    session->options.hops_doubtful = args->value[CLI_LAYOUT] != NULL &&
                                     cli_word(args, CLI_LAYOUT, ENT_LAYOUT_FORCE) == ENT_LAYOUT_EGO;
    return ent_dataset_find(session->dataset, &session->options.focus, args->value[CLI_FOCUS], err);
}

ent_status_t cli_session_options(cli_session_t *session, ent_error_t *err)
{
    static const ent_parallel_t parallels[] = {ENT_PARALLEL_SUM, ENT_PARALLEL_COUNT,
                                               ENT_PARALLEL_KEEP};
    const cli_args_t *args = session->args;
    ent_network_options_t *options = &session->options;
    ent_status_t status = ent_network_options_init(options, session->dataset, err);

    if (status != ENT_OK)
        return status;
    options->selection = session->selection;
    options->view = (ent_view_t)cli_word(args, CLI_VIEW, options->view);
    if (args->value[CLI_PARALLEL] != NULL)
        options->parallel = parallels[cli_word(args, CLI_PARALLEL, 0)];
    options->multiparty = (ent_multiparty_t)cli_word(args, CLI_MULTIPARTY, ENT_MULTIPARTY_CLIQUE);
    options->expand = (ent_expand_t)cli_word(args, CLI_EXPAND, ENT_EXPAND_NONE);
    options->projection = (ent_projection_t)cli_word(args, CLI_PROJECTION, ENT_PROJECTION_COUNT);
    options->backbone = (ent_backbone_model_t)(args->value[CLI_BACKBONE] == NULL
                                                   ? ENT_BACKBONE_NONE
                                                   : cli_word(args, CLI_BACKBONE, 0) + 1);
    options->alpha = cli_real(args, CLI_ALPHA, options->alpha);
    options->correction = (ent_correction_t)cli_word(args, CLI_CORRECTION, ENT_CORRECTION_NONE);
    options->max_projected_edges =
        cli_count(args, CLI_MAX_PROJECTED_EDGES, options->max_projected_edges);
    options->where = args->value[CLI_WHERE];
    options->directed = args->value[CLI_DIRECTED] != NULL;
    return find_actors(session, err);
}

ent_status_t cli_session_prepare(cli_session_t *session, const cli_args_t *args, ent_error_t *err)
{
    ent_status_t status = cli_session_open(session, args, err);

    if (status == ENT_OK)
        status = cli_session_options(session, err);
    if (status == ENT_OK)
        status = cli_session_refuse_faults(session, err);
    return status;
}

ent_status_t cli_session_build(cli_session_t *session, ent_error_t *err)
{
    ent_status_t status =
        ent_network_new(&session->network, session->dataset, &session->options, err);
    size_t actors;
    size_t ties;

    if (status != ENT_OK)
        return status;
    actors = ent_network_actor_count(session->network);
    ties = ent_network_tie_count(session->network);
    for (size_t i = 0; i < ent_network_note_count(session->network); i++)
        cli_note("%s", ent_network_note(session->network, i));
    cli_note("The view %s has %zu actor%s and %zu tie%s.", ent_view_name(session->options.view),
             actors, actors == 1 ? "" : "s", ties, ties == 1 ? "" : "s");
    if (actors == 0)
        cli_warn("nothing is left to look at; see --view, --where and --without");
    return ENT_OK;
}

ent_status_t cli_session_network(cli_session_t *session, const cli_args_t *args, ent_error_t *err)
{
    ent_status_t status = cli_session_prepare(session, args, err);

    return status == ENT_OK ? cli_session_build(session, err) : status;
}

ent_status_t cli_session_table(const cli_args_t *args,
                               ent_status_t (*write)(const cli_session_t *session,
                                                     ent_format_t format, ent_error_t *err),
                               ent_error_t *err)
{
    cli_session_t session = {0};
    ent_format_t format;
    ent_status_t status = cli_output_format(&format, args, err);

    if (status == ENT_OK)
        status = cli_session_network(&session, args, err);
    if (status == ENT_OK)
        status = write(&session, format, err);
    cli_session_close(&session);
    return status;
}

void cli_session_close(cli_session_t *session)
{
    ent_network_free(session->network);
    ent_dataset_free(session->dataset);
    free(session->without);
    *session = (cli_session_t){0};
}
