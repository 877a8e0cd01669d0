/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Enlarged panels of crowded places. */
#include <math.h>
#include <stdlib.h>

#include "figure/map_i.h"

/* In a panel: of more, it takes the shape of its crowd, and height as it needs. */
enum { LARGE = 40 };

static const double panel_height = 0.25; /* of the room's width */
static const double growth = 16;         /* places of a panel so high */
static const double highest = 2.2;       /* times that */
static const double for_names = 1.15;    /* a large crowd's panel is wider than it */
static const double flattest = 3, steepest = 0.8;
static const double largest_share = 0.6; /* of the room, where it has others beside it */

/* Gives the places of an inset to another, or back to the main map (-1). */
static void release(ent_i_atlas_t *atlas, int number, int to)
{
    for (size_t i = 0; i < atlas->page->plan.mark_count; i++) {
        if (atlas->inset_of[i] == number)
            atlas->inset_of[i] = to;
    }
}

/* Fits one enlarged map to its crowd. */
static ent_status_t fit_one(ent_i_atlas_t *atlas, size_t number, const ent_i_box_t *panel,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_inset_t *inset = &atlas->inset[number];
    const ent_i_page_t *page = atlas->page;
    double *latitude = NULL, *longitude = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&latitude, inset->members, sizeof *latitude, err));
    ENT_TRY(ent_i_alloc(&longitude, inset->members, sizeof *longitude, err));
    for (size_t i = 0; i < page->plan.mark_count && count < inset->members; i++) {
        if (atlas->inset_of[i] != (int)number)
            continue;
        latitude[count] = atlas->latitude[i];
        longitude[count++] = atlas->longitude[i];
    }
    inset->panel = *panel;
    ent_i_map_enlarge(&inset->map, latitude, longitude, count, panel);
    inset->frame = ent_i_map_extent(&inset->map, &atlas->map);
    if (inset->frame.width > atlas->map.box.width / 2) /* over the edge where the world is cut */
        inset->frame = inset->crowd;

cleanup:
    free(latitude);
    free(longitude);
    return status;
}

/* Takes whoever else is in a panel's part of the world into it: his name could not stand on the
 * main map, as the frame is kept free. */
static void take_in(ent_i_atlas_t *atlas, size_t number)
{
    ent_i_inset_t *inset = &atlas->inset[number];
    double margin = atlas->page->look->label / 2;

    for (size_t i = 0; i < atlas->page->plan.mark_count; i++) {
        ent_i_point_t at = {0};

        if (!atlas->page->shown[i] || !atlas->prominent[i] || atlas->inset_of[i] != -1)
            continue;
        at = ent_i_map_project(&inset->map, atlas->latitude[i], atlas->longitude[i]);
        if (at.x > inset->panel.x + margin && at.y > inset->panel.y + margin &&
            at.x < inset->panel.x + inset->panel.width - margin &&
            at.y < inset->panel.y + inset->panel.height - margin) {
            atlas->inset_of[i] = (int)number;
            inset->members++;
        }
    }
}

static bool is_large(const ent_i_inset_t *inset)
{
    return inset->members > LARGE;
}

/* The shape of a large crowd's panel: width by height. */
static double shape_of(const ent_i_inset_t *inset)
{
    return for_names * fmin(flattest, fmax(steepest, inset->shape));
}

double ent_i_insets_height(const ent_i_atlas_t *atlas, double width)
{
    double height = panel_height * width;
    double most = width, shapes = 0;
    size_t places = 0;

    for (size_t i = 0; i < atlas->inset_count; i++) {
        const ent_i_inset_t *inset = &atlas->inset[i];

        if (is_large(inset)) {
            shapes += shape_of(inset);
            places = inset->members > places ? inset->members : places;
        } else {
            most = largest_share * width;
        }
    }
    if (shapes <= 0)
        return height;
    return fmax(height, fmin(most / shapes, height * fmin(highest, sqrt((double)places / growth))));
}

/* Shares out the width of a room: large crowds take what their shapes need, the others the rest.
 * Returns what is left. */
static double share_out(double *width, const ent_i_atlas_t *atlas, const ent_i_box_t *room)
{
    size_t count = atlas->inset_count, small = 0;
    double taken = 0, most = 0;

    for (size_t i = 0; i < count; i++) {
        bool large = is_large(&atlas->inset[i]);

        width[i] = large ? shape_of(&atlas->inset[i]) * room->height : 0;
        taken += width[i];
        small += !large;
    }
    most = (small > 0 ? largest_share : 1) * room->width;
    for (size_t i = 0; i < count && taken > most; i++)
        width[i] *= most / taken;
    taken = fmin(taken, most);
    for (size_t i = 0; i < count; i++) {
        if (!is_large(&atlas->inset[i]))
            width[i] = (room->width - taken) / (double)small;
    }
    return small > 0 ? 0 : room->width - taken;
}

