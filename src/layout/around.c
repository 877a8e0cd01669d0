/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices round a circle in an order with few crossings: circular sifting. */
#include <stdlib.h>

#include "base/memory.h"
#include "layout/layout.h"

/* Rounds over all vertices, and the steps that all of them may take together. */
enum { MOST_ROUNDS = 12 };
static const double most_steps = 6e7;

/* One end of a tie, seen from the other. */
typedef struct end {
    ent_id_t vertex;
    double weight;
} end_t;

/* The same by where it stands, counted on round the circle from some place. */
typedef struct spot {
    size_t at;
    double weight;
} spot_t;

typedef struct circle {
    size_t count;
    ent_id_t *order; /* by place */
    size_t *place;   /* by vertex */
    size_t *offset;  /* by vertex: of `end` */
    end_t *end;      /* of each vertex, by place */
    spot_t *spot[2];
} circle_t;

static void circle_free(circle_t *circle)
{
    free(circle->place);
    free(circle->offset);
    free(circle->end);
    free(circle->spot[0]);
    free(circle->spot[1]);
}

static ent_status_t circle_init(circle_t *circle, const ent_i_layout_graph_t *graph,
                                ent_id_t *order, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    size_t *next = NULL;

    circle->count = n;
    circle->order = order;
    ENT_TRY(ent_i_alloc(&circle->place, n, sizeof *circle->place, err));
    ENT_TRY(ent_i_alloc(&circle->offset, n + 2, sizeof *circle->offset, err));
    ENT_TRY(ent_i_alloc(&circle->end, 2 * graph->tie_count, sizeof *circle->end, err));
    ENT_TRY(ent_i_alloc(&circle->spot[0], 2 * graph->tie_count, sizeof *circle->spot[0], err));
    ENT_TRY(ent_i_alloc(&circle->spot[1], 2 * graph->tie_count, sizeof *circle->spot[1], err));
    next = circle->offset + 1; /* one ahead, so that filling leaves the starts in place */
    for (size_t t = 0; t < graph->tie_count; t++) {
        next[graph->a[t] + 1] += graph->a[t] != graph->b[t];
        next[graph->b[t] + 1] += graph->a[t] != graph->b[t];
    }
    for (size_t v = 0; v < n; v++)
        next[v + 1] += next[v];
    for (size_t t = 0; t < graph->tie_count; t++) {
        double weight = graph->weight != NULL ? graph->weight[t] : 1;

        if (graph->a[t] == graph->b[t])
            continue;
        circle->end[next[graph->a[t]]++] = (end_t){graph->b[t], weight};
        circle->end[next[graph->b[t]]++] = (end_t){graph->a[t], weight};
    }

cleanup:
    return status;
}

/* Puts the ends of a vertex in order of their places. */
static void sort_ends(circle_t *circle, size_t vertex)
{
    for (size_t i = circle->offset[vertex] + 1; i < circle->offset[vertex + 1]; i++) {
        end_t own = circle->end[i];
        size_t k = i;

        for (; k > circle->offset[vertex] &&
               circle->place[circle->end[k - 1].vertex] > circle->place[own.vertex];
             k--)
            circle->end[k] = circle->end[k - 1];
        circle->end[k] = own;
    }
}

static void read_order(circle_t *circle)
{
    for (size_t i = 0; i < circle->count; i++)
        circle->place[circle->order[i]] = i;
    for (size_t v = 0; v < circle->count; v++)
        sort_ends(circle, v);
}

/* The ends of a vertex but `skip`, from place `from` on round the circle. */
static size_t gather(const circle_t *circle, spot_t *spot, ent_id_t vertex, ent_id_t skip,
                     size_t from)
{
    const end_t *end = circle->end + circle->offset[vertex];
    size_t ends = circle->offset[vertex + 1] - circle->offset[vertex];
    size_t count = 0, first = 0;

    while (first < ends && circle->place[end[first].vertex] < from)
        first++;
    for (size_t i = 0; i < ends; i++) {
        const end_t *own = &end[(first + i) % ends];

        if (own->vertex != skip)
            spot[count++] = (spot_t){
                (circle->place[own->vertex] + circle->count - from) % circle->count, own->weight};
    }
    return count;
}

/* The weight of pairs of ties, one of the first vertex and one of the second, of which the first's
 * ends earlier. */
static double earlier(const spot_t *one, size_t ones, const spot_t *two, size_t twos)
{
    double ahead = 0, sum = 0;
    size_t k = 0;

    for (size_t i = 0; i < twos; i++) {
        for (; k < ones && one[k].at < two[i].at; k++)
            ahead += one[k].weight;
        sum += ahead * two[i].weight;
    }
    return sum;
}

/* By how much crossings grow when the vertices at a place and the next one change places: of two
 * neighbours, the ties cross of which the first one's ends earlier. */
static double gain(const circle_t *circle, size_t place)
{
    ent_id_t u = circle->order[place];
    ent_id_t v = circle->order[place + 1];
    size_t us = gather(circle, circle->spot[0], u, v, place + 2);
    size_t vs = gather(circle, circle->spot[1], v, u, place + 2);

    return earlier(circle->spot[1], vs, circle->spot[0], us) -
           earlier(circle->spot[0], us, circle->spot[1], vs);
}

