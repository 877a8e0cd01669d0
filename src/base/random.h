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
uint64_t ent_i_random_next(ent_i_random_t *random);
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
uint64_t ent_i_die_roll(const ent_i_die_t *die, ent_i_random_t *random);

/* Uniform in [0, 1). */
double ent_i_random_unit(ent_i_random_t *random);

#endif
