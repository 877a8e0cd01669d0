/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures where they are undefined, and where symmetry says what must come out. */
#include "base/number.h"
#include "unit/reference.h"

enum { MOST_TIES = 4000 };

static bool is_for(const ent_measure_t *measure, unsigned mode)
{
    return (measure->modes & mode) != 0 && strncmp(measure->name, "participation", 13) != 0;
}

/* Every measure by itself gives the value of `want`, or NaN. */
static void check_values(const ent_network_t *network, const char *name, const double *want,
                         const char *what)
{
    double *values = ref_compute(network, name);
    char text[96];

    for (size_t i = 0; i < ent_network_actor_count(network); i++) {
        snprintf(text, sizeof text, "%s: %s of %zu", what, name, i);
        assert_near(values[i], want[i], 1e-12, text);
    }
    free(values);
}

static void nobody_at_all(void **state)
{
    ent_network_t *network = ref_build(0, NULL, 0, NULL, false);

    (void)state;
    for (size_t m = 0; m < ent_measure_count(); m++)
        if (is_for(ent_measure_at(m), ENT_FOR_ONE_MODE))
            free(ref_compute(network, ent_measure_at(m)->name));
    ent_network_free(network);
}

/* measures.md, column "undefined or special", for one actor alone and for two without a tie. */
static void alone(void **state)
{
    static const struct {
        const char *name;
        double one;
        double two;
    } want[] = {
        {"degree", 0, 0},
        {"agreements", 0, 0},
        {"strength", 0, 0},
        {"degree_normalised", NAN, 0},
        {"betweenness", 0, 0},
        {"betweenness_normalised", NAN, NAN},
        {"betweenness_weighted", 0, 0},
        {"betweenness_weighted_normalised", NAN, NAN},
        {"closeness_harmonic", NAN, 0},
        {"closeness_harmonic_sum", 0, 0},
        {"closeness_harmonic_component", NAN, NAN},
        {"closeness_component", NAN, NAN},
        {"closeness_wasserman_faust", NAN, 0},
        {"closeness_unreachable_n", NAN, 0.5},
        {"closeness_freeman", NAN, 0},
        {"closeness_harmonic_weighted", NAN, 0},
        {"closeness_component_weighted", NAN, NAN},
        {"eccentricity", 0, 0},
        {"eigenvector", 0, 0},
        {"eigenvector_component", 0, 0},
        {"eigenvector_weighted", 0, 0},
        {"pagerank", 1, 0.5},
        {"pagerank_weighted", 1, 0.5},
        {"coreness", 0, 0},
        {"clustering", NAN, NAN},
        {"constraint", NAN, NAN},
        {"constraint_weighted", NAN, NAN},
        {"effective_size", NAN, NAN},
        {"efficiency", NAN, NAN},
        {"effective_size_weighted", NAN, NAN},
        {"efficiency_weighted", NAN, NAN},
        {"hierarchy", NAN, NAN},
        {"hierarchy_weighted", NAN, NAN},
        {"participation", NAN, NAN},
        {"participation_weighted", NAN, NAN},
        {"ei_index", NAN, NAN},
        {"ei_index_expected", NAN, NAN},
        {"ei_index_p", NAN, NAN},
        {"articulation", 0, 0},
        {"dependents", 0, 0},
    };
    static const ent_id_t group[2] = {0, 0};
    ent_measure_options_t options;
    size_t defined = 0;

    (void)state;
    ent_measure_options_init(&options);
    options.group = group;
    for (size_t w = 0; w < sizeof want / sizeof want[0]; w++)
        for (size_t n = 1; n <= 2; n++) {
            ent_network_t *network = ref_build(n, NULL, 0, NULL, false);
            double *values = ref_compute_with(network, want[w].name, &options);

            for (size_t i = 0; i < n; i++)
                assert_near(values[i], n == 1 ? want[w].one : want[w].two, 1e-15, want[w].name);
            free(values);
            ent_network_free(network);
        }
    for (size_t m = 0; m < ent_measure_count(); m++) /* for brokers see brokerage.c */
        defined += (ent_measure_at(m)->modes & ENT_FOR_ONE_MODE) != 0 &&
                   strncmp(ent_measure_at(m)->name, "broker_", 7) != 0;
    assert_int_equal(defined, sizeof want / sizeof want[0]);
}

