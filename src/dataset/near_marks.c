/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names hashed in the forms that near names share. */
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
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

/* Some of the names, all in one form. */
typedef bool form_t(ent_i_search_t *search, size_t actor, size_t share);

typedef struct forming {
    ent_i_search_t *search;
    form_t *form;
} forming_t;

static void form_share(void *context, size_t share)
{
    const forming_t *forming = context;
    ent_i_search_t *search = forming->search;
    size_t actors = search->dataset->actor_count;
    size_t end = actors * (share + 1) / search->shares;

    for (size_t i = actors * share / search->shares; i < end && !search->failed[share]; i++)
        search->failed[share] = !forming->form(search, i, share);
}

/* Threads take a share of the names each. */
static ent_status_t form_all(ent_i_search_t *search, form_t *form, ent_error_t *err)
{
    forming_t forming = {.search = search, .form = form};

    ent_i_spread(form_share, &forming, search->shares, (int)search->shares);
    for (size_t i = 0; i < search->shares; i++)
        if (search->failed[i])
            return ent_i_no_memory(err);
    return ENT_OK;
}

static uint64_t hash_text(const char *text)
{
    return hash_bytes(HASH_START, text, strlen(text));
}

static bool fold_name(ent_i_search_t *search, size_t actor, size_t share)
{
    char *fold = ent_i_name_fold(search->dataset->actor[actor].name);

    if (fold != NULL)
        search->fold[actor] = ent_i_arena_text(&search->texts[share], fold, strlen(fold));
    free(fold);
    if (search->fold[actor] == NULL)
        return false;
    search->form[actor] = hash_text(search->fold[actor]);
    return true;
}

ent_status_t ent_i_fold_names(ent_i_search_t *search, ent_error_t *err)
{
    size_t actors = search->dataset->actor_count;
    ent_status_t status = ENT_OK;

    search->shares = ent_i_shares(actors, search->threads);
    ENT_TRY(ent_i_alloc(&search->texts, search->shares, sizeof *search->texts, err));
    ENT_TRY(ent_i_alloc(&search->failed, search->shares, sizeof *search->failed, err));
    ENT_TRY(ent_i_alloc(&search->fold, actors, sizeof *search->fold, err));
    ENT_TRY(ent_i_alloc(&search->form, actors, sizeof *search->form, err));
    ENT_TRY(form_all(search, fold_name, err));

cleanup:
    return status;
}

void ent_i_fold_free(ent_i_search_t *search)
{
    for (size_t i = 0; search->texts != NULL && i < search->shares; i++)
        ent_i_arena_free(&search->texts[i]);
    free(search->texts);
    free(search->failed);
    free(search->fold);
    free(search->form);
}

/* A mark for each form that there is. */
static ent_status_t mark_forms(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->actor_count; i++)
        if (search->form[i] != 0)
            ENT_TRY(add_mark(search, search->form[i], i, err));

cleanup:
    return status;
}

ent_status_t ent_i_mark_folded(ent_i_search_t *search, ent_error_t *err)
{
    return mark_forms(search, err);
}

/* Bits of hashes, so many that few others share them. */
enum { SEEN_BITS = 20 };
#define SEEN(hash) ((hash) >> (64 - SEEN_BITS))

/* Two names of one skeleton look alike where they are folded to different texts, so that the
 * skeleton of one of them is not what it is folded to. Letters of ASCII have no such skeleton. */
static bool find_skeleton(ent_i_search_t *search, size_t actor, size_t share)
{
    char *skeleton;

    (void)share;
    search->form[actor] = 0;
    if (ent_i_name_is_key(search->dataset->actor[actor].name))
        return true;
    skeleton = ent_i_name_skeleton(search->dataset->actor[actor].name);
    if (skeleton != NULL && strcmp(skeleton, search->fold[actor]) != 0)
        search->form[actor] = hash_text(skeleton);
    free(skeleton);
    return skeleton != NULL;
}

/* The skeletons that are not what names are folded to, and all names that may have one of them. */
ent_status_t ent_i_mark_skeletons(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool *seen = NULL;
    bool any = false;

    ENT_TRY(form_all(search, find_skeleton, err));
    ENT_TRY(ent_i_alloc(&seen, (size_t)1 << SEEN_BITS, sizeof *seen, err));
    for (size_t i = 0; i < search->dataset->actor_count; i++)
        if (search->form[i] != 0)
            any = seen[SEEN(search->form[i])] = true;
    for (size_t i = 0; any && i < search->dataset->actor_count; i++) {
        uint64_t hash = search->form[i] != 0 ? search->form[i] : hash_text(search->fold[i]);

        if (seen[SEEN(hash)])
            ENT_TRY(add_mark(search, hash, i, err));
    }

cleanup:
    free(seen);
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

static bool find_words(ent_i_search_t *search, size_t actor, size_t share)
{
    (void)share;
    return hash_words(search->dataset->actor[actor].name, &search->form[actor], NULL) == ENT_OK;
}

ent_status_t ent_i_mark_words(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(form_all(search, find_words, err));
    ENT_TRY(mark_forms(search, err));

cleanup:
    return status;
}
