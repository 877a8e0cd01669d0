/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The public face of figures: composed once, written in several formats. */
#include "entente/figure.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/blocs.h"
#include "figure/draw.h"
#include "figure/figure_i.h"
#include "figure/page.h"
#include "figure/parting.h"
#include "figure/quality.h"
#include "network/network_i.h"

struct ent_figure {
    ent_i_scene_t scene;
    ent_i_warnings_t warnings;
    ent_i_drawn_t drawn;
    double dpi;
    size_t thinned;
    size_t group_runs;
};

void ent_figure_options_init(ent_figure_options_t *options)
{
    *options = (ent_figure_options_t){.layout = ENT_LAYOUT_FORCE,
                                      .preset = ENT_PRESET_REPORT,
                                      .pendants = ENT_PENDANTS_AUTO,
                                      .hub = ENT_NONE,
                                      .center = NAN,
                                      .date = ent_i_document_date(),
                                      .seed = 1};
}

/* A page of the caller's: both sides or neither. */
static ent_status_t check_size(const ent_figure_options_t *options, ent_error_t *err)
{
    if (options->width == 0 && options->height == 0)
        return ENT_OK;
    if (options->width >= ENT_LEAST_WIDTH && options->width <= ENT_MOST_SIDE &&
        options->height >= ENT_LEAST_HEIGHT && options->height <= ENT_MOST_SIDE)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "A page must be %d to %d mm wide and %d to %d mm high; %g by %g is not.",
                      ENT_LEAST_WIDTH, ENT_MOST_SIDE, ENT_LEAST_HEIGHT, ENT_MOST_SIDE,
                      options->width, options->height);
}

static ent_status_t check_options(const ent_network_t *network, const ent_figure_options_t *options,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if ((unsigned)options->layout >= ENT_LAYOUT_COUNT ||
        (unsigned)options->preset >= ENT_PRESET_COUNT ||
        (unsigned)options->theme >= ENT_THEME_COUNT || (unsigned)options->palette >= ENT_PALETTES ||
        (unsigned)options->ties >= ENT_TIES_COUNT)
        return ent_i_fail(err, ENT_EINVAL, "There is no such layout, preset, theme or palette.");
    if ((unsigned)options->legend >= ENT_LEGEND_COUNT)
        return ent_i_fail(err, ENT_EINVAL, "There is no such place of a legend.");
    ENT_TRY(check_size(options, err));
    if (ent_i_layout(options->layout)->check != NULL)
        ENT_TRY(ent_i_layout(options->layout)->check(network, err));
    if (options->positions != NULL && options->layout != ENT_LAYOUT_FORCE)
        return ent_i_fail(err, ENT_EINVAL,
                          "Positions are kept in the layout force only; the layout %s says itself "
                          "where actors stand.",
                          ent_layout_name(options->layout));
    if (!isnan(options->center) && !(fabs(options->center) <= 180))
        return ent_i_fail(err, ENT_EINVAL,
                          "The central meridian must lie between -180 and 180 degrees.");
    if (options->dpi != 0 && !(options->dpi >= 10 && options->dpi <= 2400))
        return ent_i_fail(err, ENT_EINVAL, "The resolution must lie between 10 and 2400 dpi.");

cleanup:
    return status;
}

static bool is(const char *by, const char *what)
{
    return by != NULL && strcmp(by, what) == 0;
}

/* Finds the groups that the figure shows, once for all that shows them. */
static ent_status_t find_groups(ent_groups_t **found, ent_figure_options_t *options,
                                const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (options->groups != NULL ||
        (!is(options->color_by, "group") && !is(options->hull, "group") &&
         options->layout != ENT_LAYOUT_MATRIX))
        return ENT_OK;
    ENT_TRY(ent_i_parting_groups(found, network, options, err));
    options->groups = *found;

cleanup:
    return status;
}

