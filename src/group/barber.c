/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Groups of a two-mode network by climbing Barber's modularity itself.
 *
 * The climb is that of V. D. Blondel et al., Journal of Statistical Mechanics P10008 (2008),
 * https://doi.org/10.1088/1742-5468/2008/10/P10008, with Barber's expectation in place of Newman
 * and Girvan's: vertices move one by one to where they gain most, groups then move as vertices do,
 * and the vertices have the last word, round by round until nobody moves. All weights are shares
 * of the network's, so that their scale does not matter. */
#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "group/method.h"
#include "network/network_i.h"

#define ROUNDS 50
#define SWEEPS 200
#define LEAST_GAIN 1e-12 /* below it lie the roundings, which would let vertices go in circles */

/* The vertices of the network, or groups of them as vertices. */
typedef struct level {
    size_t count;
    size_t *offset; /* count + 1 */
    ent_id_t *neighbour;
    double *weight; /* by neighbour */
    double *end[2]; /* by vertex: its ties' ends, by the mode of who stands there */
} level_t;

typedef struct climb {
    const level_t *level;
    ent_id_t *label; /* by vertex, numbers below level->count */
    double resolution;
    ent_i_random_t *random;
    double *end[2]; /* by group */
    double *link;   /* by group: ties to it from the vertex at hand; zero in between */
    size_t *size;   /* by group, in vertices of the level */
    ent_id_t *order;
    ent_id_t *touched;
    ent_id_t *empty; /* numbers that no group bears */
    size_t empty_count;
} climb_t;

static ent_status_t level_alloc(level_t *level, size_t count, size_t neighbours, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    level->count = count;
    ENT_TRY(ent_i_alloc(&level->offset, count + 1, sizeof *level->offset, err));
    ENT_TRY(ent_i_alloc(&level->neighbour, neighbours, sizeof *level->neighbour, err));
    ENT_TRY(ent_i_alloc(&level->weight, neighbours, sizeof *level->weight, err));
    ENT_TRY(ent_i_alloc(&level->end[0], count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&level->end[1], count, sizeof(double), err));

cleanup:
    return status;
}

static void level_free(level_t *level)
{
    free(level->offset);
    free(level->neighbour);
    free(level->weight);
    free(level->end[0]);
    free(level->end[1]);
    *level = (level_t){0};
}

static ent_status_t level_of_graph(level_t *level, const ent_i_group_graph_t *graph,
                                   ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    igraph_integer_t ties = igraph_ecount(&graph->graph);
    size_t *place = NULL;

    ENT_TRY(level_alloc(level, graph->actor_count, 2 * (size_t)ties, err));
    ENT_TRY(ent_i_alloc(&place, graph->actor_count + 1, sizeof *place, err));
    for (igraph_integer_t i = 0; i < ties; i++) {
        level->offset[IGRAPH_FROM(&graph->graph, i) + 1]++;
        level->offset[IGRAPH_TO(&graph->graph, i) + 1]++;
    }
    for (size_t i = 0; i < graph->actor_count; i++) {
        level->offset[i + 1] += level->offset[i];
        place[i + 1] = level->offset[i + 1];
        level->end[graph->network->mode[graph->actor[i]] == 1][i] =
            VECTOR(graph->strength)[i] / graph->total;
    }
    for (igraph_integer_t i = 0; i < ties; i++) {
        ent_id_t a = (ent_id_t)IGRAPH_FROM(&graph->graph, i);
        ent_id_t b = (ent_id_t)IGRAPH_TO(&graph->graph, i);

        level->neighbour[place[a]] = b;
        level->neighbour[place[b]] = a;
        level->weight[place[a]++] = level->weight[place[b]++] =
            VECTOR(graph->weight)[i] / graph->total;
    }

cleanup:
    free(place);
    return status;
}

/* Lists the vertices group by group; returns where each group's begin, in `begin`. */
static void list_members(const climb_t *climb, size_t groups, size_t *begin, ent_id_t *member)
{
    const level_t *level = climb->level;

    for (size_t v = 0; v < level->count; v++)
        begin[climb->label[v] + 1]++;
    for (size_t g = 0; g < groups; g++)
        begin[g + 1] += begin[g];
    for (size_t v = level->count; v-- > 0;)
        member[begin[climb->label[v]] + --climb->size[climb->label[v]]] = (ent_id_t)v;
}

/* Adds up the ties from the vertex at hand, but to itself, by group; returns how many groups they
 * reach. */
static size_t gather(climb_t *climb, ent_id_t vertex, ent_id_t apart, size_t count)
{
    const level_t *level = climb->level;

    for (size_t i = level->offset[vertex]; i < level->offset[vertex + 1]; i++) {
        ent_id_t group = climb->label[level->neighbour[i]];

        if (group == apart || level->weight[i] == 0)
            continue;
        if (climb->link[group] == 0)
            climb->touched[count++] = group;
        climb->link[group] += level->weight[i];
    }
    return count;
}

