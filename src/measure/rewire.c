/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Degree-preserving rewiring by swaps of two ties (Artzy-Randrup and Stone 2005; Fosdick et al.
 * 2018, simple networks without self-ties).
 *
 * Whether a pair is tied is a bit of a table of all pairs where that stays small, near the
 * processor; else ties are found by chains: first[bucket] is a tie, next[tie] the one behind it. */
#include "measure/rewire.h"

#include <stdlib.h>
#include <string.h>

#include "entente/chance.h"

enum { MOST_IN_BITS = 4096 }; /* actors: 2 MiB */

struct ent_i_rewire {
    ent_tie_t *original;
    ent_tie_t *tie;
    size_t count;
    size_t actors;
    uint64_t *bit; /* NULL: by chains */
    uint64_t mask; /* buckets - 1, buckets a power of two */
    ent_id_t *first;
    ent_id_t *next;
    unsigned char *kind; /* by actor */
    bool two_modes;      /* `a` is in mode 0 */
};

/* The word of a pair, and which of its bits: to be called before the bit is read. */
static inline uint64_t *word_of(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b, uint64_t *bit)
{
    size_t low = (size_t)(a < b ? a : b);
    size_t high = (size_t)(a < b ? b : a);
    size_t at = low * rewire->actors + high;

    *bit = (uint64_t)1 << (at & 63);
    return &rewire->bit[at >> 6];
}

static inline ent_id_t *bucket_of(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b)
{
    uint64_t low = (uint64_t)(a < b ? a : b);
    uint64_t high = (uint64_t)(a < b ? b : a);
    uint64_t hash = (low << 32 | high) * 0x9e3779b97f4a7c15U;

    return &rewire->first[(hash >> 32) & rewire->mask];
}

static inline bool is_tied(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b)
{
    uint64_t bit = 0;

    if (rewire->bit != NULL) {
        const uint64_t *word = word_of(rewire, a, b, &bit);

        return (*word & bit) != 0;
    }
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
    ent_id_t *bucket = NULL;
    uint64_t bit = 0;

    if (rewire->bit != NULL) {
        uint64_t *word = word_of(rewire, tie->a, tie->b, &bit);

        *word |= bit;
        return;
    }
    bucket = bucket_of(rewire, tie->a, tie->b);
    rewire->next[t] = *bucket;
    *bucket = t;
}

static inline void strike(ent_i_rewire_t *rewire, ent_id_t t)
{
    const ent_tie_t *tie = &rewire->tie[t];
    ent_id_t *link = NULL;
    uint64_t bit = 0;

    if (rewire->bit != NULL) {
        uint64_t *word = word_of(rewire, tie->a, tie->b, &bit);

        *word &= ~bit;
        return;
    }
    link = bucket_of(rewire, tie->a, tie->b);
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

    if (rewire->actors <= MOST_IN_BITS)
        return ent_i_alloc(&rewire->bit, words_of_bits(rewire), sizeof *rewire->bit, err);
    while (buckets < 2 * ties)
        buckets *= 2;
    rewire->mask = buckets - 1;
    ENT_TRY(ent_i_alloc(&rewire->first, buckets, sizeof *rewire->first, err));
    ENT_TRY(ent_i_alloc(&rewire->next, ties, sizeof *rewire->next, err));

cleanup:
    return status;
}

static void clear_table(ent_i_rewire_t *rewire)
{
    if (rewire->bit != NULL) {
        memset(rewire->bit, 0, words_of_bits(rewire) * sizeof *rewire->bit);
        return;
    }
    for (size_t b = 0; b <= rewire->mask; b++)
        rewire->first[b] = ENT_NONE;
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
    free(rewire->first);
    free(rewire->next);
    free(rewire->kind);
    free(rewire);
}

/* Whether a-b and c-d join the same two kinds of actors as a-d and c-b do. */
static inline bool keeps_kinds(const ent_i_rewire_t *rewire, ent_id_t a, ent_id_t b, ent_id_t c,
                               ent_id_t d)
{
    return rewire->kind[a] == rewire->kind[c] || rewire->kind[b] == rewire->kind[d];
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

void ent_i_rewire_draw(ent_i_rewire_t *rewire, ent_i_random_t *random)
{
    ent_i_random_t chance = *random; /* of its own, so that both stay in registers */
    ent_i_rewire_t held = *rewire;
    ent_i_die_t die;

    if (rewire->count == 0)
        return;
    die = ent_i_die(held.count);
    memcpy(rewire->tie, rewire->original, rewire->count * sizeof *rewire->tie);
    clear_table(rewire);
    for (size_t t = 0; t < rewire->count; t++)
        enlist(rewire, (ent_id_t)t);
    for (size_t k = 0; k < held.count * ENT_SWAPS_PER_TIE; k++) {
        ent_id_t s = (ent_id_t)ent_i_die_roll(&die, &chance);
        ent_id_t t = (ent_id_t)ent_i_die_roll(&die, &chance);

        swap(&held, s, t, !held.two_modes && (ent_i_random_next(&chance) & 1) != 0);
    }
    *random = chance;
}

const ent_tie_t *ent_i_rewire_ties(const ent_i_rewire_t *rewire)
{
    return rewire->tie;
}

size_t ent_i_rewire_count(const ent_i_rewire_t *rewire)
{
    return rewire->count;
}
