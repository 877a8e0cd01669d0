/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Text as pango sets it: measured before it is placed, drawn the same way later. Nothing depends
 * on the locale or on the device: one fixed resolution, no hinting, the language given. */
#ifndef ENT_FIGURE_FONT_H
#define ENT_FIGURE_FONT_H

#include <pango/pangocairo.h>

#include "figure/scene.h"

/* What a back-end without pango should ask for, in the same order. */
#define ENT_FONT_FAMILIES "Noto Sans, DejaVu Sans Condensed, DejaVu Sans, NanumGothic, sans-serif"

typedef struct ent_i_font {
    PangoFontMap *map;
    PangoContext *context;
    PangoLayout *layout;
    size_t missing;              /* letters without a glyph, over all texts that were measured */
    char missing_text[64];       /* the first text with one */
    const char *missing_package; /* which package has it */
} ent_i_font_t;

typedef struct ent_i_style {
    double size;
    bool bold;
    const char *language; /* BCP 47; NULL: en */
} ent_i_style_t;

/* One line of text, from its left end on the baseline, y downwards. */
typedef struct ent_i_extent {
    double width;   /* advance */
    double ascent;  /* of the line, above the baseline */
    double descent; /* below it */
    ent_i_box_t ink;
} ent_i_extent_t;

/* GLib ends the program when memory runs out in here. */
void ent_i_font_init(ent_i_font_t *font);
void ent_i_font_free(ent_i_font_t *font);

/* Sets the layout to one line of text and measures it. */
ent_i_extent_t ent_i_font_set(ent_i_font_t *font, const char *text, const ent_i_style_t *style);

/* Breaks text into lines of at most `width`, at most `most` lines; the last is cut with "…" where
 * more is left. The lines are owned by the scene. Returns how many. */
size_t ent_i_font_break(ent_i_font_t *font, ent_i_scene_t *scene, const char **line, size_t most,
                        const char *text, const ent_i_style_t *style, double width);

/* The width of the longest piece that a line does not break in: a word, or a letter of Chinese. */
double ent_i_font_longest_word(ent_i_font_t *font, const char *text, const ent_i_style_t *style);

/* How many lines of a width a text takes. */
size_t ent_i_font_lines(ent_i_font_t *font, const char *text, const ent_i_style_t *style,
                        double width);

/* The language of a text: of its own letters where they are those of one language (Hangul, kana),
 * else `fallback`. */
const char *ent_i_text_language(const char *text, const char *fallback);

/* Appends a line of text to the scene, its anchor at `at` on the baseline. */
ent_i_item_t *ent_i_scene_text(ent_i_scene_t *scene, ent_i_font_t *font, const char *text,
                               ent_i_point_t at, ent_i_anchor_t anchor, const ent_i_style_t *style,
                               ent_i_color_t color);

#endif
