/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Climbs: tier upon tier, until nothing moves. */
#include "engine/climb.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/watch.h"
#include "network/network_i.h"

/* Rounds of Leiden: until nothing rises, but where ties are so many that a round takes some
 * hundredths of a second or more, no more of them than these ties in all are worth, and two, of
 * which the last one lets vertices move only. On a million ties all that it leaves out would gain
 * 0.0001. */
#define ROUNDS 50
#define FEWEST_ROUNDS 2
#define TIES_IN_ALL 2e6
#define MANY_TIES (TIES_IN_ALL / ROUNDS)
/* A rough climb is one by so many times the resolution on the ground and on the tier over it. */
#define ROUGH_TIERS 2
/* Of a tier that is kept while the next is made. */
#define MOST_LINKS 1000000
/* Of modularity: below what any two partitions of a small network differ by. */
#define LEAST_RISE 1e-6

static double mean_weight(const ent_network_t *network)
{
    double total = 0;

    for (size_t i = 0; i < network->tie_count; i++)
        total += network->weight[i];
    return total / (double)network->tie_count;
}

/* Whether some weight differs from another. */
static bool differ(const ent_network_t *network)
{
    for (size_t i = 1; i < network->tie_count; i++) {
        if (network->weight[i] != network->weight[0])
            return true;
    }
    return false;
}

/* The weights of the links and what they add up to. */
static ent_status_t weigh(ent_i_tier_t *ground, const ent_network_t *network, ent_error_t *err)
{
    size_t ends = 2 * network->tie_count;
    double mean = mean_weight(network);
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&ground->weight, ends, sizeof *ground->weight, err));
    ENT_TRY(ent_i_alloc(&ground->strength, ground->rows.count, sizeof *ground->strength, err));
    for (size_t i = 0; i < ends; i++)
        ground->weight[i] = network->weight[network->via[i]] / mean;
    for (uint32_t v = 0; v < ground->rows.count; v++) {
        for (uint32_t i = ground->rows.offset[v]; i < ground->rows.offset[v + 1]; i++)
            ground->strength[v] += ground->weight[i];
    }

cleanup:
    return status;
}

/* The network's rows, gone through in an order of the hill's. */
static ent_status_t take_rows(ent_i_tier_t *ground, const ent_network_t *network,
                              const ent_i_order_t *order, ent_error_t *err)
{
    size_t actors = network->actor_count;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&ground->rows.offset, actors + 1, sizeof *ground->rows.offset, err));
    for (size_t v = 0; v <= actors; v++)
        ground->rows.offset[v] = (uint32_t)network->offset[v];
    ground->rows.count = (uint32_t)actors;
    ground->rows.neighbour = (uint32_t *)network->neighbour;
    ground->order = order->order;

cleanup:
    return status;
}

ent_status_t ent_i_hill_init(ent_i_hill_t *hill, const ent_network_t *network, bool weighted,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_tier_t *ground = &hill->ground;

    *hill = (ent_i_hill_t){0};
    ENT_TRY(ent_i_order_init(&hill->order, network, err));
    free(hill->order.place); /* the order is all that is asked for */
    free(hill->order.start);
    hill->order.place = hill->order.start = NULL;
    ENT_TRY(take_rows(ground, network, &hill->order, err));
    if (weighted && differ(network))
        ENT_TRY(weigh(ground, network, err));
    for (uint32_t i = 0; i < ground->rows.count; i++)
        hill->total += ent_i_tier_strength(ground, ent_i_tier_at(ground, i));

cleanup:
    return status;
}

void ent_i_hill_free(ent_i_hill_t *hill)
{
    ent_i_order_free(&hill->order);
    hill->ground.rows.neighbour = NULL; /* the network's */
    ent_i_tier_free(&hill->ground);
}

ent_status_t ent_i_climber_widen(ent_i_climber_t *climber, size_t room, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (room <= climber->room)
        return ENT_OK;
    free(climber->touched);
    free(climber->odds);
    free(climber->next);
    free(climber->begin);
    climber->touched = climber->next = climber->begin = NULL;
    climber->odds = NULL;
    climber->room = 0;
    ENT_TRY(ent_i_alloc(&climber->touched, room, sizeof *climber->touched, err));
    ENT_TRY(ent_i_alloc(&climber->odds, room, sizeof *climber->odds, err));
    ENT_TRY(ent_i_alloc(&climber->next, room, sizeof *climber->next, err));
    ENT_TRY(ent_i_alloc(&climber->begin, room, sizeof *climber->begin, err));
    climber->room = room;

cleanup:
    return status;
}

