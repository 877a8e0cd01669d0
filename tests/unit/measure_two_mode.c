/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Measures of two modes: by hand where they end, and a second time, slowly, on a dense matrix. The
 * largest betweenness is found by trying every network of its size. */
#include "unit/reference.h"

enum { MOST = 16, ROUNDS = 40 };

typedef struct dense {
    size_t n;
    unsigned char mode[MOST];
    bool tied[MOST][MOST];
    double distance[MOST][MOST]; /* infinite when unreachable */
    double paths[MOST][MOST];    /* number of shortest ones */
} dense_t;

/* Paths by length: those of `length` ties from i to j that are shortest extend those one shorter.
 */
static void look(dense_t *net)
{
    for (size_t i = 0; i < net->n; i++)
        for (size_t j = 0; j < net->n; j++) {
            net->distance[i][j] = i == j ? 0 : INFINITY;
            net->paths[i][j] = i == j;
        }
    for (size_t length = 1; length < net->n; length++)
        for (size_t i = 0; i < net->n; i++)
            for (size_t j = 0; j < net->n; j++) {
                if (net->distance[i][j] < (double)length)
                    continue;
                for (size_t k = 0; k < net->n; k++)
                    if (net->tied[k][j] && net->distance[i][k] == (double)length - 1)
                        net->paths[i][j] += net->paths[i][k];
                if (net->paths[i][j] > 0)
                    net->distance[i][j] = (double)length;
            }
}

static double betweenness(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t s = 0; s < net->n; s++)
        for (size_t t = 0; t < s; t++)
            if (s != i && t != i && isfinite(net->distance[s][t]) &&
                net->distance[s][i] + net->distance[i][t] == net->distance[s][t])
                sum += net->paths[s][i] * net->paths[i][t] / net->paths[s][t];
    return sum;
}

static double mode_size(const dense_t *net, int mode)
{
    double size = 0;

    for (size_t i = 0; i < net->n; i++)
        size += net->mode[i] == mode;
    return size;
}

static double degree_two_mode(const dense_t *net, size_t i)
{
    double degree = 0;

    for (size_t j = 0; j < net->n; j++)
        degree += net->tied[i][j];
    return degree / mode_size(net, 1 - net->mode[i]);
}

static double closeness_two_mode(const dense_t *net, size_t i)
{
    double own = mode_size(net, net->mode[i]);
    double other = mode_size(net, 1 - net->mode[i]);
    double sum = 0;
    double reached = 0;

    for (size_t j = 0; j < net->n; j++)
        if (j != i && isfinite(net->distance[i][j])) {
            sum += net->distance[i][j];
            reached++;
        }
    return reached > 0 ? (other + 2 * (own - 1)) / sum * reached / (own + other - 1) : 0;
}

/* The largest betweenness of an actor, with `own` in its mode, over all two-mode networks. */
static double largest_betweenness(size_t own, size_t other)
{
    static dense_t net;
    double largest = 0;

    memset(&net, 0, sizeof net);
    net.n = own + other;
    for (unsigned long ties = 0; ties < 1UL << own * other; ties++) {
        for (size_t cell = 0; cell < own * other; cell++) {
            size_t i = cell % own;
            size_t j = own + cell / own;

            net.tied[i][j] = net.tied[j][i] = (ties >> cell & 1) != 0;
        }
        look(&net);
        largest = fmax(largest, betweenness(&net, 0));
    }
    return largest;
}

/* S. P. Borgatti, M. G. Everett (1997) state it without trying. */
static void largest_betweenness_is_largest(void **state)
{
    static const size_t sizes[][2] = {{2, 2}, {1, 3}, {3, 2}, {2, 3},
                                      {3, 3}, {5, 2}, {4, 3}, {3, 4}};

    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof sizes[0]; s++) {
        size_t own = sizes[s][0];
        size_t other = sizes[s][1];
        unsigned char mode[MOST] = {0};
        ent_tie_t ties[MOST * MOST];
        size_t count = 0;
        double *plain;
        double *divided;
        ent_network_t *network;

        /* A star of actor 0, which lies between all of the other mode. */
        for (size_t j = own; j < own + other; j++) {
            mode[j] = 1;
            ties[count++] = (ent_tie_t){0, (ent_id_t)j, 1};
        }
        network = ref_build(own + other, ties, count, mode, false);
        plain = ref_compute(network, "betweenness");
        divided = ref_compute(network, "betweenness_two_mode");
        assert_near(plain[0] / divided[0], largest_betweenness(own, other), 1e-12, "largest");
        free(plain);
        free(divided);
        ent_network_free(network);
    }
}

