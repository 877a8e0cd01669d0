/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Pivot multidimensional scaling: a start for the iterative layouts. */
#include <math.h>
#include <stdlib.h>

#include "layout/stress.h"

enum { PIVOTS = 48, POWER_ROUNDS = 60 };

static const double golden_angle = 2.39996322972865332; /* radians */

/* Distances to pivots, each as far as possible from those before: distance[p * n + v]. */
static ent_status_t pivot_distances(int32_t *distance, const ent_i_adjacency_t *graph,
                                    size_t pivots, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    ent_id_t *queue = NULL;
    int32_t *nearest = NULL;
    size_t pivot = 0;

    ENT_TRY(ent_i_alloc(&queue, n, sizeof *queue, err));
    ENT_TRY(ent_i_alloc(&nearest, n, sizeof *nearest, err));
    for (size_t v = 0; v < n; v++)
        nearest[v] = INT32_MAX;
    for (size_t p = 0; p < pivots; p++) {
        int32_t *row = distance + p * n;
        size_t next = 0;

        ent_i_adjacency_distances(graph, row, queue, (ent_id_t)pivot);
        for (size_t v = 0; v < n; v++) {
            if (row[v] < nearest[v])
                nearest[v] = row[v];
            if (nearest[v] > nearest[next])
                next = v;
        }
        pivot = next;
    }

cleanup:
    free(queue);
    free(nearest);
    return status;
}

/* Double-centred squared distances: what inner products would be about the centre. */
static void centre(double *product, const int32_t *distance, size_t n, size_t pivots)
{

    for (size_t i = 0; i < pivots * n; i++)
        product[i] = (double)distance[i] * distance[i];
    for (size_t p = 0; p < pivots; p++) {
        double sum = 0;

        for (size_t v = 0; v < n; v++)
            sum += product[p * n + v];
        for (size_t v = 0; v < n; v++)
            product[p * n + v] -= sum / (double)n;
    }
    for (size_t v = 0; v < n; v++) {
        double sum = 0;

        for (size_t p = 0; p < pivots; p++)
            sum += product[p * n + v];
        for (size_t p = 0; p < pivots; p++)
            product[p * n + v] = -0.5 * (product[p * n + v] - sum / (double)pivots);
    }
}

/* The pivots' inner products among themselves: square[p * pivots + q]. */
static void inner_products(double *square, const double *product, size_t n, size_t pivots)
{
    for (size_t p = 0; p < pivots; p++) {
        for (size_t q = p; q < pivots; q++) {
            double sum = 0;

            for (size_t v = 0; v < n; v++)
                sum += product[p * n + v] * product[q * n + v];
            square[p * pivots + q] = sum;
            square[q * pivots + p] = sum;
        }
    }
}

/* Scales to unit length; false when there is nothing to scale. */
static bool normalise(double *vector, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += vector[i] * vector[i];
    if (!(sum > 1e-24))
        return false;
    for (size_t i = 0; i < count; i++)
        vector[i] /= sqrt(sum);
    return true;
}

static void make_orthogonal(double *vector, const double *other, size_t count)
{
    double sum = 0;

    for (size_t i = 0; i < count; i++)
        sum += vector[i] * other[i];
    for (size_t i = 0; i < count; i++)
        vector[i] -= sum * other[i];
}

/* Power iteration for the leading eigenvector, orthogonal to `other` (NULL: to nothing). */
static void leading_vector(double *vector, const double *square, const double *other, size_t pivots)
{
    double next[PIVOTS];

    for (size_t p = 0; p < pivots; p++)
        vector[p] = 1.0 + (double)((p * 7 + (other != NULL ? 3 : 0)) % 11) / 7.0;
    for (int round = 0; round < POWER_ROUNDS; round++) {
        if (other != NULL)
            make_orthogonal(vector, other, pivots);
        if (!normalise(vector, pivots))
            return;
        for (size_t p = 0; p < pivots; p++) {
            next[p] = 0;
            for (size_t q = 0; q < pivots; q++)
                next[p] += square[p * pivots + q] * vector[q];
        }
        for (size_t p = 0; p < pivots; p++)
            vector[p] = next[p];
    }
    if (other != NULL)
        make_orthogonal(vector, other, pivots);
    normalise(vector, pivots);
}

/* Scales so that a tie is one unit long on average, and adds the spiral. */
static void finish(ent_i_point_t *position, const ent_i_adjacency_t *graph)
{
    double sum = 0;
    size_t ends = graph->offset[graph->vertex_count];

    for (size_t v = 0; v < graph->vertex_count; v++) {
        for (size_t i = graph->offset[v]; i < graph->offset[v + 1]; i++) {
            ent_id_t u = graph->neighbour[i];

            sum += hypot(position[u].x - position[v].x, position[u].y - position[v].y);
        }
    }
    for (size_t v = 0; v < graph->vertex_count; v++) {
        double scale = sum > 1e-9 ? (double)ends / sum : 0;
        double angle = golden_angle * (double)v;
        double radius = 0.25 * sqrt(((double)v + 0.5) / (double)graph->vertex_count);

        position[v].x = position[v].x * scale + radius * cos(angle);
        position[v].y = position[v].y * scale + radius * sin(angle);
    }
}

ent_status_t ent_i_layout_start(ent_i_point_t *position, const ent_i_adjacency_t *graph,
                                ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = graph->vertex_count;
    size_t pivots = n < PIVOTS ? n : PIVOTS;
    int32_t *distance = NULL;
    double *product = NULL;
    double *square = NULL;
    double first[PIVOTS] = {0};
    double second[PIVOTS] = {0};

    ENT_TRY(ent_i_alloc(&distance, pivots * n, sizeof *distance, err));
    ENT_TRY(ent_i_alloc(&product, pivots * n, sizeof *product, err));
    ENT_TRY(ent_i_alloc(&square, pivots * pivots, sizeof *square, err));
    ENT_TRY(pivot_distances(distance, graph, pivots, err));
    centre(product, distance, n, pivots);
    inner_products(square, product, n, pivots);
    leading_vector(first, square, NULL, pivots);
    leading_vector(second, square, first, pivots);
    for (size_t v = 0; v < n; v++) {
        position[v].x = 0;
        position[v].y = 0;
        for (size_t p = 0; p < pivots; p++) {
            position[v].x += product[p * n + v] * first[p];
            position[v].y += product[p * n + v] * second[p];
        }
    }
    finish(position, graph);

cleanup:
    free(distance);
    free(product);
    free(square);
    return status;
}
