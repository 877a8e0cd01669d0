/* SPDX-License-Identifier: GPL-2.0-or-later */
/* contradictions.csv and ledger.csv: what the sources disagree on, and what became of every input
 * row. */
#include <string.h>

#include "base/unicode.h"
#include "dataset/digest.h"
#include "document/table.h"
#include "report/tables.h"

const ent_source_t *ent_i_source_find(const ent_dataset_t *dataset, const char *id, size_t size)
{
    for (size_t i = 0; i < ent_dataset_source_count(dataset); i++) {
        const ent_source_t *source = ent_dataset_source(dataset, i);

        if (strlen(source->id) == size && memcmp(source->id, id, size) == 0)
            return source;
    }
    return NULL;
}

/* Which text of a source. */
typedef enum part { TITLE, PUBLISHER, DATE, URL } part_t;

static const char *part_of(const ent_source_t *source, part_t part)
{
    switch (part) {
    case TITLE:
        return source->title;
    case PUBLISHER:
        return source->publisher;
    case DATE:
        return source->date;
    case URL:
        break;
    }
    return source->url;
}

/* One text of each source of a list, with "; " between. */
static void add_part(ent_i_table_t *table, const ent_dataset_t *dataset, const char *sources,
                     part_t part)
{
    ent_i_text_t text = {0};
    const char *id;
    size_t size;

    while (ent_i_list_next(&sources, &id, &size)) {
        const ent_source_t *source = ent_i_source_find(dataset, id, size);

        if (source == NULL || part_of(source, part)[0] == '\0')
            continue;
        ent_i_text_puts(&text, text.size > 0 ? "; " : "");
        ent_i_text_puts(&text, part_of(source, part));
    }
    ent_i_table_take(table, &text);
}

static void add_claim(ent_i_table_t *table, const ent_i_report_t *report, size_t number,
                      const ent_claim_t *claim)
{
    ent_row_t row = ent_dataset_row(report->dataset, claim->row);

    ent_i_table_row(table);
    ent_i_table_size(table, number);
    ent_i_table_text(table, claim->subject);
    ent_i_table_name(table, ent_i_report_subject(report, claim->subject));
    ent_i_table_text(table, claim->property);
    ent_i_table_text(table, claim->value);
    ent_i_table_text(table, claim->as_of_text);
    ent_i_table_text(table, claim->source);
    for (part_t part = TITLE; part <= URL; part++)
        add_part(table, report->dataset, claim->source, part);
    ent_i_table_text(table, claim->note);
    ent_i_table_text(table, ent_dataset_table(report->dataset, row.table)->file);
    ent_i_table_size(table, row.line);
}

ent_status_t ent_i_contradictions_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                        ent_error_t *err)
{
    static const char *const texts[] = {
        "subject",      "subject_name",     "property",    "value",      "as_of", "source",
        "source_title", "source_publisher", "source_date", "source_url", "note",  "file"};
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    ent_i_table_open(&table, report->rejected, err);
    ent_i_table_column(&table, "contradiction", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        ent_i_table_column(&table, texts[i], ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "line", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < ent_dataset_contradiction_count(report->dataset); i++) {
        const ent_contradiction_t *contradiction = ent_dataset_contradiction(report->dataset, i);

        for (size_t c = 0; c < contradiction->claim_count; c++)
            add_claim(&table, report, i + 1,
                      ent_dataset_claim(report->dataset, contradiction->claim[c]));
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}

ent_row_state_t ent_i_row_state(const ent_i_report_t *report, const ent_row_t *row)
{
    ent_count_t count;

    if (row->state != ENT_ROW_USED || row->record == ENT_NONE)
        return row->state;
    count =
        ent_selection_judge(report->selection, ent_dataset_record(report->dataset, row->record));
    return count == ENT_NOT_STATUS || count == ENT_NOT_DATE ? ENT_ROW_ASIDE : ENT_ROW_USED;
}

static const char *reason_of(const ent_i_report_t *report, const ent_row_t *row)
{
    const ent_record_t *record;

    if (ent_i_row_state(report, row) != ENT_ROW_ASIDE)
        return row->reason;
    record = ent_dataset_record(report->dataset, row->record);
    return ent_selection_judge(report->selection, record) == ENT_NOT_STATUS
               ? ent_tie_status_name(record->status)
               : "not in force on the date";
}

/* "agreement: cork;medellin". */
static void add_tie(ent_i_table_t *table, const ent_i_report_t *report, ent_id_t index)
{
    ent_i_text_t text = {0};

    if (index != ENT_NONE) {
        const ent_record_t *record = ent_dataset_record(report->dataset, index);

        ent_i_text_printf(&text, "%s: ", ent_tie_kind_name(record->kind));
        for (size_t i = 0; i < record->party_count; i++)
            ent_i_text_printf(&text, "%s%s", i > 0 ? ";" : "",
                              ent_dataset_actor(report->dataset, record->party[i])->id);
    }
    ent_i_table_take(table, &text);
}

static void add_ledger_row(ent_i_table_t *table, const ent_i_report_t *report, size_t index)
{
    ent_row_t row = ent_dataset_row(report->dataset, index);
    char digest[ENT_ROW_DIGEST_SIZE];
    const ent_table_t *of = ent_dataset_table(report->dataset, row.table);

    ent_i_table_row(table);
    ent_i_table_text(table, of->file);
    ent_i_table_size(table, row.line);
    ent_i_table_text(table, of->role);
    ent_i_table_text(table, ent_row_state_name(ent_i_row_state(report, &row)));
    ent_i_table_text(table, reason_of(report, &row));
    ent_i_table_text(
        table, row.actor != ENT_NONE ? ent_dataset_actor(report->dataset, row.actor)->id : "");
    add_tie(table, report, row.record);
    ent_i_row_digest(digest, report->dataset, index);
    ent_i_table_text(table, digest);
}

ent_status_t ent_i_ledger_sheet(ent_sheet_t **sheet, const ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    ent_i_table_open(&table, report->rejected, err);
    ent_i_table_column(&table, "file", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "line", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "table", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "state", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "reason", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "actor", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "tie", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "digest", ENT_COLUMN_TEXT);
    for (size_t i = 0; i < ent_dataset_row_count(report->dataset); i++)
        add_ledger_row(&table, report, i);
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
