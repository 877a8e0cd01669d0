/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A timeline: what its rows are, and how they are drawn. */
#ifndef ENT_FIGURE_TIMELINE_H
#define ENT_FIGURE_TIMELINE_H

#include "figure/rows.h"
#include "layout/timeline.h"

typedef enum ent_i_time_kind {
    ENT_TIME_HEADING,
    ENT_TIME_TIE,   /* one record */
    ENT_TIME_EVENT, /* all attendances of one event */
    ENT_TIME_COUNT  /* all memberships of one network */
} ent_i_time_kind_t;

typedef struct ent_i_time_row {
    ent_i_time_kind_t kind;
    ent_tie_kind_t of; /* which section */
    const char *name;
    const char *other; /* the second of two parties, with what stands between; "" */
    const char *tail;  /* behind the name, softer, never cut; on a line of its own below a count */
    const char *when;
    const char *title;
    bool bold;
    ent_period_t start;
    ent_period_t end;
    ent_tie_status_t status;
    bool over;         /* ended before the as-of date */
    ent_id_t record;   /* of a tie; else ENT_NONE */
    size_t from;       /* in `record` of the timeline: those that it stands for */
    size_t records;    /* how many */
    size_t importance; /* less is more */
    bool left_out;
    double y; /* middle */
    double height;
} ent_i_time_row_t;

typedef struct ent_i_timeline {
    ent_i_page_t *page;
    ent_id_t *record; /* behind the view, by section, network or event, and date */
    size_t record_count;
    ent_i_time_row_t *row;
    size_t row_count;
    size_t row_capacity;
    size_t bulk;        /* networks with more dated members than this are counted */
    size_t undated;     /* records without a date, in no row */
    const char *absent; /* some of them by name */
    size_t absent_named;
    bool dated; /* there is an as-of date */
    int32_t now;
    ent_i_time_axis_t axis;
    double left; /* of the axis, on the page */
    double right;
} ent_i_timeline_t;

/* timeline_rows.c */

/* Finds the records behind the view, those set aside by status or date too. */
ent_status_t ent_i_timeline_records(ent_i_timeline_t *line, ent_error_t *err);
/* Makes the rows anew. */
ent_status_t ent_i_timeline_rows(ent_i_timeline_t *line, ent_error_t *err);
/* The dates of an event, from its own table. */
void ent_i_timeline_event(ent_period_t *start, ent_period_t *end, const ent_dataset_t *dataset,
                          ent_id_t event);
/* Whether its status or its end says that it was over before the as-of date. One that begins after
 * that date was not, whatever its status has become. */
bool ent_i_time_is_over(const ent_i_timeline_t *line, const ent_record_t *record);
/* Until when it held: its end, but where its status says that it is over and its end does not say
 * when, some day from its start to the day before the as-of date. */
ent_period_t ent_i_time_end(const ent_i_timeline_t *line, const ent_record_t *record);
/* Whether a membership with a start is counted in the steps, and until when: one that is withdrawn,
 * expired or terminated only where its end is known and lies before the as-of date, a planned or
 * disputed one never, unless its status is included. */
bool ent_i_time_counts(const ent_i_timeline_t *line, const ent_record_t *record, ent_period_t *end);
/* Heights of a row, in rows of one tie. */
double ent_i_time_row_share(const ent_i_time_row_t *row);

/* timeline_words.c */

/* Widths left of the axis. */
typedef struct ent_i_time_columns {
    double both; /* names at its left side, dates at its right one */
    double when; /* of a date, at most */
} ent_i_time_columns_t;

/* Finds them and sets where the axis begins and ends. */
ent_i_time_columns_t ent_i_time_columns(ent_i_timeline_t *line);
void ent_i_time_words(const ent_i_timeline_t *line, const ent_i_time_row_t *row,
                      const ent_i_time_columns_t *columns, double pitch);
double ent_i_time_width(ent_i_page_t *page, const char *text, bool bold);
/* A text whose capitals have their middle at `at`. */
void ent_i_time_text(ent_i_page_t *page, const char *text, ent_i_point_t at, ent_i_anchor_t anchor,
                     bool bold, bool soft, const char *class);

/* timeline_bars.c */

/* The height of a bar behind the as-of date, in heights of one before it. */
#define ENT_TIME_THIN 0.4

/* The colour of a section. */
ent_i_color_t ent_i_time_color(const ent_i_page_t *page, ent_tie_kind_t kind);
double ent_i_time_x(const ent_i_timeline_t *line, int32_t day);
/* What its bar shows. */
ent_i_time_span_t ent_i_time_row_span(const ent_i_timeline_t *line, const ent_i_time_row_t *row);
/* Whether so many days can be seen as a piece of their own. */
bool ent_i_time_is_seen(const ent_i_timeline_t *line, int32_t from, int32_t until);
void ent_i_time_bar(const ent_i_timeline_t *line, const ent_i_time_row_t *row, double pitch);
ent_status_t ent_i_time_curve(const ent_i_timeline_t *line, const ent_i_time_row_t *row,
                              double pitch, ent_error_t *err);

#endif
