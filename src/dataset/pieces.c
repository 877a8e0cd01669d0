/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The rows of a table, a piece of it at a time, by several threads.
 *
 * Nearly all rows have nothing that is to be told of: they are kept or blank. A thread reads a
 * piece into room of its own; in its turn it learns where the pieces before end, and puts behind
 * them what it found, while others go on. A piece that holds anything else is left to be read
 * record by record (read.c), which tells of it. So nothing shows who read what. */
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/spread.h"
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

/* Where the rows and texts of a piece go. */
typedef struct room {
    size_t row;
    size_t text;
} room_t;

/* Makes room behind what is there. What is there moves where rows need more than their bytes. */
static ent_status_t reserve(ent_i_load_t *load, ent_i_sheet_t *sheet, const batch_t *batch,
                            room_t *room, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    size_t count = dataset->row_count + batch->count;
    ent_status_t status = ENT_OK;

    if (count > INT32_MAX)
        return ent_i_too_many_rows(err);
    *room = (room_t){.row = dataset->row_count, .text = sheet->cells.size};
    ENT_TRY(ent_i_grow(&dataset->row, &dataset->row_capacity, count, sizeof *dataset->row, err));
    ENT_TRY(ent_i_grow(&sheet->cells.text, &sheet->cells.capacity, room->text + batch->packed.size,
                       1, err));
    dataset->row_count = count;
    sheet->shown.rows += batch->count;
    sheet->cells.size += batch->packed.size;

cleanup:
    return status;
}

/* Whether there is room without moving what is there. */
static bool has_room(const ent_dataset_t *dataset, const ent_i_sheet_t *sheet, const batch_t *batch)
{
    return batch->count <= dataset->row_capacity - dataset->row_count &&
           batch->packed.size <= sheet->cells.capacity - sheet->cells.size;
}

/* Puts what was read of a piece where there is room for it. */
static void put_batch(ent_dataset_t *dataset, const ent_i_sheet_t *sheet, const batch_t *batch,
                      const room_t *room)
{
    unsigned table = (unsigned)(sheet - dataset->sheet);

    if (batch->packed.size > 0)
        memcpy(sheet->cells.text + room->text, batch->packed.text, batch->packed.size);
    for (size_t i = 0; i < batch->count; i++) {
        ent_i_row_t row = batch->row[i];

        row.table = table & 0xFFU;
        if (row.has_text)
            ent_i_cells_take(&row, room->text + ent_i_cells_at(&row), row.placed);
        dataset->row[room->row + i] = row;
    }
}

ent_status_t ent_i_pieces_cut(ent_i_load_t *load, ent_i_sheet_t *sheet, const ent_i_csv_t *csv,
                              ent_i_pieces_t *pieces, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    size_t rows = dataset->row_count;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_csv_cut(csv, PIECE, &pieces->piece, &pieces->count, err));
    for (size_t i = 0; i < pieces->count; i++)
        rows += pieces->piece[i].lines;
    /* The texts of all cells rarely need more room than it has, nor the rows more than its
     * lines, of which the last may have no break. */
    ENT_TRY(
        ent_i_grow(&sheet->cells.text, &sheet->cells.capacity, ent_i_csv_left(csv) + 1, 1, err));
    ent_i_scattered(sheet->cells.text, sheet->cells.capacity);
    ENT_TRY(ent_i_grow(&dataset->row, &dataset->row_capacity, rows + 1, sizeof *dataset->row, err));
    ent_i_scattered(dataset->row, dataset->row_capacity * sizeof *dataset->row);
    pieces->next = sheet->broken ? pieces->count : 0;

cleanup:
    return status;
}

void ent_i_pieces_tell(ent_i_pieces_t *pieces, size_t at)
{
    ent_i_task_step(&pieces->task, at - pieces->told);
    pieces->told = at;
}

