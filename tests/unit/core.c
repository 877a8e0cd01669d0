/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery: published cores, every core of small networks by another way of counting,
 * plain shapes by hand, undefined cases. */
#include "entente/core.h"

#include <stdlib.h>

#include "base/random.h"
#include "unit/classics.h"
#include "unit/reference.h"

enum { FEW = 9, MANY = 40 };

static ent_error_t err;

static int clear_error(void **state)
{
    (void)state;
    err = (ent_error_t){0};
    return 0;
}

static ent_core_t *find(const ent_network_t *network, ent_core_pattern_t pattern, uint64_t seed)
{
    ent_core_options_t options;
    ent_core_t *core = NULL;

    ent_core_options_init(&options);
    options.pattern = pattern;
    options.seed = seed;
    assert_ok(ent_core_find(&core, network, &options, &err));
    return core;
}

static void check_core(const ent_core_t *core, double correlation, const ent_id_t *members,
                       size_t count)
{
    assert_near(core->correlation, correlation, 5e-7, ent_core_pattern_name(core->pattern));
    assert_int_equal(core->size, count);
    for (size_t i = 0; i < count; i++)
        assert_true(core->in[members[i]]);
}

/* The marriages of the fifteen families that have some, as UCINET-like searches give them: 0
 * Acciaiuoli, …, without Pucci, who stands as 11 in the list of sixteen. */
static void florentine_families(void **state)
{
    const ent_id_t all_ties[] = {6, 8, 13};  /* Guadagni, Medici, Strozzi */
    const ent_id_t ignoring[] = {8, 11, 14}; /* Medici, Ridolfi, Tornabuoni */
    ent_tie_t ties[CLASSICS_COUNT(florentine)];
    ent_network_t *network;
    ent_core_t *core;

    (void)state;
    for (size_t i = 0; i < CLASSICS_COUNT(florentine); i++) {
        ties[i] = florentine[i];
        ties[i].a -= ties[i].a > 11;
        ties[i].b -= ties[i].b > 11;
    }
    network = ref_build(FLORENTINE_ACTORS - 1, ties, CLASSICS_COUNT(ties), NULL, false);
    core = find(network, ENT_CORE_ALL_TIES, 1);
    check_core(core, 0.329853, all_ties, 3);
    assert_true(core->exact);
    assert_int_equal(core->optima, 1);
    ent_core_free(core);
    core = find(network, ENT_CORE_IGNORING_BETWEEN, 1);
    check_core(core, 0.422577, ignoring, 3);
    ent_core_free(core);
    ent_network_free(network);
}

/* Pearson's correlation of two lists, as textbooks write it. */
static double pearson(const double *x, const double *y, size_t count)
{
    double mean_x = 0;
    double mean_y = 0;
    double xy = 0;
    double xx = 0;
    double yy = 0;

    for (size_t i = 0; i < count; i++) {
        mean_x += x[i] / (double)count;
        mean_y += y[i] / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        xy += (x[i] - mean_x) * (y[i] - mean_y);
        xx += (x[i] - mean_x) * (x[i] - mean_x);
        yy += (y[i] - mean_y) * (y[i] - mean_y);
    }
    return xx > 1e-9 && yy > 1e-9 ? xy / sqrt(xx) / sqrt(yy) : (double)NAN;
}

static double correlation_of(const ent_network_t *network, unsigned set, ent_core_pattern_t pattern)
{
    bool tied[FEW][FEW] = {{false}};
    double tie[FEW * FEW];
    double ideal[FEW * FEW];
    size_t actors = ent_network_actor_count(network);
    size_t pairs = 0;

    for (size_t i = 0; i < ent_network_tie_count(network); i++)
        tied[ent_network_tie(network, i).a][ent_network_tie(network, i).b] = true;
    for (size_t i = 0; i < actors; i++) {
        for (size_t j = i + 1; j < actors; j++) {
            unsigned members = (set >> i & 1U) + (set >> j & 1U);

            if (pattern == ENT_CORE_IGNORING_BETWEEN && members == 1)
                continue;
            tie[pairs] = tied[i][j];
            ideal[pairs++] = members > 0;
        }
    }
    return pearson(tie, ideal, pairs);
}

static unsigned set_of(const ent_core_t *core)
{
    unsigned set = 0;

    for (size_t i = 0; i < core->actor_count; i++)
        set |= (unsigned)core->in[i] << i;
    return set;
}

