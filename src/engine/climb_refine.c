/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Parts groups into pieces that hang together: Leiden's second step, and its last.
 *
 * Every vertex begins as a piece by itself. One after the other, in an order drawn by lot, those
 * that still are alone join a piece of their group: one that they gain by joining, drawn with odds
 * that grow with the gain. Vertices and pieces take part only while they are linked to the rest of
 * their group by no less than modularity expects. Only links inside groups count. */
#include <math.h>
#include <string.h>

#include "base/spread.h"
#include "engine/climb.h"

enum { SHARES = 16 };

/* Odds are exp(gain / theta). At the published theta of 0.01 a gain by one tie in ten is e^10 times
 * likelier: by lot among equals, in effect. */
#define THETA 0.01
#define NEGLIGIBLE 40 /* thetas below the best: odds of 1e-18 */

typedef struct stock {
    ent_i_climber_t *climber;
    const ent_i_tier_t *tier;
} stock_t;

/* The links of vertices to the others of their group, in `cut`. */
static void add_up_inside(void *context, size_t share)
{
    const stock_t *stock = context;
    const ent_i_tier_t *tier = stock->tier;
    const uint32_t *label = stock->climber->label;
    size_t count = tier->rows.count;

    for (size_t v = count * share / SHARES; v < count * (share + 1) / SHARES; v++) {
        uint32_t end = tier->rows.offset[v + 1];
        double inside = 0;

        for (uint32_t i = tier->rows.offset[v]; i < end; i++) {
            double weight = ent_i_tier_weight(tier, i);

            inside += label[tier->rows.neighbour[i]] == label[v] ? weight : 0;
        }
        stock->climber->cut[v] = inside;
    }
}

/* Every vertex by itself; strengths of groups in `whole`. */
static void take_stock(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t groups)
{
    stock_t stock = {.climber = climber, .tier = tier};
    uint32_t count = tier->rows.count;

    ent_i_spread(add_up_inside, &stock, SHARES, ent_i_tier_threads(tier, climber->threads));
    memset(climber->whole, 0, groups * sizeof *climber->whole);
    for (uint32_t place = 0; place < count; place++) {
        uint32_t v = ent_i_tier_at(tier, place);

        climber->camp[v] = (ent_i_camp_t){.strength = ent_i_tier_strength(tier, v)};
        climber->size[v] = 1;
        climber->piece[v] = v;
        climber->whole[climber->label[v]] += ent_i_tier_strength(tier, v);
    }
}

/* Whether a piece is linked to the rest of its group by no less than expected. */
static bool is_tied_well(const ent_i_climber_t *climber, uint32_t piece, double whole)
{
    double strength = climber->camp[piece].strength;
    double expected = climber->resolution * strength / climber->hill->total * (whole - strength);

    return climber->cut[piece] >= expected - ENT_I_LEAST_GAIN;
}

static uint32_t gather(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t vertex)
{
    const uint32_t *label = climber->label;
    uint32_t end = tier->rows.offset[vertex + 1];
    uint32_t count = 0;

    for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
        uint32_t neighbour = tier->rows.neighbour[i];
        uint32_t piece = climber->piece[neighbour];
        bool same = label[neighbour] == label[vertex];
        double weight = ent_i_tier_weight(tier, i);

        climber->touched[count] = piece;
        count += same & (climber->camp[piece].link == 0);
        climber->camp[piece].link += same ? weight : 0;
    }
    return count;
}

/* Draws one of the pieces touched with odds that grow with the gain, if any gains. The links are
 * left as they are. */
static uint32_t draw(ent_i_climber_t *climber, uint32_t vertex, double pull, uint32_t touched)
{
    double whole = climber->whole[climber->label[vertex]];
    double most = -INFINITY;
    double sum = 0;
    double lot;
    uint32_t kept = 0;

    for (uint32_t i = 0; i < touched; i++) {
        uint32_t piece = climber->touched[i];
        const ent_i_camp_t *camp = &climber->camp[piece];
        double gain = camp->link - pull * camp->strength;

        climber->odds[i] =
            gain >= -ENT_I_LEAST_GAIN && is_tied_well(climber, piece, whole) ? gain : -INFINITY;
        most = fmax(most, climber->odds[i]);
    }
    if (most == -INFINITY)
        return vertex;
    for (uint32_t i = 0; i < touched; i++) {
        double behind = (most - climber->odds[i]) / THETA;

        sum += climber->odds[i] = behind > NEGLIGIBLE ? 0 : behind > 0 ? exp(-behind) : 1;
    }
    lot = ent_i_random_unit(climber->random) * sum;
    for (uint32_t i = 0; i < touched; i++) {
        if (climber->odds[i] == 0)
            continue;
        kept = climber->touched[i];
        lot -= climber->odds[i];
        if (lot < 0)
            break;
    }
    return kept;
}

static void join(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t vertex)
{
    double pull = climber->resolution * ent_i_tier_strength(tier, vertex) / climber->hill->total;
    uint32_t count = gather(climber, tier, vertex);
    uint32_t piece = draw(climber, vertex, pull, count);

    if (piece != vertex) {
        climber->piece[vertex] = piece;
        climber->cut[piece] += climber->cut[vertex] - 2 * climber->camp[piece].link;
        climber->camp[piece].strength += ent_i_tier_strength(tier, vertex);
        climber->size[piece]++;
        climber->size[vertex] = 0;
    }
    for (uint32_t i = 0; i < count; i++)
        climber->camp[climber->touched[i]].link = 0;
}

void ent_i_climb_part(ent_i_climber_t *climber, const ent_i_tier_t *tier)
{
    uint32_t *piece = climber->piece;
    uint32_t *queue = climber->queue;
    uint32_t pieces = 0;

    for (uint32_t v = 0; v < tier->rows.count; v++)
        piece[v] = UINT32_MAX;
    for (uint32_t first = 0; first < tier->rows.count; first++) {
        uint32_t tail = 0;

        if (piece[first] != UINT32_MAX)
            continue;
        piece[first] = pieces;
        queue[tail++] = first;
        for (uint32_t head = 0; head < tail; head++) {
            uint32_t vertex = ent_i_tier_next(tier, queue, SIZE_MAX, head, tail);
            uint32_t end = tier->rows.offset[vertex + 1];

            for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
                uint32_t to = tier->rows.neighbour[i];

                if (piece[to] == UINT32_MAX && climber->label[to] == climber->label[first]) {
                    piece[to] = pieces;
                    queue[tail++] = to;
                }
            }
        }
        pieces++;
    }
}

uint32_t ent_i_climb_refine(ent_i_climber_t *climber, const ent_i_tier_t *tier, uint32_t groups)
{
    uint32_t count = tier->rows.count;

    take_stock(climber, tier, groups);
    ent_i_climb_shuffle(climber->queue, tier, climber->random);
    for (uint32_t i = 0; i < count; i++) {
        uint32_t vertex = ent_i_tier_next(tier, climber->queue, SIZE_MAX, i, count);

        if (climber->size[vertex] == 1 &&
            is_tied_well(climber, vertex, climber->whole[climber->label[vertex]]))
            join(climber, tier, vertex);
    }
    return ent_i_climb_number(climber->piece, tier, climber->queue);
}
