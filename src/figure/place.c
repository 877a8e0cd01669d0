/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "figure/place.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/place_i.h"

enum {
    MOST_MOVED = 3,   /* labels that one may ask to move at once */
    DEPTH = 3,        /* of chains of labels that move for one another */
    MOST_STEPS = 512, /* of one such chain */
    LOOKS = 2500,     /* places looked at for one label before it is given up */
    LOOKS_OF_MUST = 60000,
    ALL_LOOKS = 250000, /* for all labels together */
    PASSES = 4          /* of trading */
};

static const size_t none = (size_t)-1;

/* What a label may pay for making room, for one more important and for a lesser one. */
static const double slack = 3;
static const double slack_of_lesser = 1.3;

/* One cell that a placed label reaches into, in the list of that cell. */
typedef struct link {
    size_t label;
    size_t cell;
    size_t next;
    size_t before;
} link_t;

/* What was where before a label moved. */
typedef struct step {
    size_t label;
    size_t spot;
} step_t;

typedef struct search {
    const ent_i_ground_t *ground;
    const ent_i_wish_t *wish;
    size_t count;
    ent_i_spots_t spots;
    size_t *at; /* by label: its place; none */
    ent_i_cells_t cells;
    size_t *head; /* by cell: a link; none */
    link_t *link;
    size_t *first_link; /* by label, one more: its own links */
    size_t *links;      /* by label: how many are in use */
    size_t *seen;       /* by label: the last look that met it */
    size_t look;
    bool *locked; /* by label: it has just been given its place */
    step_t step[MOST_STEPS];
    size_t steps;
    size_t looks_left; /* of the label that is being placed */
    size_t all_left;
} search_t;

static ent_i_range_t range_of(const search_t *search, size_t spot)
{
    ent_i_box_t reach = ent_i_spot_reach(&search->spots.spot[spot]);
    double gap = fmax(search->ground->gap, search->ground->beside);

    reach =
        (ent_i_box_t){reach.x - gap, reach.y - gap, reach.width + 2 * gap, reach.height + 2 * gap};
    return ent_i_cells_of(&search->cells, &reach);
}

/* Gives each label as many links as its largest place reaches into cells. */
static ent_status_t count_links(search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t total = 0;

    for (size_t i = 0; i < search->count; i++) {
        size_t most = 0;

        search->first_link[i] = total;
        for (size_t s = search->spots.first[i]; s < search->spots.first[i + 1]; s++) {
            ent_i_range_t range = range_of(search, s);
            size_t cells = (range.x1 - range.x0 + 1) * (range.y1 - range.y0 + 1);

            most = cells > most ? cells : most;
        }
        total += most;
    }
    search->first_link[search->count] = total;
    ENT_TRY(ent_i_alloc(&search->link, total, sizeof *search->link, err));

cleanup:
    return status;
}

static ent_status_t search_init(search_t *search, ent_i_wish_t *wish, size_t count,
                                const ent_i_terrain_t *terrain, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t cells;

    *search = (search_t){.ground = terrain->ground,
                         .wish = wish,
                         .count = count,
                         .cells = terrain->cells,
                         .all_left = ALL_LOOKS};
    cells = search->cells.columns * search->cells.rows;
    ENT_TRY(ent_i_spots_init(&search->spots, wish, count, terrain, err));
    ENT_TRY(ent_i_alloc(&search->at, count, sizeof *search->at, err));
    ENT_TRY(ent_i_alloc(&search->links, count, sizeof *search->links, err));
    ENT_TRY(ent_i_alloc(&search->seen, count, sizeof *search->seen, err));
    ENT_TRY(ent_i_alloc(&search->locked, count, sizeof *search->locked, err));
    ENT_TRY(ent_i_alloc(&search->first_link, count + 1, sizeof *search->first_link, err));
    ENT_TRY(ent_i_alloc(&search->head, cells, sizeof *search->head, err));
    for (size_t i = 0; i < count; i++)
        search->at[i] = none;
    for (size_t c = 0; c < cells; c++)
        search->head[c] = none;
    ENT_TRY(count_links(search, err));

cleanup:
    return status;
}

static void search_free(search_t *search)
{
    ent_i_spots_free(&search->spots);
    free(search->at);
    free(search->links);
    free(search->seen);
    free(search->locked);
    free(search->first_link);
    free(search->head);
    free(search->link);
}

