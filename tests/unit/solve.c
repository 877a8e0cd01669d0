/* SPDX-License-Identifier: GPL-2.0-or-later */
/* PageRank and eigenvector centrality of networks so large that threads take part: they satisfy
 * their equations, and the number of threads changes no digit. */
#include <math.h>

#include "base/spread.h"
#include "network/network_i.h"
#include "unit/reference.h"

enum { ACTORS = 12000, TIED = ACTORS - 100, TIES = 230000, TASKS = 50, WORKS = 2000 };

static ent_tie_t tie[TIES];
static size_t ties;

static int compare_ties(const void *left, const void *right)
{
    const ent_tie_t *a = left;
    const ent_tie_t *b = right;

    return a->a != b->a ? (a->a > b->a) - (a->a < b->a) : (a->b > b->b) - (a->b < b->b);
}

/* Hubs, and some actors without ties; each pair, or direction of one, has one tie. */
static ent_network_t *make(uint64_t seed, bool directed)
{
    ent_network_t *network = NULL;
    ent_i_random_t random;
    ent_error_t err = {0};

    ent_i_random_init(&random, seed, 1);
    for (size_t i = 0; i < TIES; i++) {
        ent_id_t a = (ent_id_t)ent_i_random_below(&random, TIED);
        ent_id_t b = (ent_id_t)ent_i_random_below(&random, i % 10 == 0 ? 40 : TIED);
        bool turned = !directed && a > b;

        tie[i] = (ent_tie_t){turned ? b : a, turned ? a : b, 0.5 + (double)(i % 7)};
    }
    qsort(tie, TIES, sizeof *tie, compare_ties);
    ties = 0;
    for (size_t i = 0; i < TIES; i++)
        if (tie[i].a != tie[i].b && (ties == 0 || compare_ties(&tie[ties - 1], &tie[i]) != 0))
            tie[ties++] = tie[i];
    assert_true(ties > 200000); /* so many entries are worth threads */
    assert_ok(ent_network_from_ties(&network, ACTORS, tie, ties, NULL, directed, &err));
    return network;
}

static double *compute(const ent_network_t *network, const char *name, int threads)
{
    const ent_measure_t *measure = ent_measure_find(name);
    double *values = calloc(ACTORS, sizeof *values);
    ent_measure_options_t options;
    ent_error_t err = {0};

    ent_measure_options_init(&options);
    options.threads = threads;
    assert_non_null(values);
    assert_ok(ent_measure_compute(network, values, &measure, 1, &options, &err));
    return values;
}

/* Adds weight or 1 times the entry of the other end, over what that divides by, along each tie. */
static void walk(double *to, const double *from, bool weighted, bool directed, const double *over)
{
    for (size_t i = 0; i < ties; i++) {
        double weight = weighted ? tie[i].weight : 1;

        to[tie[i].b] += weight * from[tie[i].a] / over[tie[i].a];
        if (!directed)
            to[tie[i].a] += weight * from[tie[i].b] / over[tie[i].b];
    }
}

static void hold_pagerank(const double *values, bool weighted, bool directed)
{
    static double next[ACTORS], leaving[ACTORS];
    double hung = 0;

    for (size_t i = 0; i < ACTORS; i++)
        next[i] = leaving[i] = 0;
    for (size_t i = 0; i < ties; i++) {
        leaving[tie[i].a] += weighted ? tie[i].weight : 1;
        leaving[tie[i].b] += directed ? 0 : weighted ? tie[i].weight : 1;
    }
    for (size_t i = 0; i < ACTORS; i++) {
        hung += leaving[i] > 0 ? 0 : values[i];
        leaving[i] = leaving[i] > 0 ? leaving[i] : 1;
    }
    walk(next, values, weighted, directed, leaving);
    for (size_t i = 0; i < ACTORS; i++)
        assert_near(0.15 / ACTORS + 0.85 * (next[i] + hung / ACTORS), values[i], 1e-16,
                    "the walk stays as it is");
}

static void hold_eigenvector(const double *values, bool weighted)
{
    static double next[ACTORS], one[ACTORS];
    double largest = 0;

    for (size_t i = 0; i < ACTORS; i++) {
        one[i] = 1;
        next[i] = 0;
    }
    walk(next, values, weighted, false, one);
    for (size_t i = 0; i < ACTORS; i++)
        largest = fmax(largest, next[i]);
    for (size_t i = 0; i < ACTORS; i++)
        assert_near(next[i] / largest, values[i], 1e-13, "a multiple of itself");
}

static void threads_change_no_digit(void **state)
{
    static const char *const names[] = {"pagerank", "pagerank_weighted", "eigenvector",
                                        "eigenvector_weighted"};

    (void)state;
    for (int directed = 0; directed < 2; directed++) {
        ent_network_t *network = make(5, directed);

        for (size_t m = 0; m < (directed ? 1 : 4); m++) {
            double *values = compute(network, names[m], 1);

            for (int threads = 2; threads <= 7; threads += 5) {
                double *more = compute(network, names[m], threads);

                assert_memory_equal(more, values, ACTORS * sizeof *more);
                free(more);
            }
            if (m < 2)
                hold_pagerank(values, m == 1, directed);
            else
                hold_eigenvector(values, m == 3);
            free(values);
        }
        ent_network_free(network);
    }
}

static unsigned char done[WORKS][TASKS];

static void do_task(void *context, size_t index)
{
    ((unsigned char *)context)[index]++;
}

static void spread_works(void *context)
{
    (void)context;
    for (size_t work = 0; work < WORKS; work++)
        ent_i_spread(do_task, done[work], 1 + work % TASKS, 3);
}

/* Each task once, whoever stands by. */
static void many_short_works(void **state)
{
    (void)state;
    for (int threads = 1; threads <= 7; threads += 2) {
        memset(done, 0, sizeof done);
        ent_i_lead(spread_works, NULL, threads);
        for (size_t work = 0; work < WORKS; work++)
            for (size_t task = 0; task < TASKS; task++)
                assert_int_equal(done[work][task], task <= work % TASKS);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_change_no_digit),
        cmocka_unit_test(many_short_works),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
