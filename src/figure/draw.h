/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The back-ends: each reads a scene and nothing else. */
#ifndef ENT_FIGURE_DRAW_H
#define ENT_FIGURE_DRAW_H

#include "figure/font.h"

/* cairo.c: PDF, and PNG of a resolution. */
ent_status_t ent_i_draw_pdf(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);
ent_status_t ent_i_draw_png(const ent_i_scene_t *scene, ent_blob_t *blob, double dpi,
                            ent_error_t *err);

/* svg.c: real text, titles, ids. */
ent_status_t ent_i_draw_svg(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);

/* scene_json.c: every item, for programs and tests. */
ent_status_t ent_i_draw_json(const ent_i_scene_t *scene, ent_blob_t *blob, ent_error_t *err);

#endif
