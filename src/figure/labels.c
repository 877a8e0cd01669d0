/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names beside marks. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/page.h"

/* Leaders' lengths, in sizes of the letters: nobody follows one that is longer. Of names that must
 * stand, some are, rather than be cut to a few letters. */
static const double longest = 4.5;
static const double longest_of_must = 9;

/* Between two names on one line, in sizes of the letters: three blanks or so. */
static const double apart = 0.8;

/* A leader's width at the name and at its tip, and how far before the mark it ends, on a page of a
 * report. */
static const double leader_width = 1.5;
static const double leader_tip = 0.3;
static const double leader_gap = 1.1;

/* Breaks a name into lines of about equal length. */
static size_t break_name(ent_i_label_t *label, ent_i_page_t *page, const char *name,
                         const ent_i_style_t *style, double widest)
{
    double whole = ent_i_font_set(&page->font, name, style).width;
    size_t lines = (size_t)ceil(whole / widest);
    double width = widest;

    if (whole <= widest) {
        label->line[0] = name;
        return 1;
    }
    if (lines < page->name_lines)
        width = fmin(widest, fmax(1.15 * whole / (double)lines,
                                  ent_i_font_longest_word(&page->font, name, style)));
    lines = ent_i_font_break(&page->font, page->scene, label->line, page->name_lines, name, style,
                             width);
    if (lines > (size_t)ceil(whole / widest)) /* the words did not allow it */
        lines = ent_i_font_break(&page->font, page->scene, label->line, page->name_lines, name,
                                 style, widest);
    return lines;
}

void ent_i_label_set(ent_i_label_t *label, ent_i_page_t *page, const ent_i_label_words_t *words,
                     double widest)
{
    ent_i_style_t style = {page->look->label, words->bold, NULL};
    ent_i_extent_t extent;

    *label = (ent_i_label_t){0};
    label->language = ent_i_text_language(words->name, page->options->language);
    style.language = label->language;
    label->bold = words->bold;
    label->line_count = break_name(label, page, words->name, &style, widest);
    label->soft = label->line_count;
    if (words->apart != NULL) {
        style.bold = false;
        ent_i_font_break(&page->font, page->scene, &label->line[label->line_count++], 1,
                         words->apart, &style, widest);
    }
    label->counts = label->line_count;
    if (words->count != NULL)
        label->line[label->line_count++] = words->count;
    for (size_t i = 0; i < label->line_count; i++) {
        style.bold = label->bold && i < label->soft;
        style.language = i < label->counts ? label->language : page->options->language;
        extent = ent_i_font_set(&page->font, label->line[i], &style);
        label->width = fmax(label->width, fmax(extent.width, extent.ink.x + extent.ink.width));
        label->ascent = fmax(label->ascent, extent.ascent);
        label->line_height = fmax(label->line_height, extent.ascent + extent.descent);
    }
    label->line_height *= 0.94;
    label->height = label->line_height * (double)label->line_count;
}

void ent_i_label_make(ent_i_label_t *label, ent_i_page_t *page, const ent_i_mark_t *mark,
                      double widest)
{
    ent_i_label_words_t words = {.name = ent_i_mark_name(page, mark),
                                 .apart = page->apart != NULL ? page->apart[mark - page->plan.mark]
                                                              : NULL,
                                 .bold = mark->kind == ENT_KIND_NETWORK ||
                                         (page->options->layout == ENT_LAYOUT_EGO &&
                                          mark->vertex == ent_i_focus_vertex(page->network))};

    if (mark->folded > 0)
        words.count =
            ent_i_say(page->scene, ENT_SAY_FOLDED,
                      ent_i_say_kinds(page->scene, mark->folded_kind, mark->folded), NULL, NULL);
    ent_i_label_set(label, page, &words, widest);
}

