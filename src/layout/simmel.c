/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/simmel.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* An undirected tie, each pair of vertices once. */
typedef struct edge {
    ent_id_t low, high;
    double weight;
} edge_t;

/* A neighbour of a vertex. */
typedef struct end {
    ent_id_t neighbour;
    size_t edge;
    double weight; /* of the edge */
    size_t rank;   /* among the neighbours, from 1; equal weights have one */
} end_t;

typedef struct web {
    size_t vertices;
    edge_t *edge;
    size_t edges;
    size_t *edge_of; /* by tie; SIZE_MAX: a self-tie */
    size_t *offset;  /* of the ends, by vertex */
    end_t *end;
    ent_id_t *neighbour; /* of the ends, close together, until they are ranked */
    double *sum;         /* by vertex: of its edges' cycles */
    size_t *count;       /* by vertex, all 0 between uses */
    size_t *common;      /* by rank, all 0 between uses */
} web_t;

static void web_free(web_t *web)
{
    free(web->edge);
    free(web->edge_of);
    free(web->offset);
    free(web->end);
    free(web->neighbour);
    free(web->sum);
    free(web->count);
    free(web->common);
}

/* A tie while equal ones are found. */
typedef struct tie {
    ent_id_t low, high;
    size_t tie;
} tie_t;

static int by_pair(const void *left, const void *right)
{
    const tie_t *a = left;
    const tie_t *b = right;

    if (a->low != b->low)
        return a->low < b->low ? -1 : 1;
    if (a->high != b->high)
        return a->high < b->high ? -1 : 1;
    return a->tie < b->tie ? -1 : a->tie > b->tie;
}

static ent_status_t find_edges(web_t *web, const ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    tie_t *tie = NULL;

    ENT_TRY(ent_i_alloc(&tie, graph->tie_count, sizeof *tie, err));
    for (size_t t = 0; t < graph->tie_count; t++) {
        ent_id_t a = graph->a[t];
        ent_id_t b = graph->b[t];

        tie[t] = (tie_t){a < b ? a : b, a < b ? b : a, t};
    }
    qsort(tie, graph->tie_count, sizeof *tie, by_pair);
    for (size_t t = 0; t < graph->tie_count; t++) {
        edge_t *last = &web->edge[web->edges];

        web->edge_of[tie[t].tie] = SIZE_MAX;
        if (tie[t].low == tie[t].high)
            continue;
        if (web->edges == 0 || last[-1].low != tie[t].low || last[-1].high != tie[t].high) {
            *last = (edge_t){tie[t].low, tie[t].high, 0};
            web->edges++;
        }
        web->edge_of[tie[t].tie] = web->edges - 1;
    }

cleanup:
    free(tie);
    return status;
}

static void find_ends(web_t *web)
{
    size_t *next = web->offset + 1; /* one ahead, so that filling leaves the starts in place */

    for (size_t e = 0; e < web->edges; e++) {
        next[web->edge[e].low + 1]++;
        next[web->edge[e].high + 1]++;
    }
    for (size_t v = 0; v < web->vertices; v++)
        next[v + 1] += next[v];
    for (size_t e = 0; e < web->edges; e++) {
        web->end[next[web->edge[e].low]++] = (end_t){.neighbour = web->edge[e].high, .edge = e};
        web->end[next[web->edge[e].high]++] = (end_t){.neighbour = web->edge[e].low, .edge = e};
    }
    for (size_t i = 0; i < 2 * web->edges; i++)
        web->neighbour[i] = web->end[i].neighbour;
}

static ent_status_t web_init(web_t *web, const ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;

    web->vertices = n;
    ENT_TRY(ent_i_alloc(&web->edge, graph->tie_count, sizeof *web->edge, err));
    ENT_TRY(ent_i_alloc(&web->edge_of, graph->tie_count, sizeof *web->edge_of, err));
    ENT_TRY(ent_i_alloc(&web->offset, n + 2, sizeof *web->offset, err));
    ENT_TRY(ent_i_alloc(&web->end, 2 * graph->tie_count, sizeof *web->end, err));
    ENT_TRY(ent_i_alloc(&web->neighbour, 2 * graph->tie_count, sizeof *web->neighbour, err));
    ENT_TRY(ent_i_alloc(&web->sum, n, sizeof *web->sum, err));
    ENT_TRY(ent_i_alloc(&web->count, n, sizeof *web->count, err));
    ENT_TRY(ent_i_alloc(&web->common, n + 1, sizeof *web->common, err));
    ENT_TRY(find_edges(web, graph, err));
    find_ends(web);

cleanup:
    return status;
}

