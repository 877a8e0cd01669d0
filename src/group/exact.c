/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The largest modularity that any partition has, by a programme over subsets of actors.
 *
 * No group of a best partition reaches over two components, so each is solved by itself: of a set
 * of actors, the best partition is a best group around its first actor and the best partition of
 * the others. 3^k steps for a component of k actors. */
#include "group/exact.h"

#include <math.h>
#include <stdlib.h>

#include "network/network_i.h"

#define EXACT_ACTORS 16
#define SAME 1e-12
#define MOST_STEPS 5e7 /* one component of sixteen, or many small ones: a tenth of a second */

/* One component, its actors as bits. */
typedef struct piece {
    const ent_i_group_graph_t *graph;
    double resolution;
    ent_id_t actor[EXACT_ACTORS]; /* the graph's vertices */
    size_t count;
    double tie[EXACT_ACTORS][EXACT_ACTORS]; /* as shares of all ties */
    double *group;                          /* by set: its gain as a group */
    double *best;                           /* by set: of its best partition */
    double *optima;                         /* by set: partitions that have it */
    uint32_t *first; /* by set: the group of its first actor in a best partition */
} piece_t;

static ent_status_t piece_alloc(piece_t *piece, ent_error_t *err)
{
    size_t sets = (size_t)1 << EXACT_ACTORS;
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&piece->group, sets, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&piece->best, sets, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&piece->optima, sets, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&piece->first, sets, sizeof *piece->first, err));

cleanup:
    return status;
}

static void piece_free(piece_t *piece)
{
    free(piece->group);
    free(piece->best);
    free(piece->optima);
    free(piece->first);
}

/* What every set would add to modularity as a group: its ties, less those expected. */
static void weigh_groups(piece_t *piece)
{
    const ent_i_group_graph_t *graph = piece->graph;
    const unsigned char *mode = graph->network->mode;
    uint32_t sets = UINT32_C(1) << piece->count;

    for (uint32_t set = 0; set < sets; set++) {
        double inside = 0;
        double end[2] = {0, 0};

        for (size_t i = 0; i < piece->count; i++) {
            if ((set >> i & 1U) == 0)
                continue;
            end[mode != NULL && mode[graph->actor[piece->actor[i]]] == 1] +=
                VECTOR(graph->strength)[piece->actor[i]] / graph->total;
            for (size_t j = i + 1; j < piece->count; j++) {
                if ((set >> j & 1U) != 0)
                    inside += piece->tie[i][j];
            }
        }
        piece->group[set] =
            inside - piece->resolution * (mode != NULL ? end[0] * end[1] : end[0] * end[0] / 4);
    }
}

static void solve(piece_t *piece)
{
    uint32_t sets = UINT32_C(1) << piece->count;

    weigh_groups(piece);
    piece->best[0] = 0;
    piece->optima[0] = 1;
    for (uint32_t set = 1; set < sets; set++) {
        uint32_t lowest = set & -set;
        uint32_t others = set ^ lowest;
        uint32_t rest = others;

        piece->best[set] = -2; /* below any modularity */
        for (;
             ;) { /* the group of the first actor is `set` without `rest`, any part of the others */
            double value = piece->group[set ^ rest] + piece->best[rest];

            if (value > piece->best[set] + SAME) {
                piece->best[set] = value;
                piece->optima[set] = piece->optima[rest];
                piece->first[set] = set ^ rest;
            } else if (value > piece->best[set] - SAME) {
                piece->optima[set] += piece->optima[rest];
            }
            if (rest == 0)
                break;
            rest = (rest - 1) & others;
        }
    }
}

/* The graph's vertices and edges, component by component. */
typedef struct parts {
    size_t count;
    igraph_vector_int_t component; /* by vertex */
    size_t *vertex_begin;          /* by component, + 1 */
    size_t *edge_begin;
    ent_id_t *vertex;
    ent_id_t *edge;
    ent_id_t *place; /* by vertex: its bit in its component */
} parts_t;

static void parts_free(parts_t *parts)
{
    igraph_vector_int_destroy(&parts->component);
    free(parts->vertex_begin);
    free(parts->edge_begin);
    free(parts->vertex);
    free(parts->edge);
    free(parts->place);
}

/* Turns counts, one place behind, into where each part begins. */
static void sum_up(size_t *begin, size_t count)
{
    for (size_t i = 0; i < count; i++)
        begin[i + 1] += begin[i];
}

