/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Components laid out apart, packed onto the page, then pushed until nothing overlaps. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "layout/clear.h"
#include "layout/pack.h"
#include "layout/slide.h"
#include "layout/stress.h"
#include "layout/untied.h"

/* Vertices of a component up to which stress majorization (n² memory and time) is used. */
enum { STRESS_LIMIT = 600 };

/* Vertices of a component that gets room for names above it: a larger one has some inside. */
enum { MOST_HEADED = 60 };

/* Vertices up to which labels get room: in a larger crowd hardly any has one. */
enum { MOST_ROOMS = 2000 };

/* Vertices up to which several arrangements of components and sizes of rooms are tried. */
enum { MOST_TRIED = 300 };

/* Rooms grow to their size in so many steps, of which each has so many rounds of sliding back. */
enum { GROWTHS = 10, SLIDES = 15, LAST_SLIDES = 200 };

static const double longest_tie = 0.36;     /* of the page's width, on average */
static const double share_of_largest = 0.8; /* of all, for a component with most of the vertices */
static const double least_factor = 0.3;     /* by which the others may be drawn smaller */
static const double margin = 0.6;           /* about a component, in ties' lengths */
/* Of its box, for each vertex of a component: squares of a tie. */
static const double looseness[] = {2.5, 4, 1.6};
static const double edge = 0.03;        /* of the page, kept free before rooms are made */
static const double most_stretch = 1.1; /* of one direction against the other, to fill the page */
static const double slide_gap = 1.4;    /* between rooms that slide, by that of pushed ones */
static const double wide_page = 1.6; /* width by height: of a wider page the sides are used … */
static const double widest_stretch = 1.5; /* … for names, which are wide too */
static const double clear_gap = 2;        /* points, between rooms of which one steps aside */
static const double least_stress = 0.02;  /* what is below it looks alike */
static const double far_more = 3;         /* than what counts as kept: names are given up at once */
static const double most_room = 0.55;     /* share of the page that rooms may claim */
/* What counts as kept of the order of the marks (`strain`); on a broad page, as of slides, where
 * names that have room drive all to its sides, less does. */
static const double kept = 1;
static const double kept_if_broad = 0.3;
static const double broad_page = 2; /* width by height */
/* Of the rooms' sizes: names give way before the order of the marks does. The smaller ones are
 * tried from the largest, where discs alone have the room. */
static const double room_share[] = {1, 0, 0.7, 0.4};
static const double room_share_if_broad[] = {1, 0, 0.8, 0.6, 0.5, 0.4};

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
static void loosen(ent_i_point_t *position, size_t count, ent_i_box_t *box, double roomy)
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

cleanup:
    ent_i_adjacency_free(&part);
    return status;
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
 * where that fills it. Returns the scales. */
static ent_i_point_t fit(ent_i_point_t *at, const ent_i_components_t *components,
                         const ent_i_box_t *packed, size_t count, const ent_i_box_t *page)
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
            at[i].x = page->x + page->width / 2 + x * (packed[c].x + at[i].x - width / 2);
            at[i].y = page->y + page->height / 2 + y * (packed[c].y + at[i].y - height / 2);
        }
    }
    return (ent_i_point_t){x, y};
}

static void scale_rooms(ent_i_box_t *scaled, const ent_i_box_t *room, size_t count, double share)
{
    for (size_t i = 0; i < count; i++)
        scaled[i] = (ent_i_box_t){share * room[i].x, share * room[i].y, share * room[i].width,
                                  share * room[i].height};
}

/* A network whose components are laid out, each in a box of its own. */
typedef struct parts {
    const ent_i_layout_graph_t *graph;
    ent_i_adjacency_t adjacency;
    ent_i_components_t components;
    size_t tied;   /* components of two vertices or more: they come first */
    size_t first;  /* of the isolates, among the members of components */
    size_t *index; /* of a vertex among the members */
    ent_i_spans_t spans;
    ent_i_point_t *laid; /* by member */
    ent_i_box_t *box;    /* by component */
} parts_t;

static void parts_free(parts_t *parts)
{
    free(parts->index);
    free(parts->laid);
    free(parts->box);
    ent_i_spans_free(&parts->spans);
    ent_i_components_free(&parts->components);
    ent_i_adjacency_free(&parts->adjacency);
}

