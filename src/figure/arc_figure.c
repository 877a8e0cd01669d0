/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Actors on one line, ties as half circles beside it.
 *
 * On a page that is high enough the line stands upright with level names at its left; on a low and
 * wide one it lies, with names below that read upwards. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "figure/rows.h"

/* Rows, in sizes of the letters: where the page has the room, and more is of no use. */
static const double roomy = 1.6;
static const double roomiest = 3;
static const double apart = 3;   /* ties of one pair, in lines */
static const double clear = 1.6; /* ties of neighbours still show, in radii of the largest mark */

static const double widest_bow = 1.6; /* of half a circle: ties use a page that is wide */

typedef struct arc {
    ent_id_t *order; /* by place */
    size_t *place;   /* by mark */
    size_t *block;   /* by mark: who stand together; NULL: nobody needs to */
    size_t block_count;
    size_t *mark; /* by place */
    double *at;   /* by place: along the line */
    bool lying;
    double pitch;   /* of the places */
    double reach;   /* of the largest mark */
    double squeeze; /* of the half circles: but for 1 they are half ellipses */
} arc_t;

static void arc_free(arc_t *arc)
{
    free(arc->order);
    free(arc->place);
    free(arc->block);
    free(arc->mark);
    free(arc->at);
}

static bool same_color(ent_i_color_t a, ent_i_color_t b)
{
    return a.red == b.red && a.green == b.green && a.blue == b.blue;
}

/* Who has one colour stands together, where colours are asked for. */
static ent_status_t find_blocks(arc_t *arc, const ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;
    size_t first[ENT_PALETTE_COUNT + 2]; /* by block: a mark of it */

    if (plan->tone_count == 0)
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&arc->block, plan->mark_count, sizeof *arc->block, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        size_t b = 0;

        while (b < arc->block_count && !same_color(plan->mark[first[b]].color, plan->mark[i].color))
            b++;
        if (b == arc->block_count && b < ENT_PALETTE_COUNT + 2)
            first[arc->block_count++] = i;
        arc->block[i] = b;
    }

cleanup:
    return status;
}

static ent_status_t find_order(arc_t *arc, ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    ent_i_layout_graph_t graph = {0};

    ENT_TRY(ent_i_alloc(&arc->order, marks, sizeof *arc->order, err));
    ENT_TRY(ent_i_alloc(&arc->place, marks, sizeof *arc->place, err));
    ENT_TRY(ent_i_alloc(&arc->mark, marks, sizeof *arc->mark, err));
    ENT_TRY(ent_i_alloc(&arc->at, marks, sizeof *arc->at, err));
    ENT_TRY(find_blocks(arc, page, err));
    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(ent_i_layout_row(arc->order, &graph, arc->block, arc->block_count, err));
    for (size_t i = 0; i < marks; i++) {
        arc->place[arc->order[i]] = i;
        arc->mark[i] = (size_t)arc->order[i];
    }

cleanup:
    return status;
}

/* The line stands where its names have room, and lies where they have it only so. */
static void choose_way(arc_t *arc, ent_i_page_t *page, const ent_i_legend_t *legend)
{
    double marks = fmax(1, (double)page->plan.mark_count);
    double needed = ent_i_rows_least(page);
    double standing = 0, lying = page->plot.width / marks;

    ent_i_rows_grow(page, marks * roomy * page->look->label);
    ent_i_rows_shorten(page, fmax(marks * roomiest * page->look->label, legend->tall));
    standing = page->plot.height / marks;
    arc->lying = standing < needed && lying > 1.2 * standing;
    arc->pitch = fmin(arc->lying ? lying : standing, roomiest * page->look->label);
    ent_i_rows_letters(page, arc->pitch);
}

static void fit_marks(arc_t *arc, ent_i_page_t *page)
{
    double factor = 1;

    for (size_t i = 0; i < page->plan.mark_count; i++) {
        const ent_i_mark_t *mark = &page->plan.mark[i];
        double most = fmax(0.46 * arc->pitch - ent_i_mark_ring(page, mark), 0.3 * arc->pitch);

        factor = fmin(factor, most / mark->radius);
    }
    ent_i_rows_shrink(page, factor, 0.17 * arc->pitch);
    for (size_t i = 0; i < page->plan.mark_count; i++)
        arc->reach = fmax(arc->reach,
                          page->plan.mark[i].radius + ent_i_mark_ring(page, &page->plan.mark[i]));
}

/* How far the longest tie reaches. */
static double widest_arc(const arc_t *arc, const ent_i_page_t *page)
{
    double most = 0;

    for (size_t i = 0; i < page->plan.link_count; i++) {
        const ent_i_link_t *link = &page->plan.link[i];

        most = fmax(most, fabs((double)arc->place[link->a] - (double)arc->place[link->b]));
    }
    return hypot(most * arc->pitch / 2, clear * arc->reach);
}

