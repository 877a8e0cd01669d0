/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What `entente groups` prints: a row a member, or JSON. */
#include "document/groups_doc.h"

#include <stdlib.h>

#include "document/json.h"
#include "entente/report.h"

/* The members of all groups, group by group, each in order of vertex: a counting sort. `first`
 * receives where each group begins. */
static ent_status_t sort_members(ent_id_t **member, size_t **first, const ent_groups_t *groups,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(member, groups->actor_count, sizeof **member, err));
    ENT_TRY(ent_i_alloc(first, groups->count + 2, sizeof **first, err));
    for (size_t i = 0; i < groups->actor_count; i++)
        (*first)[(size_t)groups->of[i] + 2]++;
    for (size_t g = 0; g < groups->count; g++)
        (*first)[g + 2] += (*first)[g + 1];
    for (size_t i = 0; i < groups->actor_count; i++)
        (*member)[(*first)[(size_t)groups->of[i] + 1]++] = (ent_id_t)i;

cleanup:
    return status;
}

void ent_i_groups_columns(ent_i_table_t *table)
{
    ent_i_table_column(table, "group", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "size", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "group_stability", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "id", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "name", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "country", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "stability", ENT_COLUMN_NUMBER);
}

ent_status_t ent_i_groups_rows(ent_i_table_t *table, const ent_network_t *network,
                               const ent_groups_t *groups, const char *view, const char *language,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *member = NULL;
    size_t *first = NULL;

    ENT_TRY(sort_members(&member, &first, groups, err));
    for (size_t i = 0; i < groups->actor_count; i++) {
        size_t group = (size_t)groups->of[member[i]];

        ent_i_table_row(table);
        if (view != NULL)
            ent_i_table_text(table, view);
        ent_i_table_size(table, group + 1);
        ent_i_table_size(table, groups->size[group]);
        ent_i_table_number(table, groups->group_stability[group]);
        ent_i_table_vertex(table, network, member[i], language);
        ent_i_table_number(table, groups->stability[member[i]]);
    }
    status = table->status;

cleanup:
    free(member);
    free(first);
    return status;
}

ent_status_t ent_groups_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                              const ent_groups_t *groups, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, 0, err);
    ent_i_groups_columns(&table);
    ENT_TRY(ent_i_groups_rows(&table, network, groups, NULL, NULL, err));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}

static void put_groups(ent_i_json_t *json, const ent_network_t *network, const ent_groups_t *groups,
                       const ent_id_t *member, const size_t *first)
{
    json_t *list = ent_i_json_array(json, json->root, "groups");

    for (size_t g = 0; g < groups->count; g++) {
        json_t *group = ent_i_json_object(json, list, NULL);
        json_t *members;

        ent_i_json_size(json, group, "id", g + 1);
        ent_i_json_size(json, group, "size", groups->size[g]);
        ent_i_json_number(json, group, "stability", groups->group_stability[g]);
        members = ent_i_json_array(json, group, "members");
        for (size_t i = first[g]; i < first[g + 1]; i++)
            ent_i_json_vertex(json, members, network, member[i]);
    }
}

static void put_consensus(ent_i_json_t *json, const ent_groups_t *groups)
{
    json_t *object;

    if (!groups->consensus)
        return;
    object = ent_i_json_object(json, json->root, "consensus");
    ent_i_json_size(json, object, "rounds", groups->consensus_rounds);
    ent_i_json_bool(json, object, "settled", groups->consensus_settled);
    ent_i_json_number(json, object, "modularity_best", groups->modularity_best);
}

ent_status_t ent_i_groups_put(ent_i_json_t *json, const ent_network_t *network,
                              const ent_groups_t *groups, uint64_t seed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *member = NULL;
    size_t *first = NULL;

    ENT_TRY(sort_members(&member, &first, groups, err));
    ent_i_json_text(json, json->root, "method", ent_group_method_name(groups->method));
    ent_i_json_size(json, json->root, "runs", groups->runs);
    ent_i_json_size(json, json->root, "seed", (size_t)seed);
    ent_i_json_number(json, json->root, "modularity", groups->modularity);
    ent_i_json_size(json, json->root, "distinct_optima", groups->distinct_optima);
    ent_i_json_number(json, json->root, "resolution", groups->resolution);
    ent_i_json_number(json, json->root, "quality", groups->quality);
    ent_i_json_number(json, json->root, "optimum", groups->optimum);
    ent_i_json_bool(json, json->root, "proven", groups->proven);
    ent_i_json_bool(json, json->root, "weighted", groups->weighted);
    put_consensus(json, groups);
    put_groups(json, network, groups, member, first);

cleanup:
    free(member);
    free(first);
    return status;
}

ent_status_t ent_groups_json(ent_blob_t *blob, const ent_network_t *network,
                             const ent_groups_t *groups, uint64_t seed, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_json_t json = {0};

    ent_i_json_open(&json);
    ENT_TRY(ent_i_groups_put(&json, network, groups, seed, err));
    ENT_TRY(ent_i_json_finish(&json, blob, err));

cleanup:
    ent_i_json_free(&json);
    return status;
}
