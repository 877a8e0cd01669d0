/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What a sheet is made of, for the files that write it. */
#ifndef ENT_TABLE_SHEET_I_H
#define ENT_TABLE_SHEET_I_H

#include "base/memory.h"
#include "entente/sheet.h"

typedef struct ent_i_column {
    const char *name;
    ent_column_kind_t kind;
} ent_i_column_t;

typedef struct ent_i_cell {
    const char *text; /* a number's written form; "" for an empty cell */
    double number;    /* NaN for text */
} ent_i_cell_t;

struct ent_sheet {
    ent_i_column_t *column;
    size_t column_count;
    size_t column_capacity;
    ent_i_cell_t *cell; /* row by row */
    size_t cell_count;
    size_t cell_capacity;
    size_t row_count; /* with the one that is being filled */
    bool drained;     /* the header is written, and rows may be gone */
    ent_i_arena_t names;
    ent_i_arena_t texts;
};

static inline const ent_i_cell_t *ent_i_sheet_cell(const ent_sheet_t *sheet, size_t row,
                                                   size_t column)
{
    return &sheet->cell[row * sheet->column_count + column];
}

/* Appends a sheet in one form; `text` carries the failure of memory. */
void ent_i_sheet_to_csv(const ent_sheet_t *sheet, ent_i_text_t *text, bool excel, bool header);
void ent_i_sheet_to_json(const ent_sheet_t *sheet, ent_i_text_t *text, bool lines);
ent_status_t ent_i_sheet_to_table(const ent_sheet_t *sheet, ent_i_text_t *text, ent_error_t *err);

/* Appends `field` so that no spreadsheet program runs it. */
void ent_i_formula_guard(ent_i_text_t *text, const char *field);

#endif
