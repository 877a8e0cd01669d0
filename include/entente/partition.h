/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Divisions of a network's actors that come from elsewhere, how good they are, and how much two of
 * them agree. */
#ifndef ENTENTE_PARTITION_H
#define ENTENTE_PARTITION_H

#include "entente/group.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_partition {
    size_t actor_count;
    size_t count;     /**< groups */
    ent_id_t *of;     /**< group of each vertex; ENT_NONE: in none */
    char **name;      /**< of each group */
    size_t strangers; /**< rows of the file that name no actor of the network */
} ent_partition_t;

/** The groups that were found, named "1", "2", …. Free with ent_partition_free(). */
ENT_API ent_status_t ent_partition_of_groups(ent_partition_t **partition,
                                             const ent_groups_t *groups, ent_error_t *err);

/**
 * The values of a column of the tables of actors ("country", "kind", any other), in order of their
 * bytes; an actor with an empty cell is in no group.
 *
 * @return ENT_EINVAL when no actor of the network has the column, with a suggestion; ENT_ENOMEM
 */
ENT_API ent_status_t ent_partition_by(ent_partition_t **partition, const ent_network_t *network,
                                      const char *column, ent_error_t *err);

/**
 * The columns `id` and `group` of a CSV file, such as `entente groups` writes; groups are in order
 * of their bytes. Rows of actors that the network does not have are counted in `strangers`.
 *
 * @return ENT_EDATA with the line for what is no such table, or two groups of one actor; ENT_EIO;
 *         ENT_ENOMEM
 */
ENT_API ent_status_t ent_partition_read(ent_partition_t **partition, const ent_network_t *network,
                                        const char *path, ent_error_t *err);
ENT_API_VOID void ent_partition_free(ent_partition_t *partition);

/** How well the ties of a network fit a partition. */
typedef struct ent_partition_score {
    double modularity; /**< at resolution 1 (Newman and Girvan's; Barber's in two modes), actors of
                            no group each by itself; NaN without ties */
    size_t internal;   /**< pairs of tied actors of one group */
    size_t external;   /**< pairs of tied actors of two groups */
    double ei;         /**< (external - internal) / (external + internal), -1 to 1; NaN without
                            such pairs */
} ent_partition_score_t;

/**
 * Scores a partition; the network is undirected (else ENT_EINVAL). ENT_ENOMEM. Time: O(n + m).
 *
 * References: M. E. J. Newman, M. Girvan (2004), https://doi.org/10.1103/PhysRevE.69.026113;
 * M. J. Barber (2007), https://doi.org/10.1103/PhysRevE.76.066102; D. Krackhardt, R. N. Stern
 * (1988), https://doi.org/10.2307/2786835
 */
ENT_API ent_status_t ent_partition_score(ent_partition_score_t *score, const ent_network_t *network,
                                         const ent_partition_t *partition, bool weighted,
                                         ent_error_t *err);

/** How much two partitions agree, over the actors that are in a group of both. */
typedef struct ent_partition_comparison {
    size_t actors;                   /**< in a group of both */
    size_t left_out;                 /**< the others */
    double variation_of_information; /**< H(X) + H(Y) - 2 I(X,Y) in nats, 0 to ln n; 0 where equal;
                                          NaN without actors */
    double normalised_mutual_information; /**< 2 I(X,Y) / (H(X) + H(Y)), 0 to 1; 1 where both are
                                               one group; NaN without actors */
    double adjusted_rand; /**< Hubert and Arabie's, at most 1 (equal), 0 as by chance; 1 where both
                               are one group or both all alone; NaN below two actors */
    double rand;          /**< share of pairs of actors on which both agree; NaN likewise */
    double split_join;    /**< actors that must change their group, both ways summed */
} ent_partition_comparison_t;

/**
 * Compares two partitions of the same actors.
 *
 * References: M. Meilă, Comparing Clusterings, Journal of Multivariate Analysis 98 (2007),
 * https://doi.org/10.1016/j.jmva.2006.11.013; L. Danon et al., Comparing Community Structure
 * Identification, J. Stat. Mech. P09008 (2005), https://doi.org/10.1088/1742-5468/2005/09/P09008;
 * L. Hubert, P. Arabie, Comparing Partitions, Journal of Classification 2, 193-218 (1985),
 * https://doi.org/10.1007/BF01908075
 *
 * @return ENT_EINVAL for partitions of unlike numbers of actors; ENT_ENOMEM; ENT_EIGRAPH
 */
ENT_API ent_status_t ent_partition_compare(ent_partition_comparison_t *comparison,
                                           const ent_partition_t *one, const ent_partition_t *other,
                                           ent_error_t *err);

/** Keys of references of what ent_partition_compare() and ent_partition_score() give. */
ENT_API_VOID const char *ent_partition_cite(void);

#ifdef __cplusplus
}
#endif

#endif
