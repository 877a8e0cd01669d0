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

static const double two_pi = 6.28318530717958648;
static const double gaps = 0.12; /* of the circle: between arcs, together */
static const double widest_gap = 0.07;

typedef struct circle {
    ent_i_blocs_t blocs;
    size_t arcs;
    size_t *arc;            /* by mark */
    ent_id_t *order;        /* marks by place */
    double *angle;          /* by mark */
    ent_i_sector_t *sector; /* by arc */
    ent_i_rim_t rim;
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

/* Gives every mark the same part of the circle, with gaps between arcs. */
static void set_angles(circle_t *circle, const ent_i_page_t *page)
{
    size_t marks = page->plan.mark_count;
    size_t arcs = marks > 0 ? 1 : 0;
    double gap = 0, step = 0, angle = 0;

    for (size_t i = 1; i < marks; i++)
        arcs += circle->arc[circle->order[i]] != circle->arc[circle->order[i - 1]];
    gap = arcs > 1 ? fmin(widest_gap, gaps * two_pi / (double)arcs) : 0;
    step = (two_pi - gap * (double)arcs) / fmax(1, (double)marks);
    for (size_t i = 0; i < marks; i++) {
        ent_id_t mark = circle->order[i];
        bool begins = i == 0 || circle->arc[mark] != circle->arc[circle->order[i - 1]];

        angle += begins ? gap / (i == 0 ? 2 : 1) : 0;
        if (begins)
            circle->sector[circle->arc[mark]].from = angle;
        circle->angle[mark] = angle + step / 2;
        angle += step;
        circle->sector[circle->arc[mark]].to = angle;
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
                             .angle = cos(sector->from) >= cos(sector->to)
                                          ? sector->from
                                          : fmin(sector->to, two_pi - 1e-9)};
        ent_i_label_set(&tag->label, page,
                        &(ent_i_label_words_t){.name = circle->blocs.bloc[i].name,
                                               .count = say_arc(page, &circle->blocs.bloc[i]),
                                               .bold = true},
                        widest);
    }
    page->name_lines = marks > 60 ? 1 : 2;
    for (size_t i = 0; i < marks; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        ent_i_tag_t *tag = &rim->tag[rim->count];

        if (mark->rank >= MOST_NAMES) {
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

static ent_status_t stand(circle_t *circle, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_rim_t *rim = &circle->rim;

    ENT_TRY(ent_i_rim_fit(rim, page, err));
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

cleanup:
    return status;
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
    for (size_t i = 1; i < 3 && aside != 0; i++) {
        double length = fmax(hypot(curve[3].x - curve[0].x, curve[3].y - curve[0].y), 1);

        curve[i].x -= aside * (curve[3].y - curve[0].y) / length;
        curve[i].y += aside * (curve[3].x - curve[0].x) / length;
    }
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

    ENT_TRY(find_arcs(&circle, page, err));
    ENT_TRY(find_order(&circle, page, err));
    set_angles(&circle, page);
    if (circle.arcs > 1)
        page->explain = explain;
    page->tones_named = circle.arcs > 1;
    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->legend;
    ENT_TRY(make_tags(&circle, page, err));
    ent_i_rows_grow(page, needed(&circle));
    ent_i_rows_letters(page, ENT_ROW_OF_LETTERS * page->look->label * page->plot.height /
                                 fmax(needed(&circle), 1));
    ENT_TRY(make_tags(&circle, page, err));
    ENT_TRY(stand(&circle, page, err));
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ENT_TRY(ent_i_draw_hulls(page, err));
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
