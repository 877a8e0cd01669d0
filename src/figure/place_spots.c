/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The places where a label could stand, with what each of them costs. */
#include <math.h>
#include <stdlib.h>

#include "base/watch.h"
#include "figure/place_i.h"

enum {
    NEAR_POSITIONS = 24,
    DIRECTIONS = 24,
    DISTANCES = 9,
    MOST_SPOTS = 64, /* a label; the cheapest */
    MOST_OF_MUST = 400
};

static const double two_pi = 6.28318530717958648;

/* Costs: a place at the right is free, one that hides ties or that leaves it open whose name it is
 * costs about as much as one at a worse side, and all of this less than a leader. */
static const double of_leader = 1.7;     /* however short */
static const double of_length = 3.5;     /* of the longest that a label may have unless it must */
static const double of_ties = 1.2;       /* at most, under a label */
static const double of_crowd = 0.5;      /* near another mark */
static const double of_doubt = 1.5;      /* as near to another mark as to its own */
static const double of_shape = 0.35;     /* for each worse way to break the name */
static const double of_far_off = 6;      /* anywhere on the page */
static const double of_crossing = 20;    /* a leader that runs into marks */
static const double same_line = 1.0 / 4; /* of a label's height that another shares with it */
static const double too_long = 1.0 / 6;  /* of the page's longer side, where nobody says else */

typedef struct finder {
    const ent_i_terrain_t *terrain;
    const ent_i_wish_t *wish;
    double lead; /* length by which leaders are measured */
    double most; /* length of the longest, unless there is no place so near */
    ent_i_spot_t *found;
    size_t count;
    size_t capacity;
} finder_t;

/* Whether two labels stand so that lines of theirs are about one line. */
static bool are_abreast(const ent_i_box_t *a, const ent_i_box_t *b)
{
    double both = ent_i_smaller(a->y + a->height, b->y + b->height) - ent_i_larger(a->y, b->y);

    return both > same_line * ent_i_smaller(a->height, b->height);
}

bool ent_i_spots_clash(const ent_i_spot_t *a, const ent_i_spot_t *b, const ent_i_ground_t *ground)
{
    double side_b, side_c, side_d, side_a;

    if (ent_i_boxes_meet(&a->box, &b->box, ground->gap) ||
        (ent_i_boxes_meet(&a->box, &b->box, ground->beside) && are_abreast(&a->box, &b->box)) ||
        (a->leader && ent_i_length_inside(&b->box, a->from, a->to) > 0) ||
        (b->leader && ent_i_length_inside(&a->box, b->from, b->to) > 0))
        return true;
    if (!a->leader || !b->leader)
        return false;
    side_c = (a->to.x - a->from.x) * (b->from.y - a->from.y) -
             (a->to.y - a->from.y) * (b->from.x - a->from.x);
    side_d = (a->to.x - a->from.x) * (b->to.y - a->from.y) -
             (a->to.y - a->from.y) * (b->to.x - a->from.x);
    side_a = (b->to.x - b->from.x) * (a->from.y - b->from.y) -
             (b->to.y - b->from.y) * (a->from.x - b->from.x);
    side_b = (b->to.x - b->from.x) * (a->to.y - b->from.y) -
             (b->to.y - b->from.y) * (a->to.x - b->from.x);
    return side_c * side_d < 0 && side_a * side_b < 0;
}

ent_i_box_t ent_i_spot_reach(const ent_i_spot_t *spot)
{
    ent_i_box_t box = spot->box;
    double right = box.x + box.width;
    double bottom = box.y + box.height;

    if (!spot->leader)
        return box;
    box.x = ent_i_smaller(box.x, ent_i_smaller(spot->from.x, spot->to.x));
    box.y = ent_i_smaller(box.y, ent_i_smaller(spot->from.y, spot->to.y));
    box.width = ent_i_larger(right, ent_i_larger(spot->from.x, spot->to.x)) - box.x;
    box.height = ent_i_larger(bottom, ent_i_larger(spot->from.y, spot->to.y)) - box.y;
    return box;
}

static bool is_on_side(const ent_i_wish_t *wish, const ent_i_box_t *box, ent_i_point_t center)
{
    if (wish->side == ENT_SIDE_LEFT)
        return box->x + box->width <= center.x;
    return wish->side == ENT_SIDE_ANY || box->x >= center.x;
}

/* What a place costs for other marks near it, of which it could be the name. */
static double cost_of_crowd(const finder_t *finder, const ent_i_spot_t *spot)
{
    const ent_i_ground_t *ground = finder->terrain->ground;
    size_t disc = finder->wish->disc;
    double own = ground->gap;
    double near = (spot->leader ? 5 : 2.5) * ground->gap;
    double other = 0;

    if (!spot->leader)
        own = ent_i_larger(own,
                           ent_i_box_to_disc(&spot->box, ground->disc[disc], ground->radius[disc]));
    other = ent_i_terrain_nearest(finder->terrain, &spot->box, disc, ent_i_larger(near, 2 * own));
    return (other < near ? of_crowd : 0) +
           of_doubt * ent_i_smaller(ent_i_larger(2 - other / own, 0), 1);
}

