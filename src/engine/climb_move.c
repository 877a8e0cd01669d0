/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices move, one by one, to the group where modularity gains most.
 *
 * Whoever moves calls on those neighbours to look again that are not in the group it joins; nobody
 * else has reason to. */
#include <string.h>

#include "engine/climb.h"

/* Looks at a vertex, each: far more than any climb takes. */
#define MOST_LOOKS 1000
#define MOST_SWEEPS 50
#define FEW_LOOKS 2 /* of ENT_I_BRIEFLY */

enum { LISTED = 1, CALLED = 2 }; /* why a vertex is queued */

uint32_t ent_i_climb_number(uint32_t *label, const ent_i_tier_t *tier, uint32_t *scratch)
{
    uint32_t used = 0;

    for (uint32_t v = 0; v < tier->rows.count; v++)
        scratch[v] = UINT32_MAX;
    for (uint32_t i = 0; i < tier->rows.count; i++) {
        uint32_t v = ent_i_tier_at(tier, i);

        if (scratch[label[v]] == UINT32_MAX)
            scratch[label[v]] = used++;
        label[v] = scratch[label[v]];
    }
    return used;
}

void ent_i_climb_shuffle(uint32_t *order, const ent_i_tier_t *tier, ent_i_random_t *random)
{
    for (uint32_t i = 0; i < tier->rows.count; i++) {
        uint32_t j = (uint32_t)ent_i_random_below(random, i + 1);

        order[i] = order[j];
        order[j] = ent_i_tier_at(tier, i);
    }
}

static void take_stock(ent_i_climber_t *climber, const ent_i_tier_t *tier)
{
    uint32_t count = tier->rows.count;

    memset(climber->camp, 0, count * sizeof *climber->camp);
    memset(climber->size, 0, count * sizeof *climber->size);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t v = ent_i_tier_at(tier, i);

        climber->camp[climber->label[v]].strength += ent_i_tier_strength(tier, v);
        climber->size[climber->label[v]]++;
    }
    climber->spare_count = 0;
    for (uint32_t g = count; g-- > 0;) {
        if (climber->size[g] == 0)
            climber->spare[climber->spare_count++] = g;
    }
}

/* Adds up the links of a vertex by group; returns to how many groups. Without a branch: whether a
 * neighbour's group is new cannot be foretold. */
static uint32_t gather(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t vertex)
{
    const uint32_t *neighbour = tier->rows.neighbour;
    const uint32_t *label = climber->label;
    ent_i_camp_t *camp = climber->camp;
    uint32_t *touched = climber->touched;
    uint32_t end = tier->rows.offset[vertex + 1];
    uint32_t count = 0;

    for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
        uint32_t group = label[neighbour[i]];

        touched[count] = group;
        count += camp[group].link == 0;
        camp[group].link += ent_i_tier_weight(tier, i);
    }
    return count;
}

/* Where a vertex, taken out of its group, gains most: at home when nothing is better by more than
 * roundings, else by lot among the best, so that climbs differ where gains are equal. *gained: over
 * staying; *rival: what the best of the other groups would gain, or none. */
static uint32_t choose(ent_i_climber_t *climber, double pull, uint32_t home, uint32_t touched,
                       double *gained, double *rival)
{
    ent_i_camp_t *camp = climber->camp;
    double stay = camp[home].link - pull * camp[home].strength;
    double most = stay;
    double other = 0;
    uint32_t best = home;
    uint64_t equals = 0;

    for (uint32_t i = 0; i < touched; i++) {
        uint32_t group = climber->touched[i];
        double gain = camp[group].link - pull * camp[group].strength;

        camp[group].link = 0;
        other = ((group != home) & (gain > other)) ? gain : other;
        if (gain > most + ENT_I_LEAST_GAIN) {
            most = gain;
            best = group;
            equals = 1;
        } else if (best != home && gain > most - ENT_I_LEAST_GAIN &&
                   ent_i_random_below(climber->random, ++equals) == 0) {
            best = group;
        }
    }
    if (most < -ENT_I_LEAST_GAIN && climber->size[home] > 1) {
        most = 0;
        best = climber->spare[--climber->spare_count];
    }
    *gained = most - stay;
    *rival = other - stay;
    return best;
}

