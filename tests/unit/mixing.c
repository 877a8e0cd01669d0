/* SPDX-License-Identifier: GPL-2.0-or-later */
/* E-I and assortativity against permuted labels: the karate clubs, and small networks with every
 * permutation counted out. */
#include "entente/chance.h"
#include "unit/reference.h"

enum { SMALL = 6, PERMUTATIONS = 720 };

static ent_mixing_t *mix(const ent_network_t *network, const ent_id_t *group, size_t draws)
{
    ent_measure_options_t options;
    ent_mixing_t *mixing = NULL;
    ent_error_t err = {0};

    ent_measure_options_init(&options);
    options.group = group;
    options.draws = draws;
    assert_ok(ent_network_mixing(&mixing, network, "group", &options, &err));
    return mixing;
}

/* field.md gives 11 ties between and 67 within the clubs, E-I -0.717949, and NetworkX 2.8.8 an
 * assortativity of 0.717531. Permuted, a pair of the 34 is of one club with chance
 * 2 * 17 * 16 / (34 * 33). */
static void clubs_of_the_karate_school(void **state)
{
    ref_table_t *actors = ref_read("karate_actors");
    ent_network_t *network = ref_network("karate", actors, NULL);
    ent_id_t group[REF_ROWS];
    ent_mixing_t *mixing;
    double expected = 1 - 2 * (2.0 * 17 * 16 / (34 * 33));

    (void)state;
    for (size_t r = 0; r < actors->rows; r++)
        group[r] = strcmp(actors->cell[r][ref_column(actors, "club")], "Officer") == 0;
    mixing = mix(network, group, 1000);
    assert_int_equal(mixing->actors, 34);
    assert_int_equal(mixing->missing, 0);
    assert_int_equal(mixing->internal, 67);
    assert_int_equal(mixing->external, 11);
    assert_near(mixing->ei.value, -0.717949, 5e-7, "E-I");
    assert_near(mixing->ei.expected, expected, 4 * mixing->ei.sd / sqrt(1000), "expected E-I");
    assert_near(mixing->ei.p_low, 1.0 / 1001, 1e-15, "p_low");
    assert_near(mixing->ei.p, 2.0 / 1001, 1e-15, "p");
    assert_near(mixing->assortativity.value, 0.717531, 5e-7, "assortativity");
    assert_near(mixing->assortativity.p_high, 1.0 / 1001, 1e-15, "p_high of assortativity");
    assert_int_equal(mixing->group_count, 2);
    assert_string_equal(mixing->group[0].value, "1");
    assert_int_equal(mixing->group[0].actors, 17);
    assert_int_equal(mixing->group[0].internal + mixing->group[1].internal, 67);
    assert_int_equal(mixing->group[0].external, 11);
    assert_near(mixing->group[1].ei.value,
                (11.0 - (double)mixing->group[1].internal) /
                    (11.0 + (double)mixing->group[1].internal),
                1e-15, "E-I of a club");
    ent_mixing_free(mixing);
    ent_network_free(network);
    free(actors);
}

/* The next permutation in order; false behind the last. */
static bool permute(size_t *order)
{
    size_t i = SMALL - 1;
    size_t j = SMALL - 1;
    size_t kept;

    while (i > 0 && order[i - 1] >= order[i])
        i--;
    if (i == 0)
        return false;
    while (order[j] <= order[i - 1])
        j--;
    kept = order[i - 1];
    order[i - 1] = order[j];
    order[j] = kept;
    for (j = SMALL - 1; i < j; i++, j--) {
        kept = order[i];
        order[i] = order[j];
        order[j] = kept;
    }
    return true;
}

/* E-I of everybody, and of the network in [SMALL]. */
static void slow_ei(double *ei, const ent_tie_t *ties, size_t count, const ent_id_t *group,
                    const size_t *order)
{
    double internal[SMALL + 1] = {0};
    double external[SMALL + 1] = {0};

    for (size_t t = 0; t < count; t++) {
        size_t ends[] = {(size_t)ties[t].a, (size_t)ties[t].b, SMALL};
        bool same = group[order[ends[0]]] == group[order[ends[1]]];

        for (size_t k = 0; k < 3; k++)
            *(same ? &internal[ends[k]] : &external[ends[k]]) += 1;
    }
    for (size_t i = 0; i <= SMALL; i++)
        ei[i] = (external[i] - internal[i]) / (external[i] + internal[i]);
}

typedef struct counted {
    double expected;
    double low;
    double high;
} counted_t;

static void count_out(counted_t *counted, const ent_tie_t *ties, size_t count,
                      const ent_id_t *group)
{
    size_t order[SMALL] = {0, 1, 2, 3, 4, 5};
    double observed[SMALL + 1];
    double ei[SMALL + 1];

    slow_ei(observed, ties, count, group, order);
    for (size_t i = 0; i <= SMALL; i++)
        counted[i] = (counted_t){0, 0, 0};
    do {
        slow_ei(ei, ties, count, group, order);
        for (size_t i = 0; i <= SMALL; i++) {
            counted[i].expected += ei[i] / PERMUTATIONS;
            counted[i].low += (ei[i] <= observed[i] + 1e-12) / (double)PERMUTATIONS;
            counted[i].high += (ei[i] >= observed[i] - 1e-12) / (double)PERMUTATIONS;
        }
    } while (permute(order));
}

