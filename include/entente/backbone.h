/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Backbones of projections: which pairs share more than chance would have them share. */
#ifndef ENTENTE_BACKBONE_H
#define ENTENTE_BACKBONE_H

#include "entente/network.h"

#ifdef __cplusplus
extern "C" {
#endif

/** Two actors of one mode that share at least one of the other. */
typedef struct ent_pair {
    ent_id_t a; /**< a < b, vertices of the network that was tested */
    ent_id_t b;
    size_t shared;   /**< how many of the other mode both are tied to; 1 or more */
    double expected; /**< its mean under the model */
    double p;        /**< P(X >= shared) under the model, one-sided; at least 2.2e-308 */
    double p_holm;   /**< adjusted by Holm's method over all tests, at most 1 */
    double p_bh;     /**< adjusted by Benjamini and Hochberg's method, at most 1 */
    bool kept;       /**< the p that the correction names is below alpha */
} ent_pair_t;

typedef struct ent_backbone {
    ent_backbone_model_t model;
    double alpha;
    ent_correction_t correction;
    size_t actors;     /**< of the tested mode, with a tie */
    size_t middles;    /**< of the other mode, with a tie */
    size_t tests;      /**< actors (actors - 1) / 2; pairs that share nothing have p = 1 */
    size_t pair_count; /**< that share something */
    ent_pair_t *pair;  /**< in order of (a, b) */
    size_t kept;
} ent_backbone_t;

typedef struct ent_backbone_options {
    ent_backbone_model_t model; /**< not ENT_BACKBONE_NONE */
    double alpha;               /**< 0 to 1 */
    ent_correction_t correction;
    int mode;              /**< whose pairs are tested, 0 or 1 */
    const ent_id_t *realm; /**< ENT_BACKBONE_SDSM_EC: by vertex, any number from 0 on, or
                                ENT_NONE; two vertices of different realms cannot be tied. NULL
                                is ENT_NONE for all */
} ent_backbone_options_t;

/** Hypergeometric, alpha 0.05, uncorrected, mode 0, no realms. */
ENT_API_VOID void ent_backbone_options_init(ent_backbone_options_t *options);

/**
 * Tests every pair of one mode of a two-mode network: how likely is it to share as much as it does,
 * or more, if each actor had as many ties as it has, but any?
 *
 * Let N be the actors of the other mode that have a tie, r_i and c_k the degrees of the two modes,
 * s_ij what i and j share. Actors without a tie take no part: an isolate more, of either mode,
 * changes nothing.
 *
 * - ENT_BACKBONE_HYPERGEOMETRIC: i's ties are r_i of the N at random, so P = sum over x >= s_ij of
 *   C(r_i, x) C(N - r_i, r_j - x) / C(N, r_j). It keeps the degrees of the tested mode and lets
 *   those of the other go. M. Tumminello et al., PLoS ONE 6, e17994 (2011),
 *   https://doi.org/10.1371/journal.pone.0017994; Z. P. Neal, Soc. Netw. Anal. Min. 3, 915-924
 *   (2013), https://doi.org/10.1007/s13278-013-0107-y; R backbone calls it `fixedrow`.
 * - ENT_BACKBONE_SDSM, the stochastic degree sequence model: each tie is there by itself with the
 *   probability p_ik of the bipartite configuration model, p_ik = x_i y_k / (1 + x_i y_k), with x
 *   and y such that the expected degrees of both modes are those observed. What a pair shares is
 *   then a sum of N independent ties to both, with probabilities p_ik p_jk (Poisson binomial). Z.
 * P. Neal, Social Networks 39, 84-97 (2014), https://doi.org/10.1016/j.socnet.2014.06.001; F.
 * Saracco et al., Sci. Rep. 5, 10595 (2015), https://doi.org/10.1038/srep10595.
 * - ENT_BACKBONE_SDSM_EC: the same with p_ik = 0 where a tie is impossible (structural zeros); the
 *   expected degrees are still those observed. Z. P. Neal, J. W. Neal (2024),
 *   https://doi.org/10.1007/978-3-031-53468-3_11, https://doi.org/10.48550/arXiv.2307.12828.
 *
 * The tail is summed exactly, term by term and without subtraction. R backbone takes the refined
 * normal approximation for it, and for SDSM-EC a logistic regression on the degrees in place of
 * the exact model, so its p values are near these but not equal. Ties that no network with these
 * degrees lacks, or has, get p_ik 1 or 0 exactly; the others are solved for by Newton's method
 * until rounding stops it.
 *
 * p values are compared with alpha in 12 significant digits, strictly: p = alpha is not kept.
 * Corrections: S. Holm, Scand. J. Statist. 6, 65-70 (1979), https://www.jstor.org/stable/4615733;
 * Y. Benjamini, Y. Hochberg, J. R. Statist. Soc. B 57, 289-300 (1995),
 * https://doi.org/10.1111/j.2517-6161.1995.tb02031.x.
 *
 * @param backbone receives the result, for the caller to free with ent_backbone_free()
 * @param network a two-mode network; weights and parallel ties do not matter
 * @param options NULL for the defaults
 * @return ENT_EINVAL for a network of one mode, options out of range, or a tie between realms;
 *         ENT_ELIMIT where the probabilities do not converge; ENT_ENOMEM
 *
 * Time: O(sum of squared degrees of the other mode) for the pairs. Actors of equal degree (and
 * realm) are one type: with R and C types of the two modes, a Newton step takes
 * O(R C min(R, C)), some ten are needed, and each pair of types has one tail of O(N s) for the
 * largest s in it (hypergeometric: O(r)). Memory: O(R C + pairs).
 */
ENT_API ent_status_t ent_backbone_find(ent_backbone_t **backbone, const ent_network_t *network,
                                       const ent_backbone_options_t *options, ent_error_t *err);

ENT_API_VOID void ent_backbone_free(ent_backbone_t *backbone);

/** The tests behind a network that was built with options.backbone; their ends are actors of the
 *  data set. Valid with the network; NULL when it was built without. */
ENT_API_VOID const ent_backbone_t *ent_network_backbone(const ent_network_t *network);

/** "hypergeometric", "sdsm", "sdsm-ec"; "none", "holm", "bh"; never NULL. */
ENT_API_VOID const char *ent_backbone_model_name(ent_backbone_model_t model);
ENT_API_VOID const char *ent_correction_name(ent_correction_t correction);
/** Where it is published: keys for ent_cite_at(); NULL for none. */
ENT_API_VOID const char *ent_backbone_model_cite(ent_backbone_model_t model);
ENT_API_VOID const char *ent_correction_cite(ent_correction_t correction);
ENT_API_VOID const char *ent_projection_cite(ent_projection_t projection);

#ifdef __cplusplus
}
#endif

#endif
