/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts of large graphs, against drawings whose stress is known. */
#include "unit/unit.h"

#include <stdlib.h>

#include "layout/levels.h"
#include "layout/pack.h"
#include "layout/pivots.h"
#include "layout/stress.h"
#include "unit/stress.h"

enum { MOST = 3000, SIDE = 30 };

static ent_id_t tie_a[2 * MOST];
static ent_id_t tie_b[2 * MOST];

static size_t path(size_t vertices)
{
    for (size_t t = 0; t + 1 < vertices; t++) {
        tie_a[t] = (ent_id_t)t;
        tie_b[t] = (ent_id_t)t + 1;
    }
    return vertices - 1;
}

static size_t cycle(size_t vertices)
{
    size_t ties = path(vertices);

    tie_a[ties] = (ent_id_t)ties;
    tie_b[ties] = 0;
    return ties + 1;
}

static size_t grid(void)
{
    size_t ties = 0;

    for (ent_id_t v = 0; v < SIDE * SIDE; v++) {
        if (v % SIDE + 1 < SIDE) {
            tie_a[ties] = v;
            tie_b[ties++] = v + 1;
        }
        if (v / SIDE + 1 < SIDE) {
            tie_a[ties] = v;
            tie_b[ties++] = v + SIDE;
        }
    }
    return ties;
}

static size_t star(size_t vertices)
{
    for (size_t t = 0; t + 1 < vertices; t++) {
        tie_a[t] = 0;
        tie_b[t] = (ent_id_t)t + 1;
    }
    return vertices - 1;
}

/* Two hubs that share all others: no two of these are tied. */
static size_t bridge(size_t vertices)
{
    for (size_t t = 0; t + 2 < vertices; t++) {
        tie_a[2 * t] = 0;
        tie_a[2 * t + 1] = 1;
        tie_b[2 * t] = tie_b[2 * t + 1] = (ent_id_t)t + 2;
    }
    return 2 * (vertices - 2);
}

/* The stress of the multilevel layout; it is the same twice. */
static double drawn_stress(size_t vertices, size_t ties, const ent_i_point_t *known, double *best)
{
    static ent_i_point_t position[MOST];
    static ent_i_point_t again[MOST];
    ent_i_adjacency_t graph;
    ent_error_t err = {0};
    double stress = 0;

    assert_ok(ent_i_adjacency_init(&graph, vertices, ties, tie_a, tie_b, &err));
    assert_ok(ent_i_layout_multilevel(position, &graph, &err));
    assert_ok(ent_i_layout_multilevel(again, &graph, &err));
    assert_memory_equal(position, again, vertices * sizeof *position);
    for (size_t v = 0; v < vertices; v++)
        assert_true(isfinite(position[v].x) && isfinite(position[v].y));
    stress = stress_of(position, &graph);
    *best = stress_of(known, &graph);
    ent_i_adjacency_free(&graph);
    return stress;
}

/* A path is drawn as a line (stress 0), a cycle as a ring, a grid as a lattice: within a small
 * distance of what these drawings have. */
static void known_graphs_are_drawn_as_they_should_be(void **state)
{
    static ent_i_point_t known[MOST];
    double best = 0;
    double stress = 0;

    (void)state;
    for (size_t v = 0; v < 1000; v++)
        known[v] = (ent_i_point_t){(double)v, 0};
    stress = drawn_stress(1000, path(1000), known, &best);
    assert_near(best, 0, 1e-9, "line");
    assert_true(stress < 0.01);
    for (size_t v = 0; v < 1000; v++)
        known[v] = (ent_i_point_t){cos(0.001 * 8 * atan(1) * (double)v),
                                   sin(0.001 * 8 * atan(1) * (double)v)};
    stress = drawn_stress(1000, cycle(1000), known, &best);
    assert_true(best > 0.01 && stress < 1.1 * best);
    for (size_t v = 0; v < SIDE * SIDE; v++)
        known[v] = (ent_i_point_t){(double)(v % SIDE), (double)(v / SIDE)};
    stress = drawn_stress(SIDE * SIDE, grid(), known, &best);
    assert_true(best > 0.01 && stress < 1.1 * best);
}

