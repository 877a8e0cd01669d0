/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rows of a table, many at a time: what most tables are nearly all made of.
 *
 * A row is plain that stands on one line, without quotes and without blanks around its fields.
 * Where the sizes of its fields, as libcsv gives them, and their separators add up to its line,
 * nothing was left out of it, so that the place of every field is known without a second look. A
 * text is cut into pieces of whole lines, which several threads can read at once: a piece that
 * turns out to begin inside of a record is read again from where that record began. */
#ifndef ENT_TABLE_CSV_ROWS_H
#define ENT_TABLE_CSV_ROWS_H

#include "table/csv.h"

/* The texts of fields, one behind the other, each with a NUL. */
typedef struct ent_i_packed {
    char *text;
    size_t size;
    size_t capacity;
} ent_i_packed_t;

typedef struct ent_i_plain_row {
    uint32_t text;   /* where its texts begin, from where the first row's do */
    uint32_t fields; /* 0: a blank line */
} ent_i_plain_row_t;

/* Rows on lines that follow each other. */
typedef struct ent_i_plain_rows {
    ent_i_plain_row_t *row;
    size_t count;
    size_t capacity;
    size_t text;   /* where the texts of the first begin in what they were packed into */
    uint32_t line; /* of the first */
} ent_i_plain_rows_t;

/* Takes the plain rows that come next, none where the next is not: packs their texts behind those
 * that are there, and lists them in `rows`. */
ent_status_t ent_i_csv_take_plain(ent_i_csv_t *csv, ent_i_plain_rows_t *rows,
                                  ent_i_packed_t *packed, ent_error_t *err);

/* Whole lines of a text. */
typedef struct ent_i_csv_piece {
    size_t at;
    size_t end;
    uint32_t line; /* of the first */
    uint32_t lines;
} ent_i_csv_piece_t;

/* Cuts what is left to read into pieces of about `size` bytes, for the caller to free; into none
 * where lines may end with a lone CR, so that they cannot be told apart from anywhere. */
ent_status_t ent_i_csv_cut(const ent_i_csv_t *csv, size_t size, ent_i_csv_piece_t **piece,
                           size_t *count, ent_error_t *err);

/* A reader of one piece. `csv` must stay, and not be read but by others of this kind, and by
 * joining them. */
ent_status_t ent_i_csv_open_piece(ent_i_csv_t **part, const ent_i_csv_t *csv,
                                  const ent_i_csv_piece_t *piece, ent_error_t *err);

/* Goes on behind a piece that was read to its end without a fault, with what was noted of it. False
 * where the text has to be read from here on instead: another record reaches into the piece, or it
 * has line breaks of another kind. */
bool ent_i_csv_is_next(const ent_i_csv_t *csv, const ent_i_csv_t *part,
                       const ent_i_csv_piece_t *piece);
ent_status_t ent_i_csv_join(ent_i_csv_t *csv, const ent_i_csv_t *part, ent_error_t *err);

/* Gives back the memory of the text that was read, which is not to be read again. */
void ent_i_csv_forget(ent_i_csv_t *csv);

#endif
