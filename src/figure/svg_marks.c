/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Thousands of marks as an SVG: those of one look are one path, a disc in it a dot of a round pen.
 * Nobody could point at one of them. Larger ones lie below smaller ones. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/svg_i.h"

/* Marks that make a crowd, and where all look alike. */
enum { LEAST_CROWD = 2000, LEAST_ALIKE = 500 };

enum { DOTS_A_LAYER = 20, MOST_LAYERS = 50 };

static const double column = 4; /* points: dots are written by columns, so that steps are short */

/* A filled shape that nothing is said of. */
static bool is_plain(const ent_i_item_t *item)
{
    return (item->shape == ENT_SHAPE_CIRCLE ||
            (item->shape == ENT_SHAPE_PATH && item->closed && !item->each)) &&
           item->id == NULL && item->title == NULL && item->filled && item->dash[0] == 0;
}

static bool same_class(const ent_i_item_t *a, const ent_i_item_t *b)
{
    return a->class == b->class ||
           (a->class != NULL && b->class != NULL && strcmp(a->class, b->class) == 0);
}

static int compare_numbers(double a, double b)
{
    return a < b ? -1 : a > b;
}

static int compare_colors(const ent_i_color_t *a, const ent_i_color_t *b)
{
    const double left[] = {a->red, a->green, a->blue, a->alpha};
    const double right[] = {b->red, b->green, b->blue, b->alpha};
    int order = 0;

    for (int i = 0; i < 4 && order == 0; i++)
        order = compare_numbers(left[i], right[i]);
    return order;
}

static double pen_of(const ent_i_item_t *item)
{
    return item->stroked ? item->line_width : 0;
}

/* As they are written: a hundredth of a point. */
static double radius_of(const ent_i_item_t *item)
{
    return item->shape == ENT_SHAPE_CIRCLE ? round(item->radius * 100) / 100 : 0;
}

/* What tells looks apart, the larger first and other shapes behind discs. */
static int compare_looks(const ent_i_item_t *a, const ent_i_item_t *b)
{
    int order = compare_numbers(radius_of(b), radius_of(a));

    if (order == 0 && !same_class(a, b))
        order = strcmp(a->class != NULL ? a->class : "", b->class != NULL ? b->class : "");
    if (order == 0)
        order = compare_colors(&a->fill, &b->fill);
    if (order == 0)
        order = compare_numbers(pen_of(a), pen_of(b));
    return order == 0 && pen_of(a) > 0 ? compare_colors(&a->stroke, &b->stroke) : order;
}

static int by_look(const void *left, const void *right)
{
    const ent_i_item_t *a = *(const ent_i_item_t *const *)left;
    const ent_i_item_t *b = *(const ent_i_item_t *const *)right;
    int order = compare_looks(a, b);

    if (order == 0 && a->shape == ENT_SHAPE_CIRCLE)
        order = compare_numbers(floor(a->center.x / column), floor(b->center.x / column));
    if (order == 0 && a->shape == ENT_SHAPE_CIRCLE)
        order = compare_numbers(a->center.y, b->center.y);
    return order != 0 ? order : a < b ? -1 : a > b;
}

size_t ent_i_svg_crowd(const ent_i_scene_t *scene, size_t first)
{
    size_t end = first;
    bool alike = true;

    while (end < scene->item_count && is_plain(&scene->item[end])) {
        alike = alike && compare_looks(&scene->item[first], &scene->item[end]) == 0;
        end++;
    }
    return end - first >= (alike ? LEAST_ALIKE : LEAST_CROWD) ? end - first : 0;
}

/* A path of every so many dots, drawn by a round pen. */
static void put_dots(ent_i_text_t *out, const ent_i_item_t *const *item, size_t count, size_t step,
                     ent_i_color_t color, double width)
{
    long x = 0, y = 0;

    ent_i_text_puts(out, "<path");
    if (item[0]->class != NULL)
        ent_i_svg_attribute(out, "class", item[0]->class);
    ent_i_text_puts(out, " fill=\"none\"");
    ent_i_svg_color(out, "stroke", color);
    ent_i_svg_numeric(out, "stroke-width", width);
    ent_i_text_puts(out, " stroke-linecap=\"round\" d=\"");
    for (size_t i = 0; i < count; i += step) {
        ent_i_text_putc(out, i == 0 ? 'M' : 'm');
        ent_i_svg_step(out, item[i]->center, x, y, true);
        ent_i_text_puts(out, "h0");
        x = lround(item[i]->center.x * 10);
        y = lround(item[i]->center.y * 10);
    }
    ent_i_text_puts(out, "\"/>\n");
}

/* Dots of one look. Those with a rim are dealt out to layers, so that neighbours differ in layer
 * and the rim of the one is seen on the other. */
static void put_look(ent_i_text_t *out, const ent_i_item_t *const *item, size_t count)
{
    const ent_i_item_t *look = item[0];
    double pen = pen_of(look), radius = radius_of(look);
    size_t layers = pen > 0 ? count / DOTS_A_LAYER + 1 : 1;

    layers = layers < MOST_LAYERS ? layers : MOST_LAYERS;
    for (size_t layer = 0; layer < layers; layer++) {
        if (pen > 0)
            put_dots(out, item + layer, count - layer, layers, look->stroke, 2 * radius + pen);
        put_dots(out, item + layer, count - layer, layers, look->fill, fmax(2 * radius - pen, 0));
    }
}

/* A path of shapes. */
static void put_shapes(ent_i_text_t *out, const ent_i_item_t *const *item, size_t count)
{
    ent_i_text_puts(out, "<path");
    if (item[0]->class != NULL)
        ent_i_svg_attribute(out, "class", item[0]->class);
    ent_i_svg_paint(out, item[0]);
    ent_i_text_puts(out, " d=\"");
    for (size_t i = 0; i < count; i++) {
        for (size_t k = 0; k < item[i]->point_count; k++) {
            ent_i_text_putc(out, k == 0 ? 'M' : 'L');
            ent_i_svg_step(out, item[i]->point[k], 0, 0, true);
        }
        ent_i_text_putc(out, 'Z');
    }
    ent_i_text_puts(out, "\"/>\n");
}

void ent_i_svg_marks(ent_i_text_t *out, const ent_i_item_t *item, size_t count)
{
    const ent_i_item_t **order = NULL;
    size_t end = 0;

    if (ent_i_alloc(&order, count, sizeof(ent_i_item_t *), NULL) != ENT_OK) {
        out->failed = true;
        return;
    }
    for (size_t i = 0; i < count; i++)
        order[i] = &item[i];
    qsort(order, count, sizeof(ent_i_item_t *), by_look);
    for (size_t i = 0; i < count; i = end) {
        const ent_i_item_t *look = order[i];

        for (end = i; end < count && compare_looks(look, order[end]) == 0; end++)
            ;
        if (look->shape == ENT_SHAPE_PATH)
            put_shapes(out, &order[i], end - i);
        else
            put_look(out, &order[i], end - i);
    }
    free(order);
}
