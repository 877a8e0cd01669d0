/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Brokerage: the values of R sna for the Florentine families and for six actors with directions,
 * brokers by hand, and its undefined cases. Hierarchy and weighted holes by hand. */
#include "unit/reference.h"

static const char *const roles[] = {"broker_coordinator", "broker_consultant",
                                    "broker_gatekeeper",  "broker_representative",
                                    "broker_liaison",     "broker_total"};

enum { ROLES = sizeof roles / sizeof roles[0] };

static double *by_group(const ent_network_t *network, const char *name, const char *form,
                        const ent_id_t *group)
{
    ent_measure_options_t options;
    char column[64];

    ent_measure_options_init(&options);
    options.by = "group";
    options.group = group;
    snprintf(column, sizeof column, "%s%s", name, form);
    return ref_compute_with(network, column, &options);
}

static void check_actor(const ent_network_t *network, const ent_id_t *group, size_t actor,
                        const char *form, const double *want, double tolerance)
{
    for (size_t r = 0; r < ROLES; r++) {
        double *values = by_group(network, roles[r], form, group);

        assert_near(values[actor], want[r], tolerance, roles[r]);
        free(values);
    }
}

/* sna 2.7-1, brokerage() on the fifteen families: w_I, w_O, b_OI, b_IO, b_O, t. */
static void florentine_families(void **state)
{
    static const struct {
        const char *name;
        double counted[ROLES];
    } want[] = {{"Medici", {10, 2, 8, 8, 0, 28}},
                {"Guadagni", {6, 0, 3, 3, 0, 12}},
                {"Strozzi", {2, 0, 3, 3, 0, 8}},
                {"Albizzi", {2, 0, 2, 2, 0, 6}}};
    static const char *const medici[] = {"Acciaiuoli", "Medici", "Ridolfi", "Tornabuoni",
                                         "Salviati"};
    static const double totals[ROLES] = {30, 2, 22, 22, 0, 76};
    ref_table_t *actors = ref_read("florentine15_actors");
    ent_network_t *network = ref_network("florentine15", actors, NULL);
    ent_id_t group[REF_ROWS] = {0};

    (void)state;
    for (size_t i = 0; i < sizeof medici / sizeof medici[0]; i++)
        group[ref_row(actors, medici[i])] = 1;
    for (size_t i = 0; i < sizeof want / sizeof want[0]; i++)
        check_actor(network, group, ref_row(actors, want[i].name), "", want[i].counted, 0);
    check_actor(network, group, ref_row(actors, "Medici"), "_z",
                (double[]){13.403651167382, -0.229692556485, 4.007836436669, 4.007836436669, NAN,
                           4.920003577127},
                1e-11);
    check_actor(network, group, ref_row(actors, "Medici"), "_expected",
                (double[]){0.352445740201, 2.643343051506, 1.174819134003, 1.174819134003, 0,
                           5.345427059713},
                1e-11);
    for (size_t r = 0; r < ROLES; r++) {
        double *values = by_group(network, roles[r], "", group);
        double sum = 0;

        for (size_t i = 0; i < actors->rows; i++)
            sum += values[i];
        assert_near(sum, totals[r], 0, roles[r]);
        free(values);
    }
    ent_network_free(network);
    free(actors);
}

/* The same tool on six actors of three groups; by hand as well: 2 -> 4 -> 5 with 2, 4, 5 of the
 * groups A, B, C makes 4 a liaison. */
static void six_with_directions(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}, {3, 4, 1}, {4, 5, 1},
                                     {1, 3, 1}, {3, 1, 1}, {5, 0, 1}, {2, 5, 1}};
    static const ent_id_t group[] = {0, 0, 1, 1, 2, 2};
    static const double want[6][ROLES] = {{0, 0, 1, 0, 0, 1}, {0, 1, 0, 2, 0, 3},
                                          {0, 0, 0, 0, 1, 1}, {0, 0, 0, 2, 1, 3},
                                          {0, 0, 1, 0, 0, 1}, {0, 0, 0, 1, 1, 2}};
    ent_network_t *network = ref_build(6, ties, 9, NULL, true);

    (void)state;
    for (size_t i = 0; i < 6; i++)
        check_actor(network, group, i, "", want[i], 0);
    ent_network_free(network);
}

/* A star of KR, KR, MX, MX, IE around a centre of KR: of 20 ordered pairs of leaves 2 are KR-KR,
 * 2 MX-MX, 6 end in KR from outside, 6 begin there, and 4 join MX and IE. */
static void a_star(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}, {0, 5, 1}};
    static const ent_id_t group[] = {0, 0, 0, 1, 1, 2};
    ent_network_t *network = ref_build(6, ties, 5, NULL, false);

    (void)state;
    check_actor(network, group, 0, "", (double[]){2, 2, 6, 6, 4, 20}, 0);
    check_actor(network, group, 1, "", (double[]){0, 0, 0, 0, 0, 0}, 0);
    ent_network_free(network);
}

/* Everybody tied: no pair needs a broker, and chance says so too. Nobody tied: as much. */
static void complete_and_empty(void **state)
{
    ent_tie_t ties[10];
    size_t count = 0;
    static const ent_id_t group[] = {0, 0, 1, 1, 2};

    (void)state;
    for (ent_id_t a = 0; a < 5; a++)
        for (ent_id_t b = a + 1; b < 5; b++)
            ties[count++] = (ent_tie_t){a, b, 1};
    for (size_t few = 0; few <= 10; few += 10) {
        ent_network_t *network = ref_build(5, ties, few, NULL, false);

        check_actor(network, group, 0, "", (double[]){0, 0, 0, 0, 0, 0}, 0);
        check_actor(network, group, 0, "_expected", (double[]){0, 0, 0, 0, 0, 0}, 0);
        check_actor(network, group, 0, "_z", (double[]){NAN, NAN, NAN, NAN, NAN, NAN}, 0);
        ent_network_free(network);
    }
}

