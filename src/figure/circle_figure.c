/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors round a circle, those of one country, region or group on one arc; the ties inside. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/blocs.h"
#include "figure/rim.h"
#include "figure/rows.h"
#include "network/network_i.h"

/* Names that anybody would read about one circle, and ties that still say something to a pointer.
 */
enum { MOST_NAMES = 400, MOST_TITLES = 3000 };

/* Where not all names have room, columns of them are so many times as high as the circle at most:
 * farther down, leaders would be long. */
static const double longest_column = 1.5;
static const double two_pi = 6.28318530717958648;
static const double gaps = 0.12; /* of the circle: between arcs, together */
static const double widest_gap = 0.07;
/* Names on rays: what the two lines of an arc's name take, and a gap, in names of marks. */
static const double ray_head = 2.2;
static const double ray_gap = 0.8;
static const double farthest = 7; /* letters: from a mark down or up to its name in a column */
/* Ties of a circle: more are fainter, and thinner than this part of the way between two ends. */
static const double many_ties = 150, faintest = 0.3, of_pitch = 0.45;
/* Of the plot's height: columns of names that take more leave long leaders. */
static const double crowded = 0.55;

typedef struct circle {
    bool arrows;
    ent_i_blocs_t blocs;
    size_t arcs;
    size_t *arc;            /* by mark */
    ent_id_t *order;        /* marks by place */
    double *angle;          /* by mark */
    ent_i_sector_t *sector; /* by arc */
    ent_i_rim_t rim;
    double step;  /* from a mark to the next, radians */
    double head;  /* of an arc: what its own name takes, where names stand on rays */
    double inner; /* radius of the marks' circle */
} circle_t;

static void circle_free(circle_t *circle)
{
    ent_i_blocs_free(&circle->blocs);
    free(circle->arc);
    free(circle->order);
    free(circle->angle);
    free(circle->sector);
    ent_i_rim_free(&circle->rim);
}

/* Who stands on which arc. */
static ent_status_t find_arcs(circle_t *circle, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_plan_t *plan = &page->plan;

    ENT_TRY(ent_i_blocs_find(&circle->blocs, page->network, page->options, ENT_CHOOSE_COLORED,
                             ENT_PALETTE_COUNT, page->scene, err));
    ENT_TRY(ent_i_alloc(&circle->arc, plan->mark_count, sizeof *circle->arc, err));
    for (size_t i = 0; i < plan->mark_count; i++)
        circle->arc[i] = circle->blocs.of[plan->mark[i].vertex];
    circle->arcs = circle->blocs.count;

cleanup:
    return status;
}

static ent_status_t find_order(circle_t *circle, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_layout_graph_t graph = {0};

    ENT_TRY(ent_i_alloc(&circle->order, page->plan.mark_count, sizeof *circle->order, err));
    ENT_TRY(ent_i_alloc(&circle->angle, page->plan.mark_count, sizeof *circle->angle, err));
    ENT_TRY(ent_i_alloc(&circle->sector, circle->arcs, sizeof *circle->sector, err));
    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(ent_i_layout_around(circle->order, &graph, circle->arc, circle->arcs, err));

cleanup:
    return status;
}

/* Whether its begin is above its end: an arc's name stands at the upper one, above its actors. */
static bool is_read_from_its_begin(const ent_i_sector_t *sector)
{
    return cos(sector->from) >= cos(sector->to);
}

/* Gives every mark the same part of the circle, with gaps between arcs. Where names stand on rays,
 * an arc begins with the room of its own name. */
static void set_angles(circle_t *circle, const ent_i_page_t *page, bool rays)
{
    size_t marks = page->plan.mark_count;
    size_t arcs = marks > 0 ? 1 : 0;
    double gap = 0, head = 0, step = 0, angle = 0;

    for (size_t i = 1; i < marks; i++)
        arcs += circle->arc[circle->order[i]] != circle->arc[circle->order[i - 1]];
    if (rays && circle->arcs > 1) {
        step = two_pi / ((double)marks + (ray_head + ray_gap) * (double)arcs);
        gap = ray_gap * step;
        head = ray_head * step;
    } else {
        gap = arcs > 1 ? fmin(widest_gap, gaps * two_pi / (double)arcs) : 0;
        step = (two_pi - gap * (double)arcs) / fmax(1, (double)marks);
    }
    circle->step = step;
    circle->head = head;
    angle = gap / 2;
    for (size_t i = 0, end = 0; i < marks; i = end) {
        size_t arc = circle->arc[circle->order[i]];
        ent_i_sector_t *sector = &circle->sector[arc];

        while (end < marks && circle->arc[circle->order[end]] == arc)
            end++;
        sector->from = angle;
        sector->to = angle + head + step * (double)(end - i);
        angle += is_read_from_its_begin(sector) ? head : 0;
        for (size_t k = i; k < end; k++)
            circle->angle[circle->order[k]] = angle + step * ((double)(k - i) + 0.5);
        angle = sector->to + gap;
    }
}

