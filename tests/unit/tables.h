/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Small data sets made on the spot: each test writes tables into a folder of its own. */
#ifndef ENT_TESTS_TABLES_H
#define ENT_TESTS_TABLES_H

#include <dirent.h>
#include <stdlib.h>
#include <unistd.h>

#include "entente/dataset.h"
#include "unit/unit.h"

static char tables_dir[64];

/* An empty folder; what the test before left is removed. */
static inline void tables_clear(void)
{
    struct dirent *entry;
    char path[400];
    DIR *dir;

    if (tables_dir[0] == '\0') {
        strcpy(tables_dir, "/tmp/ent-tables-XXXXXX");
        assert_non_null(mkdtemp(tables_dir));
    }
    dir = opendir(tables_dir);
    assert_non_null(dir);
    while ((entry = readdir(dir)) != NULL) {
        snprintf(path, sizeof path, "%s/%s", tables_dir, entry->d_name);
        if (entry->d_name[0] != '.')
            unlink(path);
    }
    closedir(dir);
}

/* Group teardown. */
static inline int tables_remove(void **state)
{
    (void)state;
    if (tables_dir[0] != '\0') {
        tables_clear();
        rmdir(tables_dir);
        tables_dir[0] = '\0';
    }
    return 0;
}

/* The path of a file of the folder, until the next call. */
static inline const char *tables_path(const char *name)
{
    static char path[400];

    snprintf(path, sizeof path, "%s/%s", tables_dir, name);
    return path;
}

static inline void put_bytes(const char *name, const char *bytes, size_t size)
{
    FILE *file = fopen(tables_path(name), "wb");

    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, size, file), size);
    assert_int_equal(fclose(file), 0);
}

static inline void put(const char *name, const char *text)
{
    put_bytes(name, text, strlen(text));
}

static inline ent_dataset_t *must_open(const char *path, const ent_dataset_options_t *options)
{
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    assert_ok(ent_dataset_open(&dataset, path, options, &err));
    return dataset;
}

static inline ent_dataset_t *open_tables(void)
{
    return must_open(tables_dir, NULL);
}

/* The fault at a place, or NULL; `file` as shown, `part` of its message. */
static inline const ent_fault_t *find_fault(const ent_dataset_t *dataset, ent_severity_t severity,
                                            const char *file, uint32_t line, uint32_t column,
                                            const char *part)
{
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(dataset, i);

        if (fault->severity == severity && strcmp(fault->file, file) == 0 && fault->line == line &&
            fault->column == column && strstr(fault->message, part) != NULL)
            return fault;
    }
    return NULL;
}

static inline void print_faults(const ent_dataset_t *dataset)
{
    for (size_t i = 0; i < ent_dataset_fault_count(dataset); i++) {
        const ent_fault_t *fault = ent_dataset_fault(dataset, i);

        print_error("  %s:%u:%u: %d: %s\n", fault->file, (unsigned)fault->line,
                    (unsigned)fault->column, (int)fault->severity, fault->message);
    }
}

#define assert_fault(dataset, severity, file, line, column, part)                                  \
    do {                                                                                           \
        if (find_fault(dataset, severity, file, line, column, part) == NULL) {                     \
            print_error("no such fault: %s:%d:%d: %s; there are:\n", file, line, column, part);    \
            print_faults(dataset);                                                                 \
            _fail(__FILE__, __LINE__);                                                             \
        }                                                                                          \
    } while (0)

#define assert_error(dataset, file, line, column, part)                                            \
    assert_fault(dataset, ENT_ERROR, file, line, column, part)
#define assert_warning(dataset, file, line, column, part)                                          \
    assert_fault(dataset, ENT_WARNING, file, line, column, part)
#define assert_note(dataset, file, line, column, part)                                             \
    assert_fault(dataset, ENT_NOTE, file, line, column, part)

/* No fault of any kind. */
#define assert_clean(dataset)                                                                      \
    do {                                                                                           \
        if (ent_dataset_fault_count(dataset) > 0) {                                                \
            print_faults(dataset);                                                                 \
            _fail(__FILE__, __LINE__);                                                             \
        }                                                                                          \
    } while (0)

/* The account of a table (or of all: NULL), by its file; the sum must hold. */
static inline ent_account_t account_of(const ent_dataset_t *dataset, const char *file,
                                       const ent_selection_t *selection)
{
    ent_account_t account = {0};
    ent_id_t table = ENT_NONE;
    size_t sum = 0;

    for (size_t i = 0; file != NULL && i < ent_dataset_table_count(dataset); i++)
        if (strcmp(ent_dataset_table(dataset, (ent_id_t)i)->file, file) == 0)
            table = (ent_id_t)i;
    assert_true(file == NULL || table != ENT_NONE);
    ent_dataset_account(dataset, &account, table, selection);
    for (int i = 0; i < ENT_ROW_STATE_COUNT; i++)
        sum += account.state[i];
    assert_int_equal(account.rows, sum);
    return account;
}

#define assert_account(dataset, file, used, merged, rejected, blank)                               \
    do {                                                                                           \
        ent_account_t account_ = account_of(dataset, file, NULL);                                  \
        if (account_.state[ENT_ROW_USED] != (used) ||                                              \
            account_.state[ENT_ROW_MERGED] != (merged) ||                                          \
            account_.state[ENT_ROW_REJECTED] != (rejected) ||                                      \
            account_.state[ENT_ROW_BLANK] != (blank))                                              \
            print_faults(dataset);                                                                 \
        assert_int_equal(account_.state[ENT_ROW_USED], used);                                      \
        assert_int_equal(account_.state[ENT_ROW_MERGED], merged);                                  \
        assert_int_equal(account_.state[ENT_ROW_REJECTED], rejected);                              \
        assert_int_equal(account_.state[ENT_ROW_BLANK], blank);                                    \
    } while (0)

/* The actor of an id, which must be there. */
static inline const ent_actor_t *actor_of(const ent_dataset_t *dataset, const char *id)
{
    for (size_t i = 0; i < ent_dataset_actor_count(dataset); i++)
        if (strcmp(ent_dataset_actor(dataset, (ent_id_t)i)->id, id) == 0)
            return ent_dataset_actor(dataset, (ent_id_t)i);
    print_error("no actor %s\n", id);
    fail();
    return NULL;
}

#endif
