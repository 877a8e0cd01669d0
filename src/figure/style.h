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
ent_i_color_t ent_i_palette(size_t index);
ent_i_color_t ent_i_kind_color(ent_kind_t kind);

ent_i_color_t ent_i_rgb(unsigned rgb);
ent_i_color_t ent_i_rgba(unsigned rgb, double alpha);

/* The tones of all figures. */
enum {
    ENT_INK = 0x1A1A1A,      /* titles, labels */
    ENT_SOFT_INK = 0x5A5A5A, /* notes, counts */
    ENT_STRONG_LINE = 0x2B3A4A,
    ENT_LIGHT_LINE = 0xA9B1B8,
    ENT_OTHER = 0x8A8A8A,   /* groups beyond the palette */
    ENT_MISSING = 0xC9C9C9, /* attribute not given */
    ENT_LAND = 0xE6E4DD,
    ENT_SEA = 0xF7FAFC,
    ENT_FRAME = 0xB9C2C9,
    ENT_BADGE = 0xB4560F, /* a network drawn as a mark on its members */
    ENT_PAPER = 0xFFFFFF
};

#endif
