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
#include "figure/quality.h"
#include "network/network_i.h"

struct ent_figure {
    ent_i_scene_t scene;
    ent_i_warnings_t warnings;
    ent_figure_quality_t quality;
    double dpi;
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

/* The preset's type on a page of the caller's, and marks in proportion. */
static void resize(ent_i_page_t *page)
{
    double share = 0;

    if (page->options->width == 0)
        return;
    share = sqrt(page->options->width * page->options->height * ENT_POINTS_A_MM * ENT_POINTS_A_MM /
                 (page->look->width * page->look->height));
    page->own = *page->look;
    page->own.most_radius =
        fmax(2.2 * page->own.least_radius, page->own.most_radius * fmin(1, share));
    page->own.width = page->options->width * ENT_POINTS_A_MM;
    page->own.height = page->own.tallest = page->options->height * ENT_POINTS_A_MM;
    page->own.margin = fmin(page->own.margin, 0.03 * fmin(page->own.width, page->own.height));
    page->look = &page->own;
}

static ent_status_t check_room(const ent_i_page_t *page, ent_error_t *err)
{
    if (!page->cramped)
        return ENT_OK;
    return ent_i_fail(err, ENT_EINVAL,
                      "Title, legend and notes leave no room for a picture on a page of %.0f by "
                      "%.0f mm; take a larger one, a shorter title and notes, or no legend.",
                      page->look->width / ENT_POINTS_A_MM, page->look->height / ENT_POINTS_A_MM);
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

/* Sentences on what is not drawn. */
static void note_hidden(ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;
    size_t negative = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        negative += page->plan.mark[i].value < 0;
    if (negative > 0)
        ent_i_page_note(
            page, ent_i_say(scene, ENT_SAY_NEGATIVE, ent_i_say_count(scene, negative), NULL, NULL));

    for (size_t b = 0; b < page->plan.badge_count; b++) {
        const ent_i_badge_t *badge = &page->plan.badge[b];
        ent_i_mark_t mark = {.vertex = badge->vertex};

        if (badge->unseen > 0)
            ent_i_page_note(page, ent_i_say(scene, ENT_SAY_NOT_SHOWN,
                                            ent_i_say_count(scene, badge->unseen),
                                            ent_i_mark_name(page, &mark),
                                            ent_i_say_count(scene, badge->members)));
    }
    if (page->plan.thinned > 0)
        ent_i_page_note(
            page, ent_i_say(scene, ENT_SAY_THINNED, ent_i_say_count(scene, page->plan.thinned),
                            ent_i_say_count(scene, ent_network_tie_count(page->network)), NULL));
    if (page->plan.hull_more > 0)
        ent_i_page_note(page, ent_i_say(scene, ENT_SAY_HULLS_LEFT,
                                        ent_i_say_count(scene, page->plan.hull_more), NULL, NULL));
    if (page->plan.hidden_asides > 0 && page->options->layout != ENT_LAYOUT_MAP &&
        page->options->layout != ENT_LAYOUT_CHORD)
        ent_i_page_note(page,
                        ent_i_say(scene, ENT_SAY_ASIDES,
                                  ent_i_say_count(scene, page->plan.hidden_asides), NULL, NULL));
}

/* Texts are measured time and again, and some are not drawn: of what has no glyph, what stands on
 * the page counts, once. */
static void count_missing(ent_i_page_t *page)
{
    const ent_i_scene_t *scene = page->scene;

    if (page->font.missing == 0)
        return;
    page->font.missing = 0;
    page->font.missing_package = NULL;
    for (size_t i = 0; i < scene->item_count; i++) {
        const ent_i_item_t *item = &scene->item[i];
        ent_i_style_t style = {item->font_size, item->bold, item->language};

        if (item->shape == ENT_SHAPE_TEXT)
            ent_i_font_set(&page->font, item->text, &style);
    }
}

static void warn_of_text(ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;

    count_missing(page);
    if (page->font.missing > 0)
        ent_i_page_warn(page, ent_i_say(scene, ENT_SAY_MISSING_GLYPHS,
                                        ent_i_say_count(scene, page->font.missing),
                                        ent_i_scene_copy(scene, page->font.missing_text),
                                        page->font.missing_package));
    if (page->names_left_out > 0)
        ent_i_page_warn(page, ent_i_say(scene, ENT_SAY_LEFT_OUT,
                                        ent_i_say_count(scene, page->names_left_out), NULL, NULL));
}

static void say_empty(ent_i_page_t *page)
{
    ent_i_style_t style = {page->look->subtitle, false, page->options->language};
    ent_i_point_t middle = {page->plot.x + page->plot.width / 2,
                            page->plot.y + page->plot.height / 2};

    ent_i_scene_text(page->scene, &page->font,
                     ent_i_say(page->scene, ENT_SAY_EMPTY, NULL, NULL, NULL), middle,
                     ENT_ANCHOR_MIDDLE, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK))
        ->class
        = "empty";
}

static ent_status_t compose(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_scene_t *scene = page->scene;
    size_t hidden = 0;

    ENT_TRY(ent_i_plan_make(&page->plan, page->network, page->options, scene, err));
    ENT_TRY(ent_i_alloc(&page->at, page->plan.mark_count, sizeof *page->at, err));
    ENT_TRY(ent_i_alloc(&page->shown, page->plan.mark_count, sizeof *page->shown, err));
    ENT_TRY(ent_i_alloc(&page->sized, page->plan.mark_count, sizeof *page->sized, err));
    for (size_t i = 0; i < page->plan.mark_count; i++)
        page->shown[i] = page->sized[i] = true;
    for (int s = 0; s < ENT_STROKE_COUNT; s++)
        page->stroke_shown[s] = true;
    ENT_TRY(ent_i_page_tell_apart(page, err));
    page->width_scale =
        fmin(1, sqrt(page->plot.width * page->plot.height /
                     (250 * fmax(1, (double)page->plan.link_count) * page->look->line)));
    page->width_scale = fmax(page->width_scale, 0.15);
    scene->title = ent_i_page_title(page);
    note_hidden(page);
    hidden = page->note_count;
    ent_i_page_head(page);
    if (page->plan.mark_count == 0)
        say_empty(page);
    ENT_TRY(ent_i_layout(page->options->layout)->compose(page, err));
    ENT_TRY(check_room(page, err));
    if (page->options->hull != NULL && !page->outlined && page->plan.mark_count > 0)
        ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                           "In the layout '%s' no hull can go about some of the actors alone; take "
                           "force, ego or circle.",
                           ent_layout_name(page->options->layout)));
    ent_i_page_foot(page);
    ent_i_page_describe(page, hidden);
    warn_of_text(page);
    ENT_TRY(ent_i_scene_status(scene, err));

