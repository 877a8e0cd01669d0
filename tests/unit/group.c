/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups: published values of the textbook networks, stability by hand, edges of the domain. */
#include <stdlib.h>

#include "base/random.h"
#include "entente/group.h"
#include "group/runs.h"
#include "network/network_i.h"
#include "unit/classics.h"
#include "unit/reference.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_groups_t *find(const ent_network_t *network, ent_group_method_t method, bool weighted,
                          uint64_t seed)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    ent_group_options_init(&options);
    options.method = method;
    options.weighted = weighted;
    options.seed = seed;
    if (method == ENT_GROUP_SPINGLASS) /* slow */
        options.runs = 4;
    assert_ok(ent_groups_find(&groups, network, &options, &err));
    return groups;
}

/* Sizes fall, equal sizes stand by their first vertex, every vertex is in one group. */
static void check_numbering(const ent_groups_t *groups)
{
    ent_id_t first[256];
    size_t size[256] = {0};

    assert_in_range(groups->count, groups->actor_count > 0, 256);
    for (size_t i = groups->actor_count; i-- > 0;) {
        assert_in_range(groups->of[i], 0, groups->count - 1);
        size[groups->of[i]]++;
        first[groups->of[i]] = (ent_id_t)i;
    }
    for (size_t i = 0; i < groups->count; i++) {
        assert_int_equal(size[i], groups->size[i]);
        assert_true(size[i] > 0);
        if (i > 0)
            assert_true(size[i - 1] > size[i] ||
                        (size[i - 1] == size[i] && first[i - 1] < first[i]));
    }
}

static void check_best(const ent_network_t *network, ent_group_method_t method, bool weighted,
                       double modularity)
{
    ent_groups_t *groups = find(network, method, weighted, 1);

    assert_near(groups->modularity, modularity, 5e-7, ent_group_method_name(method));
    check_numbering(groups);
    ent_groups_free(groups);
}

/* 0.4197896 is the proven optimum (U. Brandes et al., On Modularity Clustering, 2008). */
static void leiden_finds_the_karate_optimum_with_every_seed(void **state)
{
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        ent_groups_t *groups = find(network, ENT_GROUP_LEIDEN, false, seed);

        assert_near(groups->modularity, 0.4197896120973046, 1e-12, "karate");
        assert_int_equal(groups->count, 4);
        assert_int_equal(groups->runs, 100);
        assert_in_range(groups->runs_at_best, 40, 100); /* 40 % of single passes reach it */
        assert_true(groups->modularity_median <= groups->modularity);
        check_numbering(groups);
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

static void optima_of_the_textbooks(void **state)
{
    ent_network_t *club = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);
    ent_network_t *families =
        ref_build(FLORENTINE_ACTORS, florentine, CLASSICS_COUNT(florentine), NULL, false);
    ent_network_t *people = ref_build(KITE_ACTORS, kite, CLASSICS_COUNT(kite), NULL, false);

    (void)state;
    check_best(club, ENT_GROUP_OPTIMAL, false, 0.4197896120973046);
    check_best(families, ENT_GROUP_OPTIMAL, false, 0.39874999999999994);
    check_best(people, ENT_GROUP_OPTIMAL, false, 0.2222222222222222);
    check_best(families, ENT_GROUP_LEIDEN, false, 0.39874999999999994);
    check_best(people, ENT_GROUP_LEIDEN, false, 0.2222222222222222);
    check_best(club, ENT_GROUP_LOUVAIN, false, 0.4197896120973046);
    check_best(club, ENT_GROUP_SPINGLASS, false, 0.4197896120973046);
    check_best(club, ENT_GROUP_LEIDEN, true, 0.4449036);
    check_best(club, ENT_GROUP_LOUVAIN, true, 0.4449036);
    ent_network_free(club);
    ent_network_free(families);
    ent_network_free(people);
}

