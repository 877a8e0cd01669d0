/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Growing runs of points, and what maps do with them. */
#ifndef ENT_LAYOUT_LINES_H
#define ENT_LAYOUT_LINES_H

#include "base/memory.h"
#include "layout/layout.h"

typedef struct ent_i_lines_maker {
    ent_i_lines_t runs;
    size_t point_capacity;
    size_t end_capacity;
} ent_i_lines_maker_t;

ent_status_t ent_i_lines_add(ent_i_lines_maker_t *maker, ent_i_point_t point, ent_error_t *err);

/* Ends the current run; one of fewer than `least` points is dropped. */
ent_status_t ent_i_lines_end(ent_i_lines_maker_t *maker, size_t least, ent_error_t *err);

/* Cuts a ring along x = at (or y = at), keeping what is not below (keep > 0) or not above
 * (keep < 0); Sutherland and Hodgman's way. `out` has room for 2 · count points; returns how many
 * it got. */
size_t ent_i_ring_cut(ent_i_point_t *out, const ent_i_point_t *ring, size_t count, bool along_x,
                      double at, int keep);

#endif
