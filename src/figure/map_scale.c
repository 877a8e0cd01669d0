/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The scale of a map of a part of the world: a bar of a round number of kilometres, true at the
 * middle of the map. The whole world has none, as none would be true. */
#include <math.h>

#include "figure/map_i.h"

static const double earth_radius = 6371.0088; /* km, mean (IUGG) */
static const double longest = 0.2;            /* of the map's width */

/* The largest of 1, 2 and 5 times a power of ten that is not above x. */
static double round_down(double x)
{
    double power = pow(10, floor(log10(x)));

    return x >= 5 * power ? 5 * power : x >= 2 * power ? 2 * power : power;
}

/* Whether a mark or a panel stands in a box. */
static bool is_taken(const ent_i_atlas_t *atlas, const ent_i_box_t *box)
{
    const ent_i_page_t *page = atlas->page;

    for (size_t i = 0; i < atlas->inset_count; i++) {
        if (atlas->inset[i].afloat && ent_i_boxes_meet(box, &atlas->inset[i].panel, 0))
            return true;
    }
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double reach = page->plan.mark[i].radius;
        ent_i_point_t at = page->at[i];

        if (page->shown[i] && at.x + reach > box->x && at.x - reach < box->x + box->width &&
            at.y + reach > box->y && at.y - reach < box->y + box->height)
            return true;
    }
    return false;
}

/* The corner of the map without a mark or panel, from below at the left; that one where all have
 * some. */
static ent_i_box_t find_corner(const ent_i_atlas_t *atlas, double width, double height, double gap)
{
    const ent_i_box_t *map = &atlas->map.box;
    ent_i_box_t first = {0};

    for (int corner = 0; corner < 4; corner++) {
        bool right = corner % 2 == 1;
        ent_i_box_t box = {right ? map->x + map->width - gap - width : map->x + gap,
                           corner < 2 ? map->y + map->height - gap - height : map->y + gap, width,
                           height};

        if (!is_taken(atlas, &box))
            return box;
        if (corner == 0)
            first = box;
    }
    return first;
}

static void draw_bar(ent_i_page_t *page, const ent_i_box_t *box, double length)
{
    double tick = 0.35 * page->look->note;
    double foot = box->y + box->height - 0.5 * page->look->line;
    double middle = box->x + box->width / 2;
    const ent_i_point_t point[] = {{middle - length / 2, foot - tick},
                                   {middle - length / 2, foot},
                                   {middle + length / 2, foot},
                                   {middle + length / 2, foot - tick}};
    ent_i_item_t *item = ent_i_scene_path(page->scene, point, 4, false);

    item->class = "scale";
    ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.9 * page->look->line);
}

void ent_i_map_scale(ent_i_atlas_t *atlas)
{
    ent_i_page_t *page = atlas->page;
    ent_i_style_t style = {page->look->note, false, page->options->language};
    const ent_i_box_t *map = &atlas->map.box;
    double kilometres = 0;
    double length = 0;
    const char *text = NULL;
    ent_i_extent_t extent;
    ent_i_box_t box;

    if (atlas->map.whole || !(atlas->map.scale > 0))
        return;
    kilometres = round_down(longest * map->width / atlas->map.scale * earth_radius);
    length = kilometres / earth_radius * atlas->map.scale;
    text = ent_i_scene_printf(page->scene, "%s km", ent_i_say_number(page->scene, kilometres, 6));
    extent = ent_i_font_set(&page->font, text, &style);
    box = find_corner(atlas, fmax(length, extent.width) + page->look->line,
                      extent.ascent + extent.descent + 2 * page->look->line, page->look->note);
    draw_bar(page, &box, length);
    ent_i_scene_text(page->scene, &page->font, text,
                     (ent_i_point_t){box.x + box.width / 2, box.y + extent.ascent},
                     ENT_ANCHOR_MIDDLE, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK))
        ->class
        = "scale";
    atlas->bar = box;
}