/* Sorts vertices and edges by their component; each part from its end. */
static void sort_parts(parts_t *parts, const igraph_t *graph)
{
    size_t vertices = (size_t)igraph_vcount(graph);
    size_t edges = (size_t)igraph_ecount(graph);
    const igraph_vector_int_t *component = &parts->component;

    for (size_t i = 0; i < vertices; i++)
        parts->vertex_begin[VECTOR(*component)[i]]++;
    for (size_t i = 0; i < edges; i++)
        parts->edge_begin[VECTOR(*component)[IGRAPH_FROM(graph, i)]]++;
    sum_up(parts->vertex_begin, parts->count);
    sum_up(parts->edge_begin, parts->count);
    for (size_t i = vertices; i-- > 0;)
        parts->vertex[--parts->vertex_begin[VECTOR(*component)[i]]] = (ent_id_t)i;
    for (size_t i = edges; i-- > 0;)
        parts->edge[--parts->edge_begin[VECTOR(*component)[IGRAPH_FROM(graph, i)]]] = (ent_id_t)i;
    for (size_t i = 0; i < vertices; i++)
        parts->place[parts->vertex[i]] =
            (ent_id_t)(i - parts->vertex_begin[VECTOR(*component)[parts->vertex[i]]]);
}

static ent_status_t parts_init(parts_t *parts, const igraph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t vertices = (size_t)igraph_vcount(graph);
    igraph_integer_t count;

    IGX_TRY(igraph_vector_int_init(&parts->component, 0));
    IGX_TRY(igraph_connected_components(graph, &parts->component, NULL, &count, IGRAPH_WEAK));
    parts->count = (size_t)count;
    ENT_TRY(ent_i_alloc(&parts->vertex_begin, parts->count + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&parts->edge_begin, parts->count + 1, sizeof(size_t), err));
    ENT_TRY(ent_i_alloc(&parts->vertex, vertices, sizeof *parts->vertex, err));
    ENT_TRY(ent_i_alloc(&parts->edge, (size_t)igraph_ecount(graph), sizeof *parts->edge, err));
    ENT_TRY(ent_i_alloc(&parts->place, vertices, sizeof *parts->place, err));
    sort_parts(parts, graph);

cleanup:
    return status;
}

/* Whether 3^k steps a component are few enough in all. */
static bool is_small(const parts_t *parts)
{
    double steps = 0;

    for (size_t c = 0; c < parts->count; c++)
        steps += pow(3, (double)(parts->vertex_begin[c + 1] - parts->vertex_begin[c]));
    return steps <= MOST_STEPS;
}

static void take_component(piece_t *piece, const parts_t *parts, size_t c)
{
    const igraph_t *graph = &piece->graph->graph;

    piece->count = parts->vertex_begin[c + 1] - parts->vertex_begin[c];
    for (size_t i = 0; i < piece->count; i++) {
        piece->actor[i] = parts->vertex[parts->vertex_begin[c] + i];
        for (size_t j = 0; j < piece->count; j++)
            piece->tie[i][j] = 0;
    }
    for (size_t i = parts->edge_begin[c]; i < parts->edge_begin[c + 1]; i++) {
        ent_id_t a = parts->place[IGRAPH_FROM(graph, parts->edge[i])];
        ent_id_t b = parts->place[IGRAPH_TO(graph, parts->edge[i])];

        piece->tie[a < b ? a : b][a < b ? b : a] =
            VECTOR(piece->graph->weight)[parts->edge[i]] / piece->graph->total;
    }
}

/* Numbers the groups of a solved component from `next` on. */
static ent_id_t number_groups(const piece_t *piece, igraph_vector_int_t *label, ent_id_t next)
{
    uint32_t set = (UINT32_C(1) << piece->count) - 1;

    for (; set != 0; set ^= piece->first[set]) {
        for (size_t i = 0; i < piece->count; i++) {
            if ((piece->first[set] >> i & 1U) != 0)
                VECTOR(*label)[piece->actor[i]] = next;
        }
        next++;
    }
    return next;
}

ent_status_t ent_i_exact_find(ent_i_exact_t *exact, const ent_i_group_graph_t *graph,
                              double resolution, igraph_vector_int_t *label, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    piece_t piece = {.graph = graph, .resolution = resolution};
    parts_t parts = {0};
    ent_id_t next = 0;

    *exact = (ent_i_exact_t){.optima = 1};
    ENT_TRY(parts_init(&parts, &graph->graph, err));
    exact->possible = is_small(&parts);
    if (!exact->possible)
        goto cleanup;
    IGX_TRY(igraph_vector_int_resize(label, (igraph_integer_t)graph->actor_count));
    ENT_TRY(piece_alloc(&piece, err));
    for (size_t c = 0; c < parts.count; c++) {
        size_t all;

        take_component(&piece, &parts, c);
        solve(&piece);
        all = ((size_t)1 << piece.count) - 1;
        exact->quality += piece.best[all];
        exact->optima *= piece.optima[all];
        next = number_groups(&piece, label, next);
    }

cleanup:
    parts_free(&parts);
    piece_free(&piece);
    return status;
}
