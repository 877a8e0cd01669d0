/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The tables of the report folder, a sheet each. */
#ifndef ENT_REPORT_TABLES_H
#define ENT_REPORT_TABLES_H

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

/* What became of a row under the report's selection. */
ent_row_state_t ent_i_row_state(const ent_i_report_t *report, const ent_row_t *row);

/* The source of an id in sources.csv; NULL when there is none. */
const ent_source_t *ent_i_source_find(const ent_dataset_t *dataset, const char *id, size_t size);

#endif
