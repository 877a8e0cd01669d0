/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness by blocks, lanes and lengths: by hand, and against igraph's on 500 networks of many
 * shapes, each undirected and directed, by ties and by lengths, with every kernel that this machine
 * runs, by one, two and seven threads; and where there are more paths than a double holds. */
#include <math.h>
#include <stdlib.h>

#include "engine/betweenness.h"
#include "engine/distances.h"
#include "engine/igx.h"
#include "network/network_i.h"
#include "unit/igraph_of.h"
#include "unit/shapes.h"

enum { LARGE = 2000, MOST_ACTORS = 2640 };

static ent_error_t err;
static double expected[MOST_ACTORS];
static double found[MOST_ACTORS];
static double first[MOST_ACTORS];

static void compute_by_igraph(const ent_network_t *network, const double *by)
{
    igx_scope_t scope;
    igraph_of_t graph = igraph_of(network);
    igraph_vector_t values;
    igraph_vector_t lengths = {0};

    igx_enter(&scope);
    assert_int_equal(igraph_vector_init(&values, 0), IGRAPH_SUCCESS);
    if (by != NULL)
        assert_int_equal(
            igraph_vector_init_array(&lengths, by, (igraph_integer_t)network->tie_count),
            IGRAPH_SUCCESS);
    assert_int_equal(igraph_betweenness(&graph.graph, &values, igraph_vss_all(), network->directed,
                                        by != NULL ? &lengths : NULL),
                     IGRAPH_SUCCESS);
    igraph_vector_copy_to(&values, expected);
    igraph_vector_destroy(&values);
    igraph_vector_destroy(&lengths);
    igraph_of_free(&graph);
    igx_leave(&scope);
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

/* A shape as it is, and with every second tie turned about. */
static void hold_in_all_forms(size_t number, shape_t *shape, ent_i_random_t *random)
{
    ent_network_t *network;

    make_lengths(number / 12 % 4, shape->ties, random);
    for (int directed = 0; directed < 2; directed++) {
        if (directed == 1)
            turn_some(shape, random);
        network = lay_out(shape, directed == 1);
        hold_against_igraph(number, network, NULL);
        if (number < NETWORKS)
            hold_against_igraph(number, network, length);
        ent_network_free(network);
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
    shape_t shape = {.actors = LARGE};

    (void)state;
    ent_i_random_init(&random, 7, 2);
    make_random(&shape, &random, 0, shape.actors, MOST_TIES);
    hold_in_all_forms(NETWORKS, &shape, &random);
}

/* One who has more neighbours than the lanes choose from at a time: in a ring, whose others have
 * ties by chance, it knows two of three. */
static void one_with_very_many(void **state)
{
    ent_i_random_t random;
    shape_t shape = {.actors = LARGE};

    (void)state;
    ent_i_random_init(&random, 7, 3);
    make_ring(&shape, 0, shape.actors);
    make_random(&shape, &random, 0, shape.actors, shape.actors);
    for (size_t i = 2; i < shape.actors; i++)
        if (i % 3 != 0)
            join(&shape, 0, i);
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

/* Layers of three, each tied to the whole next one: 3^658 paths from end to end. */
enum { LAYERS = 660, WIDE = 3 };

static shape_t make_layers(void)
{
    shape_t shape = {.actors = LAYERS * WIDE};

    for (size_t a = 0; a + WIDE < shape.actors; a++)
        for (size_t b = a / WIDE * WIDE + WIDE, end = b + WIDE; b < end; b++) {
            size_t tie = shape.ties;

            join(&shape, a, b);
            if (shape.ties > tie)
                length[tie] = a / WIDE % 2 == 0 ? 1 : 2;
        }
    return shape;
}

/* A third of the paths between those before a layer and those behind it pass each of its actors. Of
 * two in one layer the paths pass both layers beside it, or the one of those that is nearer. */
static double through(size_t layer, bool directed, bool lengths)
{
    double all = (double)(WIDE * layer * (LAYERS - 1 - layer));
    double pairs = WIDE * (WIDE - 1) / 2;

    if (directed)
        return all;
    if (lengths)
        return all + pairs / WIDE;
    if (layer > 0)
        all += pairs / (layer == 1 ? WIDE : 2 * WIDE);
    if (layer + 1 < LAYERS)
        all += pairs / (layer + 2 == LAYERS ? WIDE : 2 * WIDE);
    return all;
}

static void more_paths_than_a_double_holds(void **state)
{
    shape_t shape = make_layers();

    (void)state;
    for (int form = 0; form < 4; form++) {
        bool directed = form % 2 == 1;
        ent_network_t *network = lay_out(&shape, directed);
        const ent_i_betweenness_how_t how = {.length = form < 2 ? NULL : length, .threads = 2};

        assert_ok(ent_i_betweenness_find(found, network, &how, NULL, &err));
        for (size_t v = 0; v < shape.actors; v++) {
            double want = through(v / WIDE, directed, form > 1);

            assert_near(found[v], want, 1e-12 * want, "by hand");
        }
        ent_network_free(network);
    }
}

/* The layers made a ring by a path of as many, which has one way where they have 3^658: all values
 * together are the distances of all pairs but for one tie of each. */
static void very_many_paths_beside_one(void **state)
{
    static ent_i_reach_t reach[MOST_ACTORS];
    const ent_i_betweenness_how_t how = {.threads = 2};
    shape_t shape = make_layers();
    size_t layered = shape.actors;
    ent_network_t *network;
    double sum = 0;
    double want = 0;

    (void)state;
    shape.actors += LAYERS;
    for (size_t v = layered; v + 1 < shape.actors; v++)
        join(&shape, v, v + 1);
    for (size_t k = 0; k < WIDE; k++) {
        join(&shape, k, layered);
        join(&shape, layered - 1 - k, shape.actors - 1);
    }
    network = lay_out(&shape, false);
    assert_ok(ent_i_distances(network, reach, false, 2, &err));
    assert_ok(ent_i_betweenness_find(found, network, &how, NULL, &err));
    for (size_t v = 0; v < shape.actors; v++) {
        sum += found[v];
        want += (reach[v].sum - (double)reach[v].reached) / 2;
    }
    assert_near(sum, want, 1e-12 * want, "each pair's distance but one");
    ent_network_free(network);
}

/* A sample of sources has as many paths. */
static void sampled_paths_fit_too(void **state)
{
    static double error[MOST_ACTORS];
    const ent_i_betweenness_how_t how = {.threads = 2, .sample = 400, .seed = 1};
    ent_i_doubt_t doubt = {.error = error};
    shape_t shape = make_layers();
    ent_network_t *network = lay_out(&shape, false);

    (void)state;
    assert_ok(ent_i_betweenness_find(found, network, &how, &doubt, &err));
    assert_true(doubt.sources < doubt.of);
    for (size_t v = 0; v < shape.actors; v++)
        if (!(fabs(found[v] - through(v / WIDE, false, false)) <= doubt.bound))
            fail_msg("actor %zu: %g", v, found[v]);
    ent_network_free(network);
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
        cmocka_unit_test(more_paths_than_a_double_holds),
        cmocka_unit_test(very_many_paths_beside_one),
        cmocka_unit_test(sampled_paths_fit_too),
        cmocka_unit_test(many_networks_as_igraph),
        cmocka_unit_test(a_large_network_by_threads),
        cmocka_unit_test(one_with_very_many),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
