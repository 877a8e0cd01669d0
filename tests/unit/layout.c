/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where actors stand. */
#include "unit/unit.h"

#include <stdlib.h>

#include "base/random.h"
#include "layout/graph.h"
#include "layout/pack.h"
#include "layout/stress.h"
#include "unit/classics.h"
#include "unit/stress.h"

enum { KARATE_TIES = CLASSICS_COUNT(karate), MOST = 1000 };

static void karate_ties(ent_id_t *a, ent_id_t *b)
{
    for (size_t t = 0; t < KARATE_TIES; t++) {
        a[t] = karate[t].a;
        b[t] = karate[t].b;
    }
}

/* python-igraph 0.10.2, layout_kamada_kawai() of the same graph: 0.069167, for any seed. */
static void karate_is_drawn_as_well_as_by_kamada_and_kawai(void **state)
{
    ent_id_t a[KARATE_TIES], b[KARATE_TIES];
    ent_i_point_t position[KARATE_ACTORS];
    ent_i_adjacency_t graph;
    ent_error_t err = {0};

    (void)state;
    karate_ties(a, b);
    assert_ok(ent_i_adjacency_init(&graph, KARATE_ACTORS, KARATE_TIES, a, b, &err));
    assert_ok(ent_i_layout_start(position, &graph, &err));
    assert_ok(ent_i_layout_stress(position, &graph, &err));
    assert_true(stress_of(position, &graph) < 1.05 * 0.069167);
    ent_i_adjacency_free(&graph);
}

static void distances_are_counted_in_ties(void **state)
{
    static const ent_id_t a[] = {0, 1, 2, 5, 3};
    static const ent_id_t b[] = {1, 2, 3, 6, 3}; /* the last is a tie with itself */
    static const int32_t want[] = {0, 1, 2, 3, -1, -1, -1};
    ent_i_adjacency_t graph;
    ent_i_components_t components;
    ent_error_t err = {0};
    ent_id_t queue[7];
    int32_t distance[7];

    (void)state;
    assert_ok(ent_i_adjacency_init(&graph, 7, 5, a, b, &err));
    assert_int_equal(ent_i_adjacency_distances(&graph, distance, queue, 0), 4);
    assert_memory_equal(distance, want, sizeof want);
    assert_ok(ent_i_components_init(&components, &graph, &err));
    assert_int_equal(components.count, 3);
    assert_int_equal(components.first[1], 4);
    assert_int_equal(components.member[4], 5);
    assert_int_equal(components.member[6], 4);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&graph);
}

static bool boxes_overlap(const ent_i_box_t *a, const ent_i_box_t *b)
{
    return a->x + 1e-9 < b->x + b->width && b->x + 1e-9 < a->x + a->width &&
           a->y + 1e-9 < b->y + b->height && b->y + 1e-9 < a->y + a->height;
}

static void packed_boxes_do_not_overlap(void **state)
{
    enum { BOXES = 150 };
    ent_i_box_t box[BOXES];
    ent_error_t err = {0};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (int round = 0; round < 20; round++) {
        double right = 0, bottom = 0, area = 0;

        for (size_t i = 0; i < BOXES; i++) {
            box[i].width = 1 + (double)ent_i_random_below(&random, 9);
            box[i].height = 1 + 6 * ent_i_random_unit(&random);
            area += box[i].width * box[i].height;
        }
        assert_ok(ent_i_pack(box, BOXES, 1.5, &err));
        for (size_t i = 0; i < BOXES; i++) {
            for (size_t k = i + 1; k < BOXES; k++)
                assert_false(boxes_overlap(&box[i], &box[k]));
            right = fmax(right, box[i].x + box[i].width);
            bottom = fmax(bottom, box[i].y + box[i].height);
        }
        assert_true(right * bottom < 1.5 * area); /* no more than a third is left empty */
        assert_true(right / bottom > 1 && right / bottom < 2.2);
    }
}