/* Makes the groups of a climb, numbered 0 .. groups - 1, the vertices of a new level. */
static ent_status_t level_of_groups(level_t *made, climb_t *climb, size_t groups, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const level_t *level = climb->level;
    size_t *begin = NULL;
    ent_id_t *member = NULL;

    ENT_TRY(level_alloc(made, groups, level->offset[level->count], err));
    ENT_TRY(ent_i_alloc(&begin, groups + 1, sizeof *begin, err));
    ENT_TRY(ent_i_alloc(&member, level->count, sizeof *member, err));
    memset(climb->size, 0, level->count * sizeof *climb->size);
    for (size_t v = 0; v < level->count; v++)
        climb->size[climb->label[v]]++;
    list_members(climb, groups, begin, member);
    for (size_t g = 0; g < groups; g++) {
        size_t count = 0;
        size_t at = made->offset[g];

        for (size_t i = begin[g]; i < begin[g + 1]; i++) {
            made->end[0][g] += level->end[0][member[i]];
            made->end[1][g] += level->end[1][member[i]];
            count = gather(climb, member[i], (ent_id_t)g, count);
        }
        for (size_t i = 0; i < count; i++) {
            made->neighbour[at] = climb->touched[i];
            made->weight[at++] = climb->link[climb->touched[i]];
            climb->link[climb->touched[i]] = 0;
        }
        made->offset[g + 1] = at;
    }

cleanup:
    free(begin);
    free(member);
    return status;
}

static ent_status_t climb_alloc(climb_t *climb, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&climb->end[0], count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&climb->end[1], count, sizeof(double), err));
    ENT_TRY(ent_i_alloc(&climb->link, count, sizeof *climb->link, err));
    ENT_TRY(ent_i_alloc(&climb->size, count, sizeof *climb->size, err));
    ENT_TRY(ent_i_alloc(&climb->order, count, sizeof *climb->order, err));
    ENT_TRY(ent_i_alloc(&climb->touched, count, sizeof *climb->touched, err));
    ENT_TRY(ent_i_alloc(&climb->empty, count, sizeof *climb->empty, err));

cleanup:
    return status;
}

static void climb_free(climb_t *climb)
{
    free(climb->end[0]);
    free(climb->end[1]);
    free(climb->link);
    free(climb->size);
    free(climb->order);
    free(climb->touched);
    free(climb->empty);
}

static void take_stock(climb_t *climb)
{
    const level_t *level = climb->level;

    memset(climb->end[0], 0, level->count * sizeof(double));
    memset(climb->end[1], 0, level->count * sizeof(double));
    memset(climb->size, 0, level->count * sizeof *climb->size);
    for (size_t v = 0; v < level->count; v++) {
        climb->end[0][climb->label[v]] += level->end[0][v];
        climb->end[1][climb->label[v]] += level->end[1][v];
        climb->size[climb->label[v]]++;
        climb->order[v] = (ent_id_t)v;
    }
    climb->empty_count = 0;
    for (size_t g = level->count; g-- > 0;) {
        if (climb->size[g] == 0)
            climb->empty[climb->empty_count++] = (ent_id_t)g;
    }
}

static void shuffle(climb_t *climb)
{
    for (size_t i = climb->level->count; i > 1; i--) {
        size_t j = ent_i_random_below(climb->random, i);
        ent_id_t kept = climb->order[i - 1];

        climb->order[i - 1] = climb->order[j];
        climb->order[j] = kept;
    }
}

static void join(climb_t *climb, ent_id_t vertex, ent_id_t group, double sign)
{
    climb->end[0][group] += sign * climb->level->end[0][vertex];
    climb->end[1][group] += sign * climb->level->end[1][vertex];
}

/* What modularity gains where the vertex, by itself until now, joins a group. */
static double gain(const climb_t *climb, ent_id_t vertex, ent_id_t group)
{
    return climb->link[group] -
           climb->resolution * (climb->level->end[0][vertex] * climb->end[1][group] +
                                climb->level->end[1][vertex] * climb->end[0][group]);
}

/* Where a vertex, taken out of its group, gains most: at home when nothing is better by more than
 * roundings, else by lot among the best, so that runs differ where gains are equal. */
