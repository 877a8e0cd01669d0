/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices in one row, so that ties are short and few cross when all are drawn on one side.
 *
 * The row begins in the order of the longest extent of each component, and once more in the order
 * around its middle; the better of the two is kept. Each vertex in turn is carried through its part
 * of the row, one swap after the other, and left at the best place found: first for the sum of
 * lengths, which carries far, then for crossings. A swap changes both by what the ties of the two
 * vertices say alone. No chance in it.
 */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/stress.h"

/* Rounds of each kind, and steps that all rounds of a kind may take. */
enum { MOST_ROUNDS = 12 };
static const double most_steps = 5e7;

static const double turn = 6.28318530717958648;

typedef struct row {
    const ent_i_adjacency_t *graph;
    ent_id_t *order;     /* by place */
    size_t *place;       /* by vertex */
    const size_t *block; /* by vertex */
    size_t block_count;
    size_t *first;  /* by block: its first place; one more behind the last */
    size_t *blocks; /* in their order */
    ent_id_t *spare;
} row_t;

/* What a move changes. */
typedef struct gain {
    long crossed;
    long length;
} gain_t;

static bool is_better(gain_t a, gain_t b)
{
    return a.crossed != b.crossed ? a.crossed < b.crossed : a.length < b.length;
}

static void row_free(row_t *row)
{
    free(row->place);
    free(row->first);
    free(row->blocks);
    free(row->spare);
}

/* Where a neighbour stands in the round that begins behind place p + 1. */
static size_t turn_of(const row_t *row, ent_id_t vertex, size_t p)
{
    size_t place = row->place[vertex];

    return place > p ? place : place + row->graph->vertex_count;
}

/* What swapping the vertices at places p and p + 1 changes; crossings where asked for. */
static gain_t swap_gain(const row_t *row, size_t p, bool crossings)
{
    const ent_i_adjacency_t *graph = row->graph;
    ent_id_t v = row->order[p];
    ent_id_t w = row->order[p + 1];
    gain_t gain = {0, 0};

    for (size_t i = graph->offset[v]; i < graph->offset[v + 1]; i++) {
        if (graph->neighbour[i] != w)
            gain.length += row->place[graph->neighbour[i]] > p ? -1 : 1;
    }
    for (size_t k = graph->offset[w]; k < graph->offset[w + 1]; k++) {
        ent_id_t y = graph->neighbour[k];

        if (y == v)
            continue;
        gain.length += row->place[y] > p ? 1 : -1;
        for (size_t i = graph->offset[v]; crossings && i < graph->offset[v + 1]; i++) {
            ent_id_t x = graph->neighbour[i];

            /* with v first they cross when y comes later in the round than x */
            if (x != w && x != y)
                gain.crossed += turn_of(row, y, p) > turn_of(row, x, p) ? -1 : 1;
        }
    }
    return gain;
}

static void swap(row_t *row, size_t p)
{
    ent_id_t v = row->order[p];

    row->order[p] = row->order[p + 1];
    row->order[p + 1] = v;
    row->place[row->order[p]] = p;
    row->place[v] = p + 1;
}

/* Carries a vertex through its block and leaves it at the best place; whether that is another. */
static bool sift(row_t *row, ent_id_t vertex, bool crossings)
{
    size_t low = row->first[row->block[vertex]];
    size_t high = low;
    size_t from = row->place[vertex];
    size_t best_place = from;
    gain_t sum = {0, 0}, best = {0, 0};

    while (high + 1 < row->graph->vertex_count &&
           row->block[row->order[high + 1]] == row->block[vertex])
        high++;
    for (int way = 0; way < 2; way++) {
        while (way == 0 ? row->place[vertex] > low : row->place[vertex] < high) {
            size_t p = row->place[vertex] - (way == 0);
            gain_t gain = swap_gain(row, p, crossings);

            sum.crossed += gain.crossed;
            sum.length += gain.length;
            swap(row, p);
            if (is_better(sum, best)) {
                best = sum;
                best_place = row->place[vertex];
            }
        }
    }
    while (row->place[vertex] > best_place)
        swap(row, row->place[vertex] - 1);
    return best_place != from;
}

static long length_of(const row_t *row)
{
    const ent_i_adjacency_t *graph = row->graph;
    long length = 0;

    for (size_t v = 0; v < graph->vertex_count; v++) {
        for (size_t i = graph->offset[v]; i < graph->offset[v + 1]; i++) {
            size_t other = row->place[graph->neighbour[i]];

            length += other > row->place[v] ? (long)(other - row->place[v]) : 0;
        }
    }
    return length;
}

