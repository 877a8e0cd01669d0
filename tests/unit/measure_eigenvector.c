/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Eigenvector centrality where others fail: ties between components, long paths, two modes, small
 * entries, a dense part far away. */
#include "base/number.h"
#include "unit/reference.h"

enum { MOST_TIES = 4000 };

static size_t complete(ent_tie_t *ties, ent_id_t first, ent_id_t size)
{
    size_t count = 0;

    for (ent_id_t a = first; a < first + size; a++)
        for (ent_id_t b = a + 1; b < first + size; b++)
            ties[count++] = (ent_tie_t){a, b, 1};
    return count;
}

static void everybody_with_everybody(void **state)
{
    static ent_tie_t ties[MOST_TIES];
    ent_network_t *network = ref_build(80, ties, complete(ties, 0, 80), NULL, false);
    double *values = ref_compute(network, "eigenvector");

    (void)state;
    for (size_t i = 0; i < 80; i++)
        assert_true(values[i] == 1);
    free(values);
    values = ref_compute(network, "coreness");
    for (size_t i = 0; i < 80; i++)
        assert_true(values[i] == 79);
    free(values);
    ent_network_free(network);
}

/* Two components that tie for the largest eigenvalue each get their own vector, equal to the last
 * digit that is shown; the third, smaller, gets zeros. */
static void equal_components(void **state)
{
    static const ent_tie_t ties[] = {{0, 4, 1}, {4, 8, 1}, {0, 8, 1}, {8, 9, 1}, {7, 1, 1},
                                     {1, 3, 1}, {3, 7, 1}, {1, 2, 1}, {5, 6, 1}, {10, 5, 1}};
    ent_network_t *network = ref_build(12, ties, 10, NULL, false);
    double *values = ref_compute(network, "eigenvector");
    double *component = ref_compute(network, "eigenvector_component");
    double lambda = 2.170086486626; /* largest root of x^3 - x^2 - 3x + 1 */
    double side = 1 / (lambda - 1); /* of the triangle's free corners */

    (void)state;
    assert_near(values[8], 1, 0, "corner with the tail");
    assert_near(values[9], 1 / lambda, 1e-11, "tail");
    assert_near(values[0], side, 1e-11, "free corner");
    assert_true(ent_i_number_round(values[0]) == ent_i_number_round(values[4]));
    assert_true(ent_i_number_round(values[0]) == ent_i_number_round(values[7]));
    assert_true(ent_i_number_round(values[9]) == ent_i_number_round(values[2]));
    assert_true(values[1] == 1 && values[5] == 0 && values[6] == 0 && values[11] == 0);
    assert_near(component[5], 1, 0, "middle of the path");
    assert_near(component[10], sqrt(0.5), 1e-12, "end of the path");
    assert_near(component[11], 0, 0, "isolate");
    free(component);
    free(values);
    ent_network_free(network);
}

/* Entries sin(pi i / (n + 1)); a gap of 3e-6 between the first two eigenvalues. */
static void path_of_3000(void **state)
{
    enum { N = 3000 };
    static ent_tie_t ties[N - 1];
    ent_network_t *network;
    double *values;

    (void)state;
    for (ent_id_t i = 0; i + 1 < N; i++)
        ties[i] = (ent_tie_t){i, i + 1, 1};
    network = ref_build(N, ties, N - 1, NULL, false);
    values = ref_compute(network, "eigenvector");
    for (size_t i = 0; i < N; i++) {
        double top = sin(acos(-1) * (N / 2) / (N + 1));

        assert_near(values[i], sin(acos(-1) * (double)(i + 1) / (N + 1)) / top, 1e-9, "path");
        assert_true(ent_i_number_round(values[i]) == ent_i_number_round(values[N - 1 - i]));
    }
    free(values);
    ent_network_free(network);
}

/* K(1, n): the leaves have 1/sqrt(n) of the centre; no oscillation between the modes. */
static void star_of_5000(void **state)
{
    enum { N = 5000 };
    static ent_tie_t ties[N];
    ent_network_t *network;
    double *values;

    (void)state;
    for (ent_id_t i = 0; i < N; i++)
        ties[i] = (ent_tie_t){0, i + 1, 1};
    network = ref_build(N + 1, ties, N, NULL, false);
    values = ref_compute(network, "eigenvector");
    assert_near(values[0], 1, 0, "centre");
    for (size_t i = 1; i <= N; i++)
        assert_near(values[i], 1 / sqrt(N), 1e-15, "leaf");
    free(values);
    ent_network_free(network);
}

/* A clique with a tail: each step along the tail divides by what the previous had. The last entry
 * is 1e-22, and right to nine digits all the same. */
static void long_tail(void **state)
{
    enum { CLIQUE = 12, TAIL = 21, N = CLIQUE + TAIL };
    static ent_tie_t ties[MOST_TIES];
    size_t count = complete(ties, 0, CLIQUE);
    ent_network_t *network;
    double *values;
    double lambda;
    double ahead = 0;
    double here = 1;

    (void)state;
    for (ent_id_t i = CLIQUE - 1; i + 1 < N; i++)
        ties[count++] = (ent_tie_t){i, i + 1, 1};
    network = ref_build(N, ties, count, NULL, false);
    values = ref_compute(network, "eigenvector");
    lambda = (values[0] * (CLIQUE - 2) + values[CLIQUE - 1]) / values[0];
    /* From the far end, x(k - 1) = lambda x(k) - x(k + 1). */
    for (size_t i = N - 1; i > CLIQUE; i--) {
        double before = lambda * here - ahead;

        assert_near(values[i - 1] / values[i], before / here, 1e-9, "tail");
        ahead = here;
        here = before;
    }
    assert_true(values[N - 1] < 1e-20 && values[N - 1] > 0);
    free(values);
    ent_network_free(network);
}

/* A dense part that a start from "all alike" does not see, far away from a large thin one. */
static void hidden_clique(void **state)
{
    enum { RING = 1500, CLIQUE = 5 };
    static ent_tie_t ties[RING + MOST_TIES];
    size_t count = complete(ties, RING, CLIQUE);
    ent_network_t *network;
    double *values;
    double lambda;

    (void)state;
    for (ent_id_t i = 0; i < RING; i++)
        ties[count++] = (ent_tie_t){i, (i + 1) % RING, 1};
    ties[count++] = (ent_tie_t){0, RING, 1};
    network = ref_build(RING + CLIQUE, ties, count, NULL, false);
    values = ref_compute(network, "eigenvector");
    assert_near(values[RING], 1, 0, "clique's door");
    assert_true(values[RING + 1] > 0.9 && values[RING + 1] == values[RING + 4]);
    assert_true(values[0] < 0.3 && values[1] == values[RING - 1]);
    assert_true(values[RING / 2] < 1e-60);
    lambda = (values[RING + 1] * (CLIQUE - 2) + values[RING]) / values[RING + 1];
    for (size_t i = 1; i < 40; i++)
        assert_near((values[i - 1] + values[i + 1]) / values[i], lambda, 1e-9, "ring");
    free(values);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(everybody_with_everybody),
        cmocka_unit_test(equal_components),
        cmocka_unit_test(path_of_3000),
        cmocka_unit_test(star_of_5000),
        cmocka_unit_test(long_tail),
        cmocka_unit_test(hidden_clique),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
