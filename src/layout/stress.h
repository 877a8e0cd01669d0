/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Layouts of one connected graph; a tie is about one unit long. */
#ifndef ENT_LAYOUT_STRESS_H
#define ENT_LAYOUT_STRESS_H

#include "layout/graph.h"

/* Where iterative layouts start: pivot multidimensional scaling, vertices at one spot spread by a
 * small spiral. No chance in it.
 * U. Brandes, C. Pich, Eigensolver methods for progressive multidimensional scaling of large data,
 * Graph Drawing 2006, https://doi.org/10.1007/978-3-540-70904-6_6 */
ent_status_t ent_i_layout_start(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                ent_error_t *err);

/* How near each two of a connected graph are: nearness[v * n + u] = 1/d, where d is their distance
 * in ties; 0 for one and itself. Time O(n · m). */
ent_status_t ent_i_all_nearness(float *nearness, const ent_i_adjacency_t *graph, ent_error_t *err);

/* Where vertices are, in floats, for sums over all of them. */
typedef struct ent_i_stands {
    float *x;
    float *y;
} ent_i_stands_t;

/* Free with ent_i_stands_free(), after a failure too. */
ent_status_t ent_i_stands_new(ent_i_stands_t *stands, const ent_i_point_t *position, size_t count,
                              ent_error_t *err);
void ent_i_stands_free(ent_i_stands_t *stands);

static inline void ent_i_stands_set(ent_i_stands_t *stands, size_t v, ent_i_point_t at)
{
    stands->x[v] = (float)at.x;
    stands->y[v] = (float)at.y;
}

/* Where a vertex would have the least stress, as seen from where it is; `nearness` is its own to
 * all, and a tie is to be `scale` long. */
ent_i_point_t ent_i_stress_goal(const ent_i_stands_t *stands, const float *nearness, size_t n,
                                size_t v, double scale);

/* Sums of drawn/d and of its square from a point to n vertices. */
typedef struct ent_i_ratios {
    double sum;
    double squares;
} ent_i_ratios_t;

ent_i_ratios_t ent_i_stress_ratios(ent_i_point_t own, const ent_i_point_t *position,
                                   const float *nearness, size_t n);

/* Improves positions by stress majorization, one vertex at a time, with weights 1/d².
 * E. R. Gansner, Y. Koren, S. North, Graph drawing by stress majorization, Graph Drawing 2004,
 * https://doi.org/10.1007/978-3-540-31843-9_25. Time O(n²) a round, memory O(n²). */
ent_status_t ent_i_layout_stress(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                 ent_error_t *err);

/* A layout of low stress for a graph that is too large for n²: see multilevel.c. Time
 * O((m + 64 n) · rounds · levels), memory O(m + 64 n). */
ent_status_t ent_i_layout_multilevel(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                     ent_error_t *err);

#endif