/* "9 actors, 22 ties (9 within)" */
static const char *say_arc(ent_i_page_t *page, const ent_i_bloc_t *value)
{
    const char *ties = ent_i_say(page->scene, value->ties == 1 ? ENT_SAY_ONE_TIE : ENT_SAY_TIES,
                                 ent_i_say_count(page->scene, value->ties), NULL, NULL);

    if (value->ties_within > 0)
        ties = ent_i_say(page->scene, ENT_SAY_WITHIN, ties,
                         ent_i_say_count(page->scene, value->ties_within), NULL);
    return ent_i_scene_printf(page->scene, "%s, %s",
                              ent_i_say_kinds(page->scene, ENT_KIND_ACTOR, value->actors), ties);
}

/* Names of the arcs, in bold before those of their actors, and of the actors. */
static ent_status_t make_tags(circle_t *circle, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_rim_t *rim = &circle->rim;
    size_t marks = page->plan.mark_count;
    double widest = (marks > 60 ? 0.26 : 0.25) * page->plot.width;
    bool bare = page->tight == ENT_TIGHT_NAMES;
    size_t most = bare ? ENT_ALWAYS_NAMED : MOST_NAMES;

    rim->count = 0;
    if (rim->tag == NULL)
        ENT_TRY(ent_i_alloc(&rim->tag, marks + circle->arcs, sizeof *rim->tag, err));
    page->names_left_out = 0;
    page->name_lines = 2;
    for (size_t i = 0; i < circle->arcs && circle->arcs > 1; i++) {
        ent_i_tag_t *tag = &rim->tag[rim->count];
        const ent_i_sector_t *sector = &circle->sector[i];

        if (sector->to <= sector->from)
            continue;
        /* at its upper end, so that it stands above the names of its actors */
        *tag = (ent_i_tag_t){.rank = rim->count++,
                             .vertex = ENT_NONE,
                             .angle = is_read_from_its_begin(sector)
                                          ? sector->from
                                          : fmin(sector->to, two_pi - 1e-9)};
        ent_i_label_set(
            &tag->label, page,
            &(ent_i_label_words_t){.name = circle->blocs.bloc[i].name,
                                   .count = bare ? NULL : say_arc(page, &circle->blocs.bloc[i]),
                                   .bold = true},
            widest);
    }
    page->name_lines = marks > 60 ? 1 : 2;
    for (size_t i = 0; i < marks; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        ent_i_tag_t *tag = &rim->tag[rim->count];

        if (mark->rank >= most) {
            page->names_left_out++;
            continue;
        }
        *tag = (ent_i_tag_t){
            .rank = circle->arcs + mark->rank, .vertex = mark->vertex, .angle = circle->angle[i]};
        ent_i_label_make(&tag->label, page, mark, widest);
        rim->count++;
    }

cleanup:
    return status;
}

/* What is said of an arc: its totals, shorter (1) or hardly any (2). */
static const char *say_arc_briefly(ent_i_page_t *page, const ent_i_bloc_t *value, int less)
{
    const char *actors = ent_i_say_kinds(page->scene, ENT_KIND_ACTOR, value->actors);

    if (less == 0)
        return say_arc(page, value);
    if (less == 2)
        return actors;
    return ent_i_scene_printf(page->scene, "%s, %s", actors,
                              ent_i_say(page->scene,
                                        value->ties == 1 ? ENT_SAY_ONE_TIE : ENT_SAY_TIES,
                                        ent_i_say_count(page->scene, value->ties), NULL, NULL));
}

/* Makes the names of the arcs on their rays. What one has no room for is said of none: who reads of
 * ties within one arc would take it that another has none. */