/* As R and Python print for igraph's methods on the karate club. */
static void other_methods_give_their_known_values(void **state)
{
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);

    (void)state;
    check_best(network, ENT_GROUP_FAST_GREEDY, false, 0.380671);
    check_best(network, ENT_GROUP_WALKTRAP, false, 0.353222);
    check_best(network, ENT_GROUP_LEADING_EIGENVECTOR, false, 0.393409);
    check_best(network, ENT_GROUP_EDGE_BETWEENNESS, false, 0.401298);
    check_best(network, ENT_GROUP_COMPONENTS, false, 0);
    ent_network_free(network);
}

static void the_isolate_is_a_group_by_itself(void **state)
{
    ent_network_t *network =
        ref_build(FLORENTINE_ACTORS, florentine, CLASSICS_COUNT(florentine), NULL, false);
    const ent_id_t pucci = 11;

    (void)state;
    for (int i = 0; i < ENT_GROUP_BARBER; i++) { /* which is for two modes */
        ent_groups_t *groups = find(network, (ent_group_method_t)i, false, 1);

        check_numbering(groups);
        assert_int_equal(groups->size[groups->of[pucci]], 1);
        assert_near(groups->stability[pucci], NAN, 0, "stability alone");
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

static void every_method_takes_weights(void **state)
{
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);

    (void)state;
    for (int i = 0; i < ENT_GROUP_BARBER; i++) {
        ent_groups_t *groups;

        if (i == ENT_GROUP_OPTIMAL) /* takes minutes on this one */
            continue;
        groups = find(network, (ent_group_method_t)i, true, 3);
        check_numbering(groups);
        assert_true(groups->modularity <= 0.4449036 + 5e-7);
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

/* Halves do not count as nothing: four triangles whose ties weigh 0.4 are still found. */
static void label_propagation_does_not_round_weights_away(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 0.4}, {1, 2, 0.4}, {0, 2, 0.4}, {3, 4, 0.4},
                              {4, 5, 0.4}, {3, 5, 0.4}, {2, 3, 0.1}};
    ent_network_t *network = ref_build(6, ties, CLASSICS_COUNT(ties), NULL, false);
    ent_groups_t *groups = find(network, ENT_GROUP_LABEL_PROPAGATION, true, 1);

    (void)state;
    assert_int_equal(groups->count, 2);
    assert_int_equal(groups->of[0], groups->of[2]);
    assert_int_equal(groups->of[3], groups->of[5]);
    assert_near(groups->modularity, 2.4 / 2.5 - 0.5, 1e-12, "in/m - 2 (1/2)^2");
    ent_groups_free(groups);
    ent_network_free(network);
}

static void networks_without_ties_or_actors(void **state)
{
    ent_network_t *empty = ref_build(0, NULL, 0, NULL, false);
    ent_network_t *one = ref_build(1, NULL, 0, NULL, false);
    ent_network_t *apart = ref_build(3, NULL, 0, NULL, false);

    (void)state;
    for (int i = 0; i < ENT_GROUP_BARBER; i++) {
        ent_groups_t *groups = find(empty, (ent_group_method_t)i, false, 1);

        assert_int_equal(groups->count, 0);
        ent_groups_free(groups);
        groups = find(one, (ent_group_method_t)i, false, 1);
        assert_int_equal(groups->count, 1);
        ent_groups_free(groups);
        groups = find(apart, (ent_group_method_t)i, true, 1);
        assert_int_equal(groups->count, 3);
        assert_int_equal(groups->of[2], 2);
        assert_near(groups->modularity, NAN, 0, "no ties");
        assert_near(groups->modularity_median, NAN, 0, "no ties");
        assert_near(groups->group_stability[0], NAN, 0, "alone");
        ent_groups_free(groups);
    }
    ent_network_free(empty);
    ent_network_free(one);
    ent_network_free(apart);
}

/* The nine women of the first group with E1 to E8 against the rest, and the best known four. */
static void barber_modularity_is_as_published(void **state)
{
    ent_network_t *network =
        ref_build(DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), davis_modes, false);
    ent_i_modularity_t modularity = {0};
    ent_id_t two[DAVIS_ACTORS];
    const ent_id_t four[DAVIS_ACTORS] = {
        0, 0, 0, 0, 0, 0, 1, 2, 1, 1, 3, 3, 3, 3, 3, 2, 2, 2, /* women */
        0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 2, 3, 3, 3,             /* events */
    };

    (void)state;
    for (int i = 0; i < DAVIS_ACTORS; i++)
        two[i] = i < DAVIS_WOMEN ? i >= 9 : i - DAVIS_WOMEN >= 8;
    assert_ok(ent_i_modularity_init(&modularity, network, false, &err));
    assert_near(ent_i_modularity_of(&modularity, two, 2, 1), 0.318394, 5e-7, "two groups");
    assert_near(ent_i_modularity_of(&modularity, four, 4, 1), 0.345537, 5e-7, "four groups");
    ent_i_modularity_free(&modularity);
    ent_network_free(network);
}

