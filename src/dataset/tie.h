/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What networks need of a record, in a quarter of its memory.
 *
 * A record is "plain" where nothing is given but two parties, a direction, a status, a weight and
 * dates. Such a record is kept as a tie and its row alone; the whole of it is written when somebody
 * asks, into room that takes no memory until then. Any other has its whole record beside it. */
#ifndef ENT_DATASET_TIE_H
#define ENT_DATASET_TIE_H

#include "entente/dataset.h"

typedef struct ent_i_tie {
    double weight; /* as in ent_record_t, like all else */
    ent_id_t party[2];
    int32_t start[2]; /* first and last day */
    int32_t end[2];
    uint32_t row;   /* of a plain one: the row behind it */
    uint32_t whole; /* number of its whole record plus one; 0: it is plain */
    ent_id_t repeats;
    unsigned kind : 4;
    unsigned status : 4;
    bool directed : 1;
    bool start_known : 1;
    bool end_known : 1;
} ent_i_tie_t;

const ent_i_tie_t *ent_i_dataset_tie(const ent_dataset_t *dataset, ent_id_t record);

/* The parties of a record, of which a tie names two. */
const ent_id_t *ent_i_dataset_parties(const ent_dataset_t *dataset, ent_id_t record, size_t *count);

/* As ent_selection_judge(). */
ent_count_t ent_i_selection_judge(const ent_selection_t *selection, const ent_i_tie_t *tie);

#endif
