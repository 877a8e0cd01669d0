/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Numbers that describe an actor's place in a network, and a network as a whole. */
#ifndef ENTENTE_MEASURE_H
#define ENTENTE_MEASURE_H

#include "entente/network.h"
#include "entente/reference.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Where a measure is defined. */
enum {
    ENT_FOR_ONE_MODE = 1 << 0, /**< undirected, one mode */
    ENT_FOR_TWO_MODE = 1 << 1, /**< undirected, two modes */
    ENT_FOR_DIRECTED = 1 << 2
};

/** One row of the table of measures. */
typedef struct ent_measure {
    const char *name; /**< the column's name; it carries the convention */
    const char *definition;
    const char *unit;      /**< "ties", "pairs", "1" for a pure number, … */
    const char *range;     /**< "0 to 1", "0 to n - 1", … */
    const char *undefined; /**< when it is NaN (an empty cell), or a special value */
    const char *weights;   /**< what a tie's weight means to it: "ignored", "strength", … */
    const char *cost;      /**< time in n and m */
    const char *cite;      /**< keys of references and a remark; see entente/reference.h */
    unsigned modes;        /**< ENT_FOR_* */
    bool ascending;        /**< the smallest value ranks first (constraint, eccentricity) */
} ent_measure_t;

/** The table, in the order of the documentation. */
ENT_API_VOID size_t ent_measure_count(void);
ENT_API_VOID const ent_measure_t *ent_measure_at(size_t index);
/** Whether `sample` makes an estimate of it: betweenness in each of its forms. */
ENT_API_VOID bool ent_measure_is_sampled(const ent_measure_t *measure);
/** NULL when there is none of that name. */
ENT_API_VOID const ent_measure_t *ent_measure_find(const char *name);
/** Where a network stands among ENT_FOR_*: one of them. NULL is any network: all of them. */
ENT_API_VOID unsigned ent_measure_mode(const ent_network_t *network);

typedef enum ent_weight {
    ENT_WEIGHT_STRENGTH, /**< a weight is a strength; distance is 1/strength */
    ENT_WEIGHT_DISTANCE  /**< a weight is a distance already */
} ent_weight_t;

/** How betweenness was sampled, by ties or by lengths. */
typedef struct ent_sample {
    size_t sources; /**< that were run; 0 where no such betweenness was asked for */
    size_t of;      /**< that an exact run has */
    double bound; /**< pairs: with a chance of 95 % at least, no actor's betweenness is farther than
                       that from the exact one */
} ent_sample_t;

typedef struct ent_measure_options {
    ent_weight_t weight;   /**< for betweenness_weighted and the other shortest paths */
    const char *by;        /**< attribute for ei_index and broker_*; NULL is "country"; "group" are
                                the groups below, where they are given */
    const ent_id_t *group; /**< group of each vertex for participation; may be NULL without it */
    size_t draws;          /**< seeded draws that a p or a z rests on: permutations, rewirings */
    uint64_t seed;         /**< of those draws, and of a sample */
    size_t sample;         /**< draws of a source from which betweenness is estimated; 0: exact */
    double *errors;        /**< NULL, or receives as many numbers as there are values: how far
                                each estimate may be from the exact value, with a chance of 95 % at
                                least that it is no farther; NaN for those of other measures */
    ent_sample_t *taken;   /**< NULL, or receives two: by ties, by lengths */
    int threads;
} ent_measure_options_t;

ENT_API_VOID void ent_measure_options_init(ent_measure_options_t *options);

/**
 * Computes measures of every actor of a network.
 *
 * Work that measures share (distances, the igraph graph) is done once a call. Values are full
 * doubles; undefined is NaN. Actors that are alike by symmetry get values that agree to 12
 * digits at least. In a network built with ENT_PARALLEL_KEEP each parallel
 * tie counts in betweenness, eigenvector and pagerank; the other measures look at neighbours.
 *
 * @param network the network; not changed
 * @param values receives count × ent_network_actor_count() values, one row a measure
 * @param measures rows of the table
 * @param count how many
 * @param options NULL for the defaults
 * @param err says what failed; may be NULL
 * @return ENT_EINVAL for a measure that is not defined in such a network (two-mode, directed), with
 *         those that are, for an attribute `by` that no table has, for participation without
 * groups; ENT_ELIMIT for an eigenvector that does not converge; ENT_ENOMEM; ENT_EIGRAPH
 */
