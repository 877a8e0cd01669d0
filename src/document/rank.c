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

/* Rows that are written at once. */
enum { STRETCH = 8192 };

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

double ent_i_place_rank(const ent_i_place_t *place)
{
    return place->rank > 0 ? (double)place->rank : NAN;
}

void ent_i_rank(ent_i_place_t *place, const double *value, size_t count, bool ascending)
{
    for (size_t i = 0; i < count; i++) {
        place[i].vertex = (ent_id_t)i;
        place[i].value = ent_i_number_round(value[i]);
        place[i].rank = 0;
    }
    if (count > 1)
        qsort(place, count, sizeof *place, ascending ? compare_ascending : compare_descending);
    for (size_t i = 0; i < count && !isnan(place[i].value); i++) {
        bool shared = i > 0 && !(place[i].value < place[i - 1].value) &&
                      !(place[i].value > place[i - 1].value);

        place[i].rank = shared ? place[i - 1].rank : (uint32_t)(i + 1);
    }
}

/* What is ranked, and how it came out. */
typedef struct ranking {
    const ent_network_t *network;
    const ent_measure_t *const *measures;
    size_t count;   /* of measures */
    double *values; /* by measure, by actor */
    double *errors; /* NULL unless betweenness is sampled */
    ent_i_place_t *place;
    ent_i_where_t *filter; /* NULL: all rows are shown */
} ranking_t;

static void ranking_free(ranking_t *ranking)
{
    ent_i_where_free(ranking->filter);
    free(ranking->place);
    free(ranking->errors);
    free(ranking->values);
}

static ent_status_t ranking_make(ranking_t *ranking, const ent_measure_options_t *options,
                                 const char *show, ent_error_t *err)
{
    const ent_network_t *network = ranking->network;
    size_t actors = ent_network_actor_count(network);
    size_t count = ranking->count;
    ent_measure_options_t how;
    ent_status_t status = ENT_OK;

    if (show != NULL && ent_network_dataset(network) != NULL)
        ENT_TRY(ent_i_where_new(&ranking->filter, show, ent_network_dataset(network), err));
    ENT_TRY(ent_i_alloc(&ranking->values, (count > 0 ? count : 1) * actors, sizeof(double), err));
    ent_measure_options_init(&how);
    if (options != NULL)
        how = *options;
    if (how.sample > 0)
        ENT_TRY(
            ent_i_alloc(&ranking->errors, (count > 0 ? count : 1) * actors, sizeof(double), err));
    how.errors = ranking->errors;
    ENT_TRY(ent_measure_compute(network, ranking->values, ranking->measures, count, &how, err));
    for (size_t i = 0; count == 0 && i < actors; i++)
        ranking->values[i] = NAN;
    ENT_TRY(ent_i_alloc(&ranking->place, actors, sizeof *ranking->place, err));
    ent_i_rank(ranking->place, ranking->values, actors,
               count > 0 && ranking->measures[0]->ascending);
    ent_i_memory_trim(actors);

cleanup:
    return status;
}

static void add_header(ent_i_table_t *table, const ranking_t *ranking)
{
    char error[64];

    ent_i_table_column(table, "rank", ENT_COLUMN_NUMBER);
    ent_i_table_column(table, "id", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "name", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "kind", ENT_COLUMN_TEXT);
    ent_i_table_column(table, "country", ENT_COLUMN_TEXT);
    for (size_t m = 0; m < ranking->count; m++) {
        const ent_measure_t *measure = ranking->measures[m];

        ent_i_table_column(table, measure->name, ENT_COLUMN_NUMBER);
        if (ranking->errors == NULL || !ent_measure_is_sampled(measure))
            continue;
        snprintf(error, sizeof error, "%s_error", measure->name);
        ent_i_table_column(table, error, ENT_COLUMN_NUMBER);
    }
}

static void add_row(ent_i_table_t *table, const ranking_t *ranking, const ent_i_place_t *place)
{
    size_t actors = ent_network_actor_count(ranking->network);

    ent_i_table_row(table);
    ent_i_table_number(table, ent_i_place_rank(place));
    ent_i_table_vertex(table, ranking->network, place->vertex, NULL);
    for (size_t m = 0; m < ranking->count; m++) {
        size_t at = m * actors + (size_t)place->vertex;

        ent_i_table_number(table, ranking->values[at]);
        if (ranking->errors != NULL && ent_measure_is_sampled(ranking->measures[m]))
            ent_i_table_number(table, ranking->errors[at]);
    }
}

