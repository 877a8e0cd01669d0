/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The proven optimum against every partition, and the consensus of runs by hand. */
#include <stdlib.h>

#include "group/consensus.h"
#include "unit/classics.h"
#include "unit/group_small.h"
#include "unit/reference.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_groups_t *find(const ent_network_t *network, const ent_group_options_t *options)
{
    ent_groups_t *groups = NULL;

    assert_ok(ent_groups_find(&groups, network, options, &err));
    return groups;
}

/* 4,140 partitions of eight actors, in one mode and two, with weights and without. */
static void optimum_is_that_of_all_partitions(void **state)
{
    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        bool two_mode = seed % 2 == 0;
        bool weighted = seed % 4 < 2;
        ent_network_t *network = small_network(seed, two_mode, weighted);
        ent_group_options_t options;
        ent_groups_t *groups;
        small_search_t search;

        if (network == NULL)
            continue;
        ent_group_options_init(&options);
        options.method = ENT_GROUP_OPTIMAL;
        options.weighted = weighted;
        options.resolution = seed % 3 == 0 ? 0.6 : seed % 3 == 1 ? 1 : 1.7;
        search = small_optimum(network, options.resolution);
        groups = find(network, &options);
        assert_near(groups->optimum, search.best, 1e-9, "optimum");
        assert_near(small_modularity(network, groups->of, options.resolution), search.best, 1e-9,
                    "its partition");
        if (two_mode) /* groups of one mode expect nothing, and may lie in two components */
            assert_in_range(groups->distinct_optima, 1, search.optima);
        else
            assert_int_equal(groups->distinct_optima, search.optima);
        assert_true(groups->proven);
        ent_groups_free(groups);
        ent_network_free(network);
    }
}

static void default_says_what_is_proven(void **state)
{
    ent_network_t *families =
        ref_build(FLORENTINE_ACTORS, florentine, CLASSICS_COUNT(florentine), NULL, false);
    ent_network_t *club = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);
    ent_network_t *none = ref_build(3, NULL, 0, NULL, false);
    ent_group_options_t options;
    ent_groups_t *groups = find(families, NULL);

    (void)state;
    assert_near(groups->optimum, 0.39875, 1e-12, "Florentine families");
    assert_true(groups->proven);
    ent_groups_free(groups);
    ent_group_options_init(&options);
    options.method = ENT_GROUP_COMPONENTS;
    groups = find(families, &options);
    assert_near(groups->optimum, 0.39875, 1e-12, "Florentine families");
    assert_false(groups->proven);
    ent_groups_free(groups);
    groups = find(club, NULL);
    assert_near(groups->optimum, NAN, 0, "too large");
    assert_false(groups->proven);
    ent_groups_free(groups);
    groups = find(none, NULL);
    assert_near(groups->optimum, NAN, 0, "no ties");
    ent_groups_free(groups);
    ent_network_free(families);
    ent_network_free(club);
    ent_network_free(none);
}

/* A complete network has no better division than none, of modularity 0: not some 1e-16 of it. */
static void a_proven_optimum_is_the_modularity(void **state)
{
    (void)state;
    for (ent_id_t actors = 2; actors <= 9; actors++) {
        ent_tie_t ties[36];
        ent_network_t *network;
        ent_groups_t *groups;
        size_t count = 0;

        for (ent_id_t b = 1; b < actors; b++)
            for (ent_id_t a = 0; a < b; a++)
                ties[count++] = (ent_tie_t){a, b, 1};
        network = ref_build((size_t)actors, ties, count, NULL, false);
        groups = find(network, NULL);
        assert_true(groups->proven);
        assert_near(groups->optimum, 0, 0, "complete");
        ent_groups_free(groups);
        ent_network_free(network);
    }
}

/* Of thirty pairs and triangles apart, each is a group: 1 - sum of squared shares. */
static void many_small_components(void **state)
{
    ent_tie_t ties[90];
    ent_network_t *network;
    ent_group_options_t options;
    ent_groups_t *groups;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < 30; i++) {
        ties[count++] = (ent_tie_t){5 * i, 5 * i + 1, 1};
        ties[count++] = (ent_tie_t){5 * i + 2, 5 * i + 3, 1};
        ties[count++] = (ent_tie_t){5 * i + 3, 5 * i + 4, 1};
    }
    network = ref_build(150, ties, count, NULL, false);
    ent_group_options_init(&options);
    options.method = ENT_GROUP_OPTIMAL;
    groups = find(network, &options);
    assert_near(groups->optimum, 1 - 30 * (1 / 8100.0 + 4 / 8100.0), 1e-12, "each its own");
    assert_int_equal(groups->count, 60);
    assert_int_equal(groups->distinct_optima, 1);
    ent_groups_free(groups);
    ent_network_free(network);
}

static void check_consensus(const ent_id_t *labels, size_t runs, size_t actors,
                            const ent_id_t *want, size_t rounds)
{
    ent_i_runs_t held = {.actors = actors, .count = runs};
    ent_i_consensus_t consensus;
    ent_group_options_t options;
    igx_scope_t scope;

    held.label = calloc(runs * actors, sizeof *held.label);
    held.groups = calloc(runs, sizeof *held.groups);
    held.quality = calloc(runs, sizeof *held.quality);
    held.modularity = calloc(runs, sizeof *held.modularity);
    for (size_t i = 0; i < runs * actors; i++) {
        held.label[i] = labels[i];
        if ((size_t)labels[i] >= held.groups[i / actors])
            held.groups[i / actors] = (size_t)labels[i] + 1;
    }
    ent_group_options_init(&options);
    igx_enter(&scope);
    assert_ok(ent_i_consensus_find(&consensus, &held, &options, &err));
    igx_leave(&scope);
    assert_true(consensus.settled);
    assert_int_equal(consensus.rounds, rounds);
    for (size_t i = 0; i < actors; i++)
        assert_int_equal(consensus.label[i], want[i]);
    ent_i_consensus_free(&consensus);
    ent_i_runs_free(&held);
}

