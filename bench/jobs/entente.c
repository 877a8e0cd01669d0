/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The jobs on libentente, as a program of a user would do them, with the time of each phase.
 *   job_entente whole|wide|pairs|layout|picture DATA FOLDER [THREADS]
 * docs/performance.md says what each job is. */
#include <malloc.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include <entente/entente.h>

#include "jobs/lap.h"
#include "layout/layout.h"

enum { WIDTH = 1600, HEIGHT = 1200, DOTS_AN_INCH = 200, MOST_COLUMNS = 12, ROWS_AT_ONCE = 8192 };

typedef struct work {
    const char *data;
    const char *folder;
    int threads;
    ent_dataset_t *dataset;
    ent_network_t *network;
    ent_groups_t *groups; /* those that colour the diagram */
    const char *name[MOST_COLUMNS];
    double *column[MOST_COLUMNS]; /* by vertex */
    double *block[MOST_COLUMNS];  /* what is to be freed of them */
    size_t columns;
} work_t;

typedef ent_status_t step_t(work_t *work, ent_error_t *err);

static ent_status_t open_tables(work_t *work, ent_error_t *err)
{
    ent_dataset_options_t options;
    ent_status_t status;

    ent_dataset_options_init(&options);
    options.threads = work->threads;
    status = ent_dataset_open(&work->dataset, work->data, &options, err);
    lap("read");
    return status;
}

static ent_status_t build(work_t *work, ent_error_t *err)
{
    ent_network_options_t options;
    ent_status_t status = ent_network_options_init(&options, work->dataset, err);

    options.view = ENT_VIEW_AGREEMENTS;
    if (status == ENT_OK)
        status = ent_network_new(&work->network, work->dataset, &options, err);
    lap("build");
    return status;
}

/* Columns more of the result, one behind the other; NULL when memory runs out. */
static double *add_columns(work_t *work, const char *const *names, size_t count)
{
    size_t actors = ent_network_actor_count(work->network);
    double *values = calloc(actors * count + 1, sizeof *values);

    if (values == NULL)
        return NULL;
    work->block[work->columns] = values;
    for (size_t i = 0; i < count; i++) {
        work->name[work->columns] = names[i];
        work->column[work->columns++] = values + i * actors;
    }
    return values;
}

/* Measures that are computed in one call, as what they share is then done once. */
static ent_status_t measure(work_t *work, const char *const *names, size_t count, ent_error_t *err)
{
    const ent_measure_t *table[MOST_COLUMNS];
    ent_measure_options_t options;
    double *values = add_columns(work, names, count);

    if (values == NULL)
        return ENT_ENOMEM;
    ent_measure_options_init(&options);
    options.threads = work->threads;
    for (size_t i = 0; i < count; i++)
        table[i] = ent_measure_find(names[i]);
    return ent_measure_compute(work->network, values, table, count, &options, err);
}

static ent_status_t distances(work_t *work, ent_error_t *err)
{
    static const char *const names[] = {"closeness_component", "closeness_harmonic"};
    ent_status_t status = measure(work, names, 2, err);

    lap("closeness+harmonic");
    return status;
}

static ent_status_t measure_one(work_t *work, const char *name, ent_error_t *err)
{
    ent_status_t status = measure(work, &name, 1, err);

    lap(name);
    return status;
}

static ent_status_t betweenness(work_t *work, ent_error_t *err)
{
    return measure_one(work, "betweenness", err);
}

static ent_status_t near_measures(work_t *work, ent_error_t *err)
{
    static const char *const names[] = {"degree", "pagerank", "eigenvector", "coreness"};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < sizeof names / sizeof *names && status == ENT_OK; i++)
        status = measure_one(work, names[i], err);
    return status;
}

