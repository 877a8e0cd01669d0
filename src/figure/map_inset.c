/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Enlarged panels of crowded places. */
#include <math.h>
#include <stdlib.h>

#include "figure/map_i.h"

/* Named places nearer to each other than about their names are high make a crowd of so many. Among
 * more places than MOST_SOUGHT none is looked for; of a larger crowd than MOST_LINKED all that is
 * in a window is taken for linked. */
enum { CROWD = 5, MOST_SOUGHT = 3000, MOST_LINKED = 150 };

static const double near = 1.25;         /* label heights between two of a crowd */
static const double widest_near = 0.016; /* of the map's width, where letters are large */
static const double window_width = 0.08; /* of the map's: so that a panel is an enlargement */
static const double window_height = 0.065;

/* Places that are looked at together. */
typedef struct crowd {
    size_t *mark;
    size_t count;
} crowd_t;

/* Takes the named places of no inset in the window about a place, itself first. */
static void look_about(crowd_t *crowd, const ent_i_atlas_t *atlas, size_t seed)
{
    const ent_i_page_t *page = atlas->page;
    double width = window_width * atlas->map.box.width / 2;
    double height = window_height * atlas->map.box.width / 2;

    crowd->count = 0;
    crowd->mark[crowd->count++] = seed;
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (i != seed && atlas->prominent[i] && page->shown[i] && atlas->inset_of[i] == -1 &&
            fabs(page->at[i].x - page->at[seed].x) <= width &&
            fabs(page->at[i].y - page->at[seed].y) <= height)
            crowd->mark[crowd->count++] = i;
    }
}

/* Keeps those that are within reach of the first, or of one who is. */
static void keep_linked(crowd_t *crowd, const ent_i_atlas_t *atlas)
{
    const ent_i_page_t *page = atlas->page;
    double reach = fmin(near * page->look->label, widest_near * atlas->map.box.width);
    size_t linked = 1;

    if (crowd->count > MOST_LINKED)
        return;
    for (size_t k = 0; k < linked; k++) {
        ent_i_point_t from = page->at[crowd->mark[k]];

        for (size_t i = linked; i < crowd->count; i++) {
            size_t mark = crowd->mark[i];

            if (hypot(page->at[mark].x - from.x, page->at[mark].y - from.y) >= reach)
                continue;
            crowd->mark[i] = crowd->mark[linked];
            crowd->mark[linked++] = mark;
        }
    }
    crowd->count = linked;
}

/* The frame about places on the main map. */
static ent_i_box_t frame_of(const ent_i_page_t *page, const crowd_t *crowd)
{
    double left = INFINITY, right = -INFINITY, top = INFINITY, bottom = -INFINITY;
    double around = 0.8 * page->look->label;

    for (size_t i = 0; i < crowd->count; i++) {
        ent_i_point_t at = page->at[crowd->mark[i]];

        left = fmin(left, at.x - around);
        right = fmax(right, at.x + around);
        top = fmin(top, at.y - around);
        bottom = fmax(bottom, at.y + around);
    }
    return (ent_i_box_t){left, top, right - left, bottom - top};
}

static bool meets_frame(const ent_i_atlas_t *atlas, const ent_i_box_t *box)
{
    for (size_t i = 0; i < atlas->inset_count; i++) {
        if (ent_i_boxes_meet(box, &atlas->inset[i].frame, 0))
            return true;
    }
    return false;
}

/* Finds the largest crowd whose frame is free; one of no places where there is none. */
static void find_crowd(crowd_t *best, crowd_t *crowd, const ent_i_atlas_t *atlas)
{
    best->count = 0;
    for (size_t r = 0; r < atlas->page->plan.mark_count; r++) {
        size_t seed = atlas->ranked[r];
        ent_i_box_t frame;

        if (!atlas->prominent[seed] || !atlas->page->shown[seed] || atlas->inset_of[seed] != -1)
            continue;
        look_about(crowd, atlas, seed);
        if (crowd->count <= best->count)
            continue;
        keep_linked(crowd, atlas);
        frame = frame_of(atlas->page, crowd);
        if (crowd->count <= best->count || meets_frame(atlas, &frame))
            continue;
        best->count = crowd->count;
        for (size_t i = 0; i < crowd->count; i++)
            best->mark[i] = crowd->mark[i];
    }
}

ent_status_t ent_i_find_insets(ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = atlas->page->plan.mark_count;
    crowd_t best = {0}, crowd = {0};
    size_t named = 0;

    for (size_t i = 0; i < marks; i++)
        named += atlas->prominent[i];
    if (named > MOST_SOUGHT)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&best.mark, marks + 1, sizeof *best.mark, err));
    ENT_TRY(ent_i_alloc(&crowd.mark, marks + 1, sizeof *crowd.mark, err));
    for (int number = 0; number < ENT_MOST_INSETS; number++) {
        find_crowd(&best, &crowd, atlas);
        if (best.count < CROWD)
            break;
        for (size_t i = 0; i < best.count; i++)
            atlas->inset_of[best.mark[i]] = number;
        atlas->inset[number].frame = frame_of(atlas->page, &best);
        atlas->inset[number].members = best.count;
        atlas->inset_count++;
    }

cleanup:
    free(best.mark);
    free(crowd.mark);
    return status;
}

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

/* Whether a panel would hide anything of the main map but land and sea. */
static bool hides(const ent_i_atlas_t *atlas, const ent_i_box_t *box, const ent_i_point_t *segment,
                  size_t segments)
{
    const ent_i_page_t *page = atlas->page;
    double gap = page->look->label;
    ent_i_box_t around = {box->x - gap, box->y - gap, box->width + 2 * gap, box->height + 2 * gap};

    if (meets_frame(atlas, &around))
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
