/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The jobs in C on igraph, libcsv and cairo, as a C programmer would do them without Entente.
 *   job_igraph whole|wide|pairs|picture DATA FOLDER [SOURCES]
 * `pairs` takes distances and betweenness from SOURCES actors alone. docs/performance.md says what
 * each job is. Errors end the program: igraph's by its own handler, the others by die(). */
#include <math.h>
#include <search.h>
#include <stdlib.h>
#include <string.h>

#include <cairo-svg.h>
#include <cairo.h>
#include <csv.h>
#include <igraph.h>

#include "jobs/lap.h"

enum { WIDTH = 1600, HEIGHT = 1200, MARGIN = 20, MOST_FIELDS = 16 };

typedef struct table {
    char ***row; /* row[0] is the header */
    size_t count;
    size_t room;
    char *field[MOST_FIELDS];
    size_t fields;
} table_t;

typedef struct work {
    const char *data;
    const char *folder;
    long sources; /* of `pairs` */
    table_t cities;
    table_t memberships;
    table_t agreements;
    char **id; /* by vertex */
    size_t actors;
    igraph_t graph;
    igraph_vector_int_t degree, coreness, louvain, leiden;
    igraph_vector_t closeness, harmonic, betweenness, pagerank, eigenvector;
    igraph_matrix_t place;
} work_t;

static void die(const char *what)
{
    perror(what);
    exit(3);
}

static void *get(void *memory)
{
    if (memory == NULL)
        die("memory");
    return memory;
}

static void take_field(void *bytes, size_t size, void *into)
{
    table_t *table = into;

    if (table->fields < MOST_FIELDS)
        table->field[table->fields++] = get(strndup(size > 0 ? bytes : "", size));
}

static void take_row(int end, void *into)
{
    table_t *table = into;
    size_t size = table->fields * sizeof *table->field;

    (void)end;
    if (table->count == table->room) {
        table->room = table->room == 0 ? 1024 : 2 * table->room;
        table->row = get(realloc(table->row, table->room * sizeof *table->row));
    }
    table->row[table->count] = get(malloc(size + 1));
    memcpy(table->row[table->count++], table->field, size);
    table->fields = 0;
}

static void read_table(table_t *table, const char *data, const char *file)
{
    static char bytes[65536];
    struct csv_parser parser;
    char path[4096];
    size_t size;
    FILE *in;

    snprintf(path, sizeof path, "%s/%s", data, file);
    in = fopen(path, "rb");
    if (in == NULL || csv_init(&parser, 0) != 0)
        die(path);
    while ((size = fread(bytes, 1, sizeof bytes, in)) > 0)
        if (csv_parse(&parser, bytes, size, take_field, take_row, table) != size)
            die(path);
    csv_fini(&parser, take_field, take_row, table);
    csv_free(&parser);
    fclose(in);
}

static void read_tables(work_t *work)
{
    table_t networks = {0};

    read_table(&work->cities, work->data, "cities.csv");
    read_table(&networks, work->data, "networks.csv");
    read_table(&work->memberships, work->data, "memberships.csv");
    read_table(&work->agreements, work->data, "agreements.csv");
    lap("read");
}

/* The number behind an id, which gets the next one if it has none and `next` is given; -1. */
static long number_of(char *id, size_t *next)
{
    ENTRY wanted = {id, NULL};
    ENTRY *found = hsearch(wanted, FIND);

    if (found == NULL && next != NULL) {
        wanted.data = (void *)(*next)++;
        found = hsearch(wanted, ENTER);
        if (found == NULL)
            die("hsearch");
    }
    return found == NULL ? -1 : (long)found->data;
}

/* The actors are the parties of agreements. */
static void build(work_t *work)
{
    igraph_vector_int_t ends;

    if (hcreate(2 * work->cities.count) == 0)
        die("hcreate");
    work->id = get(calloc(work->cities.count + 1, sizeof *work->id));
    igraph_vector_int_init(&ends, 0);
    for (size_t i = 1; i < work->agreements.count; i++)
        for (size_t end = 0; end < 2; end++) {
            char *id = work->agreements.row[i][end];
            long vertex = number_of(id, &work->actors);

            work->id[vertex] = id;
            igraph_vector_int_push_back(&ends, vertex);
        }
    igraph_create(&work->graph, &ends, (igraph_integer_t)work->actors, IGRAPH_UNDIRECTED);
    igraph_simplify(&work->graph, true, true, NULL);
    igraph_vector_int_destroy(&ends);
    lap("build");
}

