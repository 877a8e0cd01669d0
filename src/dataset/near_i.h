/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The search for names that may mean one body: what the files near*.c share. */
#ifndef ENT_DATASET_NEAR_I_H
#define ENT_DATASET_NEAR_I_H

#include "dataset/dataset_i.h"

/* A hash of a name, or of a form of it, in two halves. */
typedef struct ent_i_mark {
    uint32_t high;
    uint32_t low;
    ent_id_t actor;
} ent_i_mark_t;

typedef struct ent_i_marks {
    ent_i_mark_t *mark;
    size_t count;
    size_t capacity;
} ent_i_marks_t;

/* Where marks go: a list for each part of the hashes that is wanted. */
typedef struct ent_i_sink {
    ent_i_marks_t *list;
    int bits; /* that say the part, the first of a hash */
    size_t first;
    size_t parts;
    bool failed;
} ent_i_sink_t;

static inline void ent_i_mark(ent_i_sink_t *sink, uint64_t hash, size_t actor)
{
    size_t part = (sink->bits == 0 ? 0 : (size_t)(hash >> (64 - sink->bits))) - sink->first;
    ent_i_marks_t *list;

    if (part >= sink->parts) /* those before the first wrap around */
        return;
    list = &sink->list[part];
    if (list->count == list->capacity && ent_i_grow(&list->mark, &list->capacity, list->count + 1,
                                                    sizeof *list->mark, NULL) != ENT_OK) {
        sink->failed = true;
        return;
    }
    list->mark[list->count++] = (ent_i_mark_t){
        .high = (uint32_t)(hash >> 32), .low = (uint32_t)hash, .actor = (ent_id_t)actor};
}

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

typedef struct ent_i_pairs {
    ent_i_pair_t *pair;
    size_t count;
    size_t capacity;
} ent_i_pairs_t;

/* What is known of a name before any two are compared. */
typedef struct ent_i_form {
    const char *fold;
    uint64_t folded; /* hashes of what it is folded to … */
    uint64_t words;  /* … and of its words; 0 where these say no more */
    uint32_t home;   /* its actor's kind, and its country's code or 0 */
} ent_i_form_t;

typedef struct ent_i_search {
    const ent_dataset_t *dataset;
    int threads;
    size_t shares;        /* of the names, for threads */
    ent_i_arena_t *texts; /* by share */
    size_t *edits;        /* by share: marks of names without a letter */
    bool *failed;         /* by share */
    ent_i_form_t *form;   /* by actor */
    uint64_t *skeleton;   /* by actor: the hash of one that is another than the fold, or 0 */
    bool *skeletons;      /* by first bits: whether there is one with such a hash */
    ent_i_pairs_t pairs;
    ent_id_t *partner;   /* those of each actor that is asked for in a row, ascending */
    size_t *partner_end; /* by actor: where its row ends */
} ent_i_search_t;

/* near_marks.c: the forms of all names, … */
ent_status_t ent_i_form_names(ent_i_search_t *search, ent_error_t *err);
void ent_i_form_free(ent_i_search_t *search);

/* … and the marks of a name in one of them; equal forms have equal hashes. */
typedef void ent_i_marker_t(const ent_i_search_t *search, size_t actor, ent_i_sink_t *sink);
ent_i_marker_t ent_i_mark_folded;
ent_i_marker_t ent_i_mark_skeleton;
ent_i_marker_t ent_i_mark_words;
ent_i_marker_t ent_i_mark_edits;

/* Judges two names of one hash: whether they are near, and why. */
typedef bool ent_i_near_t(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why);

/* near_search.c: judges every two names of one hash, and adds those that are near to the pairs.
 * `expected` is about how many marks there will be. */
ent_status_t ent_i_near_search(ent_i_search_t *search, ent_i_marker_t *mark, ent_i_near_t *judge,
                               size_t expected, ent_error_t *err);

/* near_partners.c: lists who has ties with whom, for the actors of the pairs that are one edit
 * apart; whether two of these have one with a third. */
ent_status_t ent_i_list_partners(ent_i_search_t *search, ent_error_t *err);
bool ent_i_share_partner(const ent_i_search_t *search, ent_id_t a, ent_id_t b);

#endif
