/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A table of results in memory, and its written forms. */
#ifndef ENTENTE_SHEET_H
#define ENTENTE_SHEET_H

#include "entente/common.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_sheet ent_sheet_t;

typedef enum ent_column_kind { ENT_COLUMN_TEXT, ENT_COLUMN_NUMBER } ent_column_kind_t;

typedef enum ent_format {
    ENT_FORMAT_TABLE, /**< aligned columns for a terminal */
    ENT_FORMAT_CSV,   /**< UTF-8, LF, exact text, numbers of 12 significant digits */
    ENT_FORMAT_EXCEL, /**< CSV for spreadsheet programs: byte-order mark, CRLF, formula guard */
    ENT_FORMAT_JSON,  /**< an array of objects; an empty number is null */
    ENT_FORMAT_JSONL  /**< the same objects, one a line, without the array */
} ent_format_t;

/** An empty sheet without columns; free it with ent_sheet_free(). */
ENT_API ent_status_t ent_sheet_new(ent_sheet_t **sheet, ent_error_t *err);
ENT_API_VOID void ent_sheet_free(ent_sheet_t *sheet);

/** Adds a column to a sheet that has no rows yet; `name` is copied. */
ENT_API ent_status_t ent_sheet_add_column(ent_sheet_t *sheet, const char *name,
                                          ent_column_kind_t kind, ent_error_t *err);

/** Begins a row; its cells are then put from left to right, and all must be put. */
ENT_API ent_status_t ent_sheet_add_row(ent_sheet_t *sheet, ent_error_t *err);
/** Puts the next cell of the row: text (NULL is empty), copied. */
ENT_API ent_status_t ent_sheet_put_text(ent_sheet_t *sheet, const char *text, ent_error_t *err);
/** Puts the next cell of the row: a number; NaN is an empty cell. */
ENT_API ent_status_t ent_sheet_put_number(ent_sheet_t *sheet, double number, ent_error_t *err);

ENT_API_VOID size_t ent_sheet_row_count(const ent_sheet_t *sheet);
ENT_API_VOID size_t ent_sheet_column_count(const ent_sheet_t *sheet);
ENT_API_VOID const char *ent_sheet_column_name(const ent_sheet_t *sheet, size_t column);
ENT_API_VOID ent_column_kind_t ent_sheet_column_kind(const ent_sheet_t *sheet, size_t column);
/** The cell's text; numbers in their written form, an empty cell as "". Valid with the sheet. */
ENT_API_VOID const char *ent_sheet_text(const ent_sheet_t *sheet, size_t row, size_t column);
/** The cell's number (12 significant digits); NaN for an empty cell or a text column. */
ENT_API_VOID double ent_sheet_number(const ent_sheet_t *sheet, size_t row, size_t column);

/**
 * Writes the sheet in one of its forms.
 *
 * The spreadsheet form puts an apostrophe before text that such a program would run as a formula
 * (first character, after blanks, one of = + - @ TAB CR LF or their full-width forms); numbers are
 * left as they are. Two rows are never equal but where their cells are.
 */
ENT_API ent_status_t ent_sheet_write(const ent_sheet_t *sheet, ent_blob_t *blob,
                                     ent_format_t format, ent_error_t *err);

/**
 * Writes the rows that the sheet has and forgets them, so that a table of any length takes the
 * memory of a few rows. One behind the other, what is written is what ent_sheet_write() would have
 * made of all rows: the header stands in front of the first only, so call it once at least.
 * CSV, EXCEL and JSONL only, and always the same of them; ENT_EINVAL for the forms whose rows do
 * not stand by themselves.
 */
ENT_API ent_status_t ent_sheet_drain(ent_sheet_t *sheet, ent_blob_t *blob, ent_format_t format,
                                     ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
