/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The ways between two actors, or what would join them, for programs: JSON and a table. */
#include <math.h>
#include <string.h>

#include "answer/path_i.h"
#include "base/unicode.h"
#include "document/json.h"
#include "document/table.h"
#include "report/tables.h"

/* A document, and the step that is being written. */
typedef struct doc {
    const ent_path_t *path;
    ent_i_json_t json;
    json_t *ties;
    ent_id_t from; /* actors */
    ent_id_t to;
} doc_t;

static void put_text(doc_t *doc, json_t *target, const char *key, ent_i_text_t *text)
{
    doc->json.failed = doc->json.failed || text->failed;
    ent_i_json_text(&doc->json, target, key, text->bytes != NULL ? text->bytes : "");
    ent_i_text_free(text);
}

static void put_vertex(doc_t *doc, json_t *target, const char *key, ent_id_t vertex)
{
    json_t *object = ent_i_json_object(&doc->json, target, key);
    const ent_network_t *network = doc->path->network;

    ent_i_json_text(&doc->json, object, "id", ent_network_vertex_id(network, vertex));
    ent_i_json_text(&doc->json, object, "name", ent_i_path_plain_name(doc->path, vertex));
    ent_i_json_text(&doc->json, object, "kind",
                    ent_kind_name(ent_network_vertex_kind(network, vertex)));
}

static void put_actor_ids(doc_t *doc, json_t *target, const char *key, const ent_id_t *actor,
                          size_t count)
{
    json_t *list = ent_i_json_array(&doc->json, target, key);

    for (size_t i = 0; i < count; i++)
        ent_i_json_text(&doc->json, list, NULL,
                        ent_dataset_actor(doc->path->dataset, actor[i])->id);
}

static void put_sources(doc_t *doc, json_t *target, const char *sources)
{
    json_t *list = ent_i_json_array(&doc->json, target, "sources");
    const char *id;
    size_t size;

    while (ent_i_list_next(&sources, &id, &size)) {
        const ent_source_t *source = ent_i_source_find(doc->path->dataset, id, size);
        json_t *object = ent_i_json_object(&doc->json, list, NULL);
        ent_i_text_t text = {0};

        ent_i_text_add(&text, id, size);
        put_text(doc, object, "id", &text);
        if (source == NULL)
            continue;
        ent_i_json_text(&doc->json, object, "title", source->title);
        ent_i_json_text(&doc->json, object, "publisher", source->publisher);
        ent_i_json_text(&doc->json, object, "date", source->date);
        ent_i_json_text(&doc->json, object, "url", source->url);
    }
}

static const char *count_name(const ent_path_t *path, const ent_record_t *record)
{
    static const char *const names[] = {[ENT_COUNTS] = "yes",
                                        [ENT_COUNTS_MAYBE] = "at its widest",
                                        [ENT_COUNTS_UNDATED] = "undated",
                                        [ENT_NOT_STATUS] = "no: status",
                                        [ENT_NOT_DATE] = "no: date"};

    return names[ent_selection_judge(&ent_network_options(path->network)->selection, record)];
}

/* One record, told from `from` to `to`. */
static json_t *put_record(doc_t *doc, json_t *list, ent_id_t record, ent_id_t from, ent_id_t to)
{
    const ent_record_t *of = ent_dataset_record(doc->path->dataset, record);
    json_t *object = ent_i_json_object(&doc->json, list, NULL);
    ent_i_text_t said = {0};
    ent_i_text_t rows = {0};

    ent_i_path_say_record(&said, doc->path, record, from, to);
    put_text(doc, object, "sentence", &said);
    ent_i_json_text(&doc->json, object, "kind", ent_tie_kind_name(of->kind));
    ent_i_json_text(&doc->json, object, "id", of->id);
    put_actor_ids(doc, object, "parties", of->party, of->party_count);
    ent_i_json_text(&doc->json, object, "type", of->type);
    ent_i_json_text(&doc->json, object, "role", of->role);
    ent_i_json_text(&doc->json, object, "status", ent_tie_status_name(of->status));
    ent_i_json_text(&doc->json, object, "counts", count_name(doc->path, of));
    ent_i_json_text(&doc->json, object, "signed", of->signed_text);
    ent_i_json_text(&doc->json, object, "from", of->from_text);
    ent_i_json_text(&doc->json, object, "to", of->to_text);
    ent_i_json_number(&doc->json, object, "weight", of->weight);
    ent_i_json_number(&doc->json, object, "confidence", of->confidence);
    ent_i_rows_put(&rows, doc->path->dataset, of);
    put_text(doc, object, "rows", &rows);
    put_sources(doc, object, of->source);
    return object;
}

