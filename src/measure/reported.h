/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How many agreements all their parties report. */
#ifndef ENT_MEASURE_REPORTED_H
#define ENT_MEASURE_REPORTED_H

#include "measure/measure_i.h"

/* Of the agreements behind the ties that say who reports them, the share whose `reported_by` names
 * every party; NaN when none says. */
ent_status_t ent_i_reported_by_all(double *share, const ent_network_t *network, ent_error_t *err);

#endif
