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
#include "dataset/near_i.h"

enum {
    SHOWN = 20,     /* suggestions; the rest is counted */
    LONG = 8,       /* letters of a name worth telling in a list of more than MANY */
    MANY = 1000,    /* names */
    SERIES = 32,    /* so many names of one hash are a series, not slips */
    FEW = 16,       /* marks that are sorted one into the other */
    PART = 1 << 15, /* names whose edits are hashed at once, … */
    PARTS = 8       /* … but in no more parts than these */
};

/* Places this far apart in degrees are two places. */
#define APART 0.5

static const char *const reasons[] = {
    [ENT_NEAR_FOLDED] = "differ only in case, accents or blanks",
    [ENT_NEAR_NAMESAKES] = "bear one name in one country",
    [ENT_NEAR_SKELETON] = "look alike but are written with letters of different scripts",
    [ENT_NEAR_WORDS] = "are made of the same words",
    [ENT_NEAR_EDIT_PARTNER] = "are one letter apart and share a partner",
    [ENT_NEAR_EDIT] = "are one letter apart",
};

static int compare_marks(const void *left, const void *right)
{
    const ent_i_mark_t *a = left;
    const ent_i_mark_t *b = right;

    if (a->hash != b->hash)
        return a->hash < b->hash ? -1 : 1;
    return (a->actor > b->actor) - (a->actor < b->actor);
}

