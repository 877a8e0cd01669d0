/* SPDX-License-Identifier: GPL-2.0-or-later */
/* centrality.csv, groups.csv and brokers.csv: what was computed of each view. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "document/groups_doc.h"
#include "document/rank.h"
#include "report/tables.h"

/* Ranks a view by its first measure, as `entente rank` does. */
static ent_status_t rank_view(ent_i_place_t **place, const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_network_actor_count(view->network);
    const ent_measure_t **list = NULL;
    size_t count;

    ENT_TRY(ent_i_alloc(&list, ent_measure_count(), sizeof *list, err));
    ENT_TRY(ent_measure_list(list, &count, NULL, view->network, err));
    ENT_TRY(ent_i_alloc(place, actors, sizeof **place, err));
    ent_i_rank(*place, ent_i_viewed_values(view, list[0]->name), actors, list[0]->ascending);

cleanup:
    free(list);
    return status;
}

/* Every measure that some view of the report has, in the order of the table of measures. */
static bool in_some_view(const ent_i_report_t *report, const char *measure)
{
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        if (ent_i_viewed_values(&report->view[v], measure) != NULL)
            return true;
    }
    return false;
}

static void add_centrality_row(ent_i_table_t *table, const ent_i_report_t *report,
                               const ent_i_viewed_t *view, const ent_i_place_t *place)
{
    ent_i_table_row(table);
    ent_i_table_text(table, view->name);
    ent_i_table_number(table, ent_i_place_rank(place));
    ent_i_table_vertex(table, view->network, place->vertex, report->language);
    for (size_t m = 0; m < ent_measure_count(); m++) {
        const char *name = ent_measure_at(m)->name;

        if (in_some_view(report, name))
            ent_i_table_number(table, ent_i_viewed_value(view, name, place->vertex));
    }
}

static ent_status_t add_view(ent_i_table_t *table, const ent_i_report_t *report,
                             const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_place_t *place = NULL;

    if (view->network == NULL)
        return ENT_OK;
    ENT_TRY(rank_view(&place, view, err));
    for (size_t i = 0; i < ent_network_actor_count(view->network); i++)
        add_centrality_row(table, report, view, &place[i]);

cleanup:
    free(place);
    return status;
}

static void add_actor_columns(ent_i_table_t *table)
{
    ent_i_table_column(table, "view", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "rank", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "id", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "name", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "country", ENT_COLUMN_TEXT);
}

ent_status_t ent_i_centrality_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    ent_i_table_open(&table, report->rejected, err);
    add_actor_columns(&table);
    for (size_t m = 0; m < ent_measure_count(); m++) {
        if (in_some_view(report, ent_measure_at(m)->name))
            ent_i_table_column(&table, ent_measure_at(m)->name, ENT_COLUMN_NUMBER);
    }
    for (int v = 0; v < ENT_REPORT_VIEWS; v++)
        ENT_TRY(add_view(&table, report, &report->view[v], err));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}

ent_status_t ent_i_report_groups_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                       ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    ent_i_table_open(&table, report->rejected, err);
    ent_i_table_column(&table, "view", ENT_COLUMN_TEXT);
    ent_i_groups_columns(&table);
    for (int v = 0; v < ENT_REPORT_VIEWS; v++) {
        const ent_i_viewed_t *view = &report->view[v];

        if (view->groups != NULL)
            ENT_TRY(ent_i_groups_rows(&table, view->network, view->groups, view->name,
                                      report->language, err));
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}

/* What tells of a broker, where the view has it. */
static const char *const broker_measures[] = {
    "betweenness",
    "betweenness_normalised",
    "articulation",
    "dependents",
    "constraint",
    "hierarchy",
    "effective_size",
    "efficiency",
    "broker_coordinator",
    "broker_consultant",
    "broker_gatekeeper",
    "broker_representative",
    "broker_liaison",
    "broker_total",
    "broker_coordinator_z",
    "broker_consultant_z",
    "broker_gatekeeper_z",
    "broker_representative_z",
    "broker_liaison_z",
    "broker_total_z",
    "ei_index",
    "participation",
    "degree",
    "agreements",
};

enum { BROKER_MEASURES = sizeof broker_measures / sizeof broker_measures[0] };

static void add_broker(ent_i_table_t *table, const ent_i_report_t *report,
                       const ent_i_place_t *place)
{
    const ent_i_viewed_t *view = report->lead;

    ent_i_table_row(table);
    ent_i_table_text(table, view->name);
    ent_i_table_number(table, ent_i_place_rank(place));
    ent_i_table_vertex(table, view->network, place->vertex, report->language);
    for (size_t m = 0; m < BROKER_MEASURES; m++)
        ent_i_table_number(table, ent_i_viewed_value(view, broker_measures[m], place->vertex));
}

/* Everybody that some shortest path between others passes through. */
ent_status_t ent_i_brokers_sheet(ent_sheet_t **sheet, const ent_i_report_t *report,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = report->lead;
    size_t actors = ent_network_actor_count(view->network);
    ent_i_place_t *place = NULL;
    ent_i_table_t table = {0};

    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ent_i_rank(place, ent_i_viewed_values(view, "betweenness"), actors, false);
    ent_i_table_open(&table, report->rejected, err);
    add_actor_columns(&table);
    for (size_t m = 0; m < BROKER_MEASURES; m++)
        ent_i_table_column(&table, broker_measures[m], ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < actors && place[i].value > 0; i++)
        add_broker(&table, report, &place[i]);
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    free(place);
    return status;
}
