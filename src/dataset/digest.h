/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What an input row says, in a few letters: two rows that say the same share them. */
#ifndef ENT_DATASET_DIGEST_H
#define ENT_DATASET_DIGEST_H

#include "entente/dataset.h"

#define ENT_ROW_DIGEST_SIZE 17 /* hexadecimal with NUL */

/* The first 64 bits of the SHA-256 of a row's cells; "" for a row that has none that could be told
 * apart (blank, or at fault in its syntax). */
void ent_i_row_digest(char out[ENT_ROW_DIGEST_SIZE], const ent_dataset_t *dataset, size_t row);

#endif
