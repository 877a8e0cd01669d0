/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Distances: by hand, and against igraph's on random networks of every shape. */
#include <stdlib.h>

#include "base/random.h"
#include "engine/distances.h"
#include "engine/igx.h"
#include "network/network_i.h"
#include "unit/unit.h"

#define MOST_ACTORS 200
#define MOST_TIES 500

static ent_error_t err;
static ent_i_reach_t reach[MOST_ACTORS];

/* By every kernel that this machine runs: the digits are the same. */
static void find(const ent_network_t *network, ent_i_reach_t *of, bool backwards)
{
    static const char *const kernels[] = {"plain", "avx2", "avx512"};
    static ent_i_reach_t other[MOST_ACTORS];

    assert_ok(ent_i_distances(network, of, backwards, 1, &err));
    for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++) {
        const ent_i_kernel_t *kernel = ent_i_kernel_named(kernels[k]);

        if (kernel == NULL)
            continue;
        assert_ok(ent_i_distances_by(other, network, backwards, 1, kernel, &err));
        assert_memory_equal(other, of, network->actor_count * sizeof *of);
    }
}

static void a_path_by_hand(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 5, ties, 3, NULL, false, &err));
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
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}};
    const double length[] = {1, 5, 2}; /* of 0-1, 0-2, 1-2 */
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, ties, 3, NULL, false, &err));
    assert_ok(ent_i_distances_weighted(network, reach, length, false, 1, &err));
    assert_near(reach[0].sum, 1 + 3, 0, "0-1 and 0-1-2");
    assert_near(reach[0].sum_inverse, 1 + 1.0 / 3, 1e-15, "inverse");
    assert_near(reach[0].farthest, 3, 0, "0-1-2");
    assert_int_equal(reach[2].reached, 2);
    ent_network_free(network);
}

static void directions_matter(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}};
    const double length[] = {1, 1};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, ties, 2, NULL, true, &err));
    find(network, reach, false);
    assert_int_equal(reach[0].reached, 2);
    assert_int_equal(reach[2].reached, 0);
    find(network, reach, true);
    assert_int_equal(reach[0].reached, 0);
    assert_int_equal(reach[2].reached, 2);
    assert_ok(ent_i_distances_weighted(network, reach, length, true, 1, &err));
    assert_int_equal(reach[2].reached, 2);
    ent_network_free(network);
}

/* The slow version: igraph's whole matrix of distances. */
static void verify(const ent_network_t *network, const double *length, bool backwards)
{
    size_t actors = network->actor_count;
    igraph_vector_t weight = {0};
    igraph_matrix_t matrix;
    igx_graph_t *handle = NULL;
    igx_scope_t scope;

    igx_enter(&scope);
    assert_ok(igx_graph_new(&handle, network, &err));
    assert_int_equal(igraph_matrix_init(&matrix, 0, 0), IGRAPH_SUCCESS);
    if (length != NULL)
        assert_int_equal(
            igraph_vector_init_array(&weight, length, (igraph_integer_t)network->tie_count),
            IGRAPH_SUCCESS);
    assert_int_equal(igraph_distances_dijkstra(&handle->graph, &matrix, igraph_vss_all(),
                                               igraph_vss_all(), length != NULL ? &weight : NULL,
                                               backwards ? IGRAPH_IN : IGRAPH_OUT),
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
        assert_near(reach[i].sum, want.sum, 1e-9, "sum");
        assert_near(reach[i].sum_inverse, want.sum_inverse, 1e-9, "sum of inverses");
        assert_near(reach[i].farthest, want.farthest, 1e-12, "farthest");
    }
    igraph_vector_destroy(&weight);
    igraph_matrix_destroy(&matrix);
    igx_graph_free(handle);
    igx_leave(&scope);
}

