/* SPDX-License-Identifier: GPL-2.0-or-later */
/* One vertex in the middle, the others about it on rings by their distance.
 *
 * On the first ring those that are tied to each other, or to the same vertices farther out, stand
 * near each other; a vertex with many behind it has a wider part of the ring. On each further ring
 * a vertex stands as near as it can to the direction of those that it hangs on. */
#include <math.h>
#include <stdlib.h>

#include "layout/graph.h"
#include "layout/spokes.h"

enum { MOST_PASSES = 8, MOST_SWAPPED = 400 };

static const double pi = 3.14159265358979323846;

typedef struct pair {
    size_t a; /* places on the first ring */
    size_t b;
} pair_t;

typedef struct ego {
    ent_i_adjacency_t adjacency;
    ent_id_t center;
    int32_t *level; /* by vertex; those out of reach are on a ring behind the last */
    int32_t rings;
    bool apart;    /* the last ring is of those out of reach */
    size_t *first; /* by ring: of `member` */
    ent_id_t *member;
    double *angle; /* by vertex */
    double *share; /* by vertex of the first ring: its part of it, any unit */
    ent_i_spoke_t *wanted;
} ego_t;

static void ego_free(ego_t *ego)
{
    ent_i_adjacency_free(&ego->adjacency);
    free(ego->level);
    free(ego->first);
    free(ego->member);
    free(ego->angle);
    free(ego->share);
    free(ego->wanted);
}

/* Distances from the centre, and the vertices of each ring in their order. */
static ent_status_t find_rings(ego_t *ego, const ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;

    ENT_TRY(ent_i_alloc(&ego->level, n, sizeof *ego->level, err));
    ENT_TRY(ent_i_alloc(&ego->member, n, sizeof *ego->member, err));
    ENT_TRY(ent_i_alloc(&ego->angle, n, sizeof *ego->angle, err));
    ENT_TRY(ent_i_alloc(&ego->share, n, sizeof *ego->share, err));
    ENT_TRY(ent_i_alloc(&ego->wanted, n, sizeof *ego->wanted, err));
    ent_i_adjacency_distances(&ego->adjacency, ego->level, ego->member, ego->center);
    for (size_t v = 0; v < n; v++) {
        ego->rings = ego->level[v] > ego->rings ? ego->level[v] : ego->rings;
        ego->apart |= ego->level[v] < 0;
    }
    ego->rings += ego->apart;
    ENT_TRY(ent_i_alloc(&ego->first, (size_t)ego->rings + 3, sizeof *ego->first, err));
    for (size_t v = 0; v < n; v++) {
        if (ego->level[v] < 0)
            ego->level[v] = ego->rings;
        ego->first[ego->level[v] + 2]++;
    }
    for (int32_t r = 0; r <= ego->rings; r++)
        ego->first[r + 2] += ego->first[r + 1];
    for (size_t v = 0; v < n; v++)
        ego->member[ego->first[ego->level[v] + 1]++] = (ent_id_t)v;

cleanup:
    return status;
}

static size_t ring_size(const ego_t *ego, int32_t ring)
{
    return ring <= ego->rings ? ego->first[ring + 1] - ego->first[ring] : 0;
}

/* Pairs of the first ring that should stand near each other: tied ones, and those that share a
 * vertex of the second. */
static ent_status_t find_pairs(const ego_t *ego, const size_t *place, pair_t **pair, size_t *count,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t capacity = 0;

    for (size_t v = 0; v < ego->adjacency.vertex_count; v++) {
        ent_id_t last = ENT_NONE;

        if (ego->level[v] != 1 && ego->level[v] != 2)
            continue;
        for (size_t i = ego->adjacency.offset[v]; i < ego->adjacency.offset[v + 1]; i++) {
            ent_id_t other = ego->adjacency.neighbour[i];
            ent_id_t from = ego->level[v] == 1 ? (ent_id_t)v : last;

            if (ego->level[other] != 1 || (ego->level[v] == 1 && other <= (ent_id_t)v))
                continue;
            last = other;
            if (from == ENT_NONE || from == other)
                continue;
            ENT_TRY(ENT_GROW(*pair, *count, capacity, err));
            (*pair)[(*count)++] = (pair_t){place[from], place[other]};
        }
    }

cleanup:
    return status;
}

