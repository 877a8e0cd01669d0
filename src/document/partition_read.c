/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A partition from a CSV file of ids and groups, such as an earlier run wrote. */
#include <stdlib.h>
#include <string.h>

#include "base/names.h"
#include "entente/partition.h"
#include "group/given.h"
#include "table/csv.h"

/* One row: who, in which group. */
typedef struct entry {
    ent_id_t vertex;
    uint32_t line;
    char *group;
} entry_t;

typedef struct reading {
    const ent_network_t *network;
    const char *path;
    ent_i_csv_t *csv;
    ent_i_names_t *vertices;
    size_t id_column;
    size_t group_column;
    entry_t *entry;
    size_t count;
    size_t capacity;
    size_t strangers;
    ent_error_t *err;
} reading_t;

static ent_status_t index_vertices(reading_t *reading)
{
    ent_status_t status = ent_i_names_new(&reading->vertices, reading->err);
    size_t count = ent_network_actor_count(reading->network);

    for (size_t i = 0; i < count && status == ENT_OK; i++)
        status =
            ent_i_names_add(reading->vertices, ent_network_vertex_id(reading->network, (ent_id_t)i),
                            (ent_id_t)i, NULL, reading->err);
    return status;
}

static bool find_column(size_t *column, const ent_i_record_t *header, const char *name)
{
    for (size_t i = 0; i < header->field_count; i++) {
        if (strcasecmp(header->field[i].text, name) == 0) {
            *column = i;
            return true;
        }
    }
    return false;
}

static ent_status_t read_header(reading_t *reading)
{
    ent_i_record_t header;
    ent_status_t status;

    do
        status = ent_i_csv_next(reading->csv, &header, reading->err);
    while (status == ENT_OK && header.state == ENT_RECORD_BLANK);
    if (status != ENT_OK)
        return status;
    if (header.state != ENT_RECORD_ROW || !find_column(&reading->id_column, &header, "id") ||
        !find_column(&reading->group_column, &header, "group"))
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, header.line, 1,
                             "a partition needs the columns id and group, as 'entente groups "
                             "--format csv' writes them");
    return ENT_OK;
}

static ent_status_t read_row(reading_t *reading, const ent_i_record_t *record)
{
    ent_status_t status;
    entry_t *entry;
    ent_id_t vertex;

    if (record->state == ENT_RECORD_FAULT)
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, record->fault_line,
                             record->fault_column, "%s", record->fault);
    if (record->field_count <= reading->id_column || record->field_count <= reading->group_column)
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, record->line, 1,
                             "the row is shorter than the header; give it an id and a group");
    vertex = ent_i_names_find(reading->vertices, record->field[reading->id_column].text);
    if (vertex == ENT_NONE) {
        reading->strangers++;
        return ENT_OK;
    }
    if (record->field[reading->group_column].text[0] == '\0')
        return ENT_OK;
    status = ENT_GROW(reading->entry, reading->count, reading->capacity, reading->err);
    if (status != ENT_OK)
        return status;
    entry = &reading->entry[reading->count];
    *entry = (entry_t){vertex, record->line, strdup(record->field[reading->group_column].text)};
    if (entry->group == NULL)
        return ent_i_no_memory(reading->err);
    reading->count++;
    return ENT_OK;
}

static ent_status_t read_rows(reading_t *reading)
{
    for (;;) {
        ent_i_record_t record;
        ent_status_t status = ent_i_csv_next(reading->csv, &record, reading->err);

        if (status != ENT_OK || record.state == ENT_RECORD_END)
            return status;
        if (record.state != ENT_RECORD_BLANK)
            status = read_row(reading, &record);
        if (status != ENT_OK)
            return status;
    }
}

static int compare_entries(const void *left, const void *right)
{
    const entry_t *x = left;
    const entry_t *y = right;
    int order = strcmp(x->group, y->group);

    return order != 0 ? order : (x->line > y->line) - (x->line < y->line);
}

static bool differs(const reading_t *reading, size_t entry)
{
    return entry == 0 || strcmp(reading->entry[entry].group, reading->entry[entry - 1].group) != 0;
}

/* Numbers the groups in order of their bytes and fills the partition. */
static ent_status_t settle(reading_t *reading, ent_partition_t **partition)
{
    ent_status_t status = ENT_OK;
    ent_partition_t *made = NULL;
    size_t groups = 0;

    if (reading->count > 0)
        qsort(reading->entry, reading->count, sizeof *reading->entry, compare_entries);
    for (size_t i = 0; i < reading->count; i++)
        groups += differs(reading, i);
    ENT_TRY(ent_i_partition_new(&made, ent_network_actor_count(reading->network), groups,
                                reading->err));
    made->strangers = reading->strangers;
    groups = 0;
    for (size_t i = 0; i < reading->count; i++) {
        const entry_t *entry = &reading->entry[i];

        groups += differs(reading, i);
        if (made->of[entry->vertex] != ENT_NONE &&
            made->of[entry->vertex] != (ent_id_t)(groups - 1)) {
            status = ent_i_fail_at(reading->err, ENT_EDATA, reading->path, entry->line, 1,
                                   "'%s' is in another group already; leave one of them",
                                   ent_network_vertex_id(reading->network, entry->vertex));
            goto cleanup;
        }
        made->of[entry->vertex] = (ent_id_t)(groups - 1);
        ENT_TRY(ent_i_partition_name(made, groups - 1, entry->group, reading->err));
    }
    *partition = made;
    made = NULL;

cleanup:
    ent_partition_free(made);
    return status;
}

ent_status_t ent_partition_read(ent_partition_t **partition, const ent_network_t *network,
                                const char *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    reading_t reading = {.network = network, .path = path, .err = err};

    *partition = NULL;
    ENT_TRY(ent_i_csv_open(&reading.csv, path, path, NULL, err));
    ENT_TRY(index_vertices(&reading));
    ENT_TRY(read_header(&reading));
    ENT_TRY(read_rows(&reading));
    ENT_TRY(settle(&reading, partition));

cleanup:
    for (size_t i = 0; i < reading.count; i++)
        free(reading.entry[i].group);
    free(reading.entry);
    ent_i_names_free(reading.vertices);
    ent_i_csv_close(reading.csv);
    return status;
}