/* Draws a label's lines in its box, towards the mark. */
static void draw_label(ent_i_page_t *page, const ent_i_label_t *label, const ent_i_mark_t *mark,
                       const ent_i_wish_t *wish, ent_i_point_t center)
{
    ent_i_anchor_t anchor = ENT_ANCHOR_MIDDLE;
    double x = wish->box.x + wish->box.width / 2;

    if (wish->box.x > center.x) {
        anchor = ENT_ANCHOR_START;
        x = wish->box.x;
    } else if (wish->box.x + wish->box.width < center.x) {
        anchor = ENT_ANCHOR_END;
        x = wish->box.x + wish->box.width;
    }
    for (size_t i = 0; i < label->line_count; i++) {
        bool soft = i >= label->soft;
        ent_i_style_t style = {page->look->label, label->bold && !soft,
                               i >= label->counts ? page->options->language : label->language};
        ent_i_point_t at = {x, wish->box.y + label->ascent - 0.03 * label->line_height +
                                   label->line_height * (double)i};
        ent_i_item_t *item =
            ent_i_scene_text(page->scene, &page->font, label->line[i], at, anchor, &style,
                             ent_i_ink(page->options->theme, soft ? ENT_SOFT_INK : ENT_INK));

        item->halo = true;
        item->class = i >= label->counts ? "count" : soft ? "apart" : "label";
        item->actor =
            ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
    }
}

void ent_i_draw_leader(ent_i_page_t *page, ent_i_point_t from, ent_i_point_t to)
{
    double length = hypot(to.x - from.x, to.y - from.y);
    double gap = fmin(leader_gap * page->look->line, 0.3 * length);
    double half = leader_width / 2 * page->look->line, tip = leader_tip / 2 * page->look->line;
    ent_i_point_t way = {(to.x - from.x) / fmax(length, 1e-9),
                         (to.y - from.y) / fmax(length, 1e-9)};
    ent_i_point_t end = {from.x + gap * way.x, from.y + gap * way.y};
    const ent_i_point_t corner[4] = {{end.x + tip * way.y, end.y - tip * way.x},
                                     {end.x - tip * way.y, end.y + tip * way.x},
                                     {to.x - half * way.y, to.y + half * way.x},
                                     {to.x + half * way.y, to.y - half * way.x}};
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);

    item->class = "leader";
    ent_i_item_fill(item, ent_i_faded(ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.6));
}

/* The labels of one figure while they are placed. */
typedef struct naming {
    ent_i_label_t *label; /* in shapes: ENT_MOST_SHAPES by name */
    ent_i_wish_t *wish;
} naming_t;

/* Whether a name was broken between words only. */
static bool breaks_at_spaces(const ent_i_label_t *label, const char *name)
{
    const char *at = name;

    for (size_t i = 0; i < label->soft; i++) {
        size_t length = strlen(label->line[i]);

        while (*at == ' ')
            at++;
        if (strncmp(at, label->line[i], length) != 0)
            return false;
        at += length;
        if (*at != '\0' && *at != ' ' && at[-1] != '-')
            return false;
    }
    return *at == '\0';
}

static void add_shape(ent_i_wish_t *wish, const ent_i_label_t *label)
{
    wish->shape[wish->shape_count].width = label->width;
    wish->shape[wish->shape_count++].height = label->height;
}

/* Adds the label with one line more and with one less, where its words allow that. */
static void add_shapes(naming_t *naming, ent_i_page_t *page, size_t index, const ent_i_mark_t *mark)
{
    ent_i_label_t *label = &naming->label[index * ENT_MOST_SHAPES];
    ent_i_wish_t *wish = &naming->wish[index];
    const char *name = ent_i_mark_name(page, mark);
    double lines = (double)label[0].soft;
    const double widest[2] = {0.98 * label[0].width * lines / (lines + 1) * 1.1,
                              lines > 1 ? 1.12 * label[0].width * lines / (lines - 1) : 0};

    for (size_t i = 0; i < 2; i++) {
        ent_i_label_t *made = &label[wish->shape_count];

        if (widest[i] <= 0 || widest[i] > 20 * page->look->label ||
            (i == 0 && label[0].soft >= page->name_lines))
            continue;
        ent_i_label_make(made, page, mark, widest[i]);
        if (made->soft == label[0].soft + 1 - 2 * i && made->width <= 1.01 * widest[i] &&
            breaks_at_spaces(made, name))
            add_shape(wish, made);
    }
}

/* Lets the leaders of those labels that must stand but found no room do more, or makes them
 * shorter; how many there are. */
