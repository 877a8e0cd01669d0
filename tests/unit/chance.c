/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Draws by lot: the ensemble, rewirings against all networks of their degrees counted out,
 * permutations against all permutations counted out. */
#include <string.h>

#include "engine/ensemble.h"
#include "entente/chance.h"
#include "measure/chance.h"
#include "measure/rewire.h"
#include "unit/reference.h"
#include "unit/scratch.h"

static ent_status_t first_number(double *row, void *desk, void *shared, ent_i_random_t *random,
                                 ent_error_t *err)
{
    (void)desk;
    (void)shared;
    (void)err;
    row[0] = ent_i_random_unit(random);
    row[1] = ent_i_random_unit(random);
    return ENT_OK;
}

static ent_status_t fail_third(double *row, void *desk, void *shared, ent_i_random_t *random,
                               ent_error_t *err)
{
    size_t *drawn = shared;

    (void)desk;
    (void)random;
    row[0] = 0;
    return ++*drawn == 3 ? ent_i_fail(err, ENT_EDATA, "The third draw.") : ENT_OK;
}

static void a_draw_depends_on_its_number_alone(void **state)
{
    ent_i_ensemble_t many = {20, 2, 7, ENT_I_FOR_LABELS};
    ent_i_ensemble_t few = {5, 2, 7, ENT_I_FOR_LABELS};
    ent_i_ensemble_t other = {5, 2, 7, ENT_I_FOR_REWIRING};
    double a[40];
    double b[10];
    double c[10];
    size_t drawn = 0;
    const ent_i_experiment_t experiment = {.draw = first_number};
    const ent_i_experiment_t failing = {.draw = fail_third, .shared = &drawn};
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_ensemble_run(a, &many, &experiment, 1, &err));
    assert_ok(ent_i_ensemble_run(b, &few, &experiment, 1, &err));
    assert_ok(ent_i_ensemble_run(c, &other, &experiment, 1, &err));
    for (size_t i = 0; i < 10; i++) {
        assert_near(b[i], a[i], 0, "fewer draws");
        assert_true(fabs(c[i] - a[i]) > 1e-9);
    }
    assert_true(fabs(a[0] - a[2]) > 1e-9);
    few.width = 1;
    assert_int_equal(ent_i_ensemble_run(b, &few, &failing, 1, &err), ENT_EDATA);
    assert_int_equal(drawn, 3);
}

/* However many make the draws, each fills its own row with its own numbers. */
static void threads_change_no_draw(void **state)
{
    enum { DRAWS = 300 };
    static const int threads[] = {2, 7};
    ent_i_ensemble_t ensemble = {DRAWS, 2, 7, ENT_I_FOR_LABELS};
    const ent_i_experiment_t experiment = {.draw = first_number, .steps = 1e9};
    double one[2 * DRAWS];
    double many[2 * DRAWS];
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_ensemble_run(one, &ensemble, &experiment, 1, &err));
    for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
        memset(many, 0, sizeof many);
        assert_ok(ent_i_ensemble_run(many, &ensemble, &experiment, threads[t], &err));
        assert_memory_equal(many, one, sizeof one);
    }
}

/* So many rewirings and permutations that threads take part. */
static void threads_change_no_comparison(void **state)
{
    enum { ACTORS = 300 };
    ent_tie_t ties[4 * ACTORS];
    ent_network_t *network = NULL;
    ent_measure_options_t options;
    ent_comparison_t one, many;
    ent_i_random_t random;
    ent_error_t err = {0};

    (void)state;
    ent_i_random_init(&random, 5, 5);
    for (size_t i = 0; i < 4 * ACTORS; i++)
        ties[i] = (ent_tie_t){
            (ent_id_t)(i % ACTORS),
            (ent_id_t)((i % ACTORS + 1 + ent_i_random_below(&random, ACTORS - 1)) % ACTORS), 1};
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, 4 * ACTORS, NULL, false, &err));
    ent_measure_options_init(&options);
    options.threads = 1;
    assert_ok(ent_network_compare(network, &one, &options, &err));
    options.threads = 3;
    assert_ok(ent_network_compare(network, &many, &options, &err));
    assert_int_equal(one.count, many.count);
    assert_memory_equal(one.chance, many.chance, one.count * sizeof *one.chance);
    ent_network_free(network);
}

