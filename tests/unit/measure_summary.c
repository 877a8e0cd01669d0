/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Network-level numbers against reference values, slow versions and hand calculation. */
#include <stddef.h>

#include "measure/mixing.h"
#include "unit/reference.h"

enum { MOST_TIES = 4000 };

/* The numbers of networks.csv by name. */
static double number_of(const ent_summary_t *summary, const char *name)
{
    static const struct {
        const char *name;
        size_t offset;
        bool count;
    } fields[] = {
        {"actors", offsetof(ent_summary_t, actors), true},
        {"ties", offsetof(ent_summary_t, ties), true},
        {"density", offsetof(ent_summary_t, density), false},
        {"components", offsetof(ent_summary_t, components), true},
        {"giant", offsetof(ent_summary_t, giant), true},
        {"isolates", offsetof(ent_summary_t, isolates), true},
        {"transitivity", offsetof(ent_summary_t, transitivity), false},
        {"clustering_mean_zero", offsetof(ent_summary_t, clustering_mean_zero), false},
        {"clustering_mean_skip", offsetof(ent_summary_t, clustering_mean_skip), false},
        {"diameter", offsetof(ent_summary_t, diameter), false},
        {"mean_distance", offsetof(ent_summary_t, mean_distance), false},
        {"degree_assortativity", offsetof(ent_summary_t, degree_assortativity), false},
        {"centralisation_degree", offsetof(ent_summary_t, centralisation_degree), false},
        {"centralisation_betweenness", offsetof(ent_summary_t, centralisation_betweenness), false},
        {"bridges", offsetof(ent_summary_t, bridges), true},
        {"articulation_points", offsetof(ent_summary_t, articulation_points), true},
        {"largest_core", offsetof(ent_summary_t, largest_core), false},
    };

    for (size_t f = 0; f < sizeof fields / sizeof fields[0]; f++) {
        const char *field = (const char *)summary + fields[f].offset;

        if (strcmp(fields[f].name, name) == 0)
            return fields[f].count ? (double)*(const size_t *)(const void *)field
                                   : *(const double *)(const void *)field;
    }
    fail_msg("no number %s", name);
    return 0;
}

static ent_summary_t summarise(const ent_network_t *network)
{
    ent_summary_t summary;
    ent_error_t err = {0};

    assert_ok(ent_network_summarise(network, &summary, NULL, &err));
    return summary;
}

static ent_summary_t summarise_reference(const char *name)
{
    char file[64];
    ref_table_t *actors;
    ent_network_t *network;
    ent_summary_t summary;

    snprintf(file, sizeof file, "%s_actors", name);
    actors = ref_read(file);
    network = ref_network(name, actors, NULL);
    summary = summarise(network);
    ent_network_free(network);
    free(actors);
    return summary;
}

static void reference_networks(void **state)
{
    ref_table_t *want = ref_read("networks");
    ent_summary_t summary = {0};

    (void)state;
    for (size_t r = 0; r < want->rows; r++) {
        char what[128];

        if (r == 0 || strcmp(want->cell[r][0], want->cell[r - 1][0]) != 0)
            summary = summarise_reference(want->cell[r][0]);
        snprintf(what, sizeof what, "%s of %s", want->cell[r][1], want->cell[r][0]);
        assert_near(number_of(&summary, want->cell[r][1]), ref_number(want->cell[r][2]), 1e-9,
                    what);
    }
    assert_int_equal(want->rows, 6 * 17);
    free(want);
}

/* R sna 2.7: centralization(closeness) on the Florentine families; NaN with the isolate. */
static void closeness_centralisation(void **state)
{
    (void)state;
    assert_near(summarise_reference("florentine15").centralisation_closeness, 0.322452, 5e-7,
                "closeness");
    assert_near(summarise_reference("florentine16").centralisation_closeness, NAN, 0, "isolate");
}

/* measures.md: density 89 / (18 * 14), Robins and Alexander 0.467764; nothing of one mode. */
static void davis_in_two_modes(void **state)
{
    ref_table_t *actors = ref_read("davis_modes");
    unsigned char mode[REF_ROWS];
    ent_network_t *network;
    ent_summary_t summary;

    (void)state;
    for (size_t r = 0; r < actors->rows; r++)
        mode[r] = strcmp(actors->cell[r][1], "event") == 0;
    network = ref_network("davis", actors, mode);
    summary = summarise(network);
    assert_int_equal(summary.mode_actors[0], 18);
    assert_int_equal(summary.mode_actors[1], 14);
    assert_near(summary.density, 89.0 / (18 * 14), 1e-15, "density");
    assert_near(summary.robins_alexander, 0.467764, 5e-7, "robins_alexander");
    assert_near(summary.transitivity, NAN, 0, "transitivity");
    assert_near(summary.centralisation_degree, NAN, 0, "centralisation_degree");
    assert_near(summary.centralisation_closeness, NAN, 0, "centralisation_closeness");
    assert_near(summary.degree_assortativity, -0.33699793714355, 1e-12, "degree_assortativity");
    ent_network_free(network);
    free(actors);
}

