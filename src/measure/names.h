/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The names of measures, for messages. */
#ifndef ENT_MEASURE_NAMES_H
#define ENT_MEASURE_NAMES_H

#include "base/memory.h"

/* Appends the names of the measures that are (or are not) defined in networks of one ENT_FOR_*
 * mode, with commas; the many of brokers are named once, as broker_*. */
void ent_i_measure_names(ent_i_text_t *text, unsigned mode, bool defined);

#endif
