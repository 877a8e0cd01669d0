/* SPDX-License-Identifier: GPL-2.0-or-later */
/* The layout of a large connected graph: coarsened to a few hundred vertices, laid out there, and
 * refined picture by picture by lowering a sparse stress.
 *
 * A vertex's stress is that of its ties, of its distances to pivots, which stand for all that is
 * far, and, for those with few ties, of some vertices two ties away, which alike ones would
 * otherwise stand upon. Each sweep moves every vertex to where these ask it to be (Gansner, Koren,
 * North, https://doi.org/10.1007/978-3-540-31843-9_25; pivots: pivots.h). Every picture has the
 * distances of the graph itself, those between the middles of its stars (levels.h).
 *
 * Numbers are single: sums go by lanes in a fixed order and nothing but + - * / and square roots is
 * used, so that every machine finds the same digits. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/watch.h"
#include "layout/levels.h"
#include "layout/pivots.h"
#include "layout/stress.h"

enum {
    COARSEST = 300, /* vertices */
    ROUNDS_COARSEST = 60,
    ROUNDS = 12,
    SIBLINGS = 8, /* of a vertex */
    FEW_TIES = 4  /* of one that needs them */
};

static const float enough = 4e-3F; /* of a tie's length, on average over a round */
static const float tiny = 1e-12F;

typedef struct spot {
    float x, y;
} spot_t;

/* What is refined: one level and what asks its vertices to be elsewhere. */
typedef struct refined {
    const ent_i_level_t *level;
    const ent_i_pivots_t *pivots;
    spot_t *at;                     /* by vertex */
    float pivot_x[ENT_MOST_PIVOTS]; /* where the pivots are */
    float pivot_y[ENT_MOST_PIVOTS];
    const ent_id_t *sibling;     /* by vertex, SIBLINGS each; NULL: none */
    const float *sibling_weight; /* by vertex */
} refined_t;

typedef struct pull {
    float x, y, total;
} pull_t;

static inline void ask(pull_t *pull, spot_t own, spot_t other, float distance, float weight)
{
    float dx = own.x - other.x;
    float dy = own.y - other.y;
    float stretch = distance / sqrtf(dx * dx + dy * dy + tiny);

    pull->x += weight * (other.x + stretch * dx);
    pull->y += weight * (other.y + stretch * dy);
    pull->total += weight;
}

/* What all pivots ask of the vertex, lane by lane. */
static void ask_pivots(pull_t *pull, const refined_t *refined, size_t vertex, spot_t own)
{
    const ent_i_pivots_t *pivots = refined->pivots;
    const float *distance = pivots->distance + vertex * pivots->count;
    const float *weight = pivots->weight + vertex * pivots->count;
    float x[ENT_PIVOT_LANES] = {0};
    float y[ENT_PIVOT_LANES] = {0};

    for (size_t p = 0; p < pivots->count; p += ENT_PIVOT_LANES) {
        for (size_t lane = 0; lane < ENT_PIVOT_LANES; lane++) {
            float dx = own.x - refined->pivot_x[p + lane];
            float dy = own.y - refined->pivot_y[p + lane];
            float stretch = distance[p + lane] / sqrtf(dx * dx + dy * dy + tiny);

            x[lane] += weight[p + lane] * (refined->pivot_x[p + lane] + stretch * dx);
            y[lane] += weight[p + lane] * (refined->pivot_y[p + lane] + stretch * dy);
        }
    }
    for (size_t lane = 0; lane < ENT_PIVOT_LANES; lane++) {
        pull->x += x[lane];
        pull->y += y[lane];
    }
    pull->total += pivots->total[vertex];
}

/* Tells where a pivot is now. */
static void follow(refined_t *refined, size_t v)
{
    int32_t pivot = refined->pivots->index[refined->level->middle[v]];

    if (pivot >= 0) {
        refined->pivot_x[pivot] = refined->at[v].x;
        refined->pivot_y[pivot] = refined->at[v].y;
    }
}

/* Moves a vertex to where it is asked to be; returns how far that was. */
static float settle(refined_t *refined, size_t v)
{
    const ent_i_level_t *level = refined->level;
    spot_t own = refined->at[v];
    pull_t pull = {0};
    float dx = 0, dy = 0;

    for (size_t k = level->offset[v]; k < level->offset[v + 1]; k++) {
        float length = level->length[k];

        ask(&pull, own, refined->at[level->neighbour[k]], length, 1 / (length * length));
    }
    ask_pivots(&pull, refined, (size_t)level->middle[v], own);
    if (refined->sibling != NULL) {
        const ent_id_t *sibling = refined->sibling + v * SIBLINGS;

        for (size_t s = 0; s < SIBLINGS && sibling[s] != ENT_NONE; s++)
            ask(&pull, own, refined->at[sibling[s]], 2, refined->sibling_weight[v]);
    }
    if (!(pull.total > 0))
        return 0; /* alone */
    refined->at[v].x = pull.x / pull.total;
    refined->at[v].y = pull.y / pull.total;
    follow(refined, v);
    dx = refined->at[v].x - own.x;
    dy = refined->at[v].y - own.y;
    return sqrtf(dx * dx + dy * dy);
}

