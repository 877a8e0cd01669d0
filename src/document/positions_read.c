/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Positions from an earlier figure's scene, or from a table. */
#include "network/positions.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/names.h"
#include "base/number.h"
#include "document/json.h"
#include "table/csv.h"

static const size_t most_bytes = (size_t)1 << 31;
static const double most = 1e9; /* of a coordinate */

typedef struct reading {
    ent_positions_t *positions;
    ent_i_names_t *vertices;
    const char *path;
    double right, bottom;
    ent_error_t *err;
} reading_t;

void ent_positions_free(ent_positions_t *positions)
{
    if (positions == NULL)
        return;
    free(positions->x);
    free(positions->y);
    free(positions->known);
    free(positions);
}

size_t ent_positions_strangers(const ent_positions_t *positions)
{
    return positions->strangers;
}

size_t ent_positions_known(const ent_positions_t *positions)
{
    size_t known = 0;

    for (size_t v = 0; v < positions->vertex_count; v++)
        known += positions->known[v];
    return known;
}

static ent_status_t reading_init(reading_t *reading, const ent_network_t *network)
{
    ent_status_t status = ENT_OK;
    ent_error_t *err = reading->err;
    size_t count = ent_network_actor_count(network);

    ENT_TRY(ent_i_alloc(&reading->positions, 1, sizeof *reading->positions, err));
    reading->positions->vertex_count = count;
    ENT_TRY(ent_i_alloc(&reading->positions->x, count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&reading->positions->y, count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&reading->positions->known, count, sizeof(bool), err));
    ENT_TRY(ent_i_names_new(&reading->vertices, err));
    for (size_t v = 0; v < count; v++)
        ENT_TRY(ent_i_names_add(reading->vertices, ent_network_vertex_id(network, (ent_id_t)v),
                                (ent_id_t)v, NULL, err));
    reading->positions->left = reading->positions->top = INFINITY;
    reading->right = reading->bottom = -INFINITY;

cleanup:
    return status;
}

/* Takes one point; false where the actor has one already. */
static bool take(reading_t *reading, const char *id, double x, double y)
{
    ent_positions_t *positions = reading->positions;
    ent_id_t vertex = ent_i_names_find(reading->vertices, id);

    positions->left = fmin(positions->left, x);
    positions->top = fmin(positions->top, y);
    reading->right = fmax(reading->right, x);
    reading->bottom = fmax(reading->bottom, y);
    if (vertex == ENT_NONE) {
        positions->strangers++;
        return true;
    }
    if (positions->known[vertex])
        return false;
    positions->known[vertex] = true;
    positions->x[vertex] = x;
    positions->y[vertex] = y;
    return true;
}

static bool is_place(const json_t *x, const json_t *y)
{
    return json_is_number(x) && json_is_number(y) && fabs(json_number_value(x)) <= most &&
           fabs(json_number_value(y)) <= most;
}

/* The middle of a shape: its centre, or the mean of its corners. */
static bool find_middle(const json_t *item, double *x, double *y)
{
    const json_t *center = json_object_get(item, "center");
    const json_t *corners = json_array_get(json_object_get(item, "runs"), 0);
    size_t count = json_array_size(corners);

    *x = *y = 0;
    if (is_place(json_array_get(center, 0), json_array_get(center, 1))) {
        *x = json_number_value(json_array_get(center, 0));
        *y = json_number_value(json_array_get(center, 1));
        return true;
    }
    for (size_t i = 0; i < count; i++) {
        const json_t *corner = json_array_get(corners, i);

        if (!is_place(json_array_get(corner, 0), json_array_get(corner, 1)))
            return false;
        *x += json_number_value(json_array_get(corner, 0)) / (double)count;
        *y += json_number_value(json_array_get(corner, 1)) / (double)count;
    }
    return count > 0;
}

