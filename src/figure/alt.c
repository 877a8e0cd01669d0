/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The picture in words, for those who do not see it: a short description, as is read out in
 * passing, and a long one, which says what a reader would find in it. */
#include <glib.h>
#include <string.h>

#include "figure/draw.h"
#include "figure/page.h"

enum { MOST_LETTERS = 150 }; /* of the short one: more is cut off by screen readers */

/* What kind of picture a layout makes; other layouts are diagrams. */
static ent_i_word_t picture_of(ent_layout_t layout)
{
    static const struct {
        const char *layout;
        ent_i_word_t word;
    } pictures[] = {{"force", ENT_SAY_PICTURE_NETWORK},     {"map", ENT_SAY_PICTURE_MAP},
                    {"bipartite", ENT_SAY_PICTURE_COLUMNS}, {"ego", ENT_SAY_PICTURE_RINGS},
                    {"concentric", ENT_SAY_PICTURE_RINGS},  {"arc", ENT_SAY_PICTURE_ARC},
                    {"circle", ENT_SAY_PICTURE_CIRCLE},     {"chord", ENT_SAY_PICTURE_CHORD},
                    {"matrix", ENT_SAY_PICTURE_MATRIX},     {"timeline", ENT_SAY_PICTURE_TIMELINE}};

    for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
        if (strcmp(pictures[i].layout, ent_layout_name(layout)) == 0)
            return pictures[i].word;
    }
    return ENT_SAY_PICTURE_NETWORK;
}

/* Appends a sentence. */
static void add(ent_i_page_t *page, const char **text, const char *sentence)
{
    if (sentence[0] != '\0')
        *text = ent_i_scene_printf(page->scene, "%s%s%s", *text, (*text)[0] != '\0' ? " " : "",
                                   sentence);
}

/* The mark with ties that is next in rank after `last` (NULL: the first); NULL when there is none.
 */
static const ent_i_mark_t *next_leader(const ent_i_page_t *page, const ent_i_mark_t *last)
{
    const ent_i_mark_t *best = NULL;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];

        if (page->shown[i] && (mark->tied || mark->folded > 0) &&
            (last == NULL || mark->rank > last->rank) && (best == NULL || mark->rank < best->rank))
            best = mark;
    }
    return best;
}

/* The names of the three largest marks, or of what the layout draws instead. */
static const char *leaders(ent_i_page_t *page)
{
    ent_i_scene_t *scene = page->scene;
    const char *names = page->leaders != NULL ? page->leaders : "";
    const ent_i_mark_t *mark = NULL;

    for (int i = 0; i < 3 && page->leaders == NULL && (mark = next_leader(page, mark)) != NULL; i++)
        names = ent_i_scene_printf(scene, "%s%s%s", names, i > 0 ? ", " : "",
                                   ent_i_mark_name(page, mark));
    return names[0] != '\0' ? ent_i_say(scene, ENT_SAY_ALT_LEADERS, names, NULL, NULL) : "";
}

/* The first finding, the one that matters most. */
static const char *first_finding(ent_i_page_t *page)
{
    const char *findings = page->options->findings != NULL ? page->options->findings : "";

    return ent_i_scene_printf(page->scene, "%.*s", (int)strcspn(findings, "\n"), findings);
}

/* All of them as one paragraph. */
static const char *all_findings(ent_i_page_t *page)
{
    char *text = NULL;

    if (page->options->findings == NULL || page->options->findings[0] == '\0')
        return leaders(page);
    text = ent_i_arena_text(&page->scene->arena, page->options->findings,
                            strlen(page->options->findings));
    if (text == NULL) {
        page->scene->failed = true;
        return "";
    }
    for (char *at = text; *at != '\0'; at++) {
        if (*at == '\n')
            *at = ' ';
    }
    return g_strchomp(text);
}

/* "Colours by group: group 1 – 12; group 2 – 9.": of all actors, drawn or not. */
static const char *colors(ent_i_page_t *page)
{
    const char *list = "";

    for (size_t i = 0; i < page->plan.tone_count; i++)
        list = ent_i_scene_printf(page->scene, "%s%s%s – %s", list, i > 0 ? "; " : "",
                                  page->plan.tone[i].name,
                                  ent_i_say_count(page->scene, page->plan.tone[i].count));
    if (list[0] == '\0')
        return "";
    return ent_i_say(page->scene, ENT_SAY_ALT_COLORS, ent_i_spoken(page, page->options->color_by),
                     list, NULL);
}