/* Sets the vertices anew by the order of the blocks, each block's own order kept. */
static void set_blocks(row_t *row)
{
    size_t n = row->graph->vertex_count;
    size_t next = 0;

    memcpy(row->spare, row->order, n * sizeof *row->spare);
    for (size_t b = 0; b < row->block_count; b++) {
        size_t from = row->first[row->blocks[b]];
        size_t begin = next;

        for (size_t i = from; i < n && row->block[row->spare[i]] == row->blocks[b]; i++) {
            row->place[row->spare[i]] = next;
            row->order[next++] = row->spare[i];
        }
        /* read above from the old places, so the new ones are kept apart until the end */
        row->first[row->block_count + b] = begin;
    }
    for (size_t b = 0; b < row->block_count; b++)
        row->first[row->blocks[b]] = row->first[row->block_count + b];
}

/* Moves block number `from` of the order to number `to`. */
static void move_block(row_t *row, size_t from, size_t to)
{
    size_t block = row->blocks[from];

    if (from < to)
        memmove(row->blocks + from, row->blocks + from + 1, (to - from) * sizeof *row->blocks);
    else
        memmove(row->blocks + to + 1, row->blocks + to, (from - to) * sizeof *row->blocks);
    row->blocks[to] = block;
    set_blocks(row);
}

/* Carries each block to the place where ties are shortest; whether one was moved. */
static bool sift_blocks(row_t *row)
{
    bool moved = false;
    long least = length_of(row);

    for (size_t block = 0; block < row->block_count; block++) {
        size_t from = 0, best = 0;

        while (row->blocks[from] != block)
            from++;
        best = from;
        for (size_t to = 0, at = from; to < row->block_count; to++) {
            long length = 0;

            move_block(row, at, to);
            at = to;
            length = length_of(row);
            if (length < least) {
                least = length;
                best = to;
            }
        }
        move_block(row, row->block_count - 1, best);
        moved |= best != from;
    }
    return moved;
}

typedef struct wish {
    double at;
    size_t block;
    size_t before;
    ent_id_t vertex;
} wish_t;

static int by_wish(const void *left, const void *right)
{
    const wish_t *a = left;
    const wish_t *b = right;

    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    return a->before < b->before ? -1 : a->before > b->before;
}

/* Puts the vertices of one component in their order: along its longest extent, or around its middle
 * from the widest gap on. */
static void order_part(wish_t *wish, const ent_i_point_t *position, const ent_id_t *member,
                       size_t count, bool around)
{
    size_t cut = 0;
    double widest = 0;

    for (size_t i = 0; i < count; i++)
        wish[i] = (wish_t){.at = around ? atan2(position[i].y, position[i].x) : position[i].x,
                           .before = i,
                           .vertex = member[i]};
    qsort(wish, count, sizeof *wish, by_wish);
    if (!around)
        return;
    for (size_t i = 0; i < count; i++) {
        double gap = i > 0 ? wish[i].at - wish[i - 1].at : wish[0].at - wish[count - 1].at + turn;

        cut = gap > widest ? i : cut;
        widest = fmax(gap, widest);
    }
    for (size_t i = 0; i < cut; i++)
        wish[i].at += turn;
    qsort(wish, count, sizeof *wish, by_wish);
}

static ent_status_t begin(row_t *row, bool around, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t next = 0;
    ent_i_components_t components = {0};
    ent_i_adjacency_t part = {0};
    ent_i_point_t *position = NULL;
    wish_t *wish = NULL;

    ENT_TRY(ent_i_components_init(&components, row->graph, err));
    ENT_TRY(ent_i_alloc(&position, row->graph->vertex_count, sizeof *position, err));
    ENT_TRY(ent_i_alloc(&wish, row->graph->vertex_count, sizeof *wish, err));
    for (size_t c = 0; c < components.count; c++) {
        const ent_id_t *member = components.member + components.first[c];
        size_t count = components.first[c + 1] - components.first[c];

        ENT_TRY(ent_i_adjacency_part(&part, row->graph, &components, c, err));
        ENT_TRY(ent_i_layout_start(position, &part, err));
        ent_i_adjacency_free(&part);
        order_part(wish, position, member, count, around);
        for (size_t i = 0; i < count; i++) {
            row->place[wish[i].vertex] = next;
            row->order[next++] = wish[i].vertex;
        }
    }

cleanup:
    ent_i_components_free(&components);
    ent_i_adjacency_free(&part);
    free(position);
    free(wish);
    return status;
}

