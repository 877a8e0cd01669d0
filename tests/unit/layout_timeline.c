/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Time along a figure, by hand. */
#include "unit/unit.h"

#include <stdlib.h>

#include "base/date.h"
#include "layout/timeline.h"

static ent_error_t err;

static int32_t day(int year, int month, int of_month)
{
    return ent_i_day_from_civil(year, month, of_month);
}

/* Ten ties of 2020 to 2024 and a town twinning of 1950: the one stays outside. */
static void outliers_do_not_squeeze_the_others(void **state)
{
    int32_t days[12] = {day(1950, 5, 1)};
    int32_t even[3] = {day(2024, 3, 9), day(2020, 7, 1), day(2022, 1, 1)};
    ent_i_time_axis_t axis;

    (void)state;
    for (int i = 0; i < 11; i++)
        days[i + 1] = day(2020 + i % 5, 2, 1 + i);
    ent_i_time_axis_fit(&axis, days, 12, day(2025, 6, 1));
    assert_int_equal(axis.first, day(2020, 1, 1));
    assert_int_equal(axis.last, day(2026, 1, 1));
    ent_i_time_axis_fit(&axis, even, 3, day(2024, 6, 1));
    assert_int_equal(axis.first, day(2020, 1, 1));
    assert_int_equal(axis.last, day(2025, 1, 1));
    ent_i_time_axis_fit(&axis, even, 1, day(2020, 7, 15)); /* sorted: now July 2020 */
    assert_int_equal(axis.first, day(2020, 7, 1));
    assert_int_equal(axis.last, day(2020, 8, 1));
    ent_i_time_axis_fit(&axis, NULL, 0, day(9999, 12, 31));
    assert_true(axis.last > axis.first);
}

static void ticks_step_evenly_on_the_calendar(void **state)
{
    ent_i_time_axis_t years = {day(2015, 1, 1), day(2028, 1, 1)};
    ent_i_time_axis_t month = {day(2025, 4, 1), day(2025, 7, 1)};
    ent_i_time_axis_t ages = {day(1000, 1, 1), day(9999, 12, 31)};
    ent_i_time_unit_t unit;
    int32_t tick[20];

    (void)state;
    assert_int_equal(ent_i_time_ticks(tick, 7, &unit, &years), 7); /* 2016, 2018, … 2028 */
    assert_int_equal(unit, ENT_TIME_YEARS);
    assert_int_equal(tick[0], day(2016, 1, 1));
    assert_int_equal(tick[6], day(2028, 1, 1));
    assert_int_equal(ent_i_time_ticks(tick, 14, &unit, &years), 14); /* each year */
    assert_int_equal(ent_i_time_ticks(tick, 5, &unit, &month), 4);
    assert_int_equal(unit, ENT_TIME_MONTHS);
    assert_int_equal(tick[1], day(2025, 5, 1));
    assert_int_equal(ent_i_time_ticks(tick, 10, &unit, &ages), 9); /* 1000, 2000, … 9000 */
    assert_int_equal(tick[8], day(9000, 1, 1));
}

/* Three members: since 2 January; since some day of 3 to 5 January, until the 8th; since always. */
static void imprecise_dates_give_two_counts(void **state)
{
    int32_t new_year = day(2025, 1, 1);
    const ent_period_t start[] = {
        {new_year + 1, new_year + 1, true}, {new_year + 2, new_year + 4, true}, {0, 0, false}};
    const ent_period_t end[] = {{0, 0, false}, {new_year + 7, new_year + 7, true}, {0, 0, false}};
    static const size_t want[][3] = {{1, 2, 2}, {2, 2, 3}, {4, 3, 3}, {8, 2, 2}};
    ent_i_time_step_t *step = NULL;
    size_t steps = 0;

    (void)state;
    assert_ok(ent_i_time_steps(&step, &steps, start, end, 3, &err));
    assert_int_equal(steps, 5);
    assert_int_equal(step[0].day, ENT_DAY_MIN);
    assert_int_equal(step[0].sure, 1);
    for (size_t i = 0; i < 4; i++) {
        assert_int_equal(step[i + 1].day, new_year + (int32_t)want[i][0]);
        assert_int_equal(step[i + 1].sure, want[i][1]);
        assert_int_equal(step[i + 1].maybe, want[i][2]);
    }
    free(step);
    assert_ok(ent_i_time_steps(&step, &steps, NULL, NULL, 0, &err));
    assert_int_equal(steps, 0);
    free(step);
}