/* 2 among 1, 2, 3, 6 and one that is undefined: mean 3, sd sqrt(14/3). */
static void chance_by_hand(void **state)
{
    static const double draws[] = {1, 9, 2, 9, 3, 9, 6, 9, NAN, 9};
    static const double same[] = {0.1, 0.1, 0.1};
    ent_chance_t chance;

    (void)state;
    ent_i_chance(&chance, 2, draws, 5, 2);
    assert_near(chance.expected, 3, 1e-15, "expected");
    assert_near(chance.sd, sqrt(14.0 / 3), 1e-15, "sd");
    assert_near(chance.z, -1 / sqrt(14.0 / 3), 1e-15, "z");
    assert_near(chance.p_low, 3.0 / 5, 1e-15, "p_low");
    assert_near(chance.p_high, 4.0 / 5, 1e-15, "p_high");
    assert_near(chance.p, 1, 0, "p");
    ent_i_chance(&chance, 0.1 + 1e-15, same, 3, 1);
    assert_near(chance.expected, 0.1, 0, "expected of equals");
    assert_near(chance.sd, 0, 0, "sd of equals");
    assert_near(chance.z, NAN, 0, "z of equals");
    assert_near(chance.p, 1, 0, "p of equals");
    ent_i_chance(&chance, NAN, same, 3, 1);
    assert_near(chance.p, NAN, 0, "p of what is undefined");
    assert_near(chance.expected, NAN, 0, "expected of what is undefined");
    ent_i_chance(&chance, 1, same, 0, 1);
    assert_near(chance.p_low, NAN, 0, "p without draws");
}

typedef struct shuffled {
    ent_network_t *network;
    ent_i_context_t context;
    ent_i_rewire_t *rewire;
} shuffled_t;

static void shuffled_open(shuffled_t *shuffled, ent_network_t *network)
{
    ent_error_t err = {0};

    shuffled->network = network;
    ent_i_context_init(&shuffled->context, network, NULL);
    assert_ok(ent_i_need_adjacency(&shuffled->context, &err));
    assert_ok(ent_i_rewire_new(&shuffled->rewire, &shuffled->context, &err));
}

static void shuffled_close(shuffled_t *shuffled)
{
    ent_i_rewire_free(shuffled->rewire);
    ent_i_context_free(&shuffled->context);
    ent_network_free(shuffled->network);
}

/* Everybody keeps their neighbours' number; nobody is tied to themselves or twice. */
static void degrees_stay(void **state)
{
    enum { N = 40 };
    static ent_tie_t ties[N * N];

    (void)state;
    for (uint64_t seed = 1; seed <= 20; seed++) {
        size_t count = ref_random(ties, N, 0.02 * (double)seed, false, false, seed);
        shuffled_t shuffled;
        ent_i_random_t random;

        shuffled_open(&shuffled, ref_build(N, ties, count, NULL, false));
        ent_i_random_init(&random, seed, 3);
        for (int round = 0; round < 3; round++) {
            size_t degree[N] = {0};
            bool tied[N][N] = {{false}};

            ent_i_rewire_draw(shuffled.rewire, &random);
            assert_int_equal(ent_i_rewire_count(shuffled.rewire), count);
            for (size_t t = 0; t < count; t++) {
                ent_tie_t tie = ent_i_rewire_ties(shuffled.rewire)[t];

                assert_true(tie.a != tie.b && !tied[tie.a][tie.b]);
                tied[tie.a][tie.b] = tied[tie.b][tie.a] = true;
                degree[tie.a]++;
                degree[tie.b]++;
            }
            for (size_t i = 0; i < N; i++)
                assert_int_equal(degree[i], ent_i_neighbours(&shuffled.context, i));
        }
        shuffled_close(&shuffled);
    }
}

