/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices without ties. */
#ifndef ENT_LAYOUT_UNTIED_H
#define ENT_LAYOUT_UNTIED_H

#include "layout/layout.h"

/* Isolates in rows at the foot of the page; returns the height that they take. */
double ent_i_place_isolates(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                            const ent_id_t *isolate, size_t count, const ent_i_box_t *page);

/* Where nobody has a tie: in the middle of the page, in rows and columns of its shape. */
void ent_i_place_untied(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                        const ent_i_box_t *page);

#endif
