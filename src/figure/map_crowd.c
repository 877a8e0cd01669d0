/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The crowded places of a map: what an enlarged panel is to show. */
#include <math.h>
#include <stdlib.h>

#include "figure/map_i.h"
#include "layout/sphere.h"

/* Named places nearer to each other than about their names are high make a crowd of so many. Among
 * more places than MOST_SOUGHT none is looked for; of a larger crowd than MOST_LINKED all that is
 * in a window is taken for linked. */
enum { CROWD = 5, MOST_SOUGHT = 3000, MOST_LINKED = 150 };

static const double near = 1.25;         /* label heights between two of a crowd */
static const double widest_near = 0.016; /* of the map's width, where letters are large */
static const double window_width = 0.08; /* of the map's: so that a panel is an enlargement */
static const double window_height = 0.065;
/* Of the map's width: a crowd that goes beyond its window is taken whole up to this size. */
static const double most_width = 0.22, most_height = 0.2;
static const double stragglers = 0.08; /* of a crowd: left out where it is much smaller so */
static const double worth = 5;         /* by so many times their share of the crowd, … */
static const double least_cut = 0.15;  /* … and by no less of its width or height */
static const double one_place = 0.005; /* degrees: what is nearer no panel tells apart */

/* Places that are looked at together. */
typedef struct crowd {
    size_t *mark;
    size_t count;
} crowd_t;

/* Whether a place is named and in no inset. */
static bool is_free(const ent_i_atlas_t *atlas, size_t mark)
{
    return atlas->prominent[mark] && atlas->page->shown[mark] && atlas->inset_of[mark] == -1;
}

/* Takes the named places of no inset in the window about a place, itself first. */
static void look_about(crowd_t *crowd, const ent_i_atlas_t *atlas, size_t seed)
{
    const ent_i_page_t *page = atlas->page;
    double width = window_width * atlas->map.box.width / 2;
    double height = window_height * atlas->map.box.width / 2;

    crowd->count = 0;
    crowd->mark[crowd->count++] = seed;
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (i != seed && is_free(atlas, i) && fabs(page->at[i].x - page->at[seed].x) <= width &&
            fabs(page->at[i].y - page->at[seed].y) <= height)
            crowd->mark[crowd->count++] = i;
    }
}

