/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Enlarged panels of crowded places, and the names on maps. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

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
static void fit_one(ent_i_atlas_t *atlas, size_t number, const ent_i_box_t *panel)
{
    ent_i_inset_t *inset = &atlas->inset[number];
    const ent_i_page_t *page = atlas->page;
    double west = INFINITY, east = -INFINITY, south = INFINITY, north = -INFINITY;
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    double latitude[2], longitude[2];
    double around = 1.6 * page->look->label;
    double base = NAN;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        double relative = 0;

        if (atlas->inset_of[i] != (int)number)
            continue;
        base = isnan(base) ? atlas->longitude[i] : base;
        relative = remainder(atlas->longitude[i] - base, 360);
        west = fmin(west, relative);
        east = fmax(east, relative);
        south = fmin(south, atlas->latitude[i]);
        north = fmax(north, atlas->latitude[i]);
        left = fmin(left, page->at[i].x);
        right = fmax(right, page->at[i].x);
        top = fmin(top, page->at[i].y);
        bottom = fmax(bottom, page->at[i].y);
    }
    latitude[0] = fmax(south - 0.12 * (north - south) - 0.15, -89);
    latitude[1] = fmin(north + 0.12 * (north - south) + 0.15, 89);
    longitude[0] = base + west - 0.12 * (east - west) - 0.15;
    longitude[1] = base + east + 0.12 * (east - west) + 0.15;
    inset->panel = *panel;
    inset->frame = (ent_i_box_t){left - around / 2, top - around / 2, right - left + around,
                                 bottom - top + around};
    ent_i_map_fit(&inset->map, base + (west + east) / 2, latitude, longitude, 2, panel);
}

void ent_i_fit_insets(ent_i_atlas_t *atlas, const ent_i_box_t *room)
{
    double gap = 1.2 * atlas->page->look->label;
    double width = 0;

    if (room->height < 9 * atlas->page->look->label) { /* too flat to enlarge anything */
        for (int i = 0; i < (int)atlas->inset_count; i++)
            release(atlas, i, -1);
        atlas->inset_count = 0;
    }
    if (atlas->inset_count == 0)
        return;
    width = (room->width - gap * (double)(atlas->inset_count - 1)) / (double)atlas->inset_count;
    for (size_t i = 0; i < atlas->inset_count; i++) {
        ent_i_box_t panel = {room->x + (width + gap) * (double)i, room->y, width, room->height};

        fit_one(atlas, i, &panel);
    }
}

/* Where the letter of a frame stands: inside a panel, above the corner of a frame on the map. */
static ent_i_box_t letter_box(const ent_i_page_t *page, const ent_i_box_t *box, bool inside)
{
    double size = 1.25 * page->look->label;

    return (ent_i_box_t){box->x + (inside ? 0.2 * size : 0), inside ? box->y : box->y - size, size,
                         size};
}

static void draw_frame(ent_i_page_t *page, const ent_i_box_t *box, const char *letter, bool inside)
{
    const ent_i_point_t corner[4] = {{box->x, box->y},
                                     {box->x + box->width, box->y},
                                     {box->x + box->width, box->y + box->height},
                                     {box->x, box->y + box->height}};
    ent_i_style_t style = {page->look->label, true, page->options->language};
    ent_i_item_t *item = ent_i_scene_path(page->scene, corner, 4, true);
    ent_i_extent_t extent;
    ent_i_point_t at;

    item->class = "inset";
    ent_i_item_stroke(item, ent_i_rgb(ENT_SOFT_INK), 0.5 * page->look->line);
    extent = ent_i_font_set(&page->font, letter, &style);
    at.x = letter_box(page, box, inside).x;
    at.y = letter_box(page, box, inside).y + extent.ascent;
    item = ent_i_scene_text(page->scene, &page->font, letter, at, ENT_ANCHOR_START, &style,
                            ent_i_rgb(ENT_SOFT_INK));
    item->class = "inset";
    item->halo = true;
}

ent_status_t ent_i_draw_insets(ent_i_atlas_t *atlas, ent_error_t *err)
{
    static const char *const letter[ENT_MOST_INSETS] = {"A", "B", "C"};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < atlas->inset_count; i++) {
        ENT_TRY(ent_i_draw_map(atlas, &atlas->inset[i].map, (int)i, err));
        draw_frame(atlas->page, &atlas->inset[i].frame, letter[i], false);
        draw_frame(atlas->page, &atlas->inset[i].panel, letter[i], true);
        ENT_TRY(ent_i_name_map(atlas, &atlas->inset[i].map, (int)i, err));
    }

