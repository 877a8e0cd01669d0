/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Networks as dense matrices, and measures compared with a slow second version on random ones. */
#ifndef ENT_TESTS_DENSE_H
#define ENT_TESTS_DENSE_H

#include "unit/reference.h"

enum { MOST = 18, ROUNDS = 40 };

typedef struct dense {
    size_t n;
    bool directed;
    bool by_weight;              /* what the slow versions look at */
    double weight[MOST][MOST];   /* 0: no tie */
    double distance[MOST][MOST]; /* infinite when unreachable */
    double paths[MOST][MOST];    /* number of shortest ones */
} dense_t;

static inline double tie(const dense_t *net, size_t i, size_t j)
{
    return net->by_weight ? net->weight[i][j] : net->weight[i][j] > 0;
}

/* Floyd and Warshall; then paths counted along ties that lie on a shortest path. */
static inline void find_distances(dense_t *net)
{
    for (size_t i = 0; i < net->n; i++)
        for (size_t j = 0; j < net->n; j++)
            net->distance[i][j] = i == j ? 0 : tie(net, i, j) > 0 ? 1 / tie(net, i, j) : INFINITY;
    for (size_t k = 0; k < net->n; k++)
        for (size_t i = 0; i < net->n; i++)
            for (size_t j = 0; j < net->n; j++)
                net->distance[i][j] =
                    fmin(net->distance[i][j], net->distance[i][k] + net->distance[k][j]);
}

static inline bool same(double a, double b)
{
    return isfinite(a) && fabs(a - b) < 1e-9;
}

/* Shortest paths from `from` to `to`: sum over the last tie but nearer ones first. */
static inline double count_paths(dense_t *net, size_t from, size_t to)
{
    double paths = from == to;

    if (net->paths[from][to] >= 0)
        return net->paths[from][to];
    for (size_t k = 0; k < net->n; k++)
        if (k != to && tie(net, k, to) > 0 &&
            same(net->distance[from][k] + 1 / tie(net, k, to), net->distance[from][to]))
            paths += count_paths(net, from, k);
    net->paths[from][to] = paths;
    return paths;
}

static inline void look(dense_t *net, bool by_weight)
{
    net->by_weight = by_weight;
    find_distances(net);
    for (size_t i = 0; i < net->n; i++)
        for (size_t j = 0; j < net->n; j++)
            net->paths[i][j] = -1;
    for (size_t i = 0; i < net->n; i++)
        for (size_t j = 0; j < net->n; j++)
            count_paths(net, i, j);
}

static inline double degree(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++)
        sum += tie(net, i, j);
    return sum;
}

typedef double slow_fn(const dense_t *net, size_t i);

typedef struct slow {
    const char *name;
    slow_fn *function;
    bool by_weight;
    bool dear; /* too slow for every round */
} slow_t;

static inline void fill(dense_t *net, const ent_tie_t *ties, size_t count)
{
    memset(net->weight, 0, sizeof net->weight);
    for (size_t t = 0; t < count; t++) {
        net->weight[ties[t].a][ties[t].b] = ties[t].weight;
        if (!net->directed)
            net->weight[ties[t].b][ties[t].a] = ties[t].weight;
    }
}

static inline void compare(const dense_t *net, const ent_network_t *network, const slow_t *slow,
                           uint64_t seed)
{
    ent_id_t group[MOST];
    ent_measure_options_t options;
    double *values;
    char what[96];

    ent_measure_options_init(&options);
    for (size_t i = 0; i < net->n; i++)
        group[i] = (ent_id_t)(i % 3);
    options.group = group;
    options.by = "group";
    values = ref_compute_with(network, slow->name, &options);
    for (size_t i = 0; i < net->n; i++) {
        snprintf(what, sizeof what, "%s of %zu, seed %d", slow->name, i, (int)seed);
        assert_near(values[i], slow->function(net, i), 1e-9, what);
    }
    free(values);
}

static inline void compare_all(const slow_t *slow, size_t count, bool is_directed)
{
    static dense_t net;

    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        ent_tie_t ties[MOST * MOST];
        double density = 0.04 + 0.012 * (double)seed;
        size_t tie_count;
        ent_network_t *network;

        net.n = 3 + seed % (MOST - 2);
        net.directed = is_directed;
        tie_count = ref_random(ties, net.n, density, true, is_directed, seed);
        network = ref_build(net.n, ties, tie_count, NULL, is_directed);
        fill(&net, ties, tie_count);
        for (size_t m = 0; m < count; m++) {
            if (slow[m].dear && seed % 8 != 0)
                continue;
            look(&net, slow[m].by_weight);
            compare(&net, network, &slow[m], seed);
        }
        ent_network_free(network);
    }
}

#endif
