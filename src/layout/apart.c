/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Removing overlaps, as little as it takes. */
#include <math.h>
#include <stdlib.h>

#include "base/watch.h"
#include "layout/pack.h"

typedef struct edge {
    double left;
    size_t index;
} edge_t;

static int leftmost_first(const void *left, const void *right)
{
    const edge_t *a = left;
    const edge_t *b = right;

    if (a->left != b->left)
        return a->left < b->left ? -1 : 1;
    return a->index < b->index ? -1 : a->index > b->index;
}

static void sort_edges(edge_t *order, size_t count, const ent_i_point_t *position)
{
    for (size_t i = 0; i < count; i++)
        order[i] = (edge_t){position[i].x, i};
    qsort(order, count, sizeof *order, leftmost_first);
}

/* Sorts again, by insertion: from one round to the next the order hardly changes. */
static void keep_sorted(edge_t *order, size_t count, const ent_i_point_t *position,
                        const ent_i_box_t *room)
{
    for (size_t i = 0; i < count; i++)
        order[i].left = position[order[i].index].x + room[order[i].index].x;
    for (size_t i = 1; i < count; i++) {
        edge_t edge = order[i];
        size_t at = i;

        for (; at > 0 && leftmost_first(&edge, &order[at - 1]) < 0; at--)
            order[at] = order[at - 1];
        order[at] = edge;
    }
}

/* How far two intervals of a pair would have to move apart; not positive when they need not. */
static double overlap(double from_a, double size_a, double from_b, double size_b, double gap)
{
    return ent_i_smaller(from_a + size_a, from_b + size_b) - ent_i_larger(from_a, from_b) + gap;
}

/* Moves a pair apart along the shorter way, in proportion to the rooms' own lengths: flat rooms
 * would otherwise all go up or down until the page is full. Where that way is jammed, `aside` takes
 * the other one. Returns whether it had to. */
static bool part(ent_i_point_t *a, const ent_i_box_t *room_a, ent_i_point_t *b,
                 const ent_i_box_t *room_b, double gap, bool aside)
{
    double x = overlap(a->x + room_a->x, room_a->width, b->x + room_b->x, room_b->width, gap);
    double y = overlap(a->y + room_a->y, room_a->height, b->y + room_b->y, room_b->height, gap);
    double way = 0;
    bool across =
        x * x * (room_a->height + room_b->height) < y * y * (room_a->width + room_b->width);

    if (x <= 1e-6 || y <= 1e-6)
        return false;
    if (across != aside) {
        way = b->x + room_b->x + room_b->width / 2 - a->x - room_a->x - room_a->width / 2;
        way = way < 0 ? -x / 2 : x / 2;
        a->x -= way;
        b->x += way;
    } else {
        way = b->y + room_b->y + room_b->height / 2 - a->y - room_a->y - room_a->height / 2;
        way = way < 0 ? -y / 2 : y / 2;
        a->y -= way;
        b->y += way;
    }
    return true;
}

/* Keeps `from .. from + size` within `low .. high`; centres it where it is too large. */
static double keep(double at, double from, double size, double low, double high)
{
    if (size > high - low)
        return (low + high - size) / 2 - from;
    return ent_i_smaller(ent_i_larger(at, low - from), high - size - from);
}

static void keep_within(ent_i_point_t *position, const ent_i_box_t *room, size_t count,
                        const ent_i_box_t *page)
{
    for (size_t i = 0; i < count; i++) {
        position[i].x =
            keep(position[i].x, room[i].x, room[i].width, page->x, page->x + page->width);
        position[i].y =
            keep(position[i].y, room[i].y, room[i].height, page->y, page->y + page->height);
    }
}

/* One round over all pairs that are near; returns whether any had to move. */
static bool push(ent_i_point_t *position, const ent_i_box_t *room, size_t count, edge_t *order,
                 double gap, bool aside)
{
    bool moved = false;

    keep_sorted(order, count, position, room);
    for (size_t i = 0; i < count; i++) {
        size_t a = order[i].index;

        for (size_t k = i + 1; k < count; k++) {
            size_t b = order[k].index;

            if (order[k].left > order[i].left + room[a].width + gap)
                break;
            moved |= part(&position[a], &room[a], &position[b], &room[b], gap, aside);
        }
    }
    return moved;
}

ent_status_t ent_i_push_apart(ent_i_point_t *position, const ent_i_box_t *room, size_t count,
                              const ent_i_box_t *page, double gap, size_t steps, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    edge_t *order = NULL;
    ent_i_box_t *grown = NULL;
    size_t rounds = count <= 1000 ? 40 : count <= 5000 ? 10 : 2;

    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&grown, count, sizeof *grown, err));
    sort_edges(order, count, position);
    for (size_t step = 1; step <= steps; step++) {
        double share = (double)step / (double)steps;
        size_t most = step < steps ? rounds : 6 * rounds;

        for (size_t i = 0; i < count; i++)
            grown[i] = (ent_i_box_t){share * room[i].x, share * room[i].y, share * room[i].width,
                                     share * room[i].height};
        for (size_t round = 0; round < most; round++) {
            ENT_TRY(ent_i_go_on(err));
            keep_within(position, grown, count, page);
            if (!push(position, grown, count, order, gap, round >= 3 * rounds && round % 4 == 0))
                break;
        }
    }
    keep_within(position, room, count, page);

cleanup:
    free(order);
    free(grown);
    return status;
}
