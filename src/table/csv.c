/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The CSV reader: physical lines to libcsv, records back with the place of every field. */
#include "table/csv.h"

#include <assert.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "table/csv_i.h"
#include "table/encoding.h"
#include "table/sniff.h"

#define PARSER_BLOCK 4096

ent_status_t ent_i_csv_warn(ent_i_csv_t *csv, uint32_t line, ent_error_t *err, const char *format,
                            ...)
{
    char text[300];
    va_list args;
    const char *kept;
    ent_status_t status = ENT_OK;

    if (csv->warning_count >= ENT_CSV_WARNING_LIMIT)
        return ENT_OK;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    ENT_TRY(ENT_GROW(csv->warning, csv->warning_count, csv->warning_capacity, err));
    kept = ent_i_arena_text(&csv->arena, text, strlen(text));
    if (kept == NULL)
        return ent_i_no_memory(err);
    csv->warning[csv->warning_count++] = (ent_i_warning_t){.text = kept, .line = line};

cleanup:
    return status;
}

/* The physical line at csv->at, which must not be the end; moves behind it. */
static ent_i_line_t take_line(ent_i_csv_t *csv)
{
    const char *start = csv->text + csv->at;
    const char *end = csv->text + csv->size;
    const char *stop = start;
    ent_i_line_t line = {.start = start, .number = csv->line};

    if (csv->has_cr) {
        while (stop < end && *stop != '\n' && *stop != '\r')
            stop++;
    } else {
        stop = memchr(start, '\n', (size_t)(end - start));
        stop = stop == NULL ? end : stop;
    }
    line.body = line.size = (size_t)(stop - start);
    if (stop < end)
        line.size += stop[0] == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1;
    csv->at += line.size;
    csv->line++;
    return line;
}

static void take_field(void *bytes, size_t size, void *data)
{
    ent_i_csv_t *csv = data;

    if (csv->delivered < ENT_CSV_COLUMN_LIMIT + 1 &&
        ENT_GROW(csv->field, csv->delivered, csv->capacity, NULL) != ENT_OK)
        csv->bytes.failed = true;
    if (csv->bytes.failed || csv->delivered > ENT_CSV_COLUMN_LIMIT)
        return;
    csv->field[csv->delivered++].size = size;
    ent_i_text_add(&csv->bytes, bytes, size);
    ent_i_text_putc(&csv->bytes, '\0');
}

static void take_row(int byte, void *data)
{
    ent_i_csv_t *csv = data;

    (void)byte;
    csv->row_done = true;
}

void ent_i_csv_drop_parser(ent_i_csv_t *csv)
{
    if (csv->parsing)
        csv_free(&csv->parser);
    csv->parsing = false;
}

ent_status_t ent_i_csv_start(ent_i_csv_t *csv, ent_error_t *err)
{
    csv->delivered = csv->scanned = csv->open_size = 0;
    csv->open = csv->row_done = false;
    csv->bytes.size = 0;
    if (csv->parsing)
        return ENT_OK;
    if (csv_init(&csv->parser, (unsigned char)(CSV_APPEND_NULL |
                                               (csv->lax ? 0 : CSV_STRICT | CSV_STRICT_FINI))) != 0)
        return ent_i_no_memory(err);
    csv_set_delim(&csv->parser, (unsigned char)csv->separator);
    csv_set_blk_size(&csv->parser, PARSER_BLOCK);
    csv->parsing = true;
    return ENT_OK;
}

/* Hands a line to libcsv. The last line of a file may lack its line break; libcsv gets one, so
 * that csv_fini(), which hides errors, is never needed. */
static ent_status_t parse_line(ent_i_csv_t *csv, const ent_i_line_t *line, ent_i_record_t *record,
                               ent_error_t *err)
{
    size_t parsed = csv_parse(&csv->parser, line->start, line->size, take_field, take_row, csv);
    ent_status_t status;

    if (parsed == line->size && line->size == line->body)
        (void)csv_parse(&csv->parser, "\n", 1, take_field, take_row, csv);
    if (csv->bytes.failed || csv_error(&csv->parser) == CSV_ENOMEM)
        return ent_i_no_memory(err);
    if (parsed == line->size) {
        status = ent_i_csv_scan(csv, line, line->body, err);
        if (status == ENT_OK && csv->stray != NULL)
            ent_i_csv_explain(csv, line, (size_t)(csv->stray - line->start), record);
        return status;
    }
    status = ent_i_csv_scan(csv, line, parsed, err);
    if (status == ENT_OK)
        ent_i_csv_explain(csv, line, parsed, record);
    return status;
}

