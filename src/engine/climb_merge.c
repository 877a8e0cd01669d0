/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tiers of a climb: pieces of one become the vertices of the next. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "engine/climb.h"

void ent_i_tier_free(ent_i_tier_t *tier)
{
    ent_i_rows_free(&tier->rows);
    free(tier->weight);
    free(tier->ties);
    free(tier->strength);
    *tier = (ent_i_tier_t){0};
}

/* Adds up the links of one vertex by piece, but those within its own. */
static uint32_t gather(ent_i_climber_t *climber, const ent_i_tier_t *tier, const uint32_t *piece,
                       uint32_t vertex, uint32_t count)
{
    uint32_t own = piece[vertex];
    uint32_t end = tier->rows.offset[vertex + 1];

    for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
        uint32_t other = piece[tier->rows.neighbour[i]];
        double weight = ent_i_tier_weight(tier, i);

        climber->touched[count] = other;
        count += (other != own) & (climber->camp[other].link == 0);
        climber->camp[other].link += other != own ? weight : 0;
    }
    return count;
}

/* Lists the vertices piece by piece, in the queue. */
static void list_vertices(ent_i_climber_t *climber, const ent_i_tier_t *tier, const uint32_t *piece,
                          uint32_t pieces)
{
    uint32_t count = tier->rows.count;
    uint32_t *begin = climber->begin;

    memset(begin, 0, ((size_t)pieces + 1) * sizeof *begin);
    for (uint32_t v = 0; v < count; v++)
        begin[piece[v] + 1]++;
    for (uint32_t p = 0; p < pieces; p++)
        begin[p + 1] += begin[p];
    for (uint32_t i = 0; i < count; i++) {
        uint32_t v = ent_i_tier_at(tier, i);

        climber->queue[begin[piece[v]]++] = v;
    }
    for (uint32_t p = pieces; p > 0; p--)
        begin[p] = begin[p - 1];
    begin[0] = 0;
}

static void add_row(ent_i_tier_t *made, ent_i_climber_t *climber, uint32_t row, uint32_t count)
{
    uint32_t at = made->rows.offset[row];

    for (uint32_t i = 0; i < count; i++) {
        made->rows.neighbour[at + i] = climber->touched[i];
        if (made->weight != NULL)
            made->weight[at + i] = climber->camp[climber->touched[i]].link;
        else
            made->ties[at + i] = (uint32_t)climber->camp[climber->touched[i]].link;
        climber->camp[climber->touched[i]].link = 0;
    }
    made->rows.offset[row + 1] = at + count;
}

/* For the links, as much as the tier below has: what is not written takes no memory, and growing
 * would have both arrays at once. */
static ent_status_t make_room(ent_i_tier_t *made, const ent_i_climber_t *climber,
                              const ent_i_tier_t *tier, uint32_t pieces, ent_error_t *err)
{
    size_t ends = tier->rows.offset[tier->rows.count];
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_grow(&made->rows.offset, &made->offsets, (size_t)pieces + 1,
                       sizeof *made->rows.offset, err));
    ENT_TRY(ent_i_grow(&made->strength, &made->strengths, pieces, sizeof *made->strength, err));
    ENT_TRY(
        ent_i_grow(&made->rows.neighbour, &made->ends, ends, sizeof *made->rows.neighbour, err));
    if (climber->hill->ground.weight != NULL)
        ENT_TRY(ent_i_grow(&made->weight, &made->weights, ends, sizeof *made->weight, err));
    else
        ENT_TRY(ent_i_grow(&made->ties, &made->weights, ends, sizeof *made->ties, err));

cleanup:
    return status;
}

ent_status_t ent_i_climb_merge(ent_i_tier_t *made, ent_i_climber_t *climber,
                               const ent_i_tier_t *tier, const uint32_t *piece, uint32_t pieces,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(make_room(made, climber, tier, pieces, err));
    memset(climber->camp, 0, pieces * sizeof *climber->camp);
    list_vertices(climber, tier, piece, pieces);
    made->rows.count = pieces;
    made->rows.offset[0] = 0;
    for (uint32_t p = 0; p < pieces; p++) {
        uint32_t count = 0;

        made->strength[p] = 0;
        for (uint32_t i = climber->begin[p]; i < climber->begin[p + 1]; i++) {
            made->strength[p] += ent_i_tier_strength(tier, climber->queue[i]);
            count = gather(climber, tier, piece, climber->queue[i], count);
        }
        add_row(made, climber, p, count);
    }

cleanup:
    return status;
}
