/* SPDX-License-Identifier: GPL-2.0-or-later */
/* How two actors are connected: all shortest ways between them with the ties, dates and sources
 * that make each step, or what would join them. */
#ifndef ENTENTE_PATH_H
#define ENTENTE_PATH_H

#include "entente/measure.h"
#include "entente/sheet.h"

#ifdef __cplusplus
extern "C" {
#endif

typedef struct ent_path ent_path_t;

typedef struct ent_path_options {
    bool weighted;        /**< shortest by the weights of the ties rather than by their number */
    ent_weight_t weight;  /**< what a weight means; looked at only with `weighted` */
    uint64_t max_paths;   /**< ways to list; the rest are counted */
    const char *language; /**< of names and sentences: en, es or ko; it must live as the path */
} ent_path_options_t;

/** By the number of ties, strength, 20 ways, "en". */
ENT_API_VOID void ent_path_options_init(ent_path_options_t *options);

/**
 * Finds how two actors are connected in a network.
 *
 * The length of a way is the number of its ties or, weighted, the sum of 1/weight (strength) or of
 * the weights (distance); sums that differ by less than 1e-10 of themselves are equal, as in
 * betweenness_weighted. Ways are told apart by the actors that they pass: parallel ties make one
 * way, of which the shortest counts. In a directed network ways go from `a` to `b`.
 *
 * @param path receives the result, for the caller to free with ent_path_free()
 * @param network a view of a data set; it must outlive the path
 * @param a actor of the data set where the ways begin
 * @param b another one, where they end
 * @param options NULL for the defaults
 * @return ENT_EINVAL where `a` is `b`, an actor is not in the network, or the network is not of a
 *         data set; ENT_ENOMEM
 *
 * Time: O(m log n), and O(n) each way listed.
 */
ENT_API ent_status_t ent_path_find(ent_path_t **path, const ent_network_t *network, ent_id_t a,
                                   ent_id_t b, const ent_path_options_t *options, ent_error_t *err);
ENT_API_VOID void ent_path_free(ent_path_t *path);

/** The length of the shortest ways; infinity when there is none. */
ENT_API_VOID double ent_path_length(const ent_path_t *path);
/** How many shortest ways there are, exactly up to 10^15; 10^15 + 1 stands for more. */
ENT_API_VOID uint64_t ent_path_count(const ent_path_t *path);
/** How many of them are listed: those whose actors come first in order of id. */
ENT_API_VOID size_t ent_path_listed(const ent_path_t *path);
/** The vertices of a way that is listed, from `a` to `b`; *count of them, borrowed. */
ENT_API_VOID const ent_id_t *ent_path_way(const ent_path_t *path, size_t way, size_t *count);

/** The result for a person, in sentences: each step with the tie, date, rows and sources that make
 *  it; who lies on every way; or, where there is no way, both sides and what would join them. */
ENT_API ent_status_t ent_path_text(ent_blob_t *blob, const ent_path_t *path, ent_error_t *err);
/** The same for a program. */
ENT_API ent_status_t ent_path_json(ent_blob_t *blob, const ent_path_t *path, ent_error_t *err);
/** The same as a table, a row a step; without a row where there is no way. */
ENT_API ent_status_t ent_path_sheet(ent_sheet_t **sheet, const ent_path_t *path, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
