/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What the files of the SVG writer share. */
#ifndef ENT_FIGURE_SVG_I_H
#define ENT_FIGURE_SVG_I_H

#include "base/memory.h"
#include "figure/scene.h"

/* Tenths (places 1) or hundredths (places 2) as a decimal number, without zeros at its end. */
void ent_i_svg_decimal(ent_i_text_t *out, long value, int places);
void ent_i_svg_numeric(ent_i_text_t *out, const char *name, double value);
void ent_i_svg_attribute(ent_i_text_t *out, const char *name, const char *value);
void ent_i_svg_color(ent_i_text_t *out, const char *name, ent_i_color_t color);
/* id, class and the actor that it stands for. */
void ent_i_svg_identity(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item);
void ent_i_svg_paint(ent_i_text_t *out, const ent_i_item_t *item);
/* The way from a point (x, y), in tenths, to another; a blank stands before it where it needs one:
 * not at the `first` of a command. */
void ent_i_svg_step(ent_i_text_t *out, ent_i_point_t point, long x, long y, bool first);

/* svg_lines.c: an item that has `each`: its lines in trails, which name a point once where one line
 * ends and the next begins, dealt out to several paths. */
void ent_i_svg_lines(ent_i_text_t *out, const ent_i_scene_t *scene, const ent_i_item_t *item);

/* svg_marks.c: marks of a crowd, those of one look in one path. */

/* How many of them begin at an item; 0 where they are too few for a crowd. */
size_t ent_i_svg_crowd(const ent_i_scene_t *scene, size_t first);
void ent_i_svg_marks(ent_i_text_t *out, const ent_i_item_t *item, size_t count);

#endif