static void put_step_record(void *context, ent_id_t record)
{
    doc_t *doc = context;

    put_record(doc, doc->ties, record, doc->from, doc->to);
}

static double step_length(const ent_path_t *path, ent_id_t from, ent_id_t to)
{
    return path->length != NULL ? path->length[ent_i_path_tie(path, from, to)] : 1;
}

static void put_step(doc_t *doc, json_t *list, ent_id_t from, ent_id_t to)
{
    const ent_path_t *path = doc->path;
    json_t *step = ent_i_json_object(&doc->json, list, NULL);
    ent_i_text_t shared = {0};

    put_vertex(doc, step, "from", from);
    put_vertex(doc, step, "to", to);
    ent_i_json_number(&doc->json, step, "length", step_length(path, from, to));
    ent_i_path_say_shared(&shared, path, from, to, ent_i_path_tie(path, from, to));
    doc->json.failed = doc->json.failed || shared.failed;
    if (shared.size > 0)
        put_text(doc, step, "shared", &shared);
    ent_i_text_free(&shared);
    doc->ties = ent_i_json_array(&doc->json, step, "ties");
    doc->from = ent_network_actor(path->network, from);
    doc->to = ent_network_actor(path->network, to);
    ent_i_path_each_record(path, from, to, put_step_record, doc);
}

static void put_ways(doc_t *doc)
{
    const ent_path_t *path = doc->path;
    json_t *list = ent_i_json_array(&doc->json, doc->json.root, "on_every_way");

    for (size_t i = 0; i < path->ways.on_all_count; i++)
        put_vertex(doc, list, NULL, path->ways.on_all[i]);
    list = ent_i_json_array(&doc->json, doc->json.root, "paths");
    for (size_t i = 0; i < path->ways.shown; i++) {
        size_t count;
        const ent_id_t *vertex = ent_path_way(path, i, &count);
        json_t *way = ent_i_json_object(&doc->json, list, NULL);
        json_t *actors = ent_i_json_array(&doc->json, way, "actors");
        json_t *steps = ent_i_json_array(&doc->json, way, "steps");

        for (size_t k = 0; k < count; k++)
            ent_i_json_text(&doc->json, actors, NULL,
                            ent_network_vertex_id(path->network, vertex[k]));
        for (size_t k = 1; k < count; k++)
            put_step(doc, steps, vertex[k - 1], vertex[k]);
    }
}

