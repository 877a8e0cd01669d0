/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances: by hand, and against igraph's on 500 networks of many shapes, each undirected and
 * directed, by ties and by lengths, with every kernel that this machine runs, by one, two and seven
 * threads. */
#include <stdlib.h>

#include "engine/distances.h"
#include "engine/igx.h"
#include "unit/igraph_of.h"
#include "unit/shapes.h"

enum { MOST_ACTORS = 500 };

static ent_error_t err;
static ent_i_reach_t reach[MOST_ACTORS];

/* By every kernel that this machine runs and any number of threads: the digits are the same. */
static void find(const ent_network_t *network, ent_i_reach_t *of, bool backwards)
{
    static ent_i_reach_t other[MOST_ACTORS];

    assert_ok(ent_i_distances(network, of, backwards, 1, &err));
    for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(kernels[k]);

        for (size_t t = 0; t < sizeof threads / sizeof *threads && kernel != NULL; t++) {
            assert_ok(ent_i_distances_by(other, network, backwards, threads[t], kernel, &err));
            assert_memory_equal(other, of, network->actor_count * sizeof *of);
        }
    }
}

static void find_by_lengths(const ent_network_t *network, ent_i_reach_t *of, bool backwards)
{
    static ent_i_reach_t other[MOST_ACTORS];

    assert_ok(ent_i_distances_weighted(network, of, length, backwards, 1, &err));
    for (size_t t = 1; t < sizeof threads / sizeof *threads; t++) {
        assert_ok(ent_i_distances_weighted(network, other, length, backwards, threads[t], &err));
        assert_memory_equal(other, of, network->actor_count * sizeof *of);
    }
}

static void a_path_by_hand(void **state)
{
    const ent_tie_t path[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 5, path, 3, NULL, false, &err));
    find(network, reach, false);
    assert_int_equal(reach[0].reached, 3);
    assert_near(reach[0].sum, 6, 0, "1 + 2 + 3");
    assert_near(reach[0].sum_inverse, 1 + 1.0 / 2 + 1.0 / 3, 1e-15, "1 + 1/2 + 1/3");
    assert_near(reach[0].farthest, 3, 0, "the far end");
    assert_near(reach[1].sum, 4, 0, "1 + 1 + 2");
    assert_int_equal(reach[4].reached, 0);
    assert_near(reach[4].farthest, 0, 0, "alone");
    ent_network_free(network);
}

static void lengths_by_hand(void **state)
{
    const ent_tie_t ring[] = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}};
    const double by[] = {1, 5, 2}; /* of 0-1, 0-2, 1-2 */
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, ring, 3, NULL, false, &err));
    assert_ok(ent_i_distances_weighted(network, reach, by, false, 1, &err));
    assert_near(reach[0].sum, 1 + 3, 0, "0-1 and 0-1-2");
    assert_near(reach[0].sum_inverse, 1 + 1.0 / 3, 1e-15, "inverse");
    assert_near(reach[0].farthest, 3, 0, "0-1-2");
    assert_int_equal(reach[2].reached, 2);
    ent_network_free(network);
}

static void directions_matter(void **state)
{
    const ent_tie_t path[] = {{0, 1, 1}, {1, 2, 1}};
    const double by[] = {1, 1};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, path, 2, NULL, true, &err));
    find(network, reach, false);
    assert_int_equal(reach[0].reached, 2);
    assert_int_equal(reach[2].reached, 0);
    find(network, reach, true);
    assert_int_equal(reach[0].reached, 0);
    assert_int_equal(reach[2].reached, 2);
    assert_ok(ent_i_distances_weighted(network, reach, by, true, 1, &err));
    assert_int_equal(reach[2].reached, 2);
    ent_network_free(network);
}

static void assert_like(double got, double want, const char *what)
{
    assert_near(got, want, 1e-12 * fmax(1, want), what);
}

