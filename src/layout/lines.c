/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/lines.h"

#include <stdlib.h>
#include <string.h>

ent_status_t ent_i_lines_add(ent_i_lines_maker_t *maker, ent_i_point_t point, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(maker->runs.point, maker->runs.point_count, maker->point_capacity, err));
    maker->runs.point[maker->runs.point_count++] = point;

cleanup:
    return status;
}

ent_status_t ent_i_lines_end(ent_i_lines_maker_t *maker, size_t least, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_lines_t *runs = &maker->runs;
    size_t first = runs->run_count > 0 ? runs->end[runs->run_count - 1] : 0;

    if (runs->point_count - first < least || runs->point_count == first) {
        runs->point_count = first;
        return ENT_OK;
    }
    ENT_TRY(ENT_GROW(runs->end, runs->run_count, maker->end_capacity, err));
    runs->end[runs->run_count++] = runs->point_count;

cleanup:
    return status;
}

void ent_i_lines_free(ent_i_lines_t *runs)
{
    free(runs->point);
    free(runs->end);
    memset(runs, 0, sizeof *runs);
}

size_t ent_i_ring_cut(ent_i_point_t *out, const ent_i_point_t *ring, size_t count, bool along_x,
                      double at, int keep)
{
    size_t kept = 0;

    for (size_t i = 0; i < count; i++) {
        ent_i_point_t from = ring[i == 0 ? count - 1 : i - 1];
        ent_i_point_t to = ring[i];
        double before = ((along_x ? from.x : from.y) - at) * keep;
        double behind = ((along_x ? to.x : to.y) - at) * keep;

        if ((before < 0) != (behind < 0)) {
            double share = before / (before - behind);

            out[kept].x = from.x + share * (to.x - from.x);
            out[kept].y = from.y + share * (to.y - from.y);
            if (along_x)
                out[kept].x = at;
            else
                out[kept].y = at;
            kept++;
        }
        if (behind >= 0)
            out[kept++] = to;
    }
    return kept;
}
