/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A value held against what seeded draws give. */
#ifndef ENT_MEASURE_CHANCE_H
#define ENT_MEASURE_CHANCE_H

#include "entente/chance.h"

/* `draw` is the first of `count` numbers that lie `stride` apart; those that are NaN do not count.
 * All are compared as rounded to 12 digits. */
void ent_i_chance(ent_chance_t *chance, double value, const double *draw, size_t count,
                  size_t stride);

#endif
