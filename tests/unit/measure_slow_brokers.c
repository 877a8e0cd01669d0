/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Brokers and structural holes against their definitions written down a second time, slowly, for
 * seeded random networks: sparse and dense, in pieces, with isolates, weights and directions. */
#include "unit/dense.h"

static double share(const dense_t *net, size_t i, size_t j)
{
    return tie(net, i, j) > 0 ? tie(net, i, j) / degree(net, i) : 0;
}

static double constraint(const dense_t *net, size_t i)
{
    double sum = 0;

    for (size_t j = 0; j < net->n; j++) {
        double part = share(net, i, j);

        if (tie(net, i, j) <= 0)
            continue;
        for (size_t q = 0; q < net->n; q++)
            if (q != i && q != j)
                part += share(net, i, q) * share(net, q, j);
        sum += part * part;
    }
    return degree(net, i) > 0 ? sum : NAN;
}

/* Brokers between groups by number, three of them: every ordered pair looked at. */
typedef bool pair_fn(size_t a, size_t i, size_t b);

static bool is_coordinator(size_t a, size_t i, size_t b)
{
    return a == i && b == i;
}

static bool is_consultant(size_t a, size_t i, size_t b)
{
    return a == b && a != i;
}

static bool is_gatekeeper(size_t a, size_t i, size_t b)
{
    return a != i && b == i;
}

static bool is_representative(size_t a, size_t i, size_t b)
{
    return a == i && b != i;
}

static bool is_liaison(size_t a, size_t i, size_t b)
{
    return a != i && b != i && a != b;
}

static bool is_any(size_t a, size_t i, size_t b)
{
    (void)a;
    (void)i;
    (void)b;
    return true;
}

static double brokered(const dense_t *net, size_t i, pair_fn *is)
{
    double count = 0;

    for (size_t a = 0; a < net->n; a++)
        for (size_t b = 0; b < net->n; b++)
            count += a != b && tie(net, a, i) > 0 && tie(net, i, b) > 0 && tie(net, a, b) <= 0 &&
                     is(a % 3, i % 3, b % 3);
    return count;
}

static double expected_brokered(const dense_t *net, size_t i, pair_fn *is)
{
    double density = 0;
    double count = 0;

    for (size_t a = 0; a < net->n; a++)
        density += degree(net, a) / (double)(net->n * (net->n - 1));
    for (size_t a = 0; a < net->n; a++)
        for (size_t b = 0; b < net->n; b++)
            count += a != b && a != i && b != i && is(a % 3, i % 3, b % 3);
    return count * density * density * (1 - density);
}

/* Variance: triples a-i-b and a-i-c share the tie a-i, and i-b as well. */
static double standard(const dense_t *net, size_t i, pair_fn *is)
{
    double n = (double)net->n;
    double density = 0;
    double mean = expected_brokered(net, i, is);
    double shared = 0;
    double variance;

    for (size_t a = 0; a < net->n; a++)
        density += degree(net, a) / (n * (n - 1));
    for (size_t a = 0; a < net->n; a++)
        for (size_t b = 0; b < net->n; b++)
            for (size_t c = 0; c < net->n; c++) {
                if (a == b || a == c || b == c || a == i || b == i || c == i)
                    continue;
                shared += is(a % 3, i % 3, b % 3) && is(a % 3, i % 3, c % 3);
                shared += is(b % 3, i % 3, a % 3) && is(c % 3, i % 3, a % 3);
            }
    variance =
        mean * (1 - density * density * (1 - density)) + shared * pow(density * (1 - density), 3);
    return variance > 0 ? (brokered(net, i, is) - mean) / sqrt(variance) : (double)NAN;
}

#define SLOW_BROKER(role)                                                                          \
    static double role(const dense_t *net, size_t i)                                               \
    {                                                                                              \
        return brokered(net, i, is_##role);                                                        \
    }                                                                                              \
    static double role##_expected(const dense_t *net, size_t i)                                    \
    {                                                                                              \
        return expected_brokered(net, i, is_##role);                                               \
    }                                                                                              \
    static double role##_z(const dense_t *net, size_t i)                                           \
    {                                                                                              \
        return standard(net, i, is_##role);                                                        \
    }

SLOW_BROKER(coordinator)
SLOW_BROKER(consultant)
SLOW_BROKER(gatekeeper)
SLOW_BROKER(representative)
SLOW_BROKER(liaison)
SLOW_BROKER(any)

static double dyadic(const dense_t *net, size_t i, size_t j)
{
    double part = share(net, i, j);

    for (size_t q = 0; q < net->n; q++)
        if (q != i && q != j)
            part += share(net, i, q) * share(net, q, j);
    return part * part;
}

static double hierarchy(const dense_t *net, size_t i)
{
    double sum = 0;
    double contacts = 0;
    double whole = constraint(net, i);

    for (size_t j = 0; j < net->n; j++) {
        double ratio;

        if (tie(net, i, j) <= 0)
            continue;
        contacts++;
        ratio = dyadic(net, i, j) / whole;
        sum += ratio * log(ratio);
    }
    return contacts > 1 ? 1 + sum / log(contacts) : (double)NAN;
}

static double effective_size_weighted(const dense_t *net, size_t i)
{
    double size = 0;

    for (size_t j = 0; j < net->n; j++) {
        double greatest = 0;

        if (tie(net, i, j) <= 0)
            continue;
        for (size_t q = 0; q < net->n; q++)
            greatest = fmax(greatest, tie(net, j, q));
        size += 1;
        for (size_t q = 0; q < net->n; q++)
            size -= q != i ? share(net, i, q) * tie(net, j, q) / greatest : 0;
    }
    return degree(net, i) > 0 ? size : (double)NAN;
}

static double efficiency_weighted(const dense_t *net, size_t i)
{
    double contacts = 0;

    for (size_t j = 0; j < net->n; j++)
        contacts += tie(net, i, j) > 0;
    return effective_size_weighted(net, i) / contacts;
}

#define ROLE(role, function)                                                                       \
    {"broker_" #role, function, false, false},                                                     \
        {"broker_" #role "_expected", function##_expected, false, false},                          \
    {                                                                                              \
        "broker_" #role "_z", function##_z, false, false                                           \
    }

#define BROKERS                                                                                    \
    ROLE(coordinator, coordinator), ROLE(consultant, consultant), ROLE(gatekeeper, gatekeeper),    \
        ROLE(representative, representative), ROLE(liaison, liaison), ROLE(total, any)

static const slow_t undirected[] = {
    {"constraint", constraint, false, false},
    {"constraint_weighted", constraint, true, false},
    {"effective_size_weighted", effective_size_weighted, true, false},
    {"efficiency_weighted", efficiency_weighted, true, false},
    {"hierarchy", hierarchy, false, false},
    {"hierarchy_weighted", hierarchy, true, false},
    BROKERS,
};

static const slow_t directed[] = {BROKERS};

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