static void distances(work_t *work)
{
    igraph_closeness(&work->graph, &work->closeness, NULL, NULL, igraph_vss_all(), IGRAPH_ALL, NULL,
                     true);
    lap("closeness");
    igraph_harmonic_centrality(&work->graph, &work->harmonic, igraph_vss_all(), IGRAPH_ALL, NULL,
                               true);
    lap("harmonic");
}

static void betweenness(work_t *work)
{
    igraph_betweenness(&work->graph, &work->betweenness, igraph_vss_all(), IGRAPH_UNDIRECTED, NULL);
    lap("betweenness");
}

/* The same from some sources, evenly spread over the numbers: their closeness, and what they add
 * to everybody's betweenness. */
static void sample(work_t *work)
{
    long actors = (long)work->actors, count = work->sources < actors ? work->sources : actors;
    igraph_vector_t closeness, harmonic;
    igraph_vector_int_t source;
    igraph_vs_t some;

    igraph_vector_int_init(&source, count);
    for (long i = 0; i < count; i++)
        VECTOR(source)[i] = i * actors / count;
    some = igraph_vss_vector(&source);
    igraph_vector_init(&closeness, 0);
    igraph_vector_init(&harmonic, 0);
    igraph_closeness(&work->graph, &closeness, NULL, NULL, some, IGRAPH_ALL, NULL, true);
    lap("closeness");
    igraph_harmonic_centrality(&work->graph, &harmonic, some, IGRAPH_ALL, NULL, true);
    lap("harmonic");
    igraph_betweenness_subset(&work->graph, &work->betweenness, igraph_vss_all(), IGRAPH_UNDIRECTED,
                              some, igraph_vss_all(), NULL);
    lap("betweenness");
    for (long i = 0; i < count; i++) {
        VECTOR(work->closeness)[VECTOR(source)[i]] = VECTOR(closeness)[i];
        VECTOR(work->harmonic)[VECTOR(source)[i]] = VECTOR(harmonic)[i];
    }
    igraph_vector_destroy(&harmonic);
    igraph_vector_destroy(&closeness);
    igraph_vector_int_destroy(&source);
}

static void near_measures(work_t *work)
{
    igraph_arpack_options_t options;
    igraph_real_t value;

    igraph_degree(&work->graph, &work->degree, igraph_vss_all(), IGRAPH_ALL, true);
    lap("degree");
    igraph_pagerank(&work->graph, IGRAPH_PAGERANK_ALGO_PRPACK, &work->pagerank, NULL,
                    igraph_vss_all(), IGRAPH_UNDIRECTED, 0.85, NULL, NULL);
    lap("pagerank");
    igraph_arpack_options_init(&options);
    igraph_eigenvector_centrality(&work->graph, &work->eigenvector, &value, IGRAPH_UNDIRECTED, true,
                                  NULL, &options);
    lap("eigenvector");
    igraph_coreness(&work->graph, &work->coreness, IGRAPH_ALL);
    lap("coreness");
}

static void groups(work_t *work)
{
    igraph_real_t quality, ties = (igraph_real_t)igraph_ecount(&work->graph);
    igraph_integer_t count;
    igraph_vector_t weight;

    igraph_community_multilevel(&work->graph, NULL, 1, &work->louvain, NULL, NULL);
    lap("louvain");
    igraph_vector_init(&weight, (igraph_integer_t)work->actors);
    for (size_t i = 0; i < work->actors; i++)
        VECTOR(weight)[i] = (igraph_real_t)VECTOR(work->degree)[i];
    igraph_community_leiden(&work->graph, NULL, &weight, 1 / (2 * ties), 0.01, false, 2,
                            &work->leiden, &count, &quality);
    igraph_vector_destroy(&weight);
    lap("leiden");
}

static void put_text(FILE *out, const char *text)
{
    csv_fwrite(out, text, strlen(text));
    fputc(',', out);
}

static FILE *create(const work_t *work, const char *file)
{
    char path[4096];
    FILE *out;

    snprintf(path, sizeof path, "%s/%s", work->folder, file);
    out = fopen(path, "wb");
    if (out == NULL)
        die(path);
    return out;
}

