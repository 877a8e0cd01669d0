/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The kernels by themselves, as CSV, two tables:
 *   bench_kernels igraph DATA [SOURCES [ROUNDS]]   beside igraph's functions, in turns
 *   bench_kernels limits DATA [SOURCES]            beside what their rows cost to fetch
 *
 * The ties are the agreements of DATA; directions and strengths, which such data do not have, are
 * drawn with a fixed seed. Each line of the first table has the medians of our one and two threads
 * and of igraph's, and the ratios. With SOURCES, igraph starts from so many actors only, ours draws
 * as many, and both are scaled up to all: for networks on which igraph would take hours. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "engine/betweenness.h"
#include "engine/dijkstra.h"
#include "engine/distances.h"
#include "entente/igraph.h"
#include "limits.h"
#include "network/network_i.h"

enum { MOST_ROUNDS = 31 };

/* What is timed: a network in one of its forms. */
typedef struct bench {
    ent_network_t *network;
    igraph_t graph;
    double *length; /* NULL: by ties */
    igraph_vector_t weights;
    double *values;
    ent_i_reach_t *reach;
    size_t sources; /* 0: all */
    int rounds;
} bench_t;

typedef void our_fn(bench_t *bench, int threads, double seconds[2]);
typedef double their_fn(const bench_t *bench);

static ent_error_t err;

static void must(bool well, const char *what)
{
    if (well)
        return;
    fprintf(stderr, "bench_kernels: %s: %s\n", what, err.message);
    exit(EXIT_FAILURE);
}

static igraph_vs_t choose_sources(const bench_t *bench, igraph_vector_int_t *chosen)
{
    igraph_integer_t count = (igraph_integer_t)bench->sources;
    igraph_integer_t actors = (igraph_integer_t)bench->network->actor_count;

    igraph_vector_int_init(chosen, count);
    for (igraph_integer_t i = 0; i < count; i++)
        VECTOR(*chosen)[i] = (igraph_integer_t)((double)i * (double)actors / (double)count);
    return count > 0 ? igraph_vss_vector(chosen) : igraph_vss_all();
}

static double scale(const bench_t *bench)
{
    return bench->sources > 0 ? (double)bench->network->actor_count / (double)bench->sources : 1;
}

/* Closeness and harmonic closeness: two runs of igraph's, one of ours. */
static double igraph_distances_all(const bench_t *bench)
{
    igraph_vector_int_t chosen;
    igraph_vs_t from = choose_sources(bench, &chosen);
    igraph_vector_t result;
    const igraph_vector_t *weights = bench->length != NULL ? &bench->weights : NULL;
    double begun = bench_now();

    igraph_vector_init(&result, 0);
    igraph_closeness(&bench->graph, &result, NULL, NULL, from, IGRAPH_OUT, weights, false);
    igraph_harmonic_centrality(&bench->graph, &result, from, IGRAPH_OUT, weights, false);
    igraph_vector_destroy(&result);
    igraph_vector_int_destroy(&chosen);
    return (bench_now() - begun) * scale(bench);
}

static double igraph_betweenness_all(const bench_t *bench)
{
    igraph_vector_int_t chosen;
    igraph_vs_t from = choose_sources(bench, &chosen);
    igraph_vector_t result;
    const igraph_vector_t *weights = bench->length != NULL ? &bench->weights : NULL;
    double begun = bench_now();

    igraph_vector_init(&result, 0);
    if (bench->sources > 0)
        igraph_betweenness_subset(&bench->graph, &result, igraph_vss_all(),
                                  bench->network->directed, from, igraph_vss_all(), weights);
    else
        igraph_betweenness(&bench->graph, &result, igraph_vss_all(), bench->network->directed,
                           weights);
    igraph_vector_destroy(&result);
    igraph_vector_int_destroy(&chosen);
    return (bench_now() - begun) * scale(bench);
}

