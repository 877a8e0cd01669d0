/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Sorting by small numbers, in time that grows with what is sorted alone. */
#ifndef ENT_BASE_SORT_H
#define ENT_BASE_SORT_H

#include "base/memory.h"

/* Sorts the items of `order`, indices of `key`, by key[item], which is 0 … keys - 1; items of one
 * key keep their order. So the least key of several comes first: by the last, …, by the first. */
ent_status_t ent_i_sort_by_key(ent_id_t *order, size_t count, const ent_id_t *key, size_t keys,
                               ent_error_t *err);

#endif