static void explain_unclosed(const ent_i_csv_t *csv, ent_i_record_t *record)
{
    const ent_i_field_t *field = ent_i_csv_open_field(csv);

    if (csv->open_size > ENT_CSV_FIELD_LIMIT)
        ent_i_csv_fault(record, field->line, field->column,
                        "the quote that opens here is not closed within %zu bytes; close it, or "
                        "double it where it belongs to the text: \"\"",
                        ENT_CSV_FIELD_LIMIT);
    else
        ent_i_csv_fault(record, field->line, field->column,
                        "the quote that opens here is never closed; close it, or double it where "
                        "it belongs to the text: \"\"");
}

/* A line inside open quotes that no text may have: the open quote is the likelier fault, and the
 * line will be read again for its own sake. */
static void explain_swallowed(const ent_i_csv_t *csv, ent_i_record_t *record)
{
    const ent_i_field_t *field = ent_i_csv_open_field(csv);

    ent_i_csv_fault(record, field->line, field->column,
                    "the quote that opens here is not closed before line %u, which is faulty (at "
                    "column %u); close the quote or mend that line",
                    (unsigned)record->fault_line, (unsigned)record->fault_column);
}

/* Whether the fields from number `from` on keep within the limits. */
static bool within_limits(const ent_i_csv_t *csv, size_t from, ent_i_record_t *record)
{
    for (size_t i = from; i < csv->delivered; i++) {
        const ent_i_field_t *field = &csv->field[i];

        if (i < ENT_CSV_COLUMN_LIMIT && field->size <= ENT_CSV_FIELD_LIMIT)
            continue;
        if (i >= ENT_CSV_COLUMN_LIMIT)
            ent_i_csv_fault(record, field->line, field->column,
                            "the row has more than %zu fields; is a quote or a line break missing?",
                            ENT_CSV_COLUMN_LIMIT);
        else
            ent_i_csv_fault(record, field->line, field->column,
                            "the field has %zu bytes; at most %zu are read; is a quote missing?",
                            field->size, ENT_CSV_FIELD_LIMIT);
        return false;
    }
    return true;
}

/* Fills record->field once all lines of the record are parsed. */
static void finish_record(ent_i_csv_t *csv, ent_i_record_t *record)
{
    const char *text = csv->bytes.bytes;
    bool blank = true;

    assert(csv->delivered == 0 || csv->delivered == csv->scanned);
    for (size_t i = 0; i < csv->delivered; i++) {
        ent_i_field_t *field = &csv->field[i];

        field->text = text;
        text += field->size + 1;
        blank = blank && field->size == 0 && !field->quoted;
    }
    record->state = blank ? ENT_RECORD_BLANK : ENT_RECORD_ROW;
    record->field = csv->field;
    record->field_count = csv->delivered;
}

/* Line breaks of another kind than the first record's, once. */
static ent_status_t note_line_break(ent_i_csv_t *csv, const ent_i_line_t *line, ent_error_t *err)
{
    char kind;

    if (line->size == line->body || csv->line_break == 'X')
        return ENT_OK;
    kind = line->size - line->body == 2 ? 'C' : line->start[line->body] == '\r' ? 'R' : 'L';
    if (csv->line_break == '\0')
        csv->line_break = kind;
    if (csv->line_break == kind)
        return ENT_OK;
    csv->line_break = 'X';
    return ent_i_csv_warn(csv, line->number, err,
                          "the line ends otherwise than those before (LF, CRLF and CR are mixed)");
}

