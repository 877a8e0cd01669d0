/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The proven optimum of modularity, where the components are small. */
#ifndef ENT_GROUP_EXACT_H
#define ENT_GROUP_EXACT_H

#include "group/method.h"

typedef struct ent_i_exact {
    bool possible;  /* the components are small enough (one of sixteen actors, or many smaller
                       ones); nothing else holds where not */
    double quality; /* modularity at the resolution asked for, of the best partition */
    double optima;  /* how many partitions have it */
} ent_i_exact_t;

/* Newman and Girvan's in one mode, Barber's in two, at any resolution and with weights. `label`,
 * initialised, receives one of the best partitions. The caller is inside igx_enter(). */
ent_status_t ent_i_exact_find(ent_i_exact_t *exact, const ent_i_group_graph_t *graph,
                              double resolution, igraph_vector_int_t *label, ent_error_t *err);

#endif
