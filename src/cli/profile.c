/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente profile: one actor. */
#include <string.h>

#include "cli/figure.h"
#include "cli/message.h"
#include "cli/numbers.h"
#include "cli/output.h"
#include "cli/session.h"

typedef enum form { FORM_TEXT, FORM_JSON, FORM_TABLE, FORM_FIGURE } form_t;

/* What is written, and how. */
typedef struct outlet {
    form_t form;
    ent_format_t table;
    ent_figure_format_t figure;
} outlet_t;

/* Options of the figure say nothing of a text. */
static ent_status_t refuse_figure_options(const cli_args_t *args, ent_error_t *err)
{
    static const cli_option_id_t of_figure[] = {CLI_HOPS,    CLI_PRESET, CLI_THEME,    CLI_COLOR_BY,
                                                CLI_SIZE_BY, CLI_TITLE,  CLI_PENDANTS, CLI_DPI,
                                                CLI_PALETTE, CLI_HULL};

    for (size_t i = 0; i < sizeof of_figure / sizeof *of_figure; i++)
        if (args->value[of_figure[i]] != NULL)
            return cli_fail(err, ENT_EINVAL,
                            "--%s is of the figure of a profile: name one with -o, in .svg, .pdf "
                            "or .png",
                            cli_option(of_figure[i])->name);
    return ENT_OK;
}

/* Text, unless --format or the suffix of -o asks for JSON, the table of ties or the figure. */
static ent_status_t pick_form(outlet_t *outlet, const cli_args_t *args, ent_error_t *err)
{
    const char *path = args->value[CLI_OUTPUT];
    bool to_file = path != NULL && strcmp(path, "-") != 0;
    bool formed = args->value[CLI_FORMAT] != NULL || args->value[CLI_EXCEL] != NULL;
    ent_status_t status = cli_output_format(&outlet->table, args, err);

    if (status != ENT_OK)
        return status;
    outlet->form = FORM_TEXT;
    if (to_file && cli_figure_format(&outlet->figure, path)) {
        outlet->form = FORM_FIGURE;
        return !formed ? ENT_OK
                       : cli_fail(err, ENT_EINVAL,
                                  "--format and --excel are of tables; a figure's form is its "
                                  "suffix");
    }
    if (outlet->table == ENT_FORMAT_JSON)
        outlet->form = FORM_JSON;
    else if (!cli_output_wants_text(args))
        outlet->form = FORM_TABLE;
    else if (to_file && !cli_has_suffix(path, ".txt"))
        return cli_fail(err, ENT_EINVAL,
                        "%s: a profile's name ends in .txt, .json or .csv, its figure's in .svg, "
                        ".pdf or .png",
                        path);
    return refuse_figure_options(args, err);
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

/* What lies about the actor, in the view of its neighbours. */
static ent_status_t draw_around(const cli_session_t *session, ent_id_t actor, ent_view_t view,
                                ent_figure_format_t format, ent_error_t *err)
{
    enum { HOPS_OF_AGREEMENTS = 2, HOPS = 1 };
    const cli_args_t *args = session->args;
    ent_network_options_t around = session->options;
    ent_figure_options_t options;
    ent_network_t *network = NULL;
    ent_figure_t *figure = NULL;
    ent_status_t status = cli_figure_options(&options, session, err);

    around.view = view;
    around.directed = around.directed && view == ENT_VIEW_WHOLE;
    around.focus = actor;
    around.hops =
        (int)cli_count(args, CLI_HOPS, view == ENT_VIEW_AGREEMENTS ? HOPS_OF_AGREEMENTS : HOPS);
    around.hops_doubtful = true;
    options.layout = ENT_LAYOUT_EGO;
    if (status == ENT_OK)
        status = ent_network_new(&network, session->dataset, &around, err);
    if (status == ENT_OK)
        status = cli_figure_new(&figure, network, &options, err);
    if (status == ENT_OK) {
        cli_figure_warn(figure);
        status = cli_figure_write(figure, args->value[CLI_OUTPUT], format, err);
    }
    ent_figure_free(figure);
    ent_network_free(network);
    return status;
}

static ent_status_t write_table(const ent_profile_t *profile, const cli_args_t *args,
                                ent_format_t format, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_profile_sheet(&sheet, profile, err);

    if (status == ENT_OK)
        status = cli_output_sheet(args, sheet, format, err);
    ent_sheet_free(sheet);
    return status;
}

static ent_status_t write_document(const ent_profile_t *profile, const cli_args_t *args,
                                   form_t form, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status = form == FORM_JSON ? ent_profile_json(profile, &blob, err)
                                            : ent_profile_text(profile, &blob, err);

    if (status == ENT_OK)
        status = cli_output_blob(args, &blob, err);
    ent_blob_free(&blob);
    return status;
}

static ent_status_t profile_actor(const cli_session_t *session, ent_id_t actor,
                                  const outlet_t *outlet, ent_error_t *err)
{
    ent_profile_options_t options;
    ent_profile_t *profile = NULL;
    ent_status_t status = ent_profile_options_init(&options, session->dataset, err);

    if (status != ENT_OK)
        return status;
    read_options(&options, session);
    status = ent_profile_new(&profile, session->dataset, actor, &options, err);
    if (status == ENT_OK && outlet->form == FORM_FIGURE)
        status = draw_around(session, actor, ent_profile_view(profile), outlet->figure, err);
    else if (status == ENT_OK && outlet->form == FORM_TABLE)
        status = write_table(profile, session->args, outlet->table, err);
    else if (status == ENT_OK)
        status = write_document(profile, session->args, outlet->form, err);
    ent_profile_free(profile);
    return status;
}

ent_status_t cli_run_profile(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    outlet_t outlet = {0};
    ent_id_t actor = ENT_NONE;
    ent_status_t status = pick_form(&outlet, args, err);

    if (status == ENT_OK)
        status = cli_session_open(&session, args, err);
    if (status == ENT_OK)
        status = cli_session_refuse_faults(&session, err);
    if (status == ENT_OK)
        status = cli_session_options(&session, err);
    if (status == ENT_OK)
        status = ent_dataset_find(session.dataset, &actor, args->operand[1], err);
    if (status == ENT_OK)
        status = profile_actor(&session, actor, &outlet, err);
    cli_session_close(&session);
    return status;
}
