/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Filling a sheet without asking after every cell: the first failure is kept and told at the end.
 */
#ifndef ENT_DOCUMENT_TABLE_H
#define ENT_DOCUMENT_TABLE_H

#include "base/memory.h"
#include "entente/network.h"
#include "entente/sheet.h"

typedef struct ent_i_table {
    ent_sheet_t *sheet;
    ent_status_t status;
    ent_error_t *err;
    size_t rejected; /* input rows that the results lack; 0: none */
    bool filling;    /* a row is begun */
} ent_i_table_t;

/* Begins a table. With rejected rows it ends in a column `rejected_rows` that says how many input
 * rows its numbers lack, so that a table taken out of its folder still says so. */
void ent_i_table_open(ent_i_table_t *table, size_t rejected, ent_error_t *err);
void ent_i_table_column(ent_i_table_t *table, const char *name, ent_column_kind_t kind);
void ent_i_table_row(ent_i_table_t *table);
void ent_i_table_text(ent_i_table_t *table, const char *text);
/* The same, where NULL means that memory ran out. */
void ent_i_table_name(ent_i_table_t *table, const char *name);
/* Puts what `text` holds, and frees it. */
void ent_i_table_take(ent_i_table_t *table, ent_i_text_t *text);
void ent_i_table_number(ent_i_table_t *table, double number);
void ent_i_table_size(ent_i_table_t *table, size_t number);

/* Four cells: id, name (in `language`, NULL for the data set's own), kind, country. */
void ent_i_table_vertex(ent_i_table_t *table, const ent_network_t *network, ent_id_t vertex,
                        const char *language);

/* Hands the sheet over, or returns the first failure. */
ent_status_t ent_i_table_close(ent_i_table_t *table, ent_sheet_t **sheet);
/* Frees what ent_i_table_close() did not hand over; a zeroed table is allowed. */
void ent_i_table_discard(ent_i_table_t *table);

#endif
