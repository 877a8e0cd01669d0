/* SPDX-License-Identifier: GPL-2.0-or-later */
/* What all diagrams share that have marks with names beside them and ties between. */
#include <math.h>
#include <stdlib.h>

#include "figure/page.h"

/* More names than these are not tried: nobody reads such a page. Among more marks than these a name
 * may cover some: it would otherwise be a page away from its own. */
enum { MOST_NAMES = 400, CROWDED = 2000, PACKED = 20000 };

static const double name_share = 0.30;  /* of the plot that marks with their names may claim */
static const double tight_share = 0.20; /* of the plot with the legend: beyond it letters shrink */
static const double widest_name = 11;   /* in sizes of its letters */

static void named_free(ent_i_named_t *names)
{
    free(names->mark);
    free(names->label);
}

double ent_i_mark_reach(const ent_i_page_t *page, const ent_i_mark_t *mark)
{
    double ring =
        mark->badges != 0 ? 2.2 : 0.5 * page->width_scale; /* an outline is thin in a crowd */
    double reach = mark->radius + ring * page->look->line;

    if (mark->fan)
        return ent_i_fan_reach(page, mark);
    return reach + (mark->folded == 0 ? 0 : 6) * page->look->line;
}

/* What a mark and its name below it take of the page. */
static double room_with(const ent_i_page_t *page, const ent_i_mark_t *mark,
                        const ent_i_label_t *label)
{
    double reach = mark->radius + (mark->badges != 0 ? 2.2 : 0.5) * page->look->line;

    return fmax(2 * reach, label->width + 2) * (2 * reach + label->height + 1);
}

/* Whether so many marks without ties stand in rows that names of theirs would be all that is seen
 * of the figure. */
bool ent_i_has_lost(const ent_i_page_t *page)
{
    enum { MOST_ROWED = 40 };
    size_t lost = 0;

    for (size_t i = 0; i < page->plan.mark_count; i++)
        lost += !page->plan.mark[i].tied && page->plan.mark[i].folded == 0;
    return page->options->layout == ENT_LAYOUT_FORCE && page->plan.link_count > 0 &&
           lost > MOST_ROWED;
}

static bool is_lost(const ent_i_mark_t *mark)
{
    return !mark->tied && mark->folded == 0 && mark->rank >= ENT_ALWAYS_NAMED;
}

/* Where all names at the preset's size would claim too much of the plot, letters are smaller (down
 * to what is still legible on the preset's page), and with them the legend's and the marks. */
static void tighten(ent_i_page_t *page)
{
    const ent_i_plan_t *plan = &page->plan;
    double most = tight_share * page->plot.width * page->plot.height;
    double claimed = 0, share = 0;
    bool lost = ent_i_has_lost(page);

    if (plan->mark_count > MOST_NAMES || page->look->least_label >= page->look->label)
        return;
    for (size_t i = 0; i < plan->mark_count; i++) {
        ent_i_label_t label;

        if (lost && is_lost(&plan->mark[i]))
            continue;
        ent_i_label_make(&label, page, &plan->mark[i], widest_name * page->look->label);
        claimed += room_with(page, &plan->mark[i], &label);
    }
    if (claimed <= most)
        return;
    share = fmax(sqrt(most / claimed), page->look->least_label / page->look->label);
    page->own = *page->look;
    page->own.label *= share;
    page->own.legend = fmax(page->own.label, share * page->own.legend);
    page->own.most_radius *= share;
    page->own.least_radius *= share;
    page->look = &page->own;
    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
}

/* Takes the names in order of importance. The first of them, up to a share of the plot, get room in
 * the layout; the others are placed where there is some. */
