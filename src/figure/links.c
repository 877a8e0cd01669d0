/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ties of diagrams: straight, or bent apart where one pair has several; arrows where they point. */
#include <math.h>
#include <string.h>

#include "figure/page.h"

/* Names keep off the heads of so many arrows; of more, there would be no room left. */
enum { MOST_FREE_HEADS = 200 };

static const double apart = 8;         /* points between two ties of one pair, at their half */
static const double widest_leaf = 0.5; /* all of them together, by the length of the way */
static const double arrow_length = 4;  /* points */
static const double least_arrow = 2.6;
static const double arrow_width = 0.76; /* by its length */

static ent_i_point_t mix(ent_i_point_t a, ent_i_point_t b, double t)
{
    return (ent_i_point_t){a.x + t * (b.x - a.x), a.y + t * (b.y - a.y)};
}

void ent_i_bend(ent_i_point_t curve[4], ent_i_point_t from, ent_i_point_t to, double bend)
{
    double length = fmax(hypot(to.x - from.x, to.y - from.y), 1e-9);
    double x = -(to.y - from.y) / length * bend * 4 / 3; /* its half lies 3/4 that far off */
    double y = (to.x - from.x) / length * bend * 4 / 3;

    curve[0] = from;
    curve[1] = mix(from, to, 0.3);
    curve[2] = mix(from, to, 0.7);
    curve[3] = to;
    for (int i = 1; i < 3; i++) {
        curve[i].x += x;
        curve[i].y += y;
    }
}

double ent_i_bend_of(const ent_i_page_t *page, const ent_i_link_t *link, double length)
{
    double step = apart * page->look->line;

    if (link->siblings > 1)
        step = fmin(step, widest_leaf * length / ((double)link->siblings - 1));
    return link->bend * step;
}

/* Keeps the part of a curve before t (de Casteljau). */
static void cut_after(ent_i_point_t curve[4], double t)
{
    ent_i_point_t a = mix(curve[0], curve[1], t);
    ent_i_point_t b = mix(curve[1], curve[2], t);
    ent_i_point_t c = mix(curve[2], curve[3], t);
    ent_i_point_t ab = mix(a, b, t);
    ent_i_point_t bc = mix(b, c, t);

    curve[1] = a;
    curve[2] = ab;
    curve[3] = mix(ab, bc, t);
}

static ent_i_point_t point_at(const ent_i_point_t curve[4], double t)
{
    ent_i_point_t part[4] = {curve[0], curve[1], curve[2], curve[3]};

    cut_after(part, t);
    return part[3];
}

/* Where the curve is so far from its end, by halving. */
static double where_from_end(const ent_i_point_t curve[4], double distance)
{
    double near = 1;
    double far = 0;

    for (int i = 0; i < 40; i++) {
        double t = (near + far) / 2;
        ent_i_point_t at = point_at(curve, t);

        if (hypot(at.x - curve[3].x, at.y - curve[3].y) < distance)
            near = t;
        else
            far = t;
    }
    return far;
}

void ent_i_draw_arrow(ent_i_page_t *page, ent_i_point_t curve[4], double back, ent_i_color_t color)
{
    double length = hypot(curve[3].x - curve[0].x, curve[3].y - curve[0].y);
    double size = fmax(arrow_length * page->width_scale, least_arrow) * page->look->line;
    ent_i_point_t tip, base;
    ent_i_point_t point[3];
    ent_i_item_t *item = NULL;
    double x, y;

    size = fmin(size, 0.7 * (length - back));
    if (size < 0.5)
        return;
    tip = point_at(curve, where_from_end(curve, back));
    cut_after(curve, where_from_end(curve, back + size));
    base = curve[3];
    x = (tip.x - base.x) * arrow_width / 2;
    y = (tip.y - base.y) * arrow_width / 2;
    point[0] = tip;
    point[1] = (ent_i_point_t){base.x - y, base.y + x};
    point[2] = (ent_i_point_t){base.x + y, base.y - x};
    color.alpha = fmax(color.alpha, 0.8);
    item = ent_i_scene_path(page->scene, point, 3, true);
    item->class = "arrow";
    ent_i_item_fill(item, color);
}

/* Of the arrow's head that was drawn last. */
static void keep_names_off(ent_i_page_t *page)
{
    const ent_i_scene_t *scene = page->scene;
    const ent_i_item_t *last = &scene->item[scene->item_count - 1];
    ent_i_box_t box;

    if (scene->item_count == 0 || last->class == NULL || strcmp(last->class, "arrow") != 0 ||
        page->plan.link_count > MOST_FREE_HEADS)
        return;
    box = ent_i_item_box(last);
    ent_i_page_block(page, &box);
}

void ent_i_draw_link(ent_i_page_t *page, const ent_i_link_t *link, ent_i_way_t *way,
                     const void *context)
{
    bool arrow = ent_network_is_directed(page->network) && link->tie != ENT_NONE;
    const char *title =
        page->plan.link_count <= ENT_MOST_TITLES ? ent_i_link_title(page, link) : NULL;
    ent_i_point_t from = page->at[link->a];
    ent_i_point_t to = page->at[link->b];
    double bend = ent_i_bend_of(page, link, hypot(to.x - from.x, to.y - from.y));
    double back = ent_i_mark_edge(page, &page->plan.mark[link->b]);
    ent_i_point_t curve[4];
    ent_i_item_t style = {.shape = ENT_SHAPE_PATH};
    ent_i_item_t *item = NULL;

    if (way == NULL && bend == 0)
        bend = ent_i_detour(page, link);
    ent_i_style_line(&style, page, link->stroke, link->status, link->weight);
    if (way != NULL)
        way(curve, page, link, context);
    else
        ent_i_bend(curve, from, to, bend);
    if (arrow) {
        ent_i_draw_arrow(page, curve, back, style.stroke);
        keep_names_off(page);
    }
    item = bend == 0 && way == NULL ? ent_i_scene_line(page->scene, curve[0], curve[3])
                                    : ent_i_scene_curve(page->scene, curve);
    ent_i_style_line(item, page, link->stroke, link->status, link->weight);
    item->title = title;
    ent_i_name_link(page, item, link);
}

void ent_i_draw_links(ent_i_page_t *page)
{
    ent_i_draw_ways(page, NULL, NULL);
}

void ent_i_draw_ways(ent_i_page_t *page, ent_i_way_t *way, const void *context)
{
    const ent_i_plan_t *plan = &page->plan;

    ent_i_scene_open(page->scene, "ties");
    for (int stroke = 0; stroke < ENT_STROKE_COUNT; stroke++) {
        if (plan->link_count > ENT_MOST_TITLES) {
            ent_i_draw_crowd(page, (ent_i_stroke_t)stroke, way, context);
            continue;
        }
        for (size_t i = 0; i < plan->link_count; i++) {
            if (plan->link[i].stroke == (ent_i_stroke_t)stroke)
                ent_i_draw_link(page, &plan->link[i], way, context);
        }
    }
    ent_i_scene_close(page->scene);
}
