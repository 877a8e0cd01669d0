/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Leaving marks out of a plan for want of room. */
#include <stdlib.h>

#include "figure/plan_i.h"

/* Folds those left out that hang on one network or event alone into its count; a tie that is only
 * planned or disputed makes nobody a member. */
static void fold_pendants(ent_i_plan_t *plan, const bool *keep, const size_t *ties)
{
    for (size_t i = 0; i < plan->link_count; i++) {
        for (int end = 0; end < 2; end++) {
            size_t leaf = (size_t)(end == 0 ? plan->link[i].a : plan->link[i].b);
            size_t hub = (size_t)(end == 0 ? plan->link[i].b : plan->link[i].a);
            ent_kind_t kind = plan->mark[hub].kind;

            if (keep[leaf] || !keep[hub] || ties[leaf] != 1 || plan->link[i].tie == ENT_NONE ||
                (kind != ENT_KIND_NETWORK && kind != ENT_KIND_EVENT))
                continue;
            ent_i_mark_fold(&plan->mark[hub], plan->mark[leaf].kind);
            plan->folded++;
        }
    }
}

static void drop_links(ent_i_plan_t *plan, const bool *keep)
{
    size_t kept = 0;

    for (size_t i = 0; i < plan->link_count; i++) {
        ent_i_link_t link = plan->link[i];

        if (!keep[link.a] || !keep[link.b]) {
            plan->hidden_ties += link.tie != ENT_NONE;
            continue;
        }
        link.a = plan->mark_of[plan->mark[link.a].vertex];
        link.b = plan->mark_of[plan->mark[link.b].vertex];
        plan->link[kept++] = link;
    }
    plan->link_count = kept;
}

/* Makes ranks 0, 1, 2, … again. */
static ent_status_t close_ranks(ent_i_plan_t *plan, const bool *keep, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *above = NULL; /* by rank: kept ones before */
    size_t sum = 0;

    ENT_TRY(ent_i_alloc(&above, plan->mark_count, sizeof *above, err));
    for (size_t i = 0; i < plan->mark_count; i++)
        above[plan->mark[i].rank] = keep[i];
    for (size_t r = 0; r < plan->mark_count; r++) {
        sum += above[r];
        above[r] = sum - above[r];
    }
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark[i].rank = above[plan->mark[i].rank];

cleanup:
    free(above);
    return status;
}

ent_status_t ent_i_plan_keep(ent_i_plan_t *plan, const bool *keep, ent_error_t *err)
{
    ent_status_t status = ENT_OK;
    size_t *ties = NULL; /* by mark */
    size_t kept = 0;

    ENT_TRY(ent_i_alloc(&ties, plan->mark_count, sizeof *ties, err));
    ENT_TRY(close_ranks(plan, keep, err));
    for (size_t i = 0; i < plan->link_count; i++) {
        ties[plan->link[i].a]++;
        ties[plan->link[i].b]++;
    }
    fold_pendants(plan, keep, ties);
    for (size_t i = 0; i < plan->mark_count; i++)
        plan->mark_of[plan->mark[i].vertex] = keep[i] ? (ent_id_t)kept++ : ENT_NONE;
    drop_links(plan, keep);
    kept = 0;
    for (size_t i = 0; i < plan->mark_count; i++) {
        if (keep[i])
            plan->mark[kept++] = plan->mark[i];
    }
    plan->mark_count = kept;

cleanup:
    free(ties);
    return status;
}