/* Centre 0 and four leaves: by hand. */
static void star(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}};
    ent_network_t *network = ref_build(5, ties, 4, NULL, false);

    (void)state;
    check_values(network, "betweenness", (double[]){6, 0, 0, 0, 0}, "star");
    check_values(network, "betweenness_normalised", (double[]){1, 0, 0, 0, 0}, "star");
    check_values(network, "closeness_freeman", (double[]){1, 4. / 7, 4. / 7, 4. / 7, 4. / 7},
                 "star");
    check_values(network, "eigenvector", (double[]){1, .5, .5, .5, .5}, "star");
    check_values(network, "constraint", (double[]){.25, 1, 1, 1, 1}, "star");
    check_values(network, "effective_size", (double[]){4, 1, 1, 1, 1}, "star");
    check_values(network, "efficiency", (double[]){1, 1, 1, 1, 1}, "star");
    check_values(network, "clustering", (double[]){0, NAN, NAN, NAN, NAN}, "star");
    check_values(network, "articulation", (double[]){1, 0, 0, 0, 0}, "star");
    check_values(network, "dependents", (double[]){3, 0, 0, 0, 0}, "star");
    check_values(network, "coreness", (double[]){1, 1, 1, 1, 1}, "star");
    ent_network_free(network);
}

/* Burt's constraint passes 1 in a triad: 2 (1/2 + 1/4)^2. */
static void triad(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}};
    ent_network_t *network = ref_build(3, ties, 3, NULL, false);

    (void)state;
    check_values(network, "constraint", (double[]){1.125, 1.125, 1.125}, "triad");
    check_values(network, "clustering", (double[]){1, 1, 1}, "triad");
    check_values(network, "effective_size", (double[]){1, 1, 1}, "triad");
    check_values(network, "pagerank", (double[]){1. / 3, 1. / 3, 1. / 3}, "triad");
    check_values(network, "closeness_harmonic", (double[]){1, 1, 1}, "triad");
    check_values(network, "articulation", (double[]){0, 0, 0}, "triad");
    ent_network_free(network);
}

/* Structural twins, and mirror images: the same to the last digit that is shown. */
static void symmetry_shows(void **state)
{
    static const char *const names[] = {"betweenness", "closeness_harmonic", "eigenvector",
                                        "pagerank",    "constraint",         "clustering",
                                        "efficiency",  "eccentricity"};
    static const char *const twins[][2] = {
        {"Andre", "Beverly"}, {"Carol", "Ed"}, {"Fernando", "Garth"}};
    ref_table_t *actors = ref_read("kite_actors");
    ent_network_t *network = ref_network("kite", actors, NULL);

    (void)state;
    for (size_t m = 0; m < sizeof names / sizeof names[0]; m++) {
        double *values = ref_compute(network, names[m]);

        for (size_t t = 0; t < sizeof twins / sizeof twins[0]; t++)
            assert_true(ent_i_number_round(values[ref_row(actors, twins[t][0])]) ==
                        ent_i_number_round(values[ref_row(actors, twins[t][1])]));
        free(values);
    }
    ent_network_free(network);
    free(actors);
}

static bool within(double value, double least, double most)
{
    return isnan(value) || (value >= least - 1e-12 && value <= most + 1e-12);
}