/* The slow version: igraph's whole matrix of distances. */
static void verify(const ent_network_t *network, const double *by, bool backwards)
{
    size_t actors = network->actor_count;
    igraph_neimode_t mode = backwards ? IGRAPH_IN : IGRAPH_OUT;
    igraph_vector_t weight = {0};
    igraph_matrix_t matrix;
    igraph_of_t handle = igraph_of(network);
    igx_scope_t scope;

    igx_enter(&scope);
    assert_int_equal(igraph_matrix_init(&matrix, 0, 0), IGRAPH_SUCCESS);
    if (by != NULL)
        assert_int_equal(
            igraph_vector_init_array(&weight, by, (igraph_integer_t)network->tie_count),
            IGRAPH_SUCCESS);
    assert_int_equal(
        by == NULL
            ? igraph_distances(&handle.graph, &matrix, igraph_vss_all(), igraph_vss_all(), mode)
            : igraph_distances_dijkstra(&handle.graph, &matrix, igraph_vss_all(), igraph_vss_all(),
                                        &weight, mode),
        IGRAPH_SUCCESS);
    for (size_t i = 0; i < actors; i++) {
        ent_i_reach_t want = {0};

        for (size_t j = 0; j < actors; j++) {
            double distance = igraph_matrix_get(&matrix, (igraph_integer_t)i, (igraph_integer_t)j);

            if (i == j || isinf(distance))
                continue;
            want.reached++;
            want.sum += distance;
            want.sum_inverse += 1 / distance;
            want.farthest = fmax(want.farthest, distance);
        }
        assert_int_equal(reach[i].reached, want.reached);
        assert_like(reach[i].sum, want.sum, "sum");
        assert_like(reach[i].sum_inverse, want.sum_inverse, "sum of inverses");
        assert_like(reach[i].farthest, want.farthest, "farthest");
    }
    igraph_vector_destroy(&weight);
    igraph_matrix_destroy(&matrix);
    igraph_of_free(&handle);
    igx_leave(&scope);
}

static void many_networks_as_igraph(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 11, 0);
    for (size_t number = 0; number < NETWORKS; number++) {
        shape_t shape = make_shape(number, &random);

        make_lengths(number / 12 % 4, shape.ties, &random);
        for (int form = 0; form < 3; form++) { /* undirected, directed, and that backwards */
            ent_network_t *network;

            if (form == 1)
                turn_some(&shape, &random);
            network = lay_out(&shape, form > 0);
            find(network, reach, form == 2);
            verify(network, NULL, form == 2);
            find_by_lengths(network, reach, form == 2);
            verify(network, length, form == 2);
            ent_network_free(network);
        }
    }
}

/* Turned about, an actor has exactly the same digits: the order of sums is fixed by distance. */
static void relabelling_changes_no_digit(void **state)
{
    static ent_i_reach_t turned[MOST_ACTORS];
    ent_i_random_t random;
    ent_network_t *network = NULL;
    size_t actors = 150;
    shape_t shape = {.actors = actors};

    (void)state;
    ent_i_random_init(&random, 12, 0);
    make_random(&shape, &random, 0, actors, 2 * actors);
    assert_ok(ent_network_from_ties(&network, actors, ties, shape.ties, NULL, false, &err));
    find(network, reach, false);
    ent_network_free(network);
    for (size_t i = 0; i < shape.ties; i++) {
        ties[i].a = (ent_id_t)actors - 1 - ties[i].a;
        ties[i].b = (ent_id_t)actors - 1 - ties[i].b;
    }
    assert_ok(ent_network_from_ties(&network, actors, ties, shape.ties, NULL, false, &err));
    find(network, turned, false);
    ent_network_free(network);
    for (size_t i = 0; i < actors; i++) {
        assert_true(reach[i].sum == turned[actors - 1 - i].sum);
        assert_true(reach[i].sum_inverse == turned[actors - 1 - i].sum_inverse);
    }
}

/* So large that threads take part: the digits are those of one thread and the plain kernel, which
 * are held against igraph above. */
static void threads_change_no_digit(void **state)
{
    enum { ACTORS = 6000 };
    ent_i_reach_t *one = calloc(ACTORS, sizeof *one);
    ent_i_reach_t *many = calloc(ACTORS, sizeof *many);
    ent_network_t *network = NULL;
    ent_i_random_t random;
    shape_t shape = {.actors = ACTORS};

    (void)state;
    ent_i_random_init(&random, 13, 0);
    make_random(&shape, &random, 0, ACTORS, MOST_TIES);
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, shape.ties, NULL, false, &err));
    assert_ok(ent_i_distances_by(one, network, false, 1, ent_i_kernel_named("plain"), &err));
    assert_ok(ent_i_distances(network, many, false, 2, &err));
    assert_memory_equal(one, many, ACTORS * sizeof *one);
    assert_ok(ent_i_distances(network, many, false, 7, &err));
    assert_memory_equal(one, many, ACTORS * sizeof *one);
    ent_network_free(network);
    free(one);
    free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_by_hand),
        cmocka_unit_test(lengths_by_hand),
        cmocka_unit_test(directions_matter),
        cmocka_unit_test(many_networks_as_igraph),
        cmocka_unit_test(relabelling_changes_no_digit),
        cmocka_unit_test(threads_change_no_digit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
