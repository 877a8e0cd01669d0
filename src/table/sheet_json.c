/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sheet as JSON: an array of objects, one a line; or the lines alone. */
#include <math.h>

#include "table/sheet_i.h"

static void put_string(ent_i_text_t *text, const char *string)
{
    ent_i_text_putc(text, '"');
    for (; *string != '\0'; string++) {
        unsigned char byte = (unsigned char)*string;

        if (byte < 0x20 || byte == 0x7f)
            ent_i_text_printf(text, "\\u%04x", byte);
        else {
            if (byte == '"' || byte == '\\')
                ent_i_text_putc(text, '\\');
            ent_i_text_putc(text, *string);
        }
    }
    ent_i_text_putc(text, '"');
}

static void put_row(const ent_sheet_t *sheet, ent_i_text_t *text, size_t row)
{
    for (size_t column = 0; column < sheet->column_count; column++) {
        const ent_i_cell_t *cell = ent_i_sheet_cell(sheet, row, column);

        ent_i_text_puts(text, column == 0 ? "{" : ", ");
        put_string(text, sheet->column[column].name);
        ent_i_text_puts(text, ": ");
        if (sheet->column[column].kind == ENT_COLUMN_TEXT)
            put_string(text, cell->text);
        else
            ent_i_text_puts(text, isfinite(cell->number) ? cell->text : "null");
    }
    ent_i_text_putc(text, '}');
}

void ent_i_sheet_to_json(const ent_sheet_t *sheet, ent_i_text_t *text, bool lines)
{
    if (!lines)
        ent_i_text_putc(text, '[');
    for (size_t row = 0; row < sheet->row_count; row++) {
        if (!lines)
            ent_i_text_puts(text, row == 0 ? "\n" : ",\n");
        put_row(sheet, text, row);
        if (lines)
            ent_i_text_putc(text, '\n');
    }
    if (!lines)
        ent_i_text_puts(text, sheet->row_count == 0 ? "]\n" : "\n]\n");
}
