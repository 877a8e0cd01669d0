/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What other programs print under the name of a measure, so that a number from elsewhere can be
 * recognised. */
#ifndef ENTENTE_CONVENTION_H
#define ENTENTE_CONVENTION_H

#include "entente/measure.h"

#ifdef __cplusplus
extern "C" {
#endif

/** How another program's number is made from a measure of the table. */
typedef enum ent_relation {
    ENT_RELATION_SAME,
    ENT_RELATION_ZERO,         /**< the same, but 0 where the measure is undefined */
    ENT_RELATION_TWICE,        /**< each tie counted as two arcs */
    ENT_RELATION_PERCENT,      /**< times 100 */
    ENT_RELATION_OVER_OTHERS,  /**< divided by n - 1 */
    ENT_RELATION_OVER_REACHED, /**< divided by n_i - 1, n_i the actors of the component */
    ENT_RELATION_OVER_PAIRS,   /**< divided by (n - 1)(n - 2)/2 */
    ENT_RELATION_UNIT_NORM,    /**< divided by the square root of the sum of the squares */
    ENT_RELATION_STAR_PERCENT, /**< the same, in percent of the centre of a star: times 100 √2 */
    ENT_RELATION_CONNECTED_PERCENT, /**< times 100; undefined where the network is disconnected */
    ENT_RELATION_COUNT
} ent_relation_t;

/** One row of the table of conventions. */
typedef struct ent_convention {
    const char *quantity; /**< what it is called everywhere: "closeness" */
    const char *program;  /**< "NetworkX", "R sna", …, with the versions it holds for */
    const char *call;     /**< how the program is asked */
    const char *measure;  /**< the measure of the table that it is made from */
    ent_relation_t relation;
    bool distance;  /**< weights are distances there (--weight=distance here) */
    bool run;       /**< compared with the program itself by the tests; else as its makers document
                         it */
    unsigned modes; /**< ENT_FOR_ONE_MODE, ENT_FOR_TWO_MODE */
    const char *remark;
} ent_convention_t;

/** The table, by quantity. */
ENT_API_VOID size_t ent_convention_count(void);
/** NULL behind the last. */
ENT_API_VOID const ent_convention_t *ent_convention_at(size_t index);
/** In words: "2 x", "100 x", …; "" for the same. */
ENT_API_VOID const char *ent_relation_words(ent_relation_t relation);

/**
 * Computes what other programs print for every actor of a network.
 *
 * @param values receives count × ent_network_actor_count() values, one row a convention; NaN where
 *        the program prints nothing, NaN or NA
 * @param conventions rows of the table
 * @return ENT_EINVAL for a convention of another kind of network; as ent_measure_compute()
 *
 * Time: that of the measures that they are made from, each computed once.
 */
ENT_API ent_status_t ent_convention_compute(const ent_network_t *network, double *values,
                                            const ent_convention_t *const *conventions,
                                            size_t count, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