static void rooms_are_pushed_apart_within_the_page(void **state)
{
    enum { ROOMS = 60 };
    const ent_i_box_t page = {0, 0, 400, 300};
    ent_i_point_t position[ROOMS];
    ent_i_box_t room[ROOMS];
    ent_error_t err = {0};
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 3, 0);
    for (size_t i = 0; i < ROOMS; i++) {
        position[i].x = 150 + 100 * ent_i_random_unit(&random);
        position[i].y = 100 + 100 * ent_i_random_unit(&random);
        room[i] = (ent_i_box_t){-20, -5, 40, 15};
    }
    assert_ok(ent_i_push_apart(position, room, ROOMS, &page, 1, 10, &err));
    for (size_t i = 0; i < ROOMS; i++) {
        ent_i_box_t a = {position[i].x - 20, position[i].y - 5, 40, 15};

        assert_true(a.x >= -1e-9 && a.y >= -1e-9 && a.x <= 360 + 1e-9 && a.y <= 285 + 1e-9);
        for (size_t k = i + 1; k < ROOMS; k++) {
            ent_i_box_t b = {position[k].x - 20, position[k].y - 5, 40, 15};

            assert_false(boxes_overlap(&a, &b));
        }
    }
}

/* Lays out a graph twice; everything stands in the box, apart, and both times the same. */
static void check_force(size_t vertices, size_t ties, const ent_id_t *a, const ent_id_t *b)
{
    const ent_i_box_t box = {10, 20, 460, 320};
    ent_i_point_t position[MOST] = {0};
    ent_i_point_t again[MOST] = {0};
    double radius[MOST];
    ent_i_layout_graph_t graph = {
        .vertex_count = vertices, .tie_count = ties, .a = a, .b = b, .radius = radius};
    ent_error_t err = {0};

    for (size_t i = 0; i < vertices; i++)
        radius[i] = 2;
    assert_ok(ent_i_layout_force(position, &graph, &box, NULL, &err));
    assert_ok(ent_i_layout_force(again, &graph, &box, NULL, &err));
    assert_memory_equal(position, again, vertices * sizeof *position);
    for (size_t i = 0; i < vertices; i++) {
        assert_true(position[i].x >= 10 && position[i].x <= 470);
        assert_true(position[i].y >= 20 && position[i].y <= 340);
        for (size_t k = 0; k < i; k++)
            assert_true(hypot(position[i].x - position[k].x, position[i].y - position[k].y) > 3.9);
    }
}

static void every_graph_gets_a_layout(void **state)
{
    ent_id_t a[MOST] = {0};
    ent_id_t b[MOST] = {0};

    (void)state;
    check_force(0, 0, a, b);
    check_force(1, 0, a, b);
    check_force(7, 0, a, b);
    for (ent_id_t i = 0; i < MOST; i++) { /* pairs */
        a[i] = 2 * i;
        b[i] = 2 * i + 1;
    }
    check_force(2, 1, a, b);
    check_force(101, 50, a, b);
    for (ent_id_t i = 0; i < MOST; i++) { /* a star */
        a[i] = 0;
        b[i] = i + 1;
    }
    check_force(200, 199, a, b);
    for (ent_id_t i = 0; i < MOST; i++) { /* a path, then a ring too long for stress */
        a[i] = i;
        b[i] = i + 1;
    }
    check_force(300, 299, a, b);
    b[699] = 0;
    check_force(700, 700, a, b);
    karate_ties(a, b);
    check_force(KARATE_ACTORS, KARATE_TIES, a, b);
    check_force(KARATE_ACTORS + 3, KARATE_TIES, a, b);
}

/* A chain that fits the page with its discs, but not with its names, runs on from end to end; one
 * whose discs do not fit is said to be strained. */