static ent_id_t choose(climb_t *climb, ent_id_t vertex, size_t touched)
{
    ent_id_t home = climb->label[vertex];
    ent_id_t best = home;
    double most = gain(climb, vertex, home);
    uint64_t equals = 0;

    for (size_t i = 0; i < touched; i++) {
        double gained = gain(climb, vertex, climb->touched[i]);

        if (gained > most + LEAST_GAIN) {
            most = gained;
            best = climb->touched[i];
            equals = 1;
        } else if (best != home && gained > most - LEAST_GAIN &&
                   ent_i_random_below(climb->random, ++equals) == 0) {
            best = climb->touched[i];
        }
    }
    if (most < -LEAST_GAIN && climb->size[home] > 1)
        best = climb->empty[--climb->empty_count];
    return best;
}

/* Moves a vertex to where it gains most, if that is not where it is. */
static bool move(climb_t *climb, ent_id_t vertex)
{
    ent_id_t home = climb->label[vertex];
    size_t count = gather(climb, vertex, ENT_NONE, 0);
    ent_id_t best;

    join(climb, vertex, home, -1);
    best = choose(climb, vertex, count);
    for (size_t i = 0; i < count; i++)
        climb->link[climb->touched[i]] = 0;
    join(climb, vertex, best, 1);
    if (best == home)
        return false;
    climb->label[vertex] = best;
    climb->size[best]++;
    if (--climb->size[home] == 0) {
        climb->empty[climb->empty_count++] = home;
        climb->end[0][home] = climb->end[1][home] = 0; /* without what rounding left */
    }
    return true;
}

/* Sweeps over the vertices until nobody moves; whether anybody did. */
static bool sweep(climb_t *climb)
{
    bool any = false;
    bool moved = true;

    take_stock(climb);
    for (int i = 0; i < SWEEPS && moved; i++) {
        moved = false;
        shuffle(climb);
        for (size_t v = 0; v < climb->level->count; v++)
            moved = move(climb, climb->order[v]) || moved;
        any = any || moved;
    }
    return any;
}

/* Moves groups as if they were vertices, then groups of groups, and carries that down to `label`.
 */
static ent_status_t merge(climb_t *climb, const level_t *base, ent_id_t *label, bool *merged,
                          ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    level_t level = {0};
    level_t above = {0};
    ent_id_t *up = NULL;
    size_t groups = ent_i_partition_number(label, base->count, climb->touched);

    *merged = false;
    ENT_TRY(ent_i_alloc(&up, groups, sizeof *up, err));
    climb->level = base;
    climb->label = label;
    ENT_TRY(level_of_groups(&level, climb, groups, err));
    for (;;) {
        bool moved;

        for (size_t g = 0; g < level.count; g++)
            up[g] = (ent_id_t)g;
        climb->level = &level;
        climb->label = up;
        moved = sweep(climb);
        if (!moved)
            break;
        *merged = true;
        groups = ent_i_partition_number(up, level.count, climb->touched);
        for (size_t v = 0; v < base->count; v++)
            label[v] = up[label[v]];
        ENT_TRY(level_of_groups(&above, climb, groups, err));
        level_free(&level);
        level = above;
        above = (level_t){0};
    }

cleanup:
    level_free(&level);
    level_free(&above);
    free(up);
    return status;
}

/* Half of the runs begin with everybody alone, the others, by lot, in some number of groups: from
 * there they reach optima to which no way leads up from the first. */
static void start(ent_id_t *label, size_t count, ent_i_random_t *random)
{
    bool alone = ent_i_random_below(random, 2) == 0;
    uint64_t groups = 1 + ent_i_random_below(random, count);

    for (size_t v = 0; v < count; v++)
        label[v] = (ent_id_t)(alone ? v : ent_i_random_below(random, groups));
}

ent_status_t ent_i_group_barber(const ent_i_group_graph_t *graph, const ent_i_group_task_t *task,
                                igraph_vector_int_t *membership, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    level_t base = {0};
    ent_i_random_t random;
    climb_t climb = {.resolution = task->resolution, .random = &random};
    ent_id_t *label = NULL;
    bool moved = true;

    ent_i_random_init(&random, task->seed, 0);
    ENT_TRY(level_of_graph(&base, graph, err));
    ENT_TRY(climb_alloc(&climb, base.count, err));
    ENT_TRY(ent_i_alloc(&label, base.count, sizeof *label, err));
    start(label, base.count, &random);
    for (int round = 0; round < ROUNDS && moved; round++) {
        bool merged;

        climb.level = &base;
        climb.label = label;
        moved = sweep(&climb);
        ENT_TRY(merge(&climb, &base, label, &merged, err));
        moved = moved || merged;
    }
    IGX_TRY(igraph_vector_int_resize(membership, (igraph_integer_t)base.count));
    for (size_t v = 0; v < base.count; v++)
        VECTOR(*membership)[v] = label[v];

cleanup:
    level_free(&base);
    climb_free(&climb);
    free(label);
    return status;
}
