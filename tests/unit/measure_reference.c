/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures against the reference values of tests/reference, and published ones. */
#include "unit/reference.h"

static const double tolerance = 1e-9;

static void check_columns(const ent_network_t *network, const ref_table_t *actors)
{
    size_t checked = 0;

    for (size_t c = 1; c < actors->columns; c++) {
        double *values;

        if (ent_measure_find(actors->head[c]) == NULL)
            continue;
        values = ref_compute(network, actors->head[c]);
        for (size_t r = 0; r < actors->rows; r++) {
            char what[128];

            snprintf(what, sizeof what, "%s of %s", actors->head[c], actors->cell[r][0]);
            assert_near(values[r], ref_number(actors->cell[r][c]), tolerance, what);
        }
        free(values);
        checked++;
    }
    assert_true(checked >= 4);
}

static void check_network(const char *name)
{
    char file[64];
    ref_table_t *actors;
    ent_network_t *network;

    snprintf(file, sizeof file, "%s_actors", name);
    actors = ref_read(file);
    network = ref_network(name, actors, NULL);
    check_columns(network, actors);
    ent_network_free(network);
    free(actors);
}

static void karate(void **state)
{
    (void)state;
    check_network("karate");
}

static void florentine_families(void **state)
{
    (void)state;
    check_network("florentine15");
    check_network("florentine16");
}

static void kite(void **state)
{
    (void)state;
    check_network("kite");
}

static void les_miserables(void **state)
{
    (void)state;
    check_network("les_miserables");
}

static void davis_as_one_mode(void **state)
{
    (void)state;
    check_network("davis");
}

static void davis_in_two_modes(void **state)
{
    ref_table_t *actors = ref_read("davis_modes");
    unsigned char mode[REF_ROWS];
    ent_network_t *network;

    (void)state;
    for (size_t r = 0; r < actors->rows; r++)
        mode[r] = strcmp(actors->cell[r][1], "event") == 0;
    network = ref_network("davis", actors, mode);
    check_columns(network, actors);
    ent_network_free(network);
    free(actors);
}

/* measures.md: the Medici under every convention, with the Pucci as isolate. */
static void conventions_of_closeness(void **state)
{
    static const struct {
        const char *name;
        double medici;
        double pucci;
    } want[] = {
        {"closeness_freeman", 0, 0},
        {"closeness_unreachable_n", 15.0 / 41, 1.0 / 16},
        {"closeness_component", 0.56, NAN},
        {"closeness_wasserman_faust", 0.522666666667, 0},
        {"closeness_harmonic", 0.633333333333, 0},
        {"closeness_harmonic_sum", 9.5, 0},
        {"closeness_harmonic_component", 9.5 / 14, NAN},
    };
    ref_table_t *actors = ref_read("florentine16_actors");
    ent_network_t *network = ref_network("florentine16", actors, NULL);

    (void)state;
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++) {
        double *values = ref_compute(network, want[i].name);

        assert_near(values[ref_row(actors, "Medici")], want[i].medici, 1e-11, want[i].name);
        assert_near(values[ref_row(actors, "Pucci")], want[i].pucci, 1e-11, want[i].name);
        free(values);
    }
    ent_network_free(network);
    free(actors);
}

static void check_actor(const ent_network_t *network, const ref_table_t *actors, const char *actor,
                        const char *measure, ent_weight_t weight, double want, double near)
{
    ent_measure_options_t options;
    double *values;

    ent_measure_options_init(&options);
    options.weight = weight;
    values = ref_compute_with(network, measure, &options);
    assert_near(values[ref_row(actors, actor)], want, near, measure);
    free(values);
}

/* NetworkX 2.8.8: betweenness_centrality(weight=...), with the weight or its inverse. */
static void a_weight_is_a_strength_or_a_distance(void **state)
{
    static const char name[] = "betweenness_weighted_normalised";
    ref_table_t *actors = ref_read("les_miserables_actors");
    ent_network_t *network = ref_network("les_miserables", actors, NULL);

    (void)state;
    check_actor(network, actors, "Valjean", name, ENT_WEIGHT_DISTANCE, 0.4539, 5e-5);
    check_actor(network, actors, "Gavroche", name, ENT_WEIGHT_DISTANCE, 0.2852, 5e-5);
    check_actor(network, actors, "Javert", name, ENT_WEIGHT_DISTANCE, 0.1934, 5e-5);
    check_actor(network, actors, "Valjean", name, ENT_WEIGHT_STRENGTH, 0.794649, 5e-7);
    check_actor(network, actors, "Marius", name, ENT_WEIGHT_STRENGTH, 0.498947, 5e-7);
    check_actor(network, actors, "Myriel", name, ENT_WEIGHT_STRENGTH, 0.223860, 5e-7);
    check_actor(network, actors, "Valjean", "strength", ENT_WEIGHT_STRENGTH, 158, 0);
    check_actor(network, actors, "Valjean", "eigenvector_weighted", ENT_WEIGHT_STRENGTH, 1, 0);
    ent_network_free(network);
    free(actors);
}