static ent_status_t find_groups(work_t *work, ent_group_method_t method, ent_error_t *err)
{
    const char *name = ent_group_method_name(method);
    double *column = add_columns(work, &name, 1);
    ent_group_options_t options;
    ent_status_t status;

    if (column == NULL)
        return ENT_ENOMEM;
    ent_groups_free(work->groups);
    work->groups = NULL;
    ent_group_options_init(&options);
    options.method = method;
    options.runs = 1;
    options.threads = work->threads;
    status = ent_groups_find(&work->groups, work->network, &options, err);
    for (size_t i = 0; status == ENT_OK && i < work->groups->actor_count; i++)
        column[i] = work->groups->of[i];
    lap(name);
    return status;
}

static ent_status_t groups(work_t *work, ent_error_t *err)
{
    ent_status_t status = find_groups(work, ENT_GROUP_LOUVAIN, err);

    return status == ENT_OK ? find_groups(work, ENT_GROUP_LEIDEN, err) : status;
}

/* How many networks each actor belongs to. */
static ent_status_t count_memberships(work_t *work)
{
    static const char *const name = "memberships";
    double *count = add_columns(work, &name, 1);

    if (count == NULL)
        return ENT_ENOMEM;
    for (size_t i = 0; i < ent_dataset_record_count(work->dataset); i++) {
        size_t parties;
        const ent_id_t *party = ent_dataset_record_parties(work->dataset, (ent_id_t)i, &parties);
        ent_id_t vertex = ENT_NONE;

        if (ent_dataset_record_kind(work->dataset, (ent_id_t)i) == ENT_TIE_MEMBERSHIP)
            vertex = ent_network_vertex(work->network, party[0]);
        if (vertex != ENT_NONE)
            count[vertex]++;
    }
    return ENT_OK;
}

static FILE *create(const work_t *work, const char *name)
{
    char path[4096];

    snprintf(path, sizeof path, "%s/%s", work->folder, name);
    return fopen(path, "wb");
}

/* Writes a blob to a file of the folder, frees it and gives back the status. */
static ent_status_t put_file(const work_t *work, const char *name, ent_blob_t *blob,
                             ent_error_t *err)
{
    ent_status_t status = ENT_EIO;
    FILE *out = create(work, name);

    if (out != NULL) {
        status = fwrite(blob->bytes, 1, blob->size, out) == blob->size ? ENT_OK : ENT_EIO;
        if (fclose(out) != 0)
            status = ENT_EIO;
    }
    if (status != ENT_OK)
        snprintf(err->message, sizeof err->message, "%s cannot be written.", name);
    ent_blob_free(blob);
    return status;
}

static ent_status_t fill_row(const work_t *work, ent_sheet_t *sheet, ent_id_t vertex,
                             ent_error_t *err)
{
    ent_id_t actor = ent_network_actor(work->network, vertex);
    const ent_actor_t *city = ent_dataset_actor(work->dataset, actor);
    const char *const text[] = {city->id, city->name, city->country};
    ent_status_t status = ent_sheet_add_row(sheet, err);

    for (size_t i = 0; i < 3 && status == ENT_OK; i++)
        status = ent_sheet_put_text(sheet, text[i], err);
    for (size_t i = 0; i < work->columns && status == ENT_OK; i++)
        status = ent_sheet_put_number(sheet, work->column[i][vertex], err);
    return status;
}

static ent_status_t name_columns(const work_t *work, ent_sheet_t *sheet, ent_error_t *err)
{
    static const char *const text[] = {"id", "name", "country"};
    ent_status_t status = ENT_OK;

    for (size_t i = 0; i < 3 && status == ENT_OK; i++)
        status = ent_sheet_add_column(sheet, text[i], ENT_COLUMN_TEXT, err);
    for (size_t i = 0; i < work->columns && status == ENT_OK; i++)
        status = ent_sheet_add_column(sheet, work->name[i], ENT_COLUMN_NUMBER, err);
    return status;
}

/* Writes the rows that the sheet has. */
static ent_status_t pour(ent_sheet_t *sheet, FILE *out, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status = ent_sheet_drain(sheet, &blob, ENT_FORMAT_CSV, err);

    if (status == ENT_OK && fwrite(blob.bytes, 1, blob.size, out) != blob.size)
        status = ENT_EIO;
    ent_blob_free(&blob);
    return status;
}

