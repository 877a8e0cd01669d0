/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What is wrong with a line, where, and what to do. */
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"
#include "table/csv_i.h"
#include "table/encoding.h"

void ent_i_csv_fault(ent_i_record_t *record, uint32_t line, size_t column, const char *format, ...)
{
    va_list args;

    record->state = ENT_RECORD_FAULT;
    record->fault_line = line;
    record->fault_column = (uint32_t)column;
    va_start(args, format);
    vsnprintf(record->fault, sizeof record->fault, format, args);
    va_end(args);
}

static size_t column_of(const ent_i_line_t *line, size_t at)
{
    return line->offset + at + 1;
}

static bool ends_field(const ent_i_csv_t *csv, char byte)
{
    return byte == csv->separator || byte == '"';
}

/* A byte that is no UTF-8: which encodings would read the field around it, and as what. */
static ent_status_t explain_byte(const ent_i_csv_t *csv, const ent_i_line_t *line, size_t at,
                                 ent_i_record_t *record, ent_error_t *err)
{
    ent_i_text_t hint = {0};
    size_t start = at, end = at;
    ent_status_t status;

    while (start > 0 && !ends_field(csv, line->start[start - 1]))
        start--;
    while (end < line->body && !ends_field(csv, line->start[end]))
        end++;
    status = ent_i_encoding_hint(&hint, line->start + start, end - start, err);
    if (hint.size > 0)
        ent_i_csv_fault(record, line->number, column_of(line, at),
                        "byte 0x%02X is not UTF-8; the field would read %s; save the file as UTF-8 "
                        "or name its encoding, such as --encoding=%s",
                        (unsigned char)line->start[at], hint.bytes,
                        strstr(hint.bytes, "CP949") != NULL ? "cp949" : "windows-1252");
    else
        ent_i_csv_fault(record, line->number, column_of(line, at),
                        "byte 0x%02X is not UTF-8, nor is the field CP949, Windows-1252 or "
                        "ISO-8859-1; save the file as UTF-8 or name its encoding with --encoding=",
                        (unsigned char)line->start[at]);
    ent_i_text_free(&hint);
    return status;
}

ent_status_t ent_i_csv_check_line(ent_i_csv_t *csv, const ent_i_line_t *line,
                                  ent_i_record_t *record, ent_error_t *err)
{
    size_t end = (size_t)(line->start - csv->text) + line->size;
    size_t at;

    if (line->body > ENT_CSV_LINE_LIMIT) {
        ent_i_csv_fault(record, line->number, column_of(line, ENT_CSV_LINE_LIMIT),
                        "the line has %zu bytes; at most %zu are read; is a line break missing?",
                        line->body, ENT_CSV_LINE_LIMIT);
        return ENT_OK;
    }
    if (end <= csv->valid)
        return ENT_OK;
    at = ent_i_utf8_valid_prefix(line->start, line->size);
    if (at == line->size)
        return ENT_OK;
    if (line->start[at] == '\0')
        ent_i_csv_fault(record, line->number, column_of(line, at),
                        "a NUL byte, which no text has; the file may be damaged or cut off in "
                        "writing: export it again");
    else if (csv->encoding != NULL && line->start[at] == ENT_UNDECODED)
        ent_i_csv_fault(record, line->number, column_of(line, at),
                        "bytes here are no %.40s; name the file's encoding with --encoding= or "
                        "save it as UTF-8",
                        csv->encoding);
    else
        return explain_byte(csv, line, at, record, err);
    return ENT_OK;
}

void ent_i_csv_explain(const ent_i_csv_t *csv, const ent_i_line_t *line, size_t at,
                       ent_i_record_t *record)
{
    const ent_i_field_t *field = ent_i_csv_open_field(csv);
    size_t column = column_of(line, at);
    size_t closing = at; /* behind the closing quote, where there is one */

    while (closing > 0 && line->start[closing - 1] != '"')
        closing--;
    if (!field->quoted)
        ent_i_csv_fault(record, line->number, column,
                        "a quote inside a field that does not begin with one; put the whole field "
                        "in quotes and double those inside: \"say \"\"so\"\"\"; --lax-quotes takes "
                        "such quotes as text");
    else if (field->line != line->number)
        /* More likely than a field over lines with a fault at its end is a quote never closed. */
        ent_i_csv_fault(record, field->line, field->column,
                        "the quote that opens here is not closed on its line; the next one, at "
                        "%u:%zu, has text behind it; close the quote, or double it where it "
                        "belongs to the text: \"\"",
                        (unsigned)line->number, column_of(line, closing) - 1);
    else if (at >= 2 && line->start[at - 1] == '"' && line->start[at - 2] == '\\')
        ent_i_csv_fault(record, line->number, column,
                        "text behind a closing quote; a backslash does not keep a quote, so double "
                        "it instead: \"\"");
    else
        ent_i_csv_fault(record, line->number, column,
                        "text behind the quote that closes the field (opened at %u:%u); expected "
                        "'%s' or the line's end; double a quote that belongs to the text: \"\"",
                        (unsigned)field->line, (unsigned)field->column,
                        csv->separator == '\t' ? "TAB" : (const char[]){csv->separator, '\0'});
}