static void a_chain_keeps_its_order(void **state)
{
    enum { COUNT = 41 };
    const ent_i_box_t box = {0, 0, 460, 320};
    ent_id_t a[COUNT], b[COUNT];
    ent_i_box_t room[COUNT];
    double radius[COUNT];
    ent_i_point_t position[COUNT] = {0};
    double strain = -1;
    ent_error_t err = {0};
    ent_i_layout_graph_t graph = {.vertex_count = COUNT,
                                  .tie_count = COUNT - 1,
                                  .a = a,
                                  .b = b,
                                  .radius = radius,
                                  .room = room};

    (void)state;
    for (ent_id_t i = 0; i < COUNT; i++) {
        a[i] = i;
        b[i] = i + 1;
        radius[i] = 4;
        room[i] = (ent_i_box_t){-30, -4, 60, 30};
    }
    assert_ok(ent_i_layout_force(position, &graph, &box, &strain, &err));
    assert_true(strain >= 0 && strain <= 1);
    for (size_t i = 2; i < COUNT; i++) /* all steps lead one way */
        assert_true((position[i].x - position[i - 1].x) * (position[1].x - position[0].x) > 0);
    for (size_t i = 0; i < COUNT; i++) {
        radius[i] = 16;
        room[i] = (ent_i_box_t){-30, -16, 60, 50};
    }
    assert_ok(ent_i_layout_force(position, &graph, &box, &strain, &err));
    assert_true(strain > 1);
}

/* A ladder whose ends are shuffled can be drawn without a crossing. */
static void columns_are_untangled(void **state)
{
    enum { RUNGS = 12 };
    static const ent_id_t right[RUNGS] = {19, 13, 22, 15, 12, 17, 23, 14, 21, 18, 16, 20};
    const ent_i_box_t box = {0, 0, 300, 400};
    ent_id_t a[2 * RUNGS], b[2 * RUNGS];
    ent_i_point_t position[2 * RUNGS];
    unsigned char mode[2 * RUNGS] = {0};
    double radius[2 * RUNGS] = {0};
    size_t ties = 0;
    ent_error_t err = {0};
    ent_i_layout_graph_t graph = {.vertex_count = 2 * RUNGS, .a = a, .b = b, .radius = radius};

    (void)state;
    for (size_t i = 0; i < RUNGS; i++) {
        mode[RUNGS + i] = 1;
        a[ties] = (ent_id_t)i;
        b[ties++] = right[i];
        if (i + 1 < RUNGS) {
            a[ties] = (ent_id_t)i;
            b[ties++] = right[i + 1];
        }
    }
    graph.tie_count = ties;
    assert_ok(ent_i_layout_bipartite(position, &graph, mode, &box, &err));
    for (size_t s = 0; s < ties; s++) {
        for (size_t t = 0; t < ties; t++)
            assert_false(position[a[s]].y < position[a[t]].y - 1e-9 &&
                         position[b[s]].y > position[b[t]].y + 1e-9);
    }
    for (size_t i = 0; i < 2 * RUNGS; i++)
        assert_near(position[i].x, mode[i] ? 300 : 0, 1e-9, "column");
}

/* A wheel in disorder: 0 in the middle, 1 to 6 about it, of which 1-4, 4-2, 2-5, 5-3, 3-6 are tied
 * (so that they stand in the order 1 4 2 5 3 6 or its mirror image), 7 behind 5, and 8 apart. */
