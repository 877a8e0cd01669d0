/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ledger: every row of every table and what became of it, and the files beside the tables. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "dataset/dataset_i.h"

ent_status_t ent_i_companion_add(ent_i_load_t *load, const char *file, const char *role,
                                 const ent_blob_t *bytes, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    char sha256[ENT_SHA256_SIZE];
    ent_status_t status = ENT_OK;

    ent_i_sha256(sha256, bytes->bytes, bytes->size);
    ENT_TRY(
        ENT_GROW(dataset->companion, dataset->companion_count, dataset->companion_capacity, err));
    dataset->companion[dataset->companion_count++] =
        (ent_companion_t){.file = ent_i_keep(load, file, strlen(file)),
                          .role = role,
                          .sha256 = ent_i_keep(load, sha256, strlen(sha256)),
                          .bytes = bytes->size};

cleanup:
    return status;
}

ent_status_t ent_i_too_many_rows(ent_error_t *err)
{
    return ent_i_fail(err, ENT_ELIMIT, "A data set holds at most %d rows.", INT32_MAX);
}

ent_status_t ent_i_row_add(ent_i_load_t *load, ent_i_sheet_t *sheet, uint32_t line,
                           ent_row_state_t state, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    if (dataset->row_count >= INT32_MAX)
        return ent_i_too_many_rows(err);
    ENT_TRY(ENT_GROW(dataset->row, dataset->row_count, dataset->row_capacity, err));
    dataset->row[dataset->row_count] =
        (ent_i_row_t){.table = (unsigned)(sheet - dataset->sheet) & 0xFFU,
                      .line = line,
                      .state = (unsigned)state & 0xFU,
                      .of = ENT_NONE};
    dataset->row_count++;
    sheet->shown.rows++;

cleanup:
    return status;
}

void ent_i_row_reason(ent_i_load_t *load, size_t row, const char *reason)
{
    ent_dataset_t *dataset = load->dataset;
    size_t count = dataset->reason_count;

    if (ENT_GROW(dataset->reason, count, dataset->reason_capacity, NULL) != ENT_OK) {
        load->no_memory = true;
        return;
    }
    dataset->reason[count] = (ent_i_reason_t){.row = row, .made = count, .text = reason};
    dataset->reason_count++;
}

static int compare_reasons(const void *left, const void *right)
{
    const ent_i_reason_t *a = left;
    const ent_i_reason_t *b = right;

    if (a->row != b->row)
        return a->row < b->row ? -1 : 1;
    return (a->made > b->made) - (a->made < b->made);
}

void ent_i_reasons_sort(ent_dataset_t *dataset)
{
    size_t kept = 0;

    if (dataset->reason_count > 1)
        qsort(dataset->reason, dataset->reason_count, sizeof *dataset->reason, compare_reasons);
    for (size_t i = 0; i < dataset->reason_count; i++) {
        kept -= kept > 0 && dataset->reason[kept - 1].row == dataset->reason[i].row;
        dataset->reason[kept++] = dataset->reason[i];
    }
    dataset->reason_count = kept;
}

static int compare_rows(const void *key, const void *reason)
{
    size_t row = *(const size_t *)key;
    size_t other = ((const ent_i_reason_t *)reason)->row;

    return (row > other) - (row < other);
}

ent_row_t ent_dataset_row(const ent_dataset_t *dataset, size_t row)
{
    const ent_i_row_t *of = &dataset->row[row];
    const ent_i_reason_t *reason = dataset->reason_count == 0
                                       ? NULL
                                       : bsearch(&row, dataset->reason, dataset->reason_count,
                                                 sizeof *dataset->reason, compare_rows);

    return (ent_row_t){.table = (ent_id_t)of->table,
                       .line = of->line,
                       .state = (ent_row_state_t)of->state,
                       .actor = ent_i_row_actor(of),
                       .record = ent_i_row_record(of),
                       .reason = reason != NULL ? reason->text : ""};
}

void ent_i_row_unusable(ent_i_load_t *load, size_t row)
{
    ent_i_row_t *of = &load->dataset->row[row];

    if (of->state != ENT_ROW_USED)
        return;
    of->state = ENT_ROW_REJECTED;
    ent_i_row_reason(load, row, "the table's header is at fault; mend that first");
}

static void merge_row(ent_i_load_t *load, size_t row, size_t earlier, const char *before,
                      const char *behind)
{
    char reason[96];
    int length = snprintf(reason, sizeof reason, "%s line %u%s", before,
                          (unsigned)load->dataset->row[earlier].line, behind);

    load->dataset->row[row].state = ENT_ROW_MERGED;
    ent_i_row_reason(load, row, ent_i_keep(load, reason, (size_t)length));
}

void ent_i_row_merged(ent_i_load_t *load, size_t row, size_t earlier)
{
    merge_row(load, row, earlier, "states again what", " states");
}

void ent_i_row_repeated(ent_i_load_t *load, size_t row, size_t earlier)
{
    merge_row(load, row, earlier, "repeats the tie of", ", and counts beside it");
}

/* By what the rows say, then by where they stand. */
int ent_i_compare_rows(const ent_dataset_t *dataset, size_t a, size_t b)
{
    const char *left = ent_i_row_texts(dataset, a);
    const char *right = ent_i_row_texts(dataset, b);
    size_t width = dataset->sheet[dataset->row[a].table].column_count;

    if (dataset->row[a].table != dataset->row[b].table)
        return dataset->row[a].table < dataset->row[b].table ? -1 : 1;
    for (size_t i = 0; left != NULL && right != NULL && i < width; i++) {
        int order = strcmp(left, right);

        if (order != 0)
            return order;
        left = ent_i_next_text(left);
        right = ent_i_next_text(right);
    }
    return a < b ? -1 : a > b;
}

void ent_dataset_account(const ent_dataset_t *dataset, ent_account_t *account, ent_id_t table,
                         const ent_selection_t *selection)
{
    *account = (ent_account_t){0};
    for (size_t i = 0; i < dataset->row_count; i++) {
        const ent_i_row_t *row = &dataset->row[i];
        ent_row_state_t state = (ent_row_state_t)row->state;
        ent_id_t record = ent_i_row_record(row);

        if (table != ENT_NONE && (ent_id_t)row->table != table)
            continue;
        if (selection != NULL && state == ENT_ROW_USED && record != ENT_NONE &&
            ent_i_selection_judge(selection, dataset, record) >= ENT_NOT_STATUS)
            state = ENT_ROW_ASIDE;
        account->rows++;
        account->state[state]++;
    }
}

size_t ent_dataset_rejected_count(const ent_dataset_t *dataset)
{
    ent_account_t account;

    ent_dataset_account(dataset, &account, ENT_NONE, NULL);
    return account.state[ENT_ROW_REJECTED];
}