/* Keeps those that are within reach of the first few, or of one who is. */
static void keep_linked(crowd_t *crowd, const ent_i_atlas_t *atlas, size_t linked)
{
    const ent_i_page_t *page = atlas->page;
    double reach = fmin(near * page->look->label, widest_near * atlas->map.box.width);

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

bool ent_i_meets_frame(const ent_i_atlas_t *atlas, const ent_i_box_t *box)
{
    for (size_t i = 0; i < atlas->inset_count; i++) {
        if (ent_i_boxes_meet(box, &atlas->inset[i].frame, 0))
            return true;
    }
    return false;
}

/* Whether all of a crowd are at one point, enlarged or not. */
static bool is_one_place(const crowd_t *crowd, const ent_i_atlas_t *atlas)
{
    double latitude = atlas->latitude[crowd->mark[0]], longitude = atlas->longitude[crowd->mark[0]];

    for (size_t i = 1; i < crowd->count; i++) {
        double east = remainder(atlas->longitude[crowd->mark[i]] - longitude, 360);

        if (fabs(atlas->latitude[crowd->mark[i]] - latitude) > one_place ||
            fabs(east) * cos(latitude * ent_i_radians) > one_place)
            return false;
    }
    return true;
}

static void take(crowd_t *to, const crowd_t *from)
{
    to->count = from->count;
    for (size_t i = 0; i < from->count; i++)
        to->mark[i] = from->mark[i];
}

/* Finds the largest crowd whose frame is free; one of no places where there is none. */
static void find_crowd(crowd_t *best, crowd_t *crowd, const ent_i_atlas_t *atlas)
{
    best->count = 0;
    for (size_t r = 0; r < atlas->page->plan.mark_count; r++) {
        size_t seed = atlas->ranked[r];
        ent_i_box_t frame;

        if (!is_free(atlas, seed))
            continue;
        look_about(crowd, atlas, seed);
        if (crowd->count <= best->count)
            continue;
        if (crowd->count <= MOST_LINKED)
            keep_linked(crowd, atlas, 1);
        frame = frame_of(atlas->page, crowd);
        if (crowd->count <= best->count || ent_i_meets_frame(atlas, &frame) ||
            is_one_place(crowd, atlas))
            continue;
        take(best, crowd);
    }
}

static int ascending(const void *left, const void *right)
{
    double a = *(const double *)left;
    double b = *(const double *)right;

    return a < b ? -1 : a > b;
}

/* A stretch of one axis. */
typedef struct stretch {
    double from, to;
} stretch_t;

/* Leaves out places at one end of an axis, no more than `budget`, where the stretch is shortened by
 * `worth` times their share; the best such cut. Returns how many are left out. */
static size_t cut_best(stretch_t *stretch, double *best, const double *sorted, size_t count,
                       size_t budget)
{
    double length = sorted[count - 1] - sorted[0];
    size_t left_out = 0;

    for (size_t k = 1; k <= budget && k + 1 < count && length > 0; k++) {
        double share = (double)k / (double)count * length;
        double low = (sorted[k] - sorted[0]) / share;
        double high = (sorted[count - 1] - sorted[count - 1 - k]) / share;

        if (fmax(low, high) <= *best || fmax(low, high) * share < least_cut * length)
            continue;
        *best = fmax(low, high);
        *stretch = low >= high ? (stretch_t){sorted[k], sorted[count - 1]}
                               : (stretch_t){sorted[0], sorted[count - 1 - k]};
        left_out = k;
    }
    return left_out;
}

/* Keeps those between two bounds of an axis. */
static void keep_within(crowd_t *crowd, const ent_i_page_t *page, bool upright, stretch_t stretch)
{
    size_t kept = 0;

    for (size_t i = 0; i < crowd->count; i++) {
        ent_i_point_t at = page->at[crowd->mark[i]];
        double along = upright ? at.y : at.x;

        if (along >= stretch.from && along <= stretch.to)
            crowd->mark[kept++] = crowd->mark[i];
    }
    crowd->count = kept;
}

/* Leaves out those of a crowd that stand far off, where a small share of it takes a large one of
 * its width or height. */
static void trim(crowd_t *crowd, const ent_i_page_t *page, double *sorted)
{
    size_t budget = (size_t)(stragglers * (double)crowd->count);

    while (budget > 0) {
        double best = worth;
        stretch_t stretch = {0};
        size_t count = crowd->count;
        bool upright = false;

        for (int axis = 0; axis < 2; axis++) {
            for (size_t i = 0; i < count; i++)
                sorted[i] = axis == 1 ? page->at[crowd->mark[i]].y : page->at[crowd->mark[i]].x;
            qsort(sorted, count, sizeof *sorted, ascending);
            if (cut_best(&stretch, &best, sorted, count, budget) > 0)
                upright = axis == 1;
        }
        if (best <= worth)
            return;
        keep_within(crowd, page, upright, stretch);
        budget -= count - crowd->count < budget ? count - crowd->count : budget;
    }
}

/* Follows a crowd beyond its window, as far as its places are linked; leaves it as it is where all
 * of it would be too large to be enlarged. */
static void extend(crowd_t *best, crowd_t *crowd, const ent_i_atlas_t *atlas, double *sorted)
{
    const ent_i_page_t *page = atlas->page;
    const ent_i_box_t *map = &atlas->map.box;
    ent_i_box_t frame;

    take(crowd, best);
    for (size_t i = 0; i < best->count; i++)
        atlas->inset_of[best->mark[i]] = (int)atlas->inset_count;
    for (size_t i = 0; i < page->plan.mark_count; i++) {
        if (is_free(atlas, i))
            crowd->mark[crowd->count++] = i;
    }
    for (size_t i = 0; i < best->count; i++)
        atlas->inset_of[best->mark[i]] = -1;
    keep_linked(crowd, atlas, best->count);
    trim(crowd, page, sorted);
    frame = frame_of(page, crowd);
    if (frame.width <= most_width * map->width && frame.height <= most_height * map->width &&
        !ent_i_meets_frame(atlas, &frame))
        take(best, crowd);
    else
        trim(best, page, sorted);
}

/* Width by height of a crowd on a map of its own. */
static double own_shape(const crowd_t *crowd, const ent_i_atlas_t *atlas, double *room)
{
    const ent_i_box_t box = {0, 0, 1, 1};
    double *latitude = room, *longitude = room + crowd->count;
    ent_i_map_t map;

    for (size_t i = 0; i < crowd->count; i++) {
        latitude[i] = atlas->latitude[crowd->mark[i]];
        longitude[i] = atlas->longitude[crowd->mark[i]];
    }
    ent_i_map_enlarge(&map, latitude, longitude, crowd->count, &box);
    return map.shape > 0 ? 1 / map.shape : 1;
}

ent_status_t ent_i_find_insets(ent_i_atlas_t *atlas, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = atlas->page->plan.mark_count;
    crowd_t best = {0}, crowd = {0};
    double *room = NULL; /* two numbers a mark */
    size_t named = 0;

    for (size_t i = 0; i < marks; i++)
        named += atlas->prominent[i];
    if (named > MOST_SOUGHT)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&best.mark, marks + 1, sizeof *best.mark, err));
    ENT_TRY(ent_i_alloc(&crowd.mark, marks + 1, sizeof *crowd.mark, err));
    ENT_TRY(ent_i_alloc(&room, 2 * marks + 2, sizeof *room, err));
    for (int number = 0; number < ENT_MOST_INSETS; number++) {
        find_crowd(&best, &crowd, atlas);
        if (best.count < CROWD)
            break;
        extend(&best, &crowd, atlas, room);
        for (size_t i = 0; i < best.count; i++)
            atlas->inset_of[best.mark[i]] = number;
        atlas->inset[number].crowd = frame_of(atlas->page, &best);
        atlas->inset[number].shape = own_shape(&best, atlas, room);
        atlas->inset[number].frame = atlas->inset[number].crowd;
        atlas->inset[number].members = best.count;
        atlas->inset_count++;
    }

cleanup:
    free(best.mark);
    free(crowd.mark);
    free(room);
    return status;
}
