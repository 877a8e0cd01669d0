/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that may mean one body: suggestions for aliases.csv, never more than that.
 *
 * Three searches, none of them quadratic: equal folded names, equal skeletons (look-alike letters
 * of other scripts), and one edit apart. For the last, every name is hashed with each of its
 * letters left out; names one edit apart share such a hash (or the whole of one is another's
 * remainder). */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

enum {
    SHOWN = 20, /* suggestions; the rest is counted */
    LEAST = 5,  /* letters of a name that is compared by edits */
    MOST = 64,  /* the same; longer names cost more than they tell */
    SERIES = 32 /* so many names of one hash are a series, not slips */
};

/* Places this far apart in degrees are two places. */
#define APART 0.5

typedef struct mark {
    uint64_t hash;
    ent_id_t actor;
} mark_t;

typedef struct pair {
    ent_id_t a;
    ent_id_t b;
    const char *why;
} pair_t;

typedef struct search {
    const ent_dataset_t *dataset;
    char **fold; /* by actor */
    mark_t *mark;
    size_t mark_count;
    size_t mark_capacity;
    pair_t *pair;
    size_t pair_count;
    size_t pair_capacity;
} search_t;

static uint64_t hash_bytes(uint64_t hash, const char *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(0x100000001B3);
    return hash;
}

#define HASH_START UINT64_C(0xCBF29CE484222325)

static ent_status_t add_mark(search_t *search, uint64_t hash, size_t actor, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(search->mark, search->mark_count, search->mark_capacity, err);

    if (status == ENT_OK)
        search->mark[search->mark_count++] = (mark_t){.hash = hash, .actor = (ent_id_t)actor};
    return status;
}

static int compare_marks(const void *left, const void *right)
{
    const mark_t *a = left;
    const mark_t *b = right;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->actor > b->actor) - (a->actor < b->actor);
}

/* Whether what is known of two actors lets them be one. */
static bool may_be_one(const ent_actor_t *a, const ent_actor_t *b)
{
    if (a->kind != b->kind)
        return false;
    if (*a->country != '\0' && *b->country != '\0' && strcmp(a->country, b->country) != 0)
        return false;
    return isnan(a->latitude) || isnan(b->latitude) ||
           (fabs(a->latitude - b->latitude) < APART && fabs(a->longitude - b->longitude) < APART);
}

/* Numbers tell apart: "District 1" and "District 2" are two. */
static bool differ_in_digits(const char *a, const char *b)
{
    while (*a != '\0' && *a == *b)
        a++, b++;
    return (*a >= '0' && *a <= '9') || (*b >= '0' && *b <= '9');
}

static ent_status_t add_pair(search_t *search, ent_id_t a, ent_id_t b, const char *why,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (!may_be_one(&search->dataset->actor[a], &search->dataset->actor[b]))
        return ENT_OK;
    ENT_TRY(ENT_GROW(search->pair, search->pair_count, search->pair_capacity, err));
    search->pair[search->pair_count++] =
        (pair_t){.a = a < b ? a : b, .b = a < b ? b : a, .why = why};

cleanup:
    return status;
}

/* Judges two names of one hash under the search that hashed them. */
typedef const char *judge_t(const search_t *search, ent_id_t a, ent_id_t b);

static const char *judge_folded(const search_t *search, ent_id_t a, ent_id_t b)
{
    const ent_actor_t *left = &search->dataset->actor[a];
    const ent_actor_t *right = &search->dataset->actor[b];

    if (strcmp(search->fold[a], search->fold[b]) != 0)
        return NULL;
    if (strcmp(left->name, right->name) != 0)
        return "differ only in case, accents or blanks";
    /* Namesakes are nothing odd unless they stand in one country. */
    return *left->country != '\0' && strcmp(left->country, right->country) == 0
               ? "bear one name in one country"
               : NULL;
}

static const char *judge_skeletons(const search_t *search, ent_id_t a, ent_id_t b)
{
    return strcmp(search->fold[a], search->fold[b]) != 0
               ? "look alike but are written with letters "
                 "of different scripts"
               : NULL;
}

static const char *judge_edits(const search_t *search, ent_id_t a, ent_id_t b)
{
    const char *left = search->fold[a];
    const char *right = search->fold[b];

    if (strcmp(left, right) == 0 || differ_in_digits(left, right) ||
        !ent_i_one_edit_apart(left, right))
        return NULL;
    return "are one letter apart";
}

/* Judges every two marks of one hash, and forgets the marks. */
static ent_status_t judge_marks(search_t *search, judge_t *judge, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t end;

    if (search->mark_count > 1)
        qsort(search->mark, search->mark_count, sizeof *search->mark, compare_marks);
    for (size_t first = 0; first < search->mark_count; first = end) {
        end = first + 1;
        while (end < search->mark_count && search->mark[end].hash == search->mark[first].hash)
            end++;
        for (size_t i = first; end - first <= SERIES && i < end; i++)
            for (size_t j = i + 1; j < end; j++) {
                ent_id_t a = search->mark[i].actor;
                ent_id_t b = search->mark[j].actor;
                const char *why = a == b ? NULL : judge(search, a, b);

                if (why != NULL)
                    ENT_TRY(add_pair(search, a, b, why, err));
            }
    }
    search->mark_count = 0;

cleanup:
    return status;
}

