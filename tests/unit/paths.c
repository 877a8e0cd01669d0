/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Shortest ways: their order, number, limits and tolerance, by hand. NetworkX judges them on random
 * networks in tests/reference. */
#include "engine/paths.h"

#include "unit/unit.h"

static ent_error_t err;

static ent_network_t *build(size_t actors, const ent_tie_t *ties, size_t count, bool directed)
{
    ent_network_t *network = NULL;

    assert_ok(ent_network_from_ties(&network, actors, ties, count, NULL, directed, &err));
    return network;
}

static void assert_way(const ent_i_ways_t *ways, size_t way, const ent_id_t *want, size_t count)
{
    assert_true(way < ways->shown);
    assert_int_equal(ways->first[way + 1] - ways->first[way], count);
    assert_memory_equal(&ways->vertex[ways->first[way]], want, count * sizeof *want);
}

#define assert_way_is(ways, way, ...)                                                              \
    assert_way(ways, way, (const ent_id_t[]){__VA_ARGS__},                                         \
               sizeof((const ent_id_t[]){__VA_ARGS__}) / sizeof(ent_id_t))

/* 0 to 4 over 1 or 2 to 3; 5 hangs on 0; 6 is alone. */
static const ent_tie_t diamond[] = {{0, 1, 1}, {0, 2, 1}, {1, 3, 1},
                                    {2, 3, 1}, {3, 4, 1}, {0, 5, 1}};

static void in_order(void **state)
{
    ent_network_t *network = build(7, diamond, 6, false);
    ent_i_ways_t ways;

    (void)state;
    assert_ok(ent_i_ways_find(&ways, network, 0, 4, NULL, 10, &err));
    assert_true(ways.found);
    assert_near(ways.length, 3, 0, "three ties");
    assert_int_equal(ways.count, 2);
    assert_int_equal(ways.shown, 2);
    assert_way_is(&ways, 0, 0, 1, 3, 4);
    assert_way_is(&ways, 1, 0, 2, 3, 4);
    assert_int_equal(ways.on_all_count, 1);
    assert_int_equal(ways.on_all[0], 3);
    ent_i_ways_free(&ways);

    assert_ok(ent_i_ways_find(&ways, network, 4, 0, NULL, 1, &err));
    assert_int_equal(ways.count, 2);
    assert_int_equal(ways.shown, 1);
    assert_way_is(&ways, 0, 4, 3, 1, 0);
    ent_i_ways_free(&ways);

    assert_ok(ent_i_ways_find(&ways, network, 0, 5, NULL, 10, &err));
    assert_int_equal(ways.count, 1);
    assert_int_equal(ways.on_all_count, 0);
    assert_way_is(&ways, 0, 0, 5);
    ent_i_ways_free(&ways);

    assert_ok(ent_i_ways_find(&ways, network, 0, 6, NULL, 10, &err));
    assert_false(ways.found);
    assert_int_equal(ways.count, 0);
    assert_int_equal(ways.shown, 0);
    ent_i_ways_free(&ways);
    ent_network_free(network);
}

static void along_directions(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {1, 2, 1}, {2, 0, 1}, {1, 0, 1}};
    ent_network_t *network = build(4, ties, 4, true);
    ent_i_ways_t ways;

    (void)state;
    assert_ok(ent_i_ways_find(&ways, network, 0, 2, NULL, 10, &err));
    assert_int_equal(ways.count, 1);
    assert_way_is(&ways, 0, 0, 1, 2);
    ent_i_ways_free(&ways);
    assert_ok(ent_i_ways_find(&ways, network, 2, 1, NULL, 10, &err));
    assert_way_is(&ways, 0, 2, 0, 1);
    ent_i_ways_free(&ways);
    ent_network_free(network);
}

