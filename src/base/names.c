/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index from strings to numbers. */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/slots.h"

typedef struct entry {
    const char *key;
    ent_id_t value;
} entry_t;

struct ent_i_names {
    ent_i_slots_t slots; /* to entries */
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

/* Fewer than eight bytes as a number; different for different bytes of one length. */
static uint64_t tail_word(const char *bytes, size_t length)
{
    const unsigned char *at = (const unsigned char *)bytes;
    uint32_t low, high;

    if (length < 4)
        return length == 0 ? 0
                           : at[0] | (uint64_t)at[length / 2] << 8 | (uint64_t)at[length - 1] << 16;
    memcpy(&low, at, sizeof low);
    memcpy(&high, at + length - sizeof high, sizeof high);
    return low | (uint64_t)high << 32;
}

/* Eight bytes a round, each scrambled with all that came before. */
uint64_t ent_i_hash(const char *bytes, size_t length)
{
    uint64_t hash = 0x243f6a8885a308d3U ^ length;

    for (; length >= sizeof hash; length -= sizeof hash, bytes += sizeof hash) {
        uint64_t word;

        memcpy(&word, bytes, sizeof word);
        hash = scramble(hash + word) + 0x9e3779b97f4a7c15U;
    }
    return scramble(hash + tail_word(bytes, length));
}

/* The slot of `key`, or the free one where it belongs. There are slots. */
static ent_i_slot_t *slot_of(const ent_i_names_t *names, const char *key, uint32_t hash)
{
    ent_i_slot_t *slot = ent_i_slots_first(&names->slots, hash);

    while (slot->item != 0 && strcmp(names->entry[slot->item - 1].key, key) != 0)
        slot = ent_i_slots_next(&names->slots, slot);
    return slot;
}

static uint32_t hash_of(const char *key)
{
    return (uint32_t)ent_i_hash(key, strlen(key));
}

/* The entry of `key`, or NULL. */
static entry_t *entry_of(const ent_i_names_t *names, const char *key)
{
    const ent_i_slot_t *slot;

    if (names->count == 0)
        return NULL;
    slot = slot_of(names, key, hash_of(key));
    return slot->item == 0 ? NULL : &names->entry[slot->item - 1];
}

ent_status_t ent_i_names_new(ent_i_names_t **names, ent_error_t *err)
{
    return ent_i_alloc(names, 1, sizeof **names, err);
}

void ent_i_names_free(ent_i_names_t *names)
{
    if (names == NULL)
        return;
    ent_i_arena_free(&names->keys);
    ent_i_slots_free(&names->slots);
    free(names->entry);
    free(names);
}

ent_status_t ent_i_names_add(ent_i_names_t *names, const char *key, ent_id_t value, ent_id_t *held,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t hash = hash_of(key);
    ent_i_slot_t *slot;
    char *copy;

    ENT_TRY(ent_i_slots_reserve(&names->slots, err));
    slot = slot_of(names, key, hash);
    if (slot->item == 0) {
        ENT_TRY(ENT_GROW(names->entry, names->count, names->capacity, err));
        copy = ent_i_arena_text(&names->keys, key, strlen(key));
        if (copy == NULL)
            return ent_i_no_memory(err);
        ent_i_slots_put(&names->slots, slot, hash, names->count);
        names->entry[names->count++] = (entry_t){.key = copy, .value = value};
    }
    if (held != NULL)
        *held = names->entry[slot->item - 1].value;

cleanup:
    return status;
}

ent_id_t ent_i_names_find(const ent_i_names_t *names, const char *key)
{
    const entry_t *entry = entry_of(names, key);

    return entry == NULL ? ENT_NONE : entry->value;
}

void ent_i_names_set(ent_i_names_t *names, const char *key, ent_id_t value)
{
    entry_t *entry = entry_of(names, key);

    if (entry != NULL)
        entry->value = value;
}
