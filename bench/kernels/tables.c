/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reading tables beside a bare walk over their bytes. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "entente/dataset.h"
#include "limits.h"

enum { ROW = 64, ROUNDS = 20 };

/* Line breaks of a text; the slowest walk that any reader has to make. */
static size_t count_lines(const char *text, size_t size)
{
    size_t count = 0;

    for (const char *at = memchr(text, '\n', size); at != NULL;
         at = memchr(at + 1, '\n', size - (size_t)(at + 1 - text)))
        count++;
    return count;
}

/* Seconds to walk through a file that is in memory, and its bytes. */
static ent_status_t walk(const char *path, double *took, double *bytes, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    size_t lines = 0;
    double begun;

    ENT_TRY(ent_i_file_read(&blob, path, SIZE_MAX, err));
    begun = bench_now();
    for (int i = 0; i < ROUNDS; i++)
        lines += count_lines(blob.bytes, blob.size);
    *took += lines > 0 ? (bench_now() - begun) / ROUNDS : 0;
    *bytes += (double)blob.size;

cleanup:
    ent_blob_free(&blob);
    return status;
}

ent_status_t bench_tables(const char *folder, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_dataset_t *dataset = NULL;
    char pattern[4096];
    glob_t found = {0};
    double limit = 0, bytes = 0;
    double begun = bench_now();

    ENT_TRY(ent_dataset_open(&dataset, folder, NULL, err));
    printf("reading tables,plain,%.6f,", bench_now() - begun);
    snprintf(pattern, sizeof pattern, "%s/*.csv", folder);
    glob(pattern, 0, NULL, &found);
    for (size_t i = 0; i < found.gl_pathc; i++)
        ENT_TRY(walk(found.gl_pathv[i], &limit, &bytes, err));
    printf("%.6f,%.0f\n", limit, bytes / ROW);

cleanup:
    globfree(&found);
    ent_dataset_free(dataset);
    return status;
}
