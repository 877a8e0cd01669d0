/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Dates at any precision: ISO 8601-1, EDTF level 0 intervals and open ends, level 1 ~ and ?.
 *
 * A date is the interval of days in which the truth lies. Days count from 1970-01-01, proleptic
 * Gregorian, years 1000 to 9999. */
#ifndef ENT_BASE_DATE_H
#define ENT_BASE_DATE_H

#include "base/memory.h"

#define ENT_DAY_MIN INT32_MIN /* an open start */
#define ENT_DAY_MAX INT32_MAX /* an open end */

typedef struct ent_i_date {
    int32_t first; /* earliest day; ENT_DAY_MIN when open or unknown */
    int32_t last;  /* latest day; ENT_DAY_MAX when open or unknown */
    bool known;    /* false: the cell was empty; first and last are then open */
    bool approximate;
    bool uncertain;
} ent_i_date_t;

/* Parses one cell; empty text gives an unknown date. On failure returns false and writes into
 * `why` (of `size` bytes) what was found, what was expected and what to do, such as
 * "'11/04/2025' may be 11 April or 4 November; write 2025-04-11 or 2025-11-04". */
bool ent_i_date_parse(ent_i_date_t *date, const char *text, char *why, size_t size);

/* The same for a date that is an option and not a cell: empty text is no date, and `why` says
 * nothing of cells. */
bool ent_i_date_parse_option(ent_i_date_t *date, const char *text, char *why, size_t size);

/* The unknown date. */
ent_i_date_t ent_i_date_unknown(void);

int32_t ent_i_day_from_civil(int year, int month, int day);
void ent_i_day_to_civil(int32_t day, int *year, int *month, int *day_of_month);

/* The number of days of a month (1 to 12). */
int ent_i_month_length(int year, int month);

/* `day` moved by whole months; a day past the month's end becomes its last. Open ends stay. */
int32_t ent_i_day_add_months(int32_t day, int months);

/* "2025-04-11" into `out` (11 bytes); an open end gives "..". */
void ent_i_day_format(int32_t day, char out[11]);

/* The days from `first` to `last` as a cell would have them: a day, a whole month or year
 * ("2025-04", "2025"), else an interval ("2025-04-11/2025-05-10", "2025-04-11/.."). */
void ent_i_days_format(int32_t first, int32_t last, char out[22]);

#endif