/* Whether an item is the mark of an actor, not its name. */
static bool is_mark(const json_t *item)
{
    const char *shape = json_string_value(json_object_get(item, "shape"));
    const char *class = json_string_value(json_object_get(item, "class"));

    if (shape == NULL || class == NULL || !json_is_string(json_object_get(item, "actor")) ||
        (strcmp(shape, "circle") != 0 && strcmp(shape, "path") != 0))
        return false;
    for (int kind = 0; kind < ENT_KIND_COUNT; kind++) {
        if (strcmp(class, ent_kind_name((ent_kind_t)kind)) == 0)
            return true;
    }
    return false;
}

static ent_status_t take_scene(reading_t *reading, const json_t *root)
{
    ent_positions_t *positions = reading->positions;
    const char *schema = json_string_value(json_object_get(root, "schema"));
    const json_t *items = json_object_get(root, "items");
    double width = json_number_value(json_object_get(root, "width"));
    double height = json_number_value(json_object_get(root, "height"));
    size_t marks = 0;

    if (schema == NULL || strncmp(schema, "entente/scene/", 14) != 0 || !json_is_array(items) ||
        !(width > 0 && width <= most && height > 0 && height <= most))
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, 1, 1,
                             "the file is JSON but not a scene; give one that 'entente draw "
                             "--scene' wrote, or a CSV table of id, x and y");
    for (size_t i = 0; i < json_array_size(items); i++) {
        const json_t *item = json_array_get(items, i);
        double x = 0, y = 0;

        if (!is_mark(item))
            continue;
        if (!find_middle(item, &x, &y))
            return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, 1, 1,
                                 "item %zu, the actor '%s', has no place, or one that is not two "
                                 "numbers; draw the scene again",
                                 i + 1, json_string_value(json_object_get(item, "actor")));
        take(reading, json_string_value(json_object_get(item, "actor")), x, y);
        marks++;
    }
    if (marks == 0)
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, 1, 1,
                             "the scene has no actor with a place; give one of a diagram");
    positions->is_page = true;
    positions->left = positions->top = 0;
    positions->width = width;
    positions->height = height;
    return ENT_OK;
}

static ent_status_t read_scene(reading_t *reading)
{
    ent_status_t status = ENT_OK;
    ent_blob_t blob = {0};
    json_error_t why;
    json_t *root = NULL;
    bool no_memory = false;

    ENT_TRY(ent_i_file_read(&blob, reading->path, most_bytes, reading->err));
    root = ent_i_json_read(blob.bytes, blob.size, &why, &no_memory);
    if (root == NULL)
        ENT_TRY(no_memory
                    ? ent_i_no_memory(reading->err)
                    : ent_i_fail_at(reading->err, ENT_EDATA, reading->path, (uint32_t)why.line,
                                    (uint32_t)(why.column > 0 ? why.column : 1),
                                    "not JSON (%s); give a scene that 'entente draw --scene' "
                                    "wrote, or a CSV table of id, x and y",
                                    why.text));
    ENT_TRY(take_scene(reading, root));

cleanup:
    json_decref(root);
    ent_blob_free(&blob);
    return status;
}

static ent_status_t next_row(reading_t *reading, ent_i_csv_t *csv, ent_i_record_t *record)
{
    ent_status_t status;

    do
        status = ent_i_csv_next(csv, record, reading->err);
    while (status == ENT_OK && record->state == ENT_RECORD_BLANK);
    if (status == ENT_OK && record->state == ENT_RECORD_FAULT)
        status = ent_i_fail_at(reading->err, ENT_EDATA, reading->path, record->fault_line,
                               record->fault_column, "%s", record->fault);
    return status;
}

static ent_status_t read_number(reading_t *reading, double *number, const ent_i_record_t *record,
                                size_t column, const char *name)
{
    const ent_i_field_t *field = &record->field[column];

    if (ent_i_number_parse(number, field->text) && fabs(*number) <= most)
        return ENT_OK;
    if (strchr(field->text, ',') != NULL)
        return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, field->line, field->column,
                             "%s '%s' is not a coordinate; positions have a decimal point, also "
                             "under --decimal: write 12.5 for 12,5",
                             name, field->text);
    return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, field->line, field->column,
                         "%s '%s' is not a coordinate; give a number such as 12.5, or leave the "
                         "row out",
                         name, field->text);
}

