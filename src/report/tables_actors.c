/* SPDX-License-Identifier: GPL-2.0-or-later */
/* actors.csv: one row an actor, with what is known of it and its measures in the view `whole`. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "document/core_doc.h"
#include "document/table.h"
#include "report/coverage.h"
#include "report/tables.h"

static const char *const tie_columns[ENT_TIE_KIND_COUNT] = {
    [ENT_TIE_MEMBERSHIP] = "ties_membership",
    [ENT_TIE_AGREEMENT] = "ties_agreement",
    [ENT_TIE_ATTENDANCE] = "ties_attendance",
    [ENT_TIE_EDGE] = "ties_edge",
};

/* Actors that each actor is tied to, by kind of tie. */
typedef struct partners {
    size_t (*of)[ENT_TIE_KIND_COUNT]; /* by vertex */
    ent_i_text_t *office;             /* by vertex: "president of …" */
    size_t count;
} partners_t;

static void free_partners(partners_t *partners)
{
    for (size_t i = 0; partners->office != NULL && i < partners->count; i++)
        ent_i_text_free(&partners->office[i]);
    free(partners->office);
    free(partners->of);
}

static void count_tie(partners_t *partners, const ent_i_viewed_t *view, size_t tie)
{
    ent_tie_t ends = ent_network_tie(view->network, tie);
    const ent_dataset_t *dataset = ent_network_dataset(view->network);
    bool seen[ENT_TIE_KIND_COUNT] = {false};

    for (size_t i = 0; i < ent_network_tie_record_count(view->network, tie); i++) {
        ent_id_t index = ent_network_tie_record(view->network, tie, i);
        ent_tie_kind_t kind = ent_dataset_record(dataset, index)->kind;

        if (seen[kind])
            continue;
        seen[kind] = true;
        partners->of[ends.a][kind]++;
        partners->of[ends.b][kind]++;
    }
}

bool ent_i_is_office(const ent_record_t *record)
{
    return record->kind == ENT_TIE_MEMBERSHIP && record->role[0] != '\0' &&
           strcmp(record->role, "member") != 0;
}

static void note_office(partners_t *partners, const ent_i_report_t *report,
                        const ent_i_viewed_t *view, const ent_record_t *record)
{
    ent_id_t vertex;

    if (!ent_i_is_office(record) || !ent_i_counts(report->selection, record))
        return;
    vertex = ent_network_vertex(view->network, record->party[0]);
    if (vertex == ENT_NONE)
        return;
    ent_i_text_puts(&partners->office[vertex], partners->office[vertex].size > 0 ? "; " : "");
    ent_i_text_printf(&partners->office[vertex], "%s of %s", record->role,
                      ent_i_report_actor_name(report, record->party[1]));
}

static ent_status_t find_partners(partners_t *partners, const ent_i_report_t *report,
                                  const ent_i_viewed_t *view, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    partners->count = ent_network_actor_count(view->network);
    ENT_TRY(ent_i_alloc(&partners->of, partners->count, sizeof *partners->of, err));
    ENT_TRY(ent_i_alloc(&partners->office, partners->count, sizeof *partners->office, err));
    for (size_t i = 0; i < ent_network_tie_count(view->network); i++)
        count_tie(partners, view, i);
    for (size_t i = 0; i < ent_dataset_record_count(report->dataset); i++)
        note_office(partners, report, view, ent_dataset_record(report->dataset, (ent_id_t)i));

cleanup:
    return status;
}

/* Our own columns between the attributes and the measures. */
static const char *const fixed[] = {"id",     "name",     "kind",      "country",
                                    "region", "latitude", "longitude", "source"};
static const char *const placed[] = {"group", "group_stability", "core_all_ties",
                                     "core_ignoring_between", "offices"};

static bool is_ours(const char *name, const ent_i_viewed_t *view)
{
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++) {
        if (strcmp(name, fixed[i]) == 0)
            return true;
    }
    for (size_t i = 0; i < sizeof placed / sizeof placed[0]; i++) {
        if (strcmp(name, placed[i]) == 0)
            return true;
    }
    for (size_t i = 0; i < ENT_TIE_KIND_COUNT; i++) {
        if (strcmp(name, tie_columns[i]) == 0)
            return true;
    }
    return ent_i_viewed_values(view, name) != NULL;
}

