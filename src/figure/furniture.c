/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What stands about the picture: title, subtitle, notes, source. */
#include <glib.h>
#include <math.h>
#include <string.h>

#include "figure/page.h"
#include "network/network_i.h"

/* A title takes two lines at its full size, as many as it must at its least. */
enum { TITLE_LINES = 2, MOST_TITLE_LINES = 5, SUBTITLE_LINES = 4, MOST_LINES = 24 };

/* Letters of a text that a caller gives: more than any page has room for, so that what is cut is
 * found to be when its lines are counted. */
enum { LONGEST = 4000 };

static const double least_title = 0.7; /* of its size */
static const double note_share = 0.3;  /* of the page's height, at most */
static const double line_step = 1.08;  /* of the height of letters */

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
        return ent_i_scene_name(page->scene, page->options->title, LONGEST);
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
        return ent_i_scene_name(scene, page->options->subtitle, LONGEST);
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

static double step_of(ent_i_page_t *page, const ent_i_style_t *style)
{
    ent_i_extent_t extent = ent_i_font_set(&page->font, "Mg", style);

    return line_step * (extent.ascent + extent.descent);
}

/* Draws lines of text from the left, the first one's top at `top`; returns their height. Says so
 * where there are more than `most`. */
static double draw_lines(ent_i_page_t *page, const char *text, const ent_i_style_t *style,
                         ent_i_color_t color, const char *class, double top, size_t most)
{
    const char *line[MOST_LINES];
    size_t count = 0;
    double step = step_of(page, style);
    double ascent = ent_i_font_set(&page->font, "Mg", style).ascent;

    if (text[0] == '\0')
        return 0;
    if (ent_i_font_lines(&page->font, text, style, page->inner.width) > most)
        ent_i_page_warn(page, ent_i_say(page->scene, ENT_SAY_CUT,
                                        ent_i_scene_name(page->scene, text, 40), NULL, NULL));
    count = ent_i_font_break(&page->font, page->scene, line, most, text, style, page->inner.width);
    for (size_t i = 0; i < count; i++) {
        ent_i_point_t at = {page->inner.x, top + ascent + step * (double)i};

        ent_i_scene_text(page->scene, &page->font, line[i], at, ENT_ANCHOR_START, style, color)
            ->class
            = class;
    }
    return step * (double)count;
}

/* Smaller letters for a title that would take more than two lines. */
static void fit_title(ent_i_page_t *page, const char *title, ent_i_style_t *style)
{
    double least = fmax(least_title * page->look->title, page->look->subtitle);

    while (ent_i_font_lines(&page->font, title, style, page->inner.width) > TITLE_LINES &&
           0.95 * style->size >= least)
        style->size *= 0.95;
}

void ent_i_page_head(ent_i_page_t *page)
{
    const ent_i_look_t *look = page->look;
    const char *words = ent_i_page_title(page);
    ent_i_style_t title = {look->title, true, page->options->language};
    ent_i_style_t subtitle = {look->subtitle, false, page->options->language};
    double top = page->inner.y;

    fit_title(page, words, &title);
    top += draw_lines(page, words, &title, ent_i_ink(page->options->theme, ENT_INK), "title", top,
                      MOST_TITLE_LINES);
    top +=
        draw_lines(page, ent_i_page_subtitle(page), &subtitle,
                   ent_i_ink(page->options->theme, ENT_SOFT_INK), "subtitle", top, SUBTITLE_LINES);
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

/* Whether what follows can stand behind a text as a new sentence: its last letter, but for what
 * closes quotes and brackets, ends one, or belongs to an address. */
static bool is_ended(const char *text)
{
    static const char *const ends[] = {".", "!", "?", "…", ":", ";", "/", "。", "！", "？"};
    const char *end = text + strlen(text);
    const char *last = NULL;
    gunichar letter = 0;

    do {
        last = g_utf8_find_prev_char(text, end);
        end = last;
        letter = last != NULL ? g_utf8_get_char(last) : 0;
    } while (last != NULL && (letter == '"' || letter == '\'' ||
                              g_unichar_type(letter) == G_UNICODE_FINAL_PUNCTUATION ||
                              g_unichar_type(letter) == G_UNICODE_CLOSE_PUNCTUATION));
    for (size_t i = 0; last != NULL && i < sizeof ends / sizeof *ends; i++) {
        if (strncmp(last, ends[i], strlen(ends[i])) == 0)
            return true;
    }
    return last == NULL;
}

/* A sentence of the caller's, with a full stop where it has none. */
static const char *sentence(ent_i_page_t *page, const char *text)
{
    const char *clean = ent_i_scene_name(page->scene, text, LONGEST);

    return is_ended(clean) ? clean : ent_i_scene_printf(page->scene, "%s.", clean);
}

static const char *source_note(ent_i_page_t *page)
{
    const ent_dataset_t *dataset = ent_network_dataset(page->network);
    const char *path = short_path(page);
    size_t sources = 0;

    if (page->options->source != NULL)
        return ent_i_say(page->scene, ENT_SAY_SOURCE, sentence(page, page->options->source), NULL,
                         NULL);
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

static const char *join(ent_i_page_t *page, const char *text, const char *more)
{
    if (text[0] == '\0' || more[0] == '\0')
        return text[0] == '\0' ? more : text;
    return ent_i_scene_printf(page->scene, "%s %s", text, more);
}

/* All notes as one paragraph: what the figure says of itself, what the caller adds, the source. */
static const char *notes(ent_i_page_t *page, size_t left_out)
{
    const char *text = "";

    for (size_t i = 0; i < page->note_count; i++)
        text = join(page, text, page->note[i]);
    if (left_out > 0)
        text = join(page, text,
                    ent_i_say(page->scene, ENT_SAY_LEFT_OUT, ent_i_say_count(page->scene, left_out),
                              NULL, NULL));
    for (size_t i = 0; i < page->options->note_count; i++)
        text = join(page, text, sentence(page, page->options->note[i]));
    return join(page, text, source_note(page));
}

static ent_i_style_t note_style(const ent_i_page_t *page)
{
    return (ent_i_style_t){page->look->note, false, page->options->language};
}

/* Lines that notes may take; the page's own height, not what it may grow to. */
static size_t most_note_lines(ent_i_page_t *page)
{
    ent_i_style_t style = note_style(page);
    double most = note_share * page->look->height / step_of(page, &style);

    return (size_t)fmax(2, fmin(MOST_LINES, floor(most)));
}

static double notes_height(ent_i_page_t *page, const char *text)
{
    ent_i_style_t style = note_style(page);
    size_t most = most_note_lines(page);
    size_t lines = ent_i_font_lines(&page->font, text, &style, page->inner.width);

    if (text[0] == '\0')
        return 0;
    return step_of(page, &style) * (double)(lines < most ? lines : most);
}

double ent_i_page_foot_height(ent_i_page_t *page)
{
    /* the count is not known yet: room for the longest that may come */
    size_t most = page->plan.mark_count > ENT_ALWAYS_NAMED ? page->plan.mark_count : 0;

    return notes_height(page, notes(page, most)) + 0.5 * page->look->note;
}

void ent_i_page_reserve_foot(ent_i_page_t *page)
{
    page->plot.height -= ent_i_page_foot_height(page);
}

void ent_i_page_foot(ent_i_page_t *page)
{
    ent_i_style_t style = note_style(page);
    const char *text = notes(page, page->names_left_out);
    double height = notes_height(page, text);

    draw_lines(page, text, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK), "note",
               page->inner.y + page->inner.height - height, most_note_lines(page));
}
