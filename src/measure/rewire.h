/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Random networks in which everybody keeps their number of neighbours. */
#ifndef ENT_MEASURE_REWIRE_H
#define ENT_MEASURE_REWIRE_H

#include "base/random.h"
#include "measure/measure_i.h"

typedef struct ent_i_rewire ent_i_rewire_t;

/* Looks at the pairs that are tied in an undirected network, of one mode or two; the context has
 * its adjacency. Free with ent_i_rewire_free(). */
ent_status_t ent_i_rewire_new(ent_i_rewire_t **rewire, const ent_i_context_t *context,
                              ent_error_t *err);
void ent_i_rewire_free(ent_i_rewire_t *rewire);

/* Rewires the network that was looked at, ENT_SWAPS_PER_TIE attempts a tie: two ties and how they
 * are to cross are drawn, and the swap is left undone where it would tie an actor to itself or a
 * pair twice; what is left undone counts as a step, without which some networks would be drawn
 * more often than others. In two modes a swap keeps each tie between them, and as many ties join
 * cities to cities, cities to networks and so on as before. */
void ent_i_rewire_draw(ent_i_rewire_t *rewire, ent_i_random_t *random);

/* The ties of the last draw, ent_i_rewire_count() of them, of weight 1. */
const ent_tie_t *ent_i_rewire_ties(const ent_i_rewire_t *rewire);
size_t ent_i_rewire_count(const ent_i_rewire_t *rewire);

#endif
