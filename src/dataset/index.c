/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every name that somebody bears, to be found as it is written.
 *
 * Entries of one key are chained from the newest to the oldest; a slot leads to the newest. The
 * keys stay where they are kept already: a slot has their hash, so that most searches read a slot,
 * an entry and a key once each, and can ask for all three beforehand. */
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

enum { EXPECTED = 64 };

typedef struct ent_i_index_slot {
    uint32_t hash;
    uint32_t entry; /* plus one; 0: free */
} slot_t;

static uint32_t hash_of(const char *key)
{
    return (uint32_t)ent_i_hash(key, strlen(key));
}

/* The slot of `key`, or the free one where it belongs. */
static slot_t *slot_of(const ent_i_index_t *index, const char *key, uint32_t hash)
{
    size_t mask = index->slot_count - 1;
    size_t at = hash & mask;

    while (index->slot[at].entry != 0 &&
           (index->slot[at].hash != hash ||
            strcmp(index->entry[index->slot[at].entry - 1].key, key) != 0))
        at = (at + 1) & mask;
    return &index->slot[at];
}

static ent_status_t widen(ent_i_index_t *index, ent_error_t *err)
{
    size_t slot_count = index->slot_count == 0 ? 64 : index->slot_count * 2;
    slot_t *slot;
    ent_status_t status = ent_i_alloc(&slot, slot_count, sizeof *slot, err);

    if (status != ENT_OK)
        return status;
    ent_i_scattered(slot, slot_count * sizeof *slot);
    for (size_t i = 0; i < index->slot_count; i++) {
        size_t at = index->slot[i].hash & (slot_count - 1);

        if (index->slot[i].entry == 0)
            continue;
        while (slot[at].entry != 0)
            at = (at + 1) & (slot_count - 1);
        slot[at] = index->slot[i];
    }
    free(index->slot);
    index->slot = slot;
    index->slot_count = slot_count;
    return ENT_OK;
}

ent_status_t ent_i_index_add(ent_dataset_t *dataset, const char *key, ent_i_rank_t rank,
                             ent_id_t actor, size_t row, ent_error_t *err)
{
    ent_i_index_t *index = &dataset->index;
    uint32_t hash = hash_of(key);
    ent_status_t status = ENT_OK;
    slot_t *slot;

    if (index->count >= INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "More names than an index can hold.");
    ENT_TRY(ENT_GROW(index->entry, index->count, index->capacity, err));
    if ((index->count + 1) * 3 > index->slot_count * 2)
        ENT_TRY(widen(index, err));
    slot = slot_of(index, key, hash);
    index->entry[index->count] =
        (ent_i_entry_t){.key = key,
                        .actor = actor,
                        .row = row == ENT_NO_ROW ? UINT32_MAX : (uint32_t)row,
                        .next = slot->entry == 0 ? ENT_NONE : (ent_id_t)(slot->entry - 1),
                        .rank = (unsigned char)rank};
    *slot = (slot_t){.hash = hash, .entry = (uint32_t)++index->count};

cleanup:
    return status;
}

ent_id_t ent_i_index_find(const ent_i_index_t *index, const char *key)
{
    const slot_t *slot;

    if (index->slot_count == 0)
        return ENT_NONE;
    slot = slot_of(index, key, hash_of(key));
    return slot->entry == 0 ? ENT_NONE : (ent_id_t)(slot->entry - 1);
}

ent_id_t ent_i_index_only(const ent_i_index_t *index, const char *key)
{
    ent_id_t entry = ent_i_index_find(index, key);

    if (entry == ENT_NONE || index->entry[entry].next != ENT_NONE ||
        index->entry[entry].rank > ENT_RANK_NAME)
        return ENT_NONE;
    return index->entry[entry].actor;
}

/* The first entry whose key has this hash, which is nearly always the one; else any. */
static uint32_t first_of_hash(const ent_i_index_t *index, uint32_t hash)
{
    size_t mask = index->slot_count - 1;
    size_t at = hash & mask;

    while (index->slot[at].entry != 0 && index->slot[at].hash != hash)
        at = (at + 1) & mask;
    return index->slot[at].entry == 0 ? 0 : index->slot[at].entry - 1;
}

void ent_i_index_expect(const ent_i_index_t *index, const char *const *key, size_t count)
{
    uint32_t hash[EXPECTED];
    uint32_t entry[EXPECTED];

    count = index->slot_count == 0 ? 0 : count < EXPECTED ? count : EXPECTED;
    for (size_t i = 0; i < count; i++) {
        hash[i] = hash_of(key[i]);
        __builtin_prefetch(&index->slot[hash[i] & (index->slot_count - 1)]);
    }
    for (size_t i = 0; i < count; i++) {
        entry[i] = first_of_hash(index, hash[i]);
        __builtin_prefetch(&index->entry[entry[i]]);
    }
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(index->entry[entry[i]].key);
}

bool ent_i_index_is_alias(const ent_dataset_t *dataset, const ent_i_entry_t *entry)
{
    return entry->row != UINT32_MAX &&
           dataset->sheet[dataset->row[entry->row].table].role == ENT_ROLE_ALIASES;
}

void ent_i_index_free(ent_i_index_t *index)
{
    ent_i_folds_free(index->folds);
    free(index->slot);
    free(index->entry);
    *index = (ent_i_index_t){0};
}
