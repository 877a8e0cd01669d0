/* SPDX-License-Identifier: GPL-2.0-or-later */
/* A network as an igraph graph; the only public header that names igraph. */
#ifndef ENTENTE_IGRAPH_H
#define ENTENTE_IGRAPH_H

#include <igraph.h>

#include "entente/network.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Copies a network into an igraph graph: vertex i is vertex i, tie j is edge j.
 *
 * @param graph an uninitialised graph, for the caller to igraph_destroy() on success
 * @param weight an uninitialised vector that receives the ties' weights, or NULL
 * @return ENT_ENOMEM; ENT_EIGRAPH
 */
ENT_API ent_status_t ent_network_to_igraph(const ent_network_t *network, igraph_t *graph,
                                           igraph_vector_t *weight, ent_error_t *err);

#ifdef __cplusplus
}
#endif

#endif
