/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rooms that slide to where the distances want them. */
#include "layout/slide.h"

#include "unit/unit.h"

#include <stdlib.h>

#include "base/random.h"

enum {
    SIDE = 7,
    GRID = SIDE * SIDE,
    PAIR = 2,
    COUNT = GRID + PAIR,
    TIES = 2 * SIDE * (SIDE - 1) + 1
};

static const ent_i_box_t page = {0, 0, 400, 300};
static const double gap = 1;

/* A grid of vertices, whose distances are sums of steps, and a pair by itself. */
static void grid_init(ent_i_adjacency_t *graph)
{
    ent_id_t a[TIES], b[TIES];
    size_t ties = 0;
    ent_error_t err = {0};

    for (int i = 0; i < GRID; i++) {
        if (i % SIDE < SIDE - 1) {
            a[ties] = i;
            b[ties++] = i + 1;
        }
        if (i / SIDE < SIDE - 1) {
            a[ties] = i;
            b[ties++] = i + SIDE;
        }
    }
    a[ties] = GRID;
    b[ties++] = GRID + 1;
    assert_int_equal(ties, TIES);
    assert_ok(ent_i_adjacency_init(graph, COUNT, ties, a, b, &err));
}

/* Mean of (s · drawn − d)²/d² over the grid at the best scale s. */
static double stress_of(const ent_i_point_t *position)
{
    double sum = 0, squares = 0, pairs = 0;

    for (int i = 0; i < GRID; i++) {
        for (int k = i + 1; k < GRID; k++) {
            int steps = abs(i % SIDE - k % SIDE) + abs(i / SIDE - k / SIDE);
            double ratio =
                hypot(position[i].x - position[k].x, position[i].y - position[k].y) / steps;

            sum += ratio;
            squares += ratio * ratio;
            pairs++;
        }
    }
    return 1 - sum * sum / squares / pairs;
}

/* Rooms in the cells of a table, vertices shuffled over them. */
static void shuffle_over_cells(ent_i_point_t *position, uint64_t seed)
{
    ent_i_random_t random;

    ent_i_random_init(&random, seed, 0);
    for (int i = 0; i < COUNT; i++)
        position[i] = (ent_i_point_t){20 + 40.0 * (i % 9), 20 + 40.0 * (i / 9)};
    for (int i = COUNT - 1; i > 0; i--) {
        int k = (int)(ent_i_random_unit(&random) * (i + 1));
        ent_i_point_t swap = position[i];

        position[i] = position[k];
        position[k] = swap;
    }
}

static void check_free(const ent_i_point_t *position, const ent_i_box_t *room)
{
    for (int i = 0; i < COUNT; i++) {
        double left = position[i].x + room[i].x, top = position[i].y + room[i].y;

        assert_true(left >= -1e-6 && left + room[i].width <= page.width + 1e-6);
        assert_true(top >= -1e-6 && top + room[i].height <= page.height + 1e-6);
        for (int k = i + 1; k < COUNT; k++) {
            double x = fabs(position[i].x - position[k].x), y = fabs(position[i].y - position[k].y);

            assert_true(x >= room[i].width + gap - 1e-6 || y >= room[i].height + gap - 1e-6);
        }
    }
}

static void free_rooms_stay_free_and_stress_falls(void **state)
{
    ent_i_adjacency_t graph;
    ent_i_components_t components;
    ent_i_spans_t spans = {0};
    ent_i_point_t position[COUNT];
    ent_i_box_t room[COUNT];
    ent_error_t err = {0};

    (void)state;
    grid_init(&graph);
    assert_ok(ent_i_components_init(&components, &graph, &err));
    assert_ok(ent_i_spans_init(&spans, &graph, &components, &err));
    for (int i = 0; i < COUNT; i++)
        room[i] = (ent_i_box_t){-12, -4, 24, 14};
    for (uint64_t seed = 1; seed <= 4; seed++) {
        double before = 0;

        shuffle_over_cells(position, seed);
        check_free(position, room);
        before = stress_of(position);
        assert_ok(ent_i_slide(position, room, COUNT, &components, &spans, &page, gap, 200, &err));
        check_free(position, room);
        assert_true(stress_of(position) < before / 2);
    }
    ent_i_spans_free(&spans);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&graph);
}

/* With all the room of the page a scrambled grid comes to less stress than the even one has. */
static void points_without_rooms_come_to_rest(void **state)
{
    ent_i_adjacency_t graph;
    ent_i_components_t components;
    ent_i_spans_t spans = {0};
    ent_i_point_t position[COUNT];
    ent_i_box_t room[COUNT] = {{0}};
    ent_i_point_t even[COUNT];
    ent_error_t err = {0};

    (void)state;
    grid_init(&graph);
    assert_ok(ent_i_components_init(&components, &graph, &err));
    assert_ok(ent_i_spans_init(&spans, &graph, &components, &err));
    for (int i = 0; i < COUNT; i++) {
        even[i] = (ent_i_point_t){100 + 20.0 * (i % SIDE), 60 + 20.0 * (i / SIDE)};
        position[i] = (ent_i_point_t){even[i].x + 9 * sin(i), even[i].y + 9 * cos(3 * i)};
    }
    assert_ok(ent_i_slide(position, room, COUNT, &components, &spans, &page, 0, 200, &err));
    assert_true(stress_of(position) <= stress_of(even));
    assert_ok(ent_i_slide(position, room, 0, &components, &spans, &page, 0, 200, &err));
    ent_i_spans_free(&spans);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&graph);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(free_rooms_stay_free_and_stress_falls),
        cmocka_unit_test(points_without_rooms_come_to_rest),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
