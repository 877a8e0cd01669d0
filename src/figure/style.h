/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How figures look: pages, sizes of type, colours. */
#ifndef ENT_FIGURE_STYLE_H
#define ENT_FIGURE_STYLE_H

#include "entente/figure.h"
#include "figure/scene.h"

/* Sides of a page, mm. */
enum { ENT_LEAST_WIDTH = 60, ENT_LEAST_HEIGHT = 50, ENT_MOST_SIDE = 2000 };

#define ENT_LEAST_TYPE 6.0 /* points: what is printed smaller is not read */

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
    double least_label; /* where all names at their size would fill the page */
    double legend;
    double note;
    double least_radius; /* of marks */
    double most_radius;
    double line; /* 1 for a page of a report: widths of lines are in its multiples */
    double dpi;
} ent_i_look_t;

const ent_i_look_t *ent_i_look(ent_preset_t preset);

/* The colours of the largest palette; more values than a palette has are "other". */
enum { ENT_PALETTE_COUNT = 9 };

size_t ent_i_palette_count(const ent_figure_options_t *options);
/* The colours in the order in which they are given out: neighbours differ in lightness. From
 * ent_i_palette_count() on, that of "other". */
ent_i_color_t ent_i_palette(const ent_figure_options_t *options, size_t index);
/* Whether that colour comes with a dot in the middle of the mark, as shades of grey are too few. */
bool ent_i_palette_dotted(const ent_figure_options_t *options, size_t index);
/* Of marks whose value is not given. */
ent_i_color_t ent_i_not_given(const ent_figure_options_t *options);
ent_i_color_t ent_i_kind_color(const ent_figure_options_t *options, ent_kind_t kind);
/* The line about a mark: paper, or a shade of the mark's own colour that stands out from the paper
 * (3 : 1) where the mark does not. */
ent_i_color_t ent_i_outline(const ent_figure_options_t *options, ent_i_color_t fill);
/* The colour itself or a shade of it that text may have (4.5 : 1). */
ent_i_color_t ent_i_lettering(const ent_figure_options_t *options, ent_i_color_t color);
/* What is legible on a fill: the theme's ink or paper, whichever stands out more. */
ent_i_color_t ent_i_upon(const ent_figure_options_t *options, ent_i_color_t fill);
/* Contrast of two opaque colours, 1 to 21, by WCAG 2.1 (https://www.w3.org/TR/WCAG21/). */
double ent_i_contrast(ent_i_color_t a, ent_i_color_t b);

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
    ENT_BORDER, /* between countries */
    ENT_FRAME,
    ENT_BADGE, /* a network drawn as a mark on its members */
    ENT_PAPER,
    ENT_INK_COUNT
} ent_i_ink_t;
ent_i_color_t ent_i_ink(ent_theme_t theme, ent_i_ink_t ink);

#endif
