/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Many runs of one method, and what they agree on. */
#ifndef ENT_GROUP_RUNS_H
#define ENT_GROUP_RUNS_H

#include "group/method.h"

#define SAME_QUALITY 1e-9 /* qualities no farther apart are equal */

typedef struct ent_i_runs {
    size_t actors;
    size_t count;
    ent_id_t *label;    /* count rows of `actors`, groups numbered by their first vertex */
    size_t *groups;     /* by run */
    double *quality;    /* by run: modularity at the resolution asked for; NaN without ties */
    double *modularity; /* by run: at resolution 1 */
} ent_i_runs_t;

/* Makes the runs; the caller is inside igx_enter(). */
ent_status_t ent_i_runs_make(ent_i_runs_t *runs, const ent_network_t *network,
                             const ent_group_options_t *options, ent_error_t *err);
void ent_i_runs_free(ent_i_runs_t *runs);

static inline ent_id_t *ent_i_runs_label(const ent_i_runs_t *runs, size_t run)
{
    return runs->label + run * runs->actors;
}

/* Takes the best run: of those within 1e-9 of the best quality the one whose numbers come first,
 * so that the choice depends on no order of runs. Counts those runs, and the different partitions
 * among them. */
ent_status_t ent_i_runs_best(const ent_i_runs_t *runs, size_t *best, size_t *at_best,
                             size_t *distinct, ent_error_t *err);

/* The median of the runs' modularity. */
ent_status_t ent_i_runs_median(const ent_i_runs_t *runs, double *median, ent_error_t *err);

/* For each actor: the mean, over runs, of the share of the other members of its group of the
 * partition `label` (`groups` groups) with whom it sits in that run; NaN alone. Time:
 * O(runs * actors). */
ent_status_t ent_i_runs_stability(const ent_i_runs_t *runs, const ent_id_t *label, size_t groups,
                                  double *stability, ent_error_t *err);

#endif