static void an_ego_stands_in_the_middle_of_its_rings(void **state)
{
    enum { SPOKES = 6, COUNT = 9 };
    static const ent_id_t a[] = {0, 0, 0, 0, 0, 0, 1, 4, 2, 5, 3, 5};
    static const ent_id_t b[] = {1, 2, 3, 4, 5, 6, 4, 2, 5, 3, 6, 7};
    static const ent_id_t order[SPOKES] = {1, 4, 2, 5, 3, 6};
    const ent_i_box_t box = {10, 20, 600, 300};
    ent_i_box_t room[COUNT];
    ent_i_point_t position[COUNT];
    double turn[SPOKES];
    ent_error_t err = {0};
    ent_i_layout_graph_t graph = {
        .vertex_count = COUNT, .tie_count = sizeof a / sizeof a[0], .a = a, .b = b, .room = room};
    size_t rings;
    bool apart = false;

    (void)state;
    for (size_t i = 0; i < COUNT; i++)
        room[i] = (ent_i_box_t){-5, -5, 10, 10};
    assert_ok(ent_i_layout_ego_rings(&rings, &apart, &graph, 0, &err));
    assert_int_equal(rings, 3);
    assert_true(apart);
    assert_ok(ent_i_layout_ego(position, &rings, &graph, 0, &box, &err));
    assert_int_equal(rings, 3);
    assert_near(position[0].x, 310, 1e-9, "middle");
    assert_near(position[0].y, 170, 1e-9, "middle");
    for (size_t i = 1; i < COUNT; i++) {
        double far = hypot((position[i].x - 310) / 300, (position[i].y - 170) / 150);

        assert_near(far, i == 8 ? 1 : i == 7 ? 2.0 / 3 : 1.0 / 3, 1e-9, "ring");
    }
    for (size_t i = 0; i < SPOKES; i++)
        turn[i] = atan2((position[order[i]].y - 170) / 150, (position[order[i]].x - 310) / 300);
    /* Neighbours in that order are neighbours on the ring: each step is less than any other way. */
    for (size_t i = 0; i + 1 < SPOKES; i++) {
        double step = fabs(remainder(turn[i + 1] - turn[i], 8 * atan(1)));

        for (size_t j = 0; j < SPOKES; j++) {
            if (j != i && j != i + 1 && j + 1 != i)
                assert_true(step < fabs(remainder(turn[j] - turn[i], 8 * atan(1))) + 1e-9);
        }
    }
    /* 7 hangs on 5 alone: on one line with it. */
    assert_near(remainder(atan2((position[7].y - 170) / 150, (position[7].x - 310) / 300) - turn[3],
                          8 * atan(1)),
                0, 1e-9, "behind");
}

/* However many there are behind whom, none stands on another. */
static void crowded_rings_keep_apart(void **state)
{
    enum { COUNT = 121 };
    const ent_i_box_t box = {0, 0, 500, 400};
    ent_id_t a[COUNT], b[COUNT];
    ent_i_box_t room[COUNT];
    ent_i_point_t position[COUNT];
    ent_error_t err = {0};
    ent_i_layout_graph_t graph = {
        .vertex_count = COUNT, .tie_count = COUNT - 1, .a = a, .b = b, .room = room};
    size_t rings;

    (void)state;
    for (ent_id_t i = 0; i < COUNT; i++)
        room[i] = (ent_i_box_t){-4, -4, 8, 8};
    for (ent_id_t i = 1; i < COUNT;
         i++) { /* 40 on the first ring, the other 80 behind two of them */
        a[i - 1] = i <= 40 ? 0 : i % 2 + 1;
        b[i - 1] = i;
    }
    assert_ok(ent_i_layout_ego(position, &rings, &graph, 0, &box, &err));
    assert_int_equal(rings, 2);
    for (size_t i = 0; i < COUNT; i++) {
        assert_true(position[i].x >= -1e-9 && position[i].x <= 500 + 1e-9);
        for (size_t j = i + 1; j < COUNT; j++)
            assert_true(hypot(position[i].x - position[j].x, position[i].y - position[j].y) > 3);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(distances_are_counted_in_ties),
        cmocka_unit_test(karate_is_drawn_as_well_as_by_kamada_and_kawai),
        cmocka_unit_test(packed_boxes_do_not_overlap),
        cmocka_unit_test(rooms_are_pushed_apart_within_the_page),
        cmocka_unit_test(every_graph_gets_a_layout),
        cmocka_unit_test(a_chain_keeps_its_order),
        cmocka_unit_test(columns_are_untangled),
        cmocka_unit_test(an_ego_stands_in_the_middle_of_its_rings),
        cmocka_unit_test(crowded_rings_keep_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