static void two_modes_are_judged_by_barber(void **state)
{
    ent_network_t *network =
        ref_build(DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), davis_modes, false);
    ent_groups_t *groups = find(network, ENT_GROUP_LEIDEN, false, 1);
    ent_group_options_t options;
    ent_groups_t *none = NULL;

    (void)state;
    check_numbering(groups);
    assert_in_range((size_t)(groups->modularity * 1e6), 318394, 345537);
    ent_groups_free(groups);
    ent_group_options_init(&options);
    options.method = ENT_GROUP_OPTIMAL;
    assert_int_equal(ent_groups_find(&none, network, &options, &err), ENT_ELIMIT);
    ent_network_free(network);
}

static void what_is_not_defined_is_refused(void **state)
{
    const ent_tie_t pairs[] = {{0, 1, 1}, {2, 3, 1}};
    ent_network_t *network = ref_build(4, pairs, 2, NULL, false);
    ent_network_t *directed = NULL;
    ent_network_t *large = NULL;
    ent_tie_t path[60];
    ent_groups_t *groups = NULL;
    ent_group_options_t options;

    (void)state;
    ent_group_options_init(&options);
    options.method = ENT_GROUP_SPINGLASS;
    assert_int_equal(ent_groups_find(&groups, network, &options, NULL), ENT_EINVAL);
    ent_group_options_init(&options);
    options.runs = 0;
    assert_int_equal(ent_groups_find(&groups, network, &options, NULL), ENT_EINVAL);
    ent_group_options_init(&options);
    options.resolution = NAN;
    assert_int_equal(ent_groups_find(&groups, network, &options, NULL), ENT_EINVAL);
    options.resolution = 2;
    options.method = ENT_GROUP_WALKTRAP;
    assert_int_equal(ent_groups_find(&groups, network, &options, NULL), ENT_EINVAL);
    ent_group_options_init(&options);
    assert_ok(ent_network_from_ties(&directed, 4, pairs, 2, NULL, true, &err));
    assert_int_equal(ent_groups_find(&groups, directed, &options, NULL), ENT_EINVAL);
    options.method = ENT_GROUP_COMPONENTS;
    assert_ok(ent_groups_find(&groups, directed, &options, &err));
    assert_int_equal(groups->count, 2);
    ent_groups_free(groups);
    for (ent_id_t i = 0; i < 60; i++)
        path[i] = (ent_tie_t){i, i + 1, 1};
    large = ref_build(61, path, 60, NULL, false);
    options.method = ENT_GROUP_OPTIMAL;
    assert_int_equal(ent_groups_find(&groups, large, &options, &err), ENT_ELIMIT);
    assert_non_null(strstr(err.message, "60"));
    ent_network_free(network);
    ent_network_free(directed);
    ent_network_free(large);
}

/* Ties removed one by one take m^2 n steps; what would take minutes is refused, not begun. */
static void work_without_end_is_refused(void **state)
{
    static ent_tie_t path[3000];
    ent_network_t *network;
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    (void)state;
    for (ent_id_t i = 0; i < 3000; i++)
        path[i] = (ent_tie_t){i, i + 1, 1};
    network = ref_build(3001, path, 3000, NULL, false);
    ent_group_options_init(&options);
    options.method = ENT_GROUP_EDGE_BETWEENNESS;
    assert_int_equal(ent_groups_find(&groups, network, &options, &err), ENT_ELIMIT);
    assert_non_null(strstr(err.message, "leiden"));
    options.method = ENT_GROUP_METHOD_COUNT;
    assert_int_equal(ent_groups_find(&groups, network, &options, NULL), ENT_EINVAL);
    ent_network_free(network);
}

