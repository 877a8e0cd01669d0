/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness by blocks, lanes and lengths: by hand, and against igraph's on 500 networks of many
 * shapes, each undirected and directed, by ties and by lengths, with every kernel that this machine
 * runs, by one, two and seven threads. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "engine/betweenness.h"
#include "engine/igx.h"
#include "network/network_i.h"
#include "unit/unit.h"

enum { MOST_ACTORS = 2000, MOST_TIES = 12000, NETWORKS = 500 };

static const char *const kernels[] = {"plain", "avx2", "avx512"};
static const int threads[] = {1, 2, 7};

static ent_error_t err;
static ent_tie_t ties[MOST_TIES];
static double length[MOST_TIES];
static double expected[MOST_ACTORS];
static double found[MOST_ACTORS];
static double first[MOST_ACTORS];

typedef struct shape {
    size_t actors;
    size_t ties;
} shape_t;

static void join(shape_t *shape, size_t a, size_t b)
{
    if (a == b || shape->ties == MOST_TIES)
        return;
    ties[shape->ties++] = (ent_tie_t){(ent_id_t)(a < b ? a : b), (ent_id_t)(a < b ? b : a), 1};
}

static size_t below(ent_i_random_t *random, size_t limit)
{
    return (size_t)ent_i_random_below(random, limit);
}

static void make_random(shape_t *shape, ent_i_random_t *random, size_t from, size_t count,
                        size_t wanted)
{
    for (size_t i = 0; i < wanted && count > 1; i++)
        join(shape, from + below(random, count), from + below(random, count));
}

static void make_ring(shape_t *shape, size_t from, size_t count)
{
    for (size_t i = 0; i < count; i++)
        join(shape, from + i, from + (i + 1) % count);
}

/* One of a dozen shapes, by number. */
static shape_t make_shape(size_t number, ent_i_random_t *random)
{
    static const size_t sizes[] = {0, 1, 2, 3, 5, 17, 63, 64, 65, 150, 300, 500};
    size_t n = sizes[number / 12 % 12];
    shape_t shape = {.actors = n};

    switch (number % 12) {
    case 0: /* sparse, in pieces */
        make_random(&shape, random, 0, n, n / 2);
        break;
    case 1: /* dense */
        make_random(&shape, random, 0, n, 8 * n);
        break;
    case 2: /* a tree */
        for (size_t i = 1; i < n; i++)
            join(&shape, i, below(random, i));
        break;
    case 3: /* a long path */
        for (size_t i = 1; i < n; i++)
            join(&shape, i - 1, i);
        break;
    case 4: /* a ring: distances from neighbouring sources differ */
        make_ring(&shape, 0, n);
        break;
    case 5: /* a clique */
        for (size_t i = 0; i < n && i < 80; i++)
            for (size_t j = 0; j < i; j++)
                join(&shape, i, j);
        break;
    case 6: /* a star */
        for (size_t i = 1; i < n; i++)
            join(&shape, 0, i);
        break;
    case 7: /* two modes */
        for (size_t i = 0; i < 3 * n && n > 4; i++)
            join(&shape, below(random, n / 3), n / 3 + below(random, n - n / 3));
        break;
    case 8: /* rings that share one actor each */
        for (size_t at = 0; at + 5 < n; at += 5)
            make_ring(&shape, at, 6);
        break;
    case 9: /* a lattice: very many shortest paths */
        for (size_t i = 0; i < n; i++) {
            if ((i + 1) % 20 != 0 && i + 1 < n)
                join(&shape, i, i + 1);
            if (i + 20 < n)
                join(&shape, i, i + 20);
        }
        break;
    case 10: /* two dense parts on one bridge, with leaves */
        make_random(&shape, random, 0, n / 3, n);
        make_random(&shape, random, n / 3, n / 3, n);
        if (n > 5)
            join(&shape, 0, n / 3);
        for (size_t i = 2 * (n / 3); i < n && n > 5; i++)
            join(&shape, i, below(random, 2 * (n / 3)));
        break;
    default: /* random, about connected */
        make_random(&shape, random, 0, n, 2 * n);
    }
    return shape;
}

