/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The numbers of a summary that hang on who is tied to whom and on nothing else. */
#ifndef ENT_MEASURE_SHAPE_H
#define ENT_MEASURE_SHAPE_H

#include "measure/measure_i.h"

/* Counts 0, everything else undefined. */
void ent_i_summary_start(ent_summary_t *summary);

/* Components, distances, clustering in either kind of network, degree assortativity. */
ent_status_t ent_i_summary_shape(ent_summary_t *summary, ent_i_context_t *context,
                                 ent_error_t *err);

#endif
