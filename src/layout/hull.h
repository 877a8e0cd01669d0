/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Soft outlines about some of the discs of a page. */
#ifndef ENT_LAYOUT_HULL_H
#define ENT_LAYOUT_HULL_H

#include "layout/lines.h"

typedef struct ent_i_hull_discs {
    const ent_i_point_t *at;
    const double *radius;
    const bool *member; /* by disc: it is to be inside */
    size_t count;
    double pad;     /* between a member's disc and the outline */
    double longest; /* members further from each other than this get outlines of their own */
} ent_i_hull_discs_t;

/* Closed rings about the members, each of which is inside one of them, with no other disc inside:
 * the rounded convex hull where it holds no stranger, else what is near the members, links between
 * them (a least spanning tree that shuns strangers) and triangles of near ones without strangers,
 * less the surroundings of strangers, as in Collins, Penn and Carpendale (2009), Bubble Sets,
 * https://doi.org/10.1109/TVCG.2009.122. Largest piece first. The caller frees `rings` with
 * ent_i_lines_free(). Cost: members² · (strangers, where these are few). */
ent_status_t ent_i_hull(ent_i_lines_t *rings, const ent_i_hull_discs_t *discs, ent_error_t *err);

/* One piece: its discs and the links between them. */
typedef struct ent_i_hull_piece {
    const ent_i_hull_discs_t *discs;
    const size_t *member; /* discs */
    size_t member_count;
    const size_t *link; /* in twos: discs */
    size_t link_count;
} ent_i_hull_piece_t;

/* contour.c: the outline of a piece with strangers inside its convex hull. */
ent_status_t ent_i_hull_contour(ent_i_lines_maker_t *maker, const ent_i_hull_piece_t *piece,
                                ent_error_t *err);

/* How far a point is from the segment between two others. */
double ent_i_segment_distance(ent_i_point_t point, ent_i_point_t from, ent_i_point_t to);

#endif
