/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every name that somebody bears, to be found as it is written.
 *
 * Entries of one key are chained from the newest to the oldest; a slot leads to the newest. The
 * keys stay where they are kept already: a slot has their hash, so that most searches read a slot,
 * an entry and a key once each, and can ask for all three beforehand. */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

enum { EXPECTED = 64 };

static uint32_t hash_of(const char *key)
{
    return (uint32_t)ent_i_hash(key, strlen(key));
}

/* The slot of `key`, or the free one where it belongs. There are slots. */
static ent_i_slot_t *slot_of(const ent_i_index_t *index, const char *key, uint32_t hash)
{
    ent_i_slot_t *slot = ent_i_slots_first(&index->slots, hash);

    while (slot->item != 0 && strcmp(index->entry[slot->item - 1].key, key) != 0)
        slot = ent_i_slots_next(&index->slots, slot);
    return slot;
}

ent_status_t ent_i_index_add(ent_dataset_t *dataset, const char *key, ent_i_rank_t rank,
                             ent_id_t actor, size_t row, ent_error_t *err)
{
    return ent_i_index_put(dataset, key, hash_of(key), rank, actor, row, err);
}

ent_status_t ent_i_index_put(ent_dataset_t *dataset, const char *key, uint32_t hash,
                             ent_i_rank_t rank, ent_id_t actor, size_t row, ent_error_t *err)
{
    ent_i_index_t *index = &dataset->index;
    ent_status_t status = ENT_OK;
    ent_i_slot_t *slot;

    if (index->count >= INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "More names than an index can hold.");
    ENT_TRY(ENT_GROW(index->entry, index->count, index->capacity, err));
    ENT_TRY(ent_i_slots_reserve(&index->slots, err));
    slot = slot_of(index, key, hash);
    index->entry[index->count] =
        (ent_i_entry_t){.key = key,
                        .actor = actor,
                        .row = row == ENT_NO_ROW ? UINT32_MAX : (uint32_t)row,
                        .next = slot->item == 0 ? ENT_NONE : (ent_id_t)(slot->item - 1),
                        .rank = (unsigned char)rank,
                        .shared = slot->item != 0};
    if (slot->item != 0)
        index->entry[slot->item - 1].shared = true;
    if (slot->item == 0)
        ent_i_slots_put(&index->slots, slot, hash, index->count++);
    else
        slot->item = (uint32_t)++index->count;

cleanup:
    return status;
}

ent_status_t ent_i_index_reserve(ent_i_index_t *index, size_t more, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_grow(&index->entry, &index->capacity, index->count + more, sizeof *index->entry,
                       err));
    ent_i_scattered(index->entry, index->capacity * sizeof *index->entry);
    ENT_TRY(ent_i_slots_reserve_many(&index->slots, more, err));

cleanup:
    return status;
}

void ent_i_index_expect(const ent_i_index_t *index, uint32_t hash)
{
    if (index->slots.size > 0)
        ent_i_slots_expect(&index->slots, hash);
}

uint32_t ent_i_index_hash(const char *key)
{
    return hash_of(key);
}

ent_id_t ent_i_index_find(const ent_i_index_t *index, const char *key)
{
    return ent_i_index_look(index, key, hash_of(key));
}

ent_id_t ent_i_index_look(const ent_i_index_t *index, const char *key, uint32_t hash)
{
    const ent_i_slot_t *slot;

    if (index->count == 0)
        return ENT_NONE;
    slot = slot_of(index, key, hash);
    return slot->item == 0 ? ENT_NONE : (ent_id_t)(slot->item - 1);
}

static ent_id_t only(const ent_i_index_t *index, ent_id_t entry)
{
    if (index->entry[entry].next != ENT_NONE || index->entry[entry].rank > ENT_RANK_NAME)
        return ENT_NONE;
    return index->entry[entry].actor;
}

ent_id_t ent_i_index_only(const ent_i_index_t *index, const char *key)
{
    ent_id_t entry = ent_i_index_find(index, key);

    return entry == ENT_NONE ? ENT_NONE : only(index, entry);
}

void ent_i_index_only_many(const ent_i_index_t *index, const char *const *key, size_t count,
                           ent_id_t *actor)
{
    const ent_i_slot_t *slot[EXPECTED];
    uint32_t hash[EXPECTED];

    assert(count <= EXPECTED);
    for (size_t i = 0; i < count; i++) {
        actor[i] = ENT_NONE;
        hash[i] = hash_of(key[i]);
        if (index->count > 0)
            ent_i_slots_expect(&index->slots, hash[i]);
    }
    for (size_t i = 0; i < count && index->count > 0; i++) {
        slot[i] = ent_i_slots_first(&index->slots, hash[i]);
        if (slot[i]->item != 0)
            __builtin_prefetch(&index->entry[slot[i]->item - 1]);
    }
    for (size_t i = 0; i < count && index->count > 0; i++)
        if (slot[i]->item != 0)
            __builtin_prefetch(index->entry[slot[i]->item - 1].key);
    for (size_t i = 0; i < count && index->count > 0; i++) {
        while (slot[i]->item != 0 && strcmp(index->entry[slot[i]->item - 1].key, key[i]) != 0)
            slot[i] = ent_i_slots_next(&index->slots, slot[i]);
        if (slot[i]->item != 0)
            actor[i] = only(index, (ent_id_t)(slot[i]->item - 1));
    }
}

bool ent_i_index_is_alias(const ent_dataset_t *dataset, const ent_i_entry_t *entry)
{
    return entry->row != UINT32_MAX &&
           dataset->sheet[dataset->row[entry->row].table].role == ENT_ROLE_ALIASES;
}

void ent_i_index_free(ent_i_index_t *index)
{
    ent_i_folds_free(index->folds);
    ent_i_slots_free(&index->slots);
    free(index->entry);
    *index = (ent_i_index_t){0};
}
