/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness from a sample of sources: how far it is from the exact values, which are held against
 * igraph in betweenness.c, and whether it says so. */
#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "engine/betweenness.h"
#include "network/network_i.h"
#include "unit/unit.h"

enum { ACTORS = 400, TIES = 900, SEEDS = 200, DRAWS = 100 };

static ent_error_t err;
static ent_tie_t ties[TIES];
static double exact[ACTORS];
static double found[ACTORS];
static double error[ACTORS];
static double again[ACTORS];

/* A dense core with a fringe: many actors hang on one tie. */
static ent_network_t *make_network(bool directed)
{
    ent_network_t *network = NULL;
    ent_i_random_t random;
    size_t count = 0;

    ent_i_random_init(&random, 5, 0);
    while (count < TIES) {
        bool fringe = count % 6 == 0;
        size_t a = fringe ? 300 + ent_i_random_below(&random, 100)
                          : ent_i_random_below(&random, 1 + ent_i_random_below(&random, 300));
        size_t b = ent_i_random_below(&random, 300);

        if (a != b)
            ties[count++] =
                (ent_tie_t){(ent_id_t)a, (ent_id_t)b, (double)(1 + ent_i_random_below(&random, 4))};
    }
    assert_ok(ent_network_from_ties(&network, ACTORS, ties, TIES, NULL, directed, &err));
    return network;
}

/* Many samples: what they state holds for every actor in 95 of 100, and for all at once; they are
 * right on average; and four times the draws leave less than half the error. */
static void hold_against_exact(const ent_network_t *network, const double *length)
{
    ent_i_betweenness_how_t how = {.length = length, .threads = 1};
    int failures[ACTORS] = {0};
    double stated[2] = {0};
    double made = 0;
    double bias = 0;
    double all = 0;
    int beyond = 0;

    assert_ok(ent_i_betweenness_find(exact, network, &how, NULL, &err));
    for (how.seed = 1; how.seed <= 2 * SEEDS; how.seed++) {
        ent_i_doubt_t doubt = {.error = error};
        bool few = how.seed <= SEEDS;
        double worst = 0;

        how.sample = few ? DRAWS / 2 : 2 * DRAWS;
        assert_ok(ent_i_betweenness_find(found, network, &how, &doubt, &err));
        assert_true(doubt.sources < doubt.of);
        for (size_t v = 0; v < ACTORS; v++) {
            double off = found[v] - exact[v];

            worst = fmax(worst, fabs(off));
            failures[v] += fabs(off) > error[v] + 1e-9 * exact[v];
            stated[few ? 0 : 1] += error[v];
            made += few ? fabs(off) : 0;
            bias += off;
            all += exact[v];
        }
        beyond += worst > doubt.bound;
    }
    assert_in_range(beyond, 0, 2 * SEEDS / 20);
    for (size_t v = 0; v < ACTORS; v++)
        assert_in_range(failures[v], 0, 2 * SEEDS / 20);
    if (fabs(bias) > 0.01 * all)
        fail_msg("off by %.4f on average", bias / all);
    if (stated[1] > stated[0] / 2 || stated[0] > 100 * made)
        fail_msg("errors stated: %g, of more draws %g; errors made: %g", stated[0], stated[1],
                 made);
}

static void errors_are_as_stated(void **state)
{
    ent_network_t *network = make_network(false);

    (void)state;
    hold_against_exact(network, NULL);
    hold_against_exact(network, network->weight);
    ent_network_free(network);
    network = make_network(true);
    hold_against_exact(network, NULL);
    hold_against_exact(network, network->weight);
    ent_network_free(network);
}

/* Every kernel and number of threads draws the same and says the same; another seed does not. */
static void digits_of_a_seed(void **state)
{
    static const char *const kernels[] = {"plain", "avx2", "avx512"};
    static const int threads[] = {1, 2, 7};
    ent_network_t *network = make_network(false);
    ent_i_betweenness_how_t how = {.threads = 1, .sample = DRAWS, .seed = 3};
    ent_i_doubt_t doubt = {.error = error};
    double bound;
    bool other = false;

    (void)state;
    assert_ok(ent_i_betweenness_find(found, network, &how, &doubt, &err));
    bound = doubt.bound;
    doubt.error = exact;
    for (size_t k = 0; k < sizeof kernels / sizeof *kernels; k++)
        for (size_t t = 0; t < sizeof threads / sizeof *threads; t++) {
            how.kernel = ent_i_kernel_named(kernels[k]);
            how.threads = threads[t];
            assert_ok(ent_i_betweenness_find(again, network, &how, &doubt, &err));
            assert_memory_equal(again, found, sizeof found);
            assert_memory_equal(exact, error, sizeof error);
            assert_near(doubt.bound, bound, 0, "bound");
        }
    how.seed = 4;
    assert_ok(ent_i_betweenness_find(again, network, &how, &doubt, &err));
    for (size_t v = 0; v < ACTORS; v++)
        other = other || again[v] < found[v] || again[v] > found[v];
    assert_true(other);
    ent_network_free(network);
}

/* A sample as large as the blocks is exact and says so; small blocks always are. */
static void large_samples_are_exact(void **state)
{
    ent_network_t *network = make_network(false);
    ent_i_betweenness_how_t how = {.threads = 1};
    ent_i_doubt_t doubt = {.error = error};

    (void)state;
    assert_ok(ent_i_betweenness_find(exact, network, &how, NULL, &err));
    how.sample = 100 * ACTORS;
    assert_ok(ent_i_betweenness_find(found, network, &how, &doubt, &err));
    assert_memory_equal(found, exact, sizeof exact);
    assert_near(doubt.bound, 0, 0, "bound");
    assert_int_equal(doubt.sources, doubt.of);
    for (size_t v = 0; v < ACTORS; v++)
        assert_near(error[v], 0, 0, "error");
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(errors_are_as_stated),
        cmocka_unit_test(digits_of_a_seed),
        cmocka_unit_test(large_samples_are_exact),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
