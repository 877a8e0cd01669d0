/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "dataset/digest.h"

#include <glib.h>
#include <string.h>

#include "dataset/dataset_i.h"

void ent_i_row_digest(char out[ENT_ROW_DIGEST_SIZE], const ent_dataset_t *dataset, size_t row)
{
    const char *text = ent_i_row_texts(dataset, row);
    size_t width = dataset->sheet[dataset->row[row].table].column_count;
    GChecksum *sum;

    out[0] = '\0';
    if (text == NULL)
        return;
    sum = g_checksum_new(G_CHECKSUM_SHA256);
    for (size_t i = 0; i < width; i++, text = ent_i_next_text(text))
        /* With the NUL, which no cell has: cells stay apart. */
        g_checksum_update(sum, (const guchar *)text, (gssize)strlen(text) + 1);
    g_strlcpy(out, g_checksum_get_string(sum), ENT_ROW_DIGEST_SIZE);
    g_checksum_free(sum);
}
