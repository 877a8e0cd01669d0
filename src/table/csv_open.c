/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Opening a table: its encoding, its separator, and files that are no table. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/unicode.h"
#include "table/csv_i.h"
#include "table/encoding.h"
#include "table/gzip.h"
#include "table/sniff.h"

static ent_status_t no_table(ent_error_t *err, const char *shown, const char *why)
{
    return ent_i_fail_at(err, ENT_EDATA, shown, 1, 1, "%s", why);
}

/* Whether an encoding's name stands for `encoding`; "UTF-16" stands for UTF-16LE too. */
static bool is_named(const char *encoding, const char *name)
{
    return strcasecmp(encoding, name) == 0 ||
           (strcasecmp(name, "UTF-16") == 0 && strncmp(encoding, "UTF-16", 6) == 0) ||
           (strcasecmp(name, "UTF8") == 0 && strcmp(encoding, "UTF-8") == 0);
}

/* Puts UTF-8 without mark into csv->text. */
static ent_status_t decode(ent_i_csv_t *csv, const ent_i_csv_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t decoded = {0};
    size_t mark;
    const char *marked = ent_i_sniff_mark(csv->owned.bytes, csv->owned.size, &mark);
    const char *encoding = marked != NULL ? marked : options->encoding;

    csv->text = csv->owned.bytes + mark;
    csv->size = csv->owned.size - mark;
    if (marked != NULL && options->encoding != NULL && !is_named(marked, options->encoding))
        ENT_TRY(ent_i_csv_warn(csv, 1, err, "read as %s, as its byte-order mark says, not as %s",
                               marked, options->encoding));
    else if (marked != NULL && strcmp(marked, "UTF-8") != 0)
        ENT_TRY(ent_i_csv_warn(csv, 1, err, "read as %s, as its byte-order mark says", marked));
    if (encoding == NULL || is_named("UTF-8", encoding))
        return ENT_OK;
    csv->encoding = ent_i_arena_text(&csv->arena, encoding, strlen(encoding));
    if (csv->encoding == NULL)
        return ent_i_no_memory(err);
    ENT_TRY(ent_i_decode(&decoded, csv->text, csv->size, encoding, err));
    ent_i_csv_sum_end(csv);
    ent_blob_free(&csv->owned);
    csv->owned = decoded;
    csv->text = decoded.bytes;
    csv->size = decoded.size;

cleanup:
    return status;
}

/* Old programs end a text with Ctrl-Z. */
static ent_status_t trim_end(ent_i_csv_t *csv, ent_error_t *err)
{
    size_t end = csv->size;

    while (end > 0 && (csv->text[end - 1] == '\n' || csv->text[end - 1] == '\r'))
        end--;
    if (end == 0 || csv->text[end - 1] != 0x1a)
        return ENT_OK;
    csv->size = end - 1;
    return ent_i_csv_warn(csv, 0, err, "ends with Ctrl-Z (0x1A), an old mark of the end; left out");
}

static const char *separator_name(char separator)
{
    static const char *const names[] = {",", ";", "|"};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i][0] == separator)
            return names[i];
    return "TAB";
}

/* Moves past "sep=;" and settles the separator from the first line that is not blank. */
static ent_status_t find_separator(ent_i_csv_t *csv, const char *shown,
                                   const ent_i_csv_options_t *options, ent_error_t *err)
{
    bool tied;
    const char *end = csv->text + csv->size;
    const char *start = csv->text;
    const char *stop = start;
    char declared, rival;

    while (stop < end && *stop != '\n' && *stop != '\r')
        stop++;
    csv->separator = options->separator;
    declared = ent_i_sniff_declared(start, (size_t)(stop - start));
    if (declared != '\0') {
        ent_status_t status = ent_i_csv_warn(
            csv, 1, err, "the line names the separator and is no part of the table; left out");

        if (status != ENT_OK)
            return status;
        if (stop < end)
            stop += stop[0] == '\r' && stop + 1 < end && stop[1] == '\n' ? 2 : 1;
        csv->at = (size_t)(stop - start);
        csv->line = 2;
        if (csv->separator == '\0')
            csv->separator = declared;
    }
    if (csv->separator != '\0')
        return ENT_OK;
    start = csv->text + csv->at;
    while (start < end && strchr(" \r\n", *start) != NULL && *start != '\0')
        start++;
    csv->separator = ent_i_sniff_separator(start, (size_t)(end - start), &rival, &tied);
    if (rival == '\0')
        return ENT_OK;
    if (tied)
        return ent_i_fail_at(err, ENT_EDATA, shown, csv->line, 1,
                             "fields may be separated by '%s' or '%s': the header and the first "
                             "row have as many of both; quote the fields that hold one, or put a "
                             "line such as 'sep=;' above the header.",
                             separator_name(csv->separator), separator_name(rival));
    return ent_i_csv_warn(csv, csv->line, err,
                          "fields are separated by '%s' here; the header has '%s' too",
                          separator_name(csv->separator), separator_name(rival));
}

