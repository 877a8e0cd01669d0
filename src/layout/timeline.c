/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/timeline.h"

#include <stdlib.h>

#include "base/date.h"

static const double outside = 0.6; /* what is left of the whole when outliers are cut off */

static int by_day(const void *left, const void *right)
{
    int32_t a = *(const int32_t *)left;
    int32_t b = *(const int32_t *)right;

    return (a > b) - (a < b);
}

/* The first day of the day's year or month. */
static int32_t begin_of(int32_t day, bool year)
{
    int y = 0, m = 0, d = 0;

    ent_i_day_to_civil(day, &y, &m, &d);
    return ent_i_day_from_civil(y, year ? 1 : m, 1);
}

/* The first day of the year or month behind that of the day. */
static int32_t begin_behind(int32_t day, bool year)
{
    return ent_i_day_add_months(begin_of(day, year), year ? 12 : 1);
}

void ent_i_time_axis_fit(ent_i_time_axis_t *axis, int32_t *day, size_t count, int32_t now)
{
    double span = 0;
    bool years = false;

    axis->first = axis->last = now;
    if (count > 0) {
        qsort(day, count, sizeof *day, by_day);
        axis->first = day[0] < now ? day[0] : now;
        axis->last = day[count - 1] > now ? day[count - 1] : now;
        span = (double)axis->last - axis->first;
        if ((double)axis->last - day[count / 10] < outside * span && day[count / 10] <= now)
            axis->first = day[count / 10];
        span = (double)axis->last - axis->first;
        if ((double)day[count - 1 - count / 20] - axis->first < outside * span) {
            axis->last = day[count - 1 - count / 20];
            axis->last = axis->last > now ? axis->last : now;
        }
    }
    years = (double)axis->last - axis->first > 3 * 365.25;
    axis->first = begin_of(axis->first, years);
    axis->last = begin_behind(axis->last, years);
    if (axis->last == ENT_DAY_MAX)
        axis->last = ent_i_day_from_civil(9999, 12, 31);
}

/* Steps on the calendar, from the finest. */
static const struct {
    ent_i_time_unit_t unit;
    int step; /* days or months */
} steps_known[] = {
    {ENT_TIME_DAYS, 1},     {ENT_TIME_DAYS, 2},      {ENT_TIME_DAYS, 7},
    {ENT_TIME_DAYS, 14},    {ENT_TIME_MONTHS, 1},    {ENT_TIME_MONTHS, 2},
    {ENT_TIME_MONTHS, 3},   {ENT_TIME_MONTHS, 6},    {ENT_TIME_YEARS, 12},
    {ENT_TIME_YEARS, 24},   {ENT_TIME_YEARS, 60},    {ENT_TIME_YEARS, 120},
    {ENT_TIME_YEARS, 240},  {ENT_TIME_YEARS, 600},   {ENT_TIME_YEARS, 1200},
    {ENT_TIME_YEARS, 6000}, {ENT_TIME_YEARS, 12000}, {ENT_TIME_YEARS, 120000},
};

/* Marks of one step; SIZE_MAX where there are more than `most`. */
static size_t mark(int32_t *tick, size_t most, const ent_i_time_axis_t *axis, bool days, int step)
{
    size_t count = 0;
    int y = 0, m = 0, d = 0;
    int32_t at = 0;

    if (days) {
        at = axis->first;
    } else {
        ent_i_day_to_civil(axis->first, &y, &m, &d);
        m = (y * 12 + m - 1 + step - 1) / step * step; /* months since the year 0 */
        at = ent_i_day_from_civil(m / 12, m % 12 + 1, 1);
        if (at < axis->first)
            at = ent_i_day_add_months(at, step);
    }
    while (at <= axis->last) {
        if (count == most)
            return SIZE_MAX;
        tick[count++] = at;
        at = days ? at + step : ent_i_day_add_months(at, step);
    }
    return count;
}

size_t ent_i_time_ticks(int32_t *tick, size_t most, ent_i_time_unit_t *unit,
                        const ent_i_time_axis_t *axis)
{
    for (size_t i = 0; i < sizeof steps_known / sizeof *steps_known; i++) {
        size_t count =
            mark(tick, most, axis, steps_known[i].unit == ENT_TIME_DAYS, steps_known[i].step);

        *unit = steps_known[i].unit;
        if (count != SIZE_MAX)
            return count;
    }
    return 0;
}

static int64_t between(int64_t day, int64_t least, int64_t most)
{
    return day < least ? least : day > most ? most : day;
}

/* The day up to which the bar of a tie without an end goes. */
static int64_t stop_of(int32_t now, int64_t begun, int64_t surely)
{
    int64_t started = surely != ENT_DAY_MAX ? surely : begun;

    return started > now ? started : now;
}

ent_i_time_span_t ent_i_time_span(const ent_i_time_axis_t *axis, int32_t now, ent_period_t start,
                                  ent_period_t end)
{
    ent_i_time_span_t span = {0};
    int64_t begun = start.known ? start.first : ENT_DAY_MIN;
    int64_t surely = start.known ? start.last : ENT_DAY_MAX;
    int64_t until = end.known ? (int64_t)end.last + 1 : stop_of(now, begun, surely);
    int64_t surely_until = end.known ? (int64_t)end.first + 1 : until;

    span.sure = surely != ENT_DAY_MAX && (!end.known || surely <= end.first);
    span.before = begun < axis->first;
    span.beyond = !end.known || until > axis->last;
    span.maybe_from = (int32_t)between(begun, axis->first, axis->last);
    span.maybe_until = (int32_t)between(until, span.maybe_from, axis->last);
    span.sure_from = (int32_t)between(surely, span.maybe_from, span.maybe_until);
    span.sure_until = (int32_t)between(surely_until, span.sure_from, span.maybe_until);
    return span;
}

typedef struct change {
    int64_t day;
    int sure;
    int maybe;
} change_t;

static int by_change(const void *left, const void *right)
{
    const change_t *a = left;
    const change_t *b = right;

    return (a->day > b->day) - (a->day < b->day);
}

ent_status_t ent_i_time_steps(ent_i_time_step_t **step, size_t *steps, const ent_period_t *start,
                              const ent_period_t *end, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    change_t *change = NULL;
    size_t changes = 0;
    int64_t sure = 0, maybe = 0;

    *steps = 0;
    ENT_TRY(ent_i_alloc(&change, 4 * count, sizeof *change, err));
    ENT_TRY(ent_i_alloc(step, 4 * count, sizeof **step, err));
    for (size_t i = 0; i < count; i++) {
        int64_t first = start[i].known ? start[i].first : ENT_DAY_MIN;
        int64_t surely = start[i].known ? start[i].last : ENT_DAY_MIN;
        int64_t until = end[i].known ? end[i].first : ENT_DAY_MAX;
        int64_t last = end[i].known ? end[i].last : ENT_DAY_MAX;

        change[changes++] = (change_t){first, 0, 1};
        change[changes++] = (change_t){last + 1, 0, -1};
        if (surely <= until) {
            change[changes++] = (change_t){surely, 1, 0};
            change[changes++] = (change_t){until + 1, -1, 0};
        }
    }
    qsort(change, changes, sizeof *change, by_change);
    for (size_t i = 0; i < changes; i++) {
        sure += change[i].sure;
        maybe += change[i].maybe;
        if (change[i].day <= ENT_DAY_MAX &&
            (i + 1 == changes || change[i + 1].day != change[i].day))
            (*step)[(*steps)++] =
                (ent_i_time_step_t){(int32_t)change[i].day, (size_t)sure, (size_t)maybe};
    }

cleanup:
    free(change);
    return status;
}