/* Keeps a place where it is allowed. */
static ent_status_t consider(finder_t *finder, const ent_i_spot_t *spot, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_terrain_t *terrain = finder->terrain;
    const ent_i_wish_t *wish = finder->wish;
    ent_i_spot_t priced = *spot;

    if (!is_on_side(wish, &spot->box, terrain->ground->disc[wish->disc]) ||
        !ent_i_terrain_is_free(terrain, &spot->box, wish->disc))
        goto cleanup;
    if (spot->leader && !ent_i_terrain_lets_pass(terrain, spot->from, spot->to, wish->disc)) {
        if (!wish->must || wish->lead == ENT_LEAD_CLEAR)
            goto cleanup;
        priced.cost += of_crossing;
    }
    priced.cost += of_shape * spot->shape;
    priced.cost +=
        of_ties * (1 - exp(-ent_i_terrain_ink(terrain, &spot->box) / (2 * spot->box.height)));
    priced.cost += cost_of_crowd(finder, spot);
    ENT_TRY(ENT_GROW(finder->found, finder->count, finder->capacity, err));
    finder->found[finder->count++] = priced;

cleanup:
    return status;
}

/* The box in one of the positions beside the disc, from the best liked. */
static ent_i_spot_t near_spot(const finder_t *finder, size_t shape, int position)
{
    /* where the label's centre is, as shares of the distance that it has to keep */
    static const double way[NEAR_POSITIONS][3] = {
        {1, 0, 0},        {0, 1, 0.25},    {-1, 0, 0.3},     {0, -1, 0.35},    {1, 0.55, 0.4},
        {1, -0.55, 0.4},  {-1, 0.55, 0.6}, {-1, -0.55, 0.6}, {0.6, 1, 0.6},    {0.6, -1, 0.65},
        {-0.6, 1, 0.75},  {-0.6, -1, 0.8}, {0.3, 1, 0.45},   {0.3, -1, 0.5},   {-0.3, 1, 0.5},
        {-0.3, -1, 0.55}, {0.85, 1, 0.7},  {0.85, -1, 0.75}, {-0.85, 1, 0.85}, {-0.85, -1, 0.9},
        {1, 0.8, 0.6},    {1, -0.8, 0.65}, {-1, 0.8, 0.75},  {-1, -0.8, 0.8}};
    const ent_i_ground_t *ground = finder->terrain->ground;
    const ent_i_wish_t *wish = finder->wish;
    double width = wish->shape[shape].width;
    double height = wish->shape[shape].height;
    ent_i_point_t center = ground->disc[wish->disc];
    double reach = ground->radius[wish->disc] + ground->gap;
    bool beside = way[position][1] != 0 && fabs(way[position][0]) >= 1;
    double x = way[position][0] * (width / 2 + (beside ? 0.75 * reach : reach));
    double y = way[position][1] * (height / 2 + reach);

    return (ent_i_spot_t){
        .box = {center.x + x - width / 2, center.y + y - height / 2, width, height},
        .cost = way[position][2],
        .shape = (unsigned char)shape};
}

/* The box at a distance, with the leader that leads there. */
static ent_i_spot_t far_spot(const finder_t *finder, size_t shape, double distance, int direction)
{
    const ent_i_wish_t *wish = finder->wish;
    ent_i_point_t center = finder->terrain->ground->disc[wish->disc];
    double radius = finder->terrain->ground->radius[wish->disc];
    double width = wish->shape[shape].width;
    double height = wish->shape[shape].height;
    double angle = two_pi * direction / DIRECTIONS;
    double dx = cos(angle), dy = sin(angle);
    ent_i_point_t end = {center.x + (radius + distance) * dx, center.y + (radius + distance) * dy};
    ent_i_spot_t spot = {.leader = true, .shape = (unsigned char)shape, .to = end};

    spot.from = (ent_i_point_t){center.x + radius * dx, center.y + radius * dy};
    spot.box = (ent_i_box_t){end.x, end.y - height / 2, width, height};
    if (fabs(dx) < 0.3) { /* up or down: the leader meets the middle of the label's edge */
        spot.box.x = end.x - width / 2;
        spot.box.y = dy < 0 ? end.y - height : end.y;
    } else if (dx < 0) {
        spot.box.x = end.x - width;
    }
    spot.cost = of_leader + of_length * distance / finder->lead + (fabs(dx) < 0.3 ? 0.2 : 0) +
                0.1 * fabs(dy);
    return spot;
}

/* Places at the end of a leader, in all directions. */
static ent_status_t look_around(finder_t *finder, size_t shape, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    static const double share[DISTANCES] = {0.12, 0.2, 0.29, 0.38, 0.48, 0.6, 0.72, 0.86, 1};

    for (int d = 0; d < DISTANCES; d++) {
        for (int k = 0; k < DIRECTIONS; k++) {
            ent_i_spot_t spot = far_spot(finder, shape, share[d] * finder->lead, k);

            ENT_TRY(consider(finder, &spot, err));
        }
    }

cleanup:
    return status;
}

