/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "network/tails.h"

#include <float.h>
#include <math.h>

/* From point probabilities, whatever their sum, to upper tails; from the smallest up. */
static void sum_up(double *tail, size_t least, size_t most)
{
    for (size_t k = most; k > least; k--)
        tail[k - 1] += tail[k];
    for (size_t k = least + 1; k <= most; k++)
        tail[k] = fmax(tail[k] / tail[least], DBL_MIN);
    for (size_t k = 0; k <= least; k++)
        tail[k] = 1;
}

/* Each probability from the next, outwards from the largest, which stands for 1. */
void ent_i_tail_hypergeometric(double *tail, size_t all, size_t a, size_t b)
{
    size_t least = a + b > all ? a + b - all : 0;
    size_t most = a < b ? a : b;
    size_t mode = (size_t)((double)(a + 1) * (double)(b + 1) / (double)(all + 2));
    size_t rest = all + least - a - b; /* neither's, at least */

    mode = mode < least ? least : mode > most ? most : mode;
    tail[mode] = 1;
    for (size_t k = mode; k < most; k++)
        tail[k + 1] = tail[k] * (double)(a - k) * (double)(b - k) /
                      ((double)(k + 1) * (double)(rest + k + 1 - least));
    for (size_t k = mode; k > least; k--)
        tail[k - 1] = tail[k] * (double)k * (double)(rest + k - least) /
                      ((double)(a - k + 1) * (double)(b - k + 1));
    sum_up(tail, least, most);
}

/* One trial more. tail[most] holds "most or more". */
static void try_once(double *tail, size_t most, double p)
{
    tail[most] += tail[most - 1] * p;
    for (size_t k = most - 1; k > 0; k--)
        tail[k] = tail[k] * (1 - p) + tail[k - 1] * p;
    tail[0] *= 1 - p;
}

void ent_i_tail_poisson_binomial(double *tail, size_t most, const double *p, const size_t *times,
                                 size_t count)
{
    tail[0] = 1;
    if (most == 0)
        return;
    for (size_t k = 1; k <= most; k++)
        tail[k] = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t t = 0; p[i] > 0 && t < times[i]; t++)
            try_once(tail, most, p[i]);
    for (size_t k = most; k > 1; k--)
        tail[k - 1] += tail[k];
    for (size_t k = 1; k <= most; k++)
        tail[k] = fmin(fmax(tail[k], DBL_MIN), 1);
    tail[0] = 1;
}
