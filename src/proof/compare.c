/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where two versions of a file first differ, in the terms of the file. */
#include <string.h>

#include "proof/verify_i.h"

/* Bytes shown before and behind the first that differs, and of the row that it stands in. */
enum { BYTES_BEFORE = 12, BYTES_SHOWN = 48, ROW_SHOWN = 40 };

/* The first byte in which two versions differ, and the line that it stands in. */
typedef struct spot {
    size_t at;
    size_t line_begin;
    uint64_t line;
} spot_t;

static bool has_suffix(const char *name, const char *suffix)
{
    size_t size = strlen(name);
    size_t length = strlen(suffix);

    return size > length && strcmp(name + size - length, suffix) == 0;
}

static spot_t find_spot(const ent_blob_t *a, const ent_blob_t *b)
{
    spot_t spot = {.line = 1};
    size_t most = a->size < b->size ? a->size : b->size;

    for (; spot.at < most && a->bytes[spot.at] == b->bytes[spot.at]; spot.at++) {
        if (a->bytes[spot.at] == '\n') {
            spot.line++;
            spot.line_begin = spot.at + 1;
        }
    }
    return spot;
}

/* Back to the first byte of a character of UTF-8. */
static size_t character_at(const ent_blob_t *blob, size_t at)
{
    while (at > 0 && at < blob->size && ((unsigned char)blob->bytes[at] & 0xc0) == 0x80)
        at--;
    return at;
}

/* Appends the bytes of a range that ends with its line. */
static void put_range(ent_i_text_t *text, const ent_blob_t *blob, size_t begin, size_t size)
{
    size_t end = begin;

    while (end < blob->size && end - begin < size && blob->bytes[end] != '\n')
        end++;
    end = end < blob->size ? character_at(blob, end) : end;
    if (begin < blob->size && end > begin)
        ent_i_text_add(text, blob->bytes + begin, end - begin);
}

/* A cell of a table: fields and rows as libcsv reads what Entente writes. */
typedef struct cell {
    size_t row; /* where they begin */
    size_t field;
    size_t index; /* of the field in its row */
    bool header;
} cell_t;

static cell_t find_cell(const ent_blob_t *blob, size_t at)
{
    cell_t cell = {.header = true};
    bool quoted = false;

    for (size_t i = 0; i < at && i < blob->size; i++) {
        char byte = blob->bytes[i];

        if (byte == '"')
            quoted = !quoted;
        else if (byte == ',' && !quoted)
            cell = (cell_t){cell.row, i + 1, cell.index + 1, cell.header};
        else if (byte == '\n' && !quoted)
            cell = (cell_t){i + 1, i + 1, 0, false};
    }
    return cell;
}

static size_t field_size(const ent_blob_t *blob, size_t begin)
{
    bool quoted = false;
    size_t end = begin;

    for (; end < blob->size; end++) {
        char byte = blob->bytes[end];

        if (byte == '"')
            quoted = !quoted;
        else if (!quoted && (byte == ',' || byte == '\n' || byte == '\r'))
            break;
    }
    return end - begin;
}

/* Appends the name of a column, from the header. */
static void put_column(ent_i_text_t *text, const ent_blob_t *blob, size_t index)
{
    size_t at = blob->size > 3 && memcmp(blob->bytes, "\357\273\277", 3) == 0 ? 3 : 0;

    while (index > 0 && at < blob->size && blob->bytes[at] != '\n') {
        at += field_size(blob, at) + 1;
        index--;
    }
    put_range(text, blob, at, field_size(blob, at));
}

