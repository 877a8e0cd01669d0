/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/pivots.h"

#include <stdlib.h>
#include <string.h>

/* Vertices above which there are fewer pivots. */
enum { VERY_MANY = 250000 };

/* Searches from all pivots at once. A word has a bit for each pivot. */
typedef struct search {
    uint64_t *seen;  /* by vertex: searches that have been there */
    uint64_t *now;   /* those that reached it in the last step */
    uint64_t *next;  /* those that are on their way to it */
    ent_id_t *front; /* vertices that some search reached in the last step */
    ent_id_t *touched;
    size_t front_count;
} search_t;

size_t ent_i_pivot_count(size_t vertex_count)
{
    return vertex_count > VERY_MANY ? ENT_FEW_PIVOTS : ENT_MOST_PIVOTS;
}

static void search_free(search_t *search)
{
    free(search->seen);
    free(search->now);
    free(search->next);
    free(search->front);
    free(search->touched);
}

static ent_status_t search_init(search_t *search, size_t n, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&search->seen, n, sizeof *search->seen, err));
    ENT_TRY(ent_i_alloc(&search->now, n, sizeof *search->now, err));
    ENT_TRY(ent_i_alloc(&search->next, n, sizeof *search->next, err));
    ENT_TRY(ent_i_alloc(&search->front, n, sizeof *search->front, err));
    ENT_TRY(ent_i_alloc(&search->touched, n, sizeof *search->touched, err));

cleanup:
    return status;
}

/* Sends all searches one tie on; returns how many vertices they come to. */
static size_t send_on(search_t *search, const ent_i_adjacency_t *graph)
{
    size_t touched = 0;

    for (size_t i = 0; i < search->front_count; i++) {
        ent_id_t v = search->front[i];

        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++) {
            ent_id_t u = graph->neighbour[k];

            if ((search->now[v] & ~search->seen[u]) == 0)
                continue;
            if (search->next[u] == 0)
                search->touched[touched++] = u;
            search->next[u] |= search->now[v];
        }
    }
    return touched;
}

static void find_distances(ent_i_pivots_t *pivots, search_t *search, size_t chosen,
                           const ent_i_adjacency_t *graph)
{
    for (size_t p = 0; p < chosen; p++) {
        ent_id_t v = pivots->vertex[p];

        search->seen[v] = search->now[v] = (uint64_t)1 << p;
        search->front[search->front_count++] = v;
    }
    for (size_t ties = 1; search->front_count > 0; ties++) {
        size_t touched = send_on(search, graph);

        search->front_count = 0;
        for (size_t i = 0; i < touched; i++) {
            ent_id_t v = search->touched[i];
            uint64_t fresh = search->next[v] & ~search->seen[v];

            search->next[v] = 0;
            search->now[v] = fresh;
            search->seen[v] |= fresh;
            search->front[search->front_count++] = v;
            for (; fresh != 0; fresh &= fresh - 1)
                pivots->distance[(size_t)v * pivots->count + (size_t)__builtin_ctzll(fresh)] =
                    (float)ties;
        }
    }
}

/* The first of the nearest pivots. */
static size_t nearest(const ent_i_pivots_t *pivots, size_t chosen, size_t v)
{
    const float *row = pivots->distance + v * pivots->count;
    size_t best = 0;

    for (size_t p = 1; p < chosen; p++) {
        if (row[p] < row[best])
            best = p;
    }
    return best;
}

static void weigh(ent_i_pivots_t *pivots, size_t chosen, size_t n)
{
    float own[ENT_MOST_PIVOTS] = {0}; /* vertices that are nearest to it */

    for (size_t v = 0; v < n; v++)
        own[nearest(pivots, chosen, v)]++;
    for (size_t v = 0; v < n; v++) {
        for (size_t p = 0; p < chosen; p++) {
            float d = pivots->distance[v * pivots->count + p];
            float weight = d > 0 ? own[p] / (d * d) : 0;

            pivots->weight[v * pivots->count + p] = weight;
            pivots->total[v] += weight;
        }
    }
}

ent_status_t ent_i_pivots_measure(ent_i_pivots_t *pivots, size_t chosen,
                                  const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    search_t search = {0};

    pivots->count = ent_i_pivot_count(n);
    ENT_TRY(ent_i_alloc(&pivots->distance, n * pivots->count, sizeof *pivots->distance, err));
    ENT_TRY(ent_i_alloc(&pivots->weight, n * pivots->count, sizeof *pivots->weight, err));
    ENT_TRY(ent_i_alloc(&pivots->total, n, sizeof *pivots->total, err));
    ENT_TRY(ent_i_alloc(&pivots->index, n, sizeof *pivots->index, err));
    ENT_TRY(search_init(&search, n, err));
    for (size_t v = 0; v < n; v++)
        pivots->index[v] = -1;
    for (size_t p = 0; p < chosen; p++)
        pivots->index[pivots->vertex[p]] = (int32_t)p;
    find_distances(pivots, &search, chosen, graph);
    weigh(pivots, chosen, n);

cleanup:
    search_free(&search);
    return status;
}

void ent_i_pivots_free(ent_i_pivots_t *pivots)
{
    free(pivots->distance);
    free(pivots->weight);
    free(pivots->total);
    free(pivots->index);
    memset(pivots, 0, sizeof *pivots);
}
