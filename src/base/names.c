/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index from strings to numbers: open addressing, linear probing, at most two thirds full. */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

typedef struct entry {
    const char *key;
    uint64_t hash;
    ent_id_t value;
} entry_t;

struct ent_i_names {
    uint32_t *slot;    /* number of an entry plus one; 0: free */
    size_t slot_count; /* a power of two */
    entry_t *entry;
    size_t count;
    size_t capacity;
    ent_i_arena_t keys;
};

static uint64_t scramble(uint64_t x)
{
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93U;
    x ^= x >> 32;
    x *= 0xd6e8feb86659fd93U;
    x ^= x >> 32;
    return x;
}

/* Eight bytes a round, each scrambled with all that came before. */
static uint64_t hash_of(const char *key, size_t length)
{
    uint64_t hash = 0x243f6a8885a308d3U ^ length;

    while (length > 0) {
        uint64_t word = 0;
        size_t taken = length < sizeof word ? length : sizeof word;

        memcpy(&word, key, taken);
        hash = scramble(hash + word) + 0x9e3779b97f4a7c15U;
        key += taken;
        length -= taken;
    }
    return scramble(hash);
}

/* The slot that holds `key`, or the free one where it belongs. */
static size_t slot_of(const ent_i_names_t *names, const char *key, uint64_t hash)
{
    size_t mask = names->slot_count - 1;
    size_t at = (size_t)hash & mask;

    while (names->slot[at] != 0) {
        const entry_t *entry = &names->entry[names->slot[at] - 1];

        if (entry->hash == hash && strcmp(entry->key, key) == 0)
            break;
        at = (at + 1) & mask;
    }
    return at;
}

static ent_status_t widen(ent_i_names_t *names, size_t slot_count, ent_error_t *err)
{
    uint32_t *slot;
    ent_status_t status = ent_i_alloc(&slot, slot_count, sizeof *slot, err);

    if (status != ENT_OK)
        return status;
    free(names->slot);
    names->slot = slot;
    names->slot_count = slot_count;
    for (size_t i = 0; i < names->count; i++) {
        size_t at = (size_t)names->entry[i].hash & (slot_count - 1);

        while (slot[at] != 0)
            at = (at + 1) & (slot_count - 1);
        slot[at] = (uint32_t)i + 1;
    }
    return ENT_OK;
}

ent_status_t ent_i_names_new(ent_i_names_t **names, ent_error_t *err)
{
    ent_i_names_t *made = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    ENT_TRY(widen(made, 16, err));
    *names = made;
    made = NULL;

cleanup:
    ent_i_names_free(made);
    return status;
}

void ent_i_names_free(ent_i_names_t *names)
{
    if (names == NULL)
        return;
    ent_i_arena_free(&names->keys);
    free(names->entry);
    free(names->slot);
    free(names);
}

ent_status_t ent_i_names_add(ent_i_names_t *names, const char *key, ent_id_t value, ent_id_t *held,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t length = strlen(key);
    uint64_t hash = hash_of(key, length);
    size_t at = slot_of(names, key, hash);
    char *copy;

    if (names->slot[at] != 0) {
        if (held != NULL)
            *held = names->entry[names->slot[at] - 1].value;
        return ENT_OK;
    }
    if (names->count >= UINT32_MAX - 1)
        return ent_i_fail(err, ENT_ELIMIT, "More names than an index can hold.");
    ENT_TRY(ENT_GROW(names->entry, names->count, names->capacity, err));
    if ((names->count + 1) * 3 > names->slot_count * 2) {
        ENT_TRY(widen(names, names->slot_count * 2, err));
        at = slot_of(names, key, hash);
    }
    copy = ent_i_arena_text(&names->keys, key, length);
    if (copy == NULL)
        return ent_i_no_memory(err);
    names->entry[names->count] = (entry_t){.key = copy, .hash = hash, .value = value};
    names->slot[at] = (uint32_t)++names->count;
    if (held != NULL)
        *held = value;

cleanup:
    return status;
}

ent_id_t ent_i_names_find(const ent_i_names_t *names, const char *key)
{
    uint32_t found = names->slot[slot_of(names, key, hash_of(key, strlen(key)))];

    return found == 0 ? ENT_NONE : names->entry[found - 1].value;
}

void ent_i_names_set(ent_i_names_t *names, const char *key, ent_id_t value)
{
    uint32_t found = names->slot[slot_of(names, key, hash_of(key, strlen(key)))];

    if (found != 0)
        names->entry[found - 1].value = value;
}
