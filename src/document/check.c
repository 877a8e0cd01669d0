/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `entente check` says of a data set, as text, JSON or a table. */
#include <math.h>
#include <string.h>

#include "base/unicode.h"
#include "document/json.h"
#include "document/table.h"
#include "entente/report.h"

enum { SHOWN_COLUMNS = 80 };

static const char *severity_name(ent_severity_t severity)
{
    static const char *const names[] = {
        [ENT_NOTE] = "note", [ENT_WARNING] = "warning", [ENT_ERROR] = "error"};

    return names[severity];
}

static void add_shown(ent_i_text_t *text, const char *string, size_t columns)
{
    ent_i_text_shown(text, string, strlen(string), columns);
}

static void add_fault(ent_i_text_t *text, const ent_fault_t *fault)
{
    add_shown(text, fault->file, 0);
    if (fault->line > 0)
        ent_i_text_printf(text, ":%lu", (unsigned long)fault->line);
    if (fault->line > 0 && fault->column > 0)
        ent_i_text_printf(text, ":%lu", (unsigned long)fault->column);
    ent_i_text_printf(text, ": %s: ", severity_name(fault->severity));
    add_shown(text, fault->message, 0);
    ent_i_text_putc(text, '\n');
}

static void add_account(ent_i_text_t *text, const char *name, const ent_account_t *account)
{
    add_shown(text, name, 0);
    ent_i_text_printf(text,
                      ": %zu row%s = %zu used + %zu merged + %zu set aside + %zu rejected"
                      " + %zu blank\n",
                      account->rows, account->rows == 1 ? "" : "s", account->state[ENT_ROW_USED],
                      account->state[ENT_ROW_MERGED], account->state[ENT_ROW_ASIDE],
                      account->state[ENT_ROW_REJECTED], account->state[ENT_ROW_BLANK]);
}

static void add_claim(ent_i_text_t *text, const ent_dataset_t *dataset, const ent_claim_t *claim)
{
    ent_row_t row = ent_dataset_row(dataset, claim->row);

    ent_i_text_puts(text, "  ");
    add_shown(text, claim->value, SHOWN_COLUMNS);
    if (claim->as_of_text[0] != '\0') {
        ent_i_text_puts(text, " (as of ");
        add_shown(text, claim->as_of_text, SHOWN_COLUMNS);
        ent_i_text_puts(text, ")");
    } else {
        ent_i_text_puts(text, " (undated)");
    }
    if (claim->source[0] != '\0') {
        ent_i_text_puts(text, ", says ");
        add_shown(text, claim->source, SHOWN_COLUMNS);
    }
    ent_i_text_puts(text, ", ");
    add_shown(text, ent_dataset_table(dataset, row.table)->file, 0);
    ent_i_text_printf(text, ":%lu\n", (unsigned long)row.line);
}

static void add_contradiction(ent_i_text_t *text, const ent_dataset_t *dataset,
                              const ent_contradiction_t *contradiction)
{
    ent_i_text_puts(text, "contradiction: ");
    add_shown(text, contradiction->subject, SHOWN_COLUMNS);
    ent_i_text_puts(text, ", ");
    add_shown(text, contradiction->property, SHOWN_COLUMNS);
    ent_i_text_puts(text, ":\n");
    for (size_t i = 0; i < contradiction->claim_count; i++)
        add_claim(text, dataset, ent_dataset_claim(dataset, contradiction->claim[i]));
}

static size_t count_faults(const ent_dataset_t *dataset, ent_severity_t severity)
{
    size_t count = 0;

    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
        count += ent_dataset_fault(dataset, i)->severity == severity;
    return count;
}

static void add_count(ent_i_text_t *text, size_t count, const char *one, const char *many,
                      const char *behind)
{
    ent_i_text_printf(text, "%zu %s%s", count, count == 1 ? one : many, behind);
}

static void add_totals(ent_i_text_t *text, const ent_dataset_t *dataset)
{
    add_count(text, count_faults(dataset, ENT_ERROR), "error", "errors", ", ");
    add_count(text, count_faults(dataset, ENT_WARNING), "warning", "warnings", ", ");
    add_count(text, count_faults(dataset, ENT_NOTE), "note", "notes", ", ");
    add_count(text, ent_dataset_contradiction_count(dataset), "contradiction", "contradictions",
              "\n");
}

