/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Rooms that have been pushed apart slide back to where the distances want them. */
#ifndef ENT_LAYOUT_SLIDE_H
#define ENT_LAYOUT_SLIDE_H

#include "layout/graph.h"

/* By component how near its members are (ent_i_all_nearness()); NULL for those that are too small
 * to slide or too large for n². Free with ent_i_spans_free(). */
typedef struct ent_i_spans {
    float **nearness;
    size_t count;
} ent_i_spans_t;

ent_status_t ent_i_spans_init(ent_i_spans_t *spans, const ent_i_adjacency_t *graph,
                              const ent_i_components_t *components, ent_error_t *err);
void ent_i_spans_free(ent_i_spans_t *spans);

/* Mean of (s · drawn − d)²/d² over the pairs of these components, each at its best scale s; 0: no
 * pairs. `position` is in the order of their members. Time O(n²). */
double ent_i_spans_stress(const ent_i_spans_t *spans, const ent_i_point_t *position,
                          const ent_i_components_t *components);

/* Lowers the stress of a layout whose rooms (relative to their points) were pushed apart: by turns
 * each vertex moves to the free spot nearest to where stress majorization (stress.h) wants it, so
 * that no room overlaps another more than before or leaves `page`, and the stress of no component
 * rises. `position` and `room` are those of the first `count` members of `components`, which end
 * with a component; each component keeps a scale of its own. Those without `spans` stay. Time
 * O(rounds · n²); large ones have fewer rounds, so that it is a fraction of a second. */
ent_status_t ent_i_slide(ent_i_point_t *position, const ent_i_box_t *room, size_t count,
                         const ent_i_components_t *components, const ent_i_spans_t *spans,
                         const ent_i_box_t *page, double gap, size_t rounds, ent_error_t *err);

#endif