/* All sets, isolates included, by Pearson's formula over the list of pairs. */
static void check_by_all_cores(const ent_network_t *network, ent_core_pattern_t pattern)
{
    ent_core_t *core = find(network, pattern, 1);
    unsigned sets = 1U << ent_network_actor_count(network);
    double best = NAN;
    size_t optima = 0;

    for (unsigned set = 1; set < sets; set++) {
        double value = correlation_of(network, set, pattern);

        if (isnan(value) || value < best - 1e-9)
            continue;
        if (isnan(best) || value > best + 1e-9) {
            best = value;
            optima = 0;
        }
        optima++;
    }
    assert_near(core->correlation, best, 1e-9, "best of all cores");
    assert_int_equal(core->optima, optima);
    assert_true(core->exact);
    if (!isnan(best))
        assert_near(correlation_of(network, set_of(core), pattern), best, 1e-9, "the core itself");
    ent_core_free(core);
}

static void small_networks_by_all_cores(void **state)
{
    ent_tie_t ties[FEW * FEW];

    (void)state;
    for (uint64_t seed = 1; seed <= 60; seed++) {
        ent_network_t *network;
        ent_i_random_t random;
        size_t actors;
        size_t count = 0;
        double share;

        ent_i_random_init(&random, seed, 0);
        actors = 2 + ent_i_random_below(&random, FEW - 1);
        share = ent_i_random_unit(&random);
        for (ent_id_t i = 0; i < (ent_id_t)actors; i++) {
            for (ent_id_t j = i + 1; j < (ent_id_t)actors; j++) {
                if (ent_i_random_unit(&random) < share)
                    ties[count++] = (ent_tie_t){i, j, 2};
            }
        }
        network = ref_build(actors, ties, count, NULL, false);
        check_by_all_cores(network, ENT_CORE_ALL_TIES);
        check_by_all_cores(network, ENT_CORE_IGNORING_BETWEEN);
        ent_network_free(network);
    }
}

/* A star is the ideal of its centre; a clique with pendants that of the clique. */
static void ideals_by_hand(void **state)
{
    ent_tie_t ties[MANY * MANY];
    ent_network_t *network;
    ent_core_t *core;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 1; i < 15; i++)
        ties[count++] = (ent_tie_t){0, i, 1};
    network = ref_build(15, ties, count, NULL, false);
    core = find(network, ENT_CORE_ALL_TIES, 1);
    check_core(core, 1, (const ent_id_t[]){0}, 1);
    assert_int_equal(core->optima, 1);
    ent_core_free(core);
    core = find(network, ENT_CORE_IGNORING_BETWEEN, 1); /* the centre with any one of the others */
    check_core(core, 1, (const ent_id_t[]){0, 1}, 2);
    assert_int_equal(core->optima, 14);
    ent_core_free(core);
    ent_network_free(network);
    count = 0;
    for (ent_id_t i = 0; i < 10; i++) {
        for (ent_id_t j = i + 1; j < 10; j++)
            ties[count++] = (ent_tie_t){i, j, 1};
        ties[count++] = (ent_tie_t){i, 10 + i, 1};
        ties[count++] = (ent_tie_t){i, 20 + i, 1};
        ties[count++] = (ent_tie_t){i, 30 + i, 1};
    }
    network = ref_build(MANY, ties, count, NULL, false);
    for (uint64_t seed = 1; seed <= 10; seed++) {
        core = find(network, ENT_CORE_IGNORING_BETWEEN, seed);
        check_core(core, 1, (const ent_id_t[]){0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, 10);
        assert_false(core->exact);
        assert_int_equal(core->starts, 100);
        assert_in_range(core->starts_at_best, 1, 100);
        assert_int_equal(core->optima, 1);
        ent_core_free(core);
    }
    ent_network_free(network);
}

/* Twenty-five actors of whom everybody is tied to the first five: by hand, r = 1 with them. */
static void heuristic_finds_what_is_there(void **state)
{
    ent_tie_t ties[MANY * MANY];
    ent_network_t *network;
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < 5; i++) {
        for (ent_id_t j = i + 1; j < 25; j++)
            ties[count++] = (ent_tie_t){i, j, 1};
    }
    network = ref_build(25, ties, count, NULL, false);
    for (uint64_t seed = 1; seed <= 10; seed++) {
        ent_core_t *core = find(network, ENT_CORE_ALL_TIES, seed);

        check_core(core, 1, (const ent_id_t[]){0, 1, 2, 3, 4}, 5);
        assert_false(core->exact);
        ent_core_free(core);
    }
    ent_network_free(network);
}

