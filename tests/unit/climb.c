/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leiden and Louvain on compressed rows, against igraph's on 200 networks of many shapes: as good
 * on the mean, modularity as igraph computes it, groups that hang together, the same for any number
 * of threads. */
#include "engine/climb.h"

#include <math.h>
#include <stdlib.h>

#include "engine/igx.h"
#include "entente/group.h"
#include "network/network_i.h"
#include "unit/classics.h"
#include "unit/igraph_of.h"
#include "unit/unit.h"

enum { MOST_ACTORS = 400, MOST_TIES = 4000, NETWORKS = 200, CLIMBS = 5 };

static ent_error_t err;
static ent_tie_t ties[MOST_TIES];
static ent_id_t label[MOST_ACTORS];
static ent_id_t again[MOST_ACTORS];

typedef ent_status_t (*climb_t)(ent_id_t *label, ent_i_climber_t *climber, double resolution,
                                ent_i_random_t *random, ent_error_t *err);

typedef struct made {
    size_t actors;
    size_t ties;
    ent_i_random_t random;
} made_t;

static size_t below(made_t *made, size_t limit)
{
    return (size_t)ent_i_random_below(&made->random, limit);
}

static void join(made_t *made, size_t a, size_t b, bool weighted)
{
    double weight = weighted ? 0.1 + 10 * ent_i_random_unit(&made->random) : 1;

    if (a != b && made->ties < MOST_TIES)
        ties[made->ties++] =
            (ent_tie_t){(ent_id_t)(a < b ? a : b), (ent_id_t)(a < b ? b : a), weight};
}

/* At random; in blocks that are denser inside; a ring of cliques; a tree with a few ties more. */
static ent_network_t *make(size_t number)
{
    made_t made = {.actors = 0};
    ent_network_t *network = NULL;
    bool weighted = number % 8 >= 4;
    size_t blocks;
    size_t wanted;

    ent_i_random_init(&made.random, number, 77);
    made.actors = 10 + below(&made, MOST_ACTORS - 10);
    blocks = 1 + below(&made, 12);
    wanted = made.actors + below(&made, 5 * made.actors);
    for (size_t i = 0; i < wanted; i++) {
        size_t a = below(&made, made.actors);
        size_t b = below(&made, made.actors);

        if (number % 4 == 0)
            join(&made, a, b, weighted);
        else if (number % 4 == 1 && (a % blocks == b % blocks || below(&made, 4) == 0))
            join(&made, a, b, weighted);
        else if (number % 4 == 2 && (a / 6 == b / 6 || below(&made, made.actors / 3) == 0))
            join(&made, a, b, weighted);
        else if (number % 4 == 3)
            join(&made, i % made.actors, below(&made, i % made.actors + 1), weighted);
    }
    assert_ok(ent_network_from_ties(&network, made.actors, ties, made.ties, NULL, false, &err));
    return network;
}

/* What igraph says of a partition of its graph. */
static double judge(const igraph_of_t *graph, const igraph_vector_int_t *membership,
                    const igraph_vector_t *weight, double resolution)
{
    double modularity;

    assert_int_equal(
        igraph_modularity(&graph->graph, membership, weight, resolution, false, &modularity),
        IGRAPH_SUCCESS);
    return modularity;
}

static const igraph_vector_t *weights(const igraph_of_t *graph)
{
    return igraph_vector_size(&graph->weight) > 0 ? &graph->weight : NULL;
}

static double judge_label(const igraph_of_t *graph, size_t actors, double resolution)
{
    igraph_vector_int_t membership;
    double modularity;

    igraph_vector_int_init(&membership, (igraph_integer_t)actors);
    for (size_t i = 0; i < actors; i++)
        VECTOR(membership)[i] = label[i];
    modularity = judge(graph, &membership, weights(graph), resolution);
    igraph_vector_int_destroy(&membership);
    return modularity;
}

/* igraph's Leiden round by round until it gains no more, or its Louvain. */
static double climb_by_igraph(const igraph_of_t *graph, bool leiden, uint64_t seed)
{
    igraph_vector_int_t membership;
    igraph_vector_t strength;
    double quality = -INFINITY;
    double before = -INFINITY;
    double twice;

    assert_ok(igx_seed(seed, &err));
    igraph_vector_int_init(&membership, 0);
    igraph_vector_init(&strength, 0);
    igraph_strength(&graph->graph, &strength, igraph_vss_all(), IGRAPH_ALL, IGRAPH_LOOPS,
                    weights(graph));
    twice = igraph_vector_sum(&strength);
    if (!leiden)
        igraph_community_multilevel(&graph->graph, weights(graph), 1, &membership, NULL, NULL);
    for (int round = 0; leiden && round < 50; round++) {
        igraph_community_leiden(&graph->graph, weights(graph), &strength, 1 / twice, 0.01,
                                round > 0, 1, &membership, NULL, &quality);
        if (quality <= before + 1e-6)
            break;
        before = quality;
    }
    quality = judge(graph, &membership, weights(graph), 1);
    igraph_vector_destroy(&strength);
    igraph_vector_int_destroy(&membership);
    return quality;
}