static ent_status_t parts_init(parts_t *parts, const ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_components_t *components = &parts->components;

    parts->graph = graph;
    parts->first = graph->vertex_count;
    ENT_TRY(ent_i_adjacency_init(&parts->adjacency, graph->vertex_count, graph->tie_count, graph->a,
                                 graph->b, err));
    ENT_TRY(ent_i_components_init(&parts->components, &parts->adjacency, err));
    while (parts->tied < components->count &&
           components->first[parts->tied + 1] - components->first[parts->tied] > 1)
        parts->tied++;
    if (parts->tied < components->count)
        parts->first = components->first[parts->tied];
    if (graph->room != NULL && parts->first <= MOST_ROOMS)
        ENT_TRY(ent_i_spans_init(&parts->spans, &parts->adjacency, &parts->components, err));
    ENT_TRY(ent_i_alloc(&parts->index, graph->vertex_count, sizeof *parts->index, err));
    for (size_t i = 0; i < graph->vertex_count; i++)
        parts->index[components->member[i]] = i;
    ENT_TRY(ent_i_alloc(&parts->laid, graph->vertex_count, sizeof *parts->laid, err));
    ENT_TRY(ent_i_alloc(&parts->box, parts->tied, sizeof *parts->box, err));

cleanup:
    return status;
}

/* Pushes vertices apart with the room for their labels, or as much of it as the page has. The rooms
 * grow in steps, and after each the vertices slide back: what little the next one pushes then
 * starts from where the distances want them. Ends half way where the stress becomes more than
 * `most_stress`. */
static ent_status_t make_label_room(ent_i_point_t *at, const parts_t *parts,
                                    const ent_i_box_t *page, double gap, double most,
                                    double most_stress, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = parts->first;
    ent_i_box_t *room = NULL;
    ent_i_box_t *grown = NULL;
    double claimed = 0;
    double share = 1;

    ENT_TRY(ent_i_alloc(&room, count, sizeof *room, err));
    ENT_TRY(ent_i_alloc(&grown, count, sizeof *grown, err));
    for (size_t i = 0; i < count; i++) {
        room[i] = ent_i_layout_room(parts->graph, (size_t)parts->components.member[i]);
        claimed += room[i].width * room[i].height;
    }
    share = most * fmin(1, sqrt(most_room * page->width * page->height / fmax(claimed, 1e-9)));
    for (int step = 1; step <= GROWTHS; step++) {
        scale_rooms(grown, room, count, share * step / GROWTHS);
        ENT_TRY(ent_i_push_apart(at, grown, count, page, gap, 1, err));
        ENT_TRY(ent_i_slide(at, grown, count, &parts->components, &parts->spans, page,
                            slide_gap * gap, step < GROWTHS ? SLIDES : LAST_SLIDES, err));
        if (isfinite(most_stress) &&
            ent_i_spans_stress(&parts->spans, at, &parts->components) > most_stress)
            break;
    }

cleanup:
    free(room);
    free(grown);
    return status;
}

/* Pushes the tied vertices apart: first with room for their labels, then at least their discs. */
static ent_status_t make_room(ent_i_point_t *at, const parts_t *parts, const ent_i_box_t *page,
                              double share, double most_stress, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t count = parts->first;
    double *radius = NULL;
    double gap = fmin(0.25 * sqrt(page->width * page->height / fmax(1, (double)count)), 1.5);

    ENT_TRY(ent_i_alloc(&radius, count, sizeof *radius, err));
    for (size_t i = 0; i < count; i++)
        radius[i] = parts->graph->radius[parts->components.member[i]];
    if (parts->spans.count > 0 && share > 0)
        ENT_TRY(make_label_room(at, parts, page, gap, share, most_stress, err));
    ENT_TRY(ent_i_push_discs(at, radius, count, page, 0.7 * gap, err));

cleanup:
    free(radius);
    return status;
}

/* Few actors do not fill a page: their ties would be long, and nothing be seen better for it. */
static void draw_nearer(ent_i_point_t *at, const parts_t *parts, const ent_i_box_t *page)
{
    const ent_i_layout_graph_t *graph = parts->graph;
    double length = 0;
    double most = longest_tie * fmin(page->width, 1.6 * page->height) * (double)graph->tie_count;
    ent_i_point_t middle = {page->x + page->width / 2, page->y + page->height / 2};

    for (size_t t = 0; t < graph->tie_count; t++) {
        const ent_i_point_t *a = &at[parts->index[graph->a[t]]];
        const ent_i_point_t *b = &at[parts->index[graph->b[t]]];

        length += hypot(a->x - b->x, a->y - b->y);
    }
    for (size_t i = 0; i < parts->first && length > most; i++) {
        at[i].x = middle.x + (at[i].x - middle.x) * most / length;
        at[i].y = middle.y + (at[i].y - middle.y) * most / length;
    }
}

/* Room above a component for the names that it is to have there, at the scale of a page: below each
 * other, and as wide as the widest. */