/* Numbering actors in another order changes nothing but the numbers. */
static void relabelling_moves_the_core(void **state)
{
    ent_tie_t ties[CLASSICS_COUNT(karate)];
    ent_network_t *network = ref_build(KARATE_ACTORS, karate, CLASSICS_COUNT(karate), NULL, false);
    ent_network_t *other;

    (void)state;
    for (size_t i = 0; i < CLASSICS_COUNT(karate); i++)
        ties[i] = (ent_tie_t){KARATE_ACTORS - 1 - karate[i].a, KARATE_ACTORS - 1 - karate[i].b, 1};
    other = ref_build(KARATE_ACTORS, ties, CLASSICS_COUNT(ties), NULL, false);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++) {
        ent_core_t *core = find(network, (ent_core_pattern_t)p, 1);
        ent_core_t *turned = find(other, (ent_core_pattern_t)p, 1);

        assert_near(core->correlation, turned->correlation, 1e-12, "relabelled");
        assert_int_equal(core->optima, 1);
        for (size_t i = 0; i < KARATE_ACTORS; i++)
            assert_int_equal(core->in[i], turned->in[KARATE_ACTORS - 1 - i]);
        ent_core_free(core);
        ent_core_free(turned);
    }
    ent_network_free(network);
    ent_network_free(other);
}

static void undefined_without_variance(void **state)
{
    ent_tie_t ties[MANY * MANY];
    size_t count = 0;

    (void)state;
    for (ent_id_t i = 0; i < 30; i++) {
        for (ent_id_t j = i + 1; j < 30; j++)
            ties[count++] = (ent_tie_t){i, j, 1};
    }
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++) {
        const struct {
            size_t actors;
            size_t ties;
        } shapes[] = {{0, 0}, {1, 0}, {5, 0}, {2, 1}, {30, count}};

        for (size_t i = 0; i < CLASSICS_COUNT(shapes); i++) {
            ent_network_t *network = ref_build(shapes[i].actors, ties, shapes[i].ties, NULL, false);
            ent_core_t *core = find(network, (ent_core_pattern_t)p, 1);

            assert_near(core->correlation, NAN, 0, "undefined");
            assert_int_equal(core->size, 0);
            assert_int_equal(core->optima, 0);
            ent_core_free(core);
            ent_network_free(network);
        }
    }
}

static void long_paths_end(void **state)
{
    static ent_tie_t ties[3000];
    ent_network_t *network;

    (void)state;
    for (ent_id_t i = 0; i < 2999; i++)
        ties[i] = (ent_tie_t){i, i + 1, 1};
    network = ref_build(3000, ties, 2999, NULL, false);
    for (int p = 0; p < ENT_CORE_PATTERN_COUNT; p++) {
        ent_core_t *core = find(network, (ent_core_pattern_t)p, 1);

        assert_true(core->correlation > 0 && core->correlation < 1);
        ent_core_free(core);
    }
    ent_network_free(network);
}

static void what_is_not_defined_is_refused(void **state)
{
    const ent_tie_t tie = {0, 1, 1};
    const unsigned char mode[] = {0, 1, 0};
    ent_core_options_t options;
    ent_network_t *network = NULL;
    ent_core_t *core = NULL;

    (void)state;
    assert_ok(ent_network_from_ties(&network, 3, &tie, 1, mode, false, &err));
    assert_int_equal(ent_core_find(&core, network, NULL, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, "--view"));
    ent_network_free(network);
    assert_ok(ent_network_from_ties(&network, 3, &tie, 1, NULL, true, &err));
    assert_int_equal(ent_core_find(&core, network, NULL, NULL), ENT_EINVAL);
    ent_network_free(network);
    network = ref_build(3, &tie, 1, NULL, false);
    ent_core_options_init(&options);
    options.starts = 0;
    assert_int_equal(ent_core_find(&core, network, &options, NULL), ENT_EINVAL);
    ent_core_options_init(&options);
    options.pattern = ENT_CORE_PATTERN_COUNT;
    assert_int_equal(ent_core_find(&core, network, &options, NULL), ENT_EINVAL);
    assert_string_equal(ent_core_pattern_name(options.pattern), "unknown");
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(florentine_families, clear_error),
        cmocka_unit_test_setup(small_networks_by_all_cores, clear_error),
        cmocka_unit_test_setup(ideals_by_hand, clear_error),
        cmocka_unit_test_setup(heuristic_finds_what_is_there, clear_error),
        cmocka_unit_test_setup(relabelling_moves_the_core, clear_error),
        cmocka_unit_test_setup(undefined_without_variance, clear_error),
        cmocka_unit_test_setup(long_paths_end, clear_error),
        cmocka_unit_test_setup(what_is_not_defined_is_refused, clear_error),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