/* Counts the ways of two edges from a vertex; returns how many there are. */
static size_t walk_two(web_t *web, size_t from)
{
    size_t ways = 0;

    for (size_t i = web->offset[from]; i < web->offset[from + 1]; i++) {
        size_t middle = (size_t)web->neighbour[i];

        for (size_t k = web->offset[middle]; k < web->offset[middle + 1]; k++)
            web->count[web->neighbour[k]]++;
        ways += web->offset[middle + 1] - web->offset[middle];
    }
    return ways;
}

/* Takes the ways back: one by one, or all counts where these are fewer. */
static void walk_back(web_t *web, size_t from, size_t ways)
{
    if (ways > web->vertices) {
        memset(web->count, 0, web->vertices * sizeof *web->count);
        return;
    }
    for (size_t i = web->offset[from]; i < web->offset[from + 1]; i++) {
        size_t middle = (size_t)web->neighbour[i];

        for (size_t k = web->offset[middle]; k < web->offset[middle + 1]; k++)
            web->count[web->neighbour[k]] = 0;
    }
}

/* Weighs each edge by the cycles of four that it is in. */
static void count_cycles(web_t *web)
{
    for (size_t u = 0; u < web->vertices; u++) {
        size_t ways = walk_two(web, u);

        for (size_t i = web->offset[u]; i < web->offset[u + 1]; i++) {
            size_t v = (size_t)web->neighbour[i];
            size_t cycles = 0;

            if (v < u)
                continue;
            for (size_t k = web->offset[v]; k < web->offset[v + 1]; k++) {
                if ((size_t)web->neighbour[k] != u) /* one of the ways is by v itself */
                    cycles += web->count[web->neighbour[k]] - 1;
            }
            web->edge[web->end[i].edge].weight = (double)cycles;
            web->sum[u] += (double)cycles;
            web->sum[v] += (double)cycles;
        }
        walk_back(web, u, ways);
    }
}

/* The square keeps the order and, of whole numbers, equal values equal. */
static void embed(web_t *web)
{
    for (size_t e = 0; e < web->edges; e++) {
        edge_t *edge = &web->edge[e];
        double both = web->sum[edge->low] * web->sum[edge->high];

        edge->weight = both > 0 ? edge->weight * edge->weight / both : 0;
    }
}

static int strongest_first(const void *left, const void *right)
{
    const end_t *a = left;
    const end_t *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->neighbour < b->neighbour ? -1 : a->neighbour > b->neighbour;
}

static void rank_neighbours(web_t *web)
{
    for (size_t v = 0; v < web->vertices; v++) {
        end_t *end = &web->end[web->offset[v]];
        size_t count = web->offset[v + 1] - web->offset[v];

        for (size_t i = 0; i < count; i++)
            end[i].weight = web->edge[end[i].edge].weight;
        if (count > 0)
            qsort(end, count, sizeof *end, strongest_first);
        for (size_t i = 0; i < count; i++)
            end[i].rank = i == 0 ? 1 : end[i - 1].rank + (end[i].weight != end[i - 1].weight);
    }
}

/* The largest share of neighbours in common up to some rank; the ranks of u's neighbours are in
 * `count`. */
static double overlap(web_t *web, size_t u, size_t v)
{
    const end_t *of_u = &web->end[web->offset[u]];
    const end_t *of_v = &web->end[web->offset[v]];
    size_t degree_u = web->offset[u + 1] - web->offset[u];
    size_t degree_v = web->offset[v + 1] - web->offset[v];
    size_t last_u = of_u[degree_u - 1].rank;
    size_t last_v = of_v[degree_v - 1].rank;
    size_t last = last_u > last_v ? last_u : last_v;
    size_t upto_u = 0, upto_v = 0, shared = 0;
    double best = 0;

    for (size_t i = 0; i < degree_v; i++) {
        size_t rank = web->count[of_v[i].neighbour];

        if (rank > 0)
            web->common[rank > of_v[i].rank ? rank : of_v[i].rank]++;
    }
    for (size_t rank = 1; rank <= last; rank++) {
        while (upto_u < degree_u && of_u[upto_u].rank <= rank)
            upto_u++;
        while (upto_v < degree_v && of_v[upto_v].rank <= rank)
            upto_v++;
        shared += web->common[rank];
        web->common[rank] = 0;
        best = fmax(best, (double)shared / (double)(upto_u + upto_v - shared));
    }
    return best;
}

