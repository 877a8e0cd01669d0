/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which actors and ties are drawn. */
#include "figure/plan_i.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "entente/measure.h"
#include "network/network_i.h"

static void draft_free(ent_i_draft_t *draft)
{
    free(draft->stroke);
    free(draft->status);
    free(draft->member);
    free(draft->hidden);
    free(draft->drawn_degree);
    free(draft->badges);
    free(draft->pendant_of);
    free(draft->pendants);
    free(draft->away);
}

static ent_status_t draft_init(ent_i_draft_t *draft, const ent_network_t *network,
                               const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t n = network->actor_count;
    size_t m = network->tie_count;

    draft->network = network;
    draft->options = options;
    ENT_TRY(ent_i_alloc(&draft->stroke, m, sizeof *draft->stroke, err));
    ENT_TRY(ent_i_alloc(&draft->status, m, sizeof *draft->status, err));
    ENT_TRY(ent_i_alloc(&draft->member, m, sizeof *draft->member, err));
    ENT_TRY(ent_i_alloc(&draft->hidden, m, sizeof *draft->hidden, err));
    ENT_TRY(ent_i_alloc(&draft->drawn_degree, n, sizeof *draft->drawn_degree, err));
    ENT_TRY(ent_i_alloc(&draft->badges, n, sizeof *draft->badges, err));
    ENT_TRY(ent_i_alloc(&draft->pendant_of, n, sizeof *draft->pendant_of, err));
    ENT_TRY(ent_i_alloc(&draft->pendants, n, sizeof *draft->pendants, err));
    ENT_TRY(ent_i_alloc(&draft->away, n, sizeof *draft->away, err));

cleanup:
    return status;
}

/* Only in this layout is there room beside a network for its members. */
static bool has_fans(const ent_figure_options_t *options)
{
    return options->pendants == ENT_PENDANTS_FAN && options->layout == ENT_LAYOUT_FORCE;
}

/* The tie by which a pendant hangs. */
static ent_id_t tie_between(const ent_network_t *network, ent_id_t hub, ent_id_t leaf)
{
    for (size_t t = 0; t < network->tie_count; t++) {
        if ((network->a[t] == hub && network->b[t] == leaf) ||
            (network->a[t] == leaf && network->b[t] == hub))
            return (ent_id_t)t;
    }
    return ENT_NONE;
}

/* Takes folded members, and their ties, from the hidden ones. */
static ent_status_t make_fans(ent_i_plan_t *plan, const ent_i_draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    if (!has_fans(draft->options))
        return ENT_OK;
    ENT_TRY(ent_i_alloc(&plan->fan, plan->folded, sizeof *plan->fan, err));
    for (size_t v = 0; v < network->actor_count && plan->folded > 0; v++) {
        ent_id_t hub =
            draft->pendant_of[v] == ENT_NONE ? ENT_NONE : plan->mark_of[draft->pendant_of[v]];
        ent_i_fan_t *member = &plan->fan[plan->fan_count];

        if (hub == ENT_NONE || plan->mark_of[v] != ENT_NONE || !plan->mark[hub].fan)
            continue;
        member->mark = (ent_i_mark_t){.vertex = (ent_id_t)v,
                                      .kind = ent_network_vertex_kind(network, (ent_id_t)v),
                                      .value = plan->value[v],
                                      .badges = draft->badges[v]};
        member->hub = hub;
        member->tie = tie_between(network, draft->pendant_of[v], (ent_id_t)v);
        member->stroke = draft->stroke[member->tie];
        plan->kind_used[member->mark.kind] = true;
        plan->fan_count++;
        plan->folded--;
        plan->hidden_ties--;
    }

cleanup:
    return status;
}

static ent_status_t make_marks(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    ENT_TRY(ent_i_alloc(&plan->mark, network->actor_count, sizeof *plan->mark, err));
    ENT_TRY(ent_i_alloc(&plan->mark_of, network->actor_count, sizeof *plan->mark_of, err));
    for (size_t v = 0; v < network->actor_count; v++) {
        ent_i_mark_t *mark = &plan->mark[plan->mark_count];

        plan->mark_of[v] = ENT_NONE;
        if (draft->away[v])
            continue;
        plan->mark_of[v] = (ent_id_t)plan->mark_count++;
        mark->vertex = (ent_id_t)v;
        mark->kind = ent_network_vertex_kind(network, (ent_id_t)v);
        mark->value = plan->value[v];
        mark->badges = draft->badges[v];
        plan->kind_used[mark->kind] = true;
    }
    for (size_t v = 0; v < network->actor_count; v++) {
        ent_id_t hub = draft->pendant_of[v];

        if (hub == ENT_NONE || plan->mark_of[hub] == ENT_NONE || plan->mark_of[v] != ENT_NONE)
            continue;
        ent_i_mark_fold(&plan->mark[plan->mark_of[hub]],
                        ent_network_vertex_kind(network, (ent_id_t)v));
        plan->mark[plan->mark_of[hub]].fan = has_fans(draft->options);
    }

cleanup:
    return status;
}

static size_t degree_of(const ent_network_t *network, ent_id_t vertex)
{
    size_t in = network->directed ? network->in_offset[vertex + 1] - network->in_offset[vertex] : 0;

    return ent_i_degree(network, vertex) + in;
}

