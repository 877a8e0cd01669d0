/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a manifest says of the inputs and of the run, held against what they are now. */
#include <stdio.h>
#include <string.h>

#include "proof/verify_i.h"

static const ent_i_listed_t *find_input(const ent_i_manifest_t *manifest, const char *file)
{
    for (size_t i = 0; i < manifest->input_count; i++) {
        if (strcmp(manifest->input[i].file, file) == 0)
            return &manifest->input[i];
    }
    return NULL;
}

/* A file that was read, as it is now. */
typedef struct input {
    const char *file;
    const char *sha256;
    size_t bytes;
    size_t rows; /* or ENT_NO_ROWS */
} input_t;

static size_t input_count(const ent_dataset_t *dataset)
{
    return ent_dataset_table_count(dataset) + ent_dataset_companion_count(dataset);
}

/* Tables first, then the files that say how they are read, which the manifest names without their
 * folder. */
static input_t input_at(const ent_dataset_t *dataset, size_t index)
{
    size_t tables = ent_dataset_table_count(dataset);
    const ent_companion_t *companion;
    const char *slash;

    if (index < tables) {
        const ent_table_t *table = ent_dataset_table(dataset, (ent_id_t)index);

        return (input_t){table->file, table->sha256, table->bytes, table->rows};
    }
    companion = ent_dataset_companion(dataset, index - tables);
    slash = strrchr(companion->file, '/');
    return (input_t){slash != NULL ? slash + 1 : companion->file, companion->sha256,
                     companion->bytes, ENT_NO_ROWS};
}

/* The SHA-256 that a file has now; NULL when it was not read. */
static const char *sha256_now(const ent_dataset_t *dataset, const char *file)
{
    for (size_t i = 0; i < input_count(dataset); i++) {
        input_t input = input_at(dataset, i);

        if (strcmp(input.file, file) == 0)
            return input.sha256;
    }
    return NULL;
}

/* "78 rows, 1012 bytes". */
static void say_size(char *text, size_t size, size_t rows, size_t bytes)
{
    if (rows != ENT_NO_ROWS)
        snprintf(text, size, "%zu row%s, %zu bytes", rows, rows == 1 ? "" : "s", bytes);
    else
        snprintf(text, size, "%zu bytes", bytes);
}

static ent_status_t judge_input(ent_i_verify_t *verify, input_t input, ent_error_t *err)
{
    const ent_i_listed_t *listed = find_input(&verify->manifest, input.file);
    char then[80] = "no such file";
    char now[80];
    char rows[80] = "";
    ent_i_found_t found = {.kind = ENT_DIFFERENCE_INPUT,
                           .file = input.file,
                           .place = rows,
                           .stored = then,
                           .now = now};
    ent_status_t status = ENT_OK;

    if (listed != NULL && strcmp(listed->sha256, input.sha256) == 0)
        return ENT_OK;
    if (listed != NULL)
        say_size(then, sizeof then, listed->rows, listed->bytes);
    say_size(now, sizeof now, input.rows, input.bytes);
    if (listed != NULL && input.rows != ENT_NO_ROWS)
        ENT_TRY(ent_i_verify_rows(verify, input.file, &found.line, rows, sizeof rows, err));
    ENT_TRY(ent_i_verify_add(verify->out, &found, err));

cleanup:
    return status;
}

ent_status_t ent_i_verify_inputs(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < input_count(verify->dataset); i++)
        ENT_TRY(judge_input(verify, input_at(verify->dataset, i), err));
    for (size_t i = 0; i < verify->manifest.input_count; i++) {
        const ent_i_listed_t *listed = &verify->manifest.input[i];
        char then[80];

        if (sha256_now(verify->dataset, listed->file) != NULL)
            continue;
        say_size(then, sizeof then, listed->rows, listed->bytes);
        ENT_TRY(ent_i_verify_file(verify, ENT_DIFFERENCE_INPUT, listed->file, then, "no such file",
                                  err));
    }

cleanup:
    return status;
}

/* The entry of a file in a list of the manifest. */
static const json_t *entry_of(const json_t *root, const char *key, const char *file)
{
    const json_t *entry;
    size_t i;

    json_array_foreach(json_object_get(root, key), i, entry)
    {
        const char *name = json_string_value(json_object_get(entry, "file"));

        if (name != NULL && strcmp(name, file) == 0)
            return entry;
    }
    return NULL;
}

/* Entries of files that are the same, whose fields should be. */
static ent_status_t compare_entry(ent_i_verify_t *verify, const char *key, const char *file,
                                  const json_t *now, ent_error_t *err)
{
    ent_i_text_t path = {0};
    ent_status_t status;

    ent_i_text_printf(&path, "%s[%s]", key, file);
    if (path.failed)
        return ent_i_no_memory(err);
    status = ent_i_compare_json(verify->out, ENT_DIFFERENCE_MANIFEST, ENT_VERIFY_MANIFEST,
                                path.bytes, entry_of(verify->manifest.root, key, file),
                                entry_of(now, key, file), err);
    ent_i_text_free(&path);
    return status;
}

static ent_status_t compare_entries(ent_i_verify_t *verify, const json_t *now, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < verify->manifest.input_count; i++) {
        const ent_i_listed_t *listed = &verify->manifest.input[i];
        const char *sha256 = sha256_now(verify->dataset, listed->file);

        if (sha256 != NULL && strcmp(sha256, listed->sha256) == 0)
            ENT_TRY(compare_entry(verify, "inputs", listed->file, now, err));
    }
    for (size_t i = 0; i < verify->manifest.output_count; i++) {
        if (!verify->kept[i].differs)
            ENT_TRY(compare_entry(verify, "outputs", verify->manifest.output[i].file, now, err));
    }

cleanup:
    return status;
}

static ent_status_t compare_fields(ent_i_verify_t *verify, const json_t *now, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *key;
    json_t *value;

    json_object_foreach(verify->manifest.root, key, value)
    {
        if (strcmp(key, "inputs") != 0 && strcmp(key, "outputs") != 0)
            ENT_TRY(ent_i_compare_json(verify->out, ENT_DIFFERENCE_MANIFEST, ENT_VERIFY_MANIFEST,
                                       key, value, json_object_get(now, key), err));
    }
    ENT_TRY(compare_entries(verify, now, err));

cleanup:
    return status;
}

/* The manifest as it would be written now. What follows from a file that differs is not told
 * again; a manifest whose fields are right may still have other blanks. */
ent_status_t ent_i_verify_manifest(ent_i_verify_t *verify, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_output_t *output = ent_i_verify_output(verify, ENT_VERIFY_MANIFEST);
    size_t before = verify->out->difference_count;
    json_t *now = json_loadb(output->blob.bytes, output->blob.size, 0, NULL);
    ent_i_text_t path = {0};
    ent_blob_t stored = {0};

    if (now == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(compare_fields(verify, now, err));
    if (before == verify->out->difference_count && !verify->manifest.plain) {
        ent_i_text_printf(&path, "%s/" ENT_VERIFY_MANIFEST, verify->dir);
        if (path.failed)
            ENT_TRY(ent_i_no_memory(err));
        ENT_TRY(ent_i_file_read(&stored, path.bytes, ENT_VERIFY_LIMIT, err));
        ENT_TRY(ent_i_compare(verify->out, ENT_DIFFERENCE_MANIFEST, ENT_VERIFY_MANIFEST, &stored,
                              &output->blob, err));
    }

cleanup:
    json_decref(now);
    ent_i_text_free(&path);
    ent_blob_free(&stored);
    return status;
}