/* A column of the input that is called like one of ours gets `_given` behind its name. */
static void add_attribute_column(ent_i_table_t *table, const ent_i_viewed_t *view, const char *name)
{
    ent_i_text_t own = {0};

    ent_i_text_puts(&own, name);
    if (is_ours(name, view))
        ent_i_text_puts(&own, "_given");
    if (own.failed && table->status == ENT_OK)
        table->status = ent_i_no_memory(table->err);
    if (table->status == ENT_OK)
        ent_i_table_column(table, own.bytes, ENT_COLUMN_TEXT);
    ent_i_text_free(&own);
}

static void add_header(ent_i_table_t *table, const ent_i_report_t *report,
                       const ent_i_viewed_t *view)
{
    for (size_t i = 0; i < sizeof fixed / sizeof fixed[0]; i++)
        ent_i_table_column(table, fixed[i], i == 5 || i == 6 ? ENT_COLUMN_NUMBER : ENT_COLUMN_TEXT);
    for (size_t i = 0; i < ent_dataset_attribute_count(report->dataset); i++)
        add_attribute_column(table, view, ent_dataset_attribute_name(report->dataset, i));
    for (size_t i = 0; i < ENT_TIE_KIND_COUNT; i++)
        ent_i_table_column(table, tie_columns[i], ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "group", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "group_stability", ENT_COLUMN_NUMBER);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_i_table_column(table, ent_core_pattern_name((ent_core_pattern_t)p), ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "offices", ENT_COLUMN_TEXT);
    for (size_t i = 0; i < view->measure_count; i++)
        ent_i_table_column(table, view->measure[i]->name, ENT_COLUMN_NUMBER);
}

static void add_row(ent_i_table_t *table, const ent_i_report_t *report, const ent_i_viewed_t *view,
                    partners_t *partners, ent_id_t vertex)
{
    ent_id_t index = ent_network_actor(view->network, vertex);
    const ent_actor_t *actor = ent_dataset_actor(report->dataset, index);
    const ent_groups_t *groups = view->groups;

    ent_i_table_row(table);
    ent_i_table_vertex(table, view->network, vertex, report->language);
    ent_i_table_text(table, actor->region);
    ent_i_table_number(table, actor->latitude);
    ent_i_table_number(table, actor->longitude);
    ent_i_table_text(table, actor->source);
    for (size_t i = 0; i < ent_dataset_attribute_count(report->dataset); i++)
        ent_i_table_text(table,
                         ent_dataset_attribute(report->dataset, index,
                                               ent_dataset_attribute_name(report->dataset, i)));
    for (size_t i = 0; i < ENT_TIE_KIND_COUNT; i++)
        ent_i_table_size(table, partners->of[vertex][i]);
    ent_i_table_number(table, groups != NULL ? (double)groups->of[vertex] + 1 : (double)NAN);
    ent_i_table_number(table, groups != NULL ? groups->stability[vertex] : (double)NAN);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++)
        ent_i_table_number(table, ent_i_core_member(view->core[p], vertex));
    ent_i_table_take(table, &partners->office[vertex]);
    for (size_t i = 0; i < view->measure_count; i++)
        ent_i_table_number(table, view->value[i * partners->count + (size_t)vertex]);
}

ent_status_t ent_i_actors_sheet(ent_sheet_t **sheet, const ent_i_report_t *report, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_viewed_t *view = &report->view[ENT_VIEW_WHOLE];
    partners_t partners = {0};
    ent_i_table_t table = {0};

    ENT_TRY(find_partners(&partners, report, view, err));
    ent_i_table_open(&table, report->rejected, err);
    add_header(&table, report, view);
    for (size_t i = 0; i < partners.count; i++) {
        if (ent_network_actor(view->network, (ent_id_t)i) != ENT_NONE)
            add_row(&table, report, view, &partners, (ent_id_t)i);
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    free_partners(&partners);
    return status;
}
