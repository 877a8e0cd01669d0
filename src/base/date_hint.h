/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why a text is no date, and what to write instead. */
#ifndef ENT_BASE_DATE_HINT_H
#define ENT_BASE_DATE_HINT_H

#include "base/date.h"

/* Writes why `text` (of `length` bytes, trimmed) was refused. `parsed` is what it reads as where
 * only its meaning is at fault (an interval that ends before it starts), else NULL. `option`: it is
 * no cell but the option of a command. */
void ent_i_date_explain(const char *text, size_t length, const ent_i_date_t *parsed, bool option,
                        char *why, size_t size);

#endif