/* Searches from some actors only, by one thread. */
static double search_from_some(bench_t *bench)
{
    ent_i_order_t order = {0};
    ent_i_rows_t rows = {0};
    ent_i_dijkstra_t search = {0};
    size_t actors = bench->network->actor_count;
    double begun = bench_now();

    must(ent_i_order_init(&order, bench->network, &err) == ENT_OK, "order");
    must(ent_i_rows_init(&rows, bench->network, &order, false, &err) == ENT_OK, "rows");
    must(ent_i_rows_measure(&rows, bench->network, &order, false, bench->length, &err) == ENT_OK,
         "lengths");
    must(ent_i_dijkstra_init(&search, rows.count, &err) == ENT_OK, "search");
    for (size_t i = 0; i < bench->sources; i++) {
        ent_i_dijkstra_run(&search, &rows, order.place[i * actors / bench->sources]);
        ent_i_dijkstra_forget(&search);
    }
    ent_i_dijkstra_free(&search);
    ent_i_rows_free(&rows);
    ent_i_order_free(&order);
    return (bench_now() - begun) * scale(bench);
}

static void our_distances(bench_t *bench, int threads, double seconds[2])
{
    double begun = bench_now();
    double wall = bench_wall();

    if (bench->length != NULL && bench->sources > 0) {
        seconds[0] = search_from_some(bench);
        seconds[1] = seconds[0] / threads;
        return;
    }
    if (bench->length == NULL)
        must(ent_i_distances(bench->network, bench->reach, false, threads, &err) == ENT_OK,
             "distances");
    else
        must(ent_i_distances_weighted(bench->network, bench->reach, bench->length, false, threads,
                                      &err) == ENT_OK,
             "distances by lengths");
    seconds[0] = bench_now() - begun;
    seconds[1] = bench_wall() - wall;
}

static void our_betweenness(bench_t *bench, int threads, double seconds[2])
{
    ent_i_betweenness_how_t how = {
        .length = bench->length, .threads = threads, .sample = bench->sources, .seed = 1};
    ent_i_doubt_t doubt = {0};
    double begun = bench_now();
    double wall = bench_wall();

    must(ent_i_betweenness_find(bench->values, bench->network, &how, &doubt, &err) == ENT_OK,
         "betweenness");
    seconds[0] = (bench_now() - begun) * (double)doubt.of / fmax(1, (double)doubt.sources);
    seconds[1] = (bench_wall() - wall) * (double)doubt.of / fmax(1, (double)doubt.sources);
}

static int compare(const void *left, const void *right)
{
    double x = *(const double *)left;
    double y = *(const double *)right;

    return (x > y) - (x < y);
}

static double median(double *seconds, int count)
{
    qsort(seconds, (size_t)count, sizeof *seconds, compare);
    return seconds[count / 2];
}

/* Ours with one thread, igraph's, ours with two, round after round. */
static void time_pair(bench_t *bench, const char *what, our_fn *ours, their_fn *theirs)
{
    double one[MOST_ROUNDS];
    double two[MOST_ROUNDS];
    double igraph[MOST_ROUNDS];
    double seconds[2];
    double rival;

    for (int r = 0; r < bench->rounds; r++) {
        ours(bench, 1, seconds);
        one[r] = seconds[0];
        igraph[r] = theirs(bench);
        ours(bench, 2, seconds);
        two[r] = seconds[1];
    }
    rival = median(igraph, bench->rounds);
    printf("%s,%s,%s,%.5f,%.5f,%.5f,%.1f,%.1f\n", what,
           bench->network->directed ? "directed" : "undirected",
           bench->length != NULL ? "lengths" : "ties", median(one, bench->rounds),
           median(two, bench->rounds), rival, rival / median(one, bench->rounds),
           rival / median(two, bench->rounds));
    fflush(stdout);
}

/* The agreements, with strengths of 1 to 5 and, when asked, directions. */
static ent_network_t *draw_form(const ent_network_t *plain, bool directed)
{
    ent_network_t *made = NULL;
    ent_tie_t *ties = calloc(plain->tie_count + 1, sizeof *ties);
    ent_i_random_t random;

    must(ties != NULL, "memory");
    ent_i_random_init(&random, 1, 0);
    for (size_t i = 0; i < plain->tie_count; i++) {
        bool turned = directed && ent_i_random_below(&random, 2) == 1;

        ties[i] =
            (ent_tie_t){turned ? plain->b[i] : plain->a[i], turned ? plain->a[i] : plain->b[i],
                        (double)(1 + ent_i_random_below(&random, 5))};
    }
    must(ent_network_from_ties(&made, plain->actor_count, ties, plain->tie_count, NULL, directed,
                               &err) == ENT_OK,
         "network");
    free(ties);
    return made;
}

