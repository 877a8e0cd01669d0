/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of actors: found over many seeded runs, with how stable each actor's place is. */
#ifndef ENTENTE_GROUP_H
#define ENTENTE_GROUP_H

#include "entente/network.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef enum ent_group_method {
    ENT_GROUP_DEFAULT = -1, /**< barber in two-mode networks, leiden in others */
    ENT_GROUP_LEIDEN,
    ENT_GROUP_LOUVAIN,
    ENT_GROUP_INFOMAP,
    ENT_GROUP_WALKTRAP,
    ENT_GROUP_FAST_GREEDY,
    ENT_GROUP_EDGE_BETWEENNESS,
    ENT_GROUP_LABEL_PROPAGATION,
    ENT_GROUP_LEADING_EIGENVECTOR,
    ENT_GROUP_SPINGLASS,
    ENT_GROUP_OPTIMAL,
    ENT_GROUP_COMPONENTS,
    ENT_GROUP_BARBER,
    ENT_GROUP_METHOD_COUNT
} ent_group_method_t;

typedef struct ent_group_options {
    ent_group_method_t method;
    size_t runs;       /**< seeded runs; methods without chance run once */
    double resolution; /**< of modularity; 1 is Newman and Girvan's */
    bool weighted;     /**< use the ties' weights */
    uint64_t seed;
    bool consensus; /**< the partition that the runs agree on, in place of the best run */
    int threads; /**< that leiden and louvain may spread runs, or one, over; what comes out does not
                      depend on it */
} ent_group_options_t;

/** The default method, 100 runs, resolution 1, unweighted, seed 1, one thread. */
ENT_API_VOID void ent_group_options_init(ent_group_options_t *options);

/** A partition; groups are numbered from the largest, equal sizes by their first actor id. */
typedef struct ent_groups {
    ent_group_method_t method; /**< the one used, never ENT_GROUP_DEFAULT */
    size_t actor_count;
    size_t count;      /**< groups */
    ent_id_t *of;      /**< group of each vertex */
    size_t *size;      /**< of each group */
    double *stability; /**< of each vertex: mean share of runs in which it sits with each other
                            member of its group; NaN alone or with one run */
    double *group_stability; /**< mean over the members of each group */
    double modularity; /**< of this partition, that of the best run, at resolution 1 and with the
                          same weights; Barber's in a two-mode network; NaN without ties */
    double modularity_median;
    size_t runs;            /**< really made */
    size_t runs_at_best;    /**< that reached the best quality (modularity at the resolution
                                  asked for) to 1e-9 */
    size_t distinct_optima; /**< distinct partitions among those; of `optimal` where it is solved
                                 over subsets, all that there are */
    double resolution;      /**< the one asked for */
    double quality;         /**< modularity of this partition at that resolution, which the method
                                 climbs; NaN without ties */
    double optimum; /**< the largest quality of any partition, proven; NaN where that was not
                         looked for, which is done where components are small (16 actors) and by
                         `optimal` */
    bool proven;    /**< this partition's quality is the optimum, to 1e-9 */
    bool weighted;  /**< modularity and the method counted ties by their weights */
    bool consensus; /**< this is the partition that the runs agree on, not the best run */
    size_t consensus_rounds; /**< divisions of the consensus network; 0: the runs agreed at once */
    bool consensus_settled;  /**< the last round's runs agreed; false after 50 rounds */
    double modularity_best;  /**< of the best run */
} ent_groups_t;

/**
 * Finds groups.
 *
 * Actors without a tie are groups by themselves. Of equally good partitions the one whose groups,
 * numbered by their first actor, come first is taken. In a two-mode network `barber` climbs
 * Barber's modularity itself; the other methods work on the plain graph, and Barber's modularity
 * picks the best run.
 *
 * @param groups receives the partition, for the caller to free with ent_groups_free()
 * @param options NULL for the defaults
 * @return ENT_EINVAL for a method that is not defined here (`barber` in one mode, all but
 * `components` where directed, `spinglass` where the actors with a tie do not hang together, a
 * resolution with a method that has none), for 0 or over 100,000 runs; ENT_ELIMIT for `optimal`
 * where components have over 16 actors and it is not one mode, resolution 1 and at most 60 actors,
 * or takes over a minute; for `edge-betweenness`, `leading-eigenvector` and `spinglass` above about
 * a minute, and where `leading-eigenvector` does not converge; ENT_ENOMEM; ENT_EIGRAPH
 *
 * Reference: V. A. Traag, L. Waltman, N. J. van Eck, From Louvain to Leiden, Scientific Reports 9,
 * 5233 (2019), https://doi.org/10.1038/s41598-019-41695-z; M. J. Barber, Modularity and Community
 * Detection in Bipartite Networks, Physical Review E 76, 066102 (2007),
 * https://doi.org/10.1103/PhysRevE.76.066102
 */
ENT_API ent_status_t ent_groups_find(ent_groups_t **groups, const ent_network_t *network,
                                     const ent_group_options_t *options, ent_error_t *err);
ENT_API_VOID void ent_groups_free(ent_groups_t *groups);

/** What ENT_GROUP_DEFAULT means for a network. */
ENT_API_VOID ent_group_method_t ent_group_method_default(const ent_network_t *network);
/** "leiden", …; never NULL. */
ENT_API_VOID const char *ent_group_method_name(ent_group_method_t method);
/** Whether it knows a resolution other than 1. */
ENT_API_VOID bool ent_group_method_has_resolution(ent_group_method_t method);
/** Where the method is published: keys of references (see entente/reference.h); NULL for a number
 *  that is no method's. */
ENT_API_VOID const char *ent_group_method_cite(ent_group_method_t method);
/** The same of the consensus of runs. */
ENT_API_VOID const char *ent_group_consensus_cite(void);
/** False when no method has that name. */
ENT_API_VOID bool ent_group_method_find(ent_group_method_t *method, const char *name);

#ifdef __cplusplus
}
#endif

#endif
