/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Core and periphery: the discrete model of Borgatti and Everett. */
#ifndef ENTENTE_CORE_H
#define ENTENTE_CORE_H

#include "entente/network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** The ideal that a network is held against: who would be tied in it. */
typedef enum ent_core_pattern {
    ENT_CORE_ALL_TIES,         /**< every pair with at least one of the core */
    ENT_CORE_IGNORING_BETWEEN, /**< every pair of the core, none of the periphery; pairs of one
                                    and the other are left out of the correlation */
    ENT_CORE_PATTERN_COUNT
} ent_core_pattern_t;

typedef struct ent_core_options {
    ent_core_pattern_t pattern;
    size_t starts; /**< of the heuristic; the exact search has none */
    uint64_t seed; /**< likewise */
} ent_core_options_t;

/** core_all_ties, 100 starts, seed 1. */
ENT_API_VOID void ent_core_options_init(ent_core_options_t *options);

typedef struct ent_core {
    ent_core_pattern_t pattern;
    size_t actor_count;
    bool *in;              /**< by vertex: it belongs to the core; nobody where undefined */
    size_t size;           /**< actors of the core */
    double correlation;    /**< with the ideal, -1 to 1; NaN where undefined */
    bool exact;            /**< every core was looked at; else the best that the starts led to */
    size_t starts;         /**< really made; 0 where exact */
    size_t starts_at_best; /**< that reached the best correlation to 1e-12 */
    size_t optima;         /**< different cores with the best correlation: all that there are where
                                exact, else those that were met; 0 where undefined */
} ent_core_t;

/**
 * Divides the actors into a core and a periphery, such that Pearson's correlation r between who is
 * tied (0 or 1) and who would be in the ideal pattern, over pairs of actors, is largest.
 *
 * Up to 22 actors with a tie every core is looked at (actors without a tie are never part of the
 * best one). Above, cores are improved by adding or leaving out one actor at a time as long as r
 * grows, from the best core of the first k actors by degree and then from cores drawn by lot; the
 * best is kept, and it may not be the best there is. Of equal cores the smallest is taken, of these
 * the one whose first actors come first. Weights and parallel ties do not matter.
 *
 * Undefined (NaN, nobody in the core) where no core gives both the ties and the pattern a
 * variance: fewer than three actors, no ties, a complete network.
 *
 * @param core receives the result, for the caller to free with ent_core_free()
 * @param options NULL for the defaults
 * @return ENT_EINVAL for a directed or two-mode network (the model is for symmetric relations of
 *         one set of actors), for 0 or over 100,000 starts; ENT_ENOMEM
 *
 * Time: 2^t with t actors with a tie, up to 22; above O(starts * (n + m) * passes).
 *
 * Reference: S. P. Borgatti, M. G. Everett, Models of Core/Periphery Structures, Social Networks
 * 21, 375-395 (1999), https://doi.org/10.1016/S0378-8733(99)00019-2
 */
ENT_API ent_status_t ent_core_find(ent_core_t **core, const ent_network_t *network,
                                   const ent_core_options_t *options, ent_error_t *err);
ENT_API_VOID void ent_core_free(ent_core_t *core);

/** Keys of references; see entente/reference.h. */
ENT_API_VOID const char *ent_core_cite(void);
/** "core_all_ties", "core_ignoring_between"; "unknown" for any other. */
ENT_API_VOID const char *ent_core_pattern_name(ent_core_pattern_t pattern);

#ifdef __cplusplus
}
#endif

#endif