static void enter(search_t *search, size_t label, size_t spot)
{
    ent_i_range_t range = range_of(search, spot);

    search->at[label] = spot;
    for (size_t y = range.y0; y <= range.y1; y++) {
        for (size_t x = range.x0; x <= range.x1; x++) {
            size_t cell = y * search->cells.columns + x;
            size_t own = search->first_link[label] + search->links[label]++;
            size_t next = search->head[cell];

            search->link[own] = (link_t){label, cell, next, none};
            if (next != none)
                search->link[next].before = own;
            search->head[cell] = own;
        }
    }
}

static void leave(search_t *search, size_t label)
{
    for (size_t i = 0; i < search->links[label]; i++) {
        const link_t *own = &search->link[search->first_link[label] + i];

        if (own->next != none)
            search->link[own->next].before = own->before;
        if (own->before != none)
            search->link[own->before].next = own->next;
        else
            search->head[own->cell] = own->next;
    }
    search->links[label] = 0;
    search->at[label] = none;
}

/* Moves a label to a place, or off the page, and notes where it was. */
static void move(search_t *search, size_t label, size_t spot)
{
    assert(search->steps < MOST_STEPS);
    search->step[search->steps++] = (step_t){label, search->at[label]};
    if (search->at[label] != none)
        leave(search, label);
    if (spot != none)
        enter(search, label, spot);
}

/* Takes back the steps beyond the first `steps`. */
static void take_back(search_t *search, size_t steps)
{
    while (search->steps > steps) {
        step_t *last = &search->step[--search->steps];

        if (search->at[last->label] != none)
            leave(search, last->label);
        if (last->spot != none)
            enter(search, last->label, last->spot);
    }
}

/* The placed labels that a place clashes with, up to `most`, and whether they are more. */
static size_t find_clashes(search_t *search, size_t label, size_t spot, size_t *found, size_t most)
{
    ent_i_range_t range = range_of(search, spot);
    size_t count = 0;

    search->look++;
    search->looks_left -= search->looks_left > 0;
    search->all_left -= search->all_left > 0;
    for (size_t y = range.y0; y <= range.y1; y++) {
        for (size_t x = range.x0; x <= range.x1; x++) {
            for (size_t l = search->head[y * search->cells.columns + x]; l != none;
                 l = search->link[l].next) {
                size_t other = search->link[l].label;

                if (other == label || search->seen[other] == search->look)
                    continue;
                search->seen[other] = search->look;
                if (!ent_i_spots_clash(&search->spots.spot[spot],
                                       &search->spots.spot[search->at[other]], search->ground))
                    continue;
                if (count == most)
                    return most + 1;
                found[count++] = other;
            }
        }
    }
    return count;
}

/* The cheapest place of a label that is free, of those below `end`; none. */
static size_t free_spot(search_t *search, size_t label, size_t end)
{
    size_t found;

    for (size_t s = search->spots.first[label]; s < end; s++) {
        if (find_clashes(search, label, s, &found, 0) == 0)
            return s;
    }
    return none;
}

static bool settle(search_t *search, size_t label, double most, int depth);

/* What a label may pay at most for making room for another. */
static double most_cost(const search_t *search, size_t label, size_t spot, size_t other)
{
    double cost = search->spots.spot[spot].cost;

    if (search->wish[other].must && !search->wish[label].must)
        return INFINITY;
    return cost + (other < label ? slack_of_lesser : slack);
}

/* Gives a label a place that others hold, where all of these can go elsewhere. */
static bool displace(search_t *search, size_t label, size_t spot, int depth)
{
    size_t other[MOST_MOVED];
    double most[MOST_MOVED];
    size_t count = find_clashes(search, label, spot, other, MOST_MOVED);
    size_t steps = search->steps;
    bool settled = count <= MOST_MOVED && steps + 4 * MOST_MOVED + 4 < MOST_STEPS;

    for (size_t i = 0; i < count && settled; i++)
        settled = !search->locked[other[i]];
    if (!settled)
        return false;
    for (size_t i = 0; i < count; i++) {
        most[i] = most_cost(search, other[i], search->at[other[i]], label);
        move(search, other[i], none);
    }
    move(search, label, spot);
    search->locked[label] = true;
    for (size_t i = 0; i < count && settled; i++)
        settled = settle(search, other[i], most[i], depth - 1);
    search->locked[label] = false;
    if (!settled)
        take_back(search, steps);
    return settled;
}

