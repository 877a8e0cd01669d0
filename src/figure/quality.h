/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How well a figure is drawn, measured on its scene. */
#ifndef ENT_FIGURE_QUALITY_H
#define ENT_FIGURE_QUALITY_H

#include "figure/page.h"

ent_status_t ent_i_quality(ent_figure_quality_t *quality, const ent_i_page_t *page,
                           ent_error_t *err);

/* overlaps.c: pairs of texts, other than lines of one label, and pairs of a text and a mark of
 * another actor, a folded member or a swatch of the legend, that share more than a hair of room. */
ent_status_t ent_i_scene_overlaps(size_t *overlaps, const ent_i_scene_t *scene, ent_error_t *err);
/* Items that leave the page. */
size_t ent_i_scene_clipped(const ent_i_scene_t *scene);

#endif
