/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors by their ids, where these are short, as most are in large tables: a search reads one place
 * in memory, where the index of all names (index.c) reads three. An id is in it that is its own
 * key and that nobody else bears in any way. */
#ifndef ENT_DATASET_SHORT_IDS_H
#define ENT_DATASET_SHORT_IDS_H

#include <string.h>

#include "dataset/dataset_i.h"

enum { ENT_SHORT_ID = 12 /* bytes */ };

/* An id, with zeros behind. */
typedef struct ent_i_short_id {
    uint64_t first;
    uint32_t last;
    uint32_t actor; /* plus one; 0: free */
} ent_i_short_id_t;

typedef struct ent_i_short_ids {
    ent_i_short_id_t *slot;
    size_t size; /* a power of two, or 0 */
} ent_i_short_ids_t;

ent_status_t ent_i_short_ids_make(ent_i_short_ids_t *ids, const ent_dataset_t *dataset,
                                  ent_error_t *err);
void ent_i_short_ids_free(ent_i_short_ids_t *ids);

/* The id of `size` bytes, which is no more than ENT_SHORT_ID. */
static inline ent_i_short_id_t ent_i_short_id(const char *text, size_t size)
{
    char bytes[16] = {0};
    ent_i_short_id_t id = {.actor = 0};

    memcpy(bytes, text, size);
    memcpy(&id.first, bytes, sizeof id.first);
    memcpy(&id.last, bytes + sizeof id.first, sizeof id.last);
    return id;
}

static inline size_t ent_i_short_id_at(const ent_i_short_ids_t *ids, const ent_i_short_id_t *id)
{
    static const uint64_t p = UINT64_C(0x9E3779B97F4A7C15);
    uint64_t hash = (id->first ^ (uint64_t)id->last << 24) * p;

    return (size_t)((hash ^ hash >> 32) * p >> 20) & (ids->size - 1);
}

static inline void ent_i_short_id_expect(const ent_i_short_ids_t *ids, size_t at)
{
    __builtin_prefetch(&ids->slot[at]);
}

/* Its actor, where the search from `at` on ends; ENT_NONE for none. Some slot is free. */
static inline ent_id_t ent_i_short_id_find(const ent_i_short_ids_t *ids, size_t at,
                                           const ent_i_short_id_t *id)
{
    const ent_i_short_id_t *slot = &ids->slot[at];

    while (slot->actor != 0 && (slot->first != id->first || slot->last != id->last)) {
        at = (at + 1) & (ids->size - 1);
        slot = &ids->slot[at];
    }
    return (ent_id_t)slot->actor - 1;
}

#endif
