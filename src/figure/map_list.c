/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Agreements with bodies that have no place on a map: a list below it. */
#include <math.h>

#include "figure/map_i.h"

enum { MOST_ROWS = 14, NAME_LINES = 2, ROW_LINES = 3, HEAD_LINES = 3, MOST_COLUMNS = 2 };

/* "Gongju, Yanggu, …": with whom a body has agreements. */
static const char *partners(ent_i_atlas_t *atlas, size_t mark)
{
    ent_i_page_t *page = atlas->page;
    const char *text = "";
    bool first = true;

    for (size_t i = 0; i < page->plan.link_count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];
        size_t other = (size_t)link->a == mark ? (size_t)link->b : (size_t)link->a;
        const char *doubt = "";

        if (link->stroke != ENT_STROKE_AGREEMENT ||
            ((size_t)link->a != mark && (size_t)link->b != mark))
            continue;
        if (ent_i_is_doubtful(link->status))
            doubt = ent_i_scene_printf(
                page->scene, " (%s)",
                ent_i_say(page->scene,
                          link->status == ENT_STATUS_PLANNED ? ENT_SAY_PLANNED : ENT_SAY_DISPUTED,
                          NULL, NULL, NULL));
        text = ent_i_scene_printf(page->scene, "%s%s%s%s", text, first ? "" : ", ",
                                  ent_i_mark_name(page, &page->plan.mark[other]), doubt);
        first = false;
    }
    return text;
}

/* Draws (or only measures) one body's row; returns its height. */
static double draw_row(ent_i_atlas_t *atlas, size_t mark, ent_i_point_t at, double width, bool draw)
{
    ent_i_page_t *page = atlas->page;
    ent_i_style_t name = {page->look->note, true, page->options->language};
    ent_i_style_t list = {page->look->note, false, page->options->language};
    ent_i_extent_t extent = ent_i_font_set(&page->font, "Mg", &list);
    const char *line[NAME_LINES + ROW_LINES];
    double step = 1.05 * (extent.ascent + extent.descent);
    double indent = 0.8 * page->look->note;
    size_t names = ent_i_font_break(&page->font, page->scene, line, NAME_LINES,
                                    ent_i_mark_name(page, &page->plan.mark[mark]), &name, width);
    size_t lines = names;

    lines += ent_i_font_break(&page->font, page->scene, line + lines, ROW_LINES,
                              partners(atlas, mark), &list, width - indent);
    for (size_t i = 0; i < lines && draw; i++) {
        ent_i_point_t from = {at.x + (i >= names ? indent : 0),
                              at.y + extent.ascent + step * (double)i};

        ent_i_scene_text(page->scene, &page->font, line[i], from, ENT_ANCHOR_START,
                         i >= names ? &list : &name,
                         ent_i_ink(page->options->theme, i >= names ? ENT_SOFT_INK : ENT_INK))
            ->class
            = "aside";
    }
    return step * (double)lines + 0.35 * page->look->note;
}

double ent_i_map_list(ent_i_atlas_t *atlas, const ent_i_box_t *box, size_t columns, bool draw)
{
    ent_i_page_t *page = atlas->page;
    ent_i_style_t style = {page->look->legend, true, page->options->language};
    double gap = 2 * page->look->note;
    double width = (box->width + gap) / (double)columns - gap;
    double height[MOST_COLUMNS] = {0};
    const char *line[HEAD_LINES];
    size_t heads = ent_i_font_break(
        &page->font, page->scene, line, HEAD_LINES,
        ent_i_say(page->scene, ENT_SAY_PLACELESS_ASIDE, NULL, NULL, NULL), &style, box->width);
    double head = 0.3 * style.size + 1.2 * style.size * (double)heads;
    size_t rows = 0;
    size_t shown = 0;
    bool full = false;

    for (size_t rank = 0; rank < page->plan.mark_count; rank++) {
        size_t mark = atlas->ranked[rank];
        size_t column = columns > 1 && height[1] < height[0] ? 1 : 0;
        ent_i_point_t at = {box->x + (width + gap) * (double)column,
                            box->y + head + height[column]};

        if (page->shown[mark] || !page->plan.mark[mark].party)
            continue;
        rows++;
        full = full || shown == MOST_ROWS ||
               head + height[column] + draw_row(atlas, mark, at, width, false) +
                       1.8 * page->look->note >
                   box->height;
        if (full)
            continue;
        height[column] += draw_row(atlas, mark, at, width, draw);
        shown++;
    }
    if (rows > shown) { /* the list is cut: say by how many */
        size_t column = columns > 1 && height[1] < height[0] ? 1 : 0;
        ent_i_point_t at = {box->x + (width + gap) * (double)column,
                            box->y + head + height[column] + page->look->note};
        ent_i_style_t small = {page->look->note, false, page->options->language};

        if (draw)
            ent_i_scene_text(page->scene, &page->font,
                             ent_i_say(page->scene, ENT_SAY_AND_MORE, "…",
                                       ent_i_say_count(page->scene, rows - shown), NULL),
                             at, ENT_ANCHOR_START, &small,
                             ent_i_ink(page->options->theme, ENT_SOFT_INK))
                ->class
                = "aside";
        height[column] += 1.4 * page->look->note;
    }
    for (size_t i = 0; i < heads && draw && rows > 0; i++)
        ent_i_scene_text(page->scene, &page->font, line[i],
                         (ent_i_point_t){box->x, box->y + style.size * (0.95 + 1.2 * (double)i)},
                         ENT_ANCHOR_START, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK))
            ->class
            = "aside";
    return rows > 0 ? head + fmax(height[0], height[1]) + 0.4 * page->look->note : 0;
}