static void nobody_and_one(void **state)
{
    static const ent_id_t group[] = {0};

    (void)state;
    for (size_t n = 0; n <= 1; n++) {
        ent_network_t *network = ref_build(n, NULL, 0, NULL, n == 0);

        for (size_t r = 0; r < ROLES; r++) {
            double *counted = by_group(network, roles[r], "", group);
            double *expected = by_group(network, roles[r], "_expected", group);
            double *z = by_group(network, roles[r], "_z", group);

            if (n == 1) {
                assert_near(counted[0], 0, 0, roles[r]);
                assert_near(expected[0], NAN, 0, roles[r]);
                assert_near(z[0], NAN, 0, roles[r]);
            }
            free(counted);
            free(expected);
            free(z);
        }
        ent_network_free(network);
    }
}

/* A path of 3,000 in alternate groups: whoever stands within is a consultant twice. */
static void a_long_path(void **state)
{
    enum { N = 3000 };
    static ent_tie_t ties[N - 1];
    static ent_id_t group[N];
    ent_network_t *network;

    (void)state;
    for (ent_id_t i = 0; i < N - 1; i++)
        ties[i] = (ent_tie_t){i, i + 1, 1};
    for (ent_id_t i = 0; i < N; i++)
        group[i] = i % 2;
    network = ref_build(N, ties, N - 1, NULL, false);
    check_actor(network, group, 0, "", (double[]){0, 0, 0, 0, 0, 0}, 0);
    check_actor(network, group, 1, "", (double[]){0, 2, 0, 0, 0, 2}, 0);
    ent_network_free(network);
}

/* Two equal components give equal numbers; a bystander without ties changes no count, but what
 * chance would give. */
static void twins_and_a_bystander(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {3, 4, 1}, {4, 5, 1}};
    static const ent_id_t group[] = {0, 0, 1, 0, 0, 1, 1};
    static const double want[] = {0, 0, 1, 1, 0, 2};

    (void)state;
    for (size_t n = 6; n <= 7; n++) {
        ent_network_t *network = ref_build(n, ties, 4, NULL, false);
        double *expected = by_group(network, "broker_total", "_expected", group);
        double density = 8.0 / (double)(n * (n - 1));

        check_actor(network, group, 1, "", want, 0);
        check_actor(network, group, 4, "", want, 0);
        assert_near(expected[1], density * density * (1 - density) * (double)((n - 1) * (n - 2)),
                    1e-14, "broker_total_expected");
        free(expected);
        ent_network_free(network);
    }
}

/* Burt's hierarchy: 0 in a star, where all constrain alike; in a triangle with a tail the centre's
 * c are 25/144, 25/144 and 1/9 by hand. */
static void hierarchy_by_hand(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {0, 3, 1}};
    ent_network_t *network = ref_build(5, ties, 4, NULL, false);
    double *values = ref_compute(network, "hierarchy");
    double *weighted = ref_compute(network, "hierarchy_weighted");
    double c[] = {0.25, 0.25, 1.0 / 9};
    double mean = (c[0] + c[1] + c[2]) / 3;
    double sum = 0;

    (void)state;
    for (size_t j = 0; j < 3; j++)
        sum += c[j] / mean * log(c[j] / mean);
    assert_near(values[0], sum / (3 * log(3)), 1e-14, "hierarchy of the centre");
    assert_near(values[3], NAN, 0, "hierarchy of the tail");
    assert_near(values[4], NAN, 0, "hierarchy of the isolate");
    for (size_t i = 0; i < 5; i++)
        assert_near(weighted[i], values[i], 0, "all weights are 1");
    free(weighted);
    free(values);
    ent_network_free(network);
}

static void a_star_has_no_hierarchy(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}};
    ent_network_t *network = ref_build(5, ties, 4, NULL, false);
    double *values = ref_compute(network, "hierarchy");

    (void)state;
    assert_near(values[0], 0, 1e-15, "hierarchy of the centre");
    for (size_t i = 1; i < 5; i++)
        assert_near(values[i], NAN, 0, "hierarchy of a leaf");
    free(values);
    ent_network_free(network);
}

/* Weights 1, 2 and 3 on 0-1, 0-2 and 1-2: 0 has 2 - (1/3 3/3 + 2/3 3/3) = 1 contact, 1 has
 * 2 - (1/4 2/3 + 3/4 2/2) = 13/12. */
static void weighted_effective_size_by_hand(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 2}, {1, 2, 3}};
    ent_network_t *network = ref_build(4, ties, 3, NULL, false);
    double *size = ref_compute(network, "effective_size_weighted");
    double *efficiency = ref_compute(network, "efficiency_weighted");

    (void)state;
    assert_near(size[0], 1, 1e-14, "effective_size_weighted of 0");
    assert_near(size[1], 13.0 / 12, 1e-14, "effective_size_weighted of 1");
    assert_near(efficiency[1], 13.0 / 24, 1e-14, "efficiency_weighted of 1");
    assert_near(size[3], NAN, 0, "of the isolate");
    free(efficiency);
    free(size);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(florentine_families),
        cmocka_unit_test(six_with_directions),
        cmocka_unit_test(a_star),
        cmocka_unit_test(complete_and_empty),
        cmocka_unit_test(nobody_and_one),
        cmocka_unit_test(a_long_path),
        cmocka_unit_test(twins_and_a_bystander),
        cmocka_unit_test(hierarchy_by_hand),
        cmocka_unit_test(a_star_has_no_hierarchy),
        cmocka_unit_test(weighted_effective_size_by_hand),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
