/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "dataset/digest.h"

#include <glib.h>
#include <string.h>

#include "dataset/dataset_i.h"

void ent_i_row_digest(char out[ENT_ROW_DIGEST_SIZE], const ent_dataset_t *dataset, size_t row)
{
    const ent_i_cell_t *cell = ent_i_row_cells(dataset, row);
    size_t width = dataset->sheet[dataset->row[row].table].column_count;
    GChecksum *sum;

    out[0] = '\0';
    if (cell == NULL)
        return;
    sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < width; i++) /* with the NUL, which no cell has: cells stay apart */
        g_checksum_update(sum, (const guchar *)cell[i].text, (gssize)strlen(cell[i].text) + 1);
    g_strlcpy(out, g_checksum_get_string(sum), ENT_ROW_DIGEST_SIZE);
    g_checksum_free(sum);
}