/* Finds a place for a label that has none, and other places for those in its way. */
static bool settle(search_t *search, size_t label, double most, int depth)
{
    size_t end = search->spots.first[label];
    size_t spot;

    while (end < search->spots.first[label + 1] && search->spots.spot[end].cost <= most)
        end++;
    spot = free_spot(search, label, end);
    if (spot != none && search->steps < MOST_STEPS) {
        move(search, label, spot);
        return true;
    }
    for (size_t s = search->spots.first[label]; depth > 0 && s < end; s++) {
        if (search->looks_left == 0 || search->all_left == 0)
            return false;
        if (displace(search, label, s, depth))
            return true;
    }
    return false;
}

static bool settle_all(search_t *search, size_t label)
{
    search->steps = 0;
    search->looks_left = search->wish[label].must ? LOOKS_OF_MUST : LOOKS;
    return settle(search, label, INFINITY, DEPTH);
}

/* Gives a label the place of one less important label, which is left out for it. */
static bool oust(search_t *search, size_t label)
{
    for (size_t s = search->spots.first[label]; s < search->spots.first[label + 1]; s++) {
        size_t other;

        if (find_clashes(search, label, s, &other, 1) == 1 && other > label &&
            !search->wish[other].must) {
            search->steps = 0;
            move(search, other, none);
            move(search, label, s);
            return true;
        }
    }
    return false;
}

/* Gives a placed label a cheaper place, where the one label in its way loses less than is gained.
 */
static bool trade(search_t *search, size_t label, size_t spot)
{
    const ent_i_spot_t *spots = search->spots.spot;
    double gain = spots[search->at[label]].cost - spots[spot].cost;
    size_t other = none;
    size_t count = find_clashes(search, label, spot, &other, 1);
    size_t was, next;

    search->steps = 0;
    if (gain <= 0 || count > 1)
        return false;
    if (count == 0) {
        move(search, label, spot);
        return true;
    }
    was = search->at[other];
    move(search, other, none);
    move(search, label, spot);
    next = free_spot(search, other, search->spots.first[other + 1]);
    if (next != none && spots[next].cost - spots[was].cost < gain) {
        move(search, other, next);
        return true;
    }
    take_back(search, 0);
    return false;
}

/* Looks for a cheaper place for every label; whether one moved. */
static bool trade_all(search_t *search)
{
    bool moved = false;

    for (size_t i = 0; i < search->count; i++) {
        bool traded = false;

        if (search->at[i] == none)
            continue;
        for (size_t s = search->spots.first[i]; s < search->at[i] && !traded; s++)
            traded = trade(search, i, s);
        moved |= traded;
    }
    return moved;
}

static void place_all(search_t *search)
{
    size_t missing = 0;

    for (size_t i = 0; i < search->count; i++) {
        size_t spot = free_spot(search, i, search->spots.first[i + 1]);

        if (spot != none)
            enter(search, i, spot);
        else if (search->wish[i].must)
            settle_all(search, i);
    }
    for (int pass = 0; pass < PASSES; pass++) {
        missing = 0;
        for (size_t i = 0; i < search->count; i++) {
            if (search->at[i] == none && !settle_all(search, i) && !oust(search, i))
                missing++;
        }
        if (!trade_all(search) && missing == 0)
            break;
    }
    for (size_t i = 0; i < search->count && missing > 0; i++) {
        if (search->at[i] == none)
            settle_all(search, i);
    }
}

ent_status_t ent_i_place_labels(ent_i_wish_t *wish, size_t count, const ent_i_terrain_t *terrain,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    search_t search;

    ENT_TRY(search_init(&search, wish, count, terrain, err));
    place_all(&search);
    for (size_t i = 0; i < count; i++) {
        const ent_i_spot_t *spot;

        wish[i].placed = search.at[i] != none;
        if (!wish[i].placed)
            continue;
        spot = &search.spots.spot[search.at[i]];
        wish[i].shape_used = spot->shape;
        wish[i].leader = spot->leader;
        wish[i].box = spot->box;
        wish[i].from = spot->from;
        wish[i].to = spot->to;
    }

cleanup:
    search_free(&search);
    return status;
}
