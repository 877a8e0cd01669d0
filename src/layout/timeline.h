/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Time along a figure: how much of it is shown, where it is marked, how many hold when. */
#ifndef ENT_LAYOUT_TIMELINE_H
#define ENT_LAYOUT_TIMELINE_H

#include "base/memory.h"
#include "entente/dataset.h"

typedef struct ent_i_time_axis {
    int32_t first; /* days since 1970-01-01 */
    int32_t last;
} ent_i_time_axis_t;

/* The time from the first to the last of the days (sorted in place) and `now`, in whole months or
 * years. Where the first tenth or the last twentieth of the days would take more than two fifths of
 * it, these stay outside. */
void ent_i_time_axis_fit(ent_i_time_axis_t *axis, int32_t *day, size_t count, int32_t now);

typedef enum ent_i_time_unit { ENT_TIME_DAYS, ENT_TIME_MONTHS, ENT_TIME_YEARS } ent_i_time_unit_t;

/* Days to mark on an axis, evenly stepped on the calendar, as many as `most` allows; returns how
 * many and, in `unit`, how precisely they must be named. */
size_t ent_i_time_ticks(int32_t *tick, size_t most, ent_i_time_unit_t *unit,
                        const ent_i_time_axis_t *axis);

/* What a bar shows of a tie. A tie holds for sure on a day that no start it may have lies behind
 * and no end it may have before; it may hold on a day between the first start and the last end. */
typedef struct ent_i_time_span {
    int32_t maybe_from; /* within the axis; `until`: the day behind the last */
    int32_t maybe_until;
    int32_t sure_from; /* between these two */
    int32_t sure_until;
    bool sure;   /* there is a day on which it holds for sure */
    bool before; /* it may have begun before the axis does */
    bool beyond; /* it has no end, or one that may lie behind the axis */
} ent_i_time_span_t;

/* An unknown start may be any day; an unknown end is none, and then the bar goes to `now`, or to
 * the last day on which it may have begun, where that is known and later. */
ent_i_time_span_t ent_i_time_span(const ent_i_time_axis_t *axis, int32_t now, ent_period_t start,
                                  ent_period_t end);

/* From `day` on until the next step: how many hold for sure and how many may, as imprecise dates
 * leave it open. */
typedef struct ent_i_time_step {
    int32_t day;
    size_t sure;
    size_t maybe;
} ent_i_time_step_t;

/* Counts records by their starts and ends (`known` false: no end). `step` receives an array to
 * free, `steps` its length, ascending by day. Records without a start hold from ENT_DAY_MIN on. */
ent_status_t ent_i_time_steps(ent_i_time_step_t **step, size_t *steps, const ent_period_t *start,
                              const ent_period_t *end, size_t count, ent_error_t *err);

#endif
