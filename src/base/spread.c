/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "base/spread.h"

void ent_i_spread(void (*run)(void *context, size_t index), void *context, size_t count,
                  int threads)
{
    if (threads <= 1) {
        for (size_t i = 0; i < count; i++)
            run(context, i);
        return;
    }
#pragma omp parallel for schedule(dynamic, 1) num_threads(threads)
    for (size_t i = 0; i < count; i++)
        run(context, i);
}
