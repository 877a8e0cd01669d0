/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One partition out of many runs. */
#ifndef ENT_GROUP_CONSENSUS_H
#define ENT_GROUP_CONSENSUS_H

#include "group/runs.h"

typedef struct ent_i_consensus {
    ent_id_t *label; /* by actor, groups numbered by their first */
    size_t groups;
    size_t rounds; /* in which the consensus network was divided; 0 where all runs agree at once */
    bool settled;  /* the last round's runs agree */
} ent_i_consensus_t;

/* A. Lancichinetti, S. Fortunato, Consensus Clustering in Complex Networks, Scientific Reports 2,
 * 336 (2012), https://doi.org/10.1038/srep00336: actors that sit together in at least half of the
 * runs are tied by the share of runs in which they do; that network is divided by as many runs of
 * Leiden, whatever the method was; and so on until all runs agree. The caller is inside
 * igx_enter(). ENT_ELIMIT where more pairs than a million sit together in half of the runs, or
 * pairs meet five thousand million times in all. */
ent_status_t ent_i_consensus_find(ent_i_consensus_t *consensus, const ent_i_runs_t *runs,
                                  const ent_group_options_t *options, ent_error_t *err);
void ent_i_consensus_free(ent_i_consensus_t *consensus);

#endif