static ent_status_t take_row(reading_t *reading, const ent_i_record_t *record,
                             const size_t column[3])
{
    ent_status_t status = ENT_OK;
    double x = 0, y = 0;

    for (int i = 0; i < 3; i++) {
        if (record->field_count <= column[i])
            return ent_i_fail_at(reading->err, ENT_EDATA, reading->path, record->line, 1,
                                 "the row is shorter than the header; give it an id, an x and a y");
    }
    ENT_TRY(read_number(reading, &x, record, column[1], "x"));
    ENT_TRY(read_number(reading, &y, record, column[2], "y"));
    if (!take(reading, record->field[column[0]].text, x, y))
        ENT_TRY(ent_i_fail_at(
            reading->err, ENT_EDATA, reading->path, record->line, record->field[column[0]].column,
            "'%s' stands here twice; keep one of its rows", record->field[column[0]].text));

cleanup:
    return status;
}

static ent_status_t read_table(reading_t *reading)
{
    static const char *const names[3] = {"id", "x", "y"};
    ent_status_t status = ENT_OK;
    ent_i_csv_t *csv = NULL;
    ent_i_record_t record;
    size_t column[3];
    size_t rows = 0;

    ENT_TRY(ent_i_csv_open(&csv, reading->path, reading->path, NULL, reading->err));
    ENT_TRY(next_row(reading, csv, &record));
    for (int i = 0; i < 3; i++) {
        column[i] = 0;
        while (record.state == ENT_RECORD_ROW && column[i] < record.field_count &&
               strcasecmp(record.field[column[i]].text, names[i]) != 0)
            column[i]++;
        if (record.state != ENT_RECORD_ROW || column[i] == record.field_count)
            ENT_TRY(ent_i_fail_at(reading->err, ENT_EDATA, reading->path, 1, 1,
                                  "positions need the columns id, x and y; the column '%s' is "
                                  "missing: add it, or give a scene that 'entente draw --scene' "
                                  "wrote",
                                  names[i]));
    }
    for (;; rows++) {
        ENT_TRY(next_row(reading, csv, &record));
        if (record.state == ENT_RECORD_END)
            break;
        ENT_TRY(take_row(reading, &record, column));
    }
    if (rows == 0)
        ENT_TRY(ent_i_fail_at(reading->err, ENT_EDATA, reading->path, 1, 1,
                              "the table has no position; give it a row for each actor"));
    reading->positions->width = reading->right - reading->positions->left;
    reading->positions->height = reading->bottom - reading->positions->top;

cleanup:
    ent_i_csv_close(csv);
    return status;
}

static bool has_suffix(const char *path, const char *suffix)
{
    size_t size = strlen(path), tail = strlen(suffix);

    return size >= tail && strcasecmp(path + size - tail, suffix) == 0;
}

ent_status_t ent_positions_read(ent_positions_t **positions, const ent_network_t *network,
                                const char *path, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    reading_t reading = {.path = path, .err = err};

    *positions = NULL;
    if (!has_suffix(path, ".json") && !has_suffix(path, ".csv"))
        return ent_i_fail(err, ENT_EINVAL,
                          "%s: positions are read from a scene (.json), which 'entente draw "
                          "--scene' writes, or from a table of id, x and y (.csv)",
                          path);
    ENT_TRY(reading_init(&reading, network));
    ENT_TRY(has_suffix(path, ".json") ? read_scene(&reading) : read_table(&reading));
    *positions = reading.positions;
    reading.positions = NULL;

cleanup:
    ent_i_names_free(reading.vertices);
    ent_positions_free(reading.positions);
    return status;
}
