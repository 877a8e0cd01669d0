/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `entente groups --against` prints: two partitions against each other, a row a pair of
 * groups that share members. */
#include <stdlib.h>

#include "document/groups_doc.h"
#include "document/json.h"
#include "document/table.h"
#include "entente/report.h"

/* Members that two groups share; a number past the last group stands for none. */
typedef struct cell {
    ent_id_t one;
    ent_id_t other;
    size_t actors;
} cell_t;

static int compare_cells(const void *left, const void *right)
{
    const cell_t *x = left;
    const cell_t *y = right;

    if (x->one != y->one)
        return x->one < y->one ? -1 : 1;
    return (x->other > y->other) - (x->other < y->other);
}

/* ENT_NONE stands behind all groups. */
static ent_id_t place(const ent_partition_t *partition, size_t vertex)
{
    ent_id_t group = partition->of[vertex];

    return group == ENT_NONE ? (ent_id_t)partition->count : group;
}

/* The cells that are not empty, in order; for the caller to free. */
static ent_status_t cross(cell_t **cells, size_t *count, const ent_partition_t *one,
                          const ent_partition_t *other, ent_error_t *err)
{
    size_t actors = one->actor_count;
    cell_t *made = NULL;
    ent_status_t status = ent_i_alloc(&made, actors, sizeof *made, err);

    if (status != ENT_OK)
        return status;
    for (size_t i = 0; i < actors; i++)
        made[i] = (cell_t){place(one, i), place(other, i), 1};
    qsort(made, actors, sizeof *made, compare_cells);
    *count = 0;
    for (size_t i = 0; i < actors; i++) {
        if (*count > 0 && compare_cells(&made[i], &made[*count - 1]) == 0)
            made[*count - 1].actors++;
        else
            made[(*count)++] = made[i];
    }
    *cells = made;
    return ENT_OK;
}

/* NULL for none. */
static const char *name_of(const ent_partition_t *partition, ent_id_t group)
{
    return (size_t)group < partition->count ? partition->name[group] : NULL;
}

ent_status_t ent_compared_sheet(ent_sheet_t **sheet, const ent_compared_t *compared,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};
    cell_t *cells = NULL;
    size_t count;

    *sheet = NULL;
    ENT_TRY(cross(&cells, &count, compared->found, compared->other, err));
    ent_i_table_open(&table, 0, err);
    ent_i_table_column(&table, "group", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "other", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "actors", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < count; i++) {
        ent_i_table_row(&table);
        ent_i_table_text(&table, name_of(compared->found, cells[i].one));
        ent_i_table_text(&table, name_of(compared->other, cells[i].other));
        ent_i_table_size(&table, cells[i].actors);
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    free(cells);
    return status;
}

static void put_agreement(ent_i_json_t *json, json_t *object, const ent_compared_t *compared)
{
    const ent_partition_comparison_t *agreement = &compared->agreement;

    ent_i_json_text(json, object, "with", compared->with);
    ent_i_json_size(json, object, "groups", compared->other->count);
    ent_i_json_size(json, object, "actors", agreement->actors);
    ent_i_json_size(json, object, "left_out", agreement->left_out);
    ent_i_json_size(json, object, "strangers", compared->other->strangers);
    ent_i_json_number(json, object, "variation_of_information",
                      agreement->variation_of_information);
    ent_i_json_number(json, object, "normalised_mutual_information",
                      agreement->normalised_mutual_information);
    ent_i_json_number(json, object, "adjusted_rand", agreement->adjusted_rand);
    ent_i_json_number(json, object, "rand", agreement->rand);
    ent_i_json_number(json, object, "split_join", agreement->split_join);
    ent_i_json_number(json, object, "modularity", compared->score.modularity);
    ent_i_json_number(json, object, "ei", compared->score.ei);
    ent_i_json_size(json, object, "internal", compared->score.internal);
    ent_i_json_size(json, object, "external", compared->score.external);
}

static void put_name(ent_i_json_t *json, json_t *object, const char *key, const char *name)
{
    if (name != NULL)
        ent_i_json_text(json, object, key, name);
    else
        ent_i_json_null(json, object, key);
}

ent_status_t ent_compared_json(ent_blob_t *blob, const ent_network_t *network,
                               const ent_groups_t *groups, const ent_compared_t *compared,
                               uint64_t seed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_json_t json = {0};
    cell_t *cells = NULL;
    size_t count;
    json_t *object;
    json_t *table;

    ENT_TRY(cross(&cells, &count, compared->found, compared->other, err));
    ent_i_json_open(&json);
    ENT_TRY(ent_i_groups_put(&json, network, groups, seed, err));
    object = ent_i_json_object(&json, json.root, "comparison");
    put_agreement(&json, object, compared);
    table = ent_i_json_array(&json, object, "table");
    for (size_t i = 0; i < count; i++) {
        json_t *row = ent_i_json_object(&json, table, NULL);

        put_name(&json, row, "group", name_of(compared->found, cells[i].one));
        put_name(&json, row, "other", name_of(compared->other, cells[i].other));
        ent_i_json_size(&json, row, "actors", cells[i].actors);
    }
    ENT_TRY(ent_i_json_finish(&json, blob, err));

cleanup:
    ent_i_json_free(&json);
    free(cells);
    return status;
}
