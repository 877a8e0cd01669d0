/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who has ties with whom: two spellings of one body often share a partner. */
#include <stdlib.h>

#include "dataset/near_i.h"

/* Parties of an agreement whose partnership still tells something. */
enum { CLIQUE = 8 };

static int compare_partners(const void *left, const void *right)
{
    const ent_i_partner_t *a = left;
    const ent_i_partner_t *b = right;

    if (a->of != b->of)
        return a->of < b->of ? -1 : 1;
    return (a->with > b->with) - (a->with < b->with);
}

/* Agreements and edges; that two join one network says nothing of them. */
ent_status_t ent_i_list_partners(ent_i_search_t *search, ent_error_t *err)
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
                    (ent_i_partner_t){.of = record->party[a], .with = record->party[b]};
            }
    }
    if (search->partner_count > 1)
        qsort(search->partner, search->partner_count, sizeof *search->partner, compare_partners);

cleanup:
    return status;
}

static size_t first_partner(const ent_i_search_t *search, ent_id_t of)
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

bool ent_i_share_partner(const ent_i_search_t *search, ent_id_t a, ent_id_t b)
{
    const ent_i_partner_t *partner = search->partner;
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
