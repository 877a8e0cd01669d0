/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The last touch of a layout: marks step out from under the ties of others. */
#ifndef ENT_LAYOUT_CLEAR_H
#define ENT_LAYOUT_CLEAR_H

#include "layout/slide.h"

/* Whether a tie from a to b runs through another's disc, well within its rim. */
bool ent_i_is_pierced(ent_i_point_t a, ent_i_point_t b, ent_i_point_t disc, double radius);

/* A layout of `count` vertices, the first members of `components`, which end with a component. */
typedef struct ent_i_clearing {
    ent_i_point_t *position;
    const double *radius;
    const ent_i_box_t *room; /* relative to the position */
    size_t count;
    const size_t *a; /* ends of ties */
    const size_t *b;
    size_t tie_count;
    const ent_i_components_t *components;
    const ent_i_spans_t *spans;
    const ent_i_box_t *page;
    double gap; /* between rooms, and between discs */
} ent_i_clearing_t;

/* Moves discs that others' ties run through, or ends of these ties, a little, so that fewer ties
 * run through discs: no room overlaps others more than before or leaves the page, no
 * disc comes nearer to another than `gap` unless it was, and the stress of
 * no component rises by more than 1.5 %. Components without `spans` stay. Time O(p · (m + n)) for p
 * passages, and bounded by a count of looks. */
ent_status_t ent_i_clear(const ent_i_clearing_t *clearing, ent_error_t *err);

#endif