static bool is_blank(const char *text, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (strchr(" \t\r\n", text[i]) == NULL || text[i] == '\0')
            return false;
    return true;
}

static ent_status_t unpack(ent_i_csv_t *csv, const char *shown, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t unpacked = {0};

    ENT_TRY(
        ent_i_gunzip(&unpacked, csv->owned.bytes, csv->owned.size, ENT_CSV_FILE_LIMIT, shown, err));
    ent_i_csv_sum_end(csv);
    ent_blob_free(&csv->owned);
    csv->owned = unpacked;

cleanup:
    return status;
}

/* Takes csv->owned, the bytes as they were read. */
static ent_status_t set_up(ent_i_csv_t *csv, const char *shown, const ent_i_csv_options_t *options,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const char *foreign;

    csv->raw_size = csv->owned.size;
    csv->line = 1;
    csv->lax = options->lax_quotes;
    ent_i_csv_sum_begin(csv, options->threads);
    if (options->unpacks && ent_i_is_gzip(csv->owned.bytes, csv->owned.size))
        ENT_TRY(unpack(csv, shown, err));
    foreign = ent_i_sniff_foreign(csv->owned.bytes, csv->owned.size, options->encoding != NULL);
    if (csv->owned.size == 0)
        return no_table(err, shown, "the file is empty; expected a header line.");
    if (foreign != NULL)
        return no_table(err, shown, foreign);
    ENT_TRY(decode(csv, options, err));
    if (csv->size == 0)
        return no_table(err, shown,
                        "the file is empty after its byte-order mark; expected a header line.");
    ENT_TRY(trim_end(csv, err));
    if (is_blank(csv->text, csv->size))
        return no_table(err, shown, "the file has blank lines only; expected a header line.");
    csv->valid = ent_i_utf8_valid_prefix(csv->text, csv->size);
    csv->has_cr = memchr(csv->text, '\r', csv->size) != NULL;
    ENT_TRY(find_separator(csv, shown, options, err));
    if (csv->text[csv->size - 1] != '\n' && csv->text[csv->size - 1] != '\r')
        ENT_TRY(ent_i_csv_warn(csv, 0, err,
                               "the last line has no line break; if the file was cut off, its last "
                               "value may be too"));

cleanup:
    return status;
}

/* Makes the reader of `bytes`, which it takes over whatever happens. */
static ent_status_t open_blob(ent_i_csv_t **csv, ent_blob_t *bytes, const char *shown,
                              const ent_i_csv_options_t *options, ent_error_t *err)
{
    static const ent_i_csv_options_t defaults = {0};
    ent_i_csv_t *made = NULL;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&made, 1, sizeof *made, err));
    made->owned = *bytes;
    *bytes = (ent_blob_t){0};
    ENT_TRY(set_up(made, shown, options != NULL ? options : &defaults, err));
    *csv = made;
    made = NULL;

cleanup:
    ent_blob_free(bytes);
    ent_i_csv_close(made);
    return status;
}

ent_status_t ent_i_csv_open(ent_i_csv_t **csv, const char *path, const char *shown,
                            const ent_i_csv_options_t *options, ent_error_t *err)
{
    ent_blob_t bytes = {0};
    bool threads = options != NULL && options->threads;
    ent_status_t status = ent_i_file_read_large(&bytes, path, ENT_CSV_FILE_LIMIT, threads, err);

    return status != ENT_OK ? status : open_blob(csv, &bytes, shown, options, err);
}

ent_status_t ent_i_csv_open_bytes(ent_i_csv_t **csv, const char *bytes, size_t size,
                                  const char *shown, const ent_i_csv_options_t *options,
                                  ent_error_t *err)
{
    ent_blob_t copy = {.size = size};
    ent_status_t status = ent_i_alloc(&copy.bytes, size + 1, 1, err);

    if (status != ENT_OK)
        return status;
    if (size > 0)
        memcpy(copy.bytes, bytes, size);
    return open_blob(csv, &copy, shown, options, err);
}
