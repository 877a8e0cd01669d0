/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices on one ring, each as near as it can be to the direction that it wants. */
#ifndef ENT_LAYOUT_SPOKES_H
#define ENT_LAYOUT_SPOKES_H

#include "layout/layout.h"

typedef struct ent_i_spoke {
    ent_id_t vertex;
    double angle; /* radians */
} ent_i_spoke_t;

/* Orders them by their directions, from the one behind the widest gap on, so that no crowd is cut:
 * angles rise over less than a full turn. There is one at least. */
void ent_i_spokes_order(ent_i_spoke_t *spoke, size_t count);

/* Orders them by their directions and moves these apart to `gap` at least, each as little as it
 * takes (in squares); evenly about the ring where there is no room for that. */
void ent_i_spokes_spread(ent_i_spoke_t *spoke, size_t count, double gap);

#endif
