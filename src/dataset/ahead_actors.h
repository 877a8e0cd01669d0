/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of actors that are judged before their turn, many at a time. */
#ifndef ENT_DATASET_AHEAD_ACTORS_H
#define ENT_DATASET_AHEAD_ACTORS_H

#include "dataset/dataset_i.h"

typedef struct ent_i_ahead_actors ent_i_ahead_actors_t;

/* *ahead is NULL where a sheet has no row that could be judged ahead. */
ent_status_t ent_i_ahead_actors_new(ent_i_ahead_actors_t **ahead, ent_i_load_t *load,
                                    const ent_i_sheet_t *sheet, ent_error_t *err);
void ent_i_ahead_actors_free(ent_i_ahead_actors_t *ahead);

/* Adds the actor of a row of the sheet of which nothing is to be told; false where it has to be
 * judged now. Rows come in order, each once. `ahead` may be NULL. */
ent_status_t ent_i_ahead_actors_take(ent_i_ahead_actors_t *ahead, size_t row, bool *taken,
                                     ent_error_t *err);

#endif
