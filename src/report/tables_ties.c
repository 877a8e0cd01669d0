/* SPDX-License-Identifier: GPL-2.0-or-later */
/* ties.csv: one row an agreement, membership, attendance or edge of any status, with whether it
 * counts and the input rows and sources behind it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "document/table.h"
#include "report/tables.h"

static const struct {
    const char *name;
    ent_column_kind_t kind;
} columns[] = {
    {"kind", ENT_COLUMN_TEXT},          {"id", ENT_COLUMN_TEXT},
    {"party_a", ENT_COLUMN_TEXT},       {"party_b", ENT_COLUMN_TEXT},
    {"parties", ENT_COLUMN_TEXT},       {"names", ENT_COLUMN_TEXT},
    {"type", ENT_COLUMN_TEXT},          {"role", ENT_COLUMN_TEXT},
    {"status", ENT_COLUMN_TEXT},        {"counts", ENT_COLUMN_TEXT},
    {"why", ENT_COLUMN_TEXT},           {"signed", ENT_COLUMN_TEXT},
    {"from", ENT_COLUMN_TEXT},          {"to", ENT_COLUMN_TEXT},
    {"term_months", ENT_COLUMN_NUMBER}, {"signed_by", ENT_COLUMN_TEXT},
    {"on_behalf_of", ENT_COLUMN_TEXT},  {"event", ENT_COLUMN_TEXT},
    {"topics", ENT_COLUMN_TEXT},        {"reported_by", ENT_COLUMN_TEXT},
    {"weight", ENT_COLUMN_NUMBER},      {"confidence", ENT_COLUMN_NUMBER},
    {"directed", ENT_COLUMN_TEXT},      {"rows", ENT_COLUMN_TEXT},
    {"sources", ENT_COLUMN_TEXT},       {"urls", ENT_COLUMN_TEXT},
    {"note", ENT_COLUMN_TEXT},
};

const char *ent_i_why_counts(ent_count_t count, const ent_record_t *record)
{
    switch (count) {
    case ENT_COUNTS_MAYBE:
        return "its date is imprecise: it counts at its widest";
    case ENT_COUNTS_UNDATED:
        return "it has no start: it counts at every date";
    case ENT_NOT_STATUS:
        return ent_tie_status_name(record->status);
    case ENT_NOT_DATE:
        return "not in force on the date";
    default:
        return "";
    }
}

ent_i_visit_t ent_i_visit(const ent_dataset_t *dataset, const ent_record_t *record)
{
    const char *start = ent_dataset_attribute(dataset, record->party[1], "start");
    const char *end = ent_dataset_attribute(dataset, record->party[1], "end");

    return (ent_i_visit_t){start != NULL ? start : "", end != NULL ? end : ""};
}

static void add_parties(ent_i_table_t *table, const ent_i_report_t *report,
                        const ent_record_t *record)
{
    bool two = record->party_count == 2;
    ent_i_text_t ids = {0};
    ent_i_text_t names = {0};

    for (size_t i = 0; i < 2; i++)
        ent_i_table_text(table,
                         two ? ent_dataset_actor(report->dataset, record->party[i])->id : "");
    for (size_t i = 0; i < record->party_count; i++) {
        ent_i_text_puts(&ids, i > 0 ? ";" : "");
        ent_i_text_puts(&ids, ent_dataset_actor(report->dataset, record->party[i])->id);
        ent_i_text_puts(&names, i > 0 ? "; " : "");
        ent_i_text_puts(&names, ent_i_report_actor_name(report, record->party[i]));
    }
    ent_i_table_take(table, &ids);
    ent_i_table_take(table, &names);
}

static int compare_rows(const void *left, const void *right)
{
    const size_t *a = left;
    const size_t *b = right;

    return (*a > *b) - (*a < *b);
}

size_t *ent_i_rows_sorted(const ent_record_t *record)
{
    size_t *row = calloc(record->row_count + 1, sizeof *row);

    for (size_t i = 0; row != NULL && i < record->row_count; i++)
        row[i] = record->row[i];
    if (row != NULL && record->row_count > 1)
        qsort(row, record->row_count, sizeof *row, compare_rows);
    return row;
}

void ent_i_rows_put(ent_i_text_t *text, const ent_dataset_t *dataset, const ent_record_t *record)
{
    size_t *row = ent_i_rows_sorted(record);

    text->failed = text->failed || row == NULL;
    for (size_t i = 0; row != NULL && i < record->row_count; i++) {
        ent_i_text_puts(text, i > 0 ? "; " : "");
        ent_i_row_put(text, dataset, row[i]);
    }
    free(row);
}

void ent_i_row_put(ent_i_text_t *text, const ent_dataset_t *dataset, size_t row)
{
    ent_row_t of = ent_dataset_row(dataset, row);

    ent_i_text_printf(text, "%s:%lu", ent_dataset_table(dataset, of.table)->file,
                      (unsigned long)of.line);
}

static void add_rows(ent_i_table_t *table, const ent_i_report_t *report, const ent_record_t *record)
{
    ent_i_text_t text = {0};

    ent_i_rows_put(&text, report->dataset, record);
    ent_i_table_take(table, &text);
}

/* The addresses of a list of sources. */
static void add_urls(ent_i_table_t *table, const ent_i_report_t *report, const char *sources)
{
    ent_i_text_t text = {0};
    const char *id;
    size_t size;

    while (ent_i_list_next(&sources, &id, &size)) {
        const ent_source_t *source = ent_i_source_find(report->dataset, id, size);

        if (source != NULL && source->url[0] != '\0') {
            ent_i_text_puts(&text, text.size > 0 ? " " : "");
            ent_i_text_puts(&text, source->url);
        }
    }
    ent_i_table_take(table, &text);
}