static ent_status_t mark_skeletons(search_t *search, ent_error_t *err)
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

/* The whole name and the name without each of its letters in turn. */
static ent_status_t mark_edits(search_t *search, size_t actor, ent_error_t *err)
{
    const char *fold = search->fold[actor];
    size_t size = strlen(fold);
    size_t start[MOST + 2];
    size_t count = 0;
    uint64_t before = HASH_START;
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < size && count <= MOST; i++)
        if (((unsigned char)fold[i] & 0xC0) != 0x80)
            start[count++] = i;
    if (count < LEAST || count > MOST)
        return ENT_OK;
    start[count] = size;
    ENT_TRY(add_mark(search, hash_bytes(HASH_START, fold, size), actor, err));
    for (size_t i = 0; i < count; i++) {
        ENT_TRY(add_mark(search, hash_bytes(before, fold + start[i + 1], size - start[i + 1]),
                         actor, err));
        before = hash_bytes(before, fold + start[i], start[i + 1] - start[i]);
    }

cleanup:
    return status;
}

static int compare_pairs(const void *left, const void *right)
{
    const pair_t *a = left;
    const pair_t *b = right;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return strcmp(a->why, b->why);
}

static void drop_doubles(search_t *search)
{
    size_t kept = 0;

    if (search->pair_count > 1)
        qsort(search->pair, search->pair_count, sizeof *search->pair, compare_pairs);
    for (size_t i = 0; i < search->pair_count; i++)
        if (kept == 0 || search->pair[i].a != search->pair[kept - 1].a ||
            search->pair[i].b != search->pair[kept - 1].b)
            search->pair[kept++] = search->pair[i];
    search->pair_count = kept;
}

/* Where to tell it: at the row of one of the two, or at the table that made them. */
static void tell_pair(ent_i_load_t *load, const pair_t *pair)
{
    ent_dataset_t *dataset = load->dataset;
    const ent_actor_t *a = &dataset->actor[pair->a];
    const ent_actor_t *b = &dataset->actor[pair->b];
    const ent_i_sheet_t *sheet = &dataset->sheet[b->table == ENT_NONE ? 0 : b->table];
    bool ids = strcmp(a->id, a->name) != 0 || strcmp(b->id, b->name) != 0;

    ent_i_tell(load, sheet, ENT_WARNING, b->line, b->line > 0 ? 1 : 0,
               "%s and %s %s%s%s%s%s%s; if they are one body, keep one and name the other in "
               "aliases.csv",
               ent_i_quote(load, a->name), ent_i_quote(load, b->name), pair->why,
               ids ? " (ids " : "", ids ? ent_i_quote(load, a->id) : "", ids ? " and " : "",
               ids ? ent_i_quote(load, b->id) : "", ids ? ")" : "");
}

static void tell_pairs(ent_i_load_t *load, const search_t *search)
{
    for (size_t i = 0; i < search->pair_count && i < SHOWN; i++)
        tell_pair(load, &search->pair[i]);
    if (search->pair_count > SHOWN)
        ent_i_tell(load, &load->dataset->sheet[0], ENT_WARNING, 0, 0,
                   "%zu more pairs of names are as near to each other as the first %d",
                   search->pair_count - SHOWN, SHOWN);
}

static ent_status_t fold_names(search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&search->fold, search->dataset->actor_count, sizeof *search->fold, err));
    for (size_t i = 0; i < search->dataset->actor_count; i++) {
        search->fold[i] = ent_i_name_fold(search->dataset->actor[i].name);
        if (search->fold[i] == NULL)
            return ent_i_no_memory(err);
        ENT_TRY(add_mark(search, hash_bytes(HASH_START, search->fold[i], strlen(search->fold[i])),
                         i, err));
    }

cleanup:
    return status;
}

ent_status_t ent_i_find_near(ent_i_load_t *load, ent_error_t *err)
{
    search_t search = {.dataset = load->dataset};
    ent_status_t status = ENT_OK;

    ENT_TRY(fold_names(&search, err));
    ENT_TRY(judge_marks(&search, judge_folded, err));
    ENT_TRY(mark_skeletons(&search, err));
    ENT_TRY(judge_marks(&search, judge_skeletons, err));
    for (size_t i = 0; i < load->dataset->actor_count; i++)
        ENT_TRY(mark_edits(&search, i, err));
    ENT_TRY(judge_marks(&search, judge_edits, err));
    drop_doubles(&search);
    tell_pairs(load, &search);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    for (size_t i = 0; search.fold != NULL && i < load->dataset->actor_count; i++)
        free(search.fold[i]);
    free(search.fold);
    free(search.mark);
    free(search.pair);
    return status;
}
