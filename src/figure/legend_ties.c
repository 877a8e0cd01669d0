/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The legend of ties: kinds, doubt, width, direction. */
#include <math.h>

#include "figure/page.h"

static const double hairline = 0.25; /* points, on a page of a report */

static ent_i_entry_t *add(ent_i_legend_t *legend, ent_i_page_t *page, ent_i_swatch_t swatch,
                          ent_i_word_t word)
{
    return ent_i_legend_add(legend, swatch, ent_i_say(page->scene, word, NULL, NULL, NULL));
}

static bool shows(const ent_i_page_t *page, int stroke)
{
    return page->plan.stroke_count[stroke] > 0 && page->stroke_shown[stroke];
}

/* The strongest kind of tie that is drawn. */
static ent_i_stroke_t main_stroke(const ent_i_page_t *page)
{
    int stroke = ENT_STROKE_COUNT - 1;

    while (stroke > 0 && !shows(page, stroke))
        stroke--;
    return (ent_i_stroke_t)stroke;
}

static void add_strokes(ent_i_legend_t *legend, ent_i_page_t *page)
{
    static const ent_i_word_t word[ENT_STROKE_COUNT] = {
        [ENT_STROKE_SHARED] = ENT_SAY_SHARED,         [ENT_STROKE_EDGE] = ENT_SAY_TIE,
        [ENT_STROKE_ATTENDANCE] = ENT_SAY_ATTENDANCE, [ENT_STROKE_MEMBERSHIP] = ENT_SAY_MEMBERSHIP,
        [ENT_STROKE_AGREEMENT] = ENT_SAY_AGREEMENT,
    };

    for (int s = ENT_STROKE_COUNT - 1; s >= 0; s--) {
        if (shows(page, s))
            add(legend, page, ENT_SWATCH_LINE, word[s])->stroke = (ent_i_stroke_t)s;
    }
}

static void add_doubt(ent_i_legend_t *legend, ent_i_page_t *page, ent_tie_status_t status,
                      ent_i_word_t word)
{
    ent_i_entry_t *entry = NULL;

    if (!page->plan.status_used[status])
        return;
    entry = add(legend, page, ENT_SWATCH_LINE, word);
    entry->stroke = main_stroke(page);
    entry->status = status;
}

/* The kind of the heaviest tie that is drawn: its widths are the legend's. */
static ent_i_stroke_t heaviest_stroke(const ent_i_page_t *page)
{
    const ent_i_link_t *heaviest = NULL;

    for (size_t i = 0; i < page->plan.link_count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];

        if (page->stroke_shown[link->stroke] &&
            (heaviest == NULL || link->weight > heaviest->weight))
            heaviest = link;
    }
    return heaviest != NULL ? heaviest->stroke : ENT_STROKE_EDGE;
}

static void add_widths(ent_i_legend_t *legend, ent_i_page_t *page)
{
    const double weight[2] = {page->plan.least_weight, page->plan.most_weight};
    ent_i_item_t widest = {.shape = ENT_SHAPE_PATH};

    if (!(weight[1] > weight[0]))
        return;
    ent_i_style_line(&widest, page, heaviest_stroke(page), ENT_STATUS_ACTIVE, weight[1]);
    if (widest.line_width < hairline * page->look->line)
        return; /* nobody could tell one width from the other */
    add(legend, page, ENT_SWATCH_NONE, ENT_SAY_WIDTH)->heading = true;
    for (int i = 0; i < 2; i++) {
        ent_i_entry_t *entry =
            ent_i_legend_add(legend, ENT_SWATCH_LINE, ent_i_say_number(page->scene, weight[i], 3));

        entry->stroke = heaviest_stroke(page);
        entry->weight = weight[i];
    }
}

void ent_i_legend_ties(ent_i_legend_t *legend, ent_i_page_t *page)
{
    bool directed = ent_network_is_directed(page->network) && page->plan.link_count > 0;
    ent_i_entry_t *entry = NULL;

    add_strokes(legend, page);
    add_doubt(legend, page, ENT_STATUS_PLANNED, ENT_SAY_PLANNED);
    add_doubt(legend, page, ENT_STATUS_DISPUTED, ENT_SAY_DISPUTED);
    if (directed) {
        entry = add(legend, page, ENT_SWATCH_LINE, ENT_SAY_DIRECTION);
        entry->stroke = main_stroke(page);
        entry->arrow = true;
    }
    if (page->plan.reciprocal) {
        entry = add(legend, page, ENT_SWATCH_CURVES, ENT_SAY_BOTH_WAYS);
        entry->stroke = main_stroke(page);
        entry->arrow = true;
    }
    if (page->plan.parallel) {
        entry = add(legend, page, ENT_SWATCH_CURVES, ENT_SAY_PARALLEL);
        entry->stroke = main_stroke(page);
    }
    add_widths(legend, page);
}

static void draw_line(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t from,
                      ent_i_point_t to, double bend)
{
    ent_i_item_t style = {.shape = ENT_SHAPE_PATH};
    double weight = entry->weight > 0 ? entry->weight : page->plan.least_weight;
    ent_i_point_t curve[4];
    ent_i_item_t *item = NULL;

    ent_i_style_line(&style, page, entry->stroke, entry->status, weight);
    ent_i_bend(curve, from, to, bend);
    if (entry->arrow)
        ent_i_draw_arrow(page, curve, 0, style.stroke);
    item = bend == 0 ? ent_i_scene_line(page->scene, curve[0], curve[3])
                     : ent_i_scene_curve(page->scene, curve);
    ent_i_style_line(item, page, entry->stroke, entry->status, weight);
    if (entry->weight <= 0) /* not a measure of width: to be seen */
        item->line_width = fmax(item->line_width, 0.5 * page->look->line);
    item->stroke.alpha = fmax(item->stroke.alpha, 0.6);
}

void ent_i_draw_tie_swatch(ent_i_page_t *page, const ent_i_entry_t *entry, ent_i_point_t left,
                           double width)
{
    ent_i_point_t right = {left.x + width, left.y};
    double bend = entry->swatch == ENT_SWATCH_CURVES ? 0.25 * page->look->legend : 0;

    draw_line(page, entry, left, right, bend);
    if (bend > 0)
        draw_line(page, entry, right, left, bend);
}
