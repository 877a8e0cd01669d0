/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Of a dense network only the backbone is drawn. */
#include <stdlib.h>

#include "figure/plan_i.h"
#include "layout/simmel.h"
#include "network/network_i.h"

/* Ties, and ties an actor, above which a drawing shows the backbone; ties an actor that it keeps.
 */
enum { MANY = 2000, DENSE = 12, KEPT = 4 };

/* Of all pairs, above which ties are a crowd of equals: see is_worth_it(). */
static const double nearly_all = 0.9;

/* Above so many steps nobody waits for a drawing that did not ask for it. */
static const double longest = 1e9;

/* The ties that may be left out. */
typedef struct thinning {
    ent_id_t *tie;
    ent_id_t *a; /* marks */
    ent_id_t *b;
    bool *kept;
    size_t count;
} thinning_t;

static void thinning_free(thinning_t *thinning)
{
    free(thinning->tie);
    free(thinning->a);
    free(thinning->b);
    free(thinning->kept);
}

static bool is_drawn(const ent_i_plan_t *plan, const ent_i_draft_t *draft, size_t tie)
{
    return !draft->hidden[tie] && plan->mark_of[draft->network->a[tie]] != ENT_NONE &&
           plan->mark_of[draft->network->b[tie]] != ENT_NONE;
}

/* Whether ties other than agreements are drawn: agreements are not to be lost among them. */
static bool has_others(const ent_i_plan_t *plan, const ent_i_draft_t *draft)
{
    for (size_t t = 0; t < draft->network->tie_count; t++) {
        if (is_drawn(plan, draft, t) && draft->stroke[t] != ENT_STROKE_AGREEMENT)
            return true;
    }
    return false;
}

static ent_status_t thinning_init(thinning_t *thinning, const ent_i_plan_t *plan,
                                  const ent_i_draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    const ent_network_t *network = draft->network;
    bool others = has_others(plan, draft);

    ENT_TRY(ent_i_alloc(&thinning->tie, network->tie_count, sizeof *thinning->tie, err));
    ENT_TRY(ent_i_alloc(&thinning->a, network->tie_count, sizeof *thinning->a, err));
    ENT_TRY(ent_i_alloc(&thinning->b, network->tie_count, sizeof *thinning->b, err));
    ENT_TRY(ent_i_alloc(&thinning->kept, network->tie_count, sizeof *thinning->kept, err));
    for (size_t t = 0; t < network->tie_count; t++) {
        if (!is_drawn(plan, draft, t) || (others && draft->stroke[t] == ENT_STROKE_AGREEMENT))
            continue;
        thinning->tie[thinning->count] = (ent_id_t)t;
        thinning->a[thinning->count] = plan->mark_of[network->a[t]];
        thinning->b[thinning->count++] = plan->mark_of[network->b[t]];
    }

cleanup:
    return status;
}

/* Steps that the backbone takes. */
static double cost_of(const ent_network_t *network)
{
    double cost = 0;

    for (size_t t = 0; t < network->tie_count; t++)
        cost += (double)ent_i_degree(network, network->a[t]) +
                (double)ent_i_degree(network, network->b[t]);
    return cost;
}

static bool is_wanted(const ent_i_plan_t *plan, const ent_i_draft_t *draft, size_t count)
{
    ent_layout_t layout = draft->options->layout;
    double pairs = (double)plan->mark_count * ((double)plan->mark_count - 1) / 2;

    if (draft->options->ties != ENT_TIES_AUTO)
        return draft->options->ties == ENT_TIES_BACKBONE;
    return (layout == ENT_LAYOUT_FORCE || layout == ENT_LAYOUT_EGO || layout == ENT_LAYOUT_ARC ||
            layout == ENT_LAYOUT_CIRCLE) &&
           count > MANY && count > DENSE * plan->mark_count && (double)count < nearly_all * pairs &&
           cost_of(draft->network) < longest;
}

/* A crowd of equals has no backbone: unasked, a third of the ties must go or all are drawn. */
static bool is_worth_it(const thinning_t *thinning, const ent_i_draft_t *draft)
{
    size_t kept = 0;

    for (size_t i = 0; i < thinning->count; i++)
        kept += thinning->kept[i];
    return draft->options->ties != ENT_TIES_AUTO || 3 * kept <= 2 * thinning->count;
}

ent_status_t ent_i_draft_thin(ent_i_plan_t *plan, ent_i_draft_t *draft, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    thinning_t thinning = {0};
    bool worth = false;

    if (draft->options->ties == ENT_TIES_ALL)
        return ENT_OK;
    ENT_TRY(thinning_init(&thinning, plan, draft, err));
    if (is_wanted(plan, draft, thinning.count)) {
        const ent_i_layout_graph_t graph = {.vertex_count = plan->mark_count,
                                            .tie_count = thinning.count,
                                            .a = thinning.a,
                                            .b = thinning.b};

        ENT_TRY(ent_i_simmelian(thinning.kept, &graph, KEPT * plan->mark_count, err));
        worth = is_worth_it(&thinning, draft);
        for (size_t i = 0; worth && i < thinning.count; i++) {
            draft->hidden[thinning.tie[i]] = !thinning.kept[i];
            plan->thinned += !thinning.kept[i];
        }
    }

cleanup:
    thinning_free(&thinning);
    return status;
}
