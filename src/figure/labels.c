/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names beside marks. */
#include <math.h>
#include <stdlib.h>

#include "figure/page.h"

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
        width = fmin(widest, 1.15 * whole / (double)lines);
    lines = ent_i_font_break(&page->font, page->scene, label->line, page->name_lines, name, style,
                             width);
    if (lines > (size_t)ceil(whole / widest)) /* the words did not allow it */
        lines = ent_i_font_break(&page->font, page->scene, label->line, page->name_lines, name,
                                 style, widest);
    return lines;
}

void ent_i_label_make(ent_i_label_t *label, ent_i_page_t *page, const ent_i_mark_t *mark,
                      double widest)
{
    const char *name = ent_i_mark_name(page, mark);
    ent_i_style_t style = {page->look->label, false, NULL};
    ent_i_extent_t extent;

    *label = (ent_i_label_t){0};
    label->language = ent_i_text_language(name, page->options->language);
    style.language = label->language;
    label->bold =
        mark->kind == ENT_KIND_NETWORK || (page->options->layout == ENT_LAYOUT_EGO &&
                                           mark->vertex == ent_i_focus_vertex(page->network));
    style.bold = label->bold;
    label->line_count = break_name(label, page, name, &style, widest);
    label->soft = label->line_count;
    if (mark->folded > 0)
        label->line[label->line_count++] =
            ent_i_say(page->scene, ENT_SAY_FOLDED,
                      ent_i_say_kinds(page->scene, ENT_KIND_CITY, mark->folded), NULL, NULL);
    for (size_t i = 0; i < label->line_count; i++) {
        style.bold = label->bold && i < label->soft;
        style.language = i < label->soft ? label->language : page->options->language;
        extent = ent_i_font_set(&page->font, label->line[i], &style);
        label->width = fmax(label->width, fmax(extent.width, extent.ink.x + extent.ink.width));
        label->ascent = fmax(label->ascent, extent.ascent);
        label->line_height = fmax(label->line_height, extent.ascent + extent.descent);
    }
    label->line_height *= 0.94;
    label->height = label->line_height * (double)label->line_count;
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
                               soft ? page->options->language : label->language};
        ent_i_point_t at = {x, wish->box.y + label->ascent - 0.03 * label->line_height +
                                   label->line_height * (double)i};
        ent_i_item_t *item =
            ent_i_scene_text(page->scene, &page->font, label->line[i], at, anchor, &style,
                             ent_i_ink(page->options->theme, soft ? ENT_SOFT_INK : ENT_INK));

        item->halo = true;
        item->class = soft ? "count" : "label";
        item->actor =
            ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, mark->vertex));
    }
}

static void draw_leader(ent_i_page_t *page, const ent_i_wish_t *wish)
{
    ent_i_item_t *item = ent_i_scene_line(page->scene, wish->from, wish->to);

    item->class = "leader";
    ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.4 * page->look->line);
}

ent_status_t ent_i_page_label(ent_i_page_t *page, const ent_i_label_t *label, const size_t *mark,
                              size_t count, const ent_i_ground_t *ground, const ent_i_side_t *side,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_wish_t *wish = NULL;

    ENT_TRY(ent_i_alloc(&wish, count, sizeof *wish, err));
    for (size_t i = 0; i < count; i++) {
        size_t rank = page->plan.mark[mark[i]].rank;

        wish[i] = (ent_i_wish_t){.disc = mark[i],
                                 .width = label[i].width,
                                 .height = label[i].height,
                                 .side = side != NULL ? side[i] : ENT_SIDE_ANY,
                                 .must = rank < ENT_ALWAYS_NAMED,
                                 .may_lead = true};
    }
    ENT_TRY(ent_i_place_labels(wish, count, ground, err));
    ent_i_scene_open(page->scene, "labels");
    for (size_t i = 0; i < count; i++) {
        if (wish[i].placed && wish[i].leader)
            draw_leader(page, &wish[i]);
    }
    for (size_t i = 0; i < count; i++) {
        if (wish[i].placed)
            draw_label(page, &label[i], &page->plan.mark[mark[i]], &wish[i], ground->disc[mark[i]]);
        else
            page->names_left_out++;
    }
    ent_i_scene_close(page->scene);

cleanup:
    free(wish);
    return status;
}