/* NetworkX 2.8.8: attribute_assortativity_coefficient of the clubs, 0.717531; 11 of 78 ties run
 * between them. */
static void clubs_of_the_karate_school(void **state)
{
    ref_table_t *actors = ref_read("karate_actors");
    ent_network_t *network = ref_network("karate", actors, NULL);
    ent_id_t label[REF_ROWS];
    ent_i_labels_t labels = {.of = label, .count = 2, .known = true};
    ent_i_mixing_t mixing;
    ent_i_context_t context;
    ent_error_t err = {0};

    (void)state;
    for (size_t r = 0; r < actors->rows; r++)
        label[r] = strcmp(actors->cell[r][ref_column(actors, "club")], "Officer") == 0;
    ent_i_context_init(&context, network, NULL);
    assert_ok(ent_i_need_adjacency(&context, &err));
    assert_ok(ent_i_mix(&mixing, &context, &labels, &err));
    assert_int_equal(mixing.external, 11);
    assert_int_equal(mixing.internal, 67);
    assert_near(mixing.ei, -0.717949, 5e-7, "E-I");
    assert_near(mixing.assortativity, 0.717531, 5e-7, "assortativity");
    /* Without a label for anybody of one club, only the ties within the other are left. */
    for (size_t r = 0; r < actors->rows; r++)
        label[r] = label[r] == 1 ? ENT_NONE : 0;
    assert_ok(ent_i_mix(&mixing, &context, &labels, &err));
    assert_int_equal(mixing.external, 0);
    assert_near(mixing.ei, -1, 0, "E-I");
    assert_near(mixing.assortativity, NAN, 0, "assortativity");
    ent_i_context_free(&context);
    ent_network_free(network);
    free(actors);
}

/* Pearson's correlation over both directions of every tie, as it stands in the textbook. */
static double slow_assortativity(const ent_tie_t *ties, size_t count, const double *degree)
{
    double n = 2 * (double)count;
    double mean = 0;
    double covariance = 0;
    double variance = 0;

    for (size_t t = 0; t < count; t++)
        mean += (degree[ties[t].a] + degree[ties[t].b]) / n;
    for (size_t t = 0; t < count; t++) {
        double a = degree[ties[t].a] - mean;
        double b = degree[ties[t].b] - mean;

        covariance += 2 * a * b;
        variance += a * a + b * b;
    }
    return covariance / variance;
}

static size_t tie_of(const ent_network_t *network, ent_tie_t want)
{
    for (size_t t = 0; t < ent_network_tie_count(network); t++) {
        ent_tie_t tie = ent_network_tie(network, t);

        if (tie.a == want.a && tie.b == want.b)
            return t;
    }
    fail_msg("no such tie");
    return 0;
}

static void random_networks(void **state)
{
    enum { N = 25 };
    static ent_tie_t ties[MOST_TIES];

    (void)state;
    for (uint64_t seed = 1; seed <= 25; seed++) {
        size_t count = ref_random(ties, N, 0.03 + 0.015 * (double)seed, false, false, seed);
        ent_network_t *network = ref_build(N, ties, count, NULL, false);
        ent_summary_t summary = summarise(network);
        double *degree = ref_compute(network, "degree");
        double *inverse = ref_compute(network, "closeness_harmonic_sum");
        double efficiency = 0;
        bool is_bridge[N * N];
        size_t bridges = 0;
        ent_error_t err = {0};

        assert_ok(ent_network_bridges(network, is_bridge, &err));

        for (size_t i = 0; i < N; i++)
            efficiency += inverse[i] / (N * (N - 1));
        /* A tie is a bridge where the network without it has one component more. */
        for (size_t t = 0; t < count; t++) {
            ent_tie_t kept = ties[t];
            ent_network_t *less;
            bool cut;

            ties[t] = ties[count - 1];
            less = ref_build(N, ties, count - 1, NULL, false);
            cut = summarise(less).components > summary.components;
            assert_int_equal(is_bridge[tie_of(network, kept)], cut);
            bridges += cut;
            ent_network_free(less);
            ties[t] = kept;
        }
        assert_near(summary.degree_assortativity, slow_assortativity(ties, count, degree), 1e-9,
                    "degree_assortativity");
        assert_near(summary.global_efficiency, efficiency, 1e-12, "global_efficiency");
        assert_int_equal(summary.bridges, bridges);
        free(inverse);
        free(degree);
        ent_network_free(network);
    }
}

/* Four-cycles and three-paths by looking at every four actors. */
static double slow_robins_alexander(bool tied[][16], size_t members, size_t networks)
{
    double cycles = 0;
    double paths = 0;

    for (size_t a = 0; a < members; a++)
        for (size_t b = 0; b < members; b++)
            for (size_t x = 0; x < networks; x++)
                for (size_t y = 0; y < networks; y++) {
                    if (a == b || x == y)
                        continue;
                    paths += tied[a][x] && tied[b][x] && tied[b][y];
                    cycles += tied[a][x] && tied[b][x] && tied[b][y] && tied[a][y];
                }
    return paths > 0 ? 4 * (cycles / 4) / paths : NAN;
}

