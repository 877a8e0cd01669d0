/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Degree-preserving rewiring by swaps of two ties (Artzy-Randrup and Stone 2005; Fosdick et al.
 * 2018, simple networks without self-ties).
 *
 * Whether a pair is tied is a bit of a table of all pairs where that stays small, near the
 * processor, and the two ends of a tie are halves of one number, of which a swap exchanges one;
 * else ties are found by chains: first[bucket] is a tie, next[tie] the one behind it. */
#include "measure/rewire.h"

#include <stdlib.h>
#include <string.h>

#include "entente/chance.h"

enum { MOST_IN_BITS = 4096 }; /* actors: 2 MiB, and each less than half of 32 bits */

/* A tie in bits. */
typedef struct ends {
    uint32_t both;  /* the one in the lower half, the other in the upper */
    uint32_t place; /* of its bit */
} ends_t;

struct ent_i_rewire {
    ent_tie_t *original;
    ent_tie_t *tie;
    size_t count;
    size_t actors;
    uint64_t *bit; /* NULL: by chains; nobody may be tied to themselves, as if they were already */
    ends_t *ends;
    uint64_t mask; /* buckets - 1, buckets a power of two */
    ent_id_t *first;
    ent_id_t *next;
    unsigned char *kind; /* by actor */
    bool many_kinds;
    bool two_modes; /* `a` is in mode 0 */
};

static inline ent_id_t *bucket_of(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b)
{
    uint64_t low = (uint64_t)(a < b ? a : b);
    uint64_t high = (uint64_t)(a < b ? b : a);
    uint64_t hash = (low << 32 | high) * 0x9e3779b97f4a7c15U;

    return &rewire->first[(hash >> 32) & rewire->mask];
}

static inline bool is_tied(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b)
{
    for (ent_id_t t = *bucket_of(rewire, a, b); t != ENT_NONE; t = rewire->next[t]) {
        const ent_tie_t *tie = &rewire->tie[t];

        if ((tie->a == a && tie->b == b) || (tie->a == b && tie->b == a))
            return true;
    }
    return false;
}

static inline void enlist(ent_i_rewire_t *rewire, ent_id_t t)
{
    const ent_tie_t *tie = &rewire->tie[t];
    ent_id_t *bucket = bucket_of(rewire, tie->a, tie->b);

    rewire->next[t] = *bucket;
    *bucket = t;
}

static inline void strike(ent_i_rewire_t *rewire, ent_id_t t)
{
    const ent_tie_t *tie = &rewire->tie[t];
    ent_id_t *link = bucket_of(rewire, tie->a, tie->b);

    while (*link != t)
        link = &rewire->next[*link];
    *link = rewire->next[t];
}

static size_t words_of_bits(const ent_i_rewire_t *rewire)
{
    return rewire->actors * rewire->actors / 64 + 1;
}

/* What ties are found by; empty. */
static ent_status_t make_table(ent_i_rewire_t *rewire, size_t ties, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t buckets = 1;

    if (rewire->actors <= MOST_IN_BITS) {
        ENT_TRY(ent_i_alloc(&rewire->bit, words_of_bits(rewire), sizeof *rewire->bit, err));
        return ent_i_alloc(&rewire->ends, ties, sizeof *rewire->ends, err);
    }
    while (buckets < 2 * ties)
        buckets *= 2;
    rewire->mask = buckets - 1;
    ENT_TRY(ent_i_alloc(&rewire->first, buckets, sizeof *rewire->first, err));
    ENT_TRY(ent_i_alloc(&rewire->next, ties, sizeof *rewire->next, err));

cleanup:
    return status;
}

