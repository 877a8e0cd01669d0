/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the fields of a line begin: what libcsv does not tell. */
#include <string.h>

#include "table/csv_i.h"

static bool is_blank(const ent_i_csv_t *csv, char byte)
{
    return (byte == ' ' || byte == '\t') && byte != csv->separator;
}

/* From `at` inside quotes to behind the closing one; NULL when they stay open. */
static const char *skip_quoted(ent_i_csv_t *csv, const char *at, const char *end)
{
    const char *start = at;

    csv->open = true;
    for (;;) {
        const char *quote = memchr(at, '"', (size_t)(end - at));

        if (quote == NULL) {
            csv->open_size += (size_t)(end - start);
            return NULL;
        }
        if (quote + 1 == end || quote[1] != '"') {
            csv->open = false;
            return quote + 1;
        }
        at = quote + 2;
    }
}

/* Begins a field at `at`; returns where its first byte (or its opening quote) stands. */
static ent_status_t begin_field(ent_i_csv_t *csv, const ent_i_line_t *line, const char **at,
                                const char *end, ent_error_t *err)
{
    ent_status_t status = ENT_GROW(csv->field, csv->scanned, csv->capacity, err);
    ent_i_field_t *field;

    if (status != ENT_OK)
        return status;
    while (*at < end && is_blank(csv, **at))
        (*at)++;
    field = &csv->field[csv->scanned++];
    field->line = line->number;
    field->column = line->offset + (uint32_t)(*at - line->start) + 1;
    field->quoted = *at < end && **at == '"';
    return ENT_OK;
}

/* From behind a field's text to its separator, or NULL at the end of the line. libcsv judges quotes
 * but in lax mode, where it would take any. */
static const char *end_field(ent_i_csv_t *csv, const char *at, const char *end)
{
    const char *separator = memchr(at, csv->separator, (size_t)(end - at));
    const char *stop = separator == NULL ? end : separator;

    if (csv->lax && !ent_i_csv_open_field(csv)->quoted)
        csv->lax_count += memchr(at, '"', (size_t)(stop - at)) != NULL;
    else if (csv->lax)
        while (at < stop && csv->stray == NULL) {
            if (!is_blank(csv, *at))
                csv->stray = at;
            at++;
        }
    return separator;
}

ent_status_t ent_i_csv_scan(ent_i_csv_t *csv, const ent_i_line_t *line, size_t size,
                            ent_error_t *err)
{
    const char *at = line->start;
    const char *end = line->start + size;
    bool inside = csv->open;

    csv->stray = NULL;
    for (;;) {
        ent_status_t status = inside ? ENT_OK : begin_field(csv, line, &at, end, err);

        if (status != ENT_OK)
            return status;
        if (!inside && ent_i_csv_open_field(csv)->quoted) {
            at++;
            inside = true;
            csv->open_size = 0;
        }
        if (inside)
            at = skip_quoted(csv, at, end);
        if (at != NULL)
            at = end_field(csv, at, end);
        if (at == NULL || csv->stray != NULL)
            return ENT_OK;
        at++;
        inside = false;
    }
}
