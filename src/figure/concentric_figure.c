/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors on rings by a measure, the highest in the middle. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/rows.h"

/* Ties that a ring's value keeps clear of; of more, it could not. */
enum { MOST_LINKS = 2000 };

static const double two_pi = 6.28318530717958648;
static const double most_filled = 0.22; /* of the circle, by marks */

/* What the layout made, for the legend that is drawn after it. */
typedef struct target {
    ent_i_rings_t rings;
    ent_i_point_t center;
} target_t;

static const char *measure_name(ent_i_page_t *page)
{
    return page->plan.size_name != NULL ? page->plan.size_name
                                        : ent_i_spoken(page, page->plan.size_by);
}

/* "3", "1–4" */
static const char *ring_text(ent_i_page_t *page, const ent_i_ring_t *ring)
{
    const char *low = ent_i_say_number(page->scene, ring->low, 3);

    return ring->low < ring->high ? ent_i_scene_printf(page->scene, "%s–%s", low,
                                                       ent_i_say_number(page->scene, ring->high, 3))
                                  : low;
}

/* Whether letters may stand in a box: no mark and no other value is there. */
static bool is_free(const ent_i_page_t *page, const ent_i_box_t *box)
{
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];

        if (ent_i_box_meets_disc(box, page->at[i], ent_i_mark_edge(page, mark), 1))
            return false;
    }
    for (size_t i = 0; i < page->blocked_count; i++) {
        if (ent_i_boxes_meet(box, &page->blocked[i], 0))
            return false;
    }
    return true;
}

/* How much ties cover of a box. */
static double crossed(const ent_i_page_t *page, const ent_i_box_t *box)
{
    double sum = 0;

    for (size_t i = 0; i < page->plan.link_count && i < MOST_LINKS; i++) {
        const ent_i_link_t *link = &page->plan.link[i];

        sum += ent_i_length_inside(box, page->at[link->a], page->at[link->b]) / box->width;
    }
    return sum;
}

/* Writes a ring's value on its line, or beside it where marks are in the way, as near to the top as
 * ties allow. */
static void label_ring(ent_i_page_t *page, ent_i_point_t center, double radius, const char *text)
{
    static const double beside[] = {0, -0.8, 0.8, -1.6};
    ent_i_style_t style = {0.92 * page->look->label, false, page->options->language};
    ent_i_extent_t extent = ent_i_font_set(&page->font, text, &style);
    double width = extent.width + 0.4 * style.size, height = 1.15 * style.size;
    double best = INFINITY;
    ent_i_box_t at = {0};
    ent_i_item_t *item = NULL;

    for (int i = 0; i < 72 * 4; i++) {
        double angle = two_pi * (double)(i % 2 == 0 ? i % 72 / 2 : -(i % 72 + 1) / 2) / 72;
        double far = fmax(radius + beside[i / 72] * height, 0);
        ent_i_box_t box = {center.x + far * sin(angle) - width / 2,
                           center.y - far * cos(angle) - height / 2, width, height};
        double cost = 0.01 * fabs(angle) + (i < 72 ? 0 : 1);

        if (cost >= best || !is_free(page, &box))
            continue;
        cost += crossed(page, &box);
        if (cost < best) {
            best = cost;
            at = box;
        }
    }
    if (best == INFINITY)
        return;
    item = ent_i_scene_path(page->scene,
                            (ent_i_point_t[4]){{at.x, at.y},
                                               {at.x + width, at.y},
                                               {at.x + width, at.y + height},
                                               {at.x, at.y + height}},
                            4, true);
    item->class = "ring";
    ent_i_item_fill(item, ent_i_ink(page->options->theme, ENT_PAPER));
    ent_i_scene_text(page->scene, &page->font, text,
                     (ent_i_point_t){at.x + width / 2, at.y + height / 2 + 0.36 * style.size},
                     ENT_ANCHOR_MIDDLE, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK))
        ->class
        = "ring-value";
    ent_i_page_block(page, &at);
}

static void draw_ring(ent_i_page_t *page, ent_i_point_t center, double radius, bool dashed)
{
    ent_i_item_t *item = ent_i_scene_circle(page->scene, center, radius);

    item->class = "ring";
    ent_i_item_stroke(item, ent_i_faded(ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.35),
                      0.5 * page->look->line);
    if (dashed)
        item->dash[0] = item->dash[1] = 2 * page->look->line;
}