/* Whether a tie with one of these starts and ends may hold on a day, and does with all of them. */
static void holds(bool *maybe, bool *surely, int32_t on, ent_period_t start, ent_period_t end)
{
    *maybe = false;
    *surely = true;
    for (int32_t s = start.first; s <= start.last; s++) {
        for (int32_t e = end.first; e <= end.last; e++) {
            *maybe |= s <= on && on <= e;
            *surely &= s <= on && on <= e;
        }
    }
}

/* Every start of up to four days and every such end, on an axis that cuts some of them. */
static void bars_show_the_days_of_all_readings(void **state)
{
    const ent_i_time_axis_t axis = {4, 12};

    (void)state;
    for (int32_t code = 0; code < 16 * 16 * 16; code++) {
        const ent_period_t start = {code % 16, code % 16 + code / 256 % 4, true};
        const ent_period_t end = {code / 16 % 16, code / 16 % 16 + code / 1024, true};
        ent_i_time_span_t span = ent_i_time_span(&axis, 7, start, end);
        bool any = false;

        if (end.last < start.first)
            continue;
        for (int32_t on = axis.first; on < axis.last; on++) {
            bool maybe, surely;

            holds(&maybe, &surely, on, start, end);
            assert_int_equal(maybe, span.maybe_from <= on && on < span.maybe_until);
            assert_int_equal(surely, span.sure && span.sure_from <= on && on < span.sure_until);
        }
        for (int32_t on = 0; on < 20; on++) {
            bool maybe, surely;

            holds(&maybe, &surely, on, start, end);
            any |= surely;
        }
        assert_int_equal(span.sure, any);
        assert_int_equal(span.before, start.first < axis.first);
        assert_int_equal(span.beyond, end.last >= axis.last);
    }
}

static void open_dates_have_bars(void **state)
{
    const ent_i_time_axis_t axis = {0, 100};
    const ent_period_t none = {ENT_DAY_MIN, ENT_DAY_MAX, false}, from_10 = {10, ENT_DAY_MAX, true};
    ent_i_time_span_t span;

    (void)state;
    span = ent_i_time_span(&axis, 50, from_10, (ent_period_t){80, 80, true});
    assert_false(span.sure || span.before || span.beyond); /* from some day after the tenth */
    assert_int_equal(span.maybe_from, 10);
    assert_int_equal(span.maybe_until, 81);
    span = ent_i_time_span(&axis, 50, (ent_period_t){10, 10, true},
                           (ent_period_t){60, ENT_DAY_MAX, true});
    assert_true(span.sure && span.beyond); /* it ends some day after the sixtieth */
    assert_int_equal(span.sure_until, 61);
    assert_int_equal(span.maybe_until, 100);
    span = ent_i_time_span(&axis, 50, none, (ent_period_t){70, 79, true});
    assert_true(!span.sure && span.before && !span.beyond);
    assert_int_equal(span.maybe_from, 0);
    assert_int_equal(span.maybe_until, 80);
    span = ent_i_time_span(&axis, 50, from_10, none);
    assert_true(!span.sure && span.beyond);
    assert_int_equal(span.maybe_until, 50);
    span = ent_i_time_span(&axis, 50, (ent_period_t){60, 69, true}, none); /* not begun yet */
    assert_true(span.sure && span.beyond);
    assert_int_equal(span.sure_from, 69);
    assert_int_equal(span.maybe_until, 69);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(outliers_do_not_squeeze_the_others),
        cmocka_unit_test(ticks_step_evenly_on_the_calendar),
        cmocka_unit_test(imprecise_dates_give_two_counts),
        cmocka_unit_test(bars_show_the_days_of_all_readings),
        cmocka_unit_test(open_dates_have_bars),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
