/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/levels.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* Neighbours with other ties that a star takes. More would give fewer levels with less to say. */
enum { PLANETS = 2 };

static void level_free(ent_i_level_t *level)
{
    free(level->offset);
    free(level->neighbour);
    free(level->length);
    free(level->middle);
    free(level->up);
    free(level->out);
}

void ent_i_levels_free(ent_i_levels_t *levels)
{
    for (size_t i = 0; i < levels->count; i++)
        level_free(&levels->level[i]);
    free(levels->level);
    memset(levels, 0, sizeof *levels);
}

static size_t degree(const ent_i_level_t *level, size_t v)
{
    return level->offset[v + 1] - level->offset[v];
}

/* Appends a level with room for `count` vertices and `ends` neighbours. */
static ent_status_t add_level(ent_i_levels_t *levels, size_t count, size_t ends, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_level_t *level = NULL;

    ENT_TRY(ENT_GROW(levels->level, levels->count, levels->capacity, err));
    level = &levels->level[levels->count++];
    memset(level, 0, sizeof *level);
    level->count = count;
    ENT_TRY(ent_i_alloc(&level->offset, count + 1, sizeof *level->offset, err));
    ENT_TRY(ent_i_alloc(&level->neighbour, ends, sizeof *level->neighbour, err));
    ENT_TRY(ent_i_alloc(&level->length, ends, sizeof *level->length, err));
    ENT_TRY(ent_i_alloc(&level->middle, count, sizeof *level->middle, err));

cleanup:
    return status;
}

static ent_status_t add_graph(ent_i_levels_t *levels, const ent_i_adjacency_t *graph,
                              ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_i_level_t *level = NULL;
    size_t *next = NULL;

    ENT_TRY(add_level(levels, n, graph->offset[n], err));
    ENT_TRY(ent_i_alloc(&next, n, sizeof *next, err));
    level = levels->level;
    for (size_t v = 0; v < n; v++) {
        next[v] = graph->offset[v];
        level->offset[v + 1] = graph->offset[v + 1];
        level->middle[v] = (ent_id_t)v;
    }
    for (size_t v = 0; v < n; v++) { /* each to its neighbours, which so are in order */
        for (size_t i = graph->offset[v]; i < graph->offset[v + 1]; i++) {
            size_t place = next[graph->neighbour[i]]++;

            level->neighbour[place] = (ent_id_t)v;
            level->length[place] = 1;
        }
    }

cleanup:
    free(next);
    return status;
}

/* All vertices from the busiest, equals by number, sorted by counting. */
static ent_status_t busiest_first(ent_id_t *order, const ent_i_level_t *level, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *start = NULL;
    size_t most = 0;

    for (size_t v = 0; v < level->count; v++)
        most = degree(level, v) > most ? degree(level, v) : most;
    ENT_TRY(ent_i_alloc(&start, most + 2, sizeof *start, err));
    for (size_t v = 0; v < level->count; v++)
        start[most - degree(level, v) + 1]++;
    for (size_t d = 0; d <= most; d++)
        start[d + 1] += start[d];
    for (size_t v = 0; v < level->count; v++)
        order[start[most - degree(level, v)]++] = (ent_id_t)v;

cleanup:
    free(start);
    return status;
}

/* Groups the vertices of a level into stars: sets `up` and `out`, and middle[star] to the star's
 * middle in this level. Returns how many stars there are. */
static size_t make_stars(ent_i_level_t *level, ent_id_t *middle, size_t *members,
                         const ent_id_t *order)
{
    size_t stars = 0;

    for (size_t v = 0; v < level->count; v++)
        level->up[v] = ENT_NONE;
    for (size_t i = 0; i < level->count; i++) {
        ent_id_t v = order[i];
        size_t room = PLANETS;

        if (level->up[v] != ENT_NONE)
            continue;
        level->up[v] = (ent_id_t)stars;
        level->out[v] = 0;
        members[stars] = 1;
        for (size_t k = level->offset[v]; k < level->offset[v + 1]; k++) {
            ent_id_t u = level->neighbour[k];
            bool hangs = degree(level, (size_t)u) == 1;

            if (level->up[u] != ENT_NONE || (!hangs && room == 0))
                continue;
            level->up[u] = (ent_id_t)stars;
            level->out[u] = level->length[k];
            room -= !hangs;
            members[stars]++;
        }
        middle[stars++] = v;
    }
    return stars;
}

/* Gives those that found no neighbour free to the smallest star that they are tied to: stars have
 * two members or more. */