ent_status_t ent_i_fit_insets(ent_i_atlas_t *atlas, const ent_i_box_t *room, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double gap = 1.2 * atlas->page->look->label;
    double width[ENT_MOST_INSETS];
    ent_i_box_t panel = *room;

    if (room->height < 9 * atlas->page->look->label) { /* too flat to enlarge anything */
        for (int i = 0; i < (int)atlas->inset_count; i++)
            release(atlas, i, -1);
        atlas->inset_count = 0;
    }
    if (atlas->inset_count == 0)
        return ENT_OK;
    panel.width -= gap * (double)(atlas->inset_count - 1);
    panel.x += share_out(width, atlas, &panel) / 2;
    for (size_t i = 0; i < atlas->inset_count; i++) {
        panel.width = width[i];
        ENT_TRY(fit_one(atlas, i, &panel, err));
        take_in(atlas, i);
        panel.x += width[i] + gap;
    }

cleanup:
    return status;
}

/* Whether a panel would hide anything of the main map but land and sea. */
static bool hides(const ent_i_atlas_t *atlas, const ent_i_box_t *box, const ent_i_point_t *segment,
                  size_t segments)
{
    const ent_i_page_t *page = atlas->page;
    double gap = page->look->label;
    ent_i_box_t around = {box->x - gap, box->y - gap, box->width + 2 * gap, box->height + 2 * gap};

    if (ent_i_meets_frame(atlas, &around))
        return true;
    for (size_t i = 0; i < atlas->inset_count; i++) {
        if (atlas->inset[i].panel.width > 0 && ent_i_boxes_meet(&around, &atlas->inset[i].panel, 0))
            return true;
    }
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (page->shown[i] && ent_i_box_meets_disc(box, page->at[i], page->plan.mark[i].radius,
                                                   atlas->prominent[i] ? 1.5 * gap : gap / 2))
            return true;
    }
    for (size_t i = 0; i < segments; i++) {
        if (ent_i_length_inside(box, segment[2 * i], segment[2 * i + 1]) > 0)
            return true;
    }
    return false;
}

/* The place nearest to its frame where a panel of a size hides nothing; no width: none. */
static ent_i_box_t find_panel(const ent_i_atlas_t *atlas, const ent_i_box_t *frame,
                              const ent_i_box_t *size, const ent_i_point_t *segment,
                              size_t segments)
{
    enum { STEPS = 16 };
    const ent_i_box_t *map = &atlas->map.box;
    double width = size->width, height = size->height;
    ent_i_box_t best = {0};
    double nearest = INFINITY;

    for (int i = 0; i < (STEPS + 1) * (STEPS + 1); i++) {
        ent_i_box_t box = {map->x + (map->width - width) * (i % (STEPS + 1)) / STEPS,
                           map->y + (map->height - height) * (i / (STEPS + 1)) / STEPS, width,
                           height};
        double away = hypot(box.x + width / 2 - frame->x - frame->width / 2,
                            box.y + height / 2 - frame->y - frame->height / 2);

        if (away < nearest && !ent_i_boxes_meet(&box, frame, atlas->page->look->label) &&
            !hides(atlas, &box, segment, segments)) {
            nearest = away;
            best = box;
        }
    }
    return best;
}

ent_status_t ent_i_float_insets(ent_i_atlas_t *atlas, ent_error_t *err)
{
    enum { SIZES = 4 };
    static const double wide = 0.32, flat = 0.62, smaller = 0.88;
    ent_status_t status = ENT_OK;
    const ent_i_box_t *map = &atlas->map.box;
    ent_i_point_t *segment = NULL;
    size_t segments = 0;
    size_t kept = 0, found = atlas->inset_count;
    double least = 8 * atlas->page->look->label;

    ENT_TRY(ent_i_map_segments(&segment, &segments, atlas, &atlas->map, err));
    atlas->inset_count = 0;
    for (size_t i = 0; i < found; i++) {
        ent_i_box_t size = {0, 0, wide * map->width, 0};
        ent_i_box_t panel = {0};

        size.height = fmin(flat * size.width, 0.5 * map->height);
        if (is_large(&atlas->inset[i]))
            size.height = fmin(size.width / shape_of(&atlas->inset[i]), 0.5 * map->height);
        release(atlas, (int)i, (int)kept);
        atlas->inset[kept] = atlas->inset[i];
        for (int k = 0; k < SIZES && panel.width <= 0 && size.height >= least; k++) {
            ENT_TRY(fit_one(atlas, kept, &size, err));
            panel = find_panel(atlas, &atlas->inset[kept].frame, &size, segment, segments);
            size.width *= smaller;
            size.height *= smaller;
        }
        if (panel.width <= 0) {
            release(atlas, (int)kept, -1);
            continue;
        }
        ENT_TRY(fit_one(atlas, kept, &panel, err));
        take_in(atlas, kept);
        atlas->inset[kept].afloat = true;
        atlas->inset_count = ++kept;
    }

cleanup:
    free(segment);
    return status;
}

static const char *const letters[ENT_MOST_INSETS] = {"A", "B", "C"};

static ent_i_style_t letter_style(const ent_i_page_t *page)
{
    return (ent_i_style_t){page->look->label, true, page->options->language};
}

/* "A" on the map, "A, enlarged" in the panel. */
static const char *letter_text(ent_i_page_t *page, size_t number, bool inside)
{
    if (!inside)
        return letters[number];
    return ent_i_say(page->scene, ENT_SAY_INSET, letters[number], NULL, NULL);
}

