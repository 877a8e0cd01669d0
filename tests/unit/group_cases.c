/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every method of finding groups on the networks that upset igraph's: each ends, with a sensible
 * partition or a refusal that says what to do. */
#include <math.h>
#include <stdlib.h>

#include "entente/group.h"
#include "unit/classics.h"
#include "unit/unit.h"

enum { PATH = 3000, COMPLETE = 50 };

static ent_error_t err;
static const double *scale; /* all weights of the network at hand; NULL: unweighted */

static ent_network_t *build(size_t actors, const ent_tie_t *ties, size_t count, bool two_mode)
{
    ent_tie_t *scaled = malloc((count + 1) * sizeof *scaled);
    unsigned char *mode = calloc(actors + 1, 1);
    ent_network_t *network = NULL;

    assert_non_null(scaled);
    assert_non_null(mode);
    for (size_t i = 0; i < count; i++) {
        scaled[i] = ties[i];
        if (scale != NULL)
            scaled[i].weight *= *scale;
        mode[ties[i].b] = 1;
    }
    assert_ok(ent_network_from_ties(&network, actors, scaled, count, two_mode ? mode : NULL, false,
                                    &err));
    free(scaled);
    free(mode);
    return network;
}

/* Groups of one method, or NULL where it refuses with a remedy. */
static ent_groups_t *find_in(const ent_network_t *network, ent_group_method_t method, uint64_t seed,
                             size_t runs)
{
    ent_group_options_t options;
    ent_groups_t *groups = NULL;
    ent_status_t status;

    ent_group_options_init(&options);
    options.method = method;
    options.runs = runs;
    options.weighted = scale != NULL;
    options.seed = seed;
    err = (ent_error_t){0};
    status = ent_groups_find(&groups, network, &options, &err);
    if (status != ENT_OK && status != ENT_EINVAL && status != ENT_ELIMIT)
        fail_msg("%s: %s", ent_group_method_name(method), err.message);
    if (status != ENT_OK)
        assert_non_null(strstr(err.message, "use "));
    return groups;
}

static ent_groups_t *find(const ent_network_t *network, ent_group_method_t method, uint64_t seed)
{
    bool slow = method == ENT_GROUP_SPINGLASS && ent_network_actor_count(network) < PATH;

    return find_in(network, method, seed, slow ? 1 : 4);
}

/* No fewer groups than components, every actor in one, modularity in its range. */
static void check(const ent_groups_t *groups, size_t components)
{
    size_t members = 0;

    for (size_t g = 0; g < groups->count; g++) {
        assert_true(groups->size[g] > 0);
        members += groups->size[g];
    }
    assert_int_equal(members, groups->actor_count);
    assert_true(groups->count >= components);
    assert_true(isnan(groups->modularity) ||
                (groups->modularity >= -0.5 - 1e-9 && groups->modularity <= 1));
}

static bool is_chosen(ent_group_method_t method, const ent_groups_t *groups)
{
    return groups != NULL && method != ENT_GROUP_BARBER;
}

static void method_on(const ent_network_t *network, ent_group_method_t method, size_t components)
{
    ent_groups_t *groups = find(network, method, 1);

    if (method == ENT_GROUP_COMPONENTS)
        assert_int_equal(groups->count, components);
    if (groups != NULL)
        check(groups, components);
    else
        assert_true(method == ENT_GROUP_OPTIMAL || method == ENT_GROUP_SPINGLASS ||
                    method == ENT_GROUP_EDGE_BETWEENNESS || method == ENT_GROUP_BARBER);
    ent_groups_free(groups);
}

static void every_method_on(const ent_network_t *network, size_t components)
{
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++)
        method_on(network, (ent_group_method_t)i, components);
}

static void nobody_one_and_no_tie(void **state)
{
    const size_t actors[] = {0, 1, 5};

    (void)state;
    for (size_t i = 0; i < CLASSICS_COUNT(actors); i++) {
        ent_network_t *network = build(actors[i], NULL, 0, false);

        every_method_on(network, actors[i]);
        ent_network_free(network);
    }
}

