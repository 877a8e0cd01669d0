/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every measure against its definition written down a second time, slowly, on a dense matrix, for
 * seeded random networks: sparse and dense, in pieces, with isolates and weights. */
#include "unit/dense.h"

static double betweenness(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t s = 0; s < net->n; s++)
        for (size_t t = 0; t < net->n; t++)
            if (s != t && s != i && t != i && (net->directed || s < t) &&
                same(net->distance[s][i] + net->distance[i][t], net->distance[s][t]))
                sum += net->paths[s][i] * net->paths[i][t] / net->paths[s][t];
    return sum;
}

static double reached(const dense_t *net, size_t i)
{
    double count = -1;

    for (size_t j = 0; j < net->n; j++)
        count += isfinite(net->distance[i][j]);
    return count;
}

static double inverse_sum(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++)
        sum += j != i ? 1 / net->distance[i][j] : 0;
    return sum;
}

static double inverse_sum_to(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++)
        sum += j != i ? 1 / net->distance[j][i] : 0;
    return sum;
}

/* Sum of distances with `far` for what is out of reach. */
static double sum_with(const dense_t *net, size_t i, double far)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++)
        sum += isfinite(net->distance[i][j]) ? net->distance[i][j] : far;
    return sum;
}

static double harmonic(const dense_t *net, size_t i)
{
    return net->n > 1 ? inverse_sum(net, i) / ((double)net->n - 1) : NAN;
}

static double harmonic_to(const dense_t *net, size_t i)
{
    return net->n > 1 ? inverse_sum_to(net, i) / ((double)net->n - 1) : NAN;
}

static double harmonic_component(const dense_t *net, size_t i)
{
    return reached(net, i) > 0 ? inverse_sum(net, i) / reached(net, i) : NAN;
}

static double closeness_component(const dense_t *net, size_t i)
{
    return reached(net, i) > 0 ? reached(net, i) / sum_with(net, i, 0) : NAN;
}

static double wasserman_faust(const dense_t *net, size_t i)
{
    if (net->n < 2)
        return NAN;
    return reached(net, i) > 0
               ? closeness_component(net, i) * reached(net, i) / ((double)net->n - 1)
               : 0;
}

static double unreachable_n(const dense_t *net, size_t i)
{
    return net->n > 1 ? ((double)net->n - 1) / sum_with(net, i, (double)net->n) : NAN;
}

static double freeman(const dense_t *net, size_t i)
{
    return net->n > 1 ? ((double)net->n - 1) / sum_with(net, i, INFINITY) : NAN;
}

static double eccentricity(const dense_t *net, size_t i)
{
    double most = 0;

    for (size_t j = 0; j < net->n; j++)
        most = isfinite(net->distance[i][j]) ? fmax(most, net->distance[i][j]) : most;
    return most;
}

/* Ties among the neighbours. */
static double among(const dense_t *net, size_t i)
{
    double count = 0;

    for (size_t j = 0; j < net->n; j++)
        for (size_t k = 0; k < j; k++)
            count += tie(net, i, j) > 0 && tie(net, i, k) > 0 && tie(net, j, k) > 0;
    return count;
}

static double clustering(const dense_t *net, size_t i)
{
    double k = degree(net, i);

    return k > 1 ? among(net, i) / (k * (k - 1) / 2) : NAN;
}

static double effective_size(const dense_t *net, size_t i)
{
    double k = degree(net, i);

    return k > 0 ? k - 2 * among(net, i) / k : NAN;
}

static double efficiency(const dense_t *net, size_t i)
{
    return effective_size(net, i) / degree(net, i);
}

/* Takes away whoever has fewer than k left, until nobody does. */
static double coreness(const dense_t *net, size_t i)
{
    double core = 0;

    for (size_t k = 1; k < net->n; k++) {
        bool out[MOST] = {false};
        bool again = true;

        while (again) {
            again = false;
            for (size_t a = 0; a < net->n; a++) {
                size_t left = 0;

                for (size_t b = 0; b < net->n; b++)
                    left += tie(net, a, b) > 0 && !out[b];
                again = again || (!out[a] && left < k);
                out[a] = out[a] || left < k;
            }
        }
        if (!out[i])
            core = (double)k;
    }
    return core;
}

/* The stationary walk by elimination: p = 0.15/n + 0.85 (M p + what dangles / n). */
static double pagerank(const dense_t *net, size_t actor)
{
    double matrix[MOST][MOST + 1];
    double n = (double)net->n;

    for (size_t i = 0; i < net->n; i++) {
        for (size_t j = 0; j < net->n; j++) {
            double from = degree(net, j);

            matrix[i][j] = (i == j) - 0.85 * (from > 0 ? tie(net, j, i) / from : 1 / n);
        }
        matrix[i][net->n] = 0.15 / n;
    }
    for (size_t k = 0; k < net->n; k++)
        for (size_t i = 0; i < net->n; i++) {
            double factor = matrix[i][k] / matrix[k][k];

            for (size_t j = k; i != k && j <= net->n; j++)
                matrix[i][j] -= factor * matrix[k][j];
        }
    return matrix[actor][net->n] / matrix[actor][actor];
}

