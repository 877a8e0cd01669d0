/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One actor under every convention, as a sheet. */
#include <stdlib.h>

#include "document/rank.h"
#include "document/table.h"
#include "entente/report.h"

static void add_columns(ent_i_table_t *table)
{
    ent_i_table_column(table, "quantity", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "program", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "call", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "value", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "rank", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "measure", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "relation", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "known", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "remark", ENT_COLUMN_TEXT);
}

/* The rank of one actor; `place` has room for all. */
static double rank_of(ent_i_place_t *place, const double *values, size_t actors, ent_id_t actor,
                      bool ascending)
{
    size_t i = 0;

    ent_i_rank(place, values, actors, ascending);
    while (place[i].vertex != actor)
        i++;
    return ent_i_place_rank(&place[i]);
}

static void add_convention(ent_i_table_t *table, const ent_convention_t *convention, double value,
                           double rank)
{
    const char *relation = ent_relation_words(convention->relation);

    ent_i_table_row(table);
    ent_i_table_text(table, convention->quantity);
    ent_i_table_text(table, convention->program);
    ent_i_table_text(table, convention->call);
    ent_i_table_number(table, value);
    ent_i_table_number(table, rank);
    ent_i_table_text(table, convention->measure);
    if (convention->distance)
        ent_i_table_text(table, "--weight=distance");
    else
        ent_i_table_text(table, relation);
    ent_i_table_text(table, convention->run ? "compared with it" : "as documented");
    ent_i_table_text(table, convention->remark);
}

/* The conventions of such networks; `list` has room for all. */
static size_t list_conventions(const ent_convention_t **list, const ent_network_t *network)
{
    unsigned mode = ent_measure_mode(network);
    size_t count = 0;

    for (size_t i = 0; i < ent_convention_count(); i++)
        if ((ent_convention_at(i)->modes & mode) != 0)
            list[count++] = ent_convention_at(i);
    return count;
}

ent_status_t ent_conventions_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                                   ent_id_t vertex, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};
    size_t actors = ent_network_actor_count(network);
    const ent_convention_t **list = NULL;
    ent_i_place_t *place = NULL;
    double *values = NULL;
    size_t count;

    *sheet = NULL;
    ENT_TRY(ent_i_alloc(&list, ent_convention_count(), sizeof *list, err));
    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    count = list_conventions(list, network);
    ENT_TRY(ent_i_alloc(&values, count, actors * sizeof *values, err));
    ENT_TRY(ent_convention_compute(network, values, list, count, err));
    ent_i_table_open(&table, 0, err);
    add_columns(&table);
    for (size_t i = 0; i < count; i++) {
        const double *row = values + i * actors;
        bool ascending = ent_measure_find(list[i]->measure)->ascending;

        add_convention(&table, list[i], row[vertex],
                       rank_of(place, row, actors, vertex, ascending));
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    free(list);
    free(place);
    free(values);
    return status;
}