static void add_head(ent_i_point_t *at, ent_i_box_t *packed, const parts_t *parts, size_t component,
                     ent_i_point_t scale)
{
    const size_t *first = &parts->components.first[component];
    const ent_i_box_t *head = parts->graph->head;
    ent_i_point_t size = {0, 0};
    double aside = 0;

    for (size_t i = first[0]; i < first[1]; i++) {
        size.x = fmax(size.x, head[parts->components.member[i]].width / scale.x);
        size.y += head[parts->components.member[i]].height / scale.y;
    }
    aside = fmax(0, size.x - packed->width) / 2;
    packed->width += 2 * aside;
    packed->height += size.y;
    for (size_t i = first[0]; i < first[1]; i++) {
        at[i].x += aside;
        at[i].y += size.y;
    }
}

/* Packs the components onto the page; `at` is by member. Where names need room above them, all is
 * done again with room for these, as large as the first scale says. */
static ent_status_t pack(ent_i_point_t *at, const parts_t *parts, const ent_i_box_t *page,
                         double roomy, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_components_t *components = &parts->components;
    const ent_i_box_t inner = {page->x + edge * page->width, page->y + edge * page->height,
                               (1 - 2 * edge) * page->width, (1 - 2 * edge) * page->height};
    ent_i_box_t *packed = NULL;
    ent_i_point_t scale = {0, 0};
    bool again = true;

    ENT_TRY(ent_i_alloc(&packed, parts->tied, sizeof *packed, err));
    for (int pass = 0; pass < 2 && again; pass++) {
        again = false;
        for (size_t i = 0; i < parts->first; i++)
            at[i] = parts->laid[i];
        for (size_t c = 0; c < parts->tied; c++) {
            size_t count = components->first[c + 1] - components->first[c];
            bool headed = parts->graph->head != NULL && count <= MOST_HEADED;

            packed[c] = parts->box[c];
            loosen(at + components->first[c], count, &packed[c], roomy);
            packed[c].width += 2 * margin;
            packed[c].height += 2 * margin;
            if (pass == 1 && headed)
                add_head(at, &packed[c], parts, c, scale);
            again |= pass == 0 && headed;
        }
        ENT_TRY(pack_about_largest(packed, components, parts->tied, at,
                                   page->width / fmax(page->height, 1), err));
        scale = fit(at, components, packed, parts->tied, &inner);
    }
    draw_nearer(at, parts, &inner);

cleanup:
    free(packed);
    return status;
}

/* Ties that run through discs of others: how often, by tie. */
static double pierced(const parts_t *parts, const ent_i_point_t *at)
{
    const ent_i_layout_graph_t *graph = parts->graph;
    size_t count = 0;

    for (size_t t = 0; t < graph->tie_count; t++) {
        size_t a = parts->index[graph->a[t]];
        size_t b = parts->index[graph->b[t]];

        for (size_t i = 0; i < parts->first && a != b; i++) {
            double radius = graph->radius[parts->components.member[i]];

            count += i != a && i != b && ent_i_is_pierced(at[a], at[b], at[i], radius);
        }
    }
    return (double)count / fmax(1, (double)graph->tie_count);
}

/* Makes room with the largest rooms that leave the order of the marks as it is: `at` comes packed.
 * Returns the strain in `strain`, the arrangement's stress in `stress`. */
static ent_status_t make_best_room(ent_i_point_t *at, const parts_t *parts, const ent_i_box_t *page,
                                   double *strain, double *stress, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t bytes = parts->first * sizeof *at;
    bool choice = parts->spans.count > 0 && parts->first <= MOST_TRIED;
    ent_i_point_t *packed = NULL;
    ent_i_point_t *best = NULL;
    double ideal_stress = 0, ideal_pierced = 0, hopeless = INFINITY;
    bool broad = page->width > broad_page * page->height;
    double most = broad ? kept_if_broad : kept;
    const double *share = broad ? room_share_if_broad : room_share;
    size_t tries = (broad ? sizeof room_share_if_broad : sizeof room_share) / sizeof *room_share;

    ENT_TRY(ent_i_alloc(&packed, parts->first, sizeof *packed, err));
    ENT_TRY(ent_i_alloc(&best, parts->first, sizeof *best, err));
    memcpy(packed, at, bytes);
    *strain = INFINITY;
    if (choice) {
        ideal_stress = ent_i_spans_stress(&parts->spans, packed, &parts->components);
        ideal_pierced = pierced(parts, packed);
        hopeless = ideal_stress + far_more * fmax(ideal_stress, least_stress);
    }
    for (size_t i = 0; i < tries; i++) {
        double own = 0, more = 0;

        memcpy(at, packed, bytes);
        ENT_TRY(make_room(at, parts, page, share[i], hopeless, err));
        if (choice) {
            own = ent_i_spans_stress(&parts->spans, at, &parts->components);
            more = fmax(0, own - ideal_stress) + fmax(0, pierced(parts, at) - ideal_pierced);
            more /= fmax(ideal_stress, least_stress);
        }
        if (more < *strain || more <= most) {
            memcpy(best, at, bytes);
            *strain = more;
            *stress = own;
        }
        if (share[i] > 0 ? more <= most : more > far_more)
            break;
    }
    memcpy(at, best, bytes);

cleanup:
    free(packed);
    free(best);
    return status;
}