static void put_count(FILE *out, const igraph_vector_int_t *column, long vertex)
{
    if (igraph_vector_int_size(column) > vertex)
        fprintf(out, ",%ld", (long)VECTOR(*column)[vertex]);
    else
        fputc(',', out);
}

static void put_value(FILE *out, const igraph_vector_t *column, long vertex)
{
    if (igraph_vector_size(column) > vertex && isfinite(VECTOR(*column)[vertex]))
        fprintf(out, ",%.12g", VECTOR(*column)[vertex]);
    else
        fputc(',', out);
}

static void write_result(work_t *work)
{
    long *memberships = get(calloc(work->actors + 1, sizeof *memberships));
    FILE *out = create(work, "result.csv");

    for (size_t i = 1; i < work->memberships.count; i++) {
        long vertex = number_of(work->memberships.row[i][0], NULL);

        if (vertex >= 0)
            memberships[vertex]++;
    }
    fputs("id,name,country,memberships,closeness,harmonic,betweenness,degree,pagerank,eigenvector,"
          "coreness,louvain,leiden\n",
          out);
    for (size_t i = 1; i < work->cities.count; i++) {
        long vertex = number_of(work->cities.row[i][0], NULL);

        if (vertex < 0)
            continue;
        put_text(out, work->cities.row[i][0]);
        put_text(out, work->cities.row[i][1]);
        fprintf(out, "%s,%ld", work->cities.row[i][2], memberships[vertex]);
        put_value(out, &work->closeness, vertex);
        put_value(out, &work->harmonic, vertex);
        put_value(out, &work->betweenness, vertex);
        put_count(out, &work->degree, vertex);
        put_value(out, &work->pagerank, vertex);
        put_value(out, &work->eigenvector, vertex);
        put_count(out, &work->coreness, vertex);
        put_count(out, &work->louvain, vertex);
        put_count(out, &work->leiden, vertex);
        fputc('\n', out);
    }
    if (fclose(out) != 0)
        die("result.csv");
    free(memberships);
    lap("write");
}

/* Scales the places to the page, and writes them down for those who judge the layout. */
static void fit(work_t *work)
{
    igraph_real_t low[2], high[2], scale = INFINITY;
    FILE *out = create(work, "places.csv");

    for (long axis = 0; axis < 2; axis++) {
        low[axis] = INFINITY, high[axis] = -INFINITY;
        for (long i = 0; i < (long)work->actors; i++) {
            low[axis] = fmin(low[axis], MATRIX(work->place, i, axis));
            high[axis] = fmax(high[axis], MATRIX(work->place, i, axis));
        }
        scale = fmin(scale, ((axis == 0 ? WIDTH : HEIGHT) - 2 * MARGIN) / (high[axis] - low[axis]));
    }
    fputs("id,x,y\n", out);
    for (long i = 0; i < (long)work->actors; i++) {
        for (long axis = 0; axis < 2; axis++)
            MATRIX(work->place, i, axis) =
                MARGIN + scale * (MATRIX(work->place, i, axis) - low[axis]);
        put_text(out, work->id[i]);
        fprintf(out, "%.9g,%.9g\n", MATRIX(work->place, i, 0), MATRIX(work->place, i, 1));
    }
    if (fclose(out) != 0)
        die("places.csv");
}

static void lay_out(work_t *work)
{
    igraph_layout_fruchterman_reingold(&work->graph, &work->place, false, 500,
                                       sqrt((double)work->actors), IGRAPH_LAYOUT_AUTOGRID, NULL,
                                       NULL, NULL, NULL, NULL);
    lap("layout");
    fit(work);
    lap("places");
}

static void paint(work_t *work, cairo_t *cairo)
{
    cairo_set_source_rgb(cairo, 1, 1, 1);
    cairo_paint(cairo);
    cairo_set_line_width(cairo, 0.4);
    cairo_set_source_rgba(cairo, 0, 0, 0, 0.25);
    for (igraph_integer_t tie = 0; tie < igraph_ecount(&work->graph); tie++) {
        igraph_integer_t a = IGRAPH_FROM(&work->graph, tie), b = IGRAPH_TO(&work->graph, tie);

        cairo_move_to(cairo, MATRIX(work->place, a, 0), MATRIX(work->place, a, 1));
        cairo_line_to(cairo, MATRIX(work->place, b, 0), MATRIX(work->place, b, 1));
        cairo_stroke(cairo);
    }
    for (long i = 0; i < (long)work->actors; i++) {
        double degree = 2;
        long group = 0;

        if (igraph_vector_int_size(&work->leiden) > i) {
            degree = (double)VECTOR(work->degree)[i];
            group = VECTOR(work->leiden)[i] % 12;
        }
        cairo_set_source_rgb(cairo, 0.1 + 0.7 * (double)(group & 1),
                             0.1 + 0.7 * (double)(group >> 1 & 1),
                             0.1 + 0.3 * (double)(group >> 2));
        cairo_arc(cairo, MATRIX(work->place, i, 0), MATRIX(work->place, i, 1),
                  1.5 + 0.5 * sqrt(degree), 0, 2 * M_PI);
        cairo_fill(cairo);
    }
}

