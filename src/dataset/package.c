/* SPDX-License-Identifier: GPL-2.0-or-later */
/* datapackage.json (Frictionless) on input: which file is which table, and how it is written. What
 * it says and Entente cannot do is refused, lest a table be read otherwise than it is meant. */
#include <errno.h>
#include <jansson.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/unicode.h"
#include "dataset/package.h"
#include "table/encoding.h"

#define FILE_LIMIT ((size_t)16 << 20)

static const char package_name[] = "datapackage.json";

/* The resource that is being read. */
typedef struct reading {
    ent_i_load_t *load;
    const char *folder;
    const char *name; /* as shown */
    ent_i_resource_t resource;
    bool failed;
} reading_t;

ENT_PRINTF(2, 3)
static void refuse(reading_t *reading, const char *format, ...)
{
    char message[600];
    va_list args;

    va_start(args, format);
    vsnprintf(message, sizeof message, format, args);
    va_end(args);
    ent_i_tell_file(reading->load, package_name, ENT_ERROR, "resource %s: %s", reading->name,
                    message);
    reading->failed = true;
}

/* A value as JSON, quoted for a message. */
static const char *shown(reading_t *reading, const json_t *value)
{
    char *text = json_dumps(value, JSON_ENCODE_ANY | JSON_COMPACT | JSON_SORT_KEYS);
    const char *quoted = "";

    if (text == NULL)
        reading->load->no_memory = true;
    else
        quoted = ent_i_quote(reading->load, text);
    free(text);
    return quoted;
}

static const char *keep(reading_t *reading, const char *text)
{
    return ent_i_keep(reading->load, text, strlen(text));
}

/* Whether a path stays in the folder that it begins in. */
static bool stays(const char *path)
{
    const char *part = path;

    if (*path == '/' || strchr(path, '\\') != NULL)
        return false;
    while (part != NULL) {
        size_t size = strcspn(part, "/");

        if (size == 0 || (size == 2 && strncmp(part, "..", 2) == 0))
            return false;
        part = part[size] == '/' ? part + size + 1 : NULL;
    }
    return true;
}

static bool is_there(reading_t *reading, const char *path)
{
    ent_i_text_t *full = &reading->load->scratch;

    full->size = 0;
    ent_i_text_printf(full, "%s/%s", reading->folder, path);
    if (full->failed)
        reading->load->no_memory = true;
    return !full->failed && access(full->bytes, F_OK) == 0;
}

/* A path may stand alone or in a list; the parts of a table in several files are not joined. */
static void read_path(reading_t *reading, const json_t *value)
{
    const json_t *first = json_is_array(value) ? json_array_get(value, 0) : value;
    const char *path = json_string_value(first);

    while (path != NULL && strncmp(path, "./", 2) == 0)
        path += 2; /* the same file, and the same name for it */
    if (json_array_size(value) > 1)
        refuse(reading, "it lies in %zu files; join them into one", json_array_size(value));
    else if (path == NULL)
        refuse(reading, "it has no path; name its CSV file in 'path' (data in the descriptor are "
                        "not read)");
    else if (strstr(path, "://") != NULL)
        refuse(reading, "the path %s is an address; download the file and name it",
               shown(reading, first));
    else if (!stays(path))
        refuse(reading, "the path %s leaves the folder; name a file in it", shown(reading, first));
    else
        reading->resource.path = keep(reading, path);
}

static void read_encoding(reading_t *reading, const json_t *value)
{
    const char *encoding = json_string_value(value);
    ent_blob_t nothing = {0};

    if (value == NULL)
        return;
    if (encoding == NULL || ent_i_decode(&nothing, "", 0, encoding, NULL) == ENT_EINVAL)
        refuse(reading, "the encoding %s is not known here; name it as iconv does, such as utf-8",
               shown(reading, value));
    else
        reading->resource.encoding = keep(reading, encoding);
    ent_blob_free(&nothing);
}

static bool is_text(const json_t *value, const char *text)
{
    return json_is_string(value) && strcmp(json_string_value(value), text) == 0;
}

static void read_delimiter(reading_t *reading, const json_t *value)
{
    const char *text = json_string_value(value);

    if (text != NULL && strlen(text) == 1 && strchr(",;\t|:^~!#", text[0]) != NULL)
        reading->resource.separator = text[0];
    else
        refuse(reading, "the delimiter %s is not read; expected a comma, semicolon, tab or bar",
               shown(reading, value));
}

