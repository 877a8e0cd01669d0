/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "cli/figure.h"

#include <math.h>

#include "cli/message.h"
#include "cli/output.h"

bool cli_figure_format(ent_figure_format_t *format, const char *path)
{
    static const char *const suffix[] = {".svg", ".pdf", ".png"};
    static const ent_figure_format_t formats[] = {ENT_FIGURE_SVG, ENT_FIGURE_PDF, ENT_FIGURE_PNG};

    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (cli_has_suffix(path, suffix[i])) {
            *format = formats[i];
            return true;
        }
    return false;
}

/* The network of --hub; any other actor is drawn as it is. */
static ent_status_t find_hub(ent_id_t *hub, const cli_session_t *session, ent_error_t *err)
{
    const char *name = session->args->value[CLI_HUB];
    ent_status_t status = ENT_OK;
    ent_kind_t kind;

    if (name == NULL)
        return ENT_OK;
    status = ent_dataset_find(session->dataset, hub, name, err);
    if (status != ENT_OK)
        return status;
    kind = ent_dataset_actor(session->dataset, *hub)->kind;
    if (kind == ENT_KIND_NETWORK)
        return ENT_OK;
    return cli_fail(err, ENT_EINVAL,
                    "--hub draws a network in full that would be a mark on its members; '%s' is "
                    "of the kind %s",
                    name, ent_kind_name(kind));
}

ent_status_t cli_figure_options(ent_figure_options_t *options, const cli_session_t *session,
                                ent_error_t *err)
{
    const cli_args_t *args = session->args;

    ent_figure_options_init(options);
    options->layout = (ent_layout_t)cli_word(args, CLI_LAYOUT, options->layout);
    options->preset = (ent_preset_t)cli_word(args, CLI_PRESET, options->preset);
    options->theme = (ent_theme_t)cli_word(args, CLI_THEME, options->theme);
    options->palette = (ent_palette_t)cli_word(args, CLI_PALETTE, options->palette);
    options->ties = (ent_ties_t)cli_word(args, CLI_TIES, options->ties);
    options->pendants = (ent_pendants_t)cli_word(args, CLI_PENDANTS, options->pendants);
    options->hull = args->value[CLI_HULL];
    options->color_by = args->value[CLI_COLOR_BY];
    options->size_by = args->value[CLI_SIZE_BY];
    options->legend = (ent_legend_t)cli_word(args, CLI_LEGEND, options->legend);
    cli_sides(args, CLI_SIZE, &options->width, &options->height);
    options->title = args->value[CLI_TITLE];
    options->subtitle = args->value[CLI_SUBTITLE];
    options->source = args->value[CLI_SOURCE];
    options->note = args->note;
    options->note_count = args->note_count;
    options->language = args->value[CLI_LANG];
    options->center = cli_real(args, CLI_CENTER, NAN);
    options->borders = args->value[CLI_BORDERS] != NULL;
    options->dpi = cli_real(args, CLI_DPI, 0);
    options->seed = cli_count(args, CLI_SEED, 1);
    return find_hub(&options->hub, session, err);
}

/* The lines of a map of all partnerships are its agreements: a membership is a dot. */
static ent_status_t describe_lines(ent_blob_t *findings, const ent_network_t *whole,
                                   const char *language, ent_error_t *err)
{
    ent_network_options_t how = *ent_network_options(whole);
    ent_network_t *lines = NULL;
    ent_status_t status;

    how.view = ENT_VIEW_AGREEMENTS;
    status = ent_network_new(&lines, ent_network_dataset(whole), &how, err);
    if (status == ENT_OK)
        status = ent_network_describe(findings, ent_network_tie_count(lines) > 0 ? lines : whole,
                                      NULL, language, err);
    ent_network_free(lines);
    return status;
}

ent_status_t cli_figure_new(ent_figure_t **figure, const ent_network_t *network,
                            const ent_figure_options_t *options, ent_error_t *err)
{
    const char *language = options->language != NULL ? options->language : "en";
    bool of_lines = options->layout == ENT_LAYOUT_MAP &&
                    ent_network_view(network) == ENT_VIEW_WHOLE &&
                    !ent_network_is_directed(network); /* agreements have no directions */
    ent_figure_options_t described = *options;
    ent_blob_t findings = {0};
    ent_status_t status = of_lines ? describe_lines(&findings, network, language, err)
                                   : ent_network_describe(&findings, network, NULL, language, err);

    described.findings = findings.bytes;
    if (status == ENT_OK)
        status = ent_figure_new(figure, network, &described, err);
    ent_blob_free(&findings);
    return status;
}

void cli_figure_warn(const ent_figure_t *figure)
{
    size_t thinned = ent_figure_thinned(figure), runs = ent_figure_group_runs(figure);
    ent_group_options_t usual;

    ent_group_options_init(&usual);
    for (size_t i = 0; i < ent_figure_warning_count(figure); i++)
        cli_warn("%s", ent_figure_warning(figure, i));
    if (thinned > 0)
        cli_note("%zu ties are not of the backbone; --ties all draws them.", thinned);
    if (runs > 1 && runs < usual.runs)
        cli_note("The groups of the figure are the best of %zu runs; `entente groups` makes %zu.",
                 runs, usual.runs);
}

ent_status_t cli_figure_write(const ent_figure_t *figure, const char *path,
                              ent_figure_format_t format, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status;

    if (path == NULL)
        return ENT_OK;
    status = ent_figure_write(figure, &blob, format, err);
    if (status == ENT_OK)
        status = cli_output_to(path, &blob, err);
    ent_blob_free(&blob);
    return status;
}
