/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Which actors and ties are drawn. */
#include "figure/plan.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "entente/measure.h"
#include "network/network_i.h"

/* Pendants of one network that are still drawn one by one, and members below which a network is
 * never a mere mark. */
enum { DOZEN = 12 };

/* How each tie is drawn, and what else has to be known while deciding. */
typedef struct draft {
    const ent_network_t *network;
    const ent_figure_options_t *options;
    ent_i_stroke_t *stroke; /* by tie */
    ent_tie_status_t *status;
    bool *member;         /* by tie: a membership is behind it */
    bool *hidden;         /* by tie */
    size_t *drawn_degree; /* by vertex, dashed records included */
    unsigned *badges;     /* by vertex */
    ent_id_t *pendant_of; /* by vertex: the network that it alone is tied to */
    size_t *pendants;     /* by vertex */
    bool *away;           /* by vertex: not drawn */
} draft_t;

static void draft_free(draft_t *draft)
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

static ent_status_t draft_init(draft_t *draft, const ent_network_t *network,
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

static ent_i_stroke_t stroke_of(ent_tie_kind_t kind)
{
    switch (kind) {
    case ENT_TIE_AGREEMENT:
        return ENT_STROKE_AGREEMENT;
    case ENT_TIE_MEMBERSHIP:
        return ENT_STROKE_MEMBERSHIP;
    case ENT_TIE_ATTENDANCE:
        return ENT_STROKE_ATTENDANCE;
    case ENT_TIE_EDGE:
    case ENT_TIE_KIND_COUNT:
        break;
    }
    return ENT_STROKE_EDGE;
}

/* Reads a tie's records: the strongest kind is drawn; it is dashed when all of that kind are
 * planned or disputed. */
static void judge_tie(draft_t *draft, size_t tie)
{
    const ent_network_t *network = draft->network;
    ent_view_t view = ent_network_view(network);
    size_t count = ent_network_tie_record_count(network, tie);
    bool firm = false;

    draft->stroke[tie] = ENT_STROKE_SHARED;
    draft->status[tie] = ENT_STATUS_ACTIVE;
    for (size_t i = 0; i < count; i++) {
        const ent_record_t *record =
            ent_dataset_record(network->dataset, ent_network_tie_record(network, tie, i));
        ent_i_stroke_t stroke = stroke_of(record->kind);

        draft->member[tie] |= record->kind == ENT_TIE_MEMBERSHIP;
        if ((view == ENT_VIEW_CITIES || view == ENT_VIEW_NETWORKS) &&
            record->kind == ENT_TIE_MEMBERSHIP)
            stroke = ENT_STROKE_SHARED;
        if (stroke > draft->stroke[tie]) {
            draft->stroke[tie] = stroke;
            firm = false;
        }
        if (stroke == draft->stroke[tie] && !firm) {
            firm = !ent_i_is_doubtful(record->status);
            draft->status[tie] = record->status;
        }
    }
    if (count == 0)
        draft->stroke[tie] = ENT_STROKE_EDGE;
}

/* Networks to which more than half of the actors belong become marks. */
static void choose_badges(ent_i_plan_t *plan, draft_t *draft)
{
    const ent_network_t *network = draft->network;

    for (size_t v = 0; v < network->actor_count && plan->badge_count < ENT_MOST_BADGES; v++) {
        size_t members = 0;

        if (ent_network_vertex_kind(network, (ent_id_t)v) != ENT_KIND_NETWORK)
            continue;
        for (size_t i = network->offset[v]; i < network->offset[v + 1]; i++)
            members += draft->member[network->via[i]] &&
                       draft->stroke[network->via[i]] != ENT_STROKE_SHARED;
        if (members <= DOZEN || 2 * members <= network->actor_count ||
            (draft->options->hub != ENT_NONE &&
             ent_network_actor(network, (ent_id_t)v) == draft->options->hub))
            continue;
        for (size_t i = network->offset[v]; i < network->offset[v + 1]; i++) {
            ent_id_t tie = network->via[i];

            if (draft->member[tie])
                draft->badges[network->neighbour[i]] |= 1U << plan->badge_count;
            if (draft->member[tie] && draft->stroke[tie] == ENT_STROKE_MEMBERSHIP)
                draft->hidden[tie] = true;
        }
        plan->badge[plan->badge_count++] =
            (ent_i_badge_t){.vertex = (ent_id_t)v, .members = members};
    }
}

static bool is_badge(const ent_i_plan_t *plan, size_t vertex)
{
    for (size_t b = 0; b < plan->badge_count; b++) {
        if ((size_t)plan->badge[b].vertex == vertex)
            return true;
    }
    return false;
}

/* Whether a record is a membership of a network that is a mark. */
static bool joins_badge(const ent_i_plan_t *plan, const ent_record_t *record, ent_id_t a,
                        ent_id_t b)
{
    return record->kind == ENT_TIE_MEMBERSHIP &&
           (is_badge(plan, (size_t)a) || is_badge(plan, (size_t)b));
}

/* Calls for each pair of parties, both in the view, of each planned or disputed record that does
 * not count. */
static ent_status_t each_aside(draft_t *draft, ent_i_plan_t *plan,
                               ent_status_t (*visit)(draft_t *, ent_i_plan_t *, ent_id_t, ent_id_t,
                                                     ent_id_t, ent_error_t *),
                               ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    for (size_t i = 0; i < ent_network_aside_count(network); i++) {
        ent_id_t id = ent_network_aside(network, i);
        const ent_record_t *record = ent_dataset_record(network->dataset, id);

        if (!ent_i_is_doubtful(record->status))
            continue;
        for (size_t p = 0; p < record->party_count; p++) {
            for (size_t q = p + 1; q < record->party_count; q++) {
                ent_id_t a = ent_network_vertex(network, record->party[p]);
                ent_id_t b = ent_network_vertex(network, record->party[q]);

                if (a != ENT_NONE && b != ENT_NONE && !joins_badge(plan, record, a, b))
                    ENT_TRY(visit(draft, plan, id, a, b, err));
            }
        }
    }

cleanup:
    return status;
}

static ent_status_t count_aside(draft_t *draft, ent_i_plan_t *plan, ent_id_t record, ent_id_t a,
                                ent_id_t b, ent_error_t *err)
{
    (void)plan;
    (void)record;
    (void)err;
    draft->drawn_degree[a]++;
    draft->drawn_degree[b]++;
    return ENT_OK;
}

/* The middle of a figure is drawn whatever its ties. */
static bool is_middle(const draft_t *draft, size_t vertex)
{
    const ent_network_options_t *options = ent_network_options(draft->network);

    return draft->options->layout == ENT_LAYOUT_EGO &&
           ent_network_actor(draft->network, (ent_id_t)vertex) == options->focus;
}

static bool is_gathering(ent_kind_t kind)
{
    return kind == ENT_KIND_NETWORK || kind == ENT_KIND_EVENT;
}

/* Finds who is tied to one network (or event) alone. */
static void find_pendants(draft_t *draft)
{
    const ent_network_t *network = draft->network;

    for (size_t t = 0; t < network->tie_count; t++) {
        if (!draft->hidden[t]) {
            draft->drawn_degree[network->a[t]]++;
            draft->drawn_degree[network->b[t]]++;
        }
    }
    for (size_t v = 0; v < network->actor_count; v++)
        draft->pendant_of[v] = ENT_NONE;
    for (size_t t = 0; t < network->tie_count; t++) {
        for (int end = 0; end < 2; end++) {
            ent_id_t leaf = end == 0 ? network->a[t] : network->b[t];
            ent_id_t hub = end == 0 ? network->b[t] : network->a[t];

            if (!draft->hidden[t] && draft->drawn_degree[leaf] == 1 &&
                !is_middle(draft, (size_t)leaf) &&
                (draft->stroke[t] == ENT_STROKE_MEMBERSHIP ||
                 draft->stroke[t] == ENT_STROKE_ATTENDANCE) &&
                is_gathering(ent_network_vertex_kind(network, hub)) &&
                !is_gathering(ent_network_vertex_kind(network, leaf))) {
                draft->pendant_of[leaf] = hub;
                draft->pendants[hub]++;
            }
        }
    }
}

static bool folds(const draft_t *draft, size_t count)
{
    switch (draft->options->pendants) {
    case ENT_PENDANTS_ALL:
        return false;
    case ENT_PENDANTS_FOLD:
    case ENT_PENDANTS_FAN:
        return count > 0;
    case ENT_PENDANTS_AUTO:
        break;
    }
    return count > DOZEN;
}

/* Decides who is not drawn: badges without another tie, their members without one, folded ones. */
static void choose_away(ent_i_plan_t *plan, draft_t *draft)
{
    const ent_network_t *network = draft->network;
    size_t lone = 0; /* members of a badge with no other tie */

    for (size_t v = 0; v < network->actor_count; v++)
        lone += draft->badges[v] != 0 && draft->drawn_degree[v] == 0 && !is_middle(draft, v);
    for (size_t v = 0; v < network->actor_count; v++) {
        bool badge = is_badge(plan, v);
        bool unseen = draft->badges[v] != 0 && draft->drawn_degree[v] == 0 && !badge &&
                      !is_middle(draft, v) && folds(draft, lone);
        bool folded =
            draft->pendant_of[v] != ENT_NONE && folds(draft, draft->pendants[draft->pendant_of[v]]);

        draft->away[v] = (badge && draft->drawn_degree[v] == 0) || unseen || folded;
        plan->unseen += unseen;
        plan->folded += folded;
        for (size_t b = 0; b < plan->badge_count && unseen; b++)
            plan->badge[b].unseen += (draft->badges[v] >> b & 1) != 0;
    }
}

static ent_status_t make_marks(ent_i_plan_t *plan, draft_t *draft, ent_error_t *err)
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
        if (folds(draft, draft->pendants[v]))
            mark->folded = draft->pendants[v];
        mark->fan = draft->options->pendants == ENT_PENDANTS_FAN;
        plan->kind_used[mark->kind] = true;
    }