void ent_i_ties_row(ent_i_table_t *table, const ent_i_report_t *report, const ent_record_t *record)
{
    ent_count_t count = ent_selection_judge(report->selection, record);
    bool counts = count != ENT_NOT_STATUS && count != ENT_NOT_DATE;

    ent_i_table_row(table);
    ent_i_table_text(table, ent_tie_kind_name(record->kind));
    ent_i_table_text(table, record->id);
    add_parties(table, report, record);
    ent_i_table_text(table, record->type);
    ent_i_table_text(table, record->role);
    ent_i_table_text(table, ent_tie_status_name(record->status));
    ent_i_table_text(table, counts ? "yes" : "no");
    ent_i_table_text(table, ent_i_why_counts(count, record));
    ent_i_table_text(table, record->signed_text);
    ent_i_table_text(table, record->from_text);
    ent_i_table_text(table, record->to_text);
    ent_i_table_number(table, record->term_months > 0 ? record->term_months : (double)NAN);
    ent_i_table_text(table, record->signed_by);
    ent_i_table_text(table, record->on_behalf_of);
    ent_i_table_text(table, record->event);
    ent_i_table_text(table, record->topics);
    ent_i_table_text(table, record->reported_by);
    ent_i_table_number(table, record->weight);
    ent_i_table_number(table, record->confidence);
    ent_i_table_text(table, record->directed ? "yes" : "no");
    add_rows(table, report, record);
    ent_i_table_text(table, record->source);
    add_urls(table, report, record->source);
    ent_i_table_text(table, record->note);
}

void ent_i_ties_open(ent_i_table_t *table, const ent_i_report_t *report, ent_error_t *err)
{
    ent_i_table_open(table, report->rejected, err);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        ent_i_table_column(table, columns[i].name, columns[i].kind);
}

/* Notes the records behind the bridges of each view: bit v for view v. */
static ent_status_t mark_bridges(unsigned char *in, const ent_i_report_t *report, ent_error_t *err)
{
    bool *bridge = NULL;
    ent_status_t status = ENT_OK;

    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_network_t *network = report->view[v].network;
        size_t ties = network != NULL ? ent_network_tie_count(network) : 0;

        free(bridge);
        bridge = NULL;
        if (ties == 0)
            continue;
        ENT_TRY(ent_i_alloc(&bridge, ties, sizeof *bridge, err));
        ENT_TRY(ent_network_bridges(network, bridge, err));
        for (size_t t = 0; t < ties; t++)
            for (size_t r = 0; bridge[t] && r < ent_network_tie_record_count(network, t); r++)
                in[ent_network_tie_record(network, t, r)] |= (unsigned char)(1U << v);
    }

cleanup:
    free(bridge);
    return status;
}

/* "whole; agreements": the views in which nothing else joins the parties. */
static void add_bridge(ent_i_table_t *table, const ent_i_report_t *report, unsigned in)
{
    ent_i_text_t views = {0};

    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if ((in >> v & 1) == 0)
            continue;
        ent_i_text_puts(&views, views.size > 0 ? "; " : "");
        ent_i_text_puts(&views, report->view[v].name);
    }
    ent_i_table_take(table, &views);
}

ent_status_t ent_i_ties_sheet(ent_sheet_t **sheet, const ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t records = ent_dataset_record_count(report->dataset);
    unsigned char *bridge_in = NULL;
    ent_i_table_t table = {0};

    ENT_TRY(ent_i_alloc(&bridge_in, records, 1, err));
    ENT_TRY(mark_bridges(bridge_in, report, err));
    ent_i_ties_open(&table, report, err);
    ent_i_table_column(&table, "bridge_in", ENT_COLUMN_TEXT);
    for (size_t i = 0; i < records; i++) {
        ent_i_ties_row(&table, report, ent_dataset_record(report->dataset, (ent_id_t)i));
        add_bridge(&table, report, bridge_in[i]);
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    free(bridge_in);
    ent_i_table_discard(&table);
    return status;
}
