/* SPDX-License-Identifier: GPL-2.0-or-later */
/* entente draw: one diagram. */
#include <stdio.h>
#include <string.h>

#include "cli/figure.h"
#include "cli/message.h"
#include "cli/output.h"
#include "cli/session.h"

/* What of a figure goes where. */
typedef struct outlet {
    ent_figure_format_t format;
    ent_format_t table; /* of --quality */
} outlet_t;

static ent_status_t pick_format(ent_figure_format_t *format, const char *path, ent_error_t *err)
{
    *format = ENT_FIGURE_SVG;
    if (path == NULL || strcmp(path, "-") == 0 || cli_figure_format(format, path))
        return ENT_OK;
    return cli_fail(err, ENT_EINVAL, "%s: a figure's name ends in .svg, .pdf or .png", path);
}

static bool is_same(const char *path, const char *other)
{
    return path != NULL && other != NULL && strcmp(path, other) == 0;
}

/* Options of one layout, which another would pass over in silence. */
static ent_status_t check_layout(const cli_args_t *args, ent_error_t *err)
{
    static const struct {
        cli_option_id_t option;
        const char *name;
    } of_maps[] = {{CLI_BORDERS, "--borders"}, {CLI_CENTER, "--center"}};
    size_t layout = cli_word(args, CLI_LAYOUT, ENT_LAYOUT_FORCE);

    if (args->value[CLI_LAYOUT_FROM] != NULL && layout != ENT_LAYOUT_FORCE)
        return cli_fail(err, ENT_EINVAL,
                        "--layout-from keeps positions of the layout force; the layout %s says "
                        "itself where actors stand",
                        args->value[CLI_LAYOUT]);
    for (size_t i = 0; i < sizeof of_maps / sizeof *of_maps; i++) {
        if (args->value[of_maps[i].option] != NULL && layout != ENT_LAYOUT_MAP)
            return cli_fail(err, ENT_EINVAL, "%s is of maps; add --layout map", of_maps[i].name);
    }
    return ENT_OK;
}

static ent_status_t check_outlets(outlet_t *outlet, const cli_args_t *args, ent_error_t *err)
{
    static const struct {
        cli_option_id_t option;
        const char *name;
    } files[] = {{CLI_OUTPUT, "figure"}, {CLI_SCENE, "scene"}, {CLI_ALT, "its words"}};
    enum { FILES = sizeof files / sizeof *files };
    const char *figure = args->value[CLI_OUTPUT];
    bool quality = args->value[CLI_QUALITY] != NULL;
    int on_stdout = quality;
    int outlets = quality;
    ent_status_t status;

    for (int i = 0; i < FILES; i++) {
        outlets += args->value[files[i].option] != NULL;
        on_stdout += is_same(args->value[files[i].option], "-");
    }
    if (outlets == 0)
        return cli_fail(err, ENT_EINVAL,
                        "'draw' needs -o FIGURE, which ends in .svg, .pdf or .png");
    if (on_stdout > 1)
        return cli_fail(err, ENT_EINVAL,
                        "only one of figure, scene, words and quality can go to standard output");
    for (int i = 0; i < FILES; i++) {
        for (int k = i + 1; k < FILES; k++) {
            const char *path = args->value[files[i].option];

            if (is_same(path, args->value[files[k].option]))
                return cli_fail(err, ENT_EINVAL, "%s and %s cannot both be %s; name two files",
                                files[i].name, files[k].name, path);
        }
    }
    if (args->value[CLI_FORMAT] != NULL && !quality)
        return cli_fail(err, ENT_EINVAL,
                        "--format is of the table of --quality; a figure's is its suffix");
    status = check_layout(args, err);
    if (status == ENT_OK)
        status = pick_format(&outlet->format, figure, err);
    outlet->table = ENT_FORMAT_CSV;
    if (status == ENT_OK && quality) {
        cli_args_t on_screen = *args;

        on_screen.value[CLI_OUTPUT] = NULL;
        status = cli_output_format(&outlet->table, &on_screen, err);
    }
    return status;
}

static ent_status_t fill_quality(ent_sheet_t *sheet, const ent_figure_t *figure, ent_error_t *err)
{
    ent_figure_quality_t quality;
    ent_status_t status = ent_sheet_add_column(sheet, "quality", ENT_COLUMN_TEXT, err);

    if (status == ENT_OK)
        status = ent_sheet_add_column(sheet, "value", ENT_COLUMN_NUMBER, err);
    if (status == ENT_OK)
        status = ent_figure_measure(figure, &quality, err);
    if (status != ENT_OK)
        return status;

    const struct {
        const char *name;
        double value;
    } rows[] = {{"label_overlaps", (double)quality.label_overlaps},
                {"clipped", (double)quality.clipped},
                {"missing_glyphs", (double)quality.missing_glyphs},
                {"labels_left_out", (double)quality.labels_left_out},
                {"crossings", quality.crossings},
                {"ties_through_marks", quality.ties_through_marks},
                {"stress", quality.stress},
                {"min_gap", quality.min_gap},
                {"largest_component_share", quality.largest_component_share}};

    for (size_t i = 0; i < sizeof rows / sizeof *rows && status == ENT_OK; i++) {
        status = ent_sheet_add_row(sheet, err);
        if (status == ENT_OK)
            status = ent_sheet_put_text(sheet, rows[i].name, err);
        if (status == ENT_OK)
            status = ent_sheet_put_number(sheet, rows[i].value, err);
    }
    return status;
}