static void swap(circle_t *circle, size_t place)
{
    ent_id_t u = circle->order[place];
    ent_id_t v = circle->order[place + 1];

    circle->order[place] = v;
    circle->order[place + 1] = u;
    circle->place[v] = place;
    circle->place[u] = place + 1;
}

/* Moves a vertex through all places from `low` to before `high` and leaves it at the best. */
static bool sift(circle_t *circle, ent_id_t vertex, size_t low, size_t high)
{
    size_t start = circle->place[vertex];
    size_t best = start;
    double sum = 0, least = -1e-9;

    for (size_t p = start; p > low; p--) {
        sum += gain(circle, p - 1);
        swap(circle, p - 1);
        if (sum < least) {
            least = sum;
            best = p - 1;
        }
    }
    for (size_t p = low; p + 1 < high; p++) {
        sum += gain(circle, p);
        swap(circle, p);
        if (p + 1 > start && sum < least) {
            least = sum;
            best = p + 1;
        }
    }
    for (size_t p = high - 1; p > best; p--)
        swap(circle, p - 1);
    for (size_t i = circle->offset[vertex]; i < circle->offset[vertex + 1]; i++)
        sort_ends(circle, (size_t)circle->end[i].vertex);
    return best != start;
}

/* Sifts every vertex among those of its block, which stand together, until nothing gets better. */
static void sift_all(circle_t *circle, const size_t *block)
{
    double ends = (double)circle->offset[circle->count];
    double budget = most_steps / (2 * (double)circle->count * (ends + 1));
    bool better = true;

    read_order(circle);
    for (int round = 0; round < MOST_ROUNDS && round + 1 <= budget && better; round++) {
        better = false;
        for (size_t v = 0; v < circle->count; v++) {
            size_t low = circle->place[v], high = low + 1;

            if (circle->offset[v] == circle->offset[v + 1])
                continue;
            while (low > 0 && (block == NULL || block[circle->order[low - 1]] == block[v]))
                low--;
            while (high < circle->count &&
                   (block == NULL || block[circle->order[high]] == block[v]))
                high++;
            better |= sift(circle, (ent_id_t)v, low, high);
        }
    }
}

/* The blocks as vertices, their ties added up; frees nothing. */
static ent_status_t order_blocks(ent_id_t *order, const ent_i_layout_graph_t *graph,
                                 const size_t *block, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double *sum = NULL;
    double *weight = NULL;
    ent_id_t *a = NULL, *b = NULL;
    ent_i_layout_graph_t blocks = {.vertex_count = count};

    ENT_TRY(ent_i_alloc(&sum, count * count, sizeof *sum, err));
    ENT_TRY(ent_i_alloc(&weight, count * count, sizeof *weight, err));
    ENT_TRY(ent_i_alloc(&a, count * count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, count * count, sizeof *b, err));
    for (size_t t = 0; t < graph->tie_count; t++) {
        size_t one = block[graph->a[t]], two = block[graph->b[t]];

        sum[(one < two ? one : two) * count + (one < two ? two : one)] +=
            graph->weight != NULL ? graph->weight[t] : 1;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t k = i + 1; k < count; k++) {
            if (sum[i * count + k] <= 0)
                continue;
            a[blocks.tie_count] = (ent_id_t)i;
            b[blocks.tie_count] = (ent_id_t)k;
            weight[blocks.tie_count++] = sum[i * count + k];
        }
    }
    blocks.a = a;
    blocks.b = b;
    blocks.weight = weight;
    ENT_TRY(ent_i_layout_around(order, &blocks, NULL, 0, err));

cleanup:
    free(sum);
    free(weight);
    free(a);
    free(b);
    return status;
}

/* Turns the circle so that vertex 0 stands first. */
static ent_status_t turn_to_first(ent_id_t *order, size_t count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_id_t *turned = NULL;
    size_t first = 0;

    ENT_TRY(ent_i_alloc(&turned, count, sizeof *turned, err));
    while (first < count && order[first] != 0)
        first++;
    for (size_t i = 0; i < count; i++)
        turned[i] = order[(first + i) % count];
    for (size_t i = 0; i < count; i++)
        order[i] = turned[i];

cleanup:
    free(turned);
    return status;
}

ent_status_t ent_i_layout_around(ent_id_t *order, const ent_i_layout_graph_t *graph,
                                 const size_t *block, size_t block_count, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    circle_t circle = {0};
    ent_id_t *blocks = NULL;
    size_t placed = 0;

    ENT_TRY(circle_init(&circle, graph, order, err));
    for (size_t v = 0; v < graph->vertex_count && block == NULL; v++)
        order[v] = (ent_id_t)v;
    if (block != NULL) {
        ENT_TRY(ent_i_alloc(&blocks, block_count, sizeof *blocks, err));
        ENT_TRY(order_blocks(blocks, graph, block, block_count, err));
        for (size_t i = 0; i < block_count; i++) {
            for (size_t v = 0; v < graph->vertex_count; v++) {
                if (block[v] == (size_t)blocks[i])
                    order[placed++] = (ent_id_t)v;
            }
        }
    }
    sift_all(&circle, block);
    if (block == NULL)
        ENT_TRY(turn_to_first(order, graph->vertex_count, err));

cleanup:
    circle_free(&circle);
    free(blocks);
    return status;
}