static uint32_t most_links(const ent_i_rows_t *rows)
{
    uint32_t most = 0;

    for (uint32_t v = 0; v < rows->count; v++) {
        if (rows->offset[v + 1] - rows->offset[v] > most)
            most = rows->offset[v + 1] - rows->offset[v];
    }
    return most;
}

ent_status_t ent_i_climber_init(ent_i_climber_t *climber, const ent_i_hill_t *hill,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = hill->ground.rows.count;

    *climber = (ent_i_climber_t){.hill = hill, .threads = 1, .queue_room = 1};
    while (climber->queue_room < count)
        climber->queue_room *= 2;
    ENT_TRY(ent_i_climber_widen(climber, (size_t)most_links(&hill->ground.rows) + 1, err));
    ENT_TRY(ent_i_alloc(&climber->camp, count, sizeof *climber->camp, err));
    ENT_TRY(ent_i_alloc(&climber->size, count, sizeof *climber->size, err));
    ENT_TRY(ent_i_alloc(&climber->cut, count, sizeof *climber->cut, err));
    ENT_TRY(ent_i_alloc(&climber->label, count, sizeof *climber->label, err));
    ENT_TRY(ent_i_alloc(&climber->piece, count, sizeof *climber->piece, err));
    ENT_TRY(ent_i_alloc(&climber->top, count, sizeof *climber->top, err));
    ENT_TRY(ent_i_alloc(&climber->held, count, sizeof *climber->held, err));
    ENT_TRY(ent_i_alloc(&climber->queue, climber->queue_room, sizeof *climber->queue, err));
    ENT_TRY(ent_i_alloc(&climber->queued, count, 1, err));

cleanup:
    return status;
}

void ent_i_climber_free(ent_i_climber_t *climber)
{
    ent_i_tier_free(&climber->above[0]);
    ent_i_tier_free(&climber->above[1]);
    free(climber->camp);
    free(climber->size);
    free(climber->cut);
    free(climber->whole);
    free(climber->label);
    free(climber->next);
    free(climber->piece);
    free(climber->top);
    free(climber->held);
    free(climber->touched);
    free(climber->odds);
    free(climber->queue);
    free(climber->queued);
    free(climber->begin);
}

/* The groups that the vertices of the tier to come begin in, and who of the ground is where. */
static void carry_up(ent_i_climber_t *climber, uint32_t count, uint32_t pieces)
{
    uint32_t ground = climber->hill->ground.rows.count;

    for (uint32_t v = 0; v < count; v++)
        climber->next[climber->piece[v]] = climber->label[v];
    for (uint32_t v = 0; v < ground; v++)
        climber->top[v] = climber->piece[climber->top[v]];
    memcpy(climber->label, climber->next, pieces * sizeof *climber->label);
}

/* Puts the next tier over *tier. Of one with many links no two are kept: the next is made from the
 * ground, in its place. */
static ent_status_t build_up(ent_i_climber_t *climber, const ent_i_tier_t **tier, uint32_t pieces,
                             ent_error_t *err)
{
    const ent_i_tier_t *ground = &climber->hill->ground;
    bool again = *tier != ground && (*tier)->rows.offset[(*tier)->rows.count] > MOST_LINKS;
    ent_i_tier_t *made = &climber->above[(*tier == &climber->above[0]) != again];
    ent_status_t status =
        again ? ent_i_climb_merge(made, climber, ground, climber->top, pieces, err)
              : ent_i_climb_merge(made, climber, *tier, climber->piece, pieces, err);

    *tier = made;
    return status;
}

/* How a climb goes. */
typedef struct manner {
    bool refining; /* pieces of groups merge, not groups */
    bool rough;    /* meant for another to follow */
} manner_t;

/* Lets the vertices of a tier move, in a climb that has come to so many tiers before. */
static void move(ent_i_climber_t *climber, const ent_i_tier_t *tier, manner_t manner,
                 unsigned level, uint32_t *groups, double *gained)
{
    static const double times[ROUGH_TIERS] = {4, 1.5};
    double resolution = climber->resolution;

    if (!manner.rough) {
        ent_i_climb_move(climber, tier, manner.refining ? ENT_I_ON_CALL : ENT_I_SETTLE, groups,
                         gained);
        return;
    }
    if (level < ROUGH_TIERS)
        climber->resolution *= times[level];
    ent_i_climb_move(climber, tier, level == 0 ? ENT_I_BRIEFLY : ENT_I_ON_CALL, groups, gained);
    climber->resolution = resolution;
}