static void consensus_by_hand(void **state)
{
    /* Two of three runs put the first two together, all the last two; the rest is less than half.
     */
    const ent_id_t majority[] = {0, 0, 1, 1, 0, 0, 1, 1, 0, 1, 1, 1};
    const ent_id_t pairs[] = {0, 0, 1, 1};
    /* Each pair once: nobody is tied, so each is tied to whom it sits with most, the first of
     * equals; of that path no division is better than one group. */
    const ent_id_t even[] = {0, 0, 1, 0, 1, 0, 0, 1, 1};
    const ent_id_t one[] = {0, 0, 0};
    const ent_id_t equal[] = {0, 1, 0, 0, 1, 0};

    (void)state;
    check_consensus(majority, 3, 4, pairs, 1);
    check_consensus(even, 3, 3, one, 1);
    check_consensus(equal, 2, 3, equal, 0);
}

static void consensus_of_the_club(void **state)
{
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);
    ent_group_options_t options;

    (void)state;
    ent_group_options_init(&options);
    for (int method = 0; method < ENT_GROUP_METHOD_COUNT; method++) {
        ent_groups_t *best;
        ent_groups_t *groups;

        if (method == ENT_GROUP_BARBER || method == ENT_GROUP_OPTIMAL)
            continue;
        options.method = (ent_group_method_t)method;
        options.runs = method == ENT_GROUP_SPINGLASS ? 4 : 50;
        options.consensus = false;
        best = find(network, &options);
        options.consensus = true;
        groups = find(network, &options);
        assert_true(groups->consensus);
        assert_true(groups->consensus_settled);
        assert_near(groups->modularity_best, best->modularity, 0, "best run");
        assert_true(groups->modularity <= groups->modularity_best + 1e-9 ||
                    method == ENT_GROUP_INFOMAP || method == ENT_GROUP_LABEL_PROPAGATION);
        for (size_t i = 0; i < KARATE_ACTORS && best->runs == 1; i++)
            assert_int_equal(groups->of[i], best->of[i]);
        ent_groups_free(best);
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

/* Two cliques of 800 have 639,200 pairs, one of 1,600 too many. */
static void consensus_of_too_many_is_refused(void **state)
{
    enum { MEMBERS = 1600 };
    ent_i_runs_t runs = {.actors = MEMBERS, .count = 2};
    ent_i_consensus_t consensus;
    ent_group_options_t options;
    igx_scope_t scope;

    (void)state;
    runs.label = calloc(2 * MEMBERS, sizeof *runs.label);
    runs.groups = calloc(2, sizeof *runs.groups);
    runs.quality = calloc(2, sizeof *runs.quality);
    runs.modularity = calloc(2, sizeof *runs.modularity);
    runs.groups[0] = 1;
    runs.groups[1] = 2;
    runs.label[2 * MEMBERS - 1] = 1;
    ent_group_options_init(&options);
    igx_enter(&scope);
    assert_int_equal(ent_i_consensus_find(&consensus, &runs, &options, &err), ENT_ELIMIT);
    igx_leave(&scope);
    assert_non_null(strstr(err.message, "--where"));
    ent_i_consensus_free(&consensus);
    ent_i_runs_free(&runs);
}

/* No two sit together in half of the runs, but each two meet in a third: five and a third thousand
 * million meetings, which would take minutes to count. */
static void consensus_of_long_counting_is_refused(void **state)
{
    enum { MEMBERS = 2000, RUNS = 4000, GROUPS = 3 };
    ent_i_runs_t runs = {.actors = MEMBERS, .count = RUNS};
    ent_i_consensus_t consensus;
    ent_group_options_t options;
    ent_i_random_t random;

    (void)state;
    runs.label = calloc((size_t)RUNS * MEMBERS, sizeof *runs.label);
    runs.groups = calloc(RUNS, sizeof *runs.groups);
    ent_i_random_init(&random, 1, 0);
    for (size_t i = 0; i < (size_t)RUNS * MEMBERS; i++)
        runs.label[i] = (ent_id_t)ent_i_random_below(&random, GROUPS);
    for (size_t run = 0; run < RUNS; run++)
        runs.groups[run] = GROUPS;
    ent_group_options_init(&options);
    assert_int_equal(ent_i_consensus_find(&consensus, &runs, &options, &err), ENT_ELIMIT);
    assert_non_null(strstr(err.message, "too many pairs"));
    ent_i_consensus_free(&consensus);
    ent_i_runs_free(&runs);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(a_proven_optimum_is_the_modularity, clear_error),
        cmocka_unit_test_setup(optimum_is_that_of_all_partitions, clear_error),
        cmocka_unit_test_setup(default_says_what_is_proven, clear_error),
        cmocka_unit_test_setup(many_small_components, clear_error),
        cmocka_unit_test_setup(consensus_by_hand, clear_error),
        cmocka_unit_test_setup(consensus_of_the_club, clear_error),
        cmocka_unit_test_setup(consensus_of_too_many_is_refused, clear_error),
        cmocka_unit_test_setup(consensus_of_long_counting_is_refused, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