ent_status_t ent_i_rewire_new(ent_i_rewire_t **rewire, const ent_i_context_t *context,
                              ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    const unsigned char *mode = context->network->mode;
    size_t count = adjacency->offset[context->actors] / 2;
    ent_i_rewire_t *made = NULL;
    ent_status_t status = ENT_OK;

    *rewire = NULL;
    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->actors = context->actors;
    made->two_modes = mode != NULL;
    ENT_TRY(ent_i_alloc(&made->original, count, sizeof *made->original, err));
    ENT_TRY(ent_i_alloc(&made->tie, count, sizeof *made->tie, err));
    ENT_TRY(make_table(made, count, err));
    ENT_TRY(ent_i_alloc(&made->kind, context->actors, 1, err));
    for (size_t i = 0; i < context->actors; i++) {
        made->kind[i] = (unsigned char)ent_network_vertex_kind(context->network, (ent_id_t)i);
        made->many_kinds = made->many_kinds || made->kind[i] != made->kind[0];
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++) {
            ent_id_t other = adjacency->neighbour[e];

            if (mode != NULL ? mode[i] == 0 : (size_t)other > i)
                made->original[made->count++] = (ent_tie_t){(ent_id_t)i, other, 1};
        }
    }
    *rewire = made;
    made = NULL;

cleanup:
    ent_i_rewire_free(made);
    return status;
}

void ent_i_rewire_free(ent_i_rewire_t *rewire)
{
    if (rewire == NULL)
        return;
    free(rewire->original);
    free(rewire->tie);
    free(rewire->bit);
    free(rewire->ends);
    free(rewire->first);
    free(rewire->next);
    free(rewire->kind);
    free(rewire);
}

/* Whether a-b and c-d join the same two kinds of actors as a-d and c-b do. */
static inline bool keeps_kinds(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b, ent_id_t c,
                               ent_id_t d)
{
    return (rewire->kind[a] == rewire->kind[c]) | (rewire->kind[b] == rewire->kind[d]);
}

/* a-b and c-d become a-d and c-b, or with `crossed` a-c and d-b. */
static inline void swap(ent_i_rewire_t *rewire, ent_id_t s, ent_id_t t, bool crossed)
{
    ent_tie_t *first = &rewire->tie[s];
    ent_tie_t *second = &rewire->tie[t];
    ent_id_t turn = (second->a ^ second->b) & -(ent_id_t)crossed; /* a branch would be a guess */
    ent_id_t a = first->a;
    ent_id_t b = first->b;
    ent_id_t c = second->a ^ turn;
    ent_id_t d = second->b ^ turn;

    if (s == t || a == d || c == b || !keeps_kinds(rewire, a, b, c, d) || is_tied(rewire, a, d) ||
        is_tied(rewire, c, b))
        return;
    strike(rewire, s);
    strike(rewire, t);
    *second = (ent_tie_t){c, b, 1};
    first->b = d;
    enlist(rewire, s);
    enlist(rewire, t);
}

static void draw_in_chains(ent_i_rewire_t *rewire, ent_i_random_t *random)
{
    const ent_i_die_t die = ent_i_die(rewire->count);

    memcpy(rewire->tie, rewire->original, rewire->count * sizeof *rewire->tie);
    for (size_t b = 0; b <= rewire->mask; b++)
        rewire->first[b] = ENT_NONE;
    for (size_t t = 0; t < rewire->count; t++)
        enlist(rewire, (ent_id_t)t);
    for (size_t k = 0; k < rewire->count * ENT_SWAPS_PER_TIE; k++) {
        ent_id_t s = (ent_id_t)ent_i_die_roll(&die, random);
        ent_id_t t = (ent_id_t)ent_i_die_roll(&die, random);

        swap(rewire, s, t, !rewire->two_modes && (ent_i_random_next(random) & 1) != 0);
    }
}

static inline uint32_t place_of(uint32_t actors, uint32_t a, uint32_t b)
{
    uint32_t low = a < b ? a : b;
    uint32_t high = a > b ? a : b;

    return low * actors + high;
}

static inline uint32_t bit_at(const uint64_t *bits, uint32_t at)
{
    return (uint32_t)(bits[at >> 6] >> (at & 63)) & 1;
}

