/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table of results in memory. */
#include "entente/sheet.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "base/unicode.h"
#include "table/sheet_i.h"

ent_status_t ent_sheet_new(ent_sheet_t **sheet, ent_error_t *err)
{
    return ent_i_alloc(sheet, 1, sizeof **sheet, err);
}

void ent_sheet_free(ent_sheet_t *sheet)
{
    if (sheet == NULL)
        return;
    ent_i_arena_free(&sheet->names);
    ent_i_arena_free(&sheet->texts);
    free(sheet->column);
    free(sheet->cell);
    free(sheet);
}

static bool last_row_is_full(const ent_sheet_t *sheet)
{
    return sheet->cell_count == sheet->row_count * sheet->column_count;
}

static ent_status_t keep_text(ent_i_arena_t *arena, const char **kept, const char *text,
                              ent_error_t *err)
{
    size_t size = strlen(text);

    *kept = "";
    if (size == 0)
        return ENT_OK;
    if (ent_i_utf8_valid_prefix(text, size) != size)
        return ent_i_fail(err, ENT_EINVAL, "Text for a sheet is not UTF-8.");
    *kept = ent_i_arena_text(arena, text, size);
    return *kept != NULL ? ENT_OK : ent_i_no_memory(err);
}

ent_status_t ent_sheet_add_column(ent_sheet_t *sheet, const char *name, ent_column_kind_t kind,
                                  ent_error_t *err)
{
    ent_i_column_t column = {.kind = kind};
    ent_status_t status = ENT_OK;

    if (sheet->row_count > 0 || sheet->drained)
        return ent_i_fail(err, ENT_EINVAL, "Column '%.80s' comes after the first row.", name);
    for (size_t i = 0; i < sheet->column_count; i++)
        if (strcmp(sheet->column[i].name, name) == 0)
            return ent_i_fail(err, ENT_EINVAL, "A sheet has two columns '%.80s'.", name);
    ENT_TRY(keep_text(&sheet->names, &column.name, name, err));
    ENT_TRY(ENT_GROW(sheet->column, sheet->column_count, sheet->column_capacity, err));
    sheet->column[sheet->column_count++] = column;

cleanup:
    return status;
}

ent_status_t ent_sheet_add_row(ent_sheet_t *sheet, ent_error_t *err)
{
    if (!last_row_is_full(sheet))
        return ent_i_fail(err, ENT_EINVAL, "Row %zu of a sheet lacks cells.", sheet->row_count);
    if (sheet->column_count == 0)
        return ent_i_fail(err, ENT_EINVAL, "A sheet without columns takes no rows.");
    sheet->row_count++;
    return ENT_OK;
}

static ent_status_t put(ent_sheet_t *sheet, ent_i_cell_t cell, ent_column_kind_t kind,
                        ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (last_row_is_full(sheet))
        return ent_i_fail(err, ENT_EINVAL, "Row %zu of a sheet has no more cells.",
                          sheet->row_count);
    if (sheet->column[sheet->cell_count % sheet->column_count].kind != kind)
        return ent_i_fail(err, ENT_EINVAL, "Column '%.80s' takes the other kind of cell.",
                          sheet->column[sheet->cell_count % sheet->column_count].name);
    ENT_TRY(ENT_GROW(sheet->cell, sheet->cell_count, sheet->cell_capacity, err));
    sheet->cell[sheet->cell_count++] = cell;

cleanup:
    return status;
}

ent_status_t ent_sheet_put_text(ent_sheet_t *sheet, const char *text, ent_error_t *err)
{
    ent_i_cell_t cell = {.number = NAN};
    ent_status_t status = keep_text(&sheet->texts, &cell.text, text == NULL ? "" : text, err);

    return status != ENT_OK ? status : put(sheet, cell, ENT_COLUMN_TEXT, err);
}

ent_status_t ent_sheet_put_number(ent_sheet_t *sheet, double number, ent_error_t *err)
{
    char written[ENT_NUMBER_SIZE];
    ent_i_cell_t cell = {.number = ent_i_number_write(written, number)};
    ent_status_t status;

    status = keep_text(&sheet->texts, &cell.text, written, err);
    return status != ENT_OK ? status : put(sheet, cell, ENT_COLUMN_NUMBER, err);
}

size_t ent_sheet_row_count(const ent_sheet_t *sheet)
{
    return sheet->row_count;
}

size_t ent_sheet_column_count(const ent_sheet_t *sheet)
{
    return sheet->column_count;
}

const char *ent_sheet_column_name(const ent_sheet_t *sheet, size_t column)
{
    return sheet->column[column].name;
}

ent_column_kind_t ent_sheet_column_kind(const ent_sheet_t *sheet, size_t column)
{
    return sheet->column[column].kind;
}

const char *ent_sheet_text(const ent_sheet_t *sheet, size_t row, size_t column)
{
    return ent_i_sheet_cell(sheet, row, column)->text;
}

double ent_sheet_number(const ent_sheet_t *sheet, size_t row, size_t column)
{
    return ent_i_sheet_cell(sheet, row, column)->number;
}

ent_status_t ent_sheet_write(const ent_sheet_t *sheet, ent_blob_t *blob, ent_format_t format,
                             ent_error_t *err)
{
    ent_i_text_t text = {0};
    ent_status_t status = ENT_OK;

    if (!last_row_is_full(sheet))
        return ent_i_fail(err, ENT_EINVAL, "Row %zu of a sheet lacks cells.", sheet->row_count);
    switch (format) {
    case ENT_FORMAT_CSV:
    case ENT_FORMAT_EXCEL:
        ent_i_sheet_to_csv(sheet, &text, format == ENT_FORMAT_EXCEL, true);
        break;
    case ENT_FORMAT_JSON:
    case ENT_FORMAT_JSONL:
        ent_i_sheet_to_json(sheet, &text, format == ENT_FORMAT_JSONL);
        break;
    case ENT_FORMAT_TABLE:
        ENT_TRY(ent_i_sheet_to_table(sheet, &text, err));
        break;
    default:
        return ent_i_fail(err, ENT_EINVAL, "No form %d of a sheet is known.", (int)format);
    }
    return ent_i_text_finish(&text, blob, err);

cleanup:
    ent_i_text_free(&text);
    return status;
}

ent_status_t ent_sheet_drain(ent_sheet_t *sheet, ent_blob_t *blob, ent_format_t format,
                             ent_error_t *err)
{
    ent_i_text_t text = {0};
    ent_status_t status;

    if (!last_row_is_full(sheet))
        return ent_i_fail(err, ENT_EINVAL, "Row %zu of a sheet lacks cells.", sheet->row_count);
    if (format == ENT_FORMAT_JSONL)
        ent_i_sheet_to_json(sheet, &text, true);
    else if (format == ENT_FORMAT_CSV || format == ENT_FORMAT_EXCEL)
        ent_i_sheet_to_csv(sheet, &text, format == ENT_FORMAT_EXCEL, !sheet->drained);
    else
        return ent_i_fail(err, ENT_EINVAL, "Rows of the form %d do not stand by themselves.",
                          (int)format);
    status = ent_i_text_finish(&text, blob, err);
    if (status != ENT_OK)
        return status;
    sheet->drained = true;
    sheet->row_count = sheet->cell_count = 0;
    ent_i_arena_free(&sheet->texts);
    return ENT_OK;
}
