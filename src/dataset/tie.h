/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What networks need of a record, in a tenth of its memory.
 *
 * A record is "plain" where nothing is given but two parties, a direction, a status, a weight and
 * dates. Such a record is kept as a tie and its row alone; weight and dates, of which there are few
 * different ones, are kept once for all ties that share them. The whole of it is written when
 * somebody asks, into room that takes no memory until then. Any other has its whole record beside
 * it. */
#ifndef ENT_DATASET_TIE_H
#define ENT_DATASET_TIE_H

#include "entente/dataset.h"

typedef struct ent_i_tie {
    ent_id_t party[2]; /* as in ent_record_t, like all else */
    uint32_t row;      /* the first one behind it */
    uint32_t more;     /* which whole record, or which terms of a plain one */
    unsigned kind : 4;
    unsigned status : 4;
    bool directed : 1;
    bool is_whole : 1;
} ent_i_tie_t;

/* Weight and dates. */
typedef struct ent_i_terms {
    double weight;
    ent_period_t start;
    ent_period_t end;
} ent_i_terms_t;

const ent_i_tie_t *ent_i_dataset_tie(const ent_dataset_t *dataset, ent_id_t record);
ent_i_terms_t ent_i_dataset_terms(const ent_dataset_t *dataset, ent_id_t record);

/* In how many shares records are best gone through: one for each thread that the data set was
 * opened with, where there are enough. */
size_t ent_i_dataset_shares(const ent_dataset_t *dataset);

/* As ent_selection_judge(). */
ent_count_t ent_i_selection_judge(const ent_selection_t *selection, const ent_dataset_t *dataset,
                                  ent_id_t record);

/* Whether a record does not count for the sole reason that it is planned or disputed: its dates
 * would let it. */
bool ent_i_selection_awaits(const ent_selection_t *selection, const ent_dataset_t *dataset,
                            ent_id_t record);

#endif