static inline void flip(uint64_t *bits, uint32_t at, uint32_t whether)
{
    bits[at >> 6] ^= (uint64_t)whether << (at & 63);
}

static inline uint32_t choose(uint32_t no, uint32_t yes, uint32_t whether)
{
    return no ^ ((no ^ yes) & -whether);
}

/* swap(), in bits. A tie swapped with itself would tie a pair twice, or an actor to itself. Whether
 * ends cross and whether the swap is made is as good as a coin, and a branch would be a guess: what
 * stays as it was is written again. */
static inline void swap_in_bits(const ent_i_rewire_t *rewire, size_t s, size_t t, uint32_t crossed)
{
    uint32_t actors = (uint32_t)rewire->actors;
    ends_t first = rewire->ends[s];
    ends_t second = rewire->ends[t];
    uint32_t other = choose(second.both, second.both << 16 | second.both >> 16, crossed);
    uint32_t a = first.both & 0xFFFF, b = first.both >> 16;
    uint32_t c = other & 0xFFFF, d = other >> 16;
    uint32_t ad = place_of(actors, a, d);
    uint32_t cb = place_of(actors, c, b);
    uint32_t made = ~(bit_at(rewire->bit, ad) | bit_at(rewire->bit, cb)) & 1;

    if (rewire->many_kinds)
        made &= keeps_kinds(rewire, (ent_id_t)a, (ent_id_t)b, (ent_id_t)c, (ent_id_t)d);
    flip(rewire->bit, first.place, made);
    flip(rewire->bit, second.place, made);
    flip(rewire->bit, ad, made);
    flip(rewire->bit, cb, made);
    rewire->ends[s] =
        (ends_t){choose(first.both, a | d << 16, made), choose(first.place, ad, made)};
    rewire->ends[t] =
        (ends_t){choose(second.both, c | b << 16, made), choose(second.place, cb, made)};
}

static void draw_in_bits(ent_i_rewire_t *rewire, ent_i_random_t *random)
{
    const ent_i_rewire_t held = *rewire; /* and the dice: of its own, to stay in registers */
    const ent_i_die_t die = ent_i_die(held.count);
    ent_i_random_t chance = *random;

    memset(held.bit, 0, words_of_bits(&held) * sizeof *held.bit);
    for (uint32_t i = 0; i < held.actors; i++)
        flip(held.bit, place_of((uint32_t)held.actors, i, i), 1);
    for (size_t t = 0; t < held.count; t++) {
        uint32_t a = (uint32_t)held.original[t].a;
        uint32_t b = (uint32_t)held.original[t].b;

        held.ends[t] = (ends_t){a | b << 16, place_of((uint32_t)held.actors, a, b)};
        flip(held.bit, held.ends[t].place, 1);
    }
    for (size_t k = 0; k < held.count * ENT_SWAPS_PER_TIE; k++) {
        size_t s = ent_i_die_roll(&die, &chance);
        size_t t = ent_i_die_roll(&die, &chance);

        swap_in_bits(&held, s, t, held.two_modes ? 0 : ent_i_random_next(&chance) & 1);
    }
    for (size_t t = 0; t < held.count; t++)
        held.tie[t] = (ent_tie_t){(ent_id_t)(held.ends[t].both & 0xFFFF),
                                  (ent_id_t)(held.ends[t].both >> 16), 1};
    *random = chance;
}

void ent_i_rewire_draw(ent_i_rewire_t *rewire, ent_i_random_t *random)
{
    if (rewire->count == 0)
        return;
    if (rewire->bit != NULL)
        draw_in_bits(rewire, random);
    else
        draw_in_chains(rewire, random);
}

const ent_tie_t *ent_i_rewire_ties(const ent_i_rewire_t *rewire)
{
    return rewire->tie;
}

size_t ent_i_rewire_count(const ent_i_rewire_t *rewire)
{
    return rewire->count;
}
