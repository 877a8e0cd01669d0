/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Betweenness the plain way: one source at a time. */
#include <stdlib.h>

#include "base/memory.h"
#include "engine/betweenness.h"

ent_status_t ent_i_brandes_init(ent_i_brandes_t *brandes, uint32_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&brandes->paths, count, sizeof *brandes->paths, err));
    ENT_TRY(ent_i_alloc(&brandes->handed, count, sizeof *brandes->handed, err));
    ENT_TRY(ent_i_alloc(&brandes->distance, count, sizeof *brandes->distance, err));
    ENT_TRY(ent_i_alloc(&brandes->queue, count, sizeof *brandes->queue, err));
    for (uint32_t v = 0; v < count; v++)
        brandes->distance[v] = UINT32_MAX;

cleanup:
    return status;
}

void ent_i_brandes_free(ent_i_brandes_t *brandes)
{
    free(brandes->paths);
    free(brandes->handed);
    free(brandes->distance);
    free(brandes->queue);
    *brandes = (ent_i_brandes_t){0};
}

/* Counts the shortest paths to every vertex; returns how many are reached, in `queue` by distance.
 */
static uint32_t count_paths(const ent_i_rows_t *rows, uint32_t source, ent_i_brandes_t *brandes)
{
    uint32_t used = 1;

    brandes->queue[0] = source;
    brandes->distance[source] = 0;
    brandes->paths[source] = 1;
    for (uint32_t at = 0; at < used; at++) {
        uint32_t v = brandes->queue[at];
        uint32_t next = brandes->distance[v] + 1;

        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == UINT32_MAX) {
                brandes->distance[to] = next;
                brandes->paths[to] = 0;
                brandes->queue[used++] = to;
            }
            if (brandes->distance[to] == next)
                brandes->paths[to] += brandes->paths[v];
        }
    }
    return used;
}

void ent_i_betweenness_one(double *total, const ent_i_rows_t *rows, const double *weight,
                           uint32_t source, ent_i_brandes_t *brandes)
{
    uint32_t reached = count_paths(rows, source, brandes);

    for (uint32_t at = reached; at-- > 1;) {
        uint32_t v = brandes->queue[at];
        double depend = 0;

        for (uint32_t i = rows->offset[v]; i < rows->offset[v + 1]; i++) {
            uint32_t to = rows->neighbour[i];

            if (brandes->distance[to] == brandes->distance[v] + 1)
                depend += brandes->handed[to];
        }
        depend *= brandes->paths[v];
        total[v] += weight[source] * depend;
        brandes->handed[v] = (weight[v] + depend) / brandes->paths[v];
    }
    for (uint32_t at = 0; at < reached; at++)
        brandes->distance[brandes->queue[at]] = UINT32_MAX;
}
