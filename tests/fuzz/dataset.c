/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Fuzz target: any bytes as the tables of a data set. An input is one table of ties, or, where it
 * begins with a form feed, files of a folder: form feed, file name, line feed, bytes, form feed …
 * A file map.txt among them is the file of --map. */
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "entente/entente.h"
#include "fuzz/fuzz.h"

/* What must hold whatever was read; a failure is a crash, which every fuzzer understands. */
#define HOLDS(condition)                                                                           \
    do {                                                                                           \
        if (!(condition))                                                                          \
            abort();                                                                               \
    } while (0)

static const char *const names[] = {
    "cities.csv",      "networks.csv",   "organisations.csv", "events.csv",      "aliases.csv",
    "memberships.csv", "agreements.csv", "attendance.csv",    "edges.csv",       "nodes.csv",
    "sources.csv",     "claims.csv",     "map.txt",           "datapackage.json"};

static void write_file(const char *dir, const char *name, const uint8_t *bytes, size_t size)
{
    char path[200];
    int fd;

    snprintf(path, sizeof path, "%s/%s", dir, name);
    fd = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    HOLDS(fd >= 0 && write(fd, bytes, size) == (ssize_t)size && close(fd) == 0);
}

static void remove_files(const char *dir)
{
    char path[200];

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        snprintf(path, sizeof path, "%s/%s", dir, names[i]);
        unlink(path);
    }
    snprintf(path, sizeof path, "%s/ties.csv", dir);
    unlink(path);
}

/* The file of --map among the tables, if there is one. */
static const char *map_of(const char *dir, char path[200])
{
    snprintf(path, 200, "%s/map.txt", dir);
    return access(path, F_OK) == 0 ? path : NULL;
}

static void write_tables(const char *dir, const uint8_t *data, size_t size)
{
    const uint8_t *end = data + size;

    while (data < end) {
        const uint8_t *next = memchr(data + 1, '\f', (size_t)(end - data - 1));
        const uint8_t *line = memchr(data, '\n', (size_t)(end - data));
        const uint8_t *stop = next == NULL ? end : next;

        for (size_t i = 0; line != NULL && line < stop && i < sizeof names / sizeof *names; i++)
            if (strlen(names[i]) == (size_t)(line - data - 1) &&
                memcmp(names[i], data + 1, strlen(names[i])) == 0)
                write_file(dir, names[i], line + 1, (size_t)(stop - line - 1));
        data = stop;
    }
}

static void check_accounts(const ent_dataset_t *dataset)
{
    ent_account_t all;
    size_t rows = 0;
    size_t rejected = 0;

    for (size_t i = 0; i < ent_dataset_table_count(dataset); i++) {
        ent_account_t one;
        size_t sum = 0;

        ent_dataset_account(dataset, &one, (ent_id_t)i, NULL);
        for (size_t state = 0; state < ENT_ROW_STATE_COUNT; state++)
            sum += one.state[state];
        HOLDS(sum == one.rows && one.rows == ent_dataset_table(dataset, (ent_id_t)i)->rows);
        rows += one.rows;
        rejected += one.state[ENT_ROW_REJECTED];
    }
    ent_dataset_account(dataset, &all, ENT_NONE, NULL);
    HOLDS(all.rows == rows && all.state[ENT_ROW_REJECTED] == rejected);
    HOLDS(ent_dataset_row_count(dataset) == rows);
}

static void check_order(const ent_dataset_t *dataset)
{
    size_t actors = ent_dataset_actor_count(dataset);

    for (size_t i = 1; i < actors; i++)
        HOLDS(strcmp(ent_dataset_actor(dataset, (ent_id_t)i - 1)->id,
                     ent_dataset_actor(dataset, (ent_id_t)i)->id) < 0);
    for (size_t i = 0; i < ent_dataset_record_count(dataset); i++) {
        const ent_record_t *record = ent_dataset_record(dataset, (ent_id_t)i);

        HOLDS(record->party_count >= 2 && record->row_count >= 1);
        for (size_t j = 0; j < record->party_count; j++)
            HOLDS(record->party[j] >= 0 && (size_t)record->party[j] < actors);
    }
}

static void check_network(const ent_dataset_t *dataset)
{
    ent_network_options_t options;
    ent_network_t *network = NULL;
    ent_error_t err = {0};

    HOLDS(ent_network_options_init(&options, dataset, &err) == ENT_OK);
    for (int view = 0; view < ENT_VIEW_COUNT; view++) {
        options.view = (ent_view_t)view;
        if (ent_network_new(&network, dataset, &options, &err) != ENT_OK)
            HOLDS(err.message[0] != '\0');
        for (size_t i = 0; network != NULL && i < ent_network_tie_count(network); i++) {
            ent_tie_t tie = ent_network_tie(network, i);

            HOLDS(tie.a < tie.b && tie.weight > 0 && tie.weight < 1e300);
        }
        ent_network_free(network);
        network = NULL;
        err = (ent_error_t){0};
    }
}

static void check_documents(const ent_dataset_t *dataset)
{
    ent_selection_t selection;
    ent_blob_t blob = {0};
    ent_error_t err = {0};

    HOLDS(ent_selection_init(&selection, dataset, NULL, NULL, &err) == ENT_OK);
    HOLDS(ent_check_json(&blob, dataset, &selection, &err) == ENT_OK);
    ent_blob_free(&blob);
    HOLDS(ent_check_text(&blob, dataset, &selection, &err) == ENT_OK);
    ent_blob_free(&blob);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static char dir[] = "/tmp/entente-fuzz-XXXXXX";
    static bool made;
    char path[200];
    char map[200];
    ent_dataset_options_t options;
    ent_dataset_t *dataset = NULL;
    ent_error_t err = {0};

    ent_dataset_options_init(&options);
    if (!made)
        HOLDS(mkdtemp(dir) != NULL);
    made = true;
    if (size > 0 && data[0] == '\f') {
        snprintf(path, sizeof path, "%s", dir);
        write_tables(dir, data, size);
    } else {
        snprintf(path, sizeof path, "%s/ties.csv", dir);
        write_file(dir, "ties.csv", data, size);
    }
    options.map = map_of(dir, map);
    if (ent_dataset_open(&dataset, path, &options, &err) == ENT_OK) {
        check_accounts(dataset);
        check_order(dataset);
        check_network(dataset);
        check_documents(dataset);
    } else {
        HOLDS(dataset == NULL && err.message[0] != '\0');
    }
    ent_dataset_free(dataset);
    remove_files(dir);
    return 0;
}
