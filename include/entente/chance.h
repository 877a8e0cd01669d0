/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers held against chance: labels permuted over actors, ties rewired. */
#ifndef ENTENTE_CHANCE_H
#define ENTENTE_CHANCE_H

#include "entente/measure.h"

#ifdef __cplusplus
extern "C" {
#endif

/** A value beside what seeded draws give. NaN where undefined; draws in which the number itself is
 *  undefined do not count.
 *
 * p_low = (1 + draws as small or smaller) / (1 + draws), p_high likewise, so that no p is 0
 * (B. Phipson, G. K. Smyth 2010, https://doi.org/10.2202/1544-6115.1585); values are compared as
 * rounded to 12 digits. */
typedef struct ent_chance {
    double value;
    double expected; /**< mean of the draws */
    double sd;       /**< their standard deviation */
    double z;        /**< (value - expected) / sd; NaN when sd is 0 */
    double p_low;    /**< chance of a value as small or smaller */
    double p_high;   /**< chance of a value as large or larger */
    double p;        /**< two-sided: twice the smaller of the two, 1 at most */
} ent_chance_t;

/** Swaps that are tried a tie in each rewiring. */
#define ENT_SWAPS_PER_TIE 20

/** Most work that a comparison may take before it is left out. */
#define ENT_CHANCE_BUDGET 4e9

enum { ENT_COMPARED_MAX = 8 };

/** Numbers of a network beside those of networks in which everybody has as many neighbours. */
typedef struct ent_comparison {
    size_t draws;
    bool too_large; /**< draws × actors × ties pass ENT_CHANCE_BUDGET: nothing was compared */
    size_t count;   /**< numbers compared; 0 for a directed network */
    const char *name[ENT_COMPARED_MAX]; /**< as in ent_summary_t */
    ent_chance_t chance[ENT_COMPARED_MAX];
} ent_comparison_t;

/**
 * Holds the numbers of a network that hang on who is tied to whom against degree-preserving
 * rewirings: transitivity, clustering_mean_zero, degree_assortativity, giant, mean_distance and
 * global_efficiency; in two modes robins_alexander in place of the first two, with ties between
 * the modes alone.
 *
 * Each draw begins at the network and tries ENT_SWAPS_PER_TIE swaps of two ties for every tie;
 * what would tie an actor to itself or a pair twice, or change how many ties join which kinds of
 * actors, is left undone, and counts as a step.
 * Y. Artzy-Randrup, L. Stone (2005), https://doi.org/10.1103/PhysRevE.72.056708; B. K. Fosdick,
 * D. B. Larremore, J. Nishimura, J. Ugander (2018), https://doi.org/10.1137/16M1087175.
 *
 * @param options `draws` and `seed`; NULL for the defaults. Draw k depends on the seed and k alone
 * @return ENT_ENOMEM
 *
 * Time: O(draws n m / 64) at best, for the distances.
 */
ENT_API ent_status_t ent_network_compare(const ent_network_t *network, ent_comparison_t *comparison,
                                         const ent_measure_options_t *options, ent_error_t *err);

/** One value of an attribute: how its actors' ties run. */
typedef struct ent_mixing_group {
    const char *value;
    size_t actors;
    size_t internal; /**< ties within the group */
    size_t external; /**< ties that leave it */
    ent_chance_t ei; /**< (external - internal) / (external + internal) */
} ent_mixing_group_t;

/** How ties run within and between the values of an attribute. */
typedef struct ent_mixing {
    char *attribute;
    size_t actors;   /**< with a value */
    size_t missing;  /**< without one: they and their ties are left out */
    size_t internal; /**< ties within a group */
    size_t external; /**< ties between groups */
    size_t draws;
    bool too_large;  /**< draws × (actors + ties) pass ENT_CHANCE_BUDGET: without chance */
    ent_chance_t ei; /**< of the network */
    ent_chance_t assortativity; /**< nominal; NaN when all have one value */
    ent_mixing_group_t *group;  /**< in order of value */
    size_t group_count;
    char *values; /**< behind the groups' `value` */
} ent_mixing_t;

/**
 * The E-I index of a network and of each group, and nominal assortativity, with what permuting the
 * values over the actors that have one gives (as UCINET does).
 *
 * @param by a column of the tables of actors; "group" are `options->group` where they are given
 * @param options `draws` and `seed`; NULL for the defaults
 * @return ENT_EINVAL when no actor's table has the column; ENT_ENOMEM
 *
 * Free with ent_mixing_free(). Time: O(draws (n + m)). D. Krackhardt, R. N. Stern (1988),
 * https://doi.org/10.2307/2786835.
 */
ENT_API ent_status_t ent_network_mixing(ent_mixing_t **mixing, const ent_network_t *network,
                                        const char *by, const ent_measure_options_t *options,
                                        ent_error_t *err);
ENT_API_VOID void ent_mixing_free(ent_mixing_t *mixing);

#ifdef __cplusplus
}
#endif

#endif