/* The first neighbour of `a` from `b` on; neighbours are in order. */
static size_t find_neighbour(const ent_i_level_t *level, ent_id_t a, ent_id_t b)
{
    size_t low = level->offset[a];
    size_t high = level->offset[a + 1];

    while (low < high) {
        size_t middle = (low + high) / 2;

        if (level->neighbour[middle] < b)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static bool are_tied(const ent_i_level_t *level, ent_id_t a, ent_id_t b)
{
    size_t found = find_neighbour(level, a, b);

    return found < level->offset[a + 1] && level->neighbour[found] == b;
}

/* For each vertex with few ties the next ones about its neighbours that it is not tied to. */
static void find_siblings(ent_id_t *sibling, float *weight, const ent_i_level_t *level)
{
    for (size_t v = 0; v < level->count; v++) {
        size_t ties = level->offset[v + 1] - level->offset[v];
        size_t found = 0;
        size_t all = 0;

        for (size_t s = 0; s < SIBLINGS; s++)
            sibling[v * SIBLINGS + s] = ENT_NONE;
        for (size_t k = level->offset[v]; ties <= FEW_TIES && k < level->offset[v + 1]; k++) {
            ent_id_t hub = level->neighbour[k];
            size_t first = level->offset[hub];
            size_t others = level->offset[hub + 1] - first;
            size_t own = find_neighbour(level, hub, (ent_id_t)v) - first;

            all += others - 1;
            for (size_t step = 1; step < others && step <= SIBLINGS / ties; step++) {
                size_t turn = step % 2 == 1 ? (step + 1) / 2 : others - step / 2;
                ent_id_t other = level->neighbour[first + (own + turn) % others];

                if (other != (ent_id_t)v && !are_tied(level, (ent_id_t)v, other))
                    sibling[v * SIBLINGS + found++] = other;
            }
        }
        weight[v] = found > 0 ? 0.25F * fminf((float)all / (float)found, 4) : 0;
    }
}

static size_t rounds_at(const ent_i_levels_t *levels, size_t level)
{
    return level + 1 == levels->count ? ROUNDS_COARSEST : ROUNDS;
}

/* Steps of all rounds on all levels. */
static size_t moves_of(const ent_i_levels_t *levels)
{
    size_t moves = 0;

    for (size_t l = 0; l < levels->count; l++)
        moves += levels->level[l].count * rounds_at(levels, l);
    return moves;
}

static ent_status_t refine(spot_t *at, const ent_i_level_t *level, const ent_i_pivots_t *pivots,
                           size_t rounds, bool finest, ent_i_task_t *task, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    refined_t refined = {.level = level, .pivots = pivots, .at = at};
    ent_id_t *sibling = NULL;
    float *weight = NULL;
    float moved = INFINITY;

    if (finest) {
        ENT_TRY(ent_i_alloc(&sibling, SIBLINGS * level->count, sizeof *sibling, err));
        ENT_TRY(ent_i_alloc(&weight, level->count, sizeof *weight, err));
        find_siblings(sibling, weight, level);
        refined.sibling = sibling;
        refined.sibling_weight = weight;
    }
    for (size_t v = 0; v < level->count; v++)
        follow(&refined, v);
    for (size_t round = 0; round < rounds && moved > enough * (float)level->count; round++) {
        if (!ent_i_task_step(task, level->count))
            break;
        moved = 0;
        for (size_t v = 0; v < level->count; v++)
            moved += settle(&refined, v);
    }

cleanup:
    free(sibling);
    free(weight);
    return status;
}

/* Lays out the coarsest picture as if all its ties were alike, then to the scale of their lengths.
 */
static ent_status_t begin(spot_t *at, ent_i_level_t *level, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_adjacency_t graph = {level->count, level->offset, level->neighbour};
    ent_i_point_t *place = NULL;
    size_t ends = level->offset[level->count];
    double length = 0;

    ENT_TRY(ent_i_alloc(&place, level->count, sizeof *place, err));
    ENT_TRY(ent_i_layout_start(place, &graph, err));
    for (size_t i = 0; i < ends; i++)
        length += (double)level->length[i] / (double)ends;
    for (size_t v = 0; v < level->count; v++)
        at[v] = (spot_t){(float)(length * place[v].x), (float)(length * place[v].y)};

cleanup:
    free(place);
    return status;
}

/* Shortens way[v], the ties to the nearest pivot so far along the picture's ties, for one more. */
static void shorten(float *way, const ent_i_level_t *level, size_t pivot)
{
    bool changed = true;

    way[pivot] = 0;
    while (changed) {
        changed = false;
        for (size_t v = 0; v < level->count; v++) {
            for (size_t k = level->offset[v]; k < level->offset[v + 1]; k++) {
                float through = way[level->neighbour[k]] + level->length[k];

                if (through < way[v]) {
                    way[v] = through;
                    changed = true;
                }
            }
        }
    }
}

/* Chooses pivots among the vertices of the coarsest picture, each as far as possible from those
 * before it. */
static ent_status_t choose_pivots(ent_i_pivots_t *pivots, size_t *chosen,
                                  const ent_i_level_t *level, size_t most, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    float *way = NULL;
    size_t far = 0;
    ENT_TRY(ent_i_alloc(&way, level->count, sizeof *way, err));
    for (size_t v = 0; v < level->count; v++)
        way[v] = INFINITY;
    for (*chosen = 0; *chosen < most && way[far] > 0; (*chosen)++) {
        pivots->vertex[*chosen] = level->middle[far];
        shorten(way, level, far);
        far = 0;
        for (size_t v = 0; v < level->count; v++)
            far = way[v] > way[far] ? v : far;
    }

cleanup:
    free(way);
    return status;
}

/* Sets the vertices of a finer picture about the middles of their stars, as seeds stand in a
 * flower. */
static void unfold(spot_t *at, const spot_t *coarse, const ent_i_level_t *fine)
{
    const spot_t turn = {-0.73736888F, 0.67549029F}; /* by the golden angle */
    spot_t way = {1, 0};

    for (size_t v = 0; v < fine->count; v++) {
        spot_t from = coarse[fine->up[v]];
        spot_t next = {way.x * turn.x - way.y * turn.y, way.x * turn.y + way.y * turn.x};
        float size = sqrtf(next.x * next.x + next.y * next.y);

        way = (spot_t){next.x / size, next.y / size};
        at[v].x = from.x + 0.5F * fine->out[v] * way.x;
        at[v].y = from.y + 0.5F * fine->out[v] * way.y;
    }
}

/* From the coarsest picture to that of the graph, both in `at`. */
static ent_status_t descend(spot_t **at, spot_t **next, const ent_i_levels_t *levels,
                            const ent_i_pivots_t *pivots, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_status_t ended;
    ent_i_task_t task;

    ent_i_task_begin(&task, "layout", "moves", moves_of(levels));
    for (size_t l = levels->count; l-- > 0 && !ent_i_task_is_over(&task);) {
        if (l + 1 < levels->count) {
            spot_t *coarse = *at;

            unfold(*next, coarse, &levels->level[l]);
            *at = *next;
            *next = coarse;
        }
        ENT_TRY(refine(*at, &levels->level[l], pivots, rounds_at(levels, l), l == 0, &task, err));
    }

cleanup:
    ended = ent_i_task_end(&task, err);
    return status != ENT_OK ? status : ended;
}

ent_status_t ent_i_layout_multilevel(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                     ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_levels_t levels = {0};
    ent_i_pivots_t pivots = {0};
    spot_t *at = NULL;
    spot_t *next = NULL;
    size_t chosen = 0;

    if (graph->vertex_count == 0)
        return ENT_OK;
    ENT_TRY(ent_i_levels_init(&levels, graph, COARSEST, err));
    ENT_TRY(choose_pivots(&pivots, &chosen, &levels.level[levels.count - 1],
                          ent_i_pivot_count(graph->vertex_count), err));
    ENT_TRY(ent_i_pivots_measure(&pivots, chosen, graph, err));
    ENT_TRY(ent_i_alloc(&at, graph->vertex_count, sizeof *at, err));
    ENT_TRY(ent_i_alloc(&next, graph->vertex_count, sizeof *next, err));
    ENT_TRY(begin(at, &levels.level[levels.count - 1], err));
    ENT_TRY(descend(&at, &next, &levels, &pivots, err));
    for (size_t v = 0; v < graph->vertex_count; v++)
        position[v] = (ent_i_point_t){(double)at[v].x, (double)at[v].y};

cleanup:
    free(at);
    free(next);
    ent_i_pivots_free(&pivots);
    ent_i_levels_free(&levels);
    return status;
}