/* The same as one JSON object, each number under its name. */
static ent_status_t write_quality_object(const ent_sheet_t *sheet, ent_blob_t *blob,
                                         ent_error_t *err)
{
    FILE *out = open_memstream(&blob->bytes, &blob->size);
    bool failed;

    if (out == NULL)
        return cli_fail(err, ENT_ENOMEM, "no memory for the quality of the figure");
    for (size_t row = 0; row < ent_sheet_row_count(sheet); row++) {
        const char *number = ent_sheet_text(sheet, row, 1);

        fprintf(out, "%s\"%s\": %s", row == 0 ? "{" : ", ", ent_sheet_text(sheet, row, 0),
                number[0] != '\0' ? number : "null");
    }
    fputs("}\n", out);
    failed = ferror(out) != 0;
    if (fclose(out) != 0 || failed)
        return cli_fail(err, ENT_ENOMEM, "no memory for the quality of the figure");
    return ENT_OK;
}

static ent_status_t print_quality(const ent_figure_t *figure, ent_format_t format, ent_error_t *err)
{
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status = ent_sheet_new(&sheet, err);

    if (status == ENT_OK)
        status = fill_quality(sheet, figure, err);
    if (status == ENT_OK)
        status = format == ENT_FORMAT_JSON ? write_quality_object(sheet, &blob, err)
                                           : ent_sheet_write(sheet, &blob, format, err);
    if (status == ENT_OK)
        status = cli_output_to("-", &blob, err);
    ent_blob_free(&blob);
    ent_sheet_free(sheet);
    return status;
}

/* The positions of --layout-from, if any; says what of them serves nobody. */
static ent_status_t read_positions(ent_positions_t **positions, const cli_session_t *session,
                                   ent_error_t *err)
{
    const char *path = session->args->value[CLI_LAYOUT_FROM];
    ent_status_t status;
    size_t known, strangers, actors;

    if (path == NULL)
        return ENT_OK;
    status = ent_positions_read(positions, session->network, path, err);
    if (status != ENT_OK)
        return status;
    known = ent_positions_known(*positions);
    strangers = ent_positions_strangers(*positions);
    actors = ent_network_actor_count(session->network);
    if (strangers > 0)
        cli_note("%s: %zu actor%s there %s not in this network; the room stays free", path,
                 strangers, strangers == 1 ? "" : "s", strangers == 1 ? "is" : "are");
    if (known == 0)
        cli_warn("%s: none of this network's actors stands there; all are placed anew", path);
    else if (known < actors)
        cli_note("%s: %zu of %zu actors have no place there", path, actors - known, actors);
    return ENT_OK;
}

static ent_status_t draw_network(const cli_session_t *session, const outlet_t *outlet,
                                 ent_error_t *err)
{
    const cli_args_t *args = session->args;
    ent_figure_options_t options;
    ent_figure_t *figure = NULL;
    ent_positions_t *positions = NULL;
    ent_status_t status = cli_figure_options(&options, session, err);

    if (status == ENT_OK)
        status = read_positions(&positions, session, err);
    options.positions = positions;
    if (status == ENT_OK)
        status = cli_figure_new(&figure, session->network, &options, err);
    ent_positions_free(positions);
    if (status != ENT_OK)
        return status;
    cli_figure_warn(figure);
    cli_output_gather();
    status = cli_figure_write(figure, args->value[CLI_OUTPUT], outlet->format, err);
    if (status == ENT_OK)
        status = cli_figure_write(figure, args->value[CLI_SCENE], ENT_FIGURE_SCENE, err);
    if (status == ENT_OK)
        status = cli_figure_write(figure, args->value[CLI_ALT], ENT_FIGURE_ALT, err);
    if (status == ENT_OK && args->value[CLI_QUALITY] != NULL)
        status = print_quality(figure, outlet->table, err);
    status = cli_output_release(status, err);
    ent_figure_free(figure);
    return status;
}

/* Two columns need two modes, so the view `whole` gives its memberships. */
static ent_status_t pick_view(const cli_args_t *args, cli_session_t *session, ent_error_t *err)
{
    size_t attended = 0;

    if (cli_word(args, CLI_LAYOUT, ENT_LAYOUT_FORCE) != ENT_LAYOUT_BIPARTITE ||
        session->options.view != ENT_VIEW_WHOLE)
        return ENT_OK;
    for (size_t i = 0; i < ent_dataset_record_count(session->dataset); i++) {
        ent_tie_kind_t kind = ent_dataset_record(session->dataset, (ent_id_t)i)->kind;

        if (kind == ENT_TIE_MEMBERSHIP) {
            session->options.view = ENT_VIEW_AFFILIATIONS;
            cli_note("The layout bipartite shows the view affiliations, as the view whole has not "
                     "two kinds of actors only; --view affiliations or --view events says which.");
            return ENT_OK;
        }
        attended += kind == ENT_TIE_ATTENDANCE;
    }
    if (attended > 0)
        return cli_fail(err, ENT_EINVAL,
                        "%s has no memberships to show in two columns; take --view events, or "
                        "another --layout",
                        ent_dataset_path(session->dataset));
    return cli_fail(err, ENT_EINVAL,
                    "%s has neither memberships nor attendances to show in two columns; where a "
                    "table's columns are members and what they belong to, `--map "
                    "member=COLUMN,network=COLUMN` says so; else take another --layout",
                    ent_dataset_path(session->dataset));
}

ent_status_t cli_run_draw(const cli_args_t *args, ent_error_t *err)
{
    cli_session_t session = {0};
    outlet_t outlet;
    ent_status_t status = check_outlets(&outlet, args, err);

    if (status == ENT_OK)
        status = cli_session_prepare(&session, args, err);
    if (status == ENT_OK)
        status = pick_view(args, &session, err);
    if (status == ENT_OK)
        status = cli_session_build(&session, err);
    if (status == ENT_OK)
        status = draw_network(&session, &outlet, err);
    cli_session_close(&session);
    return status;
}