static ent_status_t read_record(ent_i_csv_t *csv, ent_i_line_t line, ent_i_record_t *record,
                                ent_error_t *err)
{
    ent_status_t status = ent_i_csv_start(csv, err);

    while (status == ENT_OK) {
        size_t before = csv->delivered;

        status = ent_i_csv_check_line(csv, &line, record, err);
        if (record->state == ENT_RECORD_FAULT && csv->open)
            explain_swallowed(csv, record);
        if (status == ENT_OK && record->state != ENT_RECORD_FAULT)
            status = parse_line(csv, &line, record, err);
        if (status != ENT_OK || record->state == ENT_RECORD_FAULT ||
            !within_limits(csv, before, record))
            return status;
        if (!csv->open) {
            finish_record(csv, record);
            return note_line_break(csv, &line, err);
        }
        if (csv->open_size > ENT_CSV_FIELD_LIMIT || csv->at >= csv->size) {
            explain_unclosed(csv, record);
            return ENT_OK;
        }
        line = take_line(csv);
    }
    return status;
}

/* A byte-order mark in the middle comes from files that were joined. */
static ent_status_t skip_inner_mark(ent_i_csv_t *csv, ent_i_line_t *line, ent_error_t *err)
{
    if (line->body < 3 || memcmp(line->start, "\xef\xbb\xbf", 3) != 0)
        return ENT_OK;
    line->start += 3;
    line->size -= 3;
    line->body -= 3;
    line->offset = 3;
    return ent_i_csv_warn(
        csv, line->number, err,
        "a byte-order mark inside the file, as if files had been joined; skipped");
}

ent_status_t ent_i_csv_next(ent_i_csv_t *csv, ent_i_record_t *record, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_line_t line;
    size_t behind;

    *record = (ent_i_record_t){.state = ENT_RECORD_END, .line = csv->line};
    if (csv->at >= csv->size)
        return ENT_OK;
    line = take_line(csv);
    behind = csv->at;
    ENT_TRY(skip_inner_mark(csv, &line, err));
    status = read_record(csv, line, record, err);
    if (status != ENT_OK || record->state == ENT_RECORD_FAULT)
        ent_i_csv_drop_parser(csv);
    if (record->state == ENT_RECORD_FAULT) {
        csv->at = behind;
        csv->line = line.number + 1;
    }

cleanup:
    return status;
}

ent_i_csv_place_t ent_i_csv_tell(const ent_i_csv_t *csv)
{
    return (ent_i_csv_place_t){.at = csv->at,
                               .line = csv->line,
                               .line_break = csv->line_break,
                               .warning_count = csv->warning_count,
                               .lax_count = csv->lax_count};
}

void ent_i_csv_seek(ent_i_csv_t *csv, const ent_i_csv_place_t *place)
{
    csv->at = place->at;
    csv->line = place->line;
    csv->line_break = place->line_break;
    csv->warning_count = place->warning_count;
    csv->lax_count = place->lax_count;
}

void ent_i_csv_close(ent_i_csv_t *csv)
{
    if (csv == NULL)
        return;
    ent_i_csv_sum_end(csv);
    ent_i_csv_drop_parser(csv);
    ent_i_text_free(&csv->bytes);
    ent_i_arena_free(&csv->arena);
    ent_blob_free(&csv->owned);
    free(csv->field);
    free(csv->warning);
    free(csv);
}

size_t ent_i_csv_lax_count(const ent_i_csv_t *csv)
{
    return csv->lax_count;
}

size_t ent_i_csv_warning_count(const ent_i_csv_t *csv)
{
    return csv->warning_count;
}

const char *ent_i_csv_warning(const ent_i_csv_t *csv, size_t index, uint32_t *line)
{
    if (line != NULL)
        *line = csv->warning[index].line;
    return csv->warning[index].text;
}

const char *ent_i_csv_sha256(ent_i_csv_t *csv)
{
    ent_i_csv_sum_end(csv);
    return csv->sha256;
}

size_t ent_i_csv_size(const ent_i_csv_t *csv)
{
    return csv->raw_size;
}

size_t ent_i_csv_left(const ent_i_csv_t *csv)
{
    return csv->size - csv->at;
}

#define TEXT(number) TEXT_OF(number)
#define TEXT_OF(number) #number

const char *ent_i_csv_version(void)
{
    return TEXT(CSV_MAJOR) "." TEXT(CSV_MINOR) "." TEXT(CSV_RELEASE);
}
