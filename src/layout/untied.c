/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Vertices without ties: in rows at the foot of the page, or all over it where nobody has one. */
#include "layout/untied.h"

#include <math.h>

static const double untied_step = 1.6; /* from one without ties to the next, in their rooms */

double ent_i_place_isolates(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                            const ent_id_t *isolate, size_t count, const ent_i_box_t *page)
{
    const double gap = 4;
    const double indent = 0.16; /* of the page, left for a caption */
    double width = 1, height = 1, above = 0, left = 0, limit = page->height;
    size_t columns = 0, rows = 0;

    if (count == 0)
        return 0;
    if (count < graph->vertex_count)
        limit *= fmin(0.4, (double)count / (double)graph->vertex_count);
    for (size_t i = 0; i < count; i++) {
        ent_i_box_t room = ent_i_layout_room(graph, (size_t)isolate[i]);

        width = fmax(width, room.width + gap);
        height = fmax(height, room.height + gap);
        above = fmax(above, -room.y);
    }
    limit = fmax(limit, fmin(height, 0.3 * page->height)); /* one row is never too much */
    columns = (size_t)fmax(1, floor(page->width / width));
    rows = (count + columns - 1) / columns;
    if ((double)rows * height > limit) { /* denser than the rooms ask, in cells of their shape */
        double squeeze = sqrt(limit * page->width / ((double)count * width * height));

        columns = (size_t)fmax(1, ceil(page->width / (width * squeeze)));
        rows = (count + columns - 1) / columns;
        height = fmin(height, limit / (double)rows);
    }
    if (rows == 1 && (double)count * width < (1 - indent) * page->width) { /* few: side by side */
        left = indent * page->width;
    } else {
        left = 0;
        columns = count < columns ? count : columns;
        width = page->width / (double)columns;
    }
    for (size_t i = 0; i < count; i++) {
        ent_i_box_t room = ent_i_layout_room(graph, (size_t)isolate[i]);

        position[isolate[i]].x = page->x + left + width * ((double)(i % columns) + 0.5);
        if (room.width <= width)
            position[isolate[i]].x -= room.x + room.width / 2;
        position[isolate[i]].y = page->y + page->height - height * (double)(rows - i / columns) +
                                 fmin(above + gap / 2, height / 2);
    }
    return height * (double)rows;
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