/* Sets the marks on the line and makes the names' strip beside it. */
static void place_line(arc_t *arc, ent_i_page_t *page, ent_i_row_names_t *names)
{
    ent_i_box_t plot = page->plot;
    size_t marks = page->plan.mark_count;
    double along = arc->lying ? plot.width : plot.height;
    double across = arc->lying ? plot.height : plot.width;
    double gap = 0.5 * page->look->label;
    bool crowded = arc->pitch < ENT_ROW_OF_LETTERS * page->look->label - 1e-6;
    double leaders = crowded ? 3 * page->look->label : 0;
    double begin = (arc->lying ? plot.x : plot.y) + (along - arc->pitch * (double)marks) / 2;
    double wanted = 0, beside = 0, line = 0, used = 0;

    *names = (ent_i_row_names_t){.mark = arc->mark,
                                 .at = arc->at,
                                 .count = marks,
                                 .side = arc->lying ? ENT_NAMES_BELOW : ENT_NAMES_LEFT,
                                 .widest = (arc->lying ? 0.5 : 0.34) * across,
                                 .reach = gap + leaders,
                                 .first = arc->lying ? plot.x : plot.y,
                                 .last = arc->lying ? plot.x + plot.width : plot.y + plot.height};
    wanted = widest_arc(arc, page);
    names->widest = fmax(names->widest, across - wanted - names->reach - 2 * arc->reach - gap);
    beside = ent_i_row_names_width(page, names) + names->reach + 2 * arc->reach;
    arc->squeeze = fmin(widest_bow, wanted > 0 ? (across - beside - gap) / wanted : 1);
    used = beside + arc->squeeze * wanted;
    if (arc->lying) {
        line = plot.y + (across + used) / 2 - beside + arc->reach;
        names->edge = line + arc->reach + names->reach;
    } else {
        line = plot.x + (across - used) / 2 + beside - arc->reach;
        names->edge = line - arc->reach - names->reach;
    }
    for (size_t i = 0; i < marks; i++) {
        arc->at[i] = begin + arc->pitch * ((double)i + 0.5);
        page->at[arc->mark[i]] =
            arc->lying ? (ent_i_point_t){arc->at[i], line} : (ent_i_point_t){line, arc->at[i]};
    }
}

/* Half an ellipse, nearly: one curve is within a fiftieth of it. Several ties of one pair lie
 * within each other. */
static void set_way(ent_i_point_t curve[4], const ent_i_page_t *page, const ent_i_link_t *link,
                    const void *context)
{
    const arc_t *arc = context;
    ent_i_point_t from = page->at[link->a], to = page->at[link->b];
    double half = (fabs(to.x - from.x) + fabs(to.y - from.y)) / 2;
    double out = arc->squeeze * hypot(half, clear * arc->reach);
    double others = link->siblings > 1 ? (double)link->siblings - 1 : 0;
    double inward = others / 2 + (link->a < link->b ? link->bend : -link->bend);
    double controls = 0; /* the curve reaches three quarters as far */

    if (others > 0)
        out -= inward * fmin(apart * page->look->line, 0.5 * out / others);
    controls = 4 * out / 3;
    for (int i = 0; i < 4; i++) {
        curve[i] = i < 2 ? from : to;
        if (i == 1 || i == 2) {
            curve[i].x += arc->lying ? 0 : controls;
            curve[i].y -= arc->lying ? controls : 0;
        }
    }
}

static ent_status_t draw_names(ent_i_page_t *page, const ent_i_row_names_t *names, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    bool *named = NULL;

    ENT_TRY(ent_i_alloc(&named, page->plan.mark_count, sizeof *named, err));
    ent_i_scene_open(page->scene, "labels");
    ENT_TRY(ent_i_row_names_draw(page, names, named, err));
    ent_i_scene_close(page->scene);
    ent_i_rows_count(page, named);

cleanup:
    free(named);
    return status;
}

ent_status_t ent_i_compose_arc(ent_i_page_t *page, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    arc_t arc = {0};
    ent_i_row_names_t names = {0};
    ent_i_legend_t legend = {0};

    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->label;
    ENT_TRY(find_order(&arc, page, err));
    choose_way(&arc, page, &legend);
    fit_marks(&arc, page);
    place_line(&arc, page, &names);
    ent_i_legend_again(&legend, page);
    ent_i_draw_ways(page, set_way, &arc);
    ent_i_draw_marks(page);
    ENT_TRY(draw_names(page, &names, err));
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->label});

cleanup:
    arc_free(&arc);
    return status;
}
