/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well a figure is drawn, measured on its scene. */
#ifndef ENT_FIGURE_QUALITY_H
#define ENT_FIGURE_QUALITY_H

#include "figure/page.h"

/* What measuring needs of a page after it is gone; it takes long on large figures, so only what is
 * asked for is measured. */
typedef struct ent_i_drawn {
    const ent_i_scene_t *scene;
    size_t mark_count;
    ent_i_point_t *at; /* by mark, as the next two */
    bool *shown;
    double *radius;
    size_t link_count;
    ent_id_t *a; /* marks, by link */
    ent_id_t *b;
    bool arcs; /* links are half circles on one line */
    size_t missing_glyphs;
    size_t names_left_out;
} ent_i_drawn_t;

/* Takes `at` and `shown` out of the page and copies the rest; the scene must outlive it. Free also
 * after a failure. */
ent_status_t ent_i_drawn_take(ent_i_drawn_t *drawn, ent_i_page_t *page, ent_error_t *err);
void ent_i_drawn_free(ent_i_drawn_t *drawn);

ent_status_t ent_i_quality(ent_figure_quality_t *quality, const ent_i_drawn_t *drawn,
                           ent_error_t *err);

/* overlaps.c: pairs of texts, other than lines of one label, and pairs of a text and a mark of
 * another actor, a folded member or a swatch of the legend, that share more than a hair of room. */
ent_status_t ent_i_scene_overlaps(size_t *overlaps, const ent_i_scene_t *scene, ent_error_t *err);
/* through.c: pairs of a tie and a mark, at none of its ends, to whose middle it comes nearer than
 * four fifths of its radius (that of a disc of the same area). */
double ent_i_scene_through(const ent_i_drawn_t *drawn);
/* Items that leave the page. */
size_t ent_i_scene_clipped(const ent_i_scene_t *scene);

#endif