static double apart_on_ring(size_t a, size_t b, size_t n)
{
    size_t d = a > b ? a - b : b - a;

    return (double)(d < n - d ? d : n - d);
}

static double total_length(const pair_t *pair, size_t count, const size_t *at, size_t n)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += apart_on_ring(at[pair[i].a], at[pair[i].b], n);
    return sum;
}

/* Exchanges places on the first ring while that shortens the ties along it. */
static ent_status_t order_first(ego_t *ego, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = ring_size(ego, 1);
    ent_id_t *member = ego->member + (n > 0 ? ego->first[1] : 0);
    size_t *place = NULL; /* by vertex: which of the ring it is */
    size_t *at = NULL;    /* by that: where it stands */
    ent_id_t *ordered = NULL;
    pair_t *pair = NULL;
    size_t pairs = 0;
    double best;
    bool better = true;

    ENT_TRY(ent_i_alloc(&place, ego->adjacency.vertex_count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&at, n, sizeof *at, err));
    ENT_TRY(ent_i_alloc(&ordered, n, sizeof *ordered, err));
    for (size_t i = 0; i < n; i++)
        place[member[i]] = at[i] = i;
    ENT_TRY(find_pairs(ego, place, &pair, &pairs, err));
    best = total_length(pair, pairs, at, n);
    for (int pass = 0; pass < MOST_PASSES && better && n * pairs < MOST_SWAPPED * 100; pass++) {
        better = false;
        for (size_t i = 0; i < n; i++) {
            for (size_t j = i + 1; j < n; j++) {
                size_t was = at[i];
                double length;

                at[i] = at[j];
                at[j] = was;
                length = total_length(pair, pairs, at, n);
                if (length < best) {
                    best = length;
                    better = true;
                } else {
                    at[j] = at[i];
                    at[i] = was;
                }
            }
        }
    }
    for (size_t i = 0; i < n; i++)
        ordered[at[i]] = member[i];
    for (size_t i = 0; i < n; i++)
        member[i] = ordered[i];

cleanup:
    free(place);
    free(at);
    free(ordered);
    free(pair);
    return status;
}

/* Gives each vertex of the first ring its part of the circle. */
static void spread_first(ego_t *ego)
{
    size_t n = ring_size(ego, 1);
    const ent_id_t *member = ego->member + (n > 0 ? ego->first[1] : 0);
    double sum = 0;
    double angle = 0;

    for (size_t i = 0; i < n; i++)
        ego->share[member[i]] = 1;
    for (size_t v = 0; v < ego->adjacency.vertex_count; v++) {
        size_t begin = ego->adjacency.offset[v];
        size_t end = ego->adjacency.offset[v + 1];
        size_t parents = 0;

        for (size_t i = begin; ego->level[v] == 2 && i < end; i++)
            parents += ego->level[ego->adjacency.neighbour[i]] == 1;
        for (size_t i = begin; parents > 0 && i < end; i++) {
            if (ego->level[ego->adjacency.neighbour[i]] == 1)
                ego->share[ego->adjacency.neighbour[i]] += 1 / (double)parents;
        }
    }
    for (size_t i = 0; i < n; i++)
        sum += ego->share[member[i]];
    for (size_t i = 0; i < n; i++) {
        double part = 2 * pi * ego->share[member[i]] / sum;

        ego->angle[member[i]] = angle + part / 2 - pi / 2;
        angle += part;
    }
}

