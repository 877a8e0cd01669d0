/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/error.h"

#include "unit/unit.h"

static void first_message_wins(void **state)
{
    ent_error_t err = {0};

    (void)state;
    assert_int_equal(ent_i_fail_at(&err, ENT_EDATA, "cities.csv", 3, 7, "no %s", "name"),
                     ENT_EDATA);
    assert_int_equal(ent_i_fail(&err, ENT_EIO, "later"), ENT_EIO);
    assert_int_equal(err.status, ENT_EDATA);
    assert_string_equal(err.file, "cities.csv");
    assert_int_equal(err.line, 3);
    assert_int_equal(err.column, 7);
    assert_string_equal(err.message, "no name");
}

static void a_record_is_optional(void **state)
{
    (void)state;
    assert_int_equal(ent_i_fail(NULL, ENT_ENOMEM, "x"), ENT_ENOMEM);
}

static void every_status_has_a_name(void **state)
{
    (void)state;
    for (int i = 0; i < ENT_STATUS_COUNT; i++)
        assert_memory_equal(ent_status_name((ent_status_t)i), i == 0 ? "ENT_OK" : "ENT_E",
                            i == 0 ? 7 : 5);
    assert_string_equal(ent_status_name(ENT_STATUS_COUNT), "ENT_UNKNOWN");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(first_message_wins),
        cmocka_unit_test(a_record_is_optional),
        cmocka_unit_test(every_status_has_a_name),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