static void compute_by_igraph(const ent_network_t *network, const double *by)
{
    igx_scope_t scope;
    igx_graph_t *graph = NULL;
    igraph_vector_t values;
    igraph_vector_t lengths = {0};

    igx_enter(&scope);
    assert_ok(igx_graph_new(&graph, network, &err));
    assert_int_equal(igraph_vector_init(&values, 0), IGRAPH_SUCCESS);
    if (by != NULL)
        assert_int_equal(
            igraph_vector_init_array(&lengths, by, (igraph_integer_t)network->tie_count),
            IGRAPH_SUCCESS);
    assert_int_equal(igraph_betweenness(&graph->graph, &values, igraph_vss_all(), network->directed,
                                        by != NULL ? &lengths : NULL),
                     IGRAPH_SUCCESS);
    igraph_vector_copy_to(&values, expected);
    igraph_vector_destroy(&values);
    igraph_vector_destroy(&lengths);
    igx_graph_free(graph);
    igx_leave(&scope);
}

/* The rows of those who are tied to `from`, of an undirected network also the other way. */
static void lay_out_rows(const shape_t *shape, bool in, bool both, size_t **offset,
                         ent_id_t **neighbour, ent_id_t **via)
{
    size_t used = 0;

    *offset = calloc(shape->actors + 1, sizeof **offset);
    *neighbour = calloc(2 * shape->ties + 1, sizeof **neighbour);
    *via = calloc(2 * shape->ties + 1, sizeof **via);
    for (size_t v = 0; v < shape->actors; v++) {
        for (size_t i = 0; i < shape->ties; i++) {
            size_t from = (size_t)(in ? ties[i].b : ties[i].a);
            size_t to = (size_t)(in ? ties[i].a : ties[i].b);

            if (from != v && !(both && to == v))
                continue;
            (*via)[used] = (ent_id_t)i;
            (*neighbour)[used++] = (ent_id_t)(from == v ? to : from);
        }
        (*offset)[v + 1] = used;
    }
}

/* Lays the ties out as they are given, parallel ones each for itself. */
static void lay_out(ent_network_t *network, const shape_t *shape, bool directed)
{
    *network = (ent_network_t){
        .actor_count = shape->actors, .tie_count = shape->ties, .directed = directed};
    network->a = calloc(shape->ties + 1, sizeof *network->a);
    network->b = calloc(shape->ties + 1, sizeof *network->b);
    network->weight = calloc(shape->ties + 1, sizeof *network->weight);
    for (size_t i = 0; i < shape->ties; i++) {
        network->a[i] = ties[i].a;
        network->b[i] = ties[i].b;
        network->weight[i] = 1;
    }
    lay_out_rows(shape, false, !directed, &network->offset, &network->neighbour, &network->via);
    if (directed)
        lay_out_rows(shape, true, false, &network->in_offset, &network->in_neighbour,
                     &network->in_via);
}

static void put_away(ent_network_t *network)
{
    free(network->a);
    free(network->b);
    free(network->weight);
    free(network->offset);
    free(network->neighbour);
    free(network->via);
    free(network->in_offset);
    free(network->in_neighbour);
    free(network->in_via);
}

/* Every kernel and number of threads gives igraph's values, and one and the same digits. By lengths
 * no kernel takes part. */
static void hold_against_igraph(size_t number, const ent_network_t *network, const double *by)
{
    size_t actors = network->actor_count;
    size_t every = by != NULL ? 1 : sizeof kernels / sizeof *kernels;
    bool known = false;

    compute_by_igraph(network, by);
    for (size_t k = 0; k < every; k++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(kernels[k]);

        for (size_t t = 0; t < sizeof threads / sizeof *threads && kernel != NULL; t++) {
            const ent_i_betweenness_how_t how = {
                .length = by, .threads = threads[t], .kernel = kernel};

            assert_ok(ent_i_betweenness_find(found, network, &how, NULL, &err));
            for (size_t v = 0; v < actors; v++) {
                if (fabs(found[v] - expected[v]) > 1e-12 * fmax(1, expected[v]))
                    fail_msg("network %zu, %s, %s, %s, %d threads: actor %zu has %.17g, "
                             "igraph %.17g",
                             number, network->directed ? "directed" : "undirected",
                             by != NULL ? "by lengths" : "by ties", kernels[k], threads[t], v,
                             found[v], expected[v]);
                if (known && found[v] != first[v])
                    fail_msg("network %zu, %s, %d threads: actor %zu has other digits", number,
                             kernels[k], threads[t], v);
                first[v] = known ? first[v] : found[v];
            }
            known = true;
        }
    }
}