static void make_heads(circle_t *circle, ent_i_page_t *page)
{
    ent_i_rim_t *rim = &circle->rim;
    ent_i_style_t style = {page->look->label, false, page->options->language};
    int less = 0;

    for (int pass = 0; pass < 2; pass++) { /* measures, then makes */
        for (size_t i = 0, arc = 0; i < rim->count && rim->tag[i].vertex == ENT_NONE; i++, arc++) {
            double room = ent_i_rim_room(rim, page, &rim->tag[i], 2.3 * page->look->label);
            const ent_i_bloc_t *value = NULL;

            while (circle->sector[arc].to <= circle->sector[arc].from)
                arc++;
            value = &circle->blocs.bloc[arc];
            while (pass == 0 && less < 2 &&
                   ent_i_font_set(&page->font, say_arc_briefly(page, value, less), &style).width >
                       room)
                less++;
            if (pass == 1)
                ent_i_label_set(&rim->tag[i].label, page,
                                &(ent_i_label_words_t){.name = value->name,
                                                       .count = say_arc_briefly(page, value, less),
                                                       .bold = true},
                                room);
        }
    }
}

/* Names on rays are one line each, no longer than there is room for. */
static void make_rays(circle_t *circle, ent_i_page_t *page)
{
    ent_i_rim_t *rim = &circle->rim;

    page->name_lines = 1;
    make_heads(circle, page);
    for (size_t i = 0; i < rim->count; i++) {
        ent_i_tag_t *tag = &rim->tag[i];
        const ent_i_mark_t *mark = NULL;
        const char *line = NULL;
        ent_i_style_t style;

        if (tag->vertex == ENT_NONE)
            continue;
        mark = &page->plan.mark[page->plan.mark_of[tag->vertex]];
        line = ent_i_row_name(page, mark, ent_i_rim_room(rim, page, tag, 1.2 * page->look->label));
        style = ent_i_row_style(page, mark, line);
        tag->label = (ent_i_label_t){.line = {line},
                                     .line_count = 1,
                                     .soft = 1,
                                     .counts = 1,
                                     .language = style.language,
                                     .bold = style.bold,
                                     .width = ent_i_font_set(&page->font, line, &style).width};
    }
}

/* The angles of the names, once those of marks and arcs have changed. */
static void turn_tags(circle_t *circle, const ent_i_page_t *page)
{
    for (size_t i = 0, arc = 0; i < circle->rim.count; i++) {
        ent_i_tag_t *tag = &circle->rim.tag[i];
        const ent_i_sector_t *sector = NULL;

        if (tag->vertex != ENT_NONE) {
            tag->angle = circle->angle[page->plan.mark_of[tag->vertex]];
            continue;
        }
        while (circle->sector[arc].to <= circle->sector[arc].from)
            arc++;
        sector = &circle->sector[arc++];
        tag->angle = is_read_from_its_begin(sector) ? sector->from + circle->head / 2
                                                    : sector->to - circle->head / 2;
    }
}

/* The height that the fuller side of names needs. */
static double needed(const circle_t *circle)
{
    double side[2] = {0, 0};

    for (size_t i = 0; i < circle->rim.count; i++)
        side[circle->rim.tag[i].angle >= two_pi / 2] += 1.16 * circle->rim.tag[i].label.height;
    return fmax(side[0], side[1]);
}

/* Makes all marks smaller by one factor, so that they stand beside each other and areas stay true.
 */
static void fit_marks(const circle_t *circle, ent_i_page_t *page)
{
    ent_i_plan_t *plan = &page->plan;
    size_t marks = plan->mark_count;
    double factor = 1;

    for (size_t i = 0; i < marks && marks > 1; i++) {
        size_t a = (size_t)circle->order[i], b = (size_t)circle->order[(i + 1) % marks];
        double turn = circle->angle[b] - circle->angle[a] + (i + 1 == marks ? two_pi : 0);
        double apart = 2 * circle->inner * sin(fmin(turn, two_pi / 2) / 2);
        double badge = plan->mark[a].badges != 0 || plan->mark[b].badges != 0 ? 0.7 : 0.85;

        factor = fmin(factor, badge * apart / (plan->mark[a].radius + plan->mark[b].radius));
    }
    ent_i_rows_shrink(page, factor, 0);
}

static double largest_reach(const ent_i_page_t *page)
{
    double reach = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        reach = fmax(reach, 1.2 * page->plan.mark[i].radius +
                                (page->plan.mark[i].badges != 0 ? 2.2 : 0.5) * page->look->line);
    return reach;
}

/* About the radius that columns of names leave to the circle. */
static double radius_of_columns(const circle_t *circle, const ent_i_page_t *page, double tallest)
{
    double height = fmax(page->plot.height, fmin(needed(circle), tallest));
    double widest = 0;

    for (size_t i = 0; i < circle->rim.count; i++)
        widest = fmax(widest, circle->rim.tag[i].label.width);
    return fmin(height / 2 - 0.8 * page->look->label,
                page->plot.width / 2 - widest - 1.5 * page->look->label);
}