cleanup:
    return status;
}

static void page_init(ent_i_page_t *page, ent_figure_t *figure, const ent_network_t *network,
                      ent_figure_options_t *options)
{
    ent_i_scene_t *scene = &figure->scene;
    const ent_i_look_t *look = ent_i_look(options->preset);

    page->network = network;
    page->options = options;
    page->look = look;
    resize(page);
    look = page->look;
    page->scene = scene;
    page->warnings = &figure->warnings;
    page->name_lines = ENT_NAME_LINES;
    scene->paper = ent_i_ink(options->theme, ENT_PAPER);
    scene->width = look->width;
    scene->height = look->height;
    scene->language =
        ent_i_scene_name(scene, options->language != NULL ? options->language : "en", 40);
    /* Whatever the caller typed, every item carries the cleaned tag. */
    if (options->language != NULL)
        options->language = scene->language;
    scene->prefix = ent_i_scene_printf(scene, "%s-%s", ent_layout_name(options->layout),
                                       ent_view_name(ent_network_view(network)));
    page->inner = (ent_i_box_t){look->margin, look->margin, look->width - 2 * look->margin,
                                look->height - 2 * look->margin};
    page->plot = page->inner;
    ent_i_font_init(&page->font);
}

static void page_free(ent_i_page_t *page)
{
    ent_i_plan_free(&page->plan);
    ent_i_font_free(&page->font);
    free(page->at);
    free(page->shown);
    free(page->apart);
    free(page->sized);
    free(page->note);
    free(page->blocked);
}

ent_status_t ent_figure_new(ent_figure_t **figure, const ent_network_t *network,
                            const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_figure_options_t chosen;
    ent_figure_t *made = NULL;
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
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    page_init(&page, made, network, &chosen);
    made->scene.date = chosen.date;
    made->dpi = chosen.dpi > 0 ? chosen.dpi : page.look->dpi;
    ENT_TRY(compose(&page, err));
    ENT_TRY(ent_i_quality(&made->quality, &page, err));
    *figure = made;
    made = NULL;

cleanup:
    page_free(&page);
    ent_figure_free(made);
    return status;
}

void ent_figure_free(ent_figure_t *figure)
{
    if (figure == NULL)
        return;
    free(figure->warnings.text);
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

const char *ent_figure_alt_text(const ent_figure_t *figure)
{
    return figure->scene.description;
}

const char *ent_figure_alt_brief(const ent_figure_t *figure)
{
    return figure->scene.brief;
}

void ent_figure_measure(const ent_figure_t *figure, ent_figure_quality_t *quality)
{
    *quality = figure->quality;
}
