/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands about the picture: title, subtitle, notes, source. */
#include <math.h>
#include <string.h>

#include "figure/page.h"
#include "network/network_i.h"

enum { MOST_LINES = 9 };

/* "learning-cities", whose path may be "datasets/learning-cities/". */
static const char *short_path(ent_i_page_t *page)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);

    return ent_i_scene_name(page->scene, dataset != NULL ? ent_dataset_called(dataset) : "", 60);
}

/* "Learning cities" from "learning-cities" or "learning_cities.csv". */
static const char *spoken_name(ent_i_page_t *page)
{
    const char *name = short_path(page);
    size_t length = strlen(name);
    ent_i_text_t text = {0};
    const char *spoken = "";

    if (length > 4 && strcmp(name + length - 4, ".csv") == 0)
        length -= 4;
    for (size_t i = 0; i < length; i++) {
        char letter = name[i] == '-' || name[i] == '_' ? ' ' : name[i];

        if (i == 0 && letter >= 'a' && letter <= 'z')
            letter = (char)(letter - 'a' + 'A');
        ent_i_text_putc(&text, letter);
    }
    if (text.failed)
        page->scene->failed = true;
    else if (text.bytes != NULL)
        spoken = ent_i_scene_copy(page->scene, text.bytes);
    ent_i_text_free(&text);
    return spoken[0] != '\0' && strcmp(spoken, " ") != 0 && strcmp(spoken, ".") != 0 ? spoken : "";
}

/* What the view shows; the view cities has members of any kind where there are no cities. */
static const char *spoken_view(ent_i_page_t *page)
{
    ent_view_t view = ent_network_view(page->network);
    ent_i_word_t word = (ent_i_word_t)(ENT_SAY_VIEW + (int)view);
    bool members = view == ENT_VIEW_CITIES;

    for (size_t v = 0; members && v < ent_network_actor_count(page->network); v++)
        members = ent_network_vertex_kind(page->network, (ent_id_t)v) != ENT_KIND_CITY;
    return ent_i_say(page->scene, members ? ENT_SAY_VIEW_MEMBERS : word, NULL, NULL, NULL);
}

/* "Gongju and its partners: who signed with whom". */
static const char *ego_title(ent_i_page_t *page, const char *view)
{
    ent_i_mark_t mark = {.vertex = ent_i_focus_vertex(page->network)};
    const char *title =
        ent_i_say(page->scene, ENT_SAY_EGO, ent_i_mark_name(page, &mark), NULL, NULL);

    return view != NULL ? ent_i_scene_printf(page->scene, "%s: %s", title, view) : title;
}

const char *ent_i_page_title(ent_i_page_t *page)
{
    const char *name = spoken_name(page);
    const char *view = spoken_view(page);
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    bool plain = true; /* a general network: nobody is a city, an event, … */

    if (page->options->title != NULL)
        return ent_i_scene_name(page->scene, page->options->title, 300);
    for (size_t v = 0; v < ent_network_actor_count(page->network); v++)
        plain &= ent_network_vertex_kind(page->network, (ent_id_t)v) == ENT_KIND_ACTOR;
    if (dataset == NULL)
        return ent_i_say(page->scene, ENT_SAY_UNTITLED, NULL, NULL, NULL);
    if (page->options->layout == ENT_LAYOUT_EGO)
        return ego_title(page, plain ? NULL : view);
    if (name[0] == '\0')
        return view;
    return plain ? name : ent_i_scene_printf(page->scene, "%s: %s", name, view);
}

/* "18 cities", "18 actors" where they are of several kinds. */
static const char *count_mode(ent_i_page_t *page, int mode)
{
    const ent_network_t *network = page->network;
    ent_kind_t kind = ENT_KIND_COUNT;
    size_t count = 0;

    for (size_t v = 0; v < ent_network_actor_count(network); v++) {
        ent_kind_t own = ent_network_vertex_kind(network, (ent_id_t)v);

        if (mode >= 0 && ent_network_mode(network, (ent_id_t)v) != mode)
            continue;
        kind = count == 0 || kind == own ? own : ENT_KIND_ACTOR;
        count++;
    }
    return ent_i_say_kinds(page->scene, kind == ENT_KIND_COUNT ? ENT_KIND_ACTOR : kind, count);
}