ent_status_t ent_check_text(ent_blob_t *blob, const ent_dataset_t *dataset,
                            const ent_selection_t *selection, ent_error_t *err)
{
    ent_status_t status;
    ent_account_t account;
    ent_i_text_t text = {0};

    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
        add_fault(&text, ent_dataset_fault(dataset, i));
    for (size_t i = 0; i < ent_dataset_contradiction_count(dataset); i++)
        add_contradiction(&text, dataset, ent_dataset_contradiction(dataset, i));
    for (size_t i = 0; i < ent_dataset_table_count(dataset); i++) {
        ent_dataset_account(dataset, &account, (ent_id_t)i, selection);
        add_account(&text, ent_dataset_table(dataset, (ent_id_t)i)->file, &account);
    }
    ent_dataset_account(dataset, &account, ENT_NONE, selection);
    add_account(&text, "all tables", &account);
    add_totals(&text, dataset);
    status = ent_i_text_finish(&text, blob, err);
    ent_i_text_free(&text);
    return status;
}

static void put_table(ent_i_json_t *json, json_t *list, const char *file,
                      const ent_account_t *account)
{
    json_t *table = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, table, "file", file);
    ent_i_json_size(json, table, "rows", account->rows);
    ent_i_json_size(json, table, "used", account->state[ENT_ROW_USED]);
    ent_i_json_size(json, table, "merged", account->state[ENT_ROW_MERGED]);
    ent_i_json_size(json, table, "set_aside", account->state[ENT_ROW_ASIDE]);
    ent_i_json_size(json, table, "rejected", account->state[ENT_ROW_REJECTED]);
    ent_i_json_size(json, table, "blank", account->state[ENT_ROW_BLANK]);
}

static void put_fault(ent_i_json_t *json, json_t *list, const ent_fault_t *fault)
{
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "file", fault->file);
    ent_i_json_size(json, object, "line", fault->line);
    ent_i_json_size(json, object, "column", fault->column);
    ent_i_json_text(json, object, "severity", severity_name(fault->severity));
    ent_i_json_text(json, object, "message", fault->message);
}

static void put_claim(ent_i_json_t *json, json_t *list, const ent_dataset_t *dataset,
                      const ent_claim_t *claim)
{
    ent_row_t row = ent_dataset_row(dataset, claim->row);
    json_t *object = ent_i_json_object(json, list, NULL);

    ent_i_json_text(json, object, "value", claim->value);
    ent_i_json_text(json, object, "as_of", claim->as_of_text);
    ent_i_json_text(json, object, "source", claim->source);
    ent_i_json_text(json, object, "note", claim->note);
    ent_i_json_text(json, object, "file", ent_dataset_table(dataset, row.table)->file);
    ent_i_json_size(json, object, "line", row.line);
}

static void put_contradiction(ent_i_json_t *json, json_t *list, const ent_dataset_t *dataset,
                              const ent_contradiction_t *contradiction)
{
    json_t *object = ent_i_json_object(json, list, NULL);
    json_t *claims;

    ent_i_json_text(json, object, "subject", contradiction->subject);
    ent_i_json_text(json, object, "property", contradiction->property);
    claims = ent_i_json_array(json, object, "claims");
    for (size_t i = 0; i < contradiction->claim_count; i++)
        put_claim(json, claims, dataset, ent_dataset_claim(dataset, contradiction->claim[i]));
}

ent_status_t ent_check_json(ent_blob_t *blob, const ent_dataset_t *dataset,
                            const ent_selection_t *selection, ent_error_t *err)
{
    ent_i_json_t json;
    json_t *list;

    ent_i_json_open(&json);
    list = ent_i_json_array(&json, json.root, "tables");
    for (size_t i = 0; i < ent_dataset_table_count(dataset); i++) {
        ent_account_t account;

        ent_dataset_account(dataset, &account, (ent_id_t)i, selection);
        put_table(&json, list, ent_dataset_table(dataset, (ent_id_t)i)->file, &account);
    }
    list = ent_i_json_array(&json, json.root, "faults");
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
        put_fault(&json, list, ent_dataset_fault(dataset, i));
    list = ent_i_json_array(&json, json.root, "contradictions");
    for (size_t i = 0; i < ent_dataset_contradiction_count(dataset); i++)
        put_contradiction(&json, list, dataset, ent_dataset_contradiction(dataset, i));
    return ent_i_json_finish(&json, blob, err);
}

static void add_fault_row(ent_i_table_t *table, const ent_fault_t *fault)
{
    ent_i_table_row(table);
    ent_i_table_text(table, fault->file);
    ent_i_table_number(table, fault->line > 0 ? (double)fault->line : (double)NAN);
    ent_i_table_number(table, fault->column > 0 ? (double)fault->column : (double)NAN);
    ent_i_table_text(table, severity_name(fault->severity));
    ent_i_table_text(table, fault->message);
}

ent_status_t ent_check_sheet(ent_sheet_t **sheet, const ent_dataset_t *dataset, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, 0, err);
    ent_i_table_column(&table, "file", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "line", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "column", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "severity", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "message", ENT_COLUMN_TEXT);
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
        add_fault_row(&table, ent_dataset_fault(dataset, i));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
