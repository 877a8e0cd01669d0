/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The SHA-256 of a table's bytes, which takes longer than reading them: of a large file, a thread
 * of its own computes it meanwhile. */
#include "table/csv_i.h"

/* Below this, a thread costs more than it gains. */
#define WORTH_A_THREAD ((size_t)4 << 20)

static void *sum(void *data)
{
    ent_i_csv_t *csv = data;

    ent_i_sha256(csv->sha256, csv->owned.bytes, csv->owned.size);
    return NULL;
}

void ent_i_csv_sum_begin(ent_i_csv_t *csv, bool threads)
{
    csv->summing = threads && csv->owned.size >= WORTH_A_THREAD &&
                   pthread_create(&csv->summer, NULL, sum, csv) == 0;
    if (!csv->summing)
        sum(csv);
}

void ent_i_csv_sum_end(ent_i_csv_t *csv)
{
    if (csv->summing)
        pthread_join(csv->summer, NULL);
    csv->summing = false;
}