/* Whether the value is what the reader does anyway. */
static bool is_usual(const char *key, const json_t *value)
{
    if (strcmp(key, "quoteChar") == 0)
        return is_text(value, "\"");
    if (strcmp(key, "doubleQuote") == 0 || strcmp(key, "header") == 0)
        return json_is_true(value);
    if (strcmp(key, "lineTerminator") == 0)
        return is_text(value, "\n") || is_text(value, "\r\n") || is_text(value, "\r");
    return strcmp(key, "skipInitialSpace") == 0 || strcmp(key, "caseSensitiveHeader") == 0 ||
           strcmp(key, "csvddfVersion") == 0 || strcmp(key, "$schema") == 0 || json_is_null(value);
}

static void read_dialect(reading_t *reading, json_t *dialect)
{
    const char *key;
    json_t *value;

    if (dialect != NULL && !json_is_object(dialect))
        refuse(reading, "its dialect is %s; write it out in %s", shown(reading, dialect),
               package_name);
    json_object_foreach(dialect, key, value)
    {
        if (strcmp(key, "delimiter") == 0)
            read_delimiter(reading, value);
        else if (!is_usual(key, value))
            refuse(reading,
                   "the dialect's %s %s is not read; save the table as CSV with a header, quotes "
                   "\" doubled inside",
                   ent_i_quote(reading->load, key), shown(reading, value));
    }
}

static void read_missing(reading_t *reading, const json_t *values)
{
    size_t count = json_array_size(values);
    const char **missing =
        ent_i_arena_alloc(&reading->load->dataset->arena, (count + 1) * sizeof *missing);

    if (missing == NULL) {
        reading->load->no_memory = true;
        return;
    }
    if (values != NULL && !json_is_array(values))
        refuse(reading, "its missingValues are %s; expected a list of texts",
               shown(reading, values));
    for (size_t i = 0; i < count; i++) {
        const json_t *value = json_array_get(values, i);
        const char *text = json_string_value(value);

        if (text == NULL)
            text = json_string_value(json_object_get(value, "value"));
        if (text == NULL)
            refuse(reading, "its missing value %s is no text", shown(reading, value));
        else if (*text != '\0')
            missing[reading->resource.missing_count++] = keep(reading, text);
    }
    reading->resource.missing = missing;
}

/* How numbers are written is all that matters of a field: the columns have their own meaning. */
static void read_fields(reading_t *reading, const json_t *fields)
{
    static const char *const keys[] = {"decimalChar", "groupChar", "bareNumber"};

    for (size_t i = 0; i < json_array_size(fields); i++) {
        const json_t *field = json_array_get(fields, i);

        for (size_t k = 0; k < sizeof keys / sizeof *keys; k++) {
            const json_t *value = json_object_get(field, keys[k]);

            if (value != NULL && !is_text(value, ".") && !is_text(value, "") &&
                !json_is_true(value))
                refuse(
                    reading, "the field %s has the %s %s; write plain numbers with a decimal point",
                    shown(reading, json_object_get(field, "name")), keys[k], shown(reading, value));
        }
    }
}

static void read_schema(reading_t *reading, const json_t *schema)
{
    if (schema != NULL && !json_is_object(schema))
        refuse(reading, "its schema is %s; write it out in %s", shown(reading, schema),
               package_name);
    read_missing(reading, json_object_get(schema, "missingValues"));
    read_fields(reading, json_object_get(schema, "fields"));
}

/* Which table it is: by its name, else by its file's. */
static ent_i_role_t role_of(reading_t *reading, const char *name, const char *path)
{
    ent_i_text_t *file = &reading->load->scratch;
    ent_i_role_t role = ENT_ROLE_COUNT;
    const char *slash = path == NULL ? NULL : strrchr(path, '/');

    file->size = 0;
    ent_i_text_printf(file, "%s.csv", name == NULL ? "" : name);
    if (file->failed)
        reading->load->no_memory = true;
    else
        role = ent_i_role_of_file(file->bytes);
    if (role == ENT_ROLE_COUNT && path != NULL)
        role = ent_i_role_of_file(slash == NULL ? path : slash + 1);
    return role;
}

/* Files below the folder do not show otherwise; those in it are told with the other strangers. */
static void leave_out(reading_t *reading, const char *path)
{
    size_t length = path == NULL ? 0 : strlen(path);

    if (length > 4 && strcmp(path + length - 4, ".csv") == 0 && strchr(path, '/') != NULL)
        ent_i_tell_file(reading->load, package_name, ENT_WARNING,
                        "resource %s: it is none of the tables of a data set and is left out; "
                        "name it cities, memberships, agreements, …",
                        reading->name);
}

