/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which tables the report folder holds. */
#include "report/tables.h"

typedef ent_status_t make_fn(ent_sheet_t **sheet, const ent_i_report_t *report, ent_error_t *err);

static const struct {
    const char *name;
    make_fn *make;
} tables[] = {
    {"actors", ent_i_actors_sheet},
    {"brokers", ent_i_brokers_sheet},
    {"centrality", ent_i_centrality_sheet},
    {"contradictions", ent_i_contradictions_sheet},
    {"groups", ent_i_report_groups_sheet},
    {"ledger", ent_i_ledger_sheet},
    {"ties", ent_i_ties_sheet},
};

ent_status_t ent_i_report_tables(ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_sheet_t *sheet = NULL;

    for (size_t i = 0; i < sizeof tables / sizeof tables[0]; i++) {
        ENT_TRY(tables[i].make(&sheet, report, err));
        ENT_TRY(ent_i_report_add_sheet(report, tables[i].name, &sheet, err));
    }

cleanup:
    ent_sheet_free(sheet);
    return status;
}
