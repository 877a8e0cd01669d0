/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a verification found: asked for, as text, as JSON, as a table. */
#include <math.h>

#include "document/json.h"
#include "document/table.h"
#include "proof/verify_i.h"

size_t ent_verification_file_count(const ent_verification_t *verification)
{
    return verification->file_count;
}

size_t ent_verification_difference_count(const ent_verification_t *verification)
{
    return verification->difference_count;
}

const ent_difference_t *ent_verification_difference(const ent_verification_t *verification,
                                                    size_t index)
{
    return &verification->difference[index];
}

size_t ent_verification_reason_count(const ent_verification_t *verification)
{
    return verification->reason_count;
}

const char *ent_verification_reason(const ent_verification_t *verification, size_t index)
{
    return verification->reason[index];
}

const char *ent_difference_kind_name(ent_difference_kind_t kind)
{
    static const char *const names[ENT_DIFFERENCE_COUNT] = {
        "missing", "foreign", "changed", "computed", "manifest", "input", "failed"};

    return (unsigned)kind < ENT_DIFFERENCE_COUNT ? names[kind] : "unknown";
}

/* What a person reads of each kind. */
static const char *say_kind(ent_difference_kind_t kind)
{
    static const char *const words[ENT_DIFFERENCE_COUNT] = {"is missing",
                                                            "is not of the report",
                                                            "was changed after it was written",
                                                            "comes out otherwise now",
                                                            "the manifest comes out otherwise now",
                                                            "is not the file that was read",
                                                            "cannot be computed again"};

    return words[kind];
}

static void put_difference(ent_i_text_t *text, const ent_difference_t *difference)
{
    bool pair = difference->stored[0] != '\0' || difference->now[0] != '\0';

    ent_i_text_printf(text, "  %s", difference->file);
    if (difference->line > 0)
        ent_i_text_printf(text, ":%llu", (unsigned long long)difference->line);
    if (difference->line > 0 && difference->column > 0)
        ent_i_text_printf(text, ":%llu", (unsigned long long)difference->column);
    ent_i_text_printf(text, ": %s", say_kind(difference->kind));
    if (difference->line == 0 && difference->column > 0)
        ent_i_text_printf(text, ", from byte %llu on", (unsigned long long)difference->column);
    if (difference->place[0] != '\0')
        ent_i_text_printf(text, ": %s", difference->place);
    if (pair)
        ent_i_text_printf(text, ": %s; now %s",
                          difference->stored[0] != '\0' ? difference->stored : "nothing",
                          difference->now[0] != '\0' ? difference->now : "nothing");
    ent_i_text_putc(text, '\n');
}

ent_status_t ent_verification_text(const ent_verification_t *verification, ent_blob_t *blob,
                                   ent_error_t *err)
{
    ent_i_text_t text = {0};
    size_t count = verification->difference_count;

    if (count == 0)
        ent_i_text_printf(&text, "%s: %zu files, every byte the same\n", verification->dir,
                          verification->file_count);
    else
        ent_i_text_printf(&text, "%s: %zu files, %zu difference%s\n", verification->dir,
                          verification->file_count, count, count == 1 ? "" : "s");
    for (size_t i = 0; i < count; i++)
        put_difference(&text, &verification->difference[i]);
    for (size_t i = 0; i < verification->reason_count; i++)
        ent_i_text_printf(&text, "why: %s\n", verification->reason[i]);
    return ent_i_text_finish(&text, blob, err);
}

static void put_object(ent_i_json_t *json, json_t *list, const ent_difference_t *difference)
{
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "kind", ent_difference_kind_name(difference->kind));
    ent_i_json_text(json, object, "file", difference->file);
    ent_i_json_size(json, object, "line", (size_t)difference->line);
    ent_i_json_size(json, object, "column", (size_t)difference->column);
    ent_i_json_text(json, object, "place", difference->place);
    ent_i_json_text(json, object, "stored", difference->stored);
    ent_i_json_text(json, object, "now", difference->now);
}

ent_status_t ent_verification_json(const ent_verification_t *verification, ent_blob_t *blob,
                                   ent_error_t *err)
{
    ent_i_json_t json;
    json_t *list;

    ent_i_json_open(&json);
    ent_i_json_bool(&json, json.root, "same", verification->difference_count == 0);
    ent_i_json_size(&json, json.root, "files", verification->file_count);
    list = ent_i_json_array(&json, json.root, "differences");
    for (size_t i = 0; i < verification->difference_count; i++)
        put_object(&json, list, &verification->difference[i]);
    list = ent_i_json_array(&json, json.root, "reasons");
    for (size_t i = 0; i < verification->reason_count; i++)
        ent_i_json_text(&json, list, NULL, verification->reason[i]);
    return ent_i_json_finish(&json, blob, err);
}

static void add_row(ent_i_table_t *table, const ent_difference_t *difference)
{
    ent_i_table_row(table);
    ent_i_table_text(table, ent_difference_kind_name(difference->kind));
    ent_i_table_text(table, difference->file);
    ent_i_table_number(table, difference->line > 0 ? (double)difference->line : (double)NAN);
    ent_i_table_number(table, difference->column > 0 ? (double)difference->column : (double)NAN);
    ent_i_table_text(table, difference->place);
    ent_i_table_text(table, difference->stored);
    ent_i_table_text(table, difference->now);
}

ent_status_t ent_verification_sheet(const ent_verification_t *verification, ent_sheet_t **sheet,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, 0, err);
    ent_i_table_column(&table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "file", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "line", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "column", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "place", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "stored", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "now", ENT_COLUMN_TEXT);
    for (size_t i = 0; i < verification->difference_count; i++)
        add_row(&table, &verification->difference[i]);
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