/* The point of a box where a leader from the disc would end. */
static ent_i_point_t end_of_lead(const finder_t *finder, const ent_i_box_t *box)
{
    ent_i_point_t center = finder->terrain->ground->disc[finder->wish->disc];
    double right = box->x + box->width;
    double bottom = box->y + box->height;
    ent_i_point_t end = {ent_i_smaller(ent_i_larger(center.x, box->x), right),
                         ent_i_smaller(ent_i_larger(center.y, box->y), bottom)};

    if (end.x <= box->x || end.x >= right)
        end.y = box->y + box->height / 2;
    return end;
}

/* A leader from the disc to the nearest point of a box; false where it would be too long. */
static bool lead_to(ent_i_spot_t *spot, const finder_t *finder)
{
    const ent_i_wish_t *wish = finder->wish;
    ent_i_point_t center = finder->terrain->ground->disc[wish->disc];
    double radius = finder->terrain->ground->radius[wish->disc];
    double most = wish->lead < ENT_LEAD_FAR ? finder->most + radius : INFINITY;
    ent_i_point_t way;
    double length;

    spot->to = end_of_lead(finder, &spot->box);
    way = (ent_i_point_t){spot->to.x - center.x, spot->to.y - center.y};
    length = ent_i_larger(sqrt(way.x * way.x + way.y * way.y), 1e-9);
    spot->leader = true;
    spot->from.x = center.x + radius / length * way.x;
    spot->from.y = center.y + radius / length * way.y;
    spot->cost = of_far_off + of_length * length / finder->lead;
    return length <= most;
}

/* Places all over the page, for a label that must have one. */
static ent_status_t look_everywhere(finder_t *finder, size_t shape, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_box_t *page = &finder->terrain->ground->page;
    double width = finder->wish->shape[shape].width;
    double height = finder->wish->shape[shape].height;
    double step_x = ent_i_larger(width / 4, page->width / 100);
    double step_y = ent_i_larger(height / 3, page->height / 100);

    for (double y = page->y; y + height <= page->y + page->height; y += step_y) {
        for (double x = page->x; x + width <= page->x + page->width; x += step_x) {
            ent_i_spot_t spot = {.box = {x, y, width, height}, .shape = (unsigned char)shape};

            if (lead_to(&spot, finder))
                ENT_TRY(consider(finder, &spot, err));
        }
    }

cleanup:
    return status;
}

static int by_cost(const void *left, const void *right)
{
    const ent_i_spot_t *a = left;
    const ent_i_spot_t *b = right;

    if (a->cost != b->cost)
        return a->cost < b->cost ? -1 : 1;
    if (a->box.y != b->box.y)
        return a->box.y < b->box.y ? -1 : 1;
    if (a->box.x != b->box.x)
        return a->box.x < b->box.x ? -1 : 1;
    return (int)a->shape - (int)b->shape;
}

/* All places of one label, from the cheapest. */
static ent_status_t find_spots(finder_t *finder, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_wish_t *wish = finder->wish;

    finder->count = 0;
    for (size_t shape = 0; shape < wish->shape_count; shape++) {
        for (int p = 0; p < NEAR_POSITIONS; p++) {
            ent_i_spot_t spot = near_spot(finder, shape, p);

            ENT_TRY(consider(finder, &spot, err));
        }
        if (wish->may_lead || wish->must)
            ENT_TRY(look_around(finder, shape, err));
        if (wish->must)
            ENT_TRY(look_everywhere(finder, shape, err));
    }
    if (finder->count > 0)
        qsort(finder->found, finder->count, sizeof *finder->found, by_cost);
    finder->count =
        (size_t)ent_i_smaller((double)finder->count, wish->must ? MOST_OF_MUST : MOST_SPOTS);

cleanup:
    return status;
}

ent_status_t ent_i_spots_init(ent_i_spots_t *spots, const ent_i_wish_t *wish, size_t count,
                              const ent_i_terrain_t *terrain, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t total = 0, capacity = 0;
    const ent_i_ground_t *ground = terrain->ground;
    finder_t finder = {
        .terrain = terrain, .lead = ent_i_larger(ground->lead, 1), .most = ground->most};

    *spots = (ent_i_spots_t){0};
    if (finder.most <= 0)
        finder.most = too_long * ent_i_larger(ground->page.width, ground->page.height);
    ENT_TRY(ent_i_alloc(&spots->first, count + 1, sizeof *spots->first, err));
    for (size_t i = 0; i < count; i++) {
        finder.wish = &wish[i];
        spots->first[i] = total;
        ENT_TRY(ent_i_go_on(err));
        ENT_TRY(find_spots(&finder, err));
        ENT_TRY(
            ent_i_grow(&spots->spot, &capacity, total + finder.count, sizeof *spots->spot, err));
        for (size_t k = 0; k < finder.count; k++)
            spots->spot[total++] = finder.found[k];
    }
    spots->first[count] = total;

cleanup:
    free(finder.found);
    return status;
}

void ent_i_spots_free(ent_i_spots_t *spots)
{
    free(spots->spot);
    free(spots->first);
}
