/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors in one row, held against every order there is. */
#include "unit/unit.h"

#include <math.h>
#include <stdlib.h>

#include "base/random.h"
#include "layout/layout.h"

enum { MOST = 16 };

static ent_error_t err;

/* Pairs of ties that cross when all are drawn on one side, by the definition. */
static size_t crossings_of(const size_t *place, const ent_id_t *a, const ent_id_t *b, size_t ties)
{
    size_t crossings = 0;

    for (size_t i = 0; i < ties; i++) {
        size_t from = place[a[i]] < place[b[i]] ? place[a[i]] : place[b[i]];
        size_t to = place[a[i]] < place[b[i]] ? place[b[i]] : place[a[i]];

        for (size_t k = 0; k < ties; k++) {
            size_t first = place[a[k]] < place[b[k]] ? place[a[k]] : place[b[k]];
            size_t last = place[a[k]] < place[b[k]] ? place[b[k]] : place[a[k]];

            crossings += from < first && first < to && to < last;
        }
    }
    return crossings;
}

static size_t length_of(const size_t *place, const ent_id_t *a, const ent_id_t *b, size_t ties)
{
    size_t length = 0;

    for (size_t i = 0; i < ties; i++)
        length += (size_t)labs((long)place[a[i]] - (long)place[b[i]]);
    return length;
}

typedef struct found {
    size_t crossings;
    size_t length;
} found_t;

/* Every order, by exchanging: the least crossings and, apart from that, the least length. */
static void try_all(found_t *best, size_t *place, size_t from, size_t n, const ent_id_t *a,
                    const ent_id_t *b, size_t ties)
{
    if (from == n) {
        size_t crossings = crossings_of(place, a, b, ties);
        size_t length = length_of(place, a, b, ties);

        best->crossings = crossings < best->crossings ? crossings : best->crossings;
        best->length = length < best->length ? length : best->length;
        return;
    }
    for (size_t i = from; i < n; i++) {
        size_t kept = place[from];

        place[from] = place[i];
        place[i] = kept;
        try_all(best, place, from + 1, n, a, b, ties);
        place[i] = place[from];
        place[from] = kept;
    }
}

static found_t best_of_all(size_t n, const ent_id_t *a, const ent_id_t *b, size_t ties)
{
    found_t best = {SIZE_MAX, SIZE_MAX};
    size_t place[MOST];

    for (size_t i = 0; i < n; i++)
        place[i] = i;
    try_all(&best, place, 0, n, a, b, ties);
    return best;
}

static void order(size_t *place, size_t n, const ent_id_t *a, const ent_id_t *b, size_t ties,
                  const size_t *block, size_t blocks)
{
    ent_id_t row[MOST];
    bool seen[MOST] = {false};
    ent_i_layout_graph_t graph = {.vertex_count = n, .tie_count = ties, .a = a, .b = b};

    assert_ok(ent_i_layout_row(row, &graph, block, blocks, &err));
    for (size_t i = 0; i < n; i++) {
        assert_false(seen[row[i]]);
        seen[row[i]] = true;
        place[row[i]] = i;
    }
}

static found_t ordered(size_t n, const ent_id_t *a, const ent_id_t *b, size_t ties)
{
    size_t place[MOST];

    order(place, n, a, b, ties, NULL, 0);
    return (found_t){crossings_of(place, a, b, ties), length_of(place, a, b, ties)};
}

/* The graphs that can be drawn on one page without a crossing are the outerplanar ones (F.
 * Bernhart, P. C. Kainen, The book thickness of a graph, Journal of Combinatorial Theory B 27,
 * 1979). */
static void outerplanar_graphs_have_no_crossing(void **state)
{
    /* a ring of eight, numbered across; a tree; a ring with chords from one vertex */
    static const ent_id_t ring_a[] = {0, 4, 1, 5, 2, 6, 3, 7}, ring_b[] = {4, 1, 5, 2, 6, 3, 7, 0};
    static const ent_id_t tree_a[] = {3, 3, 6, 6, 1, 1, 0}, tree_b[] = {6, 1, 0, 2, 4, 5, 7};
    static const ent_id_t fan_a[] = {0, 2, 4, 1, 3, 0, 0, 0}, fan_b[] = {2, 4, 1, 3, 0, 4, 1, 5};

    (void)state;
    assert_int_equal(ordered(8, ring_a, ring_b, 8).crossings, 0);
    assert_int_equal(ordered(8, ring_a, ring_b, 8).length, 14); /* 2 (n - 1): no order has less */
    assert_int_equal(ordered(8, tree_a, tree_b, 7).crossings, 0);
    assert_int_equal(ordered(6, fan_a, fan_b, 8).crossings, 0);
}

/* Any four of a complete graph's vertices have one crossing, in whatever order. */
static void complete_graphs_cross_as_they_must(void **state)
{
    ent_id_t a[15], b[15];
    size_t ties = 0;

    (void)state;
    for (ent_id_t i = 0; i < 6; i++) {
        for (ent_id_t k = i + 1; k < 6; k++) {
            a[ties] = i;
            b[ties++] = k;
        }
    }
    assert_int_equal(ordered(6, a, b, ties).crossings, 15);
    assert_int_equal(ordered(6, a, b, ties).length, 35);
}

