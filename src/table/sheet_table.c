/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A sheet as aligned columns for a terminal. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/unicode.h"
#include "table/sheet_i.h"

#define WIDEST_COLUMN 60
#define SHOWN_DIGITS 6

/* The cell as it is shown, in `shown`, which it empties first: whole numbers in full, others with
 * the digits that a reader can use. */
static void show(ent_i_text_t *shown, const ent_i_cell_t *cell)
{
    char number[ENT_NUMBER_SIZE];

    shown->size = 0;
    if (isnan(cell->number) || cell->number == trunc(cell->number)) {
        ent_i_text_shown(shown, cell->text, strlen(cell->text), WIDEST_COLUMN);
    } else {
        ent_i_number_format_digits(number, cell->number, SHOWN_DIGITS);
        ent_i_text_puts(shown, number);
    }
    ent_i_text_add(shown, "", 0);
}

static void show_name(ent_i_text_t *shown, const ent_i_column_t *column)
{
    shown->size = 0;
    ent_i_text_shown(shown, column->name, strlen(column->name), WIDEST_COLUMN);
    ent_i_text_add(shown, "", 0);
}

static void widen(size_t *width, const ent_i_text_t *shown)
{
    size_t columns = shown->failed ? 0 : ent_i_columns(shown->bytes);

    if (*width < columns)
        *width = columns;
}

static void pad(ent_i_text_t *text, size_t count)
{
    while (count-- > 0)
        ent_i_text_putc(text, ' ');
}

static void put(ent_i_text_t *text, const ent_i_text_t *shown, size_t width, bool right, bool last)
{
    size_t missing = shown->failed ? 0 : width - ent_i_columns(shown->bytes);

    text->failed = text->failed || shown->failed;
    if (right)
        pad(text, missing);
    if (!shown->failed)
        ent_i_text_add(text, shown->bytes, shown->size);
    if (!right)
        pad(text, missing);
    while (last && text->size > 0 && text->bytes[text->size - 1] == ' ')
        text->size--;
    ent_i_text_puts(text, last ? "\n" : "  ");
}

ent_status_t ent_i_sheet_to_table(const ent_sheet_t *sheet, ent_i_text_t *text, ent_error_t *err)
{
    ent_i_text_t shown = {0};
    size_t count = sheet->column_count;
    size_t *width = NULL;
    ent_status_t status = ent_i_alloc(&width, count, sizeof *width, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < count; i++) {
        show_name(&shown, &sheet->column[i]);
        widen(&width[i], &shown);
    }
    for (size_t i = 0; i < sheet->cell_count; i++) {
        show(&shown, &sheet->cell[i]);
        widen(&width[i % count], &shown);
    }
    for (size_t i = 0; i < count; i++) {
        show_name(&shown, &sheet->column[i]);
        put(text, &shown, width[i], sheet->column[i].kind == ENT_COLUMN_NUMBER, i + 1 == count);
    }
    for (size_t i = 0; i < sheet->cell_count; i++) {
        size_t column = i % count;

        show(&shown, &sheet->cell[i]);
        put(text, &shown, width[column], sheet->column[column].kind == ENT_COLUMN_NUMBER,
            column + 1 == count);
    }
    ent_i_text_free(&shown);
    free(width);
    return ENT_OK;
}