/* Where columns of names would be crowded, and all have room on rays about a circle that is not
 * smaller for it: takes these. */
static bool take_rays(circle_t *circle, ent_i_page_t *page)
{
    ent_i_rim_t *rim = &circle->rim;
    double tallest = page->plot.height + page->look->tallest - page->look->height;
    double height = fmax(page->plot.height, fmin(page->plot.width, tallest));
    double least = fmax(ENT_LEAST_LETTERS * page->look->label, ENT_LEAST_TYPE);
    double columns = radius_of_columns(circle, page, tallest);

    if (page->names_left_out > 0 || needed(circle) <= crowded * page->plot.height)
        return false;
    set_angles(circle, page, true);
    turn_tags(circle, page);
    rim->rays = ent_i_rim_rays(rim, page, height, least, circle->step) && rim->radius >= columns;
    if (!rim->rays) {
        set_angles(circle, page, false);
        turn_tags(circle, page);
        return false;
    }
    ent_i_rows_grow(page, height);
    ent_i_rows_letters(page, ENT_ROW_OF_LETTERS * rim->letters);
    ent_i_rim_center(rim, page);
    make_rays(circle, page);
    return true;
}

/* Names in columns, with room made for them. */
static ent_status_t make_columns(circle_t *circle, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    double tallest = page->plot.height + page->look->tallest - page->look->height;
    double height = needed(circle);

    if (page->names_left_out > 0 || height > tallest)
        height = fmin(height, longest_column * 2 * radius_of_columns(circle, page, tallest));
    ent_i_rows_grow(page, height);
    ent_i_rows_letters(page, ENT_ROW_OF_LETTERS * page->look->label * page->plot.height /
                                 fmax(needed(circle), 1));
    ENT_TRY(make_tags(circle, page, err));
    if (page->tight != ENT_TIGHT_NAMES) { /* else hardly anybody is named */
        circle->rim.farthest = farthest * page->look->label;
        circle->rim.always = circle->arcs + ENT_ALWAYS_NAMED;
    }
    ENT_TRY(ent_i_rim_fit(&circle->rim, page, err));

cleanup:
    return status;
}

static void stand(circle_t *circle, ent_i_page_t *page)
{
    ent_i_rim_t *rim = &circle->rim;

    circle->inner = rim->radius - largest_reach(page) - 2.6 * page->look->line;
    fit_marks(circle, page);
    circle->inner = rim->radius - largest_reach(page) - 2.6 * page->look->line;
    for (size_t i = 0; i < page->plan.mark_count; i++)
        page->at[i] = ent_i_on_circle(rim->center, circle->inner, circle->angle[i]);
    for (size_t i = 0; i < rim->count; i++) {
        ent_id_t vertex = rim->tag[i].vertex;

        rim->tag[i].reach = rim->radius;
        if (circle->arcs < 2 && vertex != ENT_NONE) /* no arc between mark and name */
            rim->tag[i].reach =
                circle->inner + 1 + 1.2 * page->plan.mark[page->plan.mark_of[vertex]].radius;
    }
}

/* Where a tie's line is drawn to from one of its ends, the deeper the farther apart they are. Far
 * ones between two arcs go by way of the arcs' middles, so that they run together. */
static ent_i_point_t pull(const circle_t *circle, size_t own, size_t other)
{
    const ent_i_sector_t *sector = &circle->sector[circle->arc[own]];
    double apart = fabs(remainder(circle->angle[other] - circle->angle[own], two_pi));
    double depth = circle->inner * (1 - 0.9 * sin(apart / 2));
    double share = circle->arc[own] == circle->arc[other] ? 0 : 0.7 * sin(apart / 2);
    ent_i_point_t straight = ent_i_on_circle(circle->rim.center, depth, circle->angle[own]);
    ent_i_point_t bundle = ent_i_on_circle(circle->rim.center, fmin(depth, 0.6 * circle->inner),
                                           (sector->from + sector->to) / 2);

    return (ent_i_point_t){straight.x + share * (bundle.x - straight.x),
                           straight.y + share * (bundle.y - straight.y)};
}

