/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Partitions of a network's vertices: one numbering, and how good one is. */
#ifndef ENT_GROUP_PARTITION_H
#define ENT_GROUP_PARTITION_H

#include "base/memory.h"
#include "entente/network.h"

/* Numbers the groups of a partition in order of their first vertex, so that equal partitions have
 * equal numbers. `label` holds numbers 0 .. count - 1; `scratch` has room for count. Returns how
 * many groups there are. */
size_t ent_i_partition_number(ent_id_t *label, size_t count, ent_id_t *scratch);

/* The same from the largest group to the smallest, equal sizes by their first vertex. `size`, with
 * room for `groups`, receives the sizes. `label` must come from ent_i_partition_number(). */
ent_status_t ent_i_partition_sort(ent_id_t *label, size_t count, size_t *size, size_t groups,
                                  ent_error_t *err);

/* Lists the vertices group by group. `begin`, zeroed and with room for groups + 1, receives where
 * each group's begin in `member`. */
void ent_i_partition_list(const ent_id_t *label, size_t count, size_t groups, size_t *begin,
                          ent_id_t *member);

/* What modularity needs to know of a network, prepared once for many partitions. */
typedef struct ent_i_modularity {
    const ent_network_t *network;
    bool weighted;
    double total;     /* sum of the strengths of the ties */
    double *strength; /* by vertex */
    double *inside;   /* by group: strength of its ties; scratch */
    double *ends[2];  /* by group: strength of its vertices, by mode; scratch */
} ent_i_modularity_t;

ent_status_t ent_i_modularity_init(ent_i_modularity_t *modularity, const ent_network_t *network,
                                   bool weighted, ent_error_t *err);
void ent_i_modularity_free(ent_i_modularity_t *modularity);

/* Newman and Girvan's in one mode: sum over groups of in/m - resolution (K/2m)^2; Barber's in two:
 * in/m - resolution K D/m^2, K and D the strengths of the group's vertices of either mode. NaN
 * without ties. M. J. Barber, Physical Review E 76, 066102 (2007),
 * https://doi.org/10.1103/PhysRevE.76.066102 */
double ent_i_modularity_of(const ent_i_modularity_t *modularity, const ent_id_t *label,
                           size_t groups, double resolution);

#endif
