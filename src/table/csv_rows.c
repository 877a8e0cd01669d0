/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Plain rows, as many as libcsv is handed at once, and the pieces of a text. */
#include "table/csv_rows.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "table/csv_i.h"

/* Bytes that are handed to libcsv at once; few where rows have turned out not to be plain, and
 * then so many rows are read one by one before the next trial. */
#define MOST_BYTES ((size_t)64 * 1024)
#define LEAST_BYTES ((size_t)1024)
enum { MOST_WAITED = 1000 };

#define FORGOTTEN_AT_ONCE ((size_t)8 << 20)

_Static_assert(MOST_BYTES <= ENT_CSV_FIELD_LIMIT, "a field might pass its limit");

/* What the callbacks fill. */
typedef struct taking {
    ent_i_csv_t *csv;
    ent_i_plain_rows_t *rows;
    const char *line; /* where the row that is being taken begins */
    const char *end;
    char *text;  /* where the texts of the first row begin */
    char *begin; /* … of the row that is being taken */
    char *to;
    uint32_t fields;
    bool stopped; /* the row at `line` is not plain */
    bool failed;
} taking_t;

static void take_field(void *bytes, size_t size, void *data)
{
    taking_t *taking = data;

    if (taking->stopped)
        return;
    /* libcsv has put the NUL. */
    memcpy(taking->to, bytes, size + 1);
    taking->to += size + 1;
    taking->fields++;
}

static void list_row(taking_t *taking, uint32_t fields)
{
    ent_i_plain_rows_t *rows = taking->rows;

    if (ENT_GROW(rows->row, rows->count, rows->capacity, NULL) != ENT_OK) {
        taking->failed = taking->stopped = true;
        return;
    }
    rows->row[rows->count++] =
        (ent_i_plain_row_t){.text = (uint32_t)(taking->begin - taking->text), .fields = fields};
}

/* The size of the line break at `at`, which is of the kind of those before; 0 for anything else. */
static size_t line_break(ent_i_csv_t *csv, const char *at, const char *end)
{
    size_t size = at < end && *at == '\n'                                         ? 1
                  : at + 1 < end && csv->has_cr && at[0] == '\r' && at[1] == '\n' ? 2
                                                                                  : 0;
    char kind = size == 2 ? 'C' : 'L';

    if (size > 0 && csv->line_break == '\0')
        csv->line_break = kind;
    return csv->line_break == 'X' || csv->line_break == kind ? size : 0;
}

/* libcsv says nothing of blank lines. */
static void take_blank_lines(taking_t *taking)
{
    size_t size = line_break(taking->csv, taking->line, taking->end);

    for (; size > 0 && !taking->stopped;
         size = line_break(taking->csv, taking->line, taking->end)) {
        list_row(taking, 0);
        taking->line += size;
    }
}

/* A row of separators alone is blank, too. */
static void take_row(int byte, void *data)
{
    taking_t *taking = data;
    size_t size = (size_t)(taking->to - taking->begin);
    size_t broken;

    (void)byte;
    if (taking->stopped)
        return;
    take_blank_lines(taking);
    broken = size <= (size_t)(taking->end - taking->line)
                 ? line_break(taking->csv, taking->line + size - 1, taking->end)
                 : 0;
    if (broken == 0 || taking->fields > ENT_CSV_COLUMN_LIMIT ||
        memcmp(taking->line, "\xef\xbb\xbf", size < 3 ? size : 3) == 0) {
        taking->stopped = true;
        return;
    }
    if (size == taking->fields)
        taking->to = taking->begin;
    list_row(taking, size == taking->fields ? 0 : taking->fields);
    taking->begin = taking->to;
    taking->line += size - 1 + broken;
    taking->fields = 0;
}

/* The end of the last whole line before `end`. */
static const char *whole_lines(const char *start, const char *end)
{
    const char *stop = start == end ? NULL : memrchr(start, '\n', (size_t)(end - start));

    return stop == NULL ? start : stop + 1;
}

/* How far the lines from csv->at on may be plain. */
static const char *find_end(const ent_i_csv_t *csv)
{
    const char *start = csv->text + csv->at;
    size_t left = (csv->size < csv->valid ? csv->size : csv->valid) - csv->at;
    size_t room = left < csv->room ? left : csv->room;
    const char *quote = memchr(start, '"', room);

    return whole_lines(start, quote != NULL ? quote : start + room);
}

static ent_status_t take(taking_t *taking, const char *start, ent_error_t *err)
{
    ent_i_csv_t *csv = taking->csv;
    size_t size = (size_t)(taking->end - start);
    ent_status_t status = ent_i_csv_start(csv, err);

    if (status != ENT_OK)
        return status;
    if (csv_parse(&csv->parser, start, size, take_field, take_row, taking) != size)
        taking->stopped = true;
    if (taking->failed || csv_error(&csv->parser) == CSV_ENOMEM)
        return ent_i_no_memory(err);
    if (!taking->stopped)
        take_blank_lines(taking);
    if (taking->failed)
        return ent_i_no_memory(err);
    if (taking->line != taking->end)
        ent_i_csv_drop_parser(csv);
    return ENT_OK;
}

/* Learns from what was taken how much to try next. */
static void learn(ent_i_csv_t *csv, bool all, bool any)
{
    if (all)
        csv->room = csv->room * 2 < MOST_BYTES ? csv->room * 2 : MOST_BYTES;
    else
        csv->room = LEAST_BYTES;
    if (any)
        csv->penalty = 0;
    else
        csv->penalty = csv->penalty * 2 + 1 < MOST_WAITED ? csv->penalty * 2 + 1 : MOST_WAITED;
    csv->wait = all ? 0 : csv->penalty;
}