static void small_graphs_come_near_the_best_of_all_orders(void **state)
{
    enum { GRAPHS = 60, VERTICES = 7 };
    ent_i_random_t random;
    size_t crossings = 0, least_crossings = 0, length = 0, least_length = 0;

    (void)state;
    ent_i_random_init(&random, 5, 0);
    for (int g = 0; g < GRAPHS; g++) {
        ent_id_t a[VERTICES * VERTICES], b[VERTICES * VERTICES];
        size_t ties = 0;
        found_t found, best;

        for (ent_id_t i = 0; i < VERTICES; i++) {
            for (ent_id_t k = i + 1; k < VERTICES; k++) {
                if (ent_i_random_below(&random, 100) < 65) {
                    a[ties] = i;
                    b[ties++] = k;
                }
            }
        }
        found = ordered(VERTICES, a, b, ties);
        best = best_of_all(VERTICES, a, b, ties);
        assert_true(found.crossings >= best.crossings && found.length >= best.length);
        crossings += found.crossings;
        least_crossings += best.crossings;
        length += found.length;
        least_length += best.length;
    }
    assert_true(least_crossings > GRAPHS);
    assert_true((double)crossings <= 1.05 * (double)least_crossings);
    assert_true((double)length <= 1.15 * (double)least_length);
}

static void blocks_and_components_stay_together(void **state)
{
    /* two blocks, 0 and 1 in turn, tied across; 8 and 9 are apart, 9 alone */
    static const ent_id_t a[] = {0, 2, 4, 1, 3, 5, 0, 6, 8}, b[] = {2, 4, 6, 3, 5, 7, 1, 7, 10};
    static const size_t block[] = {0, 1, 0, 1, 0, 1, 0, 1, 1, 0, 0};
    size_t place[MOST];

    (void)state;
    order(place, 11, a, b, 9, block, 2);
    for (size_t v = 0; v < 11; v++) {
        bool early = place[v] < (block[0] == 0 && place[0] < 6 ? 6 : 5);

        assert_int_equal(early, (block[v] == 0) == (place[0] < 6));
    }
    order(place, 11, a, b, 9, NULL, 0);
    for (size_t v = 0; v < 8; v++)
        assert_true(place[v] < 8); /* the largest component first */
    assert_int_equal(place[9], 10);
    order(place, 0, NULL, NULL, 0, NULL, 0);
    order(place, 1, NULL, NULL, 0, NULL, 0);
}

/* By hand: 1 and 1.2 are to stand 1 apart; (x - 1)² + (x + 1 - 1.2)² is least at x = 0.6. */
static void things_move_no_farther_than_they_must(void **state)
{
    double at[] = {1, 1.2, 5};
    double edge[] = {0.1, 0.2, 9.9};
    double run[] = {4, 4, 4};

    (void)state;
    assert_ok(ent_i_layout_spread(at, 3, 1, 0, 10, &err));
    assert_near(at[0], 0.6, 1e-12, "a place");
    assert_near(at[1], 1.6, 1e-12, "a place");
    assert_near(at[2], 5, 1e-12, "a place");
    assert_ok(ent_i_layout_spread(edge, 3, 1, 0, 10, &err));
    assert_near(edge[0], 0.5, 1e-12, "a place");
    assert_near(edge[1], 1.5, 1e-12, "a place");
    assert_near(edge[2], 9.5, 1e-12, "a place");
    assert_ok(ent_i_layout_spread(run, 3, 2, 0, 10, &err));
    assert_near(run[0], 2, 1e-12, "a place");
    assert_near(run[1], 4, 1e-12, "a place");
    assert_near(run[2], 6, 1e-12, "a place");
    assert_ok(ent_i_layout_spread(NULL, 0, 1, 0, 10, &err));
}

/* A star about 3 with a tie 1 – 2 in group 0; 4 and 5 in group 1. */
static void blocks_begin_with_the_best_tied(void **state)
{
    static const ent_id_t a[] = {3, 3, 3, 1, 4}, b[] = {0, 1, 2, 2, 5};
    static const size_t group[] = {0, 0, 0, 0, 1, 1};
    static const ent_id_t want[] = {3, 1, 2, 0, 4, 5};
    ent_i_layout_graph_t graph = {.vertex_count = 6, .tie_count = 5, .a = a, .b = b};
    ent_id_t order[6];

    (void)state;
    assert_ok(ent_i_layout_blocks(order, &graph, group, &err));
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(order[i], want[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outerplanar_graphs_have_no_crossing),
        cmocka_unit_test(complete_graphs_cross_as_they_must),
        cmocka_unit_test(small_graphs_come_near_the_best_of_all_orders),
        cmocka_unit_test(blocks_and_components_stay_together),
        cmocka_unit_test(blocks_begin_with_the_best_tied),
        cmocka_unit_test(things_move_no_farther_than_they_must),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