static void draw(work_t *work, const char *file)
{
    bool svg = strstr(file, ".svg") != NULL;
    cairo_surface_t *surface;
    char path[4096];
    cairo_t *cairo;

    snprintf(path, sizeof path, "%s/%s", work->folder, file);
    surface = svg ? cairo_svg_surface_create(path, WIDTH, HEIGHT)
                  : cairo_image_surface_create(CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
    cairo = cairo_create(surface);
    paint(work, cairo);
    if (!svg && cairo_surface_write_to_png(surface, path) != CAIRO_STATUS_SUCCESS)
        die(path);
    cairo_destroy(cairo);
    cairo_surface_finish(surface);
    if (cairo_surface_status(surface) != CAIRO_STATUS_SUCCESS)
        die(path);
    cairo_surface_destroy(surface);
    lap("draw");
}

/* Places that another job left in FOLDER/places.csv, for a picture without a layout. */
static void read_places(work_t *work)
{
    table_t places = {0};

    read_table(&places, work->folder, "places.csv");
    igraph_matrix_resize(&work->place, (igraph_integer_t)work->actors, 2);
    for (size_t i = 1; i < places.count; i++) {
        long vertex = number_of(places.row[i][0], NULL);

        if (vertex < 0)
            die("places.csv");
        for (long axis = 0; axis < 2; axis++)
            MATRIX(work->place, vertex, axis) = strtod(places.row[i][axis + 1], NULL);
    }
    lap("places");
}

static void begin(work_t *work)
{
    igraph_vector_int_t *const count[] = {&work->degree, &work->coreness, &work->louvain,
                                          &work->leiden};
    igraph_vector_t *const value[] = {&work->closeness, &work->harmonic, &work->betweenness,
                                      &work->pagerank, &work->eigenvector};

    lap(NULL);
    read_tables(work);
    build(work);
    for (size_t i = 0; i < sizeof count / sizeof *count; i++)
        igraph_vector_int_init(count[i], 0);
    for (size_t i = 0; i < sizeof value / sizeof *value; i++)
        igraph_vector_init(value[i], 0);
    igraph_matrix_init(&work->place, 0, 0);
}

/* Actors that are not among the sources have no distances. */
static void blank(work_t *work)
{
    igraph_integer_t actors = (igraph_integer_t)work->actors;

    igraph_vector_resize(&work->closeness, actors);
    igraph_vector_resize(&work->harmonic, actors);
    igraph_vector_fill(&work->closeness, NAN);
    igraph_vector_fill(&work->harmonic, NAN);
}

int main(int argc, char **argv)
{
    work_t work = {.sources = argc > 4 ? atol(argv[4]) : 100};
    const char *job = argc > 3 ? argv[1] : "";

    if (strcmp(job, "whole") != 0 && strcmp(job, "wide") != 0 && strcmp(job, "pairs") != 0 &&
        strcmp(job, "picture") != 0) {
        fprintf(stderr, "usage: job_igraph whole|wide|pairs|picture DATA FOLDER [SOURCES]\n");
        return 2;
    }
    work.data = argv[2];
    work.folder = argv[3];
    begin(&work);
    if (strcmp(job, "picture") == 0) {
        read_places(&work);
        draw(&work, "figure.png");
        return 0;
    }
    if (strcmp(job, "pairs") == 0) {
        blank(&work);
        sample(&work);
    } else {
        if (strcmp(job, "whole") == 0) {
            distances(&work);
            betweenness(&work);
        }
        near_measures(&work);
        groups(&work);
    }
    write_result(&work);
    if (strcmp(job, "whole") == 0) {
        lay_out(&work);
        draw(&work, "figure.svg");
    }
    return 0;
}