/* Six actors of two neighbours each: 60 rings of six and 10 pairs of triangles, so one draw in
 * seven is a pair of triangles. */
static void rings_and_triangles(void **state)
{
    enum { DRAWS = 14000 };
    static const ent_tie_t ring[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1},
                                     {3, 4, 1}, {4, 5, 1}, {0, 5, 1}};
    shuffled_t shuffled;
    double triangles = 0;

    (void)state;
    shuffled_open(&shuffled, ref_build(6, ring, 6, NULL, false));
    for (uint64_t k = 0; k < DRAWS; k++) {
        bool tied[6][6] = {{false}};
        bool found = false;
        ent_i_random_t random;

        ent_i_random_init(&random, 1, k);
        ent_i_rewire_draw(shuffled.rewire, &random);
        for (size_t t = 0; t < 6; t++) {
            ent_tie_t tie = ent_i_rewire_ties(shuffled.rewire)[t];

            tied[tie.a][tie.b] = tied[tie.b][tie.a] = true;
        }
        for (size_t a = 0; a < 6; a++)
            for (size_t b = 0; b < 6; b++)
                found = found || (a != 0 && b != a && tied[0][a] && tied[a][b] && tied[b][0]);
        triangles += found;
    }
    /* Four standard errors of a share of 1/7. */
    assert_near(triangles / DRAWS, 1.0 / 7, 4 * sqrt(6.0 / 49 / DRAWS), "pairs of triangles");
    shuffled_close(&shuffled);
}

static bool has_margins(unsigned bits, const int *rows, const int *columns)
{
    for (unsigned i = 0; i < 3; i++) {
        int row = 0;
        int column = 0;

        for (unsigned j = 0; j < 3; j++) {
            row += (bits >> (3 * i + j) & 1) != 0;
            column += (bits >> (3 * j + i) & 1) != 0;
        }
        if (row != rows[i] || column != columns[i])
            return false;
    }
    return true;
}

/* Three members and three networks: every table of these margins as often as any other. */
static void two_modes_evenly(void **state)
{
    enum { DRAWS = 20000 };
    static const unsigned char mode[] = {1, 0, 1, 0, 1, 0};
    static const ent_tie_t ties[] = {{1, 0, 1}, {1, 2, 1}, {3, 0, 1}, {5, 4, 1}};
    static const int rows[] = {2, 1, 1};
    static const int columns[] = {2, 1, 1};
    static double seen[512];
    double possible = 0;
    shuffled_t shuffled;

    (void)state;
    shuffled_open(&shuffled, ref_build(6, ties, 4, mode, false));
    for (uint64_t k = 0; k < DRAWS; k++) {
        unsigned bits = 0;
        ent_i_random_t random;

        ent_i_random_init(&random, 5, k);
        ent_i_rewire_draw(shuffled.rewire, &random);
        for (size_t t = 0; t < 4; t++) {
            ent_tie_t tie = ent_i_rewire_ties(shuffled.rewire)[t];

            assert_true(mode[tie.a] == 0 && mode[tie.b] == 1);
            bits |= 1U << (3 * (tie.a / 2) + tie.b / 2);
        }
        assert_true(has_margins(bits, rows, columns));
        seen[bits]++;
    }
    for (unsigned bits = 0; bits < 512; bits++)
        possible += has_margins(bits, rows, columns);
    assert_near(possible, 5, 0, "tables");
    for (unsigned bits = 0; bits < 512; bits++)
        if (has_margins(bits, rows, columns))
            assert_near(seen[bits] / DRAWS, 1 / possible,
                        4 * sqrt((possible - 1) / (possible * possible) / DRAWS), "a table");
    shuffled_close(&shuffled);
}