static void draw_rings(ent_i_page_t *page, const target_t *target)
{
    const ent_i_rings_t *rings = &target->rings;

    ent_i_scene_open(page->scene, "rings");
    for (size_t i = 0; i < rings->count; i++) {
        if (rings->ring[i].radius > 0)
            draw_ring(page, target->center, rings->ring[i].radius, false);
    }
    if (rings->undefined > 0)
        draw_ring(page, target->center, rings->undefined, true);
    for (size_t i = 0; i < rings->count; i++) {
        double least = 1.2 * page->look->label; /* that letters ask for */
        double radius = rings->ring[i].radius;
        const char *text = ring_text(page, &rings->ring[i]);

        if (radius <= least) /* no room for letters in the middle of all */
            continue;
        /* a band's range stands at its outer line; lines that are too near each other for one each
         * share a text, from the inner one */
        for (; i + 1 < rings->count && rings->ring[i + 1].radius - radius <= least; i++) {
            text = ent_i_scene_printf(page->scene, "%s, %s", text,
                                      ring_text(page, &rings->ring[i + 1]));
            radius = rings->ring[i + 1].radius;
        }
        label_ring(page, target->center, radius, text);
    }
    ent_i_scene_close(page->scene);
}

static void explain(ent_i_legend_t *legend, ent_i_page_t *page)
{
    bool undefined = false;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        undefined |= !isfinite(page->plan.mark[i].value);
    ent_i_legend_add(legend, ENT_SWATCH_RING,
                     ent_i_say(page->scene, ENT_SAY_RINGS_BY, measure_name(page), NULL, NULL))
        ->ring = 2;
    if (undefined)
        ent_i_legend_add(
            legend, ENT_SWATCH_RING,
            ent_i_say(page->scene, ENT_SAY_RING_UNDEFINED, measure_name(page), NULL, NULL))
            ->ring = 3;
}

static const char *say_ranges(ent_i_page_t *page, const char *ranges)
{
    return ent_i_say(page->scene, ENT_SAY_RINGS_RANGES, measure_name(page), ranges, NULL);
}

/* The longest note that may come, until it is known what is true. */
static const char *longest_note(ent_i_page_t *page)
{
    return say_ranges(page, "0.000–0.000, 0.000–0.000, 0.000–0.000, 0.000–0.000, 0.000–0.000");
}

/* Says how rings are to be read. */
static void note_rings(ent_i_page_t *page, const ent_i_rings_t *rings)
{
    const char *kept = longest_note(page);
    const char *ranges = "";

    for (size_t i = 0; i < rings->count; i++)
        ranges = ent_i_scene_printf(page->scene, "%s%s%s", ranges, i > 0 ? ", " : "",
                                    ring_text(page, &rings->ring[i]));
    for (size_t i = 0; i < page->note_count; i++) {
        if (strcmp(page->note[i], kept) == 0)
            page->note[i] = rings->scale ? ent_i_say(page->scene, ENT_SAY_RINGS_SCALE,
                                                     measure_name(page), NULL, NULL)
                                         : say_ranges(page, ranges);
    }
}

/* Makes marks smaller by one factor where they would fill the circle. */
static void fit_marks(ent_i_page_t *page, double radius)
{
    double sum = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        sum += pow(ent_i_mark_edge(page, &page->plan.mark[i]), 2);
    if (sum <= most_filled * radius * radius)
        return;
    ent_i_rows_shrink(page, radius * sqrt(most_filled / sum), 0);
    page->resized = true;
}

static ent_status_t lay_out(ent_i_page_t *page, const ent_i_named_t *names,
                            ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    target_t target = {0};
    double *radius = NULL;
    double *value = NULL;
    double reach = 0, height = 0;
    ent_i_box_t box = page->plot;

    ENT_TRY(ent_i_alloc(&radius, graph->vertex_count, sizeof *radius, err));
    ENT_TRY(ent_i_alloc(&value, graph->vertex_count, sizeof *value, err));
    fit_marks(page, 0.44 * fmin(box.width, box.height));
    for (size_t i = 0; i < graph->vertex_count; i++) {
        value[i] = page->plan.mark[i].value;
        radius[i] = ent_i_mark_edge(page, &page->plan.mark[i]) + 0.3 * page->look->line;
        reach = fmax(reach, radius[i]);
    }
    for (size_t i = 0; i < names->roomed; i++)
        height = fmax(height, names->label[i].height);
    height = fmin(reach + height, 0.08 * box.height);
    box = (ent_i_box_t){box.x + height, box.y + height, box.width - 2 * height,
                        box.height - 2 * height};
    graph->radius = radius;
    graph->room = NULL;
    ENT_TRY(ent_i_layout_concentric(page->at, &target.rings, graph, value, &box, err));
    target.center = (ent_i_point_t){box.x + box.width / 2, box.y + box.height / 2};
    note_rings(page, &target.rings);
    draw_rings(page, &target);

cleanup:
    free(radius);
    free(value);
    return status;
}

ent_status_t ent_i_compose_concentric(ent_i_page_t *page, ent_error_t *err)
{
    page->rings = 3;
    page->explain = explain;
    if (page->plan.mark_count > 0)
        ent_i_page_note(page, longest_note(page));
    return ent_i_diagram_compose(page, lay_out, err);
}