/* The same actors whatever their order: the best modularity does not depend on it. */
static void relabelling_keeps_the_optimum(void **state)
{
    ent_tie_t turned[CLASSICS_COUNT(karate)];
    ent_network_t *network;
    ent_groups_t *groups = NULL;

    (void)state;
    for (size_t i = 0; i < CLASSICS_COUNT(karate); i++)
        turned[i] = (ent_tie_t){KARATE_ACTORS - 1 - karate[i].a, KARATE_ACTORS - 1 - karate[i].b,
                                karate[i].weight};
    network = ref_build(KARATE_ACTORS, turned, CLASSICS_COUNT(karate), NULL, false);
    assert_ok(ent_groups_find(&groups, network, NULL, &err));
    assert_near(groups->modularity, 0.4197896120973046, 1e-12, "karate, turned about");
    assert_int_equal(groups->size[0], 12);
    assert_int_equal(groups->size[3], 5);
    check_numbering(groups);
    ent_groups_free(groups);
    ent_network_free(network);
}

static void resolution_splits_and_joins(void **state)
{
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);
    ent_group_options_t options;
    ent_groups_t *coarse = NULL;
    ent_groups_t *fine = NULL;

    (void)state;
    ent_group_options_init(&options);
    options.resolution = 0.1;
    assert_ok(ent_groups_find(&coarse, network, &options, &err));
    options.resolution = 4;
    assert_ok(ent_groups_find(&fine, network, &options, &err));
    assert_int_equal(coarse->count, 1);
    assert_near(coarse->modularity, 0, 1e-12, "one group, at resolution 1");
    assert_true(fine->count > 4);
    assert_true(fine->modularity < 0.4197);
    ent_groups_free(coarse);
    ent_groups_free(fine);
    ent_network_free(network);
}

/* Runs {01}{2}, {012}, {0}{12} against the final {012}: actor 0 sits with 1, 2 and 0 of the other
 * two, actor 1 with 1, 2 and 1, actor 2 with 0, 2 and 1. */
static void stability_by_hand(void **state)
{
    ent_id_t label[] = {0, 0, 1, 2, 0, 0, 0, 1, 0, 1, 1, 2};
    const ent_id_t final[] = {0, 0, 0, 1};
    ent_i_runs_t runs = {.actors = 4, .count = 3, .label = label};
    double stability[4];

    (void)state;
    assert_ok(ent_i_runs_stability(&runs, final, 2, stability, &err));
    assert_near(stability[0], 3.0 / 6, 1e-15, "actor 0");
    assert_near(stability[1], 4.0 / 6, 1e-15, "actor 1");
    assert_near(stability[2], 3.0 / 6, 1e-15, "actor 2");
    assert_near(stability[3], NAN, 0, "alone");
}

static void equally_good_runs_are_settled_by_their_numbers(void **state)
{
    ent_id_t label[] = {0, 1, 1, 0, 0, 1, 0, 0, 1, 0, 1, 0};
    double quality[] = {0.5, 0.5 - 1e-12, 0.5, 0.3};
    double modularity[] = {0.5, 0.5, 0.4, 0.3};
    ent_i_runs_t runs = {
        .actors = 3, .count = 4, .label = label, .quality = quality, .modularity = modularity};
    size_t best, at_best, distinct;
    double median;

    (void)state;
    assert_ok(ent_i_runs_best(&runs, &best, &at_best, &distinct, &err));
    assert_int_equal(at_best, 3);
    assert_int_equal(distinct, 2);
    assert_memory_equal(ent_i_runs_label(&runs, best), &label[3], 3 * sizeof *label);
    assert_ok(ent_i_runs_median(&runs, &median, &err));
    assert_near(median, 0.45, 1e-15, "between 0.4 and 0.5");
}

