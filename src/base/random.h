/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Seeded random numbers (xoshiro256++, started by splitmix64): the same on every machine. */
#ifndef ENT_BASE_RANDOM_H
#define ENT_BASE_RANDOM_H

#include "entente/common.h"

typedef struct ent_i_random {
    uint64_t state[4];
} ent_i_random_t;

/* `stream` sets apart draws that share a seed (replicate number, component, …). */
void ent_i_random_init(ent_i_random_t *random, uint64_t seed, uint64_t stream);
static inline uint64_t ent_i_random_next(ent_i_random_t *random);
/* Uniform in 0 .. below - 1 without bias; below > 0. */
uint64_t ent_i_random_below(ent_i_random_t *random, uint64_t below);

/* For many draws below one number: the same draws as ent_i_random_below()'s, without its divisions.
 */
typedef struct ent_i_die {
    uint64_t sides;
    uint64_t least;   /* a draw under it is not taken */
    uint64_t inverse; /* 2^64 / sides */
} ent_i_die_t;

ent_i_die_t ent_i_die(uint64_t sides);
static inline uint64_t ent_i_die_roll(const ent_i_die_t *die, ent_i_random_t *random);

/* Uniform in [0, 1). */
double ent_i_random_unit(ent_i_random_t *random);

/* Here, so that loops of many draws hold them. */
static inline uint64_t ent_i_rotate(uint64_t x, int by)
{
    return (x << by) | (x >> (64 - by));
}

static inline uint64_t ent_i_random_next(ent_i_random_t *random)
{
    uint64_t *s = random->state;
    uint64_t result = ent_i_rotate(s[0] + s[3], 23) + s[0];
    uint64_t t = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = ent_i_rotate(s[3], 45);
    return result;
}

static inline uint64_t ent_i_die_roll(const ent_i_die_t *die, ent_i_random_t *random)
{
    uint64_t draw, rest;

    do
        draw = ent_i_random_next(random);
    while (draw < die->least);
#ifdef __SIZEOF_INT128__ /* the quotient by the inverse is short by two at most */
    __extension__ typedef unsigned __int128 wide_t;

    rest = draw - (uint64_t)(((wide_t)draw * die->inverse) >> 64) * die->sides;
    while (rest >= die->sides)
        rest -= die->sides;
#else
    rest = draw % die->sides;
#endif
    return rest;
}

#endif
