/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who has ties with whom: two spellings of one body often share a partner. */
#include <stdlib.h>

#include "dataset/near_i.h"

/* Parties of an agreement whose partnership still tells something. */
enum { CLIQUE = 8 };

/* The parties of an agreement or edge; that two join one network says nothing of them. */
static const ent_id_t *parties_of(const ent_dataset_t *dataset, size_t record, size_t *count)
{
    const ent_i_tie_t *tie = &dataset->tie[record];

    *count = tie->kind == ENT_TIE_AGREEMENT || tie->kind == ENT_TIE_EDGE ? 2 : 0;
    if (!tie->is_whole || *count == 0)
        return tie->party;
    if (dataset->whole[tie->more].party_count > CLIQUE)
        *count = 0;
    else
        *count = dataset->whole[tie->more].party_count;
    return dataset->whole[tie->more].party;
}

static int compare_ids(const void *left, const void *right)
{
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    return (a > b) - (a < b);
}

/* Records come by their parties, so that most lists come sorted. */
static void sort_list(ent_id_t *list, size_t count)
{
    for (size_t i = 1; i < count; i++)
        if (list[i - 1] > list[i]) {
            qsort(list, count, sizeof *list, compare_ids);
            return;
        }
}

static void list_record(ent_i_search_t *search, const bool *asked, size_t record)
{
    size_t count;
    const ent_id_t *party = parties_of(search->dataset, record, &count);

    for (size_t a = 0; a < count; a++)
        for (size_t b = 0; asked[party[a]] && b < count; b++)
            if (a != b)
                search->partner[search->partner_end[party[a]]++] = party[b];
}

static ent_status_t find_asked(const ent_i_search_t *search, bool **asked, ent_error_t *err)
{
    ent_status_t status = ent_i_alloc(asked, search->dataset->actor_count, sizeof **asked, err);

    for (size_t i = 0; status == ENT_OK && i < search->pairs.count; i++)
        if (search->pairs.pair[i].why == ENT_NEAR_EDIT)
            (*asked)[search->pairs.pair[i].a] = (*asked)[search->pairs.pair[i].b] = true;
    return status;
}

ent_status_t ent_i_list_partners(ent_i_search_t *search, ent_error_t *err)
{
    const ent_dataset_t *dataset = search->dataset;
    ent_status_t status = ENT_OK;
    bool *asked = NULL;
    size_t begin = 0;

    ENT_TRY(find_asked(search, &asked, err));
    ENT_TRY(ent_i_alloc(&search->partner_end, dataset->actor_count + 1, sizeof *search->partner_end,
                        err));
    for (size_t i = 0; i < dataset->record_count; i++) {
        size_t count;
        const ent_id_t *party = parties_of(dataset, i, &count);

        for (size_t p = 0; p < count; p++)
            if (asked[party[p]])
                search->partner_end[party[p]] += count - 1;
    }
    for (size_t i = 0; i < dataset->actor_count; i++) {
        size_t count = search->partner_end[i];

        search->partner_end[i] = begin;
        begin += count;
    }
    ENT_TRY(ent_i_alloc(&search->partner, begin, sizeof *search->partner, err));
    for (size_t i = 0; i < dataset->record_count; i++)
        list_record(search, asked, i);
    for (size_t i = 0; i < dataset->actor_count; i++) {
        size_t first = i == 0 ? 0 : search->partner_end[i - 1];

        sort_list(&search->partner[first], search->partner_end[i] - first);
    }

cleanup:
    free(asked);
    return status;
}

bool ent_i_share_partner(const ent_i_search_t *search, ent_id_t a, ent_id_t b)
{
    const ent_id_t *partner = search->partner;
    size_t i = a == 0 ? 0 : search->partner_end[a - 1];
    size_t j = b == 0 ? 0 : search->partner_end[b - 1];

    while (i < search->partner_end[a] && j < search->partner_end[b]) {
        if (partner[i] == partner[j] && partner[i] != a && partner[i] != b)
            return true;
        if (partner[i] <= partner[j])
            i++;
        else
            j++;
    }
    return false;
}