/* "17 ties beyond chance (hypergeometric, p < 0.05)" */
static const char *count_ties(ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;
    const ent_backbone_t *backbone = ent_network_backbone(page->network);
    size_t count = ent_network_tie_count(page->network);
    const char *ties = ent_i_say(scene, count == 1 ? ENT_SAY_ONE_TIE : ENT_SAY_TIES,
                                 ent_i_say_count(scene, count), NULL, NULL);
    bool corrected = backbone != NULL && backbone->correction != ENT_CORRECTION_NONE;
    const char *level;

    if (backbone == NULL)
        return ties;
    level = ent_i_scene_printf(scene, "p < %g%s%s", backbone->alpha, corrected ? ", " : "",
                               corrected ? ent_correction_name(backbone->correction) : "");
    return ent_i_say(scene, ENT_SAY_BEYOND_CHANCE, ties, ent_backbone_model_name(backbone->model),
                     level);
}

const char *ent_i_page_subtitle(ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;
    const ent_network_t *network = page->network;
    const char *ties = count_ties(page);
    const char *counts = "";
    char day[11];

    if (page->options->subtitle != NULL)
        return ent_i_scene_name(scene, page->options->subtitle, 400);
    if (ent_network_is_two_mode(network))
        counts =
            ent_i_say(scene, ENT_SAY_COUNTS_TWO, count_mode(page, 0), count_mode(page, 1), ties);
    else
        counts = ent_i_say(scene, ENT_SAY_COUNTS,
                           ent_i_say_kinds(scene, ENT_KIND_ACTOR, ent_network_actor_count(network)),
                           ties, NULL);
    if (ent_network_options(network) == NULL || !ent_network_options(network)->selection.dated)
        return counts;
    ent_day_format(ent_network_options(network)->selection.as_of, day);
    return ent_i_scene_printf(
        scene, "%s · %s", ent_i_say(scene, ENT_SAY_AS_OF, ent_i_scene_copy(scene, day), NULL, NULL),
        counts);
}

/* Draws lines of text from the left, the first one's top at `top`; returns their height. */
static double draw_lines(ent_i_page_t *page, const char *text, const ent_i_style_t *style,
                         ent_i_color_t color, const char *class, double top, size_t most)
{
    const char *line[MOST_LINES];
    size_t count = 0;
    ent_i_extent_t extent = ent_i_font_set(&page->font, "Mg", style);
    double step = 1.08 * (extent.ascent + extent.descent);

    if (text[0] == '\0')
        return 0;
    count = ent_i_font_break(&page->font, page->scene, line, most, text, style, page->inner.width);
    for (size_t i = 0; i < count; i++) {
        ent_i_point_t at = {page->inner.x, top + extent.ascent + step * (double)i};

        ent_i_scene_text(page->scene, &page->font, line[i], at, ENT_ANCHOR_START, style, color)
            ->class
            = class;
    }
    return step * (double)count;
}

void ent_i_page_head(ent_i_page_t *page)
{
    const ent_i_look_t *look = page->look;
    ent_i_style_t title = {look->title, true, page->options->language};
    ent_i_style_t subtitle = {look->subtitle, false, page->options->language};
    double top = page->inner.y;

    top += draw_lines(page, ent_i_page_title(page), &title,
                      ent_i_ink(page->options->theme, ENT_INK), "title", top, 2);
    top += draw_lines(page, ent_i_page_subtitle(page), &subtitle,
                      ent_i_ink(page->options->theme, ENT_SOFT_INK), "subtitle", top, 2);
    top += 0.6 * look->subtitle;
    page->plot.height -= top - page->plot.y;
    page->plot.y = top;
}

