/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a table, a piece of it at a time, by several threads.
 *
 * Nearly all rows have nothing that is to be told of: they are kept or blank. A thread reads a
 * piece into room of its own, and what it found is put behind the pieces before, in their order. A
 * piece that holds anything else is left to be read record by record (read.c), which tells of it.
 * So nothing shows who read what. */
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/dataset_i.h"

#define PIECE ((size_t)256 * 1024)
/* Below this, threads cost more than they gain. */
#define WORTH_THREADS ((size_t)4 << 20)

/* What a thread reads pieces into. */
typedef struct batch {
    ent_i_csv_t *part;
    ent_i_plain_rows_t plain;
    ent_i_packed_t packed;
    ent_i_row_t *row;
    size_t count;
    size_t capacity;
    bool odd; /* something is to be told of a row */
} batch_t;

static void batch_free(batch_t *batch)
{
    ent_i_csv_close(batch->part);
    free(batch->plain.row);
    free(batch->packed.text);
    free(batch->row);
}

static ent_status_t add_row(batch_t *batch, uint32_t line, ent_row_state_t state, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(batch->row, batch->count, batch->capacity, err);

    if (status == ENT_OK)
        batch->row[batch->count++] =
            (ent_i_row_t){.line = line, .state = (unsigned)state & 0xFU, .of = ENT_NONE};
    return status;
}

/* Whether a row of as many fields as there are columns is the header again. */
static bool is_header(const ent_i_sheet_t *sheet, const char *text, bool *failed)
{
    for (size_t c = 0; c < sheet->column_count; c++, text = ent_i_next_text(text))
        if (!ent_i_is_header_text(text, sheet->column[c].key, failed))
            return false;
    return true;
}

static ent_status_t keep_plain(const ent_i_sheet_t *sheet, batch_t *batch, ent_error_t *err)
{
    const ent_i_plain_rows_t *plain = &batch->plain;
    ent_status_t status = ENT_OK;
    bool failed = false;

    for (size_t i = 0; i < plain->count && !batch->odd; i++) {
        uint32_t line = plain->line + (uint32_t)i;
        size_t at = plain->text + plain->row[i].text;

        if (plain->row[i].fields == 0) {
            ENT_TRY(add_row(batch, line, ENT_ROW_BLANK, err));
            continue;
        }
        batch->odd = plain->row[i].fields != sheet->column_count ||
                     is_header(sheet, batch->packed.text + at, &failed);
        ENT_TRY(add_row(batch, line, ENT_ROW_USED, err));
        ent_i_cells_take(&batch->row[batch->count - 1], at, false);
    }
    if (failed)
        status = ent_i_no_memory(err);

cleanup:
    return status;
}

static ent_status_t keep_record(const ent_i_sheet_t *sheet, batch_t *batch,
                                const ent_i_record_t *record, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool failed = false;

    if (record->state == ENT_RECORD_END)
        return ENT_OK;
    if (ent_i_is_blank_record(record))
        return add_row(batch, record->line, ENT_ROW_BLANK, err);
    batch->odd = record->state == ENT_RECORD_FAULT || record->field_count != sheet->column_count ||
                 ent_i_is_header_record(sheet, record, &failed);
    if (failed)
        return ent_i_no_memory(err);
    if (batch->odd)
        return ENT_OK;
    ENT_TRY(add_row(batch, record->line, ENT_ROW_USED, err));
    ENT_TRY(ent_i_cells_pack(sheet, &batch->row[batch->count - 1], record, &batch->packed, err));

cleanup:
    return status;
}

/* Reads a piece as far as nothing is odd. */
static ent_status_t read_piece(const ent_i_sheet_t *sheet, const ent_i_csv_t *csv,
                               const ent_i_csv_piece_t *piece, batch_t *batch, ent_error_t *err)
{
    ent_i_record_t record = {.state = ENT_RECORD_ROW};
    ent_status_t status = ENT_OK;

    ent_i_csv_close(batch->part);
    batch->part = NULL;
    batch->count = batch->packed.size = 0;
    batch->odd = false;
    ENT_TRY(ent_i_csv_open_piece(&batch->part, csv, piece, err));
    while (record.state != ENT_RECORD_END && !batch->odd) {
        batch->plain.count = 0;
        /* Texts that stand for missing ones are looked for record by record. */
        if (sheet->missing_count == 0)
            ENT_TRY(ent_i_csv_take_plain(batch->part, &batch->plain, &batch->packed, err));
        if (batch->plain.count > 0) {
            ENT_TRY(keep_plain(sheet, batch, err));
        } else {
            ENT_TRY(ent_i_csv_next(batch->part, &record, err));
            ENT_TRY(keep_record(sheet, batch, &record, err));
        }
    }

cleanup:
    return status;
}

