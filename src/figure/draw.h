/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The back-ends: each reads a scene and nothing else. */
#ifndef ENT_FIGURE_DRAW_H
#define ENT_FIGURE_DRAW_H

#include <cairo.h>

#include "figure/font.h"

/* cairo.c: PDF, and PNG of a resolution. */
ent_status_t ent_i_draw_pdf(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);
ent_status_t ent_i_draw_png(const ent_i_scene_t *scene, ent_blob_t *blob, double dpi,
                            ent_error_t *err);

/* png.c: an RGB24 surface as PNG, with its resolution, sRGB and the scene's title and description,
 * at the fastest level of deflate. */
ent_status_t ent_i_write_png(ent_i_text_t *out, cairo_surface_t *surface,
                             const ent_i_scene_t *scene, double dpi, ent_error_t *err);

/* halo.c: makes the outlines of a line of text from `x` on the baseline, of letters of `size`, the
 * path: as near to them as a stroke of a third of that size has to be. */
void ent_i_trace_halo(cairo_t *cr, PangoLayoutLine *line, double x, double size);

/* pdf.c: appends to a PDF of cairo's the scene's language and its description as the alternative
 * text of the tag Figure. A file that is not made as cairo 1.16 makes them stays as it is. */
void ent_i_pdf_describe(ent_i_text_t *pdf, const ent_i_scene_t *scene);

/* shade.c: the lines of an item that are their own, on a picture in RGB24 of `scale` pixels a
 * point; false where memory runs out, and nothing is drawn. */
bool ent_i_shade_lines(cairo_surface_t *surface, const ent_i_item_t *item, double scale);

/* How much of the cell from `at` to the next one lies between two bounds that reach into it. */
static inline double ent_i_in_cell(long at, double low, double high)
{
    return ent_i_smaller(high, (double)(at + 1)) - ent_i_larger(low, (double)at);
}

/* line.c: the same for one line that lets through what is below it; false where it bends too much
 * or is otherwise made, and nothing is drawn. */
bool ent_i_draw_line(cairo_surface_t *surface, const ent_i_item_t *item, double scale);

/* Whether an item is more such lines than anybody could see one of: fainter than hairs. A picture
 * of them, at 150 dpi and of 4 million pixels at most, shows the same in a small part of time and
 * bytes. */
bool ent_i_is_haze(const ent_i_item_t *item);
/* How much of a box such lines cover, in `scale` pixels a point, for cairo_mask_surface(); NULL
 * where memory runs out. Owned by the caller. */
cairo_surface_t *ent_i_make_haze(const ent_i_item_t *item, const ent_i_box_t *box, double *scale);

/* svg.c: real text, titles, ids. */
ent_status_t ent_i_draw_svg(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);

/* alt.c: the picture in words. */
ent_status_t ent_i_draw_alt(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);

/* scene_json.c: every item, for programs and tests. */
ent_status_t ent_i_draw_json(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);

#endif
