/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `entente groups --method core-periphery` prints: a row an actor, or JSON. */
#include "document/core_doc.h"

#include <math.h>
#include <stdlib.h>

#include "document/table.h"
#include "entente/measure.h"
#include "entente/report.h"

/* Who stands in a row, and what orders the rows. */
typedef struct row {
    ent_id_t vertex;
    int cores; /* of both patterns: twice by the first, once by the second */
    double coreness;
} row_t;

static int compare_rows(const void *left, const void *right)
{
    const row_t *x = left;
    const row_t *y = right;

    if (x->cores != y->cores)
        return x->cores < y->cores ? 1 : -1;
    if (x->coreness != y->coreness)
        return x->coreness < y->coreness ? 1 : -1;
    return (x->vertex > y->vertex) - (x->vertex < y->vertex);
}

double ent_i_core_member(const ent_core_t *core, ent_id_t vertex)
{
    return core == NULL || core->optima == 0 ? (double)NAN : core->in[vertex];
}

static ent_status_t order_rows(row_t **rows, const ent_network_t *network, ent_core_t *const *cores,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_measure_t *measure = ent_measure_find("coreness");
    size_t count = ent_network_actor_count(network);
    double *coreness = NULL;

    ENT_TRY(ent_i_alloc(rows, count, sizeof **rows, err));
    ENT_TRY(ent_i_alloc(&coreness, count, sizeof *coreness, err));
    ENT_TRY(ent_measure_compute(network, coreness, &measure, 1, NULL, err));
    for (size_t i = 0; i < count; i++)
        (*rows)[i] =
            (row_t){(ent_id_t)i,
                    2 * cores[ENT_CORE_ALL_TIES]->in[i] + cores[ENT_CORE_IGNORING_BETWEEN]->in[i],
                    coreness[i]};
    qsort(*rows, count, sizeof **rows, compare_rows);

cleanup:
    free(coreness);
    return status;
}

ent_status_t ent_core_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                            ent_core_t *const *cores, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};
    row_t *rows = NULL;

    *sheet = NULL;
    ENT_TRY(order_rows(&rows, network, cores, err));
    ent_i_table_open(&table, 0, err);
    ent_i_table_column(&table, "id", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "name", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "country", ENT_COLUMN_TEXT);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_i_table_column(&table, ent_core_pattern_name((ent_core_pattern_t)p), ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "coreness", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        ent_i_table_row(&table);
        ent_i_table_vertex(&table, network, rows[i].vertex, NULL);
        for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
            ent_i_table_number(&table, ent_i_core_member(cores[p], rows[i].vertex));
        ent_i_table_number(&table, rows[i].coreness);
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    free(rows);
    return status;
}

void ent_i_core_put(ent_i_json_t *json, json_t *list, const ent_network_t *network,
                    const ent_core_t *core)
{
    json_t *object = ent_i_json_object(json, list, NULL);
    json_t *members;

    ent_i_json_text(json, object, "pattern", ent_core_pattern_name(core->pattern));
    ent_i_json_number(json, object, "correlation", core->correlation);
    ent_i_json_bool(json, object, "exact", core->exact);
    ent_i_json_size(json, object, "starts", core->starts);
    ent_i_json_size(json, object, "starts_at_best", core->starts_at_best);
    ent_i_json_size(json, object, "distinct_optima", core->optima);
    ent_i_json_size(json, object, "size", core->size);
    members = ent_i_json_array(json, object, "core");
    for (size_t i = 0; i < core->actor_count; i++) {
        if (core->in[i])
            ent_i_json_vertex(json, members, network, (ent_id_t)i);
    }
}

ent_status_t ent_core_json(ent_blob_t *blob, const ent_network_t *network, ent_core_t *const *cores,
                           uint64_t seed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_json_t json = {0};
    json_t *list;

    ent_i_json_open(&json);
    ent_i_json_text(&json, json.root, "method", "core-periphery");
    ent_i_json_size(&json, json.root, "seed", (size_t)seed);
    list = ent_i_json_array(&json, json.root, "patterns");
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_i_core_put(&json, list, network, cores[p]);
    ENT_TRY(ent_i_json_finish(&json, blob, err));

cleanup:
    ent_i_json_free(&json);
    return status;
}
