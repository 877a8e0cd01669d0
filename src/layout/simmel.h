/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The backbone of a dense graph that is worth drawing. */
#ifndef ENT_LAYOUT_SIMMEL_H
#define ENT_LAYOUT_SIMMEL_H

#include "layout/layout.h"

/* The quadrilateral Simmelian backbone of Nocaj, Ortmann and Brandes (2015), Untangling the
 * hairballs of multi-centered, small-world online social media networks,
 * https://doi.org/10.7155/jgaa.00370.
 *
 * q(u, v) is in how many cycles of four a tie is, q(u) the sum over the ties of u, and a tie's
 * embeddedness q(u, v) / sqrt(q(u) · q(v)), 0 where it is in none. With the neighbours of each
 * vertex ranked by it (equal ones alike), the strength of a tie is the largest share, over all
 * ranks r, of neighbours in common among those that u or v has up to rank r. Where no neighbour is
 * ever in common, as in two modes, the strength is the embeddedness squared.
 *
 * Kept are the `wanted` strongest ties with all that are as strong as the last of them (none of
 * strength 0), and every tie of some maximum spanning forest, so that nothing falls apart. Weights
 * count for nothing; parallel ties are kept together, self-ties not.
 *
 * @param kept by tie: filled
 * Cost: the sum over ties of both ends' degrees. ENT_ENOMEM. */
ent_status_t ent_i_simmelian(bool *kept, const ent_i_layout_graph_t *graph, size_t wanted,
                             ent_error_t *err);

#endif
