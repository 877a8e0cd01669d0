/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names hashed in the forms that near names share. */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/near_i.h"

enum {
    LEAST = 5, /* letters of a name that is compared by edits */
    MOST = 64, /* the same; longer names cost more than they tell */
};

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}

#define HASH_START UINT64_C(0xCBF29CE484222325)

static ent_status_t add_mark(ent_i_search_t *search, uint64_t hash, size_t actor, ent_error_t *err)
{
    ent_status_t status;

    if ((hash & (search->parts - 1)) != search->part)
        return ENT_OK;
    status = ENT_GROW(search->mark, search->mark_count, search->mark_capacity, err);
    if (status == ENT_OK)
        search->mark[search->mark_count++] = (ent_i_mark_t){.hash = hash, .actor = (ent_id_t)actor};
    return status;
}

ent_status_t ent_i_fold_names(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *fold = NULL;

    ENT_TRY(ent_i_alloc(&search->fold, search->dataset->actor_count, sizeof *search->fold, err));
    for (size_t i = 0; i < search->dataset->actor_count; i++) {
        fold = ent_i_name_fold(search->dataset->actor[i].name);
        if (fold != NULL)
            search->fold[i] = ent_i_arena_text(&search->texts, fold, strlen(fold));
        if (search->fold[i] == NULL) {
            status = ent_i_no_memory(err);
            goto cleanup;
        }
        free(fold);
        fold = NULL;
    }

cleanup:
    free(fold);
    return status;
}

ent_status_t ent_i_mark_folded(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->actor_count; i++)
        ENT_TRY(add_mark(search, hash_bytes(HASH_START, search->fold[i], strlen(search->fold[i])),
                         i, err));

cleanup:
    return status;
}

ent_status_t ent_i_mark_skeletons(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    char *skeleton = NULL;

    for (size_t i = 0; i < search->dataset->actor_count; i++) {
        skeleton = ent_i_name_skeleton(search->dataset->actor[i].name);
        if (skeleton == NULL) {
            status = ent_i_no_memory(err);
            goto cleanup;
        }
        ENT_TRY(add_mark(search, hash_bytes(HASH_START, skeleton, strlen(skeleton)), i, err));
        free(skeleton);
        skeleton = NULL;
    }

cleanup:
    free(skeleton);
    return status;
}

/* Spreads a sum of powers over all bits. */
static uint64_t spread(uint64_t hash)
{
    hash ^= hash >> 32;
    hash *= UINT64_C(0xD6E8FEB86659FD93);
    hash ^= hash >> 29;
    hash *= UINT64_C(0xD6E8FEB86659FD93);
    return hash ^ hash >> 32;
}

/* Marks the whole name and the name without each of its letters in turn. The hash of n bytes is
 * b[0] p^(n-1) + … + b[n-1], so that one without a letter takes no second look at the others. */
static ent_status_t mark_edits_of(ent_i_search_t *search, size_t actor, ent_error_t *err)
{
    static const uint64_t p = UINT64_C(0x9E3779B97F4A7C15);
    const char *fold = search->fold[actor];
    size_t start[MOST + 1];
    uint64_t before[MOST + 2]; /* hash of the bytes in front of each letter, and of all */
    uint64_t power = 1;        /* p to the number of bytes behind the letter */
    uint64_t hash = 0;
    size_t count = 0;
    size_t size = 0;
    ent_status_t status = ENT_OK;

    for (; fold[size] != '\0' && count <= MOST; size++) {
        if (((unsigned char)fold[size] & 0xC0) != 0x80) {
            start[count] = size;
            before[count++] = hash;
        }
        hash = hash * p + (unsigned char)fold[size];
    }
    if (count < LEAST || count > MOST)
        return ENT_OK;
    before[count] = hash;
    ENT_TRY(add_mark(search, spread(hash), actor, err));
    for (size_t i = count; i-- > 0; size = start[i]) {
        ENT_TRY(add_mark(search, spread(hash + (before[i] - before[i + 1]) * power), actor, err));
        for (size_t byte = start[i]; byte < size; byte++)
            power *= p;
    }

cleanup:
    return status;
}

ent_status_t ent_i_mark_edits(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->actor_count; i++)
        ENT_TRY(mark_edits_of(search, i, err));

cleanup:
    return status;
}

/* A separator of words: ASCII that is no letter or digit, and general punctuation. */
static size_t separator(const char *at)
{
    const unsigned char *byte = (const unsigned char *)at;

    if (byte[0] < 0x80)
        return !((byte[0] >= '0' && byte[0] <= '9') || (byte[0] >= 'A' && byte[0] <= 'Z') ||
                 (byte[0] >= 'a' && byte[0] <= 'z'));
    return byte[0] == 0xE2 && byte[1] == 0x80 ? 3 : 0;
}

static int compare_texts(const void *left, const void *right)
{
    return strcmp(*(char *const *)left, *(char *const *)right);
}

/* The hash of a name's folded words in alphabetical order; 0 for a name of one word or too many. */
static ent_status_t hash_words(const char *name, uint64_t *hash, ent_error_t *err)
{
    enum { WORDS_MOST = 16, WORD_SIZE = 120 };
    char *word[WORDS_MOST];
    char piece[WORD_SIZE];
    size_t count = 0;
    ent_status_t status = ENT_OK;

    *hash = 0;
    while (*name != '\0') {
        size_t size = 0;

        while (*name != '\0' && separator(name) > 0)
            name += separator(name);
        while (name[size] != '\0' && separator(name + size) == 0)
            size++;
        if (size == 0)
            break;
        if (count == WORDS_MOST || size >= WORD_SIZE)
            goto cleanup;
        memcpy(piece, name, size);
        piece[size] = '\0';
        name += size;
        word[count] = ent_i_name_fold(piece);
        if (word[count] == NULL) {
            status = ent_i_no_memory(err);
            goto cleanup;
        }
        count++;
    }
    if (count < 2)
        goto cleanup;
    qsort(word, count, sizeof *word, compare_texts);
    *hash = HASH_START;
    for (size_t i = 0; i < count; i++)
        *hash = hash_bytes(*hash, word[i], strlen(word[i]) + 1);

cleanup:
    for (size_t i = 0; i < count; i++)
        free(word[i]);
    return status;
}

ent_status_t ent_i_mark_words(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->actor_count; i++) {
        uint64_t hash = 0;

        ENT_TRY(hash_words(search->dataset->actor[i].name, &hash, err));
        if (hash != 0)
            ENT_TRY(add_mark(search, hash, i, err));
    }

cleanup:
    return status;
}
