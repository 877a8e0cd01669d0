/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a sheet, so many at a time, judged in stints by several threads before their turn. */
#ifndef ENT_DATASET_STINTS_H
#define ENT_DATASET_STINTS_H

#include "dataset/dataset_i.h"

/* What one thread judges. */
typedef struct ent_i_stint {
    size_t first; /* of the sheet's rows */
    size_t count;
    bool failed; /* memory ran out; set by who judges */
} ent_i_stint_t;

typedef struct ent_i_stints {
    ent_i_stint_t *stint;
    size_t count;
    size_t most;  /* rows of a stint */
    size_t rows;  /* of the sheet */
    size_t first; /* the rows that are judged */
    size_t end;
} ent_i_stints_t;

/* As many stints as `threads` may judge at once, and no more than there are rows for. */
ent_status_t ent_i_stints_init(ent_i_stints_t *stints, size_t rows, size_t most, int threads,
                               ent_error_t *err);
void ent_i_stints_free(ent_i_stints_t *stints);

/* Judges the rows from `row` on unless it is judged: judge(context, i) looks at stint i. */
ent_status_t ent_i_stints_judge(ent_i_stints_t *stints, size_t row,
                                void (*judge)(void *context, size_t index), void *context,
                                ent_error_t *err);

#endif