static void random_two_mode_networks(void **state)
{
    enum { MEMBERS = 9 };

    (void)state;
    for (uint64_t seed = 1; seed <= 30; seed++) {
        size_t networks = 1 + seed % 14;
        unsigned char mode[MEMBERS + 16] = {0};
        bool tied[MEMBERS][16] = {{false}};
        ent_tie_t ties[MEMBERS * 16];
        size_t count = 0;
        ent_i_random_t random;
        ent_network_t *network;

        ent_i_random_init(&random, seed, 2);
        for (size_t x = 0; x < networks; x++)
            mode[MEMBERS + x] = 1;
        for (size_t a = 0; a < MEMBERS; a++)
            for (size_t x = 0; x < networks; x++) {
                tied[a][x] = ent_i_random_unit(&random) < 0.4;
                if (tied[a][x])
                    ties[count++] = (ent_tie_t){(ent_id_t)a, (ent_id_t)(MEMBERS + x), 1};
            }
        network = ref_build(MEMBERS + networks, ties, count, mode, false);
        assert_near(summarise(network).robins_alexander,
                    slow_robins_alexander(tied, MEMBERS, networks), 1e-12, "robins_alexander");
        ent_network_free(network);
    }
}

static void undefined_numbers(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {2, 3, 1}};
    ent_network_t *network = ref_build(0, NULL, 0, NULL, false);
    ent_summary_t summary = summarise(network);

    (void)state;
    assert_int_equal(summary.actors + summary.components + summary.giant, 0);
    assert_near(summary.density, NAN, 0, "null");
    assert_near(summary.diameter, NAN, 0, "null");
    assert_near(summary.largest_core, NAN, 0, "null");
    assert_near(summary.reported_by_both, NAN, 0, "null");
    ent_network_free(network);

    network = ref_build(3, NULL, 0, NULL, false);
    summary = summarise(network);
    assert_int_equal(summary.isolates, 3);
    assert_near(summary.density, 0, 0, "no ties");
    assert_near(summary.global_efficiency, 0, 0, "no ties");
    assert_near(summary.diameter, NAN, 0, "no ties");
    assert_near(summary.mean_distance, NAN, 0, "no ties");
    assert_near(summary.transitivity, NAN, 0, "no ties");
    assert_near(summary.degree_assortativity, NAN, 0, "no ties");
    assert_near(summary.centralisation_degree, 0, 0, "no ties");
    assert_near(summary.largest_core, 0, 0, "no ties");
    ent_network_free(network);

    network = ref_build(4, ties, 2, NULL, false);
    summary = summarise(network);
    assert_int_equal(summary.components, 2);
    assert_int_equal(summary.giant, 2);
    assert_int_equal(summary.bridges, 2);
    assert_near(summary.mean_distance, 1, 0, "two pairs");
    assert_near(summary.degree_assortativity, NAN, 0, "regular");
    assert_near(summary.ei_country, NAN, 0, "no attribute");
    ent_network_free(network);
}

/* Four who all know each other, and a path of three that is longer than they are apart. */
static void distances_are_those_of_the_largest_component(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {1, 2, 1},
                                     {1, 3, 1}, {2, 3, 1}, {4, 5, 1}, {5, 6, 1}};
    ent_network_t *network = ref_build(7, ties, 8, NULL, false);
    ent_summary_t summary = summarise(network);

    (void)state;
    assert_int_equal(summary.giant, 4);
    assert_near(summary.diameter, 1, 0, "diameter");
    assert_near(summary.mean_distance, 1, 0, "mean_distance");
    assert_near(summary.global_efficiency, (6 + 2.5) / 21, 1e-15, "global_efficiency");
    ent_network_free(network);
}

/* 0 to 1 to 2, and back from 1 to 0: three of six ordered pairs are tied, 2 reaches nobody. */
static void a_directed_network(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {1, 0, 1}};
    ent_network_t *network = ref_build(3, ties, 3, NULL, true);
    ent_summary_t summary = summarise(network);

    (void)state;
    assert_near(summary.density, 0.5, 0, "density");
    assert_near(summary.mean_distance, 5.0 / 4, 1e-15, "mean_distance");
    assert_near(summary.global_efficiency, 3.5 / 6, 1e-15, "global_efficiency");
    assert_near(summary.transitivity, NAN, 0, "transitivity");
    assert_int_equal(summary.components, 1);
    assert_int_equal(summary.bridges, 1);
    assert_int_equal(summary.articulation_points, 1);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reference_networks),
        cmocka_unit_test(closeness_centralisation),
        cmocka_unit_test(davis_in_two_modes),
        cmocka_unit_test(clubs_of_the_karate_school),
        cmocka_unit_test(random_networks),
        cmocka_unit_test(random_two_mode_networks),
        cmocka_unit_test(undefined_numbers),
        cmocka_unit_test(distances_are_those_of_the_largest_component),
        cmocka_unit_test(a_directed_network),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