/* Weighs each edge by overlap, unless there is none at all. */
static ent_status_t weigh_by_overlap(web_t *web, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double *weight = NULL;
    bool any = false;

    ENT_TRY(ent_i_alloc(&weight, web->edges, sizeof *weight, err));
    for (size_t u = 0; u < web->vertices; u++) {
        for (size_t i = web->offset[u]; i < web->offset[u + 1]; i++)
            web->count[web->end[i].neighbour] = web->end[i].rank;
        for (size_t i = web->offset[u]; i < web->offset[u + 1]; i++) {
            size_t v = (size_t)web->end[i].neighbour;

            if (v > u)
                weight[web->end[i].edge] = overlap(web, u, v);
        }
        for (size_t i = web->offset[u]; i < web->offset[u + 1]; i++)
            web->count[web->end[i].neighbour] = 0;
    }
    for (size_t e = 0; e < web->edges; e++)
        any |= weight[e] > 0;
    for (size_t e = 0; any && e < web->edges; e++)
        web->edge[e].weight = weight[e];

cleanup:
    free(weight);
    return status;
}

static size_t root_of(size_t *root, size_t vertex)
{
    while (root[vertex] != vertex) {
        root[vertex] = root[root[vertex]];
        vertex = root[vertex];
    }
    return vertex;
}

typedef struct strong {
    double weight;
    size_t edge;
} strong_t;

static int heaviest_first(const void *left, const void *right)
{
    const strong_t *a = left;
    const strong_t *b = right;

    if (a->weight != b->weight)
        return a->weight > b->weight ? -1 : 1;
    return a->edge < b->edge ? -1 : a->edge > b->edge;
}

/* Keeps edges of one weight that join two trees of heavier ones, then joins these. */
static void join_trees(bool *kept, const web_t *web, const strong_t *strong, size_t count,
                       size_t *root)
{
    for (size_t i = 0; i < count; i++) {
        const edge_t *edge = &web->edge[strong[i].edge];

        kept[strong[i].edge] |=
            root_of(root, (size_t)edge->low) != root_of(root, (size_t)edge->high);
    }
    for (size_t i = 0; i < count; i++) {
        const edge_t *edge = &web->edge[strong[i].edge];

        root[root_of(root, (size_t)edge->low)] = root_of(root, (size_t)edge->high);
    }
}

static ent_status_t choose(bool *kept, const web_t *web, size_t wanted, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    strong_t *strong = NULL;
    size_t *root = NULL;

    ENT_TRY(ent_i_alloc(&strong, web->edges, sizeof *strong, err));
    ENT_TRY(ent_i_alloc(&root, web->vertices, sizeof *root, err));
    for (size_t v = 0; v < web->vertices; v++)
        root[v] = v;
    for (size_t e = 0; e < web->edges; e++)
        strong[e] = (strong_t){web->edge[e].weight, e};
    qsort(strong, web->edges, sizeof *strong, heaviest_first);
    for (size_t i = 0; i < web->edges;) {
        size_t behind = i + 1;

        while (behind < web->edges && strong[behind].weight == strong[i].weight)
            behind++;
        for (size_t k = i; k < behind; k++)
            kept[strong[k].edge] = i < wanted && strong[k].weight > 0;
        join_trees(kept, web, &strong[i], behind - i, root);
        i = behind;
    }

cleanup:
    free(strong);
    free(root);
    return status;
}

ent_status_t ent_i_simmelian(bool *kept, const ent_i_layout_graph_t *graph, size_t wanted,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    web_t web = {0};
    bool *edge_kept = NULL;

    ENT_TRY(web_init(&web, graph, err));
    ENT_TRY(ent_i_alloc(&edge_kept, web.edges, sizeof *edge_kept, err));
    count_cycles(&web);
    embed(&web);
    rank_neighbours(&web);
    ENT_TRY(weigh_by_overlap(&web, err));
    ENT_TRY(choose(edge_kept, &web, wanted, err));
    for (size_t t = 0; t < graph->tie_count; t++)
        kept[t] = web.edge_of[t] != SIZE_MAX && edge_kept[web.edge_of[t]];

cleanup:
    web_free(&web);
    free(edge_kept);
    return status;
}
