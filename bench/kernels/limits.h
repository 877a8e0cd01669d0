/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How far each kernel is from what the memory allows. */
#ifndef ENT_BENCH_LIMITS_H
#define ENT_BENCH_LIMITS_H

#include "entente/network.h"

/* Seconds on a clock that only goes forward: the processor's time of this process, which other
 * processes disturb least, or the wall's. */
double bench_now(void);
double bench_wall(void);

/* Prints, as CSV, for each kernel and set of instructions the seconds that it takes on the largest
 * block, those of a bare loop that moves as many rows and does nothing else with them (the limit),
 * and the rows. One thread. `sources`: how many at most. */
ent_status_t bench_limits(const ent_network_t *network, const double *length, uint32_t sources,
                          ent_error_t *err);

/* The same of reading the tables of a folder, every check on, beside a search for line breaks in
 * their bytes; a row is 64 bytes. */
ent_status_t bench_tables(const char *folder, ent_error_t *err);

#endif