static size_t give_way(naming_t *naming, ent_i_page_t *page, const size_t *mark, size_t count,
                       double widest, ent_i_lead_t lead)
{
    size_t lines = page->name_lines;
    size_t found = 0;

    page->name_lines = 1;
    for (size_t i = 0; i < count; i++) {
        ent_i_wish_t *wish = &naming->wish[i];
        ent_i_label_t *label = &naming->label[i * ENT_MOST_SHAPES];

        if (!wish->must || wish->placed)
            continue;
        found++;
        wish->lead = lead;
        if (widest <= 0)
            continue;
        ent_i_label_make(label, page, &page->plan.mark[mark[i]], widest);
        wish->shape_count = 0;
        add_shape(wish, label);
    }
    page->name_lines = lines;
    return found;
}

static ent_status_t naming_init(naming_t *naming, ent_i_page_t *page, const ent_i_label_t *label,
                                const size_t *mark, size_t count, const ent_i_side_t *side,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&naming->wish, count, sizeof *naming->wish, err));
    ENT_TRY(ent_i_alloc(&naming->label, count, ENT_MOST_SHAPES * sizeof *naming->label, err));
    for (size_t i = 0; i < count; i++) {
        const ent_i_mark_t *named = &page->plan.mark[mark[i]];

        naming->wish[i] = (ent_i_wish_t){.disc = mark[i],
                                         .side = side != NULL ? side[i] : ENT_SIDE_ANY,
                                         .must = named->rank < ENT_ALWAYS_NAMED,
                                         .may_lead = true};
        naming->label[i * ENT_MOST_SHAPES] = label[i];
        add_shape(&naming->wish[i], &label[i]);
        if (side == NULL)
            add_shapes(naming, page, i, named);
    }

cleanup:
    return status;
}

static void leave_out(ent_i_page_t *page, bool must)
{
    page->names_left_out++;
    page->unnamed += must;
}

ent_status_t ent_i_page_label(ent_i_page_t *page, const ent_i_label_t *label, const size_t *mark,
                              size_t count, const ent_i_ground_t *ground, const ent_i_side_t *side,
                              ent_error_t *err)
{
    static const struct {
        double width; /* of what is cut, in sizes of the letters; 0: the whole name */
        ent_i_lead_t lead;
    } resorts[] = {{0, ENT_LEAD_OVER},   {11, ENT_LEAD_OVER}, {7, ENT_LEAD_OVER},
                   {4.5, ENT_LEAD_OVER}, {7, ENT_LEAD_FAR},   {2.5, ENT_LEAD_FAR}};
    ent_status_t status = ENT_OK;
    ent_i_ground_t all = *ground;
    naming_t naming = {0};
    ent_i_terrain_t *terrain = NULL;

    if (all.lead == 0)
        all.lead = longest * page->look->label;
    if (all.most == 0)
        all.most = longest_of_must * page->look->label;
    if (all.beside == 0)
        all.beside = apart * page->look->label;
    ENT_TRY(naming_init(&naming, page, label, mark, count, side, err));
    ENT_TRY(ent_i_terrain_new(&terrain, &all, err));
    ENT_TRY(ent_i_place_labels(naming.wish, count, terrain, err));
    for (size_t i = 0; i < sizeof resorts / sizeof *resorts; i++) {
        size_t cut = give_way(&naming, page, mark, count, resorts[i].width * page->look->label,
                              resorts[i].lead);

        if (cut == 0)
            break;
        page->stumps += i + 1 == sizeof resorts / sizeof *resorts ? cut : 0;
        ENT_TRY(ent_i_place_labels(naming.wish, count, terrain, err));
    }
    ent_i_scene_open(page->scene, "labels");
    for (size_t i = 0; i < count; i++) {
        if (naming.wish[i].placed && naming.wish[i].leader)
            ent_i_draw_leader(page, ent_i_lead_end(page, naming.wish[i].disc, naming.wish[i].from),
                              naming.wish[i].to);
    }
    for (size_t i = 0; i < count; i++) {
        const ent_i_wish_t *wish = &naming.wish[i];

        if (wish->placed)
            draw_label(page, &naming.label[i * ENT_MOST_SHAPES + wish->shape_used],
                       &page->plan.mark[mark[i]], wish, ground->disc[mark[i]]);
        else
            leave_out(page, wish->must);
    }
    ent_i_scene_close(page->scene);

cleanup:
    ent_i_terrain_free(terrain);
    free(naming.wish);
    free(naming.label);
    return status;
}