/* Arranges the components; several in several ways, of which the one with the least stress is kept.
 */
static ent_status_t arrange_best(ent_i_point_t *best, double *strain, const parts_t *parts,
                                 const ent_i_box_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_point_t *at = NULL;
    double least = INFINITY;
    size_t ways = parts->tied > 1 && parts->spans.count > 0 && parts->first <= MOST_TRIED
                      ? sizeof looseness / sizeof *looseness
                      : 1;

    ENT_TRY(ent_i_alloc(&at, parts->graph->vertex_count, sizeof *at, err));
    for (size_t way = 0; way < ways; way++) {
        double stress = 0, own = 0;

        ENT_TRY(pack(at, parts, page, looseness[way], err));
        ENT_TRY(make_best_room(at, parts, page, &own, &stress, err));
        if (stress < least) {
            memcpy(best, at, parts->first * sizeof *at);
            least = stress;
            *strain = own;
        }
    }

cleanup:
    free(at);
    return status;
}

/* Lets tied vertices step out from under the ties of others. */
static ent_status_t clear_ties(ent_i_point_t *at, const parts_t *parts, const ent_i_box_t *page,
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_layout_graph_t *graph = parts->graph;
    ent_i_clearing_t clearing = {.position = at,
                                 .count = parts->first,
                                 .tie_count = graph->tie_count,
                                 .components = &parts->components,
                                 .spans = &parts->spans,
                                 .page = page,
                                 .gap = clear_gap};
    double *radius = NULL;
    ent_i_box_t *room = NULL;
    size_t *a = NULL, *b = NULL;

    if (parts->spans.count == 0)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&radius, parts->first, sizeof *radius, err));
    ENT_TRY(ent_i_alloc(&room, parts->first, sizeof *room, err));
    ENT_TRY(ent_i_alloc(&a, graph->tie_count, sizeof *a, err));
    ENT_TRY(ent_i_alloc(&b, graph->tie_count, sizeof *b, err));
    for (size_t i = 0; i < parts->first; i++) {
        room[i] = ent_i_layout_room(graph, (size_t)parts->components.member[i]);
        radius[i] = graph->radius[parts->components.member[i]];
    }
    for (size_t t = 0; t < graph->tie_count; t++) {
        a[t] = parts->index[graph->a[t]];
        b[t] = parts->index[graph->b[t]];
    }
    clearing.radius = radius;
    clearing.room = room;
    clearing.a = a;
    clearing.b = b;
    ENT_TRY(ent_i_clear(&clearing, err));

cleanup:
    free(radius);
    free(room);
    free(a);
    free(b);
    return status;
}

ent_status_t ent_i_layout_force(ent_i_point_t *position, const ent_i_layout_graph_t *graph,
                                const ent_i_box_t *box, double *strain, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    parts_t parts = {0};
    double own = 0;
    ent_i_point_t *best = NULL;
    ent_i_box_t page = *box;

    ENT_TRY(parts_init(&parts, graph, err));
    if (parts.first == 0 && graph->vertex_count > 0) {
        ent_i_place_untied(position, graph, box);
        goto cleanup;
    }
    page.height -= ent_i_place_isolates(position, graph, parts.components.member + parts.first,
                                        graph->vertex_count - parts.first, box);
    for (size_t c = 0; c < parts.tied; c++)
        ENT_TRY(lay_out(parts.laid + parts.components.first[c], &parts.box[c], &parts.adjacency,
                        &parts.components, c, page.height > page.width, err));
    ENT_TRY(ent_i_alloc(&best, graph->vertex_count, sizeof *best, err));
    ENT_TRY(arrange_best(best, &own, &parts, &page, err));
    ENT_TRY(clear_ties(best, &parts, &page, err));
    for (size_t i = 0; i < parts.first; i++)
        position[parts.components.member[i]] = best[i];

cleanup:
    if (strain != NULL)
        *strain = own;
    free(best);
    parts_free(&parts);
    return status;
}
