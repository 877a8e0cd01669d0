/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Where the actors of a network stood in an earlier figure. */
#ifndef ENT_NETWORK_POSITIONS_H
#define ENT_NETWORK_POSITIONS_H

#include "entente/figure.h"

struct ent_positions {
    size_t vertex_count;
    double *x; /* by vertex; y downwards */
    double *y;
    bool *known; /* by vertex: it stood somewhere */
    size_t strangers;
    bool is_page; /* the box is the page of a scene, else the one about all points */
    double left, top, width, height;
};

#endif
