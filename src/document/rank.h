/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranks: the one rule by which every table of the report and of `entente rank` orders actors. */
#ifndef ENT_DOCUMENT_RANK_H
#define ENT_DOCUMENT_RANK_H

#include "base/memory.h"

/* One measured actor. */
typedef struct ent_i_place {
    double value; /* rounded to 12 significant digits */
    ent_id_t vertex;
    uint32_t rank; /* competition ranking from 1; 0 where the value is NaN */
} ent_i_place_t;

/* The rank as a number; NaN for none. */
double ent_i_place_rank(const ent_i_place_t *place);

/* Fills `place` (room for `count`) in order: best first, NaN last, equals in order of vertex,
 * which is the order of actor ids. */
void ent_i_rank(ent_i_place_t *place, const double *value, size_t count, bool ascending);

#endif
