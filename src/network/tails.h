/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Upper tails of two distributions, each summed exactly: all terms are positive and nothing is
 * subtracted from one, so a tail of 1e-200 has as many correct digits as one of 0.2. */
#ifndef ENT_NETWORK_TAILS_H
#define ENT_NETWORK_TAILS_H

#include <stddef.h>

/* P(X >= k) for k = 0 ... min(a, b), X the overlap of a and b things drawn out of `all` (a, b <=
 * all). `tail` has room for min(a, b) + 1. */
void ent_i_tail_hypergeometric(double *tail, size_t all, size_t a, size_t b);

/* P(X >= k) for k = 0 ... most, X the number of successes of independent trials: times[i] of them
 * with probability p[i], for each i < count. `tail` has room for most + 1. */
void ent_i_tail_poisson_binomial(double *tail, size_t most, const double *p, const size_t *times,
                                 size_t count);

#endif
