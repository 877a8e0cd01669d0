/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Two columns of vertices in an order in which few ties cross. */
#ifndef ENT_LAYOUT_UNTANGLE_H
#define ENT_LAYOUT_UNTANGLE_H

#include "layout/graph.h"

typedef struct ent_i_columns {
    ent_id_t *order[2]; /* vertices from top to bottom, room for all in each */
    size_t count[2];
    size_t *place; /* of each vertex in its column */
} ent_i_columns_t;

/* Orders the vertices of mode 0 and of the other modes. Components lie below one another from the
 * largest, each with its vertices of most ties above, so that none of its ties crosses another's;
 * vertices without a tie come last. In each, of several starts the best after sweeps by barycentre
 * and by median (K. Sugiyama, S. Tagawa, M. Toda 1981, https://doi.org/10.1109/TSMC.1981.4308636;
 * P. Eades, N. C. Wormald 1994, https://doi.org/10.1007/BF01187020) and then moves of one vertex to
 * its best place until none gains (C. Matuszewski, R. Schönfeld, P. Molitor 1999,
 * https://doi.org/10.1007/3-540-46648-7_22). The same order for the same graph; on large graphs the
 * moves end by a count of steps. */
ent_status_t ent_i_columns_init(ent_i_columns_t *columns, const ent_i_adjacency_t *graph,
                                const unsigned char *mode, ent_error_t *err);
void ent_i_columns_free(ent_i_columns_t *columns);

#endif
