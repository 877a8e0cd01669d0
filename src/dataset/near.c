/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Names that may mean one body: suggestions for aliases.csv, never more than that.
 *
 * Four searches, none of them quadratic: equal folded names, the same words in another order or
 * punctuation, equal skeletons (look-alike letters of other scripts), and one edit apart. For the
 * last, every name is hashed with each of its letters left out; names one edit apart share such a
 * hash. In a long list many different names are one edit apart, so there only long names and those
 * that share a partner are told. The strongest suggestions come first. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "dataset/dataset_i.h"

enum {
    SHOWN = 20,  /* suggestions; the rest is counted */
    LEAST = 5,   /* letters of a name that is compared by edits */
    LONG = 8,    /* the same in a list of more than MANY names */
    MANY = 1000, /* names */
    MOST = 64,   /* letters; longer names cost more than they tell */
    SERIES = 32, /* so many names of one hash are a series, not slips */
    CLIQUE = 8   /* parties of an agreement whose partnership still tells something */
};

/* Places this far apart in degrees are two places. */
#define APART 0.5

typedef struct mark {
    uint64_t hash;
    ent_id_t actor;
} mark_t;

/* Why two names are near, strongest first. */
typedef enum why { FOLDED, NAMESAKES, SKELETON, WORDS, EDIT_PARTNER, EDIT } why_t;

static const char *const reasons[] = {
    [FOLDED] = "differ only in case, accents or blanks",
    [NAMESAKES] = "bear one name in one country",
    [SKELETON] = "look alike but are written with letters of different scripts",
    [WORDS] = "are made of the same words",
    [EDIT_PARTNER] = "are one letter apart and share a partner",
    [EDIT] = "are one letter apart",
};

typedef struct pair {
    ent_id_t a;
    ent_id_t b;
    why_t why;
} pair_t;

/* A tie seen from one end. */
typedef struct partner {
    ent_id_t of;
    ent_id_t with;
} partner_t;