/* Brings the vertices of each block together, the blocks by the mean place of their vertices. */
static ent_status_t gather(row_t *row, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = row->graph->vertex_count;
    size_t next = 0;
    wish_t *wish = NULL;
    size_t *count = NULL;
    size_t *member = NULL; /* by block: where its next vertex goes */

    ENT_TRY(ent_i_alloc(&wish, row->block_count, sizeof *wish, err));
    ENT_TRY(ent_i_alloc(&count, row->block_count, sizeof *count, err));
    ENT_TRY(ent_i_alloc(&member, row->block_count, sizeof *member, err));
    for (size_t v = 0; v < n; v++) {
        count[row->block[v]]++;
        wish[row->block[v]].at += (double)row->place[v];
    }
    for (size_t b = 0; b < row->block_count; b++) {
        wish[b].at = count[b] > 0 ? wish[b].at / (double)count[b] : (double)n;
        wish[b].before = wish[b].block = b;
    }
    qsort(wish, row->block_count, sizeof *wish, by_wish);
    for (size_t b = 0; b < row->block_count; b++) {
        row->blocks[b] = wish[b].block;
        row->first[wish[b].block] = member[wish[b].block] = next;
        next += count[wish[b].block];
    }
    memcpy(row->spare, row->order, n * sizeof *row->spare);
    for (size_t i = 0; i < n; i++) {
        ent_id_t v = row->spare[i];

        row->place[v] = member[row->block[v]]++;
        row->order[row->place[v]] = v;
    }

cleanup:
    free(wish);
    free(count);
    free(member);
    return status;
}

/* Pairs of ties that cross. */
static long crossings_of(const row_t *row, const ent_i_layout_graph_t *graph)
{
    long crossings = 0;

    for (size_t t = 0; t < graph->tie_count; t++) {
        size_t a = row->place[graph->a[t]], b = row->place[graph->b[t]];
        size_t from = a < b ? a : b, to = a < b ? b : a;

        for (size_t u = 0; u < graph->tie_count; u++) {
            size_t c = row->place[graph->a[u]], d = row->place[graph->b[u]];
            size_t first = c < d ? c : d, last = c < d ? d : c;

            crossings += from < first && first < to && to < last;
        }
    }
    return crossings;
}

static size_t rounds_for(double steps)
{
    double rounds = most_steps / (steps + 1);

    return rounds > MOST_ROUNDS ? MOST_ROUNDS : (size_t)rounds;
}

static void improve(row_t *row, bool blocks)
{
    size_t n = row->graph->vertex_count;
    double ends = (double)row->graph->offset[n];
    bool moved = true;

    for (size_t r = rounds_for((double)n * (ends + (double)n)); r > 0 && moved; r--) {
        moved = blocks && row->block_count > 1 && sift_blocks(row);
        for (size_t v = 0; v < n; v++)
            moved |= sift(row, (ent_id_t)v, false);
    }
    moved = true;
    for (size_t r = rounds_for(2 * ends * ends + (double)n * (double)n); r > 0 && moved; r--) {
        moved = false;
        for (size_t v = 0; v < n; v++)
            moved |= sift(row, (ent_id_t)v, true);
    }
}

/* Begins anew around the middle of each component and keeps that where fewer ties cross and none
 * has much farther to go. */
static ent_status_t try_around(row_t *row, const ent_i_layout_graph_t *graph, bool blocks,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    long crossed = crossings_of(row, graph);
    long length = length_of(row);
    ent_id_t *along = NULL;

    if (crossed == 0)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&along, n, sizeof *along, err));
    memcpy(along, row->order, n * sizeof *along);
    ENT_TRY(begin(row, true, err));
    ENT_TRY(gather(row, err));
    improve(row, blocks);
    if (crossings_of(row, graph) >= crossed || length_of(row) > length + length / 4)
        memcpy(row->order, along, n * sizeof *along);

cleanup:
    free(along);
    return status;
}

ent_status_t ent_i_layout_row(ent_id_t *order, const ent_i_layout_graph_t *graph,
                              const size_t *block, size_t block_count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_i_adjacency_t adjacency = {0};
    ent_i_components_t components = {0};
    size_t *part = NULL;
    row_t row = {.graph = &adjacency, .order = order, .block = block, .block_count = block_count};

    ENT_TRY(ent_i_adjacency_init(&adjacency, n, graph->tie_count, graph->a, graph->b, err));
    if (block == NULL) {
        ENT_TRY(ent_i_components_init(&components, &adjacency, err));
        ENT_TRY(ent_i_alloc(&part, n, sizeof *part, err));
        for (size_t c = 0; c < components.count; c++) {
            for (size_t i = components.first[c]; i < components.first[c + 1]; i++)
                part[components.member[i]] = c;
        }
        row.block = part;
        row.block_count = components.count;
    }
    ENT_TRY(ent_i_alloc(&row.place, n, sizeof *row.place, err));
    ENT_TRY(ent_i_alloc(&row.spare, n, sizeof *row.spare, err));
    ENT_TRY(ent_i_alloc(&row.first, 2 * row.block_count, sizeof *row.first, err));
    ENT_TRY(ent_i_alloc(&row.blocks, row.block_count, sizeof *row.blocks, err));
    ENT_TRY(begin(&row, false, err));
    ENT_TRY(gather(&row, err));
    improve(&row, block != NULL);
    if ((double)graph->tie_count * (double)graph->tie_count < most_steps / 4)
        ENT_TRY(try_around(&row, graph, block != NULL, err));

cleanup:
    row_free(&row);
    free(part);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&adjacency);
    return status;
}