ENT_API ent_status_t ent_measure_compute(const ent_network_t *network, double *values,
                                         const ent_measure_t *const *measures, size_t count,
                                         const ent_measure_options_t *options, ent_error_t *err);

/** Network-level numbers; NaN where undefined. Transitivity, clustering and centralisation are NaN
 * in two-mode and directed networks. Where several components are the largest, diameter and mean
 *  distance are those of all of them. Directions do not matter to components, cuts and mixing;
 * pairs that are tied count once. */
typedef struct ent_summary {
    size_t actors;
    size_t ties;
    size_t mode_actors[2]; /**< two-mode: size of each mode */
    double density;        /**< two-mode: ties / (n·m) */
    size_t components;
    size_t giant; /**< actors of the largest component */
    size_t isolates;
    double diameter;             /**< of the largest component, in ties, exact */
    double mean_distance;        /**< of the largest component, exact */
    double global_efficiency;    /**< mean of 1/d over all pairs, 1/inf = 0 */
    double transitivity;         /**< 3 triangles / wedges */
    double clustering_mean_zero; /**< mean local clustering, degree < 2 counted 0 */
    double clustering_mean_skip; /**< mean local clustering, degree < 2 left out */
    double robins_alexander;     /**< two-mode: 4 · four-cycles / three-paths */
    double degree_assortativity;
    double assortativity_country; /**< nominal; ties with a missing value left out */
    double assortativity_region;
    double assortativity_kind;
    double ei_country; /**< (external - internal) / (external + internal) */
    double ei_region;
    double ei_kind;
    size_t ei_country_ties; /**< ties with both values, of all */
    size_t ei_region_ties;
    double centralisation_degree; /**< Freeman */
    double centralisation_betweenness;
    double centralisation_closeness; /**< NaN when disconnected */
    size_t bridges;
    size_t articulation_points;
    double largest_core;     /**< largest k with a k-core */
    double reported_by_both; /**< share of agreements whose `reported_by` names every party, of
                                  those that say who reports them; NaN when none does */
} ent_summary_t;

/**
 * Computes the numbers of a network as a whole.
 *
 * Centralisation: L. C. Freeman (1978), https://doi.org/10.1016/0378-8733(78)90021-7.
 * Assortativity: M. E. J. Newman, Phys. Rev. E 67, 026126 (2003),
 * https://doi.org/10.1103/PhysRevE.67.026126. Clustering in two modes: G. Robins, M. Alexander,
 * Comput. Math. Organ. Theory 10, 69-94 (2004), https://doi.org/10.1023/B:CMOT.0000032580.12184.c0.
 * E-I: D. Krackhardt, R. N. Stern (1988), https://doi.org/10.2307/2786835.
 *
 * @param options NULL for the defaults
 * @return ENT_ENOMEM; ENT_EIGRAPH
 *
 * Time: O(n m), for the distances and betweenness.
 */
ENT_API ent_status_t ent_network_summarise(const ent_network_t *network, ent_summary_t *summary,
                                           const ent_measure_options_t *options, ent_error_t *err);

/**
 * Says of each tie whether it is a bridge: nothing else joins its ends, in whatever directions; two
 * parallel ties are none.
 *
 * @param bridge receives ent_network_tie_count() values
 * @return ENT_ENOMEM
 *
 * Time: O(n + m). J. Hopcroft, R. Tarjan (1973), https://doi.org/10.1145/362248.362272.
 */
ENT_API ent_status_t ent_network_bridges(const ent_network_t *network, bool *bridge,
                                         ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