/* Cities join networks and sign with each other: a swap makes no network a member of one. */
static void kinds_stay(void **state)
{
    scratch_t folder;
    ent_dataset_t *dataset;
    ent_network_options_t options;
    ent_network_t *network = NULL;
    shuffled_t shuffled;
    ent_error_t err = {0};
    size_t moved = 0;

    (void)state;
    scratch_open(&folder);
    scratch_write(&folder, "cities.csv", "id,name\na,A\nb,B\nc,C\nd,D\ne,E\nf,F\n");
    scratch_write(&folder, "networks.csv", "id,name\nx,X\ny,Y\nz,Z\n");
    scratch_write(&folder, "memberships.csv", "member,network\na,x\nb,x\nc,y\nd,y\ne,z\n");
    scratch_write(&folder, "agreements.csv", "party_a,party_b\na,b\nc,d\ne,f\na,f\n");
    dataset = scratch_dataset(&folder, NULL);
    assert_ok(ent_network_options_init(&options, dataset, &err));
    assert_ok(ent_network_new(&network, dataset, &options, &err));
    shuffled_open(&shuffled, network);
    for (uint64_t k = 0; k < 200; k++) {
        ent_i_random_t random;
        size_t between = 0;

        ent_i_random_init(&random, 1, k);
        ent_i_rewire_draw(shuffled.rewire, &random);
        for (size_t t = 0; t < ent_i_rewire_count(shuffled.rewire); t++) {
            ent_tie_t tie = ent_i_rewire_ties(shuffled.rewire)[t];
            bool a = ent_network_vertex_kind(network, tie.a) == ENT_KIND_NETWORK;
            bool b = ent_network_vertex_kind(network, tie.b) == ENT_KIND_NETWORK;

            assert_false(a && b);
            between += a || b;
            moved += tie.a == 0 && tie.b == 2; /* a and c are not tied in the data */
        }
        assert_int_equal(between, 5);
    }
    assert_true(moved > 0);
    shuffled_close(&shuffled);
    ent_dataset_free(dataset);
    scratch_close(&folder);
}

static const ent_chance_t *find(const ent_comparison_t *comparison, const char *name)
{
    for (size_t i = 0; i < comparison->count; i++)
        if (strcmp(comparison->name[i], name) == 0)
            return &comparison->chance[i];
    fail_msg("%s was not compared", name);
    return NULL;
}

static ent_comparison_t compare(const ent_network_t *network, size_t draws, uint64_t seed)
{
    ent_measure_options_t options;
    ent_comparison_t comparison;
    ent_error_t err = {0};

    ent_measure_options_init(&options);
    options.draws = draws;
    options.seed = seed;
    assert_ok(ent_network_compare(network, &comparison, &options, &err));
    return comparison;
}

/* On the ring of six transitivity is 0, or 1 in a draw of two triangles; so is clustering. */
static void a_ring_against_chance(void **state)
{
    static const ent_tie_t ring[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1},
                                     {3, 4, 1}, {4, 5, 1}, {0, 5, 1}};
    ent_network_t *network = ref_build(6, ring, 6, NULL, false);
    ent_comparison_t comparison = compare(network, 7000, 1);
    ent_comparison_t again = compare(network, 7000, 1);
    ent_comparison_t other = compare(network, 7000, 2);
    const ent_chance_t *chance = find(&comparison, "transitivity");
    double error = 4 * sqrt(6.0 / 49 / 7000);

    (void)state;
    assert_near(chance->value, 0, 0, "transitivity");
    assert_near(chance->expected, 1.0 / 7, error, "expected");
    assert_near(chance->p_low, 6.0 / 7, error, "p_low");
    assert_near(chance->p_high, 1, 0, "p_high");
    assert_near(find(&comparison, "giant_component")->expected, 6 - 3.0 / 7, 3 * error, "giant");
    assert_near(find(&comparison, "degree_assortativity")->p, NAN, 0, "assortativity");
    assert_near(chance->expected, find(&again, "transitivity")->expected, 0, "same seed");
    assert_true(fabs(chance->expected - find(&other, "transitivity")->expected) > 0);
    ent_network_free(network);
}

/* NetworkX 2.8.8, double_edge_swap() of the karate club, 780 swaps done, 2,000 draws: transitivity
 * 0.22297 (sd 0.0262), assortativity -0.30386 (sd 0.0495), mean clustering 0.35603 (sd 0.0521).
 * Within five standard errors of both means. */
