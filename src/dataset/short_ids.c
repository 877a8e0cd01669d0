/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of short ids: open addressing, linear probing, at most two thirds full. */
#include "dataset/short_ids.h"

#include <stdlib.h>

#include "base/unicode.h"

enum { LEAST = 64, AHEAD = 16 /* ids whose slots are fetched before they are filled */ };

_Static_assert(ENT_NONE == -1, "a free slot leads to nobody");

/* Whether an entry is the only one of an id that is its own key; the id then. */
static bool is_short_id(const ent_i_entry_t *entry, ent_i_short_id_t *id)
{
    size_t size;

    if (entry->rank != ENT_RANK_ID || entry->shared || entry->actor == ENT_NONE)
        return false;
    size = strnlen(entry->key, ENT_SHORT_ID + 1);
    if (size > ENT_SHORT_ID || !ent_i_name_is_key(entry->key))
        return false;
    *id = ent_i_short_id(entry->key, size);
    id->actor = (uint32_t)entry->actor + 1;
    return true;
}

static void put(ent_i_short_ids_t *ids, const ent_i_short_id_t *id)
{
    size_t at = ent_i_short_id_at(ids, id);

    while (ids->slot[at].actor != 0)
        at = (at + 1) & (ids->size - 1);
    ids->slot[at] = *id;
}

ent_status_t ent_i_short_ids_make(ent_i_short_ids_t *ids, const ent_dataset_t *dataset,
                                  ent_error_t *err)
{
    const ent_i_index_t *index = &dataset->index;
    ent_i_short_id_t held[AHEAD];
    ent_status_t status = ENT_OK;
    size_t count = 0;

    ids->size = LEAST;
    while (dataset->actor_count * 3 > ids->size * 2)
        ids->size *= 2;
    ENT_TRY(ent_i_alloc(&ids->slot, ids->size, sizeof *ids->slot, err));
    ent_i_scattered(ids->slot, ids->size * sizeof *ids->slot);
    for (size_t i = 0; i < index->count; i++) {
        ent_i_short_id_t id;

        if (!is_short_id(&index->entry[i], &id))
            continue;
        ent_i_short_id_expect(ids, ent_i_short_id_at(ids, &id));
        if (count >= AHEAD)
            put(ids, &held[count % AHEAD]);
        held[count++ % AHEAD] = id;
    }
    for (size_t i = 0; i < AHEAD && i < count; i++)
        put(ids, &held[i]);

cleanup:
    if (status != ENT_OK)
        ids->size = 0;
    return status;
}

void ent_i_short_ids_free(ent_i_short_ids_t *ids)
{
    free(ids->slot);
    *ids = (ent_i_short_ids_t){0};
}