/* The same for arrows, nearly straight: their heads at one mark come from different sides. */
static ent_i_point_t pull_arrow(const circle_t *circle, ent_i_point_t own, ent_i_point_t other)
{
    double x = circle->rim.center.x - (own.x + other.x) / 2;
    double y = circle->rim.center.y - (own.y + other.y) / 2;
    double inward = 0.16 * hypot(other.x - own.x, other.y - own.y) / fmax(circle->inner, 1);

    return (ent_i_point_t){own.x + 0.35 * (other.x - own.x) + inward * x,
                           own.y + 0.35 * (other.y - own.y) + inward * y};
}

/* Ties of one pair run beside each other. */
static void set_way(ent_i_point_t curve[4], const ent_i_page_t *page, const ent_i_link_t *link,
                    const void *context)
{
    const circle_t *circle = context;
    double aside = 4 * page->look->line * link->bend;

    curve[0] = page->at[link->a];
    curve[1] = pull(circle, (size_t)link->a, (size_t)link->b);
    curve[2] = pull(circle, (size_t)link->b, (size_t)link->a);
    curve[3] = page->at[link->b];
    if (circle->arrows) {
        curve[1] = pull_arrow(circle, curve[0], curve[3]);
        curve[2] = pull_arrow(circle, curve[3], curve[0]);
    }
    for (size_t i = 1; i < 3 && aside != 0; i++) {
        double length = fmax(hypot(curve[3].x - curve[0].x, curve[3].y - curve[0].y), 1);

        curve[i].x -= aside * (curve[3].y - curve[0].y) / length;
        curve[i].y += aside * (curve[3].x - curve[0].x) / length;
    }
}

/* All ties of a circle run through its middle: where they are many, no more than its ground is to
 * be covered by them. */
static void thin_ties(const circle_t *circle, ent_i_page_t *page)
{
    double ties = fmax(1, (double)page->plan.link_count);
    double pitch = two_pi * circle->inner / (2 * ties);

    if (ties <= many_ties)
        return;
    page->width_scale = fmin(page->width_scale, fmax(0.15, of_pitch * pitch / page->look->line));
    page->tie_alpha = fmax(faintest, sqrt(many_ties / ties));
}

static void draw_arcs(const circle_t *circle, ent_i_page_t *page)
{
    double width = 2.2 * page->look->line;

    ent_i_scene_open(page->scene, "arcs");
    for (size_t i = 0; i < circle->arcs && circle->arcs > 1; i++) {
        const ent_i_sector_t *sector = &circle->sector[i];
        const ent_i_bloc_t *value = &circle->blocs.bloc[i];
        const char *title = NULL;
        ent_i_item_t *item = NULL;

        if (sector->to <= sector->from)
            continue;
        title = ent_i_scene_printf(page->scene, "%s: %s", value->name, say_arc(page, value));
        item = ent_i_draw_sector(page->scene, circle->rim.center, circle->rim.radius - width,
                                 circle->rim.radius, sector->from, sector->to);
        item->class = "arc";
        item->title = title;
        ent_i_item_fill(item, value->color);
    }
    ent_i_scene_close(page->scene);
}

static void explain(ent_i_legend_t *legend, ent_i_page_t *page)
{
    ent_i_legend_add(legend, ENT_SWATCH_NONE,
                     ent_i_say(page->scene, ENT_SAY_ARC_OF,
                               ent_i_spoken(page, page->options->color_by), NULL, NULL));
}

ent_status_t ent_i_compose_circle(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    circle_t circle = {0};
    ent_i_legend_t legend = {0};

    if (page->plan.mark_count == 1) /* stands in the middle: nobody is about it */
        return ent_i_compose_force(page, err);
    ENT_TRY(find_arcs(&circle, page, err));
    ENT_TRY(find_order(&circle, page, err));
    set_angles(&circle, page, false);
    circle.arrows = ent_network_is_directed(page->network);
    if (circle.arcs > 1 && page->tight != ENT_TIGHT_NAMES)
        page->explain = explain;
    page->tones_named = circle.arcs > 1;
    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->legend;
    ENT_TRY(make_tags(&circle, page, err));
    if (!take_rays(&circle, page))
        ENT_TRY(make_columns(&circle, page, err));
    stand(&circle, page);
    ent_i_legend_again(&legend, page);
    page->middle = circle.rim.center;
    page->reach = circle.inner; /* names of marks stand about it */
    ENT_TRY(ent_i_draw_hulls(page, err));
    thin_ties(&circle, page);
    ent_i_draw_ways(page, set_way, &circle);
    draw_arcs(&circle, page);
    ent_i_draw_marks(page);
    ent_i_rim_label(&circle.rim, page);
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->legend});

cleanup:
    circle_free(&circle);
    return status;
}
