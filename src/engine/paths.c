/* SPDX-License-Identifier: GPL-2.0-or-later */
/* All shortest ways between two actors.
 *
 * A search from B backwards gives every vertex its distance to B and its rank in the order of
 * settling. A tie is tight where it leads to a vertex of lower rank and its length is the
 * difference of the distances. Tight ties never lead in a circle, from every vertex that reaches B
 * they lead to B, and following them from A gives the shortest ways and nothing else. */
#include "engine/paths.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/search.h"
#include "network/network_i.h"

/* `next` lists the tight ties that leave a vertex: next[offset[r]] … next[offset[r + 1] - 1] are
 * the ranks that the vertex of rank r leads to, in order of vertex. */
typedef struct maze {
    const ent_network_t *network;
    const double *length;
    ent_i_search_t search;
    size_t *rank;     /* by vertex */
    size_t *offset;   /* by rank, + 1 */
    size_t *next;     /* ranks */
    uint64_t *ways;   /* by rank: to B */
    size_t *position; /* by depth of the way that is being followed: which of `next` it takes */
    size_t *at;       /* by depth: the rank that it has come to */
} maze_t;

static uint64_t add_capped(uint64_t x, uint64_t y)
{
    return x + y > ENT_WAYS_MOST ? ENT_WAYS_MOST + 1 : x + y;
}

static bool is_tight(const maze_t *maze, ent_id_t from, size_t entry)
{
    ent_id_t to = maze->network->neighbour[entry];
    double near = maze->search.distance[to];
    double far = maze->search.distance[from];
    double length = maze->length != NULL ? maze->length[maze->network->via[entry]] : 1;

    return isfinite(near) && maze->rank[to] < maze->rank[from] &&
           fabs(near + length - far) <= ENT_WAYS_TOLERANCE * far;
}

/* The tight ties of all vertices up to A's rank, and the ways from each to B. Neighbours come
 * ascending, so parallel ties stand together and are one step. */
static void join_up(maze_t *maze, size_t ranks)
{
    const size_t *offset = maze->network->offset;
    size_t used = 0;

    for (size_t r = 0; r < ranks; r++) {
        ent_id_t from = maze->search.order[r];
        ent_id_t last = ENT_NONE;

        maze->offset[r] = used;
        maze->ways[r] = r == 0;
        for (size_t i = offset[from]; i < offset[from + 1]; i++) {
            ent_id_t to = maze->network->neighbour[i];

            if (to == last || !is_tight(maze, from, i))
                continue;
            last = to;
            maze->next[used++] = maze->rank[to];
            maze->ways[r] = add_capped(maze->ways[r], maze->ways[maze->rank[to]]);
        }
    }
    maze->offset[ranks] = used;
}

/* Who lies on all ways: sweeping down the ranks from A, a vertex over which no tight tie of a way
 * leaps. A rank is on a way where its mark in `at` is set. */
static ent_status_t find_common(maze_t *maze, ent_i_ways_t *ways, size_t top, ent_error_t *err)
{
    size_t reach = top;
    ent_status_t status = ent_i_alloc(&ways->on_all, top + 1, sizeof *ways->on_all, err);

    if (status != ENT_OK)
        return status;
    memset(maze->at, 0, (top + 1) * sizeof *maze->at);
    maze->at[top] = 1;
    for (size_t r = top; r > 0; r--) {
        if (maze->at[r] == 0)
            continue;
        if (r < top && reach == r)
            ways->on_all[ways->on_all_count++] = maze->search.order[r];
        for (size_t i = maze->offset[r]; i < maze->offset[r + 1]; i++) {
            maze->at[maze->next[i]] = 1;
            if (maze->next[i] < reach)
                reach = maze->next[i];
        }
    }
    return ENT_OK;
}

