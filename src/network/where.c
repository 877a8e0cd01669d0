/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The filter of actors: COLUMN=VALUE, several joined by commas.
 *
 * Different columns must all match; a column given more than once may match any of its values. A
 * comma belongs to the value when what follows has no '=': "name=Cork, Ireland". */
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "network/view.h"

typedef struct clause {
    char *column;
    char *key; /* of the value, as names are told apart */
} clause_t;

struct ent_i_where {
    clause_t *clause;
    size_t count;
    size_t capacity;
};

/* The end of the clause that begins at `text`: a comma with another '=' behind, or the end. */
static const char *clause_end(const char *text)
{
    for (const char *at = strchr(text, ','); at != NULL; at = strchr(at + 1, ',')) {
        const char *equals = strchr(at, '=');
        const char *comma = strchr(at + 1, ',');

        if (equals != NULL && (comma == NULL || equals < comma))
            return at;
    }
    return text + strlen(text);
}

static char *copy_trimmed(const char *begin, const char *end)
{
    while (begin < end && *begin == ' ')
        begin++;
    while (end > begin && end[-1] == ' ')
        end--;
    return strndup(begin, (size_t)(end - begin));
}

static ent_status_t add_clause(ent_i_where_t *where, const char *text, const char *end,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *equals = memchr(text, '=', (size_t)(end - text));
    clause_t *clause;
    char *value = NULL;

    if (equals == NULL || equals == text)
        return ent_i_fail(err, ENT_EINVAL,
                          "The filter '%.*s' is not of the form COLUMN=VALUE, such as country=KR.",
                          (int)(end - text), text);
    ENT_TRY(ENT_GROW(where->clause, where->count, where->capacity, err));
    clause = &where->clause[where->count++];
    *clause = (clause_t){0};
    clause->column = copy_trimmed(text, equals);
    value = copy_trimmed(equals + 1, end);
    if (value != NULL)
        clause->key = ent_i_name_key(value);
    if (clause->column == NULL || clause->key == NULL)
        status = ent_i_no_memory(err);

cleanup:
    free(value);
    return status;
}

static bool has_column(const ent_dataset_t *dataset, const char *column)
{
    size_t actors = ent_dataset_actor_count(dataset);

    for (size_t i = 0; i < actors; i++) {
        if (ent_dataset_attribute(dataset, (ent_id_t)i, column) != NULL)
            return true;
    }
    return actors == 0;
}

ent_status_t ent_i_unknown_column(const ent_dataset_t *dataset, const char *column,
                                  ent_error_t *err)
{
    static const char *const known[] = {"id",     "name",     "kind",      "country",
                                        "region", "latitude", "longitude", "source"};
    const size_t known_count = sizeof known / sizeof *known;
    ent_status_t status = ENT_OK;
    size_t count = known_count + (dataset != NULL ? ent_dataset_attribute_count(dataset) : 0);
    const char **candidate = NULL;
    const char *nearest;

    ENT_TRY(ent_i_alloc(&candidate, count, sizeof *candidate, err));
    for (size_t i = 0; i < count; i++)
        candidate[i] =
            i < known_count ? known[i] : ent_dataset_attribute_name(dataset, i - known_count);
    nearest = ent_i_nearest(column, candidate, count);
    status = nearest != NULL
                 ? ent_i_fail(err, ENT_EINVAL, "No actor has a column '%s'; did you mean '%s'?",
                              column, nearest)
                 : ent_i_fail(err, ENT_EINVAL,
                              "No actor has a column '%s'; name a column of the actors' tables, "
                              "such as kind, country or region.",
                              column);

cleanup:
    free(candidate);
    return status;
}

ent_status_t ent_i_where_new(ent_i_where_t **where, const char *text, const ent_dataset_t *dataset,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_where_t *made = NULL;
    const char *end;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    do {
        end = clause_end(text);
        ENT_TRY(add_clause(made, text, end, err));
        text = end + 1;
    } while (*end != '\0');
    for (size_t i = 0; i < made->count; i++) {
        if (!has_column(dataset, made->clause[i].column))
            ENT_TRY(ent_i_unknown_column(dataset, made->clause[i].column, err));
    }
    *where = made;
    made = NULL;

cleanup:
    ent_i_where_free(made);
    return status;
}

/* Whether an actor has one of the values that the filter gives for a column. */
static ent_status_t match_column(const ent_i_where_t *where, const ent_dataset_t *dataset,
                                 ent_id_t actor, const char *column, bool *matches,
                                 ent_error_t *err)
{
    const char *value = ent_dataset_attribute(dataset, actor, column);
    char *key;

    *matches = false;
    if (value == NULL)
        return ENT_OK;
    key = ent_i_name_key(value);
    if (key == NULL)
        return ent_i_no_memory(err);
    for (size_t i = 0; i < where->count; i++) {
        if (strcmp(where->clause[i].column, column) == 0 && strcmp(where->clause[i].key, key) == 0)
            *matches = true;
    }
    free(key);
    return ENT_OK;
}

ent_status_t ent_i_where_match(const ent_i_where_t *where, const ent_dataset_t *dataset,
                               ent_id_t actor, bool *matches, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    *matches = true;
    for (size_t i = 0; i < where->count && *matches; i++)
        ENT_TRY(match_column(where, dataset, actor, where->clause[i].column, matches, err));

cleanup:
    return status;
}

void ent_i_where_free(ent_i_where_t *where)
{
    if (where == NULL)
        return;
    for (size_t i = 0; i < where->count; i++) {
        free(where->clause[i].column);
        free(where->clause[i].key);
    }
    free(where->clause);
    free(where);
}
