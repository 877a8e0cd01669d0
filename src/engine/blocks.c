/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Blocks by one depth-first search of each component, without recursion. */
#include "engine/blocks.h"

#include <stdlib.h>

#include "base/memory.h"

enum { SMALLEST_BLOCK = 3 }; /* a pair has nobody between */

/* A search under way. By vertex: when it was found (0: not yet), the earliest vertex that its
 * subtree has a tie to, the next neighbour to look at, its parent, how many its subtree has, how
 * many hang on it that its own block does not hold, and the squares of the sides that it parts. */
typedef struct search {
    const ent_i_rows_t *rows;
    uint32_t *found;
    uint32_t *low;
    uint32_t *next;
    uint32_t *parent;
    uint32_t *size;
    double *sides;
    double *squares;
    uint32_t *path; /* from the root to where the search is */
    uint32_t *open; /* vertices found whose block is not complete */
    uint32_t depth;
    uint32_t open_count;
    uint32_t time;
    uint32_t component; /* vertices in it */
    size_t used;        /* of the blocks' vertices */
} search_t;

static void search_free(search_t *search)
{
    free(search->found);
    free(search->low);
    free(search->next);
    free(search->parent);
    free(search->size);
    free(search->sides);
    free(search->squares);
    free(search->path);
    free(search->open);
}

static ent_status_t search_init(search_t *search, const ent_i_rows_t *rows, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = rows->count;

    search->rows = rows;
    ENT_TRY(ent_i_alloc(&search->found, count, sizeof *search->found, err));
    ENT_TRY(ent_i_alloc(&search->low, count, sizeof *search->low, err));
    ENT_TRY(ent_i_alloc(&search->next, count, sizeof *search->next, err));
    ENT_TRY(ent_i_alloc(&search->parent, count, sizeof *search->parent, err));
    ENT_TRY(ent_i_alloc(&search->size, count, sizeof *search->size, err));
    ENT_TRY(ent_i_alloc(&search->sides, count, sizeof *search->sides, err));
    ENT_TRY(ent_i_alloc(&search->squares, count, sizeof *search->squares, err));
    ENT_TRY(ent_i_alloc(&search->path, count, sizeof *search->path, err));
    ENT_TRY(ent_i_alloc(&search->open, count, sizeof *search->open, err));

cleanup:
    return status;
}

static void enter(search_t *search, uint32_t vertex, uint32_t parent)
{
    search->found[vertex] = search->low[vertex] = ++search->time;
    search->next[vertex] = search->rows->offset[vertex];
    search->parent[vertex] = parent;
    search->size[vertex] = 1;
    search->path[search->depth++] = vertex;
    search->open[search->open_count++] = vertex;
}

static void add_side(search_t *search, uint32_t vertex, double size)
{
    search->sides[vertex] += size;
    search->squares[vertex] += size * size;
}

/* The block that hangs on `top`: it, and what is open down to `below`. What a vertex of it stands
 * for is complete by now, but for the top, which stands for all that the block does not hold. */
static void close_block(search_t *search, ent_i_blocks_t *blocks, uint32_t top, uint32_t below)
{
    size_t first = search->used;
    double hanging = search->size[below];
    uint32_t vertex;

    add_side(search, top, hanging);
    blocks->vertex[search->used] = top;
    blocks->weight[search->used++] = search->component - hanging;
    do {
        vertex = search->open[--search->open_count];
        blocks->vertex[search->used] = vertex;
        blocks->weight[search->used++] = 1 + search->sides[vertex];
        add_side(search, vertex, search->component - 1 - search->sides[vertex]);
    } while (vertex != below);
    if (search->used - first < SMALLEST_BLOCK)
        search->used = first;
    else
        blocks->first[++blocks->count] = search->used;
}

/* Leaves a vertex for its parent. */
static void leave(search_t *search, ent_i_blocks_t *blocks, uint32_t vertex)
{
    uint32_t parent = search->parent[vertex];

    search->size[parent] += search->size[vertex];
    if (search->low[vertex] < search->low[parent])
        search->low[parent] = search->low[vertex];
    if (search->low[vertex] >= search->found[parent])
        close_block(search, blocks, parent, vertex);
}

