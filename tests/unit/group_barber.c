/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups in two modes by Barber's modularity: the best known division of the Southern Women, every
 * partition of small networks, edges of the domain. */
#include <stdlib.h>

#include "unit/classics.h"
#include "unit/group_small.h"
#include "unit/unit.h"

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_network_t *build(size_t actors, size_t first, const ent_tie_t *ties, size_t count)
{
    unsigned char *mode = calloc(actors, 1);
    ent_network_t *network = NULL;

    assert_non_null(mode);
    for (size_t i = first; i < actors; i++)
        mode[i] = 1;
    assert_ok(ent_network_from_ties(&network, actors, ties, count, mode, false, &err));
    free(mode);
    return network;
}

static ent_groups_t *find(const ent_network_t *network, double resolution, bool weighted,
                          uint64_t seed)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    ent_group_options_init(&options);
    options.method = ENT_GROUP_BARBER;
    options.resolution = resolution;
    options.weighted = weighted;
    options.seed = seed;
    assert_ok(ent_groups_find(&groups, network, &options, &err));
    return groups;
}

/* 0.345537 and its four modules: the largest that the literature reports. */
static void southern_women_have_four_modules(void **state)
{
    ent_network_t *network = build(DAVIS_ACTORS, DAVIS_WOMEN, davis, CLASSICS_COUNT(davis));
    const ent_id_t four[DAVIS_ACTORS] = {
        0, 0, 0, 0, 0, 0, 1, 2, 1, 1, 3, 3, 3, 3, 3, 2, 2, 2, /* women */
        0, 0, 0, 0, 0, 0, 1, 1, 2, 3, 2, 3, 3, 3,             /* events */
    };

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        ent_groups_t *groups = find(network, 1, false, seed);

        assert_near(groups->modularity, 0.345537, 5e-7, "Southern Women");
        assert_int_equal(groups->count, 4);
        for (int i = 0; i < DAVIS_ACTORS; i++) {
            for (int j = 0; j < i; j++)
                assert_int_equal(groups->of[i] == groups->of[j], four[i] == four[j]);
        }
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

static void default_in_two_modes_is_barber(void **state)
{
    ent_network_t *network = build(DAVIS_ACTORS, DAVIS_WOMEN, davis, CLASSICS_COUNT(davis));
    ent_groups_t *groups = NULL;

    (void)state;
    assert_ok(ent_groups_find(&groups, network, NULL, &err));
    assert_int_equal(groups->method, ENT_GROUP_BARBER);
    ent_groups_free(groups);
    ent_network_free(network);
}

/* On every partition of eight actors: never above the optimum, and at it. */
static void small_networks_reach_the_optimum(void **state)
{
    int networks = 0;

    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        bool weighted = seed % 2 == 0;
        double resolution = seed % 3 == 0 ? 0.6 : seed % 3 == 1 ? 1 : 1.7;
        ent_network_t *network = small_network(seed, true, weighted);
        ent_groups_t *groups;
        small_search_t search;

        if (network == NULL)
            continue;
        networks++;
        search = small_optimum(network, resolution);
        groups = find(network, resolution, weighted, seed);
        assert_near(small_modularity(network, groups->of, resolution), search.best, 1e-9, "best");
        assert_near(groups->modularity, small_modularity(network, groups->of, 1), 1e-9, "Q");
        assert_in_range(groups->distinct_optima, 1, search.optima);
        ent_groups_free(groups);
        ent_network_free(network);
    }
    assert_in_range(networks, 50, 60);
}

/* One scale of all weights changes nothing. */
static void scale_of_weights_does_not_matter(void **state)
{
    ent_tie_t ties[CLASSICS_COUNT(davis)];
    const double scale[] = {1, 1e-12, 1e12, 1e-300};

    (void)state;
    for (size_t i = 0; i < CLASSICS_COUNT(scale); i++) {
        ent_network_t *network;
        ent_groups_t *groups;

        for (size_t k = 0; k < CLASSICS_COUNT(davis); k++)
            ties[k] = (ent_tie_t){davis[k].a, davis[k].b, scale[i]};
        network = build(DAVIS_ACTORS, DAVIS_WOMEN, ties, CLASSICS_COUNT(davis));
        groups = find(network, 1, true, 1);
        assert_near(groups->modularity, 0.345537, 5e-7, "scaled");
        ent_groups_free(groups);
        ent_network_free(network);
    }
}

/* Weights that are nothing beside the others still end. */
static void weights_far_apart_end(void **state)
{
    const ent_tie_t ties[] = {{0, 3, 1e300}, {1, 3, 5e-324}, {1, 4, 5e-324}, {2, 4, 1e300},
                              {0, 4, 1e-12}, {1, 5, 1e-300}, {2, 5, 5e-324}};
    ent_network_t *network = build(6, 3, ties, CLASSICS_COUNT(ties));
    ent_groups_t *groups = find(network, 1, true, 1);

    (void)state;
    assert_near(groups->modularity, 0.5, 1e-9, "two ties hold all the weight");
    ent_groups_free(groups);
    ent_network_free(network);
}

/* Complete between the modes: Q = 0 at best; two stars: one half. */
static void plain_shapes_by_hand(void **state)
{
    const ent_tie_t two_stars[] = {{0, 3, 1}, {0, 4, 1}, {1, 5, 1}, {1, 6, 1}};
    ent_tie_t all[25 * 25];
    ent_network_t *network;
    ent_groups_t *groups;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < 25; i++) {
        for (ent_id_t j = 25; j < 50; j++)
            all[count++] = (ent_tie_t){i, j, 1};
    }
    network = build(50, 25, all, count);
    groups = find(network, 1, false, 1);
    assert_near(groups->modularity, 0, 1e-12, "complete");
    ent_groups_free(groups);
    ent_network_free(network);
    network = build(7, 3, two_stars, CLASSICS_COUNT(two_stars));
    groups = find(network, 1, false, 1);
    assert_near(groups->modularity, 0.5, 1e-12, "two stars: 1/2 + 1/2 - 1/4 - 1/4");
    assert_int_equal(groups->count, 3);
    assert_int_equal(groups->size[groups->of[2]], 1);
    ent_groups_free(groups);
    ent_network_free(network);
}

static void one_mode_is_refused(void **state)
{
    ent_network_t *network = NULL;
    ent_group_options_t options;
    ent_groups_t *groups = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, KITE_ACTORS, kite, CLASSICS_COUNT(kite), NULL, false,
                                    &err));
    ent_group_options_init(&options);
    options.method = ENT_GROUP_BARBER;
    assert_int_equal(ent_groups_find(&groups, network, &options, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "leiden"));
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(southern_women_have_four_modules, clear_error),
        cmocka_unit_test_setup(default_in_two_modes_is_barber, clear_error),
        cmocka_unit_test_setup(small_networks_reach_the_optimum, clear_error),
        cmocka_unit_test_setup(scale_of_weights_does_not_matter, clear_error),
        cmocka_unit_test_setup(weights_far_apart_end, clear_error),
        cmocka_unit_test_setup(plain_shapes_by_hand, clear_error),
        cmocka_unit_test_setup(one_mode_is_refused, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
