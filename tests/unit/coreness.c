/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Coreness: by hand, and against igraph's on 300 random networks of many shapes. */
#include <stdlib.h>

#include "base/random.h"
#include "engine/igx.h"
#include "entente/measure.h"
#include "network/network_i.h"
#include "unit/igraph_of.h"
#include "unit/unit.h"

enum { MOST_ACTORS = 300, MOST_TIES = 6000, NETWORKS = 300 };

static ent_error_t err;
static ent_tie_t ties[MOST_TIES];
static double core[MOST_ACTORS];

static void find(const ent_network_t *network)
{
    const ent_measure_t *coreness = ent_measure_find("coreness");

    assert_ok(ent_measure_compute(network, core, &coreness, 1, NULL, &err));
}

/* A clique of four, on it a path of two, apart a pair and an actor alone. */
static void a_clique_and_what_hangs_on_it(void **state)
{
    const ent_tie_t clique[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1},
                                {2, 3, 1}, {3, 4, 1}, {4, 5, 1}, {6, 7, 1}};
    const double want[] = {3, 3, 3, 3, 1, 1, 1, 1, 0};
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 9, clique, 9, NULL, false, &err));
    find(network);
    for (size_t i = 0; i < 9; i++)
        assert_near(core[i], want[i], 0, "core");
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 0, NULL, 0, NULL, false, &err));
    find(network);
    ent_network_free(network);
}

static void verify(const ent_network_t *network)
{
    igraph_vector_int_t want;
    igraph_of_t graph = igraph_of(network);
    igx_scope_t scope;

    igx_enter(&scope);
    assert_int_equal(igraph_vector_int_init(&want, 0), IGRAPH_SUCCESS);
    assert_int_equal(igraph_coreness(&graph.graph, &want, IGRAPH_ALL), IGRAPH_SUCCESS);
    for (size_t i = 0; i < network->actor_count; i++)
        assert_near(core[i], (double)VECTOR(want)[i], 0, "core");
    igraph_vector_int_destroy(&want);
    igraph_of_free(&graph);
    igx_leave(&scope);
}

/* Anywhere, in blocks, on hubs, as a ring or a tree with more ties between any two, and whole. */
static size_t draw(ent_i_random_t *random, size_t actors, int shape)
{
    size_t wanted = ent_i_random_below(random, MOST_TIES);
    size_t count = 0;

    for (size_t i = 0; i < wanted; i++) {
        size_t a = ent_i_random_below(random, actors);
        size_t b = ent_i_random_below(random, actors);

        if (shape == 1)
            b = a / 20 * 20 + b % 20;
        if (shape == 2)
            b = b * b / actors * b / actors;
        if (shape == 3 && i < actors)
            a = i, b = (i + 1) % actors;
        if (shape == 4 && i > 0 && i < actors)
            a = i, b = ent_i_random_below(random, i);
        if (shape == 5)
            a = i / actors % actors, b = i % actors;
        if (a != b && a < actors && b < actors)
            ties[count++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, 1 + (double)(i % 3)};
    }
    return count;
}

static void random_networks_agree_with_igraph(void **state)
{
    (void)state;
    for (size_t number = 0; number < NETWORKS; number++) {
        ent_network_t *network = NULL;
        ent_i_random_t random;
        size_t actors;
        size_t count;

        ent_i_random_init(&random, number, 5);
        actors = 1 + ent_i_random_below(&random, number % 2 == 0 ? MOST_ACTORS : 40);
        count = draw(&random, actors, (int)(number % 6));
        assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, false, &err));
        find(network);
        verify(network);
        ent_network_free(network);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_clique_and_what_hangs_on_it),
        cmocka_unit_test(random_networks_agree_with_igraph),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
