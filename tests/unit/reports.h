/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Reports made in a test: tables are put, a report is written, its files are read back. */
#ifndef ENT_TESTS_REPORTS_H
#define ENT_TESTS_REPORTS_H

#include <jansson.h>
#include <sys/stat.h>

#include "base/file.h"
#include "entente/report.h"
#include "unit/tables.h"

static ent_error_t err;
static bool reports_keep_going;   /* rejected rows are allowed */
static const char *reports_as_of; /* NULL: the default */
static const char *reports_where; /* NULL: all actors */
static bool reports_directed;
static char reports_dir[] = "/tmp/ent-reports-XXXXXX";

static inline int reports_begin(void **state)
{
    (void)state;
    return mkdtemp(reports_dir) == NULL;
}

static inline int reports_end(void **state)
{
    char command[80];

    snprintf(command, sizeof command, "rm -rf '%s'", reports_dir);
    return tables_remove(state) != 0 || system(command) != 0;
}

static inline int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    reports_keep_going = false;
    reports_as_of = NULL;
    reports_where = NULL;
    reports_directed = false;
    return 0;
}

/* The path of something in the folder of reports, until the fourth call from now. */
static inline const char *report_path(const char *name)
{
    static char path[4][400];
    static int next;

    next = (next + 1) % 4;
    snprintf(path[next], sizeof path[next], "%s/%s", reports_dir, name);
    return path[next];
}

/* Tries to write a report of the tables into a folder of that name. */
static inline ent_status_t try_report(const char *name, const char *language)
{
    ent_dataset_options_t tables;
    ent_dataset_t *dataset;
    ent_report_options_t options;
    ent_status_t status;

    ent_dataset_options_init(&tables);
    tables.directed = reports_directed;
    dataset = must_open(tables_dir, &tables);
    assert_ok(ent_report_options_init(&options, dataset, &err));
    if (reports_as_of != NULL)
        assert_ok(
            ent_selection_init(&options.network.selection, dataset, reports_as_of, NULL, &err));
    options.dataset = &tables;
    options.network.where = reports_where;
    options.network.directed = reports_directed;
    options.language = language;
    options.runs = 10;
    options.title = "Tables";
    options.keep_going = reports_keep_going;
    status = ent_report_write(dataset, report_path(name), &options, NULL, NULL, &err);
    ent_dataset_free(dataset);
    return status;
}

static inline void must_report(const char *name)
{
    assert_ok(try_report(name, "en"));
}

/* A file of the report "out", to be freed. */
static inline ent_blob_t read_output(const char *name)
{
    ent_blob_t blob = {0};
    char path[100];

    snprintf(path, sizeof path, "out/%s", name);
    assert_ok(ent_i_file_read(&blob, report_path(path), (size_t)1 << 26, &err));
    return blob;
}

static inline json_t *read_json(const char *name)
{
    ent_blob_t blob = read_output(name);
    json_t *root = json_loadb(blob.bytes, blob.size, JSON_REJECT_DUPLICATES, NULL);

    assert_non_null(root);
    ent_blob_free(&blob);
    return root;
}

static inline bool output_says(const char *name, const char *part)
{
    ent_blob_t blob = read_output(name);
    bool says = strstr(blob.bytes, part) != NULL;

    ent_blob_free(&blob);
    return says;
}

#define assert_says(name, part)                                                                    \
    do {                                                                                           \
        if (!output_says(name, part)) {                                                            \
            print_error("%s does not say: %s\n", name, part);                                      \
            _fail(__FILE__, __LINE__);                                                             \
        }                                                                                          \
    } while (0)

/* The findings of the report "out", for json_decref(). */
static inline json_t *read_findings(void)
{
    json_t *root = read_json("summary.json");
    json_t *findings = json_incref(json_object_get(root, "findings"));

    assert_true(json_is_array(findings));
    json_decref(root);
    return findings;
}

/* The finding of a key; NULL when it was not made. */
static inline const json_t *finding_of(const json_t *findings, const char *key)
{
    size_t i;
    json_t *finding;

    json_array_foreach(findings, i, finding)
    {
        if (strcmp(json_string_value(json_object_get(finding, "key")), key) == 0)
            return finding;
    }
    return NULL;
}

#endif