/* The centre of a star is no actor: no filter finds it. */
static ent_status_t is_shown(const ranking_t *ranking, ent_id_t vertex, bool *shown,
                             ent_error_t *err)
{
    const ent_network_t *network = ranking->network;
    ent_id_t actor = ranking->filter != NULL ? ent_network_actor(network, vertex) : ENT_NONE;

    *shown = ranking->filter == NULL;
    if (actor == ENT_NONE)
        return ENT_OK;
    return ent_i_where_match(ranking->filter, ent_network_dataset(network), actor, shown, err);
}

/* The rows from one place to another. */
static ent_status_t add_rows(ent_i_table_t *table, const ranking_t *ranking, size_t from, size_t to,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool shown;

    for (size_t i = from; i < to; i++) {
        ENT_TRY(is_shown(ranking, ranking->place[i].vertex, &shown, err));
        if (shown)
            add_row(table, ranking, &ranking->place[i]);
    }

cleanup:
    return status;
}

ent_status_t ent_rank_sheet(ent_sheet_t **sheet, const ent_network_t *network,
                            const ent_measure_t *const *measures, size_t count,
                            const ent_measure_options_t *options, const char *show,
                            ent_error_t *err)
{
    ranking_t ranking = {.network = network, .measures = measures, .count = count};
    ent_i_table_t table = {0};
    ent_status_t status = ENT_OK;

    *sheet = NULL;
    ENT_TRY(ranking_make(&ranking, options, show, err));
    ent_i_table_open(&table, 0, err);
    add_header(&table, &ranking);
    ENT_TRY(add_rows(&table, &ranking, 0, ent_network_actor_count(network), err));
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    ranking_free(&ranking);
    return status;
}

/* Writes a stretch of rows after the other, so that few of them stand in memory at once; spends
 * their places. */
static ent_status_t write_rows(ent_i_text_t *text, ranking_t *ranking, ent_format_t format,
                               ent_error_t *err)
{
    size_t actors = ent_network_actor_count(ranking->network);
    ent_i_table_t table = {0};
    ent_blob_t blob = {0};
    ent_status_t status = ENT_OK;

    ent_i_table_open(&table, 0, err);
    add_header(&table, ranking);
    for (size_t from = 0; from == 0 || from < actors; from += STRETCH) {
        size_t to = actors - from < STRETCH ? actors : from + STRETCH;

        ENT_TRY(add_rows(&table, ranking, from, to, err));
        ENT_TRY(table.status);
        ENT_TRY(ent_sheet_drain(table.sheet, &blob, format, err));
        if (from == 0 && to < actors) /* and more, as later ranks have more digits */
            ent_i_text_expect(text, blob.size / to * (actors + actors / 2));
        ent_i_text_add(text, blob.bytes, blob.size);
        ent_blob_free(&blob);
        ent_i_memory_drop(ranking->place + from, (to - from) * sizeof *ranking->place);
    }

cleanup:
    ent_i_table_discard(&table);
    return status;
}

ent_status_t ent_rank_write(ent_blob_t *blob, const ent_network_t *network,
                            const ent_measure_t *const *measures, size_t count,
                            const ent_measure_options_t *options, const char *show,
                            ent_format_t format, ent_error_t *err)
{
    ranking_t ranking = {.network = network, .measures = measures, .count = count};
    ent_sheet_t *sheet = NULL;
    ent_i_text_t text = {0};
    ent_status_t status = ENT_OK;

    if (format == ENT_FORMAT_TABLE || format == ENT_FORMAT_JSON) {
        ENT_TRY(ent_rank_sheet(&sheet, network, measures, count, options, show, err));
        ENT_TRY(ent_sheet_write(sheet, blob, format, err));
        goto cleanup;
    }
    ENT_TRY(ranking_make(&ranking, options, show, err));
    ENT_TRY(write_rows(&text, &ranking, format, err));
    ENT_TRY(ent_i_text_finish(&text, blob, err));

cleanup:
    ent_i_text_free(&text);
    ranking_free(&ranking);
    ent_sheet_free(sheet);
    return status;
}
