/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/untangle.h"

#include <stdlib.h>
#include <string.h>

#include "base/random.h"
#include "layout/stress.h"

enum { SWEEPS = 24, STARTS = 24 };

static const size_t most_steps = 40000000; /* about a tenth of a second */

typedef struct rank {
    double at; /* where the neighbours are */
    size_t before;
    ent_id_t vertex;
} rank_t;

/* One component while it is put in order. */
typedef struct work {
    const ent_i_adjacency_t *graph;
    ent_id_t *order[2];
    size_t count[2];
    size_t *place;
    size_t *near; /* by tie: places of neighbours, ascending for each vertex */
    rank_t *rank;
    size_t *tree; /* sums for counting crossings */
    size_t *best;
    size_t steps; /* made so far */
} work_t;

static int by_rank(const void *left, const void *right)
{
    const rank_t *a = left;
    const rank_t *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->before < b->before ? -1 : a->before > b->before;
}

static int ascending(const void *left, const void *right)
{
    size_t a = *(const size_t *)left;
    size_t b = *(const size_t *)right;

    return a < b ? -1 : a > b;
}

/* Puts the vertices of one side in the order of their ranks. */
static void take_ranks(work_t *work, int side)
{
    qsort(work->rank, work->count[side], sizeof *work->rank, by_rank);
    for (size_t i = 0; i < work->count[side]; i++) {
        work->order[side][i] = work->rank[i].vertex;
        work->place[work->rank[i].vertex] = i;
    }
}

static void find_near(work_t *work, int side)
{
    const ent_i_adjacency_t *graph = work->graph;

    for (size_t i = 0; i < work->count[side]; i++) {
        ent_id_t v = work->order[side][i];
        size_t first = graph->offset[v], ties = graph->offset[v + 1] - first;

        for (size_t k = 0; k < ties; k++)
            work->near[first + k] = work->place[graph->neighbour[first + k]];
        qsort(work->near + first, ties, sizeof *work->near, ascending);
    }
}

/* Orders one side by the mean or the median place of the neighbours. */
static void sweep(work_t *work, int side, bool median)
{
    const ent_i_adjacency_t *graph = work->graph;

    find_near(work, side);
    for (size_t i = 0; i < work->count[side]; i++) {
        ent_id_t v = work->order[side][i];
        const size_t *near = work->near + graph->offset[v];
        size_t ties = graph->offset[v + 1] - graph->offset[v];
        double sum = 0;

        for (size_t k = 0; k < ties; k++)
            sum += (double)near[k];
        if (ties > 0 && median)
            sum = (double)(near[(ties - 1) / 2] + near[ties / 2]) / 2 * (double)ties;
        work->rank[i] = (rank_t){ties > 0 ? sum / (double)ties : 0, i, v};
    }
    take_ranks(work, side);
}

/* Pairs of ties that cross, by a tree of prefix sums over the right column. */
static size_t crossings(work_t *work)
{
    const ent_i_adjacency_t *graph = work->graph;
    size_t right = work->count[1];
    size_t total = 0;
    size_t crossed = 0;

    memset(work->tree, 0, (right + 1) * sizeof *work->tree);
    for (size_t i = 0; i < work->count[0]; i++) {
        ent_id_t v = work->order[0][i];

        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++) {
            size_t not_past = 0;

            for (size_t p = work->place[graph->neighbour[k]] + 1; p > 0; p &= p - 1)
                not_past += work->tree[p];
            crossed += total - not_past;
        }
        for (size_t k = graph->offset[v]; k < graph->offset[v + 1]; k++) {
            for (size_t p = work->place[graph->neighbour[k]] + 1; p <= right; p += p & (~p + 1))
                work->tree[p]++;
            total++;
        }
    }
    return crossed;
}