static double dot(const double *x, const double *y, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += x[i] * y[i];
    return sum;
}

/* y = A x, only for the actors of one mode in the component of `actor`. */
static void step(const dense_t *net, size_t actor, int mode, const double *x, double *y)
{
    for (size_t i = 0; i < net->n; i++) {
        y[i] = 0;
        for (size_t j = 0; j < net->n; j++)
            if (net->mode[i] == mode && isfinite(net->distance[actor][i]) && net->tied[i][j])
                y[i] += x[j];
    }
}

/* Singular vectors by going to and fro between the modes; returns the singular value. */
static double singular(const dense_t *net, size_t actor, double *entry)
{
    double part[2][MOST];
    double value = 0;

    for (size_t i = 0; i < net->n; i++)
        part[0][i] = net->mode[i] == 0 && isfinite(net->distance[actor][i]);
    for (int round = 0; round < 4000; round++)
        for (int mode = 1; mode >= 0; mode--) {
            step(net, actor, mode, part[1 - mode], part[mode]);
            value = sqrt(dot(part[mode], part[mode], net->n));
            for (size_t i = 0; value > 0 && i < net->n; i++)
                part[mode][i] /= value;
        }
    *entry = part[net->mode[actor]][actor];
    return value;
}

static double eigenvector_two_mode(const dense_t *net, size_t i)
{
    double ignored;
    double entry;
    double largest = 0;

    for (size_t j = 0; j < net->n; j++)
        largest = fmax(largest, singular(net, j, &ignored));
    return singular(net, i, &entry) > largest * (1 - 1e-9) ? entry : 0;
}

typedef struct slow {
    const char *name;
    double (*function)(const dense_t *net, size_t i);
    uint64_t every; /* rounds */
} slow_t;

static const slow_t measures[] = {
    {"betweenness", betweenness, 1},
    {"degree_two_mode", degree_two_mode, 1},
    {"closeness_two_mode", closeness_two_mode, 1},
    {"eigenvector_two_mode", eigenvector_two_mode, 8},
};

static ent_network_t *draw(dense_t *net, uint64_t seed)
{
    ent_tie_t ties[MOST * MOST];
    size_t kept = 0;
    size_t count;

    memset(net, 0, sizeof *net);
    net->n = 4 + seed % (MOST - 4);
    for (size_t i = 0; i < net->n; i++)
        net->mode[i] = (i + seed) % 3 == 0;
    count = ref_random(ties, net->n, 0.05 + 0.02 * (double)seed, false, false, seed);
    for (size_t t = 0; t < count; t++) {
        ent_id_t a = ties[t].a;
        ent_id_t b = ties[t].b;

        if (net->mode[a] == net->mode[b])
            continue;
        net->tied[a][b] = net->tied[b][a] = true;
        ties[kept++] = ties[t];
    }
    look(net);
    return ref_build(net->n, ties, kept, net->mode, false);
}

static void random_networks(void **state)
{
    static dense_t net;

    (void)state;
    for (uint64_t seed = 1; seed <= ROUNDS; seed++) {
        ent_network_t *network = draw(&net, seed);

        for (size_t m = 0; m < sizeof measures / sizeof measures[0]; m++) {
            double *values;

            if (seed % measures[m].every != 0)
                continue;
            values = ref_compute(network, measures[m].name);
            for (size_t i = 0; i < net.n; i++)
                assert_near(values[i], measures[m].function(&net, i), 1e-9, measures[m].name);
            free(values);
        }
        ent_network_free(network);
    }
}

static void check(const ent_network_t *network, const char *measure, const double *want)
{
    double *values = ref_compute(network, measure);

    for (size_t i = 0; i < ent_network_actor_count(network); i++)
        assert_near(values[i], want[i], 1e-12, measure);
    free(values);
}

