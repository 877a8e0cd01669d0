/* SPDX-License-Identifier: GPL-2.0-or-later */
/* Who is not drawn one by one: networks that are marks on their members, folded pendants. */
#include "figure/plan_i.h"

#include "network/network_i.h"

/* Pendants of one network that are still drawn one by one, and members below which a network is
 * never a mere mark. */
enum { DOZEN = 12 };

/* Of so many actors that are tied a slide in which all may stand anywhere names but a part, and
 * draws no more pendants of one network than this. */
enum { CROWD_OF_A_SLIDE = 60, PAIR = 2 };

void ent_i_draft_badges(ent_i_plan_t *plan, ent_i_draft_t *draft)
{
    const ent_network_t *network = draft->network;

    if (draft->options->layout == ENT_LAYOUT_TIMELINE ||
        draft->options->layout == ENT_LAYOUT_MATRIX)
        return; /* which have a row for it */
    if (draft->options->layout == ENT_LAYOUT_CHORD)
        return; /* which counts all ties */
    if (draft->options->layout == ENT_LAYOUT_EGO)
        return; /* whose rings count the ties that lead through it */
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

bool ent_i_is_badge(const ent_i_plan_t *plan, size_t vertex)
{
    for (size_t b = 0; b < plan->badge_count; b++) {
        if ((size_t)plan->badge[b].vertex == vertex)
            return true;
    }
    return false;
}

/* The middle of a figure is drawn whatever its ties. */
static bool is_middle(const ent_i_draft_t *draft, size_t vertex)
{
    const ent_network_options_t *options = ent_network_options(draft->network);

    return draft->options->layout == ENT_LAYOUT_EGO &&
           ent_network_actor(draft->network, (ent_id_t)vertex) == options->focus;
}

static bool is_gathering(ent_kind_t kind)
{
    return kind == ENT_KIND_NETWORK || kind == ENT_KIND_EVENT;
}

void ent_i_draft_pendants(ent_i_draft_t *draft)
{
    const ent_network_t *network = draft->network;
    size_t tied = 0;

    for (size_t t = 0; t < network->tie_count; t++) {
        if (!draft->hidden[t]) {
            draft->drawn_degree[network->a[t]]++;
            draft->drawn_degree[network->b[t]]++;
        }
    }
    for (size_t v = 0; v < network->actor_count; v++) {
        draft->pendant_of[v] = ENT_NONE;
        tied += draft->drawn_degree[v] > 0;
    }
    draft->crowded = tied > CROWD_OF_A_SLIDE && draft->options->preset == ENT_PRESET_SLIDE &&
                     (draft->options->layout == ENT_LAYOUT_FORCE ||
                      draft->options->layout == ENT_LAYOUT_CONCENTRIC);
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

bool ent_i_draft_folds(const ent_i_draft_t *draft, size_t count)
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
    return count > (draft->crowded ? PAIR : DOZEN);
}

void ent_i_draft_away(ent_i_plan_t *plan, ent_i_draft_t *draft)
{
    const ent_network_t *network = draft->network;
    size_t lone = 0; /* members of a badge with no other tie */

    for (size_t v = 0; v < network->actor_count; v++)
        lone += draft->badges[v] != 0 && draft->drawn_degree[v] == 0 && !is_middle(draft, v);
    for (size_t v = 0; v < network->actor_count; v++) {
        bool badge = ent_i_is_badge(plan, v);
        bool unseen = draft->badges[v] != 0 && draft->drawn_degree[v] == 0 && !badge &&
                      !is_middle(draft, v) && ent_i_draft_folds(draft, lone);
        bool folded = draft->pendant_of[v] != ENT_NONE &&
                      ent_i_draft_folds(draft, draft->pendants[draft->pendant_of[v]]);

        draft->away[v] = (badge && draft->drawn_degree[v] == 0) || unseen || folded;
        plan->unseen += unseen;
        plan->folded += folded;
        for (size_t b = 0; b < plan->badge_count && unseen; b++)
            plan->badge[b].unseen += (draft->badges[v] >> b & 1) != 0;
    }
}