/* Crossings of the ties of two vertices with the first above, less those with it below. */
static long difference(work_t *work, ent_id_t above, ent_id_t below)
{
    const size_t *offset = work->graph->offset;
    size_t above_end = offset[above + 1], below_end = offset[below + 1];
    size_t less = offset[below], not_more = offset[below];
    long sum = 0;

    work->steps += above_end - offset[above] + below_end - offset[below];
    for (size_t i = offset[above]; i < above_end; i++) {
        while (less < below_end && work->near[less] < work->near[i])
            less++;
        while (not_more < below_end && work->near[not_more] <= work->near[i])
            not_more++;
        sum += (long)(less - offset[below]) - (long)(below_end - not_more);
    }
    return sum;
}

/* Moves one vertex to where the fewest of its ties cross; returns how many crossings that saves. */
static size_t move(work_t *work, int side, ent_id_t v)
{
    ent_id_t *order = work->order[side];
    size_t from = work->place[v], to = from;
    long change = 0, best = 0;

    for (size_t i = from + 1; i < work->count[side] && work->steps < most_steps; i++) {
        change -= difference(work, v, order[i]);
        if (change < best) {
            best = change;
            to = i;
        }
    }
    change = 0;
    for (size_t i = from; i-- > 0 && work->steps < most_steps;) {
        change += difference(work, v, order[i]);
        if (change < best) {
            best = change;
            to = i;
        }
    }
    for (; from < to; from++) {
        order[from] = order[from + 1];
        work->place[order[from]] = from;
    }
    for (; from > to; from--) {
        order[from] = order[from - 1];
        work->place[order[from]] = from;
    }
    order[to] = v;
    work->place[v] = to;
    return (size_t)-best;
}

/* Moves vertices as long as that saves crossings. */
static void sift(work_t *work)
{
    size_t saved = 1;

    while (saved > 0 && work->steps < most_steps) {
        saved = 0;
        for (int side = 0; side < 2; side++) {
            find_near(work, side);
            for (size_t i = 0; i < work->count[side]; i++)
                work->rank[i].vertex = work->order[side][i];
            for (size_t i = 0; i < work->count[side]; i++)
                saved += move(work, side, work->rank[i].vertex);
        }
    }
}

static void keep(work_t *work, size_t *fewest)
{
    size_t crossed = crossings(work);

    if (crossed < *fewest) {
        *fewest = crossed;
        memcpy(work->best, work->place, work->graph->vertex_count * sizeof *work->best);
    }
}

static void go_back(work_t *work)
{
    memcpy(work->place, work->best, work->graph->vertex_count * sizeof *work->place);
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < work->count[side]; i++)
            work->rank[i].vertex = work->order[side][i];
        for (size_t i = 0; i < work->count[side]; i++)
            work->order[side][work->place[work->rank[i].vertex]] = work->rank[i].vertex;
    }
}

/* Another order to begin with: by chance, always the same. */
static void shuffle(work_t *work, ent_i_random_t *random)
{
    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < work->count[side]; i++)
            work->rank[i] = (rank_t){ent_i_random_unit(random), i, work->order[side][i]};
        take_ranks(work, side);
    }
}

/* From the order at hand and from others: sweeps, the best of them, moves; leaves the best. */
static void untangle(work_t *work)
{
    size_t overall = SIZE_MAX;
    size_t *winner = work->best + work->graph->vertex_count;
    ent_i_random_t random;

    ent_i_random_init(&random, 1, 0);
    for (int start = 0; start < STARTS && overall > 0; start++) {
        size_t fewest = SIZE_MAX;

        if (start > 0 && work->steps >= most_steps / 2)
            break;
        if (start > 0)
            shuffle(work, &random);
        keep(work, &fewest);
        for (int i = 1; i <= SWEEPS && fewest > 0; i++) {
            sweep(work, i % 2, i > SWEEPS / 2);
            keep(work, &fewest);
        }
        go_back(work);
        sift(work);
        keep(work, &fewest);
        if (fewest < overall) {
            overall = fewest;
            memcpy(winner, work->best, work->graph->vertex_count * sizeof *winner);
        }
    }
    memcpy(work->best, winner, work->graph->vertex_count * sizeof *winner);
    go_back(work);
}

static void work_free(work_t *work)
{
    free(work->order[0]);
    free(work->order[1]);
    free(work->place);
    free(work->near);
    free(work->rank);
    free(work->tree);
    free(work->best);
}

