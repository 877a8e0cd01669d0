/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON documents on jansson: keys in the order in which they are set, numbers of 12 significant
 * digits, NaN as null. */
#ifndef ENT_DOCUMENT_JSON_H
#define ENT_DOCUMENT_JSON_H

#include <jansson.h>

#include "base/memory.h"
#include "entente/network.h"

/* A single value on one line. */
#define ENT_VALUE_FLAGS (JSON_ENCODE_ANY | JSON_COMPACT | JSON_REAL_PRECISION(12))

/* A document being filled. Failure is sticky: put freely and ask once, with ent_i_json_finish(). */
typedef struct ent_i_json {
    json_t *root;
    bool failed;
} ent_i_json_t;

/* Reads a document of which no key stands twice; NULL where it is not one (`why` says where), or
 * where memory ran out: then `no_memory` is set. To be freed with json_decref(). */
json_t *ent_i_json_read(const char *bytes, size_t size, json_error_t *why, bool *no_memory);

/* Begins an object. */
void ent_i_json_open(ent_i_json_t *json);
void ent_i_json_free(ent_i_json_t *json);

/* Sets a key of an object, or (key NULL) appends to an array. `target` may be NULL after an
 * earlier failure. */
void ent_i_json_text(ent_i_json_t *json, json_t *target, const char *key, const char *text);
void ent_i_json_number(ent_i_json_t *json, json_t *target, const char *key, double number);
void ent_i_json_size(ent_i_json_t *json, json_t *target, const char *key, size_t number);
void ent_i_json_bool(ent_i_json_t *json, json_t *target, const char *key, bool value);
void ent_i_json_null(ent_i_json_t *json, json_t *target, const char *key);
/* A vertex by its id; by its number in a network built from ties, which has no ids. */
void ent_i_json_vertex(ent_i_json_t *json, json_t *target, const ent_network_t *network,
                       ent_id_t vertex);
/* The new object or array, owned by the document; NULL after a failure. */
json_t *ent_i_json_object(ent_i_json_t *json, json_t *target, const char *key);
json_t *ent_i_json_array(ent_i_json_t *json, json_t *target, const char *key);

/* Appends a document as ent_i_json_finish() writes it; false when memory ran out. */
bool ent_i_json_dump(const json_t *root, ent_i_text_t *text);
/* Writes the document with a line break at its end, and frees it. */
ent_status_t ent_i_json_finish(ent_i_json_t *json, ent_blob_t *blob, ent_error_t *err);

#endif
