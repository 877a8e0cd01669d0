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