/* The same of outlines. */
static const char *outlines(ent_i_page_t *page)
{
    const char *list = page->outlined ? ent_i_hulls_list(page) : "";

    return list[0] != '\0'
               ? ent_i_say(page->scene, ENT_SAY_ALT_HULLS, ent_i_hulls_by(page), list, NULL)
               : "";
}

/* How many lines are dashed, or cells hollow. */
static const char *doubtful(ent_i_page_t *page, ent_tie_status_t status, ent_i_word_t word)
{
    bool cells = page->options->layout == ENT_LAYOUT_MATRIX;
    size_t count = 0;

    for (size_t i = 0; i < page->plan.link_count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];

        count +=
            link->status == status && (cells || (page->shown[link->a] && page->shown[link->b]));
    }
    return count > 0 ? ent_i_say(page->scene, word, ent_i_say_count(page->scene, count), NULL, NULL)
                     : "";
}

/* Both kinds of doubt, as the layout draws them. */
static const char *doubts(ent_i_page_t *page)
{
    bool cells = page->options->layout == ENT_LAYOUT_MATRIX;
    ent_i_word_t planned = cells ? ENT_SAY_ALT_PLANNED_CELLS : ENT_SAY_ALT_PLANNED;
    ent_i_word_t disputed = cells ? ENT_SAY_ALT_DISPUTED_CELLS : ENT_SAY_ALT_DISPUTED;
    const char *text = "";

    if (page->options->layout == ENT_LAYOUT_TIMELINE) /* it has counted its own bars */
        return text;
    if (page->grouped) {
        planned = ENT_SAY_ALT_PLANNED_AMONG;
        disputed = ENT_SAY_ALT_DISPUTED_AMONG;
    }
    add(page, &text, doubtful(page, ENT_STATUS_PLANNED, planned));
    add(page, &text, doubtful(page, ENT_STATUS_DISPUTED, disputed));
    return text;
}

/* At most so many letters, cut behind a word. */
static const char *cut(ent_i_page_t *page, const char *text)
{
    const char *end = NULL;

    if (g_utf8_strlen(text, -1) <= MOST_LETTERS)
        return text;
    end = g_utf8_offset_to_pointer(text, MOST_LETTERS - 1);
    for (const char *at = end; at > text; at--) {
        if (*at == ' ') {
            end = at;
            break;
        }
    }
    return ent_i_scene_printf(page->scene, "%.*s…", (int)(end - text), text);
}

static const char *brief(ent_i_page_t *page, const char *head)
{
    const char *text = ent_i_scene_printf(page->scene, "%s.", head);
    const char *finding = first_finding(page);
    const char *whole = text;

    add(page, &whole, finding[0] != '\0' ? finding : leaders(page));
    return cut(page, g_utf8_strlen(whole, -1) <= MOST_LETTERS ? whole : text);
}

void ent_i_page_describe(ent_i_page_t *page, size_t hidden)
{
    ent_i_scene_t *scene = page->scene;
    const char *picture = ent_i_say(scene, picture_of(page->options->layout), NULL, NULL, NULL);
    const char *head = ent_i_scene_printf(scene, "%s: %s", picture, scene->title);
    const char *text = ent_i_say(scene, ENT_SAY_ALT, head, ent_i_page_subtitle(page), NULL);

    if (page->told != NULL)
        add(page, &text, page->told);
    if (page->leaders != NULL && first_finding(page)[0] != '\0')
        add(page, &text, leaders(page));
    add(page, &text, all_findings(page));
    add(page, &text, colors(page));
    add(page, &text, outlines(page));
    add(page, &text, doubts(page));
    for (size_t i = 0; i < hidden; i++)
        add(page, &text, page->note[i]);
    scene->description = text;
    scene->brief = brief(page, head);
}

ent_status_t ent_i_draw_alt(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err)
{
    ent_i_text_t text = {0};
    ent_status_t status;

    ent_i_text_printf(&text, "%s\n\n%s\n", scene->brief, scene->description);
    status = ent_i_text_finish(&text, blob, err);
    ent_i_text_free(&text);
    return status;
}
