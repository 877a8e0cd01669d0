/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the CSV reader share. */
#ifndef ENT_TABLE_CSV_I_H
#define ENT_TABLE_CSV_I_H

#include <csv.h>
#include <pthread.h>

#include "base/file.h"
#include "table/csv.h"

#define ENT_CSV_FILE_LIMIT ((size_t)1 << 30)
#define ENT_CSV_LINE_LIMIT ((size_t)1 << 20)
#define ENT_CSV_FIELD_LIMIT ((size_t)1 << 16)
#define ENT_CSV_COLUMN_LIMIT ((size_t)1024)
#define ENT_CSV_WARNING_LIMIT ((size_t)100)

typedef struct ent_i_warning {
    const char *text;
    uint32_t line;
} ent_i_warning_t;

/* One physical line: up to LF, CRLF or CR, or the end of the text. */
typedef struct ent_i_line {
    const char *start;
    size_t size; /* with its line break */
    size_t body; /* without */
    uint32_t number;
    uint32_t offset; /* bytes of the physical line before `start` (a byte-order mark) */
} ent_i_line_t;

struct ent_i_csv {
    ent_blob_t owned; /* the bytes as read, or decoded */
    const char *text; /* UTF-8 without byte-order mark */
    size_t size;
    size_t valid;  /* so much of the text is UTF-8 for sure */
    size_t at;     /* where the next physical line begins */
    uint32_t line; /* its number */
    char separator;
    const char *encoding; /* that the text was decoded from; NULL: it was UTF-8 */
    bool has_cr;
    bool lax;          /* quotes inside fields are text … */
    size_t lax_count;  /* … in so many of them */
    const char *stray; /* in lax mode: text behind a closing quote of the line scanned last */
    bool cut;          /* the last line has no line break of its own */
    char line_break;   /* of the first record: L(F), C(RLF) or R (lone CR) */

    struct csv_parser parser;
    bool parsing; /* the parser is set up */
    bool row_done;

    ent_i_field_t *field;
    size_t capacity;
    size_t delivered;   /* fields that libcsv gave */
    size_t scanned;     /* fields whose place is known */
    bool open;          /* inside quotes at the end of the line scanned last */
    size_t open_size;   /* bytes since they opened */
    ent_i_text_t bytes; /* the fields' text, a NUL behind each */

    ent_i_arena_t arena;
    ent_i_warning_t *warning;
    size_t warning_count;
    size_t warning_capacity;
    char sha256[ENT_SHA256_SIZE];
    pthread_t summer; /* while `summing`, it reads `owned` and fills sha256 */
    bool summing;
    size_t raw_size;
    size_t forgotten; /* so many bytes of `owned` are gone */

    size_t room;    /* bytes that are tried as plain rows at once (csv_rows.c), … */
    size_t wait;    /* … after so many records that are read one by one, … */
    size_t penalty; /* … and how many they will be where the next trial fails */
};

/* Gets the parser ready for a record. One that failed or stopped inside a record must not be used
 * again: drop it. */
ent_status_t ent_i_csv_start(ent_i_csv_t *csv, ent_error_t *err);
void ent_i_csv_drop_parser(ent_i_csv_t *csv);

/* Sums the bytes in `owned`, which must stay until the end. */
void ent_i_csv_sum_begin(ent_i_csv_t *csv, bool threads);
void ent_i_csv_sum_end(ent_i_csv_t *csv);

/* Adds a warning; past the limit it is dropped. */
ent_status_t ent_i_csv_warn(ent_i_csv_t *csv, uint32_t line, ent_error_t *err, const char *format,
                            ...) ENT_PRINTF(4, 5);

/* Notes where the fields of one line that libcsv took begin, and whether quotes stay open. Also
 * for the part of a line before a fault. */
ent_status_t ent_i_csv_scan(ent_i_csv_t *csv, const ent_i_line_t *line, size_t size,
                            ent_error_t *err);

/* Looks over a line before libcsv sees it: makes the record a faulty one when the line holds what
 * no line may. */
ent_status_t ent_i_csv_check_line(ent_i_csv_t *csv, const ent_i_line_t *line,
                                  ent_i_record_t *record, ent_error_t *err);

/* Explains libcsv's refusal of the byte at `at` of a line that was scanned up to there. */
void ent_i_csv_explain(const ent_i_csv_t *csv, const ent_i_line_t *line, size_t at,
                       ent_i_record_t *record);

/* Makes a record a faulty one. */
void ent_i_csv_fault(ent_i_record_t *record, uint32_t line, size_t column, const char *format, ...)
    ENT_PRINTF(4, 5);

/* The field in which quotes are open. */
static inline const ent_i_field_t *ent_i_csv_open_field(const ent_i_csv_t *csv)
{
    return &csv->field[csv->scanned - 1];
}

#endif