cleanup:
    return status;
}

static ent_status_t add_link(ent_i_plan_t *plan, ent_i_link_t link, ent_error_t *err)
{
    ent_status_t status = ENT_OK;

    ENT_TRY(ENT_GROW(plan->link, plan->link_count, plan->link_capacity, err));
    plan->link[plan->link_count++] = link;
    plan->stroke_used[link.stroke] = true;
    plan->status_used[link.status] |= ent_i_is_doubtful(link.status);
    for (int end = 0; end < 2; end++) {
        ent_i_mark_t *mark = &plan->mark[end == 0 ? link.a : link.b];

        mark->tied = true;
        mark->party |= link.stroke == ENT_STROKE_AGREEMENT;
    }

cleanup:
    return status;
}

/* Adds a record that does not count, unless the pair is drawn already. */
static ent_status_t add_aside(draft_t *draft, ent_i_plan_t *plan, ent_id_t id, ent_id_t a,
                              ent_id_t b, ent_error_t *err)
{
    const ent_record_t *record = ent_dataset_record(draft->network->dataset, id);
    ent_i_link_t link = {.a = plan->mark_of[a],
                         .b = plan->mark_of[b],
                         .stroke = stroke_of(record->kind),
                         .status = record->status,
                         .weight = 1,
                         .tie = ENT_NONE,
                         .record = id};

    if (link.a == ENT_NONE || link.b == ENT_NONE)
        return ENT_OK;
    for (size_t i = 0; i < plan->link_count; i++) {
        const ent_i_link_t *other = &plan->link[i];

        if ((other->a == link.a && other->b == link.b) ||
            (other->a == link.b && other->b == link.a))
            return ENT_OK;
    }
    return add_link(plan, link, err);
}