static ent_status_t write_rows(const work_t *work, FILE *out, ent_error_t *err)
{
    size_t actors = ent_network_actor_count(work->network);
    ent_sheet_t *sheet = NULL;
    ent_status_t status = ent_sheet_new(&sheet, err);

    if (status == ENT_OK)
        status = name_columns(work, sheet, err);
    for (size_t i = 0; i < actors && status == ENT_OK; i++) {
        status = fill_row(work, sheet, (ent_id_t)i, err);
        if (status == ENT_OK && (i + 1) % ROWS_AT_ONCE == 0)
            status = pour(sheet, out, err);
    }
    if (status == ENT_OK)
        status = pour(sheet, out, err);
    ent_sheet_free(sheet);
    return status;
}

static ent_status_t write_result(work_t *work, ent_error_t *err)
{
    FILE *out = create(work, "result.csv");
    ent_status_t status = out == NULL ? ENT_EIO : count_memberships(work);

    if (status == ENT_OK)
        status = write_rows(work, out, err);
    if (out != NULL && fclose(out) != 0)
        status = ENT_EIO;
    lap("write");
    return status;
}

/* All ties are drawn, and on as many dots as the others have. */
static ent_status_t compose(work_t *work, ent_figure_t **figure, ent_error_t *err)
{
    ent_figure_options_t options;

    ent_figure_options_init(&options);
    options.ties = ENT_TIES_ALL;
    options.pendants = ENT_PENDANTS_ALL;
    options.width = WIDTH * 25.4 / DOTS_AN_INCH;
    options.height = HEIGHT * 25.4 / DOTS_AN_INCH;
    options.dpi = DOTS_AN_INCH;
    if (work->groups != NULL) {
        options.color_by = "group";
        options.groups = work->groups;
    }
    return ent_figure_new(figure, work->network, &options, err);
}

static ent_status_t write_figure(const work_t *work, const ent_figure_t *figure, const char *file,
                                 ent_figure_format_t format, ent_error_t *err)
{
    ent_blob_t blob = {0};
    ent_status_t status = ent_figure_write(figure, &blob, format, err);

    return status == ENT_OK ? put_file(work, file, &blob, err) : status;
}

static ent_status_t draw(work_t *work, ent_error_t *err)
{
    ent_figure_t *figure = NULL;
    ent_status_t status = compose(work, &figure, err);

    lap("compose");
    if (status == ENT_OK)
        status = write_figure(work, figure, "figure.svg", ENT_FIGURE_SVG, err);
    ent_figure_free(figure);
    lap("draw");
    return status;
}

static ent_status_t draw_png(work_t *work, ent_error_t *err)
{
    ent_figure_t *figure = NULL;
    ent_status_t status = compose(work, &figure, err);

    lap("compose");
    if (status == ENT_OK)
        status = write_figure(work, figure, "figure.png", ENT_FIGURE_PNG, err);
    lap("draw");
    if (status == ENT_OK)
        status = write_figure(work, figure, "figure.svg", ENT_FIGURE_SVG, err);
    ent_figure_free(figure);
    lap("draw svg");
    return status;
}

