/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A counting sort. */
#include "base/sort.h"

#include <stdlib.h>
#include <string.h>

ent_status_t ent_i_sort_by_key(ent_id_t *order, size_t count, const ent_id_t *key, size_t keys,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *sorted = NULL;
    uint32_t *next = NULL;
    uint32_t begin = 0;

    if (count < 2)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&next, keys, sizeof *next, err));
    ENT_TRY(ent_i_alloc(&sorted, count, sizeof *sorted, err));
    ent_i_scattered(sorted, count * sizeof *sorted);
    for (size_t i = 0; i < count; i++)
        next[key[order[i]]]++;
    for (size_t i = 0; i < keys; i++) {
        uint32_t items = next[i];

        next[i] = begin;
        begin += items;
    }
    for (size_t i = 0; i < count; i++)
        sorted[next[key[order[i]]]++] = order[i];
    memcpy(order, sorted, count * sizeof *order);

cleanup:
    free(sorted);
    free(next);
    return status;
}