static void search_component(search_t *search, ent_i_blocks_t *blocks, uint32_t root)
{
    enter(search, root, root);
    while (search->depth > 0) {
        uint32_t vertex = search->path[search->depth - 1];

        if (search->next[vertex] < search->rows->offset[vertex + 1]) {
            uint32_t to = search->rows->neighbour[search->next[vertex]++];

            if (search->found[to] == 0)
                enter(search, to, vertex);
            else if (to != search->parent[vertex] && search->found[to] < search->low[vertex])
                search->low[vertex] = search->found[to];
        } else if (--search->depth > 0) {
            leave(search, blocks, vertex);
        }
    }
    search->open_count = 0;
}

ent_status_t ent_i_blocks_init(ent_i_blocks_t *blocks, double *parted, const ent_i_rows_t *rows,
                               const ent_i_order_t *order, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = rows->count;
    search_t search = {0};

    /* a component of k vertices has at most k - 1 blocks, each with one vertex of another at most
     */
    ENT_TRY(ent_i_alloc(&blocks->first, count + 1, sizeof *blocks->first, err));
    ENT_TRY(ent_i_alloc(&blocks->vertex, 2 * count, sizeof *blocks->vertex, err));
    ENT_TRY(ent_i_alloc(&blocks->weight, 2 * count, sizeof *blocks->weight, err));
    ENT_TRY(search_init(&search, rows, err));
    for (uint32_t c = 0; c < order->components; c++) {
        search.component = order->start[c + 1] - order->start[c];
        search_component(&search, blocks, order->start[c]);
    }
    for (size_t v = 0; v < count; v++)
        parted[v] = (search.sides[v] * search.sides[v] - search.squares[v]) / 2;

cleanup:
    search_free(&search);
    return status;
}

void ent_i_blocks_free(ent_i_blocks_t *blocks)
{
    free(blocks->first);
    free(blocks->vertex);
    free(blocks->weight);
    *blocks = (ent_i_blocks_t){0};
}

void ent_i_block_free(ent_i_block_t *block)
{
    ent_i_rows_free(&block->rows);
    ent_i_rows_free(&block->back);
    free(block->vertex);
    free(block->weight);
    *block = (ent_i_block_t){0};
}

static ent_status_t make_room(ent_i_rows_t *rows, size_t entries, bool lengths, ent_error_t *err)
{
    ent_status_t status = ent_i_alloc(&rows->neighbour, entries, sizeof *rows->neighbour, err);

    if (status == ENT_OK && lengths)
        status = ent_i_alloc(&rows->length, entries, sizeof *rows->length, err);
    return status;
}

static void set_entry(ent_i_rows_t *made, uint32_t at, uint32_t neighbour, const ent_i_rows_t *rows,
                      uint32_t from)
{
    made->neighbour[at] = neighbour;
    if (rows->length != NULL)
        made->length[at] = rows->length[from];
}

/* The ties within a block, its vertices numbered as they are listed. Two vertices share one block
 * at most, so a tie between members is the block's. The first may lie in many blocks: its row is
 * gathered from the others, so that all blocks together take O(n + m). */
static ent_status_t gather_rows(ent_i_rows_t *own, const ent_i_rows_t *rows, const uint32_t *vertex,
                                const uint32_t *place, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t at = 0;

    ENT_TRY(ent_i_alloc(&own->offset, (size_t)own->count + 1, sizeof *own->offset, err));
    for (uint32_t i = 1; i < own->count; i++)
        for (uint32_t k = rows->offset[vertex[i]]; k < rows->offset[vertex[i] + 1]; k++) {
            uint32_t to = place[rows->neighbour[k]];

            own->offset[i + 1] += to != UINT32_MAX;
            own->offset[1] += to == 0;
        }
    for (uint32_t i = 0; i < own->count; i++)
        own->offset[i + 1] += own->offset[i];
    ENT_TRY(make_room(own, own->offset[own->count], rows->length != NULL, err));
    for (uint32_t i = 1, used = own->offset[1]; i < own->count; i++)
        for (uint32_t k = rows->offset[vertex[i]]; k < rows->offset[vertex[i] + 1]; k++) {
            uint32_t to = place[rows->neighbour[k]];

            if (to != UINT32_MAX)
                set_entry(own, used++, to, rows, k);
            if (to == 0)
                set_entry(own, at++, i, rows, k);
        }

cleanup:
    return status;
}

/* Breadth first from the vertex of highest degree: order[new] is the old number, place[old] the
 * new.
 */