/* Where coarsening has little to hold on to. */
static void awkward_graphs_are_drawn(void **state)
{
    static ent_i_point_t known[MOST];
    double best = 0;

    (void)state;
    for (size_t v = 0; v < MOST; v++)
        known[v] = (ent_i_point_t){(double)(v % 7), (double)(v / 7)};
    assert_true(drawn_stress(MOST, star(MOST), known, &best) < 0.25);
    assert_true(drawn_stress(MOST, bridge(MOST), known, &best) < 0.35);
}

/* Each level has at most half of the one before; a vertex's way out leads to its star's middle, and
 * no tie of a level is shorter than the distance that it stands for. */
static void levels_keep_distances(void **state)
{
    static ent_id_t queue[MOST];
    static int32_t distance[MOST];
    ent_i_adjacency_t graph;
    ent_i_levels_t levels;
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_adjacency_init(&graph, SIDE * SIDE, grid(), tie_a, tie_b, &err));
    assert_ok(ent_i_levels_init(&levels, &graph, 20, &err));
    assert_true(levels.count > 2);
    for (size_t l = 0; l < levels.count; l++) {
        const ent_i_level_t *level = &levels.level[l];

        assert_true(l + 1 == levels.count ? level->count <= 20
                                          : 2 * levels.level[l + 1].count <= level->count);
        for (size_t v = 0; v < level->count; v++) {
            ent_i_adjacency_distances(&graph, distance, queue, level->middle[v]);
            for (size_t k = level->offset[v]; k < level->offset[v + 1]; k++)
                assert_true((double)level->length[k] >=
                            distance[level->middle[level->neighbour[k]]]);
            if (l + 1 < levels.count)
                assert_true((double)level->out[v] >=
                            distance[levels.level[l + 1].middle[level->up[v]]]);
        }
    }
    ent_i_levels_free(&levels);
    ent_i_adjacency_free(&graph);
}

/* Searches that go together find what each finds alone, and all vertices are stood for. */
static void pivots_know_their_distances(void **state)
{
    static ent_id_t queue[MOST];
    static int32_t distance[MOST];
    ent_i_pivots_t pivots = {.vertex = {0, 899, 435, 29}};
    ent_i_adjacency_t graph;
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_adjacency_init(&graph, SIDE * SIDE, grid(), tie_a, tie_b, &err));
    assert_ok(ent_i_pivots_measure(&pivots, 4, &graph, &err));
    for (size_t p = 0; p < 4; p++) {
        ent_i_adjacency_distances(&graph, distance, queue, pivots.vertex[p]);
        for (size_t v = 0; v < SIDE * SIDE; v++) {
            double weight = (double)pivots.weight[v * pivots.count + p];

            assert_near((double)pivots.distance[v * pivots.count + p], distance[v], 0, "distance");
            assert_true(distance[v] == 0 ? weight == 0 : weight > 0);
        }
        assert_int_equal(pivots.index[pivots.vertex[p]], p);
    }
    ent_i_pivots_free(&pivots);
    ent_i_adjacency_free(&graph);
}

static void discs_are_pushed_apart(void **state)
{
    enum { DISCS = 900 };
    static ent_i_point_t position[DISCS];
    static double radius[DISCS];
    const ent_i_box_t page = {10, 10, 400, 300};
    ent_error_t err = {0};

    (void)state;
    for (size_t i = 0; i < DISCS; i++) { /* in a heap, some at one spot */
        position[i] = (ent_i_point_t){150 + 5 * (double)(i % 20), 100 + 4 * (double)(i / 20 % 20)};
        radius[i] = i % 50 == 0 ? 9 : 2;
    }
    assert_ok(ent_i_push_discs(position, radius, DISCS, &page, 1, &err));
    for (size_t i = 0; i < DISCS; i++) {
        assert_true(position[i].x >= 10 + radius[i] - 1e-9 &&
                    position[i].y >= 10 + radius[i] - 1e-9);
        assert_true(position[i].x <= 410 - radius[i] + 1e-9 &&
                    position[i].y <= 310 - radius[i] + 1e-9);
        for (size_t k = 0; k < i; k++)
            assert_true(hypot(position[i].x - position[k].x, position[i].y - position[k].y) >
                        radius[i] + radius[k]);
    }
    assert_ok(ent_i_push_discs(position, radius, 0, &page, 1, &err));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(known_graphs_are_drawn_as_they_should_be),
        cmocka_unit_test(awkward_graphs_are_drawn),
        cmocka_unit_test(levels_keep_distances),
        cmocka_unit_test(pivots_know_their_distances),
        cmocka_unit_test(discs_are_pushed_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
