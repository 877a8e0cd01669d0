/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Trails through the points that lines share: each names such a point once. */
#ifndef ENT_FIGURE_TRAILS_H
#define ENT_FIGURE_TRAILS_H

#include "figure/scene.h"

/* The lines of an item that has `each`, in the order of trails of a few lines each, every one
 * beginning where the one before it ends: within a tenth of a point. */
typedef struct ent_i_trails {
    const ent_i_item_t *item;
    size_t *step;  /* trail by trail: 2 × line, + 1 where it is walked from its last point */
    size_t *first; /* by trail, one more: of `step` */
    size_t count;
} ent_i_trails_t;

/* Finds them; memory that runs out is the only fault. Free with ent_i_trails_free(), in any case.
 * Time O(n log n). */
ent_status_t ent_i_trails_init(ent_i_trails_t *trails, const ent_i_item_t *item);
void ent_i_trails_free(ent_i_trails_t *trails);

/* The points of a step as it is walked, ent_i_span() of them. */
void ent_i_trails_line(ent_i_point_t *point, const ent_i_trails_t *trails, size_t step);

#endif