ent_status_t ent_i_csv_take_plain(ent_i_csv_t *csv, ent_i_plain_rows_t *rows,
                                  ent_i_packed_t *packed, ent_error_t *err)
{
    const char *start = csv->text + csv->at;
    taking_t taking = {.csv = csv, .rows = rows, .line = start};
    ent_status_t status = ENT_OK;

    rows->count = 0;
    if (csv->wait > 0) {
        csv->wait--;
        return ENT_OK;
    }
    if (csv->at >= csv->valid)
        return ENT_OK;
    if (csv->room == 0)
        csv->room = MOST_BYTES;
    taking.end = find_end(csv);
    if (taking.end == start)
        return ENT_OK;
    ENT_TRY(ent_i_grow(&packed->text, &packed->capacity,
                       packed->size + (size_t)(taking.end - start) + 1, 1, err));
    taking.text = taking.begin = taking.to = packed->text + packed->size;
    rows->text = packed->size;
    rows->line = csv->line;
    status = take(&taking, start, err);
    if (status != ENT_OK) {
        ent_i_csv_drop_parser(csv);
        goto cleanup;
    }
    learn(csv, taking.line == taking.end, rows->count > 0);
    packed->size += (size_t)(taking.begin - taking.text);
    csv->at += (size_t)(taking.line - start);
    csv->line += (uint32_t)rows->count;

cleanup:
    return status;
}

/* Line breaks in so many bytes; counted in bytes, which machines add many at once. */
static size_t count_lines(const char *text, size_t size)
{
    size_t count = 0;

    while (size > 0) {
        size_t run = size < UINT8_MAX ? size : UINT8_MAX;
        uint8_t some = 0;

        for (size_t i = 0; i < run; i++)
            some = (uint8_t)(some + (text[i] == '\n'));
        count += some;
        text += run;
        size -= run;
    }
    return count;
}

/* Whether a CR stands in front of an LF everywhere. */
static bool has_no_lone_cr(const char *at, const char *end)
{
    while (at < end) {
        at = memchr(at, '\r', (size_t)(end - at));
        if (at == NULL)
            return true;
        if (at + 1 == end || at[1] != '\n')
            return false;
        at += 2;
    }
    return true;
}

ent_status_t ent_i_csv_cut(const ent_i_csv_t *csv, size_t size, ent_i_csv_piece_t **piece,
                           size_t *count, ent_error_t *err)
{
    const char *end = csv->text + csv->size;
    size_t most = (csv->size - csv->at) / size + 1;
    ent_i_csv_piece_t next = {.at = csv->at, .line = csv->line};
    ent_status_t status = ent_i_alloc(piece, most, sizeof **piece, err);

    *count = 0;
    if (status != ENT_OK || (csv->has_cr && !has_no_lone_cr(csv->text + csv->at, end)))
        return status;
    while (next.at < csv->size) {
        const char *start = csv->text + next.at;
        const char *stop = csv->size - next.at <= size
                               ? NULL
                               : memchr(start + size, '\n', csv->size - next.at - size);

        next.end = stop == NULL ? csv->size : (size_t)(stop + 1 - csv->text);
        assert(*count < most);
        next.lines = (uint32_t)count_lines(start, next.end - next.at);
        (*piece)[(*count)++] = next;
        next.line += next.lines;
        next.at = next.end;
    }
    return ENT_OK;
}

ent_status_t ent_i_csv_open_piece(ent_i_csv_t **part, const ent_i_csv_t *csv,
                                  const ent_i_csv_piece_t *piece, ent_error_t *err)
{
    ent_status_t status = ent_i_alloc(part, 1, sizeof **part, err);

    if (status != ENT_OK)
        return status;
    (*part)->text = csv->text;
    (*part)->size = piece->end;
    (*part)->valid = csv->valid;
    (*part)->at = piece->at;
    (*part)->line = piece->line;
    (*part)->separator = csv->separator;
    (*part)->encoding = csv->encoding;
    (*part)->has_cr = csv->has_cr;
    (*part)->lax = csv->lax;
    (*part)->line_break = csv->line_break;
    return ENT_OK;
}

bool ent_i_csv_is_next(const ent_i_csv_t *csv, const ent_i_csv_t *part,
                       const ent_i_csv_piece_t *piece)
{
    return csv->at == piece->at && part->at == piece->end && csv->line_break == part->line_break;
}

ent_status_t ent_i_csv_join(ent_i_csv_t *csv, const ent_i_csv_t *part, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < part->warning_count; i++)
        ENT_TRY(ent_i_csv_warn(csv, part->warning[i].line, err, "%s", part->warning[i].text));
    csv->at = part->at;
    csv->line = part->line;
    csv->lax_count += part->lax_count;

cleanup:
    return status;
}

void ent_i_csv_forget(ent_i_csv_t *csv)
{
    size_t read = (size_t)(csv->text - csv->owned.bytes) + csv->at;

    if (read < csv->forgotten + FORGOTTEN_AT_ONCE)
        return;
    ent_i_csv_sum_end(csv);
    ent_i_memory_drop(csv->owned.bytes + csv->forgotten, read - csv->forgotten);
    csv->forgotten = read;
}
