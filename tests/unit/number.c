/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/number.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "unit/unit.h"

static void plain_decimals_are_taken(void **state)
{
    static const struct {
        const char *text;
        double number;
    } cases[] = {{"0", 0},
                 {"-0", 0},
                 {"007", 7},
                 {"-12.5", -12.5},
                 {"1e-3", 0.001},
                 {"1E+15", 1e15},
                 {"2.50e0", 2.5},
                 {"0.1", 0.1},
                 {"1e-15", 1e-15},
                 {"1e015", 1e15},
                 {"123456789012345678", 123456789012345680.0}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        double number = -1;

        assert_true(ent_i_number_parse(&number, cases[i].text));
        assert_near(number, cases[i].number, 0, cases[i].text);
    }
}

static void everything_else_is_refused(void **state)
{
    static const char *const cases[] = {"",
                                        " ",
                                        "-",
                                        "+1",
                                        ".5",
                                        "5.",
                                        " 1",
                                        "1 ",
                                        "1,5",
                                        "1.234,56",
                                        "1e",
                                        "1e+",
                                        "1e16",
                                        "1e-16",
                                        "1e400",
                                        "1e-400",
                                        "0x10",
                                        "nan",
                                        "NaN",
                                        "inf",
                                        "１２",
                                        "−1",
                                        "1_0",
                                        "1.2.3",
                                        "--1",
                                        "1e1.5",
                                        "1d3",
                                        "٣",
                                        "½",
                                        "infinity",
                                        "1e99999999999999999999"};
    char long_one[600];
    double number = 42;

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (ent_i_number_parse(&number, cases[i]))
            fail_msg("'%s' was taken as a number", cases[i]);
    }
    memset(long_one, '9', sizeof long_one);
    long_one[sizeof long_one - 1] = '\0';
    assert_false(ent_i_number_parse(&number, long_one));
    long_one[350] = '\0';
    assert_false(ent_i_number_parse(&number, long_one));
    assert_near(number, 42, 0, "left alone");
}

/* Numbers of few digits are read without strtod(), and of many with it: to the same double. */
static void few_digits_are_read_as_strtod_does(void **state)
{
    uint64_t random = 1;
    char text[64];

    (void)state;
    for (int i = 0; i < 20000; i++) {
        int digits = 1 + i % 17;
        int point = i / 17 % (digits + 1);
        size_t size = (size_t)sprintf(text, i % 3 == 0 ? "-" : "");
        double number = 0;

        for (int d = 0; d < digits; d++) {
            random = random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
            if (d == point && d > 0)
                text[size++] = '.';
            text[size++] = (char)('0' + (random >> 33) % 10);
        }
        text[size] = '\0';
        assert_true(ent_i_number_parse(&number, text));
        assert_true(number == strtod(text, NULL));
        assert_true(signbit(number) == signbit(strtod(text, NULL)));
    }
}

static void numbers_are_written_short(void **state)
{
    static const struct {
        double number;
        const char *text;
    } cases[] = {{0.5219780219780219, "0.521978021978"},
                 {-0.0, "0"},
                 {1.0 / 3, "0.333333333333"},
                 {17714, "17714"},
                 {1e15, "1e+15"},
                 {123456789012, "123456789012"},
                 {0.1 + 0.2, "0.3"},
                 {-2.5, "-2.5"},
                 {NAN, ""},
                 {INFINITY, "inf"}};
    char out[ENT_NUMBER_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ent_i_number_format(out, cases[i].number);
        assert_string_equal(out, cases[i].text);
    }
    ent_i_number_format_digits(out, 3.14159265, 3);
    assert_string_equal(out, "3.14");
    ent_i_number_format_digits(out, -1.7976931348623157e308, 17);
    assert_string_equal(out, "-1.7976931348623157e+308");
    ent_i_number_format_digits(out, 2, 0);
    assert_string_equal(out, "2");
    ent_i_number_format_digits(out, 0.1, 99);
    assert_string_equal(out, "0.10000000000000001");
}

/* Of any size, near whole numbers of the last digit and half-way between two. */
static double any_number(ent_i_random_t *random)
{
    double unit = ent_i_random_unit(random);
    double scale = pow(10, (double)ent_i_random_below(random, 40) - 24);

    switch (ent_i_random_below(random, 5)) {
    case 0:
        return unit * scale;
    case 1:
        return -round(unit * 1e6) / 1e3;
    case 2: /* ties, which rounding to even decides where they are exact */
        return (double)ent_i_random_below(random, 1 << 20) / 1024;
    case 3: /* 99…9 and 100…1, whose digits carry */
        return scale * (1 + (unit - 0.5) * 1e-11);
    default:
        return (double)ent_i_random_below(random, 1000000000) * 1e-9;
    }
}

static void numbers_are_written_as_printf_does(void **state)
{
    enum { TRIALS = 300000 };
    ent_i_random_t random;

    (void)state;
    ent_i_random_init(&random, 1, 0);
    for (int i = 0; i < TRIALS; i++) {
        char out[ENT_NUMBER_SIZE], expected[40];
        double number = any_number(&random);
        int digits = 1 + (int)ent_i_random_below(&random, 17);

        ent_i_number_format_digits(out, number, digits);
        snprintf(expected, sizeof expected, "%.*g", digits, number);
        if (strcmp(expected, "-0") == 0)
            snprintf(expected, sizeof expected, "0");
        assert_string_equal(out, expected);
        snprintf(expected, sizeof expected, "%.12g", number);
        assert_near(ent_i_number_write(out, number), strtod(expected, NULL), 0, expected);
        assert_near(ent_i_number_round(number), strtod(expected, NULL), 0, expected);
    }
}

static void rounding_equals_writing_and_reading(void **state)
{
    (void)state;
    assert_near(ent_i_number_round(0.1 + 0.2), 0.3, 0, "0.1 + 0.2");
    assert_near(ent_i_number_round(1.0 / 3), 0.333333333333, 0, "a third");
    assert_near(ent_i_number_round(NAN), NAN, 0, "not a number");
    assert_true(isinf(ent_i_number_round(INFINITY)));
    assert_false(signbit(ent_i_number_round(-0.0)));
    assert_near(ent_i_number_round(-98765), -98765, 0, "whole");
    assert_near(ent_i_number_round(1234567890123456), 1234567890120000, 0, "long");
}

static void the_locale_changes_nothing(void **state)
{
    char out[ENT_NUMBER_SIZE];
    double number = 0;

    (void)state;
    if (setlocale(LC_ALL, "de_DE.UTF-8") == NULL && setlocale(LC_ALL, "es_MX.UTF-8") == NULL)
        skip();
    ent_i_number_format(out, 0.5);
    assert_string_equal(out, "0.5");
    assert_true(ent_i_number_parse(&number, "0.5"));
    assert_near(number, 0.5, 0, "read");
    setlocale(LC_ALL, "C");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_decimals_are_taken),
        cmocka_unit_test(everything_else_is_refused),
        cmocka_unit_test(few_digits_are_read_as_strtod_does),
        cmocka_unit_test(numbers_are_written_short),
        cmocka_unit_test(numbers_are_written_as_printf_does),
        cmocka_unit_test(rounding_equals_writing_and_reading),
        cmocka_unit_test(the_locale_changes_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
