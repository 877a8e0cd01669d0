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
    SHOWN = 20, /* suggestions; the rest is counted */
    LONG = 8,   /* letters of a name worth telling in a list of more than MANY */
    MANY = 1000 /* names */
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

/* Whether what is known of two actors lets them be one. */
static bool may_be_one(const ent_i_search_t *search, ent_id_t left, ent_id_t right)
{
    const ent_actor_t *a = &search->dataset->actor[left];
    const ent_actor_t *b = &search->dataset->actor[right];

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

static bool judge_folded(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    const ent_actor_t *left = &search->dataset->actor[a];
    const ent_actor_t *right = &search->dataset->actor[b];

    *why = strcmp(left->name, right->name) == 0 ? ENT_NEAR_NAMESAKES : ENT_NEAR_FOLDED;
    if (strcmp(search->form[a].fold, search->form[b].fold) != 0)
        return false;
    /* Namesakes are nothing odd unless they stand in one country. */
    return (*why == ENT_NEAR_FOLDED ||
            (*left->country != '\0' && strcmp(left->country, right->country) == 0)) &&
           may_be_one(search, a, b);
}

static bool judge_skeletons(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    *why = ENT_NEAR_SKELETON;
    return strcmp(search->form[a].fold, search->form[b].fold) != 0 && may_be_one(search, a, b);
}

static bool judge_words(const ent_i_search_t *search, ent_id_t a, ent_id_t b, ent_i_why_t *why)
{
    *why = ENT_NEAR_WORDS;
    return strcmp(search->form[a].fold, search->form[b].fold) != 0 && may_be_one(search, a, b);
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
    const char *left = search->form[a].fold;
    const char *right = search->form[b].fold;

    *why = ENT_NEAR_EDIT;
    return strcmp(left, right) != 0 && !differ_in_digits(left, right) &&
           ent_i_one_edit_apart(left, right) && may_be_one(search, a, b);
}

/* Whether two names that are one edit apart, with no partner in common, are worth telling. */
static bool is_worth_telling(const ent_i_search_t *search, const ent_i_pair_t *pair)
{
    const char *left = search->form[pair->a].fold;
    const char *right = search->form[pair->b].fold;
    size_t stem = strcspn(left, ",");

    return search->dataset->actor_count <= MANY ||
           (letters_of_stem(left) >= LONG && letters_of_stem(right) >= LONG) ||
           (left[stem] != '\0' && strncmp(left, right, stem + 1) == 0);
}

/* Of pairs that are one edit apart, the last found, keeps those that share a partner and those that
 * are worth telling without. */
static void weigh_edits(ent_i_search_t *search, size_t first)
{
    ent_i_pairs_t *pairs = &search->pairs;
    size_t kept = first;

    for (size_t i = first; i < pairs->count; i++) {
        ent_i_pair_t pair = pairs->pair[i];

        if (ent_i_share_partner(search, pair.a, pair.b))
            pair.why = ENT_NEAR_EDIT_PARTNER;
        if (pair.why == ENT_NEAR_EDIT_PARTNER || is_worth_telling(search, &pair))
            pairs->pair[kept++] = pair;
    }
    pairs->count = kept;
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
static void order_pairs(ent_i_pairs_t *pairs)
{
    size_t kept = 0;

    if (pairs->count > 1)
        qsort(pairs->pair, pairs->count, sizeof *pairs->pair, compare_ends);
    for (size_t i = 0; i < pairs->count; i++)
        if (kept == 0 || pairs->pair[i].a != pairs->pair[kept - 1].a ||
            pairs->pair[i].b != pairs->pair[kept - 1].b)
            pairs->pair[kept++] = pairs->pair[i];
    pairs->count = kept;
    if (kept > 1)
        qsort(pairs->pair, kept, sizeof *pairs->pair, compare_pairs);
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

static void tell_pairs(ent_i_load_t *load, const ent_i_pairs_t *pairs)
{
    for (size_t i = 0; i < pairs->count && i < SHOWN; i++)
        tell_pair(load, &pairs->pair[i]);
    if (pairs->count > SHOWN)
        ent_i_tell(load, &load->dataset->sheet[0], ENT_WARNING, 0, 0,
                   "%zu more pairs of names are near to each other (the %d most alike are listed)",
                   pairs->count - SHOWN, SHOWN);
}

static ent_status_t find_edits(ent_i_search_t *search, ent_error_t *err)
{
    size_t first = search->pairs.count;
    ent_status_t status = ENT_OK;
    size_t marks = 0;

    for (size_t i = 0; i < search->shares; i++)
        marks += search->edits[i];
    ENT_TRY(ent_i_near_search(search, ent_i_mark_edits, judge_edits, marks, err));
    ENT_TRY(ent_i_list_partners(search, err));
    weigh_edits(search, first);

cleanup:
    return status;
}

ent_status_t ent_i_find_near(ent_i_load_t *load, ent_error_t *err)
{
    ent_i_search_t search = {.dataset = load->dataset, .threads = load->options->threads};
    size_t actors = load->dataset->actor_count;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_form_names(&search, err));
    ENT_TRY(ent_i_near_search(&search, ent_i_mark_folded, judge_folded, actors, err));
    if (search.skeletons != NULL)
        ENT_TRY(ent_i_near_search(&search, ent_i_mark_skeleton, judge_skeletons, 0, err));
    ENT_TRY(ent_i_near_search(&search, ent_i_mark_words, judge_words, actors / 4, err));
    ENT_TRY(find_edits(&search, err));
    order_pairs(&search.pairs);
    tell_pairs(load, &search.pairs);
    ENT_TRY(ent_i_memory(load, err));

cleanup:
    ent_i_form_free(&search);
    free(search.pairs.pair);
    free(search.partner);
    free(search.partner_end);
    return status;
}