typedef struct search {
    const ent_dataset_t *dataset;
    char **fold; /* by actor */
    mark_t *mark;
    size_t mark_count;
    size_t mark_capacity;
    pair_t *pair;
    size_t pair_count;
    size_t pair_capacity;
    partner_t *partner; /* sorted */
    size_t partner_count;
    size_t partner_capacity;
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

static ent_status_t add_pair(search_t *search, ent_id_t a, ent_id_t b, why_t why, ent_error_t *err)
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

/* Judges two names of one hash under the search that hashed them: whether, and why. */
typedef bool judge_t(const search_t *search, ent_id_t a, ent_id_t b, why_t *why);

static bool judge_folded(const search_t *search, ent_id_t a, ent_id_t b, why_t *why)
{
    const ent_actor_t *left = &search->dataset->actor[a];
    const ent_actor_t *right = &search->dataset->actor[b];

    *why = strcmp(left->name, right->name) == 0 ? NAMESAKES : FOLDED;
    if (strcmp(search->fold[a], search->fold[b]) != 0)
        return false;
    /* Namesakes are nothing odd unless they stand in one country. */
    return *why == FOLDED || (*left->country != '\0' && strcmp(left->country, right->country) == 0);
}

static bool judge_skeletons(const search_t *search, ent_id_t a, ent_id_t b, why_t *why)
{
    *why = SKELETON;
    return strcmp(search->fold[a], search->fold[b]) != 0;
}

static bool judge_words(const search_t *search, ent_id_t a, ent_id_t b, why_t *why)
{
    *why = WORDS;
    return strcmp(search->fold[a], search->fold[b]) != 0;
}

static size_t letters(const char *text, size_t size)
{
    size_t count = 0;

    for (size_t i = 0; i < size; i++)
        count += ((unsigned char)text[i] & 0xC0) != 0x80;
    return count;
}

/* Letters before the first comma: "Bonn, Germany" is a short name. */
static size_t letters_of_stem(const char *name)
{
    return letters(name, strcspn(name, ","));
}

static bool share_partner(const search_t *search, ent_id_t a, ent_id_t b);

static bool judge_edits(const search_t *search, ent_id_t a, ent_id_t b, why_t *why)
{
    const char *left = search->fold[a];
    const char *right = search->fold[b];
    size_t stem = strcspn(left, ",");
    bool long_enough;

    if (strcmp(left, right) == 0 || differ_in_digits(left, right) ||
        !ent_i_one_edit_apart(left, right))
        return false;
    *why = share_partner(search, a, b) ? EDIT_PARTNER : EDIT;
    long_enough = letters_of_stem(left) >= LONG && letters_of_stem(right) >= LONG;
    return *why == EDIT_PARTNER || search->dataset->actor_count <= MANY || long_enough ||
           (left[stem] != '\0' && strncmp(left, right, stem + 1) == 0);
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
                why_t why = EDIT;

                if (a != b && judge(search, a, b, &why))
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

static ent_status_t mark_words(search_t *search, ent_error_t *err)
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

static int compare_partners(const void *left, const void *right)
{
    const partner_t *a = left;
    const partner_t *b = right;

    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    return (a->with > b->with) - (a->with < b->with);
}

/* Agreements and edges; that two join one network says nothing of them. */
static ent_status_t list_partners(search_t *search, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < search->dataset->record_count; i++) {
        const ent_record_t *record = &search->dataset->record[i];

        if ((record->kind != ENT_TIE_AGREEMENT && record->kind != ENT_TIE_EDGE) ||
            record->party_count > CLIQUE)
            continue;
        for (size_t a = 0; a < record->party_count; a++)
            for (size_t b = 0; b < record->party_count; b++) {
                if (a == b)
                    continue;
                ENT_TRY(ENT_GROW(search->partner, search->partner_count, search->partner_capacity,
                                 err));
                search->partner[search->partner_count++] =
                    (partner_t){.of = record->party[a], .with = record->party[b]};
            }
    }
    if (search->partner_count > 1)
        qsort(search->partner, search->partner_count, sizeof *search->partner, compare_partners);

cleanup:
    return status;
}

static size_t first_partner(const search_t *search, ent_id_t of)
{
    size_t low = 0;
    size_t high = search->partner_count;

    while (low < high) {
        size_t middle = low + (high - low) / 2;

        if (search->partner[middle].of < of)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool share_partner(const search_t *search, ent_id_t a, ent_id_t b)
{
    const partner_t *partner = search->partner;
    size_t count = search->partner_count;
    size_t i = first_partner(search, a);
    size_t j = first_partner(search, b);

    while (i < count && partner[i].of == a && j < count && partner[j].of == b) {
        if (partner[i].with == partner[j].with && partner[i].with != a && partner[i].with != b)
            return true;
        if (partner[i].with <= partner[j].with)
            i++;
        else
            j++;
    }
    return false;
}

static int compare_ends(const void *left, const void *right)
{
    const pair_t *a = left;
    const pair_t *b = right;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return (int)a->why - (int)b->why;
}

static int compare_pairs(const void *left, const void *right)
{
    const pair_t *a = left;
    const pair_t *b = right;

    return a->why != b->why ? (int)a->why - (int)b->why : compare_ends(left, right);
}

/* One suggestion a pair, for its strongest reason; the strongest first. */
static void order_pairs(search_t *search)
{
    size_t kept = 0;

    if (search->pair_count > 1)
        qsort(search->pair, search->pair_count, sizeof *search->pair, compare_ends);
    for (size_t i = 0; i < search->pair_count; i++)
        if (kept == 0 || search->pair[i].a != search->pair[kept - 1].a ||
            search->pair[i].b != search->pair[kept - 1].b)
            search->pair[kept++] = search->pair[i];
    search->pair_count = kept;
    if (kept > 1)
        qsort(search->pair, kept, sizeof *search->pair, compare_pairs);
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
               ent_i_quote(load, a->name), ent_i_quote(load, b->name), reasons[pair->why],
               ids ? " (ids " : "", ids ? ent_i_quote(load, a->id) : "", ids ? " and " : "",
               ids ? ent_i_quote(load, b->id) : "", ids ? ")" : "");
}

static void tell_pairs(ent_i_load_t *load, const search_t *search)
{
    for (size_t i = 0; i < search->pair_count && i < SHOWN; i++)
        tell_pair(load, &search->pair[i]);
    if (search->pair_count > SHOWN)
        ent_i_tell(load, &load->dataset->sheet[0], ENT_WARNING, 0, 0,
                   "%zu more pairs of names are near to each other (the %d most alike are listed)",
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
    ENT_TRY(mark_words(&search, err));
    ENT_TRY(judge_marks(&search, judge_words, err));
    ENT_TRY(list_partners(&search, err));
    for (size_t i = 0; i < load->dataset->actor_count; i++)
        ENT_TRY(mark_edits(&search, i, err));
    ENT_TRY(judge_marks(&search, judge_edits, err));
    order_pairs(&search);
    tell_pairs(load, &search);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    for (size_t i = 0; search.fold != NULL && i < load->dataset->actor_count; i++)
        free(search.fold[i]);
    free(search.fold);
    free(search.mark);
    free(search.pair);
    free(search.partner);
    return status;
}
