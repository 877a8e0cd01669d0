/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Boxes on a page: packed side by side, or pushed apart from where they are. */
#ifndef ENT_LAYOUT_PACK_H
#define ENT_LAYOUT_PACK_H

#include "layout/graph.h"

/* Sets x and y of boxes of given sizes so that none overlaps another and all together come close
 * to `aspect` (width / height): a skyline from the highest box to the lowest, at the best of
 * several widths. */
ent_status_t ent_i_pack(ent_i_box_t *box, size_t count, double aspect, ent_error_t *err);

/* Moves points as little as it takes until no two rooms (relative to their points) are nearer than
 * `gap`, and keeps the rooms within `page`; gives up after a bounded number of rounds. Rooms grow
 * to their size in `steps`: small overlaps are resolved with less shuffling. */
ent_status_t ent_i_push_apart(ent_i_point_t *position, const ent_i_box_t *room, size_t count,
                              const ent_i_box_t *page, double gap, size_t steps, ent_error_t *err);

/* The same for discs, however many there are: time O(n) a round. */
ent_status_t ent_i_push_discs(ent_i_point_t *position, const double *radius, size_t count,
                              const ent_i_box_t *page, double gap, ent_error_t *err);

#endif
