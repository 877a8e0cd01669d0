/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leiden and Louvain where ties are so many that climbs begin roughly: no worse than igraph's on a
 * network shaped like partnerships of cities, and hardly hanging on the lot; groups hang together.
 */
#include <math.h>
#include <stdlib.h>

#include "engine/climb.h"
#include "engine/igx.h"
#include "network/network_i.h"
#include "unit/igraph_of.h"
#include "unit/unit.h"

enum { ACTORS = 15000, TIES = 90000, COUNTRIES = 120, CLIMBS = 5 };

static ent_error_t err;
static ent_tie_t ties[TIES];
static double sum[ACTORS + 1]; /* of what makes the actors before sought after */
static size_t country[ACTORS];
static ent_id_t label[ACTORS];

typedef ent_status_t (*climb_t)(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                ent_i_random_t *random, ent_error_t *err);

/* Where a lot falls among sums that rise. */
static size_t pick(ent_i_random_t *random)
{
    double lot = ent_i_random_unit(random) * sum[ACTORS];
    size_t low = 0;
    size_t high = ACTORS;

    while (high - low > 1) {
        size_t middle = (low + high) / 2;

        if (sum[middle] <= lot)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* How likely a tie between two countries is, if both actors are sought after. */
static double favour(size_t a, size_t b)
{
    if (a == b)
        return 1;
    return (a * b + a + b) % 17 == 0 ? 0.3 : 0.05;
}

/* Countries from large to small; a few actors sought after much. */
static ent_network_t *make(void)
{
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count = 0;

    ent_i_random_init(&random, 11, 5);
    for (size_t i = 0; i < ACTORS; i++) {
        double lot = ent_i_random_unit(&random);

        country[i] = (size_t)(COUNTRIES * lot * lot);
        sum[i + 1] = sum[i] + pow(1 - ent_i_random_unit(&random), -1 / 1.9) - 0.7;
    }
    while (count < TIES) {
        size_t a = pick(&random);
        size_t b = pick(&random);

        if (a != b && ent_i_random_unit(&random) < favour(country[a], country[b]))
            ties[count++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)b, 1};
    }
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, TIES, NULL, false, &err));
    assert_true(network->tie_count > 50000);
    return network;
}

static double judge(const igraph_of_t *graph, const igraph_vector_int_t *membership)
{
    double modularity;

    assert_int_equal(
        igraph_modularity(&graph->graph, membership,
                          igraph_vector_size(&graph->weight) > 0 ? &graph->weight : NULL, 1, false,
                          &modularity),
        IGRAPH_SUCCESS);
    return modularity;
}

/* Two rounds of Leiden, as is the default of python-igraph and R igraph, or Louvain. */
static double climb_by_igraph(const igraph_of_t *graph, bool leiden, uint64_t seed)
{
    const igraph_vector_t *weight = igraph_vector_size(&graph->weight) > 0 ? &graph->weight : NULL;
    igraph_vector_int_t membership;
    igraph_vector_t strength;
    double quality;

    assert_ok(igx_seed(seed, &err));
    igraph_vector_int_init(&membership, 0);
    igraph_vector_init(&strength, 0);
    igraph_strength(&graph->graph, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS, weight);
    if (leiden)
        igraph_community_leiden(&graph->graph, weight, &strength, 1 / igraph_vector_sum(&strength),
                                0.01, false, 2, &membership, NULL, &quality);
    else
        igraph_community_multilevel(&graph->graph, weight, 1, &membership, NULL, NULL);
    quality = judge(graph, &membership);
    igraph_vector_destroy(&strength);
    igraph_vector_int_destroy(&membership);
    return quality;
}

static double judge_label(const igraph_of_t *graph)
{
    igraph_vector_int_t membership;
    double quality;

    igraph_vector_int_init(&membership, ACTORS);
    for (size_t i = 0; i < ACTORS; i++)
        VECTOR(membership)[i] = label[i];
    quality = judge(graph, &membership);
    igraph_vector_int_destroy(&membership);
    return quality;
}

/* As many groups as pieces are left of the network when ties between groups are cut. */
static void check_connected(const ent_network_t *network)
{
    static ent_id_t root[ACTORS];
    static bool is_group[ACTORS];
    size_t pieces = ACTORS;
    size_t groups = 0;

    for (size_t i = 0; i < ACTORS; i++) {
        root[i] = (ent_id_t)i;
        is_group[i] = false;
    }
    for (size_t i = 0; i < network->tie_count; i++) {
        ent_id_t a = network->a[i];
        ent_id_t b = network->b[i];

        if (label[a] != label[b])
            continue;
        while (root[a] != a)
            a = root[a] = root[root[a]];
        while (root[b] != b)
            b = root[b] = root[root[b]];
        pieces -= a != b;
        root[a] = b;
    }
    for (size_t i = 0; i < ACTORS; i++) {
        assert_in_range(label[i], 0, ACTORS - 1);
        groups += !is_group[label[i]];
        is_group[label[i]] = true;
    }
    assert_int_equal(groups, pieces);
}

static void climb_both(bool leiden)
{
    climb_t climb = leiden ? ent_i_climb_leiden : ent_i_climb_louvain;
    ent_network_t *network = make();
    igraph_of_t graph = igraph_of(network);
    ent_i_hill_t hill;
    ent_i_climber_t climber;
    double ours = 0;
    double least = 1;
    double igraphs = 0;
    igx_scope_t scope;

    igx_enter(&scope);
    assert_ok(ent_i_hill_init(&hill, network, true, &err));
    assert_ok(ent_i_climber_init(&climber, &hill, &err));
    for (uint64_t seed = 1; seed <= CLIMBS; seed++) {
        ent_i_random_t random;
        double one;

        ent_i_random_init(&random, seed, 0);
        assert_ok(climb(label, &climber, 1, &random, &err));
        if (leiden)
            check_connected(network);
        one = judge_label(&graph);
        ours += one / CLIMBS;
        least = fmin(least, one);
        igraphs += climb_by_igraph(&graph, leiden, seed) / CLIMBS;
    }
    print_message("%s: modularity %.4f, least %.4f; igraph %.4f\n", leiden ? "leiden" : "louvain",
                  ours, least, igraphs);
    assert_true(ours > igraphs);
    assert_true(least > ours - 0.002);
    ent_i_climber_free(&climber);
    ent_i_hill_free(&hill);
    igx_leave(&scope);
    igraph_of_free(&graph);
    ent_network_free(network);
}

static void leiden_is_no_worse(void **state)
{
    (void)state;
    climb_both(true);
}

static void louvain_is_no_worse(void **state)
{
    (void)state;
    climb_both(false);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leiden_is_no_worse),
        cmocka_unit_test(louvain_is_no_worse),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
