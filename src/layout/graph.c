/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/graph.h"

#include <stdlib.h>
#include <string.h>

ent_status_t ent_i_adjacency_init(ent_i_adjacency_t *adjacency, size_t vertex_count,
                                  size_t tie_count, const ent_id_t *a, const ent_id_t *b,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *offset = NULL;

    memset(adjacency, 0, sizeof *adjacency);
    adjacency->vertex_count = vertex_count;
    ENT_TRY(ent_i_alloc(&adjacency->offset, vertex_count + 2, sizeof *offset, err));
    ENT_TRY(ent_i_alloc(&adjacency->neighbour, 2 * tie_count, sizeof *adjacency->neighbour, err));
    offset = adjacency->offset + 1; /* one ahead, so that filling leaves the starts in place */
    for (size_t t = 0; t < tie_count; t++) {
        if (a[t] != b[t]) {
            offset[a[t] + 1]++;
            offset[b[t] + 1]++;
        }
    }
    for (size_t v = 0; v < vertex_count; v++)
        offset[v + 1] += offset[v];
    for (size_t t = 0; t < tie_count; t++) {
        if (a[t] != b[t]) {
            adjacency->neighbour[offset[a[t]]++] = b[t];
            adjacency->neighbour[offset[b[t]]++] = a[t];
        }
    }

cleanup:
    if (status != ENT_OK)
        ent_i_adjacency_free(adjacency);
    return status;
}

void ent_i_adjacency_free(ent_i_adjacency_t *adjacency)
{
    free(adjacency->offset);
    free(adjacency->neighbour);
    memset(adjacency, 0, sizeof *adjacency);
}

size_t ent_i_adjacency_distances(const ent_i_adjacency_t *adjacency, int32_t *distance,
                                 ent_id_t *queue, ent_id_t source)
{
    size_t reached = 1;

    for (size_t v = 0; v < adjacency->vertex_count; v++)
        distance[v] = -1;
    distance[source] = 0;
    queue[0] = source;
    for (size_t head = 0; head < reached && reached < adjacency->vertex_count; head++) {
        ent_id_t v = queue[head];

        for (size_t i = adjacency->offset[v]; i < adjacency->offset[v + 1]; i++) {
            ent_id_t u = adjacency->neighbour[i];

            if (distance[u] < 0) {
                distance[u] = distance[v] + 1;
                queue[reached++] = u;
            }
        }
    }
    return reached;
}

/* Marks with `label` all that can be reached from `source`; `queue` has room for every vertex. */
static size_t flood(const ent_i_adjacency_t *adjacency, ent_id_t *of, ent_id_t *queue,
                    ent_id_t source, ent_id_t label)
{
    size_t reached = 1;

    of[source] = label;
    queue[0] = source;
    for (size_t head = 0; head < reached; head++) {
        ent_id_t v = queue[head];

        for (size_t i = adjacency->offset[v]; i < adjacency->offset[v + 1]; i++) {
            ent_id_t u = adjacency->neighbour[i];

            if (of[u] == ENT_NONE) {
                of[u] = label;
                queue[reached++] = u;
            }
        }
    }
    return reached;
}

typedef struct component {
    ent_id_t label; /* components are found in order of their first vertex */
    size_t size;
} component_t;

static int larger_first(const void *left, const void *right)
{
    const component_t *a = left;
    const component_t *b = right;

    if (a->size != b->size)
        return a->size > b->size ? -1 : 1;
    return a->label < b->label ? -1 : a->label > b->label;
}

ent_status_t ent_i_components_init(ent_i_components_t *components,
                                   const ent_i_adjacency_t *adjacency, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = adjacency->vertex_count;
    ent_id_t *of = NULL;
    ent_id_t *queue = NULL;
    size_t *next = NULL;
    component_t *order = NULL;
    size_t count = 0;

    memset(components, 0, sizeof *components);
    ENT_TRY(ent_i_alloc(&of, n, sizeof *of, err));
    ENT_TRY(ent_i_alloc(&queue, n, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&order, n, sizeof *order, err));
    ENT_TRY(ent_i_alloc(&next, n, sizeof *next, err));
    ENT_TRY(ent_i_alloc(&components->member, n, sizeof *components->member, err));
    for (size_t v = 0; v < n; v++)
        of[v] = ENT_NONE;
    for (size_t v = 0; v < n; v++) {
        if (of[v] == ENT_NONE) {
            order[count].label = (ent_id_t)count;
            order[count].size = flood(adjacency, of, queue, (ent_id_t)v, (ent_id_t)count);
            count++;
        }
    }
    qsort(order, count, sizeof *order, larger_first);
    components->count = count;
    ENT_TRY(ent_i_alloc(&components->first, count + 1, sizeof *components->first, err));
    for (size_t c = 0; c < count; c++) {
        components->first[c + 1] = components->first[c] + order[c].size;
        next[order[c].label] = components->first[c];
    }
    ENT_TRY(ent_i_alloc(&components->index, n, sizeof *components->index, err));
    for (size_t v = 0; v < n; v++)
        components->member[next[of[v]]++] = (ent_id_t)v;
    for (size_t c = 0; c < count; c++) {
        for (size_t i = components->first[c]; i < components->first[c + 1]; i++)
            components->index[components->member[i]] = (ent_id_t)(i - components->first[c]);
    }

cleanup:
    free(of);
    free(queue);
    free(order);
    free(next);
    if (status != ENT_OK)
        ent_i_components_free(components);
    return status;
}

void ent_i_components_free(ent_i_components_t *components)
{
    free(components->first);
    free(components->member);
    free(components->index);
    memset(components, 0, sizeof *components);
}

ent_status_t ent_i_adjacency_part(ent_i_adjacency_t *part, const ent_i_adjacency_t *adjacency,
                                  const ent_i_components_t *components, size_t component,
                                  ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_id_t *member = components->member + components->first[component];
    size_t count = components->first[component + 1] - components->first[component];
    size_t ends = 0;

    memset(part, 0, sizeof *part);
    part->vertex_count = count;
    for (size_t i = 0; i < count; i++)
        ends += adjacency->offset[member[i] + 1] - adjacency->offset[member[i]];
    ENT_TRY(ent_i_alloc(&part->offset, count + 1, sizeof *part->offset, err));
    ENT_TRY(ent_i_alloc(&part->neighbour, ends, sizeof *part->neighbour, err));
    ends = 0;
    for (size_t i = 0; i < count; i++) {
        ent_id_t v = member[i];

        for (size_t k = adjacency->offset[v]; k < adjacency->offset[v + 1]; k++)
            part->neighbour[ends++] = components->index[adjacency->neighbour[k]];
        part->offset[i + 1] = ends;
    }

cleanup:
    if (status != ENT_OK)
        ent_i_adjacency_free(part);
    return status;
}
