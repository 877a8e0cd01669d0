/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The table of the pairs behind a backbone. */
#include "base/number.h"
#include "document/table.h"
#include "entente/backbone.h"
#include "entente/report.h"

static void add_header(ent_i_table_t *table)
{
    static const struct {
        const char *name;
        ent_column_kind_t kind;
    } columns[] = {
        {"a", ENT_COLUMN_TEXT},      {"a_name", ENT_COLUMN_TEXT},   {"b", ENT_COLUMN_TEXT},
        {"b_name", ENT_COLUMN_TEXT}, {"shared", ENT_COLUMN_NUMBER}, {"expected", ENT_COLUMN_NUMBER},
        {"p", ENT_COLUMN_NUMBER},    {"p_holm", ENT_COLUMN_NUMBER}, {"p_bh", ENT_COLUMN_NUMBER},
        {"kept", ENT_COLUMN_NUMBER},
    };

    for (size_t i = 0; i < sizeof columns / sizeof columns[0]; i++)
        ent_i_table_column(table, columns[i].name, columns[i].kind);
}

static void add_row(ent_i_table_t *table, const ent_dataset_t *dataset, const ent_pair_t *pair)
{
    const ent_actor_t *a = ent_dataset_actor(dataset, pair->a);
    const ent_actor_t *b = ent_dataset_actor(dataset, pair->b);

    ent_i_table_row(table);
    ent_i_table_text(table, a->id);
    ent_i_table_text(table, a->name);
    ent_i_table_text(table, b->id);
    ent_i_table_text(table, b->name);
    ent_i_table_size(table, pair->shared);
    ent_i_table_number(table, ent_i_number_round(pair->expected));
    ent_i_table_number(table, ent_i_number_round(pair->p));
    ent_i_table_number(table, ent_i_number_round(pair->p_holm));
    ent_i_table_number(table, ent_i_number_round(pair->p_bh));
    ent_i_table_size(table, pair->kept);
}

ent_status_t ent_pairs_sheet(ent_sheet_t **sheet, const ent_network_t *network, ent_error_t *err)
{
    const ent_backbone_t *backbone = ent_network_backbone(network);
    ent_i_table_t table = {0};
    ent_status_t status = ENT_OK;

    *sheet = NULL;
    if (backbone == NULL)
        return ent_i_fail(err, ENT_EINVAL, "The network was built without a backbone.");
    ent_i_table_open(&table, 0, err);
    add_header(&table);
    for (size_t i = 0; i < backbone->pair_count; i++)
        add_row(&table, ent_network_dataset(network), &backbone->pair[i]);
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
