/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Figures whose actors stand in rows: pages that grow with them, letters and marks that fit a row,
 * and names beside it. */
#ifndef ENT_FIGURE_ROWS_H
#define ENT_FIGURE_ROWS_H

#include "figure/page.h"

/* A row of letters this high is read as one, in sizes of the letters. */
#define ENT_ROW_OF_LETTERS 1.22
/* Letters shrink to this part of the preset's before names are left out. */
#define ENT_LEAST_LETTERS 0.75

/* Lets the page grow until so many points are in the plot, as far as the preset allows. */
void ent_i_rows_grow(ent_i_page_t *page, double height);
/* Makes a page whose height the preset leaves open lower, so that few rows leave no blank paper
 * below them: so many points stay in the plot. */
void ent_i_rows_shorten(ent_i_page_t *page, double height);
/* The height of a row below which names are left out. */
double ent_i_rows_least(const ent_i_page_t *page);
/* How near two names may stand when they would not have to move for it. */
double ent_i_rows_tight(ent_i_page_t *page);
/* Smaller letters where a row is lower than theirs. */
void ent_i_rows_letters(ent_i_page_t *page, double row);
/* Makes all marks smaller by one factor, so that areas stay true, but for those that would be
 * smaller than `least`. */
void ent_i_rows_shrink(ent_i_page_t *page, double factor, double least);
/* Width of the rings about a mark. */
double ent_i_mark_ring(const ent_i_page_t *page, const ent_i_mark_t *mark);

/* Names beside a row of marks or of lines of a table. Level names stand left or right of their
 * places, turned ones above or below and read upwards. */
typedef struct ent_i_row_names {
    const size_t *mark; /* by place */
    const double *at;   /* by place, ascending: where it is along the row */
    size_t count;
    double first; /* of the row, and its end: names stay between */
    double last;
    double edge;   /* where the names end, towards the row */
    double reach;  /* from there to the row: a leader bridges it where a name was moved */
    double widest; /* longer names are cut */
    double step;   /* from a name to the next, at least; 0: as high as a row of letters */
    enum { ENT_NAMES_LEFT, ENT_NAMES_RIGHT, ENT_NAMES_ABOVE, ENT_NAMES_BELOW } side;
} ent_i_row_names_t;

/* A name of a mark, and what tells it from another of the same name behind it. */
const char *ent_i_told_apart(ent_i_page_t *page, const ent_i_mark_t *mark, const char *name);

/* The name as it stands in a row: one line, with what tells it from another of the same name and
 * the count of those folded into it. */
const char *ent_i_row_name(ent_i_page_t *page, const ent_i_mark_t *mark, double widest);
/* How a name is set in a row: networks in bold. */
ent_i_style_t ent_i_row_style(const ent_i_page_t *page, const ent_i_mark_t *mark, const char *name);
/* The widest of them. */
double ent_i_row_names_width(ent_i_page_t *page, const ent_i_row_names_t *names);
/* Draws them; where there is no room for all, the most important, moved along the row with a
 * leader. `named` (by mark; may be NULL) is set for those that are named. */
ent_status_t ent_i_row_names_draw(ent_i_page_t *page, const ent_i_row_names_t *names, bool *named,
                                  ent_error_t *err);
/* Counts the names left out. */
void ent_i_rows_count(ent_i_page_t *page, const bool *named);

#endif
