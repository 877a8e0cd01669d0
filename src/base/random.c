/* SPDX-License-Identifier: GPL-2.0-or-later */
/* xoshiro256++ by Blackman and Vigna, started by splitmix64 as they advise. */
#include "base/random.h"

static uint64_t scramble(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
    return z ^ (z >> 31);
}

static uint64_t rotate(uint64_t x, int by)
{
    return (x << by) | (x >> (64 - by));
}

void ent_i_random_init(ent_i_random_t *random, uint64_t seed, uint64_t stream)
{
    uint64_t state = seed + scramble(stream);

    for (int i = 0; i < 4; i++) {
        state += 0x9e3779b97f4a7c15U;
        random->state[i] = scramble(state);
    }
}

uint64_t ent_i_random_next(ent_i_random_t *random)
{
    uint64_t *s = random->state;
    uint64_t result = rotate(s[0] + s[3], 23) + s[0];
    uint64_t t = s[1] << 17;

    s[2] ^= s[0];
    s[3] ^= s[1];
    s[1] ^= s[2];
    s[0] ^= s[3];
    s[2] ^= t;
    s[3] = rotate(s[3], 45);
    return result;
}

uint64_t ent_i_random_below(ent_i_random_t *random, uint64_t below)
{
    /* Draws under 2^64 mod `below` would make the low results likelier. */
    uint64_t least = (0 - below) % below;
    uint64_t draw;

    do
        draw = ent_i_random_next(random);
    while (draw < least);
    return draw % below;
}

double ent_i_random_unit(ent_i_random_t *random)
{
    return (double)(ent_i_random_next(random) >> 11) * 0x1p-53;
}
