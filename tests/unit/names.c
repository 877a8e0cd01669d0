/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/names.h"

#include "unit/unit.h"

static void the_first_value_is_held(void **state)
{
    ent_error_t err = {0};
    ent_i_names_t *names = NULL;
    ent_id_t held = 0;

    (void)state;
    assert_ok(ent_i_names_new(&names, &err));
    assert_int_equal(ent_i_names_find(names, "서울"), ENT_NONE);
    assert_ok(ent_i_names_add(names, "서울", 7, &held, &err));
    assert_int_equal(held, 7);
    assert_ok(ent_i_names_add(names, "서울", 8, &held, &err));
    assert_int_equal(held, 7);
    assert_ok(ent_i_names_add(names, "", 9, NULL, &err));
    assert_int_equal(ent_i_names_find(names, ""), 9);
    assert_int_equal(ent_i_names_find(names, "서"), ENT_NONE);
    ent_i_names_set(names, "서울", 3);
    ent_i_names_set(names, "none", 4);
    assert_int_equal(ent_i_names_find(names, "서울"), 3);
    assert_int_equal(ent_i_names_find(names, "none"), ENT_NONE);
    ent_i_names_free(names);
    ent_i_names_free(NULL);
}

/* Keys that differ in one place only, and long ones with a common start. */
static void many_like_keys_are_told_apart(void **state)
{
    ent_error_t err = {0};
    ent_i_names_t *names = NULL;
    char key[64];

    (void)state;
    assert_ok(ent_i_names_new(&names, &err));
    for (int i = 0; i < 200000; i++) {
        snprintf(key, sizeof key, "%s%d", i % 2 ? "a long common start, longer than a word " : "",
                 i);
        assert_ok(ent_i_names_add(names, key, i, NULL, &err));
    }
    for (int i = 0; i < 200000; i++) {
        snprintf(key, sizeof key, "%s%d", i % 2 ? "a long common start, longer than a word " : "",
                 i);
        assert_int_equal(ent_i_names_find(names, key), i);
    }
    assert_int_equal(ent_i_names_find(names, "200000"), ENT_NONE);
    ent_i_names_free(names);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_first_value_is_held),
        cmocka_unit_test(many_like_keys_are_told_apart),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
