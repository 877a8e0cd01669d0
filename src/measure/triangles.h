/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Every triangle of a network, once. */
#ifndef ENT_MEASURE_TRIANGLES_H
#define ENT_MEASURE_TRIANGLES_H

#include "measure/measure_i.h"

/* Three actors tied to each other, and the places of their ties in the adjacency: to_next[0] is
 * that of actor[0] to actor[1], to_last[0] that of actor[0] to actor[2], and so on round. */
typedef struct ent_i_triangle {
    size_t actor[3];
    size_t to_next[3];
    size_t to_last[3];
} ent_i_triangle_t;

typedef void ent_i_triangle_fn(void *data, const ent_i_triangle_t *triangle);

/* Calls `visit` for every triangle. Time: O(m^1.5). */
ent_status_t ent_i_each_triangle(const ent_i_context_t *context, ent_i_triangle_fn *visit,
                                 void *data, ent_error_t *err);

#endif