static ent_status_t compare_tables(ent_verification_t *verification, ent_i_found_t *found,
                                   const ent_blob_t *stored, const ent_blob_t *now, size_t at,
                                   ent_error_t *err)
{
    cell_t cell = find_cell(stored, at);
    ent_i_text_t place = {0};
    ent_i_text_t left = {0};
    ent_i_text_t right = {0};
    ent_status_t status;

    if (cell.header) {
        ent_i_text_puts(&place, "the header");
    } else {
        ent_i_text_puts(&place, "column ");
        put_column(&place, now, cell.index);
        ent_i_text_puts(&place, " of row '");
        put_range(&place, cell.row < stored->size ? stored : now, cell.row, ROW_SHOWN);
        ent_i_text_puts(&place, "'");
    }
    ent_i_text_puts(&left, "");
    ent_i_text_puts(&right, "");
    put_range(&left, stored, cell.field, field_size(stored, cell.field));
    put_range(&right, now, cell.field, field_size(now, cell.field));
    found->place = place.bytes;
    found->stored = left.bytes;
    found->now = right.bytes;
    status = place.failed || left.failed || right.failed
                 ? ent_i_no_memory(err)
                 : ent_i_verify_add(verification, found, err);
    ent_i_text_free(&place);
    ent_i_text_free(&left);
    ent_i_text_free(&right);
    return status;
}

static ent_status_t compare_lines(ent_verification_t *verification, ent_i_found_t *found,
                                  const ent_blob_t *stored, const ent_blob_t *now, spot_t spot,
                                  ent_error_t *err)
{
    size_t begin =
        spot.at - spot.line_begin > BYTES_BEFORE ? spot.at - BYTES_BEFORE : spot.line_begin;
    ent_i_text_t left = {0};
    ent_i_text_t right = {0};
    ent_status_t status;

    begin = character_at(stored, begin);
    ent_i_text_puts(&left, "");
    ent_i_text_puts(&right, "");
    put_range(&left, stored, begin, BYTES_SHOWN);
    put_range(&right, now, begin, BYTES_SHOWN);
    found->stored = left.bytes;
    found->now = right.bytes;
    status = left.failed || right.failed ? ent_i_no_memory(err)
                                         : ent_i_verify_add(verification, found, err);
    ent_i_text_free(&left);
    ent_i_text_free(&right);
    return status;
}

/* Field by field where both are JSON and differ in a value; *told is whether they do. */
static ent_status_t compare_documents(ent_verification_t *verification, bool *told,
                                      const ent_i_found_t *found, const ent_blob_t *stored,
                                      const ent_blob_t *now, ent_error_t *err)
{
    json_t *left = json_loadb(stored->bytes, stored->size, JSON_REJECT_DUPLICATES, NULL);
    json_t *right = json_loadb(now->bytes, now->size, JSON_REJECT_DUPLICATES, NULL);
    ent_status_t status = ENT_OK;

    *told = left != NULL && right != NULL && !json_equal(left, right);
    if (right == NULL) /* what was computed is sound */
        status = ent_i_no_memory(err);
    else if (*told)
        status = ent_i_compare_json(verification, found->kind, found->file, "", left, right, err);
    json_decref(left);
    json_decref(right);
    return status;
}

ent_status_t ent_i_compare(ent_verification_t *verification, ent_difference_kind_t kind,
                           const char *file, const ent_blob_t *stored, const ent_blob_t *now,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    spot_t spot = find_spot(stored, now);
    ent_i_found_t found = {
        .kind = kind, .file = file, .line = spot.line, .column = spot.at - spot.line_begin + 1};
    bool told = false;

    if (has_suffix(file, ".png") || has_suffix(file, ".pdf")) {
        found.line = 0;
        found.column = spot.at + 1;
        return ent_i_verify_add(verification, &found, err);
    }
    if (has_suffix(file, ".json"))
        ENT_TRY(compare_documents(verification, &told, &found, stored, now, err));
    if (told)
        goto cleanup;
    if (has_suffix(file, ".csv"))
        ENT_TRY(compare_tables(verification, &found, stored, now, spot.at, err));
    else
        ENT_TRY(compare_lines(verification, &found, stored, now, spot, err));

cleanup:
    return status;
}
