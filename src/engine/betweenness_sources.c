/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The sources of a block, all or a sample, and how sure the sample is.
 *
 * A vertex of a block stands for as many of the component's vertices as hang on it. Drawing one of
 * these with equal chances and running the block's vertex that it hangs on gives, times the number
 * of the component's vertices, an unbiased estimate of what all of them give (U. Brandes, C. Pich,
 * Centrality estimation in large networks, International Journal of Bifurcation and Chaos 17
 * (2007), https://doi.org/10.1142/S0218127407018403; there without blocks). Draws are independent,
 * so that the spread of what they give is known from the sample itself, and how far it may lead
 * astray from A. Maurer, M. Pontil, Empirical Bernstein bounds and sample variance penalization
 * (2009), https://doi.org/10.48550/arXiv.0907.3740, theorem 4, taken on both sides of all vertices
 * at once. */
#include <math.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/random.h"
#include "engine/betweenness_i.h"

static const double chance_to_fail = 0.05; /* of all intervals that must hold at once */

void ent_i_sources_free(ent_i_sources_t *sources)
{
    free(sources->vertex);
    free(sources->times);
    *sources = (ent_i_sources_t){0};
}

/* The vertex of a block that the hanging vertex number `hanging` hangs on. */
static uint32_t find_holder(const double *weight_before, uint32_t count, double hanging)
{
    uint32_t low = 0;
    uint32_t high = count;

    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;

        if (weight_before[middle] <= hanging)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* Leaves in the list those that were drawn. */
static void keep_drawn(ent_i_sources_t *sources, double each)
{
    uint32_t used = 0;

    for (uint32_t v = 0; v < sources->count; v++) {
        if (sources->times[v] < 1)
            continue;
        sources->vertex[used] = v;
        sources->times[used++] = sources->times[v] * each;
    }
    sources->count = used;
}

static ent_status_t draw_sources(ent_i_sources_t *sources, const ent_i_block_t *block,
                                 uint64_t seed, uint64_t stream, ent_error_t *err)
{
    double *before = NULL;
    double all = 0;
    ent_i_random_t random;
    ent_status_t status = ent_i_alloc(&before, sources->count, sizeof *before, err);

    if (status != ENT_OK)
        return status;
    ent_i_random_init(&random, seed, stream);
    for (uint32_t v = 0; v < sources->count; v++) {
        before[v] = all;
        all += block->weight[v];
        sources->times[v] = 0;
    }
    for (uint32_t k = 0; k < sources->draws; k++)
        sources->times[find_holder(before, sources->count,
                                   (double)ent_i_random_below(&random, (uint64_t)all))]++;
    keep_drawn(sources, all / sources->draws);
    sources->scale = all * sources->draws;
    free(before);
    return ENT_OK;
}

ent_status_t ent_i_sources_init(ent_i_sources_t *sources, const ent_i_block_t *block,
                                uint32_t draws, uint64_t seed, uint64_t stream, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    sources->count = block->rows.count;
    sources->draws = draws;
    ENT_TRY(ent_i_alloc(&sources->vertex, sources->count, sizeof *sources->vertex, err));
    ENT_TRY(ent_i_alloc(&sources->times, sources->count, sizeof *sources->times, err));
    for (uint32_t v = 0; v < sources->count; v++) {
        sources->vertex[v] = v;
        sources->times[v] = block->weight[v];
    }
    if (draws > 0)
        ENT_TRY(draw_sources(sources, block, seed, stream, err));

cleanup:
    return status;
}

/* The variance of what one draw gives, as the draws show it. */
static double variance(const ent_i_sources_t *sources, double total, double squares)
{
    double draws = sources->draws;

    return fmax(0, (squares * sources->scale - draws * total * total) / (draws - 1));
}

double ent_i_sources_bound(const ent_i_sources_t *sources, double total, double squares,
                           double range, size_t values)
{
    double draws = sources->draws;
    double doubt = log(4 * (double)values / chance_to_fail);

    return sqrt(2 * variance(sources, total, squares) * doubt / draws) +
           7 * range * doubt / (3 * (draws - 1));
}
