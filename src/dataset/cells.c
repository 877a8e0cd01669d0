/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The cells of rows, packed: their texts one behind the other in the sheet, each with its NUL.
 *
 * Most rows stand on one line, unquoted, so that the sizes of their texts say where each begins.
 * The places of any other row's cells are kept in front of its texts. */
#include <string.h>

#include "dataset/dataset_i.h"

typedef struct place {
    uint32_t line;
    uint32_t column;
} place_t;

static bool is_missing(const ent_i_sheet_t *sheet, const char *text)
{
    for (size_t i = 0; i < sheet->missing_count; i++)
        if (strcmp(text, sheet->missing[i]) == 0)
            return true;
    return false;
}

/* Whether the places of the cells follow from their texts, which stand for none other. */
static bool is_plain(const ent_i_sheet_t *sheet, const ent_i_record_t *record)
{
    uint32_t column = 1;

    for (size_t i = 0; i < record->field_count; i++) {
        const ent_i_field_t *field = &record->field[i];

        if (field->line != record->line || field->column != column ||
            is_missing(sheet, field->text))
            return false;
        column += (uint32_t)field->size + 1;
    }
    return true;
}

static size_t packed_size(const ent_i_record_t *record, bool placed)
{
    size_t size = placed ? record->field_count * sizeof(place_t) : 0;

    for (size_t i = 0; i < record->field_count; i++)
        size += record->field[i].size + 1;
    return size;
}

void ent_i_cells_take(ent_i_row_t *row, size_t at, bool placed)
{
    row->text = (uint32_t)at;
    row->text_high = (unsigned)((uint64_t)at >> 32) & 0xFFU;
    row->has_text = true;
    row->placed = placed;
}

ent_status_t ent_i_cells_pack(const ent_i_sheet_t *sheet, ent_i_row_t *row,
                              const ent_i_record_t *record, ent_i_packed_t *packed,
                              ent_error_t *err)
{
    bool placed = !is_plain(sheet, record);
    ent_status_t status = ENT_OK;
    char *at;

    ENT_TRY(ent_i_grow(&packed->text, &packed->capacity, packed->size + packed_size(record, placed),
                       1, err));
    at = packed->text + packed->size;
    for (size_t i = 0; placed && i < record->field_count; i++) {
        place_t place = {.line = record->field[i].line, .column = record->field[i].column};

        memcpy(at, &place, sizeof place);
        at += sizeof place;
    }
    ent_i_cells_take(row, (size_t)(at - packed->text), placed);
    for (size_t i = 0; i < record->field_count; i++) {
        const ent_i_field_t *field = &record->field[i];
        size_t size = is_missing(sheet, field->text) ? 0 : field->size;

        memcpy(at, field->text, size);
        at[size] = '\0';
        at += size + 1;
    }
    packed->size = (size_t)(at - packed->text);

cleanup:
    return status;
}

static const ent_i_sheet_t *sheet_of(const ent_dataset_t *dataset, size_t row)
{
    return &dataset->sheet[dataset->row[row].table];
}

const char *ent_i_row_texts(const ent_dataset_t *dataset, size_t row)
{
    const ent_i_row_t *of;

    if (row == ENT_NO_ROW || !dataset->row[row].has_text)
        return NULL;
    of = &dataset->row[row];
    return dataset->sheet[of->table].cells.text + ent_i_cells_at(of);
}

const char *ent_i_row_text(const ent_dataset_t *dataset, size_t row, size_t column)
{
    const char *text = ent_i_row_texts(dataset, row);

    while (text != NULL && column-- > 0)
        text = ent_i_next_text(text);
    return text;
}

const ent_i_cell_t *ent_i_row_cells(ent_i_load_t *load, size_t row)
{
    const ent_dataset_t *dataset = load->dataset;
    const char *text = ent_i_row_texts(dataset, row);
    const ent_i_sheet_t *sheet;
    const char *first = text;
    bool placed;

    if (text == NULL)
        return NULL;
    sheet = sheet_of(dataset, row);
    placed = dataset->row[row].placed;
    for (size_t c = 0; c < sheet->column_count; c++) {
        place_t place = {.line = dataset->row[row].line, .column = (uint32_t)(text - first) + 1};

        if (placed)
            memcpy(&place, first - (sheet->column_count - c) * sizeof place, sizeof place);
        load->cell[c] = (ent_i_cell_t){.text = text, .line = place.line, .column = place.column};
        text = ent_i_next_text(text);
    }
    return load->cell;
}
