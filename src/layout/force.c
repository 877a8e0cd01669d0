/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Components laid out apart, packed onto the page, then pushed until nothing overlaps. */
#include <math.h>
#include <stdlib.h>

#include "layout/pack.h"
#include "layout/slide.h"
#include "layout/stress.h"

/* Vertices of a component up to which stress majorization (n² memory and time) is used. */
enum { STRESS_LIMIT = 600 };

/* Vertices up to which labels get room: in a larger crowd hardly any has one. */
enum { MOST_ROOMS = 2000 };

/* Rooms grow to their size in so many steps, of which each has so many rounds of sliding back. */
enum { GROWTHS = 10, SLIDES = 15, LAST_SLIDES = 200 };

static const double longest_tie = 0.36;     /* of the page's width, on average */
static const double untied_step = 1.6;      /* from one without ties to the next, in their rooms */
static const double share_of_largest = 0.8; /* of all, for a component with most of the vertices */
static const double least_factor = 0.3;     /* by which the others may be drawn smaller */
static const double margin = 0.6;           /* about a component, in ties' lengths */
static const double roomy = 2.5;            /* of its box, for each vertex: squares of a tie */
static const double edge = 0.03;            /* of the page, kept free before rooms are made */
static const double most_stretch = 1.1; /* of one direction against the other, to fill the page */
static const double slide_gap = 1.4;    /* between rooms that slide, by that of pushed ones */
static const double wide_page = 1.6; /* width by height: of a wider page the sides are used … */
static const double widest_stretch = 1.5; /* … for names, which are wide too */
static const double most_room = 0.55;     /* share of the page that rooms may claim */

/* Turns positions so that their longest extent runs along the page's, and moves their box's corner
 * to (0, 0); returns the box. */
static ent_i_box_t orient(ent_i_point_t *position, size_t count, bool upright)
{
    ent_i_point_t mean = {0, 0};
    ent_i_box_t box = {INFINITY, INFINITY, 0, 0};
    double xx = 0, xy = 0, yy = 0, angle = 0, right = -INFINITY, bottom = -INFINITY;

    for (size_t i = 0; i < count; i++) {
        mean.x += position[i].x / (double)count;
        mean.y += position[i].y / (double)count;
    }
    for (size_t i = 0; i < count; i++) {
        xx += (position[i].x - mean.x) * (position[i].x - mean.x);
        xy += (position[i].x - mean.x) * (position[i].y - mean.y);
        yy += (position[i].y - mean.y) * (position[i].y - mean.y);
    }
    angle = -atan2(2 * xy, xx - yy) / 2 + (upright ? 1.57079632679489662 : 0);
    for (size_t i = 0; i < count; i++) {
        double x = position[i].x - mean.x;
        double y = position[i].y - mean.y;

        position[i].x = x * cos(angle) - y * sin(angle);
        position[i].y = x * sin(angle) + y * cos(angle);
        box.x = fmin(box.x, position[i].x);
        box.y = fmin(box.y, position[i].y);
        right = fmax(right, position[i].x);
        bottom = fmax(bottom, position[i].y);
    }
    for (size_t i = 0; i < count; i++) {
        position[i].x -= box.x;
        position[i].y -= box.y;
    }
    return (ent_i_box_t){0, 0, right - box.x, bottom - box.y};
}

/* Gives every vertex as much of its component's box: names are of one size, and in a dense one of
 * many components they would have to push it out of shape, while the others have room to spare. */
static void loosen(ent_i_point_t *position, size_t count, ent_i_box_t *box)
{
    double area = (box->width + 2 * margin) * (box->height + 2 * margin);
    double factor = sqrt(roomy * (double)count / area);

    if (factor <= 1)
        return;
    for (size_t i = 0; i < count; i++) {
        position[i].x *= factor;
        position[i].y *= factor;
    }
    box->width *= factor;
    box->height *= factor;
}

/* Lays out one component; its positions are in `place` and its box begins at (0, 0). */
static ent_status_t lay_out(ent_i_point_t *place, ent_i_box_t *box, const ent_i_adjacency_t *graph,
                            const ent_i_components_t *components, size_t component, bool upright,
                            ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t part = {0};
    size_t count = components->first[component + 1] - components->first[component];

    ENT_TRY(ent_i_adjacency_part(&part, graph, components, component, err));
    if (count <= STRESS_LIMIT) {
        ENT_TRY(ent_i_layout_start(place, &part, err));
        ENT_TRY(ent_i_layout_stress(place, &part, err));
    } else {
        ENT_TRY(ent_i_layout_multilevel(place, &part, err));
    }
    *box = orient(place, count, upright);
    loosen(place, count, box);

cleanup:
    ent_i_adjacency_free(&part);
    return status;
}

