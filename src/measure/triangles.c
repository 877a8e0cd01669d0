/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Triangles, by the forward algorithm: each tie points to its end of higher degree, so that hubs
 * have few ties to follow. */
#include "measure/triangles.h"

#include <stdlib.h>

#define NOWHERE SIZE_MAX

static bool points(const ent_i_context_t *context, size_t from, size_t to)
{
    size_t a = ent_i_neighbours(context, from);
    size_t b = ent_i_neighbours(context, to);

    return a < b || (a == b && from < to);
}

/* Where in the adjacency the tie of each place stands for its other end. */
static void find_reverse(const ent_i_adjacency_t *adjacency, size_t *reverse, size_t *next,
                         size_t actors)
{
    for (size_t i = 0; i < actors; i++)
        next[i] = adjacency->offset[i];
    /* Rows are ascending, so each actor meets its neighbours' rows in the order of its own. */
    for (size_t i = 0; i < actors; i++)
        for (size_t e = adjacency->offset[i]; e < adjacency->offset[i + 1]; e++)
            reverse[e] = next[adjacency->neighbour[e]]++;
}

typedef struct search {
    const ent_i_context_t *context;
    const size_t *reverse;
    size_t *place; /* of the tie from `a` to each actor that it points to; NOWHERE */
    ent_i_triangle_fn *visit;
    void *data;
} search_t;

/* Triangles of a, of b that stands at place ab, and of any third actor that both point to. */
static void close_pair(const search_t *search, size_t a, size_t ab)
{
    const ent_i_adjacency_t *adjacency = &search->context->adjacency;
    size_t b = (size_t)adjacency->neighbour[ab];

    for (size_t bc = adjacency->offset[b]; bc < adjacency->offset[b + 1]; bc++) {
        size_t c = (size_t)adjacency->neighbour[bc];
        size_t ac = search->place[c];
        ent_i_triangle_t triangle = {.actor = {a, b, c}};

        if (ac == NOWHERE || !points(search->context, b, c))
            continue;
        triangle.to_next[0] = ab;
        triangle.to_next[1] = bc;
        triangle.to_next[2] = search->reverse[ac];
        triangle.to_last[0] = ac;
        triangle.to_last[1] = search->reverse[ab];
        triangle.to_last[2] = search->reverse[bc];
        search->visit(search->data, &triangle);
    }
}

static void close_actor(const search_t *search, size_t a)
{
    const ent_i_adjacency_t *adjacency = &search->context->adjacency;
    size_t first = adjacency->offset[a];
    size_t end = adjacency->offset[a + 1];

    for (size_t e = first; e < end; e++)
        if (points(search->context, a, (size_t)adjacency->neighbour[e]))
            search->place[adjacency->neighbour[e]] = e;
    for (size_t e = first; e < end; e++)
        if (search->place[adjacency->neighbour[e]] != NOWHERE)
            close_pair(search, a, e);
    for (size_t e = first; e < end; e++)
        search->place[adjacency->neighbour[e]] = NOWHERE;
}

ent_status_t ent_i_each_triangle(const ent_i_context_t *context, ent_i_triangle_fn *visit,
                                 void *data, ent_error_t *err)
{
    const ent_i_adjacency_t *adjacency = &context->adjacency;
    size_t *reverse = NULL;
    size_t *place = NULL;
    search_t search = {.context = context, .visit = visit, .data = data};
    ent_status_t status = ENT_OK;

    ENT_TRY(ent_i_alloc(&reverse, adjacency->offset[context->actors], sizeof *reverse, err));
    ENT_TRY(ent_i_alloc(&place, context->actors, sizeof *place, err));
    find_reverse(adjacency, reverse, place, context->actors);
    for (size_t i = 0; i < context->actors; i++)
        place[i] = NOWHERE;
    search.reverse = reverse;
    search.place = place;
    for (size_t i = 0; i < context->actors; i++)
        close_actor(&search, i);

cleanup:
    free(place);
    free(reverse);
    return status;
}

static void count(void *data, const ent_i_triangle_t *triangle)
{
    size_t *triangles = data;

    for (int i = 0; i < 3; i++)
        triangles[triangle->actor[i]]++;
}

ent_status_t ent_i_need_triangles(ent_i_context_t *context, ent_error_t *err)
{
    size_t *triangles = NULL;
    ent_status_t status = ENT_OK;

    if (context->triangles != NULL)
        return ENT_OK;
    ENT_TRY(ent_i_need_adjacency(context, err));
    ENT_TRY(ent_i_alloc(&triangles, context->actors, sizeof *triangles, err));
    ENT_TRY(ent_i_each_triangle(context, count, triangles, err));
    context->triangles = triangles;
    triangles = NULL;

cleanup:
    free(triangles);
    return status;
}