/* Groups are numbered from 0 without a gap, and the members of each reach each other inside it. */
static void check_connected(const ent_network_t *network)
{
    static ent_id_t queue[MOST_ACTORS];
    bool met[MOST_ACTORS] = {false};
    bool begun[MOST_ACTORS] = {false};

    for (size_t v = 0; v < network->actor_count; v++) {
        size_t tail = 0;

        assert_in_range(label[v], 0, network->actor_count - 1);
        if (met[v])
            continue;
        assert_false(begun[label[v]]); /* a second piece of a group */
        begun[label[v]] = met[v] = true;
        queue[tail++] = (ent_id_t)v;
        for (size_t head = 0; head < tail; head++) {
            for (size_t i = network->offset[queue[head]]; i < network->offset[queue[head] + 1];
                 i++) {
                ent_id_t to = network->neighbour[i];

                if (!met[to] && label[to] == label[v]) {
                    met[to] = true;
                    queue[tail++] = to;
                }
            }
        }
    }
}

/* Means over the climbs of one network: of ours, and of igraph's. */
typedef struct means {
    double ours;
    double igraphs;
} means_t;

static means_t climb_both(const ent_network_t *network, bool leiden)
{
    climb_t climb = leiden ? ent_i_climb_leiden : ent_i_climb_louvain;
    ent_i_hill_t hill;
    ent_i_climber_t climber;
    igraph_of_t graph = igraph_of(network);
    means_t means = {0, 0};

    assert_ok(ent_i_hill_init(&hill, network, true, &err));
    assert_ok(ent_i_climber_init(&climber, &hill, &err));
    for (uint64_t seed = 1; seed <= CLIMBS; seed++) {
        ent_i_random_t random;

        ent_i_random_init(&random, seed, 0);
        assert_ok(climb(label, &climber, 1, &random, &err));
        if (leiden)
            check_connected(network);
        means.ours += judge_label(&graph, network->actor_count, 1) / CLIMBS;
        means.igraphs += climb_by_igraph(&graph, leiden, seed) / CLIMBS;
    }
    igraph_of_free(&graph);
    ent_i_climber_free(&climber);
    ent_i_hill_free(&hill);
    return means;
}

/* On the mean over all networks not below igraph's by more than noise, and on none far below. */
static void as_good_as(bool leiden)
{
    double sum = 0;
    igx_scope_t scope;

    igx_enter(&scope);
    for (size_t i = 0; i < NETWORKS; i++) {
        ent_network_t *network = make(i);
        means_t means = climb_both(network, leiden);

        sum += means.ours - means.igraphs;
        if (means.ours < means.igraphs - 0.02)
            fail_msg("network %zu: %g, igraph %g", i, means.ours, means.igraphs);
        ent_network_free(network);
    }
    igx_leave(&scope);
    print_message("%s: modularity %+.6f over igraph's\n", leiden ? "leiden" : "louvain",
                  sum / NETWORKS);
    assert_true(sum / NETWORKS > -1e-4);
}

static void leiden_is_as_good_as_igraphs(void **state)
{
    (void)state;
    as_good_as(true);
}

static void louvain_is_as_good_as_igraphs(void **state)
{
    (void)state;
    as_good_as(false);
}

/* Other resolutions: groups hang together, and the mean of what is climbed is no lower than that of
 * the groups found at resolution 1. */