/* Climbs from the partition `held` over all tiers and leaves in `held` what it comes to; *gained
 * is in ties.
 *
 * A rough climb is the first where ties are many. By itself a vertex of the ground joins a group
 * for a tie or two, rather one that has grown, so that a handful of groups swallow the others
 * before these have formed; which ones is chance, and no later climb mends it. At a higher
 * resolution, and with few looks, groups stay small until the tiers above join them by all of their
 * ties. */
static ent_status_t climb(ent_i_climber_t *climber, manner_t manner, double *gained,
                          ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_tier_t *tier = &climber->hill->ground;
    uint32_t ground = tier->rows.count;
    uint32_t groups;

    *gained = 0;
    memcpy(climber->label, climber->held, ground * sizeof *climber->label);
    for (uint32_t v = 0; v < ground; v++)
        climber->top[v] = v;
    for (unsigned level = 0;; level++) {
        bool last = !manner.rough || level >= ROUGH_TIERS; /* unless something merges */
        uint32_t count = tier->rows.count;
        uint32_t pieces;

        move(climber, tier, manner, level, &groups, gained);
        if ((last && groups == count) || ent_i_cancelled()) /* who cancels takes no result */
            break;
        if (manner.refining) {
            ENT_TRY(
                ent_i_grow(&climber->whole, &climber->wholes, groups, sizeof *climber->whole, err));
            pieces = ent_i_climb_refine(climber, tier, groups);
        } else {
            memcpy(climber->piece, climber->label, count * sizeof *climber->piece);
            pieces = groups;
        }
        if (last && pieces == count)
            break;
        ENT_TRY(ent_i_climber_widen(climber, (size_t)pieces + 1, err));
        carry_up(climber, count, pieces);
        ENT_TRY(build_up(climber, &tier, pieces, err));
    }
    for (uint32_t v = 0; v < ground; v++)
        climber->held[v] = climber->label[climber->top[v]];

cleanup:
    return status;
}

static void begin_alone(ent_i_climber_t *climber, double resolution, ent_i_random_t *random)
{
    climber->resolution = resolution;
    climber->random = random;
    for (uint32_t v = 0; v < climber->hill->ground.rows.count; v++)
        climber->held[v] = v;
}

static void take(ent_id_t *label, const ent_i_climber_t *climber)
{
    const ent_i_hill_t *hill = climber->hill;

    for (uint32_t v = 0; v < hill->ground.rows.count; v++)
        label[v] = (ent_id_t)climber->held[v];
}

/* Lets the vertices of the ground move once more; parts what does not hang together then. */
static void finish(ent_i_climber_t *climber)
{
    const ent_i_tier_t *ground = &climber->hill->ground;
    uint32_t groups;
    double gained = 0;

    memcpy(climber->label, climber->held, ground->rows.count * sizeof *climber->label);
    ent_i_climb_move(climber, ground, ENT_I_ON_CALL, &groups, &gained);
    ent_i_climb_part(climber, ground);
    memcpy(climber->held, climber->piece, ground->rows.count * sizeof *climber->held);
}

static double count_ties(const ent_i_climber_t *climber)
{
    const ent_i_rows_t *rows = &climber->hill->ground.rows;

    return (double)rows->offset[rows->count] / 2;
}

ent_status_t ent_i_climb_leiden(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                ent_i_random_t *random, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double ties = count_ties(climber);
    bool many = ties > MANY_TIES;
    double rounds = many ? fmax(FEWEST_ROUNDS, TIES_IN_ALL / ties) - 1 : ROUNDS;
    double least = LEAST_RISE * climber->hill->total / 2;
    double gained = INFINITY;

    begin_alone(climber, resolution, random);
    for (int round = 0; round < rounds && gained > least && !ent_i_cancelled(); round++) {
        manner_t manner = {.refining = true, .rough = many && round == 0};

        ENT_TRY(climb(climber, manner, &gained, err));
    }
    if (many)
        finish(climber);
    take(label, climber);

cleanup:
    return status;
}

ent_status_t ent_i_climb_louvain(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                 ent_i_random_t *random, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double gained;

    begin_alone(climber, resolution, random);
    if (count_ties(climber) > MANY_TIES)
        ENT_TRY(climb(climber, (manner_t){.rough = true}, &gained, err));
    ENT_TRY(climb(climber, (manner_t){0}, &gained, err));
    take(label, climber);

cleanup:
    return status;
}