static void the_karate_club(void **state)
{
    ref_table_t *actors = ref_read("karate_actors");
    ent_network_t *network = ref_network("karate", actors, NULL);
    ent_comparison_t comparison = compare(network, 1000, 1);
    const ent_chance_t *closed = find(&comparison, "transitivity");
    const ent_chance_t *mixed = find(&comparison, "degree_assortativity");
    const ent_chance_t *clustered = find(&comparison, "clustering_mean_zero");

    (void)state;
    assert_near(closed->value, 0.255682, 5e-7, "transitivity");
    assert_near(closed->expected, 0.22297, 5 * 0.0262 * sqrt(1e-3 + 5e-4), "expected");
    assert_near(closed->sd, 0.0262, 0.003, "sd");
    assert_near(mixed->expected, -0.30386, 5 * 0.0495 * sqrt(1e-3 + 5e-4), "assortativity");
    assert_near(clustered->expected, 0.35603, 5 * 0.0521 * sqrt(1e-3 + 5e-4), "clustering");
    ent_network_free(network);
    free(actors);
}

/* Where no swap is possible every draw is the network: a star, a complete network, two apart. */
static void nothing_to_swap(void **state)
{
    static const ent_tie_t star[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}};
    ent_tie_t all[10];
    size_t count = 0;

    (void)state;
    for (ent_id_t a = 0; a < 5; a++)
        for (ent_id_t b = a + 1; b < 5; b++)
            all[count++] = (ent_tie_t){a, b, 1};
    for (int which = 0; which < 2; which++) {
        ent_network_t *network =
            ref_build(5, which == 0 ? star : all, which == 0 ? 4 : 10, NULL, false);
        ent_comparison_t comparison = compare(network, 50, 1);

        for (size_t i = 0; i < comparison.count; i++) {
            const ent_chance_t *chance = &comparison.chance[i];

            assert_near(chance->z, NAN, 0, comparison.name[i]);
            assert_near(chance->expected, chance->value, 1e-12, comparison.name[i]);
            assert_near(chance->p, isnan(chance->value) ? (double)NAN : 1, 0, comparison.name[i]);
        }
        ent_network_free(network);
    }
}

static void nobody_and_no_ties(void **state)
{
    static const unsigned char mode[] = {0, 1, 0};

    (void)state;
    for (size_t n = 0; n <= 3; n++) {
        ent_network_t *network = ref_build(n, NULL, 0, n == 3 ? mode : NULL, false);
        ent_comparison_t comparison = compare(network, 10, 1);

        assert_int_equal(comparison.count, n == 3 ? 5 : 6);
        assert_near(find(&comparison, "mean_distance")->p, NAN, 0, "mean_distance");
        ent_network_free(network);
    }
}

static void what_is_left_out(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}};
    ent_network_t *directed = ref_build(2, ties, 1, NULL, true);
    ent_network_t *network = ref_build(2, ties, 1, NULL, false);
    ent_comparison_t comparison = compare(directed, 10, 1);

    (void)state;
    assert_int_equal(comparison.count, 0);
    assert_false(comparison.too_large);
    comparison = compare(network, (size_t)6e9, 1); /* times 2 actors and 1 tie */
    assert_int_equal(comparison.count, 0);
    assert_true(comparison.too_large);
    ent_network_free(directed);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_draw_depends_on_its_number_alone),
        cmocka_unit_test(threads_change_no_draw),
        cmocka_unit_test(threads_change_no_comparison),
        cmocka_unit_test(chance_by_hand),
        cmocka_unit_test(degrees_stay),
        cmocka_unit_test(rings_and_triangles),
        cmocka_unit_test(two_modes_evenly),
        cmocka_unit_test(kinds_stay),
        cmocka_unit_test(a_ring_against_chance),
        cmocka_unit_test(the_karate_club),
        cmocka_unit_test(nothing_to_swap),
        cmocka_unit_test(nobody_and_no_ties),
        cmocka_unit_test(what_is_left_out),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
