/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Things that do not depend on each other, done by several threads. */
#ifndef ENT_BASE_SPREAD_H
#define ENT_BASE_SPREAD_H

#include <stddef.h>

/* Calls run(context, 0), … run(context, count - 1), each once, in any order; with one thread (or
 * less) from first to last. Meant for tasks of at least some hundredths of a second in all, which
 * is what starting threads may take. */
void ent_i_spread(void (*run)(void *context, size_t index), void *context, size_t count,
                  int threads);

/* Calls lead(context) while other threads stand by for what it spreads: for many short works, one
 * after the other, of a tenth of a millisecond or more each. Where the processors have others to
 * serve, the leader does not wait for a thread that has not come. Not meant for what takes less
 * than some hundredths of a second in all. */
void ent_i_lead(void (*lead)(void *context), void *context, int threads);

#endif