static void put_joins(doc_t *doc, json_t *apart)
{
    const ent_path_t *path = doc->path;
    json_t *list = ent_i_json_array(&doc->json, apart, "set_aside");

    for (size_t i = 0; i < path->aside_count; i++) {
        json_t *tie = put_record(doc, list, path->aside[i], ENT_NONE, ENT_NONE);
        ent_i_text_t why = {0};

        ent_i_path_say_why(&why, path, path->aside[i]);
        put_text(doc, tie, "why", &why);
    }
    ent_i_json_bool(&doc->json, apart, "set_aside_only_together", path->chained);
    list = ent_i_json_array(&doc->json, apart, "outside");
    for (size_t i = 0; i < path->shared_count; i++) {
        const ent_i_path_shared_t *shared = &path->shared[i];
        json_t *body;

        if (shared->actor == ENT_NONE) {
            put_record(doc, list, shared->record, ENT_NONE, ENT_NONE);
            continue;
        }
        body = ent_i_json_object(&doc->json, list, NULL);
        ent_i_json_text(&doc->json, body, "body",
                        ent_dataset_actor(path->dataset, shared->actor)->id);
        ent_i_json_size(&doc->json, body, "of_a", shared->here);
        put_actor_ids(doc, body, "of_a_first", shared->here_first,
                      shared->here < ENT_PATH_PARTNERS ? shared->here : ENT_PATH_PARTNERS);
        ent_i_json_size(&doc->json, body, "of_b", shared->there);
        put_actor_ids(doc, body, "of_b_first", shared->there_first,
                      shared->there < ENT_PATH_PARTNERS ? shared->there : ENT_PATH_PARTNERS);
    }
}

static void put_apart(doc_t *doc)
{
    const ent_path_t *path = doc->path;
    json_t *apart = ent_i_json_object(&doc->json, doc->json.root, "apart");

    for (int i = 0; i < 2; i++) {
        json_t *list = ent_i_json_array(&doc->json, apart, i == 0 ? "with_a" : "with_b");

        for (size_t k = 0; k < path->side[i].count; k++)
            ent_i_json_text(&doc->json, list, NULL,
                            ent_network_vertex_id(path->network, path->side[i].vertex[k]));
    }
    put_joins(doc, apart);
    if (path->central[0] == ENT_NONE) {
        ent_i_json_null(&doc->json, apart, "best_connected");
        return;
    }
    json_t *central = ent_i_json_object(&doc->json, apart, "best_connected");

    put_vertex(doc, central, "of_a", path->central[0]);
    put_vertex(doc, central, "of_b", path->central[1]);
    ent_i_json_size(&doc->json, central, "length_if_tied", ent_i_path_joined(path));
}

static void put_question(doc_t *doc)
{
    const ent_path_t *path = doc->path;
    const ent_network_options_t *options = ent_network_options(path->network);
    char day[11];

    put_vertex(doc, doc->json.root, "a", path->a);
    put_vertex(doc, doc->json.root, "b", path->b);
    ent_i_json_text(&doc->json, doc->json.root, "view", ent_view_name(options->view));
    ent_day_format(options->selection.as_of, day);
    if (options->selection.dated)
        ent_i_json_text(&doc->json, doc->json.root, "as_of", day);
    else
        ent_i_json_null(&doc->json, doc->json.root, "as_of");
    put_actor_ids(doc, doc->json.root, "left_out", options->without, options->without_count);
    ent_i_json_bool(&doc->json, doc->json.root, "directed", ent_network_is_directed(path->network));
    if (path->options.weighted)
        ent_i_json_text(&doc->json, doc->json.root, "weight",
                        path->options.weight == ENT_WEIGHT_STRENGTH ? "strength" : "distance");
    else
        ent_i_json_null(&doc->json, doc->json.root, "weight");
    ent_i_json_size(&doc->json, doc->json.root, "rejected_rows", path->rejected);
}

ent_status_t ent_path_json(ent_blob_t *blob, const ent_path_t *path, ent_error_t *err)
{
    doc_t doc = {.path = path};
    bool counted = path->ways.count <= ENT_WAYS_MOST;
    ent_status_t status;

    ent_i_json_open(&doc.json);
    put_question(&doc);
    ent_i_json_number(&doc.json, doc.json.root, "length",
                      path->ways.found ? path->ways.length : (double)NAN);
    ent_i_json_size(&doc.json, doc.json.root, "count", counted ? path->ways.count : ENT_WAYS_MOST);
    ent_i_json_bool(&doc.json, doc.json.root, "count_is_exact", counted);
    put_ways(&doc);
    if (path->ways.found)
        ent_i_json_null(&doc.json, doc.json.root, "apart");
    else
        put_apart(&doc);
    status = ent_i_json_finish(&doc.json, blob, err);
    ent_i_json_free(&doc.json);
    return status;
}