static void values_stay_in_their_range(void **state)
{
    enum { N = 30 };
    static ent_tie_t ties[MOST_TIES];
    static const struct {
        const char *name;
        double most;
    } bounds[] = {
        {"degree", N - 1},
        {"degree_normalised", 1},
        {"betweenness", (N - 1) * (N - 2) / 2},
        {"betweenness_normalised", 1},
        {"betweenness_weighted_normalised", 1},
        {"closeness_harmonic", 1},
        {"closeness_harmonic_component", 1},
        {"closeness_component", 1},
        {"closeness_wasserman_faust", 1},
        {"closeness_unreachable_n", 1},
        {"closeness_freeman", 1},
        {"eccentricity", N - 1},
        {"eigenvector", 1},
        {"eigenvector_component", 1},
        {"eigenvector_weighted", 1},
        {"pagerank", 1},
        {"coreness", N - 1},
        {"clustering", 1},
        {"constraint", 1.125},
        {"constraint_weighted", 2},
        {"effective_size", N - 1},
        {"efficiency", 1},
        {"dependents", N - 2},
    };

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        size_t count = ref_random(ties, N, 0.01 + 0.02 * (double)seed, true, false, seed);
        ent_network_t *network = ref_build(N, ties, count, NULL, false);
        double *values;
        double sum = 0;

        for (size_t b = 0; b < sizeof bounds / sizeof bounds[0]; b++) {
            values = ref_compute(network, bounds[b].name);
            for (size_t i = 0; i < N; i++)
                assert_true(within(values[i], 0, bounds[b].most));
            free(values);
        }
        values = ref_compute(network, "pagerank_weighted");
        for (size_t i = 0; i < N; i++)
            sum += values[i];
        assert_near(sum, 1, 1e-14, "pagerank_weighted");
        free(values);
        ent_network_free(network);
    }
}

/* An isolate more scales harmonic closeness and leaves everybody's rank alone. */
static void a_bystander_changes_no_rank(void **state)
{
    enum { N = 30 };
    static ent_tie_t ties[MOST_TIES];

    (void)state;
    for (uint64_t seed = 1; seed <= 10; seed++) {
        size_t count = ref_random(ties, N, 0.08, false, false, seed);
        ent_network_t *before = ref_build(N, ties, count, NULL, false);
        ent_network_t *after = ref_build(N + 1, ties, count, NULL, false);
        double *old = ref_compute(before, "closeness_harmonic");
        double *new = ref_compute(after, "closeness_harmonic");

        for (size_t i = 0; i < N; i++)
            for (size_t j = 0; j < N; j++)
                assert_int_equal(ent_i_number_round(old[i]) < ent_i_number_round(old[j]),
                                 ent_i_number_round(new[i]) < ent_i_number_round(new[j]));
        for (size_t i = 0; i < N; i++)
            assert_near(new[i], old[i] * (N - 1) / N, 1e-14, "closeness_harmonic");
        free(old);
        free(new);
        ent_network_free(before);
        ent_network_free(after);
    }
}

/* Asked for together, measures give what they give one by one. */
static void together_as_alone(void **state)
{
    ref_table_t *actors = ref_read("karate_actors");
    ent_network_t *network = ref_network("karate", actors, NULL);
    const ent_measure_t *wanted[128];
    double *all;
    size_t count = 0;
    ent_error_t err = {0};

    (void)state;
    for (size_t m = 0; m < ent_measure_count(); m++)
        if (is_for(ent_measure_at(m), ENT_FOR_ONE_MODE))
            wanted[count++] = ent_measure_at(m);
    all = calloc(count * actors->rows, sizeof *all);
    assert_non_null(all);
    assert_ok(ent_measure_compute(network, all, wanted, count, NULL, &err));
    for (size_t m = 0; m < count; m++) {
        double *one = ref_compute(network, wanted[m]->name);

        for (size_t i = 0; i < actors->rows; i++)
            assert_near(all[m * actors->rows + i], one[i], 0, wanted[m]->name);
        free(one);
    }
    free(all);
    ent_network_free(network);
    free(actors);
}

static void check_refused(const ent_network_t *network, const char *name, const char *says)
{
    const ent_measure_t *measure = ent_measure_find(name);
    double values[8];
    ent_error_t err = {0};

    assert_non_null(measure);
    assert_int_equal(ent_measure_compute(network, values, &measure, 1, NULL, &err), ENT_EINVAL);
    assert_non_null(strstr(err.message, name));
    if (strstr(err.message, says) == NULL)
        fail_msg("%s", err.message);
}