/* Room for the largest component. */
static ent_status_t work_init(work_t *work, const ent_i_adjacency_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;

    ENT_TRY(ent_i_alloc(&work->order[0], n, sizeof *work->order[0], err));
    ENT_TRY(ent_i_alloc(&work->order[1], n, sizeof *work->order[1], err));
    ENT_TRY(ent_i_alloc(&work->place, n, sizeof *work->place, err));
    ENT_TRY(ent_i_alloc(&work->near, graph->offset[n], sizeof *work->near, err));
    ENT_TRY(ent_i_alloc(&work->rank, n, sizeof *work->rank, err));
    ENT_TRY(ent_i_alloc(&work->tree, n + 1, sizeof *work->tree, err));
    ENT_TRY(ent_i_alloc(&work->best, 2 * n, sizeof *work->best, err));

cleanup:
    return status;
}

/* The order to begin with: along the longest extent of the component. */
static ent_status_t begin(work_t *work, const ent_i_adjacency_t *part, const ent_id_t *member,
                          const unsigned char *mode, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_point_t *place = NULL;

    work->graph = part;
    work->count[0] = work->count[1] = 0;
    ENT_TRY(ent_i_alloc(&place, part->vertex_count, sizeof *place, err));
    ENT_TRY(ent_i_layout_start(place, part, err));
    for (size_t i = 0; i < part->vertex_count; i++)
        work->rank[i] = (rank_t){place[i].x, i, (ent_id_t)i};
    qsort(work->rank, part->vertex_count, sizeof *work->rank, by_rank);
    for (size_t i = 0; i < part->vertex_count; i++) {
        ent_id_t v = work->rank[i].vertex;
        int side = mode[member[v]] != 0;

        work->place[v] = work->count[side];
        work->order[side][work->count[side]++] = v;
    }

cleanup:
    free(place);
    return status;
}

/* Whether the vertices with most ties are below rather than above. */
static bool stands_on_its_head(const work_t *work)
{
    double weight = 0;

    for (int side = 0; side < 2; side++) {
        for (size_t i = 0; i < work->count[side]; i++) {
            ent_id_t v = work->order[side][i];
            size_t ties = work->graph->offset[v + 1] - work->graph->offset[v];

            weight += (double)ties * (((double)i + 0.5) / (double)work->count[side] - 0.5);
        }
    }
    return weight > 1e-9;
}

ent_status_t ent_i_columns_init(ent_i_columns_t *columns, const ent_i_adjacency_t *graph,
                                const unsigned char *mode, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_i_components_t components = {0};
    ent_i_adjacency_t part = {0};
    work_t work = {0};

    ENT_TRY(ent_i_alloc(&columns->order[0], n, sizeof *columns->order[0], err));
    ENT_TRY(ent_i_alloc(&columns->order[1], n, sizeof *columns->order[1], err));
    ENT_TRY(ent_i_alloc(&columns->place, n, sizeof *columns->place, err));
    ENT_TRY(ent_i_components_init(&components, graph, err));
    ENT_TRY(work_init(&work, graph, err));
    for (size_t c = 0; c < components.count; c++) {
        const ent_id_t *member = components.member + components.first[c];

        ENT_TRY(ent_i_adjacency_part(&part, graph, &components, c, err));
        ENT_TRY(begin(&work, &part, member, mode, err));
        untangle(&work);
        for (int side = 0; side < 2; side++) {
            bool turned = stands_on_its_head(&work);

            for (size_t i = 0; i < work.count[side]; i++) {
                ent_id_t v = member[work.order[side][turned ? work.count[side] - 1 - i : i]];

                columns->place[v] = columns->count[side];
                columns->order[side][columns->count[side]++] = v;
            }
        }
        ent_i_adjacency_free(&part);
    }

cleanup:
    work_free(&work);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&part);
    return status;
}

void ent_i_columns_free(ent_i_columns_t *columns)
{
    free(columns->order[0]);
    free(columns->order[1]);
    free(columns->place);
}
