/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/date.h"

#include "unit/unit.h"

/* Days since 1970-01-01 from Python: datetime.date(y, m, d).toordinal() - 719163. */
static void days_count_as_pythons_do(void **state)
{
    static const struct {
        int year, month, day;
        int32_t count;
    } cases[] = {{1970, 1, 1, 0},        {1969, 12, 31, -1},     {2000, 2, 29, 11016},
                 {2025, 4, 11, 20189},   {1000, 1, 1, -354285},  {9999, 12, 31, 2932896},
                 {1900, 3, 1, -25508},   {1899, 12, 30, -25569}, {2100, 2, 28, 47540},
                 {1582, 10, 15, -141427}};

    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        int year, month, day;

        assert_int_equal(ent_i_day_from_civil(cases[i].year, cases[i].month, cases[i].day),
                         cases[i].count);
        ent_i_day_to_civil(cases[i].count, &year, &month, &day);
        assert_int_equal(year, cases[i].year);
        assert_int_equal(month, cases[i].month);
        assert_int_equal(day, cases[i].day);
    }
}

static void every_day_comes_back(void **state)
{
    (void)state;
    for (int32_t count = -354285; count <= 2932896; count++) {
        int year, month, day;

        ent_i_day_to_civil(count, &year, &month, &day);
        if (ent_i_day_from_civil(year, month, day) != count || day < 1 ||
            day > ent_i_month_length(year, month))
            fail_msg("%d gives %d-%d-%d", (int)count, year, month, day);
    }
}

typedef struct taken {
    const char *text;
    const char *first, *last;
    bool approximate, uncertain;
} taken_t;

static const taken_t taken[] = {
    {"2025", "2025-01-01", "2025-12-31", false, false},
    {"2025-04", "2025-04-01", "2025-04-30", false, false},
    {"2025-04-11", "2025-04-11", "2025-04-11", false, false},
    {" 2025-04-11\t", "2025-04-11", "2025-04-11", false, false},
    {"2024-02", "2024-02-01", "2024-02-29", false, false},
    {"2023-02", "2023-02-01", "2023-02-28", false, false},
    {"2024-02-29", "2024-02-29", "2024-02-29", false, false},
    {"1000", "1000-01-01", "1000-12-31", false, false},
    {"9999-12-31", "9999-12-31", "9999-12-31", false, false},
    {"2025-04-10/2025-04-16", "2025-04-10", "2025-04-16", false, false},
    {"2025-04-11/..", "2025-04-11", "..", false, false},
    {"2025-04-11/", "2025-04-11", "..", false, false},
    {"../2025-04", "..", "2025-04-30", false, false},
    {"/2025-04", "..", "2025-04-30", false, false},
    {"2024/2025", "2024-01-01", "2025-12-31", false, false},
    {"2025-04/2025-04-10", "2025-04-01", "2025-04-10", false, false},
    {"2025-04-11/2025-04", "2025-04-11", "2025-04-30", false, false},
    {"2025~", "2025-01-01", "2025-12-31", true, false},
    {"2025-04?", "2025-04-01", "2025-04-30", false, true},
    {"2025-04-11%", "2025-04-11", "2025-04-11", true, true},
    {"2024~/2025-03?", "2024-01-01", "2025-03-31", true, true},
};

static void dates_of_any_precision_are_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof taken / sizeof *taken; i++) {
        ent_i_date_t date;
        char why[400] = "", first[11], last[11];

        if (!ent_i_date_parse(&date, taken[i].text, why, sizeof why))
            fail_msg("%s", why);
        ent_i_day_format(date.first, first);
        ent_i_day_format(date.last, last);
        assert_string_equal(first, taken[i].first);
        assert_string_equal(last, taken[i].last);
        assert_true(date.known);
        assert_int_equal(date.approximate, taken[i].approximate);
        assert_int_equal(date.uncertain, taken[i].uncertain);
    }
}

static void nothing_is_unknown(void **state)
{
    ent_i_date_t date;

    (void)state;
    assert_true(ent_i_date_parse(&date, "", NULL, 0));
    assert_false(date.known);
    assert_int_equal(date.first, ENT_DAY_MIN);
    assert_int_equal(date.last, ENT_DAY_MAX);
    assert_true(ent_i_date_parse(&date, "  ", NULL, 0));
    assert_false(date.known);
}

