/* SPDX-License-Identifier: GPL-2.0-or-later */
/* JSON documents on jansson. */
#include "document/json.h"

#include <errno.h>
#include <math.h>

#include "base/number.h"

#define LARGEST_EXACT 9007199254740992.0 /* 2^53 */

/* jansson calls a word that it found no memory for a wrong one; malloc() says it in errno. */
json_t *ent_i_json_read(const char *bytes, size_t size, json_error_t *why, bool *no_memory)
{
    json_t *root = NULL;

    errno = 0;
    root = json_loadb(bytes, size, JSON_REJECT_DUPLICATES, why);
    *no_memory =
        root == NULL && (errno == ENOMEM || json_error_code(why) == json_error_out_of_memory);
    return root;
}

void ent_i_json_open(ent_i_json_t *json)
{
    json->root = json_object();
    json->failed = json->root == NULL;
}

void ent_i_json_free(ent_i_json_t *json)
{
    json_decref(json->root);
    json->root = NULL;
}

/* Takes over `value`; returns it as borrowed from the document, NULL when it could not be put. */
static json_t *put(ent_i_json_t *json, json_t *target, const char *key, json_t *value)
{
    int refused;

    if (target == NULL || value == NULL) {
        json_decref(value);
        refused = 1;
    } else if (key != NULL) {
        refused = json_object_set_new(target, key, value);
    } else {
        refused = json_array_append_new(target, value);
    }
    if (refused != 0) {
        json->failed = true;
        return NULL;
    }
    return value;
}

void ent_i_json_text(ent_i_json_t *json, json_t *target, const char *key, const char *text)
{
    put(json, target, key, json_string(text != NULL ? text : ""));
}

void ent_i_json_number(ent_i_json_t *json, json_t *target, const char *key, double number)
{
    double rounded = ent_i_number_round(number);

    if (!isfinite(rounded))
        put(json, target, key, json_null());
    else if (rounded == floor(rounded) && fabs(rounded) <= LARGEST_EXACT)
        put(json, target, key, json_integer((json_int_t)rounded));
    else
        put(json, target, key, json_real(rounded));
}

void ent_i_json_size(ent_i_json_t *json, json_t *target, const char *key, size_t number)
{
    put(json, target, key, json_integer((json_int_t)number));
}

void ent_i_json_bool(ent_i_json_t *json, json_t *target, const char *key, bool value)
{
    put(json, target, key, json_boolean(value));
}

void ent_i_json_null(ent_i_json_t *json, json_t *target, const char *key)
{
    put(json, target, key, json_null());
}

void ent_i_json_vertex(ent_i_json_t *json, json_t *target, const ent_network_t *network,
                       ent_id_t vertex)
{
    if (ent_network_dataset(network) != NULL)
        ent_i_json_text(json, target, NULL, ent_network_vertex_id(network, vertex));
    else
        ent_i_json_size(json, target, NULL, (size_t)vertex);
}

json_t *ent_i_json_object(ent_i_json_t *json, json_t *target, const char *key)
{
    return put(json, target, key, json_object());
}

json_t *ent_i_json_array(ent_i_json_t *json, json_t *target, const char *key)
{
    return put(json, target, key, json_array());
}

static int append(const char *bytes, size_t size, void *text)
{
    ent_i_text_add(text, bytes, size);
    return 0;
}

bool ent_i_json_dump(const json_t *root, ent_i_text_t *text)
{
    bool dumped =
        json_dump_callback(root, append, text, JSON_INDENT(2) | JSON_REAL_PRECISION(12)) == 0;

    ent_i_text_putc(text, '\n');
    return dumped && !text->failed;
}

ent_status_t ent_i_json_finish(ent_i_json_t *json, ent_blob_t *blob, ent_error_t *err)
{
    ent_status_t status;
    ent_i_text_t text = {0};

    json->failed = json->failed || !ent_i_json_dump(json->root, &text);
    status = json->failed ? ent_i_no_memory(err) : ent_i_text_finish(&text, blob, err);
    ent_i_text_free(&text);
    ent_i_json_free(json);
    return status;
}