static void sort_bucket(ent_i_mark_t *mark, size_t count)
{
    if (count > FEW)
        qsort(mark, count, sizeof *mark, compare_marks);
    for (size_t i = 1; count <= FEW && i < count; i++) {
        ent_i_mark_t moved = mark[i];
        size_t at = i;

        for (; at > 0 && compare_marks(&mark[at - 1], &moved) > 0; at--)
            mark[at] = mark[at - 1];
        mark[at] = moved;
    }
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

/* The countries that are known to differ tell most names of one hash apart, and take no look at the
 * names themselves. */
static bool may_be_near(const ent_i_search_t *search, ent_id_t a, ent_id_t b)
{
    uint32_t left = search->home[a];
    uint32_t right = search->home[b];

    return left == right ||
           (left >> 16 == right >> 16 && ((left & 0xFFFFU) == 0 || (right & 0xFFFFU) == 0));
}

static ent_status_t find_homes(ent_i_search_t *search, ent_error_t *err)
{
    const ent_dataset_t *dataset = search->dataset;
    ent_status_t status =
        ent_i_alloc(&search->home, dataset->actor_count, sizeof *search->home, err);

    for (size_t i = 0; status == ENT_OK && i < dataset->actor_count; i++) {
        const unsigned char *code = (const unsigned char *)dataset->actor[i].country;
        uint32_t country = *code == '\0' ? 0 : (uint32_t)code[0] << 8 | code[1];

        search->home[i] = (uint32_t)dataset->actor[i].kind << 16 | country;
    }
    return status;
}

static ent_status_t add_pair(ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t why,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (!may_be_one(&search->dataset->actor[a], &search->dataset->actor[b]))
        return ENT_OK;
    ENT_TRY(ENT_GROW(search->pair, search->pair_count, search->pair_capacity, err));
    search->pair[search->pair_count++] =
        (ent_i_pair_t){.a = a < b ? a : b, .b = a < b ? b : a, .why = why};

cleanup:
    return status;
}

/* Judges two names of one hash under the search that hashed them: whether, and why. */
typedef bool judge_t(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why);

static bool judge_folded(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    const ent_actor_t *left = &search->dataset->actor[a];
    const ent_actor_t *right = &search->dataset->actor[b];

    *why = strcmp(left->name, right->name) == 0 ? ENT_NEAR_NAMESAKES : ENT_NEAR_FOLDED;
    if (strcmp(search->fold[a], search->fold[b]) != 0)
        return false;
    /* Namesakes are nothing odd unless they stand in one country. */
    return *why == ENT_NEAR_FOLDED ||
           (*left->country != '\0' && strcmp(left->country, right->country) == 0);
}

static bool judge_skeletons(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    *why = ENT_NEAR_SKELETON;
    return strcmp(search->fold[a], search->fold[b]) != 0;
}

static bool judge_words(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    *why = ENT_NEAR_WORDS;
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

static bool judge_edits(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    const char *left = search->fold[a];
    const char *right = search->fold[b];
    size_t stem = strcspn(left, ",");
    bool long_enough;

    if (strcmp(left, right) == 0 || differ_in_digits(left, right) ||
        !ent_i_one_edit_apart(left, right))
        return false;
    *why = ent_i_share_partner(search, a, b) ? ENT_NEAR_EDIT_PARTNER : ENT_NEAR_EDIT;
    long_enough = letters_of_stem(left) >= LONG && letters_of_stem(right) >= LONG;
    return *why == ENT_NEAR_EDIT_PARTNER || search->dataset->actor_count <= MANY || long_enough ||
           (left[stem] != '\0' && strncmp(left, right, stem + 1) == 0);
}

/* Hashes are spread evenly: the first bits of each say nearly where it stands. */
static ent_status_t sort_marks(ent_i_search_t *search, ent_error_t *err)
{
    size_t count = search->mark_count;
    ent_status_t status = ENT_OK;
    ent_i_mark_t *sorted = NULL;
    uint32_t *end = NULL; /* by first bits */
    uint32_t begin = 0;
    int bits = 1;

    /* Some marks share them, so that the ends stay at hand while marks are moved. */
    while (bits < 20 && (size_t)4 << bits < count)
        bits++;
    ENT_TRY(ent_i_alloc(&end, (size_t)1 << bits, sizeof *end, err));
    ENT_TRY(ent_i_alloc(&sorted, count, sizeof *sorted, err));
    for (size_t i = 0; i < count; i++)
        end[search->mark[i].hash >> (64 - bits)]++;
    for (size_t b = 0; b < (size_t)1 << bits; b++) {
        uint32_t marks = end[b];

        end[b] = begin;
        begin += marks;
    }
    for (size_t i = 0; i < count; i++)
        sorted[end[search->mark[i].hash >> (64 - bits)]++] = search->mark[i];
    for (size_t b = 0, first = 0; b < (size_t)1 << bits; first = end[b++])
        sort_bucket(&sorted[first], end[b] - first);
    free(search->mark);
    search->mark = sorted;
    search->mark_capacity = count;
    sorted = NULL;

cleanup:
    free(sorted);
    free(end);
    return status;
}

/* Judges every two marks of one hash, and forgets the marks. */
static ent_status_t judge_marks(ent_i_search_t *search, judge_t *judge, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t end;

    if (search->mark_count > 1)
        ENT_TRY(sort_marks(search, err));
    for (size_t first = 0; first < search->mark_count; first = end) {
        end = first + 1;
        while (end < search->mark_count && search->mark[end].hash == search->mark[first].hash)
            end++;
        for (size_t i = first; end - first <= SERIES && i < end; i++)
            for (size_t j = i + 1; j < end; j++) {
                ent_id_t a = search->mark[i].actor;
                ent_id_t b = search->mark[j].actor;
                ent_i_why_t why = ENT_NEAR_EDIT;

                if (a != b && may_be_near(search, a, b) && judge(search, a, b, &why))
                    ENT_TRY(add_pair(search, a, b, why, err));
            }
    }
    search->mark_count = 0;

cleanup:
    return status;
}

static int compare_ends(const void *left, const void *right)
{
    const ent_i_pair_t *a = left;
    const ent_i_pair_t *b = right;

    if (a->a != b->a)
        return a->a < b->a ? -1 : 1;
    if (a->b != b->b)
        return a->b < b->b ? -1 : 1;
    return (int)a->why - (int)b->why;
}

static int compare_pairs(const void *left, const void *right)
{
    const ent_i_pair_t *a = left;
    const ent_i_pair_t *b = right;

    return a->why != b->why ? (int)a->why - (int)b->why : compare_ends(left, right);
}

/* One suggestion a pair, for its strongest reason; the strongest first. */
static void order_pairs(ent_i_search_t *search)
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
static void tell_pair(ent_i_load_t *load, const ent_i_pair_t *pair)
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

static void tell_pairs(ent_i_load_t *load, const ent_i_search_t *search)
{
    for (size_t i = 0; i < search->pair_count && i < SHOWN; i++)
        tell_pair(load, &search->pair[i]);
    if (search->pair_count > SHOWN)
        ent_i_tell(load, &load->dataset->sheet[0], ENT_WARNING, 0, 0,
                   "%zu more pairs of names are near to each other (the %d most alike are listed)",
                   search->pair_count - SHOWN, SHOWN);
}

/* The edits whose hash ends in one way; `piece` gets what is found. */
static ent_status_t find_part(const ent_i_search_t *search, ent_i_search_t *piece, size_t part,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *piece = *search;
    piece->part = part;
    piece->mark = NULL;
    piece->pair = NULL;
    piece->mark_count = piece->mark_capacity = piece->pair_count = piece->pair_capacity = 0;
    ENT_TRY(ent_i_mark_edits(piece, err));
    ENT_TRY(judge_marks(piece, judge_edits, err));

cleanup:
    free(piece->mark);
    return status;
}

static ent_status_t take_pairs(ent_i_search_t *search, const ent_i_search_t *piece,
                               ent_error_t *err)
{
    ent_status_t status =
        ent_i_grow(&search->pair, &search->pair_capacity, search->pair_count + piece->pair_count,
                   sizeof *search->pair, err);

    if (status == ENT_OK && piece->pair_count > 0)
        memcpy(search->pair + search->pair_count, piece->pair,
               piece->pair_count * sizeof *piece->pair);
    if (status == ENT_OK)
        search->pair_count += piece->pair_count;
    return status;
}

/* A name has as many edits as letters: where names are many, they are hashed a part at a time, and
 * threads take parts. */
static ent_status_t find_edits(ent_i_search_t *search, int threads, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_search_t *piece = NULL;
    bool failed = false;

    ENT_TRY(ent_i_list_partners(search, err));
    while (search->dataset->actor_count / search->parts > PART && search->parts < PARTS)
        search->parts *= 2;
    ENT_TRY(ent_i_alloc(&piece, search->parts, sizeof *piece, err));
#pragma omp parallel for num_threads(threads > 1 ? threads : 1)                                    \
    schedule(dynamic) if (search->parts > 1) reduction(||                                          \
                                                       : failed)
    for (size_t part = 0; part < search->parts; part++)
        failed = find_part(search, &piece[part], part, NULL) != ENT_OK || failed;
    if (failed) {
        status = ent_i_no_memory(err);
        goto cleanup;
    }
    for (size_t part = 0; part < search->parts; part++)
        ENT_TRY(take_pairs(search, &piece[part], err));

cleanup:
    for (size_t part = 0; piece != NULL && part < search->parts; part++)
        free(piece[part].pair);
    free(piece);
    return status;
}

ent_status_t ent_i_find_near(ent_i_load_t *load, ent_error_t *err)
{
    ent_i_search_t search = {
        .dataset = load->dataset, .threads = load->options->threads, .parts = 1};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_fold_names(&search, err));
    ENT_TRY(find_homes(&search, err));
    ENT_TRY(ent_i_mark_folded(&search, err));
    ENT_TRY(judge_marks(&search, judge_folded, err));
    ENT_TRY(ent_i_mark_skeletons(&search, err));
    ENT_TRY(judge_marks(&search, judge_skeletons, err));
    ENT_TRY(ent_i_mark_words(&search, err));
    ENT_TRY(judge_marks(&search, judge_words, err));
    ENT_TRY(find_edits(&search, load->options->threads, err));
    order_pairs(&search);
    tell_pairs(load, &search);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    ent_i_fold_free(&search);
    free(search.home);
    free(search.mark);
    free(search.pair);
    free(search.partner);
    free(search.partner_end);
    return status;
}
