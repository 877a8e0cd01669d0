/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Arcs round a circle, as long as what they stand for weighs, and the ribbons between them. */
#include <stdlib.h>

#include "base/memory.h"
#include "layout/layout.h"

static const double two_pi = 6.28318530717958648;

/* What of arc `own` lies before the stretch of its ribbon to the arc at `far` places on: going
 * round, the stretches lead to the arcs from the last to the next, so that no two ribbons of one
 * arc cross; what is within the arc lies halfway. */
static double before(const double *table, const ent_id_t *order, size_t count, size_t own,
                     size_t far)
{
    size_t half = count / 2;
    double sum = 0;

    for (size_t step = count - 1; step >= 1 && step < count; step--) {
        if (step > far)
            sum += table[(size_t)order[own] * count + (size_t)order[(own + step) % count]];
    }
    if (far != 0 && far <= half)
        sum += table[(size_t)order[own] * count + (size_t)order[own]];
    if (far == 0) { /* of the arc itself: behind those farther than halfway */
        sum = 0;
        for (size_t step = half + 1; step < count; step++)
            sum += table[(size_t)order[own] * count + (size_t)order[(own + step) % count]];
    }
    return sum;
}

ent_status_t ent_i_layout_chord(ent_i_sector_t *arc, ent_i_ribbon_t *ribbon, size_t *ribbon_count,
                                const double *table, size_t count, double gap, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_layout_graph_t graph = {.vertex_count = count};
    ent_id_t *order = NULL, *a = NULL, *b = NULL;
    size_t *place = NULL;
    double *weight = NULL;
    double total = 0, unit = 0, angle = 0;

    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&place, count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&a, count * count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, count * count, sizeof *b, err));
    ENT_TRY(ent_i_alloc(&weight, count * count, sizeof *weight, err));
    for (size_t i = 0; i < count; i++) {
        arc[i].total = 0;
        for (size_t k = 0; k < count; k++) {
            arc[i].total += table[i * count + k];
            if (k > i && table[i * count + k] > 0) {
                a[graph.tie_count] = (ent_id_t)i;
                b[graph.tie_count] = (ent_id_t)k;
                weight[graph.tie_count++] = table[i * count + k];
            }
        }
        total += arc[i].total;
    }
    graph.a = a;
    graph.b = b;
    graph.weight = weight;
    ENT_TRY(ent_i_layout_around(order, &graph, NULL, 0, err));
    unit = total > 0 ? (two_pi - gap * (double)count) / total : 0;
    for (size_t i = 0; i < count; i++) {
        ent_i_sector_t *own = &arc[order[i]];

        place[order[i]] = i;
        own->from = angle + gap / 2;
        own->to = own->from + unit * own->total;
        angle = own->to + gap / 2;
    }
    *ribbon_count = 0;
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i; k < count; k++) {
            ent_i_ribbon_t *own = &ribbon[*ribbon_count];
            double width = unit * table[i * count + k];
            size_t on = (place[k] + count - place[i]) % count;

            if (table[i * count + k] <= 0)
                continue;
            *own = (ent_i_ribbon_t){.a = i, .b = k, .weight = table[i * count + k]};
            own->from[0] = arc[i].from + unit * before(table, order, count, place[i], on);
            own->to[0] = own->from[0] + width;
            own->from[1] = arc[k].from +
                           unit * before(table, order, count, place[k], on == 0 ? 0 : count - on);
            own->to[1] = own->from[1] + width;
            ++*ribbon_count;
        }
    }

cleanup:
    free(order);
    free(place);
    free(a);
    free(b);
    free(weight);
    return status;
}
