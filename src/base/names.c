/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index from strings to numbers: open addressing, linear probing, at most two thirds full. */
#include "base/names.h"

#include <stdlib.h>
#include <string.h>

/* Everything about a key but its bytes in one place, so that a search reads memory twice. */
typedef struct slot {
    const char *key; /* NULL: free */
    uint32_t hash;
    ent_id_t value;
} slot_t;

struct ent_i_names {
    slot_t *slot;
    size_t slot_count; /* a power of two, at most 2^32 */
    size_t count;
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

/* The slot that holds `key`, or the free one where it belongs. */
static slot_t *slot_of(const ent_i_names_t *names, const char *key, uint32_t hash)
{
    size_t mask = names->slot_count - 1;
    size_t at = hash & mask;

    while (names->slot[at].key != NULL &&
           (names->slot[at].hash != hash || strcmp(names->slot[at].key, key) != 0))
        at = (at + 1) & mask;
    return &names->slot[at];
}

static ent_status_t widen(ent_i_names_t *names, size_t slot_count, ent_error_t *err)
{
    slot_t *slot;
    ent_status_t status = ent_i_alloc(&slot, slot_count, sizeof *slot, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < names->slot_count; i++) {
        size_t at = names->slot[i].hash & (slot_count - 1);

        if (names->slot[i].key == NULL)
            continue;
        while (slot[at].key != NULL)
            at = (at + 1) & (slot_count - 1);
        slot[at] = names->slot[i];
    }
    free(names->slot);
    names->slot = slot;
    names->slot_count = slot_count;
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
    free(names->slot);
    free(names);
}

ent_status_t ent_i_names_add(ent_i_names_t *names, const char *key, ent_id_t value, ent_id_t *held,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t length = strlen(key);
    uint32_t hash = (uint32_t)ent_i_hash(key, length);
    slot_t *slot = slot_of(names, key, hash);
    char *copy;

    if (slot->key != NULL) {
        if (held != NULL)
            *held = slot->value;
        return ENT_OK;
    }
    if (names->count >= INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "More names than an index can hold.");
    if ((names->count + 1) * 3 > names->slot_count * 2) {
        ENT_TRY(widen(names, names->slot_count * 2, err));
        slot = slot_of(names, key, hash);
    }
    copy = ent_i_arena_text(&names->keys, key, length);
    if (copy == NULL)
        return ent_i_no_memory(err);
    *slot = (slot_t){.key = copy, .hash = hash, .value = value};
    names->count++;
    if (held != NULL)
        *held = value;

cleanup:
    return status;
}

ent_id_t ent_i_names_find(const ent_i_names_t *names, const char *key)
{
    const slot_t *slot = slot_of(names, key, (uint32_t)ent_i_hash(key, strlen(key)));

    return slot->key == NULL ? ENT_NONE : slot->value;
}

void ent_i_names_set(ent_i_names_t *names, const char *key, ent_id_t value)
{
    slot_t *slot = slot_of(names, key, (uint32_t)ent_i_hash(key, strlen(key)));

    if (slot->key != NULL)
        slot->value = value;
}