static ent_status_t choose_names(ent_i_named_t *names, ent_i_page_t *page, double widest,
                                 ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t marks = page->plan.mark_count;
    size_t *ranked = NULL;
    double claimed = 0;
    double most = name_share * page->plot.width * page->plot.height;
    bool few = marks > CROWDED || page->tight == ENT_TIGHT_NAMES;
    size_t limit = few ? ENT_ALWAYS_NAMED : MOST_NAMES;
    bool lost = ent_i_has_lost(page);

    ENT_TRY(ent_i_alloc(&ranked, marks, sizeof *ranked, err));
    ENT_TRY(ent_i_alloc(&names->mark, marks, sizeof *names->mark, err));
    ENT_TRY(ent_i_alloc(&names->label, marks < MOST_NAMES ? marks : MOST_NAMES,
                        sizeof *names->label, err));
    for (size_t i = 0; i < marks; i++)
        ranked[page->plan.mark[i].rank] = i;
    for (size_t r = 0; r < marks && names->count < limit; r++) {
        const ent_i_mark_t *mark = &page->plan.mark[ranked[r]];
        ent_i_label_t *label = &names->label[names->count];

        if (lost && is_lost(mark))
            continue;
        ent_i_label_make(label, page, mark, widest);
        claimed += room_with(page, mark, label);
        names->mark[names->count++] = ranked[r];
        if (claimed < most || r < ENT_ALWAYS_NAMED)
            names->roomed = names->count;
    }
    page->names_left_out = marks - names->count;

cleanup:
    free(ranked);
    return status;
}

static ent_status_t draw_names(ent_i_page_t *page, const ent_i_named_t *names, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_i_plan_t *plan = &page->plan;
    double *radius = NULL;
    bool *soft = NULL;
    ent_i_point_t *segment = NULL;
    bool crowded = plan->mark_count > CROWDED || page->tight == ENT_TIGHT_NAMES;
    ent_i_ground_t ground = {.page = page->plot,
                             .disc = page->at,
                             .disc_count = plan->mark_count,
                             .segment_count = plan->link_count,
                             .blocked = page->blocked,
                             .blocked_count = page->blocked_count,
                             .gap = 0.7 * page->look->line};

    if (plan->mark_count > PACKED) /* no name is near its mark where all is covered */
        ground.lead = ground.most = fmax(page->plot.width, page->plot.height);
    ENT_TRY(ent_i_alloc(&radius, plan->mark_count, sizeof *radius, err));
    ENT_TRY(ent_i_alloc(&soft, plan->mark_count, sizeof *soft, err));
    ENT_TRY(ent_i_alloc(&segment, 2 * plan->link_count, sizeof *segment, err));
    for (size_t i = 0; i < plan->mark_count; i++) {
        soft[i] = crowded && plan->mark[i].rank >= ENT_ALWAYS_NAMED;
        radius[i] = ent_i_mark_edge(page, &plan->mark[i]);
        if (plan->mark[i].fan)
            radius[i] = ent_i_fan_reach(page, &plan->mark[i]);
        else if (plan->mark[i].folded > 0)
            radius[i] += 8 * page->look->line; /* the rays */
    }
    for (size_t i = 0; i < plan->link_count; i++) {
        segment[2 * i] = page->at[plan->link[i].a];
        segment[2 * i + 1] = page->at[plan->link[i].b];
    }
    ground.radius = radius;
    ground.soft = soft;
    ground.segment = segment;
    ENT_TRY(ent_i_page_label(page, names->label, names->mark, names->count, &ground, NULL, err));

cleanup:
    free(radius);
    free(soft);
    free(segment);
    return status;
}

ent_status_t ent_i_diagram_compose(ent_i_page_t *page, ent_i_lay_out_t *lay_out, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_named_t names = {0};
    ent_i_legend_t legend = {0};
    ent_i_layout_graph_t graph = {0};

    ent_i_plan_sizes(&page->plan, page->look, page->plot.width * page->plot.height);
    tighten(page);
    ent_i_legend_make(&legend, page);
    ent_i_legend_flow(&legend, page, page->inner.width);
    if (page->cramped) /* it is refused, or composed again */
        goto cleanup;
    ent_i_page_reserve_foot(page);
    page->plot.height -= legend.height + page->look->legend;
    ENT_TRY(choose_names(&names, page, widest_name * page->look->label, err));
    ENT_TRY(ent_i_plan_graph(&page->plan, &graph, err));
    ENT_TRY(lay_out(page, &names, &graph, err));
    if (page->resized)
        ent_i_legend_again(&legend, page);
    ENT_TRY(ent_i_draw_hulls(page, err));
    ent_i_draw_links(page);
    ent_i_draw_marks(page);
    ENT_TRY(draw_names(page, &names, err));
    ent_i_legend_draw(
        &legend, page,
        (ent_i_point_t){page->inner.x, page->plot.y + page->plot.height + page->look->legend});

cleanup:
    named_free(&names);
    return status;
}
