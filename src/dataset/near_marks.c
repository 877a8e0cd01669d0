/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names hashed in the forms that near names share. */
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
#include "base/unicode.h"
#include "dataset/near_i.h"

enum {
    LEAST = 5,       /* letters of a name that is compared by edits */
    MOST = 64,       /* the same; longer names cost more than they tell */
    SEEN_BITS = 20,  /* of hashes, so many that few others share them */
    A_SHARE = 32768, /* names worth a thread */
    AHEAD = 8        /* names that are fetched before they are looked at */
};

#define SEEN(hash) ((hash) >> (64 - SEEN_BITS))

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}

#define HASH_START UINT64_C(0xCBF29CE484222325)

static uint64_t hash_text(const char *text)
{
    return hash_bytes(HASH_START, text, strlen(text));
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

/* Letters of a folded name. */
static size_t count_letters(const char *fold)
{
    size_t count = 0;

    for (; *fold != '\0'; fold++)
        count += ((unsigned char)*fold & 0xC0) != 0x80;
    return count;
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

/* A word of a name, folded: what is returned is to be freed, unless it stands in `room`. */
static char *fold_word(const char *word, size_t size, char *room)
{
    size_t folded = ent_i_name_fold_into(room, word, size);

    if (folded <= size)
        return room;
    memcpy(room, word, size);
    room[size] = '\0';
    return ent_i_name_fold(room);
}

enum { WORDS_MOST = 16, WORD_SIZE = 120 };

typedef struct words {
    char room[WORDS_MOST][WORD_SIZE];
    char *word[WORDS_MOST]; /* in alphabetical order */
    bool apart[WORDS_MOST]; /* not in the room */
    size_t count;
} words_t;

static void add_word(words_t *words, char *word, bool apart)
{
    size_t at = words->count++;

    for (; at > 0 && strcmp(words->word[at - 1], word) > 0; at--) {
        words->word[at] = words->word[at - 1];
        words->apart[at] = words->apart[at - 1];
    }
    words->word[at] = word;
    words->apart[at] = apart;
}

/* False where there are too many, or one that is too long. */
static bool split_words(words_t *words, const char *name, bool *failed)
{
    while (*name != '\0') {
        size_t size = 0;
        char *room = words->room[words->count % WORDS_MOST];
        char *word;

        while (*name != '\0' && separator(name) > 0)
            name += separator(name);
        while (name[size] != '\0' && separator(name + size) == 0)
            size++;
        if (size == 0)
            break;
        if (words->count == WORDS_MOST || size >= WORD_SIZE)
            return false;
        word = fold_word(name, size, room);
        if (word == NULL) {
            *failed = true;
            return false;
        }
        add_word(words, word, word != room);
        name += size;
    }
    return true;
}

/* The hash of a name's folded words in alphabetical order; 0 for a name of one word or too many. */
static uint64_t hash_words(const char *name, bool *failed)
{
    words_t words;
    uint64_t hash = HASH_START;

    words.count = 0;
    if (!split_words(&words, name, failed) || words.count < 2)
        hash = 0;
    for (size_t i = 0; i < words.count; i++) {
        if (hash != 0)
            hash = hash_bytes(hash, words.word[i], strlen(words.word[i]) + 1);
        if (words.apart[i])
            free(words.word[i]);
    }
    return hash;
}

static const char *keep_fold(ent_i_arena_t *texts, const char *name)
{
    enum { ROOM = 256 };
    char room[ROOM];
    size_t size = strlen(name);
    size_t folded = size < ROOM ? ent_i_name_fold_into(room, name, size) : SIZE_MAX;
    const char *kept;
    char *fold;

    if (folded <= size)
        return ent_i_arena_text(texts, room, folded);
    fold = ent_i_name_fold(name);
    kept = fold == NULL ? NULL : ent_i_arena_text(texts, fold, strlen(fold));
    free(fold);
    return kept;
}

/* Two names of one skeleton look alike where they are folded to different texts, so that the
 * skeleton of one of them is not what it is folded to. Letters of simple names have no such
 * skeleton. */
static bool find_skeleton(ent_i_search_t *search, size_t actor, const char *name)
{
    char *skeleton;

    if (ent_i_name_is_key(name))
        return true;
    skeleton = ent_i_name_skeleton(name);
    if (skeleton != NULL && strcmp(skeleton, search->form[actor].fold) != 0)
        search->skeleton[actor] = hash_text(skeleton);
    free(skeleton);
    return skeleton != NULL;
}

static bool form_name(ent_i_search_t *search, size_t actor, size_t share)
{
    const ent_actor_t *of = &search->dataset->actor[actor];
    const unsigned char *code = (const unsigned char *)of->country;
    ent_i_form_t *form = &search->form[actor];
    uint32_t country = *code == '\0' ? 0 : (uint32_t)code[0] << 8 | code[1];
    bool failed = false;
    size_t letters;

    form->home = (uint32_t)of->kind << 16 | country;
    form->fold = keep_fold(&search->texts[share], of->name);
    if (form->fold == NULL)
        return false;
    form->folded = hash_text(form->fold);
    form->words = hash_words(of->name, &failed);
    letters = count_letters(form->fold);
    if (letters >= LEAST && letters <= MOST)
        search->edits[share] += letters + 1;
    return !failed && find_skeleton(search, actor, of->name);
}

static void form_share(void *context, size_t share)
{
    ent_i_search_t *search = context;
    const ent_actor_t *actor = search->dataset->actor;
    size_t actors = search->dataset->actor_count;
    size_t end = actors * (share + 1) / search->shares;

    for (size_t i = actors * share / search->shares; i < end && !search->failed[share]; i++) {
        if (i + AHEAD < end)
            __builtin_prefetch(actor[i + AHEAD].name);
        search->failed[share] = !form_name(search, i, share);
    }
}

/* Notes which skeletons there are: names that have one of them may look like another. */
static ent_status_t see_skeletons(ent_i_search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->actor_count; i++) {
        if (search->skeleton[i] == 0)
            continue;
        if (search->skeletons == NULL)
            ENT_TRY(ent_i_alloc(&search->skeletons, (size_t)1 << SEEN_BITS,
                                sizeof *search->skeletons, err));
        search->skeletons[SEEN(search->skeleton[i])] = true;
    }

cleanup:
    return status;
}

ent_status_t ent_i_form_names(ent_i_search_t *search, ent_error_t *err)
{
    size_t actors = search->dataset->actor_count;
    size_t worth = actors / A_SHARE + 1;
    ent_status_t status = ENT_OK;

    search->shares = search->threads > 1 ? (size_t)search->threads : 1;
    if (search->shares > worth)
        search->shares = worth;
    ENT_TRY(ent_i_alloc(&search->texts, search->shares, sizeof *search->texts, err));
    ENT_TRY(ent_i_alloc(&search->edits, search->shares, sizeof *search->edits, err));
    ENT_TRY(ent_i_alloc(&search->failed, search->shares, sizeof *search->failed, err));
    ENT_TRY(ent_i_alloc(&search->form, actors, sizeof *search->form, err));
    ENT_TRY(ent_i_alloc(&search->skeleton, actors, sizeof *search->skeleton, err));
    ent_i_scattered(search->form, actors * sizeof *search->form);
    ent_i_spread(form_share, search, search->shares, (int)search->shares);
    for (size_t i = 0; i < search->shares; i++)
        if (search->failed[i])
            return ent_i_no_memory(err);
    ENT_TRY(see_skeletons(search, err));

cleanup:
    return status;
}

void ent_i_form_free(ent_i_search_t *search)
{
    for (size_t i = 0; search->texts != NULL && i < search->shares; i++)
        ent_i_arena_free(&search->texts[i]);
    free(search->texts);
    free(search->edits);
    free(search->failed);
    free(search->form);
    free(search->skeleton);
    free(search->skeletons);
}

void ent_i_mark_folded(const ent_i_search_t *search, size_t actor, ent_i_sink_t *sink)
{
    ent_i_mark(sink, spread(search->form[actor].folded), actor);
}

void ent_i_mark_words(const ent_i_search_t *search, size_t actor, ent_i_sink_t *sink)
{
    if (search->form[actor].words != 0)
        ent_i_mark(sink, spread(search->form[actor].words), actor);
}

/* The skeletons that are not what names are folded to, and all names that may have one of them. */
void ent_i_mark_skeleton(const ent_i_search_t *search, size_t actor, ent_i_sink_t *sink)
{
    uint64_t hash =
        search->skeleton[actor] != 0 ? search->skeleton[actor] : search->form[actor].folded;

    if (search->skeletons[SEEN(hash)])
        ent_i_mark(sink, spread(hash), actor);
}

/* Marks the whole name and the name without each of its letters in turn. The hash of n bytes is
 * b[0] p^(n-1) + … + b[n-1], so that one without a letter takes no second look at the others. */
void ent_i_mark_edits(const ent_i_search_t *search, size_t actor, ent_i_sink_t *sink)
{
    static const uint64_t p = UINT64_C(0x9E3779B97F4A7C15);
    const char *fold = search->form[actor].fold;
    size_t start[MOST + 1];
    uint64_t before[MOST + 2]; /* hash of the bytes in front of each letter, and of all */
    uint64_t power = 1;        /* p to the number of bytes behind the letter */
    uint64_t hash = 0;
    size_t count = 0;
    size_t size = 0;

    for (; fold[size] != '\0' && count <= MOST; size++) {
        if (((unsigned char)fold[size] & 0xC0) != 0x80) {
            start[count] = size;
            before[count++] = hash;
        }
        hash = hash * p + (unsigned char)fold[size];
    }
    if (count < LEAST || count > MOST)
        return;
    before[count] = hash;
    ent_i_mark(sink, spread(hash), actor);
    for (size_t i = count; i-- > 0; size = start[i]) {
        ent_i_mark(sink, spread(hash + (before[i] - before[i + 1]) * power), actor);
        for (size_t byte = start[i]; byte < size; byte++)
            power *= p;
    }
}
