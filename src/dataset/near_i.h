/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The search for names that may mean one body: what near.c, near_marks.c and near_partners.c share.
 */
#ifndef ENT_DATASET_NEAR_I_H
#define ENT_DATASET_NEAR_I_H

#include "dataset/dataset_i.h"

/* A hash of a name, or of a form of it. */
typedef struct ent_i_mark {
    uint64_t hash;
    ent_id_t actor;
} ent_i_mark_t;

/* Why two names are near, strongest first. */
typedef enum ent_i_why {
    ENT_NEAR_FOLDED,
    ENT_NEAR_NAMESAKES,
    ENT_NEAR_SKELETON,
    ENT_NEAR_WORDS,
    ENT_NEAR_EDIT_PARTNER,
    ENT_NEAR_EDIT
} ent_i_why_t;

typedef struct ent_i_pair {
    ent_id_t a;
    ent_id_t b;
    ent_i_why_t why;
} ent_i_pair_t;

typedef struct ent_i_search {
    const ent_dataset_t *dataset;
    int threads;
    ent_i_arena_t *texts; /* by share of the names */
    size_t shares;
    const char **fold; /* by actor */
    uint64_t *form;    /* by actor: the hash of a form; 0 where it has none */
    bool *failed;      /* by share */
    uint32_t *home;    /* by actor: its kind, and its country's code or 0 */
    uint64_t part;     /* of `parts`, a power of two: only marks whose hash ends so are wanted */
    uint64_t parts;
    ent_i_mark_t *mark;
    size_t mark_count;
    size_t mark_capacity;
    ent_i_pair_t *pair;
    size_t pair_count;
    size_t pair_capacity;
    ent_id_t *partner;   /* those of each actor in a row, ascending */
    size_t *partner_end; /* by actor: where its row ends */
} ent_i_search_t;

/* near_marks.c: fills `fold`; hashes every name in one form; equal forms have equal hashes. A
 * skeleton is looked for only where some name's is not what it is folded to. */
ent_status_t ent_i_fold_names(ent_i_search_t *search, ent_error_t *err);
void ent_i_fold_free(ent_i_search_t *search);
ent_status_t ent_i_mark_folded(ent_i_search_t *search, ent_error_t *err);
ent_status_t ent_i_mark_skeletons(ent_i_search_t *search, ent_error_t *err);
ent_status_t ent_i_mark_words(ent_i_search_t *search, ent_error_t *err);
ent_status_t ent_i_mark_edits(ent_i_search_t *search, ent_error_t *err);

/* near_partners.c: who has ties with whom, and whether two actors have one with a third. */
ent_status_t ent_i_list_partners(ent_i_search_t *search, ent_error_t *err);
bool ent_i_share_partner(const ent_i_search_t *search, ent_id_t a, ent_id_t b);

#endif