/* Appends the way that is being followed: ranks at[0] … at[depth], from A to B. */
static ent_status_t keep_way(maze_t *maze, ent_i_ways_t *ways, size_t depth, size_t *capacity,
                             size_t *first_capacity, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t used = ways->first[ways->shown];

    ENT_TRY(ent_i_grow(&ways->vertex, capacity, used + depth + 1, sizeof *ways->vertex, err));
    ENT_TRY(ent_i_grow(&ways->first, first_capacity, ways->shown + 2, sizeof *ways->first, err));
    for (size_t d = 0; d <= depth; d++)
        ways->vertex[used + d] = maze->search.order[maze->at[d]];
    ways->first[++ways->shown] = used + depth + 1;

cleanup:
    return status;
}

/* Follows the ways in order of their vertices. Every tight tie leads on to B, so no step is in
 * vain. */
static ent_status_t follow(maze_t *maze, ent_i_ways_t *ways, size_t top, uint64_t most,
                           ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t capacity = 0;
    size_t first_capacity = 0;
    size_t depth = 0;

    ENT_TRY(ent_i_grow(&ways->first, &first_capacity, 1, sizeof *ways->first, err));
    ways->first[0] = 0;
    maze->at[0] = top;
    maze->position[0] = maze->offset[top];
    while (ways->shown < most) {
        size_t r = maze->at[depth];

        if (r == 0)
            ENT_TRY(keep_way(maze, ways, depth, &capacity, &first_capacity, err));
        if (r == 0 || maze->position[depth] == maze->offset[r + 1]) {
            if (depth == 0)
                break;
            depth--;
            continue;
        }
        maze->at[depth + 1] = maze->next[maze->position[depth]++];
        depth++;
        maze->position[depth] = maze->offset[maze->at[depth]];
    }

cleanup:
    return status;
}

static ent_status_t make_room(maze_t *maze, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t actors = maze->network->actor_count;

    ENT_TRY(ent_i_search_init(&maze->search, maze->network, err));
    ENT_TRY(ent_i_alloc(&maze->rank, actors, sizeof *maze->rank, err));
    ENT_TRY(ent_i_alloc(&maze->offset, actors + 1, sizeof *maze->offset, err));
    ENT_TRY(ent_i_alloc(&maze->next, maze->network->offset[actors], sizeof *maze->next, err));
    ENT_TRY(ent_i_alloc(&maze->ways, actors, sizeof *maze->ways, err));
    ENT_TRY(ent_i_alloc(&maze->position, actors + 1, sizeof *maze->position, err));
    ENT_TRY(ent_i_alloc(&maze->at, actors + 1, sizeof *maze->at, err));

cleanup:
    return status;
}

static void leave(maze_t *maze)
{
    ent_i_search_free(&maze->search);
    free(maze->rank);
    free(maze->offset);
    free(maze->next);
    free(maze->ways);
    free(maze->position);
    free(maze->at);
}

ent_status_t ent_i_ways_find(ent_i_ways_t *ways, const ent_network_t *network, ent_id_t a,
                             ent_id_t b, const double *length, uint64_t most, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    maze_t maze = {.network = network, .length = length};
    size_t top;

    *ways = (ent_i_ways_t){0};
    ENT_TRY(make_room(&maze, err));
    ent_i_search_run(&maze.search, network, length, b, true);
    if (!isfinite(maze.search.distance[a]))
        goto cleanup;
    ways->found = true;
    ways->length = maze.search.distance[a];
    for (size_t r = 0; r < maze.search.reached; r++)
        maze.rank[maze.search.order[r]] = r;
    top = maze.rank[a];
    join_up(&maze, top + 1);
    ways->count = maze.ways[top];
    ENT_TRY(find_common(&maze, ways, top, err));
    ENT_TRY(follow(&maze, ways, top, most, err));

cleanup:
    leave(&maze);
    return status;
}

void ent_i_ways_free(ent_i_ways_t *ways)
{
    free(ways->first);
    free(ways->vertex);
    free(ways->on_all);
    *ways = (ent_i_ways_t){0};
}
