/* SPDX-License-Identifier: GPL-2.0-or-later */
/* xoshiro256++ by Blackman and Vigna, started by splitmix64 as they advise. */
#include "base/random.h"

static uint64_t scramble(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

void ent_i_random_init(ent_i_random_t *random, uint64_t seed, uint64_t stream)
{
    uint64_t state = seed + scramble(stream);

    for (int i = 0; i < 4; i++) {
        state += 0x9e3779b97f4a7c15U;
        random->state[i] = scramble(state);
    }
}

/* Draws under 2^64 mod `below`, which is less than it, would make the low results likelier. */
uint64_t ent_i_random_below(ent_i_random_t *random, uint64_t below)
{
    uint64_t draw;

    do
        draw = ent_i_random_next(random);
    while (draw < below && draw < (0 - below) % below);
    return draw % below;
}

ent_i_die_t ent_i_die(uint64_t sides)
{
    return (ent_i_die_t){sides, (0 - sides) % sides, UINT64_MAX / sides};
}

double ent_i_random_unit(ent_i_random_t *random)
{
    return (double)(ent_i_random_next(random) >> 11) * 0x1p-53;
}
