/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Tiers of a climb: pieces of one become the vertices of the next. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/spread.h"
#include "engine/climb.h"

enum { SHARES = 4 };

void ent_i_tier_free(ent_i_tier_t *tier)
{
    ent_i_rows_free(&tier->rows);
    free(tier->weight);
    free(tier->ties);
    free(tier->strength);
    *tier = (ent_i_tier_t){0};
}

/* Pieces that one thread makes vertices of. */
typedef struct share {
    uint32_t from;
    uint32_t to;
    uint32_t first;    /* where their links are written */
    uint32_t links;    /* so many */
    uint32_t *touched; /* pieces that the one at hand is linked to */
    double *link;      /* by piece: to the one at hand; 0 in between */
} share_t;

typedef struct merger {
    ent_i_tier_t *made;
    const ent_i_climber_t *climber;
    const ent_i_tier_t *tier;
    const uint32_t *piece;
    uint32_t pieces;
    share_t share[SHARES];
} merger_t;

/* Adds up the links of one vertex by piece, but those within its own. */
static uint32_t gather(const merger_t *merger, share_t *share, uint32_t vertex, uint32_t count)
{
    const ent_i_tier_t *tier = merger->tier;
    const uint32_t *piece = merger->piece;
    double *link = share->link;
    uint32_t own = piece[vertex];
    uint32_t end = tier->rows.offset[vertex + 1];

    for (uint32_t i = tier->rows.offset[vertex]; i < end; i++) {
        uint32_t other = piece[tier->rows.neighbour[i]];
        double weight = ent_i_tier_weight(tier, i);

        share->touched[count] = other;
        count += (other != own) & (link[other] == 0);
        link[other] += other != own ? weight : 0;
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

static void add_row(const merger_t *merger, share_t *share, uint32_t count)
{
    ent_i_tier_t *made = merger->made;
    uint32_t at = share->first + share->links;

    for (uint32_t i = 0; i < count; i++) {
        made->rows.neighbour[at + i] = share->touched[i];
        if (made->weight != NULL)
            made->weight[at + i] = share->link[share->touched[i]];
        else
            made->ties[at + i] = (uint32_t)share->link[share->touched[i]];
        share->link[share->touched[i]] = 0;
    }
    share->links += count;
}

/* The rows of a share; their offsets count from its first link. */
static void make_rows(void *context, size_t index)
{
    merger_t *merger = context;
    share_t *share = &merger->share[index];
    const ent_i_climber_t *climber = merger->climber;
    ent_i_tier_t *made = merger->made;
    uint32_t last = climber->begin[share->to];

    for (uint32_t p = share->from; p < share->to; p++) {
        double strength = 0;
        uint32_t count = 0;

        for (uint32_t i = climber->begin[p]; i < climber->begin[p + 1]; i++) {
            uint32_t vertex = ent_i_tier_next(merger->tier, climber->queue, SIZE_MAX, i, last);

            strength += ent_i_tier_strength(merger->tier, vertex);
            count = gather(merger, share, vertex, count);
        }
        add_row(merger, share, count);
        made->strength[p] = strength;
        made->rows.offset[p + 1] = share->links;
    }
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

/* Cuts the pieces into shares, each of about as many links below, and so much room for its own. */
static ent_status_t cut(merger_t *merger, size_t shares, ent_error_t *err)
{
    const uint32_t *offset = merger->tier->rows.offset;
    const ent_i_climber_t *climber = merger->climber;
    uint64_t ends = offset[merger->tier->rows.count];
    uint32_t below = 0;
    uint32_t p = 0;
    ent_status_t status = ENT_OK;

    for (size_t s = 0; s < shares; s++) {
        share_t *share = &merger->share[s];
        uint64_t until = ends * (s + 1) / shares;

        share->from = p;
        share->first = below;
        for (; p < merger->pieces && (s + 1 == shares || below < until); p++) {
            for (uint32_t i = climber->begin[p]; i < climber->begin[p + 1]; i++)
                below += offset[climber->queue[i] + 1] - offset[climber->queue[i]];
        }
        share->to = p;
        ENT_TRY(ent_i_alloc(&share->touched, climber->room, sizeof *share->touched, err));
        ENT_TRY(ent_i_alloc(&share->link, merger->pieces, sizeof *share->link, err));
    }

cleanup:
    return status;
}

/* Moves the links of all shares together. */
static void close_up(merger_t *merger, size_t shares)
{
    ent_i_tier_t *made = merger->made;
    uint32_t links = merger->share[0].links;

    for (size_t s = 1; s < shares; s++) {
        const share_t *share = &merger->share[s];

        memmove(made->rows.neighbour + links, made->rows.neighbour + share->first,
                share->links * sizeof *made->rows.neighbour);
        if (made->weight != NULL)
            memmove(made->weight + links, made->weight + share->first,
                    share->links * sizeof *made->weight);
        else
            memmove(made->ties + links, made->ties + share->first,
                    share->links * sizeof *made->ties);
        for (uint32_t p = share->from; p < share->to; p++)
            made->rows.offset[p + 1] += links;
        links += share->links;
    }
}

ent_status_t ent_i_climb_merge(ent_i_tier_t *made, ent_i_climber_t *climber,
                               const ent_i_tier_t *tier, const uint32_t *piece, uint32_t pieces,
                               ent_error_t *err)
{
    merger_t merger = {
        .made = made, .climber = climber, .tier = tier, .piece = piece, .pieces = pieces};
    int threads = ent_i_tier_threads(tier, climber->threads);
    size_t shares = threads > 1 ? SHARES : 1;
    ent_status_t status = ENT_OK;

    ENT_TRY(make_room(made, climber, tier, pieces, err));
    list_vertices(climber, tier, piece, pieces);
    ENT_TRY(cut(&merger, shares, err));
    made->rows.count = pieces;
    made->rows.offset[0] = 0;
    ent_i_spread(make_rows, &merger, shares, threads);
    close_up(&merger, shares);

cleanup:
    for (size_t s = 0; s < shares; s++) {
        free(merger.share[s].touched);
        free(merger.share[s].link);
    }
    return status;
}