/* Power iteration on A + I within the component of the actor, very many times. */
static double leading(const dense_t *net, size_t actor, double *entry)
{
    double x[MOST] = {0};
    double value = 0;

    for (size_t i = 0; i < net->n; i++)
        x[i] = isfinite(net->distance[actor][i]);
    for (int step = 0; step < 4000; step++) {
        double y[MOST];
        double most = 0;

        for (size_t i = 0; i < net->n; i++) {
            y[i] = x[i];
            for (size_t j = 0; j < net->n; j++)
                y[i] += tie(net, i, j) * x[j];
            most = fmax(most, y[i]);
        }
        for (size_t i = 0; i < net->n; i++)
            x[i] = y[i] / most;
        value = most - 1;
    }
    *entry = degree(net, actor) > 0 ? x[actor] : 0;
    return value;
}

static double eigenvector_component(const dense_t *net, size_t i)
{
    double entry;

    (void)leading(net, i, &entry);
    return entry;
}

static double eigenvector(const dense_t *net, size_t i)
{
    double entry;
    double own = leading(net, i, &entry);
    double most = 0;

    for (size_t j = 0; j < net->n; j++) {
        double ignored;

        most = fmax(most, leading(net, j, &ignored));
    }
    return own > most * (1 - 1e-9) ? entry : 0;
}

/* Size of the component of `start` without `gone` (net->n: nobody). */
static size_t piece(const dense_t *net, size_t start, size_t gone, bool *seen)
{
    size_t size = 1;

    seen[start] = true;
    for (size_t j = 0; j < net->n; j++)
        if (tie(net, start, j) > 0 && j != gone && !seen[j])
            size += piece(net, j, gone, seen);
    return size;
}

/* Pieces that the component of i falls into without i, and the largest of them. */
static size_t pieces(const dense_t *net, size_t i, size_t *largest)
{
    bool seen[MOST] = {false};
    size_t count = 0;

    *largest = 0;
    for (size_t j = 0; j < net->n; j++)
        if (j != i && isfinite(net->distance[i][j]) && !seen[j]) {
            size_t size = piece(net, j, i, seen);

            *largest = size > *largest ? size : *largest;
            count++;
        }
    return count;
}

static double articulation(const dense_t *net, size_t i)
{
    size_t largest;

    return pieces(net, i, &largest) > 1;
}

static double dependents(const dense_t *net, size_t i)
{
    size_t left;

    (void)pieces(net, i, &left);
    for (size_t j = 0; j < net->n; j++)
        if (reached(net, j) > reached(net, i))
            return 0;
    return reached(net, i) - (double)left;
}

static double out_degree(const dense_t *net, size_t i)
{
    return degree(net, i);
}

static double in_degree(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++)
        sum += tie(net, j, i);
    return sum;
}

static double per_pair(const dense_t *net, size_t i)
{
    double n = (double)net->n;

    return net->n > 2 ? betweenness(net, i) / ((n - 1) * (n - 2) / 2) : NAN;
}

static double degree_normalised(const dense_t *net, size_t i)
{
    return net->n > 1 ? degree(net, i) / ((double)net->n - 1) : NAN;
}

/* Three groups, by number. */
static double participation(const dense_t *net, size_t i)
{
    double squares = 0;

    for (size_t s = 0; s < 3; s++) {
        double into = 0;

        for (size_t j = s; j < net->n; j += 3)
            into += tie(net, i, j);
        squares += into * into;
    }
    return degree(net, i) > 0 ? 1 - squares / (degree(net, i) * degree(net, i)) : NAN;
}

static const slow_t undirected[] = {
    {"degree", degree, false, false},
    {"strength", degree, true, false},
    {"degree_normalised", degree_normalised, false, false},
    {"betweenness", betweenness, false, false},
    {"betweenness_normalised", per_pair, false, false},
    {"betweenness_weighted", betweenness, true, false},
    {"betweenness_weighted_normalised", per_pair, true, false},
    {"closeness_harmonic", harmonic, false, false},
    {"closeness_harmonic_sum", inverse_sum, false, false},
    {"closeness_harmonic_component", harmonic_component, false, false},
    {"closeness_component", closeness_component, false, false},
    {"closeness_wasserman_faust", wasserman_faust, false, false},
    {"closeness_unreachable_n", unreachable_n, false, false},
    {"closeness_freeman", freeman, false, false},
    {"closeness_harmonic_weighted", harmonic, true, false},
    {"closeness_component_weighted", closeness_component, true, false},
    {"eccentricity", eccentricity, false, false},
    {"eigenvector", eigenvector, false, true},
    {"eigenvector_component", eigenvector_component, false, true},
    {"eigenvector_weighted", eigenvector, true, true},
    {"pagerank", pagerank, false, false},
    {"pagerank_weighted", pagerank, true, false},
    {"coreness", coreness, false, false},
    {"clustering", clustering, false, false},
    {"effective_size", effective_size, false, false},
    {"efficiency", efficiency, false, false},
    {"participation", participation, false, false},
    {"participation_weighted", participation, true, false},
    {"articulation", articulation, false, false},
    {"dependents", dependents, false, false},
};

static const slow_t directed[] = {
    {"degree_in", in_degree, false, false},
    {"degree_out", out_degree, false, false},
    {"betweenness", betweenness, false, false},
    {"closeness_harmonic_in", harmonic_to, false, false},
    {"closeness_harmonic_out", harmonic, false, false},
    {"pagerank", pagerank, false, false},
};

static void undirected_networks(void **state)
{
    (void)state;
    compare_all(undirected, sizeof undirected / sizeof undirected[0], false);
}

static void directed_networks(void **state)
{
    (void)state;
    compare_all(directed, sizeof directed / sizeof directed[0], true);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(undirected_networks),
        cmocka_unit_test(directed_networks),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
