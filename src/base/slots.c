/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The index from hashes to numbers. */
#include "base/slots.h"

#include <stdlib.h>
#include <string.h>

enum { LEAST = 64 /* slots to begin with */ };

static ent_status_t widen(ent_i_slots_t *slots, size_t size, ent_error_t *err)
{
    ent_i_slots_t wide = {.size = size, .count = slots->count};
    ent_status_t status = ent_i_alloc(&wide.slot, wide.size, sizeof *wide.slot, err);

    if (status != ENT_OK)
        return status;
    ent_i_scattered(wide.slot, wide.size * sizeof *wide.slot);
    for (size_t i = 0; i < slots->size; i++) {
        size_t at = slots->slot[i].hash & (wide.size - 1);

        if (slots->slot[i].item == 0)
            continue;
        while (wide.slot[at].item != 0)
            at = (at + 1) & (wide.size - 1);
        wide.slot[at] = slots->slot[i];
    }
    free(slots->slot);
    *slots = wide;
    return ENT_OK;
}

ent_status_t ent_i_slots_reserve_many(ent_i_slots_t *slots, size_t more, ent_error_t *err)
{
    size_t size = slots->size == 0 ? LEAST : slots->size;

    if (more > INT32_MAX || slots->count + more > INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "More entries than an index can hold.");
    while ((slots->count + more) * 3 > size * 2)
        size *= 2;
    return size > slots->size ? widen(slots, size, err) : ENT_OK;
}

ent_status_t ent_i_slots_reserve(ent_i_slots_t *slots, ent_error_t *err)
{
    return ent_i_slots_reserve_many(slots, 1, err);
}

void ent_i_slots_empty(ent_i_slots_t *slots)
{
    if (slots->size > LEAST)
        ent_i_slots_free(slots);
    else if (slots->count > 0)
        memset(slots->slot, 0, slots->size * sizeof *slots->slot);
    slots->count = 0;
}

void ent_i_slots_free(ent_i_slots_t *slots)
{
    free(slots->slot);
    *slots = (ent_i_slots_t){0};
}
