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

/* An undated claim overlaps all; unknown periods are open on both sides. */
static bool contradict(const ent_claim_t *a, const ent_claim_t *b)
{
    bool apart = a->as_of.known && b->as_of.known &&
                 (a->as_of.last < b->as_of.first || b->as_of.last < a->as_of.first);

    return !apart && !same_value(a->value, b->value);
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

static ent_status_t add(ent_dataset_t *dataset, const size_t *parent, size_t first, size_t end,
                        size_t head, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = 0;
    size_t *claim;

    for (size_t i = head; i < end; i++)
        count += parent[i - first] == head - first;
    if (count < 2)
        return ENT_OK;
    ENT_TRY(ENT_GROW(dataset->contradiction, dataset->contradiction_count,
                     dataset->contradiction_capacity, err));
    claim = ent_i_arena_alloc(&dataset->arena, count * sizeof *claim);
    if (claim == NULL)
        return ent_i_no_memory(err);
    dataset->contradiction[dataset->contradiction_count++] =
        (ent_contradiction_t){.subject = dataset->claim[head].subject,
                              .property = dataset->claim[head].property,
                              .claim = claim,
                              .claim_count = count};
    for (size_t i = head; i < end; i++)
        if (parent[i - first] == head - first)
            *claim++ = i;

cleanup:
    return status;
}

/* The claims first … end - 1 share subject and property. */
static ent_status_t judge_group(ent_dataset_t *dataset, size_t *parent, size_t first, size_t end,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < end - first; i++)
        parent[i] = i;
    for (size_t i = first; i < end; i++)
        for (size_t j = i + 1; j < end; j++)
            if (root(parent, i - first) != root(parent, j - first) &&
                contradict(&dataset->claim[i], &dataset->claim[j]))
                link_claims(parent, i - first, j - first);
    for (size_t i = 0; i < end - first; i++)
        parent[i] = root(parent, i);
    for (size_t i = first; i < end; i++)
        if (parent[i - first] == i - first)
            ENT_TRY(add(dataset, parent, first, end, i, err));

cleanup:
    return status;
}

static bool same_question(const ent_claim_t *a, const ent_claim_t *b)
{
    return strcmp(a->subject, b->subject) == 0 && strcmp(a->property, b->property) == 0;
}

ent_status_t ent_i_find_contradictions(ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *parent = NULL;
    size_t first = 0;

    ENT_TRY(ent_i_alloc(&parent, dataset->claim_count, sizeof *parent, err));
    if (dataset->claim_count > 1)
        qsort(dataset->claim, dataset->claim_count, sizeof *dataset->claim, compare_claims);
    for (size_t i = 1; i <= dataset->claim_count; i++) {
        if (i < dataset->claim_count && same_question(&dataset->claim[first], &dataset->claim[i]))
            continue;
        ENT_TRY(judge_group(dataset, parent, first, i, err));
        first = i;
    }

cleanup:
    free(parent);
    return status;
}