static void read_resource(reading_t *reading, ent_i_package_t *package, json_t *object)
{
    const char *name = json_string_value(json_object_get(object, "name"));
    const json_t *path = json_object_get(object, "path");
    const char *first = json_string_value(json_is_array(path) ? json_array_get(path, 0) : path);
    ent_i_role_t role = role_of(reading, name, first);

    reading->name = ent_i_quote(reading->load, name != NULL ? name : first != NULL ? first : "");
    if (role == ENT_ROLE_COUNT) {
        leave_out(reading, first);
        return;
    }
    package->refused[role] = true;
    read_path(reading, path);
    if (json_object_get(object, "compression") != NULL)
        refuse(reading, "its compression %s is not read; unpack the file",
               shown(reading, json_object_get(object, "compression")));
    read_encoding(reading, json_object_get(object, "encoding"));
    read_dialect(reading, json_object_get(object, "dialect"));
    read_schema(reading, json_object_get(object, "schema"));
    if (package->resource[role].path != NULL)
        refuse(reading, "it is a second table of %s beside %s; join them or remove one",
               ent_i_role_info(role)->name,
               ent_i_quote(reading->load, package->resource[role].path));
    if (!reading->failed && !is_there(reading, reading->resource.path))
        refuse(reading, "there is no file %s; correct the path",
               ent_i_quote(reading->load, reading->resource.path));
    if (reading->failed)
        return;
    package->refused[role] = false;
    package->resource[role] = reading->resource;
}

static ent_status_t read_resources(ent_i_load_t *load, ent_i_package_t *package, const char *folder,
                                   const json_t *root, ent_error_t *err)
{
    const json_t *resources = json_object_get(root, "resources");

    if (!json_is_array(resources))
        ent_i_tell_file(load, package_name, ENT_ERROR,
                        "found no list of 'resources'; expected a Frictionless data package: "
                        "correct the file or remove it");
    for (size_t i = 0; i < json_array_size(resources); i++) {
        reading_t reading = {.load = load, .folder = folder};

        read_resource(&reading, package, json_array_get(resources, i));
    }
    return ent_i_memory(load, err);
}

/* Adds the descriptor to the inputs and reads it as JSON. */
static ent_status_t parse(ent_i_load_t *load, const ent_blob_t *blob, json_t **root,
                          ent_error_t *err)
{
    size_t mark = strncmp(blob->bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
    json_error_t why = {0};
    ent_status_t status = ent_i_companion_add(load, package_name, "datapackage", blob, err);

    if (status != ENT_OK)
        return status;
    errno = 0;
    *root = json_loadb(blob->bytes + mark, blob->size - mark, JSON_REJECT_DUPLICATES, &why);
    if (*root != NULL)
        return ENT_OK;
    /* Where memory runs out inside a token, jansson calls the token invalid. */
    if (errno == ENOMEM || json_error_code(&why) == json_error_out_of_memory)
        return ent_i_no_memory(err);
    return ent_i_fail_at(err, ENT_EDATA, package_name, (uint64_t)(why.line > 0 ? why.line : 1),
                         (uint64_t)(why.column > 0 ? why.column : 1),
                         "is not JSON: %s; correct the file or remove it.", why.text);
}

ent_status_t ent_i_package_read(ent_i_load_t *load, ent_i_package_t *package, const char *folder,
                                ent_error_t *err)
{
    ent_i_text_t path = {0};
    ent_blob_t blob = {0};
    json_t *root = NULL;
    ent_status_t status = ENT_OK;

    *package = (ent_i_package_t){0};
    ent_i_text_printf(&path, "%s/%s", folder, package_name);
    if (path.failed)
        ENT_TRY(ent_i_no_memory(err));
    if (access(path.bytes, F_OK) != 0)
        goto cleanup;
    ENT_TRY(ent_i_file_read(&blob, path.bytes, FILE_LIMIT, err));
    ENT_TRY(parse(load, &blob, &root, err));
    ENT_TRY(read_resources(load, package, folder, root, err));

cleanup:
    json_decref(root);
    ent_blob_free(&blob);
    ent_i_text_free(&path);
    return status;
}

bool ent_i_package_names(const ent_i_package_t *package, const char *file)
{
    for (int role = 0; role < ENT_ROLE_COUNT; role++)
        if (package->resource[role].path != NULL && strcmp(package->resource[role].path, file) == 0)
            return true;
    return false;
}
