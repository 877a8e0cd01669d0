/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of measures as a sheet. */
#include "entente/report.h"
#include "report/table.h"

static const char *const columns[] = {"measure",   "definition", "unit",     "range",
                                      "undefined", "weights",    "networks", "best",
                                      "cost",      "reference",  "doi"};

static void put_networks(ent_i_table_t *table, unsigned modes)
{
    static const char *const names[] = {[ENT_FOR_ONE_MODE] = "one-mode",
                                        [ENT_FOR_TWO_MODE] = "two-mode",
                                        [ENT_FOR_DIRECTED] = "directed"};
    ent_i_text_t text = {0};

    for (unsigned bit = ENT_FOR_ONE_MODE; bit <= ENT_FOR_DIRECTED; bit <<= 1) {
        if ((modes & bit) == 0)
            continue;
        ent_i_text_puts(&text, text.size > 0 ? ", " : "");
        ent_i_text_puts(&text, names[bit]);
    }
    ent_i_table_take(table, &text);
}

static void add_measure(ent_i_table_t *table, const ent_measure_t *measure)
{
    ent_i_table_row(table);
    ent_i_table_text(table, measure->name);
    ent_i_table_text(table, measure->definition);
    ent_i_table_text(table, measure->unit);
    ent_i_table_text(table, measure->range);
    ent_i_table_text(table, measure->undefined);
    ent_i_table_text(table, measure->weights);
    put_networks(table, measure->modes);
    ent_i_table_text(table, measure->ascending ? "smallest" : "largest");
    ent_i_table_text(table, measure->cost);
    ent_i_table_text(table, measure->reference);
    ent_i_table_text(table, measure->doi);
}

ent_status_t ent_measures_sheet(ent_sheet_t **sheet, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, 0, err);
    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        ent_i_table_column(&table, columns[i], ENT_COLUMN_TEXT);
    for (size_t i = 0; i < ent_measure_count(); i++)
        add_measure(&table, ent_measure_at(i));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
