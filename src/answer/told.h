/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a text calls an actor, so that two of one name are told apart. */
#ifndef ENT_ANSWER_TOLD_H
#define ENT_ANSWER_TOLD_H

#include "base/memory.h"
#include "entente/dataset.h"

typedef struct ent_i_told {
    const ent_dataset_t *dataset;
    const char *language;
    ent_i_arena_t arena;
    const char **twin; /* by actor: "San Luis (s1)"; NULL where no other bears the name */
} ent_i_told_t;

ent_status_t ent_i_told_init(ent_i_told_t *told, const ent_dataset_t *dataset, const char *language,
                             ent_error_t *err);
const char *ent_i_told_name(const ent_i_told_t *told, ent_id_t actor);
void ent_i_told_free(ent_i_told_t *told);

#endif