static void nobody_and_one_alone(void **state)
{
    static const unsigned char mode[] = {0};
    static const char *const undefined[] = {"degree_two_mode", "closeness_two_mode",
                                            "betweenness_two_mode"};

    (void)state;
    for (size_t n = 0; n <= 1; n++) {
        ent_network_t *network = ref_build(n, NULL, 0, mode, false);

        for (size_t m = 0; m < 3; m++)
            check(network, undefined[m], (double[]){NAN});
        check(network, "eigenvector_two_mode", (double[]){0});
        ent_network_free(network);
    }
}

/* One network and four members: it lies on all paths, and a member can lie on none. */
static void star(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 3, 1}, {0, 4, 1}};
    static const unsigned char mode[] = {1, 0, 0, 0, 0};
    ent_network_t *network = ref_build(5, ties, 4, mode, false);

    (void)state;
    check(network, "degree_two_mode", (double[]){1, 1, 1, 1, 1});
    check(network, "closeness_two_mode", (double[]){1, 1, 1, 1, 1});
    check(network, "betweenness_two_mode", (double[]){1, NAN, NAN, NAN, NAN});
    check(network, "eigenvector_two_mode", (double[]){1, .5, .5, .5, .5});
    ent_network_free(network);
}

/* Two members in both of two networks. */
static void everybody_in_everything(void **state)
{
    static const ent_tie_t ties[] = {{0, 2, 1}, {0, 3, 1}, {1, 2, 1}, {1, 3, 1}};
    static const unsigned char mode[] = {0, 0, 1, 1};
    ent_network_t *network = ref_build(4, ties, 4, mode, false);
    double side = sqrt(.5);

    (void)state;
    check(network, "degree_two_mode", (double[]){1, 1, 1, 1});
    check(network, "closeness_two_mode", (double[]){1, 1, 1, 1});
    check(network, "betweenness", (double[]){.5, .5, .5, .5});
    check(network, "betweenness_two_mode", (double[]){.25, .25, .25, .25});
    check(network, "eigenvector_two_mode", (double[]){side, side, side, side});
    ent_network_free(network);
}

/* 0 - 1 - 2 - 3, members even: singular vectors (1, 1.618...) of the golden section. */
static void path(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {2, 3, 1}};
    static const unsigned char mode[] = {0, 1, 0, 1};
    ent_network_t *network = ref_build(4, ties, 3, mode, false);
    double golden = (1 + sqrt(5)) / 2;
    double end = 1 / sqrt(1 + golden * golden);

    (void)state;
    check(network, "closeness_two_mode", (double[]){4. / 6, 1, 1, 4. / 6});
    check(network, "betweenness_two_mode", (double[]){0, 1, 1, 0});
    check(network, "eigenvector_two_mode", (double[]){end, golden * end, golden * end, end});
    ent_network_free(network);
}

/* Entries sin(pi i / (n + 1)); over either half of them the squares add up to (n + 1) / 4. */
static void path_of_3000(void **state)
{
    enum { N = 3000 };
    static ent_tie_t ties[N - 1];
    static unsigned char mode[N];
    ent_network_t *network;
    double *values;

    (void)state;
    for (ent_id_t i = 0; i < N; i++) {
        mode[i] = i % 2 == 1;
        if (i + 1 < N)
            ties[i] = (ent_tie_t){i, i + 1, 1};
    }
    network = ref_build(N, ties, N - 1, mode, false);
    values = ref_compute(network, "eigenvector_two_mode");
    for (size_t i = 0; i < N; i++)
        assert_near(values[i], 2 * sin(acos(-1) * (double)(i + 1) / (N + 1)) / sqrt(N + 1), 1e-9,
                    "path");
    free(values);
    ent_network_free(network);
}

/* Two equal pieces each get their own vectors; a smaller one gets zeros. */
static void equal_components(void **state)
{
    static const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {3, 4, 1}, {3, 5, 1}, {6, 7, 1}};
    static const unsigned char mode[] = {1, 0, 0, 1, 0, 0, 1, 0};
    ent_network_t *network = ref_build(8, ties, 5, mode, false);
    double half = sqrt(.5);

    (void)state;
    check(network, "eigenvector_two_mode", (double[]){1, half, half, 1, half, half, 0, 0});
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(largest_betweenness_is_largest),
        cmocka_unit_test(random_networks),
        cmocka_unit_test(nobody_and_one_alone),
        cmocka_unit_test(star),
        cmocka_unit_test(everybody_in_everything),
        cmocka_unit_test(path),
        cmocka_unit_test(path_of_3000),
        cmocka_unit_test(equal_components),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