/* 0.1 + 0.2 is more than 0.3 in the last digit, and no longer a way than 0.15 + 0.15. */
static void equal_sums(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {0, 4, 1}, {1, 3, 1}, {2, 3, 1}, {3, 4, 1}};
    const double length[] = {0.1, 0.15, 0.3 + 1e-9, 0.2, 0.15, 1e-18};
    ent_network_t *network = build(5, ties, 6, false);
    ent_i_ways_t ways;

    (void)state;
    assert_true(0.1 + 0.2 > 0.15 + 0.15);
    assert_ok(ent_i_ways_find(&ways, network, 0, 3, length, 10, &err));
    assert_int_equal(ways.count, 2);
    assert_near(ways.length, 0.3, 1e-15, "either sum");
    ent_i_ways_free(&ways);

    /* A tie so short that it is lost in the sum is still a step, and leads in no circle; a way that
     * is longer by more than the tolerance is none of the shortest. */
    assert_ok(ent_i_ways_find(&ways, network, 0, 4, length, 10, &err));
    assert_int_equal(ways.count, 2);
    assert_way_is(&ways, 0, 0, 1, 3, 4);
    assert_int_equal(ways.on_all_count, 1);
    assert_int_equal(ways.on_all[0], 3);
    ent_i_ways_free(&ways);
    ent_network_free(network);
}

/* A way around that skips an actor which others pass: it is not on all. */
static void leaps(void **state)
{
    const ent_tie_t ties[] = {{0, 1, 1}, {0, 2, 1}, {1, 2, 1}, {2, 3, 1}};
    const double length[] = {1, 2, 1, 1};
    ent_network_t *network = build(4, ties, 4, false);
    ent_i_ways_t ways;

    (void)state;
    assert_ok(ent_i_ways_find(&ways, network, 0, 3, length, 10, &err));
    assert_int_equal(ways.count, 2);
    assert_way_is(&ways, 0, 0, 1, 2, 3);
    assert_way_is(&ways, 1, 0, 2, 3);
    assert_int_equal(ways.on_all_count, 1);
    assert_int_equal(ways.on_all[0], 2);
    ent_i_ways_free(&ways);
    ent_network_free(network);
}

/* `stages` in a row, each with ten ways through it: stage s joins 11 s to 11 s + 11. */
static size_t stages_of_ten(ent_tie_t *tie, ent_id_t stages)
{
    size_t count = 0;

    for (ent_id_t s = 0; s < stages; s++) {
        for (ent_id_t i = 1; i <= 10; i++) {
            tie[count++] = (ent_tie_t){11 * s, 11 * s + i, 1};
            tie[count++] = (ent_tie_t){11 * s + i, 11 * s + 11, 1};
        }
    }
    return count;
}

static void more_than_can_be_counted(void **state)
{
    enum { STAGES = 40 };
    static ent_tie_t tie[20 * STAGES];
    ent_network_t *network = build(11 * STAGES + 1, tie, stages_of_ten(tie, STAGES), false);
    ent_i_ways_t ways;

    (void)state;
    assert_ok(ent_i_ways_find(&ways, network, 0, 11 * 15, NULL, 3, &err));
    assert_true(ways.count == ENT_WAYS_MOST); /* 10^15, exactly */
    assert_int_equal(ways.shown, 3);
    assert_int_equal(ways.on_all_count, 14);
    ent_i_ways_free(&ways);
    assert_ok(ent_i_ways_find(&ways, network, 0, 11 * STAGES, NULL, 3, &err));
    assert_true(ways.count == ENT_WAYS_MOST + 1); /* 10^40: more */
    assert_near(ways.length, 2 * STAGES, 0, "two ties a stage");
    assert_int_equal(ways.on_all_count, STAGES - 1);
    ent_i_ways_free(&ways);
    ent_network_free(network);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(in_order),
        cmocka_unit_test(along_directions),
        cmocka_unit_test(equal_sums),
        cmocka_unit_test(leaps),
        cmocka_unit_test(more_than_can_be_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
