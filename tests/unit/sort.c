/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The counting sort against the C library's own. */
#include "base/sort.h"

#include <stdlib.h>

#include "base/random.h"
#include "unit/unit.h"

enum { COUNT = 2000, KEYS = 37 };

static int compare(const void *left, const void *right, void *data)
{
    const ent_id_t *key = data;
    ent_id_t a = *(const ent_id_t *)left;
    ent_id_t b = *(const ent_id_t *)right;

    if (key[a] != key[b])
        return key[a] < key[b] ? -1 : 1;
    return (a > b) - (a < b);
}

static void items_of_one_key_keep_their_order(void **state)
{
    ent_i_random_t random;
    ent_id_t key[COUNT], order[COUNT], want[COUNT];
    ent_error_t err = {0};

    (void)state;
    ent_i_random_init(&random, 7, 0);
    for (ent_id_t i = 0; i < COUNT; i++) {
        order[i] = want[i] = i;
        key[i] = (ent_id_t)ent_i_random_below(&random, KEYS);
    }
    qsort_r(want, COUNT, sizeof *want, compare, key);
    assert_ok(ent_i_sort_by_key(order, COUNT, key, KEYS, &err));
    assert_memory_equal(order, want, sizeof order);
}

static void nothing_and_one_are_sorted(void **state)
{
    const ent_id_t key[] = {5};
    ent_id_t order[] = {0};
    ent_error_t err = {0};

    (void)state;
    assert_ok(ent_i_sort_by_key(order, 0, key, 0, &err));
    assert_ok(ent_i_sort_by_key(order, 1, key, 6, &err));
    assert_int_equal(order[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(items_of_one_key_keep_their_order),
        cmocka_unit_test(nothing_and_one_are_sorted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