static void compare(const ent_tie_t *ties, size_t count, size_t actors, bool directed)
{
    ent_network_t *network = NULL;
    double length[MOST_TIES];

    assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, directed, &err));
    find(network, reach, false);
    verify(network, NULL, false);
    for (size_t i = 0; i < network->tie_count; i++)
        length[i] = 1 / network->weight[i];
    assert_ok(ent_i_distances_weighted(network, reach, length, false, 1, &err));
    verify(network, length, false);
    if (directed) {
        find(network, reach, true);
        verify(network, NULL, true);
    }
    ent_network_free(network);
}

/* Trees (each actor hangs on an earlier one), stars and paths with `extra` ties between any two. */
static size_t grow(ent_tie_t *ties, ent_i_random_t *random, size_t actors, int shape, size_t extra)
{
    size_t count = 0;

    for (size_t i = 1; shape < 3 && i < actors; i++) {
        size_t parent = shape == 0 ? 0 : shape == 1 ? i - 1 : ent_i_random_below(random, i);

        ties[count++] =
            (ent_tie_t){(ent_id_t)i, (ent_id_t)parent, (double)(1 + ent_i_random_below(random, 5))};
    }
    while (extra-- > 0) {
        size_t a = ent_i_random_below(random, actors);
        size_t b = ent_i_random_below(random, actors);

        if (a != b)
            ties[count++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, 0.1 + ent_i_random_unit(random)};
    }
    return count;
}

static void random_networks_agree_with_igraph(void **state)
{
    ent_i_random_t random;
    ent_tie_t ties[MOST_TIES];

    (void)state;
    ent_i_random_init(&random, 11, 0);
    for (int round = 0; round < 120; round++) {
        size_t actors = 1 + ent_i_random_below(&random, MOST_ACTORS);
        size_t extra = round % 3 == 0 ? 0 : ent_i_random_below(&random, 300);
        size_t count = grow(ties, &random, actors, round % 5, actors > 1 ? extra : 0);

        compare(ties, count, actors, round % 4 == 3);
    }
}

/* Turned about, an actor has exactly the same digits: the order of sums is fixed by distance. */
static void relabelling_changes_no_digit(void **state)
{
    static ent_i_reach_t turned[MOST_ACTORS];
    ent_i_random_t random;
    ent_tie_t ties[MOST_TIES];
    ent_network_t *network = NULL;
    size_t actors = 150;
    size_t count;

    (void)state;
    ent_i_random_init(&random, 12, 0);
    count = grow(ties, &random, actors, 2, 60);
    assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, false, &err));
    find(network, reach, false);
    ent_network_free(network);
    for (size_t i = 0; i < count; i++) {
        ties[i].a = (ent_id_t)actors - 1 - ties[i].a;
        ties[i].b = (ent_id_t)actors - 1 - ties[i].b;
    }
    assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, false, &err));
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
    enum { ACTORS = 9000, TIES = 40000 };
    ent_tie_t *ties = calloc(TIES, sizeof *ties);
    ent_i_reach_t *one = calloc(ACTORS, sizeof *one);
    ent_i_reach_t *many = calloc(ACTORS, sizeof *many);
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count;

    (void)state;
    ent_i_random_init(&random, 13, 0);
    count = grow(ties, &random, ACTORS, 3, TIES);
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, count, NULL, false, &err));
    assert_ok(ent_i_distances_by(one, network, false, 1, ent_i_kernel_named("plain"), &err));
    assert_ok(ent_i_distances(network, many, false, 2, &err));
    assert_memory_equal(one, many, ACTORS * sizeof *one);
    assert_ok(ent_i_distances(network, many, false, 7, &err));
    assert_memory_equal(one, many, ACTORS * sizeof *one);
    ent_network_free(network);
    free(ties);
    free(one);
    free(many);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_path_by_hand),
        cmocka_unit_test(lengths_by_hand),
        cmocka_unit_test(directions_matter),
        cmocka_unit_test(random_networks_agree_with_igraph),
        cmocka_unit_test(relabelling_changes_no_digit),
        cmocka_unit_test(threads_change_no_digit),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
