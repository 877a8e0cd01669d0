/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names on rays: each turned to where it stands on the circle, so that no leader is needed. */
#include <math.h>

#include "figure/rim.h"

enum { SIZES = 5 }; /* of letters that are tried */

static const double pi = 3.14159265358979323846;
static const double tight = 1.12;  /* distance of two names where they begin, of the letters */
static const double overlap = 0.7; /* points that the boxes of two lines may share */
static const double away = 0.5;    /* from the circle to its names, of the letters */
static const double shortest = 11; /* no name is cut to less, in letters' sizes */
static const double common = 17;   /* names up to this stay whole where there is room */

/* How long a name of a height may be that begins at a radius. */
static double room_at(const ent_i_box_t *plot, double radius, double angle, double height)
{
    double across = fabs(sin(angle)), up = fabs(cos(angle));
    double sideways = (plot->width - height * up) / 2 / fmax(across, 1e-9);
    double upwards = (plot->height - height * across) / 2 / fmax(up, 1e-9);

    return fmin(sideways, upwards) - radius;
}

/* The largest radius at which every name has its width or that of `most` letters' sizes. */
static double largest(const ent_i_rim_t *rim, const ent_i_page_t *page, const ent_i_box_t *plot,
                      double letters, double most)
{
    double scale = letters / page->look->label;
    double radius = fmin(plot->width, plot->height) / 2;

    for (size_t i = 0; i < rim->count; i++) {
        const ent_i_tag_t *tag = &rim->tag[i];
        /* the totals of arcs are said shorter where they must be */
        double width = fmin(1.02 * scale * tag->label.width,
                            (tag->vertex == ENT_NONE ? shortest : most) * letters);

        radius = fmin(radius, room_at(plot, width, tag->angle, scale * tag->label.height));
    }
    return radius;
}

/* The smallest radius at which names of that size stand beside each other. */
static double smallest(const ent_i_rim_t *rim, const ent_i_page_t *page, double letters,
                       double step)
{
    double row = tight * letters;

    for (size_t i = 0; i < rim->count; i++) /* of a script with higher lines */
        row =
            fmax(row, 1.07 * rim->tag[i].label.line_height * letters / page->look->label - overlap);
    return row / step;
}

bool ent_i_rim_rays(ent_i_rim_t *rim, const ent_i_page_t *page, double height, double least,
                    double step)
{
    ent_i_box_t plot = page->plot;
    double own = page->look->label;

    plot.height = height;
    for (int i = 0; i < SIZES; i++) {
        double letters = own - (own - fmin(least, own)) * i / (SIZES - 1);
        double needed = smallest(rim, page, letters, step);

        if (needed <= largest(rim, page, &plot, letters, shortest)) {
            double radius = fmax(needed, largest(rim, page, &plot, letters, common));

            rim->letters = letters;
            rim->radius = radius - away * letters;
            return true;
        }
    }
    return false;
}

void ent_i_rim_center(ent_i_rim_t *rim, const ent_i_page_t *page)
{
    rim->center =
        (ent_i_point_t){page->plot.x + page->plot.width / 2, page->plot.y + page->plot.height / 2};
}

double ent_i_rim_room(const ent_i_rim_t *rim, const ent_i_page_t *page, const ent_i_tag_t *tag,
                      double height)
{
    return room_at(&page->plot, rim->radius + away * page->look->label, tag->angle, height);
}

static void draw_ray(const ent_i_rim_t *rim, ent_i_page_t *page, const ent_i_tag_t *tag)
{
    bool left = tag->angle > pi;
    double degrees = tag->angle / pi * 180 - (left ? 270 : 90);
    double turn = degrees / 180 * pi;
    const ent_i_label_t *label = &tag->label;
    ent_i_point_t begin =
        ent_i_on_circle(rim->center, rim->radius + away * page->look->label, tag->angle);
    const char *actor =
        tag->vertex == ENT_NONE
            ? label->line[0]
            : ent_i_scene_copy(page->scene, ent_network_vertex_id(page->network, tag->vertex));

    for (size_t i = 0; i < label->line_count; i++) {
        bool soft = i >= label->soft;
        ent_i_style_t style = {page->look->label, label->bold && !soft,
                               i >= label->counts ? page->options->language : label->language};
        ent_i_extent_t extent = ent_i_font_set(&page->font, label->line[i], &style);
        /* the line's box about the ray, so that two that are read from both sides do not meet */
        double down = ((double)i - ((double)label->line_count - 1) / 2) * label->line_height +
                      (extent.ascent - extent.descent) / 2;
        ent_i_point_t at = {begin.x - down * sin(turn), begin.y + down * cos(turn)};
        ent_i_item_t *item = ent_i_scene_text(
            page->scene, &page->font, label->line[i], at, left ? ENT_ANCHOR_END : ENT_ANCHOR_START,
            &style, ent_i_ink(page->options->theme, soft ? ENT_SOFT_INK : ENT_INK));

        ent_i_item_turn(item, degrees);
        item->class = soft ? "count" : "label";
        item->actor = actor;
    }
}

void ent_i_rim_label_rays(const ent_i_rim_t *rim, ent_i_page_t *page)
{
    ent_i_scene_open(page->scene, "labels");
    for (size_t i = 0; i < rim->count; i++)
        draw_ray(rim, page, &rim->tag[i]);
    ent_i_scene_close(page->scene);
}
