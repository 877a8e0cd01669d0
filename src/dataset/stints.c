/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "dataset/stints.h"

#include <stdlib.h>

#include "base/spread.h"

ent_status_t ent_i_stints_init(ent_i_stints_t *stints, size_t rows, size_t most, int threads,
                               ent_error_t *err)
{
    size_t count = threads > 1 ? (size_t)threads : 1;

    *stints = (ent_i_stints_t){.most = most, .rows = rows};
    stints->count = count > rows / most ? rows / most + 1 : count;
    return ent_i_alloc(&stints->stint, stints->count, sizeof *stints->stint, err);
}

void ent_i_stints_free(ent_i_stints_t *stints)
{
    free(stints->stint);
    *stints = (ent_i_stints_t){0};
}

ent_status_t ent_i_stints_judge(ent_i_stints_t *stints, size_t row,
                                void (*judge)(void *context, size_t index), void *context,
                                ent_error_t *err)
{
    size_t left = stints->rows - row;

    if (row < stints->end)
        return ENT_OK;
    stints->first = stints->end = row;
    for (size_t i = 0; i < stints->count; i++) {
        stints->stint[i].first = stints->end;
        stints->stint[i].count = left < stints->most ? left : stints->most;
        stints->end += stints->stint[i].count;
        left -= stints->stint[i].count;
    }
    ent_i_spread(judge, context, stints->count, (int)stints->count);
    for (size_t i = 0; i < stints->count; i++)
        if (stints->stint[i].failed)
            return ent_i_no_memory(err);
    return ENT_OK;
}
