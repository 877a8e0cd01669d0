/* SPDX-License-Identifier: GPL-2.0-or-later */
/* From hashes to the numbers of what has them: open addressing, linear probing, at most two thirds
 * full. What is indexed stays with the caller, who compares it; a slot has its hash, so that what
 * differs is hardly ever looked at. */
#ifndef ENT_BASE_SLOTS_H
#define ENT_BASE_SLOTS_H

#include "base/memory.h"

typedef struct ent_i_slot {
    uint32_t hash;
    uint32_t item; /* plus one; 0: free */
} ent_i_slot_t;

typedef struct ent_i_slots {
    ent_i_slot_t *slot;
    size_t size; /* a power of two, or 0 */
    size_t count;
} ent_i_slots_t;

/* Makes room for one more, before it is looked for: slots move. */
ent_status_t ent_i_slots_reserve(ent_i_slots_t *slots, ent_error_t *err);

/* The same for so many more, at once. */
ent_status_t ent_i_slots_reserve_many(ent_i_slots_t *slots, size_t more, ent_error_t *err);

/* Forgets all, and gives back the memory of many. */
void ent_i_slots_empty(ent_i_slots_t *slots);
void ent_i_slots_free(ent_i_slots_t *slots);

/* The slot at `at` or the next one that is free or has this hash. Some slot is free. */
static inline ent_i_slot_t *ent_i_slots_from(const ent_i_slots_t *slots, size_t at, uint32_t hash)
{
    size_t mask = slots->size - 1;

    at &= mask;
    while (slots->slot[at].item != 0 && slots->slot[at].hash != hash)
        at = (at + 1) & mask;
    return &slots->slot[at];
}

/* The first slot of a hash, or the free one where it belongs. There is room: some was reserved. */
static inline ent_i_slot_t *ent_i_slots_first(const ent_i_slots_t *slots, uint32_t hash)
{
    return ent_i_slots_from(slots, hash, hash);
}

/* Asks for the memory that a search for a hash begins at. */
static inline void ent_i_slots_expect(const ent_i_slots_t *slots, uint32_t hash)
{
    __builtin_prefetch(&slots->slot[hash & (slots->size - 1)]);
}

/* The slot after this one, which has a hash, that has it too, or else the free one. */
static inline ent_i_slot_t *ent_i_slots_next(const ent_i_slots_t *slots, const ent_i_slot_t *slot)
{
    return ent_i_slots_from(slots, (size_t)(slot - slots->slot) + 1, slot->hash);
}

/* Fills the free slot that a search has ended at. */
static inline void ent_i_slots_put(ent_i_slots_t *slots, ent_i_slot_t *slot, uint32_t hash,
                                   size_t item)
{
    *slot = (ent_i_slot_t){.hash = hash, .item = (uint32_t)item + 1};
    slots->count++;
}

#endif
