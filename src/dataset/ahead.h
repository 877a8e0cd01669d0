/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of ties that are judged before their turn, many at a time. */
#ifndef ENT_DATASET_AHEAD_H
#define ENT_DATASET_AHEAD_H

#include "dataset/dataset_i.h"

typedef struct ent_i_ahead ent_i_ahead_t;

/* *ahead is NULL where a sheet has no row that could be judged ahead. */
ent_status_t ent_i_ahead_new(ent_i_ahead_t **ahead, ent_i_load_t *load, const ent_i_sheet_t *sheet,
                             ent_error_t *err);
void ent_i_ahead_free(ent_i_ahead_t *ahead);

/* Adds the ties of rows of the sheet that were found to be plain: *taken of them, from `row` on; 0
 * where it has to be judged now. Rows come in order, each once. `ahead` may be NULL. */
ent_status_t ent_i_ahead_take(ent_i_ahead_t *ahead, size_t row, size_t *taken, ent_error_t *err);

#endif