static void resolutions_are_climbed(void **state)
{
    const double resolutions[] = {0.3, 2, 5};

    (void)state;
    for (size_t i = 0; i < 40; i++) {
        ent_network_t *network = make(i);
        ent_i_hill_t hill;
        ent_i_climber_t climber;
        igraph_of_t graph = igraph_of(network);

        assert_ok(ent_i_hill_init(&hill, network, true, &err));
        assert_ok(ent_i_climber_init(&climber, &hill, &err));
        for (size_t k = 0; k < CLASSICS_COUNT(resolutions); k++) {
            ent_i_random_t random;
            double plain;

            ent_i_random_init(&random, i, k);
            assert_ok(ent_i_climb_leiden(label, &climber, 1, &random, &err));
            plain = judge_label(&graph, network->actor_count, resolutions[k]);
            assert_ok(ent_i_climb_leiden(label, &climber, resolutions[k], &random, &err));
            check_connected(network);
            assert_true(judge_label(&graph, network->actor_count, resolutions[k]) > plain - 0.01);
        }
        igraph_of_free(&graph);
        ent_i_climber_free(&climber);
        ent_i_hill_free(&hill);
        ent_network_free(network);
    }
}

/* A climber that has climbed before finds what a new one finds. */
static void nothing_is_left_of_the_climb_before(void **state)
{
    ent_i_random_t random;
    ent_i_hill_t hill;
    ent_i_climber_t climber;
    ent_network_t *network = make(9);

    (void)state;
    assert_ok(ent_i_hill_init(&hill, network, true, &err));
    assert_ok(ent_i_climber_init(&climber, &hill, &err));
    ent_i_random_init(&random, 5, 0);
    assert_ok(ent_i_climb_leiden(again, &climber, 1, &random, &err));
    assert_ok(ent_i_climb_louvain(label, &climber, 3, &random, &err));
    ent_i_random_init(&random, 5, 0);
    assert_ok(ent_i_climb_leiden(label, &climber, 1, &random, &err));
    assert_memory_equal(label, again, network->actor_count * sizeof *label);
    ent_i_climber_free(&climber);
    ent_i_hill_free(&hill);
    ent_network_free(network);
}

static ent_groups_t *find(const ent_network_t *network, ent_group_method_t method, int threads)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    ent_group_options_init(&options);
    options.method = method;
    options.threads = threads;
    assert_ok(ent_groups_find(&groups, network, &options, &err));
    return groups;
}

/* 100 runs on enough ties to start threads for. */
static void threads_change_no_digit(void **state)
{
    ent_network_t *network = make(0);

    (void)state;
    for (size_t i = 1; i < NETWORKS && network->tie_count < 1000; i++) {
        ent_network_free(network);
        network = make(i);
    }
    assert_true(network->tie_count >= 1000);
    for (int method = ENT_GROUP_LEIDEN; method <= ENT_GROUP_LOUVAIN; method++) {
        ent_groups_t *one = find(network, (ent_group_method_t)method, 1);

        for (int threads = 2; threads <= 7; threads += 5) {
            ent_groups_t *more = find(network, (ent_group_method_t)method, threads);

            assert_memory_equal(more->of, one->of, one->actor_count * sizeof *one->of);
            assert_memory_equal(more->stability, one->stability,
                                one->actor_count * sizeof *one->stability);
            assert_memory_equal(&more->modularity_median, &one->modularity_median, sizeof(double));
            assert_int_equal(more->runs_at_best, one->runs_at_best);
            ent_groups_free(more);
        }
        ent_groups_free(one);
    }
    ent_network_free(network);
}

/* Two heavy ties, joined by light ones: weights part what counts alone would not. */
static void weights_count(void **state)
{
    const ent_tie_t square[] = {{0, 1, 3}, {1, 2, 1}, {2, 3, 3}, {0, 3, 1}};
    ent_i_random_t random;
    ent_i_hill_t hill;
    ent_i_climber_t climber;
    ent_network_t *network = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 4, square, 4, NULL, false, &err));
    assert_ok(ent_i_hill_init(&hill, network, true, &err));
    assert_near(hill.total, 2 * 4, 1e-15, "mean weight 1");
    assert_ok(ent_i_climber_init(&climber, &hill, &err));
    for (uint64_t seed = 1; seed <= 20; seed++) {
        ent_i_random_init(&random, seed, 0);
        assert_ok(ent_i_climb_leiden(label, &climber, 1, &random, &err));
        assert_int_equal(label[0], label[1]);
        assert_int_equal(label[2], label[3]);
        assert_int_not_equal(label[1], label[2]);
    }
    ent_i_climber_free(&climber);
    ent_i_hill_free(&hill);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leiden_is_as_good_as_igraphs),
        cmocka_unit_test(louvain_is_as_good_as_igraphs),
        cmocka_unit_test(resolutions_are_climbed),
        cmocka_unit_test(nothing_is_left_of_the_climb_before),
        cmocka_unit_test(threads_change_no_digit),
        cmocka_unit_test(weights_count),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
