/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates: what is taken. What is refused is explained in date_hint.c. */
#include "base/date.h"

#include <stdio.h>
#include <string.h>

#include "base/date_hint.h"

#define YEAR_FIRST 1000
#define YEAR_LAST 9999

/* Days before each month in a year that begins in March (Howard Hinnant, days_from_civil). */
int32_t ent_i_day_from_civil(int year, int month, int day)
{
    int y = month <= 2 ? year - 1 : year;
    int era = (y >= 0 ? y : y - 399) / 400;
    int year_of_era = y - era * 400;
    int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

    return era * 146097 + day_of_era - 719468;
}

void ent_i_day_to_civil(int32_t day, int *year, int *month, int *day_of_month)
{
    int64_t z = (int64_t)day + 719468;
    int64_t era = (z >= 0 ? z : z - 146096) / 146097;
    int day_of_era = (int)(z - era * 146097);
    int year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    int from_march = (5 * day_of_year + 2) / 153;

    *day_of_month = day_of_year - (153 * from_march + 2) / 5 + 1;
    *month = from_march < 10 ? from_march + 3 : from_march - 9;
    *year = (int)(year_of_era + era * 400) + (*month <= 2);
}

int ent_i_month_length(int year, int month)
{
    static const int length[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

    return length[month - 1] + (month == 2 && leap);
}

int32_t ent_i_day_add_months(int32_t day, int months)
{
    int year, month, day_of_month;
    int64_t counted;

    if (day == ENT_DAY_MIN || day == ENT_DAY_MAX)
        return day;
    ent_i_day_to_civil(day, &year, &month, &day_of_month);
    counted = (int64_t)year * 12 + (month - 1) + months;
    /* Beyond the years that can be written there is no end, or no start. */
    if (counted >= (YEAR_LAST + 1) * 12)
        return ENT_DAY_MAX;
    if (counted < YEAR_FIRST * 12)
        return ENT_DAY_MIN;
    year = (int)(counted / 12);
    month = (int)(counted % 12) + 1;
    if (day_of_month > ent_i_month_length(year, month))
        day_of_month = ent_i_month_length(year, month);
    return ent_i_day_from_civil(year, month, day_of_month);
}

void ent_i_day_format(int32_t day, char out[11])
{
    int year, month, day_of_month;

    ent_i_day_to_civil(day, &year, &month, &day_of_month);
    if (day == ENT_DAY_MIN || day == ENT_DAY_MAX || year < 0 || year > YEAR_LAST)
        memcpy(out, "..", 3);
    else
        snprintf(out, 11, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100,
                 (unsigned)day_of_month % 100);
}

/* How many letters of "2025-04-11" name all these days: a day's, a month's or a year's; else 0. */
static size_t letters_of(int32_t first, int32_t last)
{
    int y = 0, m = 0, d = 0, year = 0, month = 0, day = 0;

    if (first == last)
        return 10;
    if (first == ENT_DAY_MIN || last == ENT_DAY_MAX)
        return 0;
    ent_i_day_to_civil(first, &y, &m, &d);
    ent_i_day_to_civil(last, &year, &month, &day);
    if (y != year || d != 1 || day != ent_i_month_length(year, month))
        return 0;
    if (m == month)
        return 7;
    return m == 1 && month == 12 ? 4 : 0;
}

void ent_i_days_format(int32_t first, int32_t last, char out[22])
{
    size_t letters = letters_of(first, last), length = 0;

    ent_i_day_format(first, out);
    length = strlen(out);
    if (letters == 0) {
        out[length] = '/';
        ent_i_day_format(last, out + length + 1);
    } else if (letters < length) {
        out[letters] = '\0';
    }
}

ent_i_date_t ent_i_date_unknown(void)
{
    return (ent_i_date_t){.first = ENT_DAY_MIN, .last = ENT_DAY_MAX};
}

static bool digits(const char *text, size_t count, int *number)
{
    *number = 0;
    for (size_t i = 0; i < count; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        *number = *number * 10 + (text[i] - '0');
    }
    return true;
}

/* One date of an interval, or the whole cell, without open ends. */
static bool parse_one(ent_i_date_t *date, const char *text, size_t length)
{
    int year, month = 0, day = 0;

    *date = (ent_i_date_t){.known = true};
    if (length > 0 && strchr("~?%", text[length - 1]) != NULL) {
        length--;
        date->approximate = text[length] != '?';
        date->uncertain = text[length] != '~';
    }
    if ((length != 4 && length != 7 && length != 10) || !digits(text, 4, &year) ||
        year < YEAR_FIRST)
        return false;
    if (length >= 7 && (text[4] != '-' || !digits(text + 5, 2, &month) || month < 1 || month > 12))
        return false;
    if (length == 10 && (text[7] != '-' || !digits(text + 8, 2, &day) || day < 1 ||
                         day > ent_i_month_length(year, month)))
        return false;
    date->first = ent_i_day_from_civil(year, month > 0 ? month : 1, day > 0 ? day : 1);
    if (month == 0)
        month = 12;
    date->last = ent_i_day_from_civil(year, month, day > 0 ? day : ent_i_month_length(year, month));
    return true;
}

static bool is_open(const char *text, size_t length)
{
    return length == 0 || (length == 2 && memcmp(text, "..", 2) == 0);
}

/* Both ends of an interval; false when one is no date. */
static bool parse_interval(ent_i_date_t *date, const char *text, size_t length, const char *slash)
{
    size_t left = (size_t)(slash - text), right = length - left - 1;
    ent_i_date_t a = ent_i_date_unknown(), b = ent_i_date_unknown();

    if (!is_open(text, left) && !parse_one(&a, text, left))
        return false;
    if (!is_open(slash + 1, right) && !parse_one(&b, slash + 1, right))
        return false;
    *date = (ent_i_date_t){.first = a.first,
                           .last = b.last,
                           .known = a.known || b.known,
                           .approximate = a.approximate || b.approximate,
                           .uncertain = a.uncertain || b.uncertain};
    return true;
}

static bool parse(ent_i_date_t *date, const char *text, bool option, char *why, size_t size)
{
    const char *slash;
    size_t length;
    bool parsed;

    text += strspn(text, " \t\r\n");
    length = strlen(text);
    while (length > 0 && strchr(" \t\r\n", text[length - 1]) != NULL)
        length--;
    *date = ent_i_date_unknown();
    if (length == 0 && !option)
        return true;
    slash = memchr(text, '/', length);
    parsed =
        slash == NULL ? parse_one(date, text, length) : parse_interval(date, text, length, slash);
    if (parsed && date->known && date->first <= date->last)
        return true;
    ent_i_date_explain(text, length, parsed ? date : NULL, option, why, size);
    *date = ent_i_date_unknown();
    return false;
}

bool ent_i_date_parse(ent_i_date_t *date, const char *text, char *why, size_t size)
{
    return parse(date, text, false, why, size);
}

bool ent_i_date_parse_option(ent_i_date_t *date, const char *text, char *why, size_t size)
{
    return parse(date, text, true, why, size);
}