ent_status_t ent_figure_new(ent_figure_t **figure, const ent_network_t *network,
                            const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_figure_options_t chosen;
    ent_figure_t *made = NULL;
    ent_groups_t *groups = NULL;
    ent_i_page_t page = {0};

    ent_figure_options_init(&chosen);
    if (options != NULL)
        chosen = *options;
    if (chosen.layout == ENT_LAYOUT_MAP || chosen.layout == ENT_LAYOUT_TIMELINE)
        chosen.pendants = ENT_PENDANTS_ALL;  /* a member is a dot: there is nothing to fold */
    if (chosen.layout == ENT_LAYOUT_CHORD) { /* of all there are the ties only */
        chosen.pendants = ENT_PENDANTS_ALL;
        chosen.ties = ENT_TIES_ALL;
    }
    if ((chosen.layout == ENT_LAYOUT_CHORD || chosen.layout == ENT_LAYOUT_CIRCLE) &&
        chosen.color_by == NULL)
        chosen.color_by = ent_i_blocs_default(network);
    ENT_TRY(check_options(network, &chosen, err));
    if (chosen.layout == ENT_LAYOUT_EGO && chosen.hub == ENT_NONE)
        chosen.hub = ent_network_options(network)->focus; /* it stands in the middle */
    ENT_TRY(find_groups(&groups, &chosen, network, err));
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    ENT_TRY(ent_i_page_fit(&page, &made->scene, &made->warnings, network, &chosen, err));
    made->dpi = chosen.dpi > 0 ? chosen.dpi : page.look->dpi;
    made->thinned = page.plan.thinned;
    made->group_runs = chosen.groups != NULL ? chosen.groups->runs : 0;
    ENT_TRY(ent_i_drawn_take(&made->drawn, &page, err));
    *figure = made;
    made = NULL;

cleanup:
    ent_i_page_free(&page);
    ent_groups_free(groups);
    ent_figure_free(made);
    return status;
}

void ent_figure_free(ent_figure_t *figure)
{
    if (figure == NULL)
        return;
    free(figure->warnings.text);
    ent_i_drawn_free(&figure->drawn);
    ent_i_scene_free(&figure->scene);
    free(figure);
}

ent_status_t ent_figure_write(const ent_figure_t *figure, ent_blob_t *blob,
                              ent_figure_format_t format, ent_error_t *err)
{
    switch (format) {
    case ENT_FIGURE_SVG:
        return ent_i_draw_svg(&figure->scene, blob, err);
    case ENT_FIGURE_PDF:
        return ent_i_draw_pdf(&figure->scene, blob, err);
    case ENT_FIGURE_PNG:
        return ent_i_draw_png(&figure->scene, blob, figure->dpi, err);
    case ENT_FIGURE_SCENE:
        return ent_i_draw_json(&figure->scene, blob, err);
    case ENT_FIGURE_ALT:
        return ent_i_draw_alt(&figure->scene, blob, err);
    }
    return ent_i_fail(err, ENT_EINVAL, "There is no such figure format.");
}

const ent_i_scene_t *ent_i_figure_scene(const ent_figure_t *figure)
{
    return &figure->scene;
}

size_t ent_figure_warning_count(const ent_figure_t *figure)
{
    return figure->warnings.count;
}

const char *ent_figure_warning(const ent_figure_t *figure, size_t index)
{
    return figure->warnings.text[index];
}

size_t ent_figure_thinned(const ent_figure_t *figure)
{
    return figure->thinned;
}

size_t ent_figure_group_runs(const ent_figure_t *figure)
{
    return figure->group_runs;
}

const char *ent_figure_alt_text(const ent_figure_t *figure)
{
    return figure->scene.description;
}

const char *ent_figure_alt_brief(const ent_figure_t *figure)
{
    return figure->scene.brief;
}

ent_status_t ent_figure_measure(const ent_figure_t *figure, ent_figure_quality_t *quality,
                                ent_error_t *err)
{
    return ent_i_quality(quality, &figure->drawn, err);
}
