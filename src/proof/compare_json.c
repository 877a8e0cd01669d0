/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two JSON values, field by field. */
#include <stdlib.h>
#include <string.h>

#include "document/json.h"
#include "proof/verify_i.h"

/* Fields told of one document; past so many nobody reads on. */
enum { FIELDS_TOLD = 20 };

typedef struct walk {
    ent_verification_t *verification;
    ent_difference_kind_t kind;
    const char *file;
    size_t told;
    ent_error_t *err;
} walk_t;

static ent_status_t tell(walk_t *walk, const char *path, const json_t *stored, const json_t *now)
{
    char *left = stored != NULL ? json_dumps(stored, ENT_VALUE_FLAGS) : NULL;
    char *right = now != NULL ? json_dumps(now, ENT_VALUE_FLAGS) : NULL;
    const ent_i_found_t found = {.kind = walk->kind,
                                 .file = walk->file,
                                 .place = path,
                                 .stored = left != NULL ? left : "nothing",
                                 .now = right != NULL ? right : "nothing"};
    ent_status_t status;

    if ((stored != NULL && left == NULL) || (now != NULL && right == NULL))
        status = ent_i_no_memory(walk->err);
    else
        status = ent_i_verify_add(walk->verification, &found, walk->err);
    walk->told++;
    free(left);
    free(right);
    return status;
}

static ent_status_t compare(walk_t *walk, const char *path, const json_t *stored,
                            const json_t *now);

/* Goes on with what lies at `inner`, which is freed. */
static ent_status_t compare_below(walk_t *walk, ent_i_text_t *inner, const json_t *stored,
                                  const json_t *now)
{
    ent_status_t status =
        inner->failed ? ent_i_no_memory(walk->err) : compare(walk, inner->bytes, stored, now);

    ent_i_text_free(inner);
    return status;
}

static ent_status_t compare_key(walk_t *walk, const char *path, const char *key,
                                const json_t *stored, const json_t *now)
{
    ent_i_text_t inner = {0};

    ent_i_text_printf(&inner, "%s%s%s", path, path[0] != '\0' ? "." : "", key);
    return compare_below(walk, &inner, stored, now);
}

static ent_status_t compare_objects(walk_t *walk, const char *path, const json_t *stored,
                                    const json_t *now)
{
    ent_status_t status = ENT_OK;
    const char *key;
    json_t *value;

    json_object_foreach((json_t *)(uintptr_t)stored, key, value)
    {
        ENT_TRY(compare_key(walk, path, key, value, json_object_get(now, key)));
    }
    json_object_foreach((json_t *)(uintptr_t)now, key, value)
    {
        if (json_object_get(stored, key) == NULL)
            ENT_TRY(compare_key(walk, path, key, NULL, value));
    }

cleanup:
    return status;
}

/* An element is called by its file or key where it has one, else by its number. */
static ent_status_t compare_elements(walk_t *walk, const char *path, size_t index,
                                     const json_t *stored, const json_t *now)
{
    static const char *const names[] = {"file", "key"};
    ent_i_text_t inner = {0};
    const char *name = NULL;

    for (size_t i = 0; i < 2 && name == NULL; i++)
        name = json_string_value(json_object_get(stored != NULL ? stored : now, names[i]));
    if (name != NULL)
        ent_i_text_printf(&inner, "%s[%s]", path, name);
    else
        ent_i_text_printf(&inner, "%s[%zu]", path, index);
    return compare_below(walk, &inner, stored, now);
}

static ent_status_t compare_arrays(walk_t *walk, const char *path, const json_t *stored,
                                   const json_t *now)
{
    ent_status_t status = ENT_OK;
    size_t count = json_array_size(stored);

    if (json_array_size(now) > count)
        count = json_array_size(now);
    for (size_t i = 0; i < count; i++)
        ENT_TRY(compare_elements(walk, path, i, json_array_get(stored, i), json_array_get(now, i)));

cleanup:
    return status;
}

static ent_status_t compare(walk_t *walk, const char *path, const json_t *stored, const json_t *now)
{
    if (walk->told >= FIELDS_TOLD || (stored != NULL && now != NULL && json_equal(stored, now)))
        return ENT_OK;
    if (json_is_object(stored) && json_is_object(now))
        return compare_objects(walk, path, stored, now);
    if (json_is_array(stored) && json_is_array(now))
        return compare_arrays(walk, path, stored, now);
    return tell(walk, path, stored, now);
}

ent_status_t ent_i_compare_json(ent_verification_t *verification, ent_difference_kind_t kind,
                                const char *file, const char *path, const json_t *stored,
                                const json_t *now, ent_error_t *err)
{
    walk_t walk = {.verification = verification, .kind = kind, .file = file, .err = err};

    return compare(&walk, path, stored, now);
}