/* The pieces that threads take one after the other. */
typedef struct reading {
    ent_i_load_t *load;
    ent_i_sheet_t *sheet;
    ent_i_csv_t *csv;
    ent_i_pieces_t *pieces;
    size_t *end;
    atomic_size_t taken; /* the next that somebody will read */
    pthread_mutex_t lock;
    pthread_cond_t news; /* a piece was joined or written, or no more will be */
    size_t turn;         /* the next to be joined to those before */
    size_t writing;      /* pieces that were joined and are not written yet */
    atomic_bool stopped;
    ent_status_t status;
    ent_error_t *err;
} reading_t;

/* Joins a piece, whose turn it is, to those before; false where reading stops at it. */
static bool join(reading_t *reading, const batch_t *batch, ent_status_t read, room_t *room)
{
    const ent_i_csv_piece_t *piece = &reading->pieces->piece[reading->turn];
    ent_error_t *err = reading->err;
    ent_status_t status = ENT_OK;

    reading->pieces->next = reading->turn + 1;
    *reading->end = piece->end;
    if (read != ENT_OK) {
        reading->status = ent_i_no_memory(err);
        return false;
    }
    if (batch->odd || !ent_i_csv_is_next(reading->csv, batch->part, piece))
        return false;
    while (reading->writing > 0 && !has_room(reading->load->dataset, reading->sheet, batch))
        pthread_cond_wait(&reading->news, &reading->lock);
    ENT_TRY(ent_i_go_on(err));
    ENT_TRY(reserve(reading->load, reading->sheet, batch, room, err));
    ENT_TRY(ent_i_csv_join(reading->csv, batch->part, err));
    ent_i_csv_forget(reading->csv);
    ent_i_pieces_tell(reading->pieces, piece->end);

cleanup:
    reading->status = status;
    return status == ENT_OK;
}

/* Waits, asleep, until it is a piece's turn; false where reading has stopped or stops at it. */
static bool take_turn(reading_t *reading, size_t piece, const batch_t *batch, ent_status_t read,
                      room_t *room)
{
    bool joined;

    pthread_mutex_lock(&reading->lock);
    while (reading->turn != piece && !reading->stopped)
        pthread_cond_wait(&reading->news, &reading->lock);
    joined = !reading->stopped && join(reading, batch, read, room);
    if (!joined)
        reading->stopped = true;
    reading->turn += joined;
    reading->writing += joined;
    pthread_cond_broadcast(&reading->news);
    pthread_mutex_unlock(&reading->lock);
    return joined;
}

static void write_piece(reading_t *reading, const batch_t *batch, const room_t *room)
{
    put_batch(reading->load->dataset, reading->sheet, batch, room);
    pthread_mutex_lock(&reading->lock);
    reading->writing--;
    pthread_cond_broadcast(&reading->news);
    pthread_mutex_unlock(&reading->lock);
}

/* One thread's share: as many pieces as it comes to. */
static void read_pieces(void *context, size_t thread)
{
    reading_t *reading = context;
    batch_t batch = {0};
    size_t piece;
    room_t room = {0};

    (void)thread;
    while (!reading->stopped && (piece = reading->taken++) < reading->pieces->count) {
        ent_status_t read =
            read_piece(reading->sheet, reading->csv, &reading->pieces->piece[piece], &batch, NULL);

        if (take_turn(reading, piece, &batch, read, &room))
            write_piece(reading, &batch, &room);
    }
    batch_free(&batch);
}

ent_status_t ent_i_pieces_read(ent_i_load_t *load, ent_i_sheet_t *sheet, ent_i_csv_t *csv,
                               ent_i_pieces_t *pieces, size_t *end, ent_error_t *err)
{
    size_t first = pieces->next;
    size_t left = pieces->piece[pieces->count - 1].end - pieces->piece[first].at;
    bool worth = left >= WORTH_THREADS && load->options->threads > 1;
    int threads = worth ? load->options->threads : 1;
    reading_t reading = {.load = load,
                         .sheet = sheet,
                         .csv = csv,
                         .pieces = pieces,
                         .end = end,
                         .taken = first,
                         .turn = first,
                         .lock = PTHREAD_MUTEX_INITIALIZER,
                         .news = PTHREAD_COND_INITIALIZER,
                         .err = err};

    ent_i_spread(read_pieces, &reading, (size_t)threads, threads);
    return reading.status;
}