/* Two triangles apart: every method must find them, as no tie joins them; isolates stay alone. */
static void two_equal_components_and_isolates(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {0, 2, 1}, {4, 5, 1}, {5, 6, 1}, {4, 6, 1}};
    ent_network_t *network = build(8, ties, CLASSICS_COUNT(ties), false);

    (void)state;
    every_method_on(network, 4);
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++) {
        ent_groups_t *groups = find(network, (ent_group_method_t)i, 1);

        if (is_chosen((ent_group_method_t)i, groups)) {
            assert_int_equal(groups->count, 4);
            assert_int_equal(groups->of[0], groups->of[2]);
            assert_int_equal(groups->of[4], groups->of[6]);
            assert_near(groups->modularity, 0.5, 1e-12, ent_group_method_name(groups->method));
        }
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

static void star(void **state)
{
    ent_tie_t ties[20];
    ent_network_t *network;

    (void)state;
    for (ent_id_t i = 0; i < 20; i++)
        ties[i] = (ent_tie_t){0, i + 1, 1};
    network = build(21, ties, 20, false);
    every_method_on(network, 1);
    ent_network_free(network);
}

/* In a complete network no division has a modularity above 0. */
static void complete(void **state)
{
    static ent_tie_t ties[COMPLETE * COMPLETE];
    ent_network_t *network;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < COMPLETE; i++) {
        for (ent_id_t j = i + 1; j < COMPLETE; j++)
            ties[count++] = (ent_tie_t){i, j, 1};
    }
    network = build(COMPLETE, ties, count, false);
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++) {
        ent_groups_t *groups;

        if (i == ENT_GROUP_OPTIMAL)
            continue;
        groups = find(network, (ent_group_method_t)i, 1);
        if (groups != NULL)
            assert_true(groups->modularity <= 1e-12);
        ent_groups_free(groups);
    }
    ent_network_free(network);
}

static ent_network_t *build_path(size_t actors)
{
    static ent_tie_t ties[PATH - 1];

    for (size_t i = 0; i + 1 < actors; i++)
        ties[i] = (ent_tie_t){(ent_id_t)i, (ent_id_t)i + 1, 1};
    return build(actors, ties, actors - 1, false);
}

/* The leading eigenvector of a path is the slowest of all, with the cube of its length: ten seconds
 * at 3,000, so it gets 1,000. */
static void path_of_3000(void **state)
{
    ent_network_t *network = build_path(PATH);
    ent_network_t *third = build_path(PATH / 3);

    (void)state;
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++)
        method_on(i == ENT_GROUP_LEADING_EIGENVECTOR ? third : network, (ent_group_method_t)i, 1);
    ent_network_free(network);
    ent_network_free(third);
}

/* Time that actors alone do not tell: a complete network has fifty ties an actor. */
static void spinglass_counts_ties(void **state)
{
    static ent_tie_t ties[300 * 299 / 2];
    ent_network_t *network;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < 300; i++) {
        for (ent_id_t j = i + 1; j < 300; j++)
            ties[count++] = (ent_tie_t){i, j, 1};
    }
    network = build(300, ties, count, false);
    assert_null(find_in(network, ENT_GROUP_SPINGLASS, 1, 30));
    assert_non_null(strstr(err.message, "44850 ties in 30 runs would take too long"));
    ent_network_free(network);
}

static double modularity_at(ent_group_method_t method, double factor)
{
    ent_network_t *network;
    ent_groups_t *groups;
    double modularity;

    scale = &factor;
    network = build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), false);
    groups = find(network, method, 1);
    scale = NULL;
    assert_non_null(groups);
    check(groups, 1);
    modularity = groups->modularity;
    ent_groups_free(groups);
    ent_network_free(network);
    return modularity;
}

/* Only the proportions of weights matter. At 1e-12 igraph's own spinglass finds noise and its
 * leading eigenvector nothing. Edge betweenness meets equal ties, of which roundings choose: it is
 * the same at powers of two. */
static void weights_at_any_scale(void **state)
{
    const double factors[] = {0x1p-40, 0x1p40, 1e-12, 1e12, 1e-290};

    (void)state;
    for (int i = 0; i < ENT_GROUP_METHOD_COUNT; i++) {
        ent_group_method_t method = (ent_group_method_t)i;
        double plain;

        if (i == ENT_GROUP_OPTIMAL || i == ENT_GROUP_BARBER)
            continue;
        plain = modularity_at(method, 1);
        for (size_t k = 0; k < (i == ENT_GROUP_EDGE_BETWEENNESS ? 2 : CLASSICS_COUNT(factors)); k++)
            assert_near(modularity_at(method, factors[k]), plain, 1e-9,
                        ent_group_method_name(method));
    }
}

static void two_modes(void **state)
{
    ent_network_t *network = build(DAVIS_ACTORS, davis, CLASSICS_COUNT(davis), true);

    (void)state;
    every_method_on(network, 1);
    ent_network_free(network);
}

static void two_modes_apart(void **state)
{
    const ent_tie_t ties[] = {{0, 3, 1}, {1, 3, 1}, {0, 4, 1}, {1, 4, 1},
                              {2, 5, 1}, {2, 6, 1}, {7, 5, 1}, {7, 6, 1}};
    ent_network_t *network = build(9, ties, CLASSICS_COUNT(ties), true);

    (void)state;
    every_method_on(network, 3);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_one_and_no_tie),
        cmocka_unit_test(two_equal_components_and_isolates),
        cmocka_unit_test(star),
        cmocka_unit_test(complete),
        cmocka_unit_test(path_of_3000),
        cmocka_unit_test(spinglass_counts_ties),
        cmocka_unit_test(weights_at_any_scale),
        cmocka_unit_test(two_modes),
        cmocka_unit_test(two_modes_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