/* Planned or disputed memberships of networks that are marks have no line to be dashed. */
static void count_hidden_asides(ent_i_plan_t *plan, const ent_network_t *network)
{
    for (size_t i = 0; i < ent_network_aside_count(network); i++) {
        const ent_record_t *record =
            ent_dataset_record(network->dataset, ent_network_aside(network, i));
        ent_id_t a = ent_network_vertex(network, record->party[0]);
        ent_id_t b = ent_network_vertex(network, record->party[1]);

        plan->hidden_asides += ent_i_is_doubtful(record->status) && a != ENT_NONE &&
                               b != ENT_NONE && joins_badge(plan, record, a, b);
    }
}

/* The weight behind what is drawn: of a tie of several kinds, the records of the kind drawn. */
static double drawn_weight(const draft_t *draft, size_t tie)
{
    const ent_network_t *network = draft->network;
    size_t count = ent_network_tie_record_count(network, tie);
    size_t same = 0;

    for (size_t i = 0; i < count; i++) {
        const ent_record_t *record =
            ent_dataset_record(network->dataset, ent_network_tie_record(network, tie, i));

        same += stroke_of(record->kind) == draft->stroke[tie];
    }
    return same == 0 || same == count ? network->weight[tie] : (double)same;
}

static ent_status_t make_links(ent_i_plan_t *plan, draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;

    plan->least_weight = INFINITY;
    for (size_t t = 0; t < network->tie_count; t++) {
        ent_i_link_t link = {.a = plan->mark_of[network->a[t]],
                             .b = plan->mark_of[network->b[t]],
                             .stroke = draft->stroke[t],
                             .status = draft->status[t],
                             .weight = drawn_weight(draft, t),
                             .tie = (ent_id_t)t,
                             .record = ENT_NONE};

        if (draft->hidden[t] || link.a == ENT_NONE || link.b == ENT_NONE) {
            plan->hidden_ties++;
            continue;
        }
        plan->least_weight = fmin(plan->least_weight, link.weight);
        plan->most_weight = fmax(plan->most_weight, link.weight);
        ENT_TRY(add_link(plan, link, err));
    }
    ENT_TRY(each_aside(draft, plan, add_aside, err));
    count_hidden_asides(plan, network);

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
    draft_t draft = {0};

    ENT_TRY(find_values(plan, network, options, err));
    ENT_TRY(draft_init(&draft, network, options, err));
    for (size_t t = 0; t < network->tie_count; t++)
        judge_tie(&draft, t);
    choose_badges(plan, &draft);
    ENT_TRY(each_aside(&draft, plan, count_aside, err));
    find_pendants(&draft);
    choose_away(plan, &draft);
    ENT_TRY(make_marks(plan, &draft, err));
    ENT_TRY(make_links(plan, &draft, err));
    ENT_TRY(rank_marks(plan, network, err));
    ENT_TRY(ent_i_plan_colors(plan, network, options, scene, err));

cleanup:
    draft_free(&draft);
    return status;
}

void ent_i_plan_free(ent_i_plan_t *plan)
{
    free(plan->mark);
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

    ENT_TRY(ent_i_alloc(&plan->link_a, plan->link_count, sizeof *plan->link_a, err));
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
