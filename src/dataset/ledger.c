/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ledger: every row of every table and what became of it, and the files beside the tables. */
#include <stdio.h>
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

ent_status_t ent_i_row_add(ent_i_load_t *load, ent_i_sheet_t *sheet, uint32_t line,
                           ent_row_state_t state, const char *reason, ent_error_t *err)
{
    ent_dataset_t *dataset = load->dataset;
    ent_status_t status = ENT_OK;

    if (dataset->row_count >= INT32_MAX)
        return ent_i_fail(err, ENT_ELIMIT, "A data set holds at most %d rows.", INT32_MAX);
    ENT_TRY(ENT_GROW(dataset->row, dataset->row_count, dataset->row_capacity, err));
    ENT_TRY(ENT_GROW(dataset->row_cell, dataset->row_count, dataset->row_cell_capacity, err));
    dataset->row[dataset->row_count] = (ent_row_t){.table = (ent_id_t)(sheet - dataset->sheet),
                                                   .line = line,
                                                   .state = state,
                                                   .actor = ENT_NONE,
                                                   .record = ENT_NONE,
                                                   .reason = reason};
    dataset->row_cell[dataset->row_count] = SIZE_MAX;
    dataset->row_count++;
    sheet->shown.rows++;

cleanup:
    return status;
}

void ent_i_row_unusable(ent_i_load_t *load, size_t row)
{
    ent_row_t *of = &load->dataset->row[row];

    if (of->state != ENT_ROW_USED)
        return;
    of->state = ENT_ROW_REJECTED;
    of->reason = "the table's header is at fault; mend that first";
}

void ent_i_row_merged(ent_i_load_t *load, size_t row, size_t earlier)
{
    ent_row_t *merged = &load->dataset->row[row];
    char reason[64];
    int length = snprintf(reason, sizeof reason, "states again what line %u states",
                          (unsigned)load->dataset->row[earlier].line);

    merged->state = ENT_ROW_MERGED;
    merged->reason = ent_i_keep(load, reason, (size_t)length);
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
        const ent_row_t *row = &dataset->row[i];
        ent_row_state_t state = row->state;

        if (table != ENT_NONE && row->table != table)
            continue;
        if (selection != NULL && state == ENT_ROW_USED && row->record != ENT_NONE &&
            ent_i_selection_judge(selection, &dataset->tie[row->record]) >= ENT_NOT_STATUS)
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