/* A network of DATA with what a method writes, and its ties' lengths. */
static double *open_form(bench_t *bench, const ent_network_t *plain, bool directed)
{
    double *length = calloc(plain->tie_count + 1, sizeof *length);

    bench->network = draw_form(plain, directed);
    bench->values = calloc(plain->actor_count + 1, sizeof *bench->values);
    bench->reach = calloc(plain->actor_count + 1, sizeof *bench->reach);
    must(length != NULL && bench->values != NULL && bench->reach != NULL, "memory");
    for (size_t i = 0; i < bench->network->tie_count; i++)
        length[i] = 1 / bench->network->weight[i];
    return length;
}

static void close_form(bench_t *bench, double *length)
{
    ent_network_free(bench->network);
    free(length);
    free(bench->values);
    free(bench->reach);
}

static void time_form(const ent_network_t *plain, bool directed, size_t sources, int rounds)
{
    bench_t bench = {.sources = sources, .rounds = rounds};
    double *length = open_form(&bench, plain, directed);

    igraph_vector_init_array(&bench.weights, length, (igraph_integer_t)bench.network->tie_count);
    must(ent_network_to_igraph(bench.network, &bench.graph, NULL, &err) == ENT_OK, "graph");
    for (int by = 0; by < 2; by++) {
        bench.length = by == 1 ? length : NULL;
        time_pair(&bench, "closeness and harmonic", our_distances, igraph_distances_all);
        time_pair(&bench, "betweenness", our_betweenness, igraph_betweenness_all);
    }
    igraph_vector_destroy(&bench.weights);
    igraph_destroy(&bench.graph);
    close_form(&bench, length);
}

static void beside_igraph(const ent_network_t *plain, size_t sources, long rounds)
{
    igraph_set_warning_handler(igraph_warning_handler_ignore);
    printf("kernel,form,by,ours 1,ours 2,igraph,ratio 1,ratio 2\n");
    for (int directed = 0; directed < 2; directed++)
        time_form(plain, directed == 1, sources,
                  (int)(rounds < 1             ? 1
                        : rounds > MOST_ROUNDS ? MOST_ROUNDS
                                               : rounds));
}

static void beside_limits(const char *folder, const ent_network_t *plain, size_t sources)
{
    bench_t bench = {0};
    double *length = open_form(&bench, plain, false);

    must(bench_limits(bench.network, length, sources > 0 ? (uint32_t)sources : UINT32_MAX, &err) ==
             ENT_OK,
         "limits");
    must(bench_tables(folder, &err) == ENT_OK, "tables");
    close_form(&bench, length);
}

int main(int argc, char **argv)
{
    ent_dataset_t *dataset = NULL;
    ent_network_t *plain = NULL;
    ent_network_options_t options;
    size_t sources = argc > 3 ? strtoul(argv[3], NULL, 10) : 0;
    bool limits = argc > 2 && strcmp(argv[1], "limits") == 0;

    if (argc < 3 || (!limits && strcmp(argv[1], "igraph") != 0)) {
        fprintf(stderr, "usage: bench_kernels igraph DATA [SOURCES [ROUNDS]]\n"
                        "       bench_kernels limits DATA [SOURCES]\n");
        return 2;
    }
    must(ent_dataset_open(&dataset, argv[2], NULL, &err) == ENT_OK, "data");
    must(ent_network_options_init(&options, dataset, &err) == ENT_OK, "options");
    options.view = ENT_VIEW_AGREEMENTS;
    must(ent_network_new(&plain, dataset, &options, &err) == ENT_OK, "network");
    if (limits)
        beside_limits(argv[2], plain, sources);
    else
        beside_igraph(plain, sources, argc > 4 ? strtol(argv[4], NULL, 10) : 5);
    ent_network_free(plain);
    ent_dataset_free(dataset);
    return EXIT_SUCCESS;
}