static ent_status_t write_places(const work_t *work, const ent_i_point_t *place, size_t count,
                                 ent_error_t *err)
{
    static const char *const axis[] = {"x", "y"};
    ent_sheet_t *sheet = NULL;
    ent_blob_t blob = {0};
    ent_status_t status = ent_sheet_new(&sheet, err);

    if (status == ENT_OK)
        status = ent_sheet_add_column(sheet, "id", ENT_COLUMN_TEXT, err);
    for (size_t i = 0; i < 2 && status == ENT_OK; i++)
        status = ent_sheet_add_column(sheet, axis[i], ENT_COLUMN_NUMBER, err);
    for (size_t i = 0; i < count && status == ENT_OK; i++) {
        status = ent_sheet_add_row(sheet, err);
        if (status == ENT_OK)
            status =
                ent_sheet_put_text(sheet, ent_network_vertex_id(work->network, (ent_id_t)i), err);
        if (status == ENT_OK)
            status = ent_sheet_put_number(sheet, place[i].x, err);
        if (status == ENT_OK)
            status = ent_sheet_put_number(sheet, place[i].y, err);
    }
    if (status == ENT_OK)
        status = ent_sheet_write(sheet, &blob, ENT_FORMAT_CSV, err);
    if (status == ENT_OK)
        status = put_file(work, "places.csv", &blob, err);
    ent_sheet_free(sheet);
    return status;
}

/* The layout alone, which a figure goes on from. Actors are as large as on the page. */
static ent_status_t lay_out(work_t *work, ent_error_t *err)
{
    const ent_i_box_t page = {0, 0, WIDTH, HEIGHT};
    size_t actors = ent_network_actor_count(work->network);
    size_t ties = ent_network_tie_count(work->network);
    ent_i_point_t *place = calloc(actors + 1, sizeof *place);
    ent_id_t *a = calloc(ties + 1, sizeof *a);
    ent_id_t *b = calloc(ties + 1, sizeof *b);
    double *radius = calloc(actors + 1, sizeof *radius);
    ent_i_layout_graph_t graph = {actors, ties, a, b, NULL, radius, NULL, NULL};
    ent_status_t status = ENT_ENOMEM;

    if (place != NULL && a != NULL && b != NULL && radius != NULL) {
        for (size_t i = 0; i < ties; i++) {
            a[i] = ent_network_tie(work->network, i).a;
            b[i] = ent_network_tie(work->network, i).b;
        }
        for (size_t i = 0; i < actors; i++)
            radius[i] = 1;
        status = ent_i_layout_force(place, &graph, &page, NULL, err);
    }
    lap("layout");
    if (status == ENT_OK)
        status = write_places(work, place, actors, err);
    free(radius);
    free(b);
    free(a);
    free(place);
    return status;
}

enum { MOST_STEPS = 8 };
static const struct {
    const char *name;
    step_t *step[MOST_STEPS];
} JOBS[] = {
    {"whole",
     {open_tables, build, distances, betweenness, groups, near_measures, write_result, draw}},
    {"wide", {open_tables, build, groups, near_measures, write_result}},
    {"pairs", {open_tables, build, distances, betweenness, write_result}},
    {"layout", {open_tables, build, lay_out}},
    {"picture", {open_tables, build, draw_png}},
};

static ent_status_t run(work_t *work, step_t *const *step, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    lap(NULL);
    for (size_t i = 0; i < MOST_STEPS && step[i] != NULL && status == ENT_OK; i++)
        status = step[i](work, err);
    for (size_t i = 0; i < work->columns; i++)
        free(work->block[i]);
    ent_groups_free(work->groups);
    ent_network_free(work->network);
    ent_dataset_free(work->dataset);
    return status;
}

int main(int argc, char **argv)
{
    work_t work = {0};
    ent_error_t err = {0};

    mallopt(M_ARENA_MAX, 1); /* as in the command: what one thread reads another keeps */
    for (size_t i = 0; argc >= 4 && i < sizeof JOBS / sizeof *JOBS; i++) {
        ent_status_t status;

        if (strcmp(argv[1], JOBS[i].name) != 0)
            continue;
        work.data = argv[2];
        work.folder = argv[3];
        work.threads = argc > 4 ? atoi(argv[4]) : 1;
        status = run(&work, JOBS[i].step, &err);
        if (status != ENT_OK)
            fprintf(stderr, "%s: %s: %s\n", argv[1], ent_status_name(status), err.message);
        return status == ENT_OK ? 0 : 1;
    }
    fprintf(stderr, "usage: job_entente whole|wide|pairs|layout|picture DATA FOLDER [THREADS]\n");
    return 2;
}
