/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index of folded names, which most data sets never need: it is made when a name is not found
 * as it is written, and then follows the names that come. Several threads may ask at once. */
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

struct ent_i_folds {
    pthread_mutex_t lock;
    ent_i_arena_t arena;
    ent_i_names_t *newest; /* folded name to the newest entry of it */
    const char **fold;     /* by entry */
    ent_id_t *next;        /* by entry: the one before it of the same folded name */
    size_t count;          /* so many entries are in it */
    size_t fold_capacity;
    size_t next_capacity;
};

ent_status_t ent_i_folds_new(ent_i_folds_t **folds, ent_error_t *err)
{
    ent_i_folds_t *made = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    pthread_mutex_init(&made->lock, NULL);
    ENT_TRY(ent_i_names_new(&made->newest, err));
    *folds = made;
    made = NULL;

cleanup:
    ent_i_folds_free(made);
    return status;
}

void ent_i_folds_free(ent_i_folds_t *folds)
{
    if (folds == NULL)
        return;
    pthread_mutex_destroy(&folds->lock);
    ent_i_arena_free(&folds->arena);
    ent_i_names_free(folds->newest);
    free(folds->fold);
    free(folds->next);
    free(folds);
}

/* Puts the entry behind those that are in it. */
static ent_status_t take(ent_i_folds_t *folds, const char *key, ent_error_t *err)
{
    ent_id_t number = (ent_id_t)folds->count;
    ent_id_t held = number;
    char *fold = ent_i_name_fold(key);
    ent_status_t status = ENT_OK;
    const char *kept;

    kept = fold == NULL ? NULL : ent_i_arena_text(&folds->arena, fold, strlen(fold));
    if (kept == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    ENT_TRY(ENT_GROW(folds->fold, folds->count, folds->fold_capacity, err));
    ENT_TRY(ENT_GROW(folds->next, folds->count, folds->next_capacity, err));
    ENT_TRY(ent_i_names_add(folds->newest, kept, number, &held, err));
    folds->fold[number] = kept;
    folds->next[number] = held == number ? ENT_NONE : held;
    folds->count++;
    if (held != number)
        ent_i_names_set(folds->newest, kept, number);

cleanup:
    free(fold);
    return status;
}

ent_status_t ent_i_folds_follow(const ent_i_index_t *index, ent_error_t *err)
{
    ent_i_folds_t *folds = index->folds;
    ent_status_t status = ENT_OK;

    pthread_mutex_lock(&folds->lock);
    while (folds->count < index->count)
        ENT_TRY(take(folds, index->entry[folds->count].key, err));

cleanup:
    pthread_mutex_unlock(&folds->lock);
    return status;
}

ent_id_t ent_i_folds_find(const ent_i_index_t *index, const char *fold)
{
    return *fold == '\0' ? ENT_NONE : ent_i_names_find(index->folds->newest, fold);
}

ent_id_t ent_i_folds_next(const ent_i_index_t *index, ent_id_t entry)
{
    return index->folds->next[entry];
}

const char *ent_i_folds_at(const ent_i_index_t *index, size_t entry)
{
    return index->folds->fold[entry];
}