static void check_actors(const ent_network_t *network, const ent_id_t *group,
                         const counted_t *counted, const double *degree)
{
    ent_measure_options_t options;
    double *p;
    double *expected;

    ent_measure_options_init(&options);
    options.by = "group";
    options.group = group;
    p = ref_compute_with(network, "ei_index_p", &options);
    expected = ref_compute_with(network, "ei_index_expected", &options);
    for (size_t i = 0; i < SMALL; i++) {
        bool tied = degree[i] > 0;
        double want = fmin(1, 2 * fmin(counted[i].low, counted[i].high));

        assert_near(p[i], tied ? want : (double)NAN, 1e-12, "ei_index_p");
        assert_near(expected[i], tied ? counted[i].expected : (double)NAN, 1e-12,
                    "ei_index_expected");
    }
    free(expected);
    free(p);
}

static void every_permutation(void **state)
{
    enum { DRAWS = 4000 };

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        ent_tie_t ties[SMALL * SMALL];
        size_t count = ref_random(ties, SMALL, 0.25 + 0.03 * (double)seed, false, false, seed);
        ent_network_t *network = ref_build(SMALL, ties, count, NULL, false);
        double *degree = ref_compute(network, "degree");
        counted_t counted[SMALL + 1];
        ent_id_t group[SMALL];
        ent_mixing_t *mixing;

        for (size_t i = 0; i < SMALL; i++)
            group[i] = (ent_id_t)(i * (1 + seed % 2) % (2 + seed % 3));
        count_out(counted, ties, count, group);
        check_actors(network, group, counted, degree);
        mixing = mix(network, group, DRAWS);
        if (count > 0) {
            assert_near(mixing->ei.expected, counted[SMALL].expected,
                        4 * mixing->ei.sd / sqrt(DRAWS) + 1e-12, "expected");
            assert_near(mixing->ei.p_low, counted[SMALL].low, 2.0 / sqrt(DRAWS), "p_low");
            assert_near(mixing->ei.p_high, counted[SMALL].high, 2.0 / sqrt(DRAWS), "p_high");
        }
        ent_mixing_free(mixing);
        free(degree);
        ent_network_free(network);
    }
}

/* One group holds all: every permutation is the same, assortativity is undefined. */
static void one_group(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}};
    static const ent_id_t group[] = {0, 0, 0};
    ent_network_t *network = ref_build(3, ties, 2, NULL, false);
    ent_mixing_t *mixing = mix(network, group, 100);

    (void)state;
    assert_near(mixing->ei.value, -1, 0, "E-I");
    assert_near(mixing->ei.p, 1, 0, "p");
    assert_near(mixing->ei.z, NAN, 0, "z");
    assert_near(mixing->assortativity.value, NAN, 0, "assortativity");
    assert_near(mixing->assortativity.p, NAN, 0, "p of assortativity");
    ent_mixing_free(mixing);
    ent_network_free(network);
}

static void nobody_one_and_no_ties(void **state)
{
    static const ent_id_t group[] = {0, 1};

    (void)state;
    for (size_t n = 0; n <= 2; n++) {
        ent_network_t *network = ref_build(n, NULL, 0, NULL, false);
        ent_mixing_t *mixing = mix(network, group, 10);

        assert_int_equal(mixing->actors, n);
        assert_int_equal(mixing->group_count, n);
        assert_near(mixing->ei.value, NAN, 0, "E-I");
        assert_near(mixing->ei.p, NAN, 0, "p");
        ent_mixing_free(mixing);
        ent_network_free(network);
    }
}

/* A network from ties has no attributes: nobody has a value. */
static void no_attribute(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}};
    ent_network_t *network = ref_build(2, ties, 1, NULL, false);
    ent_mixing_t *mixing = NULL;
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_network_mixing(&mixing, network, NULL, NULL, &err));
    assert_string_equal(mixing->attribute, "country");
    assert_int_equal(mixing->missing, 2);
    assert_int_equal(mixing->group_count, 0);
    assert_near(mixing->ei.value, NAN, 0, "E-I");
    ent_mixing_free(mixing);
    assert_int_equal(ent_network_mixing(&mixing, network, "colour", NULL, &err), ENT_EINVAL);
    assert_null(mixing);
    assert_non_null(strstr(err.message, "colour"));
    ent_network_free(network);
}

static void too_many_draws(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}};
    static const ent_id_t group[] = {0, 1};
    ent_network_t *network = ref_build(2, ties, 1, NULL, false);
    ent_mixing_t *mixing = mix(network, group, (size_t)1e10);

    (void)state;
    assert_true(mixing->too_large);
    assert_near(mixing->ei.value, 1, 0, "E-I");
    assert_near(mixing->ei.p, NAN, 0, "p");
    ent_mixing_free(mixing);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(clubs_of_the_karate_school),
        cmocka_unit_test(every_permutation),
        cmocka_unit_test(one_group),
        cmocka_unit_test(nobody_one_and_no_ties),
        cmocka_unit_test(no_attribute),
        cmocka_unit_test(too_many_draws),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
