/* SPDX-License-Identifier: GPL-2.0-or-later */
/* An index from strings to numbers: each key is copied once and gets the number that it is added
 * with. Seeded hashing, so no input can make it slow. */
#ifndef ENT_BASE_NAMES_H
#define ENT_BASE_NAMES_H

#include "base/memory.h"

typedef struct ent_i_names ent_i_names_t;

/* The hash behind it, for other indices: every bit depends on every byte. */
uint64_t ent_i_hash(const char *bytes, size_t length);

ent_status_t ent_i_names_new(ent_i_names_t **names, ent_error_t *err);
void ent_i_names_free(ent_i_names_t *names);

/* Adds `key` with `value` unless it is there; *held (may be NULL) is the value now held. */
ent_status_t ent_i_names_add(ent_i_names_t *names, const char *key, ent_id_t value, ent_id_t *held,
                             ent_error_t *err);

/* The value of `key`, or ENT_NONE. */
ent_id_t ent_i_names_find(const ent_i_names_t *names, const char *key);

/* Sets the value of a key that is there already; does nothing for another. */
void ent_i_names_set(ent_i_names_t *names, const char *key, ent_id_t value);

#endif
