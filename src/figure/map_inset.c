/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Enlarged panels of crowded places. */
#include <math.h>
#include <stdlib.h>

#include "figure/map_i.h"

/* Named places nearer to each other than their names are high make a crowd of so many. */
enum { CROWD = 5 };

static const double near = 1.25; /* label heights between two of a crowd */

/* Marks everybody within reach of somebody in the crowd; returns how many are in it. */
static size_t spread_crowd(ent_i_atlas_t *atlas, size_t first, int number)
{
    const ent_i_page_t *page = atlas->page;
    double reach = near * page->look->label;
    size_t count = 1;
    bool grown = true;

    atlas->inset_of[first] = number;
    while (grown) {
        grown = false;
        for (size_t i = 0; i < page->plan.mark_count; i++) {
            if (atlas->inset_of[i] != -1 || !atlas->prominent[i])
                continue;
            for (size_t k = 0; k < page->plan.mark_count; k++) {
                if (atlas->inset_of[k] == number &&
                    hypot(page->at[i].x - page->at[k].x, page->at[i].y - page->at[k].y) < reach) {
                    atlas->inset_of[i] = number;
                    count++;
                    grown = true;
                    break;
                }
            }
        }
    }
    return count;
}

static void release(ent_i_atlas_t *atlas, int number, int to)
{
    for (size_t i = 0; i < atlas->page->plan.mark_count; i++) {
        if (atlas->inset_of[i] == number)
            atlas->inset_of[i] = to;
    }
}

void ent_i_find_insets(ent_i_atlas_t *atlas)
{
    enum { LONE = -2 }; /* looked at, no crowd */
    size_t size[ENT_MOST_INSETS] = {0};
    size_t named = 0;

    for (size_t i = 0; i < atlas->page->plan.mark_count; i++)
        named += atlas->prominent[i];
    if (named > ENT_MOST_PLACES)
        return;
    for (size_t i = 0; i < atlas->page->plan.mark_count; i++) {
        size_t count = 0;
        size_t slot = atlas->inset_count;

        if (!atlas->prominent[i] || atlas->inset_of[i] != -1)
            continue;
        count = spread_crowd(atlas, i, ENT_MOST_INSETS);
        for (size_t s = 0; s < ENT_MOST_INSETS && slot == ENT_MOST_INSETS; s++) {
            if (size[s] < count) /* the smallest crowd gives way */
                slot = s;
        }
        if (count < CROWD || slot == ENT_MOST_INSETS) {
            release(atlas, ENT_MOST_INSETS, LONE);
            continue;
        }
        if (slot < atlas->inset_count)
            release(atlas, (int)slot, LONE);
        else
            atlas->inset_count++;
        release(atlas, ENT_MOST_INSETS, (int)slot);
        size[slot] = count;
        atlas->inset[slot].members = count;
    }
    release(atlas, LONE, -1);
}

/* Fits one enlarged map to its crowd. */
static ent_status_t fit_one(ent_i_atlas_t *atlas, size_t number, const ent_i_box_t *panel,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_inset_t *inset = &atlas->inset[number];
    const ent_i_page_t *page = atlas->page;
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    double around = 1.6 * page->look->label;
    double *latitude = NULL, *longitude = NULL;
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&latitude, inset->members, sizeof *latitude, err));
    ENT_TRY(ent_i_alloc(&longitude, inset->members, sizeof *longitude, err));
    for (size_t i = 0; i < page->plan.mark_count && count < inset->members; i++) {
        if (atlas->inset_of[i] != (int)number)
            continue;
        latitude[count] = atlas->latitude[i];
        longitude[count++] = atlas->longitude[i];
        left = fmin(left, page->at[i].x);
        right = fmax(right, page->at[i].x);
        top = fmin(top, page->at[i].y);
        bottom = fmax(bottom, page->at[i].y);
    }
    inset->panel = *panel;
    inset->frame = (ent_i_box_t){left - around / 2, top - around / 2, right - left + around,
                                 bottom - top + around};
    ent_i_map_fit(&inset->map, longitude[0], NAN, latitude, longitude, count, panel);

cleanup:
    free(latitude);
    free(longitude);
    return status;
}

ent_status_t ent_i_fit_insets(ent_i_atlas_t *atlas, const ent_i_box_t *room, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double gap = 1.2 * atlas->page->look->label;
    double width = 0;

    if (room->height < 9 * atlas->page->look->label) { /* too flat to enlarge anything */
        for (int i = 0; i < (int)atlas->inset_count; i++)
            release(atlas, i, -1);
        atlas->inset_count = 0;
    }
    if (atlas->inset_count == 0)
        return ENT_OK;
    width = (room->width - gap * (double)(atlas->inset_count - 1)) / (double)atlas->inset_count;
    for (size_t i = 0; i < atlas->inset_count; i++) {
        ent_i_box_t panel = {room->x + (width + gap) * (double)i, room->y, width, room->height};

        ENT_TRY(fit_one(atlas, i, &panel, err));
    }

cleanup:
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