static void join_singles(ent_i_level_t *level, size_t *members, const ent_id_t *middle,
                         size_t stars)
{
    for (size_t star = 0; star < stars; star++) {
        ent_id_t v = middle[star];
        size_t best = level->offset[v];

        if (members[star] > 1)
            continue;
        for (size_t k = best; k < level->offset[v + 1]; k++) {
            if (members[level->up[level->neighbour[k]]] <
                members[level->up[level->neighbour[best]]])
                best = k;
        }
        level->up[v] = level->up[level->neighbour[best]];
        level->out[v] = level->length[best] + level->out[level->neighbour[best]];
        members[star]--;
        members[level->up[v]]++;
    }
}

/* Numbers the stars that have members anew; returns how many there are. */
static size_t drop_empty(ent_i_level_t *level, size_t *members, ent_id_t *middle, size_t stars)
{
    size_t kept = 0;

    for (size_t star = 0; star < stars; star++) {
        if (members[star] > 0) {
            middle[kept] = middle[star];
            members[star] = kept++;
        }
    }
    for (size_t v = 0; v < level->count; v++)
        level->up[v] = (ent_id_t)members[level->up[v]];
    return kept;
}

/* Joins the ties between two stars into one, as long as the shortest way along one of them. */
static void join_ties(ent_i_level_t *coarse, const ent_i_level_t *fine, const ent_id_t *member,
                      const size_t *first, size_t *seen)
{
    size_t ends = 0;

    for (size_t star = 0; star < coarse->count; star++) {
        size_t begin = ends;

        for (size_t i = first[star]; i < first[star + 1]; i++) {
            ent_id_t v = member[i];

            for (size_t k = fine->offset[v]; k < fine->offset[v + 1]; k++) {
                ent_id_t u = fine->neighbour[k];
                ent_id_t other = fine->up[u];
                float length = fine->out[v] + fine->length[k] + fine->out[u];

                if ((size_t)other == star)
                    continue;
                /* `seen` holds a place plus one; those of earlier stars lie before `begin` */
                if (seen[other] <= begin) {
                    seen[other] = ends + 1;
                    coarse->neighbour[ends] = other;
                    coarse->length[ends++] = length;
                } else {
                    coarse->length[seen[other] - 1] =
                        fminf(coarse->length[seen[other] - 1], length);
                }
            }
        }
        coarse->offset[star + 1] = ends;
    }
}

/* Appends the picture of the last level's stars, whose middles are given. */
static ent_status_t add_coarse(ent_i_levels_t *levels, const ent_id_t *middle, size_t stars,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_level_t *fine = &levels->level[levels->count - 1];
    ent_i_level_t *coarse = NULL;
    size_t *first = NULL;
    size_t *seen = NULL;
    ent_id_t *member = NULL;

    ENT_TRY(add_level(levels, stars, fine->offset[fine->count], err));
    fine = &levels->level[levels->count - 2]; /* it may have moved */
    coarse = &levels->level[levels->count - 1];
    ENT_TRY(ent_i_alloc(&first, stars + 2, sizeof *first, err));
    ENT_TRY(ent_i_alloc(&seen, stars, sizeof *seen, err));
    ENT_TRY(ent_i_alloc(&member, fine->count, sizeof *member, err));
    for (size_t v = 0; v < fine->count; v++)
        first[fine->up[v] + 2]++;
    for (size_t star = 0; star < stars; star++)
        first[star + 2] += first[star + 1];
    for (size_t v = 0; v < fine->count; v++)
        member[first[fine->up[v] + 1]++] = (ent_id_t)v;
    for (size_t star = 0; star < stars; star++)
        coarse->middle[star] = fine->middle[middle[star]];
    join_ties(coarse, fine, member, first, seen);

cleanup:
    free(first);
    free(seen);
    free(member);
    return status;
}

ent_status_t ent_i_levels_init(ent_i_levels_t *levels, const ent_i_adjacency_t *graph,
                               size_t enough, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *order = NULL;
    ent_id_t *middle = NULL;
    size_t *members = NULL; /* by star */

    memset(levels, 0, sizeof *levels);
    ENT_TRY(ent_i_alloc(&order, graph->vertex_count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&middle, graph->vertex_count, sizeof *middle, err));
    ENT_TRY(ent_i_alloc(&members, graph->vertex_count, sizeof *members, err));
    ENT_TRY(add_graph(levels, graph, err));
    while (levels->level[levels->count - 1].count > enough) {
        ent_i_level_t *last = &levels->level[levels->count - 1];
        size_t stars = 0;

        ENT_TRY(busiest_first(order, last, err));
        ENT_TRY(ent_i_alloc(&last->up, last->count, sizeof *last->up, err));
        ENT_TRY(ent_i_alloc(&last->out, last->count, sizeof *last->out, err));
        stars = make_stars(last, middle, members, order);
        join_singles(last, members, middle, stars);
        stars = drop_empty(last, members, middle, stars);
        ENT_TRY(add_coarse(levels, middle, stars, err));
    }

cleanup:
    free(order);
    free(middle);
    free(members);
    if (status != ENT_OK)
        ent_i_levels_free(levels);
    return status;
}
