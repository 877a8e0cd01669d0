/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How figures look: pages, sizes of type, colours. */
#ifndef ENT_FIGURE_STYLE_H
#define ENT_FIGURE_STYLE_H

#include "entente/figure.h"
#include "figure/scene.h"

#define ENT_POINTS_A_MM (72 / 25.4)

/* A preset: everything in points but dpi. */
typedef struct ent_i_look {
    double width;
    double height;
    double tallest; /* a page of rows may grow to this height */
    double margin;
    double title;
    double subtitle;
    double label;
    double legend;
    double note;
    double least_radius; /* of marks */
    double most_radius;
    double line; /* 1 for a page of a report: widths of lines are in its multiples */
    double dpi;
} ent_i_look_t;

const ent_i_look_t *ent_i_look(ent_preset_t preset);

/* Groups that get a colour of their own; more are "other". */
enum { ENT_PALETTE_COUNT = 7 };

/* Okabe and Ito's colours in the order in which they are given out. */
ent_i_color_t ent_i_palette(ent_theme_t theme, size_t index);
ent_i_color_t ent_i_kind_color(ent_theme_t theme, ent_kind_t kind);

ent_i_color_t ent_i_rgba(unsigned rgb, double alpha);

/* The tones of all figures, on light and on dark paper. */
typedef enum ent_i_ink {
    ENT_INK,      /* titles, labels */
    ENT_SOFT_INK, /* notes, counts */
    ENT_LINE_AGREEMENT,
    ENT_LINE_MEMBERSHIP,
    ENT_LINE_ATTENDANCE,
    ENT_LINE_EDGE,
    ENT_LINE_SHARED,
    ENT_OTHER,   /* groups beyond the palette */
    ENT_MISSING, /* attribute not given */
    ENT_LAND,
    ENT_SEA,
    ENT_FRAME,
    ENT_BADGE, /* a network drawn as a mark on its members */
    ENT_PAPER,
    ENT_INK_COUNT
} ent_i_ink_t;
ent_i_color_t ent_i_ink(ent_theme_t theme, ent_i_ink_t ink);

#endif