/* What is refused, and a piece that the explanation must have. */
static const char *const refused[][2] = {
    {"11/04/2025", "'11/04/2025' may be 11 April or 4 November; write 2025-04-11 or 2025-11-04"},
    {"03/04/2021", "write 2021-04-03 or 2021-03-04"},
    {"25/04/2025", "write 2025-04-25"},
    {"4/25/2025", "write 2025-04-25"},
    {"04.04.2025", "write 2025-04-04"},
    {"31/02/2025", "no day of the calendar"},
    {"99/1/1", "a year of two digits"},
    {"11-04-25", "a year of two digits"},
    {"44927", "spreadsheet's day number (2023-01-01)"},
    {"44927.75", "spreadsheet's day number (2023-01-01)"},
    {"2023-02-30", "February 2023 has 28 days"},
    {"2023-02-29", "February 2023 has 28 days"},
    {"2025-04-31", "April 2025 has 30 days"},
    {"2025-13", "no month 13"},
    {"2025-13-01", "write 2025-01-13"},
    {"2025-00-01", "no month 0"},
    {"0000-00-00", "leave the cell empty"},
    {"0999-01-01", "1000 to 9999"},
    {"10000-01-01", "1000 to 9999"},
    {"2023. 1. 5.", "write 2023-01-05"},
    {"2023년 1월 5일", "write 2023-01-05"},
    {"2023년 1월", "write 2023-01"},
    {"1월", "no year"},
    {"2023-1-5", "write 2023-01-05"},
    {"2023/01/05", "write 2023-01-05"},
    {"20230105", "write 2023-01-05"},
    {"202301", "write 2023-01"},
    {"2025/04", "write 2025-04"},
    {"04/2025", "write 2025-04"},
    {"2025-21", "season"},
    {"2025-04-11T10:00:00Z", "time of day; write 2025-04-11"},
    {"2025-04-11 10:00", "time of day; write 2025-04-11"},
    {"2025-05/2025-04", "ends (2025-04-30) before it starts (2025-05-01)"},
    {"2025-04-10/16", "write both in full"},
    {"..", "leave the cell empty"},
    {"../..", "open at both ends"},
    {"/", "no date"},
    {"~2025", "in front"},
    {"202X", "leaves digits open"},
    {"2025~~", "no date"},
    {"unknown", "leave the cell empty"},
    {"April 11, 2025", "no date"},
    {"２０２５", "no date"},
    {"-2025", "no date"},
    {"25", "two digits"},
    {"\033[2Jx", "'\\x1B[2Jx'"},
    {"2025-04-11/2025-04-12/2025-04-13", "'2025-04-11/2025-04-12/2025-04-13' "},
};

static void everything_else_is_refused_with_a_reason(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        ent_i_date_t date;
        char why[400] = "";

        if (ent_i_date_parse(&date, refused[i][0], why, sizeof why))
            fail_msg("'%s' was taken", refused[i][0]);
        assert_false(date.known);
        if (strstr(why, refused[i][1]) == NULL)
            fail_msg("'%s': \"%s\" lacks \"%s\"", refused[i][0], why, refused[i][1]);
    }
}

static void a_short_buffer_is_enough(void **state)
{
    ent_i_date_t date;
    char why[8] = "";

    (void)state;
    assert_false(ent_i_date_parse(&date, "unknown", why, sizeof why));
    assert_string_equal(why, "'unknow");
    assert_false(ent_i_date_parse(&date, "unknown", NULL, 0));
}

static void months_are_added(void **state)
{
    int32_t day = ent_i_day_from_civil(2024, 1, 31);
    char out[11];

    (void)state;
    ent_i_day_format(ent_i_day_add_months(day, 1), out);
    assert_string_equal(out, "2024-02-29");
    ent_i_day_format(ent_i_day_add_months(day, 13), out);
    assert_string_equal(out, "2025-02-28");
    ent_i_day_format(ent_i_day_add_months(day, -2), out);
    assert_string_equal(out, "2023-11-30");
    assert_int_equal(ent_i_day_add_months(ENT_DAY_MAX, -1), ENT_DAY_MAX);
    assert_int_equal(ent_i_day_add_months(ENT_DAY_MIN, 1), ENT_DAY_MIN);
    assert_int_equal(ent_i_day_add_months(day, INT32_MAX), ENT_DAY_MAX);
    assert_int_equal(ent_i_day_add_months(day, INT32_MIN), ENT_DAY_MIN);
}

/* Days are named as the cell that means them. */
static void days_are_named_as_in_cells(void **state)
{
    static const char *const cells[] = {"2024-02-29",
                                        "2024-02",
                                        "2023-02",
                                        "2025",
                                        "2025-03-01/..",
                                        "../2025-03-31",
                                        "2024-12-01/2025-01-31",
                                        "2025-01-01/2025-03-31",
                                        "2025-01-01/2025-12-30"};

    (void)state;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        ent_i_date_t date;
        char why[400] = "", days[22];

        assert_true(ent_i_date_parse(&date, cells[i], why, sizeof why));
        ent_i_days_format(date.first, date.last, days);
        assert_string_equal(days, cells[i]);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(days_count_as_pythons_do),
        cmocka_unit_test(every_day_comes_back),
        cmocka_unit_test(dates_of_any_precision_are_taken),
        cmocka_unit_test(nothing_is_unknown),
        cmocka_unit_test(everything_else_is_refused_with_a_reason),
        cmocka_unit_test(a_short_buffer_is_enough),
        cmocka_unit_test(months_are_added),
        cmocka_unit_test(days_are_named_as_in_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