void ent_i_page_note(ent_i_page_t *page, const char *sentence)
{
    if (ENT_GROW(page->note, page->note_count, page->note_capacity, NULL) != ENT_OK) {
        page->scene->failed = true;
        return;
    }
    page->note[page->note_count++] = sentence;
}

void ent_i_page_block(ent_i_page_t *page, const ent_i_box_t *box)
{
    if (ENT_GROW(page->blocked, page->blocked_count, page->blocked_capacity, NULL) != ENT_OK)
        page->scene->failed = true;
    else
        page->blocked[page->blocked_count++] = *box;
}

void ent_i_page_warn(ent_i_page_t *page, const char *sentence)
{
    ent_i_warnings_t *warnings = page->warnings;

    if (ENT_GROW(warnings->text, warnings->count, warnings->capacity, NULL) != ENT_OK) {
        page->scene->failed = true;
        return;
    }
    warnings->text[warnings->count++] = sentence;
}

static const char *source_note(ent_i_page_t *page)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    const char *path = short_path(page);
    size_t sources = 0;

    if (page->options->source != NULL)
        return ent_i_say(page->scene, ENT_SAY_SOURCE,
                         ent_i_scene_name(page->scene, page->options->source, 400), NULL, NULL);
    if (dataset == NULL || path[0] == '\0')
        return "";
    sources = ent_dataset_source_count(dataset);
    if (sources > 0)
        path = ent_i_say(page->scene, sources == 1 ? ENT_SAY_SOURCE_IN : ENT_SAY_SOURCES_IN, path,
                         ent_i_say_count(page->scene, sources), NULL);
    else
        path = ent_i_scene_printf(page->scene, "%s.", path);
    return ent_i_say(page->scene, ENT_SAY_SOURCE, path, NULL, NULL);
}

/* All notes as one paragraph. */
static const char *notes(ent_i_page_t *page, size_t left_out)
{
    const char *text = "";

    for (size_t i = 0; i < page->note_count; i++)
        text = ent_i_scene_printf(page->scene, "%s%s%s", text, i > 0 ? " " : "", page->note[i]);
    if (left_out > 0)
        text = ent_i_scene_printf(page->scene, "%s%s%s", text, text[0] != '\0' ? " " : "",
                                  ent_i_say(page->scene, ENT_SAY_LEFT_OUT,
                                            ent_i_say_count(page->scene, left_out), NULL, NULL));
    return ent_i_scene_printf(page->scene, "%s%s%s", text, text[0] != '\0' ? " " : "",
                              source_note(page));
}

static ent_i_style_t note_style(const ent_i_page_t *page)
{
    return (ent_i_style_t){page->look->note, false, page->options->language};
}

static double notes_height(ent_i_page_t *page, const char *text)
{
    const char *line[MOST_LINES];
    ent_i_style_t style = note_style(page);
    ent_i_extent_t extent = ent_i_font_set(&page->font, "Mg", &style);

    if (text[0] == '\0')
        return 0;
    return 1.08 * (extent.ascent + extent.descent) *
           (double)ent_i_font_break(&page->font, page->scene, line, MOST_LINES, text, &style,
                                    page->inner.width);
}

void ent_i_page_reserve_foot(ent_i_page_t *page)
{
    /* the count is not known yet: room for the longest that may come */
    size_t most = page->plan.mark_count > ENT_ALWAYS_NAMED ? page->plan.mark_count : 0;

    page->plot.height -= notes_height(page, notes(page, most)) + 0.5 * page->look->note;
}

void ent_i_page_foot(ent_i_page_t *page)
{
    ent_i_style_t style = note_style(page);
    const char *text = notes(page, page->names_left_out);
    double height = notes_height(page, text);

    draw_lines(page, text, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK), "note",
               page->inner.y + page->inner.height - height, MOST_LINES);
}
