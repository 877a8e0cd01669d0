/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "report/evidence.h"

#include <stdlib.h>
#include <string.h>

static int compare_rows(const void *left, const void *right)
{
    const size_t *a = left;
    const size_t *b = right;

    return (*a > *b) - (*a < *b);
}

void ent_i_record_rows(ent_i_text_t *text, const ent_dataset_t *dataset, const ent_record_t *record)
{
    size_t *row = calloc(record->row_count + 1, sizeof *row);

    text->failed = text->failed || row == NULL;
    for (size_t i = 0; row != NULL && i < record->row_count; i++)
        row[i] = record->row[i];
    if (row != NULL && record->row_count > 1)
        qsort(row, record->row_count, sizeof *row, compare_rows);
    for (size_t i = 0; row != NULL && i < record->row_count; i++) {
        const ent_row_t *of = ent_dataset_row(dataset, row[i]);

        ent_i_text_printf(text, "%s%s:%lu", i > 0 ? "; " : "",
                          ent_dataset_table(dataset, of->table)->file, (unsigned long)of->line);
    }
    free(row);
}

bool ent_i_source_next(const char **list, const char **id, size_t *size)
{
    while (**list == ' ' || **list == ';')
        ++*list;
    if (**list == '\0')
        return false;
    *id = *list;
    *size = strcspn(*list, ";");
    *list += *size;
    while ((*id)[*size - 1] == ' ')
        --*size;
    return true;
}