static ent_status_t find_values(ent_i_plan_t *plan, const ent_network_t *network,
                                const ent_figure_options_t *options, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_measure_t *measure = NULL;

    plan->size_by = options->size_by != NULL ? options->size_by : "degree";
    ENT_TRY(ent_i_alloc(&plan->value, network->actor_count, sizeof *plan->value, err));
    if (options->size_by == NULL) {
        for (size_t v = 0; v < network->actor_count; v++)
            plan->value[v] = (double)degree_of(network, (ent_id_t)v);
    } else {
        measure = ent_measure_find(options->size_by);
        if (measure == NULL)
            ENT_TRY(ent_i_fail(err, ENT_EINVAL,
                               "There is no measure '%s' to size by; `entente measures` lists all.",
                               options->size_by));
        ENT_TRY(ent_measure_compute(network, plan->value, &measure, 1, NULL, err));
    }

cleanup:
    return status;
}

typedef struct order {
    const ent_i_mark_t *mark;
    size_t degree;
} order_t;

static int important_first(const void *left, const void *right)
{
    const order_t *a = left;
    const order_t *b = right;
    double x = isnan(a->mark->value) ? -INFINITY : a->mark->value;
    double y = isnan(b->mark->value) ? -INFINITY : b->mark->value;

    if (x != y)
        return x > y ? -1 : 1;
    if (a->degree != b->degree)
        return a->degree > b->degree ? -1 : 1;
    return a->mark->vertex < b->mark->vertex ? -1 : a->mark->vertex > b->mark->vertex;
}

static ent_status_t rank_marks(ent_i_plan_t *plan, const ent_network_t *network, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    order_t *order = NULL;

    ENT_TRY(ent_i_alloc(&order, plan->mark_count, sizeof *order, err));
    for (size_t i = 0; i < plan->mark_count; i++)
        order[i] = (order_t){&plan->mark[i], degree_of(network, plan->mark[i].vertex)};
    qsort(order, plan->mark_count, sizeof *order, important_first);
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[order[i].mark - plan->mark].rank = i;

cleanup:
    free(order);
    return status;
}

ent_status_t ent_i_plan_make(ent_i_plan_t *plan, const ent_network_t *network,
                             const ent_figure_options_t *options, ent_i_scene_t *scene,
                             ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    ent_i_draft_t draft = {0};

    ENT_TRY(find_values(plan, network, options, err));
    ENT_TRY(draft_init(&draft, network, options, err));
    for (size_t t = 0; t < network->tie_count; t++)
        ent_i_draft_tie(&draft, t);
    ent_i_draft_badges(plan, &draft);
    ENT_TRY(ent_i_draft_asides(plan, &draft, err));
    ent_i_draft_pendants(&draft);
    ent_i_draft_away(plan, &draft);
    ENT_TRY(make_marks(plan, &draft, err));
    ENT_TRY(ent_i_draft_links(plan, &draft, err));
    ENT_TRY(make_fans(plan, &draft, err));
    ENT_TRY(rank_marks(plan, network, err));
    ENT_TRY(ent_i_plan_colors(plan, network, draft.pendant_of, options, scene, err));
    ENT_TRY(ent_i_plan_hulls(plan, network, options, scene, err));

cleanup:
    draft_free(&draft);
    return status;
}

void ent_i_plan_free(ent_i_plan_t *plan)
{
    for (size_t h = 0; h < plan->hull_count; h++)
        free(plan->hull[h].member);
    free(plan->mark);
    free(plan->fan);
    free(plan->link);
    free(plan->link_a);
    free(plan->link_b);
    free(plan->mark_of);
    free(plan->value);
    memset(plan, 0, sizeof *plan);
}

ent_status_t ent_i_plan_graph(ent_i_plan_t *plan, ent_i_layout_graph_t *graph, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    if (plan->link_a == NULL)
        ENT_TRY(ent_i_alloc(&plan->link_a, plan->link_count, sizeof *plan->link_a, err));
    if (plan->link_b == NULL)
        ENT_TRY(ent_i_alloc(&plan->link_b, plan->link_count, sizeof *plan->link_b, err));
    for (size_t i = 0; i < plan->link_count; i++) {
        plan->link_a[i] = plan->link[i].a;
        plan->link_b[i] = plan->link[i].b;
    }
    graph->vertex_count = plan->mark_count;
    graph->tie_count = plan->link_count;
    graph->a = plan->link_a;
    graph->b = plan->link_b;

cleanup:
    return status;
}

void ent_i_plan_sizes(ent_i_plan_t *plan, const ent_i_look_t *look, double area)
{
    double most = sqrt(0.08 * area / fmax(1, (double)plan->mark_count));
    double least = 0;

    most = fmin(look->most_radius, most);
    least = fmin(look->least_radius, 0.4 * most);
    plan->largest = 0;
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (plan->mark[i].value > plan->largest && isfinite(plan->mark[i].value))
            plan->largest = plan->mark[i].value;
    }
    plan->unit = plan->largest > 0 ? most / sqrt(plan->largest) : 0;
    plan->least_radius = least;
    for (size_t i = 0; i < plan->mark_count; i++) {
        double value = plan->mark[i].value;

        plan->mark[i].radius =
            isfinite(value) && value > 0 ? fmax(least, plan->unit * sqrt(value)) : least;
    }
}
