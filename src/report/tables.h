/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of the report folder, a sheet each. */
#ifndef ENT_REPORT_TABLES_H
#define ENT_REPORT_TABLES_H

#include "document/table.h"
#include "report/report_i.h"

ent_status_t ent_i_actors_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                ent_error_t *err);
ent_status_t ent_i_ties_sheet(ent_sheet_t **sheet, const ent_i_report_t *report, ent_error_t *err);
ent_status_t ent_i_centrality_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                    ent_error_t *err);
ent_status_t ent_i_report_groups_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                       ent_error_t *err);
ent_status_t ent_i_brokers_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                 ent_error_t *err);
ent_status_t ent_i_contradictions_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                        ent_error_t *err);
ent_status_t ent_i_ledger_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                ent_error_t *err);

/* Begins a table of ties, in the columns of ties.csv; one row of it. */
void ent_i_ties_open(ent_i_table_t *table, const ent_i_report_t *report, ent_error_t *err);
void ent_i_ties_row(ent_i_table_t *table, const ent_i_report_t *report, const ent_record_t *record);

/* Why a tie does not count, or counts only at its widest; "" when it simply does. */
const char *ent_i_why_counts(ent_count_t count, const ent_record_t *record);

/* When the event of an attendance is, as written; "" where it is not stated. */
typedef struct ent_i_visit {
    const char *start;
    const char *end;
} ent_i_visit_t;

ent_i_visit_t ent_i_visit(const ent_dataset_t *dataset, const ent_record_t *record);

/* The rows of a record in the order of the tables; NULL when memory ran out, else to be freed. */
size_t *ent_i_rows_sorted(const ent_record_t *record);
/* "agreements.csv:12"; and all rows of a record, in that order, with "; " between. */
void ent_i_row_put(ent_i_text_t *text, const ent_dataset_t *dataset, size_t row);
void ent_i_rows_put(ent_i_text_t *text, const ent_dataset_t *dataset, const ent_record_t *record);

/* Whether a record is an office: a role in a network other than that of a plain member. */
bool ent_i_is_office(const ent_record_t *record);

/* What became of a row under the report's selection. */
ent_row_state_t ent_i_row_state(const ent_i_report_t *report, const ent_row_t *row);

/* The source of an id in sources.csv; NULL when there is none. */
const ent_source_t *ent_i_source_find(const ent_dataset_t *dataset, const char *id, size_t size);

#endif