/* Whether a box on a map, the main one or that of an inset, lies on it and on no mark. */
static bool is_clear(const ent_i_atlas_t *atlas, const ent_i_map_t *map, const ent_i_box_t *box)
{
    const ent_i_page_t *page = atlas->page;

    if (box->x < map->box.x || box->y < map->box.y ||
        box->x + box->width > map->box.x + map->box.width ||
        box->y + box->height > map->box.y + map->box.height)
        return false;
    for (size_t i = 0; i < atlas->inset_count && map == &atlas->map; i++) {
        if (atlas->inset[i].afloat && ent_i_boxes_meet(box, &atlas->inset[i].panel, 0))
            return false;
    }
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (page->shown[i] &&
            ent_i_box_meets_disc(box,
                                 ent_i_map_project(map, atlas->latitude[i], atlas->longitude[i]),
                                 page->plan.mark[i].radius, 0))
            return false;
    }
    return true;
}

/* A place for a letter along the upper or the lower edge of a panel. */
static ent_i_box_t letter_inside(const ent_i_atlas_t *atlas, const ent_i_inset_t *inset,
                                 double width, double height, double margin)
{
    enum { STEPS = 12 };
    const ent_i_box_t *panel = &inset->panel;
    double way = fmax(0, panel->width - width - 2 * margin) / STEPS;

    for (int i = 0; i < 2 * (STEPS + 1); i++) {
        ent_i_box_t box = {panel->x + margin + way * (i % (STEPS + 1)),
                           i <= STEPS ? panel->y : panel->y + panel->height - height, width,
                           height};

        if (is_clear(atlas, &inset->map, &box))
            return box;
    }
    return (ent_i_box_t){panel->x + margin, panel->y, width, height};
}

/* A place for a letter about a frame: along its upper edge, its lower edge, its sides, then further
 * off. */
static ent_i_box_t letter_outside(const ent_i_atlas_t *atlas, const ent_i_box_t *frame,
                                  double width, double height)
{
    enum { STEPS = 6, DISTANCES = 4 };
    double wide = (frame->width - width) / STEPS;
    double high = (frame->height - height) / STEPS;

    for (int i = 0; i < DISTANCES * 4 * (STEPS + 1); i++) {
        int step = i % (STEPS + 1);
        int side = i / (STEPS + 1) % 4;
        double off = 0.7 * height * (i / (STEPS + 1) / 4);
        double x = side == 2   ? frame->x - 1.2 * width - off
                   : side == 3 ? frame->x + frame->width + 0.2 * width + off
                               : frame->x + wide * step;
        double y = side == 0   ? frame->y - height - off
                   : side == 1 ? frame->y + frame->height + off
                               : frame->y + high * step;
        ent_i_box_t box = {x, y, width, height};

        if (is_clear(atlas, &atlas->map, &box))
            return box;
    }
    return (ent_i_box_t){frame->x, frame->y - height, width, height};
}

ent_i_box_t ent_i_inset_letter(const ent_i_atlas_t *atlas, const ent_i_inset_t *inset, bool inside)
{
    ent_i_page_t *page = atlas->page;
    ent_i_style_t style = letter_style(page);
    ent_i_extent_t extent = ent_i_font_set(&page->font, letter_text(page, 0, inside), &style);
    double height = extent.ascent + extent.descent;

    return inside ? letter_inside(atlas, inset, extent.width, height, 0.3 * style.size)
                  : letter_outside(atlas, &inset->frame, extent.width, height);
}

static void draw_frame(ent_i_atlas_t *atlas, size_t number, bool inside)
{
    ent_i_page_t *page = atlas->page;
    const ent_i_inset_t *inset = &atlas->inset[number];
    ent_i_box_t box = inside ? inset->panel : inset->frame;
    ent_i_box_t letter = ent_i_inset_letter(atlas, inset, inside);
    ent_i_style_t style = letter_style(page);
    const ent_i_point_t corner[4] = {{box.x, box.y},
                                     {box.x + box.width, box.y},
                                     {box.x + box.width, box.y + box.height},
                                     {box.x, box.y + box.height}};
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);

    item->class = "inset";
    ent_i_item_stroke(item, ent_i_ink(page->options->theme, ENT_SOFT_INK), 0.5 * page->look->line);
    item =
        ent_i_scene_text(page->scene, &page->font, letter_text(page, number, inside),
                         (ent_i_point_t){letter.x, letter.y + 0.82 * letter.height},
                         ENT_ANCHOR_START, &style, ent_i_ink(page->options->theme, ENT_SOFT_INK));
    item->class = "inset";
    item->halo = true;
}

ent_status_t ent_i_draw_insets(ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < atlas->inset_count; i++) {
        ENT_TRY(ent_i_draw_map(atlas, &atlas->inset[i].map, (int)i, err));
        draw_frame(atlas, i, false);
        draw_frame(atlas, i, true);
        ENT_TRY(ent_i_name_map(atlas, &atlas->inset[i].map, (int)i, err));
    }

cleanup:
    return status;
}
