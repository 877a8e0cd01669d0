/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two columns in order: against every order of small graphs, and in what order parts stand. */
#include "unit/unit.h"

#include "base/random.h"
#include "layout/untangle.h"

enum { SIDE = 5, COUNT = 2 * SIDE };

typedef struct small {
    ent_id_t a[SIDE * SIDE], b[SIDE * SIDE];
    size_t ties;
} small_t;

static size_t crossings(const small_t *graph, const size_t place[COUNT])
{
    size_t count = 0;

    for (size_t s = 0; s < graph->ties; s++)
        for (size_t t = 0; t < graph->ties; t++)
            count +=
                place[graph->a[s]] < place[graph->a[t]] && place[graph->b[s]] > place[graph->b[t]];
    return count;
}

static void swap(size_t *a, size_t *b)
{
    size_t kept = *a;

    *a = *b;
    *b = kept;
}

/* The next permutation of 0 … SIDE - 1 in order; false behind the last. */
static bool next(size_t place[SIDE])
{
    size_t i = SIDE - 1, j = SIDE - 1;

    while (i > 0 && place[i - 1] > place[i])
        i--;
    if (i == 0)
        return false;
    while (place[j] < place[i - 1])
        j--;
    swap(&place[i - 1], &place[j]);
    for (size_t low = i, high = SIDE - 1; low < high; low++, high--)
        swap(&place[low], &place[high]);
    return true;
}

static size_t fewest(const small_t *graph)
{
    size_t place[COUNT] = {0, 1, 2, 3, 4};
    size_t least = SIZE_MAX;

    do {
        for (size_t i = 0; i < SIDE; i++)
            place[SIDE + i] = i;
        do {
            size_t count = crossings(graph, place);

            least = count < least ? count : least;
        } while (next(place + SIDE));
    } while (next(place));
    return least;
}

static void order(ent_i_columns_t *columns, const small_t *graph)
{
    const unsigned char mode[COUNT] = {0, 0, 0, 0, 0, 1, 1, 1, 1, 1};
    ent_i_adjacency_t adjacency = {0};
    ent_error_t err = {0};

    *columns = (ent_i_columns_t){0};
    assert_ok(ent_i_adjacency_init(&adjacency, COUNT, graph->ties, graph->a, graph->b, &err));
    assert_ok(ent_i_columns_init(columns, &adjacency, mode, &err));
    assert_int_equal(columns->count[0], SIDE);
    assert_int_equal(columns->count[1], SIDE);
    for (int side = 0; side < 2; side++)
        for (size_t i = 0; i < SIDE; i++)
            assert_int_equal(columns->place[columns->order[side][i]], i);
    ent_i_adjacency_free(&adjacency);
}

static void no_order_has_fewer_crossings(void **state)
{
    enum { GRAPHS = 40 };
    ent_i_random_t random;
    size_t all = 0;

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (int g = 0; g < GRAPHS; g++) {
        small_t graph = {.ties = 0};
        ent_i_columns_t columns;
        double share = 0.2 + 0.6 * ent_i_random_unit(&random);

        for (ent_id_t i = 0; i < SIDE; i++) {
            for (ent_id_t j = 0; j < SIDE; j++) {
                if (ent_i_random_unit(&random) >= share)
                    continue;
                graph.a[graph.ties] = i;
                graph.b[graph.ties++] = (ent_id_t)(SIDE + j);
            }
        }
        order(&columns, &graph);
        assert_int_equal(crossings(&graph, columns.place), fewest(&graph));
        all += fewest(&graph);
        ent_i_columns_free(&columns);
    }
    assert_true(all > 0); /* there was something to untangle */
}

/* 1-6, 1-7, 3-7, 3-6, 3-5 hang together and come first; 0-8 next; 2, 4 and 9 are alone and last. */
static void parts_stand_below_one_another(void **state)
{
    const small_t graph = {.a = {0, 1, 1, 3, 3, 3}, .b = {8, 6, 7, 7, 6, 5}, .ties = 6};
    ent_i_columns_t columns;

    (void)state;
    order(&columns, &graph);
    assert_int_equal(columns.order[1][2], 5); /* of fewest ties */
    assert_int_equal(columns.order[0][2], 0);
    assert_int_equal(columns.order[0][3], 2);
    assert_int_equal(columns.order[0][4], 4);
    assert_int_equal(columns.order[1][3], 8);
    assert_int_equal(columns.order[1][4], 9);
    ent_i_columns_free(&columns);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_order_has_fewer_crossings),
        cmocka_unit_test(parts_stand_below_one_another),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
