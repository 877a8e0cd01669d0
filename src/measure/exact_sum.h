/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sums that do not show the order of their terms.
 *
 * Actors that are alike by symmetry must get the same value, yet their neighbours come in different
 * orders. The rounding error of each addition is carried along (Knuth's two-sum), so the result is
 * that of a sum in twice the precision, rounded once. */
#ifndef ENT_MEASURE_EXACT_SUM_H
#define ENT_MEASURE_EXACT_SUM_H

typedef struct ent_i_sum {
    double sum;
    double error;
} ent_i_sum_t;

static inline void ent_i_sum_add(ent_i_sum_t *sum, double term)
{
    double next = sum->sum + term;
    double virtual_term = next - sum->sum;

    sum->error += (sum->sum - (next - virtual_term)) + (term - virtual_term);
    sum->sum = next;
}

/* Adds another sum to one. */
static inline void ent_i_sum_join(ent_i_sum_t *sum, const ent_i_sum_t *other)
{
    ent_i_sum_add(sum, other->sum);
    ent_i_sum_add(sum, other->error);
}

static inline double ent_i_sum_value(const ent_i_sum_t *sum)
{
    return sum->sum + sum->error;
}

#endif