/* Modularity straight from its definition, over all pairs. */
static double naive_modularity(const ent_network_t *network, const ent_id_t *label)
{
    double strength[64] = {0};
    double tie[64][64] = {{0}};
    double twice = 0;
    double sum = 0;

    for (size_t i = 0; i < network->tie_count; i++) {
        ent_tie_t t = ent_network_tie(network, i);

        tie[t.a][t.b] += t.weight;
        tie[t.b][t.a] += t.weight;
        strength[t.a] += t.weight;
        strength[t.b] += t.weight;
        twice += 2 * t.weight;
    }
    for (size_t i = 0; i < network->actor_count; i++) {
        for (size_t j = 0; j < network->actor_count; j++) {
            if (label[i] == label[j])
                sum += tie[i][j] - strength[i] * strength[j] / twice;
        }
    }
    return sum / twice;
}

static void modularity_agrees_with_its_definition(void **state)
{
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 5, 0);
    for (int round = 0; round < 50; round++) {
        size_t actors = 2 + ent_i_random_below(&random, 60);
        size_t count = 1 + ent_i_random_below(&random, 150);
        ent_i_modularity_t modularity = {0};
        ent_network_t *network;
        ent_tie_t ties[150];
        ent_id_t label[64];
        size_t most = actors < 5 ? actors : 5;

        for (size_t i = 0; i < count; i++) {
            ties[i].a = (ent_id_t)ent_i_random_below(&random, actors);
            ties[i].b =
                (ent_id_t)(((size_t)ties[i].a + 1 + ent_i_random_below(&random, actors - 1)) %
                           actors);
            ties[i].weight = 0.1 + ent_i_random_unit(&random);
        }
        for (size_t i = 0; i < actors; i++)
            label[i] = (ent_id_t)ent_i_random_below(&random, most);
        network = ref_build(actors, ties, count, NULL, false);
        assert_ok(ent_i_modularity_init(&modularity, network, true, &err));
        assert_near(ent_i_modularity_of(&modularity, label, most, 1),
                    naive_modularity(network, label), 1e-12, "modularity");
        ent_i_modularity_free(&modularity);
        ent_network_free(network);
    }
}

static void methods_have_names(void **state)
{
    (void)state;
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++) {
        ent_group_method_t method = ENT_GROUP_METHOD_COUNT;

        assert_true(ent_group_method_find(&method, ent_group_method_name((ent_group_method_t)i)));
        assert_int_equal(method, i);
    }
    assert_false(ent_group_method_find(&(ent_group_method_t){0}, "liden"));
    assert_string_equal(ent_group_method_name(ENT_GROUP_METHOD_COUNT), "unknown");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(leiden_finds_the_karate_optimum_with_every_seed, clear_error),
        cmocka_unit_test_setup(optima_of_the_textbooks, clear_error),
        cmocka_unit_test_setup(other_methods_give_their_known_values, clear_error),
        cmocka_unit_test_setup(the_isolate_is_a_group_by_itself, clear_error),
        cmocka_unit_test_setup(every_method_takes_weights, clear_error),
        cmocka_unit_test_setup(label_propagation_does_not_round_weights_away, clear_error),
        cmocka_unit_test_setup(networks_without_ties_or_actors, clear_error),
        cmocka_unit_test_setup(barber_modularity_is_as_published, clear_error),
        cmocka_unit_test_setup(two_modes_are_judged_by_barber, clear_error),
        cmocka_unit_test_setup(what_is_not_defined_is_refused, clear_error),
        cmocka_unit_test_setup(work_without_end_is_refused, clear_error),
        cmocka_unit_test_setup(relabelling_keeps_the_optimum, clear_error),
        cmocka_unit_test_setup(resolution_splits_and_joins, clear_error),
        cmocka_unit_test_setup(stability_by_hand, clear_error),
        cmocka_unit_test_setup(equally_good_runs_are_settled_by_their_numbers, clear_error),
        cmocka_unit_test_setup(modularity_agrees_with_its_definition, clear_error),
        cmocka_unit_test(methods_have_names),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