/* The direction of those that a vertex hangs on. */
static double direction(const ego_t *ego, ent_id_t vertex)
{
    double x = 0;
    double y = 0;

    for (size_t i = ego->adjacency.offset[vertex]; i < ego->adjacency.offset[vertex + 1]; i++) {
        ent_id_t other = ego->adjacency.neighbour[i];

        if (ego->level[other] < ego->level[vertex] && ego->level[other] > 0) {
            x += cos(ego->angle[other]);
            y += sin(ego->angle[other]);
        }
    }
    return hypot(x, y) > 1e-9 ? atan2(y, x) : 0;
}

static void spread_ring(ego_t *ego, int32_t ring)
{
    size_t n = ring_size(ego, ring);
    ent_id_t *member = ego->member + ego->first[ring];

    for (size_t i = 0; i < n; i++)
        ego->wanted[i] = (ent_i_spoke_t){member[i], direction(ego, member[i])};
    ent_i_spokes_spread(ego->wanted, n, 0.45);
    for (size_t i = 0; i < n; i++) {
        member[i] = ego->wanted[i].vertex;
        ego->angle[member[i]] = ego->wanted[i].angle;
    }
}

/* How many vertices take turns nearer to the centre, where a ring has no room for all. */
static size_t turns(const ego_t *ego, const ent_i_layout_graph_t *graph, int32_t ring, double rx,
                    double ry)
{
    double around = pi * (3 * (rx + ry) - sqrt((3 * rx + ry) * (rx + 3 * ry)));
    double need = 0;

    for (size_t i = ego->first[ring]; i < ego->first[ring + 1]; i++) {
        const ent_i_box_t *room = &graph->room[ego->member[i]];

        need += (room->width + 2 * room->height) / 3;
    }
    return need <= around ? 1 : need <= 2 * around ? 2 : 3;
}

static void stand(const ego_t *ego, const ent_i_layout_graph_t *graph, const ent_i_box_t *box,
                  ent_i_point_t *position)
{
    double x = box->x + box->width / 2;
    double y = box->y + box->height / 2;

    position[ego->center] = (ent_i_point_t){x, y};
    for (int32_t ring = 1; ring <= ego->rings; ring++) {
        double part = (double)ring / ego->rings;
        double rx = part * box->width / 2;
        double ry = part * box->height / 2;
        size_t sub = turns(ego, graph, ring, rx, ry);
        size_t n = ring_size(ego, ring);

        for (size_t i = 0; i < n; i++) {
            ent_id_t v = ego->member[ego->first[ring] + i];
            double inward = 1 - (double)(i % sub) * 0.22 * (ring == 1 ? 1.0 : 1.0 / ring);

            position[v] = (ent_i_point_t){x + rx * inward * cos(ego->angle[v]),
                                          y + ry * inward * sin(ego->angle[v])};
        }
    }
}

ent_status_t ent_i_layout_ego_rings(size_t *rings, bool *last_apart,
                                    const ent_i_layout_graph_t *graph, ent_id_t center,
                                    ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ego_t ego = {.center = center};

    ENT_TRY(ent_i_adjacency_init(&ego.adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(find_rings(&ego, graph, err));
    *rings = (size_t)ego.rings;
    *last_apart = ego.apart;

cleanup:
    ego_free(&ego);
    return status;
}

ent_status_t ent_i_layout_ego(ent_i_point_t *position, size_t *rings,
                              const ent_i_layout_graph_t *graph, ent_id_t center,
                              const ent_i_box_t *box, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ego_t ego = {.center = center};

    ENT_TRY(ent_i_adjacency_init(&ego.adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(find_rings(&ego, graph, err));
    ENT_TRY(order_first(&ego, err));
    spread_first(&ego);
    for (int32_t ring = 2; ring <= ego.rings; ring++)
        spread_ring(&ego, ring);
    stand(&ego, graph, box, position);
    *rings = (size_t)ego.rings;

cleanup:
    ego_free(&ego);
    return status;
}