static ent_i_box_t room_of(const ent_i_layout_graph_t *graph, size_t v)
{
    double r = graph->radius[v];

    return graph->room != NULL ? graph->room[v] : (ent_i_box_t){-r, -r, 2 * r, 2 * r};
}

/* Isolates in rows at the foot of the page; returns the height that they take. */
static double place_isolates(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
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
        ent_i_box_t room = room_of(graph, (size_t)isolate[i]);

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
        ent_i_box_t room = room_of(graph, (size_t)isolate[i]);

        position[isolate[i]].x = page->x + left + width * ((double)(i % columns) + 0.5);
        if (room.width <= width)
            position[isolate[i]].x -= room.x + room.width / 2;
        position[isolate[i]].y = page->y + page->height - height * (double)(rows - i / columns) +
                                 fmin(above + gap / 2, height / 2);
    }
    return height * (double)rows;
}

/* Where nobody has a tie: in the middle of the page, in rows and columns of its shape. */
static void place_untied(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                         const ent_i_box_t *page)
{
    size_t count = graph->vertex_count;
    double width = 1, height = 1;
    size_t columns = 0, rows = 0;

    for (size_t v = 0; v < count; v++) {
        ent_i_box_t room = room_of(graph, v);

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
        ent_i_box_t room = room_of(graph, v);
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

/* Draws all components but the largest smaller. */
static void shrink_others(ent_i_box_t *packed, const ent_i_components_t *components, size_t count,
                          ent_i_point_t *place, double factor)
{
    for (size_t c = 1; c < count; c++) {
        packed[c].width *= factor;
        packed[c].height *= factor;
        for (size_t i = components->first[c]; i < components->first[c + 1]; i++) {
            place[i].x *= factor;
            place[i].y *= factor;
        }
    }
}

/* Packs the components. One that has most of the vertices gets most of the page: the others are
 * drawn as much smaller as that asks. */
static ent_status_t pack_about_largest(ent_i_box_t *packed, const ent_i_components_t *components,
                                       size_t count, ent_i_point_t *place, double aspect,
                                       ent_error_t *err)
{
    double largest = 0, others = 0;

    if (count > 1 && 2 * components->first[1] > components->first[count]) {
        double factor = 1;

        largest = packed[0].width * packed[0].height;
        for (size_t c = 1; c < count; c++)
            others += packed[c].width * packed[c].height;
        factor = sqrt(largest * (1 / share_of_largest - 1) / others);
        if (factor < 1)
            shrink_others(packed, components, count, place, fmax(factor, least_factor));
    }
    return ent_i_pack(packed, count, aspect, err);
}

/* Fits packed components into the page: the same scale for both directions, stretched a little
 * where that fills it. */
static void fit(ent_i_point_t *position, const ent_i_components_t *components,
                const ent_i_box_t *packed, size_t count, const ent_i_point_t *place,
                const ent_i_box_t *page)
{
    double width = 1e-9, height = 1e-9, x = 0, y = 0;

    for (size_t c = 0; c < count; c++) { /* without the outer margins: the page has its own */
        width = fmax(width, packed[c].x + packed[c].width - 2 * margin);
        height = fmax(height, packed[c].y + packed[c].height - 2 * margin);
    }
    x = page->width / width;
    y = page->height / height;
    x = fmin(x,
             y * fmin(fmax(most_stretch, page->width / page->height / wide_page), widest_stretch));
    y = fmin(y, x * most_stretch);
    for (size_t c = 0; c < count; c++) {
        for (size_t i = components->first[c]; i < components->first[c + 1]; i++) {
            ent_i_point_t *at = &position[components->member[i]];

            at->x = page->x + page->width / 2 + x * (packed[c].x + place[i].x - width / 2);
            at->y = page->y + page->height / 2 + y * (packed[c].y + place[i].y - height / 2);
        }
    }
}

/* Few actors do not fill a page: their ties would be long, and nothing be seen better for it. */
static void draw_nearer(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                        const ent_i_components_t *components, size_t count, const ent_i_box_t *page)
{
    double length = 0;
    double most = longest_tie * fmin(page->width, 1.6 * page->height) * (double)graph->tie_count;
    ent_i_point_t middle = {page->x + page->width / 2, page->y + page->height / 2};

    for (size_t t = 0; t < graph->tie_count; t++) {
        const ent_i_point_t *a = &position[graph->a[t]], *b = &position[graph->b[t]];

        length += hypot(a->x - b->x, a->y - b->y);
    }
    for (size_t i = 0; i < count && length > most; i++) {
        ent_i_point_t *at = &position[components->member[i]];

        at->x = middle.x + (at->x - middle.x) * most / length;
        at->y = middle.y + (at->y - middle.y) * most / length;
    }
}

static void scale_rooms(ent_i_box_t *scaled, const ent_i_box_t *room, size_t count, double share)
{
    for (size_t i = 0; i < count; i++)
        scaled[i] = (ent_i_box_t){share * room[i].x, share * room[i].y, share * room[i].width,
                                  share * room[i].height};
}

/* Pushes vertices apart with the room for their labels, or as much of it as the page has. The rooms
 * grow in steps, and after each the vertices slide back: what little the next one pushes then
 * starts from where the distances want them. */
static ent_status_t make_label_room(ent_i_point_t *place, const ent_i_layout_graph_t *graph,
                                    const ent_i_adjacency_t *adjacency,
                                    const ent_i_components_t *components, size_t count,
                                    const ent_i_box_t *page, double gap, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_id_t *member = components->member;
    ent_i_box_t *room = NULL;
    ent_i_box_t *grown = NULL;
    double claimed = 0;
    double share = 1;

    ENT_TRY(ent_i_alloc(&room, count, sizeof *room, err));
    ENT_TRY(ent_i_alloc(&grown, count, sizeof *grown, err));
    for (size_t i = 0; i < count; i++) {
        room[i] = room_of(graph, (size_t)member[i]);
        claimed += room[i].width * room[i].height;
    }
    share = fmin(1, sqrt(most_room * page->width * page->height / fmax(claimed, 1e-9)));
    for (int step = 1; step <= GROWTHS; step++) {
        scale_rooms(grown, room, count, share * step / GROWTHS);
        ENT_TRY(ent_i_push_apart(place, grown, count, page, gap, err));
        ENT_TRY(ent_i_slide(place, grown, count, adjacency, components, page, slide_gap * gap,
                            step < GROWTHS ? SLIDES : LAST_SLIDES, err));
    }

cleanup:
    free(room);
    free(grown);
    return status;
}

/* Pushes the tied vertices apart: first with room for their labels, then at least their discs. */
static ent_status_t make_room(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                              const ent_i_adjacency_t *adjacency,
                              const ent_i_components_t *components, size_t count,
                              const ent_i_box_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_id_t *member = components->member;
    ent_i_point_t *place = NULL;
    double *radius = NULL;
    double gap = fmin(0.25 * sqrt(page->width * page->height / fmax(1, (double)count)), 1.5);

    ENT_TRY(ent_i_alloc(&place, count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&radius, count, sizeof *radius, err));
    for (size_t i = 0; i < count; i++) {
        place[i] = position[member[i]];
        radius[i] = graph->radius[member[i]];
    }
    if (graph->room != NULL && count <= MOST_ROOMS)
        ENT_TRY(make_label_room(place, graph, adjacency, components, count, page, gap, err));
    ENT_TRY(ent_i_push_discs(place, radius, count, page, 0.7 * gap, err));
    for (size_t i = 0; i < count; i++)
        position[member[i]] = place[i];

cleanup:
    free(place);
    free(radius);
    return status;
}

ent_status_t ent_i_layout_force(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                const ent_i_box_t *box, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_adjacency_t adjacency = {0};
    ent_i_components_t components = {0};
    ent_i_point_t *place = NULL;
    ent_i_box_t *packed = NULL;
    ent_i_box_t page = *box;
    ent_i_box_t inner = {0};
    size_t tied = 0; /* components of two vertices or more: they come first */
    size_t first = 0;

    ENT_TRY(ent_i_adjacency_init(&adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(ent_i_components_init(&components, &adjacency, err));
    while (tied < components.count && components.first[tied + 1] - components.first[tied] > 1)
        tied++;
    first = tied < components.count ? components.first[tied] : graph->vertex_count;
    if (first == 0 && graph->vertex_count > 0) {
        place_untied(position, graph, box);
        goto cleanup;
    }
    page.height -= place_isolates(position, graph, components.member + first,
                                  graph->vertex_count - first, box);
    ENT_TRY(ent_i_alloc(&place, graph->vertex_count, sizeof *place, err));
    ENT_TRY(ent_i_alloc(&packed, tied, sizeof *packed, err));
    for (size_t c = 0; c < tied; c++) {
        ENT_TRY(lay_out(place + components.first[c], &packed[c], &adjacency, &components, c,
                        page.height > page.width, err));
        packed[c].width += 2 * margin;
        packed[c].height += 2 * margin;
    }
    ENT_TRY(pack_about_largest(packed, &components, tied, place, page.width / fmax(page.height, 1),
                               err));
    inner = (ent_i_box_t){page.x + edge * page.width, page.y + edge * page.height,
                          (1 - 2 * edge) * page.width, (1 - 2 * edge) * page.height};
    fit(position, &components, packed, tied, place, &inner);
    draw_nearer(position, graph, &components, first, &inner);
    ENT_TRY(make_room(position, graph, &adjacency, &components, first, &page, err));

cleanup:
    free(place);
    free(packed);
    ent_i_components_free(&components);
    ent_i_adjacency_free(&adjacency);
    return status;
}
