/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Claims that cannot all be true: one subject and property, values that differ, dates that
 * overlap. Claims that are linked through such pairs are one contradiction. */
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "dataset/dataset_i.h"

static int compare_claims(const void *left, const void *right)
{
    const ent_claim_t *a = left;
    const ent_claim_t *b = right;
    int order = strcmp(a->subject, b->subject);

    if (order == 0)
        order = strcmp(a->property, b->property);
    if (order == 0)
        order = strcmp(a->value, b->value);
    if (order == 0)
        order = (int)b->as_of.known - (int)a->as_of.known;
    if (order == 0)
        order = (a->as_of.first > b->as_of.first) - (a->as_of.first < b->as_of.first);
    if (order == 0)
        order = (a->as_of.last > b->as_of.last) - (a->as_of.last < b->as_of.last);
    if (order == 0)
        order = strcmp(a->as_of_text, b->as_of_text);
    if (order == 0)
        order = strcmp(a->source, b->source);
    return order != 0 ? order : strcmp(a->note, b->note);
}

static bool same_value(const char *a, const char *b)
{
    double left;
    double right;

    return strcmp(a, b) == 0 ||
           (ent_i_number_parse(&left, a) && ent_i_number_parse(&right, b) && left == right);
}

static size_t root(size_t *parent, size_t i)
{
    while (parent[i] != i)
        i = parent[i] = parent[parent[i]];
    return i;
}

/* The least claim of a contradiction stands for it. */
static void link_claims(size_t *parent, size_t a, size_t b)
{
    a = root(parent, a);
    b = root(parent, b);
    if (a < b)
        parent[b] = a;
    else
        parent[a] = b;
}

static ent_status_t add(ent_dataset_t *dataset, size_t head, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *claim = ent_i_arena_alloc(&dataset->arena, count * sizeof *claim);

    if (claim == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ENT_GROW(dataset->contradiction, dataset->contradiction_count,
                     dataset->contradiction_capacity, err));
    dataset->contradiction[dataset->contradiction_count++] =
        (ent_contradiction_t){.subject = dataset->claim[head].subject,
                              .property = dataset->claim[head].property,
                              .claim = claim};

cleanup:
    return status;
}

/* Makes a contradiction of every set of two or more linked claims. */
static ent_status_t gather(ent_dataset_t *dataset, const size_t *parent, size_t *number,
                           size_t first, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    memset(number, 0, count * sizeof *number);
    for (size_t i = 0; i < count; i++)
        number[parent[i]]++;
    for (size_t i = 0; i < count; i++) {
        if (number[i] > 1)
            ENT_TRY(add(dataset, first + i, number[i], err));
        /* From here on its number, counted from 1. */
        number[i] = number[i] > 1 ? dataset->contradiction_count : 0;
    }
    for (size_t i = 0; i < count; i++) {
        ent_contradiction_t *of = NULL;

        if (number[parent[i]] == 0)
            continue;
        of = &dataset->contradiction[number[parent[i]] - 1];
        ((size_t *)of->claim)[of->claim_count++] = first + i;
    }

cleanup:
    return status;
}

/* An undated claim overlaps all: its period is open on both sides. */
static int compare_starts(const void *left, const void *right, void *data)
{
    const ent_claim_t *claim = data;
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;

    if (claim[a].as_of.first != claim[b].as_of.first)
        return claim[a].as_of.first < claim[b].as_of.first ? -1 : 1;
    return (a > b) - (a < b);
}

/* The claims that one more may still overlap, while a group is walked in order of their starts.
 *
 * Either all say the same, and are linked to nothing yet; or two are left that differ, of one
 * contradiction: the one that lasts longest, and the one that lasts longest among those that say
 * something else. No later claim can tell these two from all that they stand for. So each claim is
 * looked at a bounded number of times, whatever the size of the group. */
typedef struct open_claims {
    size_t *item;
    size_t count;
    bool differ;
} open_claims_t;

static void drop_past(const ent_claim_t *claim, open_claims_t *open, int32_t day)
{
    size_t kept = 0;

    for (size_t i = 0; i < open->count; i++)
        if (claim[open->item[i]].as_of.last >= day)
            open->item[kept++] = open->item[i];
    open->count = kept;
    open->differ = open->differ && kept == 2;
}

/* Keeps the two of the open claims that stand for all; they are linked. */
static void keep_two(const ent_claim_t *claim, open_claims_t *open)
{
    size_t longest = open->item[0];
    size_t other = SIZE_MAX;

    for (size_t i = 1; i < open->count; i++)
        if (claim[open->item[i]].as_of.last > claim[longest].as_of.last)
            longest = open->item[i];
    for (size_t i = 0; i < open->count; i++)
        if (!same_value(claim[open->item[i]].value, claim[longest].value) &&
            (other == SIZE_MAX || claim[open->item[i]].as_of.last > claim[other].as_of.last))
            other = open->item[i];
    open->differ = other != SIZE_MAX;
    open->item[0] = longest;
    open->item[1] = other;
    open->count = open->differ ? 2 : 1;
}

static void walk(const ent_claim_t *claim, open_claims_t *open, size_t *parent, size_t next)
{
    bool same = open->count > 0 && !open->differ &&
                same_value(claim[open->item[0]].value, claim[next].value);

    if (!same) {
        drop_past(claim, open, claim[next].as_of.first);
        same = open->count == 0 ||
               (!open->differ && same_value(claim[open->item[0]].value, claim[next].value));
    }
    for (size_t i = 0; !same && i < open->count; i++)
        link_claims(parent, open->item[i], next);
    open->item[open->count++] = next;
    if (!same)
        keep_two(claim, open);
}

/* The claims first … end - 1 share subject and property. */
static ent_status_t judge_group(ent_dataset_t *dataset, size_t *scratch, size_t first, size_t end,
                                ent_error_t *err)
{
    ent_claim_t *claim = &dataset->claim[first];
    size_t count = end - first;
    size_t *parent = scratch;
    size_t *order = scratch + count;
    open_claims_t open = {.item = scratch + 2 * count};

    for (size_t i = 0; i < count; i++)
        parent[i] = order[i] = i;
    qsort_r(order, count, sizeof *order, compare_starts, claim);
    for (size_t i = 0; i < count; i++)
        walk(claim, &open, parent, order[i]);
    for (size_t i = 0; i < count; i++)
        parent[i] = root(parent, i);
    return gather(dataset, parent, order, first, count, err);
}

static bool same_question(const ent_claim_t *a, const ent_claim_t *b)
{
    return strcmp(a->subject, b->subject) == 0 && strcmp(a->property, b->property) == 0;
}

ent_status_t ent_i_find_contradictions(ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *scratch = NULL;
    size_t first = 0;

    /* One place beside the group's for the claim that keep_two() drops again. */
    ENT_TRY(ent_i_alloc(&scratch, 3 * dataset->claim_count + 2, sizeof *scratch, err));
    if (dataset->claim_count > 1)
        qsort(dataset->claim, dataset->claim_count, sizeof *dataset->claim, compare_claims);
    for (size_t i = 1; i <= dataset->claim_count; i++) {
        if (i < dataset->claim_count && same_question(&dataset->claim[first], &dataset->claim[i]))
            continue;
        ENT_TRY(judge_group(dataset, scratch, first, i, err));
        first = i;
    }

cleanup:
    free(scratch);
    return status;
}
