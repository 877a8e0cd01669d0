/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which rows of a table are not those that were read: the ledger of the report has a digest of
 * each. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dataset/digest.h"
#include "proof/verify_i.h"
#include "table/csv.h"

/* The rows of one table, in their order. */
typedef struct row {
    uint32_t line;
    char digest[ENT_ROW_DIGEST_SIZE];
} row_t;

typedef struct rows {
    row_t *row;
    size_t count;
    size_t capacity;
} rows_t;

static ent_status_t add_row(rows_t *rows, uint32_t line, const char *digest, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    row_t *row;

    ENT_TRY(ENT_GROW(rows->row, rows->count, rows->capacity, err));
    row = &rows->row[rows->count++];
    row->line = line;
    snprintf(row->digest, sizeof row->digest, "%s", digest);

cleanup:
    return status;
}

/* The ledger as the report has it, where it is as it was written. */
static const ent_blob_t *find_ledger(const ent_i_verify_t *verify)
{
    for (size_t i = 0; i < verify->manifest.output_count; i++) {
        const ent_i_listed_t *listed = &verify->manifest.output[i];
        const ent_i_kept_t *kept = &verify->kept[i];

        if (strcmp(listed->file, "ledger.csv") == 0 && kept->there &&
            strcmp(kept->sha256, listed->sha256) == 0)
            return &kept->blob;
    }
    return NULL;
}

static size_t find_field(const ent_i_record_t *header, const char *name)
{
    size_t at = 0;

    while (at < header->field_count && strcmp(header->field[at].text, name) != 0)
        at++;
    return at;
}

static ent_status_t read_then(rows_t *rows, const ent_blob_t *ledger, const char *file,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_csv_options_t options = {.separator = ','};
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record = {0};
    size_t name;
    size_t line;
    size_t digest;

    ENT_TRY(ent_i_csv_open_bytes(&csv, ledger->bytes, ledger->size, "ledger.csv", &options, err));
    ENT_TRY(ent_i_csv_next(csv, &record, err));
    name = find_field(&record, "file");
    line = find_field(&record, "line");
    digest = find_field(&record, "digest");
    for (;;) {
        ENT_TRY(ent_i_csv_next(csv, &record, err));
        if (record.state == ENT_RECORD_END)
            break;
        if (name < record.field_count && line < record.field_count && digest < record.field_count &&
            strcmp(record.field[name].text, file) == 0)
            ENT_TRY(add_row(rows, (uint32_t)strtoul(record.field[line].text, NULL, 10),
                            record.field[digest].text, err));
    }

cleanup:
    ent_i_csv_close(csv);
    return status;
}

static ent_status_t read_now(rows_t *rows, const ent_dataset_t *dataset, const char *file,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < ent_dataset_row_count(dataset); i++) {
        ent_row_t row = ent_dataset_row(dataset, i);
        char digest[ENT_ROW_DIGEST_SIZE];

        if (strcmp(ent_dataset_table(dataset, row.table)->file, file) != 0)
            continue;
        ent_i_row_digest(digest, dataset, i);
        ENT_TRY(add_row(rows, row.line, digest, err));
    }

cleanup:
    return status;
}

/* Says what became of the rows between those that are the same at the head and at the tail. */
static uint32_t say_rows(char *text, size_t size, const rows_t *then, const rows_t *now)
{
    size_t head = 0;
    size_t tail = 0;
    size_t gone;
    size_t come;

    while (head < then->count && head < now->count &&
           strcmp(then->row[head].digest, now->row[head].digest) == 0)
        head++;
    while (tail < then->count - head && tail < now->count - head &&
           strcmp(then->row[then->count - 1 - tail].digest,
                  now->row[now->count - 1 - tail].digest) == 0)
        tail++;
    gone = then->count - head - tail;
    come = now->count - head - tail;
    if (gone == 0 && come == 0)
        snprintf(text, size, "its rows say the same");
    else if (gone == 0)
        snprintf(text, size, "%zu row%s added here", come, come == 1 ? "" : "s");
    else if (come == 0)
        snprintf(text, size, "%zu row%s removed here", gone, gone == 1 ? "" : "s");
    else if (gone == 1 && come == 1)
        snprintf(text, size, "this row was changed");
    else
        snprintf(text, size, "%zu rows in place of %zu from here on", come, gone);
    if (gone == 0 && come == 0)
        return 0;
    return come > 0 ? now->row[head].line : then->row[head].line;
}

ent_status_t ent_i_verify_rows(const ent_i_verify_t *verify, const char *file, uint64_t *line,
                               char *text, size_t size, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_blob_t *ledger = find_ledger(verify);
    rows_t then = {0};
    rows_t now = {0};

    text[0] = '\0';
    if (ledger == NULL)
        return ENT_OK;
    status = read_then(&then, ledger, file, NULL);
    if (status == ENT_ENOMEM)
        ENT_TRY(ent_i_no_memory(err));
    if (status != ENT_OK) { /* a ledger of somebody's, as the manifest is: the row is not known */
        status = ENT_OK;
        goto cleanup;
    }
    ENT_TRY(read_now(&now, verify->dataset, file, err));
    *line = say_rows(text, size, &then, &now);

cleanup:
    free(then.row);
    free(now.row);
    return status;
}