static void what_is_not_defined_is_refused(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {2, 1, 1}};
    static const unsigned char mode[] = {0, 1, 0};
    ent_network_t *one = ref_build(3, ties, 2, NULL, false);
    ent_network_t *two = ref_build(3, ties, 2, mode, false);
    ent_network_t *directed = ref_build(3, ties, 2, NULL, true);

    (void)state;
    check_refused(two, "degree_normalised", "two modes");
    check_refused(two, "betweenness_normalised", "betweenness_weighted_normalised");
    check_refused(one, "closeness_two_mode", "one mode");
    check_refused(one, "degree_in", "degree_out");
    check_refused(directed, "closeness_harmonic",
                  "betweenness, pagerank, broker_*, degree_in, degree_out, closeness_harmonic_in, "
                  "closeness_harmonic_out");
    check_refused(one, "participation", "groups");
    ent_network_free(one);
    ent_network_free(two);
    ent_network_free(directed);
}

static void bad_options_are_refused(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}};
    static const ent_id_t groups[][2] = {{0, 2}, {-1, 0}};
    ent_network_t *network = ref_build(2, ties, 1, NULL, false);
    const ent_measure_t *measure = ent_measure_find("participation");
    ent_measure_t copy = *ent_measure_find("degree");
    const ent_measure_t *stranger = &copy;
    double values[2];

    (void)state;
    for (size_t g = 0; g < 2; g++) {
        ent_measure_options_t options;
        ent_error_t err = {0};

        ent_measure_options_init(&options);
        options.group = groups[g];
        assert_int_equal(ent_measure_compute(network, values, &measure, 1, &options, &err),
                         ENT_EINVAL);
        assert_non_null(strstr(err.message, "group"));
    }
    assert_int_equal(ent_measure_compute(network, values, &stranger, 1, NULL, NULL), ENT_EINVAL);
    ent_network_free(network);
}

/* Two modes in pieces, by hand: members 0, 1, 2 and 5, networks 3, 4 and 6; 0-3, 1-3, 2-4. */
static void two_modes_in_pieces(void **state)
{
    static const ent_tie_t ties[] = {{0, 3, 1}, {1, 3, 1}, {2, 4, 1}};
    static const unsigned char mode[] = {0, 0, 0, 1, 1, 0, 1};
    ent_network_t *network = ref_build(7, ties, 3, mode, false);

    (void)state;
    check_values(network, "degree_two_mode", (double[]){1. / 3, 1. / 3, 1. / 3, .5, .25, 0, 0},
                 "pieces");
    /* Members: 3 + 2 (4 - 1) = 9; actor 0: 9 / (1 + 2) times 2 / 6. Networks: 4 + 2 (3 - 1) = 8. */
    check_values(network, "closeness_two_mode", (double[]){1, 1, 1.5, 8. / 6, 8. / 6, 0, 0},
                 "pieces");
    /* Networks: s = 0, t = 2: (16 + 4 * 3 - 2 * 1) / 2 = 13. */
    check_values(network, "betweenness_two_mode", (double[]){0, 0, 0, 1. / 13, 0, 0, 0}, "pieces");
    check_values(network, "eigenvector_two_mode", (double[]){sqrt(.5), sqrt(.5), 0, 1, 0, 0, 0},
                 "pieces");
    ent_network_free(network);
}

/* Members without any network to join. */
static void an_empty_mode(void **state)
{
    static const unsigned char mode[] = {0, 0};
    ent_network_t *network = ref_build(2, NULL, 0, mode, false);

    (void)state;
    check_values(network, "degree_two_mode", (double[]){NAN, NAN}, "empty mode");
    check_values(network, "closeness_two_mode", (double[]){NAN, NAN}, "empty mode");
    check_values(network, "betweenness_two_mode", (double[]){NAN, NAN}, "empty mode");
    check_values(network, "eigenvector_two_mode", (double[]){0, 0}, "empty mode");
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(nobody_at_all),
        cmocka_unit_test(alone),
        cmocka_unit_test(star),
        cmocka_unit_test(triad),
        cmocka_unit_test(symmetry_shows),
        cmocka_unit_test(values_stay_in_their_range),
        cmocka_unit_test(a_bystander_changes_no_rank),
        cmocka_unit_test(together_as_alone),
        cmocka_unit_test(what_is_not_defined_is_refused),
        cmocka_unit_test(bad_options_are_refused),
        cmocka_unit_test(two_modes_in_pieces),
        cmocka_unit_test(an_empty_mode),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
