/* SPDX-License-Identifier: GPL-2.0-or-later */
#include "layout/spokes.h"

#include <math.h>
#include <stdlib.h>

static const double pi = 3.14159265358979323846;

static int by_angle(const void *left, const void *right)
{
    const ent_i_spoke_t *a = left;
    const ent_i_spoke_t *b = right;

    if (a->angle < b->angle || a->angle > b->angle)
        return a->angle < b->angle ? -1 : 1;
    return (a->vertex > b->vertex) - (a->vertex < b->vertex);
}

void ent_i_spokes_order(ent_i_spoke_t *spoke, size_t count)
{
    double widest = 0;
    size_t start = 0;

    qsort(spoke, count, sizeof *spoke, by_angle);
    widest = spoke[0].angle + 2 * pi - spoke[count - 1].angle;
    for (size_t i = 1; i < count; i++) {
        if (spoke[i].angle - spoke[i - 1].angle > widest) {
            widest = spoke[i].angle - spoke[i - 1].angle;
            start = i;
        }
    }
    for (size_t i = 0; i < start; i++)
        spoke[i].angle += 2 * pi;
    qsort(spoke, count, sizeof *spoke, by_angle);
}

/* Moves the directions apart to `gap` at least, each as little as it can: pools of those that would
 * be too near take their mean (least squares, by pool-adjacent-violators). */
static void push_apart(ent_i_spoke_t *spoke, size_t n, double gap)
{
    for (size_t i = 0; i < n; i++)
        spoke[i].angle -= gap * (double)i;
    for (size_t i = 0; i < n;) {
        size_t begin = i;
        size_t end = i + 1;
        double mean = spoke[i].angle;

        while (begin > 0 && spoke[begin - 1].angle > mean) {
            size_t from = begin - 1;
            double sum = mean * (double)(end - begin);

            while (from > 0 && !(spoke[from - 1].angle < spoke[begin - 1].angle))
                from--;
            sum += spoke[begin - 1].angle * (double)(begin - from);
            begin = from;
            mean = sum / (double)(end - begin);
        }
        for (size_t k = begin; k < end; k++)
            spoke[k].angle = mean;
        i = end;
    }
    for (size_t i = 0; i < n; i++)
        spoke[i].angle += gap * (double)i;
}

void ent_i_spokes_spread(ent_i_spoke_t *spoke, size_t count, double gap)
{
    double even = 2 * pi / (double)count;

    if (count == 0)
        return;
    ent_i_spokes_order(spoke, count);
    push_apart(spoke, count, fmin(0.9 * even, gap));
    for (size_t i = 0; spoke[count - 1].angle - spoke[0].angle > 2 * pi - 0.5 * even && i < count;
         i++)
        spoke[i].angle = spoke[0].angle + even * (double)i;
}