/* Lengths of four kinds: of strengths 1 to 5 and of tenths, where equal sums differ in their last
 * digits by the order in which they are taken; small whole numbers; any. */
static void make_lengths(size_t kind, size_t count, ent_i_random_t *random)
{
    for (size_t i = 0; i < count; i++) {
        double whole = (double)(1 + below(random, 5));

        length[i] = kind == 0   ? 1 / whole
                    : kind == 1 ? whole / 10
                    : kind == 2 ? whole
                                : 0.01 + ent_i_random_unit(random);
    }
}

/* A shape as it is, and with every second tie turned about. */
static void hold_in_all_forms(size_t number, shape_t *shape, ent_i_random_t *random)
{
    ent_network_t network;

    make_lengths(number / 12 % 4, shape->ties, random);
    for (int directed = 0; directed < 2; directed++) {
        for (size_t i = 0; i < shape->ties && directed == 1; i++)
            if (below(random, 2) == 1)
                ties[i] = (ent_tie_t){ties[i].b, ties[i].a, 1};
        lay_out(&network, shape, directed == 1);
        hold_against_igraph(number, &network, NULL);
        if (number < NETWORKS)
            hold_against_igraph(number, &network, length);
        put_away(&network);
    }
}

static void many_networks_as_igraph(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 7, 1);
    for (size_t number = 0; number < NETWORKS; number++) {
        shape_t shape = make_shape(number, &random);

        hold_in_all_forms(number, &shape, &random);
    }
}

/* So large that threads take part; by lengths they do so above. */
static void a_large_network_by_threads(void **state)
{
    ent_i_random_t random;
    shape_t shape = {.actors = MOST_ACTORS};

    (void)state;
    ent_i_random_init(&random, 7, 2);
    make_random(&shape, &random, 0, shape.actors, MOST_TIES);
    hold_in_all_forms(NETWORKS, &shape, &random);
}

/* Two ways from one end to the other, one longer than the other by a share of `apart`. */
static double shared_by_ways(double apart)
{
    const ent_tie_t way[] = {{0, 1, 1}, {1, 3, 1}, {0, 2, 1}, {2, 3, 1}};
    const double by[] = {1, 1 + apart, 1, 1 + apart}; /* of 0-1, 0-2, 1-3, 2-3 */
    const ent_i_betweenness_how_t how = {.length = by};
    ent_network_t *network = NULL;

    assert_ok(ent_network_from_ties(&network, 4, way, 4, NULL, false, &err));
    assert_ok(ent_i_betweenness_find(found, network, &how, NULL, &err));
    compute_by_igraph(network, by);
    for (size_t v = 0; v < 4; v++)
        assert_near(found[v], expected[v], 1e-15, "igraph tells the ways apart alike");
    ent_network_free(network);
    return found[1];
}

/* Ways that differ by less than 10^-10 of themselves are equal, others not; igraph's rule is the
 * same but that its limit lies at twice that. */
static void equal_lengths_by_rule(void **state)
{
    (void)state;
    assert_near(shared_by_ways(0), 0.5, 0, "equal");
    assert_near(shared_by_ways(1e-15), 0.5, 0, "the last digit");
    assert_near(shared_by_ways(5e-11), 0.5, 0, "within");
    assert_near(shared_by_ways(1e-9), 1, 0, "beyond: the shorter way has all");
    assert_near(shared_by_ways(0.5), 1, 0, "far beyond");
}

/* The path a-b-c-d and a square: by hand. */
static void small_ones_by_hand(void **state)
{
    const ent_tie_t path[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    const ent_tie_t square[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {0, 3, 1}};
    const ent_i_betweenness_how_t plain = {.threads = 1};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 5, path, 3, NULL, false, &err));
    assert_ok(ent_i_betweenness_find(found, network, &plain, NULL, &err));
    assert_near(found[0], 0, 0, "an end");
    assert_near(found[1], 2, 0, "a-c and a-d");
    assert_near(found[4], 0, 0, "alone");
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 4, square, 4, NULL, false, &err));
    assert_ok(ent_i_betweenness_find(found, network, &plain, NULL, &err));
    for (size_t v = 0; v < 4; v++)
        assert_near(found[v], 0.5, 0, "one of two ways between its neighbours");
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(small_ones_by_hand),
        cmocka_unit_test(equal_lengths_by_rule),
        cmocka_unit_test(many_networks_as_igraph),
        cmocka_unit_test(a_large_network_by_threads),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