/* What the records of one step give, each joined by "; ". */
typedef struct step_row {
    const ent_path_t *path;
    ent_id_t from;
    ent_id_t to;
    size_t count;
    ent_i_text_t cell[11];
} step_row_t;

enum { KIND, ID, TYPE, ROLE, STATUS, SIGNED, FROM, TO, SENTENCE, ROWS, SOURCES };

static void join(step_row_t *row, size_t cell, const char *text)
{
    ent_i_text_puts(&row->cell[cell], row->count > 0 ? "; " : "");
    ent_i_text_puts(&row->cell[cell], text);
}

static void join_record(void *context, ent_id_t record)
{
    step_row_t *row = context;
    const ent_record_t *of = ent_dataset_record(row->path->dataset, record);

    join(row, KIND, ent_tie_kind_name(of->kind));
    join(row, ID, of->id);
    join(row, TYPE, of->type);
    join(row, ROLE, of->role);
    join(row, STATUS, ent_tie_status_name(of->status));
    join(row, SIGNED, of->signed_text);
    join(row, FROM, of->from_text);
    join(row, TO, of->to_text);
    join(row, SENTENCE, "");
    ent_i_path_say_record(&row->cell[SENTENCE], row->path, record, row->from, row->to);
    join(row, ROWS, "");
    ent_i_rows_put(&row->cell[ROWS], row->path->dataset, of);
    join(row, SOURCES, of->source);
    row->count++;
}

static void add_step(ent_i_table_t *table, const ent_path_t *path, size_t way, size_t step,
                     const ent_id_t *vertex)
{
    step_row_t row = {.path = path,
                      .from = ent_network_actor(path->network, vertex[0]),
                      .to = ent_network_actor(path->network, vertex[1])};

    ent_i_path_each_record(path, vertex[0], vertex[1], join_record, &row);
    ent_i_table_row(table);
    ent_i_table_size(table, way);
    ent_i_table_size(table, step);
    for (int i = 0; i < 2; i++) {
        ent_i_table_text(table, ent_network_vertex_id(path->network, vertex[i]));
        ent_i_table_text(table, ent_i_path_plain_name(path, vertex[i]));
    }
    ent_i_table_number(table, step_length(path, vertex[0], vertex[1]));
    for (size_t i = 0; i < sizeof row.cell / sizeof *row.cell; i++)
        ent_i_table_take(table, &row.cell[i]);
}

ent_status_t ent_path_sheet(ent_sheet_t **sheet, const ent_path_t *path, ent_error_t *err)
{
    static const char *const texts[] = {"kind", "tie", "type",     "role", "status", "signed",
                                        "from", "to",  "sentence", "rows", "sources"};
    static const char *const ends[] = {"from_id", "from_name", "to_id", "to_name"};
    ent_status_t status = ENT_OK;
    ent_i_table_t table = {0};

    *sheet = NULL;
    ent_i_table_open(&table, path->rejected, err);
    ent_i_table_column(&table, "way", ENT_COLUMN_NUMBER);
    ent_i_table_column(&table, "step", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        ent_i_table_column(&table, ends[i], ENT_COLUMN_TEXT);
    ent_i_table_column(&table, "length", ENT_COLUMN_NUMBER);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        ent_i_table_column(&table, texts[i], ENT_COLUMN_TEXT);
    for (size_t i = 0; i < path->ways.shown; i++) {
        size_t count;
        const ent_id_t *vertex = ent_path_way(path, i, &count);

        for (size_t k = 0; k + 1 < count; k++)
            add_step(&table, path, i + 1, k + 1, vertex + k);
    }
    ENT_TRY(ent_i_table_close(&table, sheet));

cleanup:
    ent_i_table_discard(&table);
    return status;
}
