/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One page from its plan to its last note. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"
#include "network/network_i.h"

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

/* All type as small as the preset allows, titles a little larger. */
static void squeeze(ent_i_page_t *page)
{
    double least = page->look->least_label;

    if (page->tight == ENT_TIGHT_NOT)
        return;
    page->own = *page->look;
    page->own.label = page->own.legend = least;
    page->own.note = fmin(page->own.note, least);
    page->own.subtitle = fmax(least, 0.75 * page->own.subtitle);
    page->own.title = fmax(1.2 * least, 0.7 * page->own.title);
    page->own.most_radius = fmax(1.8 * page->own.least_radius, 0.8 * page->own.most_radius);
    page->look = &page->own;
}

/* Says so where groups come from fewer runs than elsewhere. */
static void note_runs(ent_i_page_t *page)
{
    const ent_groups_t *groups = page->options->groups;
    ent_i_scene_t *scene = page->scene;
    ent_group_options_t usual;

    ent_group_options_init(&usual);
    if (groups == NULL || groups->runs <= 1 || groups->runs >= usual.runs)
        return;
    ent_i_page_note(page, ent_i_say(scene, ENT_SAY_FEWER_RUNS, ent_i_say_count(scene, groups->runs),
                                    NULL, NULL));
}

/* Says how many ties of a directed network have no direction: each is there twice. */
static void note_undirected(ent_i_page_t *page)
{
    const ent_network_t *network = page->network;
    const ent_dataset_t *dataset = ent_network_dataset(network);
    size_t ends = 0;

    for (size_t t = 0; dataset != NULL && network->directed && t < ent_network_tie_count(network);
         t++) {
        for (size_t i = 0; i < ent_network_tie_record_count(network, t); i++)
            ends += !ent_dataset_record(dataset, ent_network_tie_record(network, t, i))->directed;
    }
    if (ends > 0)
        ent_i_page_note(page, ent_i_say(page->scene, ENT_SAY_UNDIRECTED,
                                        ent_i_say_count(page->scene, ends / 2), NULL, NULL));
}

/* Sentences on what is not drawn. */
static void note_hidden(ent_i_page_t *page)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    size_t rejected = dataset == NULL ? 0 : ent_dataset_rejected_count(dataset);
    ent_i_scene_t *scene = page->scene;
    size_t negative = 0;

    if (rejected > 0)
        ent_i_page_note(
            page, ent_i_say(scene, ENT_SAY_REJECTED, ent_i_say_count(scene, rejected), NULL, NULL));
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
    if (page->options->hull != NULL && page->plan.mark_count > 0 &&
        page->plan.hull_count + page->plan.hull_more == 0)
        ent_i_page_note(page, ent_i_say(scene, ENT_SAY_NO_HULLS, ent_i_hulls_by(page), NULL, NULL));
    if (page->plan.hidden_asides > 0 && page->options->layout != ENT_LAYOUT_MAP)
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

void ent_i_page_empty(ent_i_page_t *page, ent_i_word_t word)
{
    ent_i_style_t style = {page->look->subtitle, false, page->options->language};
    ent_i_point_t middle = {page->plot.x + page->plot.width / 2,
                            page->plot.y + page->plot.height / 2};

    ent_i_scene_text(page->scene, &page->font, ent_i_say(page->scene, word, NULL, NULL, NULL),
                     middle, ENT_ANCHOR_MIDDLE, &style,
                     ent_i_ink(page->options->theme, ENT_SOFT_INK))
        ->class
        = "empty";
}

ent_status_t ent_i_page_compose(ent_i_page_t *page, ent_error_t *err)
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
    note_runs(page);
    note_undirected(page);
    ent_i_page_head(page);
    ENT_TRY(ent_i_layout(page->options->layout)->compose(page, err));
    if (page->plan.mark_count == 0)
        ent_i_page_empty(page, ENT_SAY_EMPTY);
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

void ent_i_page_init(ent_i_page_t *page, ent_i_scene_t *scene, ent_i_warnings_t *warnings,
                     const ent_network_t *network, const ent_figure_options_t *options)
{
    const ent_i_look_t *look = NULL;

    page->network = network;
    page->chosen = *options;
    page->options = &page->chosen;
    page->look = ent_i_look(options->preset);
    resize(page);
    squeeze(page);
    look = page->look;
    page->scene = scene;
    page->warnings = warnings;
    page->name_lines = ENT_NAME_LINES;
    scene->date = options->date;
    scene->paper = ent_i_ink(options->theme, ENT_PAPER);
    scene->width = look->width;
    scene->height = look->height;
    scene->language =
        ent_i_scene_name(scene, options->language != NULL ? options->language : "en", 40);
    if (options->language != NULL) /* whatever was typed, every item carries the cleaned tag */
        page->chosen.language = scene->language;
    scene->prefix = ent_i_scene_printf(scene, "%s-%s", ent_layout_name(options->layout),
                                       ent_view_name(ent_network_view(network)));
    page->inner = (ent_i_box_t){look->margin, look->margin, look->width - 2 * look->margin,
                                look->height - 2 * look->margin};
    page->plot = page->inner;
    ent_i_font_init(&page->font);
}

void ent_i_page_free(ent_i_page_t *page)
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