cleanup:
    return status;
}

/* The arcs of a map as short segments, for labels to keep clear of. */
static ent_status_t add_segments(ent_i_point_t **segment, size_t *count, const ent_i_atlas_t *atlas,
                                 const ent_i_map_t *map, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &atlas->page->plan;
    size_t capacity = 0;
    ent_i_lines_t runs = {0};

    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *link = &plan->link[i];
        size_t from = 0;

        if (!ent_i_map_shows(atlas, link))
            continue;
        ENT_TRY(ent_i_map_arc(&runs, map, atlas->latitude[link->a], atlas->longitude[link->a],
                              atlas->latitude[link->b], atlas->longitude[link->b], err));
        for (size_t r = 0; r < runs.run_count; from = runs.end[r++]) {
            for (size_t p = from; p + 1 < runs.end[r]; p++) {
                ENT_TRY(ent_i_grow(segment, &capacity, 2 * *count + 2, sizeof **segment, err));
                (*segment)[2 * *count] = runs.point[p];
                (*segment)[2 * *count + 1] = runs.point[p + 1];
                ++*count;
            }
        }
        ent_i_lines_free(&runs);
    }

cleanup:
    ent_i_lines_free(&runs);
    return status;
}

/* Discs that no name may cover; leaders may cross the dots, as they recede. */
static size_t find_discs(const ent_i_atlas_t *atlas, const ent_i_map_t *map, ent_i_point_t *disc,
                         double *radius, bool *soft)
{
    const ent_i_page_t *page = atlas->page;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        disc[i] = (ent_i_point_t){-1e6, -1e6};
        radius[i] = 0;
        soft[i] = !atlas->prominent[i];
        if (page->shown[i]) {
            disc[i] = ent_i_map_project(map, atlas->latitude[i], atlas->longitude[i]);
            radius[i] = page->plan.mark[i].radius;
        }
    }
    return page->plan.mark_count;
}

ent_status_t ent_i_name_map(ent_i_atlas_t *atlas, const ent_i_map_t *map, int inset,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_page_t *page = atlas->page;
    size_t marks = page->plan.mark_count;
    size_t *ranked = NULL;
    ent_i_label_t *label = NULL;
    ent_i_point_t *disc = NULL;
    ent_i_point_t *segment = NULL;
    double *radius = NULL;
    bool *soft = NULL;
    ent_i_box_t blocked[2 * ENT_MOST_INSETS];
    ent_i_ground_t ground = {.page = map->box, .gap = 0.7 * page->look->line};
    size_t count = 0;

    ENT_TRY(ent_i_alloc(&ranked, marks, sizeof *ranked, err));
    ENT_TRY(ent_i_alloc(&label, marks, sizeof *label, err));
    ENT_TRY(ent_i_alloc(&disc, marks, sizeof *disc, err));
    ENT_TRY(ent_i_alloc(&radius, marks, sizeof *radius, err));
    ENT_TRY(ent_i_alloc(&soft, marks, sizeof *soft, err));
    for (size_t i = 0; i < marks; i++)
        ranked[page->plan.mark[i].rank] = i;
    for (size_t r = 0; r < marks; r++) {
        size_t i = ranked[r];

        if (page->shown[i] && atlas->prominent[i] && atlas->inset_of[i] == inset) {
            ranked[count] = i;
            ent_i_label_make(&label[count++], page, &page->plan.mark[i], 12 * page->look->label);
        }
    }
    ground.disc_count = find_discs(atlas, map, disc, radius, soft);
    ground.disc = disc;
    ground.soft = soft;
    ground.radius = radius;
    for (size_t i = 0; i < atlas->inset_count && inset < 0; i++) {
        blocked[ground.blocked_count++] = atlas->inset[i].frame;
        blocked[ground.blocked_count++] = letter_box(page, &atlas->inset[i].frame, false);
    }
    if (inset >= 0)
        blocked[ground.blocked_count++] = letter_box(page, &atlas->inset[inset].panel, true);
    ground.blocked = blocked;
    ENT_TRY(add_segments(&segment, &ground.segment_count, atlas, map, err));
    ground.segment = segment;
    ENT_TRY(ent_i_page_label(page, label, ranked, count, &ground, NULL, err));

cleanup:
    free(ranked);
    free(label);
    free(disc);
    free(radius);
    free(soft);
    free(segment);
    return status;
}
