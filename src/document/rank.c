/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Ranks and the table that `entente rank` prints. */
#include "document/rank.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/number.h"
#include "document/table.h"
#include "entente/report.h"
#include "network/view.h"

static int by_vertex(const ent_i_place_t *a, const ent_i_place_t *b)
{
    return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

/* NaN last, then the smaller value first. */
static int compare_ascending(const void *left, const void *right)
{
    const ent_i_place_t *a = left;
    const ent_i_place_t *b = right;

    if (isnan(a->value) || isnan(b->value)) {
        int last = isnan(a->value) - isnan(b->value);

        return last != 0 ? last : by_vertex(a, b);
    }
    if (a->value < b->value)
        return -1;
    if (a->value > b->value)
        return 1;
    return by_vertex(a, b);
}

static int compare_descending(const void *left, const void *right)
{
    const ent_i_place_t *a = left;
    const ent_i_place_t *b = right;

    if (a->value < b->value)
        return 1;
    if (a->value > b->value)
        return -1;
    return compare_ascending(left, right);
}

void ent_i_rank(ent_i_place_t *place, const double *value, size_t count, bool ascending)
{
    for (size_t i = 0; i < count; i++) {
        place[i].vertex = (ent_id_t)i;
        place[i].value = ent_i_number_round(value[i]);
        place[i].rank = NAN;
    }
    if (count > 1)
        qsort(place, count, sizeof *place, ascending ? compare_ascending : compare_descending);
    for (size_t i = 0; i < count && !isnan(place[i].value); i++) {
        bool shared = i > 0 && !(place[i].value < place[i - 1].value) &&
                      !(place[i].value > place[i - 1].value);

        place[i].rank = shared ? place[i - 1].rank : (double)(i + 1);
    }
}

static void add_header(ent_i_table_t *table, const ent_measure_t *const *measures, size_t count,
                       bool sampled)
{
    char error[64];

    ent_i_table_column(table, "rank", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "id", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "name", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "country", ENT_COLUMN_TEXT);
    for (size_t m = 0; m < count; m++) {
        ent_i_table_column(table, measures[m]->name, ENT_COLUMN_NUMBER);
        if (!sampled || !ent_measure_is_sampled(measures[m]))
            continue;
        snprintf(error, sizeof error, "%s_error", measures[m]->name);
        ent_i_table_column(table, error, ENT_COLUMN_NUMBER);
    }
}

/* `errors` is NULL unless betweenness is sampled. */
static void add_row(ent_i_table_t *table, const ent_network_t *network, const ent_i_place_t *place,
                    const double *values, const double *errors,
                    const ent_measure_t *const *measures, size_t count)
{
    size_t actors = ent_network_actor_count(network);

    ent_i_table_row(table);
    ent_i_table_number(table, place->rank);
    ent_i_table_vertex(table, network, place->vertex, NULL);
    for (size_t m = 0; m < count; m++) {
        size_t at = m * actors + (size_t)place->vertex;

        ent_i_table_number(table, ent_i_number_round(values[at]));
        if (errors != NULL && ent_measure_is_sampled(measures[m]))
            ent_i_table_number(table, ent_i_number_round(errors[at]));
    }
}

/* The centre of a star is no actor: no filter finds it. */
static ent_status_t is_shown(const ent_network_t *network, const ent_i_where_t *show,
                             ent_id_t vertex, bool *shown, ent_error_t *err)
{
    ent_id_t actor = show != NULL ? ent_network_actor(network, vertex) : ENT_NONE;

    *shown = show == NULL;
    if (actor == ENT_NONE)
        return ENT_OK;
    return ent_i_where_match(show, ent_network_dataset(network), actor, shown, err);
}

static ent_status_t add_rows(ent_i_table_t *table, const ent_network_t *network,
                             const ent_i_place_t *place, const double *values, const double *errors,
                             const ent_measure_t *const *measures, size_t count,
                             const ent_i_where_t *show, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool shown;

    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        ENT_TRY(is_shown(network, show, place[i].vertex, &shown, err));
        if (shown)
            add_row(table, network, &place[i], values, errors, measures, count);
    }

cleanup:
    return status;
}

ent_status_t ent_rank_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                            const ent_measure_t *const *measures, size_t count,
                            const ent_measure_options_t *options, const char *show,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = ent_network_actor_count(network);
    double *values = NULL;
    double *errors = NULL;
    ent_measure_options_t how;
    ent_i_place_t *place = NULL;
    ent_i_where_t *filter = NULL;
    ent_i_table_t table = {0};

    *sheet = NULL;
    if (show != NULL && ent_network_dataset(network) != NULL)
        ENT_TRY(ent_i_where_new(&filter, show, ent_network_dataset(network), err));
    ENT_TRY(ent_i_alloc(&values, (count > 0 ? count : 1) * actors, sizeof *values, err));
    ENT_TRY(ent_i_alloc(&place, actors, sizeof *place, err));
    ent_measure_options_init(&how);
    if (options != NULL)
        how = *options;
    if (how.sample > 0)
        ENT_TRY(ent_i_alloc(&errors, (count > 0 ? count : 1) * actors, sizeof *errors, err));
    how.errors = errors;
    ENT_TRY(ent_measure_compute(network, values, measures, count, &how, err));
    for (size_t i = 0; count == 0 && i < actors; i++)
        values[i] = NAN;
    ent_i_rank(place, values, actors, count > 0 && measures[0]->ascending);

    ent_i_table_open(&table, 0, err);
    add_header(&table, measures, count, errors != NULL);
    ENT_TRY(add_rows(&table, network, place, values, errors, measures, count, filter, err));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    ent_i_where_free(filter);
    free(place);
    free(errors);
    free(values);
    return status;
}