static void number_rows(uint32_t *order, uint32_t *place, const ent_i_rows_t *rows)
{
    uint32_t root = 0;
    uint32_t used = 1;

    for (uint32_t v = 0; v < rows->count; v++) {
        place[v] = UINT32_MAX;
        if (rows->offset[v + 1] - rows->offset[v] > rows->offset[root + 1] - rows->offset[root])
            root = v;
    }
    order[0] = root;
    place[root] = 0;
    for (uint32_t at = 0; at < used; at++)
        for (uint32_t k = rows->offset[order[at]]; k < rows->offset[order[at] + 1]; k++)
            if (place[rows->neighbour[k]] == UINT32_MAX) {
                place[rows->neighbour[k]] = used;
                order[used++] = rows->neighbour[k];
            }
}

/* The same rows, numbered anew. */
static ent_status_t renumber(ent_i_rows_t *made, const ent_i_rows_t *rows, const uint32_t *order,
                             const uint32_t *place, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t used = 0;

    made->count = rows->count;
    ENT_TRY(ent_i_alloc(&made->offset, (size_t)rows->count + 1, sizeof *made->offset, err));
    ENT_TRY(make_room(made, rows->offset[rows->count], rows->length != NULL, err));
    for (uint32_t v = 0; v < rows->count; v++) {
        for (uint32_t k = rows->offset[order[v]]; k < rows->offset[order[v] + 1]; k++)
            set_entry(made, used++, place[rows->neighbour[k]], rows, k);
        made->offset[v + 1] = used;
    }

cleanup:
    return status;
}

ent_status_t ent_i_block_init(ent_i_block_t *block, const ent_i_blocks_t *blocks, uint32_t which,
                              const ent_i_rows_t *rows, uint32_t *place, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t first = blocks->first[which];
    uint32_t count = (uint32_t)(blocks->first[which + 1] - first);
    const uint32_t *vertex = blocks->vertex + first;
    ent_i_rows_t listed = {.count = count};
    uint32_t *order = NULL;
    uint32_t *number = NULL;

    for (uint32_t i = 0; i < count; i++)
        place[vertex[i]] = i;
    ENT_TRY(gather_rows(&listed, rows, vertex, place, err));
    ENT_TRY(ent_i_alloc(&order, count, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&number, count, sizeof *number, err));
    number_rows(order, number, &listed);
    ENT_TRY(renumber(&block->rows, &listed, order, number, err));
    ENT_TRY(ent_i_alloc(&block->vertex, count, sizeof *block->vertex, err));
    ENT_TRY(ent_i_alloc(&block->weight, count, sizeof *block->weight, err));
    for (uint32_t i = 0; i < count; i++) {
        block->vertex[i] = vertex[order[i]];
        block->weight[i] = blocks->weight[first + order[i]];
    }

cleanup:
    for (uint32_t i = 0; i < count; i++)
        place[vertex[i]] = UINT32_MAX;
    ent_i_rows_free(&listed);
    free(order);
    free(number);
    return status;
}

/* The rows of the vertices low … high - 1, which have ties among themselves only. */
static ent_status_t cut_rows(ent_i_rows_t *made, const ent_i_rows_t *rows, uint32_t low,
                             uint32_t high, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t first = rows->offset[low];

    made->count = high - low;
    ENT_TRY(ent_i_alloc(&made->offset, (size_t)made->count + 1, sizeof *made->offset, err));
    ENT_TRY(make_room(made, rows->offset[high] - first, rows->length != NULL, err));
    for (uint32_t v = 0; v <= made->count; v++)
        made->offset[v] = rows->offset[low + v] - first;
    for (uint32_t k = first; k < rows->offset[high]; k++)
        set_entry(made, k - first, rows->neighbour[k] - low, rows, k);

cleanup:
    return status;
}

ent_status_t ent_i_block_init_component(ent_i_block_t *block, const ent_i_order_t *order,
                                        uint32_t which, const ent_i_rows_t *rows,
                                        const ent_i_rows_t *back, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    uint32_t low = order->start[which];
    uint32_t high = order->start[which + 1];

    ENT_TRY(cut_rows(&block->rows, rows, low, high, err));
    ENT_TRY(cut_rows(&block->back, back, low, high, err));
    ENT_TRY(ent_i_alloc(&block->vertex, high - low, sizeof *block->vertex, err));
    ENT_TRY(ent_i_alloc(&block->weight, high - low, sizeof *block->weight, err));
    for (uint32_t v = low; v < high; v++) {
        block->vertex[v - low] = v;
        block->weight[v - low] = 1;
    }

cleanup:
    return status;
}
