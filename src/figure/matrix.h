/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A matrix: who stands in its rows and columns, and how its cells are filled. */
#ifndef ENT_FIGURE_MATRIX_H
#define ENT_FIGURE_MATRIX_H

#include "figure/rows.h"

/* The rows, or the columns. */
typedef struct ent_i_matrix_side {
    size_t *mark; /* by place */
    double *at;   /* by place: its middle on the page */
    size_t count;
    double begin;
    double pitch;
    size_t sides; /* 2: names stand before and behind it by turns */
} ent_i_matrix_side_t;

typedef struct ent_i_matrix {
    ent_i_page_t *page;
    bool two_mode;
    ent_i_matrix_side_t row;
    ent_i_matrix_side_t column; /* of one mode: the same marks */
    size_t *place;              /* by mark: in its row, or column */
    size_t *group;              /* by mark; of one alone too */
    size_t group_count;
    size_t *size; /* by group: marks */
    double left;  /* the names' widest, beside the rows and above the columns */
    double above;
    double height;                  /* of the plot, once the page has grown */
    double used;                    /* of it, by names and cells */
    double least[ENT_STROKE_COUNT]; /* weights of ties of a kind */
    double most[ENT_STROKE_COUNT];
} ent_i_matrix_t;

/* matrix_cells.c */

void ent_i_matrix_grid(const ent_i_matrix_t *matrix);
ent_status_t ent_i_matrix_cells(const ent_i_matrix_t *matrix, ent_error_t *err);
/* Whether a group has an outline: one that is all of the figure needs none. */
bool ent_i_matrix_outlined(const ent_i_matrix_t *matrix, size_t group);
void ent_i_matrix_outlines(const ent_i_matrix_t *matrix);
ent_i_color_t ent_i_matrix_color(const ent_i_page_t *page, ent_i_stroke_t stroke);

/* matrix_groups.c: a cell for two groups, where there is no room for one of two actors. */
ent_status_t ent_i_matrix_of_groups(ent_i_matrix_t *matrix, ent_error_t *err);

#endif