/* Has the neighbours of a vertex that are not in its group looked at again. */
static size_t call(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t vertex, size_t tail)
{
    const uint32_t *label = climber->label;
    unsigned char *queued = climber->queued;
    size_t mask = climber->queue_room - 1;
    uint32_t group = label[vertex];
    uint32_t end = tier->rows.offset[vertex + 1];

    for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
        uint32_t neighbour = tier->rows.neighbour[i];
        bool apart = label[neighbour] != group;
        unsigned char new = !queued[neighbour] & apart;

        climber->queue[tail & mask] = neighbour;
        queued[neighbour] |= apart ? CALLED : 0;
        tail += new;
    }
    return tail;
}

/* Moves a vertex to where it gains most; false where that is home. */
static bool move(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t vertex,
                 double *gained)
{
    double strength = ent_i_tier_strength(tier, vertex);
    double pull = climber->resolution * strength / climber->hill->total;
    uint32_t home = climber->label[vertex];
    uint32_t count = gather(climber, tier, vertex);
    double gain;
    double rival;
    uint32_t best;

    climber->camp[home].strength -= strength;
    best = choose(climber, pull, home, count, &gain, &rival);
    climber->camp[best].strength += strength;
    if (best == home) {
        if (climber->settling)
            climber->firm[vertex] = climber->moved - rival / (2 * pull);
        return false;
    }
    if (climber->settling)
        climber->firm[vertex] = -1;
    climber->moved += strength;
    *gained += gain;
    climber->label[vertex] = best;
    climber->size[best]++;
    if (--climber->size[home] == 0) {
        climber->spare[climber->spare_count++] = home;
        climber->camp[home].strength = 0; /* without what rounding left */
    }
    return true;
}

/* Whether a vertex, since it was looked at, has reason to stay: its links were to be looked at
 * again if neighbours had left it, and a group's strength has not changed by more than what moved.
 */
static bool is_firm(const ent_i_climber_t *climber, uint32_t vertex)
{
    return climber->moved <= climber->firm[vertex];
}

/* Looks at every vertex once, unless it is known to stay, and again at those that are called on;
 * whether any moved. */
static bool sweep(ent_i_climber_t *climber, const ent_i_tier_t *tier, size_t looks, double *gained)
{
    uint32_t count = tier->rows.count;
    size_t mask = climber->queue_room - 1;
    size_t most = count * looks;
    size_t tail = count;
    bool any = false;

    memset(climber->queued, LISTED, count);
    ent_i_climb_shuffle(climber->queue, tier, climber->random);
    for (size_t head = 0; head < tail && head < most; head++) {
        uint32_t vertex = ent_i_tier_next(tier, climber->queue, mask, head, tail);
        bool called = climber->queued[vertex] != LISTED;

        climber->queued[vertex] = 0;
        if ((called || !is_firm(climber, vertex)) && move(climber, tier, vertex, gained)) {
            tail = call(climber, tier, vertex, tail);
            any = true;
        }
    }
    return any;
}

void ent_i_climb_move(ent_i_climber_t *climber, const ent_i_tier_t *tier, ent_i_moves_t moves,
                      uint32_t *groups, double *gained)
{
    size_t looks = moves == ENT_I_BRIEFLY ? FEW_LOOKS : MOST_LOOKS;
    int sweeps = 0;

    take_stock(climber, tier);
    climber->settling = moves == ENT_I_SETTLE;
    climber->moved = 0;
    for (uint32_t v = 0; v < tier->rows.count; v++)
        climber->firm[v] = -1;
    while (sweep(climber, tier, looks, gained) && climber->settling && ++sweeps < MOST_SWEEPS)
        ;
    *groups = ent_i_climb_number(climber->label, tier, climber->spare);
}