/* NetworkX 2.8.8 and igraph 0.10.2 agree: constraint with weights. */
static void weighted_constraint(void **state)
{
    ref_table_t *actors = ref_read("karate_actors");
    ent_network_t *network = ref_network("karate", actors, NULL);

    (void)state;
    check_actor(network, actors, "34", "constraint_weighted", ENT_WEIGHT_STRENGTH, 0.186287, 5e-7);
    check_actor(network, actors, "1", "constraint_weighted", ENT_WEIGHT_STRENGTH, 0.190623, 5e-7);
    ent_network_free(network);
    free(actors);
}

static void articulation_points(void **state)
{
    static const char *const names[] = {"karate", "florentine15",   "florentine16",
                                        "kite",   "les_miserables", "davis"};
    ref_table_t *want = ref_read("articulation");

    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        char file[64];
        ref_table_t *actors;
        ent_network_t *network;
        double *values;

        snprintf(file, sizeof file, "%s_actors", names[i]);
        actors = ref_read(file);
        network = ref_network(names[i], actors, NULL);
        values = ref_compute(network, "articulation");
        for (size_t r = 0; r < want->rows; r++)
            if (strcmp(want->cell[r][0], names[i]) == 0)
                values[ref_row(actors, want->cell[r][1])] -= 1;
        for (size_t r = 0; r < actors->rows; r++)
            assert_near(values[r], 0, 0, actors->cell[r][0]);
        free(values);
        ent_network_free(network);
        free(actors);
    }
    free(want);
}

static void check_bridges(const char *name, const char *const want[][2], size_t count)
{
    char file[64];
    ref_table_t *actors;
    ent_network_t *network;
    bool bridge[REF_ROWS];
    size_t found = 0;
    ent_error_t err = {0};

    snprintf(file, sizeof file, "%s_actors", name);
    actors = ref_read(file);
    network = ref_network(name, actors, NULL);
    assert_ok(ent_network_bridges(network, bridge, &err));
    for (size_t t = 0; t < ent_network_tie_count(network); t++) {
        ent_tie_t tie = ent_network_tie(network, t);
        bool wanted = false;

        for (size_t w = 0; w < count; w++) {
            ent_id_t a = (ent_id_t)ref_row(actors, want[w][0]);
            ent_id_t b = (ent_id_t)ref_row(actors, want[w][1]);

            wanted = wanted || (tie.a == a && tie.b == b) || (tie.a == b && tie.b == a);
        }
        assert_int_equal(bridge[t], wanted);
        found += bridge[t];
    }
    assert_int_equal(found, count);
    ent_network_free(network);
    free(actors);
}

/* NetworkX 2.8.8: bridges() of both. */
static void bridges(void **state)
{
    static const char *const karate[][2] = {{"1", "12"}};
    static const char *const florentine[][2] = {{"Acciaiuoli", "Medici"},
                                                {"Albizzi", "Ginori"},
                                                {"Guadagni", "Lamberteschi"},
                                                {"Medici", "Salviati"},
                                                {"Pazzi", "Salviati"}};

    (void)state;
    check_bridges("karate", karate, 1);
    check_bridges("florentine15", florentine, 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(karate),
        cmocka_unit_test(florentine_families),
        cmocka_unit_test(kite),
        cmocka_unit_test(les_miserables),
        cmocka_unit_test(davis_as_one_mode),
        cmocka_unit_test(davis_in_two_modes),
        cmocka_unit_test(conventions_of_closeness),
        cmocka_unit_test(a_weight_is_a_strength_or_a_distance),
        cmocka_unit_test(weighted_constraint),
        cmocka_unit_test(articulation_points),
        cmocka_unit_test(bridges),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
