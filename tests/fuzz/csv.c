/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Any bytes as a table: the reader ends, its records stand where it says, each field is what stands
 * there, and what is written is read again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/unicode.h"
#include "fuzz/fuzz.h"
#include "table/csv.h"

/* Where each physical line begins, found without the reader. */
typedef struct lines {
    const char **start;
    size_t count;
    const char *end;
} lines_t;

static lines_t split(const char *bytes, size_t size)
{
    lines_t lines = {.start = calloc(size + 2, sizeof *lines.start), .end = bytes + size};
    size_t at = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

    FUZZ_CHECK(lines.start != NULL);
    while (at < size) {
        lines.start[lines.count++] = bytes + at;
        while (at < size && bytes[at] != '\n' && bytes[at] != '\r')
            at++;
        if (at + 1 < size && bytes[at] == '\r' && bytes[at + 1] == '\n')
            at++;
        at++;
    }
    return lines;
}

static void check_field(const ent_i_field_t *field, const lines_t *lines)
{
    const char *at;

    FUZZ_CHECK(strlen(field->text) == field->size && field->size <= 65536);
    FUZZ_CHECK(ent_i_utf8_valid_prefix(field->text, field->size) == field->size);
    if (lines == NULL)
        return;
    FUZZ_CHECK(field->line >= 1 && field->line <= lines->count && field->column >= 1);
    at = lines->start[field->line - 1] + field->column - 1;
    FUZZ_CHECK(at <= lines->end);
    if (field->quoted)
        FUZZ_CHECK(at < lines->end && *at == '"');
    else
        FUZZ_CHECK((size_t)(lines->end - at) >= field->size &&
                   memcmp(at, field->text, field->size) == 0);
}

/* Checks one record and appends a row that has text to `out`. */
static void check_record(const ent_i_record_t *record, const lines_t *lines, ent_i_text_t *out)
{
    bool has_text = false;

    if (record->state == ENT_RECORD_FAULT) {
        FUZZ_CHECK(record->fault[0] != '\0' && record->fault_line >= record->line);
        FUZZ_CHECK(record->fault_column >= 1);
        FUZZ_CHECK(lines == NULL || record->fault_line <= lines->count);
        return;
    }
    FUZZ_CHECK(record->field_count <= 1024);
    for (size_t i = 0; i < record->field_count; i++) {
        check_field(&record->field[i], lines);
        FUZZ_CHECK(i == 0 || record->field[i].line > record->field[i - 1].line ||
                   record->field[i].column > record->field[i - 1].column);
        FUZZ_CHECK(record->state == ENT_RECORD_ROW || record->field[i].size == 0);
        has_text = has_text || record->field[i].size > 0;
    }
    if (!has_text)
        return;
    for (size_t i = 0; i < record->field_count; i++) {
        if (i > 0)
            ent_i_text_putc(out, ',');
        ent_i_csv_put(out, record->field[i].text);
    }
    ent_i_text_putc(out, '\n');
}

/* Reads a table, checks all that comes and writes its rows into `out`; false when it is none. */
static bool read_checked(const char *bytes, size_t size, const ent_i_csv_options_t *options,
                         const lines_t *lines, ent_i_text_t *out)
{
    ent_error_t err = {0};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    uint32_t last = 0;
    ent_status_t status = ent_i_csv_open_bytes(&csv, bytes, size, "fuzz.csv", options, &err);

    if (status != ENT_OK) {
        FUZZ_CHECK(csv == NULL && err.status == status && err.message[0] != '\0');
        return false;
    }
    ent_i_text_puts(out, "header\n");
    do {
        FUZZ_CHECK(ent_i_csv_next(csv, &record, &err) == ENT_OK);
        FUZZ_CHECK(record.line > last || record.state == ENT_RECORD_END);
        last = record.line;
        check_record(&record, lines, out);
    } while (record.state != ENT_RECORD_END);
    for (size_t i = 0; i < ent_i_csv_warning_count(csv); i++)
        FUZZ_CHECK(ent_i_csv_warning(csv, i, NULL)[0] != '\0');
    ent_i_csv_close(csv);
    FUZZ_CHECK(!out->failed);
    return true;
}

static void check_bytes(const char *bytes, size_t size, const ent_i_csv_options_t *options,
                        const lines_t *lines)
{
    ent_i_csv_options_t comma = {.separator = ','};
    ent_i_text_t first = {0}, again = {0};

    if (read_checked(bytes, size, options, lines, &first)) {
        FUZZ_CHECK(read_checked(first.bytes, first.size, &comma, NULL, &again));
        /* The second text has the first's header as a row. */
        FUZZ_CHECK(again.size == first.size + strlen("header\n"));
        FUZZ_CHECK(memcmp(again.bytes + strlen("header\n"), first.bytes, first.size) == 0);
    }
    ent_i_text_free(&again);
    ent_i_text_free(&first);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char separators[] = {'\0', ';'};
    const char *bytes = (const char *)data;
    ent_i_csv_options_t cp949 = {.encoding = "CP949"};
    lines_t lines = split(bytes, size);
    bool wide =
        size >= 2 && (memcmp(bytes, "\xff\xfe", 2) == 0 || memcmp(bytes, "\xfe\xff", 2) == 0);

    for (size_t i = 0; i < sizeof separators; i++)
        check_bytes(bytes, size, &(ent_i_csv_options_t){.separator = separators[i]},
                    wide ? NULL : &lines);
    check_bytes(bytes, size, &cp949, NULL);
    check_bytes(bytes, size, &(ent_i_csv_options_t){.lax_quotes = true, .unpacks = true},
                wide ? NULL : &lines);
    free(lines.start);
    return 0;
}
