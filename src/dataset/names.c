/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who bears a name: ids, names, aliases and names in other languages, exact and folded. */
#include "dataset/dataset_i.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

/* The entries that share a chain, judged by the best rank in it. */
static ent_i_match_t judge_chain(const ent_i_index_t *index, ent_id_t entry, bool folded,
                                 ent_id_t *actor)
{
    ent_i_rank_t best = ENT_RANK_REJECTED;
    bool several = false;

    *actor = ENT_NONE;
    while (entry != ENT_NONE) {
        const ent_i_entry_t *at = &index->entry[entry];
        /* Folding does not say whether an id or a name was meant. */
        ent_i_rank_t rank =
            folded && at->rank == ENT_RANK_ID ? ENT_RANK_NAME : (ent_i_rank_t)at->rank;

        if (rank < best) {
            best = rank;
            several = false;
            *actor = at->actor;
        } else if (rank == best && rank != ENT_RANK_REJECTED && at->actor != *actor) {
            several = true;
        }
        entry = folded ? ent_i_folds_next(index, entry) : at->next;
    }
    if (best == ENT_RANK_REJECTED)
        return ENT_MATCH_REJECTED;
    return several ? ENT_MATCH_SEVERAL : folded ? ENT_MATCH_FOLDED : ENT_MATCH_EXACT;
}

ent_status_t ent_i_index_match(const ent_i_index_t *index, const char *key, bool folded,
                               ent_i_found_t *found, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *fold = NULL;

    *found = (ent_i_found_t){.match = ENT_MATCH_NONE, .actor = ENT_NONE};
    found->entry = ent_i_index_find(index, key);
    if (found->entry != ENT_NONE) {
        found->match = judge_chain(index, found->entry, false, &found->actor);
        return ENT_OK;
    }
    if (!folded)
        return ENT_OK;
    fold = ent_i_name_fold(key);
    if (fold == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_folds_follow(index, err));
    found->entry = ent_i_folds_find(index, fold);
    found->folded = found->entry != ENT_NONE;
    if (found->folded)
        found->match = judge_chain(index, found->entry, true, &found->actor);

cleanup:
    free(fold);
    return status;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void ent_i_index_bearers(const ent_dataset_t *dataset, const ent_i_found_t *found,
                         ent_i_text_t *text)
{
    enum { LISTED = 64, SHOWN = 6 };
    const char *ids[LISTED];
    ent_id_t entry = found->entry;
    size_t count = 0;

    while (entry != ENT_NONE && count < LISTED) {
        const ent_i_entry_t *at = &dataset->index.entry[entry];
        const char *id = at->actor == ENT_NONE ? NULL : dataset->actor[at->actor].id;
        size_t i = 0;

        while (i < count && id != NULL && strcmp(ids[i], id) != 0)
            i++;
        if (id != NULL && i == count)
            ids[count++] = id;
        entry = found->folded ? ent_i_folds_next(&dataset->index, entry) : at->next;
    }
    qsort(ids, count, sizeof *ids, compare_texts);
    for (size_t i = 0; i < count && i < SHOWN; i++) {
        ent_i_text_puts(text, i == 0 ? "'" : i + 1 < count ? ", '" : " and '");
        ent_i_text_shown(text, ids[i], strlen(ids[i]), 40);
        ent_i_text_putc(text, '\'');
    }
    if (count > SHOWN)
        ent_i_text_puts(text, " and more");
}

static size_t letters(const char *text)
{
    size_t count = 0;

    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xC0) != 0x80;
    return count;
}

ent_status_t ent_i_index_nearest(const ent_i_index_t *index, const char *word, const char **near,
                                 ent_id_t *actor, ent_error_t *err)
{
    char *fold = ent_i_name_fold(word);
    size_t length = fold == NULL ? 0 : letters(fold);
    size_t limit = length / 3 < 1 ? 1 : length / 3 > 3 ? 3 : length / 3;
    const ent_i_entry_t *best = NULL;
    ent_status_t status = ENT_OK;

    if (fold == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_folds_follow(index, err));
    /* One edit turns any letter into any other: a word of one letter is near nothing. */
    for (size_t i = 0; length > 1 && i < index->count; i++) {
        const ent_i_entry_t *at = &index->entry[i];
        const char *other = ent_i_folds_at(index, i);
        size_t others = letters(other);
        size_t distance;

        if (at->actor == ENT_NONE || others + limit < length || length + limit < others)
            continue;
        distance = ent_i_edit_distance(fold, other, limit);
        if (distance > limit ||
            (distance == limit && best != NULL && strcmp(best->key, at->key) <= 0))
            continue;
        best = at;
        limit = distance;
    }
    *near = best != NULL ? best->key : NULL;
    if (actor != NULL)
        *actor = best != NULL ? best->actor : ENT_NONE;

cleanup:
    free(fold);
    return status;
}

ent_status_t ent_dataset_find(const ent_dataset_t *dataset, ent_id_t *actor, const char *name,
                              ent_error_t *err)
{
    char *key = ent_i_name_key(name);
    ent_i_text_t shown = {0};
    ent_i_text_t other = {0};
    ent_status_t status = ENT_OK;
    ent_i_found_t found;
    const char *near = NULL;

    *actor = ENT_NONE;
    if (key == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_index_match(&dataset->index, key, true, &found, err));
    if (found.match == ENT_MATCH_EXACT || found.match == ENT_MATCH_FOLDED) {
        *actor = found.actor;
        goto cleanup;
    }
    ent_i_text_putc(&shown, '\'');
    ent_i_text_shown(&shown, name, strlen(name), 60);
    ent_i_text_putc(&shown, '\'');
    if (found.match == ENT_MATCH_SEVERAL) {
        ent_i_index_bearers(dataset, &found, &other);
    } else {
        ENT_TRY(ent_i_index_nearest(&dataset->index, key, &near, NULL, err));
        if (near != NULL)
            ent_i_text_shown(&other, near, strlen(near), 60);
    }
    if (shown.failed || other.failed)
        status = ent_i_no_memory(err);
    else if (found.match == ENT_MATCH_SEVERAL)
        status = ent_i_fail(err, ENT_EINVAL, "The name %s is borne by %s; write the id.",
                            shown.bytes, other.size > 0 ? other.bytes : "several actors");
    else if (found.match == ENT_MATCH_REJECTED)
        status = ent_i_fail(err, ENT_EINVAL, "The row of the actor %s is rejected; mend it.",
                            shown.bytes);
    else
        status = ent_i_fail(err, ENT_EINVAL, "There is no actor %s%s%s%s", shown.bytes,
                            other.size > 0 ? "; did you mean '" : "",
                            other.size > 0 ? other.bytes : "", other.size > 0 ? "'?" : ".");

cleanup:
    ent_i_text_free(&shown);
    ent_i_text_free(&other);
    free(key);
    return status;
}
