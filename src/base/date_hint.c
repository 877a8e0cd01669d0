/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Why a text is no date: the habits of spreadsheets and countries, each with what to write. */
#include "base/date_hint.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/unicode.h"

/* What a refused text looks like: up to three numbers with what stands between them. */
typedef struct shape {
    int number[3];
    int width[3]; /* digits */
    int count;
    char separator; /* behind the first number */
    bool more;      /* text that is neither digit nor separator */
} shape_t;

typedef struct explanation {
    const char *shown;
    char *why;
    size_t size;
    bool option; /* of a command: there is no cell to leave empty */
} explanation_t;

static const char *const month_names[] = {"January",   "February", "March",    "April",
                                          "May",       "June",     "July",     "August",
                                          "September", "October",  "November", "December"};

static bool say(const explanation_t *to, const char *format, ...) ENT_PRINTF(2, 3);

/* Always true, so that a hint that fits is one statement. */
static bool say(const explanation_t *to, const char *format, ...)
{
    va_list args;
    int written = snprintf(to->why, to->size, "'%s' ", to->shown);

    if (written > 0 && (size_t)written < to->size) {
        va_start(args, format);
        vsnprintf(to->why + written, to->size - (size_t)written, format, args);
        va_end(args);
    }
    return true;
}

/* What to do about a text that means no date. */
static bool say_none(const explanation_t *to, const char *what)
{
    return say(to, "%s; %s", what,
               to->option ? "write 2025-04-11, 2025-04 or 2025"
                          : "leave the cell empty where the date is not known");
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static shape_t shape_of(const char *text, size_t length)
{
    shape_t shape = {0};
    size_t at = 0;

    while (at < length) {
        int n = shape.count;

        if (!is_digit(text[at])) {
            bool separates = strchr("-/. ", text[at]) != NULL;

            if (n == 1 && shape.separator == '\0')
                shape.separator = text[at];
            shape.more = shape.more || !separates;
            at++;
            continue;
        }
        if (n == 3) {
            shape.more = true;
            break;
        }
        for (; at < length && is_digit(text[at]); at++, shape.width[n]++)
            if (shape.width[n] < 9)
                shape.number[n] = shape.number[n] * 10 + (text[at] - '0');
        shape.count++;
    }
    return shape;
}

static bool is_civil(int year, int month, int day)
{
    return year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
           day <= ent_i_month_length(year, month);
}

/* Year first, but not as ISO writes it: 2025/4/11, 2023. 1. 5., 20250411, 2023-02-30. */
static bool explain_year_first(const explanation_t *to, const shape_t *shape)
{
    int year = shape->number[0], month = shape->number[1], day = shape->number[2];

    if (year == 0)
        return say_none(to, "is no date");
    if (is_civil(year, month, day))
        return say(to, "is not written as a date here; write %04d-%02d-%02d", year, month, day);
    if (is_civil(year, day, month))
        return say(to, "has no month %d; if day and month are swapped, write %04d-%02d-%02d", month,
                   year, day, month);
    if (year < 1000)
        return say(to, "has a year before 1000; years run from 1000 to 9999");
    if (month < 1 || month > 12)
        return say(to, "has no month %d; months run from 01 to 12", month);
    return say(to, "is no day of the calendar: %s %d has %d days; check the source",
               month_names[month - 1], year, ent_i_month_length(year, month));
}

/* Year last: 11/04/2025, 25.4.2025, 4/25/2025. */
static bool explain_year_last(const explanation_t *to, const shape_t *shape)
{
    int a = shape->number[0], b = shape->number[1], year = shape->number[2];
    bool day_first = is_civil(year, b, a), month_first = is_civil(year, a, b);

    if (day_first && month_first && a != b)
        return say(to, "may be %d %s or %d %s; write %04d-%02d-%02d or %04d-%02d-%02d", a,
                   month_names[b - 1], b, month_names[a - 1], year, b, a, year, a, b);
    if (day_first)
        return say(to, "has the year last; write %04d-%02d-%02d", year, b, a);
    if (month_first)
        return say(to, "has the year last; write %04d-%02d-%02d", year, a, b);
    return say(to, "is no day of the calendar, whichever way it is read; write the date as "
                   "year-month-day, such as 2025-04-11");
}

static bool explain_two_numbers(const explanation_t *to, const shape_t *shape)
{
    int a = shape->number[0], b = shape->number[1];

    if (shape->width[0] == 4 && shape->width[1] <= 2 && b >= 1 && b <= 12)
        return say(to, "is not written as a month here; write %04d-%02d", a, b);
    if (shape->width[1] == 4 && shape->width[0] <= 2 && a >= 1 && a <= 12)
        return say(to, "has the year last; write %04d-%02d", b, a);
    if (shape->width[0] == 4 && shape->width[1] == 2 && shape->separator == '-' && b >= 21 &&
        b <= 24)
        return say(to,
                   "is a season, whose days are not settled; write its months, such as "
                   "%04d-03/%04d-05",
                   a, a);
    if (shape->width[0] == 4 && shape->width[1] == 2)
        return say(to, "has no month %d; months run from 01 to 12", b);
    return false;
}

/* A spreadsheet's count of days since the end of 1899, with or without a time of day. */
static bool explain_serial(const explanation_t *to, const shape_t *shape)
{
    char day[11];

    if (shape->number[0] < 10000)
        return false;
    ent_i_day_format(ent_i_day_from_civil(1899, 12, 30) + shape->number[0], day);
    return say(to,
               "looks like a spreadsheet's day number (%s); format the column as text or as "
               "yyyy-mm-dd there and export it again",
               day);
}

static bool explain_one_number(const explanation_t *to, const shape_t *shape)
{
    int n = shape->number[0];

    if (shape->width[0] == 8)
        return explain_year_first(
            to, &(shape_t){.number = {n / 10000, n / 100 % 100, n % 100}, .count = 3});
    if (shape->width[0] == 5)
        return explain_serial(to, shape);
    if (shape->width[0] == 6 && n % 100 >= 1 && n % 100 <= 12 && n >= 100000)
        return say(to, "is not written as a month here; write %04d-%02d", n / 100, n % 100);
    if (shape->width[0] <= 2)
        return say(to, "has a year of two digits or none; write all four, such as 2025-04-11");
    return false;
}

static bool explain_numbers(const explanation_t *to, const shape_t *shape)
{
    if (shape->width[0] > 4 && shape->count > 1 && shape->separator == '-')
        return say(to, "has a year of more than four digits; years run from 1000 to 9999");
    if (shape->count == 3 && shape->width[0] == 4)
        return explain_year_first(to, shape);
    if (shape->count == 3 && shape->width[2] == 4)
        return explain_year_last(to, shape);
    if (shape->count == 3 && shape->width[0] <= 2 && shape->width[2] <= 2)
        return say(to, "has a year of two digits; write all four, such as 2025-04-11");
    if (shape->count == 2 && shape->width[0] == 5 && shape->separator == '.')
        return explain_serial(to, shape);
    if (shape->count == 2)
        return explain_two_numbers(to, shape);
    return shape->count == 1 && explain_one_number(to, shape);
}

static bool has(const char *text, size_t length, const char *piece)
{
    return memmem(text, length, piece, strlen(piece)) != NULL;
}

/* Forms of the standard that say something which cannot be counted. */
static bool explain_standard(const explanation_t *to, const char *text, size_t length)
{
    const char *slash = memchr(text, '/', length);
    shape_t shape = shape_of(text, length);

    if (length == 2 && memcmp(text, "..", 2) == 0)
        return say_none(to, "gives no date");
    if (has(text, length, "/..") || has(text, length, "../"))
        return say(to,
                   "is open at both ends or has no date at the other; write 2025-04-11/.. or "
                   "../2025-04-11%s",
                   to->option ? "" : ", or leave the cell empty");
    if (length > 11 && (text[10] == 'T' || text[10] == ' ') && is_digit(text[11]) &&
        is_civil(shape.number[0], shape.number[1], shape.number[2]) && shape.width[0] == 4)
        return say(to, "has a time of day; write %04d-%02d-%02d", shape.number[0], shape.number[1],
                   shape.number[2]);
    if (length > 4 && strchr("~?%", text[0]) != NULL)
        return say(to, "has its mark in front; write it behind, such as 2025-04~");
    if (is_digit(text[0]) && (text[length - 1] == 'X' || text[length - 1] == 'u'))
        return say(to, "leaves digits open; write the year or month alone, or an interval such as "
                       "2020/2029");
    if (slash != NULL && slash >= text + 7 && text[4] == '-')
        return say(to, "is no interval of two dates; write both in full, such as "
                       "2025-04-10/2025-04-16");
    return false;
}

/* 2023년 1월 5일, and the same without a day. */
static bool explain_korean(const explanation_t *to, const char *text, size_t length,
                           const shape_t *shape)
{
    if (!has(text, length, "월"))
        return false;
    if (shape->count == 3 && shape->width[0] == 4)
        return explain_year_first(to, shape);
    if (shape->count == 2 && shape->width[0] == 4)
        return explain_two_numbers(to, shape);
    return say(to, "has no year; write it in full, such as 2025-04 or 2025-04-11");
}

static void explain_shown(const explanation_t *to, const char *text, size_t length)
{
    shape_t shape = shape_of(text, length);

    if (explain_standard(to, text, length) || explain_korean(to, text, length, &shape))
        return;
    if (!shape.more && explain_numbers(to, &shape))
        return;
    if (to->option)
        say_none(to, "is no date");
    else
        say(to, "is no date; write 2025-04-11, 2025-04 or 2025, an interval such as 2025-04-10/.., "
                "or leave the cell empty where the date is not known");
}

void ent_i_date_explain(const char *text, size_t length, const ent_i_date_t *parsed, bool option,
                        char *why, size_t size)
{
    ent_i_text_t shown = {0};
    explanation_t to = {.why = why, .size = size, .option = option};
    char first[11], last[11];

    if (size == 0)
        return;
    ent_i_text_shown(&shown, text, length, 40);
    to.shown = shown.failed || shown.bytes == NULL ? "…" : shown.bytes;
    if (parsed != NULL && parsed->known) {
        ent_i_day_format(parsed->first, first);
        ent_i_day_format(parsed->last, last);
        say(&to, "ends (%s) before it starts (%s); write the earlier date first", last, first);
    } else {
        explain_shown(&to, text, length);
    }
    ent_i_text_free(&shown);
}
