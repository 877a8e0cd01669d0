/* SPDX-License-Identifier: GPL-2.0-or-later */
/* CSV records with their exact position. libcsv stands behind this and nowhere else.
 *
 * A reader owns one file's text: bytes are decoded to UTF-8 (byte-order mark, or the encoding the
 * caller names), the separator is told apart, and records come one by one. It hands physical lines
 * to libcsv in strict mode, so that every field's line and column (in bytes of the decoded line,
 * 1-based) are known. A fault does not end the file: the record that began on that line is given
 * as a faulty record, and reading goes on with the next physical line, so that one wrong row does
 * not hide the next. */
#ifndef ENT_TABLE_CSV_H
#define ENT_TABLE_CSV_H

#include "base/memory.h"

typedef struct ent_i_field {
    const char *text; /* UTF-8 with NUL behind; surrounding blanks of an unquoted field are gone */
    size_t size;
    uint32_t line;   /* physical line on which it begins, 1-based */
    uint32_t column; /* byte in that line, 1-based */
    bool quoted;
} ent_i_field_t;

typedef enum ent_i_record_state {
    ENT_RECORD_ROW,   /* fields are there */
    ENT_RECORD_BLANK, /* nothing but blanks and separators, none of it in quotes */
    ENT_RECORD_FAULT, /* not CSV, not the encoding, a NUL byte, a limit passed: see fault_* */
    ENT_RECORD_END    /* no more */
} ent_i_record_state_t;

typedef struct ent_i_record {
    ent_i_record_state_t state;
    uint32_t line;              /* physical line on which the record begins */
    const ent_i_field_t *field; /* valid until the next call */
    size_t field_count;
    uint32_t fault_line;
    uint32_t fault_column;
    char fault[400]; /* what, what was expected, what to do */
} ent_i_record_t;

typedef struct ent_i_csv ent_i_csv_t;

typedef struct ent_i_csv_options {
    const char *encoding; /* NULL: byte-order mark or UTF-8 */
    char separator;       /* 0: told apart from the header among , ; TAB | */
    bool lax_quotes;      /* a quote inside a field that does not begin with one is text */
    bool threads;         /* a second one may be started */
    bool unpacks;         /* bytes that are gzip are unpacked first, as from standard input */
} ent_i_csv_options_t;

/* Opens `path` ("-": standard input). `shown` names it in messages. Fails only where the machine
 * does (ENT_EIO, ENT_ENOMEM) or where the bytes can be no table at all (ENT_EDATA with place and
 * remedy: empty, UTF-32, a zip, gzip or HTML file, a Git LFS pointer, UTF-16 without mark), and
 * with ENT_EINVAL for an encoding that is not known here. `options` may be NULL. */
ent_status_t ent_i_csv_open(ent_i_csv_t **csv, const char *path, const char *shown,
                            const ent_i_csv_options_t *options, ent_error_t *err);
void ent_i_csv_close(ent_i_csv_t *csv);

/* The same from bytes in memory (copied), for tests, fuzzing and standard input. */
ent_status_t ent_i_csv_open_bytes(ent_i_csv_t **csv, const char *bytes, size_t size,
                                  const char *shown, const ent_i_csv_options_t *options,
                                  ent_error_t *err);

/* The next record; the first is the header. Fails only when memory runs out. */
ent_status_t ent_i_csv_next(ent_i_csv_t *csv, ent_i_record_t *record, ent_error_t *err);

/* Where the next record begins: reads ahead and comes back, between records only. What was warned
 * of in between is forgotten, since it will be warned of again. */
typedef struct ent_i_csv_place {
    size_t at;
    uint32_t line;
    char line_break;
    size_t warning_count;
    size_t lax_count;
} ent_i_csv_place_t;

ent_i_csv_place_t ent_i_csv_tell(const ent_i_csv_t *csv);
void ent_i_csv_seek(ent_i_csv_t *csv, const ent_i_csv_place_t *place);

/* Warnings about the file as a whole ("line 1: read as UTF-16LE"), for the caller to report. */
size_t ent_i_csv_warning_count(const ent_i_csv_t *csv);
const char *ent_i_csv_warning(const ent_i_csv_t *csv, size_t index, uint32_t *line);

/* Fields with a quote inside that was taken as text; complete at the end of the file. */
size_t ent_i_csv_lax_count(const ent_i_csv_t *csv);

/* SHA-256 of the bytes as read, and their number. */
const char *ent_i_csv_sha256(ent_i_csv_t *csv);
size_t ent_i_csv_size(const ent_i_csv_t *csv);
/* Bytes of the text, which is UTF-8, that no record has been read from yet. */
size_t ent_i_csv_left(const ent_i_csv_t *csv);

/* The version of libcsv that Entente was built with, such as "3.0.3"; the library cannot say it. */
const char *ent_i_csv_version(void);

/* Appends one CSV field to `text`, quoted where it must be (separator, quote, line break or another
 * control character, leading or trailing blank). */
void ent_i_csv_put(ent_i_text_t *text, const char *field);

#endif
