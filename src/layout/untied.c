/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices without ties: in rows at the foot of the page, or all over it where nobody has one. */
#include "layout/untied.h"

#include <math.h>

enum { MANY = 40 };
static const double indent = 0.16;     /* of the page, left for a caption */
static const double untied_step = 1.6; /* from one without ties to the next, in their rooms */

/* The isolates that share rows: those with large rooms have their own, above the others. */
typedef struct isolates {
    const ent_i_layout_graph_t *graph;
    const ent_id_t *vertex;
    size_t count;
    double large; /* width of a room from which on it counts as large */
} isolates_t;

static bool is_of(const isolates_t *isolates, size_t i, bool large)
{
    return (ent_i_layout_room(isolates->graph, (size_t)isolates->vertex[i]).width >=
            isolates->large) == large;
}

/* Rows at the foot of the page, all of one height, right of the caption's room; returns the height
 * that they take. */
static double place_rows(ent_i_point_t *position, const isolates_t *isolates, bool large,
                         const ent_i_box_t *page)
{
    const double gap = isolates->count > MANY ? 1.5 : 4;
    const ent_i_layout_graph_t *graph = isolates->graph;
    double width = 1, height = 1, above = 0, left = indent * page->width, limit = page->height;
    double across = page->width - left;
    size_t columns = 0, rows = 0, count = 0, placed = 0;

    for (size_t i = 0; i < isolates->count; i++) {
        ent_i_box_t room = ent_i_layout_room(graph, (size_t)isolates->vertex[i]);

        if (!is_of(isolates, i, large))
            continue;
        width = fmax(width, room.width + gap);
        height = fmax(height, room.height + gap);
        above = fmax(above, -room.y);
        count++;
    }
    if (count == 0)
        return 0;
    if (count < graph->vertex_count)
        limit *= fmin(0.4, (double)count / (double)graph->vertex_count);
    limit = fmax(limit, fmin(height, 0.3 * page->height)); /* one row is never too much */
    columns = (size_t)fmax(1, floor(across / width));
    rows = (count + columns - 1) / columns;
    if ((double)rows * height > limit) { /* denser than the rooms ask, in cells of their shape */
        double squeeze = sqrt(limit * across / ((double)count * width * height));

        columns = (size_t)fmax(1, ceil(across / (width * squeeze)));
        rows = (count + columns - 1) / columns;
        height = fmin(height, limit / (double)rows);
    }
    if (rows > 1 || (double)count * width > across) { /* else side by side */
        columns = count < columns ? count : columns;
        width = across / (double)columns;
    }
    for (size_t i = 0; i < isolates->count; i++) {
        size_t v = (size_t)isolates->vertex[i];
        ent_i_box_t room = ent_i_layout_room(graph, v);

        if (!is_of(isolates, i, large))
            continue;
        position[v].x = page->x + left + width * ((double)(placed % columns) + 0.5);
        if (room.width <= width)
            position[v].x -= room.x + room.width / 2;
        position[v].y = page->y + page->height - height * (double)(rows - placed / columns) +
                        fmin(above + gap / 2, height / 2);
        placed++;
    }
    return height * (double)rows;
}

double ent_i_place_isolates(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                            const ent_id_t *isolate, size_t count, const ent_i_box_t *page)
{
    isolates_t isolates = {graph, isolate, count, INFINITY};
    ent_i_box_t rest = *page;
    double least = INFINITY;

    for (size_t i = 0; i < count; i++)
        least = fmin(least, ent_i_layout_room(graph, (size_t)isolate[i]).width);
    if (count > MANY)
        isolates.large = 3 * least;
    rest.height -= place_rows(position, &isolates, false, page);
    return page->height - rest.height + place_rows(position, &isolates, true, &rest);
}

void ent_i_place_untied(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                        const ent_i_box_t *page)
{
    size_t count = graph->vertex_count;
    double width = 1, height = 1;
    size_t columns = 0, rows = 0;

    for (size_t v = 0; v < count; v++) {
        ent_i_box_t room = ent_i_layout_room(graph, v);

        width = fmax(width, room.width);
        height = fmax(height, room.height);
    }
    columns =
        (size_t)fmax(1, round(sqrt((double)count * page->width / page->height * height / width)));
    columns = columns < count ? columns : count;
    rows = (count + columns - 1) / columns;
    width = fmin(page->width / (double)columns, untied_step * width);
    height = fmin(page->height / (double)rows, untied_step * height);
    for (size_t v = 0; v < count; v++) {
        ent_i_box_t room = ent_i_layout_room(graph, v);
        size_t row = v / columns;
        double in_row = (double)(row + 1 < rows ? columns : count - row * columns);

        position[v].x =
            page->x + page->width / 2 + width * ((double)(v % columns) - (in_row - 1) / 2);
        if (room.width <= width)
            position[v].x -= room.x + room.width / 2;
        position[v].y =
            page->y + page->height / 2 + height * ((double)row - ((double)rows - 1) / 2);
    }
}
