/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Data sets written inline in a test: a folder of tables in a scratch place. */
#ifndef ENT_TESTS_SCRATCH_H
#define ENT_TESTS_SCRATCH_H

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "entente/dataset.h"
#include "unit/unit.h"

#define SCRATCH_FILES 16

typedef struct scratch {
    char dir[40];
    char path[SCRATCH_FILES][80];
    size_t count;
} scratch_t;

static inline void scratch_open(scratch_t *scratch)
{
    *scratch = (scratch_t){.dir = "/tmp/entente.XXXXXX"};
    assert_non_null(mkdtemp(scratch->dir));
}

/* Writes one table. */
static inline void scratch_write(scratch_t *scratch, const char *name, const char *text)
{
    char path[sizeof scratch->path[0]];
    FILE *file;

    assert_true(scratch->count < SCRATCH_FILES);
    snprintf(path, sizeof path, "%s/%s", scratch->dir, name);
    memcpy(scratch->path[scratch->count++], path, sizeof path);
    file = fopen(path, "w");
    assert_non_null(file);
    assert_true(fputs(text, file) >= 0);
    assert_int_equal(fclose(file), 0);
}

static inline void scratch_close(scratch_t *scratch)
{
    for (size_t i = 0; i < scratch->count; i++)
        unlink(scratch->path[i]);
    rmdir(scratch->dir);
}

/* Opens what was written; no row may be rejected. */
static inline ent_dataset_t *scratch_dataset(const scratch_t *scratch,
                                             const ent_dataset_options_t *options)
{
    ent_dataset_t *dataset = NULL;
    ent_account_t account;
    ent_error_t err = {0};

    assert_ok(ent_dataset_open(&dataset, scratch->dir, options, &err));
    ent_dataset_account(dataset, &account, ENT_NONE, NULL);
    if (account.state[ENT_ROW_REJECTED] > 0) {
        for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++)
            print_error("%s:%u: %s\n", ent_dataset_fault(dataset, i)->file,
                        (unsigned)ent_dataset_fault(dataset, i)->line,
                        ent_dataset_fault(dataset, i)->message);
    }
    assert_int_equal(account.state[ENT_ROW_REJECTED], 0);
    return dataset;
}

#endif
