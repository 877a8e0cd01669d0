/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who bears a name: ids, names, aliases and names in other languages, exact and folded. Entries of
 * one key (and of one folded key) are chained from the newest to the oldest. */
#include "dataset/dataset_i.h"

#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"

void ent_i_index_free(ent_i_index_t *index)
{
    ent_i_names_free(index->exact);
    ent_i_names_free(index->folded);
    free(index->entry);
    *index = (ent_i_index_t){0};
}

/* Puts an entry at the head of its chain; *next receives the head before. */
static ent_status_t chain(ent_i_names_t *names, const char *key, ent_id_t entry, ent_id_t *next,
                          ent_error_t *err)
{
    ent_id_t held = entry;
    ent_status_t status = ent_i_names_add(names, key, entry, &held, err);

    *next = ENT_NONE;
    if (status == ENT_OK && held != entry) {
        *next = held;
        ent_i_names_set(names, key, entry);
    }
    return status;
}

ent_status_t ent_i_index_add(ent_dataset_t *dataset, const char *key, ent_i_rank_t rank,
                             ent_id_t actor, size_t row, ent_error_t *err)
{
    ent_i_index_t *index = &dataset->index;
    ent_id_t number = (ent_id_t)index->count;
    char *fold = ent_i_name_fold(key);
    ent_status_t status = ENT_OK;
    ent_i_entry_t *entry;

    if (fold == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ENT_GROW(index->entry, index->count, index->capacity, err));
    entry = &index->entry[index->count];
    *entry = (ent_i_entry_t){.key = ent_i_arena_text(&dataset->arena, key, strlen(key)),
                             .fold = ent_i_arena_text(&dataset->arena, fold, strlen(fold)),
                             .rank = rank,
                             .actor = actor,
                             .row = row,
                             .next = ENT_NONE,
                             .next_folded = ENT_NONE};
    if (entry->key == NULL || entry->fold == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    ENT_TRY(chain(index->exact, entry->key, number, &entry->next, err));
    index->count++;
    ENT_TRY(chain(index->folded, entry->fold, number, &entry->next_folded, err));

cleanup:
    free(fold);
    return status;
}

bool ent_i_index_is_alias(const ent_dataset_t *dataset, const ent_i_entry_t *entry)
{
    return entry->row != ENT_NO_ROW &&
           dataset->sheet[dataset->row[entry->row].table].role == ENT_ROLE_ALIASES;
}

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
        ent_i_rank_t rank = folded && at->rank == ENT_RANK_ID ? ENT_RANK_NAME : at->rank;

        if (rank < best) {
            best = rank;
            several = false;
            *actor = at->actor;
        } else if (rank == best && rank != ENT_RANK_REJECTED && at->actor != *actor) {
            several = true;
        }
        entry = folded ? at->next_folded : at->next;
    }
    if (best == ENT_RANK_REJECTED)
        return ENT_MATCH_REJECTED;
    return several ? ENT_MATCH_SEVERAL : folded ? ENT_MATCH_FOLDED : ENT_MATCH_EXACT;
}

ent_i_match_t ent_i_index_match(const ent_i_index_t *index, const char *key, const char *fold,
                                ent_id_t *actor, ent_id_t *entry)
{
    *entry = ent_i_names_find(index->exact, key);
    if (*entry != ENT_NONE)
        return judge_chain(index, *entry, false, actor);
    *actor = ENT_NONE;
    *entry = fold == NULL || *fold == '\0' ? ENT_NONE : ent_i_names_find(index->folded, fold);
    if (*entry != ENT_NONE)
        return judge_chain(index, *entry, true, actor);
    return ENT_MATCH_NONE;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void ent_i_index_bearers(const ent_dataset_t *dataset, ent_id_t entry, bool folded,
                         ent_i_text_t *text)
{
    enum { LISTED = 64, SHOWN = 6 };
    const char *ids[LISTED];
    size_t count = 0;

    while (entry != ENT_NONE && count < LISTED) {
        const ent_i_entry_t *at = &dataset->index.entry[entry];
        const char *id = at->actor == ENT_NONE ? NULL : dataset->actor[at->actor].id;
        size_t i = 0;

        while (i < count && id != NULL && strcmp(ids[i], id) != 0)
            i++;
        if (id != NULL && i == count)
            ids[count++] = id;
        entry = folded ? at->next_folded : at->next;
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

const char *ent_i_index_nearest(const ent_i_index_t *index, const char *word, ent_id_t *actor)
{
    char *fold = ent_i_name_fold(word);
    size_t length = fold == NULL ? 0 : letters(fold);
    size_t limit = length / 3 < 1 ? 1 : length / 3 > 3 ? 3 : length / 3;
    const ent_i_entry_t *best = NULL;

    /* One edit turns any letter into any other: a word of one letter is near nothing. */
    for (size_t i = 0; length > 1 && i < index->count; i++) {
        const ent_i_entry_t *at = &index->entry[i];
        size_t other = letters(at->fold);
        size_t distance;

        if (at->actor == ENT_NONE || other + limit < length || length + limit < other)
            continue;
        distance = ent_i_edit_distance(fold, at->fold, limit);
        if (distance > limit ||
            (distance == limit && best != NULL && strcmp(best->key, at->key) <= 0))
            continue;
        best = at;
        limit = distance;
    }
    free(fold);
    if (actor != NULL)
        *actor = best != NULL ? best->actor : ENT_NONE;
    return best != NULL ? best->key : NULL;
}

ent_status_t ent_dataset_find(const ent_dataset_t *dataset, ent_id_t *actor, const char *name,
                              ent_error_t *err)
{
    char *key = ent_i_name_key(name);
    char *fold = key != NULL ? ent_i_name_fold(key) : NULL;
    ent_i_text_t shown = {0};
    ent_i_text_t other = {0};
    ent_status_t status = ENT_OK;
    ent_id_t entry = ENT_NONE;
    ent_i_match_t match;
    const char *near;

    *actor = ENT_NONE;
    if (fold == NULL) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    match = ent_i_index_match(&dataset->index, key, fold, actor, &entry);
    if (match == ENT_MATCH_EXACT || match == ENT_MATCH_FOLDED)
        goto cleanup;
    *actor = ENT_NONE;
    ent_i_text_putc(&shown, '\'');
    ent_i_text_shown(&shown, name, strlen(name), 60);
    ent_i_text_putc(&shown, '\'');
    if (match == ENT_MATCH_SEVERAL) {
        bool folded = ent_i_names_find(dataset->index.exact, key) == ENT_NONE;

        ent_i_index_bearers(dataset, entry, folded, &other);
    } else {
        near = ent_i_index_nearest(&dataset->index, key, NULL);
        if (near != NULL)
            ent_i_text_shown(&other, near, strlen(near), 60);
    }
    if (shown.failed || other.failed)
        status = ent_i_no_memory(err);
    else if (match == ENT_MATCH_SEVERAL)
        status = ent_i_fail(err, ENT_EINVAL, "The name %s is borne by %s; write the id.",
                            shown.bytes, other.size > 0 ? other.bytes : "several actors");
    else if (match == ENT_MATCH_REJECTED)
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
    free(fold);
    return status;
}