/* Puts what was read of a piece behind what is there. */
static ent_status_t put_batch(ent_i_load_t *load, ent_i_sheet_t *sheet, const batch_t *batch,
                              ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    size_t count = dataset->row_count + batch->count;
    size_t base = sheet->cells.size;
    unsigned table = (unsigned)(sheet - dataset->sheet);
    ent_status_t status = ENT_OK;

    if (count > INT32_MAX)
        return ent_i_too_many_rows(err);
    ENT_TRY(ent_i_grow(&dataset->row, &dataset->row_capacity, count, sizeof *dataset->row, err));
    ENT_TRY(
        ent_i_grow(&sheet->cells.text, &sheet->cells.capacity, base + batch->packed.size, 1, err));
    if (batch->packed.size > 0)
        memcpy(sheet->cells.text + base, batch->packed.text, batch->packed.size);
    for (size_t i = 0; i < batch->count; i++) {
        ent_i_row_t *row = &dataset->row[dataset->row_count + i];

        *row = batch->row[i];
        row->table = table & 0xFFU;
        if (row->has_text)
            ent_i_cells_take(row, base + ent_i_cells_at(row), row->placed);
    }
    dataset->row_count = count;
    sheet->shown.rows += batch->count;
    sheet->cells.size += batch->packed.size;

cleanup:
    return status;
}

static ent_status_t join(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                         const batch_t *batch, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_go_on(err));
    ENT_TRY(put_batch(load, sheet, batch, err));
    ENT_TRY(ent_i_csv_join(csv, batch->part, err));
    ent_i_csv_forget(csv);

cleanup:
    return status;
}

ent_status_t ent_i_pieces_cut(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_i_csv_t *csv,
                              ent_i_pieces_t *pieces, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_i_csv_place_t place = ent_i_csv_tell(csv);
    size_t rows = dataset->row_count;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_csv_cut(csv, PIECE, &pieces->piece, &pieces->count, err));
    for (size_t i = 0; i < pieces->count; i++)
        rows += pieces->piece[i].lines;
    /* The texts of all cells rarely need more room than the file, nor the rows more than its
     * lines, of which the last may have no break. */
    ENT_TRY(ent_i_grow(&sheet->cells.text, &sheet->cells.capacity,
                       ent_i_csv_size(csv) - place.at + 1, 1, err));
    ent_i_scattered(sheet->cells.text, sheet->cells.capacity);
    ENT_TRY(ent_i_grow(&dataset->row, &dataset->row_capacity, rows + 1, sizeof *dataset->row, err));
    ent_i_scattered(dataset->row, dataset->row_capacity * sizeof *dataset->row);
    pieces->next = sheet->broken ? pieces->count : 0;

cleanup:
    return status;
}

ent_status_t ent_i_pieces_read(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                               ent_i_pieces_t *pieces, size_t *end, ent_error_t *err)
{
    size_t first = pieces->next;
    size_t last = pieces->count - 1;
    bool worth = pieces->piece[last].end - pieces->piece[first].at >= WORTH_THREADS;
    int threads = worth && load->options->threads > 1 ? load->options->threads : 1;
    ent_status_t status = ENT_OK;
    atomic_bool stopped = false;

#pragma omp parallel num_threads(threads) if (threads > 1)
    {
        batch_t batch = {0};

#pragma omp for ordered schedule(dynamic, 1)
        for (size_t i = first; i <= last; i++) {
            ent_status_t read =
                stopped ? ENT_OK : read_piece(sheet, csv, &pieces->piece[i], &batch, NULL);

#pragma omp ordered
            if (!stopped) {
                pieces->next = i + 1;
                *end = pieces->piece[i].end;
                if (read != ENT_OK)
                    status = ent_i_no_memory(err);
                else if (!batch.odd && ent_i_csv_is_next(csv, batch.part, &pieces->piece[i]))
                    status = join(load, sheet, csv, &batch, err);
                else
                    read = ENT_EDATA;
                stopped = read != ENT_OK || status != ENT_OK;
            }
        }
        batch_free(&batch);
    }
    return status;
}
